// src/intake/roundTrip/copiedTab.ts: tells a copy of a tab of ours, made by Move or Copy or pasted into another sheet or workbook: it has no mark as
// ours, but the fingerprints that every tab of ours bears came along. What stands in it stands in the tabs' source already.
import { isFingerprint, readFingerprint } from "../../domain/roundTrip/rowFingerprint";
import type { CellValue, Grid } from "../grid";

/** Rows that somebody may have put above the first of ours. */
const FIRST_ROWS = 60;

/**
 * The first row of a tab, the sums of a table of source rows, a snapshot, or most rows of the sheet. Fingerprints beside a few rows among many others are
 * those of rows that somebody has pasted into a sheet of their own, which is read.
 */
export function isCopiedTab({ role, values }: Grid): boolean {
  if (role !== null) return false;
  let rows = 0;
  let ours = 0;
  for (let row = 0; row < values.length; row++) {
    const cells = values[row];
    // A missing row is an empty one.
    if (cells === undefined || cells.every((cell) => cell === null || cell === "")) continue;
    rows += 1;
    const fingerprint = cells.find(isFingerprint);
    if (fingerprint === undefined) continue;
    ours += 1;
    if (row < FIRST_ROWS && isWholeTab(fingerprint)) return true;
  }
  return ours > 0 && ours * 2 > rows;
}

/** The fingerprint of a tab's first row, one of the texts that hold the sums of a table, or what a snapshot tells of its columns. */
function isWholeTab(fingerprint: CellValue): boolean {
  const row = readFingerprint(fingerprint);
  return row?.column !== null;
}
