// src/domain/roundTrip/snapshotFormat.ts: how a snapshot stands in its tab: what each row holds, in which column, and how it is read back. Written and
// read here only. The tab tells its own columns, so that a version with more of them, or in another order, is read as well as today's.
import { isoDateOfSerial } from "../period";
import { Decimal, moneyFromNumber, sum, toKr } from "../money";
import type { CostSign, LineKind } from "../deviation/budget";
import { type Deviation, deviationOf, type MaterialLimits } from "../deviation/deviation";
import { type Comment, type CommentField, commentOf } from "../deviation/remarks";
import { signOfKind, signOfResult } from "../deviation/lineKind";
import type { Snapshot, SnapshotCells, SnapshotInitiative, SnapshotLine } from "../deviation/snapshot";

/** Raised when what is read changes its meaning; columns may come and go without. */
export const SNAPSHOT_VERSION = 2;

export type SnapshotField =
  | "initiative"
  | "line"
  | "outcome"
  | "budget"
  | "amount"
  | "share"
  | "fullYearBudget"
  | "forecast"
  | "forecastDeviation"
  | "material"
  | CommentField
  | "type"
  | "code"
  | "item";

/** Columns of the tabs that did not tell them, until 2026-11. */
const FIRST_VERSION: readonly SnapshotField[] = [
  "initiative",
  "line",
  "outcome",
  "budget",
  "amount",
  "share",
  "fullYearBudget",
  "forecast",
  "forecastDeviation",
  "material",
  "cause",
  "action",
  "responsible",
  "done",
  "type",
  "code",
  "item",
];
/** What stood over the column of types in them. */
const FIRST_HEADINGS: ReadonlySet<string> = new Set(["radtyp", "row type"]);

/** Where a row of facts has what no line has. */
const FACT = { date: "line", version: "line", bookedTo: "line", limitAmount: "outcome", limitShare: "budget" } as const;
const TYPE = { initiative: 1, line: 2, total: 3, date: 8, version: 9 } as const;
/** Of an initiative's row: how it writes costs, and whether income stands positive beside positive costs. */
const SIGN_CODE = { negative: 1, positive: 2, allPositive: 3 } as const;
/** Of a line's: what it is, and 1 more where it is material. */
const KINDS = ["cost", "income", "net"] as const satisfies readonly LineKind[];

const MARK = "samkalkyl|ogonblick|";
const LAYOUT = /^(\d+)\|(.*)$/su;

/** What stands in the last hidden column, on the row of the headings: version and the columns before it, in order. */
export function layoutText(fields: readonly string[]): string {
  return `${MARK}${SNAPSHOT_VERSION}|${fields.join()}`;
}

/** By column: kronor, a share, a number or a text. */
export type SnapshotRow = Readonly<Partial<Record<SnapshotField, Decimal | number | string>>>;

/** `serial`: of the day. */
export function dateRow(serial: number): SnapshotRow {
  return { [FACT.date]: serial, type: TYPE.date };
}

export function versionRow(version: string): SnapshotRow {
  return { [FACT.version]: version, type: TYPE.version };
}

/** `item` from 1: names may be alike. */
export function initiativeRow(
  { name, sign, allPositive, bookedTo, limits }: Omit<SnapshotInitiative, "lines" | "total" | "totalCells">,
  item: number,
): SnapshotRow {
  return {
    initiative: name,
    [FACT.bookedTo]: bookedTo,
    [FACT.limitAmount]: limits.amount,
    [FACT.limitShare]: limits.share,
    type: TYPE.initiative,
    code: SIGN_CODE[allPositive ? "allPositive" : sign],
    item,
  };
}

export function lineRow(
  initiative: string,
  { costLine, kind, figures, material, comment }: Omit<SnapshotLine, "cells">,
  item: number,
): SnapshotRow {
  const code = 2 * KINDS.indexOf(kind) + (material ? 1 : 0);
  return { initiative, line: costLine, ...figuresOf(figures), ...comment, type: TYPE.line, code, item };
}

