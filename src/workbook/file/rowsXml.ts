// src/workbook/file/rowsXml.ts: the rows of a sheet model as XML, some at a time. Sheets have up to millions of cells, so what is done
// for each of them is done once and makes no objects.
import { cellName, columnName } from "../../domain/a1";
import type { Cell, CellContent, SheetModel } from "../../report/sheetModel";
import { alignmentOf, bandOver } from "../looks";
import { HostError } from "../workbook";
import type { StyleTable } from "./styleTable";
import { escapeCellText, escapeElement } from "./xmlText";

/** Excel keeps no longer text in a cell, and takes a file that has one for damaged. */
const longestText = 32_767;

/** Characters in a piece, or a row more: made in a few milliseconds. */
const pieceLength = 64 * 1024;

type Rows = SheetModel["rows"];

/** Columns of the widest row, with those that its cells span. */
export function widestRow(rows: Rows): number {
  let widest = 0;
  for (const cells of rows) {
    widest = Math.max(widest, cells.length);
    for (let column = 0; column < cells.length; column++) {
      const span = cells[column]?.span;
      if (span !== undefined) widest = Math.max(widest, column + span);
    }
  }
  return widest;
}

/** `width`: of the widest row. */
export function* rowsXml(sheet: SheetModel, width: number, styles: StyleTable): Generator<string> {
  const names = Array.from({ length: width }, (_, column) => columnName(column));
  let piece = "";
  for (let row = 0; row < sheet.rows.length; row++) {
    piece += rowXml(sheet, row, names, styles);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function rowXml(sheet: SheetModel, row: number, names: readonly string[], styles: StyleTable): string {
  const height = sheet.rowHeights.get(row);
  const line = sheet.rows[row] ?? [];
  let cells = "";
  // The first column that no cell so far spans.
  let reach = 0;
  for (let column = 0; column < line.length || column < reach; column++) {
    const cell = line[column] ?? null;
    if (cell !== null) {
      reach = Math.max(reach, column + (cell.span ?? 1));
      cells += cellXml(cell, sheet, row, column, `${names[column]}${row + 1}`, styles);
    } else if (column < reach) {
      cells += bandXml(sheet, row, column, `${names[column]}${row + 1}`, styles);
    }
  }
  if (cells === "" && height === undefined) return "";
  return `<row r="${row + 1}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
}

function cellXml(
  { content, style }: Cell,
  sheet: SheetModel,
  row: number,
  column: number,
  name: string,
  styles: StyleTable,
): string {
  const start = `<c r="${name}" s="${styles.cell(style, alignmentOf(sheet, row, column), needsQuote(content))}"`;
  if (content === null) return `${start}/>`;
  switch (content.kind) {
    case "text":
      checkLength(content.text, sheet, row, column);
      return `${start} t="inlineStr"><is><t${keepSpace(content.text)}>${escapeCellText(content.text)}</t></is></c>`;
    case "number":
      return `${start}><v>${double(content.number)}</v></c>`;
    case "formula": {
      const formula = `<f>${escapeElement(content.formula)}</f>`;
      if (content.type === "number") return `${start}>${formula}<v>${double(content.cached)}</v></c>`;
      checkLength(content.cached, sheet, row, column);
      return `${start} t="str">${formula}<v>${escapeCellText(content.cached)}</v></c>`;
    }
  }
}

/** An empty place under a band of colour. */
function bandXml(sheet: SheetModel, row: number, column: number, name: string, styles: StyleTable): string {
  const band = bandOver(sheet, row, column);
  if (band === null) return "";
  return `<c r="${name}" s="${styles.cell(band.cell.style, alignmentOf(sheet, row, band.column), false)}"/>`;
}

/** Text that Excel would take for a formula if somebody edited the cell and left it as it is. */
function needsQuote(content: CellContent | null): boolean {
  return content?.kind === "text" && /^[=+\-@'\t\r\n]/.test(content.text);
}

function checkLength(text: string, sheet: SheetModel, row: number, column: number): void {
  if (text.length <= longestText) return;
  throw new HostError("not-supported", `${sheet.name}!${cellName(row, column)}: ${text.length} characters in a cell`);
}

function keepSpace(text: string): string {
  return /^\s|\s$|\n|\t| {2}/.test(text) ? ' xml:space="preserve"' : "";
}

/** The nearest double, in the fewest digits that tell it apart (at most 17). */
export function double(decimal: string): string {
  const value = Number(decimal);
  if (decimal.trim() === "" || !Number.isFinite(value)) throw new RangeError(`"${decimal}" is no number for a cell`);
  return String(value);
}
