// src/intake/records/rowTable.ts: a table of rows under known headings: which rows it has, what its cells say, and which rows are set aside.
// Every reader of such a table goes through it, so that no row is lost and every problem has its cell.
import type { Origin } from "../../domain/deviation/budget";
import type { Sourced } from "../../domain/return/returnRows";
import type { Money, Unit } from "../../domain/money";
import { problem, type Problem, type ProblemCode, type ProblemParams } from "../../domain/problem";
import { isBadAmount, isErrorText, readAmount } from "../amount";
import type { SetAside } from "../budget/budgetRows";
import { folded, plainSpaces } from "../../domain/lookupKey";
import { cellName, rangeName } from "../../domain/a1";
import { type CellValue, type Grid, isCellError } from "../grid";
import { isTotalLine } from "../budget/heading";
import type { OtherHeader } from "./otherTables";
import type { FoundTable } from "../recognise";
import { bodyRowsOf, isBlank } from "./rowBody";
import { unitsIn } from "../unitText";

/** What reading one table gave: seen rows = rows + setAside. */
export interface ReadRows<T> {
  readonly rows: readonly Sourced<T>[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

export interface LocatedRows {
  readonly grid: Grid;
  readonly found: FoundTable<OtherHeader>;
  readonly date1904: boolean;
  /** The initiative of rows that name none. */
  readonly initiative: string | null;
}

/** One row while it is read. */
export interface Row<Role extends string> {
  readonly row: number;
  value(role: Role): CellValue;
  /** Plain text; a number as written; null when empty. An error value sets the row aside. */
  text(role: Role): string | null;
  format(role: Role): string;
  cell(role: Role): string;
  /** Sets the row aside; every reason is reported, the first one stands for the row. */
  fail<Code extends ProblemCode>(code: Code, role: Role, params: ProblemParams[Code]): null;
  note<Code extends ProblemCode>(code: Code, role: Role, params: ProblemParams[Code]): void;
  /** An amount in the column's unit, as kr; null when empty or set aside. */
  amount(role: Role): Money | null;
  failed(): boolean;
  readonly origin: Origin;
  readonly initiative: string | null;
}

/** A table under construction: its rows, and everything said about them. A class because every step adds to the same lists. */
export class RowTable<Role extends string> {
  readonly problems: Problem[] = [];
  readonly setAside: SetAside[] = [];
  readonly rows: readonly number[];
  readonly grid: Grid;
  readonly date1904: boolean;
  private readonly header: OtherHeader;
  private readonly columns: ReadonlyMap<string, number>;
  private readonly units = new Map<Role, Unit | null>();
  private readonly initiativeColumn: number | null;

  constructor(private readonly located: LocatedRows) {
    this.grid = located.grid;
    this.date1904 = located.date1904;
    this.header = located.found.header;
    this.rows = bodyRowsOf(located.grid, located.found);
    this.columns = this.header.roles;
    this.initiativeColumn = this.header.roles.get("initiative") ?? null;
  }

  has(role: Role): boolean {
    return this.columns.has(role);
  }

  /** Every role that has a column here. */
  get roles(): readonly Role[] {
    return [...this.columns.keys()].filter((role) => role !== "initiative") as Role[];
  }

  /** Columns without a role here. */
  get otherColumns(): readonly number[] {
    const known = new Set(this.roles.map((role) => this.columns.get(role)));
    const others: number[] = [];
    for (let column = this.header.left; column <= this.header.right; column++)
      if (!known.has(column)) others.push(column);
    return others;
  }

  /** The Insats column; null when there is none. */
  get initiativeAt(): number | null {
    return this.initiativeColumn;
  }

  /** What the user says of a row by its name, else what the name says. */
  isTotal(name: string): boolean {
    return isTotalIn(name, this.located.found);
  }

  column(role: Role): number | null {
    return this.columns.get(role) ?? null;
  }

  /** The heading as the source writes it. */
  heading(role: Role): string {
    const column = this.columns.get(role);
    return column === undefined ? "" : this.headingAt(column);
  }

  /** Every heading, as the source writes them. */
  get headings(): string {
    const { left, right } = this.header;
    const texts = Array.from({ length: right - left + 1 }, (_, at) => this.headingAt(left + at));
    return texts.filter((text) => text !== "").join(" · ");
  }

  headingAt(column: number): string {
    const text = this.grid.values[this.header.row]?.[column];
    return typeof text === "string" || typeof text === "number" ? plainSpaces(String(text)) : "";
  }

  /** The unit that the user chose, else the heading's own, else that of the titles above, else kr; null when they state several. */
  unit(role: Role): Unit | null {
    const chosen = this.located.found.correction?.unit ?? null;
    if (chosen !== null) return chosen;
    const known = this.units.get(role);
    if (known !== undefined) return known;
    const own = unitsIn(this.heading(role));
    const stated = own.size > 0 ? own : new Set(this.located.found.titles.flatMap((title) => [...unitsIn(title)]));
    const [only] = stated;
    const unit = stated.size > 1 ? null : (only ?? "kr");
    this.units.set(role, unit);
    return unit;
  }

  /** The table's range in A1: header and body. */
  get range(): string {
    return rangeName(this.header.row, this.header.left, this.rows.at(-1) ?? this.header.row, this.header.right);
  }

  /** Leaves the whole table out: every row is set aside for this reason. */
  block<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], cell: string = this.range): void {
    this.problems.push(problem(code, { sheet: this.grid.sheet, cell }, params));
    this.setAside.length = 0;
    for (const row of this.rows)
      this.setAside.push({ sheet: this.grid.sheet, cell: this.rowRange(row), reason: code, rows: 1 });
  }