/** `label` is for people. */
export function totalRow(initiative: string, label: string, total: Deviation, item: number): SnapshotRow {
  return { initiative, line: label, ...figuresOf(total), type: TYPE.total, item };
}

function figuresOf({ outcome, budget, amount, share }: Deviation): SnapshotRow {
  return { outcome, budget, amount, ...(share === null ? {} : { share }) };
}

/** A tab as its cells: texts, numbers, null for an empty one, an object for an error. */
export interface SnapshotTab {
  readonly sheet: string;
  readonly rows: readonly (readonly (string | number | boolean | null | { readonly error: string })[])[];
  /** A1 of a cell. */
  readonly nameOf: (row: number, column: number) => string;
  readonly date1904: boolean;
}

/** Where a tab is not as it was saved. `newer`: its version, where it is newer than this one. */
export class SnapshotDamage extends Error {
  constructor(
    readonly cell: string,
    readonly newer: number | null,
  ) {
    super(cell);
  }
}

interface Layout {
  readonly version: number;
  readonly columns: ReadonlyMap<SnapshotField, number>;
}

/** People may have put columns before the first. */
function layoutOf(rows: SnapshotTab["rows"]): Layout | null {
  for (const cells of rows) {
    const at = cells.findIndex((cell) => typeof cell === "string" && cell.startsWith(MARK));
    const mark = cells[at];
    const [, version, fields = ""] = typeof mark === "string" ? (LAYOUT.exec(mark.slice(MARK.length)) ?? []) : [];
    if (version !== undefined) return laidOut(Number(version), fields.split(","), at);
    const type = cells.findIndex((cell) => typeof cell === "string" && FIRST_HEADINGS.has(cell.trim().toLowerCase()));
    if (type >= FIRST_VERSION.indexOf("type")) return laidOut(1, FIRST_VERSION, type + 3);
  }
  return null;
}

/** `end`: the column after the last of them. */
function laidOut(version: number, fields: readonly string[], end: number): Layout {
  return {
    version,
    columns: new Map(fields.map((field, place) => [field as SnapshotField, end - fields.length + place])),
  };
}

/** Half an öre: sums of what was rounded nowhere agree within it. */
const TOLERANCE = new Decimal("0.005");

/** Throws SnapshotDamage where the tab has been changed since. */
export function readSnapshot(tab: SnapshotTab, number: number): Snapshot {
  return new SnapshotReader(tab).read(number);
}

class SnapshotReader {
  private readonly layout: Layout;
  private readonly typed: readonly { readonly row: number; readonly type: number }[];

  constructor(private readonly tab: SnapshotTab) {
    const layout = layoutOf(tab.rows);
    if (layout === null) throw new SnapshotDamage("A1", null);
    this.layout = layout;
    this.typed = tab.rows.flatMap((_, row) => {
      const type = this.value(row, "type");
      return typeof type === "number" ? [{ row, type }] : [];
    });
  }

  read(number: number): Snapshot {
    const initiatives = this.ofType(TYPE.initiative).map((row) => this.initiative(row));
    const known = new Set(this.ofType(TYPE.initiative).map((row) => this.value(row, "item")));
    // A line whose initiative is none of those listed would be left out without a word.
    for (const row of [...this.ofType(TYPE.line), ...this.ofType(TYPE.total)])
      if (!known.has(this.value(row, "item"))) throw this.damage(row, "item");
    if (initiatives.length === 0) throw this.damage(0, "initiative");
    return { number, sheet: this.tab.sheet, date: this.date(), version: this.versionText(), initiatives };
  }

  private initiative(row: number): SnapshotInitiative {
    const item = this.number(row, "item");
    const { sign, allPositive } = this.sign(row);
    const written = { sign, orientation: allPositive ? ("all-positive" as const) : ("costs-negative" as const) };
    const own = (type: number): number[] => this.ofType(type).filter((each) => this.number(each, "item").eq(item));
    const lines = own(TYPE.line).map((each) => this.line(each, written));
    const [totals, another] = own(TYPE.total);
    if (totals === undefined || another !== undefined) throw this.damage(another ?? row, "initiative");
    const total = this.figures(totals, signOfResult(written));
    for (const figure of ["outcome", "budget"] as const) {
      const net = lines.map(({ figures, kind }) =>
        allPositive && kind !== "income" ? figures[figure].negated() : figures[figure],
      );
      if (sum(net).minus(total[figure]).abs().gt(TOLERANCE)) throw this.damage(totals, figure);
    }
    return {
      name: this.text(row, "initiative"),
      sign,
      allPositive,
      bookedTo: this.text(row, FACT.bookedTo),
      limits: this.limits(row),
      lines,
      total,
      totalCells: this.cells(totals),
    };
  }

