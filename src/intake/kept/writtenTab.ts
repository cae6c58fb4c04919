// src/intake/kept/writtenTab.ts: a tab of ours as people left it, against the row prints that the run put beside it: which cells they changed.
import {
  type CellPrint,
  formulaSummer,
  isOtherFormula,
  isPrint,
  isPrinted,
  readPrint,
  type RowPrint,
  sumOf,
} from "../../domain/kept/rowPrint";
import { isRowKey } from "../../domain/kept/commentKey";
import { type CellValue, type Grid, isCellError } from "../grid";
import { type ChangedRow, changedRowsIn, tablePrintIn } from "./changedRows";

/** A cell that differs from what the run put there. */
export interface EditedCell {
  readonly row: number;
  readonly column: number;
  /** Null: emptied. */
  readonly value: CellValue;
  /** With its `=`, where a person put a formula of their own and the grid knows formulas. */
  readonly formula: string | null;
  /** What the run had put there. */
  readonly was: CellPrint["kind"];
  /** See `CellPrint.key`. */
  readonly key: string;
  /** The whole row is a person's: the run put nothing in it. */
  readonly added: boolean;
}

export interface WrittenTab {
  readonly edited: readonly EditedCell[];
  /** Every cell with a key, where it stands now. */
  readonly keyed: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  /** The column of the prints. */
  readonly prints: number;
  /** Of a table of source rows, whose cells are not told one by one. */
  readonly changedRows: readonly ChangedRow[];
}

const EMPTY: CellPrint = { kind: "empty", sum: "", key: "" };
/** Rows that somebody may have put above the first of ours. */
const FIRST_ROWS = 50;

/** Null where the tab bears no prints: another version wrote it, or somebody removed the column. */
export function readWrittenTab(grid: Grid): WrittenTab | null {
  const found = findPrints(grid);
  if (found === null) return null;
  const beside = printedRows(grid, found.now);
  const place = columnsNow(grid, beside, found);
  const rows = withSortedRows(grid, beside, place);
  const formulas = formulasIn(grid, rows, place, isMoved(rows, found));
  const table = tablePrintIn(grid);
  const keyed = new Map<string, { row: number; column: number }>();
  const edited: EditedCell[] = [];
  for (let row = 0; row < grid.values.length; row++) {
    const print = rows.get(row) ?? null;
    if (print === null && table !== null) continue;
    // A copied row bears the print of the first: what is in it is somebody's own.
    const copied = print?.cells.some(({ key }) => key !== "" && keyed.has(key)) === true;
    const byColumn = print === null || copied ? new Map<number, CellPrint>() : placed(print, place);
    for (const [column, { key }] of byColumn) if (key !== "") keyed.set(key, { row, column });
    const width = Math.max(grid.values[row]?.length ?? 0, ...byColumn.keys(), -1) + 1;
    for (let column = 0; column < width; column++) {
      if (column === found.now || isPrint(grid.values[row]?.[column])) continue;
      const cell = editOf(grid, row, column, byColumn.get(column) ?? EMPTY, formulas);
      if (cell !== null) edited.push({ ...cell, added: print === null || copied });
    }
  }
  const changedRows = table === null ? [] : changedRowsIn(grid, table, (row) => rows.has(row), place);
  return { edited, keyed, prints: found.now, changedRows };
}

/**
 * Where a list was sorted without the prints beside it: each of its rows with the print of the row that it was, told by the number inside the list.
 * A row whose number was never printed keeps what stands beside it.
 */
function withSortedRows(
  grid: Grid,
  beside: ReadonlyMap<number, RowPrint>,
  place: (column: number) => number | null,
): ReadonlyMap<number, RowPrint> {
  const bySum = new Map<string, RowPrint>();
  const numbers = new Map<number, number>();
  for (const [row, print] of beside) {
    const column = print.cells.findIndex(({ key }) => isRowKey(key));
    const number = column < 0 ? null : place(column);
    if (number === null) continue;
    numbers.set(row, number);
    bySum.set(print.cells[column]?.sum ?? "", print);
  }
  const rows = new Map(beside);
  for (const [row, column] of numbers) {
    const value = grid.values[row]?.[column] ?? null;
    const moved = value === null || isCellError(value) ? undefined : bySum.get(sumOf(value));
    if (moved !== undefined) rows.set(row, moved);
  }
  return rows;
}

interface PrintColumn {
  /** Where the prints stand, and where the run put them. */
  readonly now: number;
  readonly then: number;
}

