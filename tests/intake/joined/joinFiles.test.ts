// tests/intake/joined/joinFiles.test.ts: a budget in one file and its outcome in another, workbook or ledger, are one table.
import { analyse } from "../../../src/actions/analyse";
import type { Analysis } from "../../../src/actions/analysis";
import type { CellValue, SourceWorkbook } from "../../../src/intake/grid";
import { gridOf, workbookOf } from "../gridOf";
import { fileOf, ledgerOf } from "../sie/sieFile";

type Row = readonly CellValue[];
const file = (name: string, rows: readonly Row[], sheet = "Blad1"): SourceWorkbook => ({
  ...workbookOf(gridOf(rows, { sheet })),
  name,
});
const sie = (name: string, ...rows: readonly string[]): SourceWorkbook => {
  const ledger = { ...ledgerOf(fileOf(...rows)), name };
  return { name, date1904: false, grids: [], ledger };
};
const run = (workbooks: readonly SourceWorkbook[], answers: Record<string, string> = {}): Analysis =>
  analyse(workbooks, {
    unit: null,
    sign: null,
    answers: Object.entries(answers).map(([id, value]) => ({ id, value, date: "2026-12-01" })),
  });

const plan = file("Resan budget 2024.xlsx", [
  ["Kostnadsslag", "Budget 2024"],
  ["Löner", 120_000],
  ["Lokaler", 24_000],
  ["Summa", 144_000],
]);
const outcome = file("Resan utfall 2024.xlsx", [
  ["Kostnadsslag", "Utfall 2024"],
  ["Löner", 100_000.5],
  ["Lokaler", 25_000],
]);

/** Outcome and budget in kr per line, over all entries of the first table. */
function lines({ results }: Analysis): Record<string, readonly [number, number]> {
  const { lines: names = [], entries = [] } = results[0]?.followUp.table ?? {};
  return Object.fromEntries(
    names.map((name, line) => {
      const of = (measure: "outcome" | "budget"): number =>
        entries.reduce((sum, entry) => sum + (entry.line === line ? Number(entry[measure] ?? 0) / 100 : 0), 0);
      return [name, [of("outcome"), of("budget")]];
    }),
  );
}
const codes = ({ problems }: Analysis): readonly string[] => problems.map(({ code }) => code);

test.each([
  ["budget first", [plan, outcome]],
  ["outcome first", [outcome, plan]],
])("two workbooks, %s", (_, workbooks) => {
  const analysis = run(workbooks);
  expect(lines(analysis)).toEqual({ Löner: [100000.5, 120000], Lokaler: [25000, 24000] });
  expect(codes(analysis)).toContain("files-joined");
  expect(codes(analysis)).not.toContain("no-outcome-column");
  const { entries } = analysis.results[0]!.followUp.table;
  expect(new Set(entries.map(({ origin }) => `${origin.workbook} ${origin.cells}`))).toEqual(
    new Set([
      "Resan budget 2024.xlsx B2",
      "Resan budget 2024.xlsx B3",
      "Resan utfall 2024.xlsx B2",
      "Resan utfall 2024.xlsx B3",
    ]),
  );
  const { seen, used, setAside } = analysis.rows;
  expect([seen, used]).toEqual([used + setAside, 4]);
});

test("files that say what they are by their names alone", () => {
  const amounts = (name: string, pay: number): SourceWorkbook =>
    file(name, [
      ["Kostnadsslag", "2024-01"],
      ["Löner", pay],
      ["Lokaler", 10],
    ]);
  const analysis = run([amounts("Budget 2024.xlsx", 120), amounts("Utfall 2024.xlsx", 100)]);
  expect(lines(analysis)).toEqual({ Löner: [100, 120], Lokaler: [10, 10] });
});

test("two initiatives' budgets and outcomes find each other by their names", () => {
  const other = [
    file("Bron budget 2024.xlsx", [
      ["Kostnadsslag", "Budget 2024"],
      ["Löner", 10],
      ["Resor", 5],
    ]),
    file("Bron utfall 2024.xlsx", [
      ["Kostnadsslag", "Utfall 2024"],
      ["Löner", 9],
      ["Resor", 4],
    ]),
  ];
  const analysis = run([plan, other[1]!, outcome, other[0]!]);
  const totals = analysis.results.map(({ followUp }) => String(followUp.total.amount));
  // 144 000 − 125 000,50 and 15 − 13
  expect(totals.sort()).toEqual(["18999.5", "2"]);
});

test("different years are no pair, and neither are files without a row in common", () => {
  const late = file("Resan utfall 2025.xlsx", [
    ["Kostnadsslag", "Utfall 2025"],
    ["Löner", 1],
    ["Lokaler", 2],
  ]);
  expect(run([plan, late]).results).toEqual([]);
  expect(codes(run([plan, late]))).toContain("files-differ");
  const strange = file("Utfall 2024.xlsx", [
    ["Kostnadsslag", "Utfall 2024"],
    ["Fika", 1],
    ["Porto", 2],
  ]);
  expect(codes(run([plan, strange]))).toContain("files-differ");
  expect(run([plan, strange]).results).toEqual([]);
});

const objects = [
  '#DIM 6 "Projekt"',
  '#OBJEKT 6 "100" "Resan"',
  '#OBJEKT 6 "200" "Bron"',
  '#VER A 1 20240115 "a"',
  "{",
  '#TRANS 7210 {6 "100"} 9000.50',
  '#TRANS 5010 {6 "100"} 2000.00',
  '#TRANS 3985 {6 "100"} -5000.00',
  '#TRANS 7210 {6 "200"} 700.00',
  "#TRANS 1930 {} -6700.50",
  "}",
];
const ledger = sie("bok.se", ...objects);

