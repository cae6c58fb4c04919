// src/intake/budget/snapshot.ts: reads a snapshot's tab back (src/report/board/snapshotTab.ts writes it). Rows are told by their hidden numbers.
import { type Deviation, deviationOf } from "../../domain/deviation/deviation";
import type { CostSign } from "../../domain/deviation/budget";
import { signOfKind, signOfResult } from "../../domain/deviation/lineKind";
import type { Snapshot, SnapshotCells, SnapshotInitiative, SnapshotLine } from "../../domain/deviation/snapshot";
import { Decimal, moneyFromNumber, sum, toKr } from "../../domain/money";
import { isoDateOfSerial } from "../../domain/period";
import { problem, type Problem } from "../../domain/problem";
import { foldedKey } from "../fold";
import { cellName, type CellValue, type Grid, isCellError } from "../grid";

/** Columns, from the first one. */
const COLUMN = {
  initiative: 0,
  line: 1,
  outcome: 2,
  budget: 3,
  amount: 4,
  cause: 10,
  action: 11,
  responsible: 12,
  done: 13,
  type: 14,
  code: 15,
  item: 16,
} as const;
/** Of an initiative's own row. */
const FACTS = { bookedTo: 1, limitAmount: 2, limitShare: 3 } as const;
const TYPE = { initiative: 1, line: 2, total: 3, date: 8, version: 9 } as const;
const HEADINGS: ReadonlySet<string> = new Set(["radtyp", "rowtype"]);

/** Half an öre: sums of what was rounded nowhere agree within it. */
const TOLERANCE = new Decimal("0.005");

/** Thrown inside this file only: where the tab is not as it was saved. */
class Damage extends Error {
  constructor(readonly cell: string) {
    super(cell);
  }
}

/** The snapshots of a workbook in the order of their numbers, and one problem for each that has been changed, with the first such cell. */
export function readSnapshots(
  grids: readonly Grid[],
  date1904: boolean,
): { readonly snapshots: readonly Snapshot[]; readonly problems: readonly Problem[] } {
  const snapshots: Snapshot[] = [];
  const problems: Problem[] = [];
  for (const grid of grids) {
    const number = Number(/^ogonblick:(\d+)$/.exec(grid.role ?? "")?.[1] ?? NaN);
    if (Number.isNaN(number)) continue;
    try {
      snapshots.push(new SnapshotReader(grid, date1904).read(number));
    } catch (found) {
      if (!(found instanceof Damage)) throw found;
      problems.push(problem("snapshot-damaged", { sheet: grid.sheet, cell: found.cell }, {}));
    }
  }
  return { snapshots: snapshots.sort((a, b) => a.number - b.number), problems };
}

class SnapshotReader {
  /** Column of the first heading: people may have put a column before it. */
  private readonly left: number;
  private readonly rows: readonly { readonly row: number; readonly type: number }[];

  constructor(
    private readonly grid: Grid,
    private readonly date1904: boolean,
  ) {
    const typeColumn = this.typeColumn();
    this.left = typeColumn - COLUMN.type;
    this.rows = grid.values.flatMap((cells, row) => {
      const type = cells[typeColumn];
      return typeof type === "number" ? [{ row, type }] : [];
    });
  }

  read(number: number): Snapshot {
    const initiatives = this.ofType(TYPE.initiative).map((row) => this.initiative(row));
    const known = new Set(this.ofType(TYPE.initiative).map((row) => this.value(row, COLUMN.item)));
    // A line whose initiative is none of those listed would be left out without a word.
    for (const row of [...this.ofType(TYPE.line), ...this.ofType(TYPE.total)])
      if (!known.has(this.value(row, COLUMN.item))) throw this.damage(row, COLUMN.item);
    if (initiatives.length === 0) throw new Damage("A1");
    return { number, sheet: this.grid.sheet, date: this.date(), version: this.version(), initiatives };
  }

