// tests/intake/roundTrip/earlierRemarks.test.ts: what people wrote in the Avvikelse tab comes back whole.
import type { CellValue } from "../../../src/intake/grid";
import { readRemarks } from "../../../src/intake/roundTrip/earlierRemarks";
import { gridOf } from "../gridOf";

const _ = null;
const tab = (rows: readonly (readonly CellValue[])[], formats: Readonly<Record<string, string>> = {}) =>
  readRemarks(gridOf(rows, { role: "avvikelse:2", sheet: "Avvikelse", formats }));

const swedish: readonly (readonly CellValue[])[] = [
  ["Avvikelse: budget mot utfall"],
  ["Insats", "Husamrådet", _, "Väsentlig från, belopp (kr)", 250000],
  ["Period", "2008–2012", _, "Väsentlig från, andel", 0.15],
  [],
  ["Kostnadsslag", "Utfall ack.", "Budget ack.", "Orsak", "Åtgärd", "Ansvarig", "Klart"],
  ["Personal", -3489, -6124, "Vakanser\nhela 2009", "Rekrytera", "EA", 39903],
  ["Lokal", -435, -635, _, _, _, _],
  ["Totalt", -3924, -6759, _, "=cmd|x", _, _],
  [],
  ["Borttagen rad", _, _, "Fanns i fjol", _, _, "klart"],
];

test("causes, actions, responsible, done, the initiative and the limits", () => {
  const kept = tab(swedish, { G6: "yyyy-mm-dd" });
  expect(kept).toMatchObject({ role: "avvikelse:2", initiative: "Husamrådet" });
  expect(kept.rows).toEqual([
    { line: "Personal", cause: "Vakanser\nhela 2009", action: "Rekrytera", responsible: "EA", done: "2009-03-31" },
    { line: "Totalt", cause: "", action: "=cmd|x", responsible: "", done: "" },
    { line: "Borttagen rad", cause: "Fanns i fjol", action: "", responsible: "", done: "klart" },
  ]);
  expect([kept.limits!.amount.toString(), kept.limits!.share.toString()]).toEqual(["250000", "0.15"]);
});

test("English headings, limits typed as text", () => {
  const kept = tab([
    ["Initiative", "Unnamed"],
    ["Material from, amount (kr)", "250 000"],
    ["Material from, share", "15 %"],
    ["Cost line", "Cause", "Action", "Responsible", "Done"],
    ["Staff", "Vacancies", _, _, 1],
  ]);
  expect(kept.initiative).toBeNull();
  expect(kept.rows).toEqual([{ line: "Staff", cause: "Vacancies", action: "", responsible: "", done: "1" }]);
  expect([kept.limits!.amount.toString(), kept.limits!.share.toString()]).toEqual(["250000", "0.15"]);
});

test("a tab that someone emptied keeps nothing", () => {
  expect(tab([])).toEqual({ role: "avvikelse:2", initiative: null, rows: [], limits: null });
});
