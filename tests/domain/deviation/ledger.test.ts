// tests/domain/deviation/ledger.test.ts: rows of cells to cost line × period sums.
import fc from "fast-check";
import { ledgerSums } from "../../../src/domain/deviation/ledger";
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

test("any order of rows gives the same sums", () => {
  const row = fc.tuple(
    fc.constantFrom("A", "B", "C"),
    fc.integer({ min: 2000, max: 2040 }),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
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
