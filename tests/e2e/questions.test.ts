// tests/e2e/questions.test.ts: what may be read in two ways is asked on the built page, with what each reading comes to, and answered by one click.
import { workbookOf } from "../actions/written";
import { becomes } from "../waiting";
import { button, fits, inaccessible, pick, says, section, words } from "./visit";
import { visits } from "./visits";

const { open } = visits();

test("at 320 px both readings are shown with their totals, and one click answers", async () => {
  const page = await open({ viewport: { width: 320, height: 900 } });
  const bytes = await workbookOf({
    Ekonomi: [
      ["Kostnadsslag", "År", "Utfall", "Budget"],
      ["Personal", 2024, 100, 120],
      ["Summa lokaler", 2024, 30, 50],
    ],
  });
  await pick(page, "Två läsningar.xlsx", bytes);
  const questions = section(page, "Frågor och svar");
  const readings = questions.locator(".reading");
  await becomes(() => readings.count(), 2);
  // 100 of 120, and with 30 of 50 as one more line.
  const totals = await Promise.all([words(readings.nth(0)), words(readings.nth(1))]);
  expect(totals.map((text) => /[+−]\d+ kr/u.exec(text)?.[0]).sort()).toEqual(["+20 kr", "+40 kr"]);
  // Both are in the narrow pane at once, and neither needs scrolling sideways.
  const boxes = await Promise.all([readings.nth(0).boundingBox(), readings.nth(1).boundingBox()]);
  for (const box of boxes) expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  expect(Math.abs((boxes[0]?.y ?? 0) - (boxes[1]?.y ?? 999))).toBeLessThan(450);
  await fits(page, 320);
  expect(await inaccessible(page)).toEqual([]);
  await button(page, "Med Summa lokaler som summa").click();
  await says(questions, "Besvarade frågor");
  await becomes(() => readings.count(), 0);
  await says(page.locator("main"), "+20 kr");
  await fits(page, 320);
  expect(await inaccessible(page)).toEqual([]);
});
