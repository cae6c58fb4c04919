// tests/workbook/copiedTabs.test.ts: copies of our tabs, as people keep March's page: by Move or Copy in Excel, as sheets of a file, and as values and
// formats pasted into a new workbook. What they hold stands in the source already, so no figure changes and it is said once.
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { writeTabs } from "../../src/actions/tabs";
import type { Grid, SourceWorkbook } from "../../src/intake/grid";
import { textsOf } from "../../src/text/languages";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { caseBytes, written } from "../actions/written";
import { hostFromGrids } from "../host/hostFromGrids";
import { connectClient } from "../host/loadClient";

const asRead = { unit: null, sign: null } as const;

/** The figures of a run that copies would change. */
function figuresOf({ results, workbooks, rows, refused }: Analysis): unknown {
  return {
    refused,
    used: rows.used,
    setAside: rows.setAside,
    totals: results.map(({ followUp: { total } }) => [total.outcome.toString(), total.budget.toString()]),
    ratios: workbooks.map(({ moneyBack }) => moneyBack?.result.horizons[5].total.ratio?.toString() ?? null),
  };
}

function saidOf({ problems }: Analysis): unknown[] {
  return problems.filter(({ code }) => code === "copied-tabs").map(({ params }) => params);
}

/** As a sheet that nobody knows as ours. */
function copied(grid: Grid, name: string): Grid {
  return { ...grid, sheet: name, role: null };
}

async function afterRun(name: string): Promise<{ before: Analysis; workbook: SourceWorkbook }> {
  const { analysis, bytes } = await written(caseBytes(`${name}.xlsx`));
  return { before: analysis, workbook: await openXlsx(bytes, `${name}.xlsx`).read() };
}

test.each(["husamradet", "resan"])("%s: each tab of ours copied in the file changes nothing", async (name) => {
  const { before, workbook } = await afterRun(name);
  const again = analyse([workbook], asRead);
  expect(figuresOf(again)).toEqual(figuresOf(before));
  expect(saidOf(again)).toEqual([]);
  const ours = workbook.grids.filter(({ role }) => role !== null);
  expect(ours.length).toBeGreaterThan(3);
  for (const tab of ours) {
    const copy = `${tab.sheet} (2)`;
    const analysis = analyse([{ ...workbook, grids: [...workbook.grids, copied(tab, copy)] }], asRead);
    expect({ tab: tab.sheet, figures: figuresOf(analysis) }).toEqual({ tab: tab.sheet, figures: figuresOf(before) });
    expect(saidOf(analysis)).toEqual([{ sheets: copy, count: 1 }]);
  }
  const all = ours.map((tab) => copied(tab, `${tab.sheet} mars`));
  const analysis = analyse([{ ...workbook, grids: [...all, ...workbook.grids] }], asRead);
  expect(figuresOf(analysis)).toEqual(figuresOf(before));
  expect(saidOf(analysis)).toEqual([{ sheets: all.map(({ sheet }) => sheet).join(", "), count: all.length }]);
});

test("a copy whose original is gone, with rows put above it and its title taken away, is still no source", async () => {
  const { before, workbook } = await afterRun("husamradet");
  const grids = workbook.grids.flatMap((grid): Grid[] => {
    if (grid.role !== "avvikelse") return [grid];
    const values = [["Mars, till nämnden"], [], ...grid.values.slice(1)];
    return [
      {
        ...grid,
        sheet: "Mars",
        role: null,
        rows: values.length,
        values,
        format: (row, column) => grid.format(row - 1, column),
      },
    ];
  });
  const analysis = analyse([{ ...workbook, grids }], asRead);
  expect(figuresOf(analysis)).toEqual(figuresOf(before));
  expect(saidOf(analysis)).toEqual([{ sheets: "Mars", count: 1 }]);
});

test("values and formats pasted into a new workbook are refused as no source, whole tab or only the rows with lines", async () => {
  const { workbook } = await afterRun("husamradet");
  const avvikelse = workbook.grids.find(({ role }) => role === "avvikelse")!;
  for (const from of [0, 7]) {
    const values = avvikelse.values.slice(from);
    const pasted: Grid = {
      ...copied(avvikelse, "Blad1"),
      rows: values.length,
      values,
      format: (row, column) => avvikelse.format(row + from, column),
    };
    const analysis = analyse([{ ...workbook, choices: null, grids: [pasted] }], asRead);
    expect(analysis.refused).toBe(true);
    expect(saidOf(analysis)).toEqual([{ sheets: "Blad1", count: 1 }]);
  }
});

test("a few rows of ours pasted into somebody's own sheet do not take the sheet away", async () => {
  const { before, workbook } = await afterRun("husamradet");
  const own = workbook.grids.filter(({ role }) => role === null);
  const avvikelse = workbook.grids.find(({ role }) => role === "avvikelse")!;
  const grids = own.map((grid) => ({
    ...grid,
    rows: grid.rows + 60,
    values: [
      ...grid.values,
      ...Array.from({ length: 40 }, () => []),
      ["Ur uppföljningen"],
      ...avvikelse.values.slice(10, 12),
    ],
  }));
  const analysis = analyse([{ ...workbook, grids }], asRead);
  expect(saidOf(analysis)).toEqual([]);
  expect(analysis.results[0]?.followUp.total.outcome.toString()).toBe(
    before.results[0]?.followUp.total.outcome.toString(),
  );
});

test.each(["husamradet", "resan"])(
  "%s: Move or Copy in Excel brings names that are known on the copy alone; the next run and write are as before (OfficeDev/office-js#2875)",
  async (name) => {
    const host = hostFromGrids((await openXlsx(caseBytes(`${name}.xlsx`), name).read()).grids);
    connectClient(host);
    const workbook = new ExcelWorkbook();
    const run = async (): Promise<Analysis> => {
      const analysis = analyse([await workbook.read()], asRead);
      await writeTabs(analysis, workbook, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });
      return analysis;
    };
    const before = await run();
    const ours = host.workbook.sheets.filter(({ name: sheet }) =>
      host.workbook.names.some(
        ({ scope, place, name: own }) => scope === null && own.startsWith("_Samkalkyl.") && place?.sheet.name === sheet,
      ),
    );
    for (const { name: sheet } of [...ours]) {
      const copy = host.copySheet(sheet);
      const analysis = await run();
      expect({ sheet, figures: figuresOf(analysis) }).toEqual({ sheet, figures: figuresOf(before) });
      expect(saidOf(analysis)).toEqual([{ sheets: copy, count: 1 }]);
      expect(host.workbook.active?.name).toBe(copy);
      // The copy is the user's: what it shows is left as it is, names and all.
      expect(host.workbook.names.filter(({ scope }) => scope?.name === copy).length).toBeGreaterThan(0);
      host.deleteSheet(copy);
      host.workbook.names = host.workbook.names.filter(({ scope }) => scope?.name !== copy);
    }
    expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
  },
);
