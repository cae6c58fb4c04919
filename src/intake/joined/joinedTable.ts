// src/intake/joined/joinedTable.ts: tables of several sheets → one: lines joined by name, periods by their months, every row with its own cell.
import type { BudgetEntry, BudgetTable, LineKind, Orientation, Version } from "../../domain/deviation/budget";
import { lookupKey } from "../../domain/lookupKey";
import { type Money, signOf } from "../../domain/money";
import { comparePeriods, contains, overlaps, type Period } from "../../domain/period";
import { figure } from "../budget/figure";
import { fitPeriods, periodKey } from "../budget/periods";
import { thousandTimes } from "../budget/scaleApart";

/**
 * What keeps tables from being one: they write costs differently, call a line income here and cost there, cover other months, or have amounts
 * a thousand times apart.
 */
export type Unjoinable = "signs" | "kinds" | "periods" | "units";

/** Budget and outcome of the same, each from its own table; the outcome's sheet, unit and words go first. */
export function joinedSides(budget: BudgetTable, outcome: BudgetTable): BudgetTable | Unjoinable {
  const finer = budget.periods.map((period) => coarser(period, budget.periods, outcome.periods) ?? period);
  const remapped: BudgetTable = withoutPartTotals({ ...budget, periods: finer }, budget.periods);
  const booked = new Set(outcome.periods.map(periodKey));
  const planned = new Set(finer.map(periodKey));
  const all = distinct([...outcome.periods, ...finer]);
  const fit = fitPeriods(all, (outer, inner) => {
    const [whole, part] = [periodKey(outer), periodKey(inner)];
    return planned.has(whole) && !booked.has(whole) && booked.has(part) && !planned.has(part);
  });
  if (fit.conflict !== null || fit.leaves.length < all.length) return "periods";
  if (!outcome.periods.some((period) => finer.some((other) => overlaps(period, other)))) return "periods";
  if (areScaledApart(budget, outcome)) return "units";
  return joined(outcome, remapped, remapped.lines);
}

/** What the one has of a line is about a thousand times what the other has, in all periods together. */
function areScaledApart(budget: BudgetTable, outcome: BudgetTable): boolean {
  const sums = (table: BudgetTable, measure: "budget" | "outcome"): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const entry of table.entries) {
      const key = lookupKey(table.lines[entry.line] ?? "");
      const amount = entry[measure];
      if (amount !== null) found.set(key, (found.get(key) ?? 0) + figure(amount));
    }
    return found;
  };
  const planned = sums(budget, "budget");
  return thousandTimes([...sums(outcome, "outcome")].map(([key, own]) => [own, planned.get(key) ?? 0])) !== null;
}

/** The same table for several years, each on its own sheet, in time order. */
export function joinedYears(tables: readonly BudgetTable[]): BudgetTable | Unjoinable {
  const [first, ...rest] = [...tables].sort((a, b) => comparePeriods(spanOf(a), spanOf(b)));
  if (first === undefined) return "periods";
  let all: BudgetTable = first;
  for (const next of rest) {
    if (overlaps(spanOf(all), spanOf(next))) return "periods";
    const both = joined(all, next, all.lines);
    if (typeof both === "string") return both;
    all = both;
  }
  return all;
}

/** Income and cost of the same, written in one way; the lines have names of their own. */
export function joinedParts(income: BudgetTable, cost: BudgetTable): BudgetTable {
  const both = joined(income, cost, income.lines);
  if (typeof both === "string") throw new Error(`parts of one table differ in ${both}`);
  return both;
}

/** How many of the lines with amounts are in both, and in the one with fewer. */
export function sharedLines(a: BudgetTable, b: BudgetTable): { readonly shared: number; readonly fewest: number } {
  const [own, other] = [a, b].map((table) => new Set(usedLines(table).map(lookupKey)));
  const shared = [...own!].filter((key) => other!.has(key)).length;
  return { shared, fewest: Math.min(own!.size, other!.size) };
}

/** Lines of the one that the other has not, with amounts that are not nought; in the source's words. */
export function linesOnlyIn(table: BudgetTable, other: BudgetTable): readonly string[] {
  const known = new Set(other.lines.map(lookupKey));
  return usedLines(table).filter((line) => !known.has(lookupKey(line)));
}

function usedLines({ lines, entries }: BudgetTable): readonly string[] {
  const isAmount = (amount: Money | null): boolean => amount !== null && signOf(amount) !== 0;
  const used = new Set(
    entries.flatMap(({ line, outcome, budget }) => (isAmount(outcome) || isAmount(budget) ? [line] : [])),
  );
  return lines.filter((_, index) => used.has(index));
}

function spanOf({ periods }: BudgetTable): Period {
  return {
    label: "",
    from: Math.min(...periods.map(({ from }) => from)),
    to: Math.max(...periods.map(({ to }) => to)),
  };
}

/** The outcome's period that this one is a part of, where parts of the budget fill it exactly. */
function coarser(period: Period, parts: readonly Period[], booked: readonly Period[]): Period | null {
  const around = booked.find((other) => contains(other, period));
  if (around === undefined) return null;
  const within = parts.filter((part) => contains(around, part)).sort(comparePeriods);
  const end = within.reduce((month, { from, to }) => (from === month ? to + 1 : NaN), around.from);
  return end === around.to + 1 ? around : null;
}

