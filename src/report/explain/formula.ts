// src/report/explain/formula.ts: the text of a formula as a tree: en-US names and commas, A1 and structured references.
// It reads what our own tabs hold; anything else is null, and is then shown as it stands.
import { columnIndex } from "../../domain/a1";
import type { Area } from "../sheetModel";

/** What a formula is made of. */
export type Expression =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** One cell or a rectangle; `sheet` null: on the formula's own sheet. */
  | { readonly kind: "cells"; readonly sheet: string | null; readonly area: Area }
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "negated"; readonly of: Expression }
  /** Constants in braces. */
  | { readonly kind: "constants" }
  /** An argument that is left out. */
  | { readonly kind: "nothing" };

export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** From what binds loosest to what binds tightest. */
const levels: readonly (readonly Operator[])[] = [
  ["<=", ">=", "<>", "=", "<", ">"],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

const cellPattern = String.raw`\$?([A-Z]{1,3})\$?([0-9]+)`;
const patterns = {
  space: /\s+/y,
  text: /"((?:[^"]|"")*)"/y,
  number: /[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?|\.[0-9]+/y,
  sheet: /'((?:[^']|'')+)'!/y,
  cells: new RegExp(String.raw`${cellPattern}(?::${cellPattern})?(?![\p{L}\p{N}_(])`, "uy"),
  column: /([\p{L}_][\p{L}\p{N}_.]*)\[(?:\[#[^\]]+\],\[([^\]]+)\]|([^\]]+))\]/uy,
  word: /[\p{L}_][\p{L}\p{N}_.]*/uy,
  constants: /\{[^}]*\}/y,
} as const;

/** The tree of a formula without its leading `=`; null where it is not one of those we write. */
export function parsedFormula(formula: string): Expression | null {
  const reader = new Reader(formula);
  try {
    const expression = reader.level(0);
    return reader.atEnd() ? expression : null;
  } catch (reason) {
    if (reason instanceof NotRead) return null;
    throw reason;
  }
}

class NotRead extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly formula: string) {}

  atEnd(): boolean {
    this.match("space");
    return this.at === this.formula.length;
  }

  level(depth: number): Expression {
    const operators = levels[depth];
    if (operators === undefined) return this.sign();
    let left = this.level(depth + 1);
    for (let operator = this.operator(operators); operator !== null; operator = this.operator(operators)) {
      left = { kind: "operation", operator, left, right: this.level(depth + 1) };
    }
    return left;
  }

  /** Excel's sign binds tighter than the power. */
  private sign(): Expression {
    if (this.take("-")) return { kind: "negated", of: this.sign() };
    if (this.take("+")) return this.sign();
    const operand = this.operand();
    return this.take("%")
      ? { kind: "operation", operator: "/", left: operand, right: { kind: "number", text: "100" } }
      : operand;
  }

  private operand(): Expression {
    if (this.take("(")) {
      const inside = this.level(0);
      if (!this.take(")")) throw new NotRead();
      return inside;
    }
    const text = this.match("text");
    if (text !== null) return { kind: "text", text: (text[1] ?? "").replaceAll('""', '"') };
    if (this.match("constants") !== null) return { kind: "constants" };
    return this.reference() ?? this.number() ?? this.named();
  }

  private reference(): Expression | null {
    const sheet = this.match("sheet");
    const cells = this.match("cells");
    if (cells === null) {
      if (sheet !== null) throw new NotRead();
      const column = this.match("column");
      return column === null ? null : { kind: "column", table: column[1] ?? "", column: column[2] ?? column[3] ?? "" };
    }
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return {
      kind: "cells",
      sheet: sheet === null ? null : (sheet[1] ?? "").replaceAll("''", "'"),
      area: { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) },
    };
  }

  private number(): Expression | null {
    const number = this.match("number");
    return number === null ? null : { kind: "number", text: number[0] };
  }

  private named(): Expression {
    const name = this.match("word")?.[0];
    if (name === undefined) throw new NotRead();
    return this.take("(") ? { kind: "call", name, args: this.args() } : { kind: "name", name };
  }

  private args(): Expression[] {
    const args: Expression[] = [];
    if (this.take(")")) return args;
    for (;;) {
      args.push(this.peek(",") || this.peek(")") ? { kind: "nothing" } : this.level(0));
      if (this.take(")")) return args;
      if (!this.take(",")) throw new NotRead();
    }
  }

  private operator(operators: readonly Operator[]): Operator | null {
    this.match("space");
    // The longer one first: `<=` is not `<`.
    const found = operators.find((operator) => this.formula.startsWith(operator, this.at)) ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private peek(sign: string): boolean {
    this.match("space");
    return this.formula.startsWith(sign, this.at);
  }

  private take(sign: string): boolean {
    if (!this.peek(sign)) return false;
    this.at += sign.length;
    return true;
  }

  private match(name: keyof typeof patterns): RegExpExecArray | null {
    if (name !== "space") this.match("space");
    const pattern = patterns[name];
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.formula);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}
