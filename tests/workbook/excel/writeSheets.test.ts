import type { SheetModel } from "../../../src/report/sheetModel";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { pointsOfWidth } from "../../../src/workbook/excel/layoutWriting";
import type { SheetName } from "../../../src/workbook/workbook";
import { formatArea } from "../../host/a1";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";
import { avvikelse, formula, number, text, underlag } from "./tabs";

const lines = ["Personalkostnader", "Köp av verksamhet", "Lokalkostnader"];
const source = {
  sheet: "Ekonomi",
  values: [
    ["Kostnadsslag", "Utfall"],
    ["Personal", -724],
  ],
};
const proposed: readonly SheetName[] = [
  { role: "underlag", name: "Underlag" },
  { role: "avvikelse", name: "Avvikelse" },
];

let host: ExcelHost;
let workbook: ExcelWorkbook;

beforeEach(() => {
  host = hostFromGrids([source]);
  connectClient(host);
  workbook = new ExcelWorkbook();
});

afterEach(() => {
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

function cellsOf(sheet: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  host.sheet(sheet).cells.forEachStored({ top: 0, left: 0, bottom: 99, right: 25 }, (cell, row, column) => {
    const content = cell.formula ?? cell.value;
    if (content !== null) found[formatArea({ top: row, left: column, bottom: row, right: column })] = content;
  });
  return found;
}

function looksAt(sheet: string, row: number, column: number): Readonly<Record<string, unknown>> {
  return host.sheet(sheet).cells.at(row, column)?.looks ?? {};
}

async function writeOnce(): Promise<void> {
  await workbook.write([underlag(lines), avvikelse(lines)]);
}

describe("a first run", () => {
  test("writes everything in three round trips and marks the tabs as ours by hidden names", async () => {
    await writeOnce();
    expect(host.syncs).toBe(3);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Ekonomi", "Underlag", "Avvikelse"]);
    expect(
      host.workbook.names.map(({ name, visible, place }) => ({ name, visible, at: place?.sheet.address(place.rect) })),
    ).toEqual([
      { name: "_Samkalkyl.underlag", visible: false, at: "Underlag!A1" },
      { name: "_Samkalkyl.avvikelse", visible: false, at: "Avvikelse!A1" },
    ]);
    expect((await workbook.read()).grids.map(({ sheet, role }) => [sheet, role])).toEqual([
      ["Ekonomi", null],
      ["Underlag", "underlag"],
      ["Avvikelse", "avvikelse"],
    ]);
  });

  test("puts figures, texts and formulas where the model has them", async () => {
    await writeOnce();
    expect(cellsOf("Underlag")).toEqual({
      A1: "Underlag",
      A2: "LinjeNr",
      B2: "Kostnadsslag",
      C2: "Utfall",
      D2: "Budget",
      A3: 1,
      B3: "Personalkostnader",
      C3: -724_000,
      D3: -1_460_000,
      A4: 2,
      B4: "Köp av verksamhet",
      C4: -724_001,
      D4: -1_460_000,
      A5: 3,
      B5: "Lokalkostnader",
      C5: -724_002,
      D5: -1_460_000,
    });
    expect(cellsOf("Avvikelse")).toMatchObject({
      B3: "Ackumulerat",
      A5: "Personalkostnader",
      B5: "=SUMIFS(tblBudget[Utfall],tblBudget[LinjeNr],1)",
      D7: "=B7-C7",
      B8: "=SUM(B5:B7)",
      D8: "=B8-C8",
    });
    expect(cellsOf("Avvikelse")).not.toHaveProperty("E5");
    expect(host.sheet("Avvikelse").cells.at(4, 1)?.format).toBe('#,##0,;"−"#,##0,');
    expect(host.sheet("Underlag").cells.at(2, 0)?.format).toBe("0");
  });

  test("makes the table, the chart and the mark", async () => {
    await writeOnce();
    const [table] = host.workbook.tables;
    expect(table).toMatchObject({ name: "tblBudget", showBandedRows: false });
    expect(table?.place.sheet.address(table.place.rect)).toBe("Underlag!A2:D5");
    const [chart] = host.sheet("Avvikelse").charts;
    expect(chart).toMatchObject({
      type: "ColumnClustered",
      name: "Samkalkyl 1",
      title: { text: "Utfall och budget", visible: true },
      legend: { visible: true, position: "Bottom" },
      plotVisibleOnly: false,
    });
    expect(
      chart?.series.map(({ name, values, categories }) => [
        name,
        values && formatArea(values.rect),
        categories && formatArea(categories.rect),
      ]),
    ).toEqual([
      ["Utfall", "B5:B7", "A5:A7"],
      ["Budget", "C5:C7", "A5:A7"],
    ]);
    expect(chart?.axes.value).toMatchObject({
      title: { text: "tkr" },
      settings: { numberFormat: '#,##0,;"−"#,##0,', linkNumberFormat: false },
    });
    expect(chart?.position && [formatArea(chart.position.from), formatArea(chart.position.to)]).toEqual(["A10", "D25"]);
    const [mark] = host.sheet("Avvikelse").marks;
    expect(mark).toMatchObject({
      formula: "=ABS($D5)>=100000",
      looks: { "fill/color": "#FFF0C9", "font/color": "#6A4A00" },
    });
    expect(mark?.areas.map(({ rect }) => formatArea(rect))).toEqual(["D5:D7"]);
  });

  test("dresses the cells, the columns and the page", async () => {
    await writeOnce();
    expect(looksAt("Avvikelse", 3, 4)).toMatchObject({
      "fill/color": "#1F4E5F",
      "font/color": "#FFFFFF",
      "font/bold": true,
      wrapText: true,
    });
    expect(looksAt("Avvikelse", 3, 1)).toMatchObject({ horizontalAlignment: "Right" });
    // The band of the group has no gap over the cells that it spans.
    expect([1, 2, 3, 4].map((column) => looksAt("Avvikelse", 2, column)["fill/color"])).toEqual([
      "#DCE8EC",
      "#DCE8EC",
      "#DCE8EC",
      undefined,
    ]);
    expect(looksAt("Avvikelse", 2, 3)).toMatchObject({ horizontalAlignment: "CenterAcrossSelection" });
    expect(looksAt("Avvikelse", 7, 1)).toMatchObject({ "borders/EdgeTop/color": "#1F4E5F", "font/bold": true });
    // The total's line is the lower edge of the row above too, over that row's hairline.
    expect(looksAt("Avvikelse", 6, 1)).toMatchObject({
      "borders/EdgeBottom/color": "#1F4E5F",
      "borders/EdgeTop/color": "#DDE2E6",
    });
    expect(looksAt("Avvikelse", 5, 0)).toMatchObject({ "borders/EdgeBottom/style": "Continuous" });
    expect(looksAt("Avvikelse", 5, 4)).toMatchObject({ "fill/color": "#FFF9E3", wrapText: true });
    const sheet = host.sheet("Underlag");
    expect([...sheet.hiddenColumns]).toEqual([0]);
    expect(sheet.columnWidths.get(1)).toBe(pointsOfWidth(30));
    expect(sheet.frozen && formatArea(sheet.frozen)).toBe("1:2");
    expect(host.sheet("Avvikelse").frozen).toEqual({ top: 0, left: 0, bottom: 3, right: 0 });
    expect(host.sheet("Avvikelse").rowHeights.get(3)).toBe(30);
    expect(sheet.layout.settings).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
    });
    expect(sheet.layout.titleRows && formatArea(sheet.layout.titleRows)).toBe("2:2");
    expect(sheet.layout.headersFooters).toEqual({ RightHeader: "&F", LeftFooter: "&A", RightFooter: "&P (&N)" });
    expect(sheet.settings).toMatchObject({ gridlines: false });
  });

  // Widths that Excel itself shows: 8.43 characters are 64 pixels, 48 points.
  test.each([
    [8.43, 48],
    [10, 56.25],
    [0, 3.75],
  ])("a width of %d characters is %d points", (characters, points) => {
    expect(pointsOfWidth(characters)).toBe(points);
  });

  test("leaves the user's sheet as it was", async () => {
    const before = cellsOf("Ekonomi");
    await writeOnce();
    expect(cellsOf("Ekonomi")).toEqual(before);
    expect(host.sheet("Ekonomi")).toMatchObject({ frozen: null, charts: [], marks: [], visibility: "Visible" });
  });
});

