// src/domain/finalReport/claims.ts: claims of a report with the figures they rest on, so that each check can be followed.
// A claim is a sum of figures, or one sum over another; reconcile.ts compares.
import type { BeforeAfter } from "./beforeAfter";
import { isSmall } from "./disclosure";
import { Decimal, sum } from "../money";
import { checkClaim, shareOf, type ClaimCheck, type StatedFigure } from "./reconcile";

/** One underlying figure. `reference`: the cell it stands in, as a formula writes it (`'Ekonomi'!C7`); null: given as a number. */
export interface ClaimFigure {
  readonly value: Decimal;
  readonly reference: string | null;
}

/** `whole` null: the claim is about the sum of `parts`; else about the sum of `parts` over the sum of `whole`. */
export interface ClaimBasis {
  readonly parts: readonly ClaimFigure[];
  readonly whole: readonly ClaimFigure[] | null;
}

/** What the claim is about where the program states it itself, from the initiative's fields. */
export type KnownClaim = "used-share" | "granted" | "used" | "before-base" | "after-base" | "before-after";

export interface StatedClaim {
  /** As the source words it; empty for those the program knows by `known`. */
  readonly claim: string;
  readonly known: KnownClaim | null;
  readonly stated: StatedFigure;
  readonly shownAs: "amount" | "number" | "percent";
  /** Null: nothing to check it against was given. */
  readonly basis: ClaimBasis | null;
  /** How far apart the two may be beside the rounding of the stated figure, where the underlying figures are rounded themselves; 0 as a rule. */
  readonly tolerance: Decimal;
  /** The figures count persons, so that small ones are hidden from the board. */
  readonly persons: boolean;
}

/** A claim and how it came out. */
export interface CheckedClaim extends StatedClaim, Omit<ClaimCheck, "claim" | "stated"> {}

export function figures(...values: readonly (Decimal | number | string)[]): readonly ClaimFigure[] {
  return values.map((value) => ({ value: new Decimal(value), reference: null }));
}

/** A claim in the source's words, shown as a percentage where it is a share. */
export function statedClaim(
  claim: string,
  stated: StatedFigure,
  basis: ClaimBasis | null,
  more: Partial<StatedClaim> = {},
): StatedClaim {
  const shownAs = basis?.whole == null ? "number" : "percent";
  return { claim, known: null, stated, shownAs, basis, tolerance: new Decimal(0), persons: false, ...more };
}

/** What the figures give, unrounded; null where they give nothing: no figures, or a whole of 0. */
export function computedOf(basis: ClaimBasis | null): Decimal | null {
  if (basis === null || basis.parts.length === 0) return null;
  const part = sum(basis.parts.map(({ value }) => value));
  if (basis.whole === null) return part;
  return basis.whole.length === 0 ? null : shareOf(part, sum(basis.whole.map(({ value }) => value)));
}

/** Agrees when the stated figure is the computed one rounded to the stated one's precision, or no further from it than the tolerance. */
export function checkedClaim(stated: StatedClaim): CheckedClaim {
  const { computed, difference, reconciles } = checkClaim({
    claim: stated.claim,
    stated: stated.stated,
    computed: computedOf(stated.basis),
  });
  const within = difference !== null && stated.tolerance.gt(0) && difference.abs().lte(stated.tolerance);
  return { ...stated, computed, difference, reconciles: reconciles === null ? null : reconciles || within };
}

/**
 * A basis as people type it: `24/136`, `53 + 37 + 63`, `(14+15+11)/136`, `2 064 312 / 2 458 000`. Numbers may have spaces between groups and a decimal
 * comma or point; null for anything else, minus signs and percentages too.
 */
export function claimBasisOf(text: string): ClaimBasis | null {
  const sides = text.replace(/[\s\u00a0\u202f]/gu, "").split("/");
  if (sides.length > 2) return null;
  const [parts, whole] = sides.map(addends);
  if (parts == null || whole === null) return null;
  return { parts, whole: whole ?? null };
}

function addends(side: string): readonly ClaimFigure[] | null {
  const bare = /^\((.*)\)$/u.exec(side)?.[1] ?? side;
  const numbers = bare.split("+");
  return numbers.every((number) => /^\d+(?:[.,]\d+)?$/u.test(number))
    ? figures(...numbers.map((number) => number.replace(",", ".")))
    : null;
}

/** A group that the board may not see: 1–4 persons. Shares of persons are none. */
export function isSmallGroup(
  { persons, shownAs }: Pick<StatedClaim, "persons" | "shownAs">,
  value: Decimal | null,
): boolean {
  return persons && shownAs === "number" && value !== null && isSmall(value);
}

/**
 * The basis as the board may see it: one sum where an addend is a small group, since the others and the sum would give it away;
 * null where the sum itself is one.
 */
export function boardBasis(claim: CheckedClaim): ClaimBasis | null {
  const { basis, persons, computed } = claim;
  if (!persons || basis === null) return basis;
  if (isSmallGroup(claim, computed)) return null;
  const collapsed = (side: readonly ClaimFigure[]): readonly ClaimFigure[] =>
    side.some(({ value }) => isSmall(value)) ? figures(sum(side.map(({ value }) => value))) : side;
  return { parts: collapsed(basis.parts), whole: basis.whole === null ? null : collapsed(basis.whole) };
}

/** What a before-and-after table says of itself: both columns sum to the persons it is about, or to each other where that is not said. */
export function beforeAfterClaims({ rows, sumAfter, base }: BeforeAfter): readonly StatedClaim[] {
  const column = (of: "before" | "after"): ClaimBasis => ({
    parts: figures(...rows.map((row) => row[of])),
    whole: null,
  });
  const claim = (known: KnownClaim, stated: number, of: "before" | "after"): StatedClaim =>
    statedClaim("", { value: new Decimal(stated), decimals: 0 }, column(of), { known, persons: true });
  if (base === null) return [claim("before-after", sumAfter, "before")];
  return [claim("before-base", base, "before"), claim("after-base", base, "after")];
}
