// tests/host/a1.ts: A1 addresses to rectangles and back, with sheet names, whole rows and whole columns.
import { invalidArgument } from "./fault";

/** Zero-based, both ends included. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const maxRows = 1_048_576;
export const maxColumns = 16_384;
export const wholeSheet: Rect = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };

export function rowsOf(rect: Rect): number {
  return rect.bottom - rect.top + 1;
}

export function columnsOf(rect: Rect): number {
  return rect.right - rect.left + 1;
}

export function cellCount(rect: Rect): number {
  return rowsOf(rect) * columnsOf(rect);
}

export function isEntireColumn(rect: Rect): boolean {
  return rect.top === 0 && rect.bottom === maxRows - 1;
}

export function isEntireRow(rect: Rect): boolean {
  return rect.left === 0 && rect.right === maxColumns - 1;
}

export function intersection(a: Rect, b: Rect): Rect | null {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : null;
}

export function bounding(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Splits `'Min flik'!A1:B2` into sheet name (null when none) and the rest. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(address);
  if (match === null) return { sheet: null, local: address };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? "", local: match[3] ?? "" };
}

/** Splits a list of areas at commas that are not inside a quoted sheet name. */
export function splitAreas(address: string): string[] {
  return address.match(/(?:'(?:[^']|'')*'|[^,'])+/g)?.map((area) => area.trim()) ?? [];
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function cornerOf(text: string): Corner {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(text);
  if (match === null || text === "") throw invalidArgument(`address ${text}`);
  const column = match[1] === undefined ? null : columnIndex(match[1]);
  const row = match[2] === undefined ? null : Number(match[2]) - 1;
  if ((row !== null && (row < 0 || row >= maxRows)) || (column !== null && column >= maxColumns)) {
    throw invalidArgument(`address ${text}`);
  }
  return { row, column };
}

/** One area without a sheet name: `A1`, `A1:B2`, `A:C`, `2:5`, with or without `$`. */
export function parseArea(local: string): Rect {
  const [first, last, more] = local.split(":");
  if (first === undefined || more !== undefined) throw invalidArgument(`address ${local}`);
  const a = cornerOf(first);
  const b = last === undefined ? a : cornerOf(last);
  if (last === undefined && (a.row === null || a.column === null)) throw invalidArgument(`address ${local}`);
  if ((a.row === null) !== (b.row === null) || (a.column === null) !== (b.column === null)) {
    throw invalidArgument(`address ${local}`);
  }
  return {
    top: Math.min(a.row ?? 0, b.row ?? 0),
    left: Math.min(a.column ?? 0, b.column ?? 0),
    bottom: a.row === null ? maxRows - 1 : Math.max(a.row, b.row ?? 0),
    right: a.column === null ? maxColumns - 1 : Math.max(a.column, b.column ?? 0),
  };
}

export function quoteSheet(name: string): string {
  return /^[A-Za-z_ÅÄÖåäö][\wÅÄÖåäö.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** `A1`, `A1:B2`, `A:C` or `2:5`; with `absolute`, `$A$1`. */
export function formatArea(rect: Rect, absolute = false): string {
  const mark = absolute ? "$" : "";
  if (isEntireColumn(rect) && !isEntireRow(rect))
    return `${mark}${columnLetters(rect.left)}:${mark}${columnLetters(rect.right)}`;
  if (isEntireRow(rect)) return `${mark}${rect.top + 1}:${mark}${rect.bottom + 1}`;
  const first = `${mark}${columnLetters(rect.left)}${mark}${rect.top + 1}`;
  const last = `${mark}${columnLetters(rect.right)}${mark}${rect.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}
