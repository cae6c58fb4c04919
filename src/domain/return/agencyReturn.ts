// src/domain/return/agencyReturn.ts: money in, money back: the whole return of an initiative, per agency and horizon.
// The result is what tabs, pane and JSON show; every amount is unrounded kr.
import { type Agency, type AgencyKind, sameIdentity } from "./agency";
import { assumptionFor, type AssumptionKind, assumptionProblems, neutral } from "./assumptions";
import type { Scenario } from "./assumptions";
import { contributionsOf } from "./contribution";
import type { Contribution, Contributions } from "./contribution";
import { contributionScale, type PriceIndex, valuedContributions } from "./contributionValue";
import { coverageOf } from "./coverage";
import type { Coverage } from "./coverage";
import { flowRowsOf } from "./flowRows";
import type { FlowRows } from "./flowRows";
import type { Benefits } from "./course/benefitRule";
import { countHouseholdsOnce } from "./household";
import type { SharedSupport } from "./household";
import { sourceProblems } from "./incomeSource";
import type { IncomeSource } from "./incomeSource";
import { Decimal, sum, ZERO } from "../money";
import { benefitByYear } from "./benefitByYear";
import type { BenefitByYear } from "./benefitByYear";
import { readyParticipants } from "./participant";
import type { Participant, ReadyParticipant, UnusedParticipant } from "./participant";
import { backByMonth, furtherLeavers, monthsFor, paybackOf } from "./payback";
import type { Flows, Payback } from "./payback";
import { payersOf } from "./payer";
import type { Party } from "./payer";
import type { PensionAge } from "./pensionAge";
import { type MonthIndex, yearOf } from "../period";
import { flowTableOf } from "./supportFlow";
import { YEARS, yearFactorsOf } from "./yearFactors";

/** The horizons shown side by side, in years; retirement: all avoided months. */
export const HORIZONS = ["1", "2", "5", "10", "retirement"] as const;
export type Horizon = (typeof HORIZONS)[number];

export interface ReturnInput {
  readonly participants: readonly Participant[];
  readonly contributions: readonly Contribution[];
  readonly sources: readonly IncomeSource[];
  readonly pensionAges: readonly PensionAge[];
  /** The law that supports follow. */
  readonly benefits: Benefits;
  readonly scenario: Scenario;
  /** kr back per kr in to be reached; 4 to begin with. */
  readonly target: Decimal;
  /** The initiative's first month; null: not known. */
  readonly projectStart: MonthIndex | null;
  /** M: how many took part in all; null: the rows of the table, unread ones too. */
  readonly participantsInAll: number | null;
  /** By index of the participants: which initiative each is in, for households with members in several; left out: all are in one. */
  readonly initiativeOf?: (index: number) => number;
  /** Rows of the participants' table that could not be read as a participant; left out: none. */
  readonly participantsUnread?: number;
  /** Consumer prices, for contributions of other years than the price year; left out: none are known. */
  readonly priceIndex?: PriceIndex;
}

/** ratio = back / in, null when in is 0. net = back − shift. */
export interface InAndBack {
  readonly in: Decimal;
  readonly back: Decimal;
  readonly ratio: Decimal | null;
}

export interface PartyReturn extends InAndBack {
  readonly agency: Agency;
  readonly cooperating: boolean;
  /** No support is paid by it: what it may gain elsewhere, as a region in health care, is not in the model. */
  readonly outsideModel: boolean;
  /** The part of back that another party pays for (+), or that others gain at this one's cost (−); 0 in all. */
  readonly shift: Decimal;
  readonly net: Decimal;
  readonly lowerSpending: Decimal;
  readonly freedCapacity: Decimal;
}

export interface HorizonReturn {
  /** State, municipalities, regions, others; those that pay in or have an effect. */
  readonly parties: readonly PartyReturn[];
  /** Sums of the rows of one kind. */
  readonly byKind: Readonly<Record<AgencyKind, InAndBack>>;
  /** The cooperating parties. */
  readonly total: InAndBack;
  /** Also a-kassa, CSN and other state, and tax where it is on. */
  readonly publicSector: InAndBack;
  readonly tax: Decimal;
  /** Moved between parties, part of no gain. */
  readonly moved: Decimal;
}

export interface ZeroPoint {
  /** Common cap on everybody's months; null: never reached. */
  readonly monthsForOne: number | null;
  readonly monthsForTarget: number | null;
  readonly furtherLeaversForOne: Readonly<Record<Horizon, number | null>>;
  readonly furtherLeaversForTarget: Readonly<Record<Horizon, number | null>>;
}

/** What the line beside every figure of return says; `text/` has the words. */
export interface Caveats {
  readonly counterfactual: string | null;
  /** Deadweight or outflow without the initiative is assumed: not a gross calculation, though without a control group. */
  readonly assumed: boolean;
  /** Where what is assumed of deadweight, outflow and persistence comes from, as written; empty: nothing is assumed, or no source is named. */
  readonly sources: readonly { readonly kind: AssumptionKind; readonly text: string }[];
  readonly included: number;
  readonly of: number;
  /** Of the cooperating parties' back until retirement; null when that is 0, and where the years up to 5 and those after it go different ways. */
  readonly shareBeyondYear5: Decimal | null;
  /** The cooperating parties' back within five years, and after them until retirement. */
  readonly withinYear5: Decimal;
  readonly beyondYear5: Decimal;
  /** Until retirement. */
  readonly moved: Decimal;
  readonly prices: Scenario["prices"];
  readonly priceYear: number | null;
}

