// src/domain/return/supportFlow.ts: all participants' supports summed per pair of supports and month, in whole units, exactly.
// Effects are linear in these sums, so the Decimal year factors are applied to tens of sums instead of to every person.
import { Decimal, ZERO } from "../money";
import { amountsIn, largestIn, MONTHS, PART_DIGITS } from "./flowRows";
import type { FlowPart, FlowRows, PooledYear } from "./flowRows";
import { movedClassesOf } from "./movedClass";
import type { MovedClasses } from "./movedClass";
import { monthsInYear } from "./movedYear";
import type { Payers } from "./payer";
import type { MonthIndex } from "../period";
import { YEARS } from "./yearFactors";
import type { YearFactors } from "./yearFactors";

/** Months with one pair of amounts, in a class where what is moved is split in proportions that depend on them. */
export interface UnevenMonths {
  /** Index of `classes`. */
  readonly inClass: number;
  /** Whole units per month. */
  readonly old: number;
  readonly next: number;
  /** By year: months of everybody who has these amounts. */
  readonly months: Float64Array;
}

/**
 * Sums of one pair of supports, one municipality and one beginning. Old and new amounts alternate: [2t] old, [2t + 1] new. Whole numbers of
 * 10^−decimals kr, with the table's decimals.
 */
export interface FlowGroup {
  /** Indices of the source table and of Payers.shares. */
  readonly before: number;
  readonly after: number;
  /** The support after whose persistence holds; `after` itself but for what is paid beside it. */
  readonly kept: number;
  readonly municipality: number;
  /** Whole years from the first year of the calculation to the one in which these people's months begin; 0 where it makes no difference. */
  readonly later: number;
  readonly classes: MovedClasses;
  /** Per class of `classes`, by year: kr of the months whose moved amount is that class's; one class more, at the end, for all others. */
  readonly byClass: readonly (readonly bigint[])[];
  /** By year, all classes. */
  readonly byYear: readonly bigint[];
  /** By month counted from each person's first avoided month. */
  readonly byMonth: readonly bigint[];
  /** Empty where payers do not share both supports. In units of 10^−rowDecimals kr. */
  readonly uneven: readonly UnevenMonths[];
}

export interface FlowTable {
  /** Of the sums. */
  readonly decimals: number;
  /** Of the rows. */
  readonly rowDecimals: number;
  readonly groups: readonly FlowGroup[];
  /** Person-years of a segment whose moved amount is worked out party by party. */
  readonly mixed: readonly PooledYear[];
}

interface OpenGroup {
  readonly before: number;
  readonly after: number;
  readonly kept: number;
  readonly municipality: number;
  readonly later: number;
  readonly classes: MovedClasses;
  readonly limits: Float64Array;
  /** What a krona of the new support weighs against one of the old, by year, as plain numbers; null when it is 1 in every year. */
  readonly ratios: Float64Array | null;
  /** Per class: changes of the monthly amounts, summed up at the end. */
  readonly changes: Float64Array[];
  /** By class and amounts. */
  readonly uneven: Map<string, UnevenMonths>;
  /** Months covered in part. */
  readonly parts: FlowPart[];
  /** Pooled years and their class. */
  readonly pooled: { readonly inClass: number; readonly year: number; readonly old: bigint; readonly next: bigint }[];
}

/** Sums above this could lose a unit within a year of twelve months. */
export const SAFE_TOTAL = Number.MAX_SAFE_INTEGER / 24;

/** Twice the months, and one month more, where what lasts to the end is taken away. */
export const CHANGES = 2 * (MONTHS + 1);

/**
 * Sums all rows. One change per span and class, so the work does not grow with the months. Every figure is a whole number below 2^53; where the total
 * would pass it a new set of groups is begun, and the groups of both are in the result. `laterOf`: see FlowGroup.later.
 */
