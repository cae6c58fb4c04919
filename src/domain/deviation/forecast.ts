// src/domain/deviation/forecast.ts: full-year forecast where the budget covers more months than the outcome (method.md §1).
import type { BudgetTable, CostSign, Version } from "./budget";
import type { Booking } from "./booking";
import { deviationOf } from "./deviation";
import { ExactSums } from "../exactSums";
import { signOfLine, signOfResult, weightOf } from "./lineKind";
import { type Decimal, sum, toKr, ZERO } from "../money";
import { calendarYear, contains, type MonthIndex, overlaps, type Period, unionMonths, yearOf } from "../period";
import { hasAmounts, type Measure, slotOf, type TableSums } from "./tableSums";

/** kr, the source's sign. `deviation` is the chosen forecast against the full-year budget, positive when favourable. */
export interface LineForecast {
  readonly fullYearBudget: Decimal;
  /** Worked up in the year but not yet requisitioned, so in no outcome; null where the source gives none. */
  readonly workedUp: Decimal | null;
  /** (A + worked up) · M / m. */
  readonly linear: Decimal;
  /**
   * A + worked up + B of the months that are neither booked nor worked up (what the whole year's budget leaves, where that is given);
   * null where the budget is not split by period.
   */
  readonly periodised: Decimal | null;
  /** The officer's own figure, from a forecast column; null where none. */
  readonly own: Decimal | null;
  /** own, else periodised, else linear. */
  readonly chosen: Decimal;
  readonly deviation: Decimal;
}

export interface Forecast {
  /** Months booked, or worked up after the last booked one. */
  readonly bookedMonths: number;
  readonly budgetMonths: number;
  /** Which of the three `chosen` is for the table as a whole. */
  readonly method: "own" | "periodised" | "linear";
  /** Indices of the periods of the year that is forecast. */
  readonly periods: readonly number[];
  /** Those of them that are neither booked nor worked up. */
  readonly remaining: readonly number[];
  readonly byLine: readonly LineForecast[];
  readonly total: LineForecast;
}

/** What all lines of a forecast share. */
interface Year {
  readonly all: readonly number[];
  readonly booked: readonly number[];
  /** Neither booked nor worked up. */
  readonly remaining: readonly number[];
  readonly bookedMonths: number;
  readonly budgetMonths: number;
  /** The budget is given by shorter periods than the year, so that what remains of it is known. */
  readonly split: boolean;
}

/** Further figures that a forecast uses; null or empty: the source has none. */
interface Further {
  readonly own: Measure | null;
  readonly workedUp: readonly Measure[];
  readonly fullYear: Measure | null;
}

/**
 * Forecast for the year of the last booked month: the calendar year, or the period around that month where one crosses the
 * new year. Null where nothing is booked or the budget covers no more months than the outcome. Of several forecast columns
 * the last one counts as the officer's own figure; a line without one falls back on the computed forecast. The chosen total
 * is the sum of the lines' chosen figures.
 */
export function forecastOf(table: BudgetTable, sums: TableSums, booking: Booking): Forecast | null {
  if (booking.bookedTo === null) return null;
  const further = furtherOf(table, sums);
  const year = yearToForecast(table.periods, sums, booking, booking.bookedTo, further);
  if (year.bookedMonths === 0 || year.budgetMonths <= year.bookedMonths) return null;
  const byLine = table.lines.map((_, line) => lineForecast(line, sums, year, further, signOfLine(table, line)));
  const method = byLine.some((line) => line.own !== null) ? "own" : year.split ? "periodised" : "linear";
  return {
    bookedMonths: year.bookedMonths,
    budgetMonths: year.budgetMonths,
    method,
    periods: year.all,
    remaining: year.remaining,
    byLine,
    total: totalForecast(byLine, table),
  };
}

