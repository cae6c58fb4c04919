import fc from "fast-check";
import { flowsIn, HORIZONS, returnBasisOf, returnOf } from "../../../src/domain/return/agencyReturn";
import type { AgencyReturn, ReturnInput } from "../../../src/domain/return/agencyReturn";
import { Decimal, sum, ZERO } from "../../../src/domain/money";
import { benefitByYear } from "../../../src/domain/return/benefitByYear";
import { backByCalendarMonth, backByMonth } from "../../../src/domain/return/payback";
import { inputs, naive, near, SHARED } from "./naiveReturn";
import { assuming, certain, input, paid, person } from "../returnInput";

test("agrees with the formula person by person, year by year", () => {
  fc.assert(
    fc.property(inputs, fc.constantFrom(...HORIZONS), (given, horizon) => {
      const result = returnOf(given);
      const { parties, moved } = result.horizons[horizon];
      const expected = naive(given, result, horizon === "retirement" ? 61 : Number(horizon));
      for (const { agency, back, shift } of parties) {
        near(back, expected.back.get(agency.name) ?? ZERO);
        near(shift, expected.shift.get(agency.name) ?? ZERO);
      }
      near(moved, expected.moved);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test("nothing appears or disappears: parties sum to the public sector, what is moved sums to nothing", () => {
  fc.assert(
    fc.property(inputs, (given) => {
      for (const horizon of HORIZONS) {
        const { parties, publicSector, byKind, moved } = returnOf(given).horizons[horizon];
        near(sum(parties.map(({ back }) => back)), publicSector.back);
        near(sum(Object.values(byKind).map(({ back }) => back)), publicSector.back);
        near(sum(parties.map(({ shift }) => shift)), ZERO);
        near(
          sum(parties.map(({ shift }) => Decimal.max(shift, 0)))
            .minus(moved)
            .clamp(0, Infinity),
          ZERO,
        );
        near(
          sum(parties.map(({ lowerSpending, freedCapacity }) => lowerSpending.plus(freedCapacity))),
          publicSector.back,
        );
        expect(moved.gte(0)).toBe(true);
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test("effects of 0 or more never shrink with the horizon", () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const participants = given.participants.map((each) => ({
        ...each,
        after: { source: "Arbete", amount: ZERO },
        followOn: null,
        remaining: null,
      }));
      const { horizons } = returnOf({ ...given, participants });
      HORIZONS.slice(1).forEach((horizon, at) => {
        expect(horizons[horizon].total.back.gte(horizons[HORIZONS[at]!].total.back)).toBe(true);
      });
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test("the order of the rows does not matter", () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const forwards = returnOf(given);
      const backwards = returnOf({
        ...given,
        participants: [...given.participants].reverse(),
        contributions: [...given.contributions].reverse(),
      });
      for (const horizon of HORIZONS) {
        const amounts = (result: AgencyReturn) =>
          Object.fromEntries(
            result.horizons[horizon].parties.map(({ agency, back, shift }) => [
              agency.name,
              [back.toFixed(30), shift.toFixed(30)],
            ]),
          );
        expect(amounts(backwards)).toEqual(amounts(forwards));
      }
      expect(backwards.payback.month).toBe(forwards.payback.month);
      expect(backwards.zeroPoint).toEqual(forwards.zeroPoint);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test("sums beyond the whole numbers a double holds stay exact", () => {
  const participants = Array.from({ length: 99 }, (_, id) => person({ id: String(id) }));
  const basis = returnBasisOf(input({ participants }));
  // 3 · 10^14 + 1 öre a month each: together an odd number of öre far above 2^53.
  const rows = { ...basis.rows, amountBefore: new Float64Array(99).fill(300_000_000_000_001) };
  const flows = flowsIn(basis.input.scenario, { ...basis, rows });
  const { parties } = benefitByYear(flows.table, flows.payers, flows.factors, flows.sources);
  expect(sum(parties.map(({ back }) => back[0]!)).toString()).toBe("3564000000000011.88");
  expect(backByCalendarMonth(flows, "parties").back[0]?.toString()).toBe("297000000000000.99");
  expect(backByMonth(flows, "parties")[11]?.toString()).toBe("297000000000000.99");
});

describe("who gains", () => {
  const parties = (given: ReturnInput): Record<string, string> =>
    Object.fromEntries(returnOf(given).horizons["1"].parties.map(({ agency, back }) => [agency.name, back.toString()]));

  test("the same payer before and after is netted first, so nothing is moved", () => {
    const given = input({
      participants: [person({ before: ["Sjukpenning", 15_000], after: ["Sjukersättning", 13_000] })],
    });
    const {
      moved,
      parties: [state],
    } = returnOf(given).horizons["1"];
    expect([moved.toString(), state?.back.toString(), state?.shift.toString()]).toEqual(["0", "24000", "0"]);
  });

  test("subsidised work has a payer", () => {
    expect(parties(input({ participants: [person({ after: ["Lönebidrag", 12_000] })] }))).toMatchObject({
      Kommunen: "120000",
      Arbetsförmedlingen: "-144000",
    });
  });

  test("a cost moved to a-kassa is no gain for the public sector, though it is for the parties", () => {
    const { total, publicSector, moved } = returnOf(input({ participants: [person({ after: ["A-kassa", 10_000] })] }))
      .horizons["1"];
    expect([total.back.toString(), publicSector.back.toString(), moved.toString()]).toEqual(["120000", "0", "120000"]);
  });

  test("with several municipalities the participant's own gains; one that does not pay in is outside the parties", () => {
    const contributions = [
      paid("Försäkringskassan", 100),
      paid("Söderhamns kommun", 50),
      paid("Hudiksvalls kommun", 50),
    ];
    const participants = [
      person({ id: "1", municipality: "Söderhamn", before: ["Försörjningsstöd", 1_000] }),
      person({ id: "2", municipality: "Hudiksvalls kommun", before: ["Försörjningsstöd", 2_000] }),
      person({ id: "3", before: ["Försörjningsstöd", 4_000] }),
      person({ id: "4", municipality: "Ljusdal", before: ["Försörjningsstöd", 8_000] }),
    ];
    const given = input({ contributions, participants });
    expect(parties(given)).toEqual({
      Försäkringskassan: "0",
      "Söderhamns kommun": "12000",
      "Hudiksvalls kommun": "24000",
      Kommunerna: "48000",
      Ljusdal: "96000",
    });
    const { total, publicSector, byKind } = returnOf(given).horizons["1"];
    expect([total.back, publicSector.back, byKind.municipality.back].map(String)).toEqual([
      "84000",
      "180000",
      "180000",
    ]);
  });

  test("a participant's municipality is the one row of municipalities when the contributions do not tell them apart", () => {
    expect(parties(input({ participants: [person({ municipality: "Söderhamn" })] }))).toMatchObject({
      Kommunen: "120000",
    });
  });

  test("tax is credited to the public sector alone, and only when it is on", () => {
    const participants = [person({ after: ["Arbete", 25_000] })];
    const on = returnOf(input({ participants, scenario: assuming(certain("tax", "0.3")) })).horizons["1"];
    expect([on.tax, on.total.back, on.publicSector.back].map(String)).toEqual(["90000", "120000", "210000"]);
    expect(returnOf(input({ participants })).horizons["1"].publicSector.back.toString()).toBe("120000");
  });

  test("freed capacity is told apart from lower spending", () => {
    const given = input({ sources: SHARED, participants: [person({ before: ["Aktivitetsstöd", 8_000] })] });
    const kommun = returnOf(given).horizons["1"].parties.find(({ agency }) => agency.name === "Kommunen");
    expect([kommun?.freedCapacity, kommun?.lowerSpending].map(String)).toEqual(["24000", "0"]);
  });
});
