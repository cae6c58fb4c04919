// tests/damage/book.ts: workbooks as the damage works on them: cells that know what they are, and three ways to hand them to the product.
import { strToU8, zipSync, type Zippable } from "fflate";
import { columnName } from "../../src/domain/a1";
import type { CellValue, Grid, SourceWorkbook } from "../../src/intake/grid";
import { openTextTable } from "../../src/workbook/file/textTable";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";

export type Measure = "outcome" | "budget";

/** What a cell of a generated sheet is; damage finds cells by it, wherever they have been moved. */
export type Mark =
  | { readonly is: "title" | "unit" | "names" | "periods" | "deviations" | "group" }
  | { readonly is: "heading"; readonly measure: Measure; readonly period: string }
  | { readonly is: "period"; readonly period: string }
  | { readonly is: "name"; readonly line: number }
  | { readonly is: "amount"; readonly line: number; readonly period: string; readonly measure: Measure }
  | { readonly is: "deviation"; readonly line: number; readonly period: string }
  | { readonly is: "sum"; readonly name: boolean; readonly lines: readonly number[]; readonly measure: Measure | null }
  | {
      readonly is: "record";
      readonly kind: "participants" | "contributions";
      readonly column: string;
      readonly row: number;
    };

export interface Cell {
  value: CellValue;
  format?: string;
  formula?: string;
  bold?: boolean;
  mark?: Mark & { readonly table: number };
  /** The damage is here: what is said of it must be about such cells. */
  touched?: boolean;
}

export interface Sheet {
  name: string;
  rows: Cell[][];
  hiddenRows: Set<number>;
  hidden: boolean;
  merges: string[];
}

/** öre; null: the cell holds nothing. */
export type Figures = Record<Measure, number | null>;

export interface LineTruth {
  name: string;
  readonly kind: "income" | "cost";
  /** +1 where outcome − budget is favourable, −1 where budget − outcome is. */
  favour: 1 | -1;
  /** By period, `2024-01/2024-12`. */
  figures: Record<string, Figures>;
}

export interface TableTruth {
  readonly name: string | null;
  lines: LineTruth[];
  /** What one step of the written figures is, in öre, and how many öre the sheet's unit is. */
  readonly step: number;
  factor: number;
  /** What the sheet states that would tell of a wrong figure. */
  readonly sums: boolean;
  readonly deviations: boolean;
  readonly layout: string;
}

export interface Book {
  readonly layout: string;
  /** How it is handed over. */
  carrier: "grid" | "xlsx" | "csv";
  date1904: boolean;
  sheets: Sheet[];
  truth: TableTruth[];
  /** Other right readings of a damaged sheet. */
  alternatives: TableTruth[][];
  /** Sheets that say the same as the damaged ones without fault, where there is no other oracle (persons, contributions). */
  clean: Sheet[] | null;
}

export function cell(value: CellValue, more: Partial<Cell> = {}): Cell {
  return { value, ...more };
}

/** A copy that can be damaged. */
export function copied(book: Book): Book {
  const cells = (sheet: Sheet): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((each) => ({ ...each }))),
    hiddenRows: new Set(sheet.hiddenRows),
    merges: [...sheet.merges],
  });
  return { ...book, sheets: book.sheets.map(cells), truth: copiedTruth(book.truth), alternatives: [], clean: null };
}

export function copiedTruth(truth: readonly TableTruth[]): TableTruth[] {
  return truth.map((table) => ({
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      figures: Object.fromEntries(Object.entries(line.figures).map(([period, own]) => [period, { ...own }])),
    })),
  }));
}

function gridOfSheet(sheet: Sheet): Grid {
  const at = (row: number, column: number): Cell | undefined => sheet.rows[row]?.[column];
  return {
    sheet: sheet.name,
    rows: sheet.rows.length,
    columns: Math.max(0, ...sheet.rows.map(({ length }) => length)),
    values: sheet.rows.map((row) => row.map(({ value }) => value)),
    format: (row, column) => at(row, column)?.format ?? "General",
    hiddenRows: sheet.hiddenRows,
    hidden: sheet.hidden,
    role: null,
    formula: (row, column) => at(row, column)?.formula ?? null,
    look: (row, column) => ({ bold: at(row, column)?.bold ?? false, indent: 0 }),
  };
}

