// tests/e2e/offline.test.ts: the built page when the network goes: what is fetched beforehand is enough to go on; what cannot be fetched
// is said, and tried again. Inside Excel: Microsoft's script does not come, or Excel is too old.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { officeCdn } from "../host/browser/officeCdn";
import { ensureBuilt, serve } from "./builtPage";
import { button, download, foreign, inaccessible, launch, pick, says, visit, words, type Visit } from "./visit";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
const husamradet = readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx"));
const parts = /\/(?:engine|xlsx|outcome)\.[0-9a-f]+\.js$/;

beforeAll(async () => {
  ensureBuilt();
  site = await serve();
  browser = await launch();
});

afterAll(async () => {
  await site.stop();
  await browser.close();
});

async function open(name: string, before?: (page: Page) => Promise<void>): Promise<Visit> {
  return visit(browser, `${site.origin}/${name}`, {}, before);
}

/** Waits until the page has fetched, or failed to fetch, what it fetches beforehand. */
async function fetched(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("samkalkyl-settled").length > 0);
}

/** Nothing but what the browser itself says of a request that failed. */
async function close(seen: Visit): Promise<void> {
  await seen.page.context().close();
  expect(seen.complaints.filter((text) => !/ERR_FAILED|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
}

test("once the first view has settled, a workbook is followed up without any network, and can be taken along", async () => {
  const seen = await open("index.html");
  const { page } = seen;
  await fetched(page);
  await page.context().setOffline(true);
  await pick(page, "husamradet.xlsx", husamradet);
  await page.locator(".key-main", { hasText: "Överskott" }).waitFor();
  expect((await download(page)).suggestedFilename()).toMatch(/\.xlsx$/);
  expect(foreign(seen, site.origin)).toEqual([]);
  await close(seen);
});

test("a part that cannot be fetched is said in words, and the same button works when the network is back", async () => {
  const seen = await open("index.html", async (opening) => {
    await opening.route(parts, (route) => route.abort());
  });
  const { page } = seen;
  await pick(page, "husamradet.xlsx", husamradet);
  const alert = page.locator("[role=alert]");
  await says(alert, "kunde inte hämtas");
  expect(await words(alert)).not.toContain("Ett fel i Samkalkyl");
  expect(await inaccessible(page)).toEqual([]);
  // Tried again while it is fetched beforehand, the part would be waited for that cannot come.
  await fetched(page);
  await page.unroute(parts);
  await button(page, "Försök igen").click();
  await page.locator(".key-main", { hasText: "Överskott" }).waitFor();
  await alert.waitFor({ state: "detached" });
  await close(seen);
});

test("Microsoft's script does not come: the pane says that Excel is out of reach, and works on files", async () => {
  const seen = await open("taskpane.html", async (opening) => {
    await opening.route(`${officeCdn}**`, (route) => route.abort());
  });
  const bar = seen.page.locator("fluent-message-bar");
  await says(bar, "Kontakten med Excel saknas");
  await seen.page.locator("input[type=file]").waitFor({ state: "attached" });
  expect(await inaccessible(seen.page)).toEqual([]);
  await close(seen);
});

/** An Excel as old as 2019 says that it does not know ExcelApi 1.9. */
const excel2019 = `window.Office = {
  HostType: { Excel: "Excel" },
  context: { displayLanguage: "sv-SE", requirements: { isSetSupported: (set, version) => Number(version.split(".")[1]) <= 8 } },
  onReady: () => Promise.resolve({ host: "Excel" }),
};`;

test("an Excel that is too old: said before anything is begun, and the way by files is there", async () => {
  const seen = await open("taskpane.html", async (opening) => {
    await opening.route(`${officeCdn}**`, (route) =>
      route.fulfill({ contentType: "text/javascript", body: excel2019 }),
    );
  });
  const bar = seen.page.locator("fluent-message-bar");
  await says(bar, "Den här versionen av Excel är för gammal");
  await pick(seen.page, "husamradet.xlsx", husamradet);
  await seen.page.locator(".key-main", { hasText: "Överskott" }).waitFor();
  await button(seen.page, "Ladda ner arbetsboken").waitFor();
  await close(seen);
});
