// src/workbook/file/numberText.ts: a cell's number, read in place from its XML.

const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * The number between two places of `xml`; null when there is nothing, NaN when it is no number. Up to 15 digits are read without
 * making a string: digits and power of ten are exact doubles then, so their quotient is rounded once, as it should be.
 */
export function numberAt(xml: string, open: number, close: number): number | null {
  let at = open;
  const negative = xml.charCodeAt(at) === 45;
  if (negative) at++;
  let digits = 0;
  let count = 0;
  let point = -1;
  for (; at < close; at++) {
    const code = xml.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits = digits * 10 + (code - 48);
      count++;
    } else if (code === 46 && point < 0) {
      point = count;
    } else {
      break;
    }
  }
  if (at === close && count > 0 && count <= 15) {
    const value = point < 0 ? digits : digits / powersOfTen[count - point]!;
    return negative ? -value : value;
  }
  const text = xml.slice(open, close).trim();
  if (text === "") return null;
  // What a double may be in XML: no hexadecimal, and no infinity, which is no cell's value.
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? finite(Number(text)) : NaN;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