export interface AgencyReturn {
  readonly scenario: Scenario;
  readonly target: Decimal;
  /** As booked. */
  readonly contributions: Contributions;
  /** The same on the scale of what comes back: what every `in` of the horizons is. */
  readonly paidIn: Contributions;
  readonly horizons: Readonly<Record<Horizon, HorizonReturn>>;
  /** The cooperating parties' view, as in `zeroPoint`. */
  readonly payback: Payback;
  readonly paybackPublicSector: Payback;
  readonly zeroPoint: ZeroPoint;
  readonly coverage: Coverage;
  readonly caveats: Caveats;
  readonly shared: readonly SharedSupport[];
  readonly setAside: readonly UnusedParticipant[];
  /** By person-year, for a yearly table. In the order of `partyNames`. */
  readonly byYear: BenefitByYear;
  readonly partyNames: readonly string[];
  /** For uncertainty and other scenarios over the same rows. */
  readonly basis: ReturnBasis;
}

/** What does not depend on the scenario: rows laid out once, computed on as often as needed. */
export interface ReturnBasis {
  readonly input: ReturnInput;
  readonly contributions: Contributions;
  /** y0: the year that everything is discounted to: that of the first contribution, without one the earliest first month without support. */
  readonly startYear: number;
  readonly ready: readonly ReadyParticipant[];
  readonly shared: readonly SharedSupport[];
  readonly setAside: readonly UnusedParticipant[];
  readonly payers: Flows["payers"];
  readonly rows: FlowRows;
}

/** Checks and lays out the rows. */
export function returnBasisOf(input: ReturnInput): ReturnBasis {
  const { ready, setAside } = readyParticipants(input.participants, {
    ...input,
    asReported: input.scenario.id === "som-rapporten",
  });
  const households = countHouseholdsOnce(ready, input.sources, input.initiativeOf);
  const contributions = contributionsOf(input.contributions);
  const payers = payersOf(
    input.sources,
    contributions,
    ready.map(({ participant }) => participant.municipality),
  );
  const rows = flowRowsOf(households.participants, payers.municipalityIndex);
  const startYear = startYearOf(contributions, households.participants);
  return {
    input,
    contributions,
    startYear,
    ready: households.participants,
    shared: households.shared,
    setAside,
    payers,
    rows,
  };
}

function startYearOf({ years }: Contributions, ready: readonly ReadyParticipant[]): number {
  const least = (all: readonly number[]): number | undefined =>
    all.length === 0 ? undefined : all.reduce((first, year) => Math.min(first, year));
  return least(years.flatMap(({ year }) => year ?? [])) ?? least(ready.map(({ first }) => yearOf(first))) ?? 0;
}

/**
 * The return of an initiative. Throws RangeError for assumptions or sources that sourceProblems and assumptionProblems object to: report those first.
 */
export function returnOf(input: ReturnInput): AgencyReturn {
  return returnIn(input.scenario, returnBasisOf(input));
}

/** The same rows in another scenario. */
export function returnIn(scenario: Scenario, basis: ReturnBasis): AgencyReturn {
  const { input, contributions, payers } = basis;
  refuseProblems(scenario, input.sources);
  const flows = flowsIn(scenario, basis);
  const paidIn = valuedContributions(input.contributions, scaleIn(scenario, basis, flows.factors));
  const byYear = benefitByYear(flows.table, payers, flows.factors, input.sources, flows.laterOf);
  const horizons = byHorizon((horizon) => horizonReturn(horizon, byYear, payers.parties, paidIn));
  const coverage = coverageOf(basis, input);
  return {
    scenario,
    target: input.target,
    contributions,
    paidIn,
    horizons,
    payback: paybackOf(flows, "parties", paidIn, input.projectStart),
    paybackPublicSector: paybackOf(flows, "publicSector", paidIn, input.projectStart),
    zeroPoint: zeroPointOf(flows, basis, horizons),
    coverage,
    caveats: {
      counterfactual: scenario.counterfactual,
      assumed: (["deadweight", "outflow"] as const).some(
        (kind) => assumptionFor(scenario, kind)?.base.isZero() === false,
      ),
      sources: namedSources(scenario),
      included: coverage.included,
      of: coverage.of,
      shareBeyondYear5: shareBeyond(horizons["5"].total.back, horizons.retirement.total.back),
      withinYear5: horizons["5"].total.back,
      beyondYear5: horizons.retirement.total.back.minus(horizons["5"].total.back),
      moved: horizons.retirement.moved,
      prices: scenario.prices,
      priceYear: scenario.priceYear,
    },
    shared: basis.shared,
    setAside: basis.setAside,
    byYear,
    partyNames: payers.parties.map(({ agency }) => agency.name),
    basis,
  };
}

