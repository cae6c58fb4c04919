// tests/e2e/desk.ts: a desk with the simulated Excel on it: the page of tests/host/browser, and in its pane the built add-in with the
// real office.js. What must never happen is checked after each test.
import type { Browser, Frame, FrameLocator, Locator, Page } from "playwright-core";
import { officeCdn, officeFile } from "../host/browser/officeCdn";
import { startWorkbench, type WorkbenchServers } from "../host/browser/server";
import type { Workbench } from "../host/browser/workbench";
import { paneTextsOf } from "../../src/text/pane";
import { becomes, patience, until } from "../waiting";
import { dist, ensureBuilt, root } from "./builtPage";
import { idle, launch } from "./visit";

export interface Desk {
  readonly page: Page;
  /** The pane's document; another one after the pane was loaded anew. */
  readonly pane: () => Promise<Frame>;
  /** The same for what waits by itself. */
  readonly inPane: FrameLocator;
  /** A button in the pane by its words. */
  readonly button: (words: string | RegExp) => Locator;
  readonly section: (heading: string) => Locator;
}

interface Seen {
  readonly desk: Desk;
  readonly requests: readonly string[];
  readonly complaints: string[];
}

type Open = (query?: string, options?: Parameters<Browser["newContext"]>[0]) => Promise<Desk>;

/** A built pane in another folder can be tried: then nothing is built. */
const elsewhere = process.env.SAMKALKYL_PANE;

/** To be called once, at the top of a test file: one browser and one pair of servers for all its tests. */
export function desks(): { readonly open: Open } {
  let browser: Browser | null = null;
  let servers: WorkbenchServers | null = null;
  let seen: Seen | null = null;

  beforeAll(async () => {
    if (elsewhere === undefined) ensureBuilt("web");
    ensureBuilt("workbench");
    servers = await startWorkbench({ root, pane: elsewhere ?? dist, ports: [0, 0], officeJs: "cdn" });
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await servers?.stop();
  });

  afterEach(async () => {
    const ended = seen;
    seen = null;
    if (ended === null || servers === null) return;
    const members = await membersAsked(ended.desk.page);
    await ended.desk.page.context().close();
    const own = [`${servers.origin}/`, `${servers.paneOrigin}/`, officeCdn, "blob:", "data:"];
    expect({
      leftTheMachine: ended.requests.filter((url) => !own.some((start) => url.startsWith(start))),
      complaints: ended.complaints,
      ...members,
    }).toEqual({ leftTheMachine: [], complaints: [], unknownMembers: [], refusedMembers: [] });
  });

  return {
    open: async (query = "", options = {}) => {
      if (browser === null || servers === null) throw new Error("the browser is not started");
      seen = await sitDown(browser, `${servers.origin}/${query}`, options);
      return seen.desk;
    },
  };
}

async function sitDown(browser: Browser, url: string, options: Parameters<Browser["newContext"]>[0]): Promise<Seen> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "sv-SE",
    viewport: { width: 1366, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  // The pane is narrow, and folds what these tests work with: everything is unfolded as it comes.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.fold:not([data-seen])")) {
        fold.dataset.seen = "";
        fold.open = true;
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await context.route(`${officeCdn}**`, (route) => {
    const body = officeFile(route.request().url());
    return body === null ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: "text/javascript", body });
  });
  await page.goto(url);
  const inPane = page.frameLocator("iframe");
  await inPane.locator("h1").waitFor();
  const desk: Desk = {
    page,
    inPane,
    pane: async () => (await (await page.waitForSelector("iframe")).contentFrame())!,
    button: (words) => inPane.locator("fluent-button", { hasText: words }),
    section: (heading) =>
      inPane.locator("section", { has: page.locator("h2", { hasText: new RegExp(`^${heading}`) }) }),
  };
  return { desk, requests, complaints };
}

async function membersAsked(page: Page): Promise<{ unknownMembers: string[]; refusedMembers: string[] }> {
  return inWorkbook(page, ({ host }) => ({
    unknownMembers: [...host.unknownMembers],
    refusedMembers: [...host.refusedMembers],
  }));
}

/** Looks at, or changes, the simulated Excel from the inside. */
export async function inWorkbook<T>(page: Page, look: (workbench: Workbench) => T): Promise<T> {
  return page.evaluate(`(${look.toString()})(window.workbench)`);
}

export function cell(page: Page, address: string): Locator {
  return page.locator(`[data-cell="${address}"]`);
}

export function tab(page: Page, name: string): Locator {
  return page.getByRole("tab", { name, exact: true });
}

/** Goes there by the name box, as people do. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator(".name-box");
  await box.fill(address);
  await box.press("Enter");
}

/** Loads the pane anew by what the page offers for that, and waits for the new one: the old one is on the page until then. */
export async function anotherPane({ page, inPane }: Desk, act: () => Promise<unknown>): Promise<void> {
  const number = (): Promise<number> => inWorkbook(page, ({ paneNumber }) => paneNumber);
  const before = await number();
  await act();
  await until(async () => (await number()) > before);
  await inPane.locator("h1").waitFor();
}

/** Types into a cell of a sheet and leaves it with Enter. */
export async function type(page: Page, sheet: string, address: string, text: string): Promise<void> {
  await tab(page, sheet).click();
  await goTo(page, address);
  await isAt(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Goes there and waits until the sheet shows this in the cell, with plain spaces. */
export async function shows(page: Page, sheet: string, address: string, text: string): Promise<void> {
  await tab(page, sheet).click();
  await goTo(page, address);
  await isAt(page, address);
  await holds(page, address, text);
}

/** Waits until the cell of the active sheet shows this, with plain spaces. */
export async function holds(page: Page, address: string, text: string): Promise<void> {
  await becomes(async () => (await cell(page, address).innerText()).replaceAll("\u00a0", " "), text);
}

/** Waits until this is the active cell. */
export async function isAt(page: Page, address: string): Promise<void> {
  await becomes(() => page.locator(".name-box").inputValue(), address);
}

export async function tabNames(page: Page): Promise<string[]> {
  return page.getByRole("tab").allInnerTexts();
}

const { start, deliver } = paneTextsOf("sv");

/** From the opened pane to the result. */
export async function read(desk: Desk): Promise<void> {
  await desk.button(start.readWorkbook).click();
  await desk.button(deliver.write).waitFor();
  await idle(desk.inPane);
}

export async function readAndWrite(desk: Desk): Promise<void> {
  await read(desk);
  await write(desk);
}

/** Writes the tabs and waits until the pane says that they are written: what it said of the last time stands until then. */
export async function write(desk: Desk): Promise<void> {
  const syncs = (): Promise<number> => inWorkbook(desk.page, ({ host }) => host.syncs);
  await idle(desk.inPane);
  const before = await syncs();
  await desk.button(deliver.write).click();
  await until(async () => (await syncs()) > before);
  await idle(desk.inPane);
  await desk.inPane.locator(".done").waitFor();
}
