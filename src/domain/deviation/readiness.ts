// src/domain/deviation/readiness.ts: whether a follow-up is ready for the board: every material deviation has its cause and its action.
// A check, not a lock: nothing is kept from being written because of it.
import type { FollowUp } from "./followUp";
import type { Remarks } from "./remarks";

/** A material deviation that lacks one or both texts. */
export interface MissingText {
  /** Index into the table's lines. */
  readonly line: number;
  readonly costLine: string;
  /** true: missing. */
  readonly cause: boolean;
  readonly action: boolean;
}

export interface Readiness {
  /** How many lines deviate materially. */
  readonly marked: number;
  /** In the order of the lines. Empty: ready. */
  readonly missing: readonly MissingText[];
}

/** What people wrote is matched by the cost line's name, as the tab Avvikelse does; white space alone is no text. */
export function readinessOf(
  { table, material }: Pick<FollowUp, "table" | "material">,
  kept: Remarks | null,
): Readiness {
  const missing: MissingText[] = [];
  let marked = 0;
  table.lines.forEach((costLine, line) => {
    if (material[line] !== true) return;
    marked += 1;
    const written = kept?.rows.find((row) => row.line === costLine);
    const cause = (written?.cause ?? "").trim() === "";
    const action = (written?.action ?? "").trim() === "";
    if (cause || action) missing.push({ line, costLine, cause, action });
  });
  return { marked, missing };
}
