// tests/domain/deviation/followUp.test.ts: the whole result for one table: what holds for every table.
import fc from "fast-check";
import type { BudgetTable } from "../../../src/domain/deviation/budget";
import { standardLimits } from "../../../src/domain/deviation/deviation";
import { followUpOf, type FollowUp } from "../../../src/domain/deviation/followUp";
import { Decimal, moneyFromDecimal, negated, shareText, sum, toKr } from "../../../src/domain/money";
import { husamradet, husamradetFacts } from "../husamradet";
import { type Row, tableOf, year } from "../table";

const followUp = (table: BudgetTable): FollowUp => followUpOf(table, null, standardLimits);
const years = [2022, 2023, 2024].map(year);

/** Öre, parts of an öre and sums beyond 2^53 öre, or nothing. */
const amount = fc.option(
  fc.oneof(
    fc.integer().map((n) => new Decimal(n).div(100)),
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((n) => new Decimal(n.toString()).div(1000)),
  ),
);
const row = fc.tuple(fc.constantFrom("A", "B", "C"), fc.constantFrom("2022", "2023", "2024"), amount, amount);
const tables = fc.array(row, { minLength: 1, maxLength: 25 }).map((rows) =>
  tableOf(
    years,
    rows.map(([line, label, a, b]): Row => [line, label, a?.toString() ?? null, b?.toString() ?? null]),
  ),
);
const text = (decimals: readonly Decimal[]): string => sum(decimals).toString();

test("lines and periods each sum to the total, whatever the order of rows", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const result = followUp(table);
      for (const measure of ["outcome", "budget", "amount"] as const) {
        const total = result.total[measure].toString();
        expect(text(result.lineTotals.map((line) => line[measure]))).toBe(total);
        expect(text(result.periodTotals.flatMap((period) => (period === null ? [] : [period[measure]])))).toBe(total);
        expect(text(result.cells.flat().flatMap((cell) => (cell === null ? [] : [cell[measure]])))).toBe(total);
      }
      const turned = followUp({ ...table, entries: [...table.entries].reverse() });
      expect(JSON.stringify({ ...turned, table: null })).toBe(JSON.stringify({ ...result, table: null }));
    }),
  );
});

test("öre and Decimals give the same result", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const decimals = table.entries.map((entry) => ({
        ...entry,
        outcome: entry.outcome === null ? null : toKr(entry.outcome),
        budget: entry.budget === null ? null : toKr(entry.budget),
      }));
      const { total, lineTotals } = followUp({ ...table, entries: decimals });
      const expected = followUp(table);
      expect(JSON.stringify([total, lineTotals])).toBe(JSON.stringify([expected.total, expected.lineTotals]));
    }),
  );
});

test("turning every sign, and the convention with it, changes no deviation", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const entries = table.entries.map((entry) => ({
        ...entry,
        outcome: entry.outcome === null ? null : negated(entry.outcome),
        budget: entry.budget === null ? null : negated(entry.budget),
      }));
      const [one, other] = [followUp(table), followUp({ ...table, entries, sign: "negative" })];
      const seen = ({ lineTotals, material, offsetting, averagePerHalfYear }: FollowUp): string =>
        JSON.stringify([
          lineTotals.map((l) => [l.amount.plus(0), l.share?.plus(0)]),
          material,
          offsetting,
          averagePerHalfYear?.plus(0),
        ]);
      expect(seen(other)).toBe(seen(one));
    }),
  );
});

test("accounts and parties of one line and period are summed; an empty outcome in a booked period is 0", () => {
  const rows: Row[] = [
    ["A", "2022", 1, 10],
    ["A", "2022", 2, null],
    ["B", "2023", null, 5],
    ["A", "2023", 4, 4],
  ];
  const { cells, total, lastBooked, halfYears } = followUp(tableOf(years, rows));
  expect(
    cells.map((line) =>
      line.map((cell) => (cell === null ? null : `${cell.outcome.toString()} of ${cell.budget.toString()}`)),
    ),
  ).toEqual([
    ["3 of 10", "4 of 4", null],
    [null, "0 of 5", null],
  ]);
  expect([lastBooked, halfYears, total.amount.toString()]).toEqual([1, 4, "12"]);
});

test("nothing booked, and nothing at all", () => {
  for (const table of [tableOf(years, [["A", "2022", null, 10]]), tableOf([], [])]) {
    const result = followUp(table);
    expect([result.lastBooked, result.halfYears, result.averagePerHalfYear]).toEqual([-1, 0, null]);
    expect(result.total.share).toBeNull();
    expect(result.periodTotals.every((period) => period === null)).toBe(true);
  }
});

test("other versions of the budget and last year's outcome stand beside it", () => {
  const versions = [
    { kind: "revised-budget", label: "Reviderad budget 2024-05-01" },
    { kind: "last-year", label: "Utfall fg år" },
  ] as const;
  const rows: Row[] = [
    ["A", "2022", 90, 100, 80, 70],
    ["B", "2022", 5, 5, null, 6],
    ["A", "2023", null, 100, 80, 999],
  ];
  const result = followUp(tableOf(years, rows, { versions }));
  expect(result.lastYear?.map(String)).toEqual(["70", "6"]);
  expect(result.versions.map(({ label }) => label)).toEqual(versions.map(({ label }) => label));
  expect(result.versions[0]?.byLine.map((line) => line?.amount.toString() ?? null)).toEqual(["-10", null]);
  expect(result.versions[0]?.total.amount.toString()).toBe("-15");
});

test("Rörlig andel among the facts is the share that follows the volume", () => {
  const facts = { ...husamradetFacts, volumeShare: new Decimal("0.5") };
  const half = followUpOf(husamradet, husamradetFacts, standardLimits, { variableShare: new Decimal("0.5") });
  const read = followUpOf(husamradet, facts, standardLimits).volumeEffect;
  expect(read?.variableShare.toString()).toBe("0.5");
  expect(read?.volume.eq(half.volumeEffect!.volume)).toBe(true);
});

test("the volume effect of the published case, all of the budget variable", () => {
  const { volumeEffect, total } = followUpOf(husamradet, husamradetFacts, standardLimits);
  // 7 964 tkr · 224/397.5
  expect(volumeEffect?.per).toBe("closed");
  expect(shareText(volumeEffect!.flexedBudget.div(7_964_000))).toBe("0.563522");
  expect(volumeEffect?.volume.plus(volumeEffect.efficiency).eq(total.amount)).toBe(true);
  const half = followUpOf(husamradet, husamradetFacts, standardLimits, {
    variableShare: new Decimal("0.5"),
  }).volumeEffect;
  // A quotient that never ends: equal as far as its 40 decimals go.
  expect(half!.volume.times(2).minus(volumeEffect!.volume).abs().lt("1e-39")).toBe(true);
});

test("a table of amounts beyond the safe integers is exact", () => {
  const rows: Row[] = [
    ["A", "2022", "90071992547409.91", 0],
    ["A", "2022", "0.01", 0],
    ["A", "2022", "0.001", 0],
  ];
  expect(followUp(tableOf(years, rows)).total.outcome.toString()).toBe("90071992547409.921");
  expect(moneyFromDecimal(new Decimal("90071992547409.92"))).toBeInstanceOf(Decimal);
});
