// src/intake/roundTrip/shownCell.ts: a cell of a tab of ours as a person would name it: its content as text, its row's and column's words.
import { Decimal } from "../../domain/money";
import { isoDateOfSerial } from "../../domain/period";
import { isFingerprint } from "../../domain/roundTrip/rowFingerprint";
import { plainSpaces } from "../../domain/lookupKey";
import { type Grid, isCellError } from "../grid";
import { isDateFormat } from "../numberFormat";

/** A date as yyyy-mm-dd, text as written; null: an empty cell. */
export function contentOf(grid: Grid, row: number, column: number): string | number | null {
  const value = grid.values[row]?.[column] ?? null;
  if (value === null) return null;
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  if (typeof value === "number")
    return isDateFormat(grid.format(row, column)) ? (isoDateOfSerial(value, false) ?? value) : value;
  return value.trim() === "" ? null : value.trim();
}

/** As `contentOf`, a number with its digits. */
export function textOf(grid: Grid, row: number, column: number): string {
  const content = contentOf(grid, row, column);
  return typeof content === "number" ? new Decimal(content).toString() : (content ?? "");
}

/** Characters of a long text that are enough to know it by. */
const MOST = 80;

/** `Personalkostnader · Utfall ack.`: the first text of the row, and the nearest text above in the column. */
export function wordsOf(grid: Grid, row: number, column: number): string {
  const label = (grid.values[row] ?? []).find((cell, at): cell is string => at < column && isWords(cell)) ?? "";
  let heading = "";
  for (let above = row - 1; above >= 0 && heading === ""; above--) {
    const cell = grid.values[above]?.[column] ?? null;
    // A column of words (comments, notes) has no heading that could be told from what is written in it.
    if (isWords(cell) && grid.formula?.(above, column) == null) heading = cell;
  }
  const words = [label, heading].map((text) => cut(plainSpaces(text)));
  return words.filter((text) => text !== "").join(" · ");
}

function isWords(cell: unknown): cell is string {
  return typeof cell === "string" && /\p{L}/u.test(cell) && !isFingerprint(cell);
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
