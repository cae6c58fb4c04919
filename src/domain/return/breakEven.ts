// src/domain/return/breakEven.ts: the value of each assumption at which 1 kr comes back per kr in, all others as they are.
// Where nobody has a sourced figure the product proposes none: it shows how much the result can bear.
import type { AssumptionKind, Scenario } from "./assumptions";
import { neutral } from "./assumptions";
import { evaluatorOf } from "./drawnReturn";
import { Decimal } from "../money";
import { termsOf } from "./uncertainty";
import type { UncertaintyInput } from "./uncertainty";

/** `value`: the limit; `always`: 1.00 or more whatever the value; `never`: less than 1.00 whatever the value. */
export interface BreakEven {
  /** Index into the scenario's assumptions. */
  readonly index: number;
  /** A fraction; 6 decimals, towards the value that assumes nothing, so that 1.00 holds at it. Null unless `outcome` is `value`. */
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
/** Looked at on the way to the furthest value: where effects of both signs meet, the result may cross 1.00 more than once. */
const STEPS = 200;

/** One for each assumption that has a limit, in the scenario's order; empty where nothing was paid in. Curves have none. */
export function breakEvensOf(input: UncertaintyInput): readonly BreakEven[] {
  const { scenario, basis } = input;
  const paidIn = basis.contributions.total;
  if (paidIn.lte(0)) return [];
  const terms = termsOf(input);
  return scenario.assumptions.flatMap(({ kind, series }, index): BreakEven[] => {
    const furthest = FURTHEST[kind];
    if (furthest === undefined || series !== null) return [];
    const evaluate = evaluatorOf(terms, opened(scenario, index), basis.input.sources);
    const drawn = Float64Array.from(scenario.assumptions, ({ base }) => base.toNumber());
    const surplus = (value: number): number => {
      drawn[index] = value;
      return evaluate(drawn) - paidIn.toNumber() + TOLERANCE;
    };
    return [{ index, ...limitBetween(neutral(kind).toNumber(), furthest, surplus) }];
  });
}

/** The scenario with one assumption uncertain, so that the evaluator takes its value from outside. */
function opened(scenario: Scenario, index: number): Scenario {
  const assumptions = scenario.assumptions.map((each, at) =>
    at === index ? { ...each, low: each.base.minus(1), high: each.base.plus(1) } : each,
  );
  return { ...scenario, assumptions };
}

function limitBetween(nothing: number, furthest: number, surplus: (value: number) => number): Omit<BreakEven, "index"> {
  if (surplus(nothing) < 0) return { value: null, outcome: "never" };
  const steps = Array.from({ length: STEPS }, (_, step) => nothing + ((furthest - nothing) * (step + 1)) / STEPS);
  const at = steps.findIndex((value) => surplus(value) < 0);
  if (at < 0) return { value: null, outcome: "always" };
  let [reached, missed] = [steps[at - 1] ?? nothing, steps[at] ?? furthest];
  for (let half = 0; half < 40; half += 1) {
    const middle: number = (reached + missed) / 2;
    if (surplus(middle) < 0) missed = middle;
    else reached = middle;
  }
  const rounding = furthest > nothing ? Decimal.ROUND_DOWN : Decimal.ROUND_UP;
  return { value: new Decimal(reached).toDecimalPlaces(DIGITS, rounding), outcome: "value" };
}
