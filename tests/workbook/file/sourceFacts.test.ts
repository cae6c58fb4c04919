// What a file says beside its values: formulas, bold and indentation; and what is odd in files that other programs write.
import { newXlsx, openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import type { Grid } from "../../../src/intake/grid";
import { unzipSync, zipSync } from "fflate";
import { richWorkbook, smallWorkbook } from "./richWorkbook";

async function cells(rows: string, extra: Parameters<typeof smallWorkbook>[1] = {}): Promise<Grid> {
  const { grids } = await openXlsx(smallWorkbook(`<sheetData>${rows}</sheetData>`, extra), "test.xlsx").read();
  return grids[0]!;
}

/** The parts of a workbook with some of them changed. */
function changed(bytes: Uint8Array, edit: (path: string, text: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [
    path,
    new TextEncoder().encode(edit(path, new TextDecoder().decode(part))),
  ]);
  return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>);
}

test("formulas of the user's sheets, those that are shared written out for each cell", async () => {
  const grid = await cells(
    '<row r="5"><c r="B5"><f t="shared" ref="B5:D5" si="0">SUM(B$2:B4)-$A$1+IF(A1="B2",LOG10(2),Blad2!C3)</f><v>1</v></c>' +
      '<c r="C5"><f t="shared" si="0"/><v>2</v></c><c r="D5"><f t="shared" si="0"></f><v>3</v></c><c r="E5"><v>4</v></c></row>',
  );
  expect([1, 2, 3, 4].map((column) => grid.formula?.(4, column) ?? null)).toEqual([
    '=SUM(B$2:B4)-$A$1+IF(A1="B2",LOG10(2),Blad2!C3)',
    '=SUM(C$2:C4)-$A$1+IF(B1="B2",LOG10(2),Blad2!D3)',
    '=SUM(D$2:D4)-$A$1+IF(C1="B2",LOG10(2),Blad2!E3)',
    null,
  ]);
});

test("a formula with an empty value is not calculated, one that gives an empty text is", async () => {
  const grid = await cells(
    '<row r="1"><c r="A1"><f>B1*2</f><v></v></c><c r="B1"><f>B1*2</f></c><c r="C1"><f>B1*2</f><v/></c>' +
      '<c r="D1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c></row>',
  );
  const open = { error: "#CALC!", notCalculated: true };
  expect(grid.values[0]).toEqual([open, open, open, "", 2]);
});

test("bold and indentation", async () => {
  const styles =
    '<fonts count="3"><font/><font><b/></font><font><b val="0"/></font></fonts><cellXfs count="4"><xf fontId="0"/><xf fontId="1"/>' +
    '<xf fontId="2"><alignment indent="2"/></xf><xf fontId="1" numFmtId="3"/></cellXfs>';
  const bytes = changed(richWorkbook(), (path, text) =>
    path === "xl/styles.xml"
      ? text.replace(/<fonts[\s\S]*<\/fonts>/u, "").replace(/<cellXfs[\s\S]*<\/cellXfs>/u, styles)
      : path === "xl/worksheets/sheet1.xml"
        ? text.replace(
            /<sheetData>[\s\S]*<\/sheetData>/u,
            '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c><c r="C1" s="3"><v>3</v></c><c r="D1"><v>4</v></c></row></sheetData>',
          )
        : text,
  );
  const { grids } = await openXlsx(bytes, "test.xlsx").read();
  expect([0, 1, 2, 3].map((column) => grids[0]!.look?.(0, column))).toEqual([
    { bold: true, indent: 0 },
    { bold: false, indent: 2 },
    { bold: true, indent: 0 },
    { bold: false, indent: 0 },
  ]);
});

test.each`
  text                                             | value
  ${"<is><t>Per<![CDATA[son]]>al</t></is>"}        | ${"Personal"}
  ${"<is><t><![CDATA[A & B <1>]]> och C</t></is>"} | ${"A & B <1> och C"}
  ${"<is><t>Lo<!-- x -->kaler</t></is>"}           | ${"Lokaler"}
`("a text in pieces: $value", async ({ text, value }: { text: string; value: string }) => {
  const grid = await cells(`<row r="1"><c r="A1" t="inlineStr">${text}</c></row>`);
  expect(grid.values).toEqual([[value]]);
});

test("a number in a CDATA section is that number", async () => {
  const grid = await cells('<row r="1"><c r="A1"><v><![CDATA[-12.5]]></v></c><c r="B1"><v>1</v></c></row>');
  expect(grid.values).toEqual([[-12.5, 1]]);
});

test("a tab without a part, as the macro modules of old workbooks, is passed over; the others are read", async () => {
  const bytes = changed(
    smallWorkbook('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'),
    (path, text) =>
      path === "xl/workbook.xml"
        ? text.replace("</sheets>", '<sheet name="Module1" sheetId="99" state="veryHidden" r:id=""/></sheets>')
        : text,
  );
  const { grids } = await openXlsx(bytes, "test.xlsx").read();
  expect(grids.map(({ values }) => values)).toEqual([[[7]]]);
});

describe("what a workbook is saved as", () => {
  const main = /application\/[^"]*main\+xml/u;
  const typed = (type: string): Uint8Array =>
    changed(smallWorkbook('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'), (path, text) =>
      path === "[Content_Types].xml" ? text.replace(main, type) : text,
    );
  test.each`
    type                                                                               | extension  | saved
    ${"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}    | ${".xlsx"} | ${"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}
    ${"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"} | ${".xlsx"} | ${"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}
    ${"application/vnd.ms-excel.sheet.macroEnabled.main+xml"}                          | ${".xlsm"} | ${"application/vnd.ms-excel.sheet.macroEnabled.main+xml"}
    ${"application/vnd.ms-excel.template.macroEnabled.main+xml"}                       | ${".xlsm"} | ${"application/vnd.ms-excel.sheet.macroEnabled.main+xml"}
  `("$type", ({ type, extension, saved }: { type: string; extension: string; saved: string }) => {
    const book = openXlsx(typed(type), "test.xlsx");
    expect(book.extension).toBe(extension);
    const types = new TextDecoder().decode(unzipSync(book.bytes())["[Content_Types].xml"]);
    expect([...types.matchAll(new RegExp(main, "gu"))].map(([found]) => found)).toEqual([saved]);
  });

  test("a new one has no macros", () => {
    expect(newXlsx("ny.xlsx").extension).toBe(".xlsx");
  });
});
