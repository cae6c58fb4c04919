// src/domain/return/supportFlow.ts: all participants' supports summed per pair of supports and month, in whole units, exactly.
// Effects are linear in these sums, so the Decimal year factors are applied to tens of sums instead of to every person.
import { Decimal, ZERO } from "../money";
import { MONTHS } from "./flowRows";
import type { FlowRows } from "./flowRows";
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

/** Sums of one pair of supports, one municipality and one beginning. Old and new amounts alternate: [2t] old, [2t + 1] new. Whole units. */
export interface FlowGroup {
  /** Indices of the source table and of Payers.shares. */
  readonly before: number;
  readonly after: number;
  readonly municipality: number;
  /** Whole years from the first year of the calculation to the one in which these people's months begin; 0 where it makes no difference. */
  readonly later: number;
  readonly classes: MovedClasses;
  /** Per class of `classes`, by year: months · amount; one class more, at the end, for what is not moved by class. */
  readonly byClass: readonly Float64Array[];
  /** By year, all classes. */
  readonly byYear: Float64Array;
  /** By month counted from each person's first avoided month: amounts per month. */
  readonly byMonth: Float64Array;
  /** Empty where payers do not share both supports. */
  readonly uneven: readonly UnevenMonths[];
}

export interface FlowTable {
  readonly decimals: number;
  readonly groups: readonly FlowGroup[];
  readonly mixed: FlowRows["mixed"];
}

interface OpenGroup {
  readonly before: number;
  readonly after: number;
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
  const sources = factors.uprating.length;
  let open = new Map<string, OpenGroup>();
  let total = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const before = rows.before[row]!;
    const after = rows.after[row]!;
    const municipality = rows.municipality[row]!;
    const amount = Math.abs(rows.amountBefore[row]!) + rows.amountAfter[row]!;
    total += amount;
    if (total > SAFE_TOTAL) {
      groups.push(...[...open.values()].map(closed));
      open = new Map();
      total = amount;
    }
    const later = laterOf(rows.first[row]!);
    const key = `${(municipality * sources + before) * sources + after}:${later}`;
    let group = open.get(key);
    if (group === undefined)
      open.set(key, (group = openGroup({ before, after, municipality, later }, payers, factors)));
    addRow(rows, row, group, factors);
  }
  groups.push(...[...open.values()].map(closed));
  return { decimals: rows.decimals, groups, mixed: rows.mixed };
}

function openGroup(
  { before, after, municipality, later }: Pick<FlowGroup, "before" | "after" | "municipality" | "later">,
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
    municipality,
    later,
    classes,
    limits: Float64Array.from(classes.thresholds, (limit) => limit.toNumber()),
    ratios: together
      ? null
      : Float64Array.from(old, (level, k) => (level.isZero() ? Infinity : next[k]!.div(level).toNumber())),
    changes: Array.from({ length: classes.classes.length + 1 }, () => new Float64Array(CHANGES)),
    uneven: new Map(),
  };
}

function addRow(rows: FlowRows, row: number, group: OpenGroup, factors: YearFactors): void {
  const from = rows.from[row]!;
  const to = rows.to[row]!;
  const old = rows.amountBefore[row]!;
  const next = rows.amountAfter[row]!;
  const none = group.limits.length + 1;
  const mixedYear = rows.mixedYear[row]!;
  // More remains than there was: nobody gains, so nothing is moved.
  if (old < 0) {
    addChange(group.changes[none]!, from, to, old, next);
    return;
  }
  if (mixedYear < 0 && (group.limits.length === 0 || group.ratios === null)) {
    addInClass(group, classOf(group, 0, old, next, factors), from, to, old, next);
    return;
  }
  let begun = from;
  let current = -1;
  for (let start = from; start < to;) {
    const year = Math.floor(start / 12);
    const index = year === mixedYear ? none : classOf(group, year, old, next, factors);
    if (index !== current) {
      if (current >= 0) addInClass(group, current, begun, start, old, next);
      begun = start;
      current = index;
    }
    start = Math.min(to, year * 12 + 12);
  }
  if (current >= 0) addInClass(group, current, begun, to, old, next);
}

function addInClass(group: OpenGroup, index: number, from: number, to: number, old: number, next: number): void {
  addChange(group.changes[index]!, from, to, old, next);
  if ((group.classes.classes[index]?.uneven.length ?? 0) === 0) return;
  const key = `${index}:${old}:${next}`;
  let uneven = group.uneven.get(key);
  if (uneven === undefined)
    group.uneven.set(key, (uneven = { inClass: index, old, next, months: new Float64Array(YEARS) }));
  for (let year = Math.floor(from / 12); year * 12 < to; year += 1)
    uneven.months[year]! += monthsInYear({ from, to }, year);
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

/** Changes become amounts per month, and months · amount per year. */
function closed({ before, after, municipality, later, classes, changes, uneven }: OpenGroup): FlowGroup {
  const byClass = changes.map(() => new Float64Array(2 * YEARS));
  const byYear = new Float64Array(2 * YEARS);
  const byMonth = new Float64Array(2 * MONTHS);
  changes.forEach((ofClass, index) => {
    const years = byClass[index]!;
    accumulate(ofClass);
    for (let month = 0; month < MONTHS; month += 1) {
      const year = 2 * Math.floor(month / 12);
      const old = ofClass[2 * month]!;
      const next = ofClass[2 * month + 1]!;
      byMonth[2 * month]! += old;
      byMonth[2 * month + 1]! += next;
      years[year]! += old;
      years[year + 1]! += next;
      byYear[year]! += old;
      byYear[year + 1]! += next;
    }
  });
  return { before, after, municipality, later, classes, byClass, byYear, byMonth, uneven: [...uneven.values()] };
}

/** Changes into running amounts, in place. */
export function accumulate(changes: Float64Array): void {
  for (let at = 2; at < changes.length; at += 1) changes[at]! += changes[at - 2]!;
}

/** Whole units as kr. */
export function krOfUnits(units: number, decimals: number): Decimal {
  return units === 0 ? ZERO : new Decimal(`${units}e-${decimals}`);
}
