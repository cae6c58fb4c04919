// tests/domain/table.ts: small budget tables for tests, written as rows of figures in kr.
import { costsOnly } from "../../src/domain/deviation/lineKind";
import type { BudgetEntry, BudgetTable, CostSign, InitiativeFacts, Version } from "../../src/domain/deviation/budget";
import { Decimal, moneyFromDecimal } from "../../src/domain/money";
import { monthIndex, type Period } from "../../src/domain/period";

export type Amount = number | string | null;

/** line, period, outcome, budget, then the versions in order. */
export type Row = readonly [string, string, Amount, Amount, ...Amount[]];

export const period = (
  label: string,
  from: readonly [number, number],
  to: readonly [number, number] = from,
): Period => ({
  label,
  from: monthIndex(...from),
  to: monthIndex(...to),
});

export const year = (value: number): Period => period(String(value), [value, 1], [value, 12]);

/** The months of a year, labelled 1–12. */
export const months = (value: number): Period[] =>
  Array.from({ length: 12 }, (_, month) => period(String(month + 1), [value, month + 1]));

export const origin = { workbook: null, sheet: "Blad1", cells: "A1" } as const;

export function tableOf(
  periods: readonly Period[],
  rows: readonly Row[],
  { sign = "positive", versions = [] }: { sign?: CostSign; versions?: readonly Version[] } = {},
): BudgetTable {
  const lines = [...new Set(rows.map(([line]) => line))];
  const money = (amount: Amount | undefined): BudgetEntry["budget"] =>
    amount === null || amount === undefined ? null : moneyFromDecimal(new Decimal(amount));
  return {
    initiative: null,
    workbook: null,
    sheet: "Blad1",
    range: "A1:D9",
    layout: "long",
    unit: "kr",
    unitReading: "stated",
    sign,
    signReading: "inferred",
    decimals: 2,
    lines,
    periods,
    versions,
    entries: rows.map(([line, label, outcome, budget, ...others]) => ({
      line: lines.indexOf(line),
      period: periods.findIndex((candidate) => candidate.label === label),
      account: null,
      party: null,
      outcome: money(outcome),
      budget: money(budget),
      versions: versions.map((_, index) => money(others[index])),
      origin,
      remark: null,
    })),
    controlTotals: [],
    seriesBreaks: [],
    ...costsOnly(lines.length),
  };
}

export const noFacts: InitiativeFacts = {
  name: null,
  from: null,
  to: null,
  granted: null,
  used: null,
  statedUsedShare: null,
  participants: null,
  closed: null,
  toWorkOrStudies: null,
  plannedParticipants: null,
  plannedParticipantsPerYear: null,
  plannedClosed: null,
  plannedClosedPerYear: null,
  plannedToWorkOrStudies: null,
  plannedToWorkOrStudiesPerYear: null,
};

export const fact = (value: number): { value: Decimal; origin: typeof origin } => ({
  value: new Decimal(value),
  origin,
});
