// tests/intake/sie/readLedger.test.ts: from a file's records to lines: objects within or beside, years and months, sorts of account.
import { followUpOf } from "../../../src/domain/deviation/followUp";
import { standardLimits } from "../../../src/domain/deviation/deviation";
import type { BudgetTable } from "../../../src/domain/deviation/budget";
import { Asking } from "../../../src/domain/question";
import { readLedger } from "../../../src/intake/sie/readLedger";
import { fileOf, ledgerOf } from "./sieFile";

function read(
  rows: readonly string[],
  dimension: string | null = null,
  answers: readonly { id: string; value: string }[] = [],
) {
  const asking = new Asking(answers.map((each) => ({ ...each, date: "2026-12-01" })));
  return { ...readLedger(ledgerOf(rows), dimension, asking), asking };
}

/** Outcome and budget in kr per line, over all its entries. */
function lines(table: BudgetTable | undefined): Record<string, [number, number]> {
  const sums: Record<string, [number, number]> = {};
  for (const { line, outcome, budget } of table?.entries ?? []) {
    const sum = (sums[table!.lines[line]!] ??= [0, 0]);
    sum[0] += Number(outcome ?? 0) / 100;
    sum[1] += Number(budget ?? 0) / 100;
  }
  return sums;
}

const codes = ({ problems }: { problems: readonly { code: string }[] }): readonly string[] =>
  problems.map(({ code }) => code);
const budget = [
  "#PBUDGET 0 202401 3985 {} -1000.00",
  "#PBUDGET 0 202401 5010 {} 300.00",
  "#PBUDGET 0 202402 5010 {} 300.00",
];

test("debit is positive, income negative: the net result's deviation is favourable where income is higher and costs are lower", () => {
  const result = read(
    fileOf(
      ...budget,
      "#PSALDO 0 202401 3985 {} -1100.00",
      "#PSALDO 0 202401 5010 {} 250.00",
      "#RES 0 3985 -1100",
      "#RES 0 5010 250",
    ),
  );
  const [table] = result.tables;
  expect(lines(table)).toEqual({ "Bidrag (intäkt)": [-1100, -1000], Lokalkostnader: [250, 600] });
  expect(table?.kinds).toEqual(["income", "cost"]);
  expect(table?.orientation).toBe("ledger");
  const followUp = followUpOf(table!, null, standardLimits);
  // January only is booked: income 100 above, cost 50 below its budget.
  expect(followUp.total.amount.toString()).toBe("150");
  expect(followUp.controls.every(({ agrees }) => agrees)).toBe(true);
});

test("rows with objects beside the account's row are added where the file's own #RES says so, and within where it says that", () => {
  const rows = ["#PSALDO 0 202401 5010 {} 100.00", "#PSALDO 0 202401 5010 {6 1} 40.00"];
  expect(lines(read(fileOf(...budget, ...rows, "#RES 0 5010 140.00")).tables[0]).Lokalkostnader).toEqual([140, 600]);
  expect(lines(read(fileOf(...budget, ...rows, "#RES 0 5010 100.00")).tables[0]).Lokalkostnader).toEqual([100, 600]);
});

test("where nothing in the file tells, it is asked, and the answer holds", () => {
  const rows = fileOf(...budget, "#PSALDO 0 202401 5010 {} 100.00", "#PSALDO 0 202401 5010 {6 1} 40.00");
  const asked = read(rows);
  expect(asked.tables).toEqual([]);
  const [question] = asked.asking.open;
  expect(question?.code).toBe("ledger-objects");
  expect(question?.answers.map(({ value, total }) => [value, total?.toString()])).toEqual([
    ["within", "100"],
    ["beside", "140"],
  ]);
  const answered = read(rows, null, [{ id: question!.id, value: "beside" }]);
  expect(lines(answered.tables[0]).Lokalkostnader).toEqual([140, 600]);
});

test("an account with objects only loses nothing", () => {
  const result = read(
    fileOf("#PBUDGET 0 202401 7210 {1 20} 70.00", "#PBUDGET 0 202401 7210 {1 30} 30.00", "#RES 0 7210 90.00"),
  );
  expect(lines(result.tables[0])).toEqual({ Personalkostnader: [90, 100] });
});

test("a list with two pairs is one amount; an initiative is what lies on its object, and what lies on none is shown", () => {
  const rows = fileOf(
    "#DIM 6 Projekt",
    '#OBJEKT 6 "P1" "Vägen in"',
    "#PBUDGET 0 202401 5010 {6 P1} 60.00",
    "#PBUDGET 0 202401 5010 {} 100.00",
    '#VER A 1 20240120 ""',
    "{",
    '#TRANS 5010 {"1" "20" "6" "P1"} 70.00',
    "#TRANS 5010 {} 25.00",
    "#TRANS 1930 {} -95.00",
    "}",
    "#RES 0 5010 95.00",
  );
  const [question] = read(rows, "projekt").asking.open;
  expect(question?.code).toBe("ledger-objects");
  const { tables } = read(rows, "projekt", [{ id: question!.id, value: "within" }]);
  expect(tables.map((table) => [table.initiative, lines(table).Lokalkostnader])).toEqual([
    ["P1 Vägen in", [70, 60]],
    ["Utan projekt", [25, 40]],
  ]);
});

