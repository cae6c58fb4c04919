// tests/workbook/excel/snapshots.test.ts: in Excel too a snapshot is never removed, overwritten or in the way, and a board page is one page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../src/actions/analyse";
import { writeTabs } from "../../../src/actions/tabs";
import type { SheetModel } from "../../../src/report/sheetModel";
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";

async function openInExcel(): Promise<ExcelHost> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", "husamradet.xlsx")));
  const host = hostFromGrids((await openXlsx(bytes, "husamradet.xlsx").read()).grids);
  connectClient(host);
  return host;
}

async function run(version: string | null): Promise<readonly SheetModel[]> {
  const workbook = new ExcelWorkbook();
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  return writeTabs(analysis, workbook, {
    texts: textsOf("sv"),
    today: "2026-03-31",
    drawnUpBy: null,
    snapshot: version === null ? null : { version },
  });
}

const name = "Ögonblick 2026-03-31 v1";
const contentOf = (host: ExcelHost): string => JSON.stringify(host.sheet(name).cells);
const roleNames = (host: ExcelHost): string[] =>
  host.workbook.names.map((each) => each.name).filter((each) => each.startsWith("_Samkalkyl.ogonblick"));

test("it stays through later runs, with its mark, also when it is protected or renamed", async () => {
  const host = await openInExcel();
  await run("v1");
  const before = contentOf(host);
  await run(null);
  host.sheet(name).isProtected = true;
  const third = await run(null);
  expect(contentOf(host)).toBe(before);
  expect(roleNames(host)).toEqual(["_Samkalkyl.ogonblick.1"]);
  expect(third.map(({ role }) => role)).toContain("jamforelse");
  const fourth = await run("v2");
  expect(fourth.map(({ role }) => role)).toContain("ogonblick:2");
  expect(roleNames(host).sort()).toEqual(["_Samkalkyl.ogonblick.1", "_Samkalkyl.ogonblick.2"]);
  expect(contentOf(host)).toBe(before);
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

test("a number that is taken is refused before anything is written", async () => {
  const host = await openInExcel();
  const models = await run("v1");
  const before = contentOf(host);
  await expect(new ExcelWorkbook().write(models)).rejects.toThrow("never overwritten");
  expect(contentOf(host)).toBe(before);
});

test("the board's page is laid out on one page; the others as many high as it takes", async () => {
  const host = await openInExcel();
  await run(null);
  const zoomOf = (sheet: string): unknown => host.sheet(sheet).layout.settings.zoom;
  expect(zoomOf("Styrelsen avvikelse")).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
  expect(zoomOf("Avvikelse")).toEqual({ horizontalFitToPages: 1 });
});
