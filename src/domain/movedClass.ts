// src/domain/movedClass.ts: what of a participant-year is only moved between agencies, as linear functions of the amounts.
// Without this the smaller of two sums per person would have to be taken one by one, in Decimal.
import { Decimal, ZERO } from "./money";
import type { PaidShare } from "./payer";

/** kr = before · (old support) + after · (new support), both with their uprating. */
export interface Linear {
  readonly before: Decimal;
  readonly after: Decimal;
}

export interface MovedClass {
  readonly moved: Linear;
  /** Per party: + what it gains at another's cost, − what it pays to another's gain. Sums to 0. */
  readonly shift: readonly (readonly [party: number, share: Linear])[];
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
  const gains = { before: total(gainers, "old"), after: total(gainers, "next").negated() };
  const losses = { before: total(losers, "old").negated(), after: total(losers, "next") };
  // A gain on the whole: all losses are moved, and the gainers share them; else all gains are, and the losers share them.
  const gainOnTheWhole = effect(all).gte(0);
  const moved = gainOnTheWhole ? losses : gains;
  const part = (share: Decimal): Linear => ({ before: moved.before.times(share), after: moved.after.times(share) });
  const own = ({ old, next }: Shares): Linear => ({ before: old, after: next.negated() });
  const shift = [
    ...gainers.map((each) => [each.party, gainOnTheWhole ? part(each.old.div(gains.before)) : own(each)] as const),
    ...losers.map(
      (each) => [each.party, gainOnTheWhole ? own(each) : negated(part(each.next.div(losses.after)))] as const,
    ),
  ];
  return { moved, shift };
}

function negated({ before, after }: Linear): Linear {
  return { before: before.negated(), after: after.negated() };
}
