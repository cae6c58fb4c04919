// tests/host/formulaText.ts: the references in a formula's text: found, moved and renamed, with their `$` marks kept. Text in quotes and
// structured references are left alone.
import { type Rect, columnLetters, maxColumns, maxRows, parseArea, quoteSheet } from "./a1";

export interface Reference {
  /** Null: the sheet that the formula stands on. */
  readonly sheet: string | null;
  /** `A1`, `$A$1:B2`, `A:C` or `2:5`. */
  readonly local: string;
}

const sheetPart = /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?/u.source;
const cellPart = /\$?[A-Za-z]{1,3}\$?\d{1,7}/.source;
const areaPart = `${cellPart}(?::${cellPart})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7}`;
const pattern = new RegExp(
  `("(?:[^"]|"")*"|\\[[^\\]]*\\])|(?<![\\p{L}\\d_.$'!])${sheetPart}(${areaPart})(?![\\p{L}\\d_.(!])`,
  "gu",
);

/** The formula with each reference replaced by what `rewrite` answers; null leaves it. */
export function rewriteReferences(formula: string, rewrite: (reference: Reference) => string | null): string {
  return formula.replace(
    pattern,
    (all: string, literal: string | undefined, sheet: string | undefined, local: string) => {
      if (literal !== undefined) return all;
      const name = sheet === undefined ? null : sheet.replace(/^'|'$/g, "").replaceAll("''", "'");
      return rewrite({ sheet: name, local }) ?? all;
    },
  );
}

export function referenceText(sheet: string | null, local: string): string {
  return sheet === null ? local : `${quoteSheet(sheet)}!${local}`;
}

interface Corner {
  readonly fixedColumn: boolean;
  readonly column: boolean;
  readonly fixedRow: boolean;
  readonly row: boolean;
}

function cornerOf(text: string): Corner {
  const [, columnMark = "", letters = "", rowMark = "", digits = ""] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const rowOnly = letters === "";
  return {
    fixedColumn: !rowOnly && columnMark === "$",
    column: !rowOnly,
    fixedRow: (rowOnly ? columnMark : rowMark) === "$",
    row: digits !== "",
  };
}

function cornerText(corner: Corner, row: number, column: number): string {
  return (
    (corner.column ? (corner.fixedColumn ? "$" : "") + columnLetters(column) : "") +
    (corner.row ? (corner.fixedRow ? "$" : "") + String(row + 1) : "")
  );
}

/** The address of `rect` written as `local` is: as one cell or two, with the same `$` marks. */
export function written(local: string, rect: Rect): string {
  const [first = local, last] = local.split(":");
  const start = cornerText(cornerOf(first), rect.top, rect.left);
  return last === undefined ? start : `${start}:${cornerText(cornerOf(last), rect.bottom, rect.right)}`;
}

/** The formula as it reads when it is copied so many rows down and columns to the right. */
export function copiedFormula(formula: string, down: number, right: number): string {
  return rewriteReferences(formula, ({ sheet, local }) => {
    const rect = parseArea(local);
    const [first = local, last = first] = local.split(":");
    const [a, b] = [cornerOf(first), cornerOf(last)];
    const moved = {
      top: rect.top + (a.row && !a.fixedRow ? down : 0),
      left: rect.left + (a.column && !a.fixedColumn ? right : 0),
      bottom: rect.bottom + (b.row && !b.fixedRow ? down : 0),
      right: rect.right + (b.column && !b.fixedColumn ? right : 0),
    };
    const outside = moved.top < 0 || moved.left < 0 || moved.bottom >= maxRows || moved.right >= maxColumns;
    return referenceText(sheet, outside ? "#REF!" : written(local, moved));
  });
}
