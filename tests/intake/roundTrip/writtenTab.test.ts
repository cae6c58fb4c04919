// tests/intake/roundTrip/writtenTab.test.ts: row fingerprints tell which cells a person has changed, also where rows and columns were moved, inserted or copied.
import {
  formulaSumOf,
  fingerprintText,
  readFingerprint,
  sumOf,
  type CellFingerprint,
} from "../../../src/domain/roundTrip/rowFingerprint";
import type { CellValue, Grid } from "../../../src/intake/grid";
import { readWrittenTab } from "../../../src/intake/roundTrip/writtenTab";

const empty: CellFingerprint = { kind: "empty", sum: "", key: "" };
const formula: CellFingerprint = { kind: "formula", sum: "", key: "" };
const constant = (value: string | number, key = ""): CellFingerprint => ({ kind: "constant", sum: sumOf(value), key });
const fingerprint = (cells: CellFingerprint[], column: number | null = null): string =>
  fingerprintText({ column, row: null, cells });

/** A title, a heading and two lines with a formula and a place to write; the fingerprints stand in column D. */
const written: CellValue[][] = [
  ["Avvikelse", null, null, fingerprint([constant("Avvikelse")], 3)],
  ["Kostnadsslag", "Utfall", "Orsak", fingerprint([constant("Kostnadsslag"), constant("Utfall"), constant("Orsak")])],
  ["Personal", -10, null, fingerprint([constant("Personal"), formula, { ...empty, key: "orsak\nPersonal" }])],
  ["Resor", -20, "Vakans", fingerprint([constant("Resor"), formula, { ...empty, key: "orsak\nResor" }])],
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
  ["a formula between others", [{ ...formula, sum: formulaSumOf("A1+1", 3, 1) }, formula, constant("a"), formula]],
])("%s is read as it was printed", (_, cells) => {
  const read = readFingerprint(fingerprintText({ column: 7, row: 3, cells }))!;
  const kept = cells.filter(({ kind, key }) => kind !== "empty" || key !== "");
  expect(read).toEqual({ column: 7, row: 3, cells: kept });
});

test("line breaks and spaces at the ends mean nothing, other spaces and digits do", () => {
  expect(sumOf("två\r\nrader ")).toBe(sumOf("två\nrader"));
  expect(sumOf(0.1 + 0.2)).toBe(sumOf(0.3));
  expect(sumOf("1")).not.toBe(sumOf(1));
  expect(sumOf("a b")).not.toBe(sumOf("ab"));
});

describe("formulas", () => {
  const sums = "SUM(B3:B4)";
  /** As `written`, with a total whose formula is printed, and the row of each fingerprint. */
  const printed: CellValue[][] = [
    ["Avvikelse", null, null, fingerprintText({ column: 3, row: 0, cells: [constant("Avvikelse")] })],
    [
      "Kostnadsslag",
      "Utfall",
      null,
      fingerprintText({ column: null, row: 1, cells: [constant("Kostnadsslag"), constant("Utfall")] }),
    ],
    ["Personal", -10, null, fingerprintText({ column: null, row: 2, cells: [constant("Personal"), constant(-10)] })],
    ["Resor", -20, null, fingerprintText({ column: null, row: 3, cells: [constant("Resor"), constant(-20)] })],
    [
      "Summa",
      -30,
      null,
      fingerprintText({
        column: null,
        row: 4,
        cells: [constant("Summa"), { ...formula, sum: formulaSumOf(sums, 4, 1) }],
      }),
    ],
  ];
  const withFormulas = (values: CellValue[][], formulas: Readonly<Record<string, string>>): Grid => ({
    ...gridOf(values),
    formula: (row, column) => formulas[`${String.fromCharCode(65 + column)}${row + 1}`] ?? null,
  });
  const found = (values: CellValue[][], formulas: Readonly<Record<string, string>>): unknown[] =>
    readWrittenTab(withFormulas(values, formulas))!.edited.map(({ row, column, formula: text, was }) => [
      row,
      column,
      text,
      was,
    ]);

  test.each`
    case                                     | formula               | noticed
    ${"ours"}                                | ${"=SUM(B3:B4)"}      | ${false}
    ${"ours, worded otherwise"}              | ${"=sum( B3:B4 )"}    | ${false}
    ${"something added"}                     | ${"=SUM(B3:B4)+5000"} | ${true}
    ${"another function"}                    | ${"=AVERAGE(B3:B4)"}  | ${true}
    ${"a row left out"}                      | ${"=SUM(B3:B3)"}      | ${true}
    ${"shared with another cell: not known"} | ${"="}                | ${false}
  `("$case", ({ formula: text, noticed }: { formula: string; noticed: boolean }) => {
    expect(found(printed, { B5: text })).toEqual(noticed ? [[4, 1, text, "formula"]] : []);
  });

  test("a formula over a text or figure is a person's, also when it gives the same", () => {
    expect(found(printed, { B4: "=2*B3", B5: "=SUM(B3:B4)" })).toEqual([[3, 1, "=2*B3", "constant"]]);
  });

  test("an inserted row moves references without anybody having written; something added is still noticed", () => {
    const [title, heading, personal, travel, total] = printed;
    const rows = [title!, heading!, ["Hyra", null, null], personal!, travel!, total!];
    expect(found(rows, { B6: "=SUM(B4:B5)", B3: "=B4*2" })).toEqual([
      [2, 0, null, "empty"],
      [2, 1, "=B4*2", "empty"],
    ]);
    expect(found(rows, { B6: "=SUM(B4:B5)*2" })).toContainEqual([5, 1, "=SUM(B4:B5)*2", "formula"]);
  });

  test("an inserted column of formulas is all a person's, heading included", () => {
    const wider = printed.map(([a = null, b = null, c = null, d = null], row) => [
      a,
      b,
      row === 1 ? "Kvot" : null,
      c,
      d,
    ]);
    expect(found(wider, { B5: "=SUM(B3:B4)", C3: "=B3/B$5", C4: "=B4/B$5" })).toEqual([
      [1, 2, null, "empty"],
      [2, 2, "=B3/B$5", "empty"],
      [3, 2, "=B4/B$5", "empty"],
    ]);
  });

  test("a spreadsheet that words nearly every formula otherwise has not been written in", () => {
    const many = (text: (row: number) => string): CellValue[][] =>
      Array.from({ length: 12 }, (_, row) => [
        row,
        fingerprintText({
          column: row === 0 ? 1 : null,
          row,
          cells: [{ ...formula, sum: formulaSumOf(text(row), row, 0) }],
        }),
      ]);
    const at = (text: (row: number) => string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 12 }, (_, row) => [`A${row + 1}`, text(row)]));
    const ours = many((row) => `ROUND(C${row + 1},2)`);
    expect(
      found(
        ours,
        at((row) => `=ODD.ROUND(C${row + 1};2)`),
      ),
    ).toEqual([]);
    expect(
      found(
        ours,
        at((row) => (row < 2 ? "=1+1" : `=ROUND(C${row + 1},2)`)),
      ),
    ).toHaveLength(2);
  });
});
