// src/domain/deviation/tableNames.ts: what a budget table goes by among others, and whose workbook its cells are in.
import { withoutEnding } from "../fileName";
import type { BudgetTable, InitiativeFacts } from "./budget";

/** `tables` as they are told apart: one without a name of its own bears its initiative's, else the only one its file's, and one of several its sheet's. */
export function namedTables({
  tables,
  factsOfTables,
}: {
  readonly tables: readonly BudgetTable[];
  readonly factsOfTables: readonly (InitiativeFacts | null)[];
}): readonly BudgetTable[] {
  const alone = tables.length === 1;
  return tables.map((table, at) => {
    const fileName = table.workbook === null ? null : withoutEnding(table.workbook);
    const name = table.initiative ?? factsOfTables[at]?.name ?? (alone ? fileName : table.sheet);
    return { ...table, initiative: name };
  });
}

/** With several inputs each origin names its workbook, so that links and messages lead to the right file. */
export function withWorkbook(table: BudgetTable, workbook: string): BudgetTable {
  return {
    ...table,
    workbook,
    entries: table.entries.map((entry) => ({ ...entry, origin: { ...entry.origin, workbook } })),
    controlTotals: table.controlTotals.map((control) => ({ ...control, origin: { ...control.origin, workbook } })),
    seriesBreaks: table.seriesBreaks.map((found) => ({ ...found, origin: { ...found.origin, workbook } })),
  };
}
