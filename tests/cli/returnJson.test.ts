// tests/cli/returnJson.test.ts: the JSON of the RESAN case against its published and reconstructed figures.
import {
  beforeAfterJson,
  contributionsJson,
  finalReportJson,
  goalsJson,
  type Json,
  returnJson,
  uncertaintyJson,
} from "../../src/cli/returnJson";
import { avoidedJson } from "../../src/cli/courseJson";
import { HORIZONS, returnBasisOf, returnIn, returnOf } from "../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../src/domain/return/avoidedSupport";
import { goalResult } from "../../src/domain/finalReport/goals";
import { Decimal } from "../../src/domain/money";
import { en } from "../../src/text/en";
import { sv } from "../../src/text/sv";
import { RESAN } from "../domain/resan";
import {
  beforeAfterInput,
  caseJson,
  husamradetGoals,
  husamradetItem,
  resanReport,
  sensitivityOf,
  uncertainScenario,
} from "../report/finalFixtures";

interface Expected {
  readonly moneyIn: Record<string, string>;
  readonly moneyInTotal: string;
  readonly avoidedUntilRetirement: {
    readonly byOutcome: Record<string, object>;
    readonly total: string;
    readonly months: Record<string, number>;
  };
  readonly horizons: Record<
    string,
    Record<string, string> & { readonly krBackPerKrIn: Record<string, string>; readonly movedBetweenAgencies: string }
  >;
  readonly paybackMonth: number;
  readonly paybackMonthFromStart: number;
  readonly zeroPoint: { readonly monthsForOne: number };
  readonly finalReport: Record<string, string | boolean>;
}
const expected = caseJson("resan-expected.json") as Expected;
const result = returnOf(RESAN);

/** As a reader of the document gets it. */
function parsed(json: Json): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(json));
}

test("how much deadweight the published case can bear within five years: 1 − 2 064 312 / 2 200 500", () => {
  const { horizon, assumptions } = parsed(returnJson(result)).breakEven;
  expect(horizon).toBe("5");
  expect(assumptions[0]).toEqual({ assumption: "deadweight", source: null, outcome: "value", value: "0.061889" });
});

test("contributions", () => {
  expect(parsed(contributionsJson(result.contributions))).toMatchObject({
    byAgency: expected.moneyIn,
    total: expected.moneyInTotal,
  });
});

test("avoided: per person, per outcome and in all", () => {
  const avoided = parsed(avoidedJson(avoidedSupportOf(RESAN.scenario, result.basis), result.basis));
  expect(
    Object.fromEntries(avoided.byParticipant.map((each: { id: string; months: number }) => [each.id, each.months])),
  ).toEqual(expected.avoidedUntilRetirement.months);
  expect(avoided.byOutcome).toMatchObject(expected.avoidedUntilRetirement.byOutcome);
  expect(avoided.total).toBe(expected.avoidedUntilRetirement.total);
  expect(avoided.byParticipant[0]).toMatchObject({
    id: "S1",
    months: 112,
    kr: "883680",
    pensionAge: 67,
    pensionMonth: "2033-05",
    firstMonth: "2024-01",
  });
});

describe("return", () => {
  const json = parsed(returnJson(result));

  test.each(HORIZONS)("horizon %s", (horizon) => {
    const { krBackPerKrIn, movedBetweenAgencies, total, ...byAgency } = expected.horizons[horizon]!;
    const found = json.horizons[horizon];
    for (const [agency, back] of Object.entries(byAgency)) {
      expect(found.byAgency[agency]).toMatchObject({ in: expected.moneyIn[agency], back });
      expect(new Decimal(found.byAgency[agency].ratio).toFixed(4)).toBe(krBackPerKrIn[agency]);
      expect(found.byAgency[agency].ratio).toMatch(/^-?\d+\.\d{6}$/u);
    }
    expect(found.total).toMatchObject({ in: expected.moneyInTotal, back: total });
    expect(new Decimal(found.total.ratio).toFixed(4)).toBe(krBackPerKrIn.total);
    expect(found.moved).toBe(movedBetweenAgencies);
  });

  test("payback, zero point, scenario and target", () => {
    expect(json).toMatchObject({
      scenario: "som-rapporten",
      target: "4",
      paybackMonth: expected.paybackMonth,
      paybackMonthFromStart: expected.paybackMonthFromStart,
      zeroPoint: {
        monthsForOne: expected.zeroPoint.monthsForOne,
        monthsForTarget: null,
        furtherLeaversForOne: { "5": 0 },
      },
      caveats: { included: 11, of: 51, counterfactual: null },
    });
  });

  test("nothing paid in: ratios are null", () => {
    const free = parsed(returnJson(returnOf({ ...RESAN, contributions: [] })));
    expect(free.horizons["1"].total.ratio).toBeNull();
  });
});

