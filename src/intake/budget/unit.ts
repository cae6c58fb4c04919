// src/intake/budget/unit.ts: which unit a table states its amounts in, from its headings, its surroundings and its number formats.
import type { Reading } from "../../domain/deviation/budget";
import type { Unit } from "../../domain/money";
import { type BudgetHeader } from "./header";
import { amountColumns } from "./budgetBody";
import type { Grid } from "../grid";
import { unitOfFormat } from "../numberFormat";
import { unitsIn } from "../unitText";

export interface UnitReading {
  readonly unit: Unit;
  readonly reading: Reading;
}

const ORDER: readonly Unit[] = ["kr", "tkr", "Mkr"];
const FORMAT_ROWS = 50;

/** Every unit that the table itself or the titles above it state; more than one cannot be told apart. */
export function unitsStated(
  grid: Grid,
  header: BudgetHeader,
  titles: readonly string[],
  rows: readonly number[],
): readonly Unit[] {
  const found = new Set<Unit>();
  const columns = amountColumns(header);
  const amounts = new Set(columns);
  for (let row = header.top; row <= header.bottom; row++) {
    const cells = grid.values[row] ?? [];
    for (let column = header.left; column <= header.right; column++) {
      const cell = cells[column];
      if (typeof cell === "string" && (amounts.has(column) || column < Math.min(...columns) || row < header.bottom))
        for (const unit of unitsIn(cell)) found.add(unit);
    }
  }
  for (const title of titles) for (const unit of unitsIn(title)) found.add(unit);
  if (found.size === 0) for (const unit of unitsIn(grid.sheet)) found.add(unit);
  for (const row of rows.slice(0, FORMAT_ROWS)) {
    for (const column of columns) {
      if (typeof grid.values[row]?.[column] !== "number") continue;
      const unit = unitOfFormat(grid.format(row, column));
      if (unit !== null) found.add(unit);
    }
  }
  return ORDER.filter((unit) => found.has(unit));
}

/** Amounts that are whole and small are rarely kronor: the largest yearly amount is below this many. */
const LARGEST_IN_THOUSANDS = 50_000;

/** What an assumed unit looks like instead, from the amounts as numbers in the table; empty when kr is plausible. */
export function looksLike(amounts: readonly number[]): Unit | "" {
  const telling = amounts.filter((amount) => amount !== 0);
  if (telling.length === 0 || !telling.every(Number.isInteger)) return "";
  return telling.every((amount) => Math.abs(amount) < LARGEST_IN_THOUSANDS) ? "tkr" : "";
}
