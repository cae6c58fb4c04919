// src/intake/roundTrip/writtenTab.ts: a tab of ours as people left it, against the row fingerprints that the run put beside it: which cells they changed.
import {
  type CellFingerprint,
  formulaSummer,
  isOtherFormula,
  isFingerprint,
  isFingerprinted,
  readFingerprint,
  type RowFingerprint,
  sumOf,
} from "../../domain/roundTrip/rowFingerprint";
import { isRowKey } from "../../domain/roundTrip/commentKey";
import { type CellValue, type Grid, isCellError } from "../grid";
import { type ChangedRow, changedRowsIn, tableFingerprintIn } from "./changedRows";

/** A cell that differs from what the run put there. */
export interface EditedCell {
  readonly row: number;
  readonly column: number;
  /** Null: emptied. */
  readonly value: CellValue;
  /** With its `=`, where a person put a formula of their own and the grid knows formulas. */
  readonly formula: string | null;
  /** What the run had put there. */
  readonly was: CellFingerprint["kind"];
  /** See `CellFingerprint.key`. */
  readonly key: string;
  /** The whole row is a person's: the run put nothing in it. */
  readonly added: boolean;
}

export interface WrittenTab {
  readonly edited: readonly EditedCell[];
  /** Every cell with a key, where it stands now. */
  readonly keyed: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  /** The column of the fingerprints. */
  readonly fingerprints: number;
  /** Formulas that a program that does not know them has put an error in the place of. */
  readonly spoilt: number;
  /** Of a table of source rows, whose cells are not told one by one. */
  readonly changedRows: readonly ChangedRow[];
}

const EMPTY: CellFingerprint = { kind: "empty", sum: "", key: "" };
/** Rows that somebody may have put above the first of ours. */
const FIRST_ROWS = 50;

/** Null where the tab bears no fingerprints: another version wrote it, or somebody removed the column. */
export function readWrittenTab(grid: Grid): WrittenTab | null {
  const found = findFingerprints(grid);
  if (found === null) return null;
  const beside = fingerprintedRows(grid, found.now);
  const place = columnsNow(grid, beside, found);
  const rows = withSortedRows(grid, beside, place);
  const formulas = formulasIn(grid, rows, place, isMoved(rows, found));
  const table = tableFingerprintIn(grid);
  const keyed = new Map<string, { row: number; column: number }>();
  const edited: EditedCell[] = [];
  let spoilt = 0;
  for (let row = 0; row < grid.values.length; row++) {
    const fingerprint = rows.get(row) ?? null;
    if (fingerprint === null && table !== null) continue;
    // A copied row bears the fingerprint of the first: what is in it is somebody's own.
    const copied = fingerprint?.cells.some(({ key }) => key !== "" && keyed.has(key)) === true;
    const byColumn = fingerprint === null || copied ? new Map<number, CellFingerprint>() : placed(fingerprint, place);
    for (const [column, { key }] of byColumn) if (key !== "") keyed.set(key, { row, column });
    const width = Math.max(grid.values[row]?.length ?? 0, ...byColumn.keys(), -1) + 1;
    for (let column = 0; column < width; column++) {
      if (column === found.now || isFingerprint(grid.values[row]?.[column])) continue;
      const printed = byColumn.get(column) ?? EMPTY;
      if (printed.kind === "formula" && isSpoilt(grid, row, column)) {
        spoilt += 1;
        continue;
      }
      const cell = editOf(grid, row, column, printed, formulas);
      if (cell !== null) edited.push({ ...cell, added: fingerprint === null || copied });
    }
  }
  const changedRows = table === null ? [] : changedRowsIn(grid, table, (row) => rows.has(row), place);
  return { edited, keyed, fingerprints: found.now, spoilt, changedRows };
}

/**
 * Where a list was sorted without the fingerprints beside it: each of its rows with the fingerprint of the row that it was, told by the number inside the list.
 * A row whose number was never printed keeps what stands beside it.
 */
function withSortedRows(
  grid: Grid,
  beside: ReadonlyMap<number, RowFingerprint>,
  place: (column: number) => number | null,
): ReadonlyMap<number, RowFingerprint> {
  const bySum = new Map<string, RowFingerprint>();
  const numbers = new Map<number, number>();
  for (const [row, fingerprint] of beside) {
    const column = fingerprint.cells.findIndex(({ key }) => isRowKey(key));
    const number = column < 0 ? null : place(column);
    if (number === null) continue;
    numbers.set(row, number);
    bySum.set(fingerprint.cells[column]?.sum ?? "", fingerprint);
  }
  const rows = new Map(beside);
  for (const [row, column] of numbers) {
    const value = grid.values[row]?.[column] ?? null;
    const moved = value === null || isCellError(value) ? undefined : bySum.get(sumOf(value));
    if (moved !== undefined) rows.set(row, moved);
  }
  return rows;
}

