// tests/host/formula/syntax.ts: a formula (en-US, as it is stored) as a tree: references, names, table columns, operators and calls.
import { columnIndex, maxColumns, maxRows, type Rect } from "../a1";

/** One end of a reference; null: the whole row or column. `$` fixes it where the formula is moved. */
interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export type Node =
  | { readonly kind: "value"; readonly value: number | string | boolean }
  | { readonly kind: "table"; readonly rows: readonly (readonly (number | string | boolean)[])[] }
  | { readonly kind: "omitted" }
  | { readonly kind: "area"; readonly sheet: string | null; readonly from: Corner; readonly to: Corner }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "column"; readonly table: string; readonly column: string; readonly thisRow: boolean }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly Node[];
      /** As it is written; null where what it gives depends on the cell that it stands in. */
      readonly source: string | null;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node };

/** Thrown where a formula says something that is not known here. */
export class UnknownFormula extends Error {}

const tokens = {
  space: /\s+/y,
  number: /\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+/iy,
  text: /"(?:[^"]|"")*"/y,
  sheet: /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy,
  column: /([\p{L}_][\p{L}\p{N}_.]*)\[(?:\[#This Row\],)?(@?)\[?((?:'.|[^\]@#'])+)\]?\]/uy,
  call: /([A-Z][A-Z0-9.]*)\(/iy,
  corner: /(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/iuy,
  whole: /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.(])|(\$?)(\d{1,7}):(\$?)(\d{1,7})/iuy,
  name: /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy,
  table: /\{([^{}]*)\}/y,
  operator: /<=|>=|<>|[-+*/^&=<>%(),:]/y,
} as const;

const comparison = ["=", "<>", "<", ">", "<=", ">="];
/** From loosest to tightest. */
const levels: readonly (readonly string[])[] = [comparison, ["&"], ["+", "-"], ["*", "/"], ["^"]];

/** Throws UnknownFormula. `formula` with or without the leading `=`. */
export function parsed(formula: string): Node {
  const reader = new Reader(formula.replace(/^=/, "").trim());
  const node = reader.expression(0);
  if (!reader.ended) throw new UnknownFormula(`${formula}: what follows is not understood`);
  return node;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  get ended(): boolean {
    this.take("space");
    return this.at >= this.text.length;
  }

  expression(level: number): Node {
    const operators = levels[level];
    if (operators === undefined) return this.prefixed();
    let left = this.expression(level + 1);
    for (let operator = this.operator(operators); operator !== null; operator = this.operator(operators)) {
      left = { kind: "binary", operator, left, right: this.expression(level + 1) };
    }
    return left;
  }

  /** A sign before a value binds tighter than a power: -2^2 is 4. */
  private prefixed(): Node {
    const sign = this.operator(["-", "+"]);
    if (sign !== null) return { kind: "unary", operator: sign, of: this.prefixed() };
    let node = this.primary();
    while (this.operator(["%"]) !== null) node = { kind: "unary", operator: "%", of: node };
    return node;
  }

  private primary(): Node {
    if (this.operator(["("]) !== null) {
      const inner = this.expression(0);
      this.expect(")");
      return inner;
    }
    const text = this.take("text");
    if (text !== null) return { kind: "value", value: text[0].slice(1, -1).replaceAll('""', '"') };
    const table = this.take("table");
    if (table !== null) return constantTable(table[1] ?? "");
    const sheet = this.take("sheet");
    if (sheet !== null) return this.area(sheet[1]?.replaceAll("''", "'") ?? sheet[2] ?? "");
    const column = this.take("column");
    if (column !== null) return tableColumn(column);
    const call = this.take("call");
    if (call !== null) return this.call(call[1] ?? "", call[0].length);
    const area = this.tryArea(null);
    if (area !== null) return area;
    const number = this.take("number");
    if (number !== null) return { kind: "value", value: Number(number[0]) };
    const name = this.take("name");
    if (name === null) throw new UnknownFormula(`${this.text} at ${this.at}`);
    if (/^(TRUE|FALSE)$/i.test(name[0])) return { kind: "value", value: name[0].toUpperCase() === "TRUE" };
    return { kind: "name", name: name[0] };
  }

  private call(name: string, length: number): Node {
    const start = this.at - length;
    const args = this.args();
    const source = this.text.slice(start, this.at);
    const ofItsCell = /\bROW\(\)|@|#This Row/i.test(source);
    return { kind: "call", name: name.toUpperCase(), args, source: ofItsCell ? null : source };
  }

  private args(): Node[] {
    const args: Node[] = [];
    if (this.operator([")"]) !== null) return args;
    for (;;) {
      args.push(this.isNext(",") || this.isNext(")") ? { kind: "omitted" } : this.expression(0));
      if (this.operator([")"]) !== null) return args;
      this.expect(",");
    }
  }

  private area(sheet: string): Node {
    const area = this.tryArea(sheet);
    if (area === null) throw new UnknownFormula(`${this.text}: no cells after ${sheet}!`);
    return area;
  }

  private tryArea(sheet: string | null): Node | null {
    const whole = this.take("whole");
    if (whole !== null) return wholeArea(sheet, whole);
    const first = this.take("corner");
    if (first === null) return null;
    const from = cornerOf(first);
    const before = this.at;
    if (this.operator([":"]) === null) return { kind: "area", sheet, from, to: from };
    const last = this.take("corner");
    if (last !== null) return { kind: "area", sheet, from, to: cornerOf(last) };
    this.at = before;
    throw new UnknownFormula(`${this.text}: a range without an end`);
  }

  private take(kind: keyof typeof tokens): RegExpExecArray | null {
    if (kind !== "space") this.take("space");
    const pattern = tokens[kind];
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  private isNext(operator: string): boolean {
    const before = this.at;
    const found = this.operator([operator]) !== null;
    this.at = before;
    return found;
  }

  private operator(wanted: readonly string[]): string | null {
    const before = this.at;
    const [found] = this.take("operator") ?? [];
    if (found !== undefined && wanted.includes(found)) return found;
    this.at = before;
    return null;
  }

  private expect(operator: string): void {
    if (this.operator([operator]) === null) throw new UnknownFormula(`${this.text}: ${operator} is missing`);
  }
}

/** `{1,2;3,4}`: columns between commas, rows between semicolons; text in it holds neither. */
function constantTable(text: string): Node {
  const rows = text.split(";").map((row) =>
    row.split(",").map((item) => {
      const value = item.trim();
      if (value.startsWith('"')) return value.slice(1, -1).replaceAll('""', '"');
      if (/^(TRUE|FALSE)$/i.test(value)) return value.toUpperCase() === "TRUE";
      if (!Number.isFinite(Number(value)) || value === "") throw new UnknownFormula(`{${text}}`);
      return Number(value);
    }),
  );
  return { kind: "table", rows };
}

function tableColumn([, table = "", at, column = ""]: RegExpExecArray): Node {
  const thisRow = at === "@";
  return { kind: "column", table, column: column.replace(/'(.)/g, "$1"), thisRow };
}

function cornerOf([, columnMark, letters = "", rowMark, digits]: RegExpExecArray): Corner {
  return {
    row: Number(digits) - 1,
    column: columnIndex(letters),
    rowFixed: rowMark === "$",
    columnFixed: columnMark === "$",
  };
}

function wholeArea(sheet: string | null, match: RegExpExecArray): Node {
  const [, mark, from, toMark, to, rowMark, top, bottomMark, bottom] = match;
  const column = (letters: string, fixed: boolean): Corner => ({
    row: null,
    column: columnIndex(letters),
    rowFixed: true,
    columnFixed: fixed,
  });
  const row = (digits: string, fixed: boolean): Corner => ({
    row: Number(digits) - 1,
    column: null,
    rowFixed: fixed,
    columnFixed: true,
  });
  return from !== undefined && to !== undefined
    ? { kind: "area", sheet, from: column(from, mark === "$"), to: column(to, toMark === "$") }
    : { kind: "area", sheet, from: row(top ?? "", rowMark === "$"), to: row(bottom ?? "", bottomMark === "$") };
}

/** The cells of a reference when its formula has been moved so many rows and columns. */
export function rectOf(node: Extract<Node, { kind: "area" }>, rows: number, columns: number): Rect {
  const row = ({ row: at, rowFixed }: Corner, whole: number): number =>
    at === null ? whole : at + (rowFixed ? 0 : rows);
  const column = ({ column: at, columnFixed }: Corner, whole: number): number =>
    at === null ? whole : at + (columnFixed ? 0 : columns);
  const { from, to } = node;
  return {
    top: Math.min(row(from, 0), row(to, 0)),
    bottom: Math.max(row(from, maxRows - 1), row(to, maxRows - 1)),
    left: Math.min(column(from, 0), column(to, 0)),
    right: Math.max(column(from, maxColumns - 1), column(to, maxColumns - 1)),
  };
}
