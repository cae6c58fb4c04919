// tests/e2e/pane.test.ts: the way without Excel, on the built page in a real browser: from a workbook dropped to a workbook saved.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { readXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";
import { becomes } from "../waiting";
import { iconProblems } from "./builtIcons";
import { dist } from "./builtPage";
import {
  button,
  download,
  drop,
  fits,
  focused,
  inaccessible,
  pick,
  says,
  section,
  tableRows,
  unfold,
  visit,
  words,
} from "./visit";
import { visits } from "./visits";

const husamradet = join(__dirname, "..", "cases", "husamradet.xlsx");
const { open, requests, site } = visits();

/** Figures of the published report (husamradet-expected.json), as the page writes them. */
async function expectHusamradet(page: Page): Promise<void> {
  const lines = async (): Promise<unknown> =>
    (await tableRows(page, "Per kostnadsslag")).map(([name, , , deviation]) => [name, deviation]);
  await becomes(lines, [
    ["Personalkostnader", "+2 635"],
    ["Lokalkostnader", "+200"],
    ["Köp av verksamhet / Konsulter", "−1 419"],
    ["Övriga kostnader", "−159"],
    ["Summa", "+1 257"],
  ]);
  const periods = async (): Promise<unknown> =>
    (await tableRows(page, "Per period")).map(([, , , deviation]) => deviation);
  await becomes(periods, ["+337", "+301", "+470", "+53", "+96", "+1 257"]);
  const keys = page.locator(".keys").first();
  await says(keys, /Avvikelse\s+\+1 257 tkr\s+Överskott/);
  await says(keys, /Snitt per halvår\s+\+140 tkr/);
  const remarks = section(page, "Anmärkningar");
  await says(remarks, "Personalkostnader (+2 635 tkr) och Köp av verksamhet / Konsulter (−1 419 tkr)");
  await says(remarks, "29,9 tkr mot 20,0 tkr i budget");
}

test.each`
  way                  | give
  ${"the file picker"} | ${pick}
  ${"drag and drop"}   | ${drop}
`("from $way to the saved workbook", async ({ give }: { give: typeof pick }) => {
  const page = await open();
  await give(page, "Husamrådet.xlsx", readFileSync(husamradet));
  await expectHusamradet(page);
  const saved = await download(page);
  expect(saved.suggestedFilename()).toMatch(/^Husamrådet – uppföljning \d{4}-\d\d-\d\d\.xlsx$/);
  const { sheets } = await readXlsx(readFileSync(await saved.path()));
  const original = await readXlsx(readFileSync(husamradet));
  const names = sheets.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([...original.sheets.map(({ name }) => name), "Avvikelse", "Underlag", "Kontroller"]),
  );
  const cells = sheets.find(({ name }) => name === "Avvikelse")?.rows.flat() ?? [];
  expect(cells).toEqual(
    expect.arrayContaining([
      2_635_000, 200_000, -1_419_000, -159_000, 1_257_000, 337_000, 301_000, 470_000, 53_000, 96_000,
    ]),
  );
  await page.getByText("ligger bland dina hämtade filer").waitFor();
});

test("the example needs no file and no request for data", async () => {
  const page = await open();
  await button(page, "Husamrådet").click();
  await expectHusamradet(page);
  await download(page);
});

test("a workbook saved once can be followed up again, and keeps its tabs once", async () => {
  const page = await open();
  await pick(page, "Husamrådet.xlsx", readFileSync(husamradet));
  await expectHusamradet(page);
  const first = readFileSync(await (await download(page)).path());
  await button(page, "Ny fil").click();
  await pick(page, "igen.xlsx", first);
  await expectHusamradet(page);
  const again = readFileSync(await (await download(page)).path());
  const names = async (bytes: Uint8Array): Promise<string[]> =>
    (await openXlsx(bytes, "").read()).grids.map(({ sheet }) => sheet);
  expect(await names(again)).toEqual(await names(first));
});

test("another unit recomputes everything", async () => {
  const page = await open();
  await button(page, "Husamrådet").click();
  await expectHusamradet(page);
  await page.getByText("Ändra hur tabellen lästes").first().click();
  await page.getByLabel("Enhet").selectOption("Mkr");
  await page.locator(".key-main", { hasText: "Mkr" }).waitFor();
  await says(section(page, "Det här hittades"), "valt av dig");
  await page.getByLabel("Enhet").selectOption("");
  await expectHusamradet(page);
});

test.each`
  what                          | bytes                                                                          | said
  ${"text under an .xlsx name"} | ${Buffer.from("Kostnadsslag;Utfall;Budget")}                                   | ${"ingen Excel-arbetsbok"}
  ${"an empty file"}            | ${Buffer.alloc(0)}                                                             | ${"ingen Excel-arbetsbok"}
  ${"an .xls file"}             | ${Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2048)])} | ${"gamla formatet .xls"}
  ${"half a workbook"}          | ${readFileSync(husamradet).subarray(0, 2000)}                                  | ${"skadad"}
`("$what is refused in words, and the next file works", async ({ bytes, said }: { bytes: Buffer; said: string }) => {
  const page = await open();
  await pick(page, "fel.xlsx", bytes);
  const alert = page.locator("[role=alert]");
  await says(alert, said);
  await says(alert, "fel.xlsx");
  await focused(alert);
  await pick(page, "Husamrådet.xlsx", readFileSync(husamradet));
  await expectHusamradet(page);
  await alert.waitFor({ state: "detached" });
});

