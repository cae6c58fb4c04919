// src/intake/records/rowBody.ts: which rows below a header are rows of its table, and which are remarks.
import { plainSpaces } from "../../domain/lookupKey";
import type { CellValue, Grid } from "../grid";
import { isTotalLine } from "../budget/heading";
import { isFactLabel } from "./initiative";
import type { OtherHeader } from "./otherTables";
import type { FoundTable } from "../recognise";

export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && plainSpaces(value) === "");
}

/** Zero-based body rows: to the next header, without blank rows and without notes or facts that follow after a blank row. */
export function bodyRowsOf(grid: Grid, { header, end, repeats }: FoundTable<OtherHeader>): readonly number[] {
  const rows: number[] = [];
  let blank = false;
  for (let row = header.row + 1; row < Math.min(end, grid.values.length); row++) {
    const cells = grid.values[row] ?? [];
    const filled: CellValue[] = [];
    for (let column = header.left; column <= header.right; column++) {
      const value = cells[column];
      if (value !== undefined && !isBlank(value)) filled.push(value);
    }
    if (filled.length === 0) blank = true;
    else if (!repeats.has(row)) {
      if (isRemark(filled, blank)) break;
      rows.push(row);
      blank = false;
    }
  }
  return rows;
}

function isRemark(filled: readonly CellValue[], afterBlank: boolean): boolean {
  const [first] = filled;
  if (typeof first !== "string") return false;
  if (filled.length === 1 && (afterBlank || first.length > 60)) return !isTotalLine(first);
  return afterBlank && filled.length === 2 && isFactLabel(first);
}
