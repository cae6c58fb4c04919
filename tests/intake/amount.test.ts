// tests/intake/amount.test.ts: amounts as people type them in Swedish workbooks.
import fc from "fast-check";
import { Decimal, toKr, type Unit } from "../../src/domain/money";
import { isBadAmount, readAmount } from "../../src/intake/amount";
import type { CellValue } from "../../src/intake/grid";

/** What a cell is read as: kronor as text, `empty`, or the code of what is wrong. */
function reading(value: CellValue, unit: Unit = "kr", format = "General"): string {
  const read = readAmount(value, () => format, unit);
  if (read === null) return "empty";
  return isBadAmount(read) ? read.code : toKr(read).toString();
}

test.each`
  typed              | kr
  ${"1 234,50"}      | ${"1234.5"}
  ${"1\u00A0234,50"} | ${"1234.5"}
  ${"1\u2009234"}    | ${"1234"}
  ${"1\u202F234"}    | ${"1234"}
  ${"−1 234"}        | ${"-1234"}
  ${"–1 234"}        | ${"-1234"}
  ${"- 1 234"}       | ${"-1234"}
  ${"(1 234)"}       | ${"-1234"}
  ${"(1 234,50)"}    | ${"-1234.5"}
  ${"1 234-"}        | ${"-1234"}
  ${"+1 234"}        | ${"1234"}
  ${"1.234,50"}      | ${"1234.5"}
  ${"1,234.50"}      | ${"1234.5"}
  ${"1.234.567"}     | ${"1234567"}
  ${"1,234,567"}     | ${"1234567"}
  ${"1.234.567,89"}  | ${"1234567.89"}
  ${"1'234'567"}     | ${"1234567"}
  ${"1 234 567"}     | ${"1234567"}
  ${"12,5"}          | ${"12.5"}
  ${"12.5"}          | ${"12.5"}
  ${"0,125"}         | ${"0.125"}
  ${"1234,567"}      | ${"1234.567"}
  ${"1 234,567"}     | ${"1234.567"}
  ${",50"}           | ${"0.5"}
  ${" 42 "}          | ${"42"}
  ${"007"}           | ${"7"}
  ${"1 234 kr"}      | ${"1234"}
  ${"1234kr"}        | ${"1234"}
  ${"SEK 1 234,50"}  | ${"1234.5"}
  ${"1 234:-"}       | ${"1234"}
  ${"1 234 :-"}      | ${"1234"}
  ${"1 234.-"}       | ${"1234"}
  ${"−1 234 kr"}     | ${"-1234"}
  ${"-1 234:-"}      | ${"-1234"}
  ${"(1 234 kr)"}    | ${"-1234"}
  ${"(1 234:-)"}     | ${"-1234"}
  ${"1 234 kr -"}    | ${"-1234"}
  ${"-kr 1 234"}     | ${"-1234"}
  ${"(-1 234)"}      | ${"text-in-amount"}
  ${"(1 234 kr) -"}  | ${"text-in-amount"}
  ${"- 1 234 kr -"}  | ${"text-in-amount"}
  ${"(1 234 tkr)"}   | ${"ambiguous-amount"}
  ${"(1 234 st)"}    | ${"text-in-amount"}
  ${"-"}             | ${"0"}
  ${"–"}             | ${"0"}
  ${" — "}           | ${"0"}
  ${""}              | ${"empty"}
  ${"   "}           | ${"empty"}
  ${"\u00A0"}        | ${"empty"}
  ${"1.234"}         | ${"ambiguous-amount"}
  ${"1,234"}         | ${"ambiguous-amount"}
  ${"-123,456"}      | ${"ambiguous-amount"}
  ${"1 2345"}        | ${"ambiguous-amount"}
  ${"12 tkr"}        | ${"ambiguous-amount"}
  ${"ca 100"}        | ${"text-in-amount"}
  ${"se not"}        | ${"text-in-amount"}
  ${"12 %"}          | ${"text-in-amount"}
  ${"1.2.3"}         | ${"text-in-amount"}
  ${"--5"}           | ${"text-in-amount"}
  ${"(-5)"}          | ${"text-in-amount"}
  ${"-5-"}           | ${"text-in-amount"}
  ${"1e5"}           | ${"text-in-amount"}
  ${"=1+1"}          | ${"text-in-amount"}
  ${"2024-03-01"}    | ${"date-in-amount"}
  ${"#SAKNAS!"}      | ${"error-in-amount"}
  ${"#VÄRDEFEL!"}    | ${"error-in-amount"}
  ${"#REFERENS!"}    | ${"error-in-amount"}
  ${"#DIVISION/0!"}  | ${"error-in-amount"}
  ${"#NAMN?"}        | ${"error-in-amount"}
  ${"#OGILTIGT!"}    | ${"error-in-amount"}
  ${"#SKÄRNING!"}    | ${"error-in-amount"}
  ${"#N/A"}          | ${"error-in-amount"}
`("text $typed is $kr", ({ typed, kr }) => {
  expect(reading(typed)).toBe(kr);
});

test.each`
  value                 | format               | result
  ${1234.5}             | ${"General"}         | ${"1234.5"}
  ${-0.1}               | ${"#,##0.00"}        | ${"-0.1"}
  ${0.1 + 0.2}          | ${"General"}         | ${"0.3"}
  ${0}                  | ${"General"}         | ${"0"}
  ${39479}              | ${"yyyy\\-mm\\-dd"}  | ${"date-in-amount"}
  ${39479}              | ${"d mmm yyyy"}      | ${"date-in-amount"}
  ${12}                 | ${'#,##0 "tkr"'}     | ${"12"}
  ${1234567}            | ${"#,##0,"}          | ${"1234567"}
  ${5}                  | ${"[Red]0;[Blue]-0"} | ${"5"}
  ${0.5}                | ${"0 %"}             | ${"text-in-amount"}
  ${true}               | ${"General"}         | ${"boolean-in-amount"}
  ${{ error: "#REF!" }} | ${"General"}         | ${"error-in-amount"}
  ${null}               | ${"General"}         | ${"empty"}
`("$value shown as $format is $result", ({ value, format, result }) => {
  expect(reading(value, "kr", format)).toBe(result);
});

test.each`
  typed         | unit     | kr
  ${"1 234"}    | ${"tkr"} | ${"1234000"}
  ${"1,5"}      | ${"Mkr"} | ${"1500000"}
  ${"12 tkr"}   | ${"tkr"} | ${"12000"}
  ${"12 KSEK"}  | ${"tkr"} | ${"12000"}
  ${"1,5 mnkr"} | ${"Mkr"} | ${"1500000"}
  ${"12 kr"}    | ${"tkr"} | ${"ambiguous-amount"}
`("$typed in a table in $unit is $kr", ({ typed, unit, kr }) => {
  expect(reading(typed, unit)).toBe(kr);
});

test("whatever öre amount is typed with Swedish grouping comes back exactly", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e11, max: 1e11 }),
      fc.constantFrom(" ", "\u00A0", "\u202F"),
      fc.constantFrom("-", "−", "–"),
      (ore, space, minus) => {
        const kronor = String(Math.floor(Math.abs(ore) / 100)).replace(/\B(?=(\d{3})+$)/gu, space);
        const typed = `${ore < 0 ? minus : ""}${kronor},${String(Math.abs(ore) % 100).padStart(2, "0")}`;
        expect(reading(typed)).toBe(new Decimal(ore).div(100).toString());
      },
    ),
  );
});
