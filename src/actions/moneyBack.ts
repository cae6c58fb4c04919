// src/actions/moneyBack.ts: contributions and participants of one workbook → what each agency pays in and gets back.
import { returnBasisOf, returnIn, type AgencyReturn, type ReturnBasis } from "../domain/return/agencyReturn";
import {
  asReported,
  baseScenario,
  fixedAssumption,
  ownScenario,
  withAssumptions,
  type Assumption,
  type Scenario,
  type ScenarioId,
} from "../domain/return/assumptions";
import { avoidedSupportOf, type AvoidedSupport } from "../domain/return/avoidedSupport";
import type { InitiativeFacts, Origin } from "../domain/deviation/budget";
import { statutorySplit, type Contribution } from "../domain/return/contribution";
import { Decimal, krText, sum, ZERO } from "../domain/money";
import { yearOf } from "../domain/period";
import { problem, type Problem } from "../domain/problem";
import {
  monteCarloOf,
  tornadoOf,
  type Distribution,
  type TornadoBar,
  type UncertaintyInput,
} from "../domain/return/uncertainty";
import type { Intake } from "../intake/readWorkbook";
import { normUprating } from "../reference/normUprating";
import { PENSION_AGES } from "../reference/pensionAges";
import { SHARES_WITH_REGION } from "../reference/statutoryShares";

/** What the user chose; null: as the workbook says, else the standard. */
export interface ReturnOptions {
  readonly scenario: Exclude<ScenarioId, "own">;
  readonly target: Decimal | null;
  readonly seed: number;
  readonly draws: number;
}

export const standardReturnOptions: ReturnOptions = { scenario: "som-rapporten", target: null, seed: 1, draws: 10_000 };
const standardTarget = new Decimal(4);
/** The horizon that the board's sentence and the uncertainty are about. */
const standardHorizon = "5";

/** Money in and back of one initiative, with what is uncertain about it. */
export interface MoneyBack {
  readonly result: AgencyReturn;
  readonly avoided: AvoidedSupport;
  readonly uncertainty: UncertaintyInput;
  readonly tornado: readonly TornadoBar[];
  readonly distribution: Distribution;
  readonly origins: { readonly participants: readonly Origin[]; readonly contributions: readonly Origin[] };
}

export interface MoneyBackRun {
  /** Null where the workbook has neither contributions nor participants. */
  readonly moneyBack: MoneyBack | null;
  readonly problems: readonly Problem[];
}

/** The whole calculation of one workbook's rows. Exact but for the draws of the uncertainty, which depend on the seed alone. */
export function moneyBackOf(intake: Intake, options: ReturnOptions): MoneyBackRun {
  if (intake.contributions.length === 0 && intake.participants.length === 0) return { moneyBack: null, problems: [] };
  const entered = intake.assumptions.map(({ value }) => value);
  const priceYear = intake.settings.priceYear?.value ?? firstAvoidedYear(intake);
  const prices = intake.settings.prices?.value ?? "fixed";
  const paid = contributionsFor(intake);
  const input = {
    participants: intake.participants.map(({ value }) => value),
    contributions: paid.contributions,
    sources: intake.sources,
    pensionAges: PENSION_AGES,
    scenario: scenarioOf(options.scenario, priceYear, entered, prices),
    target: options.target ?? intake.settings.target?.value ?? standardTarget,
    projectStart: intake.facts?.from ?? null,
    participantsInAll:
      intake.facts?.participants?.value.toNumber() ?? intake.participants.length + intake.participantsSetAside,
  };
  const basis = returnBasisOf(input);
  const result = returnIn(input.scenario, basis);
  const uncertainty: UncertaintyInput = {
    // What the user entered as low, base and high is what is uncertain, whichever scenario is shown.
    scenario:
      entered.length === 0 || options.scenario === "forsiktig"
        ? input.scenario
        : scenarioOf("forsiktig", priceYear, entered, prices),
    basis,
    horizon: intake.settings.horizon?.value ?? standardHorizon,
    scope: "parties",
  };
  const moneyBack: MoneyBack = {
    result,
    avoided: avoidedSupportOf(input.scenario, basis),
    uncertainty,
    tornado: tornadoOf(uncertainty),
    distribution: monteCarloOf(uncertainty, options.seed, options.draws),
    origins: {
      participants: intake.participants.map(({ origin }) => origin),
      contributions: paid.origins,
    },
  };
  return { moneyBack, problems: [...paid.problems, ...fundsProblems(basis, intake.facts)] };
}

