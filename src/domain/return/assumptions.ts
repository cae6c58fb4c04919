// src/domain/return/assumptions.ts: what a calculation assumes: low, base, high, source, and the scenarios built from it.
// Nothing without a source defaults to anything but 0 (persistence: 1).
import { lookupKey } from "../lookupKey";
import { Decimal, ZERO } from "../money";

/** `found`: read in the source; `general`: follows from who decides; `own`: entered by the user; `none`: no source exists. */
export type Certainty = "found" | "found-secondary" | "derived" | "general" | "own" | "none";

/** `uprating` and `persistence` exist once per income source (before-source and after-source respectively), or for all with `source` null. */
export type AssumptionKind =
  "deadweight" | "outflow" | "others" | "correction" | "rate" | "tax" | "uprating" | "persistence";

export interface Assumption {
  readonly kind: AssumptionKind;
  /** The income source's name for uprating and persistence; null: all sources without a row of their own. */
  readonly source: string | null;
  /** Shares and yearly rates as fractions: 0.03 is 3 %. */
  readonly low: Decimal;
  readonly base: Decimal;
  readonly high: Decimal;
  /** The level per year k = 0, 1, … instead of a constant rate: of prices for uprating, of people for persistence. Its last value holds on. */
  readonly series: readonly Decimal[] | null;
  readonly provenance: {
    readonly text: string | null;
    readonly validFrom: string | null;
    readonly fetched: string | null;
    readonly certainty: Certainty;
  };
  /** What of it a person wrote on Antaganden; absent: nothing. */
  readonly own?: OwnValues;
}

/** A person's own values of an assumption; null: not theirs. `base` of the assumption is `chosen`, else `base`, else the scenario's. */
export interface OwnValues {
  readonly low: Decimal | null;
  readonly base: Decimal | null;
  readonly high: Decimal | null;
  readonly chosen: Decimal | null;
  readonly text: string | null;
  /** What stands in each place where the person wrote nothing there. */
  readonly plain: {
    readonly low: Decimal;
    readonly base: Decimal;
    readonly high: Decimal;
    readonly chosen: Decimal;
    readonly text: string | null;
  };
  /** False: without these values the support follows the assumption for all supports. */
  readonly hadRow: boolean;
}

export type ScenarioId = "som-rapporten" | "bas" | "forsiktig" | "own";

/** All rates real (`fixed`) or all nominal (`current`), never mixed. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly prices: "fixed" | "current";
  /** The year whose prices the amounts are in; null: not said. */
  readonly priceYear: number | null;
  /** In table order, which is the order of the draws. */
  readonly assumptions: readonly Assumption[];
  /** A comparison group or other counterfactual in words; null: gross calculation without control group. */
  readonly counterfactual: string | null;
  /** How those who return are counted within a year. */
  readonly persistenceForm: PersistenceForm;
  /** `as-booked`: contributions are summed as they are; `price-year`: those of other years are brought to the price year. */
  readonly contributionPrices: "as-booked" | "price-year";
}

/**
 * `running`: √p·p^k, the middle of year k, since most relapse comes in the first months. `yearly`: p^k, as Greater Manchester's cost-benefit model (GMCA)
 * counts: nobody returns before a whole year is over.
 */
export type PersistenceForm = "running" | "yearly";

const NO_SOURCE: Assumption["provenance"] = { text: null, validFrom: null, fetched: null, certainty: "none" };
const ALWAYS_THERE: readonly AssumptionKind[] = [
  "deadweight",
  "outflow",
  "others",
  "correction",
  "rate",
  "tax",
  "uprating",
  "persistence",
];

/** What a kind is when nobody has said anything: 0, and 1 for persistence. */
export function neutral(kind: AssumptionKind): Decimal {
  return kind === "persistence" ? new Decimal(1) : ZERO;
}

/** An assumption that is certain: low = base = high. */
export function fixedAssumption(
  kind: AssumptionKind,
  value: Decimal = neutral(kind),
  source: string | null = null,
  provenance: Assumption["provenance"] = NO_SOURCE,
): Assumption {
  return { kind, source, low: value, base: value, high: value, series: null, provenance };
}

