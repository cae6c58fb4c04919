// tests/e2e/workbenchStates.test.ts: the pane in the simulated Excel when things are not as usual: other languages and colours, 320 pixels,
// the keyboard alone, protected sheets, a cell that is being edited, the pane loaded anew, an Excel that is too old.
import { paneTextsOf } from "../../src/text/pane";
import { becomes, until } from "../waiting";
import {
  type Desk,
  anotherPane,
  cell,
  desks,
  goTo,
  holds,
  inWorkbook,
  isAt,
  read,
  readAndWrite,
  shows,
  tab,
  tabNames,
  write,
} from "./desk";
import { fits, focused, idle, inaccessible, says } from "./visit";

const { open } = desks();
const { start, deliver } = paneTextsOf("sv");

function alert(desk: Desk) {
  return desk.inPane.locator("[role=alert]");
}

test.each`
  locale     | read                                    | write                              | total
  ${"sv-SE"} | ${paneTextsOf("sv").start.readWorkbook} | ${paneTextsOf("sv").deliver.write} | ${"+1 257"}
  ${"en-US"} | ${paneTextsOf("en").start.readWorkbook} | ${paneTextsOf("en").deliver.write} | ${"+1,257"}
`(
  "Excel's language $locale is the pane's, and the tabs'",
  async (asked: { locale: string; read: string; write: string; total: string }) => {
    const { page, button, section, inPane } = await open(`?locale=${asked.locale.slice(0, 2)}`);
    await button(asked.read).click();
    await button(asked.write).waitFor();
    const english = asked.locale === "en-US";
    await says(section(english ? "Per cost line" : "Per kostnadsslag"), asked.total);
    await idle(inPane);
    await button(asked.write).click();
    await inPane.locator(".done").waitFor();
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
    const pane = await desk.pane();
    await becomes(() => pane.getAttribute("html", "data-theme"), theme);
    // The frame has an edge of one pixel.
    await becomes(() => pane.evaluate(() => document.documentElement.clientWidth), width - 1);
    await fits(pane, width - 1);
    expect(await inaccessible(pane)).toEqual([]);
    await read(desk);
    await fits(pane, width - 1);
    await write(desk);
    await fits(pane, width - 1);
    expect(await inaccessible(pane)).toEqual([]);
  },
);

test("by the keyboard alone: into the pane, through all of it, tabs written, and out again", async () => {
  const desk = await open();
  const { page } = desk;
  await cell(page, "A1").click();
  await tabTo(desk, "Control+F6", start.readWorkbook);
  await page.keyboard.press("Enter");
  await desk.button(deliver.write).waitFor();
  await idle(desk.inPane);
  // The heading has the focus now, which office.js does not know of: the next stop must still be in the pane.
  await focused(desk.inPane.locator("h1"));
  const stops = await stopsFrom(desk);
  expect(await unvisited(desk)).toEqual([]);
  expect(stops.at(-1)).toBe("Excel");
  // From Excel's own button the keyboard goes back in.
  await tabTo(desk, "Tab", deliver.write);
  await page.keyboard.press("Space");
  await desk.inPane.locator(".done").waitFor();
  await page.keyboard.press("Escape");
  await focused(page.locator("#grid"));
  await page.keyboard.press("ArrowDown");
  await isAt(page, "A2");
});

test("a protected tab of ours: said with its name, nothing lost, and it goes on when the protection is off", async () => {
  const desk = await open();
  const { page } = desk;
  await readAndWrite(desk);
  await tab(page, "Avvikelse").click();
  const before = await contents(desk);
  await page.getByLabel("Skydda bladet").check();
  await desk.button(deliver.write).click();
  await says(alert(desk), "Avvikelse");
  await says(alert(desk), /skydda/i);
  expect(await contents(desk)).toEqual(before);
  await page.keyboard.press("Escape");
  await page.getByLabel("Skydda bladet").uncheck();
  await write(desk);
  await alert(desk).waitFor({ state: "detached" });
});