/** As reported and the base scenario are in fixed prices; what the user enters is in the prices the workbook says. */
function scenarioOf(
  id: ReturnOptions["scenario"],
  priceYear: number | null,
  entered: readonly Assumption[],
  prices: Scenario["prices"],
): Scenario {
  if (id === "som-rapporten") return withNorm(asReported(priceYear), "fixed");
  if (id === "bas") return withNorm(baseScenario(priceYear), "fixed");
  const own = ownScenario("forsiktig", priceYear, entered);
  const isEntered = entered.some(({ kind }) => kind === "uprating");
  return isEntered ? { ...own, prices } : withNorm(own, prices);
}

/**
 * Uprating of income support after the norm's own history: 0 in fixed prices, with the history shown as its source; in current prices
 * the mean growth itself, until somebody enters another figure.
 */
function withNorm(scenario: Scenario, prices: Scenario["prices"]): Scenario {
  const { perYear, source } = normUprating();
  const percent = `${perYear.times(100).toFixed(2).replace(".", ",")} % per år`;
  const provenance = (text: string): Assumption["provenance"] => ({
    text,
    validFrom: null,
    fetched: null,
    certainty: "derived",
  });
  const uprating =
    prices === "fixed"
      ? fixedAssumption("uprating", ZERO, null, provenance(`0 i fasta priser. ${source}: ${percent} i löpande priser`))
      : fixedAssumption("uprating", perYear, "Försörjningsstöd", provenance(`${source}: ${percent}`));
  return { ...withAssumptions(scenario, [uprating]), prices };
}

/** Amounts are in the prices of the year in which the first support was avoided, unless the workbook says otherwise. */
function firstAvoidedYear({ participants }: Intake): number | null {
  const months = participants.flatMap(({ value }) => (value.lastMonth === null ? [] : [value.lastMonth + 1]));
  return months.length === 0 ? null : yearOf(months.reduce((first, month) => Math.min(first, month)));
}

interface PaidIn {
  readonly contributions: readonly Contribution[];
  readonly origins: readonly Origin[];
  readonly problems: readonly Problem[];
}

/** The rows given; where only the funds used are known, their statutory split (law 2003:1210 §5), which is said. */
function contributionsFor({ contributions, facts, factOrigins }: Intake): PaidIn {
  if (contributions.length > 0 || facts?.used == null) {
    return {
      contributions: contributions.map(({ value }) => value),
      origins: contributions.map(({ origin }) => origin),
      problems: [],
    };
  }
  const origin = factOrigins.used;
  const parties = ["Försäkringskassan", "Kommunerna", "Regionerna"].map((name) => ({ name, weight: null }));
  const split = statutorySplit(facts.used, SHARES_WITH_REGION, parties);
  const at = origin === undefined ? null : { sheet: origin.sheet, cell: origin.cells };
  return {
    contributions: split.map(({ name, amount }) => ({
      agency: name,
      year: facts.to === null ? null : yearOf(facts.to),
      cash: amount,
      ownTime: null,
      hours: null,
      hourlyCost: null,
    })),
    origins: origin === undefined ? [] : split.map(() => origin),
    problems: [problem("statutory-split", at, { total: krText(facts.used) })],
  };
}

/** The "1 kr" is what was booked: contributions that do not sum to the funds used are pointed out. */
function fundsProblems({ contributions }: ReturnBasis, facts: InitiativeFacts | null): readonly Problem[] {
  const cash = sum(contributions.agencies.map((agency) => agency.cash));
  if (facts?.used == null || cash.isZero() || cash.eq(facts.used)) return [];
  return [problem("contributions-differ-from-used", null, { contributions: krText(cash), used: krText(facts.used) })];
}
