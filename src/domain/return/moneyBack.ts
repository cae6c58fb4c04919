// src/domain/return/moneyBack.ts: contributions and participants of one workbook → what each agency pays in and gets back.
import { type Horizon, returnBasisOf, returnIn, scaleIn, type AgencyReturn, type ReturnBasis } from "./agencyReturn";
import type { Assumption, PersistenceForm, ScenarioId } from "./assumptions";
import {
  noOwnAssumptions,
  type OwnAssumptions,
  type OwnUse,
  type OwnValue,
  TARGET_KEY,
  withOwnAssumptions,
  withOwnForm,
  withoutTakenBack,
} from "./ownAssumptions";
import { withOwnPayers } from "./ownPayers";
import { avoidedSupportOf, type AvoidedSupport } from "./avoidedSupport";
import type { BudgetTable, Origin } from "../deviation/budget";
import { contributionsOf } from "./contribution";
import { valuedContributions } from "./contributionValue";
import { yearFactorsOf } from "./yearFactors";
import { basisOfPart, type InitiativeReturn } from "./initiativeReturn";
import { Decimal } from "../money";
import type { Participant } from "./participant";
import type { Problem } from "../problem";
import { monteCarloOf, tornadoOf, type Distribution, type TornadoBar, type UncertaintyInput } from "./uncertainty";
import { lookupKey } from "../lookupKey";
import { initiativesOf, type InitiativeRows } from "./initiativeRows";
import type { ReturnReference, ReturnRows } from "./returnRows";
import { fundsProblems, resolvedContributions } from "./resolvedContributions";
import { participantNotes } from "./participantNotes";
import { notUsedProblems, priceProblems, scenarioOf } from "./workbookScenario";

interface Target extends OwnUse {
  readonly value: Decimal;
  readonly without: Decimal;
}

/** What the user chooses now goes before what stands on Antaganden, and stands there from then on. */
function targetOf(chosen: Decimal | null, own: OwnValue | null, without: Decimal): Target {
  const nothing = { without, used: [], unusable: [] };
  if (chosen !== null) return { ...nothing, value: chosen };
  if (own === null) return { ...nothing, value: without };
  if (own.value.lte(0)) return { ...nothing, value: without, unusable: [{ ...own, reason: "range" }] };
  return { ...nothing, value: own.value, used: [{ ...own, before: without, key: TARGET_KEY }] };
}

/** What the user chose; null: as the workbook says, else the standard. */
export interface ReturnOptions {
  readonly scenario: Exclude<ScenarioId, "own">;
  readonly target: Decimal | null;
  readonly seed: number;
  readonly draws: number;
  /**
   * Which of people's own values on Antaganden to take back: by key (`UsedValue.key`), or all. They go before the scenario, which is the ground
   * that they lie on. Left out: none.
   */
  readonly takeBack?: readonly string[] | "all";
  /** How far avoided support with successors is counted beside the figure to the pension; left out: 5 years. */
  readonly horizon?: Horizon;
  /** With the published reports' own way beside the course; left out: not. */
  readonly reportWay?: boolean;
}

export const standardReturnOptions: ReturnOptions = { scenario: "som-rapporten", target: null, seed: 1, draws: 10_000 };
const standardTarget = new Decimal(4);
/** The horizon that the board's sentence and the uncertainty are about. */
const standardHorizon = "5";

/** Money in and back of a workbook, with what is uncertain about it. */
export interface MoneyBack {
  readonly result: AgencyReturn;
  readonly avoided: AvoidedSupport;
  readonly uncertainty: UncertaintyInput;
  readonly tornado: readonly TornadoBar[];
  readonly distribution: Distribution;
  readonly origins: { readonly participants: readonly Origin[]; readonly contributions: readonly Origin[] };
  /** People's own values on Antaganden. */
  readonly own: OwnUse;
  /** The target without an own one. */
  readonly targetWithout: Decimal;
  /** The form of persistence without an own one. */
  readonly formWithout: PersistenceForm;
  /** Rows of the user's table of assumptions that the scenario leaves out. */
  readonly notUsed: readonly Assumption[];
  /** Empty where the rows do not tell initiatives apart. */
  readonly initiatives: readonly InitiativeMoneyBack[];
}

/** One of several initiatives in a workbook. */
export interface InitiativeMoneyBack extends InitiativeReturn {
  /** Index into the workbook's budget tables; null: it has none. */
  readonly table: number | null;
  readonly avoided: AvoidedSupport;
}

export interface MoneyBackRun {
  /** Null where the workbook has neither contributions nor participants. */
  readonly moneyBack: MoneyBack | null;
  readonly problems: readonly Problem[];
}

/**
 * The whole calculation of one workbook's rows, and of each initiative that they name; `tables` with the names they go by. Exact but for the draws of the
 * uncertainty, which depend on the seed alone.
 */
