// tests/intake/budget/seriesBreaks.test.ts: breaks in a line's series that the user marks in the table, and what is said of them.
import type { CellValue } from "../../../src/intake/grid";
import { readSheet, saidBeside } from "../shown";

const _ = null;

/** `line period: text (cell)`. */
function breaksIn(rows: readonly (readonly CellValue[])[]): readonly string[] {
  const [table] = readSheet(rows).tables;
  return (table?.seriesBreaks ?? []).map(
    ({ line, period, text, origin }) =>
      `${table?.lines[line]} ${period === null ? "?" : table?.periods[period]?.label}: ${text} (${origin.cells})`,
  );
}

const long = (...marks: CellValue[]): (readonly CellValue[])[] => [
  ["Kostnadsslag", "År", "Utfall", "Budget", "Brott i serien"],
  ...marks.map((mark, at): CellValue[] => ["Personal", 2008 + at, 90, 100, mark]),
];
const wide = (mark: CellValue): (readonly CellValue[])[] => [
  [_, 2008, _, 2009, _, _],
  ["Kostnadsslag", "Utfall", "Budget", "Utfall", "Budget", "Seriebrott"],
  ["Personal", 90, 100, 80, 100, mark],
  ["Lokal", 9, 10, 8, 10, _],
];

test.each<[string, readonly (readonly CellValue[])[], readonly string[]]>([
  ["words at a period", long(_, "Kommunen betalar lönerna."), ["Personal 2009: Kommunen betalar lönerna (E3)"]],
  ["marks only", long("x", "Ja", true), ["Personal 2008:  (E2)", "Personal 2009:  (E3)", "Personal 2010:  (E4)"]],
  ["cells that say no", long("Nej", "-", 0, false, " "), []],
  ["wide, a period named", wide("Ny arbetsgivare från 2009"), ["Personal 2009: Ny arbetsgivare från 2009 (F3)"]],
  ["wide, no period named", wide("Ny arbetsgivare"), ["Personal ?: Ny arbetsgivare (F3)"]],
  ["wide, a month within a year", wide("Från maj 2009"), ["Personal 2009: Från maj 2009 (F3)"]],
  [
    "once for the accounts of a line",
    [
      ["Kostnadsslag", "Konto", "År", "Utfall", "Budget", "Ändrat innehåll"],
      ["Personal", "5010", 2009, 90, 100, "Ny arbetsgivare"],
      ["Personal", "5011", 2009, 9, 10, "Ny arbetsgivare"],
    ],
    ["Personal 2009: Ny arbetsgivare (F2)"],
  ],
])("%s", (_name, rows, expected) => {
  expect(breaksIn(rows)).toEqual(expected);
});

test("a break is a note at its cell, and changes no figure", () => {
  const marked = readSheet(long(_, "Ny arbetsgivare"));
  expect(saidBeside(marked)).toEqual(["series-break E3"]);
  expect(marked.tables[0]!.entries).toEqual(readSheet(long(_, _)).tables[0]!.entries);
});
