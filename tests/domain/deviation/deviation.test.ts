// tests/domain/deviation/deviation.test.ts: deviations, what is material, and lines that offset each other.
import fc from "fast-check";
import {
  type Deviation,
  deviationOf,
  isMaterial,
  offsettingPairs,
  standardLimits,
  totalDeviation,
} from "../../../src/domain/deviation/deviation";
import { Decimal } from "../../../src/domain/money";

const cost = (outcome: number, budget: number): { outcome: Decimal; budget: Decimal } => ({
  outcome: new Decimal(outcome),
  budget: new Decimal(budget),
});

test.each`
  case                          | budget     | outcome    | amount    | share
  ${"spent less than budgeted"} | ${-100000} | ${-80000}  | ${20000}  | ${"0.2"}
  ${"overspent"}                | ${-100000} | ${-125000} | ${-25000} | ${"-0.25"}
  ${"spent without a budget"}   | ${0}       | ${-5000}   | ${-5000}  | ${null}
  ${"nothing at all"}           | ${0}       | ${0}       | ${0}      | ${null}
  ${"a credit"}                 | ${-1000}   | ${500}     | ${1500}   | ${"1.5"}
`(
  "$case",
  ({ budget, outcome, amount, share }: { budget: number; outcome: number; amount: number; share: string | null }) => {
    const negative = deviationOf(cost(outcome, budget), "negative");
    expect(negative.amount.toNumber()).toBe(amount);
    expect(negative.share?.toString() ?? null).toBe(share);
    const positive = deviationOf(cost(0 - outcome, 0 - budget), "positive");
    expect(positive.amount.toNumber()).toBe(amount);
    expect(positive.share?.toString() ?? null).toBe(share);
  },
);

test("a total is the deviation of the sums", () => {
  const total = totalDeviation([cost(-50, -100), cost(-30, -20)], "negative");
  expect(total.amount.toString()).toBe("40");
  expect(total.share?.toFixed(6)).toBe("0.333333");
});

test("a total is the sum of the parts' amounts, in any order", () => {
  const parts = fc.array(fc.tuple(fc.integer(), fc.integer()));
  fc.assert(
    fc.property(parts, fc.constantFrom("negative" as const, "positive" as const), (figures, sign) => {
      const costs = figures.map(([outcome, budget]) => cost(outcome, budget));
      const sum = costs.reduce((all, part) => all.plus(deviationOf(part, sign).amount), new Decimal(0));
      expect(totalDeviation(costs, sign).amount.eq(sum)).toBe(true);
      expect(totalDeviation([...costs].reverse(), sign).amount.eq(sum)).toBe(true);
    }),
  );
});

test.each([
  ["both limits reached exactly", -900_000, -1_000_000, true],
  ["an öre short of the amount", -900_000.01, -1_000_000, false],
  ["the amount but not the share", -1_900_000, -2_000_001, false],
  ["the share but not the amount", -10, -20, false],
  ["no budget", -100_000, 0, true],
  ["unfavourable", -1_100_000, -1_000_000, true],
])("material: %s", (_, outcome, budget, expected) => {
  expect(isMaterial(deviationOf(cost(outcome, budget), "negative"), standardLimits)).toBe(expected);
});

test("no deviation is never material, whatever the limits", () => {
  const none = deviationOf(cost(0, 0), "negative");
  expect(isMaterial(none, { amount: new Decimal(0), share: new Decimal(0) })).toBe(false);
});

/** Lines with a budget of −1 000 000 each (−2 000 000 in all for two lines) and these deviations. */
const lines = (...amounts: number[]): Deviation[] =>
  amounts.map((amount) => deviationOf(cost(amount - 1_000_000, -1_000_000), "negative"));

test.each<[string, Deviation[], (readonly [number, number])[]]>([
  ["opposite and alike in size", lines(400_000, -300_000), [[0, 1]]],
  ["the smaller exactly half of the larger", lines(-200_000, 400_000), [[1, 0]]],
  ["the smaller less than half", lines(400_000, -199_999), []],
  ["the same direction", lines(400_000, 300_000), []],
  ["one not material", lines(150_000, -90_000), []],
  ["exactly 5 % of the budget each", lines(100_000, -100_000), [[0, 1]]],
  ["material but under 5 % of the budget", lines(140_000, -140_000, 0), []],
  [
    "one saving, two overruns",
    lines(400_000, -300_000, -300_000),
    [
      [0, 1],
      [0, 2],
    ],
  ],
  ["no budget at all", [deviationOf(cost(200_000, 0), "negative"), deviationOf(cost(-200_000, 0), "negative")], []],
])("offsetting: %s", (_, totals, pairs) => {
  const found = offsettingPairs(totals, standardLimits).map((pair) => [pair.favourable, pair.unfavourable]);
  expect(found).toEqual(pairs);
});
