// tests/e2e/workbenchStates.test.ts: the pane in the simulated Excel when things are not as usual: other languages and colours, 320 pixels,
// the keyboard alone, protected sheets, a cell that is being edited, the pane loaded anew, an Excel that is too old.
import { paneTextsOf } from "../../src/text/pane";
import { type Desk, cell, desks, goTo, inWorkbook, read, readAndWrite, shownIn, tab, tabNames, write } from "./desk";
import { inaccessible, words } from "./visit";

jest.setTimeout(60_000);

const { open } = desks();
const { start, deliver } = paneTextsOf("sv");

function alert(desk: Desk) {
  return desk.page.frameLocator("iframe").locator("[role=alert]");
}

test.each`
  locale     | read                                    | write                              | total
  ${"sv-SE"} | ${paneTextsOf("sv").start.readWorkbook} | ${paneTextsOf("sv").deliver.write} | ${"+1 257"}
  ${"en-US"} | ${paneTextsOf("en").start.readWorkbook} | ${paneTextsOf("en").deliver.write} | ${"+1,257"}
`(
  "Excel's language $locale is the pane's, and the tabs'",
  async (asked: { locale: string; read: string; write: string; total: string }) => {
    const { page, button, section } = await open(`?locale=${asked.locale.slice(0, 2)}`);
    await button(asked.read).click();
    await button(asked.write).waitFor();
    const english = asked.locale === "en-US";
    expect(await words(section(english ? "Per cost line" : "Per kostnadsslag"))).toContain(asked.total);
    await button(asked.write).click();
    await tab(page, english ? "Deviation" : "Avvikelse").waitFor();
    expect(await (await page.waitForSelector("iframe")).getAttribute("name")).toContain(asked.locale);
  },
);

test.each`
  width  | theme
  ${320} | ${"light"}
  ${320} | ${"dark"}
`(
  "$width pixels wide and $theme: nothing to scroll sideways, and axe-core finds nothing",
  async ({ width, theme }: { width: number; theme: "light" | "dark" }) => {
    const desk = await open(`?width=${width}`, { colorScheme: theme });
    const fits = async (): Promise<void> => {
      const pane = await desk.pane();
      expect(await pane.getAttribute("html", "data-theme")).toBe(theme);
      expect(
        await pane.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]),
      ).toEqual([width - 1, width - 1]);
    };
    await fits();
    expect(await inaccessible(await desk.pane())).toEqual([]);
    await read(desk);
    await fits();
    await write(desk);
    await fits();
    expect(await inaccessible(await desk.pane())).toEqual([]);
  },
);

test("by the keyboard alone: into the pane, through all of it, tabs written, and out again", async () => {
  const desk = await open();
  const { page } = desk;
  await cell(page, "A1").click();
  await page.keyboard.press("Control+F6");
  await tabTo(desk, start.readWorkbook);
  await page.keyboard.press("Enter");
  await desk.button(deliver.write).waitFor();
  // The heading has the focus now, which office.js does not know of: the next stop must still be in the pane.
  const stops = await stopsFrom(desk);
  expect(await unvisited(desk)).toEqual([]);
  expect(stops.at(-1)).toBe("Excel");
  // From Excel's own button the keyboard goes back in.
  await page.keyboard.press("Tab");
  await tabTo(desk, deliver.write);
  await page.keyboard.press("Space");
  await page.frameLocator("iframe").locator(".done").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.id === "grid");
  await page.keyboard.press("ArrowDown");
  expect(await page.locator(".name-box").inputValue()).toBe("A2");
});

test("a protected tab of ours: said with its name, nothing lost, and it goes on when the protection is off", async () => {
  const desk = await open();
  const { page } = desk;
  await readAndWrite(desk);
  await tab(page, "Avvikelse").click();
  const before = await contents(desk);
  await page.getByLabel("Skydda bladet").check();
  await desk.button(deliver.write).click();
  await alert(desk).waitFor();
  expect(await words(alert(desk))).toContain("Avvikelse");
  expect(await words(alert(desk))).toMatch(/skydda/i);
  expect(await contents(desk)).toEqual(before);
  await page.keyboard.press("Escape");
  await page.getByLabel("Skydda bladet").uncheck();
  await write(desk);
  expect(await alert(desk).count()).toBe(0);
});

test("a protected structure: no tab can be added, and that is said", async () => {
  const desk = await open("?protect=structure");
  await read(desk);
  await desk.button(deliver.write).click();
  await alert(desk).waitFor();
  expect(await words(alert(desk))).toMatch(/arbetsbok.*skydda|skydda.*arbetsbok/i);
  expect(await tabNames(desk.page)).toEqual(["Ekonomi", "Insats"]);
  await desk.page.getByLabel("Skydda strukturen").uncheck();
  await write(desk);
});

test("the person's own protected sheets are read, and not in the way", async () => {
  const desk = await open("?protect=sheets");
  await readAndWrite(desk);
  await goTo(desk.page, "Ekonomi!E6");
  await desk.page.keyboard.type("1");
  await desk.page.locator(".status", { hasText: "Bladet är skyddat" }).waitFor();
  expect(await shownIn(desk.page, "Ekonomi", "E6")).toBe("-724");
});

