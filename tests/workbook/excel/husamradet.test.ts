// tests/workbook/excel/husamradet.test.ts: the published case through the whole pipeline inside Excel: read, computed, written by the real client.
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

const expected = JSON.parse(readFileSync(join(__dirname, "..", "..", "cases", "husamradet-expected.json"), "utf8")) as {
  readonly total: { readonly deviation: number };
};

async function source() {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", "husamradet.xlsx")));
  return openXlsx(bytes, "husamradet.xlsx").read();
}

async function openInExcel(): Promise<ExcelHost> {
  const { grids, name } = await source();
  const host = hostFromGrids(grids);
  host.workbook.name = name;
  connectClient(host);
  return host;
}

async function run(): Promise<readonly SheetModel[]> {
  const workbook = new ExcelWorkbook();
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  return writeTabs(analysis, workbook, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });
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

test("Excel hands over the same grids as the file", async () => {
  const file = await source();
  await openInExcel();
  const { grids, name } = await new ExcelWorkbook().read();
  expect(name).toBe("husamradet.xlsx");
  expect(grids.map(({ sheet, hidden, role }) => [sheet, hidden, role])).toEqual(
    file.grids.map(({ sheet, hidden, role }) => [sheet, hidden, role]),
  );
  for (const [index, grid] of grids.entries()) {
    const other = file.grids[index]!;
    for (let row = 0; row < other.rows; row++) {
      for (let column = 0; column < other.columns; column++) {
        expect(grid.values[row]?.[column] ?? null).toEqual(other.values[row]?.[column] ?? null);
      }
    }
  }
});

test("the same figures come out, and the tabs stand in the workbook as the models say", async () => {
  const host = await openInExcel();
  const before = host.workbook.sheets.map(({ name }) => name);
  const analysis = analyse([await new ExcelWorkbook().read()], { unit: null, sign: null });
  expect(analysis.results[0]?.followUp.total.amount.toNumber()).toBe(expected.total.deviation * 1000);

  const models = await run();
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual([...before, ...models.map(({ name }) => name)]);
  for (const model of models) {
    expect(contentIn(host, model)).toEqual(contentOf(model));
    expect(host.sheet(model.name).charts).toHaveLength(model.charts.length);
    expect(host.sheet(model.name).marks).toHaveLength(model.marks.length);
  }
  expect(host.workbook.tables.map(({ name }) => name)).toEqual(
    models.flatMap(({ tables }) => tables.map(({ name }) => name)),
  );
});

test("round trips: three to read, one to settle the names, three to write, four to write again", async () => {
  const host = await openInExcel();
  await run();
  expect(host.syncs).toBe(3 + 1 + 3);
  await run();
  expect(host.syncs).toBe(3 + 1 + 3 + 3 + 1 + 4);
  expect(host.exchanges.filter(({ error }) => error !== null)).toEqual([]);
});

test("a second run gives the same tabs and keeps what people wrote", async () => {
  const host = await openInExcel();
  const first = await run();
  const avvikelse = first.find(({ role }) => role === "avvikelse")!;
  const header = avvikelse.rows.findIndex((cells) =>
    cells.some((cell) => cell?.content?.kind === "text" && cell.content.text === "Orsak"),
  );
  const column = avvikelse.rows[header]!.findIndex(
    (cell) => cell?.content?.kind === "text" && cell.content.text === "Orsak",
  );
  const row = avvikelse.rows.findIndex((cells, i) => i > header && cells[column]?.style.look === "input");
  host.sheet(avvikelse.name).cells.edit(row, column).value = "Två tjänster tillsattes sent";

  const second = await run();
  expect(second.map(({ role, name }) => [role, name])).toEqual(first.map(({ role, name }) => [role, name]));
  for (const model of second) expect(contentIn(host, model)).toEqual(contentOf(model));
  expect(
    contentIn(
      host,
      second.find(({ role }) => role === "avvikelse")!,
    ).flat(),
  ).toContain("Två tjänster tillsattes sent");
});