/** Nothing assumed: what the published reports do. */
export function asReported(priceYear: number | null): Scenario {
  return {
    id: "som-rapporten",
    prices: "fixed",
    priceYear,
    assumptions: ALWAYS_THERE.map((kind) => fixedAssumption(kind)),
    counterfactual: null,
    persistenceForm: "running",
    contributionPrices: "as-booked",
  };
}

/** Fixed prices and a real rate of 3 % (Inera's benefit template, read in a secondary source); else as reported. */
export function baseScenario(priceYear: number | null): Scenario {
  const rate = fixedAssumption("rate", new Decimal("0.03"), null, {
    text: "Inera, mall för nyttokalkyl",
    validFrom: null,
    fetched: null,
    certainty: "found-secondary",
  });
  return { ...withAssumptions(asReported(priceYear), [rate]), id: "bas", contributionPrices: "price-year" };
}

/** Försiktig or an own scenario: what the user enters, and nothing else: no number, and no rate either, is proposed here. */
export function ownScenario(
  id: "forsiktig" | "own",
  priceYear: number | null,
  entered: readonly Assumption[],
): Scenario {
  return { ...withAssumptions(asReported(priceYear), entered), id, contributionPrices: "price-year" };
}

/** The scenario with these assumptions in the place of those of the same kind and source; new ones come last. */
export function withAssumptions(scenario: Scenario, changed: readonly Assumption[]): Scenario {
  const left = [...changed];
  const kept = scenario.assumptions.map((old) => {
    const at = left.findIndex((each) => sameAssumption(each, old));
    return at < 0 ? old : (left.splice(at, 1)[0] ?? old);
  });
  return { ...scenario, assumptions: [...kept, ...left] };
}

function sameAssumption(a: Pick<Assumption, "kind" | "source">, b: Pick<Assumption, "kind" | "source">): boolean {
  return a.kind === b.kind && lookupKey(a.source ?? "") === lookupKey(b.source ?? "");
}

/** The assumption that applies to a source: its own row, else the row for all; null when neither stands in the scenario. */
export function assumptionFor(
  scenario: Scenario,
  kind: AssumptionKind,
  source: string | null = null,
): Assumption | null {
  const own = source === null ? undefined : scenario.assumptions.find((each) => sameAssumption(each, { kind, source }));
  return own ?? scenario.assumptions.find((each) => sameAssumption(each, { kind, source: null })) ?? null;
}

export interface AssumptionProblem {
  readonly code:
    | "low-above-high"
    | "base-outside-range"
    | "share-out-of-range"
    | "rate-too-low"
    | "duplicate-assumption"
    | "persistence-above-one";
  /** Index into the scenario's assumptions. */
  readonly index: number;
  readonly value: Decimal;
}

/** What cannot be computed with: shares outside 0–1, a rate or uprating of −100 % or less, low above high, a row twice. */
export function assumptionProblems({ assumptions }: Scenario): AssumptionProblem[] {
  return assumptions.flatMap((assumption, index) => {
    const { kind, low, base, high, series } = assumption;
    const problems: AssumptionProblem[] = [];
    const add = (code: AssumptionProblem["code"], value: Decimal): void => void problems.push({ code, index, value });
    if (low.gt(high)) add("low-above-high", low);
    else if (base.lt(low) || base.gt(high)) add("base-outside-range", base);
    for (const value of [low, base, high, ...(series ?? [])]) {
      if (kind === "rate" || kind === "uprating") {
        if (value.lte(series?.includes(value) === true ? 0 : -1)) add("rate-too-low", value);
      } else if (kind === "persistence" && value.gt(1)) add("persistence-above-one", value);
      else if (value.lt(0) || value.gt(1)) add("share-out-of-range", value);
    }
    if (assumptions.findIndex((each) => sameAssumption(each, assumption)) !== index) add("duplicate-assumption", base);
    return problems.filter((each, at) => problems.findIndex(({ code }) => code === each.code) === at);
  });
}
