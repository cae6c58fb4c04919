// src/report/rowPrints.ts: a hidden column with a print of each row, by which a later run sees what people have changed since.
import { type CellPrint, printText, sumOf } from "../domain/kept/rowPrint";
import { textCell } from "./cells";
import type { Cell, SheetModel } from "./sheetModel";

const EMPTY: CellPrint = { kind: "empty", sum: "", key: "" };
const FORMULA: CellPrint = { kind: "formula", sum: "", key: "" };

/**
 * The tab with its prints right of everything else. Tables of source rows get none: nobody writes in them, they may be very long,
 * and a text beside a table would become part of it.
 */
export function withPrints(sheet: SheetModel): SheetModel {
  if (sheet.tables.length > 0) return sheet;
  const column = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), sheet.columns.length);
  const gap = Array.from({ length: column - sheet.columns.length }, () => ({ width: 10 }));
  // Labels and keys are the same cells in many rows.
  const known = new Map<Cell, CellPrint>();
  return {
    ...sheet,
    columns: [...sheet.columns, ...gap, { width: 10, hidden: true }],
    rows: sheet.rows.map((row, index) => {
      const cells = row.map((cell) => printOf(cell, known));
      if (index > 0 && cells.every((print) => print === EMPTY)) return row;
      const printed: (Cell | null)[] = [...row];
      while (printed.length < column) printed.push(null);
      printed.push(textCell(printText({ column: index === 0 ? column : null, cells })));
      return printed;
    }),
  };
}

function printOf(cell: Cell | null, known: Map<Cell, CellPrint>): CellPrint {
  if (cell === null) return EMPTY;
  if (cell.content?.kind === "formula" && cell.key === undefined && cell.unedited === undefined) return FORMULA;
  let print = known.get(cell);
  if (print === undefined) known.set(cell, (print = madePrint(cell)));
  return print;
}

function madePrint({ content, unedited, key = "" }: Cell): CellPrint {
  const without = unedited === undefined ? content : unedited;
  if (without === null || (without.kind === "text" && without.text === ""))
    return key === "" ? EMPTY : { ...EMPTY, key };
  if (without.kind === "formula") return { ...FORMULA, key };
  return { kind: "constant", sum: sumOf(without.kind === "number" ? Number(without.number) : without.text), key };
}
