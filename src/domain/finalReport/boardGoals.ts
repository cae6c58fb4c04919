// src/domain/finalReport/boardGoals.ts: which figures of goals that count persons the board may not see: small groups, and what they could be worked out from.
import { isSmall, SMALLEST_GROUP } from "./disclosure";
import { goalResult, type GoalResult } from "./goals";
import { Decimal } from "../money";

/** `few`: 1–4 persons; `derived`: a figure that a hidden one could be worked out from. */
export type Hiding = "few" | "derived";

/** What of a goal is hidden; null: it is shown. With the outcome go its fulfilment and its shares. */
export interface HiddenGoal {
  readonly outcome: Hiding | null;
  readonly actualBase: Hiding | null;
  /** The verdict would tell more than that they are few. */
  readonly verdict: boolean;
}

/** A shown number of persons, and the goal whose outcome it is; null: a base. */
interface Shown {
  readonly value: Decimal;
  readonly goal: number | null;
}

/**
 * Hidden are outcomes and bases of 1–4 persons, outcomes that leave 1–4 of their base, and, as long as a hidden outcome is what is left of a shown
 * number after one or two shown outcomes, the smallest of those. Targets and expected bases are plans, no groups of persons. A goal that changed during
 * the project is hidden under all its dates.
 */
export function hiddenGoals(results: readonly GoalResult[]): readonly HiddenGoal[] {
  const outcomes = results.map(({ goal: { persons } }): Hiding | null => {
    if (persons === null) return null;
    if (isSmall(persons.count)) return "few";
    return persons.base !== null && isSmall(persons.base.minus(persons.count)) ? "derived" : null;
  });
  const hide = (at: number): void => {
    results.forEach(({ goal }, other) => {
      if (other === at || (goal.persons !== null && goal.name === results[at]?.goal.name))
        outcomes[other] ??= "derived";
    });
  };
  outcomes.forEach((hidden, at) => {
    if (hidden !== null) hide(at);
  });
  for (let part = revealing(results, outcomes); part !== null; part = revealing(results, outcomes)) hide(part);
  return results.map((result, at) => {
    const { goal } = result;
    const outcome = outcomes[at] ?? null;
    const actualBase = goal.persons !== null && goal.actualBase !== null && isSmall(goal.actualBase) ? "few" : null;
    return { outcome, actualBase, verdict: outcome === "few" && !verdictIsOpen(result) };
  });
}

/** The smallest shown outcome that, with a shown whole, gives a hidden one; null when none does. */
function revealing(results: readonly GoalResult[], outcomes: readonly (Hiding | null)[]): number | null {
  const shown: Shown[] = results.flatMap(({ goal: { persons, actualBase, share, counted } }, at): Shown[] => {
    if (persons === null) return [];
    const base = actualBase === null || isSmall(actualBase) ? [] : [{ value: actualBase, goal: null }];
    return (share && counted === undefined) || outcomes[at] !== null
      ? base
      : [...base, { value: persons.count, goal: at }];
  });
  const parts = shown.filter(({ goal, value }) => goal !== null && !value.isZero());
  for (const [at, hidden] of outcomes.entries()) {
    const count = results[at]?.goal.persons?.count;
    if (hidden === null || count === undefined) continue;
    for (const whole of shown) {
      const left = whole.value.minus(count);
      const found = parts.flatMap((one, index) => [
        ...(one !== whole && one.value.eq(left) ? [[one]] : []),
        ...parts
          .slice(index + 1)
          .flatMap((two) => (one !== whole && two !== whole && one.value.plus(two.value).eq(left) ? [[one, two]] : [])),
      ])[0];
      const smallest = found?.reduce((least, each) => (each.value.lt(least.value) ? each : least));
      if (smallest !== undefined) return smallest.goal;
    }
  }
  return null;
}

/** Whether any number of the small group would have given the same verdict. Of a share that depends on what it is a share of. */
function verdictIsOpen({ goal, verdict }: GoalResult): boolean {
  const few = Array.from({ length: SMALLEST_GROUP - 1 }, (_, index) => new Decimal(index + 1));
  return !goal.share && few.every((outcome) => goalResult({ ...goal, outcome }).verdict === verdict);
}
