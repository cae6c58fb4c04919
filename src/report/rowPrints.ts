// src/report/rowPrints.ts: a hidden column with a print of each row, by which a later run sees what people have changed since.
import { type CellPrint, formulaSumOf, printText, sumOf } from "../domain/kept/rowPrint";
import { textCell } from "./cells";
import type { Cell, SheetModel } from "./sheetModel";

const EMPTY: CellPrint = { kind: "empty", sum: "", key: "" };

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
      const cells = row.map((cell, at) => printOf(cell, known, (formula) => formulaSumOf(formula, index, at)));
      if (index > 0 && cells.every((print) => print === EMPTY)) return row;
      const printed: (Cell | null)[] = [...row];
      while (printed.length < column) printed.push(null);
      printed.push(textCell(printText({ column: index === 0 ? column : null, row: index, cells })));
      return printed;
    }),
  };
}

function printOf(cell: Cell | null, known: Map<Cell, CellPrint>, formulaSum: (formula: string) => string): CellPrint {
  if (cell === null) return EMPTY;
  const without = cell.unedited === undefined ? cell.content : cell.unedited;
  // The same formula has another sum in another cell.
  if (without?.kind === "formula") return { kind: "formula", sum: formulaSum(without.formula), key: cell.key ?? "" };
  let print = known.get(cell);
  if (print === undefined) known.set(cell, (print = madePrint(without, cell.key ?? "")));
  return print;
}

function madePrint(content: Exclude<Cell["content"], { kind: "formula" }>, key: string): CellPrint {
  if (content === null || (content.kind === "text" && content.text === ""))
    return key === "" ? EMPTY : { ...EMPTY, key };
  return { kind: "constant", sum: sumOf(content.kind === "number" ? Number(content.number) : content.text), key };
}
