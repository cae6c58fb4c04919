// src/intake/records/statedTotal.ts: totals that a table states under its rows, compared with the sums of the rows, never added in.
import type { Decimal } from "../../domain/money";
import { problem, type Problem } from "../../domain/problem";

export interface StatedTotal {
  /** The column's heading. */
  readonly what: string;
  readonly stated: Decimal;
  readonly computed: Decimal;
  /** What rounding in the source explains; 0 for whole kronor and persons. */
  readonly tolerance: Decimal;
}

/** Null when they agree. */
export function statedTotalProblem(
  { what, stated, computed, tolerance }: StatedTotal,
  at: { readonly sheet: string; readonly cell: string },
): Problem | null {
  const difference = stated.minus(computed);
  if (difference.abs().lte(tolerance)) return null;
  return problem("stated-total-differs", at, {
    what,
    stated: stated.toString(),
    computed: computed.toString(),
    difference: difference.toString(),
  });
}
