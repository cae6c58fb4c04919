import { rolesBySheet } from "../../../src/workbook/excel/ownedTabs";
import { nameOfRole } from "../../../src/workbook/ownedNames";
import { settledNames } from "../../../src/workbook/sheetNames";

test.each<[string, string, string | null, string]>([
  ["plain", "_Samkalkyl.underlag", "Underlag", "=Underlag!$A$1"],
  ["several initiatives", "_Samkalkyl.avvikelse.2", "Avvikelse 2", "='Avvikelse 2'!$A$1"],
  ["an apostrophe in the name", "_Samkalkyl.kontroller", "Bo's", "='Bo''s'!$A$1"],
  ["another case, as Excel does not tell them apart", "_samkalkyl.UNDERLAG", "Underlag", "=Underlag!$A$1"],
  ["a deleted tab", "_Samkalkyl.underlag", null, "=#REF!$A$1"],
  ["a name of the user's", "Samkalkyl.underlag", null, "=Underlag!$A$1"],
  ["an unknown role", "_Samkalkyl.annat", null, "=Underlag!$A$1"],
  ["not the first cell", "_Samkalkyl.underlag", null, "=Underlag!$B$7"],
])("the tab that a name marks: %s", (_case, name, sheet, formula) => {
  expect([...rolesBySheet([{ name, formula }]).keys()]).toEqual(sheet === null ? [] : [sheet]);
});

test("a role's name reads back as the role", () => {
  const roles = ["underlag", "avvikelse", "avvikelse:12", "kontroller", "oversikt"] as const;
  const names = roles.map((role, i) => ({ name: nameOfRole(role), formula: `=Blad${i}!$A$1` }));
  expect([...rolesBySheet(names).values()]).toEqual(roles);
});

test.each<[string, string, readonly string[], string]>([
  ["free", "Avvikelse", ["Ekonomi"], "Avvikelse"],
  ["taken in another case", "Avvikelse", ["AVVIKELSE"], "Avvikelse 2"],
  ["taken twice", "Avvikelse", ["Avvikelse", "avvikelse 2"], "Avvikelse 3"],
  ["characters that a tab cannot have", "Avvikelse: Ung/Vuxen [A]*", [], "Avvikelse Ung Vuxen A"],
  ["too long", "Avvikelse Samordnad rehabilitering", [], "Avvikelse Samordnad rehabiliter"],
  [
    "too long and taken",
    "Avvikelse Samordnad rehabilitering",
    ["Avvikelse Samordnad rehabiliter"],
    "Avvikelse Samordnad rehabilit 2",
  ],
  ["apostrophes at the ends", "'Avvikelse'", [], "Avvikelse"],
  ["Excel's own", "History", [], "History 1"],
])("a new tab's name: %s", (_case, name, existing, expected) => {
  const [settled] = settledNames([{ role: "avvikelse", name }], existing, new Map());
  expect(settled?.name).toBe(expected);
  expect(expected.length).toBeLessThanOrEqual(31);
});

test("two new tabs never get one name", () => {
  const proposed = [
    { role: "avvikelse", name: "Avvikelse" },
    { role: "avvikelse:2", name: "Avvikelse" },
  ] as const;
  expect(settledNames(proposed, [], new Map()).map(({ name }) => name)).toEqual(["Avvikelse", "Avvikelse 2"]);
});
