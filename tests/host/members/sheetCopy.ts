// tests/host/members/sheetCopy.ts: a copy of a sheet: cells, sizes, layout, tables and marks. Charts and names on the sheet are refused.
import { Ref, oneOf } from "../classes";
import { Fault, invalidArgument } from "../fault";
import { type SheetData, newId } from "../sheetModel";
import type { WorkbookData } from "../workbookModel";
import { worksheetClass } from "./worksheet";

/** `Ekonomi (2)`, or the next number that is free. */
function copyName(name: string, workbook: WorkbookData): string {
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const tried = name.slice(0, 31 - ending.length) + ending;
    if (workbook.sheetNamed(tried) === undefined) return tried;
  }
}

function positionFor(position: unknown, other: unknown, { sheets }: WorkbookData): number {
  const where = oneOf(["None", "Before", "After", "Beginning", "End"] as const, position ?? "None");
  if (where === "Beginning") return 0;
  if (where === "None" || where === "End") return sheets.length;
  const sheet = other instanceof Ref ? other.as(worksheetClass) : null;
  if (sheet === null) throw invalidArgument("the sheet to place the copy by");
  return sheets.indexOf(sheet) + (where === "After" ? 1 : 0);
}

export function copySheet(from: SheetData, position: unknown, other: unknown, workbook: WorkbookData): SheetData {
  if (from.charts.length > 0 || workbook.names.some(({ scope }) => scope === from))
    throw new Fault("NotImplemented", "copying a sheet with charts or names of its own");
  const at = positionFor(position, other, workbook);
  const sheet = workbook.addSheet(copyName(from.name, workbook));
  workbook.moveSheet(sheet, Math.min(at, workbook.sheets.length - 1));
  sheet.cells.take(from.cells);
  copyInto(from.columnWidths, sheet.columnWidths);
  copyInto(from.rowHeights, sheet.rowHeights);
  for (const row of from.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of from.hiddenColumns) sheet.hiddenColumns.add(column);
  Object.assign(sheet.settings, from.settings);
  Object.assign(sheet.layout.settings, from.layout.settings);
  Object.assign(sheet.layout.headersFooters, from.layout.headersFooters);
  sheet.layout.titleRows = from.layout.titleRows;
  sheet.layout.printArea = from.layout.printArea;
  sheet.frozen = from.frozen;
  sheet.merged = [...from.merged];
  sheet.isProtected = from.isProtected;
  sheet.marks = from.marks.map((mark) => ({
    ...mark,
    id: newId(),
    looks: { ...mark.looks },
    areas: mark.areas.map(({ rect }) => ({ sheet, rect })),
  }));
  for (const table of workbook.tables.filter(({ place }) => place.sheet === from)) workbook.copyTable(table, sheet);
  return sheet;
}

function copyInto(from: ReadonlyMap<number, number>, to: Map<number, number>): void {
  for (const [line, size] of from) to.set(line, size);
}
