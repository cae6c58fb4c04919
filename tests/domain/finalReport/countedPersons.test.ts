// tests/domain/finalReport/countedPersons.test.ts: which goals count persons: told by their words, and when in doubt yes.
import { Decimal } from "../../../src/domain/money";
import { countsPersons } from "../../../src/domain/finalReport/countedPersons";
import { readSheet } from "../../intake/shown";

test.each<[string, number, boolean]>([
  ["Avslutade deltagare", 3, true],
  ["Till arbete eller studier", 3, true],
  ["Personer i arbete efter 6 månader", 3, true],
  ["Egen försörjning", 3, true],
  ["Antal individer som remitterats", 3, true],
  ["Antal unika", 3, true],
  ["Participants in work", 3, true],
  ["Kostnad per avslutad", 3, false],
  ["Nöjda deltagare (%)", 80, false],
  ["Andel deltagare i arbete", 1, false],
  ["Träffar per deltagare", 3, false],
  ["Antal arbetsgivare", 3, false],
  ["Dagar till första samtal", 3, false],
  ["Budget i tkr", 3, false],
  ["Avslutade deltagare", 3.5, false],
])("%s: %p", (words, figure, expected) => {
  expect(countsPersons(words, [new Decimal(figure)])).toBe(expected);
});

test("a share that is worked out from a count is of that many persons; one that is given as a share is of nobody known", () => {
  const goals = readSheet([
    ["Mål", "Målvärde", "Utfall", "Bas"],
    ["Till arbete", "30 %", 3, 24],
    ["Till studier", "30 %", "12 %", null],
    ["Avslut", 10, 4, 12],
  ]).goals.map(({ value }) => value);
  expect(goals.map(({ share }) => share)).toEqual([true, true, false]);
  expect(goals.map(({ persons }) => [persons?.count.toString(), persons?.base?.toString()])).toEqual([
    ["3", "24"],
    [undefined, undefined],
    ["4", "12"],
  ]);
});
