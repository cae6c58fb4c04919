// src/domain/finalReport/reconcile.ts: what a report states, against what its own figures give.
// They agree when the stated figure equals the computed one rounded to the stated one's precision.
import { Decimal, rounded } from "../money";

/** A figure with the precision it is stated in: 97 % is 0.97 with 2 decimals; −3 decimals: stated in thousands. */
export interface StatedFigure {
  readonly value: Decimal;
  readonly decimals: number;
}

export interface Claim {
  readonly claim: string;
  readonly stated: StatedFigure;
  /** What the underlying figures give, unrounded; null where they give nothing (no figures, a division by 0). */
  readonly computed: Decimal | null;
}

/** `reconciles` is null when there is nothing to compare with. `difference` = stated − computed. */
export interface ClaimCheck extends Claim {
  readonly difference: Decimal | null;
  readonly reconciles: boolean | null;
}

/** A figure that states all the decimals it is written with; a percentage has two more as a fraction. */
export function statedFigure(value: Decimal): StatedFigure {
  return { value, decimals: value.decimalPlaces() };
}

/** `19` per cent as the figure 0.19, stated to a whole per cent; `19.5` to a tenth. */
export function statedPercent(percent: Decimal): StatedFigure {
  return { value: percent.div(100), decimals: percent.decimalPlaces() + 2 };
}

export function checkClaim(claim: Claim): ClaimCheck {
  const { stated, computed } = claim;
  if (computed === null) return { ...claim, difference: null, reconciles: null };
  return {
    ...claim,
    difference: stated.value.minus(computed),
    reconciles: roundedTo(computed, stated.decimals).eq(stated.value),
  };
}

function roundedTo(value: Decimal, decimals: number): Decimal {
  if (decimals >= 0) return rounded(value, decimals);
  const unit = new Decimal(10).pow(-decimals);
  return rounded(value.div(unit), 0).times(unit);
}

/** part / whole; null when the whole is 0. */
export function shareOf(part: Decimal, whole: Decimal): Decimal | null {
  return whole.isZero() ? null : part.div(whole);
}
