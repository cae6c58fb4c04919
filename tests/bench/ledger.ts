// tests/bench/ledger.ts: ledger rows as Excel gives them to cost line × year sums: plain float, ours and decimal.js in one run.
// Run with `npm run bench -- ledger`. Ratios count, not milliseconds: the machine is part of those.
import { Decimal } from "decimal.js";
import { ledgerSums } from "../../src/domain/deviation/ledger";
import { generator } from "./random";
import { settled, timed } from "./timing";

/** Kostnadsslag, year, amount in kr with öre. */
export type LedgerRow = readonly [string, number, number];

const LINES = 80;
const FIRST_YEAR = 2015;
const YEARS = 10;
const SEED = 20_240_601;
const COLUMNS = { line: 0, period: 1, amount: 2 } as const;

/** The same rows for the same count: lines and years in random order, amounts of −50 000,00 to 49 999,99 kr. */
export function ledgerRows(count: number): LedgerRow[] {
  const random = generator(SEED);
  const names = Array.from({ length: LINES }, (_, line) => `${5010 + line * 10} Kostnadsslag ${line + 1}`);
  return Array.from({ length: count }, () => [
    names[random() % LINES]!,
    FIRST_YEAR + (random() % YEARS),
    ((random() % 10_000_000) - 5_000_000) / 100,
  ]);
}

type Sums = (line: string, year: number) => Decimal;

/** The limit: doubles added as they are, cost lines interned through a map, years by their offset. Not exact. */
export function floatLoop(rows: readonly LedgerRow[]): Sums {
  const slots = new Map<string, number>();
  const sums = new Float64Array(LINES * YEARS);
  for (const row of rows) {
    let line = slots.get(row[0]);
    if (line === undefined) slots.set(row[0], (line = slots.size));
    const slot = line * YEARS + row[1] - FIRST_YEAR;
    sums[slot] = sums[slot]! + row[2];
  }
  return (line, year) => new Decimal(sums[slots.get(line)! * YEARS + year - FIRST_YEAR]!);
}

/** The product's own. */
export function ourLoop(rows: readonly LedgerRow[]): Sums {
  const { lines, periods, total } = ledgerSums(rows, COLUMNS, "kr");
  return (line, year) => total(lines.indexOf(line), periods.indexOf(String(year)));
}

/** decimal.js per row, with the same interning as the float loop. Exact. */
export function decimalLoop(rows: readonly LedgerRow[]): Sums {
  const slots = new Map<string, number>();
  const sums = Array.from({ length: LINES * YEARS }, () => new Decimal(0));
  for (const row of rows) {
    let line = slots.get(row[0]);
    if (line === undefined) slots.set(row[0], (line = slots.size));
    const slot = line * YEARS + row[1] - FIRST_YEAR;
    sums[slot] = sums[slot]!.plus(row[2]);
  }
  return (line, year) => sums[slots.get(line)! * YEARS + year - FIRST_YEAR]!;
}

/** One count of rows: median milliseconds of each loop, the two ratios, and in how many cells a loop misses the exact sum. */
export interface LedgerResult {
  readonly rows: number;
  readonly float: number;
  readonly ours: number;
  readonly decimal: number;
  /** Ours / float; at most 1.5. */
  readonly overFloat: number;
  /** decimal.js / ours; at least 20. */
  readonly overOurs: number;
  readonly cells: number;
  readonly floatWrong: number;
  readonly oursWrong: number;
}

/** Times the three loops in turn, so that the machine's moods hit all of them alike. */
export function ledgerBench(count: number): LedgerResult {
  const rows = ledgerRows(count);
  // Few rows need many rounds before the machine code is settled, and for the median to be one.
  const rounds = Math.max(9, Math.round(1_000_000 / count));
  const times = { float: [] as number[], ours: [] as number[], decimal: [] as number[] };
  for (let round = 0; round < 2 * rounds; round++) {
    times.float.push(timed(() => floatLoop(rows)));
    times.ours.push(timed(() => ourLoop(rows)));
    if (round % rounds < 5) times.decimal.push(timed(() => decimalLoop(rows)));
  }
  const [float, ours, decimal] = [times.float, times.ours, times.decimal].map(settled) as [number, number, number];
  return { rows: count, float, ours, decimal, overFloat: ours / float, overOurs: decimal / ours, ...compared(rows) };
}

function compared(rows: readonly LedgerRow[]): Pick<LedgerResult, "cells" | "floatWrong" | "oursWrong"> {
  const [exact, float, ours] = [exactSums(rows), floatLoop(rows), ourLoop(rows)];
  let floatWrong = 0;
  let oursWrong = 0;
  for (const [key, sum] of exact) {
    const [line = "", year = ""] = key.split("\t");
    if (!float(line, Number(year)).eq(sum)) floatWrong++;
    if (!ours(line, Number(year)).eq(sum)) oursWrong++;
  }
  return { cells: exact.size, floatWrong, oursWrong };
}

/** The exact sums, by a way that shares nothing with the three: the amounts' own digits as whole öre in BigInt. */
export function exactSums(rows: readonly LedgerRow[]): Map<string, Decimal> {
  const ore = new Map<string, bigint>();
  for (const [line, year, amount] of rows) {
    const key = `${line}\t${year}`;
    const [whole = "", fraction = ""] = String(amount).split(".");
    ore.set(key, (ore.get(key) ?? 0n) + BigInt(whole + fraction.padEnd(2, "0")));
  }
  return new Map([...ore].map(([key, sum]) => [key, new Decimal(sum.toString()).div(100)]));
}

/** Prints one line per count; returns whether every limit of the benchmark was kept. */
export function reportLedgerBench(counts: readonly number[]): boolean {
  console.log("Ledger rows to cost line × year sums (median ms)");
  const results = counts.map(ledgerBench);
  for (const r of results) {
    const ms = [r.float, r.ours, r.decimal].map((time) => time.toFixed(2)).join(" / ");
    console.log(
      `${String(r.rows).padStart(9)} rows: float / ours / decimal.js ${ms}; ours is ${r.overFloat.toFixed(2)} × float (at most 1.5), ` +
        `${r.overOurs.toFixed(0)} × faster than decimal.js (at least 20); wrong cells of ${r.cells}: ours ${r.oursWrong}, float ${r.floatWrong}`,
    );
  }
  return results.every((r) => r.overFloat <= 1.5 && r.overOurs >= 20 && r.oursWrong === 0);
}
