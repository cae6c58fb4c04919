// src/domain/deviation/budget.ts: what intake hands to the calculations: one normalised budget table.
import type { Decimal, Money, Unit } from "../money";
import type { Period } from "../period";
import type { Recount } from "./recount";

/**
 * Whether the source writes costs as negative or as positive numbers; in a table with income only, how it would write costs beside it
 * (income positive: `negative`). Decides deviation = outcome − budget or budget − outcome, but for income where both are positive.
 */
export type CostSign = "negative" | "positive";

/** What a line is: `net` is what a unit costs or brings in when its income and costs are taken together, signed as the table writes costs. */
export type LineKind = "income" | "cost" | "net";

/**
 * How a table writes income beside costs. `costs-negative`: costs negative, income positive. `all-positive`: both positive.
 * `ledger`: costs positive, income negative. `costs-only`, `income-only`: the other kind is not there.
 */
export type Orientation = "costs-negative" | "all-positive" | "ledger" | "costs-only" | "income-only";

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
  // What has been requisitioned and what has been paid of it: beside the outcome, never set against it.
  "requisitioned",
  "paid",
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
  /**
   * How each of `lines` enters, in their order; absent: as in the table's own totals (income less costs where both are written
   * positive, else the plain sum).
   */
  readonly signs?: readonly (1 | -1)[];
  /** kr, the source's sign. */
  readonly stated: Decimal;
}

/** A result that the source states (`Årets resultat`): compared like a total, and nothing is ever computed against it. */
export interface StatedResult extends ControlTotal {
  /** As the source calls it. */
  readonly label: string;
}

/** kr with the cell it stands in. */
export interface StatedAmount {
  readonly amount: Decimal;
  readonly origin: Origin;
}

/** Equity as the source states it, kr, positive when there is some; null: not stated. Whether it agrees is computed (equity.ts). */
export interface StatedEquity {
  readonly opening: StatedAmount | null;
  readonly change: StatedAmount | null;
  readonly closing: StatedAmount | null;
  /** The size that the association has decided to keep. */
  readonly decided: StatedAmount | null;
}

/** How many sums, results and deviations the source states, and how many of them the reading explains. */
export interface Explained {
  readonly stated: number;
  readonly explained: number;
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
  /** What each of `lines` is. */
  readonly kinds: readonly LineKind[];
  readonly orientation: Orientation;
  readonly periods: readonly Period[];
  readonly versions: readonly Version[];
  readonly entries: readonly BudgetEntry[];
  readonly controlTotals: readonly ControlTotal[];
  readonly results: readonly StatedResult[];
  readonly equity: StatedEquity | null;
  /** Null: what is stated is `controlTotals` and `results`, and a comparison says what is explained. */
  readonly explained: Explained | null;
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
