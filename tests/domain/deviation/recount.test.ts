// tests/domain/deviation/recount.test.ts: whatever goes wrong between the cells and the sums is seen by the recount.
import type { BudgetEntry, BudgetTable } from "../../../src/domain/deviation/budget";
import { recountChecks, recountOf, recountProblem } from "../../../src/domain/deviation/recount";
import { moneyFromNumber, type Ore } from "../../../src/domain/money";
import { tableSums } from "../../../src/domain/deviation/tableSums";
import { tableOf, year } from "../table";

const periods = [year(2023), year(2024)];
const cells = [
  ["Personal", 2023, 90.1, 100],
  ["Personal", 2024, 110.2, 120],
  ["1. Lokal", 2023, "40,50", null],
  ["Lokal ", 2024, 45, "-"],
  ["Lokal", 2024, 1.005, 0],
] as const;
const entries = [
  ["Personal", "2023", 90.1, 100],
  ["Personal", "2024", 110.2, 120],
  ["Lokal", "2023", 40.5, null],
  ["Lokal", "2024", 45, 0],
  ["Lokal", "2024", 1.005, 0],
] as const;
const typed: Readonly<Record<string, number>> = { "40,50": 40.5, "-": 0 };

const recount = recountOf({
  rows: cells,
  columns: { line: 0, period: 1, outcome: 2, budget: 3 },
  unit: "kr",
  setAside: 2,
  periodAt: (index) => periods.find(({ label }) => label === String(cells[index]![1])) ?? null,
  typedAmount: (cell) => (typeof cell === "string" ? moneyFromNumber(typed[cell]!, "kr") : null),
});
const table: BudgetTable = { ...tableOf(periods, entries), recount };

function shown(changed: BudgetTable): string[] {
  return recountChecks(changed, tableSums(changed)).map(
    ({ measure, expected, computed, differing, agrees }) =>
      `${measure} ${expected.toString()}/${computed.toString()} ${agrees ? "agrees" : "differs"}` +
      differing.map(({ line, period, difference }) => ` ${line} ${period} ${difference.toString()}`).join(","),
  );
}

test("sums of the cells and of the entries are the same, öre by öre and below", () => {
  expect(shown(table)).toEqual(["outcome 286.805/286.805 agrees", "budget 220/220 agrees"]);
  expect([recount.seen, recount.setAside, recount.typed]).toEqual([7, 2, { outcome: 1, budget: 1 }]);
});

const changed = (index: number, change: Partial<BudgetEntry>): BudgetTable => ({
  ...table,
  entries: table.entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry)),
});
const zeroRow = table.entries[3]!;

test.each<[string, BudgetTable, string[]]>([
  [
    "a row lost",
    { ...table, entries: table.entries.slice(1) },
    ["outcome 286.805/196.705 differs Personal 2023 -90.1", "budget 220/120 differs Personal 2023 -100"],
  ],
  [
    "a row counted twice",
    { ...table, entries: [...table.entries, table.entries[1]!] },
    ["outcome 286.805/397.005 differs Personal 2024 110.2", "budget 220/340 differs Personal 2024 120"],
  ],
  [
    "a row without amounts lost",
    { ...table, entries: table.entries.filter((entry) => entry !== zeroRow), recount: { ...recount, outcome: [] } },
    [
      "outcome 0/241.805 differs Personal 2023 90.1, Personal 2024 110.2, Lokal 2023 40.5, Lokal 2024 1.005",
      "budget 220/220 differs",
    ],
  ],
  [
    "an öre",
    changed(0, { outcome: 9_011 as Ore }),
    ["outcome 286.805/286.815 differs Personal 2023 0.01", "budget 220/220 agrees"],
  ],
  [
    "another period, the total untouched",
    changed(0, { period: 1 }),
    [
      "outcome 286.805/286.805 differs Personal 2023 -90.1, Personal 2024 90.1",
      "budget 220/220 differs Personal 2023 -100, Personal 2024 100",
    ],
  ],
  [
    "another line, the total untouched",
    changed(3, { line: 0 }),
    ["outcome 286.805/286.805 differs Personal 2024 45, Lokal 2024 -45", "budget 220/220 agrees"],
  ],
  [
    "a sign turned",
    changed(1, { budget: -12_000 as Ore }),
    ["outcome 286.805/286.805 agrees", "budget 220/-20 differs Personal 2024 -240"],
  ],
])("%s is seen", (_, wrong, expected) => {
  expect(shown(wrong)).toEqual(expected);
});

test("a line that the table does not have is seen", () => {
  const extra = { line: "Resor", period: year(2025), money: recount.budget[0]!.money };
  const wrong = { ...table, recount: { ...recount, budget: [...recount.budget, extra] } };
  expect(shown(wrong)[1]).toBe("budget 320/220 differs Resor 2025 -100");
});

test("a difference is a problem at the table, with the first place and how many", () => {
  const wrong = changed(0, { period: 1 });
  const [outcome] = recountChecks(wrong, tableSums(wrong));
  const found = recountProblem(outcome!, wrong);
  expect([found.code, found.severity, found.sheet, found.cell]).toEqual([
    "recount-differs",
    "error",
    table.sheet,
    table.range,
  ]);
  expect(found.params).toMatchObject({ measure: "outcome", line: "Personal", period: "2023", places: 2 });
});

test("nothing is said of a table that was not recounted, nor of a measure that it does not have", () => {
  expect(shown(tableOf(periods, entries))).toEqual([]);
  const outcomeOnly = recountOf({
    rows: cells,
    columns: { line: 0, period: 1, outcome: 2, budget: -1 },
    unit: "kr",
    setAside: 0,
    periodAt: () => periods[0]!,
    typedAmount: () => null,
  });
  expect(outcomeOnly.budget).toEqual([]);
  const bare = tableOf(
    periods,
    entries.map(([line, period, outcome]) => [line, period, outcome, null]),
  );
  expect(recountChecks({ ...bare, recount: outcomeOnly }, tableSums(bare)).map(({ measure }) => measure)).toEqual([
    "outcome",
  ]);
});
