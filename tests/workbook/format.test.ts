import { formatCode } from "../../src/workbook/format";
import { looks, colours, alignmentOf, bandOver } from "../../src/workbook/looks";
import type { NumberFormat, SheetModel } from "../../src/report/sheetModel";
import { number, plainSheet, text, everyLook } from "./file/sampleSheets";

test.each<[NumberFormat, string]>([
  [{ kind: "general" }, "General"],
  [{ kind: "amount", unit: "kr", decimals: 0 }, '#,##0;"−"#,##0'],
  [{ kind: "amount", unit: "kr", decimals: 2 }, '#,##0.00;"−"#,##0.00'],
  [{ kind: "amount", unit: "tkr", decimals: 0 }, '#,##0,;"−"#,##0,'],
  [{ kind: "amount", unit: "tkr", decimals: 1 }, '#,##0.0,;"−"#,##0.0,'],
  [{ kind: "amount", unit: "Mkr", decimals: 1 }, '#,##0.0,,;"−"#,##0.0,,'],
  [{ kind: "number", decimals: 1 }, '#,##0.0;"−"#,##0.0'],
  [{ kind: "percent", decimals: 1 }, '0.0 %;"−"0.0 %'],
  [{ kind: "integer" }, "0"],
  [{ kind: "date" }, "yyyy-mm-dd"],
  [{ kind: "month" }, "yyyy-mm"],
])("%j is %s", (format, code) => {
  expect(formatCode(format)).toBe(code);
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test.each(everyLook)("text of look %s can be read on its fill", (look) => {
  const { colour, fill } = looks[look];
  expect(contrast(colour ?? "#000000", fill ?? colours.white)).toBeGreaterThanOrEqual(4.5);
});

describe("where text stands", () => {
  const sheet: SheetModel = plainSheet("avvikelse", "A", [
    [{ ...text("Perioden", "group"), span: 3 }, null, null, null],
    [
      text("Post", "heading"),
      text("Utfall", "heading"),
      text("Datum", "heading", { align: "center" }),
      text("Tom", "heading"),
    ],
    [text("Lokaler", "plain", { indent: 1 }), null, number("2"), null],
    [text("Personal"), number("1"), number("2"), null],
  ]);
  test.each`
    case                                   | row  | column | align
    ${"a group over its columns"}          | ${0} | ${0}   | ${"acrossSpan"}
    ${"a heading over texts"}              | ${1} | ${0}   | ${"left"}
    ${"a heading over figures, first gap"} | ${1} | ${1}   | ${"right"}
    ${"a heading with its own will"}       | ${1} | ${2}   | ${"center"}
    ${"a heading over nothing"}            | ${1} | ${3}   | ${"left"}
    ${"indented text"}                     | ${2} | ${0}   | ${"left"}
    ${"a figure"}                          | ${3} | ${1}   | ${null}
  `("$case", ({ row, column, align }: { row: number; column: number; align: string | null }) => {
    expect(alignmentOf(sheet, row, column)).toBe(align);
  });

  test("a filled cell's band goes on over the empty cells it spans, and no further", () => {
    expect([1, 2, 3].map((column) => bandOver(sheet, 0, column)?.column ?? null)).toEqual([0, 0, null]);
    expect(bandOver(sheet, 2, 1)).toBeNull();
  });
});
