import { unzipSync } from "fflate";
import type { SheetModel } from "../../../src/report/sheetModel";
import { newXlsx, openXlsx, type XlsxWorkbook } from "../../../src/workbook/file/xlsxWorkbook";
import { HostError } from "../../../src/workbook/workbook";
import { secondReading, validationErrors } from "./oracles";
import { richParts, richWorkbook, strictWorkbook, zipOf } from "./richWorkbook";
import { avvikelse, number, plainSheet, text, underlag } from "./sampleSheets";

const edited = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, contents]) => [path, new TextDecoder().decode(contents)]),
  );
}

/** Writes the two sample tabs under the names that the workbook gives them. */
async function writeTabs(workbook: XlsxWorkbook): Promise<string[]> {
  const names = await workbook.settleNames([underlag(), avvikelse()]);
  await workbook.write([underlag(names[0]!.name), avvikelse(names[1]!.name)]);
  return names.map(({ name }) => name);
}

/** The packed bytes of an entry, found by its name in the zip. */
function packedBytes(bytes: Uint8Array, path: string): Uint8Array {
  const at = Buffer.from(bytes).indexOf(path) - 30;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const begin = at + 30 + path.length + view.getUint16(at + 28, true);
  return bytes.slice(begin, begin + view.getUint32(at + 18, true));
}

async function refusal(work: () => Promise<unknown>): Promise<HostError> {
  const error = await work().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof HostError) return error;
  throw new Error(`was not refused: ${String(error)}`);
}

describe("a user's workbook with our tabs in it", () => {
  const before = richWorkbook();
  const original = richParts();
  let after: Uint8Array;
  let parts: Map<string, string>;

  beforeAll(async () => {
    const workbook = openXlsx(before, "ekonomi.xlsx");
    expect(await writeTabs(workbook)).toEqual(["Underlag", "Avvikelse 2"]);
    after = workbook.bytes();
    parts = partsOf(after);
  });

  test.each([...original.keys()].filter((path) => !edited.includes(path)))(
    "%s is byte for byte the same, packed as it was",
    (path) => {
      expect(parts.get(path)).toBe(original.get(path));
      expect(packedBytes(after, path)).toEqual(packedBytes(before, path));
    },
  );

  test("parts stand in their order, ours behind them", () => {
    const paths = [...parts.keys()].filter((path) => !path.endsWith("/"));
    expect(paths.slice(0, original.size)).toEqual([...original.keys()]);
    expect(paths.slice(original.size)).toEqual([
      "xl/worksheets/sheet4.xml",
      "xl/worksheets/_rels/sheet4.xml.rels",
      "xl/tables/table2.xml",
      "xl/worksheets/sheet5.xml",
      "xl/worksheets/_rels/sheet5.xml.rels",
      "xl/charts/chart2.xml",
      "xl/charts/chart3.xml",
      "xl/drawings/drawing2.xml",
      "xl/drawings/_rels/drawing2.xml.rels",
    ]);
  });

  /** What the old text says, taken away piece by piece in order, must all be in the new one. */
  test.each(edited)("%s is only added to", (path) => {
    let rest = parts.get(path)!;
    // Counts of lists and the flag that asks for calculation are the only values that may change.
    const pieces = original
      .get(path)!
      .replace(/ count="\d+"/g, "")
      .split(/(?=<)/);
    for (const piece of pieces) {
      rest = rest.replace(/ count="\d+"/g, "").replace(' fullCalcOnLoad="1"', "");
      const at = rest.indexOf(piece);
      expect({ piece, found: at >= 0 }).toEqual({ piece, found: true });
      rest = rest.slice(at + piece.length);
    }
  });

  test("the user's cell styles keep their indices", () => {
    const xfs = (styles: string): string[] =>
      [...(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? "").matchAll(/<xf\b.*?(?:\/>|<\/xf>)/g)].map(
        ([xf]) => xf,
      );
    const old = xfs(original.get("xl/styles.xml")!);
    const now = xfs(parts.get("xl/styles.xml")!);
    expect(old).toHaveLength(3);
    expect(now.slice(0, 3)).toEqual(old);
    expect(parts.get("xl/styles.xml")).toContain(`<cellXfs count="${now.length}">`);
  });

  test("our tabs take the workbook's own typeface", () => {
    const fonts = /<fonts[^>]*>([\s\S]*?)<\/fonts>/.exec(parts.get("xl/styles.xml")!)![1]!;
    expect(fonts.match(/<name val="[^"]*"\/>/g)!.every((name) => name === '<name val="Arial"/>')).toBe(true);
  });

  test("our table has an id that no other has", () => {
    expect(parts.get("xl/tables/table2.xml")).toMatch(/ id="8" name="tblBudget" /);
  });

  test("Excel is told to calculate, and print titles point to the right tabs", () => {
    const workbook = parts.get("xl/workbook.xml")!;
    expect(workbook).toContain('<calcPr fullCalcOnLoad="1" calcId="191029" iterate="1"/>');
    expect(workbook).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">Avvikelse!$1:$1</definedName>');
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">'Underlag'!$3:$3</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="4">'Avvikelse 2'!$1:$5</definedName>`,
    );
    expect(workbook).toContain(`<definedName name="_Samkalkyl.avvikelse" hidden="1">'Avvikelse 2'!$A$1</definedName>`);
  });

  test("it is read back as it was written, ours told from the user's", async () => {
    const grids = (await openXlsx(after, "x").read()).grids;
    expect(grids.map(({ sheet, role }) => [sheet, role])).toEqual([
      ["Ekonomi", null],
      ["Avvikelse", null],
      ["Dold", null],
      ["Underlag", "underlag"],
      ["Avvikelse 2", "avvikelse"],
    ]);
    expect(grids[3]!.values[4]).toEqual([2, "=Lokalkostnader", -435_000, -635_000, "Ekonomi!C7"]);
    expect(grids[3]!.format(4, 2)).toBe('#,##0,;"−"#,##0,');
    expect(grids[4]!.values[9]).toEqual(["KOSTNADER totalt", -6_707_000, -7_964_000, 1_257_000]);
  });

  test("a second reader sees the same", () => {
    const { sheets } = secondReading(after);
    expect(sheets.map(({ name }) => name)).toEqual(["Ekonomi", "Avvikelse", "Dold", "Underlag", "Avvikelse 2"]);
    expect(sheets[3]!.rows[4]).toEqual([2, "=Lokalkostnader", -435_000, -635_000, "Ekonomi!C7"]);
    expect(sheets[4]!.rows[9]!.slice(0, 4)).toEqual(["KOSTNADER totalt", -6_707_000, -7_964_000, 1_257_000]);
    expect(sheets[3]).toMatchObject({ freezePane: { rows: 3 }, tables: [{ name: "tblBudget", range: "A3:E7" }] });
    expect(sheets[3]).toMatchObject({
      pageSetup: { paperSize: "a4", orientation: "landscape", fitToWidth: 1, fitToHeight: 0, printTitlesRow: "$3:$3" },
    });
    expect(sheets[4]).toMatchObject({ charts: [{ seriesCount: 2, barGrouping: "clustered" }, { seriesCount: 1 }] });
  });
});

