import { isCellError, type Grid } from "../../../src/intake/grid";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { HostError } from "../../../src/workbook/workbook";
import { header, richParts, richWorkbook, smallWorkbook, strictWorkbook, zipOf } from "./richWorkbook";

async function gridsOf(bytes: Uint8Array): Promise<readonly Grid[]> {
  return (await openXlsx(bytes, "test.xlsx").read()).grids;
}

async function cells(rows: string, extra: Parameters<typeof smallWorkbook>[1] = {}): Promise<Grid> {
  return (await gridsOf(smallWorkbook(`<sheetData>${rows}</sheetData>`, extra)))[0]!;
}

async function refusal(work: () => unknown): Promise<HostError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

test("a user's workbook is read as cells, sheet by sheet in tab order", async () => {
  const source = await openXlsx(richWorkbook(), "ekonomi.xlsx").read();
  expect(source.name).toBe("ekonomi.xlsx");
  expect(source.date1904).toBe(false);
  expect(
    source.grids.map(({ sheet, hidden, role, rows, columns }) => ({ sheet, hidden, role, rows, columns })),
  ).toEqual([
    { sheet: "Ekonomi", hidden: false, role: null, rows: 6, columns: 4 },
    { sheet: "Avvikelse", hidden: false, role: null, rows: 2, columns: 2 },
    { sheet: "Dold", hidden: true, role: null, rows: 1, columns: 3 },
  ]);
  const [first, second, third] = source.grids;
  expect(first!.values).toEqual([
    [],
    [],
    ["Kostnadsslag", "Budget", "Utfall"],
    ["Personal", 100, 80.5, 19.5],
    ["Lokaler", 50, { error: "#N/A" }, 45000],
    ["Rik text", " rad 1\r\nrad <2> ", true],
  ]);
  expect([...first!.hiddenRows]).toEqual([4]);
  expect(first!.format(3, 1)).toBe('#,##0" tkr"');
  expect(first!.format(4, 3)).toBe("m/d/yyyy");
  expect(first!.format(3, 0)).toBe("General");
  expect(second!.values).toEqual([["Egen flik", 2], ["ab"]]);
  expect(third!.values).toEqual([["Personal", "inline", 2]]);
});

