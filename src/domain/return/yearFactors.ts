// src/domain/return/yearFactors.ts: the table of year factors k = 0 … 60 that every money-back figure is multiplied by (method.md §3).
// Powers by repeated multiplication at 60 significant digits; k counts whole years since the person's first avoided month.
import { assumptionFor, neutral } from "./assumptions";
import type { Assumption, AssumptionKind, Scenario } from "./assumptions";
import { fixedOf } from "./fixedPoint";
import type { Fixed } from "./fixedPoint";
import { Decimal, ZERO } from "../money";

/** Years 0–60: nobody's months reach further. */
export const YEARS = 61;

/** Per income source (index of the source table) or common to all; inner arrays by k. */
export interface YearFactors {
  /** u: uprating of a source's amounts. */
  readonly uprating: readonly (readonly Decimal[])[];
  /** q: share still off the old support, per after-source. */
  readonly persistence: readonly (readonly Decimal[])[];
  /** c: share who would still have had the old support without the initiative: (1 − deadweight)(1 − outflow)^k. */
  readonly counterfactual: readonly Decimal[];
  /** d: (1 + r)^(−k). */
  readonly discount: readonly Decimal[];
  /** e: (1 − others)(1 − correction). */
  readonly attribution: Decimal;
  /** c · d · e. */
  readonly common: readonly Decimal[];
  /** The optional tax share of taxed amounts; 0: off. */
  readonly tax: Decimal;
  /** u·c·q·d·e for one pair of supports (indices of the source table); built at the first call, then the same table. */
  readonly pair: (before: number, after: number) => PairFactors;
}

/** By year: what a krona per month of the old, and of the new support is worth per month; exact, and as fixed-point numbers. */
export interface PairFactors {
  readonly old: readonly Decimal[];
  readonly next: readonly Decimal[];
  readonly fixedOld: readonly Fixed[];
  readonly fixedNext: readonly Fixed[];
}

/** Which value of an assumption a table is built with; base unless told otherwise. */
export type Pick = (assumption: Assumption, index: number) => Decimal;

/**
 * The table for a scenario. Assumptions that stand nowhere are 0 (persistence 1).
 * Throws RangeError for a rate of −100 % or less: assumptionProblems reports it first.
 */
export function yearFactorsOf(
  scenario: Scenario,
  sources: readonly { readonly name: string }[],
  pick: Pick = ({ base }) => base,
): YearFactors {
  const value = (kind: AssumptionKind): Decimal => {
    const assumption = assumptionFor(scenario, kind);
    return assumption === null ? neutral(kind) : pick(assumption, scenario.assumptions.indexOf(assumption));
  };
  const levels = levelFinder(scenario, pick);
  const growth = value("rate").plus(1);
  if (growth.lte(0)) throw new RangeError("the rate must be above −100 %");
  const off = new Decimal(1).minus(value("deadweight"));
  const counterfactual = powers(new Decimal(1).minus(value("outflow"))).map((stay) => stay.times(off));
  const discount = powers(growth).map((factor) => new Decimal(1).div(factor));
  const attribution = new Decimal(1).minus(value("others")).times(new Decimal(1).minus(value("correction")));
  const uprating = sources.map(({ name }) => levels("uprating", name));
  const persistence = sources.map(({ name }) => levels("persistence", name));
  const common = counterfactual.map((stay, k) => stay.times(discount[k] ?? ZERO).times(attribution));
  return {
    uprating,
    persistence,
    counterfactual,
    discount,
    attribution,
    common,
    tax: value("tax"),
    pair: pairTable(uprating, persistence, common),
  };
}

/** One table per assumption, however many sources it holds for: tables that are the same object hold the same levels. */
function levelFinder(scenario: Scenario, pick: Pick): (kind: "uprating" | "persistence", source: string) => Decimal[] {
  const known = new Map<Assumption | null, Decimal[]>();
  return (kind, source) => {
    const assumption = assumptionFor(scenario, kind, source);
    let table = known.get(assumption);
    if (table === undefined) known.set(assumption, (table = levelTable(kind, assumption, scenario, pick)));
    return table;
  };
}

function levelTable(
  kind: "uprating" | "persistence",
  assumption: Assumption | null,
  scenario: Scenario,
  pick: Pick,
): Decimal[] {
  if (assumption === null) return powers(new Decimal(1));
  if (assumption.series !== null && assumption.series.length > 0) return held(assumption.series);
  const chosen = pick(assumption, scenario.assumptions.indexOf(assumption));
  return powers(kind === "uprating" ? chosen.plus(1) : chosen);
}

function pairTable(
  uprating: readonly Decimal[][],
  persistence: readonly Decimal[][],
  common: readonly Decimal[],
): YearFactors["pair"] {
  const known = new Map<number, PairFactors>();
  const column = columnFinder(common);
  return (before, after) => {
    const key = before * uprating.length + after;
    let factors = known.get(key);
    if (factors === undefined)
      known.set(key, (factors = pairFactors(uprating[before]!, uprating[after]!, persistence[after]!, column)));
    return factors;
  };
}

interface FactorColumn {
  readonly exact: readonly Decimal[];
  readonly fixed: readonly Fixed[];
}

/** u·q·c·d·e of one table of levels and one of persistence: the same objects give the same column, so that sums can be put together by it. */
function columnFinder(
  common: readonly Decimal[],
): (levels: readonly Decimal[], persistence: readonly Decimal[]) => FactorColumn {
  const known = new Map<readonly Decimal[], Map<readonly Decimal[], FactorColumn>>();
  return (levels, persistence) => {
    const ofLevels = known.get(levels) ?? new Map<readonly Decimal[], FactorColumn>();
    known.set(levels, ofLevels);
    let column = ofLevels.get(persistence);
    if (column === undefined) {
      const exact = common.map((factor, k) => factor.times(persistence[k]!).times(levels[k]!));
      ofLevels.set(persistence, (column = { exact, fixed: exact.map(fixedOf) }));
    }
    return column;
  };
}

function pairFactors(
  upBefore: readonly Decimal[],
  upAfter: readonly Decimal[],
  persistence: readonly Decimal[],
  column: ReturnType<typeof columnFinder>,
): PairFactors {
  const [old, next] = [column(upBefore, persistence), column(upAfter, persistence)];
  return { old: old.exact, next: next.exact, fixedOld: old.fixed, fixedNext: next.fixed };
}

/** base^0 … base^60; 0^0 is 1. */
function powers(base: Decimal): Decimal[] {
  const result: Decimal[] = [new Decimal(1)];
  while (result.length < YEARS) result.push((result[result.length - 1] ?? ZERO).times(base));
  return result;
}

/** A given series, its last value held on. */
function held(series: readonly Decimal[]): Decimal[] {
  return Array.from({ length: YEARS }, (_, k) => series[Math.min(k, series.length - 1)] ?? ZERO);
}
