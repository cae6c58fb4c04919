// src/intake/budget/statedParts.ts: what a table carries beside its entries: kinds of lines, orientation, deviations as they are counted, equity.
import type { BudgetTable, ControlTotal, StatedAmount, StatedEquity } from "../../domain/deviation/budget";
import { type Money, toKr } from "../../domain/money";
import { isBadAmount } from "../amount";
import { cellName } from "../../domain/a1";
import type { Grid } from "../grid";
import type { EquityPart, Reading } from "../statement/statement";
import { bare } from "../statement/words";
import type { BodyRow } from "./budgetBody";
import type { Sorted } from "./budgetRows";
import type { Judged } from "./judging";
import { equityRows, kindsByLine } from "./statementRows";

/** What each line is, and how the table writes them. */
export function statedKinds(
  { proved, reading }: Judged,
  lines: readonly string[],
): Pick<BudgetTable, "kinds" | "orientation"> {
  const kinds = kindsByLine(proved, reading);
  return { kinds: lines.map((line) => kinds.get(line) ?? "cost"), orientation: reading.orientation };
}

/**
 * Deviations the way the domain counts them, positive when favourable, where the source counts the other way round. Where income and
 * costs are written alike each kind has its own way, which is told when the totals are compared.
 */
export function facing(
  { controlTotals, statedDeviations }: Sorted,
  { orientation, sign }: Pick<Reading, "orientation" | "sign">,
): readonly ControlTotal[] {
  if (orientation === "all-positive") return controlTotals;
  let same = 0;
  let opposite = 0;
  for (const { outcome, budget, stated } of statedDeviations) {
    const favourable = sign === "negative" ? outcome - budget : budget - outcome;
    if (stated === 0) continue;
    if (Math.abs(stated - favourable) < Math.abs(stated + favourable)) same++;
    else opposite++;
  }
  if (opposite <= same) return controlTotals;
  return controlTotals.map((control) =>
    control.measure === "deviation" ? { ...control, stated: control.stated.negated() } : control,
  );
}

const DECIDED = /\b(?:beslutad|beslutat|mal|malsattning|riktlinje|onskad|tillaten|niva|storlek|max|hogsta)/u;

/** Equity of the latest period that has an outcome, positive when there is some; null: none is stated. */
export function equityOf(grid: Grid, { proved, reading }: Judged): StatedEquity | null {
  const found = new Map<EquityPart | "decided", StatedAmount>();
  for (const [part, row] of equityRows(proved, reading)) {
    const key = part === "other" && DECIDED.test(bare(row.line ?? "")) ? "decided" : part;
    const stated = latestOutcome(grid, row);
    if (stated === null || found.has(key)) continue;
    const amount = reading.orientation === "ledger" ? stated.amount.negated() : stated.amount;
    found.set(key, { ...stated, amount });
  }
  if (found.size === 0) return null;
  const get = (part: EquityPart | "decided"): StatedAmount | null => found.get(part) ?? null;
  return { opening: get("opening"), change: get("change"), closing: get("closing"), decided: get("decided") };
}

function latestOutcome(grid: Grid, { row, amounts }: BodyRow): StatedAmount | null {
  for (const { outcome, group } of [...amounts].reverse()) {
    if (outcome === null || isBadAmount(outcome)) continue;
    const origin = { workbook: null, sheet: grid.sheet, cells: cellName(row, group.outcome) };
    return { amount: toKr(outcome satisfies Money), origin };
  }
  return null;
}