test("the Open XML SDK finds no error in what is written, and does find a planted one", async () => {
  const rich = openXlsx(richWorkbook(), "rich.xlsx");
  await writeTabs(rich);
  const fresh = newXlsx("new.xlsx");
  await writeTabs(fresh);
  await writeTabs(fresh);
  const strict = openXlsx(strictWorkbook(), "strict.xlsx");
  await writeTabs(strict);
  const broken = partsOf(fresh.bytes()).get("xl/worksheets/sheet1.xml")!.replace("<sheetFormatPr", "<sheetFormatPrr");
  const prefixed = openXlsx(richWorkbook(withPrefixes()), "prefixed.xlsx");
  await writeTabs(prefixed);
  const bare = openXlsx(
    richWorkbook({
      "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
      "xl/worksheets/sheet1.xml": bareSheet,
    }),
    "bare.xlsx",
  );
  await writeTabs(bare);
  const planted = zipOf(new Map([...partsOf(fresh.bytes()), ["xl/worksheets/sheet1.xml", broken]]));
  const [ofRich, ofFresh, ofPrefixed, ofBare, ofStrict, ofPlanted] = validationErrors(
    ...[rich, fresh, prefixed, bare, strict].map((workbook) => workbook.bytes()),
    planted,
  );
  expect(ofRich).toEqual([]);
  expect(ofFresh).toEqual([]);
  expect(ofPrefixed).toEqual([]);
  expect(ofBare).toEqual([]);
  expect(ofStrict).toEqual([]);
  expect(ofPlanted!.join()).toContain("sheetFormatPrr");
});

const bareSheet =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>';

/** The workbook and its styles, written with name space prefixes as some programs do. */
function withPrefixes(): Record<string, string> {
  const parts = richParts();
  const prefixed = (path: string): string =>
    parts
      .get(path)!
      .replace(/<(\/?)(?=[A-Za-z]+[\s/>])/g, "<$1p:")
      .replace(" xmlns=", " xmlns:p=");
  return Object.fromEntries(["xl/workbook.xml", "xl/styles.xml"].map((path) => [path, prefixed(path)]));
}

