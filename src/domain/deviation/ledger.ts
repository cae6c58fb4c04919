// src/domain/deviation/ledger.ts: sums per cost line and period straight from rows of cells, for ledgers of a million rows.
import { costLineName } from "./costLine";
import { ExactSums } from "../exactSums";
import { KeyTable } from "../keyTable";
import { type Decimal, ORE_PER_UNIT, type Unit } from "../money";

/** Where a ledger row has its cost line, its period and its amount: zero-based columns. */
export interface LedgerColumns {
  readonly line: number;
  readonly period: number;
  readonly amount: number;
}

export interface LedgerSums {
  /** Cost lines and periods in order of appearance, named as `costLineName` names them. */
  readonly lines: readonly string[];
  readonly periods: readonly string[];
  /** kr, exact, by indices into `lines` and `periods`; 0 where no row was. */
  readonly total: (line: number, period: number) => Decimal;
  /** Indices of rows that were not added: the amount is no number, or a key names nothing. */
  readonly setAside: readonly number[];
}

const FIRST_STRIDE = 16;

/**
 * Adds every row's amount (Excel numbers in `unit`, read to 15 significant digits) to its line × period.
 * Nothing is dropped: rows that cannot be added are returned in `setAside`. Throws RangeError for NaN and infinities,
 * which no cell holds.
 */
export function ledgerSums(rows: readonly (readonly unknown[])[], columns: LedgerColumns, unit: Unit): LedgerSums {
  const { line: lineColumn, period: periodColumn, amount: amountColumn } = columns;
  const lines = new KeyTable(costLineName);
  const periods = new KeyTable((key) => key.trim());
  const orePerUnit = ORE_PER_UNIT[unit];
  const setAside: number[] = [];
  let sums = new ExactSums(1024);
  let stride = FIRST_STRIDE;

  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const line = row[lineColumn];
    const period = row[periodColumn];
    const amount = row[amountColumn];
    const lineSlot = isKey(line) && typeof amount === "number" ? lines.slot(line) : -1;
    const periodSlot = lineSlot >= 0 && isKey(period) ? periods.slot(period) : -1;
    if (periodSlot < 0) {
      setAside.push(index);
      continue;
    }
    while (periodSlot >= stride) {
      sums = respaced(sums, lines.size, stride, stride * 2);
      stride *= 2;
    }
    sums.addScaled(lineSlot * stride + periodSlot, amount as number, orePerUnit, unit);
  }
  return {
    lines: lines.names,
    periods: periods.names,
    total: (line, period) => sums.total(line * stride + period),
    setAside,
  };
}

function isKey(cell: unknown): cell is string | number {
  return typeof cell === "string" || typeof cell === "number";
}

/** The same sums with room for more periods per line. */
function respaced(sums: ExactSums, lines: number, from: number, to: number): ExactSums {
  const wider = new ExactSums(Math.max(1, lines) * to);
  for (let line = 0; line < lines; line++) {
    for (let period = 0; period < from; period++) wider.addFrom(line * to + period, sums, line * from + period);
  }
  return wider;
}
