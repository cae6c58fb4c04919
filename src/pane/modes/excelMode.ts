// src/pane/modes/excelMode.ts: the way inside Excel: the open workbook in, tabs written into it.
// Loaded only when Office says that the host is Excel.
import type { Work } from "../../domain/steps";
import { ExcelWorkbook } from "../../workbook/excel/excelWorkbook";
import { inExcel } from "../../workbook/excel/hostErrors";
import { isKnown } from "../../workbook/excel/known";
import { selectPlace } from "../../workbook/excel/place";
import { watchSource } from "../../workbook/excel/watch";
import type { WriteNote } from "../../workbook/workbook";
import { watchSelection } from "../../workbook/excel/watchSelection";
import type { ExcelMode, OpenedWorkbook } from "./hostMode";

export const excelMode: ExcelMode = {
  kind: "excel",
  readWorkbook,
  isKnown: () => inExcel(isKnown),
  showTab,
  goTo,
  watch: watchSource,
  watchSelection,
};

async function readWorkbook(work?: Work): Promise<OpenedWorkbook> {
  const target = new ExcelWorkbook();
  const workbook = await target.read(work);
  return {
    name: workbook.name,
    workbook,
    settleNames: (proposed) => target.settleNames(proposed),
    keepChoices: (text) => target.keepChoices(text),
    async deliver(analysis, options, delivering) {
      const { writeTabs } = await import(/* webpackChunkName: "engine" */ "../../actions/tabs");
      const notes: WriteNote[] = [];
      const sheets = await writeTabs(analysis, target, options, { ...delivering, note: (note) => notes.push(note) });
      return { kind: "tabs", names: sheets.map(({ name }) => name), notes };
    },
  };
}

async function showTab(name: string): Promise<void> {
  await inExcel(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
}

async function goTo(sheet: string, address: string | null): Promise<void> {
  await inExcel((context) => selectPlace(context, sheet, address));
}
