// tests/host/browser/gridLayout.ts: where the rows and columns of a sheet stand, in pixels. Widths and heights are kept in points, as
// Excel keeps them; a row whose text wraps grows as Excel lets it grow, unless somebody gave it a height.
import { type Rect, columnsOf, rowsOf, wholeSheet } from "../a1";
import type { SheetData } from "../sheetModel";

/** Sizes along one side: `at[i]` is where row or column i begins, and the last entry is the end. */
export interface Axis {
  readonly at: readonly number[];
  readonly count: number;
}

export interface GridLayout {
  readonly columns: Axis;
  readonly rows: Axis;
  /** Rows and columns that stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export const headingHeight = 22;
export const headingWidth = 44;
export const fontSize = 13;
const pixelsPerPoint = 4 / 3;
const standardWidth = 48;
const standardHeight = 15;
const fewestRows = 60;
const fewestColumns = 26;
const beyond = { rows: 20, columns: 3 };
const lineHeight = 1.28;

export function sizeOf(axis: Axis, index: number): number {
  return (axis.at[index + 1] ?? 0) - (axis.at[index] ?? 0);
}

/** `width` gives the width in pixels of a text in a size in points. */
export function layoutOf(sheet: SheetData, width: (text: string, points: number, bold: boolean) => number): GridLayout {
  const used = sheet.cells.used() ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const columns = axisOf(Math.max(fewestColumns, used.right + 1 + beyond.columns), (column) =>
    sheet.hiddenColumns.has(column)
      ? 0
      : Math.round((sheet.columnWidths.get(column) ?? standardWidth) * pixelsPerPoint),
  );
  const grown = wrappedHeights(sheet, used, columns, width);
  const rows = axisOf(Math.max(fewestRows, used.bottom + 1 + beyond.rows), (row) =>
    sheet.hiddenRows.has(row)
      ? 0
      : Math.round((sheet.rowHeights.get(row) ?? grown.get(row) ?? standardHeight) * pixelsPerPoint),
  );
  const { frozen } = sheet;
  return {
    columns,
    rows,
    frozenRows: frozen === null || rowsOf(frozen) > rows.count ? 0 : frozen.bottom + 1,
    frozenColumns: frozen === null || columnsOf(frozen) > columns.count ? 0 : frozen.right + 1,
  };
}

function axisOf(count: number, size: (index: number) => number): Axis {
  const at = [0];
  for (let index = 0; index < count; index++) at.push((at[index] ?? 0) + size(index));
  return { at, count };
}

/** Points, for rows that need more than one line. */
function wrappedHeights(
  sheet: SheetData,
  used: Rect,
  columns: Axis,
  width: (text: string, points: number, bold: boolean) => number,
): Map<number, number> {
  const heights = new Map<number, number>();
  sheet.cells.forEachStored(used.bottom === 0 ? wholeSheet : used, ({ value, looks }, row, column) => {
    const points = Number(looks["font/size"] ?? 11);
    const visible = sizeOf(columns, column) > 0;
    const wraps = visible && looks.wrapText === true && typeof value === "string";
    const room = Math.max(8, sizeOf(columns, column) - 8);
    const lines = wraps ? Math.ceil(width(value, points, looks["font/bold"] === true) / room) : 1;
    const needed = Math.max(standardHeight, lines * points * lineHeight + 3);
    if (needed > (heights.get(row) ?? standardHeight)) heights.set(row, needed);
  });
  return heights;
}

/** The rows or columns that lie between two offsets, and one more on either side. */
export function between(axis: Axis, from: number, to: number): { readonly first: number; readonly last: number } {
  const first = Math.max(0, indexAt(axis, from) - 1);
  return { first, last: Math.min(axis.count - 1, indexAt(axis, to) + 1) };
}

/** The row or column at an offset. */
export function indexAt(axis: Axis, offset: number): number {
  let low = 0;
  let high = axis.count - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((axis.at[middle + 1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
