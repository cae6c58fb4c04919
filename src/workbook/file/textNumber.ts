// src/workbook/file/textNumber.ts: numbers in text files, which have no number formats: what marks decimals is told by the whole file.

export type DecimalMark = "," | ".";

const SIGNED = /^(?<before>[-+\u2212]|\()? ?(?<digits>\d[\d.,' \u00A0\u202F\u2019]*?) ?(?<after>[-\u2212]|\))?$/u;
const GROUPED = /^\d{1,3}(?:[ '\u00A0\u202F\u2019]\d{3})+(?=[.,]|$)/u;
const WITH_MARK: Readonly<Record<DecimalMark, RegExp>> = {
  ",": /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u,
  ".": /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u,
};
/** Numbers this long are identifiers of something; as numbers they would lose digits. */
const LONGEST = 10;

/** What marks decimals in the file, by the amounts that can be read in one way only; null: none tells, or they contradict each other. */
export function decimalMarkOf(rows: readonly (readonly string[])[]): DecimalMark | null {
  let [commas, points] = [0, 0];
  for (const row of rows) {
    for (const cell of row) {
      const mark = markOf(cell.trim());
      if (mark === ",") commas++;
      if (mark === ".") points++;
    }
  }
  if (commas > 0 === points > 0) return null;
  return commas > 0 ? "," : ".";
}

/** The mark of decimals in a number that tells it: one or two digits after it, or both marks. Dates (`2024.03`, `12.03.2024`) tell nothing. */
function markOf(cell: string): DecimalMark | null {
  const digits = SIGNED.exec(cell)?.groups?.digits;
  if (digits === undefined || /^(?:19|20)\d\d\.\d\d$/u.test(digits)) return null;
  const both = /^\d{1,3}(?:\.\d{3})+(,)\d+$|^\d{1,3}(?:,\d{3})+(\.)\d+$/u.exec(digits);
  if (both !== null) return (both[1] ?? both[2]) as DecimalMark;
  const last = /^[\d \u00A0\u202F'\u2019]+([.,])\d{1,2}$/u.exec(digits);
  return (last?.[1] as DecimalMark | undefined) ?? null;
}

/**
 * The number that a cell holds, given what marks decimals in the file; null: it is no number, or may be read in several ways, and stays text.
 * Signs before or after, brackets for minus, groups of three by blanks, apostrophes or the other mark.
 */
export function numberIn(cell: string, mark: DecimalMark | null): number | null {
  const parts = SIGNED.exec(cell.trim())?.groups;
  const digits = parts?.digits;
  if (parts === undefined || digits === undefined) return null;
  const [before = "", after = ""] = [parts.before, parts.after];
  if ((before === "(") !== (after === ")")) return null;
  if (before !== "" && before !== "(" && after !== "") return null;
  const plain = plainDigits(digits, mark);
  if (plain === null || plain.replace(".", "").length > LONGEST) return null;
  const isMinus = before === "(" || /[-\u2212]/u.test(before + after);
  return isMinus ? -Number(plain) + 0 : Number(plain);
}

/** Digits with a point for decimals; null: not one number. A leading nought belongs to a code. */
function plainDigits(digits: string, mark: DecimalMark | null): string | null {
  if (/^0\d/u.test(digits)) return null;
  const grouped = GROUPED.exec(digits)?.[0];
  const ungrouped = grouped === undefined ? digits : grouped.replace(/\D/gu, "") + digits.slice(grouped.length);
  if (/^\d+$/u.test(ungrouped)) return ungrouped;
  if (mark === null) return null;
  // Money has no thousandths: three digits may as well be a group by the other mark.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/u.test(ungrouped) && ungrouped.includes(mark)) return null;
  const whole = WITH_MARK[mark].exec(ungrouped);
  if (whole === null) return null;
  return `${whole[1]!.replace(/\D/gu, "")}${whole[2] === undefined ? "" : `.${whole[2]}`}`;
}
