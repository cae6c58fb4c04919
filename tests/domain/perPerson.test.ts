// tests/domain/perPerson.test.ts: unit costs, and the deviation split into volume and efficiency.
import fc from "fast-check";
import { Decimal } from "../../src/domain/money";
import { monthIndex } from "../../src/domain/period";
import { unitCostsOf } from "../../src/domain/deviation/unitCost";
import { volumeEffectOf } from "../../src/domain/deviation/volumeEffect";
import { fact, noFacts } from "./table";

const d = (value: number | string): Decimal => new Decimal(value);
const costs = {
  budget: d(600_000),
  fullBudget: d(1_200_000),
  outcome: d(540_000),
  from: monthIndex(2024, 1),
  to: monthIndex(2024, 6),
  fullTo: monthIndex(2024, 12),
};

test("no volumes, no unit costs", () => {
  expect(unitCostsOf(noFacts, costs)).toBeNull();
});

test("a yearly plan counts for the booked months and is set against their budget", () => {
  const result = unitCostsOf({ ...noFacts, plannedClosedPerYear: fact(40), closed: fact(18) }, costs);
  expect(result?.months).toBe(6);
  expect(JSON.parse(JSON.stringify(result?.items))).toEqual([
    { per: "closed", plannedVolume: "20", actualVolume: "18", budget: "30000", outcome: "30000", change: "0" },
  ]);
});

test("a plan for the whole time is set against the whole budget", () => {
  const result = unitCostsOf({ ...noFacts, plannedParticipants: fact(60), participants: fact(36) }, costs);
  expect(result?.months).toBeNull();
  expect(result?.items.map(({ budget, outcome, change }) => [budget, outcome, change].map(String))).toEqual([
    ["20000", "15000", "-0.25"],
  ]);
});

test.each([
  ["later start", 4, 12, 3],
  ["earlier end", 1, 4, 4],
  ["longer than the booked months", 1, 12, 6],
])("the initiative's own months: %s", (_, from, to, months) => {
  const dates = { from: monthIndex(2024, from), to: monthIndex(2024, to) };
  const result = unitCostsOf({ ...noFacts, ...dates, plannedToWorkOrStudiesPerYear: fact(12) }, costs);
  expect(result?.months).toBe(months);
  expect(result?.items[0]?.plannedVolume?.toNumber()).toBe(months);
});

test("the volumes of several years are not divided into one year's costs, nor a plan into a part of its budget", () => {
  const whole = { ...noFacts, plannedClosed: fact(90), closed: fact(80), plannedParticipantsPerYear: fact(12) };
  const before = { ...whole, from: monthIndex(2021, 1), to: monthIndex(2024, 6) };
  const result = unitCostsOf(before, costs);
  expect(result?.otherMonths).toEqual({ volumes: monthIndex(2021, 1), costs: monthIndex(2024, 1) });
  const [participant, closed] = result!.items;
  expect(closed).toMatchObject({ budget: null, outcome: null, change: null });
  // Twelve a year for the six months that the table has: 600 000 / 6.
  expect(participant!.plannedVolume?.toString()).toBe("6");
  expect(participant!.budget?.toString()).toBe("100000");
  const after = unitCostsOf({ ...whole, from: monthIndex(2024, 1), to: monthIndex(2025, 12) }, costs);
  expect(after?.otherMonths).toBeNull();
  expect(after!.items[1]).toMatchObject({ budget: null, change: null });
  expect(after!.items[1]!.outcome?.toString()).toBe("6750");
});

test("a volume of 0 or one not known gives no unit cost", () => {
  const result = unitCostsOf(
    { ...noFacts, closed: fact(0), plannedParticipants: fact(0), participants: fact(3) },
    costs,
  );
  expect(result?.items.map(({ budget, outcome, change }) => [budget, outcome?.toString() ?? null, change])).toEqual([
    [null, "180000", null],
    [null, null, null],
  ]);
});

// Worked by hand: F = 1000 · (0.5 · 80/100 + 0.5) = 900.
test("volume and efficiency", () => {
  const effect = volumeEffectOf({
    per: "closed",
    budget: d(1000),
    outcome: d(950),
    plannedVolume: d(100),
    actualVolume: d(80),
    variableShare: d("0.5"),
  });
  expect([effect?.flexedBudget, effect?.volume, effect?.efficiency].map(String)).toEqual(["900", "100", "-50"]);
});

test("nothing is flexed by a planned volume of 0", () => {
  const none = { budget: d(1), outcome: d(1), plannedVolume: d(0), actualVolume: d(1), variableShare: d(1) };
  expect(volumeEffectOf({ per: "closed", ...none })).toBeNull();
});

test("volume and efficiency sum to budget − outcome exactly", () => {
  const ore = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((value) => d(value).div(100));
  const volume = fc.integer({ min: 1, max: 9999 }).map((value) => d(value).div(7));
  const share = fc.integer({ min: 0, max: 1000 }).map((value) => d(value).div(1000));
  fc.assert(
    fc.property(ore, ore, volume, volume, share, (budget, outcome, plannedVolume, actualVolume, variableShare) => {
      const effect = volumeEffectOf({ per: "closed", budget, outcome, plannedVolume, actualVolume, variableShare });
      expect(effect?.volume.plus(effect.efficiency).toString()).toBe(budget.minus(outcome).toString());
    }),
  );
});
