// src/intake/budget/recounted.ts: the rows of a long table as they stand in the sheet, handed over to be summed a second time.
import { thousandsOfFormat } from "../numberFormat";
import type { Unit } from "../../domain/money";
import { type Recount, recountOf } from "../../domain/deviation/recount";
import { isBadAmount, readAmountText } from "../amount";
import type { Body, BodyRow } from "./budgetBody";
import type { BudgetHeader } from "./header";
import type { SetAside } from "./budgetRows";
import { type CellValue, type Grid, isCellError } from "../grid";

/** The recount of one initiative's rows of a long table in `unit`. Every row that is not listed as set aside is in it. */
export function recountedRows(
  grid: Grid,
  header: BudgetHeader,
  body: Body,
  own: readonly BodyRow[],
  setAside: readonly SetAside[],
  unit: Unit,
): Recount | undefined {
  const [group] = header.groups;
  // Columns of several periods, units or scales are not the plain sums that are made here.
  if (header.layout !== "long" || group === undefined || header.groups.length > 1) return undefined;
  if (header.columnUnits !== undefined || isScaled(grid, [group.outcome, group.budget], own)) return undefined;
  const left = new Set(setAside.map(({ cell }) => rowOf(cell)));
  const used = own.filter(({ row }) => !left.has(row));
  const { outcome, budget } = group;
  const keys = { line: body.lineColumn, period: periodColumns(header) };
  const plain = keys.period.length === 1 && !used.some(({ row }) => typeof grid.values[row]?.[keys.line] === "boolean");
  const cellsOf = ({ row }: BodyRow): readonly CellValue[] => grid.values[row] ?? [];
  return recountOf({
    rows: plain ? used.map(cellsOf) : used.map((row) => keyed(cellsOf(row), row, keys, group)),
    columns: plain
      ? { line: keys.line, period: keys.period[0] ?? -1, outcome, budget }
      : { line: 0, period: 1, outcome: outcome < 0 ? -1 : 2, budget: budget < 0 ? -1 : 3 },
    unit,
    setAside: own.length - used.length,
    periodAt: (index) => {
      const period = used[index]?.period;
      return period?.kind === "period" ? period.period : null;
    },
    typedAmount: (cell) => {
      const money = typeof cell === "string" ? readAmountText(cell, unit) : null;
      return isBadAmount(money) ? null : money;
    },
  });
}

function isScaled(grid: Grid, columns: readonly number[], own: readonly BodyRow[]): boolean {
  return own.some(({ row }) =>
    columns.some((column) => column >= 0 && thousandsOfFormat(grid.format(row, column)) > 0),
  );
}

/** Zero-based row of an A1 address. */
function rowOf(cell: string): number {
  return Number(/\d+/u.exec(cell)?.[0] ?? 0) - 1;
}

/** The columns that name a row's period: a year and its part may stand in two. */
function periodColumns({ keys }: BudgetHeader): readonly number[] {
  return [keys.year, keys.period, keys["part-of-year"]].filter((column) => column >= 0);
}

/** A row whose period stands in several columns, or whose line is a truth value: its keys as one text each, its amounts as they are. */
function keyed(
  cells: readonly CellValue[],
  { line }: BodyRow,
  keys: { readonly line: number; readonly period: readonly number[] },
  { outcome, budget }: { readonly outcome: number; readonly budget: number },
): readonly (CellValue | undefined)[] {
  const name = cells[keys.line];
  const period = keys.period.map((column) => keyText(cells[column] ?? "")).join(" ");
  return [typeof name === "boolean" ? line : (name ?? null), period, cells[outcome], cells[budget]];
}

/** A row with an error in its key is never used. */
function keyText(value: CellValue): string {
  return isCellError(value) ? value.error : String(value);
}
