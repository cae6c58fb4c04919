// src/domain/roundTrip/orphanedEdit.ts: what a person wrote in a tab of ours where a new run cannot keep it in place.
import { cellKey, readCellKey } from "./cellKey";

/**
 * `formula`: over one of our formulas; `constant`: over a text or figure of ours; `empty`: beside them; `value`: a formula where people
 * write, kept in place as the value that it gave; `assumption`: in a row of Antaganden that the tab does not have; `unusable`: an assumption
 * that cannot be computed with; `gone`: what it belonged to is gone; `source`: a row of source data, made anew from the user's own sheets.
 */
export type OrphanReason = "formula" | "constant" | "empty" | "value" | "assumption" | "unusable" | "gone" | "source";

/** It is shown at the end of the tab, under a heading of its own, until somebody deletes it. */
export interface OrphanedEdit {
  /** The role of the tab it was written in, and the tab's name then. */
  readonly role: string;
  readonly sheet: string;
  /** A1 address at that time. */
  readonly cell: string;
  /** The row's and the column's words, as far as there are any. */
  readonly what: string;
  readonly reason: OrphanReason;
  readonly content: string | number;
}

const PREFIX = "kvar";
const REASONS: Readonly<Record<OrphanReason, true>> = {
  formula: true,
  constant: true,
  empty: true,
  value: true,
  assumption: true,
  unusable: true,
  gone: true,
  source: true,
};

/** By what it is found again where it is shown. */
export function orphanedEditKey({ role, sheet, cell, what, reason }: Omit<OrphanedEdit, "content">): string {
  return cellKey(PREFIX, [reason, role, sheet, cell, what]);
}

/** Null for a key of something else. */
export function readOrphanedEditKey(key: string): Omit<OrphanedEdit, "content"> | null {
  const [reason = "", role = "", sheet = "", cell = "", what = ""] = readCellKey(PREFIX, key) ?? [];
  return Object.hasOwn(REASONS, reason) ? { reason: reason as OrphanReason, role, sheet, cell, what } : null;
}