test("a protected structure: no tab can be added, and that is said", async () => {
  const desk = await open("?protect=structure");
  await read(desk);
  await desk.button(deliver.write).click();
  await says(alert(desk), /arbetsbok.*skydda|skydda.*arbetsbok/i);
  expect(await tabNames(desk.page)).toEqual(["Ekonomi", "Insats"]);
  await desk.page.getByLabel("Skydda strukturen").uncheck();
  await write(desk);
});

test("the person's own protected sheets are read, and not in the way", async () => {
  const desk = await open("?protect=sheets");
  await readAndWrite(desk);
  await goTo(desk.page, "Ekonomi!E6");
  await isAt(desk.page, "E6");
  await desk.page.keyboard.type("1");
  await desk.page.locator(".status", { hasText: "Bladet är skyddat" }).waitFor();
  await shows(desk.page, "Ekonomi", "E6", "-724");
});

test("a cell that is being edited: Excel refuses, the pane says so, and what was typed is there still", async () => {
  const desk = await open();
  const { page } = desk;
  await read(desk);
  await cell(page, "E6").dblclick();
  await focused(page.locator(".cell-editor"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("-700");
  await becomes(() => page.locator(".cell-editor").inputValue(), "-700");
  await desk.button(deliver.write).click();
  await says(alert(desk), "En cell redigeras just nu");
  expect(await page.locator(".cell-editor").inputValue()).toBe("-700");
  expect(await tabNames(page)).toEqual(["Ekonomi", "Insats"]);
  await page.locator(".cell-editor").press("Enter");
  await holds(page, "E6", "-700");
  await write(desk);
});

test("the pane is loaded anew: it reads the workbook that it knows, and the tabs are as they were", async () => {
  const desk = await open();
  const { page } = desk;
  await readAndWrite(desk);
  const before = await tabNames(page);
  const written = await contents(desk);
  await anotherPane(desk, () => page.getByRole("button", { name: "Ladda om panelen" }).click());
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
  await shows(page, "Ekonomi", "B6", "-3 489");
  await anotherPane(desk, () => page.getByRole("button", { name: "Visa Samkalkyl" }).click());
  // Tabs that are ours were begun: it is read without being asked for.
  await desk.button(deliver.write).waitFor();
  await write(desk);
  const names = await tabNames(page);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith("Avvikelse"))).toEqual(["Avvikelse"]);
});

test("an Excel without what is needed: said in words, and the same result by way of a file", async () => {
  const desk = await open("?set=1.8");
  await desk.inPane.getByRole("heading", { name: "Den här versionen av Excel är för gammal" }).waitFor();
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

/** The words of what has the focus now, in the pane, or "Excel"; null: it has not moved since it was noted. */
async function arrivedAt({ page, pane }: Desk): Promise<string | null> {
  const [inFrame, moved] = await page.evaluate(() => {
    const { activeElement: active, body } = document;
    return [active?.tagName === "IFRAME", active !== body && active?.hasAttribute("data-noted") === false];
  });
  if (!inFrame) return moved ? "Excel" : null;
  return (await pane()).evaluate(() => {
    const { activeElement: active, body } = document;
    if (active === null || active === body || active.hasAttribute("data-noted")) return null;
    active.setAttribute("data-visited", "");
    return (active.getAttribute("aria-label") ?? active.textContent).trim();
  });
}

/** Presses a key that moves the focus and waits until it is somewhere else; across the frame's edge that takes a message. */
async function nextStop(desk: Desk, key = "Tab"): Promise<string> {
  for (const frame of [desk.page.mainFrame(), await desk.pane()])
    await frame.evaluate(() => {
      for (const noted of document.querySelectorAll("[data-noted]")) noted.removeAttribute("data-noted");
      document.activeElement?.setAttribute("data-noted", "");
    });
  await desk.page.keyboard.press(key);
  let stop = null as string | null;
  await until(
    async () => (stop = await arrivedAt(desk)) !== null,
    () => `${key} moved the focus nowhere`,
  );
  return stop ?? "";
}

/** More than there are: a keyboard that goes round and round never comes out. */
const mostStops = 300;

/** Into the pane by `key`, and on with Tab. */
async function tabTo(desk: Desk, key: string, wanted: string): Promise<void> {
  let at = await nextStop(desk, key);
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
