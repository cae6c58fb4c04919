// tests/report/finalFixtures.ts: the published cases as input of Känslighet, Slutrapport and Före och efter.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { returnBasisOf, returnIn } from "../../src/domain/return/agencyReturn";
import { ownScenario, type Scenario } from "../../src/domain/return/assumptions";
import { beforeAfterOf, type BeforeAfter } from "../../src/domain/finalReport/beforeAfter";
import { beforeAfterClaims, figures, statedClaim, type StatedClaim } from "../../src/domain/finalReport/claims";
import type { InitiativeFacts } from "../../src/domain/deviation/budget";
import { finalReportOf } from "../../src/domain/finalReport/finalReport";
import type { FollowUp } from "../../src/domain/deviation/followUp";
import type { CountRow, Goal } from "../../src/domain/finalReport/goals";
import { Decimal } from "../../src/domain/money";
import { monthIndex } from "../../src/domain/period";
import { statedFigure, statedPercent } from "../../src/domain/finalReport/reconcile";
import { monteCarloOf, tornadoOf, type UncertaintyInput } from "../../src/domain/return/uncertainty";
import type { BeforeAfterInput } from "../../src/report/finalReport/beforeAfterTab";
import type { FinalReportItem } from "../../src/report/finalReport/finalReportFrame";
import { finished } from "../../src/domain/steps";
import type { FinalTabsInput, RunFrame, RunInput } from "../../src/report/run";
import { buildTabs } from "../../src/report/tabs";
import { named } from "./fixtures";
import type { SensitivityInput } from "../../src/report/return/sensitivityFrame";
import type { SheetModel } from "../../src/report/sheetModel";
import { sv } from "../../src/text/sv";
import { husamradetFacts } from "../domain/husamradet";
import { GRANTED, RESAN, STATED_SHARE, USED } from "../domain/resan";
import { range } from "../domain/returnInput";
import { husamradetFollowUp } from "./fixtures";

export function caseJson(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, "..", "cases", name), "utf8"));
}

const dec = (value: number | string): Decimal => new Decimal(value);

const noFacts: InitiativeFacts = {
  ...husamradetFacts,
  name: null,
  from: null,
  to: null,
  granted: null,
  used: null,
  statedUsedShare: null,
  participants: null,
  closed: null,
  toWorkOrStudies: null,
  plannedParticipants: null,
  plannedParticipantsPerYear: null,
  plannedClosed: null,
  plannedClosedPerYear: null,
  plannedToWorkOrStudies: null,
  plannedToWorkOrStudiesPerYear: null,
};

export function factsWith(changes: Partial<InitiativeFacts>): InitiativeFacts {
  return { ...noFacts, ...changes };
}

export const resanFacts = factsWith({
  name: "RESAN",
  from: monthIndex(2022, 1),
  to: monthIndex(2023, 12),
  granted: GRANTED,
  used: USED,
  statedUsedShare: STATED_SHARE,
});
export const resanReport = finalReportOf({ facts: resanFacts, followUp: null, goals: [], claims: [] });

export function goal(name: string, target: number | string, outcome: number | string, more: Partial<Goal> = {}): Goal {
  return {
    name,
    target: dec(target),
    outcome: dec(outcome),
    direction: "at-least",
    actualBase: null,
    expectedBase: null,
    validFrom: null,
    responseRate: null,
    share: false,
    persons: { count: dec(outcome), base: null },
    ...more,
  };
}

/** The published goals; expected closures January to October 2011 are 90 a year. */
export const husamradetGoals: readonly Goal[] = [
  goal("Avslut 2010–2012", 225, 136),
  goal("Till arbete, januari–oktober 2011", 30, 15, { actualBase: dec(30), expectedBase: dec(75) }),
];

const percent = (claim: string, stated: number, part: number, whole: number): StatedClaim =>
  statedClaim(claim, statedPercent(dec(stated)), { parts: figures(part), whole: figures(whole) });
const count = (claim: string, stated: number, ...parts: number[]): StatedClaim =>
  statedClaim(claim, statedFigure(dec(stated)), { parts: figures(...parts), whole: null }, { persons: true });

/** Every contradiction listed in the cases, with the figures it rests on, and whether it was published as wrong. */
export const publishedClaims: Readonly<Record<string, readonly StatedClaim[]>> = {
  "husamradet-expected.json": [
    count("Remisser, rad 1", 45, 22, 6, 6, 15),
    count("Remisser, rad 2", 59, 28, 18, 7, 9),
    count("Remisser, rad 4", 70, 21, 12, 23, 24),
    count("Remisser, summa av publicerade rader", 217, 45, 59, 26, 70),
    count("Inflöde 2009", 40, 31),
    count("Antal deltagare", 248, 247),
    count("Inskrivna vid start", 57, 56),
    percent("Avslutade till arbete eller studier", 27, 14 + 15 + 11, 136),
  ],
  "husamradet-income-before-after.json": [
    percent("Efter, sjukpenning med mera", 19, 24, 136),
    count("Avslutade 2010–2012", 136, 53, 37, 63),
  ],
  "rar-sormland-2007.json": [
    count("Redovisade i självvärdering", 254, 38, 19, 49, 60, 65, 19),
    percent("Avslutade, andel", 52, 98, 194),
  ],
  "resan-final-report.json": [percent("Utnyttjade medel", 97, 2064312, 2458000)],
  "umea-supported-employment.json": [
    count("Klienter i arbete", 3, 1, 3),
    count("Avslutade klienter", 19, 3, 3, 4, 8),
    count("Nuvarande klienter", 38, 27, 30),
    percent("Andel män", 60, 30, 57),
  ],
};

