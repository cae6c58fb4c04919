// tests/domain/return/boardCondition.test.ts: what the board is told must hold for the money to be back.
import { returnOf } from "../../../src/domain/return/agencyReturn";
import { boardConditionOf } from "../../../src/domain/return/boardCondition";
import { assuming, certain, input, paid, person } from "../returnInput";

const people = (count: number) => Array.from({ length: count }, (_, at) => person({ id: `P${at}` }));

test.each([
  // 1 000 000 in; 120 000 a year and person: 10 years of 2 persons are 2 400 000, of 1 person 1 200 000.
  ["10", 2, { n: 1, of: 2, year: 10 }],
  ["5", 2, { n: 2, of: 2, year: 5 }],
  ["2", 2, null],
  // 600 000 each in five years: 2 of 10, although all together have 1 200 000 in the first year.
  ["5", 10, { n: 2, of: 10, year: 5 }],
] as const)("within %s years, of %i persons %p", (horizon, persons, condition) => {
  expect(boardConditionOf(returnOf(input({ participants: people(persons) })), horizon)).toEqual(condition);
});

test("with the run's own assumptions: half of them would have left anyway, so it takes twice as many", () => {
  const scenario = assuming(certain("deadweight", "0.5"));
  expect(boardConditionOf(returnOf(input({ participants: people(10), scenario })), "5")).toEqual({
    n: 4,
    of: 10,
    year: 5,
  });
});

test("exactly 1.00 takes everybody; nothing paid in has no condition; until retirement it is the last year of anybody", () => {
  const exact = returnOf(input({ participants: people(3), contributions: [paid("Kommunen", 1_800_000)] }));
  expect(boardConditionOf(exact, "5")).toEqual({ n: 3, of: 3, year: 5 });
  expect(boardConditionOf(returnOf(input({ contributions: [] })), "5")).toBeNull();
  // Born June 1980, 68 in June 2048: 293 months.
  expect(boardConditionOf(exact, "retirement")).toEqual({ n: 1, of: 3, year: 25 });
});
