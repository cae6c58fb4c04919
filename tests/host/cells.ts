// tests/host/cells.ts: what stands in the cells of one sheet: values, formulas, number formats and looks, stored sparsely.
import { type Rect, bounding, cellCount, intersection, maxColumns, wholeSheet } from "./a1";
import type { Scalar } from "./coercion";
import { Fault } from "./fault";

/** Formatting as flat paths: `fill/color`, `font/bold`, `horizontalAlignment`, `borders/EdgeTop/style`. */
export type Looks = Readonly<Record<string, unknown>>;

export interface StoredCell {
  value: Scalar | null;
  /** With the leading `=`; null: a constant. */
  formula: string | null;
  /** Entered with a leading apostrophe. */
  prefixed: boolean;
  format: string;
  looks: Looks;
}

const general = "General";
const noLooks: Looks = {};
/** Cells that one operation may touch one by one. */
const mostCells = 5_000_000;

export class Cells {
  private readonly stored = new Map<number, StoredCell>();

  at(row: number, column: number): Readonly<StoredCell> | undefined {
    return this.stored.get(row * maxColumns + column);
  }

  /** The cell to write to, made when missing. */
  edit(row: number, column: number): StoredCell {
    const key = row * maxColumns + column;
    let cell = this.stored.get(key);
    if (cell === undefined) {
      cell = { value: null, formula: null, prefixed: false, format: general, looks: noLooks };
      this.stored.set(key, cell);
    }
    return cell;
  }

  /** Rows of what `read` gives for each cell of the rectangle; undefined where nothing is stored. */
  matrix<T>(rect: Rect, read: (cell: Readonly<StoredCell> | undefined) => T): T[][] {
    this.checkSize(rect);
    const rows: T[][] = [];
    for (let row = rect.top; row <= rect.bottom; row++) {
      const line: T[] = [];
      for (let column = rect.left; column <= rect.right; column++) line.push(read(this.at(row, column)));
      rows.push(line);
    }
    return rows;
  }

  forEachStored(rect: Rect, visit: (cell: StoredCell, row: number, column: number) => void): void {
    for (const [key, cell] of this.stored) {
      const row = Math.floor(key / maxColumns);
      const column = key % maxColumns;
      if (row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right)
        visit(cell, row, column);
    }
  }

  /** Every cell of the rectangle, made when missing; refuses rectangles too large for it. */
  editAll(rect: Rect, change: (cell: StoredCell, row: number, column: number) => void): void {
    this.checkSize(rect);
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++) change(this.edit(row, column), row, column);
    }
  }

  clear(rect: Rect, what: "All" | "Contents" | "Formats"): void {
    for (const [key, cell] of [...this.stored]) {
      const row = Math.floor(key / maxColumns);
      const column = key % maxColumns;
      if (intersection(rect, { top: row, left: column, bottom: row, right: column }) === null) continue;
      if (what !== "Formats") Object.assign(cell, { value: null, formula: null, prefixed: false });
      if (what !== "Contents") Object.assign(cell, { format: general, looks: noLooks });
      if (what === "All") this.stored.delete(key);
    }
  }

  /** The smallest rectangle around what is used; null when nothing is. */
  used(within: Rect = wholeSheet, valuesOnly = false): Rect | null {
    let found: Rect | null = null;
    this.forEachStored(within, (cell, row, column) => {
      const formatted = !valuesOnly && (cell.format !== general || cell.looks !== noLooks);
      if (cell.value === null && cell.formula === null && !formatted) return;
      const here = { top: row, left: column, bottom: row, right: column };
      found = found === null ? here : bounding(found, here);
    });
    return found;
  }

  /** Moves every cell of the rectangle to where `to` says; null: the cell is gone. */
  relocate(
    rect: Rect,
    to: (row: number, column: number) => { readonly row: number; readonly column: number } | null,
  ): void {
    const moved = new Map<number, StoredCell>();
    for (const [key, cell] of [...this.stored]) {
      const row = Math.floor(key / maxColumns);
      const column = key % maxColumns;
      if (row < rect.top || row > rect.bottom || column < rect.left || column > rect.right) continue;
      this.stored.delete(key);
      const at = to(row, column);
      if (at !== null) moved.set(at.row * maxColumns + at.column, cell);
    }
    for (const [key, cell] of moved) this.stored.set(key, cell);
  }

  /** Takes copies of all cells of another sheet. */
  take(other: Cells): void {
    for (const [key, cell] of other.stored) this.stored.set(key, { ...cell });
  }

  forEachFormula(visit: (cell: StoredCell, formula: string) => void): void {
    for (const cell of this.stored.values()) if (cell.formula !== null) visit(cell, cell.formula);
  }

  private checkSize(rect: Rect): void {
    if (cellCount(rect) > mostCells) throw new Fault("RangeExceedsLimit", `${cellCount(rect)} cells at once`);
  }
}
