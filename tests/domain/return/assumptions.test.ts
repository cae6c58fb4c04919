import { returnOf } from "../../../src/domain/return/agencyReturn";
import {
  asReported,
  assumptionFor,
  assumptionProblems,
  baseScenario,
  ownScenario,
} from "../../../src/domain/return/assumptions";
import type { Assumption } from "../../../src/domain/return/assumptions";
import { sourceFinder, sourceProblems } from "../../../src/domain/return/incomeSource";
import { INCOME_SOURCES } from "../../../src/reference/incomeSources";
import { assuming, certain, dec, input, range } from "../returnInput";

test("as reported assumes nothing: everything 0, persistence 1", () => {
  expect(
    asReported(2024).assumptions.map(({ kind, low, base, high }) => [kind, ...[low, base, high].map(String)]),
  ).toEqual(
    ["deadweight", "outflow", "others", "correction", "rate", "tax", "uprating"]
      .map((kind) => [kind, "0", "0", "0"])
      .concat([["persistence", "1", "1", "1"]]),
  );
});

test("base differs from it by a real rate of 3 % alone, with its source", () => {
  const base = baseScenario(2024);
  const differing = base.assumptions.filter((each, at) => !each.base.eq(asReported(2024).assumptions[at]!.base));
  expect(differing.map(({ kind, base: value, provenance }) => [kind, value.toString(), provenance.certainty])).toEqual([
    ["rate", "0.03", "found-secondary"],
  ]);
  expect([base.id, base.prices]).toEqual(["bas", "fixed"]);
});

test("an own scenario holds what is entered, and no number of anybody else's", () => {
  const own = ownScenario("forsiktig", 2024, [
    range("deadweight", "0.1", "0.2", "0.4"),
    certain("uprating", "0.02", "Försörjningsstöd"),
  ]);
  expect(assumptionFor(own, "deadweight")?.base.toString()).toBe("0.2");
  expect(assumptionFor(own, "uprating", "försörjningsstöd")?.base.toString()).toBe("0.02");
  expect(assumptionFor(own, "uprating", "Sjukpenning")?.base.toString()).toBe("0");
  expect(assumptionFor(own, "outflow")?.base.toString()).toBe("0");
});

test("every assumption without a source is neutral", () => {
  for (const { assumptions } of [asReported(null), baseScenario(null)]) {
    for (const { kind, base, provenance } of assumptions)
      if (provenance.certainty === "none") expect(base.toString()).toBe(kind === "persistence" ? "1" : "0");
  }
});

test.each<[string, Assumption, string]>([
  ["low above high", range("deadweight", "0.5", "0.4", "0.3"), "low-above-high"],
  ["base outside", range("deadweight", "0.1", "0.4", "0.3"), "base-outside-range"],
  ["a share above 1", certain("others", "1.01"), "share-out-of-range"],
  ["a negative share", certain("outflow", "-0.01"), "share-out-of-range"],
  ["a rate of −100 %", certain("rate", -1), "rate-too-low"],
  ["an uprating of −100 %", certain("uprating", -1, "Sjukpenning"), "rate-too-low"],
  ["a persistence above 1", certain("persistence", "1.1"), "persistence-above-one"],
])("a problem: %s", (_, assumption, code) => {
  const scenario = assuming(assumption);
  expect(assumptionProblems(scenario).map((each) => [each.code, scenario.assumptions[each.index]])).toEqual([
    [code, assumption],
  ]);
  expect(() => returnOf(input({ scenario }))).toThrow(RangeError);
});

test("no problem: a negative rate, an uprating below 0, a share of 1", () => {
  expect(
    assumptionProblems(assuming(certain("rate", "-0.5"), certain("uprating", "-0.1"), certain("deadweight", 1))),
  ).toEqual([]);
});

test("a row twice", () => {
  const scenario = { ...asReported(null), assumptions: [certain("rate", 0), certain("rate", "0.01")] };
  expect(assumptionProblems(scenario)).toMatchObject([{ code: "duplicate-assumption", index: 1 }]);
});

test.each`
  text                    | name
  ${"Försörjningsstöd"}   | ${"Försörjningsstöd"}
  ${" forsorjningsstod "} | ${"Försörjningsstöd"}
  ${"Socialbidrag"}       | ${"Försörjningsstöd"}
  ${"a kassa"}            | ${"A-kassa"}
  ${"SJUKERSÄTTNING"}     | ${"Sjukersättning"}
  ${"Lönebidrag"}         | ${"Subventionerad anställning"}
  ${"CSN"}                | ${"Studiestöd"}
  ${"Egen försörjning"}   | ${"Arbete"}
  ${""}                   | ${undefined}
  ${"Något"}              | ${undefined}
`("the source $text is $name", ({ text, name }: { text: string; name: string | undefined }) => {
  expect(INCOME_SOURCES[sourceFinder(INCOME_SOURCES)(text)]?.name).toBe(name);
});

test("sources whose shares do not sum to 1, or that share a name, are reported", () => {
  const [first, second] = INCOME_SOURCES;
  const half = { ...first!, payers: [{ payer: "Kommun", share: dec("0.5") }] };
  const twice = { ...second!, synonyms: ["Socialbidrag"] };
  expect(sourceProblems([half, twice]).map(({ code, source, value }) => [code, source, value.toString()])).toEqual([
    ["shares-not-one", "Försörjningsstöd", "0.5"],
    ["duplicate-source", "Sjukpenning", "0"],
  ]);
  expect(sourceProblems(INCOME_SOURCES)).toEqual([]);
  expect(() => returnOf(input({ sources: [half, ...INCOME_SOURCES.slice(1)] }))).toThrow(RangeError);
});
