// tests/intake/writtenTab.test.ts: row prints tell which cells a person has changed, also where rows and columns were moved, inserted or copied.
import { printText, readPrint, sumOf, type CellPrint } from "../../src/domain/kept/rowPrint";
import type { CellValue, Grid } from "../../src/intake/grid";
import { readWrittenTab } from "../../src/intake/kept/writtenTab";

const empty: CellPrint = { kind: "empty", sum: "", key: "" };
const formula: CellPrint = { kind: "formula", sum: "", key: "" };
const constant = (value: string | number, key = ""): CellPrint => ({ kind: "constant", sum: sumOf(value), key });
const print = (cells: CellPrint[], column: number | null = null): string => printText({ column, cells });

/** A title, a heading and two lines with a formula and a place to write; the prints stand in column D. */
const written: CellValue[][] = [
  ["Avvikelse", null, null, print([constant("Avvikelse")], 3)],
  ["Kostnadsslag", "Utfall", "Orsak", print([constant("Kostnadsslag"), constant("Utfall"), constant("Orsak")])],
  ["Personal", -10, null, print([constant("Personal"), formula, { ...empty, key: "orsak\nPersonal" }])],
  ["Resor", -20, "Vakans", print([constant("Resor"), formula, { ...empty, key: "orsak\nResor" }])],
];

function gridOf(values: CellValue[][], formulas: readonly string[] = ["B3", "B4"]): Grid {
  const at = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;
  return {
    sheet: "Avvikelse",
    rows: values.length,
    columns: 4,
    values,
    format: () => "General",
    hiddenRows: new Set(),
    hidden: false,
    role: "avvikelse",
    formula: (row, column) => (formulas.includes(at(row, column)) ? "=1" : null),
  };
}

function edits(grid: Grid): unknown[] {
  return readWrittenTab(grid)!.edited.map(({ row, column, value, key }) => [row, column, value, key]);
}

const vakans = [3, 2, "Vakans", "orsak\nResor"];

test("what a person wrote in an empty cell, and nothing else", () => {
  expect(edits(gridOf(written))).toEqual([vakans]);
});

test("a figure over a formula, a text over a text, an emptied heading", () => {
  const changed = written.map((row) => [...row]);
  changed[2]![1] = -99;
  changed[1]![1] = "Utfall 2024";
  changed[0]![0] = null;
  expect(edits(gridOf(changed, ["B4"]))).toEqual([
    [0, 0, null, ""],
    [1, 1, "Utfall 2024", ""],
    [2, 1, -99, ""],
    vakans,
  ]);
});

test("rows in another order are what they were", () => {
  const [title, heading, personal, travel] = written;
  expect(edits(gridOf([title!, heading!, travel!, personal!], ["B3", "B4"]))).toEqual([
    [2, 2, "Vakans", "orsak\nResor"],
  ]);
});

test("an inserted row is a person's own, a copied one too", () => {
  const [title, heading, personal, travel] = written;
  const inserted = gridOf([title!, heading!, ["Hyra", 5, null], personal!, travel!], ["B4", "B5"]);
  expect(edits(inserted)).toEqual([
    [2, 0, "Hyra", ""],
    [2, 1, 5, ""],
    [4, 2, "Vakans", "orsak\nResor"],
  ]);
  const copied = gridOf([title!, heading!, personal!, travel!, [...travel!]], ["B3", "B4", "B5"]);
  expect(readWrittenTab(copied)!.edited.map(({ row }) => row)).toEqual([3, 4, 4, 4]);
});

test("an inserted column moves the others and takes nothing with it", () => {
  const wider = written.map(([a = null, b = null, c = null, d = null]) => [a, null, b, c, d]);
  wider[2]![1] = "ny";
  expect(edits(gridOf(wider, ["C3", "C4"]))).toEqual([
    [2, 1, "ny", ""],
    [3, 3, "Vakans", "orsak\nResor"],
  ]);
});

test("without prints nothing is known", () => {
  expect(readWrittenTab(gridOf(written.map((row) => row.slice(0, 3))))).toBeNull();
});

test.each([
  ["empty", [empty]],
  ["a key with signs of the print's own", [{ ...empty, key: "a|b;c@d#e\nÅ 5 %" }, formula, constant(-0.5, "x")]],
])("%s is read as it was printed", (_, cells) => {
  const read = readPrint(printText({ column: 7, cells }))!;
  const kept = cells.filter(({ kind, key }) => kind !== "empty" || key !== "");
  expect(read).toEqual({ column: 7, cells: kept });
});

test("line breaks and spaces at the ends mean nothing, other spaces and digits do", () => {
  expect(sumOf("två\r\nrader ")).toBe(sumOf("två\nrader"));
  expect(sumOf(0.1 + 0.2)).toBe(sumOf(0.3));
  expect(sumOf("1")).not.toBe(sumOf(1));
  expect(sumOf("a b")).not.toBe(sumOf("ab"));
});
