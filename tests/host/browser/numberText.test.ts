// tests/host/browser/numberText.test.ts: what cells show, as Excel documents its number formats; spaces are no-break in Swedish.
import { formatCode } from "../../../src/workbook/format";
import { numberText } from "./numberText";

test.each`
  value        | code                | sv                | en
  ${1234567.5} | ${"#,##0.00"}       | ${"1 234 567,50"} | ${"1,234,567.50"}
  ${-1419000}  | ${"#,##0,;-#,##0,"} | ${"-1 419"}       | ${"-1,419"}
  ${2635000}   | ${'#,##0," tkr"'}   | ${"2 635 tkr"}    | ${"2,635 tkr"}
  ${0.4302}    | ${"0.0%"}           | ${"43,0%"}        | ${"43.0%"}
  ${-0.00001}  | ${"0.0%"}           | ${"0,0%"}         | ${"0.0%"}
  ${0}         | ${'0;-0;"–"'}       | ${"–"}            | ${"–"}
  ${45351}     | ${"yyyy-mm-dd"}     | ${"2024-02-29"}   | ${"2024-02-29"}
  ${45351}     | ${"yyyy-mm"}        | ${"2024-02"}      | ${"2024-02"}
  ${-3}        | ${"[Red]0"}         | ${"-3"}           | ${"-3"}
  ${7}         | ${"000"}            | ${"007"}          | ${"007"}
  ${0.1 + 0.2} | ${"General"}        | ${"0,3"}          | ${"0.3"}
  ${2458000}   | ${"General"}        | ${"2458000"}      | ${"2458000"}
`("$value as $code", ({ value, code, sv, en }: { value: number; code: string; sv: string; en: string }) => {
  expect(numberText(value, code, "sv-SE").replaceAll("\u00a0", " ")).toBe(sv);
  expect(numberText(value, code, "en-US")).toBe(en);
});

test("the codes that Samkalkyl writes: amounts scaled, and a real minus", () => {
  const tkr = formatCode({ kind: "amount", unit: "tkr", decimals: 0 });
  expect(numberText(-1_419_000, tkr, "en-US")).toBe("\u22121,419");
  expect(numberText(-0.117, formatCode({ kind: "percent", decimals: 1 }), "en-US")).toBe("\u221211.7 %");
});
