// src/domain/return/uncertainty.ts: how much the return hangs on each assumption (tornado), and on all at once (Monte Carlo).
// Draws run in plain numbers over the exact sums per pair of supports and year; a result depends on the seed alone, not on the machine.
import { flowsIn, yearsIn } from "./agencyReturn";
import type { Horizon, ReturnBasis } from "./agencyReturn";
import type { Assumption, Scenario } from "./assumptions";
import { evaluatorOf } from "./drawnReturn";
import type { Term } from "./drawnReturn";
import { Decimal, ZERO } from "../money";
import { scopeShares } from "./moneyBack";
import type { Scope } from "./moneyBack";
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
  /** kr back; the ratios are these over the money in. */
  readonly back: Percentiles;
  /** kr back per kr in; null when nothing was paid in. */
  readonly ratio: Percentiles | null;
  /** Shares of the draws with at least 1, and at least the target, kr back per kr in; null when nothing was paid in. */
  readonly atLeastOne: Decimal | null;
  readonly atLeastTarget: Decimal | null;
  /** kr back per draw, ascending: for a histogram. */
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
  const paidIn = input.basis.contributions.total;
  const ratioWith = (pick: Pick): Decimal | null =>
    paidIn.isZero() ? null : exactBack(terms, input, pick).div(paidIn);
  const bars = input.scenario.assumptions.flatMap((assumption, index): TornadoBar[] => {
    if (assumption.low.eq(assumption.high) || assumption.series !== null) return [];
    const at = (side: "low" | "high"): Decimal | null =>
      ratioWith((each, own) => (own === index ? each[side] : each.base));
    const low = at("low");
    const high = at("high");
    return [{ index, assumption, low, high, span: low === null || high === null ? null : high.minus(low).abs() }];
  });
  return bars.sort((a, b) => (b.span ?? ZERO).cmp(a.span ?? ZERO) || a.index - b.index);
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
  const evaluate = evaluatorOf(termsOf(input), input.scenario, input.basis.input.sources);
  const random = seeded(seed);
  const ranges = input.scenario.assumptions.map(
    ({ low, base, high }) => [low.toNumber(), base.toNumber(), high.toNumber()] as const,
  );
  const drawn = new Float64Array(ranges.length);
  const back = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < ranges.length; at += 1) {
      const [low, base, high] = ranges[at]!;
      drawn[at] = triangular(random.uniform(), low, base, high);
    }
    back[draw] = evaluate(drawn);
  }
  return distributionOf(back.sort(), seed, input);
}

function distributionOf(ascending: Float64Array, seed: number, { basis, horizon }: UncertaintyInput): Distribution {
  const paidIn = basis.contributions.total;
  const percentiles = (scale: Decimal): Percentiles => {
    const at = (p: number): Decimal => new Decimal(percentile(ascending, p)).div(scale);
    return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
  };
  const atLeast = (ratio: Decimal): Decimal | null => {
    if (paidIn.isZero()) return null;
    const limit = paidIn.times(ratio).toNumber() - TOLERANCE;
    return new Decimal(ascending.reduce((count, each) => (each >= limit ? count + 1 : count), 0)).div(ascending.length);
  };
  const one = new Decimal(1);
  return {
    seed,
    draws: ascending.length,
    horizon,
    back: percentiles(one),
    ratio: paidIn.isZero() ? null : percentiles(paidIn),
    atLeastOne: atLeast(one),
    atLeastTarget: atLeast(basis.input.target),
    ascending,
  };
}

/** Sums per pair of supports, municipalities together, as far as the horizon reaches: what any set of assumptions is laid over. kr by year, exact. */
export function termsOf({ scenario, basis, horizon, scope }: UncertaintyInput): Term[] {
  const { table } = flowsIn(scenario, basis);
  const terms = new Map<string, Term>();
  const term = (before: number, after: number, taxed: boolean): Term => {
    const key = `${before}:${after}:${String(taxed)}`;
    const known = terms.get(key) ?? { before, after, taxed, old: blank(), next: blank() };
    terms.set(key, known);
    return known;
  };
  const { sources } = basis.input;
  for (const group of table.groups) {
    const shares = scopeShares(group, scope, basis.payers, sources, ZERO);
    const paid = term(group.before, group.after, false);
    const taxed = scope === "publicSector" ? term(group.before, group.after, true) : null;
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

/** kr back with chosen assumptions, in Decimal. */
function exactBack(terms: readonly Term[], { scenario, basis }: UncertaintyInput, pick: Pick): Decimal {
  const { uprating, persistence, common, tax } = yearFactorsOf(scenario, basis.input.sources, pick);
  let back = ZERO;
  for (const { before, after, old, next, taxed } of terms) {
    for (let k = 0; k < YEARS; k += 1) {
      if (old[k]!.isZero() && next[k]!.isZero()) continue;
      const amount = old[k]!.times(uprating[before]![k]!).minus(next[k]!.times(uprating[after]![k]!));
      const factor = persistence[after]![k]!.times(common[k]!);
      back = back.plus(amount.times(factor).times(taxed ? tax : 1));
    }
  }
  return back;
}
