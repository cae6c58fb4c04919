// src/domain/return/payback.ts: when the money is back, how much is out at most, and how long the effect must last.
// All in whole months; contributions are due in the January of their year, on the same scale as what comes back (method.md §3).
import type { Contributions } from "./contribution";
import { fixedOf, krOfFixed, timesUnits } from "./fixedPoint";
import type { Fixed } from "./fixedPoint";
import { largestIn, MONTHS, PART_DIGITS } from "./flowRows";
import type { FlowRows } from "./flowRows";
import type { IncomeSource } from "./incomeSource";
import { ZERO } from "../money";
import type { Decimal } from "../money";
import { scopeShares } from "./benefitByYear";
import type { Scope } from "./benefitByYear";
import type { Payers } from "./payer";
import { monthIndex } from "../period";
import type { MonthIndex } from "../period";
import { accumulate, addMonths, CHANGES, SAFE_TOTAL } from "./supportFlow";
import type { FlowGroup, FlowTable } from "./supportFlow";
import { YEARS } from "./yearFactors";
import type { YearFactors } from "./yearFactors";

/** All that the figures of one scenario are made of. */
export interface Flows {
  readonly rows: FlowRows;
  readonly table: FlowTable;
  readonly payers: Payers;
  readonly factors: YearFactors;
  readonly sources: readonly IncomeSource[];
  /** Whole years from the first year of the calculation to the one of somebody's first month; 0 for all where the rate is 0. */
  readonly laterOf: (first: MonthIndex) => number;
}

export interface Payback {
  /**
   * The first month from which what is back never again falls below what is due, contributions still to come counted when they fall due. Counted from
   * month 1, the earliest avoided month of anybody; null: not within the horizon, or nothing was paid in.
   */
  readonly month: number | null;
  /** The same, counted from the project's first month; null where either is not known. */
  readonly monthFromStart: number | null;
  /** Largest accumulated net outlay, kr, at the beginning of a month when that January's contributions are paid; 0 or more. */
  readonly peakOutlay: Decimal;
  /** The month it stands in; null: nothing is ever out. */
  readonly peakMonth: MonthIndex | null;
}

/** What a unit per month is worth by year for a scope: old adds, new takes away. */
interface Worth {
  readonly old: readonly Fixed[];
  readonly next: readonly Fixed[];
}

const NOTHING: readonly Fixed[] = new Array<Fixed>(YEARS).fill(0n);

type Pair = Pick<FlowGroup, "before" | "after" | "kept" | "municipality">;

function worthOf(pair: Pair, later: number, scope: Scope, { payers, factors, sources }: Flows): Worth {
  const shares = scopeShares(pair, scope, payers, sources, factors.tax);
  const { old, next, fixedOld, fixedNext } = factors.pair(pair.before, pair.after, later, pair.kept);
  const scaled = (exact: readonly Decimal[], fixed: readonly Fixed[], share: Decimal): readonly Fixed[] =>
    share.eq(1) ? fixed : share.isZero() ? NOTHING : exact.map((factor) => fixedOf(factor.times(share)));
  return { old: scaled(old, fixedOld, shares.old), next: scaled(next, fixedNext, shares.next) };
}

function value({ old, next }: Worth, k: number, units: Float64Array, at: number): Fixed {
  return timesUnits(old[k]!, units[at]!) - timesUnits(next[k]!, units[at + 1]!);
}

/** The same of sums that are whole numbers of a finer unit. */
function finerValue({ old, next }: Worth, k: number, paid: bigint, replaced: bigint): Fixed {
  return old[k]! * paid - next[k]! * replaced;
}

/** kr back per month counted from each person's own first avoided month. */
export function backByMonth(flows: Flows, scope: Scope): Decimal[] {
  const months = new Array<Fixed>(MONTHS).fill(0n);
  for (const group of flows.table.groups) {
    const worth = worthOf(group, group.later, scope, flows);
    for (let month = 0; month < MONTHS; month += 1)
      months[month]! += finerValue(
        worth,
        Math.floor(month / 12),
        group.byMonth[2 * month]!,
        group.byMonth[2 * month + 1]!,
      );
  }
  return months.map((units) => krOfFixed(units, flows.table.decimals));
}

