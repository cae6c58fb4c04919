import fc from "fast-check";
import { returnBasisOf, returnIn } from "../../../src/domain/return/agencyReturn";
import type { Scenario } from "../../../src/domain/return/assumptions";
import { percentile, seeded, sfc32, triangular } from "../../../src/domain/return/random";
import { monteCarloOf, tornadoOf } from "../../../src/domain/return/uncertainty";
import type { UncertaintyInput } from "../../../src/domain/return/uncertainty";
import { assuming, certain, dec, input, person, range } from "../returnInput";
import { RESAN } from "../resan";

describe("sfc32", () => {
  // By hand from the definition, state (1, 2, 3, 4): out = a + b + d; d + 1; a = b ^ (b >>> 9); b = c + (c << 3); c = rotl(c, 21) + out.
  test("the first outputs, worked out by hand", () => {
    const random = sfc32(1, 2, 3, 4);
    // 1 + 2 + 4; then a = 2, b = 27, c = 3·2^21 + 7, d = 5: 2 + 27 + 5; then a = 27, b = 9·(3·2^21 + 7), d = 6.
    expect([random.bits(), random.bits(), random.bits()]).toEqual([7, 34, 27 + 9 * (3 * 2 ** 21 + 7) + 6]);
  });

  test("same seed, same numbers; another seed, others; uniform within [0, 1)", () => {
    const take = (seed: number) =>
      Array.from(
        { length: 1_000 },
        (
          (random) => () =>
            random.uniform()
        )(seeded(seed)),
      );
    expect(take(1)).toEqual(take(1));
    expect(take(2)).not.toEqual(take(1));
    const all = take(3);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(all.reduce((a, b) => a + b) / 1_000).toBeCloseTo(0.5, 1);
  });

  test.each([-1, 0.5, NaN, 2 ** 53])("%d is no seed", (seed) => {
    expect(() => seeded(seed)).toThrow(RangeError);
  });
});

test.each`
  u        | low  | base | high | value
  ${0}     | ${0} | ${1} | ${2} | ${0}
  ${0.125} | ${0} | ${1} | ${2} | ${0.5}
  ${0.5}   | ${0} | ${1} | ${2} | ${1}
  ${0.875} | ${0} | ${1} | ${2} | ${1.5}
  ${0.25}  | ${0} | ${0} | ${4} | ${4 - Math.sqrt(12)}
  ${0.25}  | ${0} | ${4} | ${4} | ${2}
  ${0.7}   | ${3} | ${3} | ${3} | ${3}
`("triangular($low, $base, $high) at $u is $value", ({ u, low, base, high, value }: Record<string, number>) => {
  expect(triangular(u!, low!, base!, high!)).toBe(value);
});

test.each`
  p       | value
  ${0}    | ${15}
  ${0.05} | ${16}
  ${0.4}  | ${29}
  ${0.5}  | ${35}
  ${1}    | ${50}
`(
  "percentile $p of 15, 20, 35, 40, 50 is $value (the textbook example, inclusive)",
  ({ p, value }: { p: number; value: number }) => {
    expect(percentile([15, 20, 35, 40, 50], p)).toBeCloseTo(value, 12);
  },
);

const people = [
  person({ id: "1", before: ["Försörjningsstöd", "9876.54"] }),
  person({ id: "2", before: ["Sjukpenning", 15_000], after: ["Lönebidrag", 8_000], born: [1970, 2] }),
  person({ id: "3", after: ["Aktivitetsersättning", 9_000], followOn: ["Sjukersättning", 12_345], born: [1997, 2] }),
];
const uncertain = assuming(
  range("deadweight", 0, "0.2", "0.4"),
  range("outflow", 0, "0.05", "0.1"),
  range("others", 0, "0.1", "0.3"),
  range("rate", "0.01", "0.03", "0.05"),
  range("persistence", "0.7", "0.9", 1),
  range("uprating", 0, "0.01", "0.02"),
  range("uprating", 0, "0.02", "0.04", "Försörjningsstöd"),
  certain("persistence", "0.95", "Sjukersättning"),
  range("tax", 0, "0.2", "0.3"),
);
const given = (scenario: Scenario, changes: Partial<UncertaintyInput> = {}): UncertaintyInput => ({
  scenario,
  basis: returnBasisOf(input({ participants: people, scenario })),
  horizon: "retirement",
  scope: "parties",
  ...changes,
});
const atBase = (scenario: Scenario): Scenario => ({
  ...scenario,
  assumptions: scenario.assumptions.map((each) => ({ ...each, low: each.base, high: each.base })),
});

