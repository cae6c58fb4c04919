// src/domain/finalReport/wholeShares.ts: which whole numbers a share can be worked out from: 0.1818… is 2 of 11, and 27 % of 11 can only be 3.
import { Decimal } from "../money";

/** part / whole, both whole numbers. */
export interface WholeShare {
  readonly part: Decimal;
  readonly whole: Decimal;
}

/** Larger groups than this are not told by a share's digits. */
const LARGEST_WHOLE = 1000;
/** How near a share written with all its digits is to the fraction that it is. */
const NEAR = new Decimal("1e-6");

/** The fraction with the smallest whole that a share is, to six digits; null: none up to 1 000, or it is no share between 0 and 1. */
export function simplestShare(share: Decimal): WholeShare | null {
  if (share.lte(0) || share.gte(1)) return null;
  for (let whole = 2; whole <= LARGEST_WHOLE; whole += 1) {
    const part = share.times(whole).toDecimalPlaces(0);
    if (part.gt(0) && part.div(whole).minus(share).abs().lte(NEAR)) return { part, whole: new Decimal(whole) };
  }
  return null;
}

/** For each of these wholes, the part that a share rounded to so many decimals can be of it; none where several or no parts fit. */
export function closestShares(share: Decimal, decimals: number, wholes: readonly Decimal[]): readonly WholeShare[] {
  if (share.lte(0) || share.gte(1)) return [];
  const half = new Decimal(10).pow(-decimals).div(2);
  return wholes.flatMap((whole) => {
    const least = share.minus(half).times(whole).ceil();
    const most = share.plus(half).times(whole).floor();
    return least.eq(most) ? [{ part: least, whole }] : [];
  });
}
