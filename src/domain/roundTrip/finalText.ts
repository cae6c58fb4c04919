// src/domain/roundTrip/finalText.ts: what the lead writes on the tab Slutrapport, kept row by row through every later run.

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
/** Names hold no line break, so that one can stand between the parts. */
const BETWEEN = "\n";

export function finalTextKey({ initiative, field, row }: Omit<FinalText, "content">): string {
  return [PREFIX, field, initiative.replaceAll(BETWEEN, " "), row.replaceAll(BETWEEN, " ")].join(BETWEEN);
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
  const [prefix, field = "", initiative = "", row = ""] = key.split(BETWEEN);
  return prefix === PREFIX && Object.hasOwn(FIELDS, field) ? { field: field as FinalField, initiative, row } : null;
}
