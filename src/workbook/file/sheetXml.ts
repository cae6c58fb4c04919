// src/workbook/file/sheetXml.ts: a sheet model as the XML of a worksheet.
import { cellName, columnName, rangeName } from "../../intake/grid";
import type { Area, Cell, CellContent, SheetModel } from "../../report/sheetModel";
import { alignmentOf, bandOver } from "../looks";
import { HostError } from "../workbook";
import type { StyleTable } from "./styleTable";
import { xmlHeader, type Vocabulary } from "./vocabulary";
import { escapeCellText, escapeXml } from "./xmlText";

export interface SheetParts {
  readonly vocabulary: Vocabulary;
  readonly styles: StyleTable;
  /** Relation ids within the sheet. */
  readonly drawing: string | null;
  readonly tables: readonly string[];
  /** The tab that is in front when the workbook is opened. */
  readonly selected: boolean;
}

/** Excel keeps no longer text in a cell, and takes a file that has one for damaged. */
const longestText = 32_767;

export function areaName(area: Area): string {
  return rangeName(area.top, area.left, area.bottom, area.right);
}

export function sheetXml(sheet: SheetModel, parts: SheetParts): string {
  const { vocabulary, styles } = parts;
  const widths = sheet.rows.map((_, row) => rowWidth(sheet, row));
  const width = widths.reduce((widest, one) => Math.max(widest, one), 1);
  const names = Array.from({ length: width }, (_, column) => columnName(column));
  const rows = widths.map((cells, row) => rowXml(sheet, row, names.slice(0, cells), styles));
  const used = rangeName(0, 0, Math.max(0, sheet.rows.length - 1), width - 1);
  return [
    `${xmlHeader}<worksheet xmlns="${vocabulary.main}" xmlns:r="${vocabulary.relations}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${used}"/>`,
    viewXml(sheet, parts.selected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    "<sheetData>",
    ...rows,
    "</sheetData>",
    ...sheet.marks.map((mark, i) => {
      const rule = `<cfRule type="expression" dxfId="${styles.mark(mark.look)}" priority="${i + 1}">`;
      const formula = escapeXml(mark.formula);
      return `<conditionalFormatting sqref="${areaName(mark.area)}">${rule}<formula>${formula}</formula></cfRule></conditionalFormatting>`;
    }),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    // Paper 9 is A4; one page wide, as many high as it takes (0) or one.
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${sheet.onePage === true ? 1 : 0}"/>`,
    "<headerFooter><oddHeader>&amp;R&amp;F</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P (&amp;N)</oddFooter></headerFooter>",
    parts.drawing === null ? "" : `<drawing r:id="${parts.drawing}"/>`,
    tablePartsXml(parts.tables),
    "</worksheet>",
  ].join("");
}

function viewXml(sheet: SheetModel, selected: boolean): string {
  const { rows, columns } = sheet.frozen;
  const open = `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `${open}/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return (
    `${open}><pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function columnsXml(sheet: SheetModel): string {
  if (sheet.columns.length === 0) return "";
  const columns = sheet.columns.map(({ width, hidden }, i) => {
    // The file counts five pixels of padding in; a character is seven pixels wide.
    const stored = Math.round((width + 5 / 7) * 256) / 256;
    return `<col min="${i + 1}" max="${i + 1}" width="${stored}"${hidden === true ? ' hidden="1"' : ""} customWidth="1"/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

function tablePartsXml(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  return `<tableParts count="${tables.length}">${tables.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`;
}

/** Cells in a row, with those that its last one spans. */
function rowWidth(sheet: SheetModel, row: number): number {
  const cells = sheet.rows[row] ?? [];
  let width = cells.length;
  cells.forEach((cell, column) => {
    if (cell !== null) width = Math.max(width, column + (cell.span ?? 1));
  });
  return width;
}

function rowXml(sheet: SheetModel, row: number, columns: readonly string[], styles: StyleTable): string {
  const height = sheet.rowHeights.get(row);
  let cells = "";
  columns.forEach((name, column) => (cells += cellXml(sheet, row, column, name, styles)));
  if (cells === "" && height === undefined) return "";
  return `<row r="${row + 1}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
}

function cellXml(sheet: SheetModel, row: number, column: number, name: string, styles: StyleTable): string {
  const cell = sheet.rows[row]?.[column] ?? null;
  const band = cell === null ? bandOver(sheet, row, column) : null;
  const styled = cell ?? band?.cell ?? null;
  if (styled === null) return "";
  const content = cell?.content ?? null;
  const align = alignmentOf(sheet, row, band?.column ?? column);
  const index = styles.cell({ style: styled.style, align, quotePrefix: needsQuote(content) });
  const start = `<c r="${name}${row + 1}" s="${index}"`;
  return content === null ? `${start}/>` : start + contentXml(content, sheet, row, column);
}

/** Text that Excel would take for a formula if somebody edited the cell and left it as it is. */
function needsQuote(content: CellContent | null): boolean {
  return content?.kind === "text" && /^[=+\-@'\t\r\n]/.test(content.text);
}

function contentXml(content: NonNullable<Cell["content"]>, sheet: SheetModel, row: number, column: number): string {
  switch (content.kind) {
    case "text":
      checkLength(content.text, sheet, row, column);
      return ` t="inlineStr"><is><t${keepSpace(content.text)}>${escapeCellText(content.text)}</t></is></c>`;
    case "number":
      return `><v>${double(content.number)}</v></c>`;
    case "formula": {
      const formula = `<f>${escapeXml(content.formula)}</f>`;
      if (content.type === "number") return `>${formula}<v>${double(content.cached)}</v></c>`;
      checkLength(content.cached, sheet, row, column);
      return ` t="str">${formula}<v>${escapeCellText(content.cached)}</v></c>`;
    }
  }
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