/** Amounts per month of each pair of supports, by the month that people begin in, counted from that month: [2t] old, [2t + 1] new. Whole units. */
interface Beginnings {
  readonly pair: Pair;
  /** Sums of one set can be added to each other without passing what a double counts exactly. */
  readonly set: number;
  readonly byFirst: ReadonlyMap<MonthIndex, Float64Array>;
}

const begun = new WeakMap<FlowRows, readonly Beginnings[]>();

/** The rows laid out by beginning, once: they are the same for every scope and scenario. */
function beginningsOf(rows: FlowRows, sources: number): readonly Beginnings[] {
  let known = begun.get(rows);
  if (known === undefined) begun.set(rows, (known = laidOut(rows, sources)));
  return known;
}

/** As in flowTableOf, sums that could pass what a double counts exactly begin a new set. */
function laidOut(rows: FlowRows, sources: number): readonly Beginnings[] {
  const all: Beginnings[] = [];
  let open = new Map<number, Beginnings & { readonly byFirst: Map<MonthIndex, Float64Array> }>();
  let total = 0;
  let set = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const before = rows.before[row]!;
    const after = rows.after[row]!;
    const kept = rows.kept[row]!;
    const municipality = rows.municipality[row]!;
    const amount = largestIn(rows, row);
    total += amount;
    if (total > SAFE_TOTAL) {
      all.push(...open.values());
      open = new Map();
      total = amount;
      set += 1;
    }
    const key = ((municipality * sources + before) * sources + after) * sources + kept;
    let group = open.get(key);
    if (group === undefined)
      open.set(key, (group = { pair: { before, after, kept, municipality }, set, byFirst: new Map() }));
    let changes = group.byFirst.get(rows.first[row]!);
    if (changes === undefined) group.byFirst.set(rows.first[row]!, (changes = new Float64Array(CHANGES)));
    addMonths(rows, row, changes, rows.from[row]!, rows.to[row]!);
  }
  all.push(...open.values());
  for (const { byFirst } of all) for (const months of byFirst.values()) accumulate(months);
  return all;
}

/** kr back per calendar month; the first is month 1. Empty without participants. */
export function backByCalendarMonth(
  flows: Flows,
  scope: Scope,
): { readonly first: MonthIndex | null; readonly back: readonly Decimal[] } {
  const { rows, sources } = flows;
  if (rows.begins === null) return { first: null, back: [] };
  const first = rows.begins.earliest;
  const span = rows.begins.latest - first;
  const back = new Array<Fixed>(MONTHS + span).fill(0n);
  for (const { worth, parts } of byWorth(beginningsOf(rows, sources.length), scope, flows))
    addCalendar(parts, worth, first, span, back);
  addParts(flows, scope, first, back);
  return { first, back: back.map((units) => krOfFixed(units, rows.decimals)) };
}

/** Months covered in part, in the calendar month they stand in. */
function addParts(flows: Flows, scope: Scope, first: MonthIndex, back: Fixed[]): void {
  const worths = new Map<string, Worth>();
  const scale = 10n ** BigInt(PART_DIGITS);
  for (const { before, after, kept, municipality, first: begins, month, old, next } of flows.rows.parts) {
    const later = flows.laterOf(begins);
    const key = `${before}:${after}:${kept}:${municipality}:${later}`;
    let worth = worths.get(key);
    if (worth === undefined)
      worths.set(key, (worth = worthOf({ before, after, kept, municipality }, later, scope, flows)));
    back[begins - first + month]! += finerValue(worth, Math.floor(month / 12), old, next) / scale;
  }
}

type Part = readonly [first: MonthIndex, amounts: Float64Array];

interface SameWorth {
  readonly set: number;
  readonly worth: Worth;
  readonly parts: Part[];
}

/** Pairs of supports with the same factors on both sides are summed as one: with one assumption for all supports that is most of them. */
function byWorth(beginnings: readonly Beginnings[], scope: Scope, flows: Flows): readonly SameWorth[] {
  const found: SameWorth[] = [];
  for (const { pair, set, byFirst } of beginnings) {
    const worths = new Map<number, SameWorth>();
    for (const part of byFirst) {
      const later = flows.laterOf(part[0]);
      let same = worths.get(later);
      if (same === undefined) worths.set(later, (same = sameWorth(found, set, worthOf(pair, later, scope, flows))));
      same.parts.push(part);
    }
  }
  return found.filter(({ worth }) => worth.old !== NOTHING || worth.next !== NOTHING);
}

