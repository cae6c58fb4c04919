// src/intake/roundTrip/changedRows.ts: which rows of a table of source rows people have changed, against the sums that the run put beside its head.
import {
  readTableFingerprint,
  type TableFingerprint,
  tableRowSum,
  tableRowSums,
} from "../../domain/roundTrip/tableFingerprint";
import { type Grid, isCellError } from "../grid";
import { contentOf } from "./shownCell";

/** Rows above which the sums stand, also after somebody has put rows there. */
const FIRST_ROWS = 60;

/** Null: the tab is no table of source rows, or its sums are not whole. */
export function tableFingerprintIn({ values }: Grid): TableFingerprint | null {
  return readTableFingerprint(values.slice(0, FIRST_ROWS).flat());
}

/** A row that differs from all that the run put there, or was copied. */
export interface ChangedRow {
  readonly row: number;
  /** The outermost columns that hold something. */
  readonly left: number;
  readonly right: number;
  /** Each cell under its heading. */
  readonly content: string;
}

/** `isOwn` tells rows with a fingerprint of their own, which are none of the table; `place`: where a column stands now, null: deleted. */
export function changedRowsIn(
  grid: Grid,
  { columns, sums }: TableFingerprint,
  isOwn: (row: number) => boolean,
  place: (column: number) => number | null,
): readonly ChangedRow[] {
  const left = new Map<string, number>();
  for (const sum of sums) left.set(sum, (left.get(sum) ?? 0) + 1);
  const summed = columns.map(place);
  let headings: number | null = null;
  const changed: ChangedRow[] = [];
  for (let row = 0; row < grid.values.length; row++) {
    if (isOwn(row)) continue;
    const cells = summed.map((column) => (column === null ? null : plainIn(grid, row, column)));
    const plain = tableRowSum(cells);
    if (plain === null) continue;
    const isLeft = (each: string): boolean => (left.get(each) ?? 0) > 0;
    const sum = isLeft(plain) ? plain : (tableRowSums(cells).find(isLeft) ?? plain);
    // The heading's sum is the first; changed, it heads nothing.
    if (sum === sums[0]) headings ??= row;
    const times = left.get(sum) ?? 0;
    if (times > 0) left.set(sum, times - 1);
    else changed.push(shownRow(grid, row, headings, summed));
  }
  return changed;
}

function plainIn({ values }: Grid, row: number, column: number): string | number | boolean | null {
  const value = values[row]?.[column] ?? null;
  if (isCellError(value)) return value.error;
  return typeof value === "string" && value.trim() === "" ? null : value;
}

function shownRow(grid: Grid, row: number, headings: number | null, columns: readonly (number | null)[]): ChangedRow {
  const filled = columns.flatMap((column) => {
    const content = column === null ? null : contentOf(grid, row, column);
    if (column === null || content === null) return [];
    const heading = headings === null ? null : contentOf(grid, headings, column);
    return [{ column, text: heading === null ? String(content) : `${heading}: ${content}` }];
  });
  return {
    row,
    left: filled[0]?.column ?? 0,
    right: filled.at(-1)?.column ?? 0,
    content: filled.map(({ text }) => text).join("; "),
  };
}
