// tests/workbook/takenNames.test.ts: the user's workbook has a table or a name called as one of our tables: ours takes the next free name, in the formulas
// too, and keeps it in later runs. And a workbook that Gnumeric has saved, which leaves such a name and an error in the place of every formula with a
// table: nobody is blamed, and the tabs are written anew.
import { analyse } from "../../src/actions/analyse";
import { writeTabs } from "../../src/actions/tabs";
import { textsOf } from "../../src/text/languages";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import type { Workbook } from "../../src/workbook/workbook";
import { caseBytes } from "../actions/written";
import { Calculator } from "../host/formula/calculator";
import { hostFromGrids } from "../host/hostFromGrids";
import { connectClient } from "../host/loadClient";
import { zipSync, strToU8, strFromU8, unzipSync } from "fflate";

async function run(workbook: Workbook) {
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const models = await writeTabs(analysis, workbook, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });
  return { analysis, models };
}

function patched(bytes: Uint8Array, path: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts)) if (path.test(name)) parts[name] = strToU8(change(strFromU8(parts[name]!)));
  return zipSync(parts);
}

function withName(bytes: Uint8Array, name: string, refersTo: string): Uint8Array {
  return patched(bytes, /^xl\/workbook\.xml$/u, (xml) => {
    const item = `<definedName name="${name}">${refersTo}</definedName>`;
    return xml.includes("<definedNames>")
      ? xml.replace("<definedNames>", `<definedNames>${item}`)
      : xml.replace("</sheets>", `</sheets><definedNames>${item}</definedNames>`);
  });
}

/** Every formula of the tabs that names one of the tables, as the file has it. */
function namedIn(bytes: Uint8Array): ReadonlySet<string> {
  const parts = unzipSync(bytes);
  const found = new Set<string>();
  for (const [path, part] of Object.entries(parts))
    if (path.startsWith("xl/worksheets/"))
      for (const [, name = ""] of strFromU8(part).matchAll(/(?<=<f>[^<]*)\b(tbl[A-Za-z]+(?:_\d+)?)\[/gu))
        found.add(name);
  return found;
}

test.each(["tblBudget", "TBLbudget"])(
  "a name of the user's, %s: the file is written, twice, with the next free name",
  async (name) => {
    const first = openXlsx(withName(caseBytes("husamradet.xlsx"), name, "Ekonomi!$A$1"), "h.xlsx");
    await run(first);
    expect(namedIn(first.bytes())).toEqual(new Set(["tblBudget_2"]));
    const second = openXlsx(first.bytes(), "h.xlsx");
    const { analysis } = await run(second);
    expect(namedIn(second.bytes())).toEqual(new Set(["tblBudget_2"]));
    // What the run wrote is known as its own.
    expect(analysis.problems.filter(({ code }) => code === "left-over")).toEqual([]);
  },
);

test("in Excel a table of the user's keeps its name, and every formula of ours finds our own", async () => {
  const host = hostFromGrids((await openXlsx(caseBytes("husamradet.xlsx"), "h").read()).grids);
  connectClient(host);
  const own = host.workbook.addSheet("Egen tabell");
  own.cells.edit(0, 0).value = "Konto";
  own.cells.edit(1, 0).value = 4010;
  const made = host.workbook.addTable({ sheet: own, rect: { top: 0, left: 0, bottom: 1, right: 0 } }, true);
  host.workbook.renameTable(made, "tblbudget");
  for (let times = 0; times < 2; times++) {
    const { models, analysis } = await run(new ExcelWorkbook());
    expect(analysis.problems.filter(({ code }) => code === "left-over")).toEqual([]);
    expect(host.workbook.tables.map(({ name }) => name).sort()).toEqual(["tblBudget_2", "tblbudget"]);
    const calculator = new Calculator(host.workbook);
    for (const { name, rows } of models)
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell?.content?.kind !== "formula" || cell.content.type !== "number") return;
          const value = calculator.valueAt(host.sheet(name), row, column);
          expect({ name, row, column, value: Number(value) }).toEqual({
            name,
            row,
            column,
            value: expect.closeTo(Number(cell.content.cached), 2),
          });
        });
      });
  }
});

/** As Gnumeric 1.12.55 saves it: the tables are gone, a broken name bears theirs, and a formula that names one stands as a text in an error. */
function savedByGnumeric(bytes: Uint8Array): Uint8Array {
  const formulas = patched(bytes, /^xl\/worksheets\/sheet\d+\.xml$/u, (xml) =>
    xml
      .replace(
        /<f>([^<]*\btbl[A-Za-z]+\[[^<]*)<\/f>/gu,
        (_, formula: string) =>
          `<f>_xlfngnumeric.ERROR(&quot;${formula.replaceAll("&quot;", "&quot;&quot;").replaceAll('"', "&quot;&quot;")}&quot;)</f>`,
      )
      .replace(/<tableParts[\s\S]*?<\/tableParts>/u, ""),
  );
  const all = unzipSync(withName(formulas, "tblBudget", "#NAME?"));
  const parts = Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith("xl/tables/")));
  for (const path of Object.keys(parts)) {
    const without = (what: RegExp): void => {
      parts[path] = strToU8(strFromU8(parts[path]!).replace(what, ""));
    };
    if (path === "[Content_Types].xml") without(/<Override[^>]*\/xl\/tables\/[^>]*>/gu);
    if (path.includes("/_rels/")) without(/<Relationship [^>]*\/tables?\/[^>]*>/gu);
  }
  return zipSync(parts);
}

test("after Gnumeric: what happened is said once, nobody is blamed, and the tabs are whole again", async () => {
  const first = openXlsx(caseBytes("husamradet.xlsx"), "h.xlsx");
  const before = await run(first);
  const spoilt = openXlsx(savedByGnumeric(first.bytes()), "h.xlsx");
  const { analysis, models } = await run(spoilt);
  const said = analysis.problems.filter(({ code }) => code === "formulas-spoilt");
  expect(said).toHaveLength(1);
  expect((said[0]?.params as { count: number }).count).toBeGreaterThan(50);
  expect(analysis.problems.filter(({ code }) => code === "left-over")).toEqual([]);
  expect(models.map(({ role }) => role)).toEqual(before.models.map(({ role }) => role));
  expect(analysis.results[0]?.followUp.total.outcome.toString()).toBe(
    before.analysis.results[0]?.followUp.total.outcome.toString(),
  );
  const again = await run(openXlsx(spoilt.bytes(), "h.xlsx"));
  expect(again.analysis.problems.map(({ code }) => code)).not.toContain("formulas-spoilt");
});
