// tests/domain/return/household.test.ts: a household's support counts once in each month, also where its members are in several initiatives.
import { avoidedSupportOf } from "../../../src/domain/return/avoidedSupport";
import { returnBasisOf } from "../../../src/domain/return/agencyReturn";
import { input, person, type Person } from "../returnInput";

function avoidedBy(people: readonly Person[], initiativeOf?: (index: number) => number) {
  const participants = people.map((each, at) => person({ id: String(at), household: "H", ...each }));
  const given = input({ participants, ...(initiativeOf === undefined ? {} : { initiativeOf }) });
  return avoidedSupportOf(given.scenario, returnBasisOf(given)).byParticipant.map(({ plain }) => plain.toString());
}

/** Born so that the pension comes 36 and 108 months after the first avoided month. */
const short: Person = { before: ["Försörjningsstöd", 12_000], born: [1960, 1], lastMonth: 2023 * 12 + 11 };
const long: Person = { before: ["Försörjningsstöd", 6_000], born: [1966, 1], lastMonth: 2023 * 12 + 11 };

test("the larger amount while it is avoided, the smaller one after that", () => {
  // Pension in January 2027 and January 2033: 36 months of 12 000, then 72 of 6 000.
  expect(avoidedBy([short, long])).toEqual(["432000", "432000"]);
});

test("ties go to the first row", () => {
  expect(avoidedBy([long, long])).toEqual(["648000", "0"]);
});

test("members that begin at different times count from their own first month", () => {
  // The second one's first month is a year before: 12 months of 6 000 alone, and 72 after the first one's pension.
  expect(avoidedBy([short, { ...long, lastMonth: 2022 * 12 + 11 }])).toEqual(["432000", "504000"]);
});

test("members of two initiatives share what the household avoids, öre by largest remainder", () => {
  const odd: Person = { ...short, before: ["Försörjningsstöd", "12000.01"] };
  // 36 months: 6 000.01 for the first row, 6 000.00 for the second; then 72 months of the second one's own 6 000.
  expect(avoidedBy([odd, long], (index) => index)).toEqual(["216000.36", "648000"]);
});
