// tests/domain/deviation/ledger.test.ts: rows of cells to cost line × period sums.
import fc from "fast-check";
import { ledgerSums } from "../../../src/domain/deviation/ledger";
import { Decimal, KR_PER_UNIT, type Unit } from "../../../src/domain/money";
import { exactSums, ledgerRows } from "../../bench/ledger";

const COLUMNS = { line: 0, period: 1, amount: 2 };

test("the sums of the benchmark's rows are those of their digits as whole öre", () => {
  const rows = ledgerRows(20_000);
  const { lines, periods, total, setAside } = ledgerSums(rows, COLUMNS, "kr");
  const exact = exactSums(rows);
  const computed = lines.flatMap((line, l) =>
    periods.map((period, p) => [`${line}\t${period}`, total(l, p).toString()]),
  );
  expect(Object.fromEntries(computed)).toEqual(Object.fromEntries([...exact].map(([key, kr]) => [key, kr.toString()])));
  expect(setAside).toEqual([]);
});

test("many periods, numbered lines, other column orders", () => {
  const rows = Array.from({ length: 500 }, (_, row) => [
    0.1,
    "x",
    `${(row % 100) + 1}`,
    row % 2 === 0 ? "1. Hyra" : "Hyra ",
  ]);
  const sums = ledgerSums(rows, { line: 3, period: 2, amount: 0 }, "tkr");
  expect(sums.lines).toEqual(["Hyra"]);
  expect(sums.periods).toHaveLength(100);
  expect(new Set(sums.periods.map((_, period) => sums.total(0, period).toString()))).toEqual(new Set(["500"]));
});

test("each line keeps its own sums when the periods outgrow their room", () => {
  const rows = Array.from({ length: 120 }, (_, row) => [row % 3, Math.floor(row / 3), row]);
  const { lines, periods, total } = ledgerSums(rows, COLUMNS, "kr");
  const computed = rows.map(([line, period]) =>
    total(lines.indexOf(String(line)), periods.indexOf(String(period))).toNumber(),
  );
  expect(computed).toEqual(rows.map(([, , amount]) => amount));
});

test("rows that cannot be added are named, none is dropped", () => {
  const rows = [
    ["A", 2024, 1],
    ["A", 2024, "2"],
    ["A", null, 3],
    ["", 2024, 4],
    [{ error: "#N/A" }, 2024, 5],
    ["A", 2024, null],
    [],
  ];
  const { total, setAside } = ledgerSums(rows, COLUMNS, "kr");
  expect(total(0, 0).toString()).toBe("1");
  expect(setAside).toEqual([1, 2, 3, 4, 5, 6]);
});

/** Sums hold 60 digits: an amount below this beside one of 10^17 Mkr would be rounded away, sooner or later by order. */
function withinDigits(amount: number): number {
  return Math.abs(amount) < 1e-20 ? 0 : amount;
}

test("any order of rows gives the same sums", () => {
  const row = fc.tuple(
    fc.constantFrom("A", "B", "C"),
    fc.integer({ min: 2000, max: 2040 }),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map(withinDigits),
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const read = (list: typeof rows): Record<string, string> => {
        const { lines, periods, total } = ledgerSums(list, COLUMNS, "kr");
        return Object.fromEntries(
          lines.flatMap((line, l) => periods.map((p, i) => [line + p, total(l, i).toString()])),
        );
      };
      expect(read([...rows].reverse())).toEqual(read(rows));
    }),
  );
});

/** What Excel shows of a number, 15 significant digits, in kronor. Shares nothing with the sums but decimal.js. */
const shown = (value: number, unit: Unit): Decimal => new Decimal(value.toPrecision(15)).times(KR_PER_UNIT[unit]);

/** The first row of a key goes the careful way, later ones the fast way: both must read every amount alike. */
function sumOf(amounts: readonly number[], unit: Unit, period: string | number): string {
  const rows = [0, ...amounts].map((amount) => ["Hyra", period, amount]);
  return ledgerSums(rows, COLUMNS, unit).total(0, 0).toString();
}

const units = fc.constantFrom<Unit>("kr", "tkr", "Mkr");
const periods = fc.constantFrom<string | number>(2024, "2024-03", 5010.5, 45_292);
const hairOff = fc
  .tuple(
    fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
    fc.constantFrom(100, 1e5, 1e8),
    fc.integer({ min: -4, max: 4 }),
  )
  .map(([ore, perUnit, steps]) => (ore / perUnit) * (1 + steps * 2 ** -53));
const thirds = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((number) => number / 3);
const tiny = fc.double({ noNaN: true, min: -1e-9, max: 1e-9 }).map(withinDigits);
const large = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((ore) => Number(ore) / 100);
const amounts = fc.oneof(
  hairOff,
  thirds,
  tiny,
  large,
  fc.double({ noNaN: true, min: -1e17, max: 1e17 }).map(withinDigits),
);

test("every amount is read to the 15 digits that Excel shows, in every unit, near a whole öre and far from it", () => {
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 6 }), units, periods, (list, unit, period) => {
      const exact = list.reduce((all, value) => all.plus(shown(value, unit)), new Decimal(0));
      expect(sumOf(list, unit, period)).toBe(exact.toString());
    }),
    { numRuns: 2_000 },
  );
});

test.each<[string, readonly number[], Unit, string]>([
  ["a float's own error", [0.1 + 0.2], "kr", "0.3"],
  ["half an öre is kept", [1.005], "kr", "1.005"],
  ["a third", [1 / 3], "kr", "0.333333333333333"],
  ["next to nothing is not nothing", [1e-12, -0], "kr", "0.000000000001"],
  ["tkr with öre", [-724.00001, 0.1 + 0.7], "tkr", "-723200.01"],
  ["Mkr with öre", [1.23456789], "Mkr", "1234567.89"],
  [
    "beyond the safe range, and back",
    [90071992547409.9, 90071992547409.9, -90071992547409.9],
    "kr",
    "90071992547409.9",
  ],
  ["16 digits are read as Excel shows them", [90071992547409.91], "kr", "90071992547409.9"],
])("%s", (_, list, unit, kr) => {
  expect(sumOf(list, unit, 2024)).toBe(kr);
});

test.each([NaN, Infinity, -Infinity])("%p is no amount", (amount) => {
  expect(() => sumOf([amount], "kr", 2024)).toThrow(RangeError);
});

test("says in which row each period stood first", () => {
  const rows = [
    ["", 2023, 1],
    ["A", 2024, 1],
    ["A", "2024", 1],
    ["B", "2023 ", 1],
  ];
  const { periods, firstRows } = ledgerSums(rows, COLUMNS, "kr");
  expect(periods.map((period, index) => [period, firstRows[index]])).toEqual([
    ["2024", 1],
    ["2023", 3],
  ]);
});
