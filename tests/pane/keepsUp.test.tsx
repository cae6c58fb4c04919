/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/keepsUp.test.tsx: the pane keeps up with the open workbook, over the real Office.js client.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import type { ExcelHost } from "../host/excelHost";
import { hostFromGrids, type SheetSource } from "../host/hostFromGrids";
import { openPane, type Pane } from "./paneInExcel";

let host: ExcelHost;
let pane: Pane;

async function husamradet(): Promise<readonly SheetSource[]> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx")));
  return (await openXlsx(bytes, "husamradet.xlsx").read()).grids;
}

beforeEach(async () => {
  host = hostFromGrids([...(await husamradet()), { sheet: "Anteckningar", values: [["Att göra"]] }]);
  pane = await openPane(host);
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
});

afterEach(async () => {
  await pane.close();
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

const changed = "Underlaget har ändrats";
/** Changes the source, which is told: alone, where nothing before it was worth telling. */
async function onlyThisIsTold(before: number, after: number): Promise<void> {
  const { sheet, cell } = table();
  host.type(sheet, cell, after);
  await pane.says(changed);
  await pane.says("på 1 ställe");
  await pane.says(`−${-before} → −${-after}`);
}

/** The sheet and the first outcome of the table: −724 tkr personnel 2008. */
const table = (): { sheet: string; cell: string } => {
  for (const { name, cells } of host.workbook.sheets)
    for (let row = 0; row < 60; row++)
      for (let column = 0; column < 12; column++)
        if (cells.at(row, column)?.value === -724)
          return { sheet: name, cell: `${String.fromCharCode(65 + column)}${row + 1}` };
  throw new Error("no −724 in the case");
};

test("a changed figure is said, with its place and what it was; one button reads it again and keeps the choices", async () => {
  const { sheet, cell } = table();
  expect(pane.text()).toContain("+1 257 tkr");
  host.type(sheet, cell, -824);
  await pane.says(changed);
  expect(pane.text()).toContain("på 1 ställe");
  expect(pane.text()).toContain(`${sheet}!${cell}`);
  expect(pane.text()).toContain("−724 → −824");
  // 100 tkr more in costs: 1 257 − 100.
  await pane.click("Uppdatera");
  await pane.says("+1 157 tkr");
  expect(pane.text()).not.toContain(changed);
});

test("changed and changed back is no change", async () => {
  const { sheet, cell } = table();
  host.type(sheet, cell, -824);
  await pane.says(changed);
  host.type(sheet, cell, -724);
  await pane.until(() => !pane.text().includes(changed));
});

test("a large paste and many single changes are one note, and nothing is asked per cell", async () => {
  const { sheet, cell } = table();
  const before = host.syncs;
  host.paste(
    sheet,
    "A40",
    Array.from({ length: 5_000 }, (_, row) => [`Rad ${row}`, row]),
  );
  for (let row = 1; row < 500; row++) host.type(sheet, `C${row}`, row);
  await pane.says(changed);
  // The next burst is told beside it.
  const once = host.syncs;
  host.type(sheet, cell, -824);
  await pane.until(() => host.syncs > once);
  await pane.turns();
  expect(pane.root.querySelectorAll(".changed")).toHaveLength(1);
  // One round trip each; a machine so slow that a burst lasts for seconds makes two of one. Exactly counted where the clock is the test's.
  expect(host.syncs - before).toBeLessThanOrEqual(4);
});

test("a note on another sheet is no concern of the figures, though it is looked into once", async () => {
  const before = host.syncs;
  host.type("Anteckningar", "A2", "Ring kommunen");
  // What the change is, and what formulas have made of it.
  await pane.until(() => host.syncs - before > 1);
  await pane.turns();
  expect(pane.text()).not.toContain(changed);
  await onlyThisIsTold(-724, -824);
});

test("a figure on another sheet that a formula brings into the table is said where it shows", async () => {
  const { sheet, cell } = table();
  const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  host.type("Anteckningar", "A2", 824);
  // As if the table's cell were a formula: recalculation changes it without an event of its own.
  host.sheet(sheet).cells.edit(Number(row) - 1, column.charCodeAt(0) - 65).value = -824;
  await pane.says(changed);
  expect(pane.text()).toContain(`${sheet}!${cell}`);
});

test("a block pasted where nothing was read may be a table: said", async () => {
  host.paste("Anteckningar", "A5", [
    ["Post", "Budget", "Utfall"],
    ["Resor", -10, -12],
  ]);
  await pane.says(changed);
  expect(pane.text()).toContain("Anteckningar!A5:C6");
});

test("what the pane writes itself, and comments in its tabs, are said nothing of", async () => {
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
  const before = host.syncs;
  // Told of what it wrote itself, it looks whose the sheets are, and again for the comment.
  host.type("Avvikelse", "E9", "Vakans till mars");
  await pane.until(() => host.syncs > before);
  await pane.turns();
  expect(pane.text()).not.toContain(changed);
  await onlyThisIsTold(-724, -824);
});

test("the source sheet deleted is said, and reading again says what is missing", async () => {
  const { sheet } = table();
  host.deleteSheet(sheet);
  await pane.says("bladet är borttaget");
  await pane.click("Uppdatera");
  await pane.until(() => !pane.text().includes(changed) && pane.root.querySelector("[aria-busy=true]") === null);
});

test("one registration however often it is read, and none when the pane is closed", async () => {
  for (let round = 0; round < 3; round++) {
    await pane.click("Läs om");
    await pane.says("Per kostnadsslag");
  }
  host.type(table().sheet, table().cell, -824);
  await pane.says(changed);
  await pane.close();
  await pane.until(() => !host.events.listensTo("Workbook", "changed"));
});

test("English says the same", async () => {
  await pane.click("English");
  await pane.says("Per cost line");
  host.type(table().sheet, table().cell, -824);
  await pane.says("The source has changed");
  expect(pane.text()).toContain("in 1 place");
  expect(pane.buttons()).toContain("Update");
});
