// tests/text/format.test.ts: numbers as a Swedish and an English reader write them.
import fc from "fast-check";
import { Decimal } from "../../src/domain/money";
import {
  amountText,
  formatted,
  numberText,
  percentText,
  shownLength,
  signedAmountText,
  signedPercentText,
  type NumberStyle,
} from "../../src/text/format";

test.each`
  value            | decimals | sv                | en
  ${"0"}           | ${0}     | ${"0"}            | ${"0"}
  ${"-0.4"}        | ${0}     | ${"0"}            | ${"0"}
  ${"0.5"}         | ${0}     | ${"1"}            | ${"1"}
  ${"-0.5"}        | ${0}     | ${"−1"}           | ${"-1"}
  ${"999.995"}     | ${2}     | ${"1 000,00"}     | ${"1,000.00"}
  ${"1234567.891"} | ${2}     | ${"1 234 567,89"} | ${"1,234,567.89"}
  ${"-1234"}       | ${0}     | ${"−1 234"}       | ${"-1,234"}
  ${"123456"}      | ${3}     | ${"123 456,000"}  | ${"123,456.000"}
`(
  "$value with $decimals decimals",
  ({ value, decimals, sv, en }: { value: string; decimals: number; sv: string; en: string }) => {
    expect(numberText(new Decimal(value), decimals, "sv")).toBe(sv.replaceAll(" ", "\u00a0"));
    expect(numberText(new Decimal(value), decimals, "en")).toBe(en.replace("-", "−"));
  },
);

test("amounts in a unit, deviations with their sign, shares in per cent", () => {
  expect(amountText(new Decimal(-1419000), "tkr", 0, "sv")).toBe("−1\u00a0419");
  expect(signedAmountText(new Decimal(2635000), "tkr", 0, "sv")).toBe("+2\u00a0635");
  expect(signedAmountText(new Decimal(400), "tkr", 0, "sv")).toBe("0");
  expect(percentText(new Decimal("0.430274"), 1, "sv")).toBe("43,0\u00a0%");
  expect(percentText(new Decimal("0.430274"), 1, "en")).toBe("43.0%");
  expect(signedPercentText(new Decimal("0.4944"), 0, "sv")).toBe("+49\u00a0%");
});

test.each<[string, NumberStyle, string]>([
  ["-724000", { kind: "amount", unit: "tkr", decimals: 0 }, "−724"],
  ["1234500", { kind: "amount", unit: "Mkr", decimals: 2 }, "1,23"],
  ["0.1", { kind: "percent", decimals: 0 }, "10\u00a0%"],
  ["2008", { kind: "integer" }, "2008"],
  ["39479", { kind: "date" }, "2008-02-01"],
  ["41061", { kind: "month" }, "2012-06"],
  ["1.5", { kind: "general" }, "1,5"],
])("a cell with %s", (cell, style, expected) => {
  expect(formatted(cell, style, "sv")).toBe(expected);
});

test("what is shown reads back as the rounded number", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (thousandths, decimals) => {
      const value = new Decimal(thousandths).div(1000);
      const back = numberText(value, decimals, "sv").replaceAll("\u00a0", "").replace(",", ".").replace("−", "-");
      return new Decimal(back).eq(value.toDecimalPlaces(decimals));
    }),
  );
});

describe("how long a figure is shown is counted as it is shown", () => {
  const styles: readonly NumberStyle[] = [
    { kind: "amount", unit: "kr", decimals: 2 },
    { kind: "amount", unit: "tkr", decimals: 0 },
    { kind: "percent", decimals: 1 },
    { kind: "number", decimals: 0 },
    { kind: "integer" },
    { kind: "general" },
    { kind: "date" },
    { kind: "month" },
  ];
  test.each(styles)("%j", (style) => {
    for (const value of [
      "0",
      "-0.001",
      "7",
      "-9.99",
      "99.5",
      "-100",
      "999.5",
      "-1000",
      "45292",
      "-123456.78",
      "1e12",
    ]) {
      const number = new Decimal(value).toString();
      for (const language of ["sv", "en"] as const)
        expect([number, shownLength(number, style, language)]).toEqual([
          number,
          formatted(number, style, language).length,
        ]);
    }
  });

  test("every amount in kronor and öre", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (ore) => {
        const kr = new Decimal(ore).div(100).toString();
        const style: NumberStyle = { kind: "amount", unit: "kr", decimals: 2 };
        expect(shownLength(kr, style, "sv")).toBe(formatted(kr, style, "sv").length);
      }),
    );
  });
});
