// src/report/board/materialLines.ts: formulas over the lines of an Avvikelse tab: which are material, and which of those lack a text.
// They follow the limits and the texts as they stand in the tab, not as they were at the run.
import { fixed, sheetReference } from "../cells";
import { COLUMN } from "../deviation/deviationColumns";
import type { Layout } from "../deviation/deviationLayout";
import { LIMIT_AMOUNT, LIMIT_SHARE } from "../deviation/deviationFrame";

/** Rows of the lines and of the total under them, zero-based; between sections stand their sums and headings. */
export type LineRows = Pick<Layout, "top" | "total" | "sections">;

/** 1 for each row that holds a line, 0 for headings and sums; null: every row does. To stand inside SUMPRODUCT. */
export function isLine(sheet: string, rows: LineRows): string | null {
  return rows.sections.length === 0 ? null : `(${lineColumn(sheet, rows, COLUMN.lineKey)}>0)`;
}

/** A column of the lines in the tab by this name: `'Avvikelse'!$D$8:$D$11`. */
export function lineColumn(sheet: string, { top, total }: LineRows, column: number): string {
  return `${sheetReference(sheet)}${fixed(top, column)}:${fixed(total - 1, column)}`;
}

/** The figure in a column of the line with this number, wherever in the list it stands. */
export function inLine(sheet: string, rows: LineRows, column: number, number: number): string {
  return `SUMIF(${lineColumn(sheet, rows, COLUMN.lineKey)},${number},${lineColumn(sheet, rows, column)})`;
}

/** 1 for each material line, 0 for the others; to stand inside SUMPRODUCT. The same test as the tab's own column Väsentlig. */
export function materialLines(sheet: string, rows: LineRows): string {
  const deviation = `ROUND(ABS(${lineColumn(sheet, rows, COLUMN.deviation)}),4)`;
  const budget = `ABS(${lineColumn(sheet, rows, COLUMN.budget)})`;
  const limit = ({ row, column }: typeof LIMIT_AMOUNT): string => sheetReference(sheet) + fixed(row, column);
  const only = isLine(sheet, rows);
  return (
    `${only === null ? "" : `${only}*`}(${deviation}>0)*(${deviation}>=${limit(LIMIT_AMOUNT)})` +
    `*(${deviation}>=ROUND(${limit(LIMIT_SHARE)}*${budget},4))`
  );
}

/** How many lines are material. */
export function materialCount(sheet: string, rows: LineRows): string {
  return `SUMPRODUCT(${materialLines(sheet, rows)})`;
}

/** How many material lines have no cause or no action. */
export function missingTexts(sheet: string, rows: LineRows): string {
  const empty = (column: number): string => `(LEN(TRIM(${lineColumn(sheet, rows, column)}))=0)`;
  return `SUMPRODUCT(${materialLines(sheet, rows)}*(${empty(COLUMN.cause)}+${empty(COLUMN.action)}>0))`;
}
