// src/domain/roundTrip/tableFingerprint.ts: what a run put into a table of source rows: one short sum per row, together in a few texts beside the head of
// its tab. A later run sees from them which rows a person has changed, however they were sorted.
import { checkSum } from "./checkSum";
import { plainText, sameFigures } from "./rowFingerprint";

export interface TableFingerprint {
  /** The columns that are summed, from 0: those that people see and that hold no formulas. */
  readonly columns: readonly number[];
  /** Sum of each row, the heading's first. */
  readonly sums: readonly string[];
}

const MARK = "samkalkyl|rader|";
const SUM_LENGTH = 6;
/** Excel keeps at most 32 767 characters in a cell. */
const SUMS_PER_TEXT = 5_000;

/** Of the summed cells of a row; null: they are all empty. */
export function tableRowSum(cells: readonly (string | number | boolean | null)[]): string | null {
  if (cells.every((cell) => cell === null)) return null;
  const sum = checkSum(cells.map((cell) => (cell === null ? "" : plainText(cell))).join("\n"));
  return sum.padStart(SUM_LENGTH, "0").slice(-SUM_LENGTH);
}

/** More would be tried in vain: a row of ours has a few amounts. */
const MOST_TRIED = 100;

/** The sum of the cells and, where numbers may have been saved by another program (`sameFigures`), those of what they may have been. */
export function tableRowSums(cells: readonly (string | number | boolean | null)[]): readonly string[] {
  let rows: readonly (readonly (string | number | boolean | null)[])[] = [[]];
  for (const cell of cells) {
    const others = cell === null || rows.length * 3 > MOST_TRIED ? [cell] : sameFigures(cell);
    rows = rows.flatMap((row) => others.map((other) => [...row, other]));
  }
  return rows.flatMap((row) => tableRowSum(row) ?? []);
}

/** `samkalkyl|rader|0|2|0,1,3|` (number, how many, columns) and the sums. */
export function tableFingerprintTexts({ columns, sums }: TableFingerprint): readonly string[] {
  const of = Math.max(1, Math.ceil(sums.length / SUMS_PER_TEXT));
  return Array.from({ length: of }, (_, at) => {
    const part = sums.slice(at * SUMS_PER_TEXT, (at + 1) * SUMS_PER_TEXT).join("");
    return `${MARK}${at}|${of}|${columns.join()}|${part}`;
  });
}

/** From the texts among these; null where some are missing, so that nothing can be said. */
export function readTableFingerprint(texts: readonly unknown[]): TableFingerprint | null {
  const parts = new Map<number, { readonly of: number; readonly columns: string; readonly sums: string }>();
  for (const text of texts) {
    if (typeof text !== "string" || !text.startsWith(MARK)) continue;
    const [, number = "", of = "", columns = "", sums = ""] =
      /^(\d+)\|(\d+)\|([\d,]*)\|([0-9a-z]*)$/u.exec(text.slice(MARK.length)) ?? [];
    if (number !== "") parts.set(Number(number), { of: Number(of), columns, sums });
  }
  const first = parts.get(0);
  if (parts.size !== first?.of) return null;
  const all = Array.from({ length: first.of }, (_, at) => parts.get(at)?.sums ?? "").join("");
  const columns = first.columns === "" ? [] : first.columns.split(",").map(Number);
  return { columns, sums: all.match(new RegExp(`.{${SUM_LENGTH}}`, "gu")) ?? [] };
}
