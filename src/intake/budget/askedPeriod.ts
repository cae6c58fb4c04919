// src/intake/budget/askedPeriod.ts: a table that says nothing of its period: one question for all of it, with the likely periods.
import { calendarYear, monthIndex, monthOfYear, type Period, yearOf } from "../../domain/period";
import { withoutEnding } from "../../domain/fileName";
import type { Grid } from "../grid";
import { periodIn } from "../periodLabel";
import { type BudgetHeader, isPeriod, type TableQuestion } from "./header";
import { periodReader } from "./rowPeriods";

/** Rows of a long table that are looked at. */
const ROWS = 12;

/** A table where it stands. */
export interface UndatedTable {
  readonly grid: Grid;
  readonly header: BudgetHeader;
  readonly rows: readonly number[];
  readonly date1904: boolean;
}

/**
 * The header with the question which period it is of, where neither it, its titles nor its rows say so. `assumed`: the header as it is
 * when the title names that period. Only proposed, the file's own period first: a file may be named after the day it was sent.
 */
export function withPeriodAsked(
  table: UndatedTable,
  likely: readonly Period[],
  assumed: (period: Period) => BudgetHeader | null,
): BudgetHeader {
  const { header, rows } = table;
  if (rows.length === 0 || isDated(table, header)) return header;
  const readings = likely.flatMap((period) => {
    const dated = assumed(period);
    if (dated === null || !isDated(table, dated)) return [];
    return [
      { value: valueOf(period), label: { code: "period-is", params: { period: period.label } }, as: { header: dated } },
    ] as const;
  });
  if (readings.length < 2) return header;
  const headings = [...header.headings.values()];
  const question: TableQuestion = { code: "which-period", params: {}, cell: null, about: headings, readings };
  return { ...header, question: () => question };
}

/** It has a column for outcome and one for budget. */
export function hasBothSides({ groups }: BudgetHeader): boolean {
  return groups.some(({ outcome }) => outcome >= 0) && groups.some(({ budget }) => budget >= 0);
}

function isDated({ grid, rows, date1904 }: UndatedTable, header: BudgetHeader): boolean {
  if (header.layout === "wide")
    return header.groups.some(({ period, outcome, budget }) => (outcome >= 0 || budget >= 0) && isPeriod(period));
  const read = periodReader(grid, header, date1904);
  return rows.slice(0, ROWS).some((row) => read(row, grid.values[row] ?? []).kind === "period");
}

function valueOf({ from, to }: Period): string {
  const [first, last] = [from, to].map((month) => `${yearOf(month)}-${String(monthOfYear(month)).padStart(2, "0")}`);
  return isYear({ from, to }) ? `year-${yearOf(from)}` : from === to ? `month-${first}` : `months-${first}-${last}`;
}

function isYear({ from, to }: Pick<Period, "from" | "to">): boolean {
  return to - from === 11 && monthOfYear(from) === 1;
}

/** The file's period, the year so far that it may mean, its year, this year and the last one; each once. */
export function likelyPeriods(file: string, today: string | null): readonly Period[] {
  const named = periodIn(withoutEnding(file).replace(/_/gu, " "), null);
  const thisYear = today === null ? null : Number(today.slice(0, 4));
  const found = [
    ...(named === null ? [] : [soFar(named), named, calendarYear(yearOf(named.from))]),
    ...(thisYear === null ? [] : [calendarYear(thisYear), calendarYear(thisYear - 1)]),
  ];
  return found.filter(({ from, to }, at) => found.findIndex((other) => other.from === from && other.to === to) === at);
}

const MONTHS = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

/** January to the period's end, where it lies within one year. */
function soFar(period: Period): Period {
  const year = yearOf(period.from);
  const from = monthIndex(year, 1);
  if (yearOf(period.to) !== year || period.from === from) return period;
  return { label: `${year} jan–${MONTHS[monthOfYear(period.to) - 1] ?? ""}`, from, to: period.to };
}
