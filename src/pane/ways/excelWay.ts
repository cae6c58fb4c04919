// src/pane/ways/excelWay.ts: the way inside Excel: the open workbook in, tabs written into it.
// Loaded only when Office says that the host is Excel.
import { writeTabs } from "../../actions/tabs";
import { ExcelWorkbook } from "../../workbook/excel/excelWorkbook";
import { inExcel } from "../../workbook/excel/hostErrors";
import type { ExcelWay, Source } from "../way";

export const excelWay: ExcelWay = { kind: "excel", readWorkbook, showTab };

async function readWorkbook(): Promise<Source> {
  const target = new ExcelWorkbook();
  const workbook = await target.read();
  return {
    name: workbook.name,
    workbook,
    settleNames: (proposed) => target.settleNames(proposed),
    async deliver(analysis, options) {
      const sheets = await writeTabs(analysis, target, options);
      return { kind: "tabs", names: sheets.map(({ name }) => name) };
    },
  };
}

async function showTab(name: string): Promise<void> {
  await inExcel(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
}
