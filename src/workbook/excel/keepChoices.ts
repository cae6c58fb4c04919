// src/workbook/excel/keepChoices.ts: puts what the user chose into the open workbook: in its settings, and in hidden names that files keep too.
import { choiceNamesOf, choicesSetting, isChoiceName } from "../choiceNames";

/** Two round trips. The names of an earlier text are taken away first: a shorter text has fewer. */
export async function keepChoices(context: Excel.RequestContext, text: string): Promise<void> {
  const { workbook } = context;
  const names = workbook.names.load("items/name");
  await context.sync();
  for (const item of names.items) if (isChoiceName(item.name)) item.delete();
  for (const { name, formula } of choiceNamesOf(text)) workbook.names.add(name, `=${formula}`).visible = false;
  workbook.settings.add(choicesSetting, text);
  await context.sync();
}
