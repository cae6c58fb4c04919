// tests/e2e/resan.test.ts: money in and money back on the built page, with the published final report RESAN: from a workbook without
// a budget table to the saved workbook, the Word file and the clipboard. Figures are those of resan-expected.json.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { becomes } from "../waiting";
import { button, download, drop, fits, inaccessible, pick, says, section, tableRows, unfold, words } from "./visit";
import { visits } from "./visits";

const file = join(__dirname, "..", "cases", "resan.xlsx");
const published = JSON.parse(readFileSync(join(__dirname, "..", "cases", "resan-expected.json"), "utf8"));
const { open, requests } = visits();

const example = (page: Page): Promise<void> => button(page, "RESAN").click();
const dropped = (page: Page): Promise<void> => drop(page, "resan.xlsx", readFileSync(file));
const picked = (page: Page): Promise<void> => pick(page, "resan.xlsx", readFileSync(file));

/** What the page says of the five years, as published. */
async function expectFiveYears(page: Page): Promise<void> {
  await becomes(
    () => tableRows(page, "Per part inom fem år"),
    [
      ["Försäkringskassan", "1 032 156", "−3 982 500", "−3,86"],
      ["Kommunen", "516 078", "6 183 000", "11,98"],
      ["Regionen", "516 078", "0", "0,00"],
      ["Flyttat mellan parter, ingen vinst", "", "2 367 000", ""],
      ["Parterna", "2 064 312", "2 200 500", "1,07"],
      ["Hela offentliga sektorn", "2 064 312", "2 200 500", "1,07"],
    ],
  );
  const keys = section(page, "Pengar in").locator(".keys");
  await says(keys, /Kr tillbaka per satsad krona, 5 år\s+1,07\s+Pengarna är tillbaka, målet nås inte/);
  await says(keys, /Återbetald till parterna\s+månad 57\s+månad 81 från projektets start/);
  await says(keys, /Nollpunkt\s+57 månader/);
}

const caveats =
  "Bruttokalkyl utan kontrollgrupp · omfattar 11 av 11 deltagare · fasta priser, 2024 års priser · 71 % av";

test.each`
  way                  | give
  ${"the example"}     | ${example}
  ${"drag and drop"}   | ${dropped}
  ${"the file picker"} | ${picked}
`("from $way to the saved workbook", async ({ give }: { give: typeof example }) => {
  const page = await open();
  await give(page);
  await expectFiveYears(page);
  const saved = await download(page);
  expect(saved.suggestedFilename()).toMatch(/^resan – uppföljning \d{4}-\d\d-\d\d\.xlsx$/i);
  const { sheets } = await readXlsx(readFileSync(await saved.path()));
  const original = await readXlsx(readFileSync(file));
  // The workbook has a sheet of its own called Parter: ours stands beside it and not in its place.
  expect(sheets.map(({ name }) => name)).toEqual([
    ...original.sheets.map(({ name }) => name),
    ...["Parter 2", "Minskat stöd", "Känslighet", "Slutrapport", "Styrelsen parter", "Antaganden"],
    ...["Underlag parter", "Underlag deltagare", "Kontroller"],
  ]);
  const preview = section(page, "Förhandsvisning").locator("fluent-tab");
  await says(preview.first(), /^Parter 2$/);
  const numbers = (sheet: string): number[] =>
    (sheets.find(({ name }) => name === sheet)?.rows.flat() ?? []).filter((cell) => typeof cell === "number");
  const { krBackPerKrIn } = published.horizons["5"];
  for (const ratio of [krBackPerKrIn.Kommunen, krBackPerKrIn.total].map(Number)) {
    expect(numbers("Parter 2").some((found) => Math.abs(found - ratio) < 0.00005)).toBe(true);
  }
  expect(numbers("Minskat stöd")).toContain(Number(published.avoidedUntilRetirement.total));
});

test("what was found, who pays without gaining, reduced support, and the caveats once", async () => {
  const page = await open();
  await example(page);
  await expectFiveYears(page);
  const found = await words(section(page, "Det här hittades"));
  expect(found).toMatch(/Satsat\s+2 064 312 kr från 3 parter/);
  expect(found).toMatch(/I kalkylen\s+11 av 11 deltagare/);
  expect(found).toContain("14 rader lästa, alla använda");
  const parties = await words(section(page, "Per part inom fem år"));
  expect(parties).toMatch(/Försäkringskassan\s+Betalar och får högre utgifter/);
  expect(parties).toMatch(/Regionen\s+Utanför modellen: betalar inget av stöden/);
  const avoided = await words(section(page, "Minskat stöd"));
  expect(avoided).toMatch(/Till pensionen\s+19 122 840 kr\s+11 personer, 2 028 personmånader/);
  const chart = await words(section(page, "Kr tillbaka per satsad krona och tidsperiod"));
  expect(chart).toMatch(/1 år\s+0,21\s+2 år\s+0,43\s+5 år\s+1,07\s+10 år\s+2,04\s+Till pension\s+3,63/);
  // Once, beside the figures that it is about.
  expect(await words(section(page, "Pengar in"))).toContain(caveats);
  expect((await words(page.locator(".figures"))).split(caveats)).toHaveLength(2);
});