test("a ledger's outcome for the project that is called as the plan, on the plan's lines", () => {
  const named = file("plan.xlsx", [
    ["Insatsens namn", "Resan"],
    ["Kostnadsslag", "Budget 2024-01"],
    ["Personal", 10_000],
    ["50 Hus och hem", 1_500],
  ]);
  const analysis = run([named, ledger]);
  expect(lines(analysis)).toEqual({ Personal: [9000.5, 10000], "50 Hus och hem": [2000, 1500] });
  expect(codes(analysis)).toEqual(
    expect.arrayContaining(["ledger-part-used", "ledger-lines-matched", "ledger-income-left"]),
  );
  // The income that a plan of costs says nothing of is set aside, not lost.
  expect(analysis.setAside.map(({ reason }) => reason)).toContain("ledger-income-left");
  expect(analysis.rows.seen).toBe(analysis.rows.used + analysis.rows.setAside);
});

test("a plan with income gets the ledger's income, whichever way it is written", () => {
  const rows = (income: number, cost: number): readonly Row[] => [
    ["Insatsens namn", "Resan"],
    ["Rad", "Budget 2024-01"],
    ["Intäkter", null],
    ["39 Bidrag", income],
    ["Kostnader", null],
    ["70-76 Personal", cost],
    ["50 Lokaler", cost / 10],
  ];
  for (const [income, cost] of [
    [6000, 10_000],
    [6000, -10_000],
    [-6000, 10_000],
  ] as const) {
    const analysis = run([file("plan.xlsx", rows(income, cost)), ledger]);
    // Outcome less budget: (5 000 − 9 000,50 − 2 000) − (6 000 − 10 000 − 1 000)
    expect([income, cost, String(analysis.results[0]?.followUp.total.amount)]).toEqual([income, cost, "-1000.5"]);
  }
});

test("a plan that is called as no project is asked about, and counts with no outcome of 0 meanwhile", () => {
  const rows: readonly Row[] = [
    ["Kostnadsslag", "Budget 2024-01"],
    ["Personal", 10_000],
    ["Lokaler", 1_500],
  ];
  const open = run([file("plan.xlsx", rows), ledger]);
  expect(open.results).toEqual([]);
  const asked = open.questions.find(({ code }) => code === "which-part-of-ledger")!;
  expect(asked.answers.map(({ value }) => value)).toEqual(expect.arrayContaining(["whole", "6-100resan", "6-200bron"]));
  const whole = run([file("plan.xlsx", rows), ledger], { [asked.id]: "whole" });
  expect(lines(whole).Personal).toEqual([9700.5, 10000]);
  const part = run([file("plan.xlsx", rows), ledger], { [asked.id]: "6-200bron" });
  expect(lines(part).Personal).toEqual([700, 10000]);
});

test("several exports of one ledger, month by month, are one outcome", () => {
  const month = (name: string, date: string, pay: number): SourceWorkbook =>
    file(
      name,
      [
        ["Konto", "Datum", "Belopp"],
        [7210, date, pay],
      ],
      name,
    );
  const rows: readonly Row[] = [
    ["Kostnadsslag", "Budget 2024-01", "Budget 2024-02"],
    ["72 Löner", 100, 100],
    ["50 Lokaler", 10, 10],
  ];
  const files = [file("plan.xlsx", rows), month("jan", "2024-01-15", 90.5), month("feb", "2024-02-15", 95)];
  const open = run(files);
  const answers = Object.fromEntries(open.questions.map(({ id }) => [id, "bas"]));
  expect(lines(run(files, answers))["72 Löner"]).toEqual([185.5, 200]);
});

test("an unplanned ledger and a whole follow-up stay as they are", () => {
  const whole = file("a.xlsx", [
    ["Kostnadsslag", "Budget 2024", "Utfall 2024"],
    ["Löner", 10, 9],
    ["Lokaler", 5, 4],
  ]);
  const analysis = run([whole, ledger]);
  expect(codes(analysis)).toContain("ledger-without-budget");
  expect(lines(analysis)).toEqual({ Löner: [9, 10], Lokaler: [4, 5] });
});

test("months that the plan is not for are left out with their sum: another year's outcome is no deviation from this one's plan", () => {
  const yearly = file("Resan budget 2024.xlsx", [
    ["Kostnadsslag", "Budget 2024"],
    ["70 Löner", 12_000],
    ["50 Lokaler", 2_400],
  ]);
  const booked = file("bok.xlsx", [
    ["Konto", "Datum", "Debet", "Kredit"],
    [7010, "2023-12-25", 30_000, null],
    [7010, "2024-01-25", 1_000, null],
    [5010, "2024-01-05", 200, null],
    [5010, "2042-01-05", 9, null],
  ]);
  const asked = run([yearly, booked]).questions.map(({ id }) => [id, "bas"] as const);
  const answered = run([yearly, booked], Object.fromEntries(asked));
  expect(lines(answered)).toEqual({ "70 Löner": [1_000, 12_000], "50 Lokaler": [200, 2_400] });
  expect(answered.problems.find(({ code }) => code === "ledger-outside-plan")).toMatchObject({
    severity: "error",
    params: { months: "2023-12, 2042-01", sum: "30009" },
  });
  expect(answered.setAside.filter(({ reason }) => reason === "ledger-outside-plan")).toHaveLength(2);
  expect(answered.rows.seen).toBe(answered.rows.used + answered.rows.setAside);
  expect(answered.results[0]!.followUp.table.periods.map(({ label }) => label)).not.toContain("2023-12");
});