interface FingerprintColumn {
  /** Where the fingerprints stand, and where the run put them. */
  readonly now: number;
  readonly then: number;
}

function findFingerprints(grid: Grid): FingerprintColumn | null {
  for (let row = 0; row < Math.min(FIRST_ROWS, grid.values.length); row++) {
    const cells = grid.values[row] ?? [];
    for (let column = cells.length - 1; column >= 0; column--) {
      const then = readFingerprint(cells[column])?.column ?? null;
      if (then !== null) return { now: column, then };
    }
  }
  return null;
}

function fingerprintedRows(grid: Grid, column: number): ReadonlyMap<number, RowFingerprint> {
  const rows = new Map<number, RowFingerprint>();
  grid.values.forEach((cells, row) => {
    const fingerprint = readFingerprint(cells[column]);
    if (fingerprint !== null) rows.set(row, fingerprint);
  });
  return rows;
}

/**
 * Where each printed column stands now; null: deleted. Where the fingerprints have moved, columns were inserted or deleted in one place:
 * the place that makes the fewest cells differ.
 */
function columnsNow(
  grid: Grid,
  rows: ReadonlyMap<number, RowFingerprint>,
  { now, then }: FingerprintColumn,
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
    for (const [row, fingerprint] of rows)
      for (const [column, cell] of placed(fingerprint, movedFrom(from)))
        if (cell.kind === "constant" && editOf(grid, row, column, cell) !== null) differing++;
    if (differing < best.differing) best = { from, differing };
  }
  return movedFrom(best.from);
}

function placed({ cells }: RowFingerprint, place: (column: number) => number | null): Map<number, CellFingerprint> {
  const byColumn = new Map<number, CellFingerprint>();
  cells.forEach((cell, column) => {
    const now = place(column);
    if (now !== null) byColumn.set(now, cell);
  });
  return byColumn;
}

/** Whether rows or columns stand elsewhere than where the run put them; also where it is not known. */
function isMoved(rows: ReadonlyMap<number, RowFingerprint>, { now, then }: FingerprintColumn): boolean {
  return now !== then || [...rows].some(([at, { row }]) => row !== at);
}

/** Whether the formula in a cell is another than the one printed. */
type IsOther = (row: number, column: number, fingerprint: CellFingerprint) => boolean;

/** Fewer formulas than this may all be somebody's. */
const FEW_FORMULAS = 10;

/** Where most formulas differ, nobody has written them: this spreadsheet words formulas in a way of its own, and none is told apart. */
function formulasIn(
  grid: Grid,
  rows: ReadonlyMap<number, RowFingerprint>,
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
  for (const [row, fingerprint] of rows)
    for (const [column, cell] of placed(fingerprint, place)) {
      if (cell.kind !== "formula" || cell.sum === "") continue;
      all += 1;
      if (isOther(row, column, cell)) others += 1;
    }
  return all >= FEW_FORMULAS && others * 2 > all ? () => false : isOther;
}

/** Gnumeric saves a formula that names a table as `_xlfngnumeric.ERROR("…")`; others leave an error without any formula. Nobody writes either by hand. */
function isSpoilt(grid: Grid, row: number, column: number): boolean {
  const formula = grid.formula?.(row, column) ?? null;
  if (formula === null) return grid.formula !== undefined && isCellError(grid.values[row]?.[column]);
  return /^=(?:_xlfn\.?)?gnumeric\.ERROR\(/iu.test(formula);
}

/** Null where the cell is as the run left it. */
function editOf(
  grid: Grid,
  row: number,
  column: number,
  fingerprint: CellFingerprint,
  isOther: IsOther = () => false,
): Omit<EditedCell, "added"> | null {
  const value = emptied(grid.values[row]?.[column] ?? null);
  const formula = grid.formula?.(row, column) ?? null;
  const edited = { row, column, value, formula, was: fingerprint.kind, key: fingerprint.key };
  switch (fingerprint.kind) {
    case "empty":
      return value === null && formula === null ? null : edited;
    case "formula":
      if (grid.formula === undefined) return null;
      if (formula === null) return value === null ? null : edited;
      return isOther(row, column, fingerprint) ? edited : null;
    case "constant":
      // A formula that gives the same is a person's all the same, where what they write is not read back.
      if (formula !== null && fingerprint.key === "") return edited;
      return value !== null && !isCellError(value) && isFingerprinted(value, fingerprint.sum) ? null : edited;
  }
}

function emptied(value: CellValue): CellValue {
  return typeof value === "string" && value.trim() === "" ? null : value;
}
