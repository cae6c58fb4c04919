// src/intake/amount.ts: what a cell may mean as money: numbers, and text as Swedes type amounts.
import {
  Decimal,
  KR_PER_UNIT,
  type Money,
  moneyFromDecimal,
  moneyFromNumber,
  type Ore,
  type Unit,
} from "../domain/money";
import { folded, plainSpaces } from "../domain/lookupKey";
import { type CellValue, isCellError } from "./grid";
import { foreignMoneyOf, isDateFormat, isPercentFormat, thousandsOfFormat } from "./numberFormat";
import { unitOfWord } from "./unitText";
import { monthOfDateText } from "../domain/period";

/** Why a cell cannot be used as an amount. `text` is what it shows. */
export interface BadAmount {
  readonly code:
    | "text-in-amount"
    | "ambiguous-amount"
    | "date-in-amount"
    | "boolean-in-amount"
    | "error-in-amount"
    | "not-calculated";
  readonly text: string;
}

/** Null: the cell is empty, which is not zero. */
export type AmountReading = Money | null | BadAmount;

const ZERO_ORE = 0 as Ore;
/** Numbers of which Excel keeps no unit any more: no amount of anybody's. */
const BEYOND_MONEY = 1e15;
const ERROR_TEXTS: ReadonlySet<string> = new Set([
  "#SAKNAS!",
  "#VÄRDEFEL!",
  "#REFERENS!",
  "#DIVISION/0!",
  "#NAMN?",
  "#OGILTIGT!",
  "#SKÄRNING!",
  "#SPILL!",
  "#BERÄKNA!",
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#DIV/0!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#GETTING_DATA",
  "#CALC!",
  "#FIELD!",
]);

export function isBadAmount(reading: AmountReading): reading is BadAmount {
  return typeof reading === "object" && reading !== null && "code" in reading;
}

/** Text that a localised Excel shows for an error value. */
export function isErrorText(text: string): boolean {
  return text.startsWith("#") && ERROR_TEXTS.has(text.trim().toUpperCase());
}

/** A dash alone, which stands for zero in many tables. */
export function isDashText(text: string): boolean {
  return /^[-\u2010-\u2015\u2212]{1,2}$/u.test(plainSpaces(text));
}

/** The amount in kronor that a cell in a table that shows `unit` states, whatever its format scales it by. `format` is asked for only when the cell holds a number. */
export function readAmount(value: CellValue | undefined, format: () => string, unit: Unit): AmountReading {
  if (typeof value === "number") {
    if (Math.abs(value) >= BEYOND_MONEY) return { code: "text-in-amount", text: String(value) };
    const code = format();
    if (code === "General") return moneyFromNumber(value, unit);
    if (isDateFormat(code)) return { code: "date-in-amount", text: "" };
    const thousands = thousandsOfFormat(code);
    if (thousands > 0) return moneyFromNumber(value, smallerUnit(unit, thousands) ?? "kr");
    if (isPercentFormat(code)) return { code: "text-in-amount", text: `${new Decimal(value).times(100).toString()} %` };
    const currency = foreignMoneyOf(code);
    if (currency !== null) return { code: "text-in-amount", text: `${value} ${currency}` };
    return moneyFromNumber(value, unit);
  }
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return { code: "boolean-in-amount", text: value ? "SANT" : "FALSKT" };
  if (isCellError(value))
    return { code: value.notCalculated === true ? "not-calculated" : "error-in-amount", text: value.error };
  return readAmountText(value, unit);
}

const UNITS: readonly Unit[] = ["kr", "tkr", "Mkr"];

/** The unit of numbers that are shown in `unit` by a format that divides them by 1 000 so many times; null: there is none so small. */
export function smallerUnit(unit: Unit, thousands: number): Unit | null {
  return UNITS[UNITS.indexOf(unit) - thousands] ?? null;
}

/** As `readAmount`, for text: `1 234,50`, `−1 234`, `(1 234)`, `1.234,50`, `1 234-`, `1 234 kr`, `-`. */
export function readAmountText(text: string, unit: Unit): AmountReading {
  const shown = plainSpaces(text);
  if (shown === "") return null;
  if (isDashText(shown)) return ZERO_ORE;
  if (isErrorText(shown)) return { code: "error-in-amount", text: shown };
  if (monthOfDateText(shown) !== null) return { code: "date-in-amount", text: shown };
  const bare = withoutUnitWord(shown);
  if (bare.unit !== null && bare.unit !== unit) return { code: "ambiguous-amount", text: shown };
  const signed = signedDigits(bare.text);
  if (signed === null) return { code: "text-in-amount", text: shown };
  const number = decimalText(signed.digits);
  if (number === null) return { code: "text-in-amount", text: shown };
  if (number === "ambiguous") return { code: "ambiguous-amount", text: shown };
  const kr = new Decimal(number).times(KR_PER_UNIT[unit]);
  return moneyFromDecimal(signed.negative ? kr.negated() : kr);
}

