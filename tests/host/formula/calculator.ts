// tests/host/formula/calculator.ts: calculates the formulas of the workbook in memory, on demand. It knows what Samkalkyl's tabs use and
// says so where it does not: a figure that is not certain is not shown. Beside the add-in, never behind it.
import { type Rect, formatArea, intersection, wholeSheet } from "../a1";
import type { Scalar } from "../coercion";
import type { SheetData } from "../sheetModel";
import type { WorkbookData } from "../workbookModel";
import { Refusal, functions } from "./functions";
import { combined, signed } from "./operators";
import { type Node, UnknownFormula, parsed, rectOf } from "./syntax";
import {
  type Matrix,
  type Single,
  broadcast,
  firstOf,
  isError,
  paired,
  referenceError,
  single,
  truthOf,
} from "./values";

/** Where a formula stands, and how far it has been moved from where it was written (conditional formats). */
interface Place {
  readonly sheet: SheetData;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Words for errors that stand as text in cells: Excel's own. */
const errorText = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

export class Calculator {
  private readonly trees = new Map<string, Node | null>();
  private readonly done = new Map<string, Single>();
  /** The same tables of figures, and the same parts of formulas, stand in hundreds of cells. */
  private readonly areas = new Map<string, Matrix>();
  private readonly parts = new Map<string, Matrix>();
  private readonly underWay = new Set<string>();

  /** Formulas of other cells give what they gave last. */
  private asStored = false;

  constructor(private readonly workbook: WorkbookData) {}

  /** Something was changed: everything is calculated anew when it is next asked for. */
  forget(): void {
    this.done.clear();
    this.areas.clear();
    this.parts.clear();
  }

  /** Puts what every formula gives into its cell, where add-ins read it. Formulas that are not known here keep what they had. */
  store(): void {
    for (const sheet of this.workbook.sheets) {
      const formulas: { readonly row: number; readonly column: number }[] = [];
      sheet.cells.forEachStored(wholeSheet, ({ formula }, row, column) => {
        if (formula !== null) formulas.push({ row, column });
      });
      for (const { row, column } of formulas) {
        const value = this.valueAt(sheet, row, column);
        if (value !== undefined) sheet.cells.edit(row, column).value = value;
      }
    }
  }

  /** What the cell shows; undefined where its formula, or one that it builds on, is not known here. */
  valueAt(sheet: SheetData, row: number, column: number): Scalar | null | undefined {
    return this.shown(() => this.cell(sheet, row, column));
  }

  /** What a formula gives when it is entered, with what the other cells hold then, calculated or not. */
  valueWhenEntered(formula: string, sheet: SheetData, row: number, column: number): Scalar | null | undefined {
    this.forget();
    this.asStored = true;
    try {
      const place = { sheet, row, column, rows: 0, columns: 0 };
      return this.shown(() => firstOf(this.evaluate(this.tree(formula), place)) ?? 0);
    } finally {
      this.asStored = false;
      this.forget();
    }
  }

  /** A conditional format's formula, written for the cell at `origin`, as it holds at another cell. */
  holds(formula: string, sheet: SheetData, origin: Rect, row: number, column: number): boolean {
    const place = { sheet, row, column, rows: row - origin.top, columns: column - origin.left };
    const value = this.shown(() => firstOf(this.evaluate(this.tree(formula), place)));
    return value !== undefined && truthOf(value) === true && typeof value !== "string";
  }

  private shown(compute: () => Single): Scalar | null | undefined {
    try {
      const value = compute();
      return isError(value) ? value.error : value;
    } catch (error) {
      if (error instanceof UnknownFormula) return undefined;
      throw error;
    }
  }

  private cell(sheet: SheetData, row: number, column: number): Single {
    const cell = sheet.cells.at(row, column);
    if (cell === undefined) return null;
    if (cell.formula === null || this.asStored) return constant(cell.value);
    const key = `${sheet.id} ${row} ${column}`;
    const known = this.done.get(key);
    if (known !== undefined) return known;
    if (this.underWay.has(key)) throw new UnknownFormula(`${cell.formula} goes in a circle`);
    this.underWay.add(key);
    try {
      const tree = this.tree(cell.formula);
      const value = firstOf(this.evaluate(tree, { sheet, row, column, rows: 0, columns: 0 })) ?? 0;
      this.done.set(key, value);
      return value;
    } finally {
      this.underWay.delete(key);
    }
  }

  private tree(formula: string): Node {
    let tree = this.trees.get(formula);
    if (tree === undefined) {
      try {
        tree = parsed(formula);
      } catch (error) {
        if (!(error instanceof UnknownFormula)) throw error;
        tree = null;
      }
      this.trees.set(formula, tree);
    }
    if (tree === null) throw new UnknownFormula(formula);
    return tree;
  }

