// tests/workbook/file/choices.test.ts: what the user chose goes with the file, stays when tabs are written, and is valid for other programs.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { choiceNamesOf, choicesIn } from "../../../src/workbook/choiceNames";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { secondReading, validationErrors } from "./oracles";
import { richWorkbook } from "./richWorkbook";
import { plainSheet, text } from "./sampleSheets";

const husamradet = (): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", "husamradet.xlsx")));

const long = JSON.stringify({ tables: Array.from({ length: 60 }, (_, at) => `"${at}" & <Förbrukat> 'x'`) });

async function kept(bytes: Uint8Array, ...texts: readonly string[]): Promise<Uint8Array> {
  const workbook = openXlsx(bytes, "a.xlsx");
  for (const each of texts) await workbook.keepChoices(each);
  return workbook.bytes();
}

const choicesOf = async (bytes: Uint8Array): Promise<string | null | undefined> =>
  (await openXlsx(bytes, "a.xlsx").read()).choices;

test.each<[string, () => Uint8Array]>([
  ["a plain workbook", husamradet],
  ["a workbook with everything in it", () => richWorkbook()],
])("%s keeps a text and nothing else changes", async (_name, original) => {
  expect(await choicesOf(original())).toBeNull();
  const bytes = await kept(original(), long);
  expect(await choicesOf(bytes)).toBe(long);
  expect(secondReading(bytes).sheets).toEqual(secondReading(original()).sheets);
  const [before, after] = validationErrors(original(), bytes);
  expect(after).toEqual(before);
});

test("a later text takes the place of the earlier one, whole", async () => {
  const bytes = await kept(husamradet(), long, "{}");
  expect(await choicesOf(bytes)).toBe("{}");
  expect(await choicesOf(await kept(bytes, long))).toBe(long);
});

test("it stays when tabs are written, and when they are written again", async () => {
  const workbook = openXlsx(await kept(husamradet(), long), "a.xlsx");
  await workbook.write([plainSheet("underlag", "Underlag", [[text("x")]])]);
  expect(await choicesOf(workbook.bytes())).toBe(long);
  const again = openXlsx(workbook.bytes(), "a.xlsx");
  await again.write([plainSheet("underlag", "Underlag", [[text("y")]])]);
  expect(await choicesOf(again.bytes())).toBe(long);
});

test("any text is cut into pieces that a formula can hold, and put together again in any order", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', "a", "å", "\u{1F600}", "&", " "), minLength: 1 }), (part) => {
      const whole = part.repeat(40);
      const names = choiceNamesOf(whole);
      for (const { formula } of names) expect(formula.length - 2).toBeLessThanOrEqual(255);
      expect(choicesIn([...names].reverse())).toBe(whole);
      // As Excel gives formulas, with names of others' among them.
      const given = names.map(({ name, formula }) => ({ name, formula: `=${formula}` }));
      expect(choicesIn([{ name: "Pris", formula: '="1"' }, ...given])).toBe(whole);
    }),
  );
});

test.each<[string, string, string]>([
  ["a reference", "_SamkalkylVal.1", "=Blad1!$A$1"],
  ["a number", "_SamkalkylVal.1", "=7"],
  ["no number in the name", "_SamkalkylVal.x", '="a"'],
])("%s where a piece should be is none", (_name, name, formula) => {
  expect(choicesIn([{ name, formula }])).toBeNull();
});