export function flowTableOf(
  rows: FlowRows,
  payers: Payers,
  factors: YearFactors,
  laterOf: (first: MonthIndex) => number = () => 0,
): FlowTable {
  const groups: FlowGroup[] = [];
  const finer = rows.parts.length > 0 || rows.pooledYears.length > 0;
  const scale = finer ? 10n ** BigInt(PART_DIGITS) : 1n;
  let open = new Map<string, OpenGroup>();
  const groupOf = (
    before: number,
    { after, kept }: Pick<FlowGroup, "after" | "kept">,
    municipality: number,
    later: number,
  ): OpenGroup => {
    const key = `${before}:${after}:${kept}:${municipality}:${later}`;
    let group = open.get(key);
    if (group === undefined)
      open.set(key, (group = openGroup({ before, after, kept, municipality, later }, payers, factors)));
    return group;
  };
  let total = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const amount = largestIn(rows, row);
    total += amount;
    if (total > SAFE_TOTAL) {
      groups.push(...[...open.values()].map((group) => closed(group, scale)));
      open = new Map();
      total = amount;
    }
    const later = laterOf(rows.first[row]!);
    const next = { after: rows.after[row]!, kept: rows.kept[row]! };
    addRow(rows, row, groupOf(rows.before[row]!, next, rows.municipality[row]!, later), factors);
  }
  for (const part of rows.parts) groupOf(part.before, part, part.municipality, laterOf(part.first)).parts.push(part);
  const mixed = rows.pooledYears.filter((pooled) => {
    const [next] = pooled.next;
    if (pooled.next.length !== 1 || next === undefined) return true;
    const group = groupOf(pooled.before, next, pooled.municipality, laterOf(pooled.first));
    return !addPooled(group, pooled, next.amount, factors);
  });
  groups.push(...[...open.values()].map((group) => closed(group, scale)));
  return {
    decimals: rows.decimals + (finer ? PART_DIGITS : 0),
    rowDecimals: rows.decimals,
    groups,
    mixed,
  };
}

/** False where the year's parts are not in proportions of its class: then it must be worked out party by party. */
function addPooled(group: OpenGroup, { year, old }: PooledYear, next: bigint, factors: YearFactors): boolean {
  const weighed = factors.uprating[group.after]![year]!.times(next.toString());
  const paid = factors.uprating[group.before]![year]!.times(factors.stay[year]!).times(old.toString());
  const above = group.classes.thresholds.findIndex((threshold) => weighed.lt(paid.times(threshold)));
  const inClass = above < 0 ? group.classes.thresholds.length : above;
  if ((group.classes.classes[inClass]?.uneven.length ?? 0) > 0) return false;
  group.pooled.push({ inClass, year, old, next });
  return true;
}

function openGroup(
  { before, after, kept, municipality, later }: Pick<FlowGroup, "before" | "after" | "kept" | "municipality" | "later">,
  payers: Payers,
  factors: YearFactors,
): OpenGroup {
  const shares = payers.shares[municipality] ?? [];
  const classes = movedClassesOf(shares[before] ?? [], shares[after] ?? []);
  const old = factors.uprating[before]!.map((level, k) => level.times(factors.stay[k]!));
  const next = factors.uprating[after]!;
  const together = old.every((level, k) => level.eq(next[k]!));
  return {
    before,
    after,
    kept,
    municipality,
    later,
    classes,
    limits: Float64Array.from(classes.thresholds, (limit) => limit.toNumber()),
    ratios: together
      ? null
      : Float64Array.from(old, (level, k) => (level.isZero() ? Infinity : next[k]!.div(level).toNumber())),
    changes: Array.from({ length: classes.classes.length + 1 }, () => new Float64Array(CHANGES)),
    uneven: new Map(),
    parts: [],
    pooled: [],
  };
}

function addRow(rows: FlowRows, row: number, group: OpenGroup, factors: YearFactors): void {
  const from = rows.from[row]!;
  const to = rows.to[row]!;
  const old = rows.amountBefore[row]!;
  const next = rows.amountAfter[row]!;
  const none = group.limits.length + 1;
  if (rows.pooled[row] === 1) {
    addMonths(rows, row, group.changes[none]!, from, to);
    return;
  }
  if (rows.daily[row] === 1) {
    addDaily(rows, row, group, factors);
    return;
  }
  if (group.limits.length === 0 || group.ratios === null) {
    addInClass(group, classOf(group, 0, old, next, factors), from, to, old, next);
    return;
  }
  let begun = from;
  let current = -1;
  for (let start = from; start < to;) {
    const year = Math.floor(start / 12);
    const index = classOf(group, year, old, next, factors);
    if (index !== current) {
      if (current >= 0) addInClass(group, current, begun, start, old, next);
      begun = start;
      current = index;
    }
    start = Math.min(to, year * 12 + 12);
  }
  if (current >= 0) addInClass(group, current, begun, to, old, next);
}

/** A support paid by the day: a year's class is that of its days together. */
function addDaily(rows: FlowRows, row: number, group: OpenGroup, factors: YearFactors): void {
  const to = rows.to[row]!;
  for (let start = rows.from[row]!; start < to;) {
    const year = Math.floor(start / 12);
    const end = Math.min(to, year * 12 + 12);
    let old = 0;
    for (let month = start; month < end; month += 1) old += amountsIn(rows, row, month).old;
    const next = rows.amountAfter[row]! * (end - start);
    const index = classOf(group, year, old, next, factors);
    addMonths(rows, row, group.changes[index]!, start, end);
    addUnevenMonths(group, index, old, next, (months) => (months[year]! += 1));
    start = end;
  }
}

