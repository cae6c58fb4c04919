// src/intake/statement/evidence.ts: whether figures add up, within what rounding, and how much that proves.
import type { StatementTable } from "./statement";

/** The figures of a table, column by column. Empty cells are 0 and marked. */
export interface Figures {
  readonly columns: number;
  readonly rows: number;
  /** Columns that an identity must hold in, outcomes before budgets period by period; the others are evidence. */
  readonly main: readonly number[];
  readonly others: readonly number[];
  readonly at: (row: number, column: number) => number;
  readonly has: (row: number, column: number) => boolean;
  /** Any main figure that is not zero. */
  readonly telling: (row: number) => boolean;
  /** Any main figure, zero or not. */
  readonly filled: (row: number) => boolean;
  /** Columns that only sum others of their measure (a year beside its months): what holds in those holds in it. */
  readonly repeating: ReadonlySet<number>;
  /** 10^decimals: one whole unit in the smallest step. */
  readonly whole: number;
}

export function figuresOf({ rows, columns, decimals }: StatementTable): Figures {
  const main = columns.flatMap(({ measure }, index) => (measure === "outcome" || measure === "budget" ? [index] : []));
  const others = columns.flatMap(({ measure }, index) => (measure === "other" ? [index] : []));
  const whole = new Set(columns.flatMap(({ measure, counted }) => (counted ? [measure] : [])));
  const repeating = new Set(main.filter((index) => !columns[index]!.counted && whole.has(columns[index]!.measure)));
  const at = (row: number, column: number): number => rows[row]?.figures[column] ?? 0;
  const has = (row: number, column: number): boolean => (rows[row]?.figures[column] ?? null) !== null;
  return {
    columns: columns.length,
    rows: rows.length,
    main,
    others,
    at,
    has,
    telling: (row) => main.some((column) => at(row, column) !== 0),
    filled: (row) => main.some((column) => has(row, column)),
    repeating,
    whole: 10 ** decimals,
  };
}

/** Rounding that a sum of `addends` may carry, in smallest steps: min(½(m+1), √(m+1)), and half a unit where the sum has fewer decimals. */
export function tolerance(addends: number, stated: number, whole: number): number {
  const own = Math.min((addends + 1) / 2, Math.sqrt(addends + 1));
  const coarse = whole > 1 ? Math.min(powerOfTen([stated]), whole) : 1;
  return own + (coarse > 1 ? coarse / 2 : 0) + 1e-9;
}

/** The largest power of ten that divides all of them; 1 where all are zero. */
export function powerOfTen(values: readonly number[]): number {
  let power = 1;
  const telling = values.filter((value) => value !== 0);
  if (telling.length === 0) return 1;
  while (power < 1e12 && telling.every((value) => value % (power * 10) === 0)) power *= 10;
  return power;
}

/**
 * How much it proves that a row equals the sum of `addends`, in bits: per column log2(largest addend ÷ granularity ÷ (2·difference + 1)),
 * each further column by its difference from the nearest earlier one, since outcome and budget are nearly the same column.
 */
export function bitsOf(
  stated: (column: number) => number,
  addends: readonly number[],
  columns: readonly number[],
  valueOf: (addend: number, column: number) => number,
): number {
  const done: { values: number[]; stated: number }[] = [];
  let bits = 0;
  for (const column of columns) {
    const values = addends.map((addend) => valueOf(addend, column));
    const own = stated(column);
    const nearest = done.length === 0 ? null : nearestOf(done, values);
    const parts = nearest === null ? values : values.map((value, index) => value - (nearest.values[index] ?? 0));
    bits += columnBits(parts, nearest === null ? own : own - nearest.stated);
    done.push({ values, stated: own });
  }
  return bits;
}

function nearestOf(
  done: readonly { values: number[]; stated: number }[],
  values: readonly number[],
): { values: readonly number[]; stated: number } {
  let best = done[0]!;
  let least = Infinity;
  for (const each of done) {
    const distance = values.reduce((sum, value, index) => sum + Math.abs(value - (each.values[index] ?? 0)), 0);
    if (distance < least) [least, best] = [distance, each];
  }
  return best;
}

function columnBits(parts: readonly number[], stated: number): number {
  const largest = parts.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  if (largest === 0) return 0;
  const step = powerOfTen(parts);
  const off = Math.abs(parts.reduce((sum, part) => sum + part, 0) - stated) / step;
  return Math.max(0, Math.log2(largest / step / (2 * off + 1)));
}

/** Bits that prove an unnamed sum whose run may start and end anywhere, or between two boundaries. */
export function neededBits(rows: number, pinned: boolean): number {
  return pinned ? Math.log2(Math.max(rows, 2)) + 7 : Math.log2(Math.max(rows, 2) * Math.min(Math.max(rows, 2), 30)) + 7;
}
