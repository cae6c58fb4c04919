// src/intake/budget/scaleApart.ts: outcome and budget that are written in different units, a thousand times apart, with nothing that says so.

/** So many lines, and so large a share of them, are no chance: outcomes lie near their budgets. */
const FEWEST = 3;
const SHARE = 0.8;
/** A thousand times, with what outcomes differ from their budgets. */
const NEAREST = 100;
const FARTHEST = 10_000;

/**
 * Which of two columns of amounts is about a thousand times the other, from their amounts of the same lines in the same scale.
 * Null: neither, or too few lines say so.
 */
export function thousandTimes(
  pairs: readonly (readonly [outcome: number, budget: number])[],
): "outcome" | "budget" | null {
  const times = pairs.flatMap(([outcome, budget]) =>
    outcome === 0 || budget === 0 ? [] : [Math.abs(outcome / budget)],
  );
  if (times.length < FEWEST) return null;
  const isMost = (count: number): boolean => count >= times.length * SHARE;
  const within = (ratio: number): boolean => ratio >= NEAREST && ratio <= FARTHEST;
  if (isMost(times.filter(within).length)) return "outcome";
  return isMost(times.filter((ratio) => within(1 / ratio)).length) ? "budget" : null;
}
