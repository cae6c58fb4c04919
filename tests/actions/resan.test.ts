// tests/actions/resan.test.ts: the published final report RESAN, from its workbook to every figure of the contract.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../src/actions/analyse";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { jsonOf } from "../../src/cli/json";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { caseBytes } from "./written";

const expected = JSON.parse(readFileSync(join(__dirname, "..", "cases", "resan-expected.json"), "utf8"));

async function resan(scenario: "som-rapporten" | "bas" = "som-rapporten") {
  const analysis = analyse([await openXlsx(caseBytes("resan.xlsx"), "resan.xlsx").read()], {
    unit: null,
    sign: null,
    returns: { ...standardReturnOptions, scenario },
  });
  return JSON.parse(JSON.stringify(jsonOf(analysis, textsOf("sv"))));
}

test("every row is used", async () => {
  const { rows, problems, budget } = await resan();
  expect(rows).toEqual({ seen: 14, used: 14, setAside: 0 });
  // A claim that the figures contradict is a remark wherever remarks are shown.
  expect(
    problems.map(({ code, severity, message }: Record<string, string>) => [
      code,
      severity,
      message?.replaceAll("\u00a0", " "),
    ]),
  ).toEqual([
    [
      "claim-differs",
      "note",
      "Uppgiven andel utnyttjat: uppgivet 97 %, men underlaget ger 83,98 %. Rätta den uppgivna siffran, eller det som den bygger på.",
    ],
  ]);
  expect(budget).toBeNull();
});

test("money in per agency", async () => {
  const { contributions } = await resan();
  expect(contributions.byAgency).toEqual(expected.moneyIn);
  expect(contributions.total).toBe(expected.moneyInTotal);
});

test("avoided income support per person and outcome, to the krona", async () => {
  const { avoided } = await resan();
  const months = Object.fromEntries(
    avoided.byParticipant.map((person: { id: string; months: number }) => [person.id, person.months]),
  );
  expect(months).toEqual(expected.avoidedUntilRetirement.months);
  for (const [outcome, figures] of Object.entries(expected.avoidedUntilRetirement.byOutcome)) {
    expect(avoided.byOutcome[outcome]).toMatchObject(figures as object);
  }
  expect(avoided.total).toBe(expected.avoidedUntilRetirement.total);
  expect(avoided.byParticipant[0]).toMatchObject({
    id: "S1",
    months: 112,
    kr: "883680",
    pensionAge: 67,
    pensionMonth: "2033-05",
  });
});

test.each(["1", "2", "5", "10", "retirement"])("kr back per kr in, horizon %s", async (horizon) => {
  const found = (await resan()).return.horizons[horizon];
  const published = expected.horizons[horizon];
  for (const agency of ["Kommunen", "Försäkringskassan", "Regionen"]) {
    expect(found.byAgency[agency].back).toBe(published[agency]);
    expect(Number(found.byAgency[agency].ratio)).toBeCloseTo(Number(published.krBackPerKrIn[agency]), 4);
  }
  expect(found.total.back).toBe(published.total);
  expect(Number(found.total.ratio)).toBeCloseTo(Number(published.krBackPerKrIn.total), 4);
  expect(found.moved).toBe(published.movedBetweenAgencies);
});

test("money back per year: the years of a horizon sum to it", async () => {
  const { byYear, horizons } = (await resan()).return;
  expect(byYear[0]).toMatchObject({
    year: 1,
    byAgency: { Kommunen: "1236600", Försäkringskassan: "-796500" },
    moved: "473400",
  });
  const first = (years: number, agency: string): number =>
    byYear
      .slice(0, years)
      .reduce((all: number, year: { byAgency: Record<string, string> }) => all + Number(year.byAgency[agency]), 0);
  expect(first(10, "Kommunen")).toBe(Number(expected.horizons["10"].Kommunen));
  expect(first(61, "Försäkringskassan")).toBe(Number(horizons.retirement.byAgency["Försäkringskassan"].back));
});

test("payback, zero point and the claim that does not reconcile", async () => {
  const { return: result, finalReport } = await resan();
  expect(result.paybackMonth).toBe(expected.paybackMonth);
  expect(result.paybackMonthFromStart).toBe(expected.paybackMonthFromStart);
  expect(result.zeroPoint).toMatchObject({ monthsForOne: 57, monthsForTarget: null });
  expect(result.zeroPoint.furtherLeaversForOne["5"]).toBe(0);
  expect(finalReport).toMatchObject({ granted: "2458000", used: "2064312", unused: "393688", usedShare: "0.839834" });
  expect(finalReport.claims).toContainEqual({
    claim: "Uppgiven andel utnyttjat",
    stated: "0.97",
    computed: "0.839834",
    reconciles: false,
  });
});

test("with nothing assumed there is nothing uncertain, and no probability", async () => {
  const { return: result, uncertainty } = await resan();
  expect(uncertainty).toBeNull();
  expect(result.persistenceForm).toBe("running");
  expect(result.boardCondition).toEqual({ n: 11, of: 11, year: 5 });
});

/** Paid in 2023, back from January 2024: 2 200 500 kr in five years at 3 %, and consumer prices 415.15 / 403.70. */
test("the base scenario: money in and back on one scale, in the kronor of 2024", async () => {
  const { return: result, contributions } = await resan("bas");
  const { ratio } = result.horizons["5"].total;
  const gain = [0, 1, 2, 3, 4].reduce((all, k) => all + 440_100 / 1.03 ** (k + 1), 0);
  const paid = (2_064_312 * 415.15) / 403.7;
  expect(Number(ratio)).toBeCloseTo(gain / paid, 6);
  expect(Number(ratio)).toBeCloseTo(0.9494, 4);
  // Discounted alone, without consumer prices: 0.9764.
  expect(gain / 2_064_312).toBeCloseTo(0.9764, 4);
  expect(Number(result.horizons["5"].total.in)).toBeCloseTo(paid, 2);
  expect(contributions.total).toBe(expected.moneyInTotal);
  expect(result.paybackMonth).toBe(64);
  expect(result.boardCondition).toBeNull();
});
