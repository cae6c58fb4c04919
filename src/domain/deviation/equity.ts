// src/domain/deviation/equity.ts: equity that the source states, against the computed result of the period.
import type { BudgetTable, StatedEquity } from "./budget";
import type { Deviation } from "./deviation";
import { hasIncome, signOfResult } from "./lineKind";
import { Decimal, KR_PER_UNIT } from "../money";

/** kr, positive when there is some. */
export interface EquityCheck {
  readonly stated: StatedEquity;
  /** The change as stated, else closing − opening; null: neither is there. */
  readonly change: Decimal | null;
  /** The computed result of the booked periods, positive when a surplus; null: the table has no income, so no result. */
  readonly result: Decimal | null;
  /** Closing − the size that the association has decided to keep; null: one of them is not stated. */
  readonly aboveDecided: Decimal | null;
  /** closing = opening + change, and change = result, within the rounding of what is stated; null: nothing to hold against each other. */
  readonly agrees: boolean | null;
}

/**
 * Holds what is stated together. Tolerance: half a unit per stated figure, and per line for the result that is computed of them
 * (method.md §1).
 */
export function equityCheck(table: BudgetTable, total: Deviation): EquityCheck | null {
  const stated = table.equity;
  if (stated === null) return null;
  const { opening, closing, decided } = stated;
  const half = new Decimal(KR_PER_UNIT[table.unit]).div(2);
  const within = (a: Decimal, b: Decimal, addends: number): boolean => a.minus(b).abs().lte(half.times(addends));
  const result = hasIncome(table) ? favourable(total.outcome, table) : null;
  const between = opening === null || closing === null ? null : closing.amount.minus(opening.amount);
  const change = stated.change?.amount ?? between;
  const checks = [
    ...(stated.change === null || between === null ? [] : [within(stated.change.amount, between, 3)]),
    ...(change === null || result === null ? [] : [within(change, result, table.lines.length + 2)]),
  ];
  return {
    stated,
    change,
    result,
    aboveDecided: closing === null || decided === null ? null : closing.amount.minus(decided.amount),
    agrees: checks.length === 0 ? null : !checks.includes(false),
  };
}

/** Positive when a surplus: a ledger writes one as a negative number. */
function favourable(amount: Decimal, table: BudgetTable): Decimal {
  return signOfResult(table) === "negative" ? amount : new Decimal(0).minus(amount);
}
