// src/domain/roundTrip/commentKey.ts: by what the cells of an Avvikelse tab that people write in are found again, in whatever language and wherever
// their columns stand: their comments beside the lines, the limits, and the number that says which line a row is.
import { cellKey, readCellKey } from "./cellKey";
import { COMMENT_FIELDS, type CommentField } from "../deviation/remarks";

export interface CommentKey {
  /** As the head of the tab names it; comments follow the initiative, not the tab's number. */
  readonly initiative: string;
  readonly line: string;
  /** 1 for the first line of this name on the tab. */
  readonly nth: number;
  readonly field: CommentField;
}

const COMMENT = "kommentar";
const LIMIT = "gräns";
const ROW = "rad";

export function commentKey({ initiative, line, nth, field }: CommentKey): string {
  return cellKey(COMMENT, [field, initiative, line, ...(nth === 1 ? [] : [nth])]);
}

/** Null for a key of something else. */
export function readCommentKey(key: string): CommentKey | null {
  const [field, initiative = "", line = "", nth = "1"] = readCellKey(COMMENT, key) ?? [];
  const known = COMMENT_FIELDS.find((each) => each === field);
  return known !== undefined ? { field: known, initiative, line, nth: Number(nth) } : null;
}

export type Limit = "amount" | "share";
const LIMITS: Readonly<Record<Limit, string>> = { amount: "belopp", share: "andel" };

export function limitKey(limit: Limit): string {
  return cellKey(LIMIT, [LIMITS[limit]]);
}

export function isLimitKey(key: string): boolean {
  return readCellKey(LIMIT, key) !== null;
}

/** Of the hidden number inside a list that says which row it is: sorted without the fingerprints beside it, the list is known by it. */
export function rowKey(number: number): string {
  return cellKey(ROW, [number]);
}

export function isRowKey(key: string): boolean {
  return readCellKey(ROW, key) !== null;
}
