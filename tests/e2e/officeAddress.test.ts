// tests/e2e/officeAddress.test.ts: where office.js comes from and whom it asks: both of Microsoft's addresses, one that sends on to the other, an
// Excel under a host name that office.js does not know, and an empty licence. Names are led to servers on this machine, so that redirects and the
// page's own policy are the browser's.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { paneTextsOf } from "../../src/text/pane";
import { localhostCertificate } from "../host/browser/certificate";
import { formerOfficeCdn, officeCdn, officeFile } from "../host/browser/officeCdn";
import { startWorkbench, type WorkbenchServers } from "../host/browser/server";
import { patience } from "../waiting";
import { dist, ensureBuilt, root } from "./builtPage";
import { launch } from "./visit";

const types: Readonly<Record<string, string>> = { css: "text/css", html: "text/html", js: "text/javascript" };
const unknownHost = "excel.example";

/** Address that sends on → address that answers; null: both answer. */
let sendsOn: readonly [string, string] | null = null;
let asked: string[] = [];
let microsoft: Server;
let servers: WorkbenchServers;
let browser: Browser;

beforeAll(async () => {
  ensureBuilt("web");
  ensureBuilt("workbench");
  servers = await startWorkbench({ root, pane: dist, ports: [0, 0], officeJs: "cdn" });
  microsoft = createServer(await localhostCertificate(root), (request, response) => {
    const url = `https://${request.headers.host ?? ""}${request.url ?? ""}`;
    asked.push(url);
    // As Microsoft's has it: office.js asks for its parts with CORS.
    response.setHeader("access-control-allow-origin", "*");
    if (sendsOn !== null && url.startsWith(sendsOn[0]))
      return void response.writeHead(302, { location: url.replace(...sendsOn) }).end();
    const body = officeFile(url);
    const type = types[new URL(url).pathname.split(".").at(-1)!] ?? "application/octet-stream";
    response.writeHead(body === null ? 404 : 200, { "content-type": type }).end(body ?? "");
  });
  await new Promise<void>((resolve) => void microsoft.listen(0, "127.0.0.1", resolve));
  const { port } = microsoft.address() as AddressInfo;
  const led = [officeCdn, formerOfficeCdn].map((cdn) => `MAP ${new URL(cdn).hostname} 127.0.0.1:${port}`);
  browser = await launch([
    `--host-resolver-rules=${[...led, `MAP ${unknownHost} 127.0.0.1`].join(",")}`,
    // The page with the former address is handed in from outside, and counts as one of the internet that asks this machine.
    "--disable-features=LocalNetworkAccessChecks",
  ]);
});

afterAll(async () => {
  await browser.close();
  await servers.stop();
  microsoft.closeAllConnections();
  await new Promise((resolve) => microsoft.close(resolve));
});

beforeEach(() => {
  sendsOn = null;
  asked = [];
});

/** The page that plays Excel, with the pane in it; `cdn`: the address that the page was built with. */
async function open(url: string, cdn = officeCdn): Promise<{ readonly page: Page; readonly breaches: string[] }> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "sv-SE" });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const breaches: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("policy: ")) breaches.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (cdn !== officeCdn)
    await page.route("**/taskpane.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: readFileSync(join(dist, "taskpane.html"), "utf8").replaceAll(`${officeCdn}office.js`, `${cdn}office.js`),
      }),
    );
  await page.goto(url);
  return { page, breaches };
}

const inExcel = (page: Page): Promise<void> =>
  page
    .frameLocator("iframe")
    .locator("fluent-button", { hasText: paneTextsOf("sv").start.readWorkbook })
    .waitFor();

test("the built page asks the documented address, and allows the one before it", () => {
  const page = readFileSync(join(dist, "taskpane.html"), "utf8");
  expect([...page.matchAll(/<script src="?(https:[^" >]+)/gu)].map(([, address]) => address)).toEqual([
    `${officeCdn}office.js`,
  ]);
  for (const directive of ["script-src", "frame-src"])
    for (const cdn of [officeCdn, formerOfficeCdn])
      expect(new RegExp(`${directive} [^;]*`, "u").exec(page)?.[0]).toContain(new URL(cdn).origin);
});

// office-js-docs-pr#5882: the address is another since September 2026; a page that was built before it goes on asking the former one.
test.each([
  ["the former address sends on to the documented one", formerOfficeCdn, officeCdn],
  ["the documented address sends on to the former one", officeCdn, formerOfficeCdn],
])("%s: the pane is in Excel, under its own policy", async (_, from, to) => {
  sendsOn = [from, to];
  const { page, breaches } = await open(servers.origin, from);
  await inExcel(page);
  expect(asked).toEqual(expect.arrayContaining([`${from}office.js`, `${to}office.js`]));
  expect(breaches).toEqual([]);
  await page.context().close();
});

test("Excel under a name that office.js does not know: its question comes up, and the pane is not left waiting", async () => {
  const { page, breaches } = await open(servers.origin.replace("localhost", unknownHost));
  // office.js asks a page of its own, in a frame; that one has not been told to trust the name, and takes the pane's place to ask.
  const question = page.frameLocator("iframe").locator("body");
  await question.filter({ hasText: "har inaktiverats" }).waitFor();
  expect(asked.some((url) => /AgaveErrorUX\/index\.html/iu.test(url))).toBe(true);
  expect(breaches).toEqual([]);
  await page.context().close();
});

test("an empty licence: the pane is in Excel all the same", async () => {
  const { page, breaches } = await open(`${servers.origin}/?licence=none`);
  await inExcel(page);
  // What office.js does about it is stopped by the policy and changes nothing.
  expect(breaches.every((text) => text.startsWith("policy: style-src"))).toBe(true);
  await page.context().close();
});
