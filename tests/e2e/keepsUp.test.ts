// tests/e2e/keepsUp.test.ts: in the simulated Excel, in a real browser with the real office.js: a changed source is told and read again;
// long work can be given up by the keyboard; nothing on the page moves when either is told.
import { paneTextsOf } from "../../src/text/pane";
import { becomes } from "../waiting";
import { type Desk, desks, inWorkbook, read, shows, tabNames, type, write } from "./desk";
import { focused, idle, inaccessible, says, settled } from "./visit";

const { open } = desks();
const { start, deliver, work } = paneTextsOf("sv");

function note(desk: Desk) {
  return desk.inPane.locator(".changed");
}

/** Where the headings of the results stand in the pane, once nothing moves. */
async function places(desk: Desk): Promise<number[]> {
  const pane = await desk.pane();
  await settled(pane);
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
    await shows(desk.page, "Ekonomi", "E6", "-724");
    await type(desk.page, "Ekonomi", "E6", "-824");
    await says(note(desk), work.changed.heading);
    await note(desk).locator("summary").click();
    await says(note(desk), "−724 → −824");
    // Said over the foot of the page: what is being read stays where it is.
    await becomes(() => places(desk), before);
    const pane = await desk.pane();
    expect(await inaccessible(pane)).toEqual([]);
    expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await desk.button(work.changed.update).click();
    await note(desk).waitFor({ state: "detached" });
    // 1 257 − 100.
    await pane.locator(".key-main", { hasText: "1 157" }).waitFor();
    await idle(desk.inPane);
    await type(desk.page, "Avvikelse", "G8", "Vakans");
    // Told of later, and alone: the comment before it was passed over.
    await type(desk.page, "Ekonomi", "E6", "-825");
    await says(note(desk), work.changed.places(1));
    await note(desk).locator("summary").click();
    await says(note(desk), "−824 → −825");
    expect(await note(desk).locator("li").count()).toBe(1);
  },
);

test("a slow Excel: what is done is said after a while, and is given up by the keyboard", async () => {
  const desk = await open();
  const pane = await desk.pane();
  // However long it takes to look at what is said meanwhile.
  await inWorkbook(desk.page, (workbench) => {
    workbench.hold();
  });
  await desk.button(start.readWorkbook).click();
  const cancel = desk.button(work.cancel);
  await cancel.waitFor();
  expect(await inaccessible(pane)).toEqual([]);
  await cancel.focus();
  await focused(cancel);
  await desk.page.keyboard.press("Enter");
  await pane.getByText(work.cancelled).waitFor();
  await desk.button(start.readWorkbook).waitFor();
  expect(await inWorkbook(desk.page, ({ host }) => host.workbook.names.length)).toBe(0);
  expect(await tabNames(desk.page)).toEqual(["Ekonomi", "Insats"]);
  await inWorkbook(desk.page, (workbench) => {
    workbench.letGo();
  });
  await desk.button(start.readWorkbook).click();
  await desk.button(deliver.write).waitFor();
});