test("no amount has an exponent or more than two decimals, no ratio other than six", () => {
  const basis = returnBasisOf(RESAN);
  const all = [
    returnJson(returnIn(uncertainScenario, basis)),
    avoidedJson(avoidedSupportOf(uncertainScenario, basis), basis),
    contributionsJson(result.contributions),
  ];
  const strings: string[] = [];
  JSON.stringify(all, (_, value: unknown) => {
    if (typeof value === "string" && /^-?[\d.]+(?:e.*)?$/iu.test(value)) strings.push(value);
    return value;
  });
  expect(strings.length).toBeGreaterThan(150);
  expect(strings.filter((text) => !/^-?\d+(?:\.\d{1,2}|\.\d{6})?$/u.test(text))).toEqual([]);
});

test("uncertainty", () => {
  const { tornado, distribution } = sensitivityOf(uncertainScenario, {}, 500);
  const json = parsed(uncertaintyJson(tornado, distribution));
  expect(json).toMatchObject({
    seed: 1,
    draws: 500,
    p50: distribution.ratio!.p50.toFixed(6),
    pAtLeastOne: expect.stringMatching(/^[01]\.\d{6}$/u),
  });
  expect(json.tornado.map(({ assumption }: { assumption: string }) => assumption)).toEqual(
    tornado.map(({ assumption }) => assumption.kind),
  );
  expect(json.tornado[0].low).toBe(tornado[0]!.low!.toFixed(6));
  const free = sensitivityOf(uncertainScenario, { basis: returnBasisOf({ ...RESAN, contributions: [] }) }, 5);
  expect(uncertaintyJson(free.tornado, free.distribution)).toBeNull();
});

test("final report: the claim of 97 % does not reconcile", () => {
  const { granted, used, unused, reconciles } = expected.finalReport;
  expect(parsed(finalReportJson(resanReport, sv.final))).toMatchObject({
    granted,
    used,
    unused,
    usedShare: "0.839834",
    answer: "part",
    claims: [{ claim: "Uppgiven andel utnyttjat", stated: "0.97", computed: "0.839834", reconciles }],
  });
  expect(finalReportJson({ ...resanReport, total: null, claims: [] }, sv.final)).toBeNull();
  const lines = parsed(finalReportJson(husamradetItem.report, en.final));
  expect(lines.lines[0]).toEqual({
    costLine: "Personalkostnader",
    granted: "6124000",
    used: "3489000",
    unused: "2635000",
    usedShare: "0.569726",
  });
  expect(lines.explainedBy).toEqual(["Personalkostnader", "Köp av verksamhet / Konsulter"]);
});

test("goals: 136 of 225 closures is 60 %; both denominators", () => {
  const [closures, work] = parsed(goalsJson(husamradetGoals.map((goal) => goalResult(goal))));
  expect(closures).toMatchObject({
    target: "225",
    outcome: "136",
    fulfilment: "0.604444",
    verdict: "partly",
    shareOfActual: null,
  });
  expect(work).toMatchObject({ shareOfActual: "0.500000", shareOfExpected: "0.200000", basesDiffer: true });
  expect(goalsJson([])).toBeNull();
});

test("before and after, and planned against actual", () => {
  const json = parsed(beforeAfterJson(beforeAfterInput.tables, beforeAfterInput.counts));
  expect(json.supports[0]).toMatchObject({ sumBefore: 135, sumAfter: 128, base: 136, sameIndividuals: false });
  expect(json.supports[0].rows[0]).toEqual({
    source: "Sjukpenning/sjukersättning/aktivitetsersättning",
    before: 48,
    after: 24,
    change: -24,
    shareBefore: "0.352941",
    shareAfter: "0.176471",
  });
  expect(json.counts[0].rows[0]).toEqual({
    name: "Startade",
    planned: 60,
    actual: 57,
    difference: -3,
    share: "-0.050000",
  });
  expect(json.counts[1].rows[0]).toEqual({
    name: "KV-projektet",
    start: null,
    end: null,
    difference: null,
    share: null,
  });
  expect(beforeAfterJson([], [])).toBeNull();
});
