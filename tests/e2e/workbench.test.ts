// tests/e2e/workbench.test.ts: the month's follow-up in the simulated Excel, from the opened pane to comments that are still there after
// the figures changed: the built pane, Microsoft's own office.js, and the workbook of tests/host behind it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workbookOf } from "../actions/written";
import { becomes, until } from "../waiting";
import {
  anotherPane,
  cell,
  desks,
  goTo,
  holds,
  inWorkbook,
  isAt,
  read,
  readAndWrite,
  shows,
  tab,
  tabNames,
  type,
  write,
} from "./desk";
import { inaccessible, pick, says } from "./visit";

const { open } = desks();

test("the page says that it is a simulation, in the open workbook's language", async () => {
  const desk = await open();
  const { page } = desk;
  await says(page.locator(".simulation"), /^Simulering – inte Excel$/);
  await says(page.locator(".status-line"), "Simulering – inte Excel");
  await shows(page, "Ekonomi", "B6", "-3 489");
  await anotherPane(desk, () => page.getByLabel("Språk").selectOption("en-US"));
  await says(page.locator(".simulation"), /^Simulation – not Excel$/);
  await holds(page, "B6", "-3,489");
});

test("a month's follow-up: read, write, change a figure, run again, and the comment is kept", async () => {
  const desk = await open();
  const { page } = desk;
  await read(desk);
  await says(desk.inPane.locator("main"), "Husamrådet");
  await write(desk);
  await becomes(
    () => tabNames(page),
    expect.arrayContaining(["Ekonomi", "Insats", "Avvikelse", "Underlag", "Kontroller"]),
  );
  // Figures of the published report, in kronor in the cell and in tkr on the sheet.
  const found = await rowOf(page, "Avvikelse", "Personalkostnader");
  await shows(page, "Avvikelse", `D${found}`, "2 635");

  const orsak = await columnOf(page, "Avvikelse", "Orsak");
  await type(page, "Avvikelse", `${orsak}${found}`, "Två tjänster tillsattes sent");
  // Personnel in 2008: 724 tkr becomes 624, so that the deviation grows by 100 tkr.
  await type(page, "Ekonomi", "E6", "-624");
  await type(page, "Ekonomi", "B6", "-3389");
  // The totals too, as formulas would have it: one that no rows come to is a question, and no deviation is shown before it is answered.
  await type(page, "Ekonomi", "E10", "-1323");
  await type(page, "Ekonomi", "B10", "-6607");
  // The pane was told of both changes, and offers to read again.
  const changed = desk.section("Underlaget har ändrats");
  await changed.getByText("på 4 ställen").waitFor();
  await changed.locator("summary").click();
  await says(changed, "−724 → −624");
  await desk.button("Uppdatera").click();
  await desk.section("Per kostnadsslag").getByText("2 735").waitFor();
  await changed.waitFor({ state: "detached" });
  await write(desk);
  await shows(page, "Avvikelse", `D${found}`, "2 735");
  await shows(page, "Avvikelse", `${orsak}${found}`, "Två tjänster tillsattes sent");
  await shows(page, "Ekonomi", "E6", "-624");
});

test("the pane brings a written tab to the front", async () => {
  const desk = await open();
  await readAndWrite(desk);
  expect(await tab(desk.page, "Ekonomi").getAttribute("aria-selected")).toBe("true");
  await desk.button("Visa Avvikelse").click();
  await desk.page.locator('[role=tab][aria-selected=true]:has-text("Avvikelse")').waitFor();
  await says(cell(desk.page, "A1"), "Avvikelse");
});

test("a figure is explained when its cell is chosen, down to the cell that it was read from", async () => {
  const desk = await open();
  const { page } = desk;
  await readAndWrite(desk);
  const row = await rowOf(page, "Avvikelse", "Personalkostnader");
  // What is chosen before the pane listens is not told.
  await until(() => inWorkbook(page, ({ host }) => host.events.listensTo("Workbook", "selectionChanged")));
  await tab(page, "Avvikelse").click();
  await goTo(page, `D${row}`);
  const explanation = desk.section("Förklara en siffra");
  await explanation.getByText(`Utfall ack. (B${row}) − Budget ack. (C${row})`).waitFor();
  await says(explanation, "5 rader i Underlag");
  expect(await inaccessible(await desk.pane())).toEqual([]);
  await explanation.getByRole("button", { name: /Ekonomi!E6:F6/ }).click();
  await page.locator('[role=tab][aria-selected=true]:has-text("Ekonomi")').waitFor();
  await isAt(page, "E6");
  // The explanation stays while its source is looked at, until it is closed.
  await says(explanation, "5 rader i Underlag");
  await explanation.locator("..").getByRole("button", { name: "Stäng förklaringen" }).click();
  await explanation.waitFor({ state: "detached" });
});

