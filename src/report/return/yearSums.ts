// src/report/return/yearSums.ts: the engine's figures by person-year that the yearly tables of the return tabs show.
// Old and new support are kept per share row, so that a share changed by hand reaches every year.
import { type Decimal, sum, ZERO } from "../../domain/money";
import { ceil, overlap, toDecimal } from "../../domain/return/course/months";
import { krOfUnits } from "../../domain/return/supportFlow";
import { YEARS } from "../../domain/return/yearFactors";
import type { ReturnFrame } from "./returnFrame";

/** Person-years up to the last one in which anybody has a month; 0: nobody has any. */
export function yearsShown({ spans }: ReturnFrame): number {
  const last = spans.reduce((latest, { span }) => Math.max(latest, ceil(span.to)), 0);
  return Math.min(YEARS, Math.ceil(last / 12));
}

/** By person-year. kr, unrounded. */
export interface YearSums {
  /** Person-months; what is paid beside another support adds none. */
  readonly months: readonly Decimal[];
  /** Months · amount of the old support. */
  readonly plain: readonly Decimal[];
  /** Per year, by share row: the old support with the year's factors, before it is shared between payers. */
  readonly old: readonly (readonly Decimal[])[];
  /** Likewise the new support. */
  readonly next: readonly (readonly Decimal[])[];
}

export function yearSumsOf(frame: ReturnFrame): YearSums {
  const { table, factors } = frame.flows;
  const years = Array.from({ length: yearsShown(frame) }, (_, k) => k);
  const zeros = (): Decimal[][] => years.map(() => frame.shareRows.map(() => ZERO));
  const [old, next, plain] = [zeros(), zeros(), years.map(() => ZERO)];
  for (const { before, after, kept, municipality, later, byYear } of table.groups) {
    const pair = factors.pair(before, after, later, kept);
    const [from, to] = [before, after].map((source) => frame.shareRowNumber(municipality, source) - 1);
    for (const k of years) {
      const [paid, replaced] = [0, 1].map((side) => krOfUnits(byYear[2 * k + side] ?? 0n, table.decimals));
      plain[k] = (plain[k] ?? ZERO).plus(paid ?? ZERO);
      add(old[k], from, (pair.old[k] ?? ZERO).times(paid ?? ZERO));
      add(next[k], to, (pair.next[k] ?? ZERO).times(replaced ?? ZERO));
    }
  }
  const months = years.map((k) =>
    sum(
      frame.spans
        .filter(({ span }) => !span.beside)
        .map(({ span }) => toDecimal(overlap(span.from, span.to, 12 * k, 12 * k + 12))),
    ),
  );
  return { months, plain, old, next };
}

function add(row: Decimal[] | undefined, at: number | undefined, amount: Decimal): void {
  if (row !== undefined && at !== undefined) row[at] = (row[at] ?? ZERO).plus(amount);
}
