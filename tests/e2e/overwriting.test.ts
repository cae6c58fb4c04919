// tests/e2e/overwriting.test.ts: a finance officer who has typed in tabs of ours: told beside the button that writes, shown what and where, and nothing is lost.
import { paneTextsOf } from "../../src/text/pane";
import { desks, inWorkbook, readAndWrite, tab, type, type Desk } from "./desk";
import { inaccessible } from "./visit";

jest.setTimeout(120_000);
const { open } = desks();
const { deliver, kept, work, goTo } = paneTextsOf("sv");

/** Written once; then a formula over one of ours, a row of Underlag changed, and the workbook read again. */
async function changed(options: Parameters<typeof open>[1] = {}): Promise<Desk> {
  const desk = await open("", options);
  await readAndWrite(desk);
  await type(desk.page, "Avvikelse", "B8", "=C8*2");
  await type(desk.page, "Underlag", "K7", "-77");
  await desk.button(deliver.readAgain).first().click();
  await desk.section(kept.changes.heading).waitFor();
  return desk;
}

test("it is told where the tabs are written, shown with its place, and kept", async () => {
  const desk = await changed();
  const pane = desk.page.frameLocator("iframe");
  const told = pane.locator(".overwrites");
  expect(await told.innerText()).toContain("2 saker som ni skrivit flyttas till Kvar från tidigare.");
  await told.getByRole("button", { name: kept.changes.show }).click();
  const heading = pane.locator("h2", { hasText: kept.changes.heading });
  expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
  // Neither the bar at the foot nor what is explained at the top lies over it.
  expect(
    await heading.evaluate((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return each.contains(document.elementFromPoint(left + Math.min(20, width / 2), top + height / 2));
    }),
  ).toBe(true);
  const shown = desk.section(kept.changes.heading);
  expect(await shown.innerText()).toMatch(/Avvikelse!B8.*”=C8\*2 \(.*\)”, över en formel/s);
  expect(await shown.innerText()).toMatch(/Underlag!A7:\w+7.*Utfall: -77.*ändrad rad/s);
  expect(await inaccessible(await desk.pane())).toEqual([]);
  await shown.getByRole("button", { name: goTo("Avvikelse!B8") }).click();
  await desk.page.waitForFunction(() => document.querySelector<HTMLInputElement>(".name-box")?.value === "B8");
  expect(await tab(desk.page, "Avvikelse").getAttribute("aria-selected")).toBe("true");

  await desk.button(deliver.write).click();
  await pane.locator(".done").waitFor();
  expect(await desk.button(deliver.writeAgain).count()).toBe(1);
  const cells = await inWorkbook(desk.page, ({ host }) =>
    ["Avvikelse", "Kontroller", "Underlag"].map((name) => {
      const texts: string[] = [];
      host.sheet(name).cells.forEachStored({ top: 0, left: 0, bottom: 9_999, right: 99 }, ({ value }) => {
        texts.push(String(value));
      });
      return texts.join("\n");
    }),
  );
  expect(cells[0]).toMatch(/Kvar från tidigare[^]*=C8\*2/);
  expect(cells[1]).toMatch(/Kvar från tidigare[^]*Utfall: -77/);
  expect(cells[2]).not.toContain("-77\n");
});

test("a protected sheet is told, and when the protection is gone the same is tried again with one button", async () => {
  const desk = await open();
  await readAndWrite(desk);
  await tab(desk.page, "Avvikelse").click();
  await desk.page.getByLabel("Skydda bladet").check();
  await desk.button(deliver.writeAgain).click();
  const alert = desk.page.frameLocator("iframe").getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toContain("Ett blad är skyddat");
  await desk.page.getByLabel("Skydda bladet").uncheck();
  await alert.locator("fluent-button", { hasText: work.again }).click();
  await desk.page.frameLocator("iframe").locator(".done").waitFor();
  expect(await alert.count()).toBe(0);
});

test("in the system's own colours the chosen tab and the bars are told apart from what is around them", async () => {
  const desk = await open("", { forcedColors: "active", colorScheme: "dark", viewport: { width: 1366, height: 1200 } });
  await readAndWrite(desk);
  const pane = await desk.pane();
  const looks = await pane.evaluate(() => {
    const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
    const chosen = of('fluent-tab[aria-selected="true"]');
    return {
      chosen: chosen.borderBlockEndStyle,
      other: of('fluent-tab:not([aria-selected="true"])').borderBlockEndStyle,
      page: of("body").backgroundColor,
      bars: [".bar-good", ".bar-bad", ".series-0", ".tick"].map((selector) => of(selector).fill),
    };
  });
  expect([looks.chosen, looks.other]).toEqual(["solid", "none"]);
  expect(looks.bars).not.toContain(looks.page);
  expect(looks.bars[0]).not.toBe(looks.bars[1]);
});
