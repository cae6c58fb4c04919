// src/domain/finalReport/solving.ts: what a reader can work out from the figures of a page: exact linear equations, solved.
// A shown number is an equation (its parts add up to it); a shown ratio is one too (part − ratio · whole = 0).
import { Decimal } from "../money";

/** How many times each unknown is in a figure. Unknowns are named by whoever makes the page's equations. */
export type Form = ReadonlyMap<string, Decimal>;

/** `form` has this value. */
export interface Equation {
  readonly form: Form;
  readonly value: Decimal;
}

/** A fraction in whole numbers; the denominator is above 0. */
type Fraction = readonly [numerator: bigint, denominator: bigint];
type Row = Map<string, Fraction>;

/** The sum of unknowns, once each time they are given. */
export function sumForm(unknowns: readonly string[]): Form {
  const form = new Map<string, Decimal>();
  for (const unknown of unknowns) form.set(unknown, (form.get(unknown) ?? new Decimal(0)).plus(1));
  return form;
}

/** `a − factor · b`. */
export function lessForm(a: Form, b: Form, factor: Decimal | number = 1): Form {
  const form = new Map(a);
  for (const [unknown, times] of b) form.set(unknown, (form.get(unknown) ?? new Decimal(0)).minus(times.times(factor)));
  return form;
}

/**
 * Whether the equations give the figure that `secret` stands for: it is a combination of their left sides. Values do not matter, as long as the
 * equations hold together. O(n³) in the number of equations; exact.
 */
export function isDetermined(secret: Form, equations: readonly Pick<Equation, "form">[]): boolean {
  const basis: { readonly pivot: string; readonly row: Row }[] = [];
  for (const { form } of equations) {
    const row = reduced(rowOf(form), basis);
    const pivot = row.keys().next().value;
    if (pivot !== undefined) basis.push({ pivot, row });
  }
  return reduced(rowOf(secret), basis).size === 0;
}

/** What is left of a row when every pivot has been taken out of it. */
function reduced(row: Row, basis: readonly { readonly pivot: string; readonly row: Row }[]): Row {
  const left = new Map(row);
  for (const { pivot, row: other } of basis) {
    const own = left.get(pivot);
    const at = other.get(pivot);
    if (own === undefined || at === undefined) continue;
    const factor = divided(own, at);
    for (const [unknown, times] of other) {
      const rest = minus(left.get(unknown) ?? ZERO, product(factor, times));
      if (rest[0] === 0n) left.delete(unknown);
      else left.set(unknown, rest);
    }
  }
  return left;
}

function rowOf(form: Form): Row {
  const row: Row = new Map();
  for (const [unknown, times] of form) if (!times.isZero()) row.set(unknown, fractionOf(times));
  return row;
}

const ZERO: Fraction = [0n, 1n];

function fractionOf(value: Decimal): Fraction {
  const places = Math.max(0, value.decimalPlaces());
  return lowest(BigInt(value.times(new Decimal(10).pow(places)).toFixed(0)), 10n ** BigInt(places));
}

function divided(a: Fraction, b: Fraction): Fraction {
  const sign = b[0] < 0n ? -1n : 1n;
  return lowest(a[0] * b[1] * sign, a[1] * b[0] * sign);
}

function product(a: Fraction, b: Fraction): Fraction {
  return lowest(a[0] * b[0], a[1] * b[1]);
}

function minus(a: Fraction, b: Fraction): Fraction {
  return lowest(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
}

function lowest(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? ZERO : [numerator / a, denominator / a];
}
