// src/domain/deviation/lineKind.ts: which way a line's deviation counts and how it enters the net result, from its kind (method.md §1).
import type { BudgetTable, CostSign, LineKind } from "./budget";

type Kinded = Pick<BudgetTable, "kinds" | "orientation" | "sign">;

/** Of a table with nothing but costs that states no result: what there was before rows had kinds. */
export function costsOnly(
  lines: number,
): Pick<BudgetTable, "kinds" | "orientation" | "results" | "equity" | "explained"> {
  return {
    kinds: Array.from({ length: lines }, () => "cost"),
    orientation: "costs-only",
    results: [],
    equity: null,
    explained: null,
  };
}

/** Every line is a cost unless the table says otherwise. */
export function kindOf({ kinds }: Pick<BudgetTable, "kinds">, line: number): LineKind {
  return kinds[line] ?? "cost";
}

/** The direction of a kind's deviation: as the table's costs, but for income where everything is written positive: outcome − budget. */
export function signOfKind({ orientation, sign }: Kinded, kind: LineKind): CostSign {
  return orientation === "all-positive" && kind === "income" ? "negative" : sign;
}

/** The direction of the net result's deviation: income less costs where everything is written positive, else as the costs'. */
export function signOfResult({ orientation, sign }: Kinded): CostSign {
  return orientation === "all-positive" ? "negative" : sign;
}

/** How a line enters the net result: −1 for what is no income where everything is written positive, else 1. */
export function weightOf(table: Kinded, line: number): 1 | -1 {
  return table.orientation === "all-positive" && kindOf(table, line) !== "income" ? -1 : 1;
}

/** Indices of the lines of a kind, in their order. */
export function linesOfKind({ kinds }: Pick<BudgetTable, "kinds">, kind: LineKind): readonly number[] {
  return kinds.flatMap((each, line) => (each === kind ? [line] : []));
}

/** A table with income or net lines beside costs, or with no costs at all: its tabs have sections (tabs.md). */
export function hasKinds({ kinds }: Pick<BudgetTable, "kinds">): boolean {
  return kinds.includes("income");
}
