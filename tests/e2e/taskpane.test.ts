// tests/e2e/taskpane.test.ts: the page that Excel opens, on the built files in a real browser, with Microsoft's own Office.js.
import { basename } from "node:path";
import type { Browser, Page } from "playwright-core";
import { officeCdn, officeFile } from "../host/browser/officeCdn";
import { ensureBuilt, serve } from "./builtPage";
import { becomes } from "../waiting";
import { button, idle, inaccessible, launch, says, visit, type Visit } from "./visit";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  ensureBuilt();
  site = await serve();
  browser = await launch();
});

afterAll(async () => {
  await site.stop();
  await browser.close();
});

/** The CDN's files from the package that Microsoft publishes them in; `office.js` itself may be another. */
async function open(officeScript: string | null): Promise<Visit> {
  return visit(browser, `${site.origin}/taskpane.html`, {}, async (page: Page) => {
    await page.route(`${officeCdn}**`, (route) => {
      const url = route.request().url();
      const body = url === `${officeCdn}office.js` && officeScript !== null ? officeScript : officeFile(url);
      return body === null ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: "text/javascript", body });
    });
  });
}

test("opened outside Excel, with the real Office.js, it works on files as the other page does", async () => {
  const seen = await open(null);
  await button(seen.page, "Husamrådet").click();
  await seen.page.locator(".key-main", { hasText: "Överskott" }).waitFor();
  expect(seen.requests).toContain(`${officeCdn}office.js`);
  expect(seen.requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith(officeCdn))).toEqual([]);
  expect(seen.complaints.filter((text) => text.startsWith("policy") || text.startsWith("uncaught"))).toEqual([]);
  await seen.page.context().close();
});

/** Just enough of Office to say "this is Excel"; what happens in a workbook is tested with the real client elsewhere. */
const officeInExcel = (displayLanguage: string, background: string): string => `
  window.Office = {
    HostType: { Excel: "Excel" },
    context: { displayLanguage: ${JSON.stringify(displayLanguage)}, officeTheme: { bodyBackgroundColor: ${JSON.stringify(background)} },
      requirements: { isSetSupported: () => true } },
    onReady: () => Promise.resolve({ host: "Excel" }),
  };
  window.Excel = { run: () => Promise.reject(Object.assign(new Error("cell"), { code: "InvalidOperationInCellEditMode", debugInfo: {} })) };`;

test.each`
  displayLanguage | theme      | background   | heading                                            | action
  ${"sv-SE"}      | ${"light"} | ${"#FFFFFF"} | ${"Följ upp insatsen i den öppna arbetsboken"}     | ${"Läs arbetsboken"}
  ${"en-US"}      | ${"dark"}  | ${"#262626"} | ${"Follow up the initiative in the open workbook"} | ${"Read the workbook"}
`(
  "in Excel in $displayLanguage with a $theme theme it offers the open workbook",
  async (asked: { displayLanguage: string; theme: string; background: string; heading: string; action: string }) => {
    const { page, requests, complaints } = await open(officeInExcel(asked.displayLanguage, asked.background));
    await page.getByRole("heading", { level: 1, name: asked.heading }).waitFor();
    expect(await page.getAttribute("html", "data-theme")).toBe(asked.theme);
    expect(await page.locator("input[type=file]").count()).toBe(0);
    expect(await inaccessible(page)).toEqual([]);
    const loaded = requests.map((url) => basename(url).split(".")[0]);
    expect(loaded).toContain("excel");
    expect(loaded).not.toContain("xlsx");
    expect(complaints).toEqual([]);
    await button(page, asked.action).waitFor();
    await page.context().close();
  },
);

test("what Excel refuses is said in words, and the pane goes on", async () => {
  const { page } = await open(officeInExcel("sv-SE", "#FFFFFF"));
  await button(page, "Läs arbetsboken").click();
  const alert = page.locator("[role=alert]");
  await says(alert, "En cell redigeras just nu");
  await idle(page);
  await becomes(() => button(page, "Läs arbetsboken").getAttribute("aria-disabled"), "false");
  await page.context().close();
});
