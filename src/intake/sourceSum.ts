// src/intake/sourceSum.ts: what a formula of the source adds up, as rectangles of cells with signs: evidence for what sums what.

/** A rectangle of cells of the same sheet, zero-based, both ends included, and whether it is added or taken away. */
export interface SumTerm {
  readonly sign: 1 | -1;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `subtotal`: leaves out other subtotals within its range. `chain`: cells with `+` and `-` between them (one cell alone too). */
export interface SourceSum {
  readonly kind: "sum" | "subtotal" | "chain";
  readonly terms: readonly SumTerm[];
}

const LONGEST = 2_000;
const FUNCTION = /^(SUM|SUBTOTAL|AGGREGATE)\(/u;
const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?/u;
/** The numbers by which SUBTOTAL and AGGREGATE are told to sum. */
const SUM_CODES = /^(?:9|109)$/u;

/**
 * Reads `=SUM(B5:B9)`, `=SUM(B5:B9,B12)`, `=SUBTOTAL(9,B5:B9)`, `=B10-B19`, `=+B5+SUM(B7:B9)`, `=-SUM(B5:B9)`, in en-US as files and
 * Excel's own API have them. Null for everything else: other functions, factors, other sheets.
 */
export function sumOf(formula: string | null, sheet: string): SourceSum | null {
  if (formula?.startsWith("=") !== true || formula.length > LONGEST) return null;
  const reader = new SumReader(withoutOwnSheet(formula.slice(1).replace(/\s+/gu, ""), sheet));
  return reader.read();
}

/** References that name the sheet they stand on. */
function withoutOwnSheet(formula: string, sheet: string): string {
  const own = `'${sheet.replaceAll("'", "''").replace(/\s+/gu, "")}'!`;
  return formula.replaceAll(own, "").replaceAll(`${sheet}!`, "");
}

/** Reads a formula from left to right. A class because every step moves the same place. */
class SumReader {
  private at = 0;
  private readonly terms: SumTerm[] = [];
  private readonly kinds = new Set<SourceSum["kind"]>();

  constructor(private readonly text: string) {}

  read(): SourceSum | null {
    if (!this.expression(1) || this.at < this.text.length || this.terms.length === 0) return null;
    const kind = this.kinds.has("subtotal") ? "subtotal" : this.kinds.has("sum") ? "sum" : "chain";
    return { kind, terms: this.terms };
  }

  private expression(sign: 1 | -1): boolean {
    for (let first = true; ; first = false) {
      let own = sign;
      let signs = 0;
      while (this.text[this.at] === "+" || this.text[this.at] === "-") {
        if (this.text[this.at] === "-") own = own === 1 ? -1 : 1;
        this.at++;
        signs++;
      }
      if (!first && signs === 0) return true;
      if (!this.operand(own)) return false;
      if (this.text[this.at] !== "+" && this.text[this.at] !== "-") return true;
    }
  }

  private operand(sign: 1 | -1): boolean {
    if (this.text[this.at] === "(") {
      this.at++;
      return this.expression(sign) && this.take(")");
    }
    const called = FUNCTION.exec(this.text.slice(this.at))?.[1];
    if (called === undefined) return this.range(sign, false);
    this.at += called.length + 1;
    if (called === "SUM") {
      this.kinds.add("sum");
    } else {
      this.kinds.add("subtotal");
      const code = /^\d+/u.exec(this.text.slice(this.at))?.[0] ?? "";
      this.at += code.length;
      if (!SUM_CODES.test(code) || !this.take(",")) return false;
      if (called === "AGGREGATE") {
        this.at += /^\d*/u.exec(this.text.slice(this.at))?.[0].length ?? 0;
        if (!this.take(",")) return false;
      }
    }
    for (;;) {
      // Within the brackets of SUM there may be chains again.
      if (!this.argument(sign)) return false;
      if (this.take(")")) return true;
      if (!this.take(",")) return false;
    }
  }

  private argument(sign: 1 | -1): boolean {
    const from = this.at;
    if (this.range(sign, true) && (this.text[this.at] === ")" || this.text[this.at] === ",")) return true;
    this.at = from;
    return this.expression(sign);
  }

  private range(sign: 1 | -1, inBrackets: boolean): boolean {
    const match = CELL.exec(this.text.slice(this.at));
    if (match === null) return false;
    // Between signs a range of several cells stands for one of them only.
    if (!inBrackets && match[3] !== undefined) return false;
    const end = this.at + match[0].length;
    const next = this.text[end];
    if (next !== undefined && !"+-),".includes(next)) return false;
    this.at = end;
    if (inBrackets && (next === "+" || next === "-")) return false;
    const [, letters = "", digits = "", lastLetters = letters, lastDigits = digits] = match;
    const [row, last] = [Number(digits) - 1, Number(lastDigits) - 1];
    const [column, right] = [columnOf(letters), columnOf(lastLetters)];
    this.terms.push({
      sign,
      top: Math.min(row, last),
      left: Math.min(column, right),
      bottom: Math.max(row, last),
      right: Math.max(column, right),
    });
    return true;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
