// src/domain/return/arithmetic.ts: the sum or quotient that a claim is founded on, as people write it: `2 064 312 / 2 458 000`, `53+37+63`.
// Four operations and brackets, nothing else: text from a workbook is never run.
import { Decimal } from "../money";

type Token = Decimal | "+" | "-" | "*" | "/" | "(" | ")";

const NUMBER = /^(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?/u;
const SIGNS: Readonly<Record<string, Token>> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "–": "-",
  "*": "*",
  "×": "*",
  "·": "*",
  "/": "/",
  "÷": "/",
  ":": "/",
  "(": "(",
  ")": ")",
};
/** Deeper brackets are no calculation anybody wrote by hand. */
const DEEPEST = 20;

/** The value of an arithmetic expression with Swedish or plain numbers, `%` allowed; null when it is not one or divides by 0. */
export function valueOfExpression(text: string): Decimal | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const reader = { tokens, at: 0 };
  const value = sumFrom(reader, 0);
  return reader.at === tokens.length ? value : null;
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = text.trim().replace(/^=/u, "").trim();
  while (rest !== "") {
    const number = NUMBER.exec(rest)?.[0];
    const sign = SIGNS[rest.charAt(0)];
    if (number !== undefined) tokens.push(new Decimal(number.replace(/[ \u00a0\u202f]/gu, "").replace(",", ".")));
    else if (sign !== undefined) tokens.push(sign);
    else return null;
    rest = rest.slice(number?.length ?? 1).trimStart();
    const last = tokens.at(-1);
    if (rest.startsWith("%") && last instanceof Decimal) {
      tokens[tokens.length - 1] = last.div(100);
      rest = rest.slice(1).trimStart();
    }
  }
  return tokens;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function sumFrom(reader: Reader, depth: number): Decimal | null {
  let value = productFrom(reader, depth);
  for (
    let sign = reader.tokens[reader.at];
    value !== null && (sign === "+" || sign === "-");
    sign = reader.tokens[reader.at]
  ) {
    reader.at += 1;
    const next = productFrom(reader, depth);
    value = next === null ? null : sign === "+" ? value.plus(next) : value.minus(next);
  }
  return value;
}

function productFrom(reader: Reader, depth: number): Decimal | null {
  let value = factorFrom(reader, depth);
  for (
    let sign = reader.tokens[reader.at];
    value !== null && (sign === "*" || sign === "/");
    sign = reader.tokens[reader.at]
  ) {
    reader.at += 1;
    const next = factorFrom(reader, depth);
    if (next === null || (sign === "/" && next.isZero())) return null;
    value = sign === "*" ? value.times(next) : value.div(next);
  }
  return value;
}

function factorFrom(reader: Reader, depth: number): Decimal | null {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token instanceof Decimal) return token;
  if (depth >= DEEPEST) return null;
  if (token === "-") return factorFrom(reader, depth + 1)?.negated() ?? null;
  if (token !== "(") return null;
  const value = sumFrom(reader, depth + 1);
  const closing = reader.tokens[reader.at];
  reader.at += 1;
  return closing === ")" ? value : null;
}