/** A row's amounts in months [from, to), as changes. */
export function addMonths(rows: FlowRows, row: number, changes: Float64Array, from: number, to: number): void {
  if (rows.daily[row] === 0) {
    addChange(changes, from, to, rows.amountBefore[row]!, rows.amountAfter[row]!);
    return;
  }
  for (let month = from; month < to; month += 1) {
    const { old, next } = amountsIn(rows, row, month);
    addChange(changes, month, month + 1, old, next);
  }
}

function addInClass(group: OpenGroup, index: number, from: number, to: number, old: number, next: number): void {
  addChange(group.changes[index]!, from, to, old, next);
  addUnevenMonths(group, index, old, next, (months) => {
    for (let year = Math.floor(from / 12); year * 12 < to; year += 1) months[year]! += monthsInYear({ from, to }, year);
  });
}

function addUnevenMonths(
  group: OpenGroup,
  index: number,
  old: number,
  next: number,
  add: (months: Float64Array) => void,
): void {
  if ((group.classes.classes[index]?.uneven.length ?? 0) === 0) return;
  const key = `${index}:${old}:${next}`;
  let uneven = group.uneven.get(key);
  if (uneven === undefined)
    group.uneven.set(key, (uneven = { inClass: index, old, next, months: new Float64Array(YEARS) }));
  add(uneven.months);
}

/** Amounts that begin in month `from` and are gone in month `to`. */
export function addChange(changes: Float64Array, from: number, to: number, old: number, next: number): void {
  changes[2 * from]! += old;
  changes[2 * from + 1]! += next;
  changes[2 * to]! -= old;
  changes[2 * to + 1]! -= next;
}

/** Plain numbers decide, but for near-ties, which Decimal decides. */
const NEAR = 1e-9;

function classOf(group: OpenGroup, year: number, old: number, next: number, factors: YearFactors): number {
  const { limits, ratios } = group;
  const value = ratios === null || next === 0 ? next : next * ratios[year]!;
  let index = 0;
  for (; index < limits.length; index += 1) {
    const limit = limits[index]! * old;
    const near = ratios !== null && Math.abs(value - limit) <= NEAR * Math.abs(limit);
    if (near ? exactlyBelow(group, index, year, old, next, factors) : value < limit) break;
  }
  return index;
}

function exactlyBelow(
  group: OpenGroup,
  index: number,
  year: number,
  old: number,
  next: number,
  factors: YearFactors,
): boolean {
  const value = factors.uprating[group.after]![year]!.times(next);
  const paid = factors.uprating[group.before]![year]!.times(factors.stay[year]!).times(old);
  return value.lt(paid.times(group.classes.thresholds[index]!));
}

/** Changes become amounts per month, and kr per year. */
function closed(open: OpenGroup, scale: bigint): FlowGroup {
  const { before, after, kept, municipality, later, classes, changes, uneven, parts, pooled } = open;
  const zeros = (count: number): bigint[] => new Array<bigint>(count).fill(0n);
  const byMonth = zeros(2 * MONTHS);
  const byClass = changes.map((ofClass) => {
    const years = new Float64Array(2 * YEARS);
    accumulate(ofClass);
    for (let month = 0; month < MONTHS; month += 1) {
      const year = 2 * Math.floor(month / 12);
      for (const side of [0, 1]) {
        const amount = ofClass[2 * month + side]!;
        if (amount === 0) continue;
        byMonth[2 * month + side]! += BigInt(amount) * scale;
        years[year + side]! += amount;
      }
    }
    return Array.from(years, (amount) => (amount === 0 ? 0n : BigInt(amount) * scale));
  });
  for (const { month, old, next } of parts) {
    byMonth[2 * month]! += old;
    byMonth[2 * month + 1]! += next;
  }
  const byYear = zeros(2 * YEARS);
  byMonth.forEach((amount, at) => {
    if (amount !== 0n) byYear[2 * Math.floor(at / 24) + (at % 2)]! += amount;
  });
  for (const { inClass, year, old, next } of pooled) {
    byClass[inClass]![2 * year]! += old;
    byClass[inClass]![2 * year + 1]! += next;
  }
  return { before, after, kept, municipality, later, classes, byClass, byYear, byMonth, uneven: [...uneven.values()] };
}

/** Changes into running amounts, in place. */
export function accumulate(changes: Float64Array): void {
  for (let at = 2; at < changes.length; at += 1) changes[at]! += changes[at - 2]!;
}

/** Whole units as kr. */
export function krOfUnits(units: bigint, decimals: number): Decimal {
  return units === 0n ? ZERO : new Decimal(`${units}e-${decimals}`);
}
