// src/domain/deviation/deviation.ts: budget against outcome. Positive is favourable.
import type { CostSign, LineKind } from "./budget";
import { Decimal, sum } from "../money";

/** kr; `outcome` and `budget` keep the source's sign, `amount` is positive when favourable, `share` = amount / |budget|, null when budget is 0. */
export interface Deviation {
  readonly outcome: Decimal;
  readonly budget: Decimal;
  readonly amount: Decimal;
  readonly share: Decimal | null;
}

/** A deviation is material when |amount| ≥ `amount` kr and |share| ≥ `share` (a budget of 0 meets the share). */
export interface MaterialLimits {
  readonly amount: Decimal;
  readonly share: Decimal;
}

/** Indices into the lines: one cost, perhaps budgeted on one line and booked on the other. */
export interface OffsettingPair {
  readonly favourable: number;
  readonly unfavourable: number;
}

/** Outcome and budget in kr, the source's sign. */
export interface BudgetedCost {
  readonly outcome: Decimal;
  readonly budget: Decimal;
}

/** The limits to begin with: 100 000 kr and 10 % (method.md §1). */
export const standardLimits: MaterialLimits = { amount: new Decimal(100_000), share: new Decimal("0.1") };

/** Each of an offsetting pair is at least this share of the table's budget. */
const PAIR_SHARE_OF_BUDGET = new Decimal("0.05");
/** The smaller of an offsetting pair is at least this share of the larger. */
const PAIR_SMALLER_OF_LARGER = new Decimal("0.5");

/** Outcome − budget where costs are negative, budget − outcome where they are positive: favourable is positive either way. */
export function deviationOf({ outcome, budget }: BudgetedCost, sign: CostSign): Deviation {
  const amount = sign === "negative" ? outcome.minus(budget) : budget.minus(outcome);
  return {
    outcome,
    budget,
    amount,
    // Divided when asked for: a quotient of 60 digits for each of 100 000 cells takes longer than all the rest.
    get share() {
      return budget.isZero() ? null : amount.div(budget.abs());
    },
  };
}

/** A total is the deviation of the sums, never the sum or the mean of shares. */
export function totalDeviation(costs: readonly BudgetedCost[], sign: CostSign): Deviation {
  return deviationOf({ outcome: sum(costs.map((c) => c.outcome)), budget: sum(costs.map((c) => c.budget)) }, sign);
}

/** Whether both limits are reached; a deviation of exactly a limit is material, one of 0 never is. */
export function isMaterial({ amount, budget }: Deviation, limits: MaterialLimits): boolean {
  if (amount.isZero() || amount.abs().lt(limits.amount)) return false;
  // Compared as amounts, since the share itself is a rounded quotient.
  return budget.isZero() || amount.abs().gte(limits.share.times(budget.abs()));
}

/**
 * Pairs of lines that may be one cost, budgeted on one and booked on the other: opposite signs, both material, each at least
 * 5 % of the sum of the lines' |budget|, the smaller at least half of the larger (method.md §1). None where nothing is budgeted.
 * `kinds`: what each line is; more income and more cost are no pair.
 */
export function offsettingPairs(
  lineTotals: readonly Deviation[],
  limits: MaterialLimits,
  kinds: readonly LineKind[] = [],
): OffsettingPair[] {
  const threshold = PAIR_SHARE_OF_BUDGET.times(sum(lineTotals.map((line) => line.budget.abs())));
  if (threshold.isZero()) return [];
  const candidates = lineTotals.flatMap((deviation, line) =>
    isMaterial(deviation, limits) && deviation.amount.abs().gte(threshold) ? [{ line, amount: deviation.amount }] : [],
  );
  const unfavourable = candidates.filter(({ amount }) => amount.isNegative());
  return candidates
    .filter(({ amount }) => amount.isPositive())
    .flatMap((gain) =>
      unfavourable
        .filter((loss) => {
          if (kinds[loss.line] !== kinds[gain.line]) return false;
          const [smaller, larger] = gain.amount.lt(loss.amount.abs())
            ? [gain.amount, loss.amount.abs()]
            : [loss.amount.abs(), gain.amount];
          return smaller.gte(PAIR_SMALLER_OF_LARGER.times(larger));
        })
        .map((loss) => ({ favourable: gain.line, unfavourable: loss.line })),
    );
}
