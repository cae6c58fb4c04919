// src/domain/deviation/budget.ts: what intake hands to the calculations: one normalised budget table.
import type { Decimal, Money, Unit } from "../money";
import type { Period } from "../period";
import type { Recount } from "./recount";

/** Whether the source writes costs as negative or as positive numbers. Decides deviation = outcome − budget or budget − outcome. */
export type CostSign = "negative" | "positive";

/** How a property of a table was arrived at; always shown, always overridable. */
export type Reading = "stated" | "inferred" | "assumed" | "chosen";

/** Where figures stand in the source. Addresses are opaque text here. */
export interface Origin {
  readonly workbook: string | null;
  readonly sheet: string;
  /** The row's range in A1, such as `E6:F6` or `E6,H6`: what the link and the tracing show. */
  readonly cells: string;
}

/** The figures that a line may have beside budget and outcome. The full-year forecast uses the last two and its own. */
export const VERSION_KINDS = [
  "original-budget",
  "revised-budget",
  "forecast",
  "last-year",
  // The whole year's budget beside that of the months so far.
  "full-year-budget",
  // Worked up but not yet requisitioned, where funds are drawn in arrears: in no outcome.
  "worked-up",
] as const;

/** A further figure per line beside budget and outcome. */
export interface Version {
  readonly kind: (typeof VERSION_KINDS)[number];
  /** The source's heading, such as `Reviderad budget 2024-05-01`. */
  readonly label: string;
}

/** One cost line × period as the source gave it. Amounts in kr (or öre), the source's sign; null: the cell was empty. */
export interface BudgetEntry {
  /** Index into BudgetTable.lines. */
  readonly line: number;
  /** Index into BudgetTable.periods. */
  readonly period: number;
  readonly account: string | null;
  readonly party: string | null;
  readonly outcome: Money | null;
  readonly budget: Money | null;
  /** In the order of BudgetTable.versions. */
  readonly versions: readonly (Money | null)[];
  readonly origin: Origin;
  readonly remark: string | null;
}

/** A total that the source states; compared with the computed one, never added in. */
export interface ControlTotal {
  readonly origin: Origin;
  readonly measure: "outcome" | "budget" | "deviation";
  /** Indices into lines and periods that it sums; the entries of these lines and periods are its addends. */
  readonly lines: readonly number[];
  readonly periods: readonly number[];
  /** kr, the source's sign. */
  readonly stated: Decimal;
}

/** Where the user says that a line's content changes (who pays the staff): figures before and after are not comparable (method.md §1). */
export interface SeriesBreak {
  /** Index into BudgetTable.lines. */
  readonly line: number;
  /** Index into BudgetTable.periods, the first one with the new content; null: the source does not say. */
  readonly period: number | null;
  /** The user's words; empty: a mark only. */
  readonly text: string;
  readonly origin: Origin;
}

/** One table of one initiative, normalised. Lines in source order, periods in time order. */
export interface BudgetTable {
  /** From an Insats column, the initiative's name field or null. */
  readonly initiative: string | null;
  readonly workbook: string | null;
  readonly sheet: string;
  /** The whole table's range in A1. */
  readonly range: string;
  readonly layout: "long" | "wide";
  readonly unit: Unit;
  readonly unitReading: Reading;
  readonly sign: CostSign;
  readonly signReading: Reading;
  /** Most decimals seen in the amounts, in the table's own unit (0 or 2 in kr, 0–3 in tkr, 0–6 in Mkr): how many to show. */
  readonly decimals: number;
  readonly lines: readonly string[];
  readonly periods: readonly Period[];
  readonly versions: readonly Version[];
  readonly entries: readonly BudgetEntry[];
  readonly controlTotals: readonly ControlTotal[];
  /** By line, then in the order of the source. */
  readonly seriesBreaks: readonly SeriesBreak[];
  /** Its rows summed a second time, straight from the cells. Absent: not done, as for every wide table. */
  readonly recount?: Recount;
}

/** Facts about an initiative from a label/value table. Null: not given. */
export interface InitiativeFacts {
  readonly name: string | null;
  /** First and last month, as MonthIndex. */
  readonly from: number | null;
  readonly to: number | null;
  readonly granted: Decimal | null;
  readonly used: Decimal | null;
  readonly statedUsedShare: Decimal | null;
  readonly participants: Fact | null;
  readonly closed: Fact | null;
  readonly toWorkOrStudies: Fact | null;
  readonly plannedParticipants: Fact | null;
  readonly plannedParticipantsPerYear: Fact | null;
  readonly plannedClosed: Fact | null;
  readonly plannedClosedPerYear: Fact | null;
  readonly plannedToWorkOrStudies: Fact | null;
  readonly plannedToWorkOrStudiesPerYear: Fact | null;
  /** How much of the budget follows the volume, 0–1. */
  readonly volumeShare?: Decimal | null;
}

/** A count with the cell it stands in. */
export interface Fact {
  readonly value: Decimal;
  readonly origin: Origin;
}
