// What is not recognised is told with sheet, row, headings and the one thing that is missing; doing as told gives the right figures.
import { readAnswered, type Rows } from "./answered";

const saidOf = (rows: Rows): readonly unknown[] =>
  readAnswered(rows).intake.problems.map(({ code, sheet, cell }) => `${code} ${sheet ?? ""} ${cell ?? ""}`.trim());

test("bare years without a budget", () => {
  const rows: Rows = [["Resultat"], ["Belopp, tkr", "2024", "2023"], ["Kultur", -1250, -1100], ["Skola", -310, -290]];
  expect(saidOf(rows)).toContain("no-budget-column Blad1 A2:C2");
  const budgets: Rows[number] = [null, "Budget 2024", -1200, -260];
  const followed = readAnswered(rows.map((row, at) => [...row, ...(at === 0 ? [] : [budgets[at] ?? null])]));
  expect(followed.totals).toEqual(["-100000"]);
});

test("a net cost and a deviation alone", () => {
  expect(
    saidOf([
      ["Driftredovisning 2024, mnkr"],
      ["VERKSAMHET", "Nettokostnad", "Avvikelse"],
      ["Kultur", 36.18, -0.2],
      ["Skola", 29.43, 0.11],
    ]),
  ).toContain("no-budget-column Blad1 A2:C2");
});
