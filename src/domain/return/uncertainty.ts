// src/domain/return/uncertainty.ts: how much the return hangs on each assumption (tornado), and on all at once (Monte Carlo).
// Draws run in plain numbers over the exact sums per pair of supports and year; a result depends on the seed alone, not on the machine.
import { flowsIn, yearsIn } from "./agencyReturn";
import type { Horizon, ReturnBasis } from "./agencyReturn";
import type { Assumption, Scenario } from "./assumptions";
import { evaluatorOf, worthLater } from "./drawnReturn";
import type { Term } from "./drawnReturn";
import { contributionScale } from "./contributionValue";
import { Decimal, sum, ZERO } from "../money";
import { scopeShares } from "./benefitByYear";
import type { Scope } from "./benefitByYear";
import { percentile, seeded, triangular } from "./random";
import { krOfUnits } from "./supportFlow";
import { YEARS, yearFactorsOf } from "./yearFactors";
import type { Pick } from "./yearFactors";

export interface UncertaintyInput {
  readonly scenario: Scenario;
  readonly basis: ReturnBasis;
  readonly horizon: Horizon;
  readonly scope: Scope;
}

/** One assumption alone at its low and at its high, all others at base: kr back per kr in, null when nothing was paid in. */
export interface TornadoBar {
  /** Index into the scenario's assumptions. */
  readonly index: number;
  readonly assumption: Assumption;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** |high − low|. */
  readonly span: Decimal | null;
}

export interface Distribution {
  readonly seed: number;
  readonly draws: number;
  readonly horizon: Horizon;
  /** kr back. */
  readonly back: Percentiles;
  /** kr back per kr in; null when nothing was paid in. */
  readonly ratio: Percentiles | null;
  /** Shares of the draws with at least 1, and at least the target, kr back per kr in; null when nothing was paid in. */
  readonly atLeastOne: Decimal | null;
  readonly atLeastTarget: Decimal | null;
  /** kr back per kr in by draw, ascending: for a histogram; empty when nothing was paid in. */
  readonly ascending: Float64Array;
}

export interface Percentiles {
  readonly p5: Decimal;
  readonly p25: Decimal;
  readonly p50: Decimal;
  readonly p75: Decimal;
  readonly p95: Decimal;
}

/** The widest bars first; assumptions that are certain have no bar. Exact. */
export function tornadoOf(input: UncertaintyInput): TornadoBar[] {
  const terms = termsOf(input);
  const bars = input.scenario.assumptions.flatMap((assumption, index): TornadoBar[] => {
    if (!isUncertain(assumption)) return [];
    const at = (side: "low" | "high"): Decimal | null =>
      exactRatio(terms, input, (each, own) => (own === index ? each[side] : each.base));
    const low = at("low");
    const high = at("high");
    return [{ index, assumption, low, high, span: low === null || high === null ? null : high.minus(low).abs() }];
  });
  return bars.sort((a, b) => (b.span ?? ZERO).cmp(a.span ?? ZERO) || a.index - b.index);
}

/** It has a low or a high of its own; a curve has neither. */
export function isUncertain({ low, high, series }: Assumption): boolean {
  return series === null && !low.eq(high);
}

/** How far a draw may fall short of the limit in kr and still count as reaching it: what plain numbers can lose. */
const TOLERANCE = 0.005;

/**
 * `draws` independent triangular draws of every assumption, in table order; each takes one random number, certain ones too, so that
 * making one certain leaves the draws of the others as they were. All at base gives the exact result within 0.005 kr.
 * Throws RangeError for fewer than 1 draw.
 */
export function monteCarloOf(input: UncertaintyInput, seed: number, draws: number): Distribution {
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError("at least one draw is needed");
  const { scenario, basis } = input;
  const evaluate = evaluatorOf(termsOf(input), scenario, basis.input.sources);
  const paidIn = paidInEvaluator(input);
  const random = seeded(seed);
  const ranges = scenario.assumptions.map(
    ({ low, base, high }) => [low.toNumber(), base.toNumber(), high.toNumber()] as const,
  );
  const drawn = new Float64Array(ranges.length);
  const back = new Float64Array(draws);
  const paid = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < ranges.length; at += 1) {
      const [low, base, high] = ranges[at]!;
      drawn[at] = triangular(random.uniform(), low, base, high);
    }
    back[draw] = evaluate(drawn);
    paid[draw] = paidIn(drawn);
  }
  return distributionOf(back, paid, seed, input);
}

