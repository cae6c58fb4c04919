// src/workbook/excel/cellWriting.ts: what stands in the cells: number formats and constants first, formulas when all tabs and
// tables that they name are there.
import type { Area, Cell, CellContent, SheetModel } from "../../report/sheetModel";
import { cellName } from "../../domain/a1";
import { formatCode } from "../format";
import { HostError } from "../workbook";
import { type Operation, operation, sizeOfCells } from "./operation";

const cellsPerOperation = 20_000;
/** Excel keeps no longer text in a cell. */
const longestText = 32_767;
const general = "General";

/**
 * Text as it must be handed to Excel to stay text: with an apostrophe, which is not part of the value. Without it "1-2" becomes a date
 * and "=A1" a formula, and which texts do so depends on the user's language: so every text gets one.
 */
export function safeText(text: string): string {
  return text === "" ? "" : `'${text}`;
}

/** Number formats and constants. Null leaves a cell as it is: empty, for the tab is new or cleared. */
export function constantOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  const format = (cell: Cell | null): string | null => {
    const code = cell === null ? general : formatCode(cell.style.format);
    return code === general ? null : code;
  };
  return rowBlocks(model).flatMap((block) => [
    ...fill(model, block, format, (area, rows) => (rangeAt(sheet, area).numberFormat = rows)),
    ...fill(
      model,
      block,
      (cell, row, column) => constant(cell, model, row, column),
      (area, rows) => (rangeAt(sheet, area).values = rows),
    ),
  ]);
}

/** Formulas of one round (`formulaOrder`) only; cells without one are left as they are. */
export function formulaOperations(
  sheet: Excel.Worksheet,
  model: SheetModel,
  isNext: (row: number, column: number) => boolean,
): Operation[] {
  const formula = (cell: Cell | null, row: number, column: number): string | null => {
    const content = cell?.content;
    return content?.kind === "formula" && isNext(row, column) ? `=${content.formula}` : null;
  };
  return rowBlocks(model).flatMap((block) =>
    fill(model, block, formula, (area, rows) => (rangeAt(sheet, area).formulas = rows)),
  );
}

export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

function constant(cell: Cell | null, model: SheetModel, row: number, column: number): string | number | null {
  const content: CellContent | null = cell?.content ?? null;
  if (content === null || content.kind === "formula") return null;
  if (content.kind === "number") return numberOf(content.number);
  if (content.text.length > longestText) {
    throw new HostError(
      "not-supported",
      `${model.name}!${cellName(row, column)}: ${content.text.length} characters in a cell`,
    );
  }
  return content.text === "" ? null : safeText(content.text);
}

/** The nearest double: a workbook holds nothing finer. */
function numberOf(decimal: string): number {
  const value = Number(decimal);
  if (decimal.trim() === "" || !Number.isFinite(value)) throw new RangeError(`"${decimal}" is no number for a cell`);
  return value;
}

interface Rows {
  readonly from: number;
  readonly to: number;
}

function rowBlocks(model: SheetModel): Rows[] {
  const width = model.rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const size = Math.max(1, Math.floor(cellsPerOperation / width));
  return Array.from({ length: Math.ceil(model.rows.length / size) }, (_, i) => ({
    from: i * size,
    to: Math.min(model.rows.length, (i + 1) * size) - 1,
  }));
}

/** One operation over the smallest rectangle around the cells of the block that `of` gives something for; none where it gives nothing. */
function fill<T extends string | number>(
  model: SheetModel,
  block: Rows,
  of: (cell: Cell | null, row: number, column: number) => T | null,
  write: (area: Area, rows: (T | null)[][]) => void,
): Operation[] {
  const all = model.rows
    .slice(block.from, block.to + 1)
    .map((row, i) => row.map((cell, column) => of(cell, block.from + i, column)));
  const filled = all.map((row) => row.flatMap((cell, column) => (cell === null ? [] : [column])));
  const columns = filled
    .flatMap((row) => [row[0] ?? Infinity, row.at(-1) ?? -1])
    .filter((column) => column >= 0 && column < Infinity);
  if (columns.length === 0) return [];
  const top = filled.findIndex((row) => row.length > 0);
  const bottom = filled.findLastIndex((row) => row.length > 0);
  const left = columns.reduce((a, b) => Math.min(a, b));
  const right = columns.reduce((a, b) => Math.max(a, b));
  const area = { top: block.from + top, left, bottom: block.from + bottom, right };
  const rows = all
    .slice(top, bottom + 1)
    .map((row) => Array.from({ length: right - left + 1 }, (_, i) => row[left + i] ?? null));
  return [
    operation(() => {
      write(area, rows);
    }, sizeOfCells(rows)),
  ];
}