test.each([
  "=SUM(A1)",
  "Köp*",
  ">5",
  "1-2",
  "TRUE",
  "SANT",
  "007",
  "+46",
  "-Lokaler",
  "@x",
  "1 234,50",
  "5 %",
  "'citat",
  "mars 2024",
  "=cmd|' /C calc'!A0",
])("the text %s stays text", async (line) => {
  await workbook.write([underlag([line]), avvikelse([line])]);
  expect(host.sheet("Underlag").cells.at(2, 1)).toMatchObject({ value: line, formula: null, prefixed: true });
  expect((await workbook.read()).grids.find(({ sheet }) => sheet === "Avvikelse")?.values[4]?.[0]).toBe(line);
});

test("the host does coerce such texts when they come without an apostrophe", async () => {
  const inputs = ["=1+1", "1-2", "TRUE", "007", "1 234,50", "-Lokaler", "Köp*"];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Ekonomi").getRange("D1:J1").values = [inputs];
    await context.sync();
  });
  const cells = [3, 4, 5, 6, 7, 8, 9].map((column) => host.sheet("Ekonomi").cells.at(0, column));
  expect(cells.map((each) => each?.formula ?? typeof each?.value)).toEqual([
    "=1+1",
    "number",
    "boolean",
    "number",
    "number",
    "=-Lokaler",
    "string",
  ]);
});