  rowRange(row: number): string {
    return rangeName(row, this.header.left, row, this.header.right);
  }

  /** Reads every row; rows that fail are set aside, null results only when the row failed. */
  read<T>(readRow: (row: Row<Role>) => T | null): Sourced<T>[] {
    const results: Sourced<T>[] = [];
    for (const at of this.rows) {
      const row = new TableRow(this, at);
      const value = readRow(row);
      if (row.failure !== null) this.setAside.push(row.failure);
      else if (value !== null) results.push({ value, origin: row.origin, initiative: row.initiative });
    }
    this.notedHidden();
    return results;
  }

  initiativeOf(row: number): string | null {
    if (this.initiativeColumn === null) return this.located.initiative;
    const value = this.grid.values[row]?.[this.initiativeColumn];
    return typeof value === "string" && !isBlank(value)
      ? plainSpaces(value)
      : typeof value === "number"
        ? String(value)
        : this.located.initiative;
  }

  private notedHidden(): void {
    const hidden = this.grid.hiddenRows.size === 0 ? [] : this.rows.filter((row) => this.grid.hiddenRows.has(row));
    for (let index = 0; index < hidden.length;) {
      let last = index;
      while (hidden[last + 1] === (hidden[last] ?? NaN) + 1) last++;
      const cell = rangeName(hidden[index] ?? 0, this.header.left, hidden[last] ?? 0, this.header.right);
      this.problems.push(problem("hidden-row", { sheet: this.grid.sheet, cell }, { rows: last - index + 1 }));
      index = last + 1;
    }
  }
}

class TableRow<Role extends string> implements Row<Role> {
  failure: SetAside | null = null;

  constructor(
    private readonly table: RowTable<Role>,
    readonly row: number,
  ) {}

  failed(): boolean {
    return this.failure !== null;
  }

  get origin(): Origin {
    return { workbook: null, sheet: this.table.grid.sheet, cells: this.table.rowRange(this.row) };
  }

  get initiative(): string | null {
    return this.table.initiativeOf(this.row);
  }

  value(role: Role): CellValue {
    const column = this.table.column(role);
    const value = column === null ? null : (this.table.grid.values[this.row]?.[column] ?? null);
    return isBlank(value) ? null : value;
  }

  text(role: Role): string | null {
    const value = this.value(role);
    if (value === null) return null;
    if (isCellError(value)) return this.fail("error-in-key", role, { error: value.error });
    if (typeof value === "string" && isErrorText(value))
      return this.fail("error-in-key", role, { error: plainSpaces(value) });
    return typeof value === "boolean" ? (value ? "SANT" : "FALSKT") : plainSpaces(String(value));
  }

  format(role: Role): string {
    return this.table.grid.format(this.row, this.table.column(role) ?? 0);
  }

  cell(role: Role): string {
    const column = this.table.column(role);
    return column === null ? this.table.rowRange(this.row) : cellName(this.row, column);
  }

  fail<Code extends ProblemCode>(code: Code, role: Role, params: ProblemParams[Code]): null {
    const cell = this.cell(role);
    this.table.problems.push(problem(code, { sheet: this.table.grid.sheet, cell }, params));
    this.failure ??= { sheet: this.table.grid.sheet, cell, reason: code, rows: 1 };
    return null;
  }

  note<Code extends ProblemCode>(code: Code, role: Role, params: ProblemParams[Code]): void {
    this.table.problems.push(problem(code, { sheet: this.table.grid.sheet, cell: this.cell(role) }, params));
  }

  amount(role: Role): Money | null {
    const reading = readAmount(this.value(role), () => this.format(role), this.table.unit(role) ?? "kr");
    if (!isBadAmount(reading)) return reading;
    const heading = this.table.heading(role);
    const { code, text } = reading;
    if (code === "error-in-amount") return this.fail(code, role, { error: text, heading });
    if (code === "date-in-amount" || code === "boolean-in-amount") return this.fail(code, role, { heading });
    return this.fail(code, role, { text, heading });
  }
}

/** The first row of each key, and the pairs of rows that share one. */
export function duplicates<T>(
  rows: readonly Sourced<T>[],
  keyOf: (row: Sourced<T>) => string,
): readonly (readonly [Sourced<T>, Sourced<T>])[] {
  const first = new Map<string, Sourced<T>>();
  const pairs: (readonly [Sourced<T>, Sourced<T>])[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    else pairs.push([other, row]);
  }
  return pairs;
}

/** Whether the row with this name is a total: as the user says, else by its name. */
export function isTotalIn(name: string, { correction }: Pick<FoundTable, "correction">): boolean {
  const chosen = correction?.rows.find(({ label }) => folded(label) === folded(name));
  return chosen === undefined ? isTotalName(name) : chosen.is === "total";
}

/** `Summa`, `Totalt` in a name column. */
export function isTotalName(text: string | null): boolean {
  return text !== null && isTotalLine(text);
}
