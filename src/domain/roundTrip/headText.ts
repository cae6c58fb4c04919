// src/domain/roundTrip/headText.ts: what people fill in in the head of the tabs: the same on all of them.
import { cellKey, readCellKey } from "./cellKey";

/** Null: nobody has filled it in. */
export interface HeadText {
  readonly drawnUpBy: string | null;
  readonly version: string | null;
}

export type HeadField = keyof HeadText;

export const noHeadText: HeadText = { drawnUpBy: null, version: null };

const PREFIX = "huvud";

/** By what the cell is found again, in whatever language. `unfilled`: a run put a word of its own there, which is nobody's. */
export function headKey(field: HeadField, unfilled = false): string {
  return cellKey(PREFIX, unfilled ? [field, "tomt"] : [field]);
}

export function isHeadKey(key: string): boolean {
  return readCellKey(PREFIX, key) !== null;
}

/** The words for a draft until 2026-12, when the key did not yet tell that nobody had filled in a version. */
const FIRST_DRAFTS: ReadonlySet<string> = new Set(["Utkast", "Draft"]);

/** Whether a text under the plain key of the version is what a run of that time put there. */
export function isFirstDraft(field: HeadField, text: string): boolean {
  return field === "version" && FIRST_DRAFTS.has(text);
}