test("a cell that is being edited: Excel refuses, the pane says so, and what was typed is there still", async () => {
  const desk = await open();
  const { page } = desk;
  await read(desk);
  await cell(page, "E6").dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("-700");
  await desk.button(deliver.write).click();
  await alert(desk).waitFor();
  expect(await words(alert(desk))).toContain("En cell redigeras just nu");
  expect(await page.locator(".cell-editor").inputValue()).toBe("-700");
  expect(await tabNames(page)).toEqual(["Ekonomi", "Insats"]);
  await page.locator(".cell-editor").press("Enter");
  expect(await cell(page, "E6").innerText()).toBe("-700");
  await write(desk);
});

test("the pane is loaded anew: it reads the workbook that it knows, and the tabs are as they were", async () => {
  const desk = await open();
  const { page } = desk;
  await readAndWrite(desk);
  const before = await tabNames(page);
  const written = await contents(desk);
  await page.getByRole("button", { name: "Ladda om panelen" }).click();
  // It is known by now: it is read without being asked for.
  await desk.button(deliver.write).waitFor();
  expect(await contents(desk)).toEqual(written);
  await write(desk);
  expect(await tabNames(page)).toEqual(before);
});

test("the pane is closed while it writes: the workbook is whole, and the next run finishes it", async () => {
  const desk = await open("?delay=250");
  const { page } = desk;
  await read(desk);
  await desk.button(deliver.write).click();
  await page.waitForFunction(() => (window.workbench?.host.workbook.sheets.length ?? 0) > 2);
  await page.getByLabel("Stäng panelen").click();
  expect(await shownIn(page, "Ekonomi", "B6")).toBe("-3 489");
  await page.getByRole("button", { name: "Visa Samkalkyl" }).click();
  // Tabs that are ours were begun: it is read without being asked for.
  await desk.button(deliver.write).waitFor();
  await write(desk);
  const names = await tabNames(page);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith("Avvikelse"))).toEqual(["Avvikelse"]);
});

test("an Excel without what is needed: said in words, and the same result by way of a file", async () => {
  const desk = await open("?set=1.8");
  const pane = desk.page.frameLocator("iframe");
  await pane.getByRole("heading", { name: "Den här versionen av Excel är för gammal" }).waitFor();
  expect(await inaccessible(await desk.pane())).toEqual([]);
  await desk.button("Husamrådet").click();
  await desk.section("Per kostnadsslag").getByText("+1 257").waitFor();
  expect(await inWorkbook(desk.page, ({ host }) => host.syncs)).toBe(0);
});

/** Every value and formula of every sheet. */
async function contents({ page }: Desk): Promise<unknown> {
  return inWorkbook(page, ({ host }) =>
    host.workbook.sheets.map(({ name, cells }) => [
      name,
      cells.matrix({ top: 0, left: 0, bottom: 99, right: 25 }, (at) => at?.formula ?? at?.value ?? null),
    ]),
  );
}

/** What has the focus: words of an element in the pane, or "Excel". */
async function focused({ page, pane }: Desk): Promise<string> {
  if ((await page.evaluate(() => document.activeElement?.tagName)) !== "IFRAME") return "Excel";
  return (await pane()).evaluate(() => {
    const active = document.activeElement;
    active?.setAttribute("data-visited", "");
    return (active?.getAttribute("aria-label") ?? active?.textContent ?? "").trim();
  });
}

/** Presses Tab and waits until the focus is somewhere else; across the frame's edge that takes a message. */
async function nextStop(desk: Desk): Promise<string> {
  await desk.page.keyboard.press("Tab");
  await desk.page.waitForTimeout(30);
  return focused(desk);
}

const mostStops = 80;

async function tabTo(desk: Desk, wanted: string): Promise<void> {
  let at = await focused(desk);
  for (let count = 0; !at.includes(wanted); count++) {
    if (count > mostStops) throw new Error(`the keyboard never came to ${wanted}`);
    at = await nextStop(desk);
  }
}

/** Stops from where the focus is until it leaves the pane. */
async function stopsFrom(desk: Desk): Promise<string[]> {
  const stops: string[] = [];
  do stops.push(await nextStop(desk));
  while (stops.at(-1) !== "Excel" && stops.length < mostStops);
  return stops;
}

/** What can be used with the mouse and was no stop. One tab of a tab list, and one radio button of a group, stand for the rest. */
async function unvisited(desk: Desk): Promise<string[]> {
  return (await desk.pane()).evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "main a[href], main button, main input, main select, main textarea, main summary, main fluent-button, main [role=tab]",
      ),
    ]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getAttribute("disabled") === null)
      .filter((each) => each.getAttribute("role") !== "tab" || each.getAttribute("aria-selected") === "true")
      .filter((each) => !(each instanceof HTMLInputElement && each.type === "radio" && !each.checked))
      .filter((each) => !each.hasAttribute("data-visited"))
      .map((each) => each.outerHTML.slice(0, 120)),
  );
}