function sameWorth(found: SameWorth[], set: number, worth: Worth): SameWorth {
  const known = found.find(
    (each) => each.set === set && each.worth.old === worth.old && each.worth.next === worth.next,
  );
  if (known !== undefined) return known;
  const added: SameWorth = { set, worth, parts: [] };
  found.push(added);
  return added;
}

/** People in the same year of their own, whenever they began, share a factor: their amounts are added before it is applied. */
function addCalendar(parts: readonly Part[], worth: Worth, first: MonthIndex, span: number, back: Fixed[]): void {
  const sums = new Float64Array(2 * (span + 12));
  for (let k = 0; k < YEARS; k += 1) {
    sums.fill(0);
    for (const [begun, months] of parts) {
      const offset = 2 * (begun - first);
      for (let at = 0; at < 24; at += 1) sums[offset + at]! += months[24 * k + at]!;
    }
    for (let at = 0; at < sums.length; at += 2) {
      if (sums[at] !== 0 || sums[at + 1] !== 0) back[12 * k + at / 2]! += value(worth, k, sums, at);
    }
  }
}

/** Payback and peak outlay for a scope, over all months that the participants have. */
export function paybackOf(
  flows: Flows,
  scope: Scope,
  contributions: Contributions,
  projectStart: MonthIndex | null,
): Payback {
  const { first, back } = backByCalendarMonth(flows, scope);
  const start = first ?? projectStart;
  const due = dueBy(contributions, projectStart ?? first);
  const from = [...due.keys(), ...(start === null ? [] : [start])].reduce((a, b) => Math.min(a, b), Infinity);
  const end = Math.max(start === null ? -1 : start + back.length - 1, ...due.keys());
  let paid = ZERO;
  let returned = ZERO;
  let month: number | null = null;
  let peakOutlay = ZERO;
  let peakMonth: MonthIndex | null = null;
  for (let at = from; at <= end; at += 1) {
    paid = paid.plus(due.get(at) ?? ZERO);
    const outlay = paid.minus(returned);
    if (outlay.gt(peakOutlay)) {
      peakOutlay = outlay;
      peakMonth = at;
    }
    if (first === null || at < first) continue;
    returned = returned.plus(back[at - first] ?? ZERO);
    if (returned.lt(paid)) month = null;
    else month ??= at - first + 1;
  }
  if (paid.lte(0)) month = null;
  const monthFromStart =
    month === null || first === null || projectStart === null ? null : first - projectStart + month;
  return { month, monthFromStart, peakOutlay, peakMonth };
}

/** Contributions by the January of their year; those without a year at the start. */
function dueBy(contributions: Contributions, start: MonthIndex | null): Map<MonthIndex, Decimal> {
  const due = new Map<MonthIndex, Decimal>();
  for (const { year, total } of contributions.years) {
    const at = year === null ? start : monthIndex(year, 1);
    if (at !== null) due.set(at, (due.get(at) ?? ZERO).plus(total));
  }
  return due;
}

/**
 * The smallest common cap on everybody's avoided months with which `ratio` kr come back per kr in; null: never, or nothing was paid in.
 * `byMonth`: as from backByMonth.
 */
export function monthsFor(ratio: Decimal, byMonth: readonly Decimal[], paidIn: Decimal): number | null {
  if (paidIn.lte(0)) return null;
  const needed = paidIn.times(ratio);
  let back = ZERO;
  for (let month = 0; month < byMonth.length; month += 1) {
    back = back.plus(byMonth[month] ?? ZERO);
    if (back.gte(needed)) return month + 1;
  }
  return null;
}

/**
 * How many more leavers like the average one give `ratio` kr per kr in; 0 where it is reached already, null where the average leaver
 * gives nothing back, nobody is in the calculation or nothing was paid in.
 */
export function furtherLeavers(ratio: Decimal, back: Decimal, paidIn: Decimal, leavers: number): number | null {
  if (paidIn.lte(0)) return null;
  const missing = paidIn.times(ratio).minus(back);
  if (missing.lte(0)) return 0;
  if (leavers === 0 || back.lte(0)) return null;
  return missing.times(leavers).div(back).ceil().toNumber();
}
