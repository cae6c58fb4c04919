import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HORIZONS, returnBasisOf, returnOf } from "../../../src/domain/return/agencyReturn";
import type { Horizon } from "../../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../../src/domain/return/avoidedSupport";
import { krText } from "../../../src/domain/money";
import { monthText } from "../../../src/domain/period";
import { checkClaim, statedFigure } from "../../../src/domain/finalReport/reconcile";
import { fundsUse } from "../../../src/domain/finalReport/finalReport";
import { GRANTED, RESAN, STATED_SHARE, USED } from "../resan";

interface Expected {
  readonly finalReport: {
    readonly granted: string;
    readonly used: string;
    readonly unused: string;
    readonly usedShare: string;
    readonly reconciles: boolean;
  };
  readonly avoidedUntilRetirement: {
    readonly byOutcome: Record<string, { persons: number; months: number; kr: string }>;
    readonly total: string;
    readonly months: Record<string, number>;
  };
  readonly moneyIn: Record<string, string>;
  readonly moneyInTotal: string;
  readonly horizons: Record<
    Horizon,
    Record<string, string> & { krBackPerKrIn: Record<string, string>; movedBetweenAgencies: string }
  >;
  readonly paybackMonth: number;
  readonly paybackMonthFromStart: number;
  readonly zeroPoint: { monthsForOne: number };
}

const expected = JSON.parse(readFileSync(join(__dirname, "../../cases/resan-expected.json"), "utf8")) as Expected;
const result = returnOf(RESAN);

describe("RESAN, as reported", () => {
  test("money in per agency", () => {
    expect(
      Object.fromEntries(result.contributions.agencies.map(({ agency, total }) => [agency.name, krText(total)])),
    ).toEqual(expected.moneyIn);
    expect(krText(result.contributions.total)).toBe(expected.moneyInTotal);
  });

  test.each(HORIZONS)("money back within %s", (horizon) => {
    const { parties, total, publicSector, moved } = result.horizons[horizon];
    const { krBackPerKrIn, movedBetweenAgencies, total: expectedTotal, ...byAgency } = expected.horizons[horizon];
    expect(Object.fromEntries(parties.map(({ agency, back }) => [agency.name, krText(back)]))).toEqual(byAgency);
    expect(krText(total.back)).toBe(expectedTotal);
    expect(krText(publicSector.back)).toBe(expectedTotal);
    expect(krText(moved)).toBe(movedBetweenAgencies);
    const { total: totalRatio, ...ratios } = krBackPerKrIn;
    expect(Object.fromEntries(parties.map(({ agency, ratio }) => [agency.name, ratio?.toFixed(4)]))).toEqual(ratios);
    expect(total.ratio?.toFixed(4)).toBe(totalRatio);
  });

  test("granted, used, unused; 97 % used does not reconcile", () => {
    const { unused, share: usedShare } = fundsUse(GRANTED, USED);
    expect([krText(GRANTED), krText(USED), krText(unused), usedShare?.toFixed(4)]).toEqual([
      expected.finalReport.granted,
      expected.finalReport.used,
      expected.finalReport.unused,
      expected.finalReport.usedShare,
    ]);
    const check = checkClaim({
      claim: "Uppgiven andel utnyttjat",
      stated: statedFigure(STATED_SHARE),
      computed: usedShare,
    });
    expect(check.reconciles).toBe(expected.finalReport.reconciles);
  });

  test("payback and zero point", () => {
    expect(result.payback.month).toBe(expected.paybackMonth);
    expect(result.payback.monthFromStart).toBe(expected.paybackMonthFromStart);
    expect(result.zeroPoint.monthsForOne).toBe(expected.zeroPoint.monthsForOne);
    expect(result.zeroPoint.monthsForTarget).toBeNull();
    expect(result.zeroPoint.furtherLeaversForOne["5"]).toBe(0);
    expect(krText(result.payback.peakOutlay)).toBe(expected.moneyInTotal);
  });

  test("avoided income support per person, outcome and in all", () => {
    const avoided = avoidedSupportOf(RESAN.scenario, returnBasisOf(RESAN));
    const { months, byOutcome, total } = expected.avoidedUntilRetirement;
    expect(Object.fromEntries(avoided.byParticipant.map((each) => [each.id, each.months]))).toEqual(months);
    expect(
      Object.fromEntries(
        avoided.byOutcome.map((each) => [
          each.name,
          { persons: each.persons, months: each.months, kr: krText(each.plain) },
        ]),
      ),
    ).toEqual(byOutcome);
    expect(krText(avoided.total.plain)).toBe(total);
    expect(krText(avoided.total.adjusted)).toBe(total);
    const [first] = avoided.byParticipant;
    expect([first?.id, krText(first!.plain), first?.pension.age, monthText(first!.pension.month)]).toEqual([
      "S1",
      "883680",
      67,
      "2033-05",
    ]);
  });
});
