// src/domain/roundTrip/finalText.ts: what the lead writes on the tab Slutrapport, kept row by row through every later run.
import { cellKey, readCellKey } from "./cellKey";

/** Explanation of a line, verdict and remark on a goal, the text below, who states the facts and when. */
export type FinalField = "explanation" | "verdict" | "remark" | "freeText" | "statedBy" | "date";

export interface FinalText {
  /** The initiative of the report; texts follow the initiative, not the tab's number. */
  readonly initiative: string;
  readonly field: FinalField;
  /** The line or the goal by its name; empty for what belongs to the report as a whole. */
  readonly row: string;
  /** A date is a serial number. */
  readonly content: string | number;
}

const PREFIX = "slutrapport";

export function finalTextKey({ initiative, field, row }: Omit<FinalText, "content">): string {
  return cellKey(PREFIX, [field, initiative, row]);
}

const FIELDS: Readonly<Record<FinalField, true>> = {
  explanation: true,
  verdict: true,
  remark: true,
  freeText: true,
  statedBy: true,
  date: true,
};

/** Null for a key of something else. */
export function readFinalTextKey(key: string): Omit<FinalText, "content"> | null {
  const [field = "", initiative = "", row = ""] = readCellKey(PREFIX, key) ?? [];
  return Object.hasOwn(FIELDS, field) ? { field: field as FinalField, initiative, row } : null;
}
