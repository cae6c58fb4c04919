// src/domain/kept/formulaPrint.ts: check sums of a formula by which a later run sees whether somebody has put another in its place.
// Spreadsheets word formulas anew when they save them and when rows move, so only what they leave alone is summed.
import { columnOf } from "../columnLetters";
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

const tokens = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<elsewhere>(?:'(?:[^']|'')+'|${NAME})!(?:${CELL}(?::${CELL})?|${COLUMNS}|${ROWS}|#REF!|${NAME}))`,
    String.raw`(?<column>(?:${NAME})?${BRACKETS})`,
    String.raw`(?<broken>#REF!)`,
    String.raw`(?<cells>(?:${CELL}(?::${CELL})?|${COLUMNS}|${ROWS})${ENDS})`,
    String.raw`(?<call>${NAME})\s*\(`,
    String.raw`(?<name>${NAME})`,
    String.raw`(?<number>[0-9]+(?:\.[0-9]*)?(?:E[+-]?[0-9]+)?|\.[0-9]+(?:E[+-]?[0-9]+)?)`,
    // A space is an operator in formulas that nobody writes; `@` comes and goes with Excel's version.
    String.raw`(?<nothing>[\s@]+)`,
    String.raw`(?<sign>.)`,
  ].join("|"),
  "giu",
);

/** What stands in place of a reference whose wording says nothing: other tabs' rows move and their names change. */
const REFERENCE = "~";

/** Of a formula in en-US, with or without its `=`, in the cell at `row` and `column` (from 0). */
export function formulaSums(formula: string, row: number, column: number): FormulaSums {
  const shape: string[] = [];
  const full: string[] = [];
  // `TRUE()` and `TRUE` are the same.
  const text = formula.replace(/^=/u, "").replace(/\b(TRUE|FALSE)\(\)/giu, "$1");
  for (const { groups = {} } of text.matchAll(tokens)) {
    const { cells, name, nothing } = groups;
    if (nothing !== undefined) continue;
    if (cells !== undefined) {
      shape.push(REFERENCE);
      full.push(relative(cells.toUpperCase(), row, column));
    } else if (name !== undefined && !isTruth(name)) {
      shape.push(REFERENCE);
      full.push(name.toUpperCase());
    } else {
      const same = worded(groups);
      shape.push(same);
      full.push(same);
    }
  }
  return { shape: checkSum(shape.join("\n")), full: checkSum(full.join("\n")) };
}

function worded({ text, elsewhere, column, broken, call, name, number, sign }: Groups): string {
  if (elsewhere !== undefined || column !== undefined || broken !== undefined) return REFERENCE;
  // Newer functions stand with a prefix in files.
  if (call !== undefined) return `${call.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/u, "")}(`;
  if (number !== undefined) return String(Number(Number(number).toPrecision(15)));
  return text ?? name?.toUpperCase() ?? sign ?? "";
}

type Groups = Readonly<Record<string, string | undefined>>;

function isTruth(name: string): boolean {
  return /^(?:TRUE|FALSE)$/iu.test(name);
}

/** `B5:C7` in D5 as the way from there: the same for a formula that was moved with what it reads. */
function relative(cells: string, row: number, column: number): string {
  return cells
    .replaceAll("$", "")
    .split(":")
    .map((part) => {
      const [, letters = "", digits = ""] = /^([A-Z]*)([0-9]*)$/u.exec(part) ?? [];
      const down = digits === "" ? "" : String(Number(digits) - 1 - row);
      return `${down}|${letters === "" ? "" : String(columnOf(letters) - column)}`;
    })
    .join(":");
}
