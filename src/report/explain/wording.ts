// src/report/explain/wording.ts: a formula in words: references by what they are called, functions by what they do.
import type { ExplainTexts } from "../../text/explain";
import type { Texts } from "../../text/texts";
import type { Expression } from "./formula";
import { isRelation, RowConditions } from "./rowConditions";
import { valueOf } from "./underlagRows";
import { methodsOf } from "./methods";
import { addressOf, grouped, isOneCell, type Place, type WrittenTabs } from "./writtenTabs";

/** A reader follows this much; a longer formula is explained by what it is computed from. */
const LONGEST = 280;

type Call = Extract<Expression, { kind: "call" }>;
type Operation = Extract<Expression, { kind: "operation" }>;

/** The formula of a cell in words; null where words would be longer than anybody reads. */
export function formulaInWords(tabs: WrittenTabs, place: Place, expression: Expression, texts: Texts): string | null {
  const method = methodsOf(texts).get(tabs.columnLabel(place)) ?? methodsOf(texts).get(tabs.rowLabel(place));
  const text = new Wording(tabs, place, texts).of(expression);
  if (text === null || text.length > LONGEST) return method ?? null;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a single cell is called: its column's heading, and its row where that is another than the one explained. */
export function labelOf(tabs: WrittenTabs, place: Place, from: Place | null): string {
  const column = tabs.columnLabel(place);
  const row = tabs.rowLabel(place);
  const sameRow = from !== null && from.sheet === place.sheet && from.row === place.row;
  // In the head of a tab the label stands to the left and nothing above.
  if (column === "") return row;
  return sameRow || row === "" || row === column ? column : `${column}, ${row}`;
}

class Wording {
  private readonly words: ExplainTexts;
  private readonly conditions: RowConditions;

  constructor(
    private readonly tabs: WrittenTabs,
    private readonly place: Place,
    private readonly texts: Texts,
  ) {
    this.words = texts.explain;
    this.conditions = new RowConditions(tabs, texts);
  }

  /** Null where a part has no words. */
  of(expression: Expression): string | null {
    switch (expression.kind) {
      case "number":
        return grouped(expression.text, this.texts.language);
      case "text":
        return expression.text === "" ? this.words.empty : `”${expression.text}”`;
      case "cells":
        return this.cells(expression);
      case "column":
        return expression.column;
      case "name":
        return this.named(expression.name);
      case "negated":
        return this.part(expression.of, (of) => `−${of}`);
      case "operation":
        return this.operation(expression);
      case "call":
        return this.call(expression);
      case "constants":
      case "nothing":
        return null;
    }
  }

  private part(expression: Expression | undefined, said: (text: string) => string): string | null {
    const text = expression === undefined ? null : this.of(expression);
    return text === null ? null : said(text);
  }

  private cells(expression: Extract<Expression, { kind: "cells" }>): string {
    const sheet = expression.sheet === null ? this.place.sheet : this.tabs.sheet(expression.sheet);
    const address = addressOf(expression.area);
    const where = sheet === this.place.sheet ? address : `${sheet?.name ?? expression.sheet ?? ""}!${address}`;
    if (sheet === null) return where;
    const { top: row, left: column } = expression.area;
    const one = isOneCell(expression.area);
    const called = one
      ? labelOf(this.tabs, { sheet, row, column }, this.place)
      : this.tabs.columnLabel({ sheet, row, column });
    // A hidden helper cell has no heading that a reader knows: its value says more than its address.
    const hidden = sheet.columns[column]?.hidden === true && this.tabs.columnLabel({ sheet, row, column }) === "";
    if (one && (hidden || called === "")) return this.tabs.shown({ sheet, row, column }) || where;
    return called === "" ? where : `${called} (${where})`;
  }

  private named(name: string): string {
    const found = this.tabs.named(name);
    const plain = name.replace(/^Samkalkyl_/, "");
    if (found === null) return plain;
    const place = { sheet: found.sheet, row: found.area.top, column: found.area.left };
    const called = isOneCell(found.area) ? this.tabs.rowLabel(place) : "";
    return `${called === "" ? plain : called} (${found.sheet.name}!${addressOf(found.area)})`;
  }

  private operation({ operator, left, right }: Operation): string | null {
    const compares = isRelation(operator);
    const [a, b] = [
      this.operand(compares ? withoutRounding(left) : left, operator, false),
      this.operand(compares ? withoutRounding(right) : right, operator, true),
    ];
    if (a === null || b === null) return null;
    if (b === this.words.empty) return operator === "=" ? this.words.isEmpty(a) : this.words.isNotEmpty(a);
    return `${a} ${this.words.operators[operator]} ${b}`;
  }

  private operand(expression: Expression, outer: Operation["operator"], isRight: boolean): string | null {
    const text = this.of(expression);
    if (text !== null && isRight && text.startsWith("−")) return `(${text})`;
    if (text === null || expression.kind !== "operation") return text;
    return needsBrackets(expression.operator, outer, isRight) ? `(${text})` : text;
  }

  private call(call: Call): string | null {
    const { name, args } = call;
    const [first, second, third] = args;
    switch (name) {
      case "SUM":
        if (first?.kind === "column") return this.words.sumOfColumn(first.column, this.conditions.sheetOf(first.table));
        return this.joined(args, (list) => this.words.sum(list));
      case "MIN":
      case "MAX":
        return this.joined(args, (list) => (name === "MIN" ? this.words.smallest(list) : this.words.largest(list)));
      case "AND":
      case "OR":
        return this.joined(args, (list) => list, name === "AND" ? this.words.and : this.words.or);
      case "ABS":
        return this.part(first, this.words.unsigned);
      case "N":
        return this.part(first, (text) => text);
      case "ROUND":
        return this.rounded(first, second);
      case "IF":
        return this.condition(args);
      case "COUNT":
      case "COUNTA":
        return this.joined(args, (list) => this.words.count(list));
      case "HYPERLINK":
        return second?.kind === "text" ? this.words.link(second.text) : null;
      case "SUMIFS":
        return first?.kind === "column" ? this.sumOfRows(first, args.slice(1)) : null;
      case "COUNTIFS":
        return first?.kind === "column" ? this.rowsWhere(first.table, args, this.words.rowCount) : null;
      case "INDEX":
        return this.lookedUp(first, second, third);
      case "SUMIF":
      case "COUNTIF":
        return this.matching(name === "SUMIF" ? third : undefined, second);
      case "SUMPRODUCT":
        return first === undefined ? null : this.sumOfProducts(first);
      default:
        return null;
    }
  }

  private joined(
    args: readonly Expression[],
    said: (list: string) => string,
    conjunction: string = this.words.and,
  ): string | null {
    const texts = args.map((arg) => this.of(arg));
    return texts.includes(null) ? null : said(texts.join(` ${conjunction} `));
  }

  private rounded(value: Expression | undefined, digits: Expression | undefined): string | null {
    const decimals = digits?.kind === "number" ? Number(digits.text) : 0;
    return this.part(value, (text) => (decimals >= TECHNICAL_DIGITS ? text : this.words.rounded(text, decimals)));
  }

  private condition([test, then, otherwise]: readonly Expression[]): string | null {
    if (test === undefined || then === undefined) return null;
    const [condition, yes] = [this.of(test), this.of(then)];
    const no = otherwise === undefined ? this.words.empty : this.of(otherwise);
    if (condition === null || yes === null || no === null) return null;
    // What the figure is comes first, and the exception after it.
    if (yes === this.words.empty) return this.words.unless(no, condition);
    return this.words.when(condition, yes, no);
  }

  private sumOfRows(
    { table, column }: Extract<Expression, { kind: "column" }>,
    criteria: readonly Expression[],
  ): string | null {
    return this.rowsWhere(table, criteria, (sheet, where) => this.words.sumOfRows(column, sheet, where));
  }

  /** A sum or a count over the rows that belong to this row's group; keys are told by the row's own label. */
  private matching(sums: Expression | undefined, criterion: Expression | undefined): string | null {
    const group = this.tabs.rowLabel(this.place);
    if (group === "" || criterion === undefined || valueOf(this.tabs, criterion, this.place.sheet) === null)
      return null;
    if (sums === undefined) return this.words.countOfGroup(group);
    return this.part(sums, (of) => this.words.sumOfGroup(of, group));
  }

  /** A product of conditions on a source table's rows and what is added up there. */
  private sumOfProducts(product: Expression): string | null {
    const factors = factorsOf(product);
    const conditions = factors.filter((factor) => factor.kind === "operation" && isRelation(factor.operator));
    const table = conditions
      .map((factor) => (factor.kind === "operation" ? factor.left : factor))
      .find(isColumn)?.table;
    const wheres = conditions.map((factor) => {
      if (factor.kind !== "operation" || factor.left.kind !== "column") return null;
      const { left, operator, right } = factor;
      const value = valueOf(this.tabs, right, this.place.sheet);
      return value === null ? null : this.conditions.relation(left.table, left.column, operator, value);
    });
    const added = factors.filter((factor) => !conditions.includes(factor));
    const texts = added.map((factor) => this.operand(factor, "*", false));
    if (table === undefined || texts.length === 0 || texts.includes(null) || wheres.includes(null)) return null;
    return this.words.sumOfRows(texts.join(" × "), this.conditions.sheetOf(table), wheres.join(` ${this.words.and} `));
  }

  private rowsWhere(
    table: string,
    criteria: readonly Expression[],
    said: (sheet: string, where: string) => string,
  ): string | null {
    const where = this.conditions.all(table, criteria, this.place.sheet);
    return where === null ? null : said(this.conditions.sheetOf(table), where);
  }

  private lookedUp(
    from: Expression | undefined,
    row: Expression | undefined,
    column: Expression | undefined,
  ): string | null {
    if (from?.kind === "column" && row?.kind === "call" && row.name === "MATCH") {
      const [key, keys] = row.args;
      if (keys?.kind !== "column" || key === undefined) return null;
      const where = this.conditions.criterion(keys.table, keys.column, key, this.place.sheet);
      return where === null ? null : this.words.lookedUp(from.column, this.conditions.sheetOf(from.table), where);
    }
    // One value of the year-factor table or of the payers' shares.
    return column === undefined ? null : this.part(from, (text) => text);
  }
}

/** Figures are rounded to this many decimals or more only to take away what the arithmetic leaves behind. */
const TECHNICAL_DIGITS = 4;

/** Figures are compared rounded, so that what the arithmetic leaves behind does not count; a reader need not know. */
function withoutRounding(expression: Expression): Expression {
  const [value] = expression.kind === "call" && expression.name === "ROUND" ? expression.args : [];
  return value ?? expression;
}

function factorsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "operation" && expression.operator === "*"
    ? [...factorsOf(expression.left), ...factorsOf(expression.right)]
    : [expression];
}

function isColumn(expression: Expression): expression is Extract<Expression, { kind: "column" }> {
  return expression.kind === "column";
}

const strength: Readonly<Record<Operation["operator"], number>> = {
  "=": 0,
  "<>": 0,
  "<": 0,
  "<=": 0,
  ">": 0,
  ">=": 0,
  "&": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "^": 4,
};

/** Whether an inner operation needs brackets inside an outer one; to the right of a minus and a division it does sooner. */
function needsBrackets(inner: Operation["operator"], outer: Operation["operator"], isRight: boolean): boolean {
  if (strength[inner] !== strength[outer]) return strength[inner] < strength[outer];
  return isRight && (outer === "-" || outer === "/");
}
