// src/domain/return/course/months.ts: exact lengths of time in months: whole numbers, or fractions where days or weeks run out inside a month.
// A fraction is a ratio of whole numbers: rounding a bound would lose öre and could move a support into the next month.
import { Decimal } from "../../money";

/** A fraction in lowest terms that is no whole number. */
export interface Fraction {
  readonly over: bigint;
  /** At least 2. */
  readonly under: bigint;
}

export type Months = number | Fraction;

function common(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** over / under, under above 0. */
export function fraction(over: bigint, under: bigint): Months {
  const shared = common(over, under);
  return under === shared ? Number(over / under) : { over: over / shared, under: under / shared };
}

function parts(months: Months): Fraction {
  return typeof months === "number" ? { over: BigInt(months), under: 1n } : months;
}

export function plus(a: Months, b: Months): Months {
  if (typeof a === "number" && typeof b === "number") return a + b;
  const [x, y] = [parts(a), parts(b)];
  return fraction(x.over * y.under + y.over * x.under, x.under * y.under);
}

export function minus(a: Months, b: Months): Months {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [x, y] = [parts(a), parts(b)];
  return fraction(x.over * y.under - y.over * x.under, x.under * y.under);
}

export function times(a: Months, b: Months): Months {
  if (typeof a === "number" && typeof b === "number") return a * b;
  const [x, y] = [parts(a), parts(b)];
  return fraction(x.over * y.over, x.under * y.under);
}

/** a / b; b above 0. */
export function over(a: Months, b: Months): Months {
  const [x, y] = [parts(a), parts(b)];
  return fraction(x.over * y.under, x.under * y.over);
}

/** Below 0, 0 or above 0. */
export function compare(a: Months, b: Months): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [x, y] = [parts(a), parts(b)];
  const difference = x.over * y.under - y.over * x.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Months, b: Months): Months {
  return compare(b, a) < 0 ? b : a;
}

export function most(a: Months, b: Months): Months {
  return compare(b, a) > 0 ? b : a;
}

/** The whole number at or below. */
export function floor(months: Months): number {
  if (typeof months === "number") return Math.floor(months);
  const whole = months.over / months.under;
  return Number(months.over < 0n ? whole - 1n : whole);
}

/** The whole number at or above. */
export function ceil(months: Months): number {
  return typeof months === "number" ? Math.ceil(months) : floor(months) + 1;
}

/** A decimal number with its decimals, exactly. */
export function exactly(value: Decimal): Months {
  const digits = value.decimalPlaces();
  return fraction(BigInt(value.times(new Decimal(10).pow(digits)).toFixed(0)), 10n ** BigInt(digits));
}

/** To 60 significant digits. */
export function toDecimal(months: Months): Decimal {
  if (typeof months === "number") return new Decimal(months);
  return new Decimal(months.over.toString()).div(months.under.toString());
}

/** An amount times a length, to 60 significant digits: the division comes last. */
export function timesMonths(amount: Decimal, months: Months): Decimal {
  if (typeof months === "number") return amount.times(months);
  return amount.times(months.over.toString()).div(months.under.toString());
}

/** The part of [from, to) inside [start, end); 0 where they do not meet. */
export function overlap(from: Months, to: Months, start: Months, end: Months): Months {
  const length = minus(least(to, end), most(from, start));
  return compare(length, 0) < 0 ? 0 : length;
}
