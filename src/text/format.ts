// src/text/format.ts: numbers, amounts, shares and dates as a person reads them.
// A small table of our own instead of Intl, whose spaces and minus signs differ between machines.
import { Decimal, KR_PER_UNIT, rounded, type Unit } from "../domain/money";
import { isoDateOfSerial } from "../domain/period";
import { type Language, LANGUAGES } from "./language";

const MINUS = "\u2212";

/** How a cell's number is shown; the same shapes as the tabs' own number formats. */
export type NumberStyle =
  | { readonly kind: "general" | "integer" | "date" | "month" }
  | { readonly kind: "amount"; readonly unit: Unit; readonly decimals: number }
  | { readonly kind: "percent" | "number"; readonly decimals: number };

/** `1 234,50` in Swedish, `1,234.50` in English; rounded half away from zero, never minus zero. */
export function numberText(value: Decimal, decimals: number, language: Language): string {
  const { group, point } = LANGUAGES[language].numbers;
  const [whole = "0", fraction] = rounded(value, decimals).abs().toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const minus = rounded(value, decimals).isNegative() ? MINUS : "";
  return `${minus}${grouped}${fraction === undefined ? "" : point + fraction}`;
}

/** As `numberText`, with a plus before what is still above 0 when rounded: `+2 635`. */
export function signedNumberText(value: Decimal, decimals: number, language: Language): string {
  const plus = rounded(value, decimals).gt(0) ? "+" : "";
  return plus + numberText(value, decimals, language);
}

/** Kronor shown in a unit, without the unit's name: 2 635 000 kr in tkr is `2 635`. */
export function amountText(kr: Decimal, unit: Unit, decimals: number, language: Language): string {
  return numberText(kr.div(KR_PER_UNIT[unit]), decimals, language);
}

/** As `amountText` with plus or minus, for deviations. */
export function signedAmountText(kr: Decimal, unit: Unit, decimals: number, language: Language): string {
  return signedNumberText(kr.div(KR_PER_UNIT[unit]), decimals, language);
}

/** A ratio as per cent: 0.430274 is `43,0 %`. */
export function percentText(ratio: Decimal, decimals: number, language: Language): string {
  return `${numberText(ratio.times(100), decimals, language)}${LANGUAGES[language].numbers.beforePercent}%`;
}

/** As `percentText` with plus or minus, for changes. */
export function signedPercentText(ratio: Decimal, decimals: number, language: Language): string {
  return `${signedNumberText(ratio.times(100), decimals, language)}${LANGUAGES[language].numbers.beforePercent}%`;
}

/** A cell's number as the tab shows it: kronor in the format's unit, serials as dates. For the preview on screen. */
export function formatted(cellNumber: string, style: NumberStyle, language: Language): string {
  const value = new Decimal(cellNumber);
  switch (style.kind) {
    case "amount":
      return amountText(value, style.unit, style.decimals, language);
    case "percent":
      return percentText(value, style.decimals, language);
    case "number":
      return numberText(value, style.decimals, language);
    case "integer":
      return rounded(value, 0).toString().replace("-", MINUS);
    case "date":
      return isoDateOfSerial(value.toNumber(), false) ?? cellNumber;
    case "month":
      return isoDateOfSerial(value.toNumber(), false)?.slice(0, 7) ?? cellNumber;
    case "general":
      // Excel's General shows at most eleven digits; ten decimals are more than anybody reads.
      return rounded(value, 10).toString().replace(".", LANGUAGES[language].numbers.point).replace("-", MINUS);
  }
}

/** How long `formatted` is: counted rather than made, since a tab may hold a hundred thousand figures. */
export function shownLength(cellNumber: string, style: NumberStyle, language: Language): number {
  switch (style.kind) {
    case "amount":
      return groupedLength(Number(cellNumber) / KR_PER_UNIT[style.unit], style.decimals);
    case "percent":
      return (
        groupedLength(Number(cellNumber) * 100, style.decimals) + LANGUAGES[language].numbers.beforePercent.length + 1
      );
    case "number":
      return groupedLength(Number(cellNumber), style.decimals);
    default:
      return formatted(cellNumber, style, language).length;
  }
}

/** Of `numberText`: digits, a separator before each three of them, the decimals, and the sign of what is not 0 when rounded. */
function groupedLength(value: number, decimals: number): number {
  const digits = Math.abs(value).toFixed(decimals);
  const whole = decimals > 0 ? digits.length - decimals - 1 : digits.length;
  const minus = value < 0 && /[1-9]/.test(digits) ? 1 : 0;
  return digits.length + Math.floor((whole - 1) / 3) + minus;
}
