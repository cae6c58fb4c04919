// src/workbook/excel/watchSelection.ts: tells which cell is chosen, once the choice has settled.
import { burstOf } from "./burst";
import { inExcel } from "./hostErrors";
import { removed, type Stop } from "./watch";

/** The active cell: its sheet and its address (`C7`). */
export interface ChosenCell {
  readonly sheet: string;
  readonly address: string;
}

const quiet = 150;
const longest = 600;

/**
 * One round trip to begin, one per choice: arrow keys held down are one choice. Nothing is told while a cell is edited or where the sheet
 * has no cells (a chart). Throws HostError where Excel does not take the registration.
 */
export async function watchSelection(onSelect: (cell: ChosenCell) => void): Promise<Stop> {
  const burst = burstOf(
    async () => {
      const cell = await activeCell();
      if (cell !== null) onSelect(cell);
    },
    quiet,
    longest,
  );
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const heard = (): Promise<void> => {
      burst.more();
      return Promise.resolve();
    };
    const handlers = [worksheets.onSelectionChanged.add(heard), worksheets.onActivated.add(heard)];
    await context.sync();
    return () => {
      burst.stop();
      return removed(handlers);
    };
  });
}

/** Null where there is none to be had. */
async function activeCell(): Promise<ChosenCell | null> {
  try {
    return await inExcel(async (context) => {
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      const cut = cell.address.lastIndexOf("!");
      const sheet = cell.address.slice(0, cut).replace(/^'|'$/g, "").replaceAll("''", "'");
      return cut < 0 ? null : { sheet, address: cell.address.slice(cut + 1) };
    });
  } catch {
    return null;
  }
}
