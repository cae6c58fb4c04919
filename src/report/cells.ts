// src/report/cells.ts: the building blocks of a tab: cells, addresses and formula text.
import { cellName, columnName } from "../domain/a1";
import { Decimal } from "../domain/money";
import { monthOfYear, yearOf, type MonthIndex } from "../domain/period";
import { styleOf } from "./cellStyles";
import type { Cell, CellStyle, Look, NumberFormat } from "./sheetModel";

const GENERAL: NumberFormat = { kind: "general" };

/** How a cell looks beside its content. */
export type StyleOptions = Partial<Omit<CellStyle, "look">> & { readonly span?: number };

function cell(content: Cell["content"], look: Look, options: StyleOptions): Cell {
  const { span, format = GENERAL, ...rest } = options;
  const style = styleOf(look, format, rest);
  return span === undefined ? { content, style } : { content, style, span };
}

/** Text that stays text, whatever it looks like. Empty text is an empty cell with the look. */
export function textCell(text: string, look: Look = "plain", options: StyleOptions = {}): Cell {
  return cell(text === "" ? null : { kind: "text", text }, look, options);
}

/** A number; null: an empty cell with the same look. */
export function numberCell(
  value: Decimal | number | null,
  format: NumberFormat,
  look: Look = "plain",
  options: StyleOptions = {},
): Cell {
  return cell(value === null ? null : { kind: "number", number: exactText(value) }, look, { ...options, format });
}

/** A formula whose value is a number or, where `value` is null, empty text: "does not apply". */
export function formulaCell(
  formula: string,
  value: Decimal | number | null,
  format: NumberFormat,
  look: Look = "plain",
  options: StyleOptions = {},
): Cell {
  if (value === null) return textFormulaCell(formula, "", look, { align: "right", ...options, format });
  return cell({ kind: "formula", formula, cached: exactText(value), type: "number" }, look, { ...options, format });
}

/** A formula whose value is text. */
export function textFormulaCell(formula: string, text: string, look: Look = "plain", options: StyleOptions = {}): Cell {
  return cell({ kind: "formula", formula, cached: text, type: "text" }, look, options);
}

/** Significant digits of a cached value: more than a spreadsheet keeps, few enough to read in the file. */
const DIGITS = 30;

/** A number as the decimal string that a cell holds: unrounded but for what is beyond 30 digits. */
export function exactText(value: Decimal | number): string {
  if (typeof value === "number") {
    // A double's own text is what a Decimal would be made of, and has 17 digits at most.
    const text = String(value);
    return text.includes("e") ? new Decimal(value).toString() : text;
  }
  return (value.precision() > DIGITS ? value.toSignificantDigits(DIGITS) : value).toString();
}

/** A1 address of a zero-based cell: (10, 3) is `D11`. */
export function at(row: number, column: number): string {
  return cellName(row, column);
}

/** `$D$11`: stays put where the formula is copied. */
export function fixed(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

/** `D11:D14`, one column. */
export function columnRange(column: number, top: number, bottom: number): string {
  return `${at(top, column)}:${at(bottom, column)}`;
}

/** `'Avvikelse'!` before an address on another sheet. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** Excel's longest text inside a formula. */
const LONGEST_LITERAL = 255;

/** Text as a formula literal, in pieces where it is long. */
export function literal(text: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < text.length || from === 0; from += LONGEST_LITERAL - 1) {
    pieces.push(`"${text.slice(from, from + LONGEST_LITERAL - 1).replaceAll('"', '""')}"`);
  }
  return pieces.join("&");
}

/**
 * A link to a cell: a HYPERLINK formula, since a sheet holds only 65 530 link objects. `cells` is an A1 range or list; the link
 * goes to its first cell. Plain text where the target is too long for a formula.
 */
export function linkCell(
  place: { readonly workbook: string | null; readonly sheet: string; readonly cells: string | null },
  look: Look = "plain",
  options: StyleOptions = {},
): Cell {
  const book = place.workbook === null ? "" : `[${place.workbook}]`;
  const shown = `${book}${place.sheet}${place.cells === null ? "" : `!${place.cells}`}`;
  const first = /^\$?[A-Z]+\$?[0-9]+/.exec(place.cells ?? "A1")?.[0];
  // What stands in a file without cells, such as an account of a ledger, has nowhere to lead.
  if (first === undefined) return textCell(shown, look, options);
  const target = `${book === "" ? "#" : book}${sheetReference(place.sheet)}${first}`;
  if (target.length > LONGEST_LITERAL || shown.length > LONGEST_LITERAL) return textCell(shown, look, options);
  return textFormulaCell(`HYPERLINK(${literal(target)},${literal(shown)})`, shown, look, options);
}

/** Days from Excel's day 0 (1900 system) to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;
const MS_PER_DAY = 86_400_000;

/** The first of a month as an Excel date serial (1900 system). */
export function monthSerial(month: MonthIndex): number {
  return Date.UTC(yearOf(month), monthOfYear(month) - 1, 1) / MS_PER_DAY + SERIAL_OF_1970;
}

/** An ISO date as an Excel date serial (1900 system). */
export function dateSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY + SERIAL_OF_1970;
}
