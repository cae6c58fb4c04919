// src/intake/budget/periods.ts: the periods of one table: which are its own, and which are sums of others.
import { comparePeriods, contains, overlaps, type Period } from "../../domain/period";

/** How the distinct periods of a table fit together. */
export interface PeriodFit {
  /** In time order, without those that are sums of others. */
  readonly leaves: readonly Period[];
  /** Periods that others fill exactly, such as a year beside its quarters. */
  readonly containers: ReadonlyMap<string, readonly Period[]>;
  /** Two that share months without one being the sum of others. */
  readonly conflict: readonly [Period, Period] | null;
}

export function periodKey({ from, to }: Pick<Period, "from" | "to">): string {
  return `${from}-${to}`;
}

/**
 * `periods` holds each span once. `sharedOut` says of two that overlap whether the first only has budget and the second only
 * outcome (budget `2024`, outcome `2024 jan–aug`): then neither is a sum of the other, and no amount is counted twice.
 */
export function fitPeriods(
  periods: readonly Period[],
  sharedOut: (outer: Period, inner: Period) => boolean,
): PeriodFit {
  const sorted = [...periods].sort(comparePeriods);
  const clash = (a: Period, b: Period): boolean => a !== b && overlaps(a, b) && !sharedOut(a, b) && !sharedOut(b, a);
  const inside = (outer: Period): Period[] => sorted.filter((inner) => clash(outer, inner) && contains(outer, inner));
  const leaves = sorted.filter((period) => inside(period).length === 0);
  const containers = new Map<string, readonly Period[]>();
  for (const leaf of leaves) {
    const other = leaves.find((next) => clash(leaf, next));
    if (other !== undefined) return { leaves, containers, conflict: [leaf, other] };
  }
  for (const period of sorted) {
    if (leaves.includes(period)) continue;
    const parts = leaves.filter((leaf) => contains(period, leaf));
    const filled =
      parts.reduce((month, part) => (part.from === month ? part.to + 1 : NaN), period.from) === period.to + 1;
    const across = leaves.find((leaf) => overlaps(leaf, period) && !contains(period, leaf));
    const other = across ?? (filled ? undefined : parts[0]);
    if (other !== undefined) return { leaves, containers, conflict: [period, other] };
    containers.set(periodKey(period), parts);
  }
  return { leaves, containers, conflict: null };
}
