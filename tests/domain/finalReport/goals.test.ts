import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAfterOf } from "../../../src/domain/finalReport/beforeAfter";
import { countDeviation, countTotal, goalAt, goalResult } from "../../../src/domain/finalReport/goals";
import type { Goal } from "../../../src/domain/finalReport/goals";
import { dec } from "../returnInput";

const goal = (changes: Partial<Goal>): Goal => ({
  name: "Avslut",
  target: dec(225),
  outcome: dec(136),
  direction: "at-least",
  actualBase: null,
  expectedBase: null,
  validFrom: null,
  responseRate: null,
  share: false,
  persons: null,
  ...changes,
});

test("Husamrådet: 136 of 225 closures is 60 %, partly reached", () => {
  const { fulfilment, verdict } = goalResult(goal({}));
  expect([fulfilment?.toFixed(2), verdict]).toEqual(["0.60", "partly"]);
});

test("to work: 15 of 30 actual closures is 50 %; another share of those expected, so both are shown", () => {
  const { shareOfActual, shareOfExpected, basesDiffer } = goalResult(
    goal({ outcome: dec(15), actualBase: dec(30), expectedBase: dec(75) }),
  );
  expect([shareOfActual?.toString(), shareOfExpected?.toString(), basesDiffer]).toEqual(["0.5", "0.2", true]);
});

test.each`
  direction     | target | outcome | verdict
  ${"at-least"} | ${10}  | ${10}   | ${"reached"}
  ${"at-least"} | ${10}  | ${5}    | ${"partly"}
  ${"at-least"} | ${10}  | ${4}    | ${"not"}
  ${"at-least"} | ${0}   | ${0}    | ${"reached"}
  ${"at-most"}  | ${10}  | ${10}   | ${"reached"}
  ${"at-most"}  | ${10}  | ${20}   | ${"partly"}
  ${"at-most"}  | ${10}  | ${21}   | ${"not"}
`(
  "$outcome $direction $target: $verdict",
  ({
    direction,
    target,
    outcome,
    verdict,
  }: {
    direction: Goal["direction"];
    target: number;
    outcome: number;
    verdict: string;
  }) => {
    const result = goalResult(goal({ direction, target: dec(target), outcome: dec(outcome) }));
    expect(result.verdict).toBe(verdict);
    expect(result.fulfilment === null).toBe(target === 0);
  },
);

test("targets are dated: the latest that is valid in the month", () => {
  const goals = [
    goal({ target: dec(90) }),
    goal({ target: dec(75), validFrom: 2010 * 12 }),
    goal({ name: "Annat", target: dec(1) }),
  ];
  expect([2009 * 12, 2010 * 12, 2011 * 12].map((month) => goalAt(goals, "Avslut", month)?.target.toString())).toEqual([
    "90",
    "75",
    "75",
  ]);
  expect(goalAt(goals.slice(1), "Avslut", 2009 * 12)).toBeNull();
});

describe("planned against actual, published", () => {
  test("Umeå: 57 of 60 planned starts", () => {
    const { difference, share } = countDeviation({ name: "Påbörjade", planned: 60, actual: 57 });
    expect([difference, share?.toString()]).toEqual([-3, "-0.05"]);
  });

  test("Sörmland: closed of reported, where both are known; the rest is named", () => {
    const published = JSON.parse(readFileSync(join(__dirname, "../../cases/rar-sormland-2007.json"), "utf8")) as {
      initiatives: string[];
      reportedInSelfEvaluation: (number | null)[];
      closed: (number | null)[];
      closed_total: number;
    };
    const rows = published.initiatives.map((name, at) => ({
      name,
      planned: published.reportedInSelfEvaluation[at]!,
      actual: published.closed[at]!,
    }));
    const { total, left } = countTotal(rows, "Summa");
    expect(total).toMatchObject({ planned: 250, actual: 177, difference: -73 });
    expect(left.map(({ name }) => name)).toEqual(["Yrkessvenska", "Arenan", "Arbetsdax"]);
    expect(published.closed.reduce<number>((all, each) => all + (each ?? 0), 0)).toBe(published.closed_total);
  });

  test("a missing count is not 0, and a share of nothing does not apply", () => {
    expect(countDeviation({ name: "", planned: null, actual: 3 })).toMatchObject({ difference: null, share: null });
    expect(countDeviation({ name: "", planned: 0, actual: 3 })).toMatchObject({ difference: 3, share: null });
    expect(countTotal([{ name: "", planned: null, actual: 1 }], "Summa").total).toMatchObject({
      planned: null,
      actual: null,
      difference: null,
    });
  });
});

test("Husamrådet before and after: published percentages of 136, but for the one that does not reconcile; not the same individuals", () => {
  const published = JSON.parse(
    readFileSync(join(__dirname, "../../cases/husamradet-income-before-after.json"), "utf8"),
  ) as Record<"before" | "after" | "publishedPercentBefore" | "publishedPercentAfter", Record<string, number>> & {
    base: number;
  };
  const rows = Object.keys(published.before).map((source) => ({
    source,
    before: published.before[source]!,
    after: published.after[source]!,
  }));
  const { rows: changes, sumBefore, sumAfter, sameIndividuals } = beforeAfterOf(rows, published.base);
  expect([sumBefore, sumAfter, sameIndividuals]).toEqual([135, 128, false]);
  const differing = changes.filter(
    ({ source, shareBefore, shareAfter }) =>
      shareBefore?.times(100).toFixed(0) !== String(published.publishedPercentBefore[source]) ||
      shareAfter?.times(100).toFixed(0) !== String(published.publishedPercentAfter[source]),
  );
  expect(differing.map(({ source, change }) => [source, change])).toEqual([
    ["Sjukpenning/sjukersättning/aktivitetsersättning", -24],
  ]);
});

test("the same individuals when both columns sum to the base", () => {
  const rows = [
    { source: "Försörjningsstöd", before: 5, after: 2 },
    { source: "Arbete", before: 0, after: 3 },
  ];
  expect(
    [beforeAfterOf(rows, null), beforeAfterOf(rows, 5), beforeAfterOf(rows, 6)].map(
      ({ sameIndividuals }) => sameIndividuals,
    ),
  ).toEqual([true, true, false]);
  expect(beforeAfterOf([{ source: "Arbete", before: 0, after: 0 }], null).rows[0]).toMatchObject({
    shareBefore: null,
    change: 0,
  });
});
