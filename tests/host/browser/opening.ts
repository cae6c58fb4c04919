// tests/host/browser/opening.ts: a workbook for the simulated Excel: a published case or a file of the person's own, read as the browser
// way of Samkalkyl reads it. Looks of the file are not read; columns get the width that their contents need.
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { columnsOf, rowsOf } from "../a1";
import type { ExcelHost } from "../excelHost";
import { hostFromGrids } from "../hostFromGrids";
import type { SheetData } from "../sheetModel";
import type { CaseName } from "./choices";
import { numberText } from "./numberText";

/** Points: a character's width, the narrowest and the widest column. */
const perCharacter = 5.4;
const narrowest = 48;
const widest = 220;

export async function caseBytes(name: CaseName): Promise<Uint8Array> {
  const response = await fetch(`cases/${name}.xlsx`);
  if (!response.ok) throw new Error(`cases/${name}.xlsx: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Throws HostError where the file is no workbook. */
export async function hostOf(name: string, bytes: Uint8Array, apiSet: number): Promise<ExcelHost> {
  const source = await openXlsx(bytes, name).read();
  const host = hostFromGrids(source.grids, { apiSet });
  host.workbook.name = name;
  for (const sheet of host.workbook.sheets) fitColumns(sheet);
  return host;
}

/** A title that runs out over empty cells makes its column no wider. */
function fitColumns(sheet: SheetData): void {
  const used = sheet.cells.used();
  if (used === null || rowsOf(used) * columnsOf(used) > 2_000_000) return;
  const widths = new Map<number, number>();
  sheet.cells.forEachStored(used, (cell, row, column) => {
    const { value } = cell;
    if (value === null || (typeof value === "string" && sheet.cells.at(row, column + 1)?.value == null)) return;
    const text = typeof value === "number" ? numberText(value, cell.format, "sv-SE") : String(value);
    widths.set(column, Math.max(widths.get(column) ?? narrowest, (text.length + 2) * perCharacter));
  });
  for (const [column, width] of widths) sheet.columnWidths.set(column, Math.min(widest, width));
}
