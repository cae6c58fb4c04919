// src/domain/kept/rowPrint.ts: what a run put into a row of a tab, as one short text that travels with the row when people sort,
// move or rename things. A later run sees from it which cells a person has changed. It holds check sums, never the contents.

/** What a run put into one cell. */
export interface CellPrint {
  /** `constant`: see `sum`. */
  readonly kind: "empty" | "formula" | "constant";
  /** Check sum of a constant (`sumOf`), else empty. Of a person's own text: the sum of what would have stood there without it. */
  readonly sum: string;
  /** By what a later run finds the cell again, in whatever language; empty: what is written here by a person is not read back. */
  readonly key: string;
}

export interface RowPrint {
  /** In the first row: the column in which the prints stand, so that inserted columns are noticed; else null. */
  readonly column: number | null;
  /** By column; cells beyond the last are empty. */
  readonly cells: readonly CellPrint[];
}

const MARK = "samkalkyl|";

/** `samkalkyl|17|` and per cell `@key;` where it has one, then `.` for empty, `F` for a formula, `#` and its sum (lower case) for a constant. */
export function printText({ column, cells }: RowPrint): string {
  const signs = cells.map(({ kind, sum, key }) => {
    const named = key === "" ? "" : `@${encodeURIComponent(key)};`;
    return named + (kind === "empty" ? "." : kind === "formula" ? "F" : `#${sum}`);
  });
  return `${MARK}${column ?? ""}|${signs.join("").replace(/(?<!;)\.+$/u, "")}`;
}

/** Null where the text is no row print. */
export function readPrint(text: unknown): RowPrint | null {
  if (typeof text !== "string") return null;
  const parts = /^samkalkyl\|(\d*)\|(.*)$/su.exec(text);
  if (parts === null) return null;
  const [, column = "", signs = ""] = parts;
  const cells = [...signs.matchAll(/(?:@([^;]*);)?(?:(\.)|(F)|#([0-9a-z]+))/gu)].map(
    ([, key, empty, formula, sum]): CellPrint => ({
      kind: empty !== undefined ? "empty" : formula !== undefined ? "formula" : "constant",
      sum: sum ?? "",
      key: keyOf(key ?? ""),
    }),
  );
  return { column: column === "" ? null : Number(column), cells };
}

/** Somebody may have typed in the hidden column too. */
function keyOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "";
  }
}

/**
 * FNV-1a over what a cell holds, in base 36. Numbers as a workbook holds them (15 digits); line breaks and spaces at the ends of a
 * text do not count, since Excel and people change them without meaning anything.
 */
export function sumOf(value: string | number | boolean): string {
  const text =
    typeof value === "number"
      ? `n${String(Number(value.toPrecision(15)))}`
      : typeof value === "boolean"
        ? `b${String(value)}`
        : `t${value.replace(/\r\n?/gu, "\n").trim()}`;
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