/** Without what is stated of a part of a period that is now one: the sum of January says nothing of the year. */
function withoutPartTotals(table: BudgetTable, own: readonly Period[]): BudgetTable {
  if (table.periods.every((period, at) => period === own[at])) return table;
  const isWhole = ({ periods }: { readonly periods: readonly number[] }): boolean =>
    periods.every((at) =>
      table.periods.every((period, other) => period !== table.periods[at] || periods.includes(other)),
    );
  const { controlTotals, results } = table;
  return { ...table, controlTotals: controlTotals.filter(isWhole), results: results.filter(isWhole) };
}

function distinct(periods: readonly Period[]): readonly Period[] {
  const found = new Map<string, Period>();
  for (const period of periods) if (!found.has(periodKey(period))) found.set(periodKey(period), period);
  return [...found.values()].sort(comparePeriods);
}

/** `a` and `b` in one, with lines in the order of `order` first. */
function joined(a: BudgetTable, b: BudgetTable, order: readonly string[]): BudgetTable | Unjoinable {
  const facing = orientationOf(a, b);
  if (facing === null) return "signs";
  const names = new Map<string, string>();
  for (const line of [...order, ...a.lines, ...b.lines])
    if (!names.has(lookupKey(line))) names.set(lookupKey(line), line);
  const keys = [...names.keys()];
  const kinds: LineKind[] = [];
  for (const key of keys) {
    const found = [a, b].flatMap(
      ({ lines, kinds: own }) => own[lines.findIndex((line) => lookupKey(line) === key)] ?? [],
    );
    if (new Set(found).size > 1) return "kinds";
    kinds.push(found[0] ?? "cost");
  }
  const periods = distinct([...a.periods, ...b.periods]);
  const versions = [...a.versions];
  const columns = b.versions.map((version) => versionIn(versions, version));
  const parts = [
    moved(
      a,
      keys,
      periods,
      a.versions.map((_, at) => at),
      versions.length,
    ),
    moved(b, keys, periods, columns, versions.length),
  ];
  const rest: BudgetTable & { recount?: unknown } = { ...a };
  // What was summed a second time was one side alone.
  delete rest.recount;
  return {
    ...rest,
    unitReading: a.unitReading === "stated" ? b.unitReading : a.unitReading,
    signReading: a.signReading === "assumed" ? b.signReading : a.signReading,
    ...facing,
    decimals: Math.max(a.decimals, b.decimals),
    lines: [...names.values()],
    kinds,
    periods,
    versions,
    entries: parts.flatMap(({ entries }) => entries),
    controlTotals: parts.flatMap(({ controlTotals }) => controlTotals),
    results: parts.flatMap(({ results }) => results),
    equity: b.equity === null || (a.equity !== null && spanOf(a).to > spanOf(b).to) ? a.equity : (a.equity ?? b.equity),
    seriesBreaks: parts.flatMap(({ seriesBreaks }) => seriesBreaks).sort((x, y) => x.line - y.line),
  };
}

/** The index of the version among these, which is added where it is new. */
function versionIn(versions: Version[], version: Version): number {
  const found = versions.findIndex(
    ({ kind, label }) => kind === version.kind && lookupKey(label) === lookupKey(version.label),
  );
  return found >= 0 ? found : versions.push(version) - 1;
}

/** One way of writing for both; a side with one kind of lines, or with nothing but noughts, follows the other. Null: they differ. */
function orientationOf(a: BudgetTable, b: BudgetTable): Pick<BudgetTable, "sign" | "orientation"> | null {
  const isSaid = ({ signReading }: BudgetTable): boolean => signReading !== "assumed";
  if (a.sign !== b.sign && isSaid(a) && isSaid(b)) return null;
  const sign = isSaid(a) ? a.sign : b.sign;
  const one = (orientation: Orientation): boolean => orientation === "costs-only" || orientation === "income-only";
  if (a.orientation === b.orientation) return { sign, orientation: a.orientation };
  if (one(a.orientation) && one(b.orientation))
    return { sign, orientation: sign === "negative" ? "costs-negative" : "all-positive" };
  if (one(a.orientation)) return { sign, orientation: b.orientation };
  return one(b.orientation) ? { sign, orientation: a.orientation } : null;
}

type Moved = Pick<BudgetTable, "entries" | "controlTotals" | "results" | "seriesBreaks">;

/** What a table holds, with the indices of the joined one. `columns`: its versions among all. */
function moved(
  table: BudgetTable,
  keys: readonly string[],
  periods: readonly Period[],
  columns: readonly number[],
  versions: number,
): Moved {
  const slots = new Map(keys.map((key, index) => [key, index]));
  const lines = table.lines.map((line) => slots.get(lookupKey(line)) ?? 0);
  const order = new Map(periods.map((period, index) => [periodKey(period), index]));
  const spans = table.periods.map((period) => order.get(periodKey(period)) ?? 0);
  const entry = (own: BudgetEntry): BudgetEntry => {
    const all = new Array<Money | null>(versions).fill(null);
    own.versions.forEach((version, at) => (all[columns[at] ?? 0] = version));
    return { ...own, line: lines[own.line] ?? 0, period: spans[own.period] ?? 0, versions: all };
  };
  const total = <Total extends { readonly lines: readonly number[]; readonly periods: readonly number[] }>(
    own: Total,
  ): Total => ({
    ...own,
    lines: own.lines.map((line) => lines[line] ?? 0),
    periods: [...new Set(own.periods.map((period) => spans[period] ?? 0))],
  });
  return {
    entries: table.entries.map(entry),
    controlTotals: table.controlTotals.map(total),
    results: table.results.map(total),
    seriesBreaks: table.seriesBreaks.map((found) => ({
      ...found,
      line: lines[found.line] ?? 0,
      period: found.period === null ? null : (spans[found.period] ?? 0),
    })),
  };
}
