// src/workbook/excel/formulaOrder.ts: in which order formulas are entered, so that each finds what it reads: Excel in manual calculation
// gives a formula the value that it has when it is entered, and no other until somebody asks for one.
import { columnIndex } from "../../domain/a1";
import type { Area, SheetModel } from "../../report/sheetModel";

export interface FormulaOrder {
  /** Rounds before the tables are made, and all rounds. */
  readonly beforeTables: number;
  readonly rounds: number;
  /** The round in which the formula of a cell is entered, from 0; null: the cell has none. */
  readonly roundOf: (model: SheetModel, row: number, column: number) => number | null;
  /** Whether it is to stand there before the tables are made too, and is entered once more in its round. */
  readonly isTwice: (model: SheetModel, row: number, column: number) => boolean;
}

interface Formula {
  readonly model: SheetModel;
  readonly formula: string;
}

interface Read {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** The latest of the formulas in an area: its round, and the last in the order of writing among those of that round. */
interface Latest {
  readonly round: number;
  readonly at: number;
}

const NOTHING: Latest = { round: -1, at: -1 };
const OPEN = -1;
/** The first round in which tables are there. */
const TABLES = 1_000_000;

/**
 * Formulas that name a table come after it. Those that stand in one and name none are there before: Excel fills a whole column of a table by itself
 * when a formula comes into an empty one. Those of them that read what comes after are entered once more then.
 * Within a round formulas are entered tab by tab, in each from the top and from the left; a formula that reads one that comes later in that order
 * waits for the next round. What goes in a circle stands in the round where it was met.
 */
export function formulaOrder(models: readonly SheetModel[]): FormulaOrder {
  const formulas: Formula[] = [];
  const numbers = new Map<SheetModel, Map<number, Map<number, number>>>();
  for (const model of models) {
    const rows = new Map<number, Map<number, number>>();
    numbers.set(model, rows);
    model.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell?.content?.kind !== "formula") return;
        const inRow = rows.get(row) ?? new Map<number, number>();
        rows.set(row, inRow.set(column, formulas.length));
        formulas.push({ model, formula: cell.content.formula });
      });
    });
  }
  const rounds = new Rounds(formulas, numbers, new References(models));
  rounds.settle();
  const used = [...new Set(formulas.map((_, number) => rounds.of(number)))].sort((a, b) => a - b);
  const positions = new Map(used.map((round, at) => [round, at]));
  const numberAt = (model: SheetModel, row: number, column: number): number | undefined =>
    numbers.get(model)?.get(row)?.get(column);
  return {
    beforeTables: used.filter((round) => round < TABLES).length,
    rounds: used.length,
    roundOf: (model, row, column) => {
      const number = numberAt(model, row, column);
      return number === undefined ? null : (positions.get(rounds.of(number)) ?? null);
    },
    isTwice: (model, row, column) => {
      const number = numberAt(model, row, column);
      if (number === undefined || rounds.of(number) < TABLES) return false;
      return isInTable(model, row, column) && !namesTable(formulas[number]!.formula);
    },
  };
}

function namesTable(formula: string): boolean {
  return formula.includes("[");
}

