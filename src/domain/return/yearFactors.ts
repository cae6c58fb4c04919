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
  /** (1 − outflow)^k: of those whom the initiative moved, the share who would still have had the old support. */
  readonly stay: readonly Decimal[];
  /** c: share who would still have had the old support without the initiative: (1 − deadweight)(1 − outflow)^k. */
  readonly counterfactual: readonly Decimal[];
  /** c0: 1 − deadweight. Outflow tells how many would have left the old support anyway; it makes the new one no cheaper. */
  readonly moved: Decimal;
  /** d: (1 + r)^(−k). */
  readonly discount: readonly Decimal[];
  /** e: (1 − others)(1 − correction). */
  readonly attribution: Decimal;
  /** c · d · e, of the old support. */
  readonly common: readonly Decimal[];
  /** c0 · d · e, of the new support. */
  readonly commonNext: readonly Decimal[];
  /** The optional tax share of taxed amounts; 0: off. */
  readonly tax: Decimal;
  /** False where the rate is 0: then it makes no difference in which year somebody's months begin. */
  readonly discounts: boolean;
  /** (1 + r)^(−years): what a krona is worth that many whole years after the first year of the calculation; below 0: before it. */
  readonly later: (years: number) => Decimal;
  /**
   * u·c·q·d·e (new support: u·c0·q·d·e) for one pair of supports (indices of the source table) and for people whose first month lies `later` years
   * after the first year of the calculation; built at the first call, then the same table. `kept`: the source whose persistence holds, where it is not
   * the support after itself.
   */
  readonly pair: (before: number, after: number, later?: number, kept?: number) => PairFactors;
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
  const moved = new Decimal(1).minus(value("deadweight"));
  const stay = powers(new Decimal(1).minus(value("outflow")));
  const counterfactual = stay.map((share) => share.times(moved));
  const discount = powers(growth).map((factor) => new Decimal(1).div(factor));
  const attribution = new Decimal(1).minus(value("others")).times(new Decimal(1).minus(value("correction")));
  const uprating = sources.map(({ name }) => levels("uprating", name));
  const persistence = sources.map(({ name }) => levels("persistence", name));
  const ofYear = (share: (k: number) => Decimal): Decimal[] =>
    discount.map((worth, k) => share(k).times(worth).times(attribution));
  const common = ofYear((k) => counterfactual[k]!);
  const commonNext = ofYear(() => moved);
  const later = laterFinder(growth);
  return {
    uprating,
    persistence,
    stay,
    counterfactual,
    moved,
    discount,
    attribution,
    common,
    commonNext,
    tax: value("tax"),
    discounts: !growth.eq(1),
    later,
    pair: pairTable({ uprating, persistence, common, commonNext, later }),
  };
}

/** growth^(−years), for years before the first one too; each worked out once. */
function laterFinder(growth: Decimal): YearFactors["later"] {
  const known = new Map<number, Decimal>([[0, new Decimal(1)]]);
  return (years) => {
    let factor = known.get(years);
    if (factor === undefined) known.set(years, (factor = growth.pow(-years)));
    return factor;
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
  if (kind === "uprating") return powers(chosen.plus(1));
  return scenario.persistenceForm === "yearly" ? powers(chosen) : midYears(chosen);
}

/** √p·p^k: those still off in the middle of year k, as people return all through a year and not at the end of it (method.md §3). */
function midYears(persistence: Decimal): Decimal[] {
  const half = persistence.sqrt();
  return powers(persistence).map((level) => level.times(half));
}

interface PairInput {
  readonly uprating: readonly Levels[];
  readonly persistence: readonly Levels[];
  readonly common: Levels;
  readonly commonNext: Levels;
  readonly later: YearFactors["later"];
}

function pairTable({ uprating, persistence, common, commonNext, later }: PairInput): YearFactors["pair"] {
  const known = new Map<string, PairFactors>();
  // Without outflow both supports have the same column, and what is the same object can be put together.
  const same = common.every((factor, k) => factor.eq(commonNext[k]!));
  const ofOld = columnFinder(common, later);
  const ofNext = same ? ofOld : columnFinder(commonNext, later);
  return (before, after, years = 0, kept = after) => {
    const key = `${before}:${after}:${years}:${kept}`;
    let factors = known.get(key);
    if (factors === undefined) {
      const old = ofOld(uprating[before]!, persistence[kept]!, years);
      const next = ofNext(uprating[after]!, persistence[kept]!, years);
      factors = { old: old.exact, next: next.exact, fixedOld: old.fixed, fixedNext: next.fixed };
      known.set(key, factors);
    }
    return factors;
  };
}

interface FactorColumn {
  readonly exact: readonly Decimal[];
  readonly fixed: readonly Fixed[];
}

type Levels = readonly Decimal[];

/** Common factors times one table of levels, one of persistence and one beginning: the same objects give the same column, so that sums can be put together by it. */
function columnFinder(
  common: readonly Decimal[],
  later: YearFactors["later"],
): (levels: Levels, persistence: Levels, years: number) => FactorColumn {
  const known = new Map<Levels, Map<Levels, Map<number, FactorColumn>>>();
  return (levels, persistence, years) => {
    const ofLevels = known.get(levels) ?? new Map<Levels, Map<number, FactorColumn>>();
    known.set(levels, ofLevels);
    const ofBoth = ofLevels.get(persistence) ?? new Map<number, FactorColumn>();
    ofLevels.set(persistence, ofBoth);
    let column = ofBoth.get(years);
    if (column === undefined) {
      const begun = later(years);
      const exact = common.map((factor, k) => factor.times(persistence[k]!).times(levels[k]!).times(begun));
      ofBoth.set(years, (column = { exact, fixed: exact.map(fixedOf) }));
    }
    return column;
  };
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
