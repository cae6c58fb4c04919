// src/intake/budget/foundRows.ts: which rows of a table were read as lines and which as totals, and what the user said of rows that are gone.
import { problem, type Problem } from "../../domain/problem";
import type { FoundRow, RowCorrection } from "../../domain/tableCorrection";
import { folded } from "../../domain/lookupKey";
import { cellName } from "../../domain/a1";
import type { Body } from "./budgetBody";
import type { Sorted } from "./budgetRows";

/** Reasons for which a row with figures is no line. */
const NO_LINES: ReadonlySet<string> = new Set(["total-row", "subtotal-row", "volume-row"]);

/** The lines in the order of the rows, and which of them are totals. */
export function foundRows({ rows, lineColumn }: Body, sorts: readonly Sorted[]): readonly FoundRow[] {
  const cellsOf = new Map<string, string[]>();
  for (const { line, row, amounts } of rows) {
    if (line === null || amounts.length === 0) continue;
    const cells = cellsOf.get(line);
    if (cells === undefined) cellsOf.set(line, [cellName(row, lineColumn)]);
    else cells.push(cellName(row, lineColumn));
  }
  const totals = new Set(
    sorts.flatMap(({ setAside }) => setAside.flatMap(({ reason, cell }) => (NO_LINES.has(reason) ? [cell] : []))),
  );
  return [...cellsOf].map(([label, cells]) => ({
    label,
    is: cells.every((cell) => totals.has(cell)) ? "total" : "line",
    cell: cells.length === 1 ? (cells[0] ?? null) : null,
  }));
}

/** A choice about a line that the table does not have any more. */
export function goneRows(
  choices: readonly RowCorrection[],
  { rows }: Body,
  at: { sheet: string; cell: string },
): readonly Problem[] {
  if (choices.length === 0) return [];
  const present = new Set(rows.map(({ line }) => folded(line ?? "")));
  return choices
    .filter(({ label }) => !present.has(folded(label)))
    .map(({ label }) => problem("row-choice-not-used", at, { what: label }));
}