  private evaluate(node: Node, place: Place): Matrix {
    switch (node.kind) {
      case "value":
        return single(node.value);
      case "table":
        return node.rows;
      case "omitted":
        return single(null);
      case "area":
        return this.area(this.sheetOf(node.sheet, place), rectOf(node, place.rows, place.columns));
      case "name":
        return this.named(node.name, place);
      case "column":
        return this.column(node, place);
      case "unary":
        return this.evaluate(node.of, place).map((row) => row.map((value) => signed(node.operator, value)));
      case "binary":
        return paired(this.evaluate(node.left, place), this.evaluate(node.right, place), (a, b) =>
          combined(node.operator, a, b),
        );
      case "call":
        return this.part(node, place);
    }
  }

  private part(node: Extract<Node, { kind: "call" }>, place: Place): Matrix {
    const moved = place.rows !== 0 || place.columns !== 0;
    if (node.source === null || moved) return this.call(node, place);
    const key = `${place.sheet.id} ${node.source}`;
    let value = this.parts.get(key);
    if (value === undefined) {
      value = this.call(node, place);
      this.parts.set(key, value);
    }
    return value;
  }

  private call({ name, args }: Extract<Node, { kind: "call" }>, place: Place): Matrix {
    if (name === "IF") return this.choose(args, place);
    if (name === "IFERROR") return this.guard(args, place);
    if (name === "ROW") return this.rowNumbers(args[0], place);
    const compute = functions[name];
    if (compute === undefined) throw new UnknownFormula(`${name} is not known here`);
    try {
      return compute(...args.map((arg) => this.evaluate(arg, place)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return single(error.value);
    }
  }

  private rowNumbers(of: Node | undefined, place: Place): Matrix {
    if (of === undefined) return single(place.row + 1);
    if (of.kind !== "area") throw new UnknownFormula("ROW of something that is no range");
    const { top, bottom } = rectOf(of, place.rows, place.columns);
    return Array.from({ length: bottom - top + 1 }, (_, row) => [top + row + 1]);
  }

  /** Only the branch that is taken is calculated, unless the condition is a table of its own. */
  private choose([condition, yes, no]: readonly Node[], place: Place): Matrix {
    const conditions = this.evaluate(condition ?? { kind: "omitted" }, place);
    const branch = (node: Node | undefined, otherwise: Single): Matrix =>
      node === undefined ? single(otherwise) : this.evaluate(node, place);
    if (conditions.length === 1 && conditions[0]?.length === 1) {
      const truth = truthOf(firstOf(conditions));
      if (isError(truth)) return single(truth);
      return truth ? branch(yes, true) : branch(no, false);
    }
    return broadcast([conditions, branch(yes, true), branch(no, false)], ([test = null, a = null, b = null]) => {
      const truth = truthOf(test);
      return isError(truth) ? truth : truth ? a : b;
    });
  }

  private guard([value, otherwise]: readonly Node[], place: Place): Matrix {
    const values = this.evaluate(value ?? { kind: "omitted" }, place);
    if (!values.some((row) => row.some(isError))) return values;
    return paired(values, this.evaluate(otherwise ?? { kind: "omitted" }, place), (a, b) => (isError(a) ? b : a));
  }

  private sheetOf(name: string | null, place: Place): SheetData {
    const sheet = name === null ? place.sheet : this.workbook.sheetNamed(name);
    if (sheet === undefined) throw new UnknownFormula(`no sheet ${String(name)}`);
    return sheet;
  }

  /** Whole rows and columns end where the sheet's contents do. */
  private area(sheet: SheetData, rect: Rect): Matrix {
    const large = rect.bottom - rect.top > 100_000 || rect.right - rect.left > 10_000;
    const used = large ? sheet.cells.used() : rect;
    const within = used === null ? null : intersection(rect, used);
    if (within === null) return single(null);
    const key = `${sheet.id} ${formatArea(within)}`;
    const known = this.areas.get(key);
    if (known !== undefined) return known;
    const area = Array.from({ length: within.bottom - within.top + 1 }, (_, row) =>
      Array.from({ length: within.right - within.left + 1 }, (_unused, column) =>
        this.cell(sheet, within.top + row, within.left + column),
      ),
    );
    this.areas.set(key, area);
    return area;
  }

  private named(name: string, place: Place): Matrix {
    const found = this.workbook.names.find((item) => item.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new UnknownFormula(`no name ${name}`);
    if (found.place !== null) return this.area(found.place.sheet, found.place.rect);
    if (found.formula === null) return single(referenceError);
    return this.evaluate(this.tree(found.formula), place);
  }

  private column({ table: name, column, thisRow }: Extract<Node, { kind: "column" }>, place: Place): Matrix {
    const table = this.workbook.tables.find((item) => item.name.toLowerCase() === name.toLowerCase());
    if (table === undefined) throw new UnknownFormula(`no table ${name}`);
    const { sheet, rect } = table.place;
    for (let at = rect.left; at <= rect.right; at++) {
      if (String(sheet.cells.at(rect.top, at)?.value ?? "").toLowerCase() !== column.toLowerCase()) continue;
      if (thisRow) return single(this.cell(sheet, place.row, at));
      return this.area(sheet, { top: rect.top + 1, bottom: rect.bottom, left: at, right: at });
    }
    throw new UnknownFormula(`table ${name} has no column ${column}`);
  }
}

function constant(value: Scalar | null): Single {
  return typeof value === "string" && errorText.test(value) ? { error: value } : value;
}
