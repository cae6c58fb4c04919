// src/report/rowPrints.ts: a hidden column with a print of each row, by which a later run sees what people have changed since.
import { type CellPrint, printText, sumOf } from "../domain/kept/rowPrint";
import { textCell } from "./cells";
import type { Cell, SheetModel } from "./sheetModel";

/**
 * The tab with its prints right of everything else. Tables of source rows get none: nobody writes in them, they may be very long,
 * and a text beside a table would become part of it.
 */
export function withPrints(sheet: SheetModel): SheetModel {
  if (sheet.tables.length > 0) return sheet;
  const column = Math.max(sheet.columns.length, ...sheet.rows.map((row) => row.length));
  const gap = Array.from({ length: column - sheet.columns.length }, () => ({ width: 10 }));
  return {
    ...sheet,
    columns: [...sheet.columns, ...gap, { width: 10, hidden: true }],
    rows: sheet.rows.map((row, index) => {
      const cells = row.map(printOf);
      if (index > 0 && cells.every(({ kind, key }) => kind === "empty" && key === "")) return row;
      const filler = Array.from({ length: column - row.length }, () => null);
      return [...row, ...filler, textCell(printText({ column: index === 0 ? column : null, cells }))];
    }),
  };
}

function printOf(cell: Cell | null): CellPrint {
  const key = cell?.key ?? "";
  const content = cell?.unedited === undefined ? (cell?.content ?? null) : cell.unedited;
  if (content === null || (content.kind === "text" && content.text === "")) return { kind: "empty", sum: "", key };
  if (content.kind === "formula") return { kind: "formula", sum: "", key };
  return { kind: "constant", sum: sumOf(content.kind === "number" ? Number(content.number) : content.text), key };
}
