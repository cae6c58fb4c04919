// src/domain/deviation/tableSums.ts: a budget table's amounts summed per line × period; several accounts or parties become one.
import type { BudgetTable } from "./budget";
import { ExactSums } from "../exactSums";
import type { Money } from "../money";

/** One measure of a table: exact sums, and how many amounts each of them holds. */
export interface Measure {
  readonly sums: ExactSums;
  /** Number of amounts per slot; 0: the source gives none there. */
  readonly counts: Uint32Array;
}

export interface TableSums {
  readonly lines: number;
  readonly periods: number;
  readonly outcome: Measure;
  readonly budget: Measure;
  /** In the order of BudgetTable.versions. */
  readonly versions: readonly Measure[];
  /** Per slot: number of entries, with or without amounts. */
  readonly entries: Uint32Array;
}

/** The slot of a line × period in every sum of a table. */
export function slotOf(table: Pick<TableSums, "periods">, line: number, period: number): number {
  return line * table.periods + period;
}

/** Sums all entries, whatever their order. */
export function tableSums(table: BudgetTable): TableSums {
  const slots = table.lines.length * table.periods.length;
  const result: TableSums = {
    lines: table.lines.length,
    periods: table.periods.length,
    outcome: emptyMeasure(slots),
    budget: emptyMeasure(slots),
    versions: table.versions.map(() => emptyMeasure(slots)),
    entries: new Uint32Array(slots),
  };
  for (const entry of table.entries) {
    const slot = slotOf(result, entry.line, entry.period);
    result.entries[slot]! += 1;
    addAmount(result.outcome, slot, entry.outcome);
    addAmount(result.budget, slot, entry.budget);
    for (let index = 0; index < result.versions.length; index++) {
      addAmount(result.versions[index]!, slot, entry.versions[index] ?? null);
    }
  }
  return result;
}

/** Whether any line has an amount of this measure in the period. */
export function hasAmounts(table: TableSums, measure: Measure, period: number): boolean {
  for (let line = 0; line < table.lines; line++) {
    if (measure.counts[slotOf(table, line, period)]! > 0) return true;
  }
  return false;
}

function emptyMeasure(slots: number): Measure {
  return { sums: new ExactSums(slots), counts: new Uint32Array(slots) };
}

function addAmount({ sums, counts }: Measure, slot: number, amount: Money | null): void {
  if (amount === null) return;
  sums.add(slot, amount);
  counts[slot]! += 1;
}
