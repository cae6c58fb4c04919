// src/domain/rollUp/fileSummary.ts: what a roll-up keeps of one file: plain data that can be sent between threads and stored as JSON.
import type { Severity } from "../problem";
import type { LineKind } from "../deviation/budget";
import type { Horizon } from "../return/agencyReturn";

/**
 * kr as a decimal string with at most four decimals, half away from zero. Costs are negative and income positive whatever the source's signs, so
 * that outcome − budget is the deviation of everything, positive when favourable, and sums over anything are results.
 */
export type Kr = string;

export interface Measures {
  readonly outcome: Kr;
  readonly budget: Kr;
  readonly deviation: Kr;
}

/** One line in one booked period. */
export interface LineFigures extends Measures {
  readonly line: string;
  readonly kind: LineKind;
  readonly period: string;
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
}

export interface BudgetSummary {
  readonly lines: readonly LineFigures[];
  readonly total: Measures & { readonly share: string | null };
  /** For the whole budget, where part of a year is booked; null: there is none. */
  readonly forecast: { readonly budget: Kr; readonly forecast: Kr; readonly deviation: Kr } | null;
  /** Lines with a deviation over the limits. */
  readonly marked: number;
}

/** What one party pays in and gets back to a horizon. */
export interface PartyFigures {
  readonly agency: string;
  readonly horizon: Horizon;
  readonly paidIn: Kr;
  /** Null: masked. */
  readonly paidBack: Kr | null;
}

/** Money in and back. What rests on fewer than five persons is null, and `masked` says so. */
export interface ReturnSummary {
  readonly masked: boolean;
  readonly persons: number | null;
  readonly parties: readonly PartyFigures[];
  /** The cooperating parties at five years. */
  readonly paidIn: Kr;
  readonly paidBack: Kr | null;
  readonly ratio: string | null;
  readonly paybackMonth: number | null;
}

export interface InitiativeSummary {
  readonly name: string;
  /** Null: the rows of the file as a whole. */
  readonly sheet: string | null;
  readonly budget: BudgetSummary | null;
  /** Cost per participant, kr, positive; null: not known, or of fewer than five. */
  readonly unitCost: { readonly budget: string | null; readonly outcome: string | null } | null;
  readonly money: ReturnSummary | null;
}

/** What is wrong in a file, in the words of the run. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

export interface FileSummary {
  /** Path under the folder, with `/`. */
  readonly file: string;
  /** `doubled`: its content is another file's, and counted there. `failed`: an error of ours, or no answer in time. */
  readonly state: "read" | "refused" | "doubled" | "failed";
  /** The file that it doubles; null: none. */
  readonly doubles: string | null;
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  readonly questions: number;
  readonly remarks: readonly Remark[];
  /** How many more there were than `remarks` holds. */
  readonly moreRemarks: number;
  readonly initiatives: readonly InitiativeSummary[];
}
