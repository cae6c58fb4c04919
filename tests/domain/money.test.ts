// tests/domain/money.test.ts: exact amounts, their units and their one rounding.
import fc from "fast-check";
import {
  Decimal,
  isZero,
  krText,
  type Money,
  moneyFromDecimal,
  moneyFromNumber,
  negated,
  type Ore,
  rounded,
  shareText,
  signOf,
  sum,
  toKr,
  type Unit,
} from "../../src/domain/money";

test.each<[number, Unit, number]>([
  [1234.56, "kr", 123_456],
  [0.1 + 0.2, "kr", 30],
  [1.005, "tkr", 100_500],
  [-724, "tkr", -72_400_000],
  [0.29, "Mkr", 29_000_000],
  [1.1 * 3, "Mkr", 330_000_000],
  [4.35 * 100, "kr", 43_500],
  [-0, "kr", 0],
  [9_999_999_999_999.99, "kr", 999_999_999_999_999],
])("%d %s is %d öre", (value, unit, ore) => {
  expect(moneyFromNumber(value, unit)).toBe(ore);
});

test.each<[number, Unit, string]>([
  [0.001, "kr", "0.001"],
  [1 / 3, "kr", "0.333333333333333"],
  [0.0000012, "tkr", "0.0012"],
  [1e15, "tkr", "1000000000000000000"],
])("%d %s is finer or larger than öre can be: %s kr", (value, unit, kr) => {
  const money = moneyFromNumber(value, unit);
  expect(money).toBeInstanceOf(Decimal);
  expect(toKr(money).toString()).toBe(kr);
});

test.each([NaN, Infinity, -Infinity])("%d is no amount", (value) => {
  expect(() => moneyFromNumber(value, "kr")).toThrow(RangeError);
});

test("a typed amount with up to 15 digits is read as typed, in every unit", () => {
  const units = { kr: 1, tkr: 1000, Mkr: 1_000_000 } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
      fc.integer({ min: 0, max: 8 }),
      fc.constantFrom<Unit>("kr", "tkr", "Mkr"),
      (digits, decimals, unit) => {
        const typed = new Decimal(digits).div(new Decimal(10).pow(decimals));
        const read = toKr(moneyFromNumber(Number(typed.toString()), unit));
        expect(read.toString()).toBe(typed.times(units[unit]).plus(0).toString());
      },
    ),
  );
});

test("öre where they are whole and safe, else the Decimal itself", () => {
  expect(moneyFromDecimal(new Decimal("90071992547409.91"))).toBe(Number.MAX_SAFE_INTEGER);
  expect(moneyFromDecimal(new Decimal("90071992547409.92"))).toBeInstanceOf(Decimal);
  expect(moneyFromDecimal(new Decimal("0.005"))).toBeInstanceOf(Decimal);
  expect(Object.is(moneyFromDecimal(new Decimal(-0)), 0)).toBe(true);
});

test.each<[string, Money, -1 | 0 | 1, string]>([
  ["öre", moneyFromNumber(-12.5, "kr"), -1, "12.5"],
  ["a fine amount", new Decimal("0.001"), 1, "-0.001"],
  ["nothing", moneyFromNumber(0, "kr"), 0, "0"],
  ["negative zero", new Decimal(-0), 0, "0"],
])("sign and negation of %s", (_, money, sign, opposite) => {
  expect(signOf(money)).toBe(sign);
  expect(isZero(money)).toBe(sign === 0);
  expect(krText(toKr(negated(money)))).toBe(krText(new Decimal(opposite)));
  expect(toKr(negated(money)).plus(toKr(money)).isZero()).toBe(true);
});

test.each([
  ["0.5", 0, "1"],
  ["-0.5", 0, "-1"],
  ["2.5", 0, "3"],
  ["-1.005", 2, "-1.01"],
  ["-0.004", 2, "0"],
])("%s rounded to %d decimals, half away from zero, is %s", (value, decimals, expected) => {
  expect(rounded(new Decimal(value), decimals).toString()).toBe(expected);
});

test.each([
  ["-724000", "-724000"],
  ["139666.666666", "139666.67"],
  ["12.50", "12.5"],
  ["1e21", "1000000000000000000000"],
  ["-0.001", "0"],
])("%s kr is written %s", (value, text) => {
  expect(krText(new Decimal(value))).toBe(text);
});

test.each([
  [new Decimal(2635).div(6124), "0.430274"],
  [new Decimal(0), "0.000000"],
  [new Decimal("-0.0000004"), "0.000000"],
  [new Decimal(-1419).div(1205), "-1.177593"],
])("share %s is written %s", (share, text) => {
  expect(shareText(share)).toBe(text);
});

test("the sum of nothing is 0", () => {
  expect(sum([]).toString()).toBe("0");
});

// Checked by the compiler, never run: each directive is an error itself if the mistake below it were allowed.
export function mixedUnitsDoNotCompile(ore: Ore, kr: Decimal, plain: number): unknown[] {
  const takesOre = (amount: Ore): Ore => amount;
  const takesMoney = (amount: Money): Money => amount;
  return [
    // @ts-expect-error a plain number is not öre
    takesOre(plain),
    // @ts-expect-error a plain number is not money: is it öre or kr?
    takesMoney(plain),
    // @ts-expect-error kronor are not öre
    takesOre(kr),
    // @ts-expect-error a sum of kronor takes no öre
    sum([kr, ore]), // eslint-disable-line @typescript-eslint/no-unsafe-class-instance-assignment
    // @ts-expect-error öre and kronor are not subtracted
    ore - kr,
  ];
}