  private initiative(row: number): SnapshotInitiative {
    const item = this.number(row, COLUMN.item);
    const { sign, allPositive } = this.sign(row);
    const written = { sign, orientation: allPositive ? ("all-positive" as const) : ("costs-negative" as const) };
    const own = (type: number): number[] => this.ofType(type).filter((each) => this.number(each, COLUMN.item).eq(item));
    const lines = own(TYPE.line).map((each) => this.line(each, written));
    const [totalRow, another] = own(TYPE.total);
    if (totalRow === undefined || another !== undefined) throw this.damage(another ?? row, COLUMN.initiative);
    const total = this.figures(totalRow, signOfResult(written));
    for (const figure of ["outcome", "budget"] as const) {
      const net = lines.map(({ figures, kind }) =>
        allPositive && kind !== "income" ? figures[figure].negated() : figures[figure],
      );
      const off = sum(net).minus(total[figure]);
      if (off.abs().gt(TOLERANCE)) throw this.damage(totalRow, COLUMN[figure]);
    }
    return {
      name: this.text(row, COLUMN.initiative),
      sign,
      allPositive,
      bookedTo: this.text(row, FACTS.bookedTo),
      limits: { amount: this.number(row, FACTS.limitAmount), share: this.number(row, FACTS.limitShare) },
      lines,
      total,
      totalCells: this.cells(totalRow),
    };
  }

  private line(row: number, written: Parameters<typeof signOfKind>[0]): SnapshotLine {
    const costLine = this.text(row, COLUMN.line);
    if (costLine === "") throw this.damage(row, COLUMN.line);
    const [cause, action, responsible, done] = [COLUMN.cause, COLUMN.action, COLUMN.responsible, COLUMN.done].map(
      (column) => this.text(row, column),
    );
    const code = this.value(row, COLUMN.code);
    const kind = (["cost", "income", "net"] as const)[typeof code === "number" ? Math.floor(code / 2) : 0];
    if (kind === undefined) throw this.damage(row, COLUMN.code);
    return {
      costLine,
      kind,
      figures: this.figures(row, signOfKind(written, kind)),
      material: typeof code === "number" && code % 2 === 1,
      comment: { cause: cause ?? "", action: action ?? "", responsible: responsible ?? "", done: done ?? "" },
      cells: this.cells(row),
    };
  }

  /** The deviation is worked out again: the tab's own must be the same. */
  private figures(row: number, sign: CostSign): Deviation {
    const figures = deviationOf(
      { outcome: this.number(row, COLUMN.outcome), budget: this.number(row, COLUMN.budget) },
      sign,
    );
    if (figures.amount.minus(this.number(row, COLUMN.amount)).abs().gt(TOLERANCE))
      throw this.damage(row, COLUMN.amount);
    return figures;
  }

  private cells(row: number): SnapshotCells {
    const at = (column: number): string => cellName(row, this.left + column);
    return { outcome: at(COLUMN.outcome), budget: at(COLUMN.budget), amount: at(COLUMN.amount) };
  }

  private sign(row: number): { readonly sign: CostSign; readonly allPositive: boolean } {
    const code = this.value(row, COLUMN.code);
    if (code !== 1 && code !== 2 && code !== 3) throw this.damage(row, COLUMN.code);
    return { sign: code === 1 ? "negative" : "positive", allPositive: code === 3 };
  }

  private date(): string {
    const [row] = this.ofType(TYPE.date);
    const serial = row === undefined ? null : this.value(row, 1);
    const date = typeof serial === "number" ? isoDateOfSerial(serial, this.date1904) : null;
    if (date === null) throw this.damage(row ?? 1, 1);
    return date;
  }

  private version(): string {
    const [row] = this.ofType(TYPE.version);
    return row === undefined ? "" : this.text(row, 1);
  }

  private ofType(type: number): number[] {
    return this.rows.flatMap((each) => (each.type === type ? [each.row] : []));
  }

  private typeColumn(): number {
    for (const cells of this.grid.values) {
      const column = cells.findIndex((cell) => typeof cell === "string" && HEADINGS.has(foldedKey(cell)));
      if (column >= COLUMN.type) return column;
    }
    throw new Damage("A1");
  }

  private value(row: number, column: number): CellValue {
    return this.grid.values[row]?.[this.left + column] ?? null;
  }

  /** kr, or a share; exactly the 15 digits that a cell holds. */
  private number(row: number, column: number): Decimal {
    const value = this.value(row, column);
    if (typeof value !== "number") throw this.damage(row, column);
    return toKr(moneyFromNumber(value, "kr"));
  }

  private text(row: number, column: number): string {
    const value = this.value(row, column);
    if (value === null) return "";
    if (isCellError(value)) throw this.damage(row, column);
    return String(value).trim();
  }

  private damage(row: number, column: number): Damage {
    return new Damage(cellName(row, this.left + column));
  }
}