/** The workbook as the product gets it. Throws what the product's opener throws. */
export async function handedOver(book: Book): Promise<SourceWorkbook> {
  if (book.carrier === "xlsx") return openXlsx(xlsxOf(book), "bok.xlsx").read();
  if (book.carrier === "csv" && book.sheets.length === 1)
    return openTextTable(strToU8(csvOf(book.sheets[0]!)), `${book.sheets[0]!.name}.csv`).read();
  return { name: "bok.xlsx", date1904: book.date1904, grids: book.sheets.map(gridOfSheet) };
}

/** Semicolons and decimal commas, as a Swedish Excel saves it; dates as they are shown. */
export function csvOf(sheet: Sheet, separator = ";"): string {
  const quoted = (text: string): string =>
    text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const shown = ({ value, format }: Cell): string => {
    if (value === null) return "";
    if (typeof value === "object") return value.error;
    if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
    if (typeof value === "string") return quoted(value);
    if (format !== undefined && /y/iu.test(format))
      return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10);
    return quoted(String(value).replace(".", ","));
  };
  return sheet.rows.map((row) => row.map(shown).join(separator)).join("\r\n");
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export type Parts = Record<string, string>;

/** The parts of a workbook by path, made by hand and not by the product's writer: texts shared, formats as styles. */
export function partsOf(book: Book): Parts {
  const texts: string[] = [];
  const formats: string[] = ["General"];
  const slot = (list: string[], text: string): number => {
    const at = list.indexOf(text);
    return at >= 0 ? at : list.push(text) - 1;
  };
  const cellXml = (each: Cell, row: number, column: number): string => {
    const { value, format, formula, bold } = each;
    if (value === null && formula === undefined) return "";
    const style = slot(formats, format ?? "General") * 2 + (bold === true ? 1 : 0);
    const start = `<c r="${columnName(column)}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
    const made = formula === undefined ? "" : `<f>${escaped(formula.slice(1))}</f>`;
    if (value === null) return `${start}>${made}</c>`;
    if (typeof value === "string")
      return made === ""
        ? `${start} t="s"><v>${slot(texts, value)}</v></c>`
        : `${start} t="str">${made}<v>${escaped(value)}</v></c>`;
    if (typeof value === "boolean") return `${start} t="b">${made}<v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "object" && value.notCalculated === true) return `${start}><f>1+1</f></c>`;
    if (typeof value === "object") return `${start} t="e">${made}<v>${value.error}</v></c>`;
    return `${start}>${made}<v>${value}</v></c>`;
  };
  const sheets = book.sheets.map(({ rows, hiddenRows, merges }) => {
    const body = rows.map(
      (row, at) =>
        `<row r="${at + 1}"${hiddenRows.has(at) ? ' hidden="1"' : ""}>${row.map((each, column) => cellXml(each, at, column)).join("")}</row>`,
    );
    const merged =
      merges.length === 0
        ? ""
        : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
    return `<worksheet xmlns="${MAIN}"><sheetData>${body.join("")}</sheetData>${merged}</worksheet>`;
  });
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  const count = sheets.length;
  const parts: Parts = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      sheets
        .map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`)
        .join("") +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${book.date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>` +
      book.sheets
        .map(
          ({ name, hidden }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
        )
        .join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relations(
      sheets.map((_, at) => relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("") +
        relation(count + 1, "styles", "styles.xml") +
        relation(count + 2, "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">` +
      formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escaped(code)}"/>`).join("") +
      '</numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill/></fills>' +
      `<borders count="1"><border/></borders><cellXfs count="${formats.length * 2}">` +
      formats
        .map((code, at) =>
          [0, 1]
            .map(
              (font) =>
                `<xf numFmtId="${code === "General" ? 0 : 170 + at}" fontId="${font}" applyNumberFormat="1" applyFont="1"/>`,
            )
            .join(""),
        )
        .join("") +
      "</cellXfs></styleSheet>",
  };
  sheets.forEach((xml, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = xml;
  });
  return parts;
}

/** The same bytes for the same parts. */
export function zipOf(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, text] of Object.entries(parts))
    files[path] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  return zipSync(files, { mtime: "1980-01-01T12:00:00Z" });
}

export const xlsxOf = (book: Book): Uint8Array => zipOf(partsOf(book));
