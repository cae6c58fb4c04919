// tests/domain/return/breakEven.test.ts: how much of each assumption the result can bear before less than 1 kr comes back per kr in.
import { returnBasisOf, returnIn } from "../../../src/domain/return/agencyReturn";
import { withAssumptions } from "../../../src/domain/return/assumptions";
import { breakEvensOf } from "../../../src/domain/return/breakEven";
import { INCOME_SOURCES } from "../../../src/reference/incomeSources";
import { assuming, certain, input, paid, person } from "../returnInput";

function found(changes: Parameters<typeof input>[0]) {
  const basis = returnBasisOf(input(changes));
  const { scenario } = basis.input;
  return breakEvensOf({ scenario, basis, horizon: "5", scope: "parties" }).map(({ index, value, outcome }) => ({
    index,
    kind: scenario.assumptions[index]!.kind,
    value,
    shown: value === null ? outcome : value.toString(),
  }));
}

/** 10 000 kr a month for five years: 600 000 kr back on 300 000. */
const half = { participants: [person()], contributions: [paid("Kommunen", 300_000)] };

test("half of the money back may be lost; of yearly losses the powers of what is left must sum to 2.5", () => {
  // 1 + y + y² + y³ + y⁴ = 2.5 gives y = 0.644470999…: outflow 1 − y. Paid in a year earlier, y + y² + y³ + y⁴ + y⁵ = 2.5 gives the rate
  // 1/y − 1; from the middle of each year, √p·(1 + p + p² + p³ + p⁴) = 2.5 the persistence. Rounded towards no assumption.
  expect(found(half).map(({ kind, shown }) => [kind, shown])).toEqual([
    ["deadweight", "0.5"],
    ["outflow", "0.355529"],
    ["others", "0.5"],
    ["correction", "0.5"],
    ["rate", "0.286492"],
    ["persistence", "0.728704"],
  ]);
});

test("the others stay as they are: with 20 % deadweight there is less to lose", () => {
  const withDeadweight = { ...half, scenario: assuming(certain("deadweight", "0.2")) };
  // (1 − x) · 0.8 · 600 000 = 300 000 gives x = 0.375; the deadweight's own limit does not depend on its value.
  const shown = Object.fromEntries(found(withDeadweight).map((each) => [each.kind, each.shown]));
  expect([shown.others, shown.correction, shown.deadweight]).toEqual(["0.375", "0.375", "0.5"]);
});

test("at the limit 1.00 is reached, a little beyond it it is not", () => {
  const basis = returnBasisOf(input(half));
  const ratioWith = (kind: Parameters<typeof certain>[0], value: string): number => {
    const scenario = withAssumptions(basis.input.scenario, [certain(kind, value)]);
    return returnIn(scenario, basis).horizons["5"].total.ratio!.toNumber();
  };
  for (const { kind, value } of found(half)) {
    const beyond = kind === "persistence" ? "-0.00001" : "0.00001";
    expect(ratioWith(kind, value!.toString())).toBeGreaterThanOrEqual(1 - 1e-7);
    expect(ratioWith(kind, value!.plus(beyond).toString())).toBeLessThan(1);
  }
});

test("what never reaches 1.00, and what is reached already the first year, is said", () => {
  const outcomes = (kr: number) => found({ ...half, contributions: [paid("Kommunen", kr)] });
  expect(new Set(outcomes(600_001).map(({ shown }) => shown))).toEqual(new Set(["never"]));
  // 100 000 of 120 000 the first year: what takes from later years only has no limit; √p·(1 + p + p² + p³ + p⁴) = 5/6.
  expect(outcomes(100_000).map(({ kind, shown }) => [kind, shown])).toEqual([
    ["deadweight", "0.833333"],
    ["outflow", "always"],
    ["others", "0.833333"],
    ["correction", "0.833333"],
    ["rate", "always"],
    ["persistence", "0.321711"],
  ]);
});

test("a support with a persistence of its own has a limit of its own; a curve has none; nothing paid in, nothing to reach", () => {
  const own = { ...half, scenario: assuming(certain("persistence", 1, "Arbete")) };
  const persistences = found(own).filter(({ kind }) => kind === "persistence");
  expect(persistences.map(({ shown }) => shown)).toEqual(["always", "0.728704"]);
  const curve = { ...certain("persistence", 1), series: [certain("rate", 1).base] };
  expect(found({ ...half, scenario: assuming(curve) }).map(({ kind }) => kind)).not.toContain("persistence");
  expect(found({ ...half, contributions: [] })).toEqual([]);
});

test("a new support that costs more: fewer who stay makes it 1.00, and that is the limit", () => {
  // 10 000 less 12 000 a month for one, 3 000 less nothing for the other: 12·(3 000·√p·… + −2 000·√p·…); only the first one's persistence is open.
  const participants = [
    person({ id: "A", after: ["Sjukersättning", 12_000] }),
    person({ id: "B", before: ["Försörjningsstöd", 3_000] }),
  ];
  const scenario = assuming(certain("persistence", "0.25", "Sjukersättning"));
  // With all of A's years −120 000 kr of B's 180 000 kr in five years: less than 100 000 kr.
  const own = found({
    participants,
    contributions: [paid("Försäkringskassan", 0), paid("Kommunen", 100_000)],
    sources: INCOME_SOURCES,
    scenario,
  }).filter(({ kind }) => kind === "persistence");
  // 180 000 − 24 000·√p·(1 + p + p² + p³ + p⁴) = 100 000.
  const p = Number(own[1]!.shown);
  expect(Math.sqrt(p) * (1 + p + p ** 2 + p ** 3 + p ** 4)).toBeCloseTo(80_000 / 24_000, 4);
});
