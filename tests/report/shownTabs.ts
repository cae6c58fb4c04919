// tests/report/shownTabs.ts: tabs as rows of text, and as a spreadsheet program recalculates them.
import type { Cell, SheetModel } from "../../src/report/sheetModel";
import { newXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { recalculate, type Recalculated } from "../recalculate/libreOffice";

/** The tabs as a spreadsheet program computes them from the written file. */
export async function recalculated(sheets: readonly SheetModel[]): Promise<Recalculated> {
  const book = newXlsx("tabs.xlsx");
  await book.write(sheets);
  return recalculate(book.bytes());
}

/** What a cell holds, as text; empty for none. */
export function shown(cell: Cell | null | undefined): string {
  const content = cell?.content;
  if (content == null) return "";
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

export function texts(sheet: SheetModel): string[][] {
  return sheet.rows.map((row) => row.map(shown));
}

/** The first row whose first cell is this. */
export function rowOf(sheet: SheetModel, label: string): string[] {
  const row = texts(sheet).find(([first]) => first === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
}