function findPrints(grid: Grid): PrintColumn | null {
  for (let row = 0; row < Math.min(FIRST_ROWS, grid.values.length); row++) {
    const cells = grid.values[row] ?? [];
    for (let column = cells.length - 1; column >= 0; column--) {
      const then = readPrint(cells[column])?.column ?? null;
      if (then !== null) return { now: column, then };
    }
  }
  return null;
}

function printedRows(grid: Grid, column: number): ReadonlyMap<number, RowPrint> {
  const rows = new Map<number, RowPrint>();
  grid.values.forEach((cells, row) => {
    const print = readPrint(cells[column]);
    if (print !== null) rows.set(row, print);
  });
  return rows;
}

/**
 * Where each printed column stands now; null: deleted. Where the prints have moved, columns were inserted or deleted in one place:
 * the place that makes the fewest cells differ.
 */
function columnsNow(
  grid: Grid,
  rows: ReadonlyMap<number, RowPrint>,
  { now, then }: PrintColumn,
): (column: number) => number | null {
  const more = now - then;
  if (more === 0) return (column) => column;
  const movedFrom =
    (from: number) =>
    (column: number): number | null =>
      column < from ? column : more < 0 && column < from - more ? null : column + more;
  let best = { from: 0, differing: Infinity };
  for (let from = 0; from <= Math.min(now, then); from++) {
    let differing = 0;
    for (const [row, print] of rows)
      for (const [column, cell] of placed(print, movedFrom(from)))
        if (cell.kind === "constant" && editOf(grid, row, column, cell) !== null) differing++;
    if (differing < best.differing) best = { from, differing };
  }
  return movedFrom(best.from);
}

function placed({ cells }: RowPrint, place: (column: number) => number | null): Map<number, CellPrint> {
  const byColumn = new Map<number, CellPrint>();
  cells.forEach((cell, column) => {
    const now = place(column);
    if (now !== null) byColumn.set(now, cell);
  });
  return byColumn;
}

/** Whether rows or columns stand elsewhere than where the run put them; also where it is not known. */
function isMoved(rows: ReadonlyMap<number, RowPrint>, { now, then }: PrintColumn): boolean {
  return now !== then || [...rows].some(([at, { row }]) => row !== at);
}

/** Whether the formula in a cell is another than the one printed. */
type IsOther = (row: number, column: number, print: CellPrint) => boolean;

/** Fewer formulas than this may all be somebody's. */
const FEW_FORMULAS = 10;

/** Where most formulas differ, nobody has written them: this spreadsheet words formulas in a way of its own, and none is told apart. */
function formulasIn(
  grid: Grid,
  rows: ReadonlyMap<number, RowPrint>,
  place: (column: number) => number | null,
  moved: boolean,
): IsOther {
  const formulaSum = formulaSummer();
  const isOther: IsOther = (row, column, { sum }) => {
    const formula = grid.formula?.(row, column) ?? null;
    // A formula without its text is one that shares another's.
    return formula !== null && formula !== "=" && isOtherFormula(sum, formulaSum(formula, row, column), moved);
  };
  let all = 0;
  let others = 0;
  for (const [row, print] of rows)
    for (const [column, cell] of placed(print, place)) {
      if (cell.kind !== "formula" || cell.sum === "") continue;
      all += 1;
      if (isOther(row, column, cell)) others += 1;
    }
  return all >= FEW_FORMULAS && others * 2 > all ? () => false : isOther;
}

/** Null where the cell is as the run left it. */
function editOf(
  grid: Grid,
  row: number,
  column: number,
  print: CellPrint,
  isOther: IsOther = () => false,
): Omit<EditedCell, "added"> | null {
  const value = emptied(grid.values[row]?.[column] ?? null);
  const formula = grid.formula?.(row, column) ?? null;
  const edited = { row, column, value, formula, was: print.kind, key: print.key };
  switch (print.kind) {
    case "empty":
      return value === null && formula === null ? null : edited;
    case "formula":
      if (grid.formula === undefined) return null;
      if (formula === null) return value === null ? null : edited;
      return isOther(row, column, print) ? edited : null;
    case "constant":
      // A formula that gives the same is a person's all the same, where what they write is not read back.
      if (formula !== null && print.key === "") return edited;
      return value !== null && !isCellError(value) && isPrinted(value, print.sum) ? null : edited;
  }
}

function emptied(value: CellValue): CellValue {
  return typeof value === "string" && value.trim() === "" ? null : value;
}