function isInTable({ tables }: SheetModel, row: number, column: number): boolean {
  return tables.some(
    ({ area: { top, left, bottom, right } }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}

class Rounds {
  private readonly rounds: Int32Array;
  private readonly known = new Map<string, Latest>();

  constructor(
    private readonly formulas: readonly Formula[],
    private readonly numbers: ReadonlyMap<SheetModel, ReadonlyMap<number, ReadonlyMap<number, number>>>,
    private readonly references: References,
  ) {
    this.rounds = new Int32Array(formulas.length).fill(OPEN);
  }

  of(number: number): number {
    return this.rounds[number] ?? 0;
  }

  /** With a stack of its own: running sums make chains as long as the table. */
  settle(): void {
    const waiting = new Uint8Array(this.formulas.length);
    for (let first = 0; first < this.formulas.length; first++) {
      const stack = [first];
      for (let number = stack.at(-1); number !== undefined; number = stack.at(-1)) {
        if (this.of(number) !== OPEN) {
          stack.pop();
          continue;
        }
        const open = waiting[number] === 1 ? [] : this.openBefore(number).filter((each) => waiting[each] === 0);
        waiting[number] = 1;
        if (open.length > 0) {
          stack.push(...open);
          continue;
        }
        this.place(number);
        stack.pop();
      }
    }
  }

  private place(number: number): void {
    let round = 0;
    for (const read of this.readsOf(number)) {
      const latest = this.latestIn(read);
      round = Math.max(round, latest.at >= number ? latest.round + 1 : latest.round);
    }
    this.rounds[number] = namesTable(this.formulas[number]!.formula) ? Math.max(round, TABLES) : round;
  }

  private readsOf(number: number): readonly Read[] {
    const { formula, model } = this.formulas[number]!;
    return this.references.of(formula, model);
  }

  private openBefore(number: number): number[] {
    return this.readsOf(number).flatMap((read) =>
      this.known.has(keyOf(read))
        ? []
        : this.numbersIn(read).filter((each) => each !== number && this.of(each) === OPEN),
    );
  }

  private latestIn(read: Read): Latest {
    const key = keyOf(read);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    let latest = NOTHING;
    let whole = true;
    for (const at of this.numbersIn(read)) {
      const round = this.of(at);
      if (round === OPEN) whole = false;
      else if (round > latest.round || (round === latest.round && at > latest.at)) latest = { round, at };
    }
    if (whole) this.known.set(key, latest);
    return latest;
  }

  private numbersIn({ sheet, area: { top, left, bottom, right } }: Read): number[] {
    const rows = this.numbers.get(sheet);
    const found: number[] = [];
    if (rows === undefined || rows.size === 0) return found;
    for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row++) {
      for (const [column, number] of rows.get(row) ?? []) if (column >= left && column <= right) found.push(number);
    }
    return found;
  }
}

function keyOf({ sheet, area: { top, left, bottom, right } }: Read): string {
  return `${sheet.role} ${top} ${left} ${bottom} ${right}`;
}

const CELL = String.raw`\$?([A-Z]{1,3})\$?([0-9]{1,7})`;
/** A text, which may hold anything; cells, perhaps of another sheet; a table's column; a name. In this order. */
const PARTS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?${CELL}(?::${CELL})?(?![\p{L}\p{N}_(.])|([\p{L}_][\p{L}\p{N}_.]*)(\[(?:\[#[^\]]+\],\[([^\]]+)\]|([^\[\]]+))\]|\[)?`,
  "gu",
);

interface ReadTable extends Read {
  readonly columns: readonly string[];
}

/** What formulas of the tabs read: cells, columns of tables, and what names stand for. */
class References {
  private readonly sheets: ReadonlyMap<string, SheetModel>;
  private readonly named = new Map<string, Read>();
  private readonly tables = new Map<string, ReadTable>();

  constructor(models: readonly SheetModel[]) {
    this.sheets = new Map(models.map((model) => [model.name.toLowerCase(), model]));
    for (const sheet of models) {
      for (const { name, area, columns } of sheet.tables) this.tables.set(name.toLowerCase(), { sheet, area, columns });
      for (const { name, cell } of sheet.names ?? []) {
        const [first = "A1", last = first] = cell.replaceAll("$", "").split(":");
        this.named.set(name.toLowerCase(), { sheet, area: areaBetween(first, last) });
      }
    }
  }

  of(formula: string, own: SheetModel): readonly Read[] {
    const reads: Read[] = [];
    for (const match of formula.matchAll(PARTS)) {
      const [, quoted, plain, column, row, lastColumn, lastRow, word, bracket, ofAll, ofTable] = match;
      if (word !== undefined) {
        const read = bracket === undefined ? this.named.get(word.toLowerCase()) : this.columnOf(word, ofAll ?? ofTable);
        if (read !== undefined) reads.push(read);
      } else if (column !== undefined && row !== undefined) {
        const name = quoted?.replaceAll("''", "'") ?? plain;
        const sheet = name === undefined ? own : this.sheets.get(name.toLowerCase());
        const area = areaBetween(`${column}${row}`, `${lastColumn ?? column}${lastRow ?? row}`);
        if (sheet !== undefined) reads.push({ sheet, area });
      }
    }
    return reads;
  }

  private columnOf(name: string, heading: string | undefined): Read | undefined {
    const table = this.tables.get(name.toLowerCase());
    const at = table?.columns.findIndex((column) => column.toLowerCase() === heading?.toLowerCase()) ?? -1;
    if (table === undefined || at < 0) return table;
    const left = table.area.left + at;
    return { sheet: table.sheet, area: { ...table.area, left, right: left } };
  }
}

function areaBetween(first: string, last: string): Area {
  const [a, b] = [first, last].map((corner) => {
    const [, letters = "A", number = "1"] = /^([A-Z]+)([0-9]+)$/u.exec(corner) ?? [];
    return { row: Number(number) - 1, column: columnIndex(letters) };
  }) as [{ row: number; column: number }, { row: number; column: number }];
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
