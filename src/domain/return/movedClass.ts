// src/domain/return/movedClass.ts: what of a participant-year is only moved between agencies, as linear functions of the amounts.
// Without this the smaller of two sums per person would have to be taken one by one, in Decimal.
import { fixedOf } from "./fixedPoint";
import type { Fixed } from "./fixedPoint";
import { Decimal, ZERO } from "../money";
import type { PaidShare } from "./payer";

/** kr = before · (old support) + after · (new support), both with their uprating. */
export interface Linear {
  readonly before: Decimal;
  readonly after: Decimal;
}

export type PartyShare = readonly [party: number, share: Linear];

/**
 * A party's shift: + what it gains at another's cost, − what it pays to another's gain, in proportion to its own effect. Sums to 0.
 * On the side with the smaller sum everybody's whole effect is moved. On the other side each has effect · moved / Σ effects, which is linear
 * where their effects keep their proportions whatever the amounts: where it is one party, or where only the old support is theirs.
 */
export interface MovedClass {
  readonly moved: Linear;
  readonly shift: readonly PartyShare[];
  /** The other parties of the side with the larger sum, with their own effects: their parts are worked out from the amounts. */
  readonly uneven: readonly PartyShare[];
}

/**
 * With x = Σ max(effect, 0) and y = Σ max(−effect, 0) over the payers, moved = min(x, y). Which effects are positive, and which of x and y
 * is smaller, depends only on the ratio new/old amount. `thresholds` are the ratios where that changes (ascending, above 0);
 * `classes[i]` holds below `thresholds[i]` and from the one before it. At a threshold both neighbours give the same amount.
 */
export interface MovedClasses {
  readonly thresholds: readonly Decimal[];
  readonly classes: readonly MovedClass[];
}

/** The classes for one pair of supports, from who pays the old and who pays the new one. */
export function movedClassesOf(old: readonly PaidShare[], next: readonly PaidShare[]): MovedClasses {
  const parties = [...new Set([...old, ...next].map(({ party }) => party))].sort((a, b) => a - b);
  const shareIn = (list: readonly PaidShare[], party: number): Decimal =>
    list.reduce((total, each) => (each.party === party ? total.plus(each.share) : total), ZERO);
  const shares = parties.map((party) => ({ party, old: shareIn(old, party), next: shareIn(next, party) }));
  const all = { old: total(shares, "old"), next: total(shares, "next") };
  const ratios = [...shares, all]
    .filter((each) => each.old.gt(0) && each.next.gt(0))
    .map((each) => each.old.div(each.next));
  const thresholds = ratios
    .filter((ratio, at) => ratios.findIndex((each) => each.eq(ratio)) === at)
    .sort((a, b) => a.cmp(b));
  const samples = [
    ...thresholds.map((upper, at) => (thresholds[at - 1] ?? ZERO).plus(upper).div(2)),
    (thresholds.at(-1) ?? new Decimal(1)).times(2),
  ];
  return { thresholds, classes: samples.map((ratio) => classAt(shares, all, ratio)) };
}

interface Shares {
  readonly party: number;
  readonly old: Decimal;
  readonly next: Decimal;
}

function total(shares: readonly Shares[], side: "old" | "next"): Decimal {
  return shares.reduce((all, each) => all.plus(each[side]), ZERO);
}

function classAt(shares: readonly Shares[], all: Omit<Shares, "party">, ratio: Decimal): MovedClass {
  const effect = (each: Omit<Shares, "party">): Decimal => each.old.minus(each.next.times(ratio));
  const gainers = shares.filter((each) => effect(each).gt(0));
  const losers = shares.filter((each) => effect(each).lt(0));
  // A gain on the whole: all losses are moved, and the gainers share them; else all gains are, and the losers share them.
  const gainOnTheWhole = effect(all).gte(0);
  const [smaller, larger] = gainOnTheWhole ? [losers, gainers] : [gainers, losers];
  if (smaller.length === 0) return { moved: { before: ZERO, after: ZERO }, shift: [], uneven: [] };
  const own = (each: Shares): PartyShare => [each.party, { before: each.old, after: each.next.negated() }];
  const sides = { before: total(smaller, "old"), after: total(smaller, "next").negated() };
  const moved = gainOnTheWhole ? negated(sides) : sides;
  const shift = smaller.map(own);
  const parts = proportions(larger);
  if (parts === null) return { moved, shift, uneven: larger.map(own) };
  // What the smaller side has lost, or gained, the larger has gained, or lost.
  const opposite = negated(sides);
  const shared = larger.map(({ party }, at): PartyShare => {
    const part = parts[at] ?? ZERO;
    return [party, { before: opposite.before.times(part), after: opposite.after.times(part) }];
  });
  return { moved, shift: [...shift, ...shared], uneven: [] };
}

/** Each one's part of the effects of all of them, null where the parts depend on the amounts. Together they have an effect. */
function proportions(side: readonly Shares[]): readonly Decimal[] | null {
  const old = total(side, "old");
  const next = total(side, "next");
  if (side.some((each) => !each.old.times(next).eq(each.next.times(old)))) return null;
  return side.map((each) => (old.isZero() ? each.next.div(next) : each.old.div(old)));
}

function negated({ before, after }: Linear): Linear {
  return { before: before.negated(), after: after.negated() };
}

/** By party: its part of what is moved, in the unit of the amounts times 10^−FIXED_DIGITS, rounded towards 0. */
export type UnevenParts = (old: bigint, next: bigint) => readonly Fixed[];

/**
 * effect · moved / |Σ effects| for the parties of `uneven`, in their order, of one old and one new amount (whole numbers of any one unit).
 * Exact shares of up to FIXED_DIGITS decimals; no part is larger than the party's own effect.
 */
export function unevenPartsOf({ moved, uneven }: MovedClass): UnevenParts {
  const fixed = ({ before, after }: Linear) => ({ before: fixedOf(before), after: fixedOf(after) });
  const all = fixed(moved);
  const own = uneven.map(([, share]) => fixed(share));
  return (old, next) => {
    const amount = all.before * old + all.after * next;
    const effects = own.map(({ before, after }) => before * old + after * next);
    const sum = effects.reduce((running, each) => running + each, 0n);
    if (sum === 0n) return effects.map(() => 0n);
    return effects.map((effect) => (effect * amount) / (sum < 0n ? -sum : sum));
  };
}