describe("a second run", () => {
  beforeEach(writeOnce);

  test("takes four round trips and replaces the tabs of the first", async () => {
    const syncs = host.syncs;
    await workbook.write([underlag(["Ny linje"]), avvikelse(["Ny linje"])]);
    expect(host.syncs - syncs).toBe(4);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Ekonomi", "Underlag", "Avvikelse"]);
    expect(cellsOf("Underlag")).toEqual({
      A1: "Underlag",
      A2: "LinjeNr",
      B2: "Kostnadsslag",
      C2: "Utfall",
      D2: "Budget",
      A3: 1,
      B3: "Ny linje",
      C3: -724_000,
      D3: -1_460_000,
    });
    expect(host.workbook.tables.map(({ name, place }) => [name, formatArea(place.rect)])).toEqual([
      ["tblBudget", "A2:D3"],
    ]);
    expect(host.sheet("Avvikelse").charts).toHaveLength(1);
    expect(host.sheet("Avvikelse").marks).toHaveLength(1);
    expect(looksAt("Avvikelse", 7, 1)).toEqual({});
    expect(host.workbook.names.map(({ name }) => name)).toEqual(["_Samkalkyl.underlag", "_Samkalkyl.avvikelse"]);
  });

  test("leaves charts that the user drew on our tab", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Avvikelse");
      sheet.charts.add("Pie", sheet.getRange("B5:B7")).name = "Mitt diagram";
      await context.sync();
    });
    await writeOnce();
    expect(host.sheet("Avvikelse").charts.map(({ name }) => name)).toEqual(["Mitt diagram", "Samkalkyl 1"]);
  });

  test("follows tabs that were renamed and moved", async () => {
    host.workbook.renameSheet(host.sheet("Avvikelse"), "Uppföljning 2024");
    host.workbook.moveSheet(host.sheet("Uppföljning 2024"), 0);
    const names = await workbook.settleNames(proposed);
    expect(names).toEqual([
      { role: "underlag", name: "Underlag" },
      { role: "avvikelse", name: "Uppföljning 2024" },
    ]);
    await workbook.write([underlag(["X"]), avvikelse(["X"], "Uppföljning 2024")]);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Uppföljning 2024", "Ekonomi", "Underlag"]);
    expect(cellsOf("Uppföljning 2024")).toMatchObject({ A5: "X" });
  });

  test("refuses when a tab was renamed after its name was settled", async () => {
    host.workbook.renameSheet(host.sheet("Avvikelse"), "Annat");
    await expect(writeOnce()).rejects.toMatchObject({ code: "sheet-missing", detail: "Avvikelse" });
  });

  test("removes tabs of ours that this run does not have", async () => {
    await workbook.write([underlag(lines), avvikelse(lines), avvikelse(lines, "Avvikelse 2", "avvikelse:2")]);
    expect(host.workbook.names.map(({ name }) => name)).toContain("_Samkalkyl.avvikelse.2");
    expect((await workbook.read()).grids.at(-1)?.role).toBe("avvikelse:2");
    await writeOnce();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Ekonomi", "Underlag", "Avvikelse"]);
    expect(host.workbook.names.map(({ name }) => name)).toEqual(["_Samkalkyl.underlag", "_Samkalkyl.avvikelse"]);
  });

  test("makes a tab anew that the user deleted", async () => {
    host.workbook.deleteSheet(host.sheet("Avvikelse"));
    expect(await workbook.settleNames(proposed)).toEqual(proposed);
    await writeOnce();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Ekonomi", "Underlag", "Avvikelse"]);
    expect(host.workbook.names.filter(({ place }) => place === null)).toEqual([]);
  });

  test("a copy that the user made of our tab is the user's own", async () => {
    host.workbook.addSheet("Avvikelse (2)").cells.edit(0, 0).value = "min kopia";
    await writeOnce();
    expect(cellsOf("Avvikelse (2)")).toEqual({ A1: "min kopia" });
  });
});

