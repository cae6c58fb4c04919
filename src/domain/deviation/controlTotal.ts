// src/domain/deviation/controlTotal.ts: totals that the source states, against the computed ones.
import type { BudgetTable, ControlTotal, Explained, LineKind } from "./budget";
import { kindOf, signOfKind, signOfResult, weightOf } from "./lineKind";
import { netTotal } from "./netResult";
import { Decimal, KR_PER_UNIT } from "../money";
import { type Basis, type BasisSums, withOtherBases } from "./otherBasis";
import { type Measure, slotOf, type TableSums } from "./tableSums";

/** `difference` = stated − computed, kr. Agrees when |difference| ≤ half a unit × number of addends (method.md §1). */
export interface ControlCheck {
  readonly control: ControlTotal;
  readonly computed: Decimal;
  readonly difference: Decimal;
  readonly tolerance: Decimal;
  readonly agrees: boolean;
  /** Set where the source reckons against something else than the budget that is computed with: `computed` and the rest are against that. */
  readonly basis?: Basis;
}

/**
 * Every stated total against the sum of its lines and periods, booked or not; the unit of the tolerance is the table's.
 * A deviation is computed favourable-positive, or the other way round where more of the table's stated deviations agree
 * with that: sheets with positive costs often subtract budget from outcome.
 */
export function controlChecks(
  table: BudgetTable,
  sums: TableSums,
  controls: readonly ControlTotal[] = table.controlTotals,
): ControlCheck[] {
  const halfUnit = new Decimal(KR_PER_UNIT[table.unit]).div(2);
  const checks = controls.map((control) => checkOf(control, table, sums, halfUnit));
  // Where both kinds are written positive, a plain difference goes the right way for one of them only.
  const turnedBy = new Map(
    (["income", "cost", "net", "mixed"] as const).map((kind) => {
      const isOwn = ({ control }: ControlCheck): boolean =>
        control.measure === "deviation" && kindIn(table, control) === kind;
      const deviations = checks.filter(isOwn);
      const around = deviations.map((check) => [check, turnedAround(check)] as const);
      // A single result proves no way of its own where the lines of both kinds are stated favourable.
      const isAlone = kind === "mixed" && deviations.length === 1 && statesFavourable(table, sums, halfUnit);
      const isTurned = !isAlone && agreeing(around.map(([, check]) => check)) > agreeing(deviations);
      return [kind, isTurned ? around : []] as const;
    }),
  );
  // Of both kinds the other way round, where both are written positive, no difference is: outcome and budget stand in each other's place.
  const isAgainst =
    table.orientation === "all-positive" &&
    [turnedBy.get("income"), turnedBy.get("cost")].every((all) => (all?.length ?? 0) > 1);
  const turned = new Map(isAgainst ? [] : [...turnedBy.values()].flat());
  return withOtherBases(
    checks.map((check) => turned.get(check) ?? check),
    table,
    ({ control }) => basisSums(control, table, sums),
    ({ control }) => kindIn(table, control),
  );
}

/** Lines that tell which way round a kind's deviations are stated. */
const TELLING = 20;

/** The stated deviations of income and of costs are both positive when favourable. */
function statesFavourable(table: BudgetTable, sums: TableSums, halfUnit: Decimal): boolean {
  return (["income", "cost"] as const).every((kind) => {
    const own = table.controlTotals.filter(
      (control) => control.measure === "deviation" && kindIn(table, control) === kind,
    );
    const checks = own.slice(0, TELLING).map((control) => checkOf(control, table, sums, halfUnit));
    return agreeing(checks) > agreeing(checks.map(turnedAround));
  });
}

function basisSums(control: ControlTotal, table: BudgetTable, sums: TableSums): BasisSums {
  const versions = sums.versions.map((measure) => {
    const { total, addends } = totalOf(control, table, sums, measure);
    return addends === 0 ? null : total;
  });
  const [outcome, budget] = [sums.outcome, sums.budget].map((of) => totalOf(control, table, sums, of).total);
  return { outcome: outcome!, budget: budget!, versions };
}

function agreeing(checks: readonly ControlCheck[]): number {
  return checks.filter(({ agrees }) => agrees).length;
}

/** The one kind of the lines that a total sums; `mixed`: several. */
function kindIn(table: BudgetTable, { lines }: Pick<ControlTotal, "lines">): LineKind | "mixed" {
  const kinds = new Set(lines.map((line) => kindOf(table, line)));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : "mixed";
}

/** How many of the source's sums, results and deviations the reading explains: its own count where it has one. */
export function explainedOf(
  table: BudgetTable,
  { controls, results }: { readonly controls: readonly ControlCheck[]; readonly results: readonly ControlCheck[] },
): Explained {
  const checks = [...controls, ...results];
  return table.explained ?? { stated: checks.length, explained: agreeing(checks) };
}

/** What of it is not explained; `nothing`: the source states nothing to check against. */
export function explanationOf({ stated, explained }: Explained): "nothing" | "all" | "part" {
  return stated === 0 ? "nothing" : explained >= stated ? "all" : "part";
}

function checkOf(control: ControlTotal, table: BudgetTable, sums: TableSums, halfUnit: Decimal): ControlCheck {
  const outcome = totalOf(control, table, sums, sums.outcome);
  const budget = totalOf(control, table, sums, sums.budget);
  const tolerance = (addends: number): Decimal => halfUnit.times(addends);
  if (control.measure === "outcome") return compared(control, outcome.total, tolerance(outcome.addends));
  if (control.measure === "budget") return compared(control, budget.total, tolerance(budget.addends));
  const difference = outcome.total.minus(budget.total);
  const kind = kindIn(table, control);
  const sign = kind === "mixed" ? signOfResult(table) : signOfKind(table, kind);
  const favourable = sign === "negative" ? difference : difference.negated();
  return compared(control, favourable, tolerance(outcome.addends + budget.addends));
}

/** How each line of a total enters: lines of one kind as they stand, of several as in the net result, unless the source's own sum says how. */
export function weightsOf(
  table: BudgetTable,
  { lines, signs }: Pick<ControlTotal, "lines" | "signs">,
): readonly (1 | -1)[] {
  if (signs !== undefined) return signs;
  const isMixed = kindIn(table, { lines }) === "mixed";
  return lines.map((line) => (isMixed ? weightOf(table, line) : 1));
}

function totalOf(
  control: ControlTotal,
  table: BudgetTable,
  sums: TableSums,
  measure: Measure,
): { total: Decimal; addends: number } {
  const { lines, periods } = control;
  let addends = 0;
  for (const line of lines) for (const period of periods) addends += measure.counts[slotOf(sums, line, period)] ?? 0;
  return { total: netTotal(table, sums, measure, lines, periods, weightsOf(table, control)), addends };
}

function compared(control: ControlTotal, computed: Decimal, tolerance: Decimal): ControlCheck {
  const difference = control.stated.minus(computed);
  return { control, computed, difference, tolerance, agrees: difference.abs().lte(tolerance) };
}

function turnedAround({ control, computed, tolerance }: ControlCheck): ControlCheck {
  return compared(control, computed.negated(), tolerance);
}
