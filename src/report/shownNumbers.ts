// src/report/shownNumbers.ts: numbers inside sentences that are formulas: `1,07` and `6 911 640` whatever language Excel speaks.
// TEXT and FIXED read and write the separators of the reader's own settings, so the digits are put together one group at a time.
import { rounded, type Decimal } from "../domain/money";
import { numberText } from "../text/format";
import { type Language, LANGUAGES } from "../text/language";
import { literal } from "./cells";

const MINUS = "\u2212";

/** The formula and its value; `cell` holds a number. Two decimals, half away from zero. */
export function decimalText(cell: string, value: Decimal, language: Language): { formula: string; text: string } {
  const hundredths = `ROUND(ABS(${cell})*100,0)`;
  const formula = `IF(ROUND(${cell},2)<0,${literal(MINUS)},"")&INT(${hundredths}/100)&${literal(LANGUAGES[language].numbers.point)}&RIGHT("0"&MOD(${hundredths},100),2)`;
  return { formula, text: ungrouped(numberText(value, 2, language), language) };
}

/** Whole per cent, without the sign. */
export function percentDigits(cell: string, share: Decimal): { formula: string; text: string } {
  const percent = rounded(share.times(100), 0);
  return {
    formula: `IF(ROUND(${cell}*100,0)<0,${literal(MINUS)},"")&ABS(ROUND(${cell}*100,0))`,
    text: `${percent.isNegative() ? MINUS : ""}${percent.abs().toString()}`,
  };
}

/** Whole kronor in groups of three, up to 999 999 999 999. */
export function amountWords(cell: string, value: Decimal, language: Language): { formula: string; text: string } {
  const kr = `ROUND(ABS(${cell}),0)`;
  const group = literal(LANGUAGES[language].numbers.group);
  const part = (unit: number): string => `RIGHT("00"&INT(MOD(${kr},${unit * 1000})/${unit}),3)`;
  const whole =
    `IF(${kr}>=1000000000,INT(${kr}/1000000000)&${group}&${part(1e6)}&${group}&${part(1e3)}&${group}&${part(1)},` +
    `IF(${kr}>=1000000,INT(${kr}/1000000)&${group}&${part(1e3)}&${group}&${part(1)},` +
    `IF(${kr}>=1000,INT(${kr}/1000)&${group}&${part(1)},${kr}&"")))`;
  return { formula: `IF(ROUND(${cell},0)<0,${literal(MINUS)},"")&${whole}`, text: numberText(value, 0, language) };
}

/** Kronor per krona are small: they stand without groups, as the formula writes them. */
function ungrouped(text: string, language: Language): string {
  return text.replaceAll(LANGUAGES[language].numbers.group, "");
}
