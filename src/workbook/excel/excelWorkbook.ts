// src/workbook/excel/excelWorkbook.ts: the port on the workbook that is open in Excel, through Office.js.
// Nothing newer than requirementSet.ts says is used.
import { eachInSteps, inSlices, type Work } from "../../domain/steps";
import type { SourceWorkbook } from "../../intake/grid";
import type { SheetModel } from "../../report/sheetModel";
import type { SheetName, Workbook, Writing } from "../workbook";
import { inExcel } from "./hostErrors";
import { keepChoices } from "./keepChoices";
import { settledNames } from "../sheetNames";
import { rolesBySheet } from "./ownedTabs";
import { readSheets } from "./readSheets";
import { writeSheets } from "./writeSheets";

export class ExcelWorkbook implements Workbook {
  /** Three round trips for a workbook under 50 000 cells, one more for each further 50 000. Throws HostError. */
  async read(work: Work = {}): Promise<SourceWorkbook> {
    return inExcel((context) => readSheets(context, work));
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

  /** Two round trips. Throws HostError. */
  async keepChoices(text: string): Promise<void> {
    await inExcel((context) => keepChoices(context, text));
  }

  /** See `writeSheets`. */
  async write(sheets: readonly SheetModel[], work: Writing = {}): Promise<void> {
    // Excel gets all tabs together, part by part: their cells are held until it has them.
    const whole = await inSlices(
      eachInSteps(sheets, (sheet) => sheet.whole?.() ?? sheet),
      work,
    );
    await inExcel((context) => writeSheets(context, whole, work));
  }
}