test("a sheet of the user's with our name keeps it, and ours gets a number", async () => {
  host.workbook.addSheet("avvikelse").cells.edit(0, 0).value = "min egen";
  const names = await workbook.settleNames(proposed);
  expect(names.map(({ name }) => name)).toEqual(["Underlag", "Avvikelse 2"]);
  await workbook.write([underlag(lines), avvikelse(lines, "Avvikelse 2")]);
  expect(cellsOf("avvikelse")).toEqual({ A1: "min egen" });
  expect(cellsOf("Avvikelse 2")).toHaveProperty("A5", "Personalkostnader");
});

describe("what stands in the way is found before anything is changed", () => {
  /** Everything that can be seen of the workbook. */
  function snapshot(): string {
    const sheets = host.workbook.sheets.map(({ name, cells, marks, charts, frozen }) => {
      const stored: unknown[] = [];
      cells.forEachStored({ top: 0, left: 0, bottom: 99, right: 25 }, (cell, row, column) =>
        stored.push([row, column, { ...cell }]),
      );
      return { name, stored, marks: marks.length, charts: charts.length, frozen };
    });
    return JSON.stringify({
      sheets,
      names: host.workbook.names.map(({ name }) => name),
      tables: host.workbook.tables.map(({ name }) => name),
    });
  }

  test.each<[string, string, string, () => void]>([
    ["a protected tab of ours", "sheet-protected", "Avvikelse", () => (host.sheet("Avvikelse").isProtected = true)],
    [
      "a protected workbook that lacks a tab",
      "workbook-protected",
      "",
      () => {
        host.workbook.deleteSheet(host.sheet("Avvikelse"));
        host.workbook.structureProtected = true;
      },
    ],
    ["a cell being edited", "cell-edit-mode", "InvalidOperationInCellEditMode", () => (host.cellEditMode = true)],
  ])("%s", async (_case, code, detail, prepare) => {
    await writeOnce();
    prepare();
    const before = snapshot();
    await expect(writeOnce()).rejects.toMatchObject({ name: "HostError", code, detail });
    expect(snapshot()).toBe(before);
  });

  test("a protected workbook that has all our tabs is no hindrance", async () => {
    await writeOnce();
    host.workbook.structureProtected = true;
    await workbook.write([underlag(["Y"]), avvikelse(["Y"])]);
    expect(cellsOf("Avvikelse")).toMatchObject({ A5: "Y" });
  });

  test("a protected workbook without our tabs", async () => {
    host.workbook.structureProtected = true;
    const before = snapshot();
    await expect(writeOnce()).rejects.toMatchObject({ code: "workbook-protected" });
    expect(snapshot()).toBe(before);
  });

  test.each<[string, SheetModel]>([
    ["a table whose heading is not in its cell", { ...underlag(lines), rows: [[text("x")], [text("fel")]] }],
    ["a number that is none", { ...underlag(lines), tables: [], rows: [[number("tolv")]] }],
  ])("a model that is wrong in itself: %s", async (_case, model) => {
    const before = snapshot();
    await expect(workbook.write([model])).rejects.toBeInstanceOf(RangeError);
    expect(snapshot()).toBe(before);
  });

  test("a text longer than a cell holds", async () => {
    const before = snapshot();
    await expect(workbook.write([underlag(["x".repeat(32_768)])])).rejects.toMatchObject({ code: "not-supported" });
    expect(snapshot()).toBe(before);
  });

  test("a refusal in the middle of a first run leaves nothing behind", async () => {
    const before = snapshot();
    host.refuse("Table.Style", "GeneralException");
    await expect(writeOnce()).rejects.toMatchObject({
      code: "unexpected",
      detail: "GeneralException (Table.Style)",
    });
    expect(snapshot()).toBe(before);
    host.allow("Table.Style");
    await writeOnce();
    expect(cellsOf("Avvikelse")).toHaveProperty("A5", "Personalkostnader");
  });

  test("a formula that Excel does not take is such a refusal", async () => {
    const before = snapshot();
    const broken = { ...avvikelse(lines), rows: [[formula("SUM(tblSaknas[Utfall])")]], charts: [], marks: [] };
    await expect(workbook.write([underlag(lines), broken])).rejects.toMatchObject({ code: "unexpected" });
    expect(snapshot()).toBe(before);
  });
});

