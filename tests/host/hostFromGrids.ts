// tests/host/hostFromGrids.ts: a host with a workbook in it, from grids (as the .xlsx reader gives them) or from plain arrays.
import { type CellValue, isCellError } from "../../src/intake/grid";
import type { Grid } from "../../src/intake/grid";
import { ExcelHost, type HostOptions } from "./excelHost";
import type { SheetData } from "./sheetModel";

/** What a host's sheet is filled from: a `Grid`, or just a name and rows. */
export type SheetSource = Pick<Grid, "sheet" | "values"> & Partial<Pick<Grid, "format" | "hiddenRows" | "hidden">>;

/** A host whose workbook holds these sheets, unchanged: text stays text, errors stay errors. */
export function hostFromGrids(sources: readonly SheetSource[], options: HostOptions = {}): ExcelHost {
  const host = new ExcelHost(options);
  for (const source of sources) fill(host.workbook.addSheet(source.sheet), source);
  for (const source of sources) if (source.hidden === true) host.sheet(source.sheet).visibility = "Hidden";
  return host;
}

function fill(sheet: SheetData, source: SheetSource): void {
  source.values.forEach((row, rowIndex) => {
    row.forEach((value, column) => {
      const format = source.format?.(rowIndex, column) ?? "General";
      if (value === null && format === "General") return;
      const cell = sheet.cells.edit(rowIndex, column);
      cell.value = stored(value);
      cell.format = format;
      cell.prefixed = typeof value === "string";
    });
  });
  for (const row of source.hiddenRows ?? []) sheet.hiddenRows.add(row);
}

function stored(value: CellValue): string | number | boolean | null {
  return isCellError(value) ? value.error : value;
}
