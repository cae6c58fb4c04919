// src/workbook/excel/known.ts: whether the open workbook has been followed up before.
import { isChoiceName } from "../choiceNames";
import { isRoleName } from "../ownedNames";

/** True where there are tabs of ours, also half-written ones, or choices that somebody made. One round trip. */
export async function isKnown(context: Excel.RequestContext): Promise<boolean> {
  const names = context.workbook.names.load("items/name");
  await context.sync();
  return names.items.some(({ name }) => isRoleName(name) || isChoiceName(name));
}
