// src/intake/budget/nearBudget.ts: rows that could be the headings of a budget table and lack what one needs, where nothing is recognised.
import { headingList } from "../headingList";
import { problem, type Problem } from "../../domain/problem";
import { plainSpaces } from "../../domain/lookupKey";
import { rangeName } from "../../domain/a1";
import type { Grid } from "../grid";
import { readPeriodCell } from "../periodLabel";
import { holdsAmounts, holdsNames } from "./columnContent";
import { counterpartOf } from "./counterpart";
import { columnHeading } from "./columnHeadings";

const MOST = 3;
/** Any year will do to see that a label is a period. */
const ANY_YEAR = 2000;

/** What keeps each such row from being a table, with its sheet, row and headings; at most a few. */
export function nearBudgets(grid: Grid): readonly Problem[] {
  const found: Problem[] = [];
  let row = 0;
  while (row < grid.values.length && found.length < MOST) {
    const near = nearAt(grid, row);
    if (near !== null) found.push(near);
    // What follows are the rows under these headings.
    row += near === null ? 1 : rowsBelow(grid, row) + 1;
  }
  return found;
}

/** Headings of both budget and outcome that made no table: something that every table needs is not there. */
export function brokenBudgets(grid: Grid): readonly Problem[] {
  return nearBudgets(grid).filter(({ cell }) => {
    const row = Number(/\d+/u.exec(cell ?? "")?.[0] ?? 0) - 1;
    const measures = (grid.values[row] ?? []).flatMap((_, column) => {
      const heading = columnHeading(grid, row, column);
      return heading?.kind === "measure" ? [heading.measure] : [];
    });
    return measures.includes("budget") && measures.includes("outcome");
  });
}

function rowsBelow(grid: Grid, row: number): number {
  const rows = grid.values.slice(row + 1);
  const blank = rows.findIndex((cells) => cells.every((cell) => cell === null || cell === ""));
  return blank < 0 ? rows.length : blank;
}

function nearAt(grid: Grid, row: number): Problem | null {
  const cells = grid.values[row] ?? [];
  const amounts = cells.flatMap((cell, column) => {
    const isHeading = (typeof cell === "string" && plainSpaces(cell) !== "") || typeof cell === "number";
    return isHeading && holdsAmounts(grid, row, column) ? [column] : [];
  });
  const [first] = amounts;
  const last = amounts.at(-1);
  if (first === undefined || last === undefined) return null;
  const names = Array.from({ length: first }, (_, column) => column).some((column) => holdsNames(grid, row, column));
  const measures = amounts.flatMap((column) => {
    const heading = columnHeading(grid, row, column);
    return heading?.kind === "measure" ? [heading.measure] : [];
  });
  const periods = amounts.filter((column) => {
    const value = cells[column] ?? null;
    const format = typeof value === "number" ? grid.format(row, column) : "General";
    return readPeriodCell(value, format, false, ANY_YEAR).kind === "period";
  });
  const words = cells.some((cell) => typeof cell === "string");
  const texts = cells
    .flatMap((cell) => (typeof cell === "string" || typeof cell === "number" ? [plainSpaces(String(cell))] : []))
    .filter((text) => text !== "");
  const headings = headingList(texts);
  const at = { sheet: grid.sheet, cell: rangeName(row, 0, row, last) };
  if (!names)
    return measures.includes("budget") && measures.includes("outcome")
      ? problem("no-line-column", at, { headings })
      : null;
  if (measures.length === 0 && (periods.length < 2 || !words)) return null;
  return measures.includes("budget")
    ? problem("no-outcome-column", at, { headings, add: counterpartOf(texts, "outcome") })
    : problem("no-budget-column", at, { headings, add: counterpartOf(texts, "budget") });
}
