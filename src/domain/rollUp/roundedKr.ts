// src/domain/rollUp/roundedKr.ts: kronor as a roll-up stores them.
import { Decimal } from "../money";
import type { Kr } from "./fileSummary";

/** Decimals of a stored amount: one more power of a hundred than öre, so that shares of a year's budget sum to the same öre. */
export const KR_DECIMALS = 4;

/** Half away from zero; never an exponent, no zeros at the end. */
export function storedKr(amount: Decimal): Kr {
  const rounded = amount.toDecimalPlaces(KR_DECIMALS, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? "0" : rounded.toFixed();
}

/** The same amount in ten-thousandths, exact: what a column of decimals holds. */
export function krSteps(amount: Kr): bigint {
  return BigInt(new Decimal(amount).times(10 ** KR_DECIMALS).toFixed(0));
}
