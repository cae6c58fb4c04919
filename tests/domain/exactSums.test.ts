// tests/domain/exactSums.test.ts: sums are exact whatever is added, and in whatever order.
import fc from "fast-check";
import { ExactSums } from "../../src/domain/exactSums";
import { KeyTable } from "../../src/domain/keyTable";
import { Decimal, type Money, moneyFromDecimal, moneyFromNumber, sum, toKr, type Unit } from "../../src/domain/money";

/** Amounts from fractions of an öre to far beyond the safe integers. */
const amounts = fc.oneof(
  fc.integer({ min: -100_000_000, max: 100_000_000 }).map((ore) => new Decimal(ore).div(100)),
  fc.integer({ min: -1000, max: 1000 }).map((part) => new Decimal(part).div(1000)),
  fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map((ore) => new Decimal(ore.toString()).div(100)),
  fc.constantFrom("90071992547409.91", "-90071992547409.91").map((edge) => new Decimal(edge)),
);

test("öre or Decimal, in any order: the same exact sum, also beyond 2^53", () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 40 }), (kr) => {
      const forwards = new ExactSums(1);
      const backwards = new ExactSums(1);
      for (const amount of kr) forwards.add(0, moneyFromDecimal(amount));
      for (const amount of [...kr].reverse()) backwards.add(0, amount);
      expect(forwards.total(0).eq(sum(kr))).toBe(true);
      expect(backwards.total(0).eq(sum(kr))).toBe(true);
    }),
  );
});

test("the largest safe sum plus one öre is exact", () => {
  const sums = new ExactSums();
  for (const kr of ["90071992547409.91", "0.01", "0.01"]) sums.add(0, moneyFromDecimal(new Decimal(kr)));
  expect(sums.total(0).toString()).toBe("90071992547409.93");
});

test.each<[string, readonly number[], Unit, string]>([
  ["ten times 0.1 kr", Array<number>(10).fill(0.1), "kr", "1"],
  ["a float's own error", [0.1 + 0.2], "kr", "0.3"],
  ["parts of an öre", [0.001, 0.004], "kr", "0.005"],
  ["tkr", [-724, 0.001], "tkr", "-723999"],
  ["Mkr", [1.23456789, 1e-6], "Mkr", "1234568.89"],
  ["numbers of over 15 digits", [1e17, 0.01], "kr", "100000000000000000.01"],
])("numbers straight from cells: %s", (_, values, unit, kr) => {
  const sums = new ExactSums();
  for (const value of values) sums.add(3, moneyFromNumber(value, unit));
  expect(sums.total(3).toString()).toBe(kr);
});

test("slots grow, keep what they hold, and start at 0", () => {
  const sums = new ExactSums(1);
  const money = (kr: string): Money => moneyFromDecimal(new Decimal(kr));
  sums.add(0, money("1.5"));
  sums.add(1000, money("0.001"));
  sums.add(1000, money("2"));
  const copy = sums.copy();
  copy.addFrom(0, copy, 1000);
  expect([0, 1, 1000, 5000].map((slot) => toKr(sums.total(slot)).toString())).toEqual(["1.5", "0", "2.001", "0"]);
  expect(copy.total(0).toString()).toBe("3.501");
});

test("keys are numbered in order of appearance; a number and its text are one", () => {
  const keys = new KeyTable((key) => key.trim());
  const slots = [2024, "Hyra", "2024", " Hyra", 5010, "hyra", 1e7, "10000000", 1.5, -3, " "].map((key) =>
    keys.slot(key),
  );
  expect(slots).toEqual([0, 1, 0, 1, 2, 3, 4, 4, 5, 6, -1]);
  expect([...keys.names]).toEqual(["2024", "Hyra", "5010", "hyra", "10000000", "1.5", "-3"]);
});
