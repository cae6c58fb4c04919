// tests/e2e/visit.ts: a visit to the built page in a real browser, which notes everything that must not happen.
import { readFileSync } from "node:fs";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Download,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";
import { becomes, patience } from "../waiting";

/** `more`: switches of Chromium that one test file needs beside the usual ones. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

export interface Visit {
  readonly page: Page;
  /** Addresses asked for, in order. */
  readonly requests: string[];
  /** Errors and warnings of the console, uncaught exceptions, and breaches of the page's own content security policy. */
  readonly complaints: string[];
}

/** Opens `url`; nothing that the page does on the way is missed. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<void>,
): Promise<Visit> {
  const context = await browser.newContext({ locale: "sv-SE", acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const seen: Visit = { page, requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("pageerror", (error) => seen.complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") seen.complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await before?.(page);
  await page.goto(url);
  await page.locator("h1").waitFor();
  return seen;
}

/** What leaves this machine or would: any address outside the page's own origin. Addresses in memory are none. */
export function foreign({ requests }: Visit, origin: string): string[] {
  return requests.filter(
    (url) => !url.startsWith(`${origin}/`) && !url.startsWith("blob:") && !url.startsWith("data:"),
  );
}

/** A button by its words. Fluent's buttons keep their role inside, where Playwright's role selectors do not look. */
export function button(page: Page, words: string | RegExp) {
  return page.locator("fluent-button", { hasText: words });
}

/** The section under the heading that begins so. */
export function section(page: Page, heading: string) {
  return page.locator("section", { has: page.locator("h2", { hasText: new RegExp(`^${heading}`) }) });
}

/** The page's text as a person reads it: no-break spaces are spaces. */
export async function words(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll("\u00a0", " ");
}

/** Waits until it says this. */
export async function says(locator: Locator, text: string | RegExp): Promise<void> {
  await becomes(
    () => words(locator),
    typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text),
  );
}

/** Waits until it has the keyboard: views give it where it belongs after they have been painted. */
export async function focused(locator: Locator): Promise<void> {
  await becomes(() => locator.evaluate((element) => element === element.ownerDocument.activeElement), true);
}

/** Waits until no work is under way: until then a button takes no click, which a browser does not see from Fluent's buttons. */
export async function idle(of: Pick<FrameLocator, "locator">): Promise<void> {
  await of.locator("main[aria-busy=false]").waitFor();
}

/** Waits until the page, or the frame, needs no more than its own width: what comes late may make it wider, or narrower again. */
export async function fits(page: Page | Frame, width: number): Promise<void> {
  await settled(page);
  await becomes(() => page.evaluate(() => document.documentElement.scrollWidth), width);
}

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Opens everything that a narrow pane folds. */
export async function unfold(page: Page | Frame): Promise<void> {
  await page.locator(".fold").first().waitFor();
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.fold")) fold.open = true;
  });
  await settled(page);
}

/** What axe-core finds wrong with the page, or the frame, as it stands: rule and element. */
export async function inaccessible(page: Page | Frame): Promise<string[]> {
  await settled(page);
  // Evaluated by the browser itself and not by the page, whose policy would refuse it.
  await page.evaluate(axe);
  // What it finds right need not be written out, which takes it long.
  const { violations } = await page.evaluate<AxeResult>('axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Waits until nothing fades or slides any more: in the middle of a fade a colour is neither the old nor the new one. */
export async function settled(page: Page | Frame): Promise<void> {
  await page.evaluate(async () => {
    const frames = (count: number): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          if (count <= 1) resolve();
          else void frames(count - 1).then(resolve);
        });
      });
    const fading = (): Animation[] =>
      document
        .getAnimations()
        .filter((each) => each.playState === "running" && each.effect?.getComputedTiming().endTime !== Infinity);
    // A control that was just enabled starts its fade a frame or two later, and one fade may begin another.
    let moved = true;
    while (moved) {
      await frames(3);
      const now = fading();
      moved = now.length > 0;
      await Promise.allSettled(now.map((each) => each.finished));
    }
  });
}

/** Gives the page a file by its file picker. */
export async function pick(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

/** Gives the page a file by drag and drop. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], fileName));
      return transfer;
    },
    { fileName: name, base64: Buffer.from(bytes).toString("base64") },
  );
  await page.dispatchEvent(".drop", "dragover", { dataTransfer: data });
  await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
}

/** Clicks the button with these words and waits for the file that it saves. */
export async function download(page: Page, label = "Ladda ner arbetsboken"): Promise<Download> {
  await idle(page);
  const [saved] = await Promise.all([page.waitForEvent("download"), button(page, label).click()]);
  return saved;
}

/** The rows of the table under a heading, as they stand now: the first text of each cell, without remarks below it. */
export async function tableRows(page: Page, heading: string): Promise<string[][]> {
  return section(page, heading)
    .locator("tbody tr, tfoot tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) => (cell.childNodes[0]?.textContent ?? "").replaceAll("\u00a0", " ").trim()),
      ),
    );
}
