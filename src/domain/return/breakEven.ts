// src/domain/return/breakEven.ts: the value of each assumption at which 1 kr comes back per kr in, all others as they are.
// Where nobody has a sourced figure the product proposes none: it shows how much the result can bear.
import type { AssumptionKind, Scenario } from "./assumptions";
import { neutral } from "./assumptions";
import { evaluatorOf } from "./drawnReturn";
import { Decimal } from "../money";
import { paidInEvaluator, termsOf } from "./uncertainty";
import type { UncertaintyInput } from "./uncertainty";

/**
 * `value`: the limit nearest to the value in use; `always`: 1.00 or more whatever the value; `never`: less than 1.00 whatever the value.
 * Where the result is 1.00 or more it is the limit on the way to assuming more, else the one on the way to assuming less.
 */
export interface BreakEven {
  /** Index into the scenario's assumptions. */
  readonly index: number;
  /** A fraction; 6 decimals, towards the side where 1.00 holds. Null unless `outcome` is `value`. */
  readonly value: Decimal | null;
  readonly outcome: "value" | "always" | "never";
}

/** The other end of each assumption from the one that assumes nothing. Uprating follows the norm, and tax is optional: they have no limit here. */
const FURTHEST: Readonly<Partial<Record<AssumptionKind, number>>> = {
  deadweight: 1,
  outflow: 1,
  others: 1,
  correction: 1,
  rate: 1,
  persistence: 0,
};
const DIGITS = 6;
/** kr: what plain numbers may lose. */
const TOLERANCE = 0.005;
/** Looked at on the way to either end: where effects of both signs meet, the result may cross 1.00 more than once. */
const STEPS = 200;

/** One for each assumption that has a limit, in the scenario's order; empty where nothing was paid in. Curves have none. */
export function breakEvensOf(input: UncertaintyInput): readonly BreakEven[] {
  const { scenario, basis } = input;
  if (basis.contributions.total.lte(0)) return [];
  const terms = termsOf(input);
  const paidIn = paidInEvaluator(input);
  return scenario.assumptions.flatMap(({ kind, base, series }, index): BreakEven[] => {
    const furthest = FURTHEST[kind];
    if (furthest === undefined || series !== null) return [];
    const evaluate = evaluatorOf(terms, opened(scenario, index), basis.input.sources);
    const drawn = Float64Array.from(scenario.assumptions, (each) => each.base.toNumber());
    const surplus = (value: number): number => {
      drawn[index] = value;
      return evaluate(drawn) - paidIn(drawn) + TOLERANCE;
    };
    return [{ index, ...limitFrom(base.toNumber(), neutral(kind).toNumber(), furthest, surplus) }];
  });
}

/** The scenario with one assumption uncertain, so that the evaluator takes its value from outside. */
function opened(scenario: Scenario, index: number): Scenario {
  const assumptions = scenario.assumptions.map((each, at) =>
    at === index ? { ...each, low: each.base.minus(1), high: each.base.plus(1) } : each,
  );
  return { ...scenario, assumptions };
}

/** Looks from the value in use: first where more is assumed if 1.00 holds there, else where less is, then the other way. */
function limitFrom(
  used: number,
  nothing: number,
  furthest: number,
  surplus: (value: number) => number,
): Omit<BreakEven, "index"> {
  const holds = surplus(used) >= 0;
  for (const end of holds ? [furthest, nothing] : [nothing, furthest]) {
    const value = crossing(used, end, holds, surplus);
    if (value !== null) return { value, outcome: "value" };
  }
  return { value: null, outcome: holds ? "always" : "never" };
}

/** The first value on the way from `used` to `end` beyond which 1.00 holds, or no longer holds, other than at `used`; null: none. */
function crossing(used: number, end: number, holds: boolean, surplus: (value: number) => number): Decimal | null {
  if (used === end) return null;
  const steps = Array.from({ length: STEPS }, (_, step) => used + ((end - used) * (step + 1)) / STEPS);
  const at = steps.findIndex((value) => surplus(value) >= 0 !== holds);
  if (at < 0) return null;
  let [same, other] = [steps[at - 1] ?? used, steps[at] ?? end];
  for (let half = 0; half < 40; half += 1) {
    const middle: number = (same + other) / 2;
    if (surplus(middle) >= 0 === holds) same = middle;
    else other = middle;
  }
  const [reached, missed] = holds ? [same, other] : [other, same];
  return new Decimal(reached).toDecimalPlaces(DIGITS, missed > reached ? Decimal.ROUND_DOWN : Decimal.ROUND_UP);
}
