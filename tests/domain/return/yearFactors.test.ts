import { returnOf } from "../../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../../src/domain/return/avoidedSupport";
import { baseScenario } from "../../../src/domain/return/assumptions";
import { sum } from "../../../src/domain/money";
import { yearFactorsOf } from "../../../src/domain/return/yearFactors";
import { assuming, certain, dec, input, paid, person } from "../returnInput";

const SOURCES = [{ name: "Försörjningsstöd" }, { name: "Arbete" }];

/**
 * Worth of 1 per year paid at the end of each year, as printed in present-value tables; the first year is not discounted here, so that a
 * table's value times (1 + r) is expected. Sources:
 * - 3.5 %, 5 and 40 years: the project's own issue;
 * - 5 % over 20 years 12.462, 8 % over 5 years 3.993, 4 % over 10 years 8.111: Blocher et al., Cost Management, 9th ed., table 2 (present
 *   value of an annuity of $1; ezto.mheducation.com/extMedia/bne/accounting/blocher_9e/ch12_table_2.htm);
 * - 10 % over 30 years 9.42691: interest tables, appendix A, p. A-5 (issuhub.com/view/index/4291?pageIndex=722).
 */
test.each`
  rate       | years | table         | digits
  ${"0.035"} | ${5}  | ${"4.51505"}  | ${5}
  ${"0.035"} | ${40} | ${"21.35507"} | ${5}
  ${"0.05"}  | ${20} | ${"12.462"}   | ${3}
  ${"0.08"}  | ${5}  | ${"3.993"}    | ${3}
  ${"0.04"}  | ${10} | ${"8.111"}    | ${3}
  ${"0.1"}   | ${30} | ${"9.42691"}  | ${5}
`(
  "an annuity of 1 over $years years at $rate",
  ({ rate, years, table, digits }: { rate: string; years: number; table: string; digits: number }) => {
    const { discount } = yearFactorsOf(assuming(certain("rate", rate)), SOURCES);
    const annuity = sum(discount.slice(0, years));
    expect(annuity.div(dec(rate).plus(1)).toFixed(digits)).toBe(table);
  },
);

/** Discount factors at 3.5 % in a UK investment appraisal guide after the Green Book, annex A4, table 1 (ppponline.affinitext.com, book 1664). */
test.each`
  year  | factor
  ${0}  | ${"1.0000"}
  ${1}  | ${"0.9662"}
  ${5}  | ${"0.8420"}
  ${6}  | ${"0.8135"}
  ${20} | ${"0.5026"}
  ${30} | ${"0.3563"}
`("1 in year $year is worth $factor today at 3.5 %", ({ year, factor }: { year: number; factor: string }) => {
  expect(yearFactorsOf(assuming(certain("rate", "0.035")), SOURCES).discount[year]!.toFixed(4)).toBe(factor);
});

test.each`
  rate       | years | worth
  ${"0.035"} | ${5}  | ${"4.67308"}
  ${"0.035"} | ${40} | ${"22.10250"}
`(
  "with the first year not discounted: $worth",
  ({ rate, years, worth }: { rate: string; years: number; worth: string }) => {
    expect(sum(yearFactorsOf(assuming(certain("rate", rate)), SOURCES).discount.slice(0, years)).toFixed(5)).toBe(
      worth,
    );
  },
);

const benefit = assuming(
  certain("deadweight", "0.4"),
  certain("others", "0.3"),
  certain("persistence", "0.7"),
  certain("rate", "0.035"),
);

/** The yearly form is Greater Manchester's (GMCA, cost-benefit analysis guidance: impact of the first year in full, then times what is left). */
test.each([
  ["yearly", "214200.00", "144869.57"],
  ["running", "179212.58", "121206.57"],
] as const)("60 persons · 8 500 kr with deadweight 40 %%, others 30 %%, persistence 0.7, 3.5 %%, %s", (form, ...kr) => {
  const { common, persistence } = yearFactorsOf({ ...benefit, persistenceForm: form }, SOURCES);
  const year = (k: number): string =>
    dec(60 * 8_500)
      .times(common[k]!)
      .times(persistence[1]![k]!)
      .toFixed(2);
  expect([year(0), year(1)]).toEqual(kr);
});