describe("cells", () => {
  test.each`
    case                                  | cell                                                                                                          | value
    ${"number"}                           | ${'<c r="A1"><v>1.5</v></c>'}                                                                                 | ${1.5}
    ${"negative"}                         | ${'<c r="A1"><v>-6707000</v></c>'}                                                                            | ${-6707000}
    ${"17 digits"}                        | ${'<c r="A1"><v>0.30000000000000004</v></c>'}                                                                 | ${0.30000000000000004}
    ${"exponent"}                         | ${'<c r="A1"><v>1.2E-7</v></c>'}                                                                              | ${1.2e-7}
    ${"declared number"}                  | ${'<c r="A1" t="n"><v>7</v></c>'}                                                                             | ${7}
    ${"single quotes"}                    | ${"<c r='A1' t='b'><v>0</v></c>"}                                                                             | ${false}
    ${"attributes in another order"}      | ${'<c t="str" s="0" r="A1"><v>x</v></c>'}                                                                     | ${"x"}
    ${"attributes over several lines"}    | ${'<c\n r="A1"\n t="str"\n><v>x</v></c>'}                                                                     | ${"x"}
    ${"unknown attributes"}               | ${'<c r="A1" cm="1" vm="2" ph="1"><v>3</v></c>'}                                                              | ${3}
    ${"formula with a text result"}       | ${'<c r="A1" t="str"><f>"a"</f><v>a &amp; b</v></c>'}                                                         | ${"a & b"}
    ${"formula with an empty result"}     | ${'<c r="A1" t="str"><f>""</f><v></v></c>'}                                                                   | ${""}
    ${"shared formula"}                   | ${'<c r="A1"><f t="shared" si="0"/><v>4</v></c>'}                                                             | ${4}
    ${"inline text with runs"}            | ${'<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>'} | ${"a b"}
    ${"inline text with a phonetic hint"} | ${'<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'}                           | ${"a"}
    ${"empty inline text, then text"}     | ${'<c r="A1" t="inlineStr"><is><r><t xml:space="preserve"/></r><r><t>b</t></r></is></c>'}                     | ${"b"}
    ${"escapes"}                          | ${'<c r="A1" t="str"><v>a_x000A_b_x005F_x000A_ &#229;&#xE4;&lt;</v></c>'}                                     | ${"a\nb_x000A_ åä<"}
    ${"a comment between"}                | ${'<c r="A1"><!-- <v>9</v> --><v>1</v></c>'}                                                                  | ${1}
    ${"an extension after the value"}     | ${'<c r="A1"><v>1</v><extLst><ext uri="x"><y/></ext></extLst></c>'}                                           | ${1}
    ${"ISO date"}                         | ${'<c r="A1" t="d"><v>2012-06-30</v></c>'}                                                                    | ${41090}
    ${"ISO date and time"}                | ${'<c r="A1" t="d"><v>2012-06-30T12:00:00Z</v></c>'}                                                          | ${41090.5}
  `("$case", async ({ cell, value }: { cell: string; value: unknown }) => {
    expect((await cells(`<row r="1">${cell}</row>`)).values).toEqual([[value]]);
  });

  test("a formula that was saved without its result is an error, never an empty cell", async () => {
    const grid = await cells('<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c></row>');
    expect(isCellError(grid.values[0]![0])).toBe(true);
  });

  test("a date without a date format is still known for a date", async () => {
    const grid = await cells('<row r="1"><c r="A1" t="d"><v>2012-06-30</v></c></row>');
    expect(grid.format(0, 0)).toBe("yyyy-mm-dd");
  });

  test("rows and cells without addresses follow the one before", async () => {
    const grid = await cells(
      '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="4"><c><v>5</v></c></row><row><c><v>6</v></c></row>',
    );
    expect(grid.values).toEqual([[1, null, 3, 4], [], [], [5], [6]]);
  });

  test("only cells with values count: formatted empty ones are not read", async () => {
    const grid = await cells(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576" s="1" customFormat="1"><c r="A1048576" s="0"></c></row>',
    );
    expect(grid.rows).toBe(1);
    expect(grid.columns).toBe(1);
  });

  test("hidden rows, by flag or by height", async () => {
    const row = (r: number, attributes: string): string =>
      `<row r="${r}" ${attributes}><c r="A${r}"><v>${r}</v></c></row>`;
    const grid = await cells(
      row(1, "") +
        row(2, 'hidden="1"') +
        row(3, 'ht="0" customHeight="1"') +
        row(4, 'hidden="0"') +
        row(5, 'hidden="true"') +
        row(6, 'ht="30"'),
    );
    expect([...grid.hiddenRows]).toEqual([1, 2, 4]);
  });

  test("rows hidden by default", async () => {
    const bytes = smallWorkbook(
      '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
    );
    expect([...(await gridsOf(bytes))[0]!.hiddenRows]).toEqual([0]);
  });

  test("number formats, built in and the workbook's own", async () => {
    const styleSheet =
      '<numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="46"/></cellXfs>';
    const grid = await cells(`<row r="1">${[0, 1, 2, 3, 4].map((s) => `<c s="${s}"><v>1</v></c>`).join("")}</row>`, {
      styleSheet,
    });
    expect([0, 1, 2, 3, 4].map((column) => grid.format(0, column))).toEqual([
      "General",
      "mmm-yy",
      "yyyy\\-mm",
      "0.00%",
      "[h]:mm:ss",
    ]);
  });

  test("the 1904 date system is told", async () => {
    const bytes = smallWorkbook('<sheetData><row><c t="d"><v>1904-01-02</v></c></row></sheetData>', {
      workbookPr: '<workbookPr date1904="1"/>',
    });
    const source = await openXlsx(bytes, "mac.xlsx").read();
    expect(source.date1904).toBe(true);
    expect(source.grids[0]!.values).toEqual([[1]]);
  });

  test("the strict edition of the format", async () => {
    expect((await gridsOf(strictWorkbook()))[0]!.values[3]).toEqual(["Personal", 100, 80.5, 19.5]);
  });

  test("charts among the tabs are passed over", async () => {
    const parts = richParts();
    const relations = parts
      .get("xl/_rels/workbook.xml.rels")!
      .replace('/worksheet" Target="/xl/worksheets/sheet2.xml"', '/chartsheet" Target="/xl/worksheets/sheet2.xml"');
    const grids = await gridsOf(richWorkbook({ "xl/_rels/workbook.xml.rels": relations }));
    expect(grids.map((grid) => grid.sheet)).toEqual(["Ekonomi", "Dold"]);
  });
});

