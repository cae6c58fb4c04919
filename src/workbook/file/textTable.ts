// src/workbook/file/textTable.ts: a text file with separated columns (.csv, .tsv, .txt) through the port: one sheet, read as it stands.
import { parse } from "papaparse";
import { withoutEnding } from "../../domain/fileName";
import type { CellValue, Grid, SourceWorkbook } from "../../intake/grid";
import { type DecimalMark, decimalMarkOf, numberIn } from "./textNumber";
import { type FileWorkbook, HostError } from "../workbook";
import { newXlsx } from "./xlsxWorkbook";

/** Commas come last: in a file with other separators they are decimal commas. */
const SEPARATORS = [";", "\t", "|", ","];
/** Rows that tell which separator a file has. */
const PREVIEW = 200;
const PLAIN: Pick<Grid, "format" | "hiddenRows" | "hidden" | "role"> = {
  format: () => "General",
  hiddenRows: new Set(),
  hidden: false,
  role: null,
};

/**
 * Throws HostError("not-a-table") with why in `detail`: `web-page`, `empty`, `no-columns`, or `row N`, the first row that has more
 * columns than the headings, as one does whose amounts hold the separator.
 */
export function openTextTable(bytes: Uint8Array, name: string): FileWorkbook {
  const grid = gridOf(decoded(bytes), withoutEnding(name));
  const target = newXlsx(name);
  return {
    extension: ".xlsx",
    read: (): Promise<SourceWorkbook> => Promise.resolve({ name, date1904: false, grids: [grid] }),
    // A text file cannot remember anything: answers hold for this run.
    keepChoices: () => Promise.resolve(),
    settleNames: (proposed) => target.settleNames(proposed),
    write: (sheets, work) => target.write(sheets, work),
    bytes: () => target.bytes(),
  };
}

/** By its mark, else UTF-8 where the bytes are that or nearly, else Windows-1252, which holds every byte. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isBrokenUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
  }
}

/** Several whole letters of two bytes for each byte that is none: such pairs hardly stand beside each other in Windows-1252. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  let [whole, broken] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    const isPair = bytes[at]! >= 0xc2 && bytes[at]! < 0xe0 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80;
    if (isPair) at++;
    if (isPair) whole++;
    else broken++;
  }
  return whole >= 3 * broken;
}

function gridOf(text: string, sheet: string): Grid {
  if (/^\s*<(?:!doctype|html|\?xml)/iu.test(text)) throw new HostError("not-a-table", "web-page");
  if (text.trim() === "") throw new HostError("not-a-table", "empty");
  // Excel's own first row that names the separator.
  const stated = /^sep=(.)\r?\n/iu.exec(text);
  const separator = stated?.[1] ?? separatorOf(text);
  if (separator === null) throw new HostError("not-a-table", "no-columns");
  const rows = parse<string[]>(text, { delimiter: separator }).data.map(withoutTrailingBlanks);
  if (stated !== null) rows[0] = [];
  const uneven = unevenRow(rows);
  if (uneven !== null) throw new HostError("not-a-table", `row ${uneven + 1}`);
  const columns = Math.max(...rows.map(({ length }) => length), 0);
  const mark = decimalMarkOf(rows);
  return {
    ...PLAIN,
    sheet,
    rows: rows.length,
    columns,
    values: rows.map((row) => row.map((cell) => valueOf(cell, mark))),
  };
}

function valueOf(cell: string, mark: DecimalMark | null): CellValue {
  if (cell.trim() === "") return null;
  return numberIn(cell, mark) ?? cell;
}

function withoutTrailingBlanks(row: readonly string[]): string[] {
  const last = row.findLastIndex((cell) => cell.trim() !== "");
  return row.slice(0, last + 1);
}

/** The first separator that at least half of the rows agree on; null: there is none. */
function separatorOf(text: string): string | null {
  for (const delimiter of SEPARATORS) {
    const rows = parse<string[]>(text, { delimiter, preview: PREVIEW }).data.filter(
      (row) => row.join("").trim() !== "",
    );
    const columns = rows.filter(({ length }) => length > 1).length;
    if (columns * 2 >= rows.length && columns > 0) return delimiter;
  }
  return null;
}

/**
 * The first row with something in a column that no row of words (headings) reaches. Where an amount holds the separator, everything after it
 * stands one column too far. Null: none.
 */
function unevenRow(rows: readonly (readonly string[])[]): number | null {
  const isWords = (row: readonly string[]): boolean =>
    row.length > 1 && row.every((cell) => !/^[-+(]?\d/u.test(cell.trim()));
  const headings = rows.findIndex(isWords);
  if (headings < 0) return null;
  const widest = Math.max(...rows.filter(isWords).map(({ length }) => length));
  const found = rows.findIndex((row, at) => at > headings && row.length > widest);
  return found < 0 ? null : found;
}
