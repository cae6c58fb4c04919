// src/domain/finalReport/disclosure.ts: groups under 5 persons are masked in what is meant for the board, and so is what would reveal them.
// Works on counts; the same mask is laid over amounts and shares of the same cells.
import type { Decimal } from "../money";

/** Groups smaller than this are masked (method.md §7). */
export const SMALLEST_GROUP = 5;

/** 1–4 persons; 0 is nobody, and shown. */
export function isSmall(count: Decimal | number): boolean {
  const persons = Number(count);
  return persons > 0 && persons < SMALLEST_GROUP;
}

/** A table of counts. The last row (column) is a total of the others where it is said to be one. Null: no figure. */
export interface CountTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly totalRow: boolean;
  readonly totalColumn: boolean;
}

/** true: masked. */
export type Mask = readonly (readonly boolean[])[];

/** A row or column whose parts sum to its last cell. */
type Line = readonly (readonly [row: number, column: number])[];

/**
 * Which cells to mask. Primary: 1–4 persons (0 is nobody, and shown). Secondary: in each line with a total, masked cells must be at least two
 * and stand for at least 5 persons together unless the total is masked too, and no masked cell may follow from several lines taken together.
 * The smallest cell is taken each time, inner cells before totals.
 */
export function maskOf(table: CountTable, smallest: number = SMALLEST_GROUP): Mask {
  const { cells } = table;
  const mask = cells.map((row) => row.map((count) => count !== null && count > 0 && count < smallest));
  const lines = linesOf(table);
  for (let line = lines.find(reveals); line !== undefined; line = lines.find(reveals)) maskOneMore(line, table, mask);
  for (let open = determined(table, mask); open !== null; open = determined(table, mask)) {
    const before = maskedCells(mask);
    maskCycle(open, table, mask);
    // Nothing left to mask around it: cells that are empty in the source leave no figures to work it out from.
    if (maskedCells(mask) === before) break;
    for (let line = lines.find(reveals); line !== undefined; line = lines.find(reveals)) maskOneMore(line, table, mask);
  }
  return mask;

  function reveals(line: Line): boolean {
    const masked = line.filter(([row, column]) => mask[row]![column]!);
    if (masked.length === 0 || masked.length === known(line).length) return false;
    if (masked.length === 1) return true;
    const total = line.at(-1)!;
    const persons = masked.reduce((all, [row, column]) => all + (cells[row]![column] ?? 0), 0);
    return !masked.includes(total) && persons < smallest;
  }

  function known(line: Line): Line {
    return line.filter(([row, column]) => cells[row]![column] !== null);
  }
}

/** Which parts of a whole to mask, and whether the whole too. */
export function hiddenParts(
  parts: readonly number[],
  whole: number,
): { readonly parts: readonly boolean[]; readonly total: boolean } {
  const mask = maskOf({ cells: [...parts.map((part) => [part]), [whole]], totalRow: true, totalColumn: false });
  const hidden = mask.map(([cell]) => cell ?? true);
  return { parts: hidden.slice(0, -1), total: hidden.at(-1) ?? true };
}

function linesOf({ cells, totalRow, totalColumn }: CountTable): Line[] {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const rows = totalColumn ? cells.map((row, at) => row.map((_, column) => [at, column] as const)) : [];
  const columns = totalRow
    ? Array.from({ length: width }, (_, column) =>
        cells.map((_row, at) => [at, column] as const).filter(([at]) => column < cells[at]!.length),
      )
    : [];
  return [...rows, ...columns].filter((line) => line.length > 1);
}

function maskedCells(mask: Mask): number {
  return mask.reduce((all, row) => all + row.filter(Boolean).length, 0);
}

/** Inner cells before totals, then the smaller count, then table order. A 0 hides no persons, so it comes last. */
function maskOneMore(line: Line, table: CountTable, mask: boolean[][]): void {
  const open = line.filter(([row, column]) => !mask[row]![column]! && table.cells[row]![column] !== null);
  const [row, column] = open.reduce((best, each) => (cost(each, table) < cost(best, table) ? each : best));
  mask[row]![column] = true;
}

function isTotal([row, column]: readonly [number, number], { cells, totalRow, totalColumn }: CountTable): boolean {
  return (totalRow && row === cells.length - 1) || (totalColumn && column === cells[row]!.length - 1);
}

function cost(at: readonly [number, number], table: CountTable): number {
  const count = table.cells[at[0]]![at[1]] ?? 0;
  return count === 0 ? Infinity : (isTotal(at, table) ? 1e12 : 0) + count;
}

/**
 * A masked cell that the lines together determine, null when none. With totals both ways the cells are the edges between their row and their column,
 * and an edge is determined exactly when it lies on no cycle of masked edges. With totals one way the lines do not meet.
 */
function determined({ cells, totalRow, totalColumn }: CountTable, mask: Mask): readonly [number, number] | null {
  if (!totalRow || !totalColumn) return null;
  for (let row = 0; row < cells.length; row += 1) {
    for (let column = 0; column < cells[row]!.length; column += 1) {
      if (mask[row]![column]! && !rowsReached(row, column, mask).has(row)) return [row, column];
    }
  }
  return null;
}

/** Rows that can be reached from a column over masked cells, other than by the cell itself. */
function rowsReached(row: number, column: number, mask: Mask): Set<number> {
  const rows = new Set<number>();
  const columns = new Set([column]);
  for (let grown = true; grown;) {
    grown = false;
    mask.forEach((line, r) => {
      line.forEach((masked, c) => {
        if (!masked || (r === row && c === column) || rows.has(r) === columns.has(c)) return;
        rows.add(r);
        columns.add(c);
        grown = true;
      });
    });
  }
  return rows;
}

/** Masks the cheapest cell that closes a cycle through the determined one: from a row on its column's side to a column on its row's side. */
function maskCycle([row, column]: readonly [number, number], table: CountTable, mask: boolean[][]): void {
  const near = rowsReached(row, column, mask);
  const closing = mask.flatMap((line, r) =>
    line.flatMap((masked, c) => {
      const closes =
        near.has(r) &&
        !masked &&
        table.cells[r]![c] !== null &&
        rowsReached(row, column, withCell(mask, r, c)).has(row);
      return closes ? [[r, c] as const] : [];
    }),
  );
  // No cell closes one: the whole column goes, which leaves nothing to work the cell out from.
  if (closing.length === 0) mask.forEach((line, r) => (line[column] = table.cells[r]![column] !== null));
  else {
    const [r, c] = closing.reduce((best, each) => (cost(each, table) < cost(best, table) ? each : best));
    mask[r]![c] = true;
  }
}

function withCell(mask: Mask, row: number, column: number): Mask {
  return mask.map((line, r) => (r === row ? line.map((masked, c) => masked || c === column) : line));
}
