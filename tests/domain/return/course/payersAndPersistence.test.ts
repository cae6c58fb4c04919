// tests/domain/return/course/payersAndPersistence.test.ts: who is counted as paying each part of a course, and whose persistence holds beside another support.
import { returnOf } from "../../../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../../../src/domain/return/avoidedSupport";
import { assuming, certain, input, paid, person } from "../../returnInput";

const DECEMBER = 2025 * 12 + 11;

test("what follows a support is counted with the one that pays that", () => {
  // The worked course LC1: 162 200 of a-kassa (other state), then aktivitetsstöd (Arbetsförmedlingen) to the pension, 3 147 510 in all.
  const result = returnOf(
    input({
      participants: [
        person({
          born: [1988, 3],
          lastMonth: DECEMBER,
          before: ["A-kassa", 17_600],
          usedUnits: 66,
          followOn: ["Aktivitetsstöd", 13_200],
        }),
      ],
    }),
  );
  const avoided = avoidedSupportOf(result.scenario, result.basis);
  const figures = avoided.byAgency.map(({ name, persons, plain, ownSupport, withSuccessors }) => [
    name,
    persons,
    ...[plain, ownSupport, withSuccessors].map(Number),
  ]);
  expect(figures).toEqual([
    ["Övriga staten", 1, 162_200, 162_200, 162_200],
    ["Arbetsförmedlingen", 1, 3_147_510 - 162_200, 0, 626_090 - 162_200],
  ]);
  const months = avoided.byAgency.reduce((sum, group) => sum + group.months, 0);
  expect(months).toBeCloseTo(374, 9);
});

test("one party that pays both supports of a course counts the person once", () => {
  const result = returnOf(
    input({
      participants: [
        person({
          born: [1998, 7],
          lastMonth: DECEMBER,
          before: ["Aktivitetsersättning", 13_221],
          followOn: ["Sjukersättning", 13_715],
        }),
      ],
    }),
  );
  expect(avoidedSupportOf(result.scenario, result.basis).byAgency).toMatchObject([
    { name: "Försäkringskassan", persons: 1 },
  ]);
});

test("what is paid beside a support ends when that does: the main one's persistence holds", () => {
  // Yearly persistence 0.5 of the job, 0.9 of the premium: in the second year both count half. 12 · 6 284 · 0.5, 6 · 3 750 · 0.5.
  const result = returnOf(
    input({
      participants: [
        person({
          born: [1980, 5],
          lastMonth: DECEMBER + 3,
          after: ["Nystartsjobb", 6_284],
          after2: ["Jobbpremie", 3_750],
        }),
      ],
      contributions: [
        paid("Kommunen", 1_000, 2026),
        paid("Försäkringskassan", 1_000, 2026),
        paid("Arbetsförmedlingen", 1, 2026),
      ],
      scenario: {
        ...assuming(
          certain("persistence", "0.5", "Subventionerad anställning"),
          certain("persistence", "0.9", "Jobbpremie"),
        ),
        persistenceForm: "yearly",
      },
    }),
  );
  const back = (name: string): number =>
    Number(result.horizons["2"].parties[result.partyNames.indexOf(name)]?.back ?? NaN);
  expect(back("Arbetsförmedlingen")).toBeCloseTo(-(12 * 6_284 * 1.5), 6);
  expect(back("Försäkringskassan")).toBeCloseTo(-(12 * 3_750 + 6 * 3_750 * 0.5), 6);
});