test.each(["parties", "publicSector"] as const)("all at base is the deterministic result: %s", (scope) => {
  fc.assert(
    fc.property(
      fc.constantFrom("1", "5", "retirement" as const),
      fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 7, maxLength: 7 }),
      (horizon, percents) => {
        const kinds = ["deadweight", "outflow", "others", "correction", "rate", "persistence", "uprating"] as const;
        const scenario = atBase({
          ...uncertain,
          assumptions: uncertain.assumptions.map((each) =>
            ((at) =>
              at < 0 || each.source !== null
                ? each
                : { ...each, base: dec(percents[at]! / (each.kind === "uprating" ? 1_000 : 100)) })(
              kinds.indexOf(each.kind as never),
            ),
          ),
        });
        const asked = given(scenario, { horizon: horizon as "5", scope });
        const exact = returnIn(scenario, asked.basis).horizons[horizon as "5"][
          scope === "parties" ? "total" : "publicSector"
        ].back;
        const { back, atLeastOne } = monteCarloOf(asked, 1, 3);
        for (const each of [back.p5, back.p50, back.p95])
          expect(each.minus(exact).abs().toNumber()).toBeLessThan(0.005);
        expect(atLeastOne?.toString()).toBe(exact.gte(1_000_000) ? "1" : "0");
      },
    ),
    { numRuns: 25 },
  );
});

test("all at base, with every assumption still drawn over a range that is next to nothing", () => {
  const narrow = {
    ...uncertain,
    assumptions: uncertain.assumptions.map((each) => ({
      ...each,
      low: each.base.minus("1e-15"),
      high: each.base.plus("1e-15"),
    })),
  };
  const asked = given(narrow, { scope: "publicSector" });
  const exact = returnIn(uncertain, asked.basis).horizons.retirement.publicSector.back;
  expect(monteCarloOf(asked, 5, 20).back.p50.minus(exact).abs().toNumber()).toBeLessThan(0.005);
});

test("same seed, same figures; percentiles in order; probabilities within 0–1", () => {
  const first = monteCarloOf(given(uncertain), 42, 2_000);
  expect(monteCarloOf(given(uncertain), 42, 2_000)).toEqual(first);
  expect(monteCarloOf(given(uncertain), 43, 2_000).back).not.toEqual(first.back);
  const { p5, p25, p50, p75, p95 } = first.ratio!;
  [p5, p25, p50, p75].forEach((each, at) => {
    expect(each.lte([p25, p50, p75, p95][at]!)).toBe(true);
  });
  expect(first.atLeastOne!.gt(0) && first.atLeastOne!.lte(1)).toBe(true);
});

test("making one assumption certain leaves the draws of the others as they were", () => {
  const scenario = assuming(range("others", 0, "0.1", "0.3"), range("deadweight", 0, 0, 0));
  const other = assuming(range("others", 0, "0.1", "0.3"));
  expect(monteCarloOf(given(scenario), 7, 100).ascending).toEqual(monteCarloOf(given(other), 7, 100).ascending);
});

test("one uncertain share: the distribution is that of the share itself", () => {
  // back = 1 200 000 · (1 − x), x triangular on 0 … 1 around 0: P(x ≤ t) = 1 − (1 − t)²; the median is 1 − √½.
  const scenario = assuming(range("others", 0, 0, 1));
  const basis = returnBasisOf(input({ participants: [person()], scenario }));
  const { back, atLeastOne } = monteCarloOf({ scenario, basis, horizon: "10", scope: "parties" }, 1, 200_000);
  expect(back.p50.div(1_200_000).toNumber()).toBeCloseTo(Math.sqrt(0.5), 2);
  expect(atLeastOne!.toNumber()).toBeCloseTo(1 - (1_000_000 / 1_200_000) ** 2, 2);
});

test("tornado: each alone, the widest first, exact", () => {
  const bars = tornadoOf(given(uncertain, { horizon: "5" }));
  expect(bars.map(({ assumption }) => assumption.kind)).not.toContain("correction");
  bars.slice(1).forEach(({ span }, at) => {
    expect(span!.lte(bars[at]!.span!)).toBe(true);
  });
  const bar = bars.find(({ assumption }) => assumption.kind === "deadweight")!;
  const alone = {
    ...uncertain,
    assumptions: uncertain.assumptions.map((each) =>
      each.kind === "deadweight" ? certain("deadweight", "0.4") : each,
    ),
  };
  expect(bar.high?.toFixed(30)).toBe(returnIn(alone, given(alone).basis).horizons["5"].total.ratio?.toFixed(30));
});

test("RESAN as reported is certain: no bars, and every percentile is 1.0660", () => {
  const asked: UncertaintyInput = {
    scenario: RESAN.scenario,
    basis: returnBasisOf(RESAN),
    horizon: "5",
    scope: "parties",
  };
  expect(tornadoOf(asked)).toEqual([]);
  const { ratio, atLeastOne, atLeastTarget } = monteCarloOf(asked, 1, 10);
  expect([ratio?.p5.toFixed(4), ratio?.p95.toFixed(4), String(atLeastOne), String(atLeastTarget)]).toEqual([
    "1.0660",
    "1.0660",
    "1",
    "0",
  ]);
});

test.each([0, -1, 1.5])("%d draws are refused", (draws) => {
  expect(() => monteCarloOf(given(uncertain), 1, draws)).toThrow(RangeError);
});
