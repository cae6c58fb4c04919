import fc from "fast-check";
import { contributionsOf, splitByWeights, statutorySplit } from "../../../src/domain/return/contribution";
import { Decimal, sum } from "../../../src/domain/money";
import { SHARES_WITH_REGION, SHARES_WITHOUT_REGION } from "../../../src/reference/statutoryShares";
import { dec, paid } from "../returnInput";

const named = (...names: string[]) => names.map((name) => ({ name, weight: null }));
const amounts = (parts: readonly { readonly name: string; readonly amount: Decimal }[]) =>
  Object.fromEntries(parts.map(({ name, amount }) => [name, amount.toString()]));

test("RESAN: half, a quarter, a quarter of 2 064 312", () => {
  expect(
    amounts(statutorySplit(dec(2_064_312), SHARES_WITH_REGION, named("Försäkringskassan", "Kommunen", "Regionen"))),
  ).toEqual({
    Försäkringskassan: "1032156",
    Kommunen: "516078",
    Regionen: "516078",
  });
});

test.each`
  case                                              | total       | names                                                   | shares                   | expected
  ${"1 öre too many goes to the largest remainder"} | ${"0.03"}   | ${["FK", "Kommunen", "Regionen"]}                       | ${SHARES_WITH_REGION}    | ${["0.01", "0.01", "0.01"]}
  ${"ties in table order"}                          | ${"0.01"}   | ${["Kommunen", "FK", "Regionen"]}                       | ${SHARES_WITH_REGION}    | ${["0", "0.01", "0"]}
  ${"two öre over three equal municipalities"}      | ${"0.08"}   | ${["FK", "A kommun", "B kommun", "C kommun", "Region"]} | ${SHARES_WITH_REGION}    | ${["0.04", "0.01", "0.01", "0", "0.02"]}
  ${"without a region half each"}                   | ${"100.01"} | ${["FK", "Gotlands kommun"]}                            | ${SHARES_WITHOUT_REGION} | ${["50.01", "50"]}
`(
  "$case",
  ({
    total,
    names,
    shares,
    expected,
  }: {
    total: string;
    names: string[];
    shares: typeof SHARES_WITH_REGION;
    expected: string[];
  }) => {
    expect(statutorySplit(dec(total), shares, named(...names)).map(({ amount }) => amount.toString())).toEqual(
      expected,
    );
  },
);

test("municipalities may share their quarter unequally", () => {
  const agencies = [
    ...named("FK", "Regionen"),
    { name: "A kommun", weight: dec(3) },
    { name: "B kommun", weight: dec(1) },
  ];
  expect(amounts(statutorySplit(dec(400), SHARES_WITH_REGION, agencies))).toEqual({
    FK: "200",
    Regionen: "100",
    "A kommun": "75",
    "B kommun": "25",
  });
});

test("the parts are whole öre, sum to the total, and lie within an öre of their share", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc
        .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 })
        .filter((list) => list.some((each) => each > 0)),
      (ore, list) => {
        const total = new Decimal(ore).div(100);
        const parts = splitByWeights(total, list.map(dec));
        const all = list.reduce((a, b) => a + b, 0);
        expect(sum(parts).eq(total)).toBe(true);
        parts.forEach((part, at) => {
          expect(part.times(100).isInteger()).toBe(true);
          expect(part.times(100).minus(new Decimal(ore).times(list[at]!).div(all)).abs().lt(1)).toBe(true);
        });
      },
    ),
  );
});

test.each([[[0, 0]], [[-1, 2]]])("weights %j cannot be split by", (weights) => {
  expect(() => splitByWeights(dec(1), weights.map(dec))).toThrow(RangeError);
});

test("cash, own time, hours and other financiers, per agency and year", () => {
  const rows = [
    { ...paid("Försäkringskassan", 100, 2023), ownTime: dec(20) },
    { ...paid("FK", 0, 2024), hours: dec("10.5"), hourlyCost: dec("400.01") },
    { ...paid("Kommunen", 50, null), ownTime: dec(5), hours: dec(1), hourlyCost: dec(1_000) },
    paid("ESF", 1_000, 2023),
    paid("Stiftelsen", 1, 2023),
  ];
  const { agencies, years, total, unknown } = contributionsOf(rows);
  expect(
    agencies.map((each) => [each.agency.name, each.agency.kind, ...[each.cash, each.ownTime, each.total].map(String)]),
  ).toEqual([
    ["Försäkringskassan", "state", "100", "4220.105", "4320.105"],
    ["Kommunen", "municipality", "50", "5", "55"],
    ["ESF", "other", "1000", "0", "1000"],
    ["Stiftelsen", "other", "1", "0", "1"],
  ]);
  expect(years.map((each) => [each.year, each.total.toString()])).toEqual([
    [null, "55"],
    [2023, "1121"],
    [2024, "4200.105"],
  ]);
  expect([total.toString(), unknown]).toEqual(["5376.105", ["Stiftelsen"]]);
});

test("a quarter paid sets four kronor in motion; nothing paid sets none", () => {
  const { agencies } = contributionsOf([paid("FK", 50), paid("Kommunen", 25), paid("Regionen", 25), paid("ESF", 0)]);
  expect(agencies.map(({ leverage }) => leverage?.toString() ?? null)).toEqual(["2", "4", "4", null]);
});
