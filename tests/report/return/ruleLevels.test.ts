// tests/report/return/ruleLevels.test.ts: no later level of a course is typed: Underlag deltagare takes it from the rules' table on Antaganden.
import { monthIndex } from "../../../src/domain/period";
import type { SheetModel } from "../../../src/report/sheetModel";
import { textsOf } from "../../../src/text/languages";
import { input, person, type Person } from "../../domain/returnInput";
import { returnTabsOf } from "../returnFixtures";

const words = textsOf("sv").returnTabs;

function tabs(people: readonly Person[]): readonly SheetModel[] {
  return returnTabsOf(
    input({
      participants: people.map((each, at) => person({ id: `P${at}`, lastMonth: monthIndex(2025, 12), ...each })),
    }),
  );
}

function column(sheets: readonly SheetModel[], heading: string) {
  const rows = sheets.find(({ role }) => role === "underlagdeltagare")?.rows ?? [];
  const text = (cell: (typeof rows)[number][number]): string =>
    cell?.content?.kind === "text" ? cell.content.text : "";
  const top = rows.findIndex((row) => row.some((cell) => text(cell) === heading));
  const at = rows[top]?.findIndex((cell) => text(cell) === heading) ?? -1;
  return rows.slice(top + 1).flatMap((row) => row[at]?.content ?? []);
}

const people: readonly Person[] = [
  { born: [1988, 3], before: ["A-kassa", 17_600], usedUnits: 66, followOn: ["Aktivitetsstöd", 13_200] },
  { before: ["A-kassa", "13200.40"], usedUnits: 12, benefitPeriod: "300/60", remaining: 1_000 },
];

test("every later level is a formula over the rules' table; only what the source states is typed", () => {
  const amounts = column(tabs(people), words.participants.amountBefore);
  const typed = amounts.flatMap((content) => (content.kind === "number" ? [content.number] : []));
  expect(typed).toEqual(["17600", "13200"]);
  const formulas = amounts.flatMap((content) => (content.kind === "formula" ? [content.formula] : []));
  expect(formulas.length).toBeGreaterThan(8);
  for (const formula of formulas) expect(formula).toContain("Samkalkyl_RegelNiva");
});

test("the units of a level come from the rules' table too", () => {
  const units = column(tabs(people), words.participants.units);
  const counted = units.flatMap((content) =>
    content.kind === "formula" && content.formula.includes("Samkalkyl_RegelTill") ? [content.cached] : [],
  );
  // 66 of the first 100 days are used, then 100 and 100; the successor goes on at day 301, by hundreds.
  expect(counted.slice(0, 5)).toEqual(["34", "100", "100", "100", "100"]);
});

test("Antaganden names paragraph, edition and validity of every rule that the courses follow", () => {
  const rows = tabs(people).find(({ role }) => role === "antaganden")?.rows ?? [];
  const shown = rows.flatMap((row) =>
    row.flatMap((cell) => (cell?.content?.kind === "text" ? [cell.content.text] : [])),
  );
  expect(shown).toContain("A-kassa, 300 dagar");
  expect(shown.some((text) => text.startsWith("lag 2024:506") && text.includes("2025-12"))).toBe(true);
});
