// tests/intake/budget/askedPeriod.test.ts: a table that says nothing of its period is asked about once, never row by row.
import { type CellValue } from "../../../src/intake/grid";
import { type Intake, readWorkbook } from "../../../src/intake/readWorkbook";
import { gridOf } from "../gridOf";

const rows: readonly (readonly CellValue[])[] = [
  ["Kostnad", "Budget", "Utfall"],
  ["Personal", 1213, 1150],
  ["Hyra", 307, 311],
];

function read(name: string, own = rows, value: string | null = null): Intake {
  const workbook = { name, date1904: false, grids: [gridOf(own)] };
  const options = { unit: null, sign: null, today: "2026-12-01" };
  const open = readWorkbook(workbook, options);
  if (value === null) return open;
  const answers = [{ id: open.questions[0]!.id, value, date: "" }];
  return readWorkbook(workbook, { ...options, answers });
}

const values = ({ questions }: Intake): readonly string[] =>
  questions.flatMap(({ answers }) => answers.map(({ value }) => value));

test.each([
  ["uppföljning.xlsx", ["year-2026", "year-2025"]],
  ["Uppföljning 2024.xlsx", ["year-2024", "year-2026", "year-2025"]],
  ["delår_2025-08.xlsx", ["months-2025-01-2025-08", "month-2025-08", "year-2025", "year-2026"]],
  ["Budgetuppföljning jan-aug 2025.xlsx", ["months-2025-01-2025-08", "year-2025", "year-2026"]],
])("%s: one question with its period, this year and the last one", (name, expected) => {
  const intake = read(name);
  expect(intake.questions.map(({ code }) => code)).toEqual(["which-period"]);
  expect(values(intake)).toEqual(expected);
  expect(intake.tables).toEqual([]);
  expect(intake.problems.map(({ code }) => code)).not.toContain("unreadable-period");
});

test("the answer is the table's period", () => {
  const [table] = read("x.xlsx", rows, "year-2025").tables;
  expect(table?.periods.map(({ label }) => label)).toEqual(["2025"]);
  expect(read("delår 2025-08.xlsx", rows, "months-2025-01-2025-08").tables[0]?.periods[0]).toMatchObject({
    from: 2025 * 12,
    to: 2025 * 12 + 7,
  });
});

test("months without a year are asked about as one: which year", () => {
  const across = [
    ["Kostnad", "Budget jan", "Utfall jan", "Budget feb", "Utfall feb"],
    ["Personal", 101, 99, 101, 107],
    ["Hyra", 23, 24, 23, 25],
  ];
  expect(values(read("x.xlsx", across))).toEqual(["year-2026", "year-2025"]);
  expect(read("x.xlsx", across, "year-2026").tables[0]?.periods.map(({ from }) => from)).toEqual([
    2026 * 12,
    2026 * 12 + 1,
  ]);
});

test("a column of months without a year", () => {
  const long = [
    ["Kostnad", "Månad", "Budget", "Utfall"],
    ["Personal", "jan", 101, 99],
    ["Personal", "feb", 101, 107],
    ["Hyra", "jan", 23, 24],
  ];
  expect(values(read("x.xlsx", long))).toEqual(["year-2026", "year-2025"]);
  expect(read("x.xlsx", long, "year-2025").tables[0]?.entries).toHaveLength(3);
});

test("what says its period is not asked about, whatever the file is called", () => {
  expect(read("2024.xlsx", [["Uppföljning 2025"], ...rows]).questions).toEqual([]);
});

test("budget and outcome on two sheets over months without a year", () => {
  const side = (sheet: string, amount: number): ReturnType<typeof gridOf> =>
    gridOf(
      [
        ["Kostnad", "jan", "feb"],
        ["Personal", amount, amount + 1],
        ["Hyra", 23, 24],
      ],
      { sheet },
    );
  const grids = [side("Budget", 101), side("Utfall", 97)];
  const options = { unit: null, sign: null, today: "2026-12-01" };
  const open = readWorkbook({ name: "x.xlsx", date1904: false, grids }, options);
  expect(open.questions.map(({ code }) => code)).toEqual(["which-period", "which-period"]);
  const answers = open.questions.map(({ id }) => ({ id, value: "year-2026", date: "" }));
  const read = readWorkbook({ name: "x.xlsx", date1904: false, grids }, { ...options, answers });
  expect(read.tables.map(({ periods }) => periods.length)).toEqual([2]);
});
