// src/text/kinds.ts: the words for income, costs and their result: in the tabs, on the board's page, in the pane and in the terminal.
import type { BudgetTable, CostSign, LineKind, Orientation } from "../domain/deviation/budget";
import { hasIncome } from "../domain/deviation/lineKind";
import type { Decimal } from "../domain/money";
import type { Texts } from "./texts";

/** Better and worse than its budget, as the kind's own words have it. */
export interface WayWords {
  readonly better: string;
  readonly worse: string;
}

export interface KindTexts {
  /** Heading of the column that says what a line is, and what stands in it. */
  readonly heading: string;
  readonly names: Readonly<Record<LineKind, string>>;
  /** In place of "Kostnadsslag" where there is income: over the names, and for all of them together. */
  readonly line: string;
  readonly allLines: string;
  /** In the pane: over the table of lines, and under the chart. */
  readonly perLine: string;
  readonly chartNote: string;
  readonly sections: Readonly<Record<LineKind, string>>;
  readonly sums: Readonly<Record<LineKind, string>>;
  readonly result: string;
  readonly way: Readonly<Record<LineKind, WayWords>>;
  readonly signNote: (orientation: Orientation, sign: CostSign) => string;
  /** Before one of `orientations`. */
  readonly written: string;
  readonly orientations: Readonly<Record<Orientation, string>>;
  readonly chartTitles: Readonly<Record<LineKind, string>>;
  /** Of all kinds together. */
  readonly chartTitle: string;
  readonly chartAxis: (unit: string) => string;
  /** On the board's page: `Väsentliga avvikelser: 3 av 11 rader.` */
  readonly markedOf: readonly [before: string, between: string, after: string];
  /** The lines of a kind that are not shown; `many` after their number. */
  readonly otherLines: Readonly<
    Record<LineKind, { readonly none: string; readonly one: string; readonly many: string }>
  >;
  readonly offsetting: (favourable: string, unfavourable: string, unit: string) => readonly [string, string];
  readonly perPeriodOf: Readonly<Record<LineKind, string>>;
  /** On Kontroller, where the source states results, equity, or nothing at all. */
  readonly explained: (explained: number, stated: number) => string;
  readonly allExplained: (stated: number) => string;
  readonly nothingStated: string;
  readonly equity: {
    readonly heading: string;
    readonly opening: string;
    readonly change: string;
    readonly closing: string;
    readonly decided: string;
    readonly aboveDecided: string;
    readonly action: string;
  };
}

type Kinded = Pick<BudgetTable, "kinds" | "orientation" | "sign">;

/** How the table writes its amounts, and what plus means. */
export function signNoteOf(table: Kinded, texts: Texts): string {
  return hasIncome(table)
    ? texts.kinds.signNote(table.orientation, table.sign)
    : texts.tabs.deviationWords.signNote(table.sign);
}

/** Over the names of the lines. */
export function lineHeadingOf(table: Kinded, texts: Texts): string {
  return hasIncome(table) ? texts.kinds.line : texts.tabs.deviation.costLine;
}

/** What all lines together are called: a result where there is income beside anything else. */
export function totalNameOf({ kinds }: Pick<BudgetTable, "kinds">, texts: Texts): string {
  return kinds.includes("income") && kinds.some((kind) => kind !== "income")
    ? texts.kinds.result
    : texts.tabs.deviationWords.total;
}

/** Better, worse or as budgeted, in the words of the kind. */
export function wayText(kind: LineKind, amount: Decimal, texts: Texts): string {
  if (amount.isZero()) return texts.tabs.deviationWords.asBudgeted;
  const { better, worse } = texts.kinds.way[kind];
  return amount.isPositive() ? better : worse;
}
