// tests/e2e/answer.test.ts: after reading, the answer, what needs a decision and the one button are in the first screen of a narrow pane.
import type { Page } from "playwright-core";
import { button, fits, inaccessible, says, settled } from "./visit";
import { visits } from "./visits";

const { open } = visits();

/** How far down the page something ends, and how high the page is in screens. */
async function bottomOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom);
}

test.each([
  [
    320,
    "Husamrådet",
    /Överskott 1 257 tkr, 15,8 % av budget\. Störst: Personalkostnader \+2 635 tkr\./,
    "Orsak eller Åtgärd saknas för 4 avvikelser",
  ],
  [400, "RESAN", /1,07 kr av målet 4 kr: målet nås inte inom fem år\./, "1 uppgiven siffra stämmer inte"],
] as const)("%i px, %s", async (width, example, verdict, decision) => {
  const page = await open({ viewport: { width, height: 662 } });
  await button(page, example).click();
  await page.locator(".answer").waitFor();
  await settled(page);
  await says(page.locator(".answer"), verdict);
  await says(page.locator(".answer"), decision);
  expect(await bottomOf(page, ".answer")).toBeLessThan(400);
  expect(await bottomOf(page, ".deliver fluent-button")).toBeLessThanOrEqual(662);
  // Details are folded: the page is no longer the eight screens that it was.
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * 662);
  await fits(page, width);
  expect(await inaccessible(page)).toEqual([]);
  // What is to be decided is shown by one click, whatever is folded around it.
  await page.getByRole("button", { name: decision }).click();
  expect(
    await page.evaluate(
      () =>
        document.activeElement?.classList.contains("anchor") === true &&
        document.activeElement.getBoundingClientRect().height > 50,
    ),
  ).toBe(true);
});
