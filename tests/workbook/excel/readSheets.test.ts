import type { CellValue } from "../../../src/intake/grid";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import type { ExcelHost } from "../../host/excelHost";
import { type SheetSource, hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";

function connected(sources: readonly SheetSource[], apiSet = 9): ExcelHost {
  const host = hostFromGrids(sources, { apiSet });
  connectClient(host);
  return host;
}

function big(rows: number, columns: number, cell: (row: number, column: number) => CellValue): SheetSource {
  return {
    sheet: "Huvudbok",
    values: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column))),
  };
}

/** As Husamrådet's economy sheet is laid out: a title, a merged year over pairs of columns, numbered lines. */
const ekonomi: SheetSource = {
  sheet: "Ekonomi",
  values: [
    ["Husamrådet"],
    [],
    [null, null, 2008, null, "2012 jan–juni", null],
    [null, "tkr", "Utfall", "Budget", "Utfall", "Budget"],
    [null, "1. Personalkostnader", -724, -1460, -400.5, -500],
    [null, "2. Lokalkostnader", "007", { error: "#N/A" }, true, 40000],
  ],
  format: (row, column) => (row === 5 && column === 5 ? "yyyy-mm-dd" : row === 4 && column > 1 ? "#,##0" : "General"),
};

test("every sheet comes as a grid, in three round trips", async () => {
  const host = connected([
    ekonomi,
    { sheet: "Tom", values: [] },
    { sheet: "Gömd flik", values: [[null], [null, "x"]], hidden: true },
  ]);
  const workbook = await new ExcelWorkbook().read();

  expect(host.syncs).toBe(3);
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
  expect(workbook).toMatchObject({ name: "Bok1.xlsx", date1904: false });
  expect(
    workbook.grids.map(({ sheet, rows, columns, hidden, role }) => ({ sheet, rows, columns, hidden, role })),
  ).toEqual([
    { sheet: "Ekonomi", rows: 6, columns: 6, hidden: false, role: null },
    { sheet: "Tom", rows: 0, columns: 0, hidden: false, role: null },
    { sheet: "Gömd flik", rows: 2, columns: 2, hidden: true, role: null },
  ]);
  const grid = workbook.grids[0]!;
  expect(grid.values[4]).toEqual([null, "1. Personalkostnader", -724, -1460, -400.5, -500]);
  expect(grid.values[5]).toEqual([null, "2. Lokalkostnader", "007", { error: "#N/A" }, true, 40000]);
  expect([grid.format(4, 2), grid.format(5, 5), grid.format(0, 0), grid.format(900, 900)]).toEqual([
    "#,##0",
    "yyyy-mm-dd",
    "General",
    "General",
  ]);
  // Where the sheet does not begin in A1 the addresses are the sheet's own.
  expect(workbook.grids[2]?.values).toEqual([[], [null, "x"]]);
});

test.each<[string, number[], number[], number[]]>([
  ["no row", [], [], []],
  ["two rows", [1, 4], [], [1, 4]],
  ["two rows beside hidden columns", [1, 4], [0, 2], [1, 4]],
  ["all rows", [0, 1, 2, 3, 4, 5], [], [0, 1, 2, 3, 4, 5]],
  ["only columns", [], [1], []],
])("hidden rows: %s", async (_case, rows, columns, expected) => {
  const host = connected([ekonomi]);
  for (const row of rows) host.sheet("Ekonomi").hiddenRows.add(row);
  for (const column of columns) host.sheet("Ekonomi").hiddenColumns.add(column);
  const { grids } = await new ExcelWorkbook().read();
  expect([...(grids[0]?.hiddenRows ?? [])]).toEqual(expected);
  expect(host.syncs).toBe(3);
  expect([...host.unknownMembers]).toEqual([]);
});

test("a million empty formatted rows are not read", async () => {
  const host = connected([ekonomi]);
  host.sheet("Ekonomi").cells.edit(1_048_575, 3).format = "0.00";
  const { grids } = await new ExcelWorkbook().read();
  expect(grids[0]?.rows).toBe(6);
});

test("an error that was pasted as Swedish text is an error", async () => {
  connected([{ sheet: "A", values: [["#SAKNAS!", "#N/A", "#1 i länet"]] }]);
  const { grids } = await new ExcelWorkbook().read();
  expect(grids[0]?.values).toEqual([[{ error: "#N/A" }, { error: "#N/A" }, "#1 i länet"]]);
});

test("200 000 cells come in blocks, each well under what Excel gives", async () => {
  const host = connected([
    big(20_000, 10, (row, column) => (column === 0 ? `Verifikation ${row}` : row * column + 0.25)),
  ]);
  const { grids } = await new ExcelWorkbook().read();
  expect(grids[0]?.rows).toBe(20_000);
  expect(grids[0]?.values[19_999]?.[0]).toBe("Verifikation 19999");
  expect(grids[0]?.values[12_345]?.[9]).toBe(12_345 * 9 + 0.25);
  // Two to look, four of 50 000 cells: as many as the blocks, not as the rows.
  expect(host.syncs).toBe(6);
  expect(Math.max(...host.exchanges.map(({ responseBytes }) => responseBytes))).toBeLessThan(host.payloadLimit);
  expect(host.exchanges.filter(({ error }) => error !== null)).toEqual([]);
});

test("long texts that make an answer too large are asked for again in smaller blocks", async () => {
  const host = connected([big(400, 20, (row, column) => `${row}:${column} ${"lång kommentar ".repeat(70)}`)]);
  const { grids } = await new ExcelWorkbook().read();
  expect(grids[0]?.values).toHaveLength(400);
  expect(grids[0]?.values.map((row) => (row[3] as string).split(" ")[0])).toEqual(
    Array.from({ length: 400 }, (_, row) => `${row}:3`),
  );
  expect(host.exchanges.map(({ error }) => error)).toContain("ResponsePayloadSizeLimitExceeded");
});

test("a single row that is too large is refused with a code", async () => {
  const host = connected([big(1, 20, () => "x".repeat(30_000))]);
  host.payloadLimit = 100_000;
  await expect(new ExcelWorkbook().read()).rejects.toMatchObject({ name: "HostError", code: "payload-too-large" });
});

test("while a cell is being edited reading is refused", async () => {
  const host = connected([ekonomi]);
  host.cellEditMode = true;
  await expect(new ExcelWorkbook().read()).rejects.toMatchObject({ name: "HostError", code: "cell-edit-mode" });
});

test("a sheet that goes away while it is read is reported as missing", async () => {
  const host = connected([ekonomi, { sheet: "Andra", values: [[1]] }]);
  const reading = new ExcelWorkbook().read();
  await new Promise((resolve) => setTimeout(resolve, 1));
  host.workbook.deleteSheet(host.sheet("Andra"));
  await expect(reading).rejects.toMatchObject({ name: "HostError", code: "sheet-missing" });
});

test("below its requirement set the product is refused, not silently poorer", async () => {
  const host = connected([ekonomi], 8);
  host.sheet("Ekonomi").hiddenRows.add(1);
  await expect(new ExcelWorkbook().read()).rejects.toMatchObject({ name: "HostError", code: "not-supported" });
});