test.each`
  what                            | rows                                                                                 | said
  ${"no table"}                   | ${[["Protokoll"], ["§ 1 Mötet öppnas"]]}                                             | ${"Ingen tabell som Samkalkyl känner igen"}
  ${"a personal identity number"} | ${[["Kostnadsslag", "År", "Utfall", "Budget"], ["Lön 19121212-1212", 2024, -1, -2]]} | ${"personnummer"}
`(
  "a workbook with $what says why, with place, and nothing can be saved",
  async ({ rows, said }: { rows: (string | number)[][]; said: string }) => {
    const page = await open();
    await pick(page, "bok.xlsx", await workbookOf({ Blad1: rows }));
    await page.getByRole("heading", { level: 1, name: "kan inte följas upp" }).waitFor();
    await says(page.locator("main"), said);
    expect(await words(page.locator("main"))).not.toContain("19121212");
    expect(await button(page, "Ladda ner").count()).toBe(0);
    expect(await inaccessible(page)).toEqual([]);
  },
);

test("English, and back", async () => {
  const page = await open();
  await button(page, "Husamrådet").click();
  await expectHusamradet(page);
  await button(page, "English").click();
  await section(page, "Per cost line").waitFor();
  await page.locator(".key-main", { hasText: "+1,257" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
  await button(page, "Svenska").click();
  await expectHusamradet(page);
});

test.each(["light", "dark"] as const)("axe-core finds nothing in %s", async (colorScheme) => {
  const page = await open({ colorScheme });
  expect(await inaccessible(page)).toEqual([]);
  await button(page, "Husamrådet").click();
  await expectHusamradet(page);
  await page.locator("details").evaluateAll((all) => {
    all.forEach((one) => {
      one.setAttribute("open", "");
    });
  });
  expect(await inaccessible(page)).toEqual([]);
  await intoFailure(page);
  expect(await inaccessible(page)).toEqual([]);
});

/** From the result back to the start, and into a failure. */
async function intoFailure(page: Page): Promise<void> {
  await button(page, "Ny fil").click();
  await pick(page, "fel.xlsx", Buffer.from("x"));
  await page.locator("[role=alert]").waitFor();
}

test("320 pixels are wide enough", async () => {
  const page = await open({ viewport: { width: 320, height: 700 } });
  await fits(page, 320);
  await button(page, "Husamrådet").click();
  await unfold(page);
  await expectHusamradet(page);
  await fits(page, 320);
});

test("the keyboard reaches and works everything", async () => {
  const page = await open();
  await button(page, "Husamrådet").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).getByText("Husamrådet").waitFor();
  await focused(page.locator("h1"));
  const preview = section(page, "Förhandsvisning");
  const second = await words(preview.locator("fluent-tab").nth(1));
  await preview.locator("fluent-tab").first().focus();
  await page.keyboard.press("ArrowRight");
  await preview.getByRole("region", { name: `Fliken ${second}` }).waitFor();
});

test("the preview shows the tabs as they will be written", async () => {
  const page = await open();
  await button(page, "Husamrådet").click();
  const preview = section(page, "Förhandsvisning");
  await says(preview, "Köp av verksamhet / Konsulter");
  await says(preview, "−117,8 %");
  expect(await preview.locator("td", { hasText: "1 257" }).first().getAttribute("title")).toMatch(/^=/);
  await preview.locator("fluent-tab", { hasText: "Kontroller" }).click();
  await preview.getByRole("region", { name: "Fliken Kontroller" }).waitFor();
});

test("on paper there is the tab alone, on A4 landscape", async () => {
  const page = await open();
  await button(page, "Husamrådet").click();
  await expectHusamradet(page);
  await page.emulateMedia({ media: "print" });
  await becomes(
    () =>
      page
        .locator("header, .columns, .deliver")
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
    0,
  );
  await page.locator(".sheet td", { hasText: "Personalkostnader" }).first().waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
});

test("opened from disk, without any server, it works as well", async () => {
  const seen = await visit(site().browser, `file://${join(dist, "index.html")}`);
  await button(seen.page, "Husamrådet").click();
  await expectHusamradet(seen.page);
  await download(seen.page);
  await seen.page.context().close();
  expect(seen.complaints).toEqual([]);
  expect(seen.requests.filter((url) => !url.startsWith(`file://${dist}/`) && !url.startsWith("blob:"))).toEqual([]);
});

test("the first view is light, and each way loads only its own adapter", async () => {
  const page = await open();
  const loaded = (): string[] =>
    requests()
      .map((url) => basename(url))
      .filter((name) => name.endsWith(".js"));
  // What the page itself names: the rest is fetched when the first view has settled.
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const first = [...html.matchAll(/<script[^>]*\bsrc="?([^"\s>]+)/g)].map(([, name = ""]) => name);
  expect(first.map((name) => name.split(".")[0])).toEqual(["app"]);
  expect(loaded()[0]).toBe(first[0]);
  const size = first.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0);
  expect(size).toBeLessThan(120_000);
  await button(page, "Husamrådet").click();
  await expectHusamradet(page);
  expect(loaded().some((name) => name.startsWith("xlsx."))).toBe(true);
  expect(loaded().some((name) => name.startsWith("excel."))).toBe(false);
});

test("what is served holds a manifest with its icons, and no script or style in the pages themselves", () => {
  expect(iconProblems()).toEqual([]);
  for (const name of readdirSync(dist).filter((file) => file.endsWith(".html"))) {
    const html = readFileSync(join(dist, name), "utf8");
    expect(html).toContain("default-src 'none'");
    expect(html.replace(/<script[^>]*src=[^>]*><\/script>/g, "")).not.toMatch(/<script|<style|style=|onclick/);
  }
});
