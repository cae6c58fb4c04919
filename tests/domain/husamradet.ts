// tests/domain/husamradet.ts: the published table of Husamrådet as intake would hand it over, from the case's own rows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { costsOnly } from "../../src/domain/deviation/lineKind";
import type { BudgetTable, Fact, InitiativeFacts } from "../../src/domain/deviation/budget";
import { Decimal, moneyFromNumber } from "../../src/domain/money";
import { calendarYear, monthIndex, type Period } from "../../src/domain/period";

const CASES = join(__dirname, "..", "cases");

const periods: readonly Period[] = [
  ...[2008, 2009, 2010, 2011].map(calendarYear),
  { label: "2012 jan–juni", from: monthIndex(2012, 1), to: monthIndex(2012, 6) },
];

const rows = readFileSync(join(CASES, "husamradet-budget.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(";"))
  .map(([line = "", period = "", outcome = "", budget = ""]) => ({ line, period, outcome, budget }));

const lines = [...new Set(rows.map((row) => row.line))];

export const husamradet: BudgetTable = {
  initiative: "Husamrådet",
  workbook: null,
  sheet: "Ekonomi",
  range: "A4:N10",
  layout: "wide",
  unit: "tkr",
  unitReading: "stated",
  sign: "negative",
  signReading: "inferred",
  decimals: 0,
  lines,
  periods,
  versions: [],
  entries: rows.map((row, index) => ({
    line: lines.indexOf(row.line),
    period: periods.findIndex(({ label }) => label === row.period),
    account: null,
    party: null,
    outcome: moneyFromNumber(Number(row.outcome), "tkr"),
    budget: moneyFromNumber(Number(row.budget), "tkr"),
    versions: [],
    origin: { workbook: null, sheet: "Ekonomi", cells: `A${index + 2}` },
    remark: null,
  })),
  controlTotals: [],
  seriesBreaks: [],
  ...costsOnly(lines.length),
};

const fact = (value: number, cells: string): Fact => ({
  value: new Decimal(value),
  origin: { workbook: null, sheet: "Insats", cells },
});

/** As the sheet `Insats` of the case gives them. */
export const husamradetFacts: InitiativeFacts = {
  name: "Husamrådet",
  from: monthIndex(2008, 2),
  to: monthIndex(2012, 6),
  granted: null,
  used: null,
  statedUsedShare: null,
  participants: fact(247, "B5"),
  closed: fact(224, "B6"),
  toWorkOrStudies: fact(53, "B7"),
  plannedParticipants: null,
  plannedParticipantsPerYear: null,
  plannedClosed: null,
  plannedClosedPerYear: fact(90, "B4"),
  plannedToWorkOrStudies: null,
  plannedToWorkOrStudiesPerYear: null,
};
