import fc from "fast-check";
import { decimalMarkOf, numberIn } from "../../../src/workbook/file/textNumber";

test.each([
  ["1234,50", ",", 1234.5],
  ["1 234,50", ",", 1234.5],
  ["1\u00A0234,50", ",", 1234.5],
  ["1.234,50", ",", 1234.5],
  ["1.234", ",", 1234],
  ["1'234.50", ".", 1234.5],
  ["1,234", ".", 1234],
  ["\u22121 234", ",", -1234],
  ["1 234-", ",", -1234],
  ["(1 234,5)", ",", -1234.5],
  ["1234", null, 1234],
  ["-0,00", ",", 0],
] as const)("%s with the mark %s is %d", (cell, mark, number) => {
  expect(numberIn(cell, mark)).toBe(number);
});

test.each([
  ["1.234", null],
  ["1,234", null],
  ["12,50", null],
  ["0123", ","],
  ["2024-03-05", ","],
  ["3/4", ","],
  ["12 34", ","],
  ["--5", ","],
  ["(5", ","],
  ["5010 Lokalhyra", ","],
  ["1,2,3", ","],
  ["12 %", ","],
  ["12345678901", ","],
] as const)("%s with the mark %s stays text", (cell, mark) => {
  expect(numberIn(cell, mark)).toBeNull();
});

test("the whole file tells what marks decimals; dates do not, and a file that contradicts itself tells nothing", () => {
  expect(decimalMarkOf([["1.234"], ["10,50"]])).toBe(",");
  expect(decimalMarkOf([["1,234"], ["10.50"]])).toBe(".");
  expect(decimalMarkOf([["1.234.567,00"]])).toBe(",");
  expect(decimalMarkOf([["2024.03"], ["12.03.2024"], ["1.234"]])).toBeNull();
  expect(decimalMarkOf([["10,50"], ["10.50"]])).toBeNull();
});

test("an amount written in any of the common ways is read back to the öre", () => {
  const amount = fc.integer({ min: -99_999_999, max: 99_999_999 });
  const written = fc.constantFrom(" ", "\u00A0", ".", "");
  const minus = fc.constantFrom("before", "after", "brackets", "sign");
  fc.assert(
    fc.property(amount, written, minus, (ore, group, sign) => {
      const whole = String(Math.floor(Math.abs(ore) / 100)).replace(/\B(?=(?:\d{3})+$)/gu, group);
      const digits = `${whole},${String(Math.abs(ore) % 100).padStart(2, "0")}`;
      const negative = { before: `-${digits}`, after: `${digits}-`, brackets: `(${digits})`, sign: `\u2212${digits}` };
      const text = ore < 0 ? negative[sign] : digits;
      expect(Math.round((numberIn(text, ",") ?? NaN) * 100)).toBe(ore);
    }),
    { seed: 20261201 },
  );
});