test("the cells of each tab are asked for once, so that no more than one tab's need be there at a time", async () => {
  const asked: string[] = [];
  const models = [plainSheet("oversikt", "Ett"), plainSheet("avvikelse", "Två")].map((sheet) => ({
    ...sheet,
    get rows(): SheetModel["rows"] {
      throw new Error("these are made for the whole tab");
    },
    *whole() {
      asked.push(sheet.name);
      yield;
      return sheet;
    },
  }));
  const workbook = openXlsx(richWorkbook(), "x");
  await workbook.write(models);
  expect(asked).toEqual(["Ett", "Två"]);
});

describe("a second run", () => {
  test("gives the same bytes", async () => {
    const workbook = openXlsx(richWorkbook(), "x");
    await writeTabs(workbook);
    const once = workbook.bytes();
    await writeTabs(workbook);
    expect(Buffer.compare(workbook.bytes(), once)).toBe(0);
    const reopened = openXlsx(once, "x");
    await writeTabs(reopened);
    expect(Buffer.compare(reopened.bytes(), once)).toBe(0);
  });

  test("gives the same bytes in a new workbook, which has our tabs and no other", async () => {
    const workbook = newXlsx("x");
    expect(() => workbook.bytes()).toThrow(HostError);
    await writeTabs(workbook);
    const once = workbook.bytes();
    await writeTabs(workbook);
    expect(Buffer.compare(workbook.bytes(), once)).toBe(0);
    expect((await workbook.read()).grids.map(({ sheet }) => sheet)).toEqual(["Underlag", "Avvikelse"]);
  });

  test("finds a tab that was renamed and moved, and leaves it so", async () => {
    const workbook = openXlsx(richWorkbook(), "x");
    await writeTabs(workbook);
    const parts = partsOf(workbook.bytes());
    const tab = /<sheet name="Avvikelse 2"[^>]*\/>/.exec(parts.get("xl/workbook.xml")!)![0];
    const moved = parts
      .get("xl/workbook.xml")!
      .replace(tab, "")
      .replace("<sheets>", `<sheets>${tab.replace("Avvikelse 2", "Kalle&apos;s läge")}`)
      .replaceAll("'Avvikelse 2'!", "'Kalle''s läge'!")
      // As Excel does, all local names follow their tabs.
      .replace(/localSheetId="(\d)"/g, (_, id: string) => `localSheetId="${id === "4" ? 0 : Number(id) + 1}"`)
      .replace('activeTab="1"', 'activeTab="2"');
    const again = openXlsx(zipOf(new Map([...parts, ["xl/workbook.xml", moved]])), "x");
    expect(await writeTabs(again)).toEqual(["Underlag", "Kalle's läge"]);
    expect((await again.read()).grids.map(({ sheet, role }) => [sheet, role])).toEqual([
      ["Kalle's läge", "avvikelse"],
      ["Ekonomi", null],
      ["Avvikelse", null],
      ["Dold", null],
      ["Underlag", "underlag"],
    ]);
    const workbookXml = partsOf(again.bytes()).get("xl/workbook.xml")!;
    expect(workbookXml).toContain(`localSheetId="0">'Kalle''s läge'!$1:$5`);
    expect(workbookXml).toContain(`localSheetId="2">Avvikelse!$1:$1`);
    expect(workbookXml.match(/_Samkalkyl\.avvikelse"/g)).toHaveLength(1);
  });

  test("takes away a tab that is no longer wanted, with its parts, and what points to tabs by number follows", async () => {
    const workbook = openXlsx(richWorkbook(), "x");
    await writeTabs(workbook);
    // The user has put our Underlag first.
    const parts = partsOf(workbook.bytes());
    const tab = /<sheet name="Underlag"[^>]*\/>/.exec(parts.get("xl/workbook.xml")!)![0];
    const moved = parts
      .get("xl/workbook.xml")!
      .replace(tab, "")
      .replace("<sheets>", `<sheets>${tab}`)
      .replace(
        /localSheetId="(\d)"/g,
        (_, id: string) => `localSheetId="${id === "3" ? 0 : id === "4" ? 4 : Number(id) + 1}"`,
      )
      .replace('activeTab="1"', 'activeTab="2"');
    const again = openXlsx(zipOf(new Map([...parts, ["xl/workbook.xml", moved]])), "x");
    await again.write([plainSheet("avvikelse", "Avvikelse 2"), plainSheet("kontroller", "Kontroller")]);
    const after = partsOf(again.bytes());
    expect((await again.read()).grids.map(({ sheet }) => sheet)).toEqual([
      "Ekonomi",
      "Avvikelse",
      "Dold",
      "Avvikelse 2",
      "Kontroller",
    ]);
    expect([...after.keys()].filter((path) => /table2|chart2|chart3|drawing2/.test(path))).toEqual([]);
    expect(after.get("[Content_Types].xml")).not.toMatch(/table2|chart2|drawing2/);
    const workbookXml = after.get("xl/workbook.xml")!;
    expect(workbookXml).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">Avvikelse!$1:$1</definedName>',
    );
    expect(workbookXml).toContain('<definedName name="Lokalt" localSheetId="2">');
    expect(workbookXml).toContain('activeTab="1"');
    expect(workbookXml).not.toContain("underlag");
    for (const path of ["xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/worksheets/sheet1.xml"]) {
      expect(after.get(path)).toBe(richParts().get(path));
    }
  });

  test("a mark whose tab was deleted is dropped, and the tab comes anew", async () => {
    const parts = richParts();
    const stale = parts
      .get("xl/workbook.xml")!
      .replace(
        "<definedNames>",
        '<definedNames><definedName name="_Samkalkyl.underlag" hidden="1">#REF!</definedName>',
      );
    const workbook = openXlsx(richWorkbook({ "xl/workbook.xml": stale }), "x");
    expect((await workbook.read()).grids.every(({ role }) => role === null)).toBe(true);
    await writeTabs(workbook);
    expect(
      partsOf(workbook.bytes())
        .get("xl/workbook.xml")!
        .match(/_Samkalkyl\.underlag"/g),
    ).toHaveLength(1);
  });

  test("cells of ours that Excel has put on its calculation chain are taken off it, the user's stay", async () => {
    const workbook = openXlsx(richWorkbook(), "x");
    await writeTabs(workbook);
    const parts = partsOf(workbook.bytes());
    const sheetId = /<sheet name="Avvikelse 2" sheetId="(\d+)"/.exec(parts.get("xl/workbook.xml")!)![1]!;
    const start = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    const chain = `${start}<c r="B6" i="${sheetId}"/><c r="B7"/><c r="D4" i="1"/><c r="C6" i="${sheetId}"/><c r="D5" i="1"/></calcChain>`;
    const again = openXlsx(zipOf(new Map([...parts, ["xl/calcChain.xml", chain]])), "x");
    await writeTabs(again);
    expect(partsOf(again.bytes()).get("xl/calcChain.xml")).toBe(
      `${start}<c r="D4" i="1"/><c r="D5" i="1"/></calcChain>`,
    );
    const onlyOurs = openXlsx(
      zipOf(new Map([...parts, ["xl/calcChain.xml", `${start}<c r="B6" i="${sheetId}"/></calcChain>`]])),
      "x",
    );
    await writeTabs(onlyOurs);
    const without = partsOf(onlyOurs.bytes());
    expect(without.has("xl/calcChain.xml")).toBe(false);
    expect(without.get("[Content_Types].xml")! + without.get("xl/_rels/workbook.xml.rels")!).not.toContain("calcChain");
  });
});

describe("refused, with nothing changed", () => {
  const withText = (path: string, from: string, to: string): Uint8Array =>
    richWorkbook({ [path]: richParts().get(path)!.replace(from, to) });

  test.each`
    case                                 | bytes                                                                                               | sheet                                                               | code
    ${"a locked workbook"}               | ${withText("xl/workbook.xml", "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>')} | ${underlag()}                                                       | ${"workbook-protected"}
    ${"a text longer than a cell holds"} | ${richWorkbook()}                                                                                   | ${plainSheet("underlag", "Underlag", [[text("x".repeat(32_768))]])} | ${"not-supported"}
  `("$case: $code", async ({ bytes, sheet, code }: { bytes: Uint8Array; sheet: SheetModel; code: string }) => {
    const workbook = openXlsx(bytes, "x");
    const untouched = workbook.bytes();
    expect((await refusal(() => workbook.write([sheet]))).code).toBe(code);
    expect(Buffer.compare(workbook.bytes(), untouched)).toBe(0);
  });

  test("a tab of ours that the user has locked", async () => {
    const workbook = openXlsx(richWorkbook(), "x");
    await workbook.write([plainSheet("underlag", "Underlag")]);
    const parts = partsOf(workbook.bytes());
    const locked = parts
      .get("xl/worksheets/sheet4.xml")!
      .replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>');
    const again = openXlsx(zipOf(new Map([...parts, ["xl/worksheets/sheet4.xml", locked]])), "x");
    const error = await refusal(() => again.write([plainSheet("underlag", "Underlag")]));
    expect([error.code, error.detail]).toEqual(["sheet-protected", "Underlag"]);
  });

  test("a tab whose name was not settled, since formulas would point to the user's tab", async () => {
    await expect(openXlsx(richWorkbook(), "x").write([plainSheet("avvikelse", "Avvikelse")])).rejects.toThrow(
      "not settled",
    );
  });

  test("a number that is none", async () => {
    await expect(newXlsx("x").write([plainSheet("underlag", "U", [[number("NaN")]])])).rejects.toThrow(RangeError);
  });
});
