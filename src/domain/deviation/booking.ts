// src/domain/deviation/booking.ts: which periods of a table are booked, and which budget an outcome on a part of a longer period is set against.
import { contains, type MonthIndex, monthsIn, type Period } from "../period";
import { hasAmounts, type Measure, slotOf, type TableSums } from "./tableSums";

/**
 * A period that has outcome but no budget of its own, inside a longer period that has budget but no outcome (outcome
 * `2024 jan–aug`, budget `2024`): it is set against `months`/`of` of the budget of period `source`.
 */
export interface BudgetPart {
  /** Index of the longer period. */
  readonly source: number;
  readonly months: number;
  readonly of: number;
}

export interface Booking {
  /** Index of the period with outcome that ends last; −1: none. */
  readonly lastBooked: number;
  /** Last month of that period; null: nothing is booked. */
  readonly bookedTo: MonthIndex | null;
  /** Per period: it ends no later than the last booked month, and its budget is not shared out over shorter periods. */
  readonly booked: readonly boolean[];
  /** Per period: the part of a longer period's budget that is its own; null for nearly all tables. */
  readonly parts: readonly (BudgetPart | null)[];
}

/** Booked periods are those up to the last one in which any line has an outcome. */
export function bookingOf(periods: readonly Period[], sums: TableSums): Booking {
  const withOutcome = periods.map((_, period) => hasAmounts(sums, sums.outcome, period));
  const withBudget = periods.map((_, period) => hasAmounts(sums, sums.budget, period));
  let lastBooked = -1;
  periods.forEach((period, index) => {
    if (withOutcome[index] && period.to >= (periods[lastBooked]?.to ?? -Infinity)) lastBooked = index;
  });
  const bookedTo = periods[lastBooked]?.to ?? null;
  const isSource = (index: number): boolean => withBudget[index] === true && withOutcome[index] === false;
  const parts = periods.map((period, index) =>
    withOutcome[index] && !withBudget[index] ? partOf(period, periods, isSource) : null,
  );
  const sources = new Set(parts.map((part) => part?.source));
  return {
    lastBooked,
    bookedTo,
    booked: periods.map((period, index) => bookedTo !== null && period.to <= bookedTo && !sources.has(index)),
    parts,
  };
}

/** The shortest longer period around `period` that passes `isSource`. */
function partOf(period: Period, periods: readonly Period[], isSource: (index: number) => boolean): BudgetPart | null {
  let source = -1;
  periods.forEach((other, index) => {
    const longer = contains(other, period) && monthsIn(other) > monthsIn(period);
    if (longer && isSource(index) && (source < 0 || monthsIn(other) < monthsIn(periods[source]!))) source = index;
  });
  return source < 0 ? null : { source, months: monthsIn(period), of: monthsIn(periods[source]!) };
}

/** The measure with the parts of longer periods shared out; the same one where there are none. Unrounded. */
export function sharedOut(measure: Measure, table: TableSums, { parts }: Booking): Measure {
  if (parts.every((part) => part === null)) return measure;
  const shared: Measure = { sums: measure.sums.copy(), counts: measure.counts.slice() };
  parts.forEach((part, period) => {
    if (part === null) return;
    for (let line = 0; line < table.lines; line++) {
      const slot = slotOf(table, line, period);
      const source = slotOf(table, line, part.source);
      if (measure.counts[source] === 0 || measure.counts[slot]! > 0) continue;
      shared.sums.add(slot, measure.sums.total(source).times(part.months).div(part.of));
      shared.counts[slot] = measure.counts[source]!;
    }
  });
  return shared;
}
