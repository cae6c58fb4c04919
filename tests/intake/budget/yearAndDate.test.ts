// tests/intake/budget/yearAndDate.test.ts: a ledger's year that contradicts its dates is told once, and the date holds.
import { readAnswered } from "./answered";

const rows = (year: number): readonly (readonly (string | number)[])[] => [
  ["Konto", "Datum", "År", "Utfall", "Budget"],
  ["Personal", 45658, year, 1050, 1000],
  ["Personal", 45689, year, 1050, 1000],
  ["Hyra", 45689, 2025, 190, 200],
];
const formats = { B: "yyyy-mm-dd" };

test("a year beside dates of another: the date holds, and it is said once with the count", () => {
  const { intake, periods } = readAnswered(rows(2024), { formats });
  expect(periods).toEqual([["2025-01", "2025-02"]]);
  const told = intake.problems.filter(({ code }) => code === "year-and-date-differ");
  expect(told).toMatchObject([{ cell: "C2", params: { rows: 2, year: 2024, period: "2025-01" } }]);
});

test("years that agree are nothing to say", () => {
  expect(readAnswered(rows(2025), { formats }).intake.problems.map(({ code }) => code)).not.toContain(
    "year-and-date-differ",
  );
});
