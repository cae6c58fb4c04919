// src/domain/return/contributionValue.ts: money in on the same scale as money back: in the kronor of the price year, discounted to the first year of the calculation.
// What was booked stays as it is in contribution.ts; "as reported" changes nothing here (method.md §0 and §3).
import type { Scenario } from "./assumptions";
import { type Contribution, type Contributions, contributionsOf, ownTimeOf } from "./contribution";
import { Decimal } from "../money";
import type { YearFactors } from "./yearFactors";

/** The consumer price index of a year, null where it is not known. */
export type PriceIndex = (year: number) => Decimal | null;

/** What a krona of a year counts as: `price` · `discount`. */
export interface YearValue {
  /** Index of the price year / index of the year; 1 where nothing is converted. */
  readonly price: Decimal;
  /** False: it should be converted, but an index is missing or the year is not said; it counts as it is. */
  readonly priced: boolean;
  /** (1 + r)^(−(year − first year)). */
  readonly discount: Decimal;
}

/** The scale of one scenario: what a krona paid in during a year counts as. A contribution that names no year is of the first one, in the price year's kronor. */
export function contributionScale(
  scenario: Pick<Scenario, "contributionPrices" | "prices" | "priceYear">,
  { later }: Pick<YearFactors, "later">,
  startYear: number,
  priceIndex: PriceIndex | undefined,
): (year: number | null) => YearValue {
  const one = new Decimal(1);
  const converts = scenario.contributionPrices === "price-year" && scenario.prices === "fixed";
  const indexOf = (year: number | null): Decimal | null => (year === null ? null : (priceIndex?.(year) ?? null));
  const to = indexOf(scenario.priceYear);
  return (year) => {
    const discount = year === null ? one : later(year - startYear);
    if (!converts || year === scenario.priceYear) return { price: one, priced: true, discount };
    const from = indexOf(year);
    return from === null || to === null
      ? { price: one, priced: false, discount }
      : { price: to.div(from), priced: true, discount };
  };
}

/** The same rows and sums with every amount times what its year's krona counts as. kr, unrounded. */
export function valuedContributions(
  rows: readonly Contribution[],
  scale: (year: number | null) => YearValue,
): Contributions {
  return contributionsOf(
    rows.map((row) => {
      const { price, discount } = scale(row.year);
      const factor = price.times(discount);
      return { ...row, cash: row.cash.times(factor), ownTime: ownTimeOf(row).times(factor), hours: null };
    }),
  );
}
