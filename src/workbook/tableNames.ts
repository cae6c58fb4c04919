// src/workbook/tableNames.ts: what our tables are called in a workbook whose user has a table or a name that is called the same: the next free name, in
// the tabs' formulas too. Both adapters keep to it. Tables and names share one name space, without regard to case.
import type { Cell, SheetModel } from "../report/sheetModel";

/** New names of those of our tables whose own is taken. `taken`: names and tables that are not ours, in lower case. */
export function freeTableNames(
  models: readonly Pick<SheetModel, "tables">[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const tables = models.flatMap((model) => model.tables);
  const used = new Set([...taken, ...tables.map(({ name }) => name.toLowerCase())]);
  const renamed = new Map<string, string>();
  for (const { name } of tables) {
    if (!taken.has(name.toLowerCase())) continue;
    let number = 2;
    while (used.has(`${name}_${number}`.toLowerCase())) number++;
    used.add(`${name}_${number}`.toLowerCase());
    renamed.set(name, `${name}_${number}`);
  }
  return renamed;
}

/** The tab with its tables under their new names, and the formulas that name them. It has its cells. */
export function withTableNames(model: SheetModel, renamed: ReadonlyMap<string, string>): SheetModel {
  if (renamed.size === 0) return model;
  const texts = new RegExp(`"(?:[^"]|"")*"|(?<![\\p{L}\\p{N}_.])(${[...renamed.keys()].join("|")})(?=\\[)`, "gu");
  const formulaOf = (formula: string): string =>
    formula.replace(texts, (whole, name: string | undefined) => renamed.get(name ?? "") ?? whole);
  const cellOf = (cell: Cell | null): Cell | null =>
    cell?.content?.kind === "formula" && cell.content.formula.includes("[")
      ? { ...cell, content: { ...cell.content, formula: formulaOf(cell.content.formula) } }
      : cell;
  return {
    ...model,
    tables: model.tables.map((table) => ({ ...table, name: renamed.get(table.name) ?? table.name })),
    rows: model.rows.map((row) => row.map(cellOf)),
  };
}
