// src/domain/deviation/ledger.ts: sums per cost line and period straight from rows of cells, for ledgers of a million rows.
import { costLineName } from "./costLine";
import { ExactSums } from "../exactSums";
import { KeyTable, SMALL_NUMBERS } from "../keyTable";
import {
  type Decimal,
  type Money,
  moneyFromDecimal,
  moneyFromNumber,
  ORE_PER_UNIT,
  type Ore,
  toKr,
  type Unit,
} from "../money";

/** Where a ledger row has its cost line, its period and its amount: zero-based columns. */
export interface LedgerColumns {
  readonly line: number;
  readonly period: number;
  readonly amount: number;
}

export type LedgerRows = readonly (readonly unknown[])[];

export interface LedgerSums {
  /** Cost lines and periods in order of appearance, named as `costLineName` names them; periods are trimmed texts. */
  readonly lines: readonly string[];
  readonly periods: readonly string[];
  /** Per period: the index of the first row that was added to it. */
  readonly firstRows: readonly number[];
  /** kr, exact, by indices into `lines` and `periods`; 0 where no row was. */
  readonly total: (line: number, period: number) => Decimal;
  /** As `total`, as money: no Decimal is made of what is whole öre. */
  readonly money: (line: number, period: number) => Money;
  /** Whether nothing was added there; quick, since most lines have amounts in few periods. */
  readonly isEmpty: (line: number, period: number) => boolean;
  /** Indices of rows that were not added: the amount is no number, or a key names nothing. */
  readonly setAside: readonly number[];
}

/**
 * Adds every row's amount (Excel numbers in `unit`, read to 15 significant digits) to its line × period.
 * Nothing is dropped: rows that cannot be added are returned in `setAside`. Throws RangeError for NaN and infinities,
 * which no cell holds.
 */
export function ledgerSums(rows: LedgerRows, columns: LedgerColumns, unit: Unit): LedgerSums {
  const ledger = new Ledger(columns, unit);
  ledger.addAll(rows);
  return {
    lines: ledger.lines.names,
    periods: ledger.periods.names,
    firstRows: ledger.firstRows,
    total: (line, period) => ledger.total(line, period),
    money: (line, period) => ledger.money(line, period),
    isEmpty: (line, period) => ledger.isEmpty(line, period),
    setAside: ledger.setAside,
  };
}

const FIRST_LINES = 128;
const FIRST_PERIODS = 16;
const SAFE = Number.MAX_SAFE_INTEGER;
/** Added and taken away again, it rounds a double below 2^51 to its nearest whole number: much faster than Math.round. */
const ROUNDING = 1.5 * 2 ** 52;
const EPSILON = 2 ** -52;
/** Below this many öre every whole number of them has at most 15 significant digits. */
const FIFTEEN_DIGITS = 1e15;

class Ledger {
  readonly lines = new KeyTable(costLineName);
  readonly periods = new KeyTable((key) => key.trim());
  readonly firstRows: number[] = [];
  readonly setAside: number[] = [];
  /** Whole öre by line × `room` + period, each a safe integer; there is always room for every line and period seen. */
  private ore = new Float64Array(FIRST_LINES * FIRST_PERIODS);
  private room = FIRST_PERIODS;
  /** By line, what `ore` cannot hold: finer than an öre, or beyond the safe range. */
  private readonly others: ExactSums[] = [];

  constructor(
    private readonly columns: LedgerColumns,
    private readonly unit: Unit,
  ) {}

