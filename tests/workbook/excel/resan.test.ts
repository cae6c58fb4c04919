// tests/workbook/excel/resan.test.ts: money in and money back of the published case RESAN inside Excel: read, computed, written by the real client.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../src/actions/analyse";
import type { Analysis } from "../../../src/actions/analysis";
import { writeTabs } from "../../../src/actions/tabs";
import { jsonOf } from "../../../src/cli/json";
import type { SheetModel } from "../../../src/report/sheetModel";
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { caseBytes } from "../../actions/written";
import { formatArea } from "../../host/a1";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";

interface Horizon {
  readonly total: string;
  readonly krBackPerKrIn: { readonly total: string };
}

const expected = JSON.parse(readFileSync(join(__dirname, "..", "..", "cases", "resan-expected.json"), "utf8")) as {
  readonly moneyIn: Readonly<Record<string, string>>;
  readonly horizons: Readonly<Record<string, Horizon>>;
  readonly avoidedUntilRetirement: { readonly total: string };
};

const texts = textsOf("sv");
const options = { texts, today: "2026-11-22", drawnUpBy: null };

async function openInExcel(): Promise<ExcelHost> {
  const { grids, name } = await openXlsx(caseBytes("resan.xlsx"), "resan.xlsx").read();
  const host = hostFromGrids(grids);
  host.workbook.name = name;
  connectClient(host);
  return host;
}

async function run(): Promise<{ readonly analysis: Analysis; readonly tabs: readonly SheetModel[] }> {
  const workbook = new ExcelWorkbook();
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  return { analysis, tabs: await writeTabs(analysis, workbook, options) };
}

/** What each cell of the model must hold in the workbook: the constant, or the formula. */
function contentOf(model: SheetModel): unknown[][] {
  return model.rows.map((row) =>
    row.map((cell) => {
      const content = cell?.content ?? null;
      if (content === null || (content.kind === "text" && content.text === "")) return null;
      if (content.kind === "formula") return `=${content.formula}`;
      return content.kind === "number" ? Number(content.number) : content.text;
    }),
  );
}

function contentIn(host: ExcelHost, model: SheetModel): unknown[][] {
  const { cells } = host.sheet(model.name);
  return model.rows.map((row, i) => row.map((_, j) => cells.at(i, j)?.formula ?? cells.at(i, j)?.value ?? null));
}

/** Name and place of the assumptions' cells, as the workbook has them. */
function namesIn(host: ExcelHost): readonly string[] {
  return host.workbook.names
    .filter(({ name }) => name.startsWith("Samkalkyl_"))
    .map(
      ({ name, place }) => `${name} ${place?.sheet.name ?? "nowhere"} ${place === null ? "" : formatArea(place.rect)}`,
    )
    .sort();
}

function namesOf(tabs: readonly SheetModel[]): readonly string[] {
  return tabs
    .flatMap(({ name: sheet, names = [] }) => names.map(({ name, cell }) => `${name} ${sheet} ${cell}`))
    .sort();
}

test("the published figures come out of the rows that Excel hands over", async () => {
  await openInExcel();
  const { analysis } = await run();
  expect(analysis.rows).toEqual({ seen: 14, used: 14, setAside: 0 });
  const json = JSON.parse(JSON.stringify(jsonOf(analysis, texts)));
  expect(json.contributions.byAgency).toEqual(expected.moneyIn);
  expect(json.avoided.total).toBe(expected.avoidedUntilRetirement.total);
  for (const [horizon, published] of Object.entries(expected.horizons)) {
    expect(json.return.horizons[horizon].total.back).toBe(published.total);
    expect(Number(json.return.horizons[horizon].total.ratio).toFixed(4)).toBe(published.krBackPerKrIn.total);
  }
});

test("the tabs stand in the workbook as the models say, every assumption as a named cell, and the user's sheets untouched", async () => {
  const host = await openInExcel();
  const own = host.workbook.sheets.map(({ name }) => name);
  const { tabs } = await run();
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual([...own, ...tabs.map(({ name }) => name)]);
  expect(tabs.map(({ role }) => role)).toEqual(
    expect.arrayContaining(["parter", "minskatstod", "kanslighet", "slutrapport", "antaganden", "kontroller"]),
  );
  for (const tab of tabs) {
    expect(contentIn(host, tab)).toEqual(contentOf(tab));
    expect(host.sheet(tab.name).charts).toHaveLength(tab.charts.length);
    expect(host.sheet(tab.name).marks).toHaveLength(tab.marks.length);
  }
  expect(namesOf(tabs).length).toBeGreaterThan(15);
  expect(namesIn(host)).toEqual(namesOf(tabs));
  const { grids } = await openXlsx(caseBytes("resan.xlsx"), "resan.xlsx").read();
  for (const grid of grids) {
    const { cells } = host.sheet(grid.sheet);
    grid.values.forEach((row, i) =>
      row.forEach((value, j) => expect(cells.at(i, j)?.value ?? null).toEqual(value ?? null)),
    );
  }
});

test("round trips: at most three to read, one to settle the names, at most four to write", async () => {
  const host = await openInExcel();
  const workbook = new ExcelWorkbook();
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  expect(host.syncs).toBeLessThanOrEqual(3);
  const afterReading = host.syncs;
  await writeTabs(analysis, workbook, options);
  expect(host.syncs - afterReading).toBeLessThanOrEqual(1 + 3);
  const afterFirst = host.syncs;
  await run();
  expect(host.syncs - afterFirst).toBeLessThanOrEqual(3 + 1 + 4);
  expect(host.exchanges.filter(({ error }) => error !== null)).toEqual([]);
});

test("a second run reads no tab of ours as data, keeps the tabs and doubles no name, table or chart", async () => {
  const host = await openInExcel();
  const first = await run();
  const before = { sheets: host.workbook.sheets.map(({ name }) => name), names: namesIn(host) };
  const second = await run();
  expect(second.analysis.rows).toEqual(first.analysis.rows);
  expect(second.tabs.map(({ role, name }) => [role, name])).toEqual(first.tabs.map(({ role, name }) => [role, name]));
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(before.sheets);
  expect(namesIn(host)).toEqual(before.names);
  expect(host.workbook.tables.map(({ name }) => name)).toEqual(
    second.tabs.flatMap(({ tables }) => tables.map(({ name }) => name)),
  );
  for (const tab of second.tabs) {
    expect(contentIn(host, tab)).toEqual(contentOf(tab));
    expect(host.sheet(tab.name).charts).toHaveLength(tab.charts.length);
  }
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});
