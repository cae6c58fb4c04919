// tests/domain/return/scale.test.ts: money in and back on one scale, and payback, worked out a second time month by month in decimals.
// It shares nothing with the calculation but types and the decimals themselves.
import fc from "fast-check";
import { returnOf } from "../../../src/domain/return/agencyReturn";
import type { Scenario } from "../../../src/domain/return/assumptions";
import type { Decimal } from "../../../src/domain/money";
import { assuming, certain, dec, input, paid, person } from "../returnInput";

interface Given {
  /** Months since year 0 of the last month with support, and kr per month before and after. */
  readonly people: readonly (readonly [last: number, before: number, after: number])[];
  readonly contributions: readonly (readonly [year: number, kr: number])[];
  readonly rate: number;
  readonly outflow: number;
  readonly persistence: number;
  readonly deadweight: number;
  readonly yearly: boolean;
  readonly converts: boolean;
}

const percent = (most: number) => fc.integer({ min: 0, max: most }).map((each) => each / 100);
const given: fc.Arbitrary<Given> = fc.record({
  people: fc.array(
    fc.tuple(
      fc.integer({ min: 2021 * 12, max: 2025 * 12 + 11 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 12_000 }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  contributions: fc.array(fc.tuple(fc.integer({ min: 2019, max: 2030 }), fc.integer({ min: 1, max: 900_000 })), {
    minLength: 1,
    maxLength: 4,
  }),
  rate: percent(12),
  outflow: percent(30),
  persistence: fc.integer({ min: 1, max: 100 }).map((each) => each / 100),
  deadweight: percent(60),
  yearly: fc.boolean(),
  converts: fc.boolean(),
});

/** Made-up prices: 100 in 2019, 3 points more a year. */
const index = (year: number): Decimal => dec(100 + 3 * (year - 2019));
/** Everybody is born in June 1980 and has a pension at 68. */
const PENSION = 2048 * 12 + 5;
const ONE = dec(1);

function power(base: Decimal, times: number): Decimal {
  let result = ONE;
  for (let at = 0; at < Math.abs(times); at += 1) result = result.times(base);
  return times < 0 ? ONE.div(result) : result;
}

/** kr back in a calendar month, kr due in a year, and the month in which it is paid back for good. */
function secondTime(each: Given) {
  const start = Math.min(...each.contributions.map(([year]) => year));
  const worth = (years: number): Decimal => power(dec(1 + each.rate), -years);
  const due = new Map<number, Decimal>();
  for (const [year, kr] of each.contributions) {
    const price = each.converts ? index(2024).div(index(year)) : ONE;
    const at = year * 12;
    due.set(at, (due.get(at) ?? dec(0)).plus(price.times(kr).times(worth(year - start))));
  }
  const back = new Map<number, Decimal>();
  let withinFive = dec(0);
  for (const [last, before, after] of each.people) {
    for (let t = 0; last + 1 + t < PENSION; t += 1) {
      const k = Math.floor(t / 12);
      const begun = Math.floor((last + 1) / 12) - start;
      const off = power(dec(each.persistence), k).times(each.yearly ? ONE : dec(each.persistence).sqrt());
      const old = dec(before).times(power(dec(1).minus(each.outflow), k));
      const kr = old
        .minus(after)
        .times(dec(1).minus(each.deadweight))
        .times(off)
        .times(worth(begun + k));
      const at = last + 1 + t;
      back.set(at, (back.get(at) ?? dec(0)).plus(kr));
      if (t < 60) withinFive = withinFive.plus(kr);
    }
  }
  const first = Math.min(...each.people.map(([last]) => last + 1));
  let [paidSoFar, backSoFar] = [dec(0), dec(0)];
  let month: number | null = null;
  for (let at = Math.min(start * 12, first); at < 2100 * 12; at += 1) {
    paidSoFar = paidSoFar.plus(due.get(at) ?? 0);
    backSoFar = backSoFar.plus(back.get(at) ?? 0);
    if (at < first) continue;
    if (backSoFar.lt(paidSoFar)) month = null;
    else month ??= at - first + 1;
  }
  return { paid: paidSoFar, withinFive, month };
}

test("in, back within five years and payback agree with a second computation on random people", () => {
  fc.assert(
    fc.property(given, (each) => {
      const scenario: Scenario = {
        ...assuming(
          certain("rate", each.rate),
          certain("outflow", each.outflow),
          certain("persistence", each.persistence),
          certain("deadweight", each.deadweight),
        ),
        persistenceForm: each.yearly ? "yearly" : "running",
        contributionPrices: each.converts ? "price-year" : "as-booked",
      };
      const { horizons, payback } = returnOf(
        input({
          participants: each.people.map(([lastMonth, before, after], at) =>
            person({ id: `P${at}`, lastMonth, before: ["Försörjningsstöd", before], after: ["Aktivitetsstöd", after] }),
          ),
          // Försäkringskassan pays for Arbetsförmedlingen, so that both payers are among the parties.
          contributions: each.contributions.flatMap(([year, kr]) => [
            paid("Kommunen", dec(kr).div(2).toString(), year),
            paid("Försäkringskassan", dec(kr).div(2).toString(), year),
          ]),
          scenario,
          priceIndex: index,
        }),
      );
      const again = secondTime(each);
      expect(horizons["5"].total.in.minus(again.paid).abs().toNumber()).toBeLessThan(1e-6);
      expect(horizons["5"].total.back.minus(again.withinFive).abs().toNumber()).toBeLessThan(1e-6);
      expect(payback.month).toBe(again.month);
    }),
    { seed: 20261201, numRuns: 60 },
  );
});

/** The Green Book discounts the first year not at all, and counts years from the first outlay (HM Treasury 2022, annex 6): the yearly convention here. */
test("two years of 600 000 at 3.5 %, paid for in the year before: 600 000/1.035 + 600 000/1.035²", () => {
  const participants = [person({ before: ["Försörjningsstöd", 50_000] })];
  const { horizons } = returnOf(
    input({ participants, contributions: [paid("Kommunen", 1, 2023)], scenario: assuming(certain("rate", "0.035")) }),
  );
  expect(horizons["2"].total.back.toFixed(2)).toBe("1139816.57");
});
