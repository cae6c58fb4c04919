// src/domain/deviation/lineKind.ts: which way a line's deviation counts and how it enters the net result, from its kind (method.md §1).
import type { BudgetTable, CostSign, LineKind } from "./budget";

export type Kinded = Pick<BudgetTable, "kinds" | "orientation" | "sign">;

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
export function signOfKind({ orientation, sign }: Pick<Kinded, "orientation" | "sign">, kind: LineKind): CostSign {
  return orientation === "all-positive" && kind === "income" ? "negative" : sign;
}

/** The direction of a line's deviation. */
export function signOfLine(table: Kinded, line: number): CostSign {
  return signOfKind(table, kindOf(table, line));
}

/** The direction of the net result's deviation: income less costs where everything is written positive, else as the costs'. */
export function signOfResult({ orientation, sign }: Pick<Kinded, "orientation" | "sign">): CostSign {
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

/** The table holds income: its tabs have sections, and its total is a result (tabs.md). */
export function hasIncome({ kinds }: Pick<BudgetTable, "kinds">): boolean {
  return kinds.includes("income");
}

/** The order of the sections. */
export const LINE_KINDS: readonly LineKind[] = ["income", "cost", "net"];

/**
 * The table with its lines in sections: income, costs, net, each in the order of the source. The very same table where they stand so
 * already, as all tables with costs alone do.
 */
export function inSections(table: BudgetTable): BudgetTable {
  const order = LINE_KINDS.flatMap((kind) => linesOfKind(table, kind));
  if (order.length !== table.lines.length || order.every((line, at) => line === at)) return table;
  const place = new Map(order.map((line, at) => [line, at]));
  const moved = (line: number): number => place.get(line) ?? line;
  const ofLines = <Of extends { readonly lines: readonly number[] }>(of: Of): Of => ({
    ...of,
    lines: of.lines.map(moved),
  });
  return {
    ...table,
    lines: order.map((line) => table.lines[line] ?? ""),
    kinds: order.map((line) => kindOf(table, line)),
    entries: table.entries.map((entry) => ({ ...entry, line: moved(entry.line) })),
    controlTotals: table.controlTotals.map(ofLines),
    results: table.results.map(ofLines),
    seriesBreaks: table.seriesBreaks
      .map((found) => ({ ...found, line: moved(found.line) }))
      .sort((a, b) => a.line - b.line),
  };
}
