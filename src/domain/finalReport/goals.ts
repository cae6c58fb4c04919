// src/domain/finalReport/goals.ts: goals and what came of them, and planned against actual counts.
// Where two denominators differ (actual and expected closures) both shares are given.
import { Decimal } from "../money";
import type { MonthIndex } from "../period";
import { shareOf } from "./reconcile";

export interface Goal {
  readonly name: string;
  readonly target: Decimal;
  readonly outcome: Decimal;
  /** Whether more or less is better. */
  readonly direction: "at-least" | "at-most";
  /** What the outcome is a part of: those it actually came from, and those expected; null: not given. */
  readonly actualBase: Decimal | null;
  readonly expectedBase: Decimal | null;
  /** `Gäller från`: targets change during a project; null: from the start. */
  readonly validFrom: MonthIndex | null;
  /** Answers / asked, beside a survey figure; null: no survey. */
  readonly responseRate: Decimal | null;
  /** Target and outcome are shares of 1. */
  readonly share: boolean;
  /** The number that the outcome of such a goal was worked out from, as part of its base; left out: the outcome stands as it was given. */
  readonly counted?: Decimal;
  /** The persons that the outcome counts, or is a share of, and what they came from; null: it counts none. */
  readonly persons: { readonly count: Decimal; readonly base: Decimal | null } | null;
}

export type Verdict = "reached" | "partly" | "not";

export interface GoalResult {
  readonly goal: Goal;
  /** outcome / target; null when the target is 0. */
  readonly fulfilment: Decimal | null;
  readonly verdict: Verdict;
  readonly shareOfActual: Decimal | null;
  readonly shareOfExpected: Decimal | null;
  /** Both bases are given and differ: both shares must be shown. */
  readonly basesDiffer: boolean;
}

/** From this fulfilment a goal that is not reached counts as partly reached; the user's to change. */
export const PARTLY_FROM = new Decimal("0.5");

/** Fulfilment, both shares and a verdict. */
export function goalResult(goal: Goal, partlyFrom: Decimal = PARTLY_FROM): GoalResult {
  const { target, outcome, actualBase, expectedBase } = goal;
  const part = numberOf(goal);
  const fulfilment = shareOf(outcome, target);
  return {
    goal,
    fulfilment,
    verdict: verdictOf(goal, partlyFrom),
    shareOfActual: actualBase === null ? null : shareOf(part, actualBase),
    shareOfExpected: expectedBase === null ? null : shareOf(part, expectedBase),
    basesDiffer: actualBase !== null && expectedBase !== null && !actualBase.eq(expectedBase),
  };
}

/** What is set against the bases: the outcome, or the number that its share was worked out from. */
export function numberOf({ outcome, counted }: Goal): Decimal {
  return counted ?? outcome;
}

/** A goal to stay at or below something is partly reached up to target / partlyFrom: at 0.5 up to twice the target. */
function verdictOf({ direction, target, outcome }: Goal, partlyFrom: Decimal): Verdict {
  if (direction === "at-least") {
    if (outcome.gte(target)) return "reached";
    return outcome.gte(target.times(partlyFrom)) ? "partly" : "not";
  }
  if (outcome.lte(target)) return "reached";
  return outcome.times(partlyFrom).lte(target) ? "partly" : "not";
}

/** The goal of a name that holds in a month: the latest that is valid by then; null when none is. */
export function goalAt(goals: readonly Goal[], name: string, month: MonthIndex): Goal | null {
  const valid = goals.filter((goal) => goal.name === name && (goal.validFrom ?? -Infinity) <= month);
  return valid.reduce<Goal | null>(
    (latest, goal) =>
      latest !== null && (latest.validFrom ?? -Infinity) > (goal.validFrom ?? -Infinity) ? latest : goal,
    null,
  );
}

/** Planned against actual persons; a missing count is not 0. */
export interface CountRow {
  readonly name: string;
  readonly planned: number | null;
  readonly actual: number | null;
}

export interface CountDeviation extends CountRow {
  /** actual − planned; null where either is missing. */
  readonly difference: number | null;
  /** difference / planned; null where planned is missing or 0. */
  readonly share: Decimal | null;
}

export function countDeviation(row: CountRow): CountDeviation {
  const { planned, actual } = row;
  const difference = planned === null || actual === null ? null : actual - planned;
  return {
    ...row,
    difference,
    share: difference === null || planned === null ? null : shareOf(new Decimal(difference), new Decimal(planned)),
  };
}

/** The sum over rows of those where both counts are known, so that the total's deviation compares like with like; `left` rows are not in it. */
export function countTotal(
  rows: readonly CountRow[],
  name: string,
): { readonly total: CountDeviation; readonly left: readonly CountRow[] } {
  const both = rows.filter(({ planned, actual }) => planned !== null && actual !== null);
  const add = (of: (row: CountRow) => number | null): number => both.reduce((all, row) => all + (of(row) ?? 0), 0);
  const total =
    both.length === 0
      ? { name, planned: null, actual: null }
      : { name, planned: add(({ planned }) => planned), actual: add(({ actual }) => actual) };
  return { total: countDeviation(total), left: rows.filter((row) => !both.includes(row)) };
}
