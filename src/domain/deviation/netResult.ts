// src/domain/deviation/netResult.ts: sums over lines and periods: of one kind as they stand, of all as the net result.
import type { BudgetTable, LineKind } from "./budget";
import { type Deviation, deviationOf } from "./deviation";
import { kindOf, signOfKind, signOfResult, weightOf } from "./lineKind";
import { ExactSums } from "../exactSums";
import type { Decimal } from "../money";
import { type Measure, slotOf, type TableSums } from "./tableSums";

/** The outcome and what it is set against (the budget, or another version). */
export interface Measures {
  readonly outcome: Measure;
  readonly budget: Measure;
}

/** kr, the source's sign, as it stands. */
export function plainTotal(
  table: Pick<TableSums, "periods">,
  { sums }: Measure,
  lines: readonly number[],
  periods: readonly number[],
): Decimal {
  const total = new ExactSums(1);
  for (const line of lines) {
    for (const period of periods) total.addFrom(0, sums, slotOf(table, line, period));
  }
  return total.total(0);
}

/** kr, each line with its weight (lineKind.ts), or with those given: what a result is. */
export function netTotal(
  table: BudgetTable,
  sums: Pick<TableSums, "periods">,
  measure: Measure,
  lines: readonly number[],
  periods: readonly number[],
  weights: readonly (1 | -1)[] = lines.map((line) => weightOf(table, line)),
): Decimal {
  const added = lines.filter((_, at) => weights[at] !== -1);
  const taken = lines.filter((_, at) => weights[at] === -1);
  const total = plainTotal(sums, measure, added, periods);
  return taken.length === 0 ? total : total.minus(plainTotal(sums, measure, taken, periods));
}

/** Lines of one kind: their plain sums, in the kind's direction. */
export function kindDeviation(
  table: BudgetTable,
  sums: TableSums,
  { outcome, budget }: Measures,
  lines: readonly number[],
  periods: readonly number[],
  kind: LineKind,
): Deviation {
  const over = (measure: Measure): Decimal => plainTotal(sums, measure, lines, periods);
  return deviationOf({ outcome: over(outcome), budget: over(budget) }, signOfKind(table, kind));
}

/** One line, in the direction of its kind. */
export function lineDeviation(
  table: BudgetTable,
  sums: TableSums,
  measures: Measures,
  line: number,
  periods: readonly number[],
): Deviation {
  return kindDeviation(table, sums, measures, [line], periods, kindOf(table, line));
}

/** All lines together: the net result. */
export function resultDeviation(
  table: BudgetTable,
  sums: TableSums,
  { outcome, budget }: Measures,
  periods: readonly number[],
): Deviation {
  const lines = [...table.lines.keys()];
  const over = (measure: Measure): Decimal => netTotal(table, sums, measure, lines, periods);
  return deviationOf({ outcome: over(outcome), budget: over(budget) }, signOfResult(table));
}
