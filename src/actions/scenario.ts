// src/actions/scenario.ts: the scenarios of a workbook: what the reports assume, the base, and what the user entered, in one kind of prices each.
import {
  asReported,
  type Assumption,
  baseScenario,
  fixedAssumption,
  ownScenario,
  type Scenario,
  type ScenarioId,
  withAssumptions,
} from "../domain/return/assumptions";
import { ZERO } from "../domain/money";
import { yearOf } from "../domain/period";
import { problem, type Problem } from "../domain/problem";
import type { Intake } from "../intake/readWorkbook";
import { normUprating } from "../reference/normUprating";

const INCOME_SUPPORT = "Försörjningsstöd";

/**
 * As reported and the base scenario are in fixed prices, and gross; what the user enters is in the prices and compared with what the workbook says.
 * In current prices the base's rate, which is real, does not hold: it is 0 until a nominal one is entered.
 */
export function scenarioOf(id: Exclude<ScenarioId, "own">, intake: Intake): Scenario {
  const { settings } = intake;
  const entered = intake.assumptions.map(({ value }) => value);
  const priceYear = settings.priceYear?.value ?? firstAvoidedYear(intake);
  if (id === "som-rapporten") return withNorm(asReported(priceYear), "fixed");
  if (id === "bas") return withNorm(baseScenario(priceYear), "fixed");
  const prices = settings.prices?.value ?? "fixed";
  const own = {
    ...ownScenario("forsiktig", priceYear, entered),
    counterfactual: settings.counterfactual?.value ?? null,
  };
  const inPrices = prices === "current" && !isEntered(entered, "rate") ? withAssumptions(own, [noRate()]) : own;
  const hasUprating = entered.some(
    ({ kind, source }) => kind === "uprating" && (source ?? INCOME_SUPPORT) === INCOME_SUPPORT,
  );
  return hasUprating ? { ...inPrices, prices } : withNorm(inPrices, prices);
}

function isEntered(entered: readonly Assumption[], kind: Assumption["kind"]): boolean {
  return entered.some((each) => each.kind === kind);
}

function derived(text: string): Assumption["provenance"] {
  return { text, validFrom: null, fetched: null, certainty: "derived" };
}

function noRate(): Assumption {
  return fixedAssumption(
    "rate",
    ZERO,
    null,
    derived("0 i löpande priser: räntan i Bas är real. Ange en nominell ränta"),
  );
}

/**
 * Uprating of income support after the norm's own history: 0 in fixed prices, with the history shown as its source; in current prices
 * the mean growth itself, until somebody enters another figure.
 */
function withNorm(scenario: Scenario, prices: Scenario["prices"]): Scenario {
  const { perYear, source } = normUprating();
  const percent = `${perYear.times(100).toFixed(2).replace(".", ",")} % per år`;
  const uprating =
    prices === "fixed"
      ? fixedAssumption("uprating", ZERO, null, derived(`0 i fasta priser. ${source}: ${percent} i löpande priser`))
      : fixedAssumption("uprating", perYear, INCOME_SUPPORT, derived(`${source}: ${percent}`));
  return { ...withAssumptions(scenario, [uprating]), prices };
}

/** Real and nominal figures side by side are asked about: they would be mixed. */
export function priceProblems({ assumptions, settings }: Intake): readonly Problem[] {
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

/** Amounts are in the prices of the year in which the first support was avoided, unless the workbook says otherwise. */
function firstAvoidedYear({ participants }: Intake): number | null {
  const months = participants.flatMap(({ value }) => (value.lastMonth === null ? [] : [value.lastMonth + 1]));
  return months.length === 0 ? null : yearOf(months.reduce((first, month) => Math.min(first, month)));
}