  /**
   * Most rows name what has been seen before and hold plain öre: those are added here, all other rows by `addClosely`.
   *
   * Why a sum of plain öre is exact: `amount·orePerUnit` is rounded once, by at most 2^-53 of itself, and must then lie within 2^-52
   * of a whole number n, both relatively. So the amount is within 1.5·2^-52 < 3.4e-16 of n/orePerUnit. Decimals of 15 significant
   * digits are at least 1e-15 of themselves apart, and n/orePerUnit is one of them as |n| < 10^15: none is nearer to the amount,
   * and n is what `moneyFromNumber` reads too.
   */
  addAll(rows: LedgerRows): void {
    const { line: lineColumn, period: periodColumn, amount: amountColumn } = this.columns;
    const { slotOfText: slotOfLine } = this.lines;
    const { slotOfText: slotOfPeriod, slotAfterNumber } = this.periods;
    const orePerUnit = ORE_PER_UNIT[this.unit];
    // A constant of the module would be looked up in it once per row.
    const small = SMALL_NUMBERS;
    let { ore, room } = this;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      const line = row[lineColumn];
      const period = row[periodColumn];
      const amount = row[amountColumn];
      if (typeof amount === "number" && typeof line === "string") {
        const lineSlot = slotOfLine.get(line);
        const periodSlot =
          typeof period === "number"
            ? period >= 0 && period < small
              ? slotAfterNumber[period]! - 1
              : -1
            : typeof period === "string"
              ? (slotOfPeriod.get(period) ?? -1)
              : -1;
        if (lineSlot !== undefined && periodSlot >= 0) {
          const slot = lineSlot * room + periodSlot;
          const scaled = amount * orePerUnit;
          const whole = scaled + ROUNDING - ROUNDING;
          const next = ore[slot]! + whole;
          if (
            Math.abs(scaled - whole) <= Math.abs(whole) * EPSILON &&
            Math.abs(whole) < FIFTEEN_DIGITS &&
            Math.abs(next) <= SAFE
          ) {
            ore[slot] = next;
            continue;
          }
        }
      }
      this.addClosely(index, line, period, amount);
      ({ ore, room } = this);
    }
  }

  total(line: number, period: number): Decimal {
    const whole = toKr((this.ore[line * this.room + period] ?? 0) as Ore);
    const others = this.others[line];
    return others === undefined ? whole : whole.plus(others.total(period));
  }

  money(line: number, period: number): Money {
    if (this.others[line] !== undefined) return moneyFromDecimal(this.total(line, period));
    return (this.ore[line * this.room + period] ?? 0) as Ore;
  }

  /** Amounts that cancel out count as nothing added: their sum is 0 either way. */
  isEmpty(line: number, period: number): boolean {
    return this.ore[line * this.room + period] === 0 && this.others[line] === undefined;
  }

  /** Any row: keys not seen before, keys as text or number, amounts finer than an öre or beyond the safe range. */
  private addClosely(index: number, line: unknown, period: unknown, amount: unknown): void {
    const lineSlot = isKey(line) && typeof amount === "number" ? this.lines.slot(line) : -1;
    const periodSlot = lineSlot >= 0 && isKey(period) ? this.periods.slot(period) : -1;
    if (periodSlot < 0) {
      this.setAside.push(index);
      return;
    }
    if (periodSlot === this.firstRows.length) this.firstRows.push(index);
    this.makeRoom();
    const slot = lineSlot * this.room + periodSlot;
    const money = moneyFromNumber(amount as number, this.unit);
    const next = typeof money === "number" ? this.ore[slot]! + money : NaN;
    if (Math.abs(next) <= SAFE) this.ore[slot] = next;
    else (this.others[lineSlot] ??= new ExactSums(1)).add(periodSlot, money);
  }

  private makeRoom(): void {
    const lines = Math.max(this.lines.size, 1);
    if (this.periods.size <= this.room && lines * this.room <= this.ore.length) return;
    const room = this.periods.size <= this.room ? this.room : this.room * 2;
    const wider = new Float64Array(Math.max(lines * 2, FIRST_LINES) * room);
    for (let slot = 0; slot < this.ore.length; slot++) {
      const whole = this.ore[slot]!;
      if (whole !== 0) wider[Math.floor(slot / this.room) * room + (slot % this.room)] = whole;
    }
    this.ore = wider;
    this.room = room;
  }
}

function isKey(cell: unknown): cell is string | number {
  return typeof cell === "string" || typeof cell === "number";
}
