// src/workbook/excel/place.ts: brings a cell or a range of the open workbook to the front, for the user to look at.
import { HostError } from "../workbook";
import { officeCode } from "./hostErrors";

/**
 * Activates the sheet and selects the range; `address` in A1, null: the sheet alone. Of several ranges (`E6,H6`) the first is selected:
 * selecting several at a time came with ExcelApi 1.18. One round trip, one more where Excel refuses, to learn why.
 * Throws HostError "sheet-missing" or "sheet-hidden" with the sheet's name.
 */
export async function selectPlace(context: Excel.RequestContext, sheet: string, address: string | null): Promise<void> {
  try {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    const [first = ""] = (address ?? "").split(",");
    if (first !== "") worksheet.getRange(first).select();
    await context.sync();
  } catch (error) {
    const code = officeCode(error);
    if (code === null || code === "InvalidOperationInCellEditMode") throw error;
    throw (await refusalOf(context, sheet)) ?? error;
  }
}

/** Null where the sheet is there to be seen: then something else is the matter. */
async function refusalOf(context: Excel.RequestContext, sheet: string): Promise<HostError | null> {
  const sheets = context.workbook.worksheets.load("items/name,items/visibility");
  await context.sync();
  const found = sheets.items.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  if (found === undefined) return new HostError("sheet-missing", sheet);
  return found.visibility === "Visible" ? null : new HostError("sheet-hidden", sheet);
}
