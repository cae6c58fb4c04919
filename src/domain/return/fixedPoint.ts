// src/domain/return/fixedPoint.ts: year factors as whole numbers of 10^−50, so that sums of öre times factors are whole-number arithmetic.
// BigInt is some twenty times faster here than Decimal; 50 decimals keep every product far below any amount of money.
import { Decimal, ZERO } from "../money";

/** A whole number of 10^−50. */
export type Fixed = bigint;

/** Decimals of a `Fixed`. */
export const FIXED_DIGITS = 50;
const SCALE = new Decimal(10).pow(FIXED_DIGITS);

/** Exact for up to 50 decimals, else rounded there. */
export function fixedOf(factor: Decimal): Fixed {
  return BigInt(factor.times(SCALE).toFixed(0));
}

/** A sum of whole units (10^−decimals kr) times fixed factors, as kr. */
export function krOfFixed(sum: Fixed, decimals: number): Decimal {
  return sum === 0n ? ZERO : new Decimal(`${sum}e-${FIXED_DIGITS + decimals}`);
}

/** A whole number of units, below 2^53, times a factor. */
export function timesUnits(factor: Fixed, units: number): Fixed {
  return units === 0 ? 0n : factor * BigInt(units);
}