/** Takes `kr`, `tkr`, `:-` or `SEK` off either end, also inside brackets, before a minus at the end and after one at the beginning. */
function withoutUnitWord(text: string): { text: string; unit: Unit | null } {
  const inner = /^\(([^()]*(?:\p{L}|[:,.]-)[^()]*)\)$/u.exec(text)?.[1];
  if (inner !== undefined) {
    const bare = withoutUnitWord(inner.trim());
    return { text: `(${bare.text})`, unit: bare.unit };
  }
  const plain = folded(text)
    .replace(/(?<=\d) ?(?::-|,-|\.-)$/u, " kr")
    .replace(/^([\d., ]+)(\p{L}+\.?) ?-$/u, "$1-$2")
    .replace(/^- ?(\p{L}+\.?) ?(?=\d)/u, "$1 -");
  const match =
    /^([^\p{L}]*\d[^\p{L}]*?)([\p{L}][\p{L}. ]*)$/u.exec(plain) ??
    /^([\p{L}][\p{L}. ]*)([^\p{L}]*\d[^\p{L}]*)$/u.exec(plain);
  if (match === null) return { text: plain, unit: null };
  const [, first = "", second = ""] = match;
  const word = /\d/u.test(first) ? second : first;
  const unit = unitOfWord(word.trim().replace(/\)$/u, ""));
  return unit === null ? { text: plain, unit: null } : { text: (/\d/u.test(first) ? first : second).trim(), unit };
}

/** One sign at most: a minus before or after, a plus before, or brackets for minus. Null when they contradict or repeat. */
function signedDigits(text: string): { digits: string; negative: boolean } | null {
  const brackets = /^\((.*)\)$/u.exec(text);
  const inner = (brackets?.[1] ?? text).trim();
  const match = /^([-+])? ?([\d.,' \u2019]+?) ?(-)?$/u.exec(inner);
  const digits = match?.[2];
  if (match === null || digits === undefined) return null;
  const signs = [match[1], match[3], brackets === null ? undefined : "("].filter((sign) => sign !== undefined);
  if (signs.length > 1) return null;
  return { digits, negative: signs.length === 1 && signs[0] !== "+" };
}

/** Digits with separators as a plain decimal string; the text `ambiguous` where a mark may be thousands or decimals; null where neither. */
function decimalText(digits: string): string | null {
  if (/^\d+$/u.test(digits)) return digits;
  const spaced = /^(\d{1,3}(?:[ '\u2019]\d{3})+)(?:[.,](\d+))?$/u.exec(digits);
  if (spaced !== null) return `${spaced[1]!.replace(/\D/gu, "")}.${spaced[2] ?? "0"}`;
  if (/[ '\u2019]/u.test(digits)) return /^[\d ]+$/u.test(digits) ? "ambiguous" : null;
  const both = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/u.exec(digits) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/u.exec(digits);
  if (both !== null) return `${both[1]!.replace(/\D/gu, "")}.${both[2]!}`;
  if (/^\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/u.test(digits)) return digits.replace(/\D/gu, "");
  const single = /^(\d*)[.,](\d+)$/u.exec(digits);
  if (single === null) return null;
  const [, whole = "", part = ""] = single;
  if (part.length === 3 && /^[1-9]\d{0,2}$/u.test(whole)) return "ambiguous";
  return `${whole === "" ? "0" : whole}.${part}`;
}

/** Decimals a number shows in the table's own unit, to the 15 digits that Excel shows; at most `most`. */
export function decimalsOf(money: Money, unit: Unit, most: number): number {
  if (typeof money === "number" && Number.isInteger(money / (KR_PER_UNIT[unit] * 100))) return 0;
  const kr = typeof money === "number" ? new Decimal(money).div(100) : money;
  return Math.min(most, kr.div(KR_PER_UNIT[unit]).decimalPlaces());
}
