// src/domain/deviation/forecast.ts: full-year forecast where the budget covers more months than the outcome (method.md §1).
import type { BudgetTable, CostSign } from "./budget";
import type { Booking } from "./booking";
import { deviationOf } from "./deviation";
import { ExactSums } from "../exactSums";
import { type Decimal, sum } from "../money";
import { calendarYear, contains, type MonthIndex, overlaps, type Period, unionMonths, yearOf } from "../period";
import { hasAmounts, type Measure, slotOf, type TableSums } from "./tableSums";

/** kr, the source's sign. `deviation` is the chosen forecast against the full-year budget, positive when favourable. */
export interface LineForecast {
  readonly fullYearBudget: Decimal;
  /** A · M / m. */
  readonly linear: Decimal;
  /** A + B of the months not booked yet; null where the budget is not split by period. */
  readonly periodised: Decimal | null;
  /** The officer's own figure, from a forecast column; null where none. */
  readonly own: Decimal | null;
  /** own, else periodised, else linear. */
  readonly chosen: Decimal;
  readonly deviation: Decimal;
}

export interface Forecast {
  readonly bookedMonths: number;
  readonly budgetMonths: number;
  /** Which of the three `chosen` is for the table as a whole. */
  readonly method: "own" | "periodised" | "linear";
  /** Indices of the periods of the year that is forecast. */
  readonly periods: readonly number[];
  readonly byLine: readonly LineForecast[];
  readonly total: LineForecast;
}

/** What all lines of a forecast share. */
interface Year {
  readonly all: readonly number[];
  readonly booked: readonly number[];
  readonly remaining: readonly number[];
  readonly bookedMonths: number;
  readonly budgetMonths: number;
  /** The budget is given by shorter periods than the year, so that what remains of it is known. */
  readonly split: boolean;
}

/**
 * Forecast for the year of the last booked month: the calendar year, or the period around that month where one crosses the
 * new year. Null where nothing is booked or the budget covers no more months than the outcome. Of several forecast columns
 * the last one counts as the officer's own figure; a line without one falls back on the computed forecast. The chosen total
 * is the sum of the lines' chosen figures.
 */
export function forecastOf(table: BudgetTable, sums: TableSums, booking: Booking): Forecast | null {
  if (booking.bookedTo === null) return null;
  const year = yearToForecast(table.periods, sums, booking, booking.bookedTo);
  if (year.bookedMonths === 0 || year.budgetMonths <= year.bookedMonths) return null;
  const ownIndex = table.versions.findLastIndex(({ kind }) => kind === "forecast");
  const own = sums.versions[ownIndex] ?? null;
  const byLine = table.lines.map((_, line) => lineForecast(line, sums, year, own, table.sign));
  const method = byLine.some((line) => line.own !== null) ? "own" : year.split ? "periodised" : "linear";
  return {
    bookedMonths: year.bookedMonths,
    budgetMonths: year.budgetMonths,
    method,
    periods: year.all,
    byLine,
    total: totalForecast(byLine, table.sign),
  };
}

function yearToForecast(periods: readonly Period[], sums: TableSums, booking: Booking, last: MonthIndex): Year {
  const month = { from: last, to: last };
  const crossing = periods.filter((p) => contains(p, month) && yearOf(p.from) !== yearOf(p.to));
  const span = crossing.reduce(
    (widest, p) => (contains(p, widest) ? p : widest),
    crossing[0] ?? calendarYear(yearOf(last)),
  );
  const all = periods.flatMap((period, index) => (overlaps(period, span) ? [index] : []));
  const booked = all.filter((index) => booking.booked[index]);
  const spans = (indices: readonly number[]): Period[] => indices.map((index) => periods[index]!);
  const sources = new Set(booking.parts.map((part) => part?.source));
  const budgeted = all.filter((index) => hasAmounts(sums, sums.budget, index));
  return {
    all,
    booked,
    remaining: all.filter((index) => !booking.booked[index]),
    bookedMonths: unionMonths(spans(booked)),
    budgetMonths: unionMonths(spans(budgeted)),
    split: !all.some((index) => sources.has(index)),
  };
}

function lineForecast(line: number, sums: TableSums, year: Year, own: Measure | null, sign: CostSign): LineForecast {
  const slots = (periods: readonly number[]): number[] => periods.map((period) => slotOf(sums, line, period));
  const booked = totalOf(sums.outcome, slots(year.booked));
  const all = slots(year.all);
  const hasOwn = own !== null && all.some((slot) => own.counts[slot]! > 0);
  return completed(
    {
      fullYearBudget: totalOf(sums.budget, all),
      linear: booked.times(year.budgetMonths).div(year.bookedMonths),
      periodised: year.split ? booked.plus(totalOf(sums.budget, slots(year.remaining))) : null,
      own: hasOwn ? totalOf(own, all) : null,
    },
    sign,
  );
}

function totalForecast(byLine: readonly LineForecast[], sign: CostSign): LineForecast {
  const all = (figures: readonly (Decimal | null)[]): Decimal | null => {
    const known = figures.filter((figure) => figure !== null);
    return known.length === byLine.length ? sum(known) : null;
  };
  const figures = {
    fullYearBudget: sum(byLine.map((line) => line.fullYearBudget)),
    linear: sum(byLine.map((line) => line.linear)),
    periodised: all(byLine.map((line) => line.periodised)),
    own: all(byLine.map((line) => line.own)),
  };
  return completed(figures, sign, sum(byLine.map((line) => line.chosen)));
}

function completed(
  figures: Omit<LineForecast, "chosen" | "deviation">,
  sign: CostSign,
  chosen: Decimal = figures.own ?? figures.periodised ?? figures.linear,
): LineForecast {
  const { amount } = deviationOf({ outcome: chosen, budget: figures.fullYearBudget }, sign);
  return { ...figures, chosen, deviation: amount };
}

function totalOf({ sums }: Measure, slots: readonly number[]): Decimal {
  const total = new ExactSums(1);
  for (const slot of slots) total.addFrom(0, sums, slot);
  return total.total(0);
}