test("headings that nobody knows are mapped once, and the workbook remembers how", async () => {
  const desk = await open();
  const { page, section, inPane } = desk;
  const bytes = await workbookOf({
    Ekonomi: [
      ["Vad", "När", "Gått åt", "Plan"],
      ["Personal", "2024", 100, 120],
      ["Lokaler", "2024", 30, 20],
    ],
  });
  await anotherPane(desk, () => pick(page, "Egna rubriker.xlsx", bytes));
  await page.locator(".file-name", { hasText: "Egna rubriker.xlsx" }).waitFor();
  await desk.button("Läs arbetsboken").click();
  const roles = { "Kolumn A: Vad": "Kostnadsslag", "Kolumn B: När": "Period", "Kolumn C: Gått åt": "Utfall" };
  for (const [column, role] of Object.entries({ ...roles, "Kolumn D: Plan": "Budget" })) {
    await inPane.getByLabel(column, { exact: true }).first().selectOption(role);
  }
  // 100 of 120 and 30 of 20: 20 better, 10 worse.
  await section("Per kostnadsslag").getByText("+10").waitFor();
  // The figures follow a choice at once, and are kept right after: a reload before that rightly finds nothing to remember.
  await page.waitForFunction(() =>
    [...window.workbench!.host.workbook.settings.values()].some((kept) => String(kept).includes('"heading":"Plan"')),
  );
  await anotherPane(desk, () => page.getByRole("button", { name: "Ladda om panelen" }).click());
  await section("Per kostnadsslag").getByText("+10").waitFor();
});

test("RESAN: what each party gets back stands in a tab that calculates itself", async () => {
  const desk = await open("?case=resan");
  await readAndWrite(desk);
  const names = await tabNames(desk.page);
  expect(names).toEqual(expect.arrayContaining(["Parter", "Minskat stöd", "Antaganden", "Känslighet"]));
  // 516 078 kr from the municipality, 6 183 000 kr back within five years: 11,98 kr per krona (resan-expected.json).
  const written = names.find((name) => name.startsWith("Parter ")) ?? "Parter";
  const shown = await inWorkbook(desk.page, ({ host }) => host.workbook.sheets.length);
  expect(shown).toBe(names.length);
  await tab(desk.page, written).click();
  await desk.page.locator(".cell", { hasText: "11,98" }).first().waitFor();
});

test("a person's own workbook takes the place of the example", async () => {
  const desk = await open("?case=resan");
  const { page, button, inPane } = desk;
  const bytes = readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx"));
  await anotherPane(desk, () => pick(page, "Kvartal 2.xlsx", bytes));
  await page.locator(".file-name", { hasText: "Kvartal 2.xlsx" }).waitFor();
  await becomes(() => tabNames(page), ["Ekonomi", "Insats"]);
  await button("Läs arbetsboken").click();
  await inPane.getByText("Kvartal 2.xlsx").waitFor();
  await pick(page, "brev.xlsx", Buffer.from("ingen arbetsbok"));
  await page.locator(".status", { hasText: "brev.xlsx gick inte att öppna" }).waitFor();
  expect(await tabNames(page)).toEqual(["Ekonomi", "Insats"]);
});

test("the grid is worked as a grid: cells, the formula bar, the name box and the keyboard", async () => {
  const { page } = await open();
  const formula = (): Promise<string> => page.locator(".formula").inputValue();
  await cell(page, "B7").click();
  await isAt(page, "B7");
  await becomes(formula, "-435");
  await page.keyboard.press("ArrowRight");
  await isAt(page, "C7");
  await page.keyboard.press("F2");
  await page.locator(".cell-editor").waitFor();
  await page.keyboard.press("Escape");
  await holds(page, "C7", "-635");
  await goTo(page, "Insats!B2");
  await becomes(() => tab(page, "Insats").getAttribute("aria-selected"), "true");
  await type(page, "Ekonomi", "P20", "=SUM(B6:B9)");
  await shows(page, "Ekonomi", "P20", "-6707");
  await becomes(formula, "=SUM(B6:B9)");
  await page.keyboard.press("Delete");
  await holds(page, "P20", "");
  await goTo(page, "Q0");
  await page.locator(".status", { hasText: "Det finns ingen plats som heter Q0" }).waitFor();
});

/** The row whose first column begins so. */
async function rowOf(page: Parameters<typeof cell>[0], sheet: string, text: string): Promise<number> {
  const rows = await columnTexts(page, sheet);
  return rows.findIndex((value) => value === text) + 1;
}

async function columnTexts(page: Parameters<typeof cell>[0], sheet: string): Promise<unknown[]> {
  return page.evaluate((name) => {
    const { cells } = window.workbench!.host.sheet(name);
    return Array.from({ length: 80 }, (_, row) => cells.at(row, 0)?.value ?? null);
  }, sheet);
}

/** The letters of the column with this heading. */
async function columnOf(page: Parameters<typeof cell>[0], sheet: string, heading: string): Promise<string> {
  return page.evaluate(
    ({ name, text }) => {
      const { cells } = window.workbench!.host.sheet(name);
      for (let row = 0; row < 40; row++) {
        for (let column = 0; column < 26; column++) {
          if (cells.at(row, column)?.value === text) return String.fromCharCode(65 + column);
        }
      }
      throw new Error(`no heading ${text}`);
    },
    { name: sheet, text: heading },
  );
}
