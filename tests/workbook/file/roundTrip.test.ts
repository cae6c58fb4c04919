import fc from "fast-check";
import { unzipSync } from "fflate";
import { Decimal } from "../../../src/domain/money";
import { newXlsx, openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { formatCode } from "../../../src/workbook/format";
import { secondReading } from "./oracles";
import { everyFormat, everyLook, formula, number, plainSheet, text, textFormula } from "./sampleSheets";
import type { Cell } from "../../../src/report/sheetModel";

async function written(rows: readonly (readonly (Cell | null)[])[]): Promise<Uint8Array> {
  const workbook = newXlsx("x");
  await workbook.write([plainSheet("underlag", "Underlag", rows)]);
  return workbook.bytes();
}

async function readBack(rows: readonly (readonly (Cell | null)[])[]) {
  return (await openXlsx(await written(rows), "x").read()).grids[0]!;
}

/** Any sequence of UTF-16 units: control characters, halves of characters, and what looks like an escape. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        "_x",
        "_",
        "x",
        "000D",
        "005F",
        "_x0041_",
        "\r",
        "\n",
        "\t",
        " ",
        "&",
        "<",
        "]]>",
        "=",
        "'",
        "å",
        "\uD83D\uDE00",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

test("any text comes back as it was, as a text and as a formula's result", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
      const grid = await readBack(texts.map((one) => [text(one), textFormula('""', one)]));
      expect(grid.values).toEqual(texts.map((one) => [one, one]));
    }),
    // An escape that only comes about together with the next one.
    { numRuns: 200, examples: [[["_x005F\r", "_x000D_", "_x005F_x000D_", "_\u0001x0041_"]]] },
  );
});

test("any number comes back as the double nearest to its decimal string", async () => {
  const decimals = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => new Decimal(value).toFixed()),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 30 }))
      .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)).toFixed()),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(decimals, { minLength: 1, maxLength: 20 }), async (numbers) => {
      const grid = await readBack(numbers.map((one) => [number(one), formula("1+1", one)]));
      // Decimal's own conversion, not the one under test; a cell knows no negative zero.
      const expected = numbers.map((one) => new Decimal(one).toNumber() || 0);
      expect(grid.values.map((row) => row.map((value) => (value as number) || 0))).toEqual(
        expected.map((one) => [one, one]),
      );
    }),
    { numRuns: 200 },
  );
});

const dangerous = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "'=1", "\t=1", "=SUM(A1)"];

test.each(dangerous)("%j is written as text that stays text when the cell is edited", async (value) => {
  const bytes = await written([[text(value)]]);
  const parts = unzipSync(bytes);
  const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
  const styles = new TextDecoder().decode(parts["xl/styles.xml"]);
  const [, style, type] = /<c r="A1" s="(\d+)" t="(\w+)">/.exec(sheet)!;
  expect(type).toBe("inlineStr");
  expect(sheet).not.toContain("<f>");
  const xfs = [.../<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)![1]!.matchAll(/<xf\b.*?(?:\/>|<\/xf>)/g)].map(
    ([xf]) => xf,
  );
  expect(xfs[Number(style)]).toContain('quotePrefix="1"');
  expect((await openXlsx(bytes, "x").read()).grids[0]!.values).toEqual([[value]]);
});

test("ordinary text has no such mark", async () => {
  const styles = new TextDecoder().decode(unzipSync(await written([[text("Personal")]]))["xl/styles.xml"]);
  expect(styles).not.toContain("quotePrefix");
});

test("every look with every format has its own style, and a second reader reads the same", async () => {
  const rows = everyLook.map((look) => [
    text(`  ${look} & <x>`, look),
    ...everyFormat.map((format) => number("-1234.5", format, look)),
  ]);
  const bytes = await written(rows);
  const sheet = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"]);
  const styles = new Set([...sheet.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map(([, style]) => style));
  // Texts share the general number's style, but for headings: those of texts are told to stand to the left.
  const codes = new Set(everyFormat.map(formatCode));
  expect(styles.size).toBeGreaterThanOrEqual(everyLook.length * codes.size);
  const second = secondReading(bytes).sheets[0]!.rows;
  everyLook.forEach((look, i) => {
    expect(second[i]![0]).toBe(`  ${look} & <x>`);
    expect(second[i]!.slice(1, 9)).toEqual(Array.from({ length: 8 }, () => -1234.5));
  });
});
