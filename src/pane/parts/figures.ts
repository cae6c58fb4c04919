// src/pane/parts/figures.ts: figures in a table's own unit and the reader's language. One place for how many decimals the pane shows.
import type { AgencyReturn, Horizon } from "../../domain/return/agencyReturn";
import type { BudgetTable } from "../../domain/deviation/budget";
import type { Decimal, Unit } from "../../domain/money";
import { amountText, numberText, percentText, signedAmountText, signedPercentText } from "../../text/format";
import type { Texts } from "../../text/texts";

export interface Figures {
  readonly amount: (kr: Decimal) => string;
  readonly signed: (kr: Decimal) => string;
  readonly share: (share: Decimal) => string;
  readonly signedShare: (share: Decimal) => string;
  readonly count: (count: Decimal) => string;
}

export function figuresOf({ unit, decimals }: BudgetTable, { language }: Texts): Figures {
  return {
    amount: (kr) => amountText(kr, unit, decimals, language),
    signed: (kr) => signedAmountText(kr, unit, decimals, language),
    share: (share) => percentText(share, 1, language),
    signedShare: (share) => signedPercentText(share, 1, language),
    count: (count) => numberText(count, count.isInteger() ? 0 : 1, language),
  };
}

export type Tone = "even" | "good" | "bad";

/** Favourable, unfavourable or neither. */
export function toneOf(deviation: Decimal): Tone {
  return deviation.isZero() ? "even" : deviation.isPositive() ? "good" : "bad";
}

/** Costs per person are small beside totals: told in kr where the table is, else in tkr with a decimal, as in the written tab. */
export function costUnitOf({ unit, decimals }: BudgetTable): { readonly unit: Unit; readonly decimals: number } {
  return unit === "kr" ? { unit, decimals: Math.min(decimals, 2) } : { unit: "tkr", decimals: 1 };
}

/** Money in and back is told in whole kronor, without the unit's name. */
export function wholeKr({ language }: Texts): (kr: Decimal) => string {
  return (kr) => amountText(kr, "kr", 0, language);
}

/** Kronor per krona, two decimals; a dash where there is no ratio. */
export function ratioText(ratio: Decimal | null, { language }: Texts): string {
  return ratio === null ? "–" : numberText(ratio, 2, language);
}

/** The horizons of a result, shortest first: keys that are years come in their order, retirement after them. */
export function horizonsOf({ horizons }: AgencyReturn): readonly Horizon[] {
  return Object.keys(horizons) as Horizon[];
}
