// src/domain/rollUp/tidyRows.ts: a folder as tidy rows: one line in one period, or one party at one horizon, a row (docs/samling.md has the columns).
import type { FileSummary, InitiativeSummary, Kr } from "./fileSummary";

export interface TidyRow {
  readonly file: string;
  readonly sheet: string | null;
  readonly initiative: string;
  readonly record: "line" | "party";
  readonly line: string | null;
  readonly kind: string | null;
  readonly period: string | null;
  /** First day of the first month, last day of the last: `YYYY-MM-DD`. */
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly outcome: Kr | null;
  readonly budget: Kr | null;
  readonly deviation: Kr | null;
  readonly agency: string | null;
  readonly horizon: string | null;
  readonly paid_in: Kr | null;
  readonly paid_back: Kr | null;
  readonly persons: number | null;
  readonly masked: boolean;
}

/** How a column of the tidy file is stored. */
export type TidyType = "text" | "date" | "kr" | "count" | "flag";

/** Every column, in order. */
export const TIDY_COLUMNS: Readonly<Record<keyof TidyRow, TidyType>> = {
  file: "text",
  sheet: "text",
  initiative: "text",
  record: "text",
  line: "text",
  kind: "text",
  period: "text",
  period_from: "date",
  period_to: "date",
  outcome: "kr",
  budget: "kr",
  deviation: "kr",
  agency: "text",
  horizon: "text",
  paid_in: "kr",
  paid_back: "kr",
  persons: "count",
  masked: "flag",
};

const nothing = {
  line: null,
  kind: null,
  period: null,
  period_from: null,
  period_to: null,
  outcome: null,
  budget: null,
  deviation: null,
  agency: null,
  horizon: null,
  paid_in: null,
  paid_back: null,
  persons: null,
  masked: false,
} as const;

/** Rows of the files that are counted: doubles and files that could not be read have none. */
export function tidyRowsOf(files: readonly FileSummary[]): readonly TidyRow[] {
  return files.flatMap(({ file, initiatives }) => initiatives.flatMap((initiative) => rowsOf(file, initiative)));
}

function rowsOf(file: string, { name, sheet, budget, money }: InitiativeSummary): readonly TidyRow[] {
  const own = { ...nothing, file, sheet, initiative: name };
  const lines = (budget?.lines ?? []).map(
    ({ line, kind, period, from, to, outcome, budget: planned, deviation }): TidyRow => ({
      ...own,
      record: "line",
      line,
      kind,
      period,
      period_from: `${from}-01`,
      period_to: lastDayOf(to),
      outcome,
      budget: planned,
      deviation,
    }),
  );
  const parties = (money?.parties ?? []).map(({ agency, horizon, paidIn, paidBack }): TidyRow => ({
    ...own,
    record: "party",
    agency,
    horizon,
    paid_in: paidIn,
    paid_back: paidBack,
    persons: money?.persons ?? null,
    masked: money?.masked ?? false,
  }));
  return [...lines, ...parties];
}

/** Of a month `YYYY-MM`. */
function lastDayOf(month: string): string {
  const [year = 0, part = 1] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, part, 0)).getUTCDate()}`;
}
