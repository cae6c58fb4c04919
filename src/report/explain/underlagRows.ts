// src/report/explain/underlagRows.ts: which rows of the source tables a formula counts, found by following what it refers to.
// Conditions are not followed: which period is the last booked one depends on every row, and explains none.
import { Decimal } from "../../domain/money";
import type { Area, SheetModel } from "../sheetModel";
import { type Expression, parsedFormula } from "./formula";
import type { FoundTable, Place, WrittenTabs } from "./writtenTabs";

/** The rows of one source table behind a figure, and the columns that are counted there. */
export interface CountedRows {
  readonly found: FoundTable;
  /** Zero-based rows of the sheet. */
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<string>;
}

/** Every row of every source table that the formula, and the formulas of the cells that it uses, count. */
export function countedRows(tabs: WrittenTabs, sheet: SheetModel, expression: Expression): readonly CountedRows[] {
  const search = new Search(tabs);
  search.follow(expression, sheet, null);
  return search.found();
}

interface Condition {
  readonly table: string;
  readonly column: string;
  readonly holds: (cell: string) => boolean;
}

class Search {
  private readonly byTable = new Map<string, { found: FoundTable; rows: Set<number>; columns: Set<string> }>();
  private readonly visited = new Set<string>();

  constructor(private readonly tabs: WrittenTabs) {}

  found(): readonly CountedRows[] {
    return [...this.byTable.values()];
  }

  /** `conditions`: what a row must meet in the product that the expression is a factor of; null: outside one. */
  follow(expression: Expression, sheet: SheetModel, conditions: readonly Condition[] | null): void {
    switch (expression.kind) {
      case "column":
        this.count(expression.table, [expression.column], conditions ?? []);
        return;
      case "cells":
        this.followCells(expression.sheet === null ? sheet : this.tabs.sheet(expression.sheet), expression.area);
        return;
      case "negated":
        this.follow(expression.of, sheet, conditions);
        return;
      case "operation":
        if (isComparison(expression)) return;
        this.follow(expression.left, sheet, conditions);
        this.follow(expression.right, sheet, conditions);
        return;
      case "call":
        this.followCall(expression, sheet, conditions);
        return;
      default:
    }
  }

  private followCall(
    { name, args }: Extract<Expression, { kind: "call" }>,
    sheet: SheetModel,
    conditions: readonly Condition[] | null,
  ): void {
    const [first, second, third] = args;
    if (name === "SUMIFS" && first?.kind === "column") {
      this.count(first.table, [first.column], this.criteria(args.slice(1), sheet));
    } else if (name === "COUNTIFS" && first?.kind === "column") {
      this.count(first.table, [], this.criteria(args, sheet));
    } else if (name === "IF") {
      for (const branch of args.slice(1)) this.follow(branch, sheet, conditions);
    } else if (name === "INDEX" && first?.kind === "column" && second?.kind === "call" && second.name === "MATCH") {
      const [key, keys] = second.args;
      if (key !== undefined && keys !== undefined)
        this.count(first.table, [first.column], this.criteria([keys, key], sheet));
    } else if (name === "SUMIF" && third !== undefined) {
      this.followMatching(first, second, third, sheet);
    } else if (name === "SUMPRODUCT") {
      const met = args.flatMap((arg) => this.comparisons(arg, sheet));
      for (const arg of args) this.follow(arg, sheet, met);
    } else {
      for (const arg of args) this.follow(arg, sheet, conditions);
    }
  }

  /** SUMIF over cells follows those beside a key that matches; over a table's columns all rows. */
  private followMatching(
    keys: Expression | undefined,
    criterion: Expression | undefined,
    sums: Expression,
    sheet: SheetModel,
  ): void {
    const value = criterion === undefined ? null : valueOf(this.tabs, criterion, sheet);
    if (keys?.kind !== "cells" || sums.kind !== "cells" || value === null) {
      this.follow(sums, sheet, null);
      return;
    }
    const holds = criterionOf(value);
    const [keySheet, sumSheet] = [keys, sums].map((of) => (of.sheet === null ? sheet : this.tabs.sheet(of.sheet)));
    if (keySheet == null) return;
    const { left, right } = sums.area;
    for (let row = keys.area.top; row <= keys.area.bottom; row++) {
      if (!holds(this.tabs.value({ sheet: keySheet, row, column: keys.area.left }))) continue;
      const summed = sums.area.top + row - keys.area.top;
      this.followCells(sumSheet ?? null, { top: summed, bottom: summed, left, right });
    }
  }