interface Income {
  readonly base: number;
  readonly before: Record<string, number>;
  readonly after: Record<string, number>;
}
const income = caseJson("husamradet-income-before-after.json") as Income;
export const husamradetIncome: BeforeAfter = beforeAfterOf(
  Object.entries(income.before).map(([source, before]) => ({ source, before, after: income.after[source] ?? 0 })),
  income.base,
);

interface Sormland {
  readonly initiatives: readonly string[];
  readonly registeredInSUS: readonly (number | null)[];
  readonly reportedInSelfEvaluation: readonly (number | null)[];
  readonly workingStart: readonly (number | null)[];
  readonly workingEnd: readonly (number | null)[];
}
const sormland = caseJson("rar-sormland-2007.json") as Sormland;
export const nineInitiatives = (
  first: "registeredInSUS" | "workingStart",
  second: "reportedInSelfEvaluation" | "workingEnd",
): readonly CountRow[] =>
  sormland.initiatives.map((name, at) => ({
    name,
    planned: sormland[first][at] ?? null,
    actual: sormland[second][at] ?? null,
  }));

export const beforeAfterInput: BeforeAfterInput = {
  tables: [{ title: "Husamrådet", result: husamradetIncome }],
  counts: [
    { title: "Supported Employment Umeå", kind: "plan", rows: [{ name: "Startade", planned: 60, actual: 57 }] },
    { title: "RAR i Sörmland, i arbete", kind: "start-end", rows: nineInitiatives("workingStart", "workingEnd") },
  ],
};

export function reportItem(
  name: string,
  followUp: FollowUp | null,
  facts: InitiativeFacts | null,
  goals: readonly Goal[],
  claims: readonly StatedClaim[],
  firstLine: number | null = 1,
): FinalReportItem {
  const periods = followUp?.table.periods ?? [];
  const table = followUp?.table;
  return {
    role: "slutrapport",
    name,
    period:
      periods.length > 0
        ? { from: periods[0]!.from, to: periods.at(-1)!.to }
        : facts?.from != null && facts.to !== null
          ? { from: facts.from, to: facts.to }
          : null,
    report: finalReportOf({ facts, followUp, goals, claims }),
    table:
      followUp === null || table === undefined
        ? null
        : { unit: table.unit, decimals: table.decimals, sign: table.sign, limits: followUp.limits, firstLine },
  };
}

export const resanItem = reportItem("RESAN", null, resanFacts, [], publishedClaims["resan-final-report.json"]!);
export const husamradetItem = reportItem("Husamrådet", husamradetFollowUp, husamradetFacts, husamradetGoals, [
  ...publishedClaims["husamradet-expected.json"]!,
  ...publishedClaims["husamradet-income-before-after.json"]!,
  ...beforeAfterClaims(husamradetIncome),
]);

/** Made-up ranges, to have something uncertain. */
export const uncertainScenario: Scenario = ownScenario("own", 2024, [
  range("deadweight", "0", "0.1", "0.4"),
  range("outflow", "0", "0.02", "0.1"),
  range("others", "0", "0.1", "0.3"),
  range("rate", "0.01", "0.03", "0.05"),
  range("persistence", "0.7", "0.9", "1"),
  range("uprating", "0", "0.01", "0.025", "Försörjningsstöd"),
]);

export function sensitivityOf(
  scenario: Scenario,
  changes: Partial<Omit<UncertaintyInput, "scenario">> = {},
  draws = 2000,
): SensitivityInput {
  const basis = changes.basis ?? returnBasisOf(RESAN);
  const uncertainty: UncertaintyInput = { horizon: "5", scope: "parties", basis, ...changes, scenario };
  return {
    uncertainty,
    tornado: tornadoOf(uncertainty),
    distribution: monteCarloOf(uncertainty, 1, draws),
    caveats: returnIn(scenario, basis).caveats,
    assumptionCell: null,
  };
}

type Changes = Partial<FinalTabsInput> & Partial<RunFrame>;

/** A run of the final report alone. */
export function finalInput({
  texts = sv,
  today = "2026-11-22",
  drawnUpBy = null,
  version = null,
  names,
  ...changes
}: Changes): RunInput {
  const final = {
    sensitivity: null,
    reports: [],
    beforeAfter: null,
    initiative: "RESAN",
    period: "2022-01 – 2023-12",
    ...changes,
  };
  return named(
    {
      report: null,
      money: null,
      final,
      groups: new Set(["return", "finalReport"]),
      frame: { texts, today, drawnUpBy, version, names: names ?? ((role) => role) },
    },
    names === undefined,
  );
}

export function finalTabsOf(changes: Changes): readonly SheetModel[] {
  return finished(buildTabs(finalInput(changes)));
}