function furtherOf({ versions }: BudgetTable, sums: TableSums): Further {
  const last = (wanted: Version["kind"]): Measure | null =>
    sums.versions[versions.findLastIndex(({ kind }) => kind === wanted)] ?? null;
  const workedUp = versions.flatMap(({ kind }, index) => (kind === "worked-up" ? [sums.versions[index]!] : []));
  return { own: last("forecast"), workedUp, fullYear: last("full-year-budget") };
}

/** What the source says is worked up but no forecast counts: no year is forecast, or it belongs to another one. kr, the source's sign. */
export function workedUpUnused({ versions, entries }: BudgetTable, forecast: Forecast | null): Decimal {
  const counted = new Set(forecast?.periods);
  const amounts = entries
    .filter(({ period }) => !counted.has(period))
    .flatMap((entry) => entry.versions.filter((_, index) => versions[index]?.kind === "worked-up"));
  return sum(amounts.flatMap((amount) => (amount === null ? [] : [toKr(amount)])));
}

function yearToForecast(
  periods: readonly Period[],
  sums: TableSums,
  booking: Booking,
  last: MonthIndex,
  { workedUp, fullYear }: Further,
): Year {
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
  // Work goes on to the end of the last period that any of it is stated for, though the funds are not drawn yet.
  const workedTo = all
    .filter((index) => periods[index]!.from > last && workedUp.some((measure) => hasAmounts(sums, measure, index)))
    .reduce((to, index) => Math.max(to, periods[index]!.to), last);
  const isWorked = (index: number): boolean => !sources.has(index) && periods[index]!.to <= workedTo;
  const done = all.filter((index) => booking.booked[index] === true || isWorked(index));
  return {
    all,
    booked,
    remaining: all.filter((index) => !done.includes(index)),
    bookedMonths: unionMonths(spans(done)),
    budgetMonths: all.some((index) => fullYear !== null && hasAmounts(sums, fullYear, index))
      ? unionMonths([span])
      : unionMonths(spans(budgeted)),
    split: !all.some((index) => sources.has(index)),
  };
}

function lineForecast(
  line: number,
  sums: TableSums,
  year: Year,
  { own, workedUp, fullYear }: Further,
  sign: CostSign,
): LineForecast {
  const slots = (periods: readonly number[]): number[] => periods.map((period) => slotOf(sums, line, period));
  const all = slots(year.all);
  const given = (measure: Measure): boolean => all.some((slot) => measure.counts[slot]! > 0);
  const notDrawn = workedUp.filter(given).map((measure) => totalOf(measure, all));
  const done = sum([totalOf(sums.outcome, slots(year.booked)), ...notDrawn]);
  const budget = totalOf(sums.budget, all);
  const remaining = totalOf(sums.budget, slots(year.remaining));
  const fullYearBudget = fullYear !== null && given(fullYear) ? totalOf(fullYear, all) : budget;
  return completed(
    {
      fullYearBudget,
      workedUp: notDrawn.length === 0 ? null : sum(notDrawn),
      linear: done.times(year.budgetMonths).div(year.bookedMonths),
      periodised: year.split ? done.plus(fullYearBudget).minus(budget.minus(remaining)) : null,
      own: own !== null && given(own) ? totalOf(own, all) : null,
    },
    sign,
  );
}

/** The net result's: each line enters with its weight. */
function totalForecast(byLine: readonly LineForecast[], table: BudgetTable): LineForecast {
  const net = (of: (line: LineForecast) => Decimal): Decimal =>
    sum(byLine.map((line, at) => (weightOf(table, at) === -1 ? of(line).negated() : of(line))));
  const all = (of: (line: LineForecast) => Decimal | null): Decimal | null =>
    byLine.some((line) => of(line) === null) ? null : net((line) => of(line) ?? ZERO);
  const figures = {
    fullYearBudget: net((line) => line.fullYearBudget),
    workedUp: byLine.every((line) => line.workedUp === null) ? null : net((line) => line.workedUp ?? ZERO),
    linear: net((line) => line.linear),
    periodised: all((line) => line.periodised),
    own: all((line) => line.own),
  };
  return completed(
    figures,
    signOfResult(table),
    net((line) => line.chosen),
  );
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