  private followCells(sheet: SheetModel | null, area: Area): void {
    if (sheet === null) return;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const key = `${sheet.role}!${row},${column}`;
        if (this.visited.has(key)) continue;
        this.visited.add(key);
        const content = this.tabs.cell({ sheet, row, column })?.content;
        if (content?.kind !== "formula" || content.formula.startsWith("HYPERLINK(")) continue;
        const parsed = parsedFormula(content.formula);
        if (parsed !== null) this.follow(parsed, sheet, null);
      }
    }
  }

  private count(name: string, columns: readonly string[], conditions: readonly Condition[]): void {
    const found = this.tabs.table(name);
    if (found === null) return;
    const rows = rowsOf(this.tabs, found, conditions);
    const counted = this.byTable.get(name) ?? { found, rows: new Set<number>(), columns: new Set<string>() };
    for (const row of rows) counted.rows.add(row);
    for (const column of columns) counted.columns.add(column);
    this.byTable.set(name, counted);
  }

  /** The pairs of column and criterion that SUMIFS and COUNTIFS take. A criterion that cannot be read holds for every row. */
  private criteria(pairs: readonly Expression[], sheet: SheetModel): Condition[] {
    return pairs.flatMap((column, index): Condition[] => {
      const criterion = pairs[index + 1];
      if (index % 2 === 1 || column.kind !== "column" || criterion === undefined) return [];
      const value = valueOf(this.tabs, criterion, sheet);
      return value === null ? [] : [{ ...column, holds: criterionOf(value) }];
    });
  }

  /** Comparisons of a column with a value that are factors of a product. */
  private comparisons(expression: Expression, sheet: SheetModel): Condition[] {
    if (expression.kind !== "operation") return [];
    const { operator, left, right } = expression;
    if (operator === "*") return [...this.comparisons(left, sheet), ...this.comparisons(right, sheet)];
    if (!isComparison(expression) || left.kind !== "column") return [];
    const value = valueOf(this.tabs, right, sheet);
    return value === null ? [] : [{ ...left, holds: criterionOf(`${operator}${value}`) }];
  }
}

function rowsOf(tabs: WrittenTabs, { sheet, table }: FoundTable, conditions: readonly Condition[]): number[] {
  const own = conditions.filter((condition) => condition.table === table.name);
  const places = own.map(({ column }) => table.area.left + table.columns.indexOf(column));
  const rows: number[] = [];
  for (let row = table.area.top + 1; row <= table.area.bottom; row++) {
    if ((sheet.rows[row]?.length ?? 0) === 0) continue;
    const holds = own.every((condition, index) =>
      condition.holds(tabs.value({ sheet, row, column: places[index] ?? -1 })),
    );
    if (holds) rows.push(row);
  }
  return rows;
}

function isComparison({ operator }: Extract<Expression, { kind: "operation" }>): boolean {
  return ["=", "<>", "<", "<=", ">", ">="].includes(operator);
}

/** `<=5`, `5`, `<>`: what a criterion says of a cell. Keys are whole numbers, so doubles are exact here. */
function criterionOf(criterion: string): (cell: string) => boolean {
  const [, operator = "", wanted = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(criterion) ?? [];
  const number = wanted === "" ? Number.NaN : Number(wanted);
  if (Number.isNaN(number)) {
    const same = (cell: string): boolean => cell.toLowerCase() === wanted.toLowerCase();
    return operator === "<>" ? (cell) => !same(cell) : same;
  }
  return (cell) => {
    if (cell === "") return operator === "<>";
    const value = Number(cell);
    switch (operator) {
      case "<=":
        return value <= number;
      case ">=":
        return value >= number;
      case "<":
        return value < number;
      case ">":
        return value > number;
      case "<>":
        return value !== number;
      default:
        return value === number;
    }
  };
}

/** The value of an expression over single cells and constants, as text; null for anything larger. */
export function valueOf(tabs: WrittenTabs, expression: Expression, sheet: SheetModel): string | null {
  switch (expression.kind) {
    case "number":
    case "text":
      return expression.text;
    case "negated": {
      const value = valueOf(tabs, expression.of, sheet);
      return value === null || value === "" ? null : new Decimal(value).negated().toString();
    }
    case "cells": {
      const place = singlePlace(tabs, expression, sheet);
      return place === null ? null : tabs.value(place);
    }
    case "operation":
      return operationValue(tabs, expression, sheet);
    case "call": {
      if (expression.name !== "MIN" && expression.name !== "MAX") return null;
      const values = expression.args.map((arg) => valueOf(tabs, arg, sheet));
      if (values.some((value) => value === null || value === "" || Number.isNaN(Number(value)))) return null;
      const numbers = values.map((value) => new Decimal(value ?? 0));
      return (expression.name === "MIN" ? Decimal.min(...numbers) : Decimal.max(...numbers)).toString();
    }
    default:
      return null;
  }
}

function operationValue(
  tabs: WrittenTabs,
  { operator, left, right }: Extract<Expression, { kind: "operation" }>,
  sheet: SheetModel,
): string | null {
  const [a, b] = [valueOf(tabs, left, sheet), valueOf(tabs, right, sheet)];
  if (a === null || b === null) return null;
  if (operator === "&") return a + b;
  if (a === "" || b === "" || Number.isNaN(Number(a)) || Number.isNaN(Number(b))) return null;
  if (operator === "+") return new Decimal(a).plus(b).toString();
  if (operator === "-") return new Decimal(a).minus(b).toString();
  return null;
}

/** The one cell that a reference leads to; null for a rectangle, or for a sheet that is not one of ours. */
export function singlePlace(
  tabs: WrittenTabs,
  { sheet: name, area }: Extract<Expression, { kind: "cells" }>,
  own: SheetModel,
): Place | null {
  const sheet = name === null ? own : tabs.sheet(name);
  const single = area.top === area.bottom && area.left === area.right;
  return sheet === null || !single ? null : { sheet, row: area.top, column: area.left };
}