  private limits(row: number): MaterialLimits {
    return { amount: this.number(row, FACT.limitAmount), share: this.number(row, FACT.limitShare) };
  }

  private line(row: number, written: Parameters<typeof signOfKind>[0]): SnapshotLine {
    const costLine = this.text(row, "line");
    if (costLine === "") throw this.damage(row, "line");
    const code = this.value(row, "code");
    const kind = KINDS[typeof code === "number" ? Math.floor(code / 2) : 0];
    if (kind === undefined) throw this.damage(row, "code");
    return {
      costLine,
      kind,
      figures: this.figures(row, signOfKind(written, kind)),
      material: typeof code === "number" && code % 2 === 1,
      comment: this.comment(row),
      cells: this.cells(row),
    };
  }

  /** A field that a tab of its version did not have is empty. */
  private comment(row: number): Comment {
    return commentOf((field) => this.text(row, field));
  }

  /** The deviation is worked out again: the tab's own must be the same. */
  private figures(row: number, sign: CostSign): Deviation {
    const figures = deviationOf({ outcome: this.number(row, "outcome"), budget: this.number(row, "budget") }, sign);
    if (figures.amount.minus(this.number(row, "amount")).abs().gt(TOLERANCE)) throw this.damage(row, "amount");
    return figures;
  }

  private cells(row: number): SnapshotCells {
    const at = (field: SnapshotField): string => this.tab.nameOf(row, this.layout.columns.get(field) ?? 0);
    return { outcome: at("outcome"), budget: at("budget"), amount: at("amount") };
  }

  private sign(row: number): { readonly sign: CostSign; readonly allPositive: boolean } {
    const code = this.value(row, "code");
    const known = Object.values(SIGN_CODE).some((each) => each === code);
    if (!known) throw this.damage(row, "code");
    return { sign: code === SIGN_CODE.negative ? "negative" : "positive", allPositive: code === SIGN_CODE.allPositive };
  }

  private date(): string {
    const [row] = this.ofType(TYPE.date);
    const serial = row === undefined ? null : this.value(row, FACT.date);
    const date = typeof serial === "number" ? isoDateOfSerial(serial, this.tab.date1904) : null;
    if (date === null) throw this.damage(row ?? 1, FACT.date);
    return date;
  }

  private versionText(): string {
    const [row] = this.ofType(TYPE.version);
    return row === undefined ? "" : this.text(row, FACT.version);
  }

  private ofType(type: number): number[] {
    return this.typed.flatMap((each) => (each.type === type ? [each.row] : []));
  }

  private value(row: number, field: SnapshotField): SnapshotTab["rows"][number][number] {
    const column = this.layout.columns.get(field);
    return column === undefined ? null : (this.tab.rows[row]?.[column] ?? null);
  }

  /** kr, or a share; exactly the 15 digits that a cell holds. */
  private number(row: number, field: SnapshotField): Decimal {
    const value = this.value(row, field);
    if (typeof value !== "number") throw this.damage(row, field);
    return toKr(moneyFromNumber(value, "kr"));
  }

  private text(row: number, field: SnapshotField): string {
    const value = this.value(row, field);
    if (value === null) return "";
    if (typeof value === "object") throw this.damage(row, field);
    return String(value).trim();
  }

  private damage(row: number, field: SnapshotField): SnapshotDamage {
    const { version, columns } = this.layout;
    return new SnapshotDamage(
      this.tab.nameOf(row, columns.get(field) ?? 0),
      version > SNAPSHOT_VERSION ? version : null,
    );
  }
}
