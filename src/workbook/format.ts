// src/workbook/format.ts: how a number is shown, as a format code. One mapping for the file and for Excel.
// Codes are in en-US, as both take them: Excel shows them with the reader's own separators.
import type { NumberFormat } from "../report/sheetModel";

/** A typographic minus: the hyphen is too short beside digits, and is taken for a dash in a column. Quoted as a literal. */
const minus = '"\u2212"';

const scaling = { kr: "", tkr: ",", Mkr: ",," } as const;

/**
 * The format code for `format`: `#,##0,;"−"#,##0,` for amounts in tkr. The cell's number stays in kronor: the code scales
 * what is shown. Percent shows a share (0.25) as `25,0 %`.
 */
export function formatCode(format: NumberFormat): string {
  switch (format.kind) {
    case "general":
      return "General";
    case "amount":
      return signed(`#,##0${fraction(format.decimals)}${scaling[format.unit]}`);
    case "number":
      return signed(`#,##0${fraction(format.decimals)}`);
    case "percent":
      return signed(`0${fraction(format.decimals)} %`);
    case "integer":
      return "0";
    case "date":
      return "yyyy-mm-dd";
    case "month":
      return "yyyy-mm";
  }
}

function fraction(decimals: number): string {
  return decimals > 0 ? `.${"0".repeat(decimals)}` : "";
}

function signed(positive: string): string {
  return `${positive};${minus}${positive}`;
}
