// tests/e2e/keepsUp.test.ts: in the simulated Excel, in a real browser with the real office.js: a changed source is told and read again;
// long work can be given up by the keyboard; nothing on the page moves when either is told.
import { paneTextsOf } from "../../src/text/pane";
import { type Desk, desks, inWorkbook, read, shownIn, tabNames, type, write } from "./desk";
import { inaccessible, words } from "./visit";

jest.setTimeout(60_000);

const { open } = desks();
const { start, deliver, work } = paneTextsOf("sv");

function note(desk: Desk) {
  return desk.page.frameLocator("iframe").locator(".changed");
}

/** Where the headings of the results stand in the pane. */
async function places(desk: Desk): Promise<number[]> {
  const pane = await desk.pane();
  return pane.evaluate(() =>
    [...document.querySelectorAll("h1, .card h2")].map((each) => each.getBoundingClientRect().y),
  );
}

test.each`
  width  | theme
  ${320} | ${"light"}
  ${400} | ${"dark"}
`(
  "a changed cell is told, $width pixels wide and $theme, and one button reads it again; comments are not told",
  async ({ width, theme }: { width: number; theme: "light" | "dark" }) => {
    const desk = await open(`?width=${width}`, { colorScheme: theme });
    await read(desk);
    await write(desk);
    const before = await places(desk);
    expect(await shownIn(desk.page, "Ekonomi", "E6")).toBe("-724");
    await type(desk.page, "Ekonomi", "E6", "-824");
    await note(desk).waitFor();
    expect(await words(note(desk))).toContain(work.changed.heading);
    await note(desk).locator("summary").click();
    expect(await words(note(desk))).toContain("−724 → −824");
    // Said over the foot of the page: what is being read stays where it is.
    expect(await places(desk)).toEqual(before);
    const pane = await desk.pane();
    expect(await inaccessible(pane)).toEqual([]);
    expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await desk.button(work.changed.update).click();
    await note(desk).waitFor({ state: "detached" });
    // 1 257 − 100.
    await pane.locator(".key-main", { hasText: "1 157" }).waitFor();
    await type(desk.page, "Avvikelse", "G8", "Vakans");
    await pane.waitForTimeout(1_500);
    expect(await note(desk).count()).toBe(0);
  },
);

test("a slow Excel: what is done is said after a while, and is given up by the keyboard", async () => {
  const desk = await open("?delay=1500");
  const pane = await desk.pane();
  await desk.button(start.readWorkbook).click();
  const cancel = desk.button(work.cancel);
  await cancel.waitFor();
  expect(await inaccessible(pane)).toEqual([]);
  await cancel.focus();
  await desk.page.keyboard.press("Enter");
  await pane.getByText(work.cancelled).waitFor();
  await desk.button(start.readWorkbook).waitFor();
  expect(await inWorkbook(desk.page, ({ host }) => host.workbook.names.length)).toBe(0);
  expect(await tabNames(desk.page)).toEqual(["Ekonomi", "Insats"]);
  await desk.button(start.readWorkbook).click();
  await desk.button(deliver.write).waitFor({ timeout: 40_000 });
});