/** The summed supports and the factors of a scenario; `byBeginning`: people who begin in different years are kept apart although the rate is 0. */
export function flowsIn(
  scenario: Scenario,
  { input, payers, rows, startYear }: ReturnBasis,
  byBeginning = false,
): Flows {
  const factors = yearFactorsOf(scenario, input.sources);
  const laterOf = byBeginning || factors.discounts ? (first: MonthIndex) => yearOf(first) - startYear : () => 0;
  return { rows, table: flowTableOf(rows, payers, factors, laterOf), payers, factors, sources: input.sources, laterOf };
}

/** What a krona paid in during a year counts as in a scenario. */
export function scaleIn(
  scenario: Scenario,
  { input, startYear }: ReturnBasis,
  factors: Flows["factors"],
): ReturnType<typeof contributionScale> {
  return contributionScale(scenario, factors, startYear, input.priceIndex);
}

/** Years of person-time in a horizon. */
export function yearsIn(horizon: Horizon): number {
  return horizon === "retirement" ? YEARS : Number(horizon);
}

function refuseProblems(scenario: Scenario, sources: readonly IncomeSource[]): void {
  const wrong = [...assumptionProblems(scenario), ...sourceProblems(sources)][0];
  if (wrong !== undefined) throw new RangeError(`cannot be computed with: ${wrong.code}`);
}

function byHorizon<T>(of: (horizon: Horizon) => T): Record<Horizon, T> {
  return Object.fromEntries(HORIZONS.map((horizon) => [horizon, of(horizon)])) as Record<Horizon, T>;
}

function horizonReturn(
  horizon: Horizon,
  byYear: BenefitByYear,
  parties: readonly Party[],
  { agencies }: Contributions,
): HorizonReturn {
  const years = yearsIn(horizon);
  const upTo = (list: readonly Decimal[]): Decimal => sum(list.slice(0, years));
  const all = parties.map(({ agency, identity, cooperating, outsideModel }, index): PartyReturn => {
    const contribution = agencies.find((each) => sameIdentity(each.identity, identity))?.total ?? ZERO;
    const own = byYear.parties[index];
    const back = upTo(own?.back ?? []);
    const shift = upTo(own?.shift ?? []);
    const freedCapacity = upTo(own?.freed ?? []);
    return {
      agency,
      cooperating,
      outsideModel,
      ...inAndBack(contribution, back),
      shift,
      net: back.minus(shift),
      lowerSpending: back.minus(freedCapacity),
      freedCapacity,
    };
  });
  const touched = (index: number): boolean => byYear.parties[index]?.back.some((each) => !each.isZero()) ?? false;
  const tax = upTo(byYear.tax);
  const publicSector = together(all);
  return {
    parties: all.filter(({ in: paid }, index) => !paid.isZero() || touched(index)),
    byKind: {
      state: together(all.filter(({ agency }) => agency.kind === "state")),
      municipality: together(all.filter(({ agency }) => agency.kind === "municipality")),
      region: together(all.filter(({ agency }) => agency.kind === "region")),
      other: together(all.filter(({ agency }) => agency.kind === "other")),
    },
    total: together(all.filter(({ cooperating }) => cooperating)),
    publicSector: inAndBack(publicSector.in, publicSector.back.plus(tax)),
    tax,
    moved: upTo(byYear.moved),
  };
}

function together(rows: readonly InAndBack[]): InAndBack {
  return inAndBack(sum(rows.map((row) => row.in)), sum(rows.map(({ back }) => back)));
}

function inAndBack(paid: Decimal, back: Decimal): InAndBack {
  return { in: paid, back, ratio: paid.isZero() ? null : back.div(paid) };
}

function zeroPointOf(flows: Flows, { input, ready }: ReturnBasis, horizons: Record<Horizon, HorizonReturn>): ZeroPoint {
  const months = backByMonth(flows, "parties");
  const paidIn = horizons.retirement.total.in;
  const one = new Decimal(1);
  const leavers = (ratio: Decimal) =>
    byHorizon((horizon) => furtherLeavers(ratio, horizons[horizon].total.back, paidIn, ready.length));
  return {
    monthsForOne: monthsFor(one, months, paidIn),
    monthsForTarget: monthsFor(input.target, months, paidIn),
    furtherLeaversForOne: leavers(one),
    furtherLeaversForTarget: leavers(input.target),
  };
}

/** Joined by a dot with the other caveats, which a source therefore has none of. */
function namedSources({ assumptions }: Scenario): Caveats["sources"] {
  return assumptions.flatMap(({ kind, base, series, provenance: { text } }) => {
    const isNamed = kind === "deadweight" || kind === "outflow" || kind === "persistence";
    const isAssumed = series !== null || !base.eq(neutral(kind));
    return isNamed && isAssumed && text !== null && text.trim() !== ""
      ? [{ kind, text: text.replaceAll("·", ",") }]
      : [];
  });
}

function shareBeyond(withinFive: Decimal, all: Decimal): Decimal | null {
  const share = all.isZero() ? null : all.minus(withinFive).div(all);
  return share === null || share.lt(0) || share.gt(1) ? null : share;
}
