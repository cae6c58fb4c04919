// src/workbook/printArea.ts: what of a tab is printed: everything up to the last column a person sees.
import type { Area, SheetModel } from "../report/sheetModel";

/** From A1 to the last row and the last column that is not hidden; null for an empty tab. Helper columns stand right of it. */
export function printAreaOf({ rows, columns }: SheetModel): Area | null {
  const width = rows.reduce((widest, row) => Math.max(widest, row.findLastIndex((cell) => cell !== null) + 1), 0);
  let right = width - 1;
  while (right >= 0 && columns[right]?.hidden === true) right--;
  return rows.length === 0 || right < 0 ? null : { top: 0, left: 0, bottom: rows.length - 1, right };
}
