// tests/workbook/excel/otherWorkbook.test.ts: another workbook is brought to the front while tabs are written, at every action there is. Excel on Windows
// and Mac then refuses some members (OfficeDev/office-js-docs-pr, "Troubleshooting Excel add-ins"; names: OfficeDev/office-js#2078). The workbook is as
// before, or complete after one press; what people wrote is there; and no tab of ours is read as a source.
import { analyse } from "../../../src/actions/analyse";
import { writeTabs } from "../../../src/actions/tabs";
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { HostError, type WriteNote } from "../../../src/workbook/workbook";
import { caseBytes } from "../../actions/written";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";
import { avvikelse, underlag } from "./tabs";

const lines = ["Personalkostnader", "Köp av verksamhet"];
const comment = "Sjukskrivning i mars";
const source = {
  sheet: "Ekonomi",
  values: [
    ["Kostnadsslag", "Utfall"],
    ["Personal", -724],
  ],
};

function opened(): ExcelHost {
  const host = hostFromGrids([source]);
  connectClient(host);
  return host;
}

const first = [underlag(lines), avvikelse(lines, "Avvikelse Norr", "avvikelse:2")];
/** A tab goes, one comes, one stays with fewer lines. */
const second = [underlag(lines.slice(0, 1)), avvikelse(lines.slice(0, 1))];

/** Everything that counts: cells, tables, our names, charts, marks and what is frozen. */
function stateOf({ workbook }: ExcelHost, looks: boolean): unknown {
  return {
    sheets: workbook.sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.cells.forEachStored({ top: 0, left: 0, bottom: 40, right: 20 }, (cell, row, column) => {
        const content = cell.formula ?? cell.value;
        if (content !== null) cells[`${row},${column}`] = looks ? [content, cell.format, cell.looks] : content;
      });
      const seen = looks ? [sheet.charts.length, sheet.marks.length, sheet.frozen, sheet.settings] : [];
      return [sheet.name, cells, ...seen];
    }),
    tables: workbook.tables.map(({ name, place }) => [name, place.sheet.name, place.rect]),
    names: workbook.names.map(({ name, formula, place }) => [name, formula, place?.sheet.name]).sort(),
  };
}

async function write(models: typeof second): Promise<{ failure: unknown; notes: WriteNote[] }> {
  const notes: WriteNote[] = [];
  const failure = await new ExcelWorkbook().write(models, { note: (note) => notes.push(note) }).then(
    () => null,
    (reason: unknown) => reason,
  );
  return { failure, notes };
}

test.each([
  ["a first write", [], first],
  ["a second write", first, second],
])(
  "%s, with another workbook at the front from any action on",
  async (_name, before, after) => {
    const begun = async (): Promise<ExcelHost> => {
      const host = opened();
      if (before.length > 0) {
        await write(before);
        host.type("Avvikelse Norr", "E5", comment);
      }
      return host;
    };
    const whole = await begun();
    const actionsBefore = whole.acted;
    expect(await write(after)).toEqual({ failure: null, notes: [] });
    const expected = stateOf(whole, true);
    // From one action that needs the front to the next, whenever the other workbook comes, the same happens.
    const positions = [...new Set(whole.needingFront.map((at) => at - actionsBefore))].filter((at) => at >= 0);
    expect(positions.length).toBeGreaterThan(7);
    const fates = { asBefore: 0, looks: 0, half: 0, unharmed: 0 };
    for (const at of positions) {
      const host = await begun();
      const contents = stateOf(host, false);
      host.actionsUntilInactive = at;
      const { failure, notes } = await write(after);
      host.actionsUntilInactive = null;
      if (failure === null) {
        fates[notes.length === 0 ? "unharmed" : "looks"] += 1;
        expect({ at, notes: notes.map(({ code }) => code) }).toEqual({
          at,
          notes: notes.length === 0 ? [] : ["looks-refused"],
        });
      } else {
        expect({ at, failure }).toEqual({ at, failure: expect.any(HostError) });
        const isSame = (failure as HostError).code !== "half-written";
        fates[isSame ? "asBefore" : "half"] += 1;
        if (isSame) expect({ at, state: stateOf(host, false) }).toEqual({ at, state: contents });
      }
      // Between: nothing of ours is without its mark, so that nothing of it is read as a source.
      const marked = new Set(host.workbook.names.map(({ place }) => place?.sheet.name));
      const stray = host.workbook.sheets.filter(({ name }) => name !== "Ekonomi" && !marked.has(name));
      expect({ at, stray: stray.map(({ name }) => name) }).toEqual({ at, stray: [] });
      expect(await write(after)).toEqual({ failure: null, notes: [] });
      expect({ at, state: stateOf(host, true) }).toEqual({ at, state: expected });
    }
    expect(fates.looks).toBeGreaterThan(3);
    expect(fates.asBefore + fates.half).toBeGreaterThan(1);
  },
  60_000,
);

test("the published case: refused looks leave every figure, and reading again reads the sheets that are the user's", async () => {
  const host = hostFromGrids((await openXlsx(caseBytes("husamradet.xlsx"), "husamradet").read()).grids);
  connectClient(host);
  const workbook = new ExcelWorkbook();
  const run = async () => {
    const notes: WriteNote[] = [];
    const analysis = analyse([await workbook.read()], { unit: null, sign: null });
    const options = { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null };
    await writeTabs(analysis, workbook, options, { note: (note) => notes.push(note) });
    return { rows: analysis.rows, notes };
  };
  host.refuse("WorksheetFreezePanes.Unfreeze", "GeneralException");
  const { rows, notes } = await run();
  expect(notes).toEqual([{ code: "looks-refused", detail: "GeneralException (WorksheetFreezePanes.Unfreeze)" }]);
  host.allow("WorksheetFreezePanes.Unfreeze");
  expect(await run()).toEqual({ rows, notes: [] });
});
