// src/intake/budget/headerLabels.ts: the row of periods over (or under) a wide table's measures.
import { type Period, yearOf } from "../../domain/period";
import type { ColumnGroup, HeaderContext, Segment } from "./header";
import { plainSpaces } from "../../domain/lookupKey";
import type { CellValue, Grid } from "../grid";
import { headingOf } from "./heading";
import { isTotalLabel } from "./measureHeading";
import { isDateFormat } from "../numberFormat";
import { readPeriodCell, readPeriodText } from "../periodLabel";

/** Labels by column. A label holds for the columns to its right up to the next. */
export interface LabelRow {
  readonly row: number;
  readonly labels: ReadonlyMap<number, ColumnGroup["period"]>;
}

function labelAt(grid: Grid, row: number, column: number, context: HeaderContext): ColumnGroup["period"] | null {
  const value: CellValue = grid.values[row]?.[column] ?? null;
  if (value === null || (typeof value === "string" && plainSpaces(value) === "")) return null;
  if (typeof value === "string" && isTotalLabel(value)) return "total";
  const reading = readPeriodCell(
    value,
    typeof value === "number" ? grid.format(row, column) : "General",
    context.date1904,
    context.contextYear,
  );
  return reading.kind === "period" ? reading.period : reading;
}

/** The labels of a row over these columns, when it holds at least one period or total and no other numbers. */
function labelRow(grid: Grid, row: number, from: number, to: number, context: HeaderContext): LabelRow | null {
  const labels = new Map<number, ColumnGroup["period"]>();
  let useful = 0;
  for (let column = from; column <= to; column++) {
    const label = labelAt(grid, row, column, context);
    if (label === null) continue;
    const usable = label === "total" || (typeof label === "object" && !("kind" in label));
    const value = grid.values[row]?.[column];
    const yearLike = typeof label === "object" && "kind" in label && label.kind === "year-out-of-range";
    if (!usable && typeof value === "number" && !(yearLike && Number.isInteger(value) && value >= 10_000)) return null;
    if (usable) useful++;
    labels.set(column, label);
  }
  return useful > 0 ? { row, labels } : null;
}

/** The nearest row of periods above the measures; null when there is none within three rows. */
export function labelRowAbove(
  grid: Grid,
  segment: Segment,
  firstColumn: number,
  contextOf: (row: number) => HeaderContext,
): LabelRow | null {
  for (let row = segment.row - 1; row >= Math.max(0, segment.row - 3); row--) {
    if (statesAmount(grid, row, segment.left, firstColumn, contextOf(row))) continue;
    const found = labelRow(
      grid,
      row,
      firstColumn,
      segment.right,
      yearsAbove(grid, row, firstColumn, segment.right, contextOf(row)),
    );
    if (found === null) continue;
    return withYearsAbove(grid, found, firstColumn, segment.right, contextOf(row)) ?? found;
  }
  return null;
}

const AMOUNT_NAME =
  /bevilj|belopp|summa|anslag|totalt|budget|antal|medel|\bram\b|bidrag|deltagare|\bkr\b|tkr|kronor|saldo/iu;

/**
 * A name with a figure after it, such as `Beviljat belopp (tkr) · 2 000`: no row of years, though the figure looks like one. Headings and
 * titles may stand beside years.
 */
function statesAmount(
  grid: Grid,
  row: number,
  left: number,
  firstColumn: number,
  { contextYear }: HeaderContext,
): boolean {
  const cells = grid.values[row] ?? [];
  const names = namesLeftOf(cells, left, firstColumn);
  const numbers = cells.slice(firstColumn).flatMap((cell, at) => {
    const isPlain = typeof cell === "number" && !isDateFormat(grid.format(row, firstColumn + at));
    return isPlain ? [cell] : [];
  });
  if (names.length === 0 || numbers.length === 0) return false;
  if (names.some((name) => AMOUNT_NAME.test(name))) return true;
  return numbers.length === 1 && contextYear !== null && !numbers.includes(contextYear);
}

/** Texts and numbers that are neither headings nor a unit alone. */
function namesLeftOf(cells: readonly CellValue[], left: number, firstColumn: number): readonly string[] {
  return cells.slice(left, firstColumn).flatMap((cell) => {
    if (typeof cell === "number") return [String(cell)];
    if (typeof cell !== "string" || plainSpaces(cell) === "" || headingOf(cell)?.kind === "key") return [];
    return /^[\s([]*(?:belopp )?(?:i )?(?:kr|tkr|mkr|mnkr|kkr|sek|kronor)[\s)\]]*$/iu.test(cell) ? [] : [cell];
  });
}

/** Labels without a year may stand under a row of years: any year will do to see that they are labels. */
function yearsAbove(grid: Grid, row: number, from: number, to: number, context: HeaderContext): HeaderContext {
  const above = row > 0 ? labelRow(grid, row - 1, from, to, context) : null;
  return above === null || context.contextYear !== null
    ? context
    : { ...context, contextYear: yearOf(firstPeriod(above)?.from ?? 0) || null };
}

function firstPeriod(row: LabelRow): Period | null {
  for (const label of row.labels.values()) if (typeof label === "object" && !("kind" in label)) return label;
  return null;
}

/** `mars` under `2024` is `mars 2024`: reads the labels again, each with the year that stands over it. */
function withYearsAbove(
  grid: Grid,
  found: LabelRow,
  from: number,
  to: number,
  context: HeaderContext,
): LabelRow | null {
  const above = found.row > 0 ? labelRow(grid, found.row - 1, from, to, context) : null;
  if (above === null) return null;
  const labels = new Map<number, ColumnGroup["period"]>();
  let year: number | null = context.contextYear;
  for (let column = from; column <= to; column++) {
    const over = above.labels.get(column);
    if (typeof over === "object" && !("kind" in over)) year = yearOf(over.from);
    const label = labelAt(grid, found.row, column, { ...context, contextYear: year });
    if (label !== null) labels.set(column, over === "total" ? "total" : label);
  }
  return { row: found.row - 1, labels };
}

/** Outcome and budget as blocks, with the periods below them. */
export function labelRowBelow(
  grid: Grid,
  segment: Segment,
  firstColumn: number,
  contextOf: (row: number) => HeaderContext,
): LabelRow | null {
  // A row with a name of its own is a line, whatever its amounts look like.
  if (namesLeftOf(grid.values[segment.row + 1] ?? [], segment.left, firstColumn).length > 0) return null;
  if (
    segment.measures.some(
      ({ heading }) => readPeriodText(heading.rest, contextOf(segment.row).contextYear).kind === "period",
    )
  )
    return null;
  const width = Math.max(segment.right, (grid.values[segment.row + 1]?.length ?? 0) - 1);
  const found = labelRow(grid, segment.row + 1, firstColumn, width, contextOf(segment.row));
  if (
    found === null ||
    found.labels.size < 2 ||
    [...found.labels.values()].filter((label) => typeof label === "object" && !("kind" in label)).length < 2
  )
    return null;
  return found;
}
