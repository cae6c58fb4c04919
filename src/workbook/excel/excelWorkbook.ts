// src/workbook/excel/excelWorkbook.ts: the port on the workbook that is open in Excel, through Office.js.
// Needs ExcelApi 1.9 (range areas, page layout); nothing newer is used.
import type { SourceWorkbook } from "../../intake/grid";
import type { SheetModel } from "../../report/sheetModel";
import type { SheetName, Workbook } from "../workbook";
import { inExcel } from "./hostErrors";
import { settledNames } from "../sheetNames";
import { rolesBySheet } from "./ownedTabs";
import { readSheets } from "./readSheets";
import { writeSheets } from "./writeSheets";

/** The requirement set that the manifest must ask for. */
export const requirementSet = { name: "ExcelApi", minVersion: "1.9" } as const;

export class ExcelWorkbook implements Workbook {
  /** Three round trips for a workbook under 50 000 cells, one more for each further 50 000. Throws HostError. */
  async read(): Promise<SourceWorkbook> {
    return inExcel(readSheets);
  }

  /** One round trip. Throws HostError. */
  async settleNames(proposed: readonly SheetName[]): Promise<readonly SheetName[]> {
    return inExcel(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      const names = context.workbook.names.load("items/name,items/formula");
      await context.sync();
      return settledNames(
        proposed,
        sheets.items.map(({ name }) => name),
        new Map([...rolesBySheet(names.items)].map(([sheet, role]) => [role, sheet])),
      );
    });
  }

  /** See `writeSheets`. */
  async write(sheets: readonly SheetModel[]): Promise<void> {
    await inExcel((context) => writeSheets(context, sheets));
  }
}
