// src/intake/statement/lookalikes.ts: stretches of rows that look like the groups that were proved beside them: a damaged figure hides a group.
import type { Attempt, Candidate, Structure } from "./parse";

/** Shortest stretch that is suspected. */
const SHORTEST = 3;
/** Further than this no group reaches that is told by its looks alone. */
const LONGEST = 40;

/**
 * Unproved rows beside proved unnamed groups: a row that comes near the sum of the rows below it (as a head) or above it (as a foot) is
 * asked about.
 */
export function lookalikes(attempt: Attempt, structure: Structure): readonly Candidate[] {
  const groups = [...structure.sums.values()].filter(({ exact, result, of }) => exact && !result && of.length > 1);
  const unnamed = groups.filter(({ named }) => !named);
  const grouped = new Set(unnamed.flatMap(({ of, row }) => [row, ...of]));
  const heads = groups.some(({ row, of }) => of.every((part) => part > row));
  const feet = groups.some(({ row, of }) => of.every((part) => part < row));
  const found: Candidate[] = [];
  for (const stretch of stretches(structure, grouped)) {
    if (stretch.length < SHORTEST) continue;
    if (heads) found.push(...near(attempt, structure, stretch, "head"));
    if (feet) found.push(...near(attempt, structure, [...stretch].reverse(), "foot"));
  }
  return found;
}

/** Runs of lines that no unnamed group holds, without a proved row between them. */
function stretches({ lines, sums }: Structure, grouped: ReadonlySet<number>): readonly (readonly number[])[] {
  const found: number[][] = [];
  let current: number[] = [];
  for (const row of [...lines, ...sums.keys()].sort((a, b) => a - b)) {
    if (grouped.has(row) || sums.has(row)) {
      if (current.length > 0) found.push(current);
      current = [];
    } else current.push(row);
  }
  if (current.length > 0) found.push(current);
  return found;
}

function near(
  { figures, classes }: Attempt,
  { covered }: Structure,
  stretch: readonly number[],
  side: "head" | "foot",
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first + 2 < stretch.length; first++) {
    const row = stretch[first]!;
    // Counted beside its parts by a total that comes out, it is a line.
    if ((covered.has(row) && covered.has(stretch[first + 1]!)) || !figures.telling(row)) continue;
    const sums = figures.main.map(() => 0);
    for (let last = first + 1; last < Math.min(stretch.length, first + LONGEST); last++) {
      const part = stretch[last]!;
      if (side === "head" && classes[part]!.opens && last > first + 1) break;
      if (side === "foot" && classes[stretch[last - 1]!]!.opens) break;
      figures.main.forEach((column, index) => (sums[index]! += figures.at(part, column)));
      if (last < first + 2) continue;
      const stated = figures.main.map((column) => figures.at(row, column));
      const within = Math.sqrt(last - first + 1);
      const isNear =
        stated.every((each, index) => distance(each, sums[index]!) <= 0.12) ||
        stated.some((each, index) => Math.abs(each - sums[index]!) <= within && Math.abs(each) > 4 * within);
      if (!isNear) continue;
      found.push({ row, of: [...stretch.slice(first + 1, last + 1)].sort((a, b) => a - b), why: "near", bits: 0 });
      break;
    }
  }
  return found;
}

/** Difference as a share of the larger. */
function distance(stated: number, sum: number): number {
  const largest = Math.max(Math.abs(stated), Math.abs(sum));
  return largest === 0 ? 0 : Math.abs(stated - sum) / largest;
}
