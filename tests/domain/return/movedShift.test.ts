import fc from "fast-check";
import { returnOf } from "../../../src/domain/return/agencyReturn";
import type { ReturnInput } from "../../../src/domain/return/agencyReturn";
import { Decimal, sum, ZERO } from "../../../src/domain/money";
import { inputs, near, SHARED } from "./naiveReturn";
import { assuming, certain, input, person } from "../returnInput";

function shiftsOf(given: ReturnInput): Record<string, readonly [back: string, shift: string, net: string]> {
  const { parties } = returnOf(given).horizons["1"];
  return Object.fromEntries(
    parties.map(({ agency, back, shift, net }) => [agency.name, [back, shift, net].map(String) as never]),
  );
}

/**
 * Sjukpenning: Försäkringskassan 0.6, Region 0.4. Aktivitetsstöd: Arbetsförmedlingen 0.5, Kommun 0.25, Region 0.25.
 * kr a month, 10 000 before and 8 000 after:
 *   Försäkringskassan 0.6 · 10 000              = +6 000
 *   Regionen          0.4 · 10 000 − 0.25 · 8 000 = +2 000      x = 8 000
 *   Arbetsförmedlingen            − 0.5 · 8 000 = −4 000
 *   Kommunen                     − 0.25 · 8 000 = −2 000        y = 6 000, moved = 6 000
 * The gainers share 6 000 as 6 to 2: 4 500 and 1 500. (As 0.6 to 0.4 the region would be given 2 400, more than it gains.)
 * Times 12 months.
 */
test("several gainers, one of which pays for both supports: each in proportion to its gain", () => {
  const given = input({
    sources: SHARED,
    participants: [person({ before: ["Sjukpenning", 10_000], after: ["Aktivitetsstöd", 8_000] })],
  });
  expect(shiftsOf(given)).toEqual({
    Försäkringskassan: ["72000", "54000", "18000"],
    Regionen: ["24000", "18000", "6000"],
    Arbetsförmedlingen: ["-48000", "-48000", "0"],
    Kommunen: ["-24000", "-24000", "0"],
  });
  expect(returnOf(given).horizons["1"].moved.toString()).toBe("72000");
});

/**
 * The other way round, 8 000 before and 10 000 after: Arbetsförmedlingen +4 000 and Kommunen +2 000, x = 6 000; Försäkringskassan −0.6 · 10 000 = −6 000
 * and Regionen 0.25 · 8 000 − 0.4 · 10 000 = −2 000, y = 8 000. Moved 6 000; the losers pay 4 500 and 1 500 of it.
 * Two persons: one as this; another with 5 000 before and 12 000 after: Arbetsförmedlingen +2 500, Kommunen +1 250, x = 3 750; Försäkringskassan −7 200,
 * Regionen 1 250 − 4 800 = −3 550, y = 10 750. Moved 3 750: Försäkringskassan 3 750 · 7 200 / 10 750 = 2 511.6279…, Regionen 1 238.3720….
 */
test("several losers: each in proportion to its own loss, person by person", () => {
  const change = (id: string, before: number, after: number) =>
    person({ id, before: ["Aktivitetsstöd", before], after: ["Sjukpenning", after] });
  const given = input({ sources: SHARED, participants: [change("1", 8_000, 10_000), change("2", 5_000, 12_000)] });
  const { parties, moved } = returnOf(given).horizons["1"];
  expect(Object.fromEntries(parties.map(({ agency, shift }) => [agency.name, shift.toFixed(4)]))).toEqual({
    // 12 · (4 500 + 2 511.627906976…), 12 · (1 500 + 1 238.372093023…), 12 · (4 000 + 2 500), 12 · (2 000 + 1 250)
    Försäkringskassan: "-84139.5349",
    Regionen: "-32860.4651",
    Arbetsförmedlingen: "78000.0000",
    Kommunen: "39000.0000",
  });
  expect(moved.toString()).toBe("117000");
});

/**
 * The first case with the old support uprated by 10 % a year. Year 2, kr a month: 11 000 before, 8 000 after. Försäkringskassan +6 600,
 * Regionen 4 400 − 2 000 = +2 400, x = 9 000; y = 6 000 as before. 6 000 is shared as 6 600 to 2 400: 4 400 and 1 600. Both years: 12 · 8 900, 12 · 3 100.
 */
test("proportions that change from year to year", () => {
  const given = input({
    sources: SHARED,
    participants: [person({ before: ["Sjukpenning", 10_000], after: ["Aktivitetsstöd", 8_000] })],
    scenario: assuming(certain("uprating", "0.1", "Sjukpenning")),
  });
  const { parties } = returnOf(given).horizons["2"];
  expect(Object.fromEntries(parties.map(({ agency, shift }) => [agency.name, shift.toFixed(8)]))).toMatchObject({
    Försäkringskassan: "106800.00000000",
    Regionen: "37200.00000000",
  });
});

test("in a participant-year nobody is given more than it gains or pays more than it loses, and the shifts sum to nothing", () => {
  fc.assert(
    fc.property(inputs, (given) => {
      for (const participant of given.participants) {
        // One segment of a course: two are compared each for itself.
        const alone = { ...participant, followOn: null };
        const { parties, moved } = returnOf({ ...given, participants: [alone] }).byYear;
        moved.forEach((amount, k) => {
          const effects = parties.map(({ back, shift }) => ({ back: back[k]!, shift: shift[k]! }));
          near(sum(effects.map(({ shift }) => shift)), ZERO);
          near(sum(effects.map(({ shift }) => Decimal.max(shift, 0))), amount);
          for (const { back, shift } of effects) {
            // Between nothing and the whole effect, but for the last of 60 digits.
            expect(shift.minus(Decimal.min(back, 0)).toNumber()).toBeGreaterThan(-1e-30);
            expect(shift.minus(Decimal.max(back, 0)).toNumber()).toBeLessThan(1e-30);
          }
        });
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
