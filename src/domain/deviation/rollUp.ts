// src/domain/deviation/rollUp.ts: several initiatives in one row each, and their total.
import type { CostSign } from "./budget";
import { signOfResult } from "./lineKind";
import { deviationOf, totalDeviation, type Deviation } from "./deviation";
import type { FollowUp } from "./followUp";

/** kr in one common sign convention; deviations positive when favourable. */
export interface RollUp {
  readonly sign: CostSign;
  readonly byInitiative: readonly Deviation[];
  readonly total: Deviation;
}

/**
 * The totals of several follow-ups side by side. Where the sources write costs with different signs they are all turned into
 * negative costs, as the published reports have them; deviations are the same either way. Needs at least one follow-up.
 */
export function rollUpOf(followUps: readonly FollowUp[]): RollUp {
  const signs = new Set(followUps.map(({ table }) => signOfResult(table)));
  const only = signs.size === 1 ? [...signs][0] : undefined;
  const sign: CostSign = only ?? "negative";
  const byInitiative = followUps.map(({ table, total }) =>
    signOfResult(table) === sign
      ? total
      : deviationOf({ outcome: total.outcome.neg(), budget: total.budget.neg() }, sign),
  );
  return { sign, byInitiative, total: totalDeviation(byInitiative, sign) };
}
