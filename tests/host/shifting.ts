// tests/host/shifting.ts: cells inserted or deleted, the rest moving along: what stands in them, the rows' and columns' sizes, tables,
// names, marks, charts and every formula that refers to them.
import { type Rect, columnsOf, isEntireColumn, isEntireRow, maxColumns, maxRows, parseArea, rowsOf } from "./a1";
import { Fault, invalidArgument } from "./fault";
import { referenceText, rewriteReferences, written } from "./formulaText";
import { type Place, type SheetData, overlapping } from "./sheetModel";
import { sameName } from "./namingRules";
import type { ChangeType, Shift } from "./happenings";
import type { WorkbookData } from "./workbookModel";

export type Direction = "Down" | "Right" | "Up" | "Left";

const shifts = { Down: "ShiftCellDown", Right: "ShiftCellRight", Up: "ShiftCellUp", Left: "ShiftCellLeft" } as const;

/** One stretch of rows or columns that comes in or goes out. */
interface Stretch {
  readonly first: number;
  readonly count: number;
  readonly inserting: boolean;
}

/** Where a stretch of lines lies afterwards; null: it is gone. */
function moved(from: number, to: number, { first, count, inserting }: Stretch): [number, number] | null {
  if (inserting) return [from >= first ? from + count : from, to >= first ? to + count : to];
  const last = first + count - 1;
  const start = from > last ? from - count : Math.min(from, first);
  const end = to > last ? to - count : Math.min(to, first - 1);
  return end < start ? null : [start, end];
}

/** `Range.insert` and `Range.delete`, told of. */
export function shiftCells(place: Place, direction: Direction, workbook: WorkbookData): void {
  moveAlong(place, direction, workbook);
  workbook.tell({
    kind: "changed",
    place,
    changeType: changeType(place.rect, direction === "Down" || direction === "Right"),
    shift: shifts[direction] satisfies Shift,
    details: null,
  });
}

/** Inserts or deletes the cells of `place`. Refuses what Excel refuses: a protected sheet, cutting through a table. */
export function moveAlong(place: Place, direction: Direction, workbook: WorkbookData): void {
  const { sheet, rect } = place;
  sheet.refuseIfProtected();
  const inserting = direction === "Down" || direction === "Right";
  const vertical = direction === "Down" || direction === "Up";
  const stretch: Stretch = vertical
    ? { first: rect.top, count: rowsOf(rect), inserting }
    : { first: rect.left, count: columnsOf(rect), inserting };
  const band = vertical ? { ...rect, bottom: maxRows - 1 } : { ...rect, right: maxColumns - 1 };
  refuseCutTables(place, band, vertical, workbook);
  const move = (each: Rect): Rect | null => movedRect(each, band, vertical, stretch);
  moveCells(sheet, band, vertical, stretch);
  moveLines(sheet, rect, stretch);
  moveThings(sheet, move, workbook);
  moveFormulas(sheet, move, workbook);
}

function changeType(rect: Rect, inserting: boolean): ChangeType {
  if (isEntireRow(rect)) return inserting ? "RowInserted" : "RowDeleted";
  if (isEntireColumn(rect)) return inserting ? "ColumnInserted" : "ColumnDeleted";
  return inserting ? "CellInserted" : "CellDeleted";
}

/** A rectangle follows only where all of it lies within the stretch's width. */
function movedRect(rect: Rect, band: Rect, vertical: boolean, stretch: Stretch): Rect | null {
  const within = vertical
    ? rect.left >= band.left && rect.right <= band.right
    : rect.top >= band.top && rect.bottom <= band.bottom;
  if (!within || (vertical ? isEntireColumn(rect) : isEntireRow(rect))) return rect;
  const lines = vertical ? moved(rect.top, rect.bottom, stretch) : moved(rect.left, rect.right, stretch);
  if (lines === null) return null;
  return vertical ? { ...rect, top: lines[0], bottom: lines[1] } : { ...rect, left: lines[0], right: lines[1] };
}

