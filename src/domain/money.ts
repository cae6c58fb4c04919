// src/domain/money.ts: exact amounts, and the one place that rounds.
// Whole öre are counted as safe integers (`Ore`); what is finer than an öre, and every division, is a Decimal in kronor.
import { Decimal as DecimalJs } from "decimal.js";

/** decimal.js with 60 significant digits, half away from zero, and no exponents in its strings. */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalJs;

/** Whole öre as a safe integer. The brand keeps kronor and öre from being mixed in one sum. */
export type Ore = number & { readonly __unit: "öre" };

/** An exact amount: whole öre, or a Decimal in kronor where the amount is finer than an öre or too large for a safe integer. */
export type Money = Ore | Decimal;

/** The unit a table states its amounts in. */
export type Unit = "kr" | "tkr" | "Mkr";

/** Öre in one of each unit. */
export const ORE_PER_UNIT: Readonly<Record<Unit, number>> = { kr: 100, tkr: 100_000, Mkr: 100_000_000 };

/** Kronor in one of each unit. */
export const KR_PER_UNIT: Readonly<Record<Unit, number>> = { kr: 1, tkr: 1_000, Mkr: 1_000_000 };

/** Below this many öre a double that is nearest to a whole number of öre shows exactly it in 15 significant digits. */
export const FIFTEEN_DIGITS = 1e15;

export const ZERO: Decimal = new Decimal(0);

/**
 * An Excel number in `unit` as money, read to the 15 significant digits that Excel shows: 0.1 + 0.2 kr is 30 öre.
 * Throws RangeError for NaN and infinities, which no cell holds.
 */
export function moneyFromNumber(value: number, unit: Unit): Money {
  const perUnit = ORE_PER_UNIT[unit];
  const ore = Math.round(value * perUnit);
  // A double equal to ore/perUnit correctly rounded is the one Excel stores for that decimal, so nothing was lost.
  if (ore / perUnit === value && Math.abs(ore) < FIFTEEN_DIGITS) return (ore + 0) as Ore;
  if (!Number.isFinite(value)) throw new RangeError(`not an amount: ${value}`);
  return moneyFromDecimal(new Decimal(value.toPrecision(15)).times(KR_PER_UNIT[unit]));
}

/** Kronor as money: whole öre where they are whole and safe, else the Decimal itself. */
export function moneyFromDecimal(kr: Decimal): Money {
  const ore = kr.times(100);
  if (!ore.isInteger() || ore.abs().gt(Number.MAX_SAFE_INTEGER)) return kr;
  return (ore.toNumber() + 0) as Ore;
}

/** The amount in kronor, exactly. */
export function toKr(money: Money): Decimal {
  if (typeof money !== "number") return money;
  // Below 15 digits the double nearest to the quotient is written as exactly the quotient: much faster than a division.
  return Math.abs(money) < FIFTEEN_DIGITS ? new Decimal(money / 100) : new Decimal(money).div(100);
}

export function isZero(money: Money): boolean {
  return typeof money === "number" ? money === 0 : money.isZero();
}

export function negated(money: Money): Money {
  return typeof money === "number" ? ((0 - money) as Ore) : money.negated();
}

/** −1, 0 or 1. */
export function signOf(money: Money): -1 | 0 | 1 {
  if (isZero(money)) return 0;
  return (typeof money === "number" ? money < 0 : money.isNegative()) ? -1 : 1;
}

/** a − b, exactly; in öre where both are, which is many times faster than Decimals. */
export function difference(a: Money, b: Money): Money {
  if (typeof a === "number" && typeof b === "number" && Number.isSafeInteger(a - b)) return (a - b + 0) as Ore;
  return moneyFromDecimal(toKr(a).minus(toKr(b)));
}

/** Sum of Decimals; 0 for none. */
export function sum(decimals: readonly Decimal[]): Decimal {
  return decimals.reduce((total, decimal) => total.plus(decimal), ZERO);
}

/** Rounded to `decimals` places, half away from zero: the only rounding in the program. Never negative zero. */
export function rounded(value: Decimal, decimals: number): Decimal {
  const result = value.toDecimalPlaces(decimals, DecimalJs.ROUND_HALF_UP);
  return result.isZero() ? ZERO : result;
}

/** Kronor as a decimal string with at most 2 decimals and no needless zeros: `-724000`, `139666.67`. */
export function krText(kr: Decimal): string {
  // Most amounts are whole öre; they need not be copied to be rounded.
  return (kr.decimalPlaces() <= 2 && !kr.isZero() ? kr : rounded(kr, 2)).toString();
}

/** A ratio with exactly 6 decimals: `0.430274`. */
export function shareText(share: Decimal): string {
  return rounded(share, 6).toFixed(6);
}
