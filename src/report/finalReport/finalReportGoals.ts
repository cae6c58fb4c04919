// src/report/finalReport/finalReportGoals.ts: goals, fulfilment and verdict on the tab Slutrapport, and shares of both denominators.
import type { Goal, GoalResult } from "../../domain/finalReport/goals";
import { PARTLY_FROM } from "../../domain/finalReport/goals";
import { monthText } from "../../domain/period";
import type { Decimal } from "../../domain/money";
import { percentText } from "../../text/format";
import type { FinalReportTexts } from "../../text/finalReport";
import type { Language } from "../../text/texts";
import { at, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { FINAL, type FinalReportFrame, headings, section, SHARE } from "./finalReportFrame";
import type { NumberFormat } from "../sheetModel";

/** The goal's name with what makes it a goal of its own: from when it held, and which way it points. */
export function goalName({ name, validFrom, direction }: Goal, words: FinalReportTexts): string {
  const dated = validFrom === null ? name : words.validFrom(name, monthText(validFrom));
  return direction === "at-most" ? words.atMost(dated) : dated;
}

/** Decimals that both figures of a goal need, two at most. */
export function goalDecimals({ target, outcome }: Goal): number {
  return Math.min(2, Math.max(target.decimalPlaces(), outcome.decimalPlaces()));
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
  for (const result of goals) putGoal(frame, result);
  const area = { top, left: FINAL.share, bottom: draft.next - 1, right: FINAL.share };
  const cell = `$${at(top, FINAL.share)}`;
  draft.mark({ area, formula: `${cell}=${literal(words.verdicts.reached)}`, look: "good" });
  draft.mark({ area, formula: `${cell}=${literal(words.verdicts.not)}`, look: "bad" });
  draft.mark({ area, formula: `${cell}=${literal(words.verdicts.partly)}`, look: "warn" });
  draft.putText(draft.next, 0, words.verdictNote(percentText(PARTLY_FROM, 0, texts.language)));
}

function putGoal({ draft, texts }: FinalReportFrame, { goal, fulfilment, verdict }: GoalResult): void {
  const words = texts.final.report;
  const row = draft.next;
  const format: NumberFormat = { kind: "number", decimals: goalDecimals(goal) };
  const [target, outcome] = [at(row, FINAL.granted), at(row, FINAL.used)];
  const [reached, partly] =
    goal.direction === "at-least"
      ? [`${outcome}>=${target}`, `${outcome}>=${target}*${PARTLY_FROM.toString()}`]
      : [`${outcome}<=${target}`, `${outcome}*${PARTLY_FROM.toString()}<=${target}`];
  draft.putRow(row, 0, [
    textCell(goalName(goal, words), "plain", { wrap: true }),
    numberCell(goal.target, format),
    numberCell(goal.outcome, format),
    formulaCell(`IF(${target}=0,"",${outcome}/${target})`, fulfilment, { kind: "percent", decimals: 1 }),
    textFormulaCell(
      `IF(${reached},${literal(words.verdicts.reached)},IF(${partly},${literal(words.verdicts.partly)},${literal(words.verdicts.not)}))`,
      words.verdicts[verdict],
      "plain",
      { indent: 1 },
    ),
    textCell(goalRemark(goal, words, texts.language), "input", { wrap: true, indent: 1 }),
  ]);
}

/** Shares of the actual and of the expected number, where either is given. */
export function putBases(frame: FinalReportFrame): void {
  const { draft, item, texts } = frame;
  const results = item.report.goals.filter(({ goal }) => goal.actualBase !== null || goal.expectedBase !== null);
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
  for (const { goal, shareOfActual, shareOfExpected } of results) {
    const row = draft.next;
    const format: NumberFormat = { kind: "number", decimals: goalDecimals(goal) };
    const base = (value: Decimal | null): NumberFormat => ({
      kind: "number",
      decimals: Math.min(2, value?.decimalPlaces() ?? 0),
    });
    const share = (column: number): string => `IF(N(${at(row, column)})=0,"",${at(row, 1)}/${at(row, column)})`;
    draft.putRow(row, 0, [
      textCell(goalName(goal, words), "plain", { wrap: true }),
      numberCell(goal.outcome, format),
      numberCell(goal.actualBase, base(goal.actualBase)),
      numberCell(goal.expectedBase, base(goal.expectedBase)),
      formulaCell(share(2), shareOfActual, SHARE),
      formulaCell(share(3), shareOfExpected, SHARE, "plain", { align: "left", indent: 1 }),
    ]);
  }
  if (results.some(({ basesDiffer }) => basesDiffer)) draft.putText(draft.next, 0, words.basesNote);
}