describe("what is refused", () => {
  const compound = (text: string): Uint8Array => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (let i = 0; i < text.length; i++) bytes[1024 + 2 * i] = text.charCodeAt(i);
    return bytes;
  };
  const renamed = (path: string, from: string | RegExp, to: string): Uint8Array =>
    richWorkbook({ [path]: richParts().get(path)!.replace(from, to) });

  test.each`
    case                  | bytes                                                                                           | code
    ${"nothing"}          | ${new Uint8Array(0)}                                                                            | ${"not-a-workbook"}
    ${"text"}             | ${new TextEncoder().encode("Konto;Utfall\n5010;100\n")}                                         | ${"not-a-workbook"}
    ${"another zip"}      | ${zipOf(new Map([["a.txt", "a"]]))}                                                             | ${"not-a-workbook"}
    ${"OpenDocument"}     | ${zipOf(new Map([["content.xml", "<a/>"]]))}                                                    | ${"not-a-workbook"}
    ${"a Word document"}  | ${renamed("[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main")} | ${"not-a-workbook"}
    ${"an old .xls"}      | ${compound("Workbook")}                                                                         | ${"legacy-xls"}
    ${"an encrypted one"} | ${compound("EncryptedPackage")}                                                                 | ${"encrypted-workbook"}
    ${"half a file"}      | ${richWorkbook().slice(0, 4000)}                                                                | ${"damaged-workbook"}
    ${"no workbook part"} | ${richWorkbook({ "xl/workbook.xml": null })}                                                    | ${"damaged-workbook"}
  `("$case: $code", async ({ bytes, code }: { bytes: Uint8Array; code: string }) => {
    expect((await refusal(() => openXlsx(bytes, "x.xlsx"))).code).toBe(code);
  });

  test.each`
    case                            | path                          | from                             | to
    ${"a cut sheet"}                | ${"xl/worksheets/sheet1.xml"} | ${/<\/row><\/sheetData>[\s\S]*/} | ${""}
    ${"a sheet cut inside a tag"}   | ${"xl/worksheets/sheet1.xml"} | ${/ t="e"[\s\S]*/}               | ${""}
    ${"rows that do not close"}     | ${"xl/worksheets/sheet1.xml"} | ${"</row>"}                      | ${""}
    ${"a cell that does not close"} | ${"xl/worksheets/sheet1.xml"} | ${"<v>100</v></c>"}              | ${"<v>100</v>"}
    ${"a number that is none"}      | ${"xl/worksheets/sheet1.xml"} | ${"<v>100</v>"}                  | ${"<v>10O</v>"}
    ${"an address that is none"}    | ${"xl/worksheets/sheet1.xml"} | ${'r="B4"'}                      | ${'r="4B"'}
    ${"a text that is not there"}   | ${"xl/worksheets/sheet1.xml"} | ${"<v>6</v>"}                    | ${"<v>60</v>"}
    ${"an unknown entity"}          | ${"xl/worksheets/sheet2.xml"} | ${"<v>ab</v>"}                   | ${"<v>&aring;</v>"}
    ${"cut texts"}                  | ${"xl/sharedStrings.xml"}     | ${"</sst>"}                      | ${""}
    ${"a text that does not close"} | ${"xl/sharedStrings.xml"}     | ${/ rad 1[\s\S]*<\/si>/}         | ${""}
    ${"broken styles"}              | ${"xl/styles.xml"}            | ${"</fonts>"}                    | ${""}
    ${"a document type"}            | ${"xl/styles.xml"}            | ${header}                        | ${`${header}<!DOCTYPE x [<!ENTITY a "b">]>`}
  `("$case is named by its part", async ({ path, from, to }: { path: string; from: string | RegExp; to: string }) => {
    const bytes = renamed(path, from, to);
    const error = await refusal(() => openXlsx(bytes, "x.xlsx").read());
    expect(error.code).toBe("damaged-workbook");
    expect(error.detail).toContain(path);
  });

  test("one flipped bit in a sheet does not become a wrong figure", async () => {
    const bytes = zipOf(richParts());
    const at = Buffer.from(bytes).indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length + 100;
    bytes[at] = bytes[at]! ^ 4;
    const error = await refusal(() => openXlsx(bytes, "x.xlsx").read());
    expect(error.code).toBe("damaged-workbook");
    expect(error.detail).toContain("xl/worksheets/sheet1.xml");
  });

  test("a zip bomb is refused before it is unpacked", async () => {
    const bytes = zipOf(richParts());
    const view = new DataView(bytes.buffer);
    const central = Buffer.from(bytes).lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    view.setUint32(central + 24, 0xf0000000, true);
    const error = await refusal(() => openXlsx(bytes, "x.xlsx").read());
    expect(error.code).toBe("damaged-workbook");
    expect(error.detail).toContain("4026531840 bytes");
  });

  test("cells scattered over the whole sheet are refused, not laid out in memory", async () => {
    const rows = Array.from({ length: 1300 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);
    expect((await refusal(() => cells(rows.join("")))).code).toBe("payload-too-large");
  });
});