test("another horizon, scenario and target", async () => {
  const page = await open();
  await example(page);
  await expectFiveYears(page);
  await page.getByLabel("Tidsperiod").selectOption("retirement");
  const ratios = async (): Promise<unknown> =>
    (await tableRows(page, "Per part till pensionen")).map(([name, , , ratio]) => [name, ratio]);
  await becomes(ratios, expect.arrayContaining([["Kommunen", "37,05"]]));
  await page.getByLabel("Tidsperiod").selectOption("5");
  await expectFiveYears(page);
  // 440 100 a year, 3 % from the year of the contributions, 2023, on; those in the kronor of 2024: 2 064 312 · 415.15/403.70.
  await page.getByLabel("Scenario").selectOption("bas");
  await page.locator(".returns .key-main", { hasText: "0,95" }).waitFor();
  await becomes(
    () => tableRows(page, "Per part inom fem år"),
    expect.arrayContaining([["Parterna", "2 122 861", "2 015 529", "0,95"]]),
  );
  await page.getByLabel("Mål, kr").fill("0,9");
  await page.getByLabel("Mål, kr").press("Enter");
  await page.locator(".returns .key-main", { hasText: "Målet nås" }).waitFor();
  expect(await page.getByLabel("Scenario").inputValue()).toBe("bas");
  await page.getByLabel("Mål, kr").fill("fyra");
  await page.getByLabel("Mål, kr").press("Enter");
  await page.getByText("Skriv ett tal större än 0").waitFor();
  await page.getByLabel("Mål, kr").fill("");
  await page.getByLabel("Mål, kr").press("Enter");
  await page.locator(".returns .key-main", { hasText: "Pengarna är inte tillbaka" }).waitFor();
  // What the field shows follows the figures.
  await becomes(() => page.getByLabel("Mål, kr").inputValue(), "4");
});

/** The figures of the economy section, wherever it went. */
function expectEconomy(text: string): void {
  const plain = text.replace(/\u00a0|&nbsp;/g, " ");
  for (const figure of ["2 458 000", "2 064 312", "393 688", "83,98 %", "97 %"]) expect(plain).toContain(figure);
}

test("the economy section on the page, and as a Word file", async () => {
  const page = await open();
  await example(page);
  const economy = section(page, "Slutrapportens ekonomiavsnitt");
  await says(economy, "En uppgiven siffra stämmer inte med sitt underlag");
  expectEconomy(await words(economy));
  const chunk = (): boolean => requests().some((url) => basename(url).startsWith("docx."));
  expect(chunk()).toBe(false);
  const saved = await download(page, "Ladda ner som Word");
  expect(chunk()).toBe(true);
  expect(saved.suggestedFilename()).toMatch(/^RESAN – ekonomi \d{4}-\d\d-\d\d\.docx$/);
  const parts = unzipSync(new Uint8Array(readFileSync(await saved.path())));
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]),
  );
  expectEconomy(strFromU8(parts["word/document.xml"] ?? new Uint8Array()));
  await economy.getByText("ligger bland dina hämtade filer").waitFor();
});

test("the copy button puts tables and text on the clipboard", async () => {
  const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await example(page);
  await button(page, "Kopiera till formuläret").click();
  await page.getByText("Kopierat, med tabeller").waitFor();
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return [];
    const read = async (type: string): Promise<string> => (await item.getType(type)).text();
    return [await read("text/html"), await read("text/plain")];
  });
  expect(html).toMatch(/<table[\s>]/);
  expectEconomy(html ?? "");
  expect(text).toMatch(/\t/);
  expectEconomy(text ?? "");
});

test.each`
  allowed         | refused                                                            | said
  ${"text alone"} | ${"document.execCommand = () => false;"}                           | ${"Kopierat som ren text"}
  ${"nothing"}    | ${"document.execCommand = () => { throw new Error('unknown'); };"} | ${"kopiera den med Ctrl+C"}
`(
  "where a browser allows $allowed, copying goes on",
  async (asked: { allowed: string; refused: string; said: string }) => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] }, async (opened) => {
      const without =
        asked.allowed === "nothing"
          ? "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
          : "navigator.clipboard.write = () => Promise.reject(new Error('refused'));";
      await opened.addInitScript(asked.refused + without);
    });
    await example(page);
    await button(page, "Kopiera till formuläret").click();
    await page.getByText(asked.said).waitFor();
    if (asked.allowed === "nothing") {
      expectEconomy(await page.evaluate(() => String(document.getSelection())));
      await page.getByLabel("Text att kopiera").waitFor();
      expect(await inaccessible(page)).toEqual([]);
    } else {
      expectEconomy(await page.evaluate(() => navigator.clipboard.readText()));
    }
  },
);

test("English, and back", async () => {
  const page = await open();
  await example(page);
  await expectFiveYears(page);
  await button(page, "English").click();
  await becomes(
    () => tableRows(page, "Per party within five years"),
    expect.arrayContaining([["Kommunen", "516,078", "6,183,000", "11.98"]]),
  );
  await says(section(page, "Economy section"), "83.98%");
  await button(page, "Svenska").click();
  await expectFiveYears(page);
});

test.each(["light", "dark"] as const)(
  "axe-core finds nothing in %s, and 320 pixels are wide enough",
  async (colorScheme) => {
    const page = await open({ colorScheme, viewport: { width: 320, height: 700 } });
    await example(page);
    await unfold(page);
    await expectFiveYears(page);
    await fits(page, 320);
    expect(await inaccessible(page)).toEqual([]);
  },
);
