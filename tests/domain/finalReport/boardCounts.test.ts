// tests/domain/finalReport/boardCounts.test.ts: small groups, and what would give them away, are hidden in counts before and after.
import fc from "fast-check";
import { beforeAfterOf } from "../../../src/domain/finalReport/beforeAfter";
import { hiddenBeforeAfter, hiddenCounts } from "../../../src/domain/finalReport/boardCounts";
import { husamradetIncome, nineInitiatives } from "../../report/finalFixtures";

const marks = (rows: readonly { readonly first: boolean; readonly second: boolean }[]): string[] =>
  rows.map(({ first, second }) => `${first ? "x" : "-"}${second ? "x" : "-"}`);

test("Husamrådet: every group of 1–4 persons, none of the others, since several in a column protect each other", () => {
  const { rows, total } = hiddenBeforeAfter(husamradetIncome);
  expect(marks([...rows, total])).toEqual(["--", "-x", "--", "-x", "--", "xx", "x-", "--"]);
});

test("a single small group takes another with it", () => {
  const result = beforeAfterOf(
    [
      { source: "A", before: 3, after: 20 },
      { source: "B", before: 30, after: 12 },
      { source: "C", before: 9, after: 10 },
    ],
    null,
  );
  const { rows, total } = hiddenBeforeAfter(result);
  expect(marks([...rows, total])).toEqual(["x-", "--", "x-", "--"]);
});

test("a row outside the total protects nobody inside it", () => {
  const rows = [
    { name: "A", planned: 10, actual: 3 },
    { name: "B", planned: 10, actual: 12 },
    { name: "C", planned: null, actual: 2 },
  ];
  expect(marks(hiddenCounts(rows, true).rows)).toEqual(["-x", "-x", "-x"]);
});

test("a plan is never hidden; persons at the start are", () => {
  const rows = [
    { name: "A", planned: 3, actual: 20 },
    { name: "B", planned: 30, actual: 40 },
  ];
  expect(marks(hiddenCounts(rows, true).rows)).toEqual(["--", "--"]);
  expect(marks(hiddenCounts(rows, false).rows)).toEqual(["x-", "x-"]);
});

test("nine initiatives in Sörmland: 1, 4 and 1 persons in work are hidden wherever they stand", () => {
  const rows = nineInitiatives("workingStart", "workingEnd");
  const hidden = hiddenCounts(rows, false);
  rows.forEach(({ planned, actual }, at) => {
    if (planned !== null && planned > 0 && planned < 5) expect(hidden.rows[at]!.first).toBe(true);
    if (actual !== null && actual > 0 && actual < 5) expect(hidden.rows[at]!.second).toBe(true);
  });
  expect(marks(hidden.rows)[2]).toBe("--");
});

test("no hidden figure is the column's sum less those shown", () => {
  const counts = fc.array(
    fc.record({ name: fc.constant("x"), planned: fc.option(fc.nat(30)), actual: fc.option(fc.nat(30)) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(counts, (rows) => {
      const hidden = hiddenCounts(rows, false);
      const inTotal = [...rows.keys()].filter((at) => rows[at]!.planned !== null && rows[at]!.actual !== null);
      for (const [side, of] of [
        ["first", "planned"],
        ["second", "actual"],
      ] as const) {
        rows.forEach((row, at) => {
          if (row[of] !== null && row[of] > 0 && row[of] < 5) expect(hidden.rows[at]![side]).toBe(true);
        });
        const masked = inTotal.filter((at) => hidden.rows[at]![side]);
        if (!hidden.total[side]) expect(masked.length).not.toBe(1);
      }
    }),
  );
});
