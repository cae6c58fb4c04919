// tests/e2e/userEdits.test.ts: a workbook that has our tabs already, changed by people, on the built page: what will change is said before
// it is written, own values can be taken back, and the fields of the tabs' heads come along into the file.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { textsOf } from "../../src/text/languages";
import { paneTextsOf } from "../../src/text/pane";
import { cellAt, gridOf, opened, rightOf, typedInto } from "../actions/typing";
import { caseBytes, written } from "../actions/written";
import { becomes } from "../waiting";
import { button, download, fits, idle, inaccessible, pick, says, section, unfold, words } from "./visit";
import { visits } from "./visits";

const { open } = visits();
const sv = textsOf("sv");
const pane = paneTextsOf("sv").kept;

/** RESAN written once; then 20 % deadweight, and a figure over a formula on Minskat stöd. */
async function changed(): Promise<Buffer> {
  const first = (await written(caseBytes("resan.xlsx"))).bytes;
  const source = await opened(first);
  const assumptions = gridOf(source, "antaganden");
  const avoided = gridOf(source, "minskatstod");
  const own = { sheet: assumptions.sheet, value: 0.2 };
  const over = { sheet: avoided.sheet, value: 5 };
  return Buffer.from(
    typedInto(first, [
      { ...own, cell: cellAt(assumptions, sv.returnTabs.assumptions.kinds.deadweight, "Valt").name },
      { ...over, cell: cellAt(avoided, "S1", "Antal månader").name },
    ]),
  );
}

async function shown(page: Page): Promise<void> {
  await pick(page, "resan.xlsx", await changed());
  await section(page, pane.changes.heading).waitFor();
}

test("what changes, what stands where it is written over, and which values are people's own", async () => {
  const page = await open();
  await shown(page);
  const changes = section(page, pane.changes.heading);
  await says(changes, /Skrivet där flikarna skrivs över.*Minskat stöd!.*”5”, över en formel/s);
  await says(changes, /Parter 2: \d+ siffror ändras/);
  expect(await words(changes)).not.toMatch(/nya rader|rader som försvinner/);
  await says(page.locator(".own-values"), /Dödvikt.*Valt: 20\s% i stället för 0\s%/s);
  await says(section(page, "Per part inom fem år"), "4 946 400");
});

test("taken back, the figures are the published ones again, and it can be undone", async () => {
  const page = await open();
  await shown(page);
  await page.locator(".own-values fluent-button", { hasText: pane.own.takeBack }).first().click();
  await page.getByText(pane.own.takenBack).waitFor();
  await says(section(page, "Per part inom fem år"), "6 183 000");
  await button(page, pane.own.undo).click();
  await page.getByText(pane.own.takenBack).waitFor({ state: "detached" });
  await says(section(page, "Per part inom fem år"), "4 946 400");
});

test("Upprättad av and Version stand on every tab of the saved file, and in the fields when it is opened again", async () => {
  const page = await open();
  await pick(page, "husamradet.xlsx", Buffer.from(caseBytes("husamradet.xlsx")));
  await page.getByLabel("Upprättad av").fill("Eva Ek");
  await page.getByLabel("Upprättad av").press("Enter");
  await idle(page);
  await page.getByLabel("Version").fill("1.0");
  await page.getByLabel("Version").press("Enter");
  const saved = readFileSync(await (await download(page)).path());
  const { grids } = await opened(saved);
  const own = grids.filter(({ role }) => role !== null && !role.startsWith("ogonblick"));
  const filled = own.filter(({ values }) => values.some((row) => row.includes("Upprättad av")));
  expect(filled.length).toBeGreaterThan(3);
  for (const grid of filled) expect(grid.values.flat()).toEqual(expect.arrayContaining(["Eva Ek", "1.0"]));
  expect(rightOf(filled[0]!, "Upprättad av")).toBeDefined();
  await button(page, "Ny fil").click();
  await pick(page, "igen.xlsx", saved);
  await page.getByLabel("Upprättad av").waitFor();
  await becomes(() => page.getByLabel("Upprättad av").inputValue(), "Eva Ek");
  await becomes(() => page.getByLabel("Version").inputValue(), "1.0");
});

test.each(["light", "dark"] as const)("in %s it is accessible, and 320 pixels are wide enough", async (colorScheme) => {
  const page = await open({ colorScheme, viewport: { width: 320, height: 900 } });
  await shown(page);
  await unfold(page);
  expect(await inaccessible(page)).toEqual([]);
  await fits(page, 320);
  if (process.env.KEPT_PICTURES !== undefined) {
    await section(page, pane.changes.heading).screenshot({
      path: `${process.env.KEPT_PICTURES}/changes-${colorScheme}.png`,
    });
    await page.locator(".own-values").screenshot({ path: `${process.env.KEPT_PICTURES}/own-${colorScheme}.png` });
    await page.locator(".head-fields").screenshot({ path: `${process.env.KEPT_PICTURES}/head-${colorScheme}.png` });
  }
});