function refuseCutTables({ sheet }: Place, band: Rect, vertical: boolean, workbook: WorkbookData): void {
  for (const { place } of workbook.tables) {
    if (!overlapping(place, { sheet, rect: band })) continue;
    const whole = vertical
      ? place.rect.left >= band.left && place.rect.right <= band.right
      : place.rect.top >= band.top && place.rect.bottom <= band.bottom;
    if (!whole) throw new Fault("InvalidOperation", "This would shift part of a table's cells.");
  }
}

function moveCells(sheet: SheetData, band: Rect, vertical: boolean, stretch: Stretch): void {
  const used = sheet.cells.used(band, true);
  const most = vertical ? maxRows : maxColumns;
  if (used !== null && stretch.inserting && (vertical ? used.bottom : used.right) + stretch.count >= most)
    throw invalidArgument("cells would be pushed off the sheet");
  sheet.cells.relocate(band, (row, column) => {
    const line = vertical ? row : column;
    const to = moved(line, line, stretch)?.[0];
    if (to === undefined) return null;
    return vertical ? { row: to, column } : { row, column: to };
  });
}

/** Sizes and hidden lines move with whole rows and columns alone. */
function moveLines(sheet: SheetData, rect: Rect, stretch: Stretch): void {
  const to = (line: number): number | undefined => moved(line, line, stretch)?.[0];
  const sizes = isEntireRow(rect) ? sheet.rowHeights : isEntireColumn(rect) ? sheet.columnWidths : null;
  const hidden = isEntireRow(rect) ? sheet.hiddenRows : isEntireColumn(rect) ? sheet.hiddenColumns : null;
  if (sizes === null || hidden === null) return;
  const [oldSizes, oldHidden] = [[...sizes], [...hidden]];
  sizes.clear();
  hidden.clear();
  for (const [line, size] of oldSizes) {
    const at = to(line);
    if (at !== undefined) sizes.set(at, size);
  }
  for (const line of oldHidden) {
    const at = to(line);
    if (at !== undefined) hidden.add(at);
  }
}

function moveThings(sheet: SheetData, move: (rect: Rect) => Rect | null, workbook: WorkbookData): void {
  const follow = (place: Place | null): Place | null => {
    if (place?.sheet !== sheet) return place;
    const rect = move(place.rect);
    return rect === null ? null : { sheet, rect };
  };
  workbook.tables = workbook.tables.filter((table) => {
    const place = follow(table.place);
    if (place !== null) table.place = place;
    return place !== null;
  });
  for (const item of workbook.names) item.place = follow(item.place);
  for (const { charts } of workbook.sheets) {
    for (const series of charts.flatMap((chart) => chart.series)) {
      series.values = follow(series.values);
      series.categories = follow(series.categories);
    }
  }
  for (const mark of sheet.marks) mark.areas = mark.areas.map(follow).filter((area) => area !== null);
  sheet.marks = sheet.marks.filter((mark) => mark.areas.length > 0);
  sheet.merged = sheet.merged.map(move).filter((rect) => rect !== null);
}

function moveFormulas(sheet: SheetData, move: (rect: Rect) => Rect | null, workbook: WorkbookData): void {
  rewriteFormulas(workbook, (formula, home) =>
    rewriteReferences(formula, (reference) => {
      const there = reference.sheet === null ? home === sheet : sameName(reference.sheet, sheet.name);
      if (!there) return null;
      const rect = move(parseArea(reference.local));
      return referenceText(reference.sheet, rect === null ? "#REF!" : written(reference.local, rect));
    }),
  );
}

/** Gives every formula in the workbook to `rewrite`, with the sheet it stands on. */
export function rewriteFormulas(
  workbook: WorkbookData,
  rewrite: (formula: string, home: SheetData | null) => string,
): void {
  for (const sheet of workbook.sheets) {
    sheet.cells.forEachFormula((cell, formula) => {
      cell.formula = rewrite(formula, sheet);
    });
    for (const mark of sheet.marks) mark.formula = rewrite(mark.formula, sheet);
  }
  for (const item of workbook.names) if (item.formula !== null) item.formula = rewrite(item.formula, item.scope);
}
