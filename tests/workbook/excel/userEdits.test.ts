// tests/workbook/excel/userEdits.test.ts: what people write in our tabs in Excel comes back through the real client, row by row, and is kept.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../src/actions/analyse";
import { changesOf } from "../../../src/actions/changes";
import { settledTabsOf, writeTabs } from "../../../src/actions/tabs";
import { cellName } from "../../../src/domain/a1";
import type { SheetModel } from "../../../src/report/sheetModel";
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";
import { cellAt, gridOf } from "../../actions/typing";

const sv = textsOf("sv");
const options = { texts: sv, today: "2026-11-22", drawnUpBy: null };

async function openInExcel(file: string): Promise<ExcelHost> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", file)));
  const host = hostFromGrids((await openXlsx(bytes, file).read()).grids);
  connectClient(host);
  return host;
}

async function run(host: ExcelHost) {
  const workbook = new ExcelWorkbook();
  const source = await workbook.read();
  const analysis = analyse([source], { unit: null, sign: null });
  const tabs = await settledTabsOf(analysis, workbook, options);
  const changes = changesOf(source, analysis, tabs);
  host.formulaValue = shownBy(tabs);
  const sheets = await writeTabs(analysis, workbook, options);
  // The report's claim that does not reconcile is of the source, and told in every run.
  const problems = analysis.problems.filter(({ code }) => code !== "claim-differs");
  return { analysis, sheets, changes, problems: problems.map(({ code, cell }) => `${code} ${cell ?? ""}`) };
}

/** The engine's own values: what Excel computes from the formulas. */
function shownBy(sheets: readonly SheetModel[]): ExcelHost["formulaValue"] {
  const values = new Map<string, string | number>();
  for (const { name, rows } of sheets)
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell?.content?.kind !== "formula") return;
        const { cached, type } = cell.content;
        values.set(`${name}!${cellName(r, c)}`, type === "number" ? Number(cached) : cached);
      });
    });
  return (sheet, address) => values.get(`${sheet}!${address.replace(/^.*!/u, "")}`) ?? 0;
}

async function type(
  host: ExcelHost,
  role: string,
  label: string,
  heading: string,
  value: string | number,
): Promise<string> {
  const grid = gridOf(await new ExcelWorkbook().read(), role);
  const { name } = cellAt(grid, label, heading);
  host.type(grid.sheet, name, value);
  return name;
}

test("nothing is taken for a person's change, and nothing is said to change, when nobody has changed anything", async () => {
  const host = await openInExcel("resan.xlsx");
  const first = await run(host);
  expect(first.changes).toBeNull();
  const second = await run(host);
  expect(second.problems).toEqual([]);
  expect(second.changes!.tabs.filter(({ kind }) => kind !== "same")).toEqual([]);
  expect(second.changes!.overwritten).toEqual([]);
});

test("the formulas of our tabs are read without a further round trip", async () => {
  const host = await openInExcel("husamradet.xlsx");
  await run(host);
  const before = host.syncs;
  const source = await new ExcelWorkbook().read();
  expect(host.syncs - before).toBe(3);
  const grid = gridOf(source, "avvikelse");
  const { row, column } = cellAt(grid, "Personalkostnader", "Utfall ack.");
  expect(grid.formula?.(row, column)).toMatch(/^=/);
  expect(grid.formula?.(row, 0)).toBeNull();
});

test("an own assumption, an explanation and a figure over a formula: used, kept and left over, also on the run after that", async () => {
  const host = await openInExcel("resan.xlsx");
  await run(host);
  const chosen = await type(host, "antaganden", sv.returnTabs.assumptions.kinds.deadweight, "Valt", 0.2);
  const share = await type(host, "minskatstod", "S1", "Antal månader", 5);
  const second = await run(host);
  expect(second.problems).toEqual([`own-assumption ${chosen}`, `left-over ${share}`]);
  expect(second.changes!.overwritten).toMatchObject([{ cell: share, content: 5, reason: "formula" }]);
  const third = await run(host);
  expect(third.problems).toEqual([`own-assumption ${chosen}`]);
  const scenario = third.analysis.workbooks[0]!.moneyBack!.result.scenario.assumptions;
  expect(scenario.find(({ kind }) => kind === "deadweight")!.base.toString()).toBe("0.2");
  const left = gridOf(await new ExcelWorkbook().read(), "minskatstod");
  expect(left.values.flat()).toContain(sv.kept.heading);
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});
