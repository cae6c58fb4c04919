// src/report/finalReport/beforeAfterTab.ts: the tab Före och efter: persons per support before and after, and planned against actual, as the board may see it.
// Hidden counts are an x; what would follow from them is hidden by the same formulas that compute it.
import type { BeforeAfter } from "../../domain/finalReport/beforeAfter";
import { hiddenBeforeAfter, hiddenCounts, type HiddenPair } from "../../domain/finalReport/boardCounts";
import { countDeviation, countTotal, type CountDeviation, type CountRow } from "../../domain/finalReport/goals";
import { Decimal } from "../../domain/money";
import { shareOf } from "../../domain/finalReport/reconcile";
import type { Texts } from "../../text/texts";
import { at, columnRange, fixed, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { type HeadFacts, headFacts } from "../tabHead";

export interface BeforeAfterTable {
  /** The initiative or what the table is about; null: nothing beside the heading. */
  readonly title: string | null;
  readonly result: BeforeAfter;
}

/** Rows are initiatives or measures. `plan`: planned against outcome; else persons at the start against the end. */
export interface CountTable {
  readonly title: string | null;
  readonly kind: "plan" | "start-end";
  readonly rows: readonly CountRow[];
}

export interface BeforeAfterInput {
  readonly tables: readonly BeforeAfterTable[];
  readonly counts: readonly CountTable[];
}

const COLUMN = { name: 0, first: 1, second: 2, change: 3, shareFirst: 4, shareSecond: 5 } as const;
const plan: readonly ColumnPlan[] = [
  { least: 48, most: 56 },
  ...Array.from({ length: 5 }, () => ({ least: 14, most: 18 })),
];
const SHOWN_COLUMNS = 6;
const PERSONS: NumberFormat = { kind: "number", decimals: 0 };
const PERCENT: NumberFormat = { kind: "percent", decimals: 1 };

export function beforeAfterTab(input: BeforeAfterInput, head: HeadFacts, name: string, texts: Texts): SheetModel {
  const draft = new SheetDraft(plan, texts.language);
  const words = texts.final.beforeAfter;
  headFacts(draft, texts.final.titles.beforeAfter, { ...head, unit: "" }, texts, {
    label: 0,
    value: 1,
    secondLabel: 3,
    secondValue: 4,
    secondTop: 1,
  });
  let hidden = false;
  for (const table of input.tables) hidden = putSupports(draft, table, texts) || hidden;
  for (const table of input.counts) hidden = putCounts(draft, table, texts) || hidden;
  if (input.tables.length + input.counts.length === 0) draft.putText(5, 0, words.nothing, "plain");
  else draft.putText(draft.next + 1, 0, hidden ? words.maskNote : words.notMasked);
  return draft.sheet("foreefter", name, { frozen: { rows: 4, columns: 1 }, printTitleRows: null });
}

function heading(draft: SheetDraft, title: string, about: string | null, columns: readonly string[]): void {
  draft.put(
    draft.next + 1,
    0,
    textCell(about === null ? title : `${title}: ${about}`, "group", { span: SHOWN_COLUMNS, align: "left" }),
  );
  draft.putRow(
    draft.next,
    0,
    columns.map((text, at_) => textCell(text, "heading", { align: at_ === 0 ? "left" : "right", wrap: true })),
  );
}

/** A count, an x where it is hidden, an empty cell where there is none. */
function count(
  value: number | null,
  hidden: boolean,
  words: Texts["final"]["beforeAfter"],
  look: Look = "plain",
): Cell {
  return hidden ? textCell(words.hidden, look, { align: "right" }) : numberCell(value, PERSONS, look);
}

/** A figure that follows from two cells: an x where one of them is text, empty where one is empty. */
function derived(
  formula: string,
  cells: readonly string[],
  value: Decimal | number | null,
  hidden: boolean,
  format: NumberFormat,
  look: Look,
  words: Texts["final"]["beforeAfter"],
): Cell {
  const texts = cells.map((cell) => `ISTEXT(${cell})`);
  const test = texts.length === 1 ? (texts[0] ?? "") : `OR(${texts.join(",")})`;
  const guarded = `IF(${test},${literal(words.hidden)},${formula})`;
  if (hidden) return textFormulaCell(guarded, words.hidden, look, { align: "right", format });
  return formulaCell(guarded, value, format, look);
}

/** Returns whether anything is hidden. */
function putSupports(draft: SheetDraft, { title, result }: BeforeAfterTable, texts: Texts): boolean {
  const words = texts.final.beforeAfter;
  const hidden = hiddenBeforeAfter(result);
  heading(draft, words.supportHeading, title, [
    words.support,
    words.before,
    words.after,
    words.change,
    words.shareBefore,
    words.shareAfter,
  ]);
  const top = draft.next;
  const total = top + result.rows.length;
  const bases = [
    [COLUMN.first, result.sumBefore],
    [COLUMN.second, result.sumAfter],
  ] as const;
  const row = (
    index: number,
    label: string,
    pair: HiddenPair["total"],
    figures: readonly [number, number],
    look: Look,
  ): void => {
    const at_ = top + index;
    const [before, after] = [at(at_, COLUMN.first), at(at_, COLUMN.second)];
    draft.put(at_, COLUMN.name, textCell(label, look, { wrap: true }));
    const isTotal = look === "total";
    const sum = (column: number, value: number, masked: boolean, anyMasked: boolean): Cell =>
      isTotal && !masked && !anyMasked
        ? formulaCell(`SUM(${columnRange(column, top, total - 1)})`, value, PERSONS, look)
        : count(value, masked, words, look);
    draft.put(
      at_,
      COLUMN.first,
      sum(
        COLUMN.first,
        figures[0],
        pair.first,
        hidden.rows.some(({ first }) => first),
      ),
    );
    draft.put(
      at_,
      COLUMN.second,
      sum(
        COLUMN.second,
        figures[1],
        pair.second,
        hidden.rows.some(({ second }) => second),
      ),
    );
    draft.put(
      at_,
      COLUMN.change,
      derived(
        `${after}-${before}`,
        [before, after],
        figures[1] - figures[0],
        pair.first || pair.second,
        PERSONS,
        look,
        words,
      ),
    );
    [pair.first, pair.second].forEach((masked, side) => {
      const [column, all] = bases[side]!;
      const own = at(at_, column);
      const totalMasked = side === 0 ? hidden.total.first : hidden.total.second;
      // The base is often the hidden sum: a share of it, or its formula, would give that away.
      if (totalMasked && result.base !== null) {
        draft.put(at_, COLUMN.shareFirst + side, textCell(words.hidden, look, { align: "right" }));
        return;
      }
      const whole = result.base === null ? fixed(total, column) : String(result.base);
      const share = shareOf(new Decimal(figures[side]!), new Decimal(result.base ?? all));
      const tested = result.base === null ? [own, whole] : [own];
      draft.put(
        at_,
        COLUMN.shareFirst + side,
        derived(`IF(${whole}=0,"",${own}/${whole})`, tested, share, masked || totalMasked, PERCENT, look, words),
      );
    });
  };
  result.rows.forEach(({ source, before, after }, index) =>
    row(index, source, hidden.rows[index]!, [before, after], "plain"),
  );
  row(result.rows.length, words.total, hidden.total, [result.sumBefore, result.sumAfter], "total");
  putIndividuals(draft, result, hidden, texts);
  return [...hidden.rows, hidden.total].some(({ first, second }) => first || second);
}

/** Whether they can be the same people, without giving away a hidden total. */
function putIndividuals(draft: SheetDraft, result: BeforeAfter, hidden: HiddenPair, texts: Texts): void {
  const words = texts.final.beforeAfter;
  const totalHidden = hidden.total.first || hidden.total.second;
  const { sameIndividuals, sumBefore, sumAfter, base } = result;
  const said = sameIndividuals
    ? words.sameIndividuals
    : totalHidden
      ? words.otherIndividualsMasked
      : words.otherIndividuals(sumBefore, sumAfter, base);
  draft.putText(draft.next, 0, said, sameIndividuals ? "note" : "plain");
  if (base !== null && !totalHidden) draft.putText(draft.next, 0, words.base(base));
}

/** Returns whether anything is hidden. */
function putCounts(draft: SheetDraft, { title, kind, rows }: CountTable, texts: Texts): boolean {
  const words = texts.final.beforeAfter;
  const isPlan = kind === "plan";
  const hidden = hiddenCounts(rows, isPlan);
  const { total, left } = countTotal(rows, words.total);
  heading(draft, isPlan ? words.countsHeading : words.startEndHeading, title, [
    words.initiative,
    isPlan ? words.planned : words.atStart,
    isPlan ? words.actual : words.atEnd,
    words.difference,
    words.differenceShare,
  ]);
  rows.forEach((row, index) => {
    putCount(draft, countDeviation(row), hidden.rows[index]!, "plain", words);
  });
  // A value, not a sum of the column: rows without both figures are not in it.
  putCount(draft, total, hidden.total, "total", words);
  if (left.length > 0) draft.putText(draft.next, 0, words.left(left.map(({ name }) => name)));
  return [...hidden.rows, hidden.total].some(({ first, second }) => first || second);
}

function putCount(
  draft: SheetDraft,
  { name, planned, actual, difference, share }: CountDeviation,
  hidden: HiddenPair["total"],
  look: Look,
  words: Texts["final"]["beforeAfter"],
): void {
  const row = draft.next;
  const [first, second] = [at(row, COLUMN.first), at(row, COLUMN.second)];
  const masked = hidden.first || hidden.second;
  const both = `IF(COUNT(${first}:${second})<2,"",${second}-${first})`;
  draft.putRow(row, 0, [
    textCell(name, look, { wrap: true }),
    count(planned, hidden.first, words, look),
    count(actual, hidden.second, words, look),
    derived(both, [first, second], difference, masked, PERSONS, look, words),
    derived(
      `IF(COUNT(${first}:${second})<2,"",IF(${first}=0,"",${at(row, COLUMN.change)}/${first}))`,
      [first, second],
      share,
      masked,
      PERCENT,
      look,
      words,
    ),
  ]);
}
