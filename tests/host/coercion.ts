// tests/host/coercion.ts: what a cell makes of a string that is written to it: text, a number, a date, a logical value or a formula.
// Dates are read roughly: it is enough that text which Excel would turn into a number is a number here too.
import { invalidArgument } from "./fault";

export type Scalar = string | number | boolean;

/** What stands in a cell after writing; null: leave the cell as it was. */
export type Written =
  | { readonly kind: "unchanged" }
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: Scalar; readonly prefixed: boolean; readonly format?: string }
  | { readonly kind: "formula"; readonly formula: string };

const longestText = 32_767;
const longestFormula = 8_192;

const dateLike: readonly RegExp[] = [
  /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/,
  /^\d{1,2}:\d{2}(:\d{2})?$/,
  /^(\d{1,2}[ -])?(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zå]*[ -]\d{1,4}$/i,
];

const numberLike: readonly RegExp[] = [
  /^[+-]?(\d+|\d{1,3}([ \u00a0,]\d{3})+)([.,]\d*)?(e[+-]?\d+)?$/i,
  /^[+-]?[.,]\d+$/,
  /^\(\d+([.,]\d+)?\)$/,
];

function numberIn(text: string): number {
  const negative = text.startsWith("(");
  const plain = text.replace(/[()\s\u00a0]/g, "");
  const number = Number(/,\d{3}(,|$)/.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", "."));
  return negative ? -number : number;
}

function fromText(text: string): Written {
  const trimmed = text.trim();
  if (numberLike.some((pattern) => pattern.test(trimmed))) {
    return { kind: "value", value: numberIn(trimmed), prefixed: false };
  }
  if (/^[+-]?\d+([.,]\d+)? ?%$/.test(trimmed)) {
    return { kind: "value", value: numberIn(trimmed.replace(/ ?%$/, "")) / 100, prefixed: false, format: "0%" };
  }
  if (/^[+-]?\d+([.,]\d+)? ?(kr|SEK|\$|€)$/i.test(trimmed)) {
    return { kind: "value", value: numberIn(trimmed.replace(/ ?(kr|SEK|\$|€)$/i, "")), prefixed: false };
  }
  if (dateLike.some((pattern) => pattern.test(trimmed)))
    return { kind: "value", value: 45_293, prefixed: false, format: "yyyy-mm-dd" };
  if (/^(TRUE|SANT)$/i.test(trimmed)) return { kind: "value", value: true, prefixed: false };
  if (/^(FALSE|FALSKT)$/i.test(trimmed)) return { kind: "value", value: false, prefixed: false };
  return { kind: "value", value: text, prefixed: false };
}

/** `content` as it came over the wire, `format` the cell's number format before writing. */
export function written(content: unknown, format: string): Written {
  if (content === null) return { kind: "unchanged" };
  if (typeof content === "number" || typeof content === "boolean")
    return { kind: "value", value: content, prefixed: false };
  if (typeof content !== "string") throw invalidArgument("a cell takes a string, a number, a logical value or null");
  if (content === "") return { kind: "empty" };
  if (content.startsWith("'")) return textOf(content.slice(1), true);
  if (format === "@") return textOf(content, false);
  if (content.startsWith("=") && content.length > 1) return formulaOf(content);
  const read = fromText(content);
  const isText = read.kind === "value" && typeof read.value === "string";
  // "+A1", "-Lokaler" and "@SUM(A1)" are read as formulas too, as when they are typed.
  if (isText && /^[+\-@]./.test(content)) return formulaOf(`=${content.replace(/^[+@]/, "")}`);
  if (isText) return textOf(content, false);
  return read;
}

function textOf(text: string, prefixed: boolean): Written {
  if (text.length > longestText) throw invalidArgument(`a cell holds at most ${longestText} characters`);
  return { kind: "value", value: text, prefixed };
}

function formulaOf(formula: string): Written {
  if (formula.length > longestFormula) throw invalidArgument(`a formula has at most ${longestFormula} characters`);
  return { kind: "formula", formula };
}