export function moneyBackOf(
  from: ReturnRows,
  tables: readonly BudgetTable[],
  reference: ReturnReference,
  options: ReturnOptions,
  written: OwnAssumptions = noOwnAssumptions,
): MoneyBackRun {
  if (from.contributions.length === 0 && from.participants.length === 0) return { moneyBack: null, problems: [] };
  const paid = resolvedContributions(from, tables, reference.shares);
  const initiatives = initiativesOf(from, tables, paid.rows, reference.shares);
  const own = withoutTakenBack(written, options.takeBack ?? []);
  const chosen = chosenScenario(options.scenario, from, reference, own);
  const payers = withOwnPayers(from.sources, own.payers);
  const target = targetOf(options.target, own.target, from.settings.target?.value ?? standardTarget);
  const input = {
    participants: participantsOf(from),
    contributions: paid.rows.map(({ value }) => value),
    sources: payers.sources,
    pensionAges: reference.pensionAges,
    benefits: reference.benefits,
    scenario: chosen.scenario,
    target: target.value,
    projectStart: from.facts?.from ?? null,
    participantsInAll: from.facts?.participants?.value.toNumber() ?? null,
    participantsUnread: from.participantsSetAside,
    initiativeOf: (index: number) => initiatives.findIndex(({ participants }) => participants.has(index)),
    priceIndex: reference.priceIndex,
  };
  const basis = returnBasisOf(input);
  const result = returnIn(input.scenario, basis);
  const uncertainty: UncertaintyInput = {
    // Around the figure that is shown: what a scenario does not use of the user's table is no part of its uncertainty either.
    scenario: input.scenario,
    basis,
    horizon: from.settings.horizon?.value ?? standardHorizon,
    scope: "parties",
  };
  const moneyBack: MoneyBack = {
    result,
    avoided: avoidedSupportOf(input.scenario, basis, options),
    uncertainty,
    tornado: tornadoOf(uncertainty),
    distribution: monteCarloOf(uncertainty, options.seed, options.draws),
    origins: {
      participants: from.participants.map(({ origin }) => origin),
      contributions: paid.rows.map(({ origin }) => origin),
    },
    own: {
      used: [...chosen.used, ...payers.used, ...target.used],
      unusable: [...chosen.unusable, ...payers.unusable, ...target.unusable],
    },
    targetWithout: target.without,
    formWithout: scenarioOf(options.scenario, from, reference).persistenceForm,
    notUsed: options.scenario === "forsiktig" ? [] : from.assumptions.map(({ value }) => value),
    initiatives: initiatives.map((each) => initiativeMoneyBack(each, basis, options)),
  };
  return {
    moneyBack,
    problems: [
      ...paid.problems,
      ...priceProblems(from),
      ...notUsedProblems(from, options.scenario),
      ...participantNotes(basis, from, reference),
      ...fundsProblems(basis, from.facts),
    ],
  };
}

/** The scenario with what people changed on Antaganden laid over it. */
function chosenScenario(
  id: ReturnOptions["scenario"],
  from: ReturnRows,
  reference: ReturnReference,
  own: OwnAssumptions,
): ReturnType<typeof withOwnAssumptions> {
  const values = withOwnAssumptions(scenarioOf(id, from, reference), own.assumptions);
  const form = withOwnForm(values.scenario, own.form);
  return {
    scenario: form.scenario,
    used: [...values.used, ...form.used],
    unusable: [...values.unusable, ...form.unusable],
  };
}

/** An id is a person within its initiative: where two initiatives have the same, each is told by its initiative too. */
function participantsOf({ participants }: ReturnRows): readonly Participant[] {
  const initiatives = new Map<string, Set<string>>();
  for (const { value, initiative } of participants) {
    const known = initiatives.get(value.id);
    if (known === undefined) initiatives.set(value.id, new Set([lookupKey(initiative ?? "")]));
    else known.add(lookupKey(initiative ?? ""));
  }
  return participants.map(({ value, initiative }) =>
    initiative === null || initiatives.get(value.id)?.size === 1
      ? value
      : { ...value, id: `${value.id} (${initiative})` },
  );
}

function initiativeMoneyBack(own: InitiativeRows, whole: ReturnBasis, options: ReturnOptions): InitiativeMoneyBack {
  const { scenario, projectStart } = whole.input;
  const basis = basisOfPart(whole, {
    participants: own.participants,
    // What names no initiative is as likely to be for all of them: no ratio is made of it.
    contributions: own.name === null ? [] : own.paid,
    projectStart: own.facts?.from ?? projectStart,
    participantsInAll: own.facts?.participants?.value.toNumber() ?? own.rows,
    participantsUnread: own.rows - own.participants.size,
  });
  return {
    name: own.name,
    table: own.table,
    paidFrom: own.paidFrom,
    paidIn: contributionsOf(own.paid),
    valued: valuedContributions(own.paid, scaleIn(scenario, whole, yearFactorsOf(scenario, []))),
    participants: own.participants,
    contributions: own.contributions,
    result: returnIn(scenario, basis),
    avoided: avoidedSupportOf(scenario, basis, options),
  };
}

/** The uncertainty of one initiative: the same assumptions, seed and number of draws as for the whole. */
export function uncertaintyOf(
  { result }: InitiativeMoneyBack,
  { uncertainty, distribution: { seed, draws } }: MoneyBack,
): Pick<MoneyBack, "tornado" | "distribution"> {
  const input = { ...uncertainty, basis: result.basis };
  return { tornado: tornadoOf(input), distribution: monteCarloOf(input, seed, draws) };
}
