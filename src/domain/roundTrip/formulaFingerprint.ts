// src/domain/roundTrip/formulaFingerprint.ts: check sums of a formula by which a later run sees whether somebody has put another in its place.
// Spreadsheets word formulas anew when they save them and when rows move, so only what they leave alone is summed.
import { columnIndex } from "../a1";
import { checkSum } from "./checkSum";

/** `shape` holds wherever the formula has moved to, `full` as long as nothing in its tab has moved. */
export interface FormulaSums {
  readonly shape: string;
  readonly full: string;
}

const CELL = String.raw`\$?[A-Z]{1,3}\$?[0-9]+`;
const COLUMNS = String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}`;
const ROWS = String.raw`\$?[0-9]+:\$?[0-9]+`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
/** Brackets in brackets, as in `tbl[[#This Row],[Utfall]]`; an apostrophe stands before a bracket that is part of a heading. */
const IN_BRACKETS = String.raw`(?:'.|[^\[\]'])*`;
const BRACKETS = String.raw`\[(?:${IN_BRACKETS}\[${IN_BRACKETS}\])*${IN_BRACKETS}\]`;
const ENDS = String.raw`(?![\p{L}\p{N}_.(\[!])`;

/** One group per kind of token, in the order of `Token`. Groups by name cost half the time of a long tab's sums. */
const tokens = new RegExp(
  [
    String.raw`("(?:[^"]|"")*")`,
    String.raw`((?:'(?:[^']|'')+'|${NAME})!(?:${CELL}(?::${CELL})?|${COLUMNS}|${ROWS}|#REF!|${NAME})|(?:${NAME})?${BRACKETS}|#REF!)`,
    String.raw`((?:${CELL}(?::${CELL})?|${COLUMNS}|${ROWS})${ENDS})`,
    String.raw`(${NAME})\s*\(`,
    String.raw`(${NAME})`,
    String.raw`([0-9]+(?:\.[0-9]*)?(?:E[+-]?[0-9]+)?|\.[0-9]+(?:E[+-]?[0-9]+)?)`,
    // A space is an operator in formulas that nobody writes; `@` comes and goes with Excel's version.
    String.raw`([\s@]+)`,
    ".",
  ].join("|"),
  "giu",
);

/** The whole, then what was found: a text, a reference elsewhere or to a table, cells of the own tab, a function, a name, a number, nothing. */
type Token = readonly [string, string?, string?, string?, string?, string?, string?, string?];

/** What stands in place of a reference whose wording says nothing: other tabs' rows move and their names change. */
const REFERENCE = "~";

/** Of a formula in en-US, with or without its `=`, in the cell at `row` and `column` (from 0). */
export function formulaSums(formula: string, row: number, column: number): FormulaSums {
  let shape = "";
  let full = "";
  // `TRUE()` and `TRUE` are the same.
  const text = formula.replace(/^=/u, "").replace(/\b(TRUE|FALSE)\(\)/giu, "$1");
  for (const token of text.matchAll(tokens) as Iterable<Token>) {
    const [, , , cells, , name, , nothing] = token;
    if (nothing !== undefined) continue;
    if (cells !== undefined) {
      shape += `${REFERENCE}\n`;
      full += `${relative(cells.toUpperCase(), row, column)}\n`;
    } else if (name !== undefined && !isTruth(name)) {
      shape += `${REFERENCE}\n`;
      full += `${name.toUpperCase()}\n`;
    } else {
      const same = `${worded(token)}\n`;
      shape += same;
      full += same;
    }
  }
  return { shape: checkSum(shape), full: checkSum(full) };
}

function worded([sign, text, elsewhere, , call, name, number]: Token): string {
  if (elsewhere !== undefined) return REFERENCE;
  // Newer functions stand with a prefix in files.
  if (call !== undefined) return `${call.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/u, "")}(`;
  if (number !== undefined) return String(Number(Number(number).toPrecision(15)));
  return text ?? name?.toUpperCase() ?? sign;
}

function isTruth(name: string): boolean {
  return /^(?:TRUE|FALSE)$/iu.test(name);
}

/** `B5:$C$7` in D5 as the way from there, what is fixed as it stands: the same for a formula that was filled down. */
function relative(cells: string, row: number, column: number): string {
  return cells
    .split(":")
    .map((part) => {
      const [, fixedColumn, letters = "", fixedRow, digits = ""] = /^(\$?)([A-Z]*)(\$?)([0-9]*)$/u.exec(part) ?? [];
      const down = digits === "" || fixedRow === "$" ? digits : `r${Number(digits) - 1 - row}`;
      return `${down}|${letters === "" || fixedColumn === "$" ? letters : `c${columnIndex(letters) - column}`}`;
    })
    .join(":");
}
