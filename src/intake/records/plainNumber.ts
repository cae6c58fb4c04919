// src/intake/records/plainNumber.ts: numbers that are no money: shares, rates, counts, and figures with the precision they are stated in.
import { Decimal, KR_PER_UNIT, toKr, type Unit } from "../../domain/money";
import type { StatedFigure } from "../../domain/finalReport/reconcile";
import { isBadAmount, readAmountText } from "../amount";
import { folded, plainSpaces } from "../../domain/lookupKey";
import { type CellValue } from "../grid";
import { isDateFormat, isPercentFormat, unitOfFormat } from "../numberFormat";
import { unitOfWord } from "../unitText";

export interface PlainNumber extends StatedFigure {
  readonly percent: boolean;
}

/** Decimals that a number format shows; null when it leaves them to the number. */
function decimalsShown(format: string): number | null {
  if (format === "General") return null;
  const [first = ""] = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, "").split(";");
  return (/\.([0#?]+)/u.exec(first)?.[1] ?? "").length;
}

/**
 * A number, a percentage (as a fraction), or an amount with its unit (in kr), with the precision it is written in: `97 %` is 0.97 with 2 decimals,
 * `1,7 Mkr` 1 700 000 to the nearest 100 000 (−5). Null when it is none. Null also for what `CellValue` null holds; ask first.
 */
export function readPlainNumber(value: CellValue, format: string): PlainNumber | null {
  if (typeof value === "number") {
    if (isDateFormat(format)) return null;
    const exact = new Decimal(value.toPrecision(15));
    if (isPercentFormat(format))
      return {
        value: exact,
        decimals: Math.max(exact.decimalPlaces(), (decimalsShown(format) ?? 0) + 2),
        percent: true,
      };
    const unit = unitOfFormat(format);
    return unit === null
      ? { value: exact, decimals: exact.decimalPlaces(), percent: false }
      : inUnit(exact, exact.decimalPlaces(), unit);
  }
  if (typeof value !== "string") return null;
  const text = plainSpaces(value).replace(/^(?:ca\.?|cirka|omkring|drygt|knappt|about|approx\.?) /iu, "");
  const percent = /(?:%| ?procent| ?per ?cent)$/iu.exec(text);
  const words = percent === null ? / ?([\p{L}]+)\.?$/u.exec(text) : null;
  const unit = words === null ? null : unitOfWord(words[1] ?? "");
  const bare = (
    percent === null
      ? unit === null
        ? text.replace(/ ?(?:st|personer|deltagare|ar|år|persons|years)\.?$/iu, "")
        : text.slice(0, words?.index)
      : text.slice(0, percent.index)
  ).trim();
  const reading = readAmountText(bare, "kr");
  if (reading === null || isBadAmount(reading) || !/\d/u.test(bare)) return null;
  const number = toKr(reading);
  const written = (/[.,](\d+)\D*$/u.exec(folded(bare))?.[1] ?? "").length;
  const decimals = Math.max(number.decimalPlaces(), /^\d{1,3}(?:[.,]\d{3})+$/u.test(bare) ? 0 : written);
  if (percent !== null) return { value: number.div(100), decimals: decimals + 2, percent: true };
  return unit === null ? { value: number, decimals, percent: false } : inUnit(number, decimals, unit);
}

function inUnit(number: Decimal, decimals: number, unit: Unit): PlainNumber {
  const places = { kr: 0, tkr: 3, Mkr: 6 }[unit];
  return { value: number.times(KR_PER_UNIT[unit]), decimals: decimals - places, percent: false };
}
