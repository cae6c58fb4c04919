// src/intake/records/arithmeticText.ts: small sums that people write as the basis of a figure: `2 064 312 / 2 458 000`, `53+37+63`, `98 av 190`.
// A parser of its own: text from a workbook is never run.
import type { Decimal } from "../../domain/money";
import { folded } from "../../domain/lookupKey";
import { readPlainNumber } from "./plainNumber";

type Token = { readonly kind: "number"; readonly value: Decimal } | { readonly kind: "mark"; readonly mark: string };

const LONGEST = 300;

/** The value; null when the text is no such sum or divides by 0. `named` gives the values of words, such as `Beviljade medel`. */
export function valueOfText(text: string, named: (words: string) => Decimal | null = () => null): Decimal | null {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(text, named);
  if (tokens === null || tokens.length === 0) return null;
  const parser = new Parser(tokens);
  const value = parser.sum();
  return parser.done && value !== null ? value : null;
}

function tokensOf(text: string, named: (words: string) => Decimal | null): readonly Token[] | null {
  const plain = folded(text)
    .replace(/^=/u, "")
    .replace(/(\d) av (\d)/gu, "$1 / $2")
    .replace(/(\d) of (\d)/gu, "$1 / $2")
    .replace(/[×·*]|(?<=\d ?)x(?= ?\d)/gu, "*")
    .replace(/[÷:/]/gu, "/");
  const tokens: Token[] = [];
  for (const part of plain.split(/([-+*/()])/u).map((each) => each.trim())) {
    if (part === "") continue;
    if (/^[-+*/()]$/u.test(part)) {
      tokens.push({ kind: "mark", mark: part });
      continue;
    }
    const value = readPlainNumber(part, "General")?.value ?? named(part);
    if (value === null) return null;
    tokens.push({ kind: "number", value });
  }
  return tokens;
}

/** Recursive descent: sums of products of factors. Null as soon as something does not fit. */
class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): Decimal | null {
    let value = this.product();
    for (let mark = this.take("+", "-"); value !== null && mark !== null; mark = this.take("+", "-")) {
      const next = this.product();
      value = next === null ? null : mark === "+" ? value.plus(next) : value.minus(next);
    }
    return value;
  }

  private product(): Decimal | null {
    let value = this.factor();
    for (let mark = this.take("*", "/"); value !== null && mark !== null; mark = this.take("*", "/")) {
      const next = this.factor();
      if (next === null || (mark === "/" && next.isZero())) return null;
      value = mark === "*" ? value.times(next) : value.div(next);
    }
    return value;
  }

  private factor(): Decimal | null {
    if (this.take("-") !== null) return this.factor()?.negated() ?? null;
    if (this.take("(") !== null) {
      const value = this.sum();
      return this.take(")") === null ? null : value;
    }
    const token = this.tokens[this.at];
    if (token?.kind !== "number") return null;
    this.at++;
    return token.value;
  }

  private take(...marks: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "mark" || !marks.includes(token.mark)) return null;
    this.at++;
    return token.mark;
  }
}
