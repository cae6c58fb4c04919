// src/domain/deviation/controlProblems.ts: totals of the source that do not add up, or that are against another basis: one remark per cause.
import type { BudgetTable } from "./budget";
import type { ControlCheck } from "./controlTotal";
import { krText } from "../money";
import { joinedAt, problem, type Problem } from "../problem";

/** Remarks on what the source states, in its own order; those that share a cause are one, with the places of the others. */
export function controlProblems(checks: readonly ControlCheck[], table: BudgetTable): Problem[] {
  const failing = checks.filter(({ agrees }) => !agrees);
  const byCause = causesOf(failing, checks);
  return [
    ...basisProblems(checks, table),
    ...[...byCause.values()].map((same) => {
      const [first, ...others] = same;
      return joinedAt(controlProblem(first!, table), others.map(cellOf));
    }),
  ];
}

function cellOf({ control }: ControlCheck): string | null {
  return control.origin.cells;
}

/**
 * What shares a cause: the figures of one row (it sums other rows than are thought), a difference that comes back in totals above it in
 * the same column, and a column of which more than half (three at least) differ.
 */
function causesOf(
  failing: readonly ControlCheck[],
  all: readonly ControlCheck[],
): ReadonlyMap<number, readonly ControlCheck[]> {
  const parent = failing.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root]!;
    return (parent[at] = root);
  };
  const firstOf = new Map<string, number>();
  const join = (key: string, at: number): void => {
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, at);
    else {
      // The earlier one stays the root, so that the remark stands at the first place.
      const [one, other] = [rootOf(first), rootOf(at)];
      parent[Math.max(one, other)] = Math.min(one, other);
    }
  };
  const columnOf = ({ control }: ControlCheck): string => `${control.measure} ${control.periods.join()}`;
  const [wrong, stated] = [failing, all].map((checks) => countsBy(checks, columnOf));
  const isWhole = (column: string): boolean =>
    (wrong?.get(column) ?? 0) >= 3 && (wrong?.get(column) ?? 0) * 2 > (stated?.get(column) ?? 0);
  failing.forEach((check, at) => {
    const { control, difference } = check;
    join(`row ${control.lines.join()}`, at);
    join(`difference ${columnOf(check)} ${difference.abs().toFixed(2)}`, at);
    if (isWhole(columnOf(check))) join(`column ${columnOf(check)}`, at);
  });
  const causes = new Map<number, ControlCheck[]>();
  failing.forEach((check, at) => {
    const root = rootOf(at);
    causes.set(root, [...(causes.get(root) ?? []), check]);
  });
  return causes;
}

function countsBy(
  checks: readonly ControlCheck[],
  keyOf: (check: ControlCheck) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const check of checks) counts.set(keyOf(check), (counts.get(keyOf(check)) ?? 0) + 1);
  return counts;
}

/** What the source reckons against, once per basis. */
function basisProblems(checks: readonly ControlCheck[], table: BudgetTable): Problem[] {
  const found = new Map<string, ControlCheck[]>();
  for (const check of checks) {
    if (check.basis === undefined || !check.agrees) continue;
    const key = JSON.stringify(check.basis.name);
    found.set(key, [...(found.get(key) ?? []), check]);
  }
  return [...found.values()].map((same) => {
    const [first, ...others] = same;
    const { control, basis } = first!;
    const at = { sheet: control.origin.sheet, cell: control.origin.cells };
    const own = problem("deviations-other-basis", at, { basis: basis!.name });
    return joinedAt({ ...own, workbook: table.workbook }, others.map(cellOf));
  });
}

/** A stated total that does not add up, as a problem at its cell. */
function controlProblem({ control, computed, difference }: ControlCheck, table: BudgetTable): Problem {
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
