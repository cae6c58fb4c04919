// tests/e2e/mapping.test.ts: a workbook with headings of its own, on the built page: pointed out once, downloaded, and opened again without a click.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { workbookOf } from "../actions/written";
import { becomes } from "../waiting";
import { download, fits, inaccessible, pick, says, section, tableRows, unfold } from "./visit";
import { visits } from "./visits";

const { open } = visits();

const rows = (...more: (string | number)[][]): (string | number | null)[][] => [
  ["Insatsens ekonomi 2024"],
  [],
  ["Vad", "När", "Gått åt", "Plan"],
  ["Personal", "2024", 100, 120],
  ["Summa lokaler", "2024", 30, 20],
  ...more,
];

/** 100 of 120 and 30 of 20: 20 better, 10 worse. */
async function expectResult(page: Page): Promise<void> {
  const lines = async (): Promise<unknown> =>
    (await tableRows(page, "Per kostnadsslag")).map(([name, , , deviation]) => [name, deviation]);
  await becomes(lines, [
    ["Personal", "+20"],
    ["Summa lokaler", "−10"],
    ["Summa", "+10"],
  ]);
}

const column = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function map(page: Page): Promise<void> {
  await column(page, "Kolumn A: Vad").selectOption("Kostnadsslag");
  await page.getByText("saknar en kolumn för budget").first().waitFor();
  await column(page, "Kolumn B: När").first().selectOption("Period");
  await column(page, "Kolumn C: Gått åt").first().selectOption("Utfall");
  await column(page, "Kolumn D: Plan").first().selectOption("Budget");
  // The rows do not come to what a row called a sum says: that is asked, and nothing is shown before. The editor is open where the user was
  // in the middle of it.
  await page.getByText("Summa lokaler").first().waitFor();
  await page.getByLabel("Summa lokaler", { exact: true }).selectOption("Kostnadsslag");
}

test("unknown headings are mapped once, at 320 px, and remembered in the downloaded file", async () => {
  const page = await open({ viewport: { width: 320, height: 900 } });
  await pick(page, "Egna rubriker.xlsx", await workbookOf({ Ekonomi: rows() }));
  await page.getByText("Känner Samkalkyl inte igen tabellen?").waitFor();
  await becomes(() => column(page, "Rubrikrad").inputValue(), "3");
  expect(await inaccessible(page)).toEqual([]);
  await map(page);
  await expectResult(page);
  await unfold(page);
  await says(section(page, "Det här hittades"), "Ekonomi");
  expect(await inaccessible(page)).toEqual([]);
  await fits(page, 320);
  const saved = readFileSync(await (await download(page)).path());

  await page.reload();
  await pick(page, "Egna rubriker.xlsx", saved);
  await expectResult(page);
  await unfold(page);
  await says(section(page, "Alla tabeller som hittades"), "ändrad av dig");
});
