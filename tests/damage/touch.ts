// tests/damage/touch.ts: what every kind of damage is made of: finding cells by what they are, and changing them together with the truth.
import type { CellValue } from "../../src/intake/grid";
import {
  type Book,
  type Cell,
  cell,
  type LineTruth,
  type Mark,
  type Measure,
  type Sheet,
  type TableTruth,
} from "./book";
import type { Rng } from "./generate";

/** One way in which a workbook is damaged. */
export interface Kind {
  readonly name: string;
  /** What is damaged, for the score. */
  readonly group: string;
  /**
   * Damages the book and states in it what is right to read now. True: it must be named, also where the figures are right; false: the figures
   * are right, or it is named; null: it cannot happen to this book.
   */
  readonly hurt: (book: Book, rng: Rng) => boolean | null;
}

export interface Spot<M extends Mark["is"] = Mark["is"]> {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly mark: Extract<Mark, { readonly is: M }> & { readonly table: number };
}

export function spots<M extends Mark["is"]>(book: Book, is: M): Spot<M>[] {
  return book.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, at) =>
      row.flatMap((each, column) =>
        each.mark?.is === is ? [{ sheet, row: at, column, cell: each, mark: each.mark as Spot<M>["mark"] }] : [],
      ),
    ),
  );
}

/** Amounts that are large enough to be mistyped so that it is seen. */
export function amounts(book: Book): Spot<"amount">[] {
  return spots(book, "amount").filter(({ cell: { value }, mark }) => {
    const { factor, step } = book.truth[mark.table]!;
    return typeof value === "number" && Math.abs(value) * factor >= step * 100;
  });
}

export const oneAmount = (book: Book, rng: Rng): Spot<"amount"> | null => {
  const all = amounts(book);
  return all.length === 0 ? null : rng.pick(all);
};

export const lineOf = (book: Book, mark: { readonly table: number; readonly line: number }): LineTruth =>
  book.truth[mark.table]!.lines[mark.line]!;

/** Writes `value` and marks the damage. */
export function put(spot: Pick<Spot, "cell">, value: CellValue, more: Partial<Cell> = {}): void {
  Object.assign(spot.cell, { value, touched: true, ...more });
}

/** Another amount in the cell and in the truth. */
export function retype(book: Book, spot: Spot<"amount">, ore: number | null): void {
  const { mark } = spot;
  lineOf(book, mark).figures[mark.period]![mark.measure] = ore;
  put(spot, ore === null ? null : ore / book.truth[mark.table]!.factor);
}

/** Takes an amount out of the truth: nobody can read it any more. */
export function forget(book: Book, { mark }: Spot<"amount">): void {
  lineOf(book, mark).figures[mark.period]![mark.measure] = null;
}

export const oreOf = (book: Book, { mark }: Spot<"amount">): number =>
  lineOf(book, mark).figures[mark.period]![mark.measure]!;

/** Whether the sheet itself states something that a wrong figure contradicts. */
export const isChecked = (book: Book, { table }: { readonly table: number }): boolean =>
  book.truth[table]!.sums || book.truth[table]!.deviations;

/** What is no contradiction in öre: what rounding could make of a sum of all the lines (half a unit each), and what nobody looks for. */
export function leastOf({ step, factor, lines }: TableTruth): number {
  const addends = lines.length * Object.keys(lines[0]?.figures ?? {}).length + 1;
  return Math.max(12 * step, 1000, (factor / 2) * addends);
}

/** The line's rows over all sheets. */
export function rowsOfLines(book: Book): Spot<"name">[] {
  return spots(book, "name");
}

export function insertRow(sheet: Sheet, at: number, cells: Cell[]): void {
  sheet.rows.splice(at, 0, cells);
  sheet.hiddenRows = new Set([...sheet.hiddenRows].map((row) => (row >= at ? row + 1 : row)));
  // Merged cells stand in the headings: what is put in above them makes them meaningless.
  if (sheet.merges.some((ref) => Number(/\d+/u.exec(ref)![0]) > at)) sheet.merges = [];
}

export function insertColumn(sheet: Sheet, at: number, make: (row: readonly Cell[], index: number) => Cell): void {
  sheet.rows.forEach((row, index) => {
    if (row.length >= at) row.splice(at, 0, make(row, index));
  });
  sheet.merges = [];
}

/** First and last row with a line's amounts. */
export function bodyOf(sheet: Sheet): { readonly first: number; readonly last: number } {
  const rows = sheet.rows.flatMap((row, at) => (row.some(({ mark }) => mark?.is === "amount") ? [at] : []));
  return { first: rows[0] ?? 0, last: rows.at(-1) ?? 0 };
}

/** The row of the headings Utfall and Budget. */
export function headingRow(sheet: Sheet): number {
  return sheet.rows.findIndex((row) => row.some(({ mark }) => mark?.is === "heading"));
}

/** A copy that is nothing to the damage. */
export function loose(cells: readonly Cell[], touched = true): Cell[] {
  return cells.map((each) => {
    const copy: Cell = { ...each, touched };
    delete copy.mark;
    return copy;
  });
}

/** What the cell shows, as text. */
export const textOf = ({ cell: { value } }: Pick<Spot, "cell">): string => shownText(value);

export const shownText = (value: CellValue): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

export const words = (text: string): Cell => cell(text, { touched: true });

/** `1 234,50` with `between` as the thousands' mark. */
export function swedish(value: number, between: string, mark = ","): string {
  const [whole = "", part] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, between);
  return `${value < 0 ? "-" : ""}${grouped}${part === undefined ? "" : `${mark}${part}`}`;
}

/** Every amount of a measure (or both) of a table. */
export function column(book: Book, table: number, measure: Measure | null): Spot<"amount">[] {
  return spots(book, "amount").filter(
    ({ mark }) => mark.table === table && (measure === null || mark.measure === measure),
  );
}

/** The amounts of one column of one sheet, sums and all. */
export function wholeColumn(sheet: Sheet, at: number): Cell[] {
  return sheet.rows.flatMap((row) => {
    const own = row[at];
    return own?.mark !== undefined && typeof own.value === "number" && ["amount", "sum"].includes(own.mark.is)
      ? [own]
      : [];
  });
}

/** Every line in every period: what `change` makes of its figures. */
export function everyFigure(
  table: TableTruth,
  change: (ore: number, line: LineTruth, measure: Measure) => number | null,
): void {
  for (const line of table.lines)
    for (const own of Object.values(line.figures))
      for (const measure of ["outcome", "budget"] as const) {
        const ore = own[measure];
        if (ore !== null) own[measure] = change(ore, line, measure);
      }
}

export const isOneOf = (book: Book, ...layouts: readonly string[]): boolean => layouts.includes(book.layout);