test("a refusal in the middle of a second run puts back figures and texts, and says what is lost", async () => {
  await writeOnce();
  host.type("Avvikelse", "E5", "Sjukskrivning i mars");
  host.type("Avvikelse", "E6", "=cmd");
  const before = cellsOf("Avvikelse");
  host.refuse("Table.Style", "GeneralException");
  await expect(workbook.write([underlag(["Z"]), avvikelse(["Z"])])).rejects.toMatchObject({
    code: "half-written",
    detail: "GeneralException; restored without looks: Underlag, Avvikelse",
  });
  expect(cellsOf("Avvikelse")).toMatchObject({ E5: "Sjukskrivning i mars", E6: "=cmd", A5: before.A5, D8: before.D8 });
  expect(host.sheet("Avvikelse").cells.at(5, 4)).toMatchObject({ value: "=cmd", formula: null });
  // The next run finds the tabs as its own and writes them whole.
  host.allow("Table.Style");
  await writeOnce();
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Ekonomi", "Underlag", "Avvikelse"]);
  expect(host.sheet("Avvikelse").charts).toHaveLength(1);
});

test("200 000 cells are written in requests that Excel takes, as few as they fit in", async () => {
  const rows = 50_000;
  const model = underlag(Array.from({ length: rows }, (_, i) => `Kostnadsslag nummer ${i}`));
  await workbook.write([model]);
  expect(host.sheet("Underlag").cells.at(rows + 1, 1)?.value).toBe(`Kostnadsslag nummer ${rows - 1}`);
  expect(host.sheet("Underlag").cells.at(rows + 1, 2)?.value).toBe(-724_000 - rows + 1);
  const largest = Math.max(...host.exchanges.map(({ requestBytes }) => requestBytes));
  expect(largest).toBeLessThan(host.payloadLimit);
  // Not split finer than it has to be.
  const all = host.exchanges.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  expect(host.syncs).toBeLessThanOrEqual(3 + Math.ceil(all / 1_500_000));
  expect(host.exchanges.filter(({ error }) => error !== null)).toEqual([]);
});
