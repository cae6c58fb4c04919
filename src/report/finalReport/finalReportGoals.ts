// src/report/finalReport/finalReportGoals.ts: goals, fulfilment and verdict on the tab Slutrapport, and shares of both denominators.
import type { HiddenGoal, Hiding } from "../../domain/finalReport/boardGoals";
import { boardReportOf, withoutNumbers } from "../../domain/finalReport/boardReport";
import type { Goal, GoalResult } from "../../domain/finalReport/goals";
import { numberOf, PARTLY_FROM } from "../../domain/finalReport/goals";
import { monthText } from "../../domain/period";
import type { Decimal } from "../../domain/money";
import { percentText } from "../../text/format";
import type { FinalReportTexts } from "../../text/finalReport";
import type { Language, Texts } from "../../text/texts";
import { at, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { FINAL, type FinalReportFrame, headings, section, SHARE, writable } from "./finalReportFrame";
import type { Cell, NumberFormat } from "../sheetModel";

/** The goal's name with what makes it a goal of its own: from when it held, and which way it points. */
export function goalName({ name, validFrom, direction }: Goal, words: FinalReportTexts): string {
  const dated = validFrom === null ? name : words.validFrom(name, monthText(validFrom));
  return direction === "at-most" ? words.atMost(dated) : dated;
}

/** Decimals that both figures of a goal need: two at most, one of a percentage. */
export function goalFormat({ target, outcome, share }: Goal): NumberFormat & { readonly kind: "number" | "percent" } {
  const needed = Math.max(target.decimalPlaces(), outcome.decimalPlaces());
  return share
    ? { kind: "percent", decimals: Math.min(1, Math.max(0, needed - 2)) }
    : { kind: "number", decimals: Math.min(2, needed) };
}

/** What stands in the place of a figure that the board may not see. */
export function hidingWords(hiding: Hiding, { final: { report, beforeAfter } }: Texts): string {
  return hiding === "few" ? report.fewPersons : beforeAfter.hidden;
}

/** By what a goal is known in any language. */
export function goalKey({ name, validFrom, direction }: Goal): string {
  return [name, ...(validFrom === null ? [] : [monthText(validFrom)]), ...(direction === "at-most" ? ["≤"] : [])].join(
    " ",
  );
}

export function goalRemark({ responseRate }: Goal, words: FinalReportTexts, language: Language): string {
  return responseRate === null ? "" : words.responseRate(percentText(responseRate, 0, language));
}

export function putGoals(frame: FinalReportFrame): void {
  const { draft, item, texts } = frame;
  const { goals } = item.report;
  if (goals.length === 0) return;
  const words = texts.final.report;
  section(frame, words.goalsHeading);
  headings(frame, draft.next, [
    [words.goal, "left"],
    [words.target, "right"],
    [words.outcome, "right"],
    [words.fulfilment, "right"],
    [words.verdict, "left"],
    [words.remark, "left"],
  ]);
  const top = draft.next;
  const hidden = boardReportOf(item.report).goals;
  goals.forEach((result, at_) => {
    putGoal(frame, result, hidden[at_] ?? SHOWN);
  });
  const area = { top, left: FINAL.share, bottom: draft.last, right: FINAL.share };
  const cell = `$${at(top, FINAL.share)}`;
  draft.mark({ area, formula: `${cell}=${literal(words.verdicts.reached)}`, look: "good" });
  draft.mark({ area, formula: `${cell}=${literal(words.verdicts.not)}`, look: "bad" });
  draft.mark({ area, formula: `${cell}=${literal(words.verdicts.partly)}`, look: "warn" });
  draft.putText(draft.next, 0, words.verdictNote(percentText(PARTLY_FROM, 0, texts.language)));
  if (hidden.some(isHidden)) draft.putText(draft.next, 0, texts.final.beforeAfter.maskNote);
}

/** A number of persons. */
const INTEGER: NumberFormat = { kind: "number", decimals: 0 };

const SHOWN: HiddenGoal = { outcome: null, actualBase: null, verdict: false };

/** The goal's name as the board may see it. */
export function boardGoalName(goal: Goal, hidden: HiddenGoal, { final }: Texts): string {
  const { name } = goal;
  const shown = isHidden(hidden) ? withoutNumbers(name, final.beforeAfter.hidden) : name;
  return goalName({ ...goal, name: shown }, final.report);
}

export function isHidden({ outcome, actualBase }: HiddenGoal): boolean {
  return outcome !== null || actualBase !== null;
}

function putGoal(
  { draft, texts, item }: FinalReportFrame,
  { goal, fulfilment, verdict }: GoalResult,
  hidden: HiddenGoal,
): void {
  const words = texts.final.report;
  const row = draft.next;
  const format = goalFormat(goal);
  const [target, outcome] = [at(row, FINAL.granted), at(row, FINAL.used)];
  const written = (field: "verdict" | "remark", cell: Cell): Cell => writable(item, field, goalKey(goal), cell);
  const [reached, partly] =
    goal.direction === "at-least"
      ? [`${outcome}>=${target}`, `${outcome}>=${target}*${PARTLY_FROM.toString()}`]
      : [`${outcome}<=${target}`, `${outcome}*${PARTLY_FROM.toString()}<=${target}`];
  draft.putRow(row, 0, [
    textCell(boardGoalName(goal, hidden, texts), "plain", { wrap: true }),
    numberCell(goal.target, format),
    hidden.outcome === null
      ? numberCell(goal.outcome, format)
      : textCell(hidingWords(hidden.outcome, texts), "plain", { align: "right" }),
    hidden.outcome === null
      ? formulaCell(`IF(${target}=0,"",${outcome}/${target})`, fulfilment, { kind: "percent", decimals: 1 })
      : hiddenCell(texts),
    written(
      "verdict",
      hidden.outcome === null
        ? textFormulaCell(
            `IF(${reached},${literal(words.verdicts.reached)},IF(${partly},${literal(words.verdicts.partly)},${literal(words.verdicts.not)}))`,
            words.verdicts[verdict],
            "plain",
            { indent: 1 },
          )
        : textCell(hidden.verdict ? texts.final.beforeAfter.hidden : words.verdicts[verdict], "plain", { indent: 1 }),
    ),
    written("remark", textCell(goalRemark(goal, words, texts.language), "input", { wrap: true, indent: 1 })),
  ]);
}

/** A figure that follows from a hidden one. */
function hiddenCell({ final }: Texts): Cell {
  return textCell(final.beforeAfter.hidden, "plain", { align: "right" });
}

/** Shares of the actual and of the expected number, where either is given. */
export function putBases(frame: FinalReportFrame): void {
  const { draft, item, texts } = frame;
  const hidden = boardReportOf(item.report).goals;
  const results = item.report.goals
    .map((result, at_) => ({ ...result, hidden: hidden[at_] ?? SHOWN }))
    .filter(({ goal }) => goal.actualBase !== null || goal.expectedBase !== null);
  if (results.length === 0) return;
  const words = texts.final.report;
  section(frame, words.basesHeading);
  headings(frame, draft.next, [
    [words.goal, "left"],
    [words.outcome, "right"],
    [words.actualBase, "right"],
    [words.expectedBase, "right"],
    [words.ofActual, "right"],
    [words.ofExpected, "left"],
  ]);
  for (const { goal, shareOfActual, shareOfExpected, hidden: own } of results) {
    const row = draft.next;
    const number = numberOf(goal);
    const format = goal.counted === undefined ? goalFormat(goal) : INTEGER;
    const figure = (value: Decimal | null, hiding: Hiding | null, as: NumberFormat): Cell =>
      hiding === null ? numberCell(value, as) : textCell(hidingWords(hiding, texts), "plain", { align: "right" });
    const base = (value: Decimal | null): NumberFormat => ({
      kind: "number",
      decimals: Math.min(2, value?.decimalPlaces() ?? 0),
    });
    const share = (column: number): string => `IF(N(${at(row, column)})=0,"",${at(row, 1)}/${at(row, column)})`;
    draft.putRow(row, 0, [
      textCell(boardGoalName(goal, own, texts), "plain", { wrap: true }),
      figure(number, own.outcome, format),
      figure(goal.actualBase, own.actualBase, base(goal.actualBase)),
      numberCell(goal.expectedBase, base(goal.expectedBase)),
      isHidden(own) ? hiddenCell(texts) : formulaCell(share(2), shareOfActual, SHARE),
      own.outcome !== null
        ? textCell(texts.final.beforeAfter.hidden, "plain", { indent: 1 })
        : formulaCell(share(3), shareOfExpected, SHARE, "plain", { align: "left", indent: 1 }),
    ]);
  }
  if (results.some(({ basesDiffer }) => basesDiffer)) draft.putText(draft.next, 0, words.basesNote);
}
