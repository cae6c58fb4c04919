// src/domain/roundTrip/rowFingerprint.ts: what a run put into a row of a tab, as one short text that travels with the row when people sort,
// move or rename things. A later run sees from it which cells a person has changed. It holds check sums, never the contents.
import { checkSum } from "./checkSum";
import { formulaSums } from "./formulaFingerprint";

/** What a run put into one cell. */
export interface CellFingerprint {
  readonly kind: "empty" | "formula" | "constant";
  /**
   * Of a constant, `sumOf`: of a person's own text the sum of what would have stood there without it. Of a formula, both of its sums
   * (`formulaSumOf`); empty where an older version printed it. Else empty.
   */
  readonly sum: string;
  /** By what a later run finds the cell again, in whatever language; empty: what is written here by a person is not read back. */
  readonly key: string;
}

export interface RowFingerprint {
  /** In the first row: the column in which the fingerprints stand, so that inserted columns are noticed; else null. */
  readonly column: number | null;
  /** The row that it was put in, from 0; null: an older version printed it. */
  readonly row: number | null;
  /** By column; cells beyond the last are empty. */
  readonly cells: readonly CellFingerprint[];
}

const MARK = "samkalkyl|";

/** Whether a text in a cell is a fingerprint of some kind, and nothing for people. */
export function isFingerprint(text: unknown): boolean {
  return typeof text === "string" && text.startsWith(MARK);
}

/**
 * `samkalkyl|17.0|` (column and row) and per cell `@key;` where it has one, then `.` for empty, `F` and its sums for a formula, `#` and its
 * sum (lower case) for a constant.
 */
export function fingerprintText({ column, row, cells }: RowFingerprint): string {
  const signs = cells.map(({ kind, sum, key }) => {
    const named = key === "" ? "" : `@${encodeURIComponent(key)};`;
    return named + (kind === "empty" ? "." : kind === "formula" ? `F${sum}` : `#${sum}`);
  });
  const place = `${column ?? ""}${row === null ? "" : `.${row}`}`;
  return `${MARK}${place}|${signs.join("").replace(/(?<!;)\.+$/u, "")}`;
}

/** Null where the text is no row fingerprint. */
export function readFingerprint(text: unknown): RowFingerprint | null {
  if (typeof text !== "string") return null;
  const parts = /^samkalkyl\|(\d*)(?:\.(\d+))?\|(.*)$/su.exec(text);
  if (parts === null) return null;
  const [, column = "", row, signs = ""] = parts;
  const cells = [...signs.matchAll(/(?:@([^;]*);)?(?:(\.)|F([0-9a-z]+-[0-9a-z]+)?|#([0-9a-z]+))/gu)].map(
    ([, key, empty, formula, constant]): CellFingerprint => ({
      kind: empty !== undefined ? "empty" : constant !== undefined ? "constant" : "formula",
      sum: constant ?? formula ?? "",
      key: keyOf(key ?? ""),
    }),
  );
  return { column: column === "" ? null : Number(column), row: row === undefined ? null : Number(row), cells };
}

/** Somebody may have typed in the hidden column too. */
function keyOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "";
  }
}

/** Check sum of what a cell holds. */
export function sumOf(value: string | number | boolean): string {
  return checkSum(plainText(value));
}

/**
 * What a cell holds, as a text to be summed. Numbers as a workbook holds them (15 digits); line breaks and spaces at the ends of a text do
 * not count, since Excel and people change them without meaning anything.
 */
export function plainText(value: string | number | boolean): string {
  if (typeof value === "number") return `n${String(Number(value.toPrecision(15)))}`;
  if (typeof value === "boolean") return `b${String(value)}`;
  return `t${value.replace(/\r\n?/gu, "\n").trim()}`;
}

/** Significant digits that every spreadsheet keeps. */
const DIGITS = 15;

/**
 * A number as other programs may have saved it: with 15 digits, 16 or 17, rounded twice on the way, so that the fifteenth digit is one off.
 * The value itself comes first; numbers with fewer digits have no others.
 */
export function sameFigures(value: string | number | boolean): readonly (string | number | boolean)[] {
  if (typeof value !== "number") return [value];
  const [, mantissa = "", exponent = "0"] = /^-?([\d.]+)e([+-]\d+)$/u.exec(value.toExponential(DIGITS - 1)) ?? [];
  if (mantissa === "" || mantissa.endsWith("0000")) return [value];
  const last = Number(`1e${Number(exponent) - DIGITS + 1}`);
  const rounded = Number(value.toPrecision(DIGITS));
  return [value, rounded + last, rounded - last];
}

/** Whether a cell holds what was printed. */
export function isFingerprinted(value: string | number | boolean, sum: string): boolean {
  return sameFigures(value).some((each) => sumOf(each) === sum);
}

/** Both sums of the formula in the cell at `row` and `column` (from 0). */
export function formulaSumOf(formula: string, row: number, column: number): string {
  const { shape, full } = formulaSums(formula, row, column);
  return `${shape}-${full}`;
}

/** Cells as they are written in a formula; not the exponent of a number. */
const CELLS = /(?<![A-Za-z0-9_.])(!?)(\$?[A-Z]{1,3})([0-9]+)/gu;
/** No text in it has digits, which would be taken for cells. */
const PLAIN_TEXTS = /^[^"]*(?:"[^"0-9]*"[^"]*)*$/u;
const MOST_KNOWN = 5_000;

/** As `formulaSumOf`, for many formulas of a tab: those that only differ in their row are summed once. */
export function formulaSummer(): typeof formulaSumOf {
  const known = new Map<string, string>();
  return (formula, row, column) => {
    if (!PLAIN_TEXTS.test(formula)) return formulaSumOf(formula, row, column);
    const alike = formula.replace(CELLS, (_, elsewhere: string, letters: string, digits: string) =>
      elsewhere === "" ? `${letters}${Number(digits) - row};` : elsewhere,
    );
    const key = `${column} ${alike}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const sum = formulaSumOf(formula, row, column);
    known.set(key, sum);
    return sum;
  };
}

/** Whether a formula is another than the one printed. Where something in its tab has moved, references say nothing of that. */
export function isOtherFormula(printed: string, found: string, moved: boolean): boolean {
  if (printed === "") return false;
  return moved ? printed.split("-")[0] !== found.split("-")[0] : printed !== found;
}
