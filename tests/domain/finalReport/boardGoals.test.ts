// tests/domain/finalReport/boardGoals.test.ts: of goals that count persons the board sees no group of 1–4, nor what one could be worked out from.
import fc from "fast-check";
import { hiddenGoals } from "../../../src/domain/finalReport/boardGoals";
import { type Goal, goalResult } from "../../../src/domain/finalReport/goals";
import { dec } from "../returnInput";

const goal = (name: string, outcome: number, base: number | null = null, changes: Partial<Goal> = {}): Goal => ({
  name,
  target: dec(30),
  outcome: dec(outcome),
  direction: "at-least",
  actualBase: base === null ? null : dec(base),
  expectedBase: null,
  validFrom: null,
  responseRate: null,
  share: false,
  persons: { count: dec(outcome), base: base === null ? null : dec(base) },
  ...changes,
});

const hidden = (...goals: readonly Goal[]): readonly (string | null)[] =>
  hiddenGoals(goals.map((each) => goalResult(each))).map(({ outcome }) => outcome);

test.each<[string, readonly Goal[], readonly (string | null)[]]>([
  ["nobody, few and many", [goal("A", 0), goal("B", 1), goal("C", 4), goal("D", 5)], [null, "few", "few", null]],
  ["no persons", [goal("Träffar", 3, null, { persons: null })], [null]],
  ["all but a few of those it came from", [goal("Till arbete", 22, 24)], ["derived"]],
  ["all of those it came from", [goal("Till arbete", 24, 24)], [null]],
  [
    "a part of a shown whole",
    [goal("Till arbete", 21), goal("Till studier", 3), goal("Avslut", 24)],
    ["derived", "few", null],
  ],
  ["a part of a shown base", [goal("Till arbete", 21), goal("Till studier", 3, 24)], ["derived", "few"]],
  [
    "one of three parts of a shown whole: the smallest of the others goes too",
    [goal("A", 9), goal("B", 12), goal("C", 3), goal("Alla", 24)],
    ["derived", null, "few", null],
  ],
  [
    "a part of a number that a shown share was worked out from",
    [
      goal("Till arbete", 21),
      goal("Till studier", 3),
      goal("Avslut", 0.5, 48, { share: true, counted: dec(24), persons: { count: dec(24), base: dec(48) } }),
    ],
    ["derived", "few", null],
  ],
  ["no part of anything shown", [goal("A", 9), goal("C", 3), goal("D", 40)], [null, "few", null]],
  [
    "a goal under all its dates",
    [goal("A", 3, null, { validFrom: 24000 }), goal("A", 9, null, { validFrom: 24012 })],
    ["few", "derived"],
  ],
  ["a share of few", [goal("A", 3, 24, { share: true, outcome: dec("0.125"), target: dec("0.3") })], ["few"]],
])("%s", (_, goals, expected) => {
  expect(hidden(...goals)).toEqual(expected);
});

test("a base of few is hidden, whatever came of it", () => {
  expect(hiddenGoals([goalResult(goal("A", 0, 3))])).toEqual([
    { outcome: "derived", actualBase: "few", verdict: false },
  ]);
});

test("the verdict is shown where any few would have given it, else hidden", () => {
  const verdicts = [goal("far below", 2), goal("of two", 2, null, { target: dec(2) })].map(
    (each) => hiddenGoals([goalResult(each)])[0]?.verdict,
  );
  expect(verdicts).toEqual([false, true]);
});

test("no hidden outcome is what is left of a shown whole after a shown part", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 7 }), (counts) => {
      const results = hiddenGoals(counts.map((count, at) => goalResult(goal(`G${at}`, count))));
      const shown = counts.filter((_, at) => results[at]?.outcome === null);
      counts.forEach((count, at) => {
        if (results[at]?.outcome !== "few") return;
        shown.forEach((whole, first) => {
          shown.forEach((part, second) => {
            expect(first !== second && part > 0 && whole - part === count).toBe(false);
          });
        });
      });
    }),
  );
});
