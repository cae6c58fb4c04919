// src/domain/return/workbookScenario.ts: the scenarios of a workbook: what the reports assume, the base, and what the user entered, in one kind of prices each.
import {
  asReported,
  assumptionFor,
  type Assumption,
  baseScenario,
  fixedAssumption,
  ownScenario,
  type Scenario,
  type ScenarioId,
  withAssumptions,
} from "./assumptions";
import { ZERO } from "../money";
import { yearOf } from "../period";
import { problem, type Problem } from "../problem";
import type { ReturnReference, ReturnRows } from "./returnRows";

const INCOME_SUPPORT = "Försörjningsstöd";

/**
 * As reported and the base scenario are in fixed prices, and gross; what the user enters is in the prices and compared with what the workbook says.
 * A rate that is not entered is 0 there: the one of the base is real, and nobody has chosen it.
 */
export function scenarioOf(id: Exclude<ScenarioId, "own">, from: ReturnRows, reference: ReturnReference): Scenario {
  const { settings } = from;
  const entered = from.assumptions.map(({ value }) => value);
  const priceYear = settings.priceYear?.value ?? priceYearOf(from, reference);
  const persistenceForm = settings.persistenceForm?.value ?? "running";
  if (id === "som-rapporten") return { ...withNorm(asReported(priceYear), "fixed", reference), persistenceForm };
  if (id === "bas") return { ...withNorm(baseScenario(priceYear), "fixed", reference), persistenceForm };
  const prices = settings.prices?.value ?? "fixed";
  const own = {
    ...ownScenario("forsiktig", priceYear, entered),
    counterfactual: settings.counterfactual?.value ?? null,
    persistenceForm,
  };
  const inPrices = isEntered(entered, "rate") ? own : withAssumptions(own, [noRate(prices)]);
  const hasUprating = entered.some(
    ({ kind, source }) => kind === "uprating" && (source ?? INCOME_SUPPORT) === INCOME_SUPPORT,
  );
  return hasUprating ? { ...inPrices, prices } : withNorm(inPrices, prices, reference);
}

function isEntered(entered: readonly Assumption[], kind: Assumption["kind"]): boolean {
  return entered.some((each) => each.kind === kind);
}

function derived(text: string): Assumption["provenance"] {
  return { text, validFrom: null, fetched: null, certainty: "derived" };
}

/** Nobody adds a rate that the user has not entered. */
function noRate(prices: Scenario["prices"]): Assumption {
  const why =
    prices === "current"
      ? "0 i löpande priser: räntan i Bas är real. Ange en nominell ränta"
      : "0: ingen ränta är angiven i tabellen. Bas räknar med 3 %";
  return fixedAssumption("rate", ZERO, null, derived(why));
}

/**
 * Uprating of income support after the norm's own history: 0 in fixed prices, with the history shown as its source; in current prices
 * the mean growth itself, until somebody enters another figure.
 */
function withNorm(
  scenario: Scenario,
  prices: Scenario["prices"],
  { normUprating: { perYear, source }, municipalTax }: ReturnReference,
): Scenario {
  const percent = `${perYear.times(100).toFixed(2).replace(".", ",")} % per år`;
  const uprating =
    prices === "fixed"
      ? fixedAssumption("uprating", ZERO, null, derived(`0 i fasta priser. ${source}: ${percent} i löpande priser`))
      : fixedAssumption("uprating", perYear, INCOME_SUPPORT, derived(`${source}: ${percent}`));
  return { ...withAssumptions(scenario, [uprating, ...taxSaid(scenario, municipalTax)]), prices };
}

/** "Som rapporten" and "Bas" use no row of the user's table: that is said. */
export function notUsedProblems({ assumptions }: ReturnRows, scenario: ScenarioId): readonly Problem[] {
  const [first, last] = [assumptions[0], assumptions.at(-1)];
  if ((scenario !== "som-rapporten" && scenario !== "bas") || first === undefined || last === undefined) return [];
  const at = { sheet: first.origin.sheet, cell: first.origin.cells };
  return [problem("assumptions-not-used", at, { rows: assumptions.length, scenario })];
}

/** Tax is off until somebody enters a share: the mean municipal tax stands beside it, as what there is to choose from. */
function taxSaid(scenario: Scenario, mean: ReturnReference["municipalTax"]): readonly Assumption[] {
  const own = assumptionFor(scenario, "tax");
  if (mean === null || own?.provenance.text !== null || !own.base.isZero()) return [];
  const text = `0: räknas inte. Genomsnittlig kommunalskatt ${mean.year}: ${mean.percent.replace(".", ",")} %`;
  return [fixedAssumption("tax", ZERO, null, { ...own.provenance, text })];
}

/** Real and nominal figures side by side are asked about: they would be mixed. */
export function priceProblems({ assumptions, settings }: ReturnRows): readonly Problem[] {
  const entered = assumptions.map(({ value }) => value);
  if (settings.prices?.value === "current" && !isEntered(entered, "rate")) {
    const { sheet, cells } = settings.prices.origin;
    return [problem("rate-not-nominal", { sheet, cell: cells }, {})];
  }
  const uprated = assumptions.find(
    ({ value }) => value.kind === "uprating" && (value.series !== null || !value.base.isZero()),
  );
  if (settings.prices !== null || uprated === undefined) return [];
  return [problem("uprating-in-fixed-prices", { sheet: uprated.origin.sheet, cell: uprated.origin.cells }, {})];
}

/**
 * The latest year with a price index that is not after the latest first month without support: its kronor are what typed amounts count as, unless the
 * workbook says otherwise. Before the first index known it is the year itself.
 */
function priceYearOf({ participants }: ReturnRows, { latestIndexYear }: ReturnReference): number | null {
  const months = participants.flatMap(({ value }) => (value.lastMonth === null ? [] : [value.lastMonth + 1]));
  if (months.length === 0) return null;
  const last = yearOf(months.reduce((latest, month) => Math.max(latest, month)));
  return latestIndexYear(last) ?? last;
}