/** `back` and `paid` by draw: the rate weighs on both. */
function distributionOf(
  back: Float64Array,
  paid: Float64Array,
  seed: number,
  { basis, horizon }: UncertaintyInput,
): Distribution {
  const nothingPaid = basis.contributions.total.isZero();
  const percentiles = (ascending: Float64Array): Percentiles => {
    const at = (p: number): Decimal => new Decimal(percentile(ascending, p));
    return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
  };
  const atLeast = (ratio: Decimal): Decimal | null => {
    if (nothingPaid) return null;
    const least = ratio.toNumber();
    const reached = back.reduce((count, each, at) => (each >= paid[at]! * least - TOLERANCE ? count + 1 : count), 0);
    return new Decimal(reached).div(back.length);
  };
  const ratios = nothingPaid ? null : back.map((each, at) => each / paid[at]!).sort();
  return {
    seed,
    draws: back.length,
    horizon,
    back: percentiles(back.slice().sort()),
    ratio: ratios === null ? null : percentiles(ratios),
    atLeastOne: atLeast(new Decimal(1)),
    atLeastTarget: atLeast(basis.input.target),
    ascending: ratios ?? new Float64Array(0),
  };
}

/** Money in as a function of drawn values: the rate discounts it. It allocates nothing. */
export function paidInEvaluator(input: UncertaintyInput): (drawn: Float64Array) => number {
  const rate = input.scenario.assumptions.findIndex(({ kind }) => kind === "rate");
  const years = contributionTerms(input).map(({ later, kr }) => [later, kr.toNumber()] as const);
  return (drawn) => {
    const growth = rate < 0 ? 1 : 1 + drawn[rate]!;
    let paid = 0;
    for (const [later, kr] of years) paid += kr * worthLater(growth, later);
    return paid;
  };
}

/** kr paid in, in the kronor of the price year, by whole years after the first one; before any discounting. */
export function contributionTerms({
  scenario,
  basis,
}: UncertaintyInput): readonly { readonly later: number; readonly kr: Decimal }[] {
  const scale = contributionScale(scenario, { later: () => new Decimal(1) }, basis.startYear, basis.input.priceIndex);
  return basis.contributions.years.map(({ year, total }) => ({
    later: year === null ? 0 : year - basis.startYear,
    kr: total.times(scale(year).price),
  }));
}

type PairOfSupports = { readonly [Key in "before" | "after" | "kept" | "later"]: Term[Key] };

/** Sums per pair of supports and beginning, municipalities together, as far as the horizon reaches: what any set of assumptions is laid over. kr by year, exact. */
export function termsOf({ scenario, basis, horizon, scope }: UncertaintyInput): Term[] {
  const { table } = flowsIn(scenario, basis, true);
  const terms = new Map<string, Term>();
  const term = ({ before, after, kept, later }: PairOfSupports, taxed: boolean): Term => {
    const key = `${before}:${after}:${kept}:${later}:${String(taxed)}`;
    const known = terms.get(key) ?? { before, after, kept, later, taxed, old: blank(), next: blank() };
    terms.set(key, known);
    return known;
  };
  const { sources } = basis.input;
  for (const group of table.groups) {
    const shares = scopeShares(group, scope, basis.payers, sources, ZERO);
    const paid = term(group, false);
    const taxed = scope === "publicSector" ? term(group, true) : null;
    for (let k = 0; k < yearsIn(horizon); k += 1) {
      const old = krOfUnits(group.byYear[2 * k]!, table.decimals);
      const next = krOfUnits(group.byYear[2 * k + 1]!, table.decimals);
      if (old.isZero() && next.isZero()) continue;
      paid.old[k] = paid.old[k]!.plus(old.times(shares.old));
      paid.next[k] = paid.next[k]!.plus(next.times(shares.next));
      if (taxed === null) continue;
      taxed.old[k] = taxed.old[k]!.minus(sources[group.before]!.taxed ? old : ZERO);
      taxed.next[k] = taxed.next[k]!.minus(sources[group.after]!.taxed ? next : ZERO);
    }
  }
  return [...terms.values()].filter(({ old, next }) => [...old, ...next].some((each) => !each.isZero()));
}

function blank(): Decimal[] {
  return Array.from({ length: YEARS }, () => ZERO);
}

/** kr back per kr in with chosen assumptions, in Decimal; null when nothing was paid in. */
export function exactRatio(terms: readonly Term[], input: UncertaintyInput, pick: Pick): Decimal | null {
  const { scenario, basis } = input;
  const factors = yearFactorsOf(scenario, basis.input.sources, pick);
  const paid = sum(contributionTerms(input).map(({ later, kr }) => kr.times(factors.later(later))));
  if (paid.isZero()) return null;
  let back = ZERO;
  for (const { before, after, kept, later, old, next, taxed } of terms) {
    const pair = factors.pair(before, after, later, kept);
    for (let k = 0; k < YEARS; k += 1) {
      if (old[k]!.isZero() && next[k]!.isZero()) continue;
      const amount = old[k]!.times(pair.old[k]!).minus(next[k]!.times(pair.next[k]!));
      back = back.plus(taxed ? amount.times(factors.tax) : amount);
    }
  }
  return back.div(paid);
}