test("the same through the whole calculation, 8 500 kr a year each, paid in during the same year", () => {
  const participants = Array.from({ length: 60 }, (_, at) =>
    person({ id: `${at}`, before: ["Försörjningsstöd", at % 3 === 0 ? "708.34" : "708.33"] }),
  );
  const contributions = [paid("Kommunen", 1_000, 2024)];
  const within = (persistenceForm: "yearly" | "running", horizon: "1" | "2"): string =>
    returnOf(input({ participants, contributions, scenario: { ...benefit, persistenceForm } })).horizons[
      horizon
    ].total.back.toFixed(2);
  // 20 · 708.34 + 40 · 708.33 = 42 500 a month, 510 000 a year.
  expect([within("yearly", "1"), within("yearly", "2")]).toEqual(["214200.00", "359069.57"]);
  expect([within("running", "1"), within("running", "2")]).toEqual(["179212.58", "300419.15"]);
});

test("outflow tells who had left the old support anyway: the new support costs as much as it did", () => {
  // 10 000 less 4 000 a month; half would leave each year: 12·(10 000 − 4 000), 12·(5 000 − 4 000), 12·(2 500 − 4 000).
  const scenario = assuming(certain("outflow", "0.5"));
  const { byYear } = returnOf(input({ participants: [person({ after: ["Aktivitetsstöd", 4_000] })], scenario }));
  const all = [0, 1, 2].map((k) => sum(byYear.parties.map(({ back }) => back[k]!)).toString());
  expect(all).toEqual(["72000", "12000", "-18000"]);
  // Everybody would have left at once: only the cost is left.
  const gone = returnOf(
    input({
      participants: [person({ after: ["Aktivitetsstöd", 4_000] })],
      scenario: assuming(certain("outflow", 1), certain("deadweight", "0.5")),
    }),
  );
  expect([0, 1].map((k) => sum(gone.byYear.parties.map(({ back }) => back[k]!)).toString())).toEqual([
    "36000",
    "-24000",
  ]);
});

test.each`
  case                                             | scenario                                                             | factors
  ${"nothing assumed"}                             | ${assuming()}                                                        | ${["1", "1", "1"]}
  ${"outflow without the initiative, 10 % a year"} | ${assuming(certain("outflow", "0.1"))}                               | ${["1", "0.9", "0.81"]}
  ${"deadweight 20 % and outflow 10 %"}            | ${assuming(certain("deadweight", "0.2"), certain("outflow", "0.1"))} | ${["0.8", "0.72", "0.648"]}
  ${"others 30 % and a correction of 10 %"}        | ${assuming(certain("others", "0.3"), certain("correction", "0.1"))}  | ${["0.63", "0.63", "0.63"]}
  ${"a rate of 25 %"}                              | ${assuming(certain("rate", "0.25"))}                                 | ${["1", "0.8", "0.64"]}
  ${"a negative rate"}                             | ${assuming(certain("rate", "-0.2"))}                                 | ${["1", "1.25", "1.5625"]}
`("common factor: $case", ({ scenario, factors }: { scenario: ReturnType<typeof assuming>; factors: string[] }) => {
  expect(yearFactorsOf(scenario, SOURCES).common.slice(0, 3).map(String)).toEqual(factors);
});

test("a source's own row goes before the row for all, and a given series before a rate", () => {
  const series = { ...certain("persistence", 1, "Arbete"), series: [dec(1), dec("0.8"), dec("0.75")] };
  const { uprating, persistence } = yearFactorsOf(
    assuming(certain("uprating", "0.1"), certain("uprating", "0.5", "försörjningsstöd"), series),
    SOURCES,
  );
  expect(uprating.map((levels) => levels.slice(0, 3).map(String))).toEqual([
    ["1", "1.5", "2.25"],
    ["1", "1.1", "1.21"],
  ]);
  expect([0, 1, 2, 3, 60].map((k) => persistence[1]![k]!.toString())).toEqual(["1", "0.8", "0.75", "0.75", "0.75"]);
});

test("a rate of −100 % cannot be computed with", () => {
  expect(() => yearFactorsOf(assuming(certain("rate", -1)), SOURCES)).toThrow(RangeError);
});

/** By hand: 12 · 10 000 in year 1, at 3 % 12 · 10 000 / 1.03 in year 2 and 3 · 10 000 / 1.0609 in year 3. */
test("plain and adjusted avoided support of 27 months", () => {
  // 67 in May 2028, last month with support January 2026.
  const given = input({
    participants: [person({ born: [1961, 5], lastMonth: 2026 * 12 })],
    contributions: [paid("Kommunen", 1, 2026)],
    scenario: baseScenario(2024),
  });
  const {
    byParticipant: [one],
    total,
    byYear,
  } = avoidedSupportOf(given.scenario, returnOf(given).basis);
  expect([one?.months, one?.plain.toString(), total.adjusted.toFixed(2)]).toEqual([27, "270000", "264782.73"]);
  expect(byYear.slice(0, 4).map((each) => each.toFixed(2))).toEqual(["120000.00", "116504.85", "28277.88", "0.00"]);
});
