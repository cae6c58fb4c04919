// tests/workbook/excel/manualCalculation.test.ts: Excel in manual calculation, where a formula gets its figure when it is entered and no other until
// somebody asks: the figures of the tabs are the engine's all the same, and the mode is told and never set.
// The mode is the running application's, taken from the first workbook opened (MicrosoftDocs/office-docs, "Change formula recalculation");
// setting it from an add-in does not hold (OfficeDev/office-js#6922).
import { analyse } from "../../../src/actions/analyse";
import { writeTabs } from "../../../src/actions/tabs";
import { cellName } from "../../../src/domain/a1";
import type { SheetModel } from "../../../src/report/sheetModel";
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import type { WriteNote } from "../../../src/workbook/workbook";
import { caseBytes } from "../../actions/written";
import type { ExcelHost } from "../../host/excelHost";
import { calculateManually } from "../../host/formula/manualCalculation";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";
import { formula, number, text } from "./tabs";

const agreed = 0.005;

async function opened(name: string): Promise<ExcelHost> {
  const host = hostFromGrids((await openXlsx(caseBytes(`${name}.xlsx`), name).read()).grids);
  connectClient(host);
  return host;
}

async function run(): Promise<{ models: readonly SheetModel[]; notes: readonly WriteNote[] }> {
  const notes: WriteNote[] = [];
  const workbook = new ExcelWorkbook();
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const models = await writeTabs(
    analysis,
    workbook,
    { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null },
    { note: (note) => notes.push(note) },
  );
  return { models, notes };
}

/** Formulas whose cell shows something else than what the engine computed. */
function differing(host: ExcelHost, models: readonly SheetModel[]): { formulas: number; others: string[] } {
  const others: string[] = [];
  let formulas = 0;
  for (const { name, rows } of models) {
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell?.content?.kind !== "formula") return;
        formulas += 1;
        const { cached, type } = cell.content;
        const shown = host.sheet(name).cells.at(row, column)?.value;
        const same =
          type === "text" ? shown === cached : typeof shown === "number" && Math.abs(shown - Number(cached)) < agreed;
        if (!same) others.push(`${name}!${cellName(row, column)} ${cached}, shown ${String(shown)}`);
      });
    });
  }
  return { formulas, others };
}

test.each(["husamradet", "resan"])(
  "%s: every figure is the engine's as it was entered, though nothing is calculated afterwards",
  async (name) => {
    const host = await opened(name);
    calculateManually(host, false);
    for (let times = 0; times < 2; times++) {
      const { models } = await run();
      const { formulas, others } = differing(host, models);
      expect(formulas).toBeGreaterThan(400);
      expect(others).toEqual([]);
    }
  },
);

test("after the last request a full calculation is asked for, the mode is told, and it is left as it was", async () => {
  const host = await opened("husamradet");
  const manual = calculateManually(host);
  const { notes } = await run();
  const last = host.exchanges.filter(({ kind }) => kind === "sync").length;
  expect(manual.asked).toHaveLength(1);
  expect(manual.asked[0]?.type).toBe("Full");
  expect(host.exchanges.slice(manual.asked[0]?.requests).filter(({ kind }) => kind === "sync")).toHaveLength(1);
  expect(last).toBe(host.syncs);
  expect(notes).toEqual([{ code: "manual-calculation", detail: "" }]);
  expect(host.workbook.calculationMode).toBe("Manual");
});

test("a refused calculation leaves the tabs written; in automatic calculation nothing is asked or told", async () => {
  const manual = await opened("husamradet");
  calculateManually(manual);
  manual.refuse("Application.Calculate", "GeneralException");
  expect((await run()).notes).toEqual([{ code: "manual-calculation", detail: "" }]);
  const automatic = await opened("husamradet");
  let asked = 0;
  automatic.calculate = () => void (asked += 1);
  expect((await run()).notes).toEqual([]);
  expect(asked).toBe(0);
});

const plain = { columns: [{ width: 10 }], rowHeights: new Map(), frozen: { rows: 0, columns: 0 } } as const;
const empty = { ...plain, printTitleRows: null, tables: [], charts: [], marks: [] };

test("formulas that read what stands below, to the right and on later tabs, by names and in long chains, find it", async () => {
  const host = hostFromGrids([{ sheet: "Ekonomi", values: [["Post"]] }]);
  connectClient(host);
  calculateManually(host, false);
  const chain = Array.from({ length: 3_000 }, (_, at) => [at === 2_999 ? number("1") : formula(`A${at + 2}+1`)]);
  const first: SheetModel = {
    ...empty,
    role: "oversikt",
    name: "Min översikt",
    rows: [
      [formula("'Sista fliken'!B1+B1"), formula("Samkalkyl_Svar*2"), formula('IF("A9"="A9",SUM(A2:A3),0)')],
      [formula("A3+1")],
      [formula("'Sista fliken'!A2")],
    ],
  };
  const last: SheetModel = {
    ...empty,
    role: "kontroller",
    name: "Sista fliken",
    rows: [[text("x"), formula("A2*10")], [formula("A3+1")], [number("4")]],
    names: [{ name: "Samkalkyl_Svar", cell: "B1" }],
  };
  const running: SheetModel = { ...empty, role: "parter", name: "Kedja", rows: chain.slice(2_990) };
  await new ExcelWorkbook().write([first, running, last]);
  const shown = (sheet: string, row: number, column: number) => host.sheet(sheet).cells.at(row, column)?.value;
  expect(shown("Sista fliken", 0, 1)).toBe(50);
  expect(shown("Min översikt", 0, 1)).toBe(100);
  expect(shown("Min översikt", 0, 0)).toBe(150);
  expect(shown("Min översikt", 0, 2)).toBe(11);
});

test("a chain as long as a table is put in order without end", async () => {
  const { formulaOrder } = await import("../../../src/workbook/excel/formulaOrder");
  const rows = Array.from({ length: 20_000 }, (_, at) => [formula(at === 0 ? "1" : `A${at}+1`), formula("B1")]);
  const model: SheetModel = { ...empty, role: "parter", name: "Kedja", rows };
  const order = formulaOrder([model]);
  // Each reads the one above it, and those of column B one that goes in a circle.
  expect(order.rounds).toBe(1);
  expect(order.roundOf(model, 19_999, 0)).toBe(0);
});
