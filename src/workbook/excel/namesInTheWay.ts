// src/workbook/excel/namesInTheWay.ts: a copy of a tab of ours at the front, made by Move or Copy, has twins of our names that are known on it alone; while
// it is there Excel refuses to add such a name for the workbook (OfficeDev/office-js#2875). Another sheet is brought to the front meanwhile.
import { officeCode } from "./hostErrors";

/** A name could not be added, and another sheet is at the front now. */
export class NameInTheWay extends Error {
  constructor(
    /** Brings back the sheet that was at the front. */
    readonly toFront: () => Promise<void>,
  ) {
    super("a name of the sheet at the front stands in the way");
    this.name = "NameInTheWay";
  }
}

export function isNameInTheWay(error: unknown): boolean {
  const location = (error as { debugInfo?: { errorLocation?: string } } | null)?.debugInfo?.errorLocation ?? "";
  return officeCode(error) === "ItemAlreadyExists" && /^NamedItemCollection\b/u.test(location);
}

/** Null where Excel has no other sheet to show, or does not tell which one is at the front, as when it is a chart sheet (OfficeDev/office-js#2444). */
export async function steppedAside(context: Excel.RequestContext): Promise<NameInTheWay | null> {
  try {
    const sheets = context.workbook.worksheets.load("items/id,items/visibility");
    const front = sheets.getActiveWorksheet().load("id");
    await context.sync();
    const other = sheets.items.find(({ id, visibility }) => id !== front.id && visibility === "Visible");
    if (other === undefined) return null;
    other.activate();
    await context.sync();
    return new NameInTheWay(() => broughtBack(context, front.id));
  } catch (error) {
    if (officeCode(error) === null) throw error;
    return null;
  }
}

/** Everything is written by then: a refusal changes nothing but what is seen first. */
async function broughtBack(context: Excel.RequestContext, id: string): Promise<void> {
  try {
    context.workbook.worksheets.getItem(id).activate();
    await context.sync();
  } catch (error) {
    if (officeCode(error) === null) throw error;
  }
}
