// src/domain/deviation/otherBasis.ts: deviations that the source reckons against something else than the whole budget, recognised as that.
import type { BudgetTable } from "./budget";
import type { ControlCheck } from "./controlTotal";
import type { Decimal } from "../money";

/** What the source sets the outcome against. `part`: months of the budget's months; `column`: a budget column of its own; `version`: another version. */
export type BasisName =
  | { readonly kind: "part"; readonly months: number; readonly of: number }
  | { readonly kind: "column" }
  | { readonly kind: "version"; readonly label: string };

/** `amount`: kr, the basis of this very check, the source's sign; `sign` 1: outcome − basis, −1: basis − outcome. */
export interface Basis {
  readonly name: BasisName;
  readonly amount: Decimal;
  readonly sign: 1 | -1;
}

/** The sums of a check's lines and periods, kr, the source's sign; null: there are none. */
export interface BasisSums {
  readonly outcome: Decimal;
  readonly budget: Decimal;
  readonly versions: readonly (Decimal | null)[];
}

/** A project's whole time at the most: over it a part says nothing. */
const MOST_MONTHS = 72;

interface Candidate {
  readonly name: BasisName;
  readonly amountOf: (check: ControlCheck) => Decimal | null;
}

/**
 * The checks, those that agree against another basis with it. A basis is recognised where it explains half (two at least) of the
 * stated deviations, or budgets, of the same periods that differ from the whole budget: to the krona, which no chance does twice. The
 * others are then held against it too. `kindOf`: rows of one kind count the same way round.
 */
export function withOtherBases(
  checks: readonly ControlCheck[],
  table: BudgetTable,
  sumsOf: (check: ControlCheck) => BasisSums,
  kindOf: (check: ControlCheck) => string,
): ControlCheck[] {
  const found = new Map<ControlCheck, ControlCheck>();
  const sums = new Map<ControlCheck, BasisSums>();
  const cached = (check: ControlCheck): BasisSums => {
    const known = sums.get(check) ?? sumsOf(check);
    sums.set(check, known);
    return known;
  };
  for (const measure of ["budget", "deviation"] as const) {
    const failing = checks.filter(({ agrees, control }) => !agrees && control.measure === measure);
    for (const group of groupsOf(failing, ({ control }) => control.periods.join())) {
      if (group.length < 2) continue;
      const candidates =
        measure === "budget"
          ? partsOf(group[0]!, table, cached)
          : [
              ...versionsOf(table, cached),
              ...partsOf(group[0]!, table, cached),
              { name: { kind: "column" } as const, amountOf: statedBudgets(checks) },
            ];
      for (const [check, based] of bestOf(group, candidates, cached, kindOf)) found.set(check, based);
    }
  }
  const column = [...found.values()].some(({ basis }) => basis?.name.kind === "column");
  return checks.map((check) => found.get(check) ?? (column ? asColumn(check, found) : check));
}

/** A budget column that the source's deviations are reckoned against is a statement of its own, not a wrong sum of ours. */
function asColumn(check: ControlCheck, found: ReadonlyMap<ControlCheck, ControlCheck>): ControlCheck {
  if (check.agrees || check.control.measure !== "budget") return check;
  const same = [...found.values()].some(
    ({ control, basis }) => basis?.name.kind === "column" && control.lines.join() === check.control.lines.join(),
  );
  return same ? based(check, { name: { kind: "column" }, amount: check.control.stated, sign: 1 }, null) : check;
}

function partsOf(
  first: ControlCheck,
  { periods }: BudgetTable,
  sumsOf: (check: ControlCheck) => BasisSums,
): readonly Candidate[] {
  const own = first.control.periods.flatMap((at) => periods[at] ?? []);
  const of = Math.max(...own.map(({ to }) => to)) - Math.min(...own.map(({ from }) => from)) + 1;
  if (!(of > 1 && of <= MOST_MONTHS)) return [];
  return Array.from({ length: of - 1 }, (_, index): Candidate => {
    const months = index + 1;
    return {
      name: { kind: "part", months, of },
      amountOf: (check) => {
        const { budget } = sumsOf(check);
        // A budget so small that one month more makes no difference is no evidence.
        return budget.div(of).abs().lte(check.tolerance.times(2)) ? null : budget.times(months).div(of);
      },
    };
  });
}

function versionsOf(table: BudgetTable, sumsOf: (check: ControlCheck) => BasisSums): readonly Candidate[] {
  return table.versions.map(({ label }, version) => ({
    name: { kind: "version", label } as const,
    amountOf: (check) => sumsOf(check).versions[version] ?? null,
  }));
}

/** What the source's own budget totals say of the same lines. */
function statedBudgets(checks: readonly ControlCheck[]): (check: ControlCheck) => Decimal | null {
  const stated = new Map<string, Decimal>();
  for (const { control, agrees } of checks)
    if (control.measure === "budget" && !agrees) stated.set(control.lines.join(), control.stated);
  return ({ control }) => stated.get(control.lines.join()) ?? null;
}

type Pairs = readonly (readonly [ControlCheck, ControlCheck])[];

/** The group against the basis that explains most of it, also what that does not explain; empty: none explains half of it. */
function bestOf(
  group: readonly ControlCheck[],
  candidates: readonly Candidate[],
  sumsOf: (check: ControlCheck) => BasisSums,
  kindOf: (check: ControlCheck) => string,
): Pairs {
  let best: Pairs = [];
  for (const candidate of candidates) {
    const all = groupsOf(group, kindOf).flatMap((own) => {
      const ways = ([-1, 1] as const).map((sign) => own.flatMap((check) => against(check, candidate, sign, sumsOf)));
      return explained(ways[0]!) >= explained(ways[1]!) ? ways[0]! : ways[1]!;
    });
    if (explained(all) > explained(best)) best = all;
  }
  return explained(best) >= Math.max(2, group.length / 2) ? best : [];
}

function explained(pairs: Pairs): number {
  return pairs.filter(([, { agrees }]) => agrees).length;
}

function against(
  check: ControlCheck,
  { name, amountOf }: Candidate,
  sign: 1 | -1,
  sumsOf: (check: ControlCheck) => BasisSums,
): Pairs {
  const amount = amountOf(check);
  if (amount === null) return [];
  const outcome = check.control.measure === "budget" ? null : sumsOf(check).outcome;
  return [[check, based(check, { name, amount, sign }, outcome)]];
}

/** `outcome` null: the basis itself is what is stated. */
function based(check: ControlCheck, basis: Basis, outcome: Decimal | null): ControlCheck {
  const computed = outcome === null ? basis.amount : outcome.minus(basis.amount).times(basis.sign);
  const difference = check.control.stated.minus(computed);
  return { ...check, computed, difference, agrees: difference.abs().lte(check.tolerance), basis };
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [item]);
    else own.push(item);
  }
  return [...groups.values()];
}
