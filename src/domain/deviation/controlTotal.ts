// src/domain/deviation/controlTotal.ts: totals that the source states, against the computed ones.
import type { BudgetTable, ControlTotal } from "./budget";
import { ExactSums } from "../exactSums";
import { Decimal, KR_PER_UNIT, krText } from "../money";
import { problem, type Problem } from "../problem";
import { type Measure, slotOf, type TableSums } from "./tableSums";

/** `difference` = stated − computed, kr. Agrees when |difference| ≤ half a unit × number of addends (method.md §1). */
export interface ControlCheck {
  readonly control: ControlTotal;
  readonly computed: Decimal;
  readonly difference: Decimal;
  readonly tolerance: Decimal;
  readonly agrees: boolean;
}

/**
 * Every stated total against the sum of its lines and periods, booked or not; the unit of the tolerance is the table's.
 * A deviation is computed favourable-positive, or the other way round where more of the table's stated deviations agree
 * with that: sheets with positive costs often subtract budget from outcome.
 */
export function controlChecks(table: BudgetTable, sums: TableSums): ControlCheck[] {
  const halfUnit = new Decimal(KR_PER_UNIT[table.unit]).div(2);
  const checks = table.controlTotals.map((control) => checkOf(control, table, sums, halfUnit));
  const deviations = checks.filter(({ control }) => control.measure === "deviation");
  const turned = new Map(deviations.map((check) => [check, turnedAround(check)]));
  const agreeing = (list: readonly ControlCheck[]): number => list.filter(({ agrees }) => agrees).length;
  if (agreeing([...turned.values()]) <= agreeing(deviations)) return checks;
  return checks.map((check) => turned.get(check) ?? check);
}

function checkOf(control: ControlTotal, table: BudgetTable, sums: TableSums, halfUnit: Decimal): ControlCheck {
  const outcome = totalOf(control, sums, sums.outcome);
  const budget = totalOf(control, sums, sums.budget);
  const tolerance = (addends: number): Decimal => halfUnit.times(addends);
  if (control.measure === "outcome") return compared(control, outcome.total, tolerance(outcome.addends));
  if (control.measure === "budget") return compared(control, budget.total, tolerance(budget.addends));
  const difference = outcome.total.minus(budget.total);
  const favourable = table.sign === "negative" ? difference : difference.negated();
  return compared(control, favourable, tolerance(outcome.addends + budget.addends));
}

function totalOf(control: ControlTotal, table: TableSums, measure: Measure): { total: Decimal; addends: number } {
  const sum = new ExactSums(1);
  let addends = 0;
  for (const line of control.lines) {
    for (const period of control.periods) {
      const slot = slotOf(table, line, period);
      sum.addFrom(0, measure.sums, slot);
      addends += measure.counts[slot] ?? 0;
    }
  }
  return { total: sum.total(0), addends };
}

function compared(control: ControlTotal, computed: Decimal, tolerance: Decimal): ControlCheck {
  const difference = control.stated.minus(computed);
  return { control, computed, difference, tolerance, agrees: difference.abs().lte(tolerance) };
}

function turnedAround({ control, computed, tolerance }: ControlCheck): ControlCheck {
  return compared(control, computed.negated(), tolerance);
}

/** A stated total that does not add up, as a problem at its cell. */
export function controlProblem({ control, computed, difference }: ControlCheck, table: BudgetTable): Problem {
  const only = (indices: readonly number[], names: readonly string[]): string =>
    indices.length === 1 ? (names[indices[0]!] ?? "") : "";
  return {
    ...problem(
      "control-total-differs",
      { sheet: control.origin.sheet, cell: control.origin.cells },
      {
        measure: control.measure,
        line: only(control.lines, table.lines),
        period: only(
          control.periods,
          table.periods.map(({ label }) => label),
        ),
        stated: krText(control.stated),
        computed: krText(computed),
        difference: krText(difference),
        unit: table.unit,
        decimals: table.decimals,
      },
    ),
    workbook: table.workbook,
  };
}