test("a budget without objects is never set against one object's outcome", () => {
  const result = read(
    fileOf(
      ...budget,
      "#DIM 6 Projekt",
      "#VER A 1 20240120",
      "{",
      "#TRANS 5010 {6 P1} 70.00",
      "#TRANS 1930 {} -70.00",
      "}",
    ),
    "6",
  );
  expect(result.tables).toEqual([]);
  expect(codes(result)).toContain("ledger-without-budget");
  expect(result.rows.seen).toBe(result.rows.used + result.rows.setAside);
});

test("a budget that stands a second time under another year number is counted once, by its months", () => {
  const doubled = budget.map((row) => row.replace("#PBUDGET 0", "#PBUDGET -1"));
  const result = read(fileOf(...budget, ...doubled, "#RES 0 5010 1.00"));
  expect(lines(result.tables[0]).Lokalkostnader).toEqual([1, 600]);
  expect(codes(result)).toContain("ledger-placed-by-month");
});

test("a budget that only stands under another year number is asked about; two amounts for one month stop the file", () => {
  const doubled = budget.map((row) => row.replace("#PBUDGET 0", "#PBUDGET -1"));
  expect(read(fileOf(...doubled, "#RES 0 5010 1.00")).asking.open.map(({ code }) => code)).toEqual([
    "ledger-budget-year",
  ]);
  const other = "#PBUDGET -1 202401 5010 {} 301.00";
  const stopped = read(fileOf(...budget, other, "#RES 0 5010 1.00"));
  expect(stopped.tables).toEqual([]);
  expect(codes(stopped)).toContain("ledger-two-budgets");
});

test("the year's result among the #RES rows is neither cost nor income", () => {
  const result = read(fileOf(...budget, "#RES 0 3985 -1100.00", "#RES 0 5010 600.00", "#RES 0 8999 500.00"));
  expect(lines(result.tables[0])).toEqual({ "Bidrag (intäkt)": [-1100, -1000], Lokalkostnader: [600, 600] });
});

test("where the months do not come to #RES, #RES is the outcome, and it is said", () => {
  const result = read(fileOf(...budget, "#PSALDO 0 202401 5010 {} 250.00", "#RES 0 5010 260.00", "#RES 0 3985 -1000"));
  expect(lines(result.tables[0]).Lokalkostnader).toEqual([260, 600]);
  expect(codes(result)).toContain("ledger-differs-from-res");
});

test("balances up to a date inside the year are set against the budget of those months", () => {
  const result = read(fileOf("#OMFATTN 20240131", ...budget, "#RES 0 5010 280.00", "#RES 0 3985 -1000"));
  const followUp = followUpOf(result.tables[0]!, null, standardLimits);
  expect(followUp.total.amount.toString()).toBe("20");
});

test("an account without a place in the chart stands under Ej mappat with its amount, and investments outside are told", () => {
  const result = read(fileOf(...budget, "#RES 0 4990 -75.50", "#RES 0 5010 1.00", "#RES 0 8811 9.00"));
  expect(lines(result.tables[0])["Ej mappat"]).toEqual([-75.5, 0]);
  expect(codes(result)).toEqual(expect.arrayContaining(["ledger-unmapped", "ledger-outside"]));
  expect(result.outside.map(({ account, ore }) => [account, ore])).toEqual([
    ["4990", -7550],
    ["8811", 900],
  ]);
});

test("without #KPTYP the chart is asked for: personnel is class 5 in one and 7 in the other", () => {
  const rows = fileOf(...budget, "#RES 0 5010 1.00").filter((row) => !row.startsWith("#KPTYP"));
  const [question] = read(rows).asking.open;
  expect(question?.code).toBe("ledger-chart");
  const answered = read(rows, null, [{ id: question!.id, value: "kommunbas" }]);
  expect(lines(answered.tables[0]).Personalkostnader).toEqual([1, 600]);
});

test("one bad amount refuses the file, with its row, and repeats nothing of it", () => {
  const result = read(fileOf(...budget, "#RES 0 5010 1,00"));
  expect(result.tables).toEqual([]);
  expect(result.problems).toMatchObject([
    { code: "ledger-bad-record", severity: "refuse", params: { row: 15, label: "#RES", fault: "amount", count: 1 } },
  ]);
});

test("an object named by an identity number is no initiative, and its number is not repeated", () => {
  const rows = fileOf(
    "#DIM 7 Anställd",
    "#PBUDGET 0 202401 5010 {7 811218-9876} 5.00",
    "#VER A 1 20240120",
    "{",
    "#TRANS 5010 {7 811218-9876} 70.00",
    "#TRANS 1930 {} -70.00",
    "}",
  );
  const result = read(rows, "7");
  expect(codes(result)).toContain("personal-identity-number");
  expect(JSON.stringify(result)).not.toContain("811218");
});

test("a file that says no year is refused for that, and vouchers of another year are told with their sum", () => {
  const rows = fileOf(...budget, "#RES 0 5010 1.00").filter((row) => !row.startsWith("#RAR"));
  expect(read(rows).problems).toMatchObject([{ code: "ledger-no-year", severity: "refuse" }]);
  const voucher = (date: string, kr: string) => [
    `#VER A 1 ${date}`,
    "{",
    `#TRANS 5010 {} ${kr}`,
    `#TRANS 1930 {} -${kr}`,
    "}",
  ];
  const result = read(fileOf(...budget, ...voucher("20230115", "10.00"), ...voucher("20240115", "40.00")));
  expect(lines(result.tables[0]).Lokalkostnader).toEqual([40, 600]);
  expect(result.problems).toContainEqual(
    expect.objectContaining({ code: "ledger-outside-year", params: { amounts: 1, sum: "10" } }),
  );
});
