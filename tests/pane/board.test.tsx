/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/board.test.tsx: the board in the pane, over the real Office.js client: ready or not, a snapshot saved and compared with, and which tabs are written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act } from "preact/test-utils";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import type { ExcelHost } from "../host/excelHost";
import { hostFromGrids } from "../host/hostFromGrids";
import { openPane, type Pane } from "./paneInExcel";

async function husamradet(): Promise<ExcelHost> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx")));
  return hostFromGrids((await openXlsx(bytes, "husamradet.xlsx").read()).grids);
}

async function read(pane: Pane): Promise<void> {
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
}

const boxOf = (pane: Pane, label: string): HTMLInputElement => {
  const found = [...pane.root.querySelectorAll("label")].find(({ textContent }) => textContent === label);
  const box = found === undefined ? null : document.getElementById(found.htmlFor);
  if (!(box instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return box;
};

async function tick(pane: Pane, label: string): Promise<void> {
  await act(() => {
    boxOf(pane, label).click();
  });
  await pane.until(() => pane.root.querySelector("[aria-busy=true]") === null);
}

const sheets = (host: ExcelHost): string[] => host.workbook.sheets.map(({ name }) => name);
const saved = (host: ExcelHost): string[] => sheets(host).filter((name) => name.startsWith("Ögonblick"));

let pane: Pane;
afterEach(() => pane.close());

test("not ready: each material deviation is named with what it lacks; ready once the texts are in Avvikelse", async () => {
  const host = await husamradet();
  pane = await openPane(host);
  await read(pane);
  await pane.says("Inte än. 4 väsentliga avvikelser saknar text:");
  expect(pane.text()).toContain("Lokalkostnader: Orsak och Åtgärd saknas");
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
  const cells = host.sheet("Avvikelse").cells;
  // K and L of the four lines, rows 8–11.
  for (const row of [7, 8, 9, 10]) cells.edit(row, 10).value = "Vakans";
  for (const row of [7, 8, 9]) cells.edit(row, 11).value = "Anställa";
  await pane.click("Läs om");
  await pane.says("Inte än. 1 väsentlig avvikelse saknar text:");
  expect(pane.text()).toContain("Övriga kostnader: Åtgärd saknas");
  // The link leads to the cell in the tab.
  const link = [...pane.root.querySelectorAll("button")].find(({ textContent }) => textContent === "Avvikelse!L11");
  expect(link).toBeDefined();
  cells.edit(10, 11).value = "Ingen";
  await pane.click("Läs om");
  await pane.says("Ja. Varje väsentlig avvikelse har Orsak och Åtgärd.");
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

test("a snapshot is saved beside the tabs, stays through the next run, and is compared with", async () => {
  const host = await husamradet();
  pane = await openPane(host);
  await read(pane);
  await tick(pane, "Spara en ögonblicksbild");
  expect(boxOf(pane, "Version").value).toBe("v1");
  await pane.click("Skriv flikarna");
  await pane.says("Ögonblicksbilden är sparad");
  const [name] = saved(host);
  expect(name).toMatch(/^Ögonblick \d{4}-\d{2}-\d{2} v1$/);
  const before = JSON.stringify(host.sheet(name!).cells);
  // −724 to −1 724 tkr for Personalkostnader 2008: the deviation falls by 1 000 tkr.
  host.sheet("Ekonomi").cells.edit(5, 4).value = -1724;
  await pane.click("Läs om");
  await pane.says("Vad har ändrats sedan");
  expect(pane.text()).toMatch(/Personalkostnader\+2 635\+1 635−1 000/);
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
  expect(sheets(host)).toContain("Jämförelse");
  expect(saved(host)).toEqual([name]);
  expect(JSON.stringify(host.sheet(name!).cells)).toBe(before);
  expect(host.exchanges.filter(({ error }) => error !== null)).toEqual([]);
});

test("tabs that are unticked are not written, which the workbook remembers; comments are never lost by it", async () => {
  const host = await husamradet();
  pane = await openPane(host);
  await read(pane);
  expect(boxOf(pane, "Sidor till styrelsen").checked).toBe(true);
  // The board's page is formulas over Avvikelse: as long as it is wanted, so is that tab.
  expect(boxOf(pane, "Avvikelser").disabled).toBe(true);
  await tick(pane, "Sidor till styrelsen");
  expect(boxOf(pane, "Avvikelser").disabled).toBe(false);
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
  expect(sheets(host)).not.toContain("Styrelsen avvikelse");
  expect(sheets(host)).toContain("Avvikelse");
  host.sheet("Avvikelse").cells.edit(7, 10).value = "Vakans";
  await pane.click("Läs om");
  await pane.until(() => pane.text().includes("Skrivs alltid"));
  expect(boxOf(pane, "Sidor till styrelsen").checked).toBe(false);
  expect(boxOf(pane, "Avvikelser")).toMatchObject({ checked: true, disabled: true });
});
