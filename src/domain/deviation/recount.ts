// src/domain/deviation/recount.ts: a table's rows summed a second time, straight from the source's cells, against what was used.
import type { BudgetTable } from "./budget";
import { costLineName } from "./costLine";
import { type LedgerRows, ledgerSums } from "./ledger";
import { ExactSums } from "../exactSums";
import { type Decimal, difference, isZero, krText, type Money, negated, type Ore, toKr, type Unit } from "../money";
import type { Period } from "../period";
import { problem, type Problem } from "../problem";
import { slotOf, type TableSums } from "./tableSums";

/** Which columns of the source's rows hold what; −1: no such column. */
export interface RecountColumns {
  readonly line: number;
  readonly period: number;
  readonly outcome: number;
  readonly budget: number;
}

/** The rows as they stand in the source, without those that were set aside, and how to read what is no number. */
export interface RecountSource {
  readonly rows: LedgerRows;
  readonly columns: RecountColumns;
  readonly unit: Unit;
  /** How many of the table's rows were set aside. */
  readonly setAside: number;
  /** The period of the row with this index; asked once per distinct spelling. Null: none. */
  readonly periodAt: (index: number) => Period | null;
  /** An amount that stands as text; null: the cell is empty, or holds no amount. */
  readonly typedAmount: (cell: unknown) => Money | null;
}

interface RecountedCell {
  readonly line: string;
  readonly period: Period | null;
  money: Money;
}

/** Sums per line and period, the source's sign. */
export interface Recount {
  /** Rows of the table, used and set aside. */
  readonly seen: number;
  readonly setAside: number;
  /** Amounts that stand as text, by measure. */
  readonly typed: Readonly<Record<"outcome" | "budget", number>>;
  readonly outcome: readonly Readonly<RecountedCell>[];
  readonly budget: readonly Readonly<RecountedCell>[];
}

/**
 * Sums the cells of each row by its own line and period, by a way that shares neither the rows' sorting nor their entries.
 *
 * What it proves, once compared: no row was lost or counted twice without being listed as set aside, and no number was
 * changed, scaled, turned or moved to another line or period on its way from the cell. What it does not prove: that the
 * columns and the unit are the right ones, that the right rows were set aside, what a spelling of a period means, and how
 * an amount typed as text is read. Those are read once, and used here too.
 */
export function recountOf(source: RecountSource): Recount {
  const outcome = recounted(source, source.columns.outcome);
  const budget = recounted(source, source.columns.budget);
  return {
    seen: source.rows.length + source.setAside,
    setAside: source.setAside,
    typed: { outcome: outcome.typed, budget: budget.typed },
    outcome: outcome.cells,
    budget: budget.cells,
  };
}

function recounted(source: RecountSource, amount: number): { cells: readonly RecountedCell[]; typed: number } {
  if (amount < 0) return { cells: [], typed: 0 };
  const { rows, columns, periodAt } = source;
  const cells = new Map<string, RecountedCell>();
  const add = (line: string, period: Period | null, money: Money): void => {
    const key = cellKey(line, period);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { line, period, money });
    else cell.money = difference(cell.money, negated(money));
  };
  const sums = ledgerSums(rows, { line: columns.line, period: columns.period, amount }, source.unit);
  sums.periods.forEach((_, at) => {
    const period = periodAt(sums.firstRows[at]!);
    sums.lines.forEach((line, lineAt) => {
      if (!sums.isEmpty(lineAt, at)) add(line, period, sums.money(lineAt, at));
    });
  });
  let typed = 0;
  for (const index of sums.setAside) {
    const row = rows[index]!;
    const money = source.typedAmount(row[amount]);
    if (money === null) continue;
    typed++;
    add(costLineName(String(row[columns.line])), periodAt(index), money);
  }
  return { cells: [...cells.values()], typed };
}

function cellKey(line: string, period: Period | null): string {
  return `${period === null ? "" : `${period.from}-${period.to}`}\t${line}`;
}

/** One measure of a table: the recount against the sums that every figure is computed from. kr. */
export interface RecountCheck {
  readonly measure: "outcome" | "budget";
  readonly recount: Recount;
  readonly expected: Decimal;
  readonly computed: Decimal;
  /** Lines and periods where the two differ; there must never be any. */
  readonly differing: readonly { readonly line: string; readonly period: string; readonly difference: Decimal }[];
  /** Every line and period is the same to the last digit, and every row is used or set aside. */
  readonly agrees: boolean;
}

/** None for a table that was not recounted, and none for a measure without amounts. */
export function recountChecks(table: BudgetTable, sums: TableSums): RecountCheck[] {
  const { recount } = table;
  if (recount === undefined) return [];
  return (["outcome", "budget"] as const).flatMap((measure) => {
    const cells = recount[measure];
    if (cells.length === 0 && !sums[measure].counts.some((count) => count > 0)) return [];
    return [checkOf(table, sums, measure, recount)];
  });
}

function checkOf(table: BudgetTable, sums: TableSums, measure: "outcome" | "budget", recount: Recount): RecountCheck {
  const left = new Map(recount[measure].map((cell) => [cellKey(cell.line, cell.period), cell]));
  const differing: { line: string; period: string; difference: Decimal }[] = [];
  const expected = new ExactSums(1);
  const computed = new ExactSums(1);
  const compare = (line: string, period: string, recounted: Money, used: Money): void => {
    expected.add(0, recounted);
    computed.add(0, used);
    const apart = difference(used, recounted);
    if (!isZero(apart)) differing.push({ line, period, difference: toKr(apart) });
  };
  table.lines.forEach((line, lineAt) => {
    table.periods.forEach((period, at) => {
      const key = cellKey(line, period);
      const slot = slotOf(sums, lineAt, at);
      const cell = left.get(key);
      if (cell === undefined && sums[measure].counts[slot] === 0) return;
      compare(line, period.label, cell?.money ?? NOTHING, sums[measure].sums.money(slot));
      left.delete(key);
    });
  });
  for (const { line, period, money } of left.values()) compare(line, period?.label ?? "", money, NOTHING);
  const everyRow = recount.seen === table.entries.length + recount.setAside;
  return {
    measure,
    recount,
    expected: expected.total(0),
    computed: computed.total(0),
    differing,
    agrees: everyRow && differing.length === 0,
  };
}

const NOTHING = 0 as Ore;

/** A recount that differs, as a problem of the table: a fault of ours, which the user must hear of before anybody trusts the figures. */
export function recountProblem(check: RecountCheck, table: BudgetTable): Problem {
  const [first] = check.differing;
  const params = {
    measure: check.measure,
    line: first?.line ?? "",
    period: first?.period ?? "",
    difference: krText(first?.difference ?? check.computed.minus(check.expected)),
    places: check.differing.length,
    unit: table.unit,
    decimals: table.decimals,
  };
  return {
    ...problem("recount-differs", { sheet: table.sheet, cell: table.range }, params),
    workbook: table.workbook,
  };
}
