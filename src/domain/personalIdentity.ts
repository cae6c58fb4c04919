// src/domain/personalIdentity.ts: finds personal identity numbers in text and numbers, and takes them out of what is shown.
// Form and check digit: Skatteverket, SKV 704 (personnummer) and SKV 707 (samordningsnummer, day + 60).

const DAYS_IN_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What stands in the place of a number that was taken out. */
export const IDENTITY_MARK = "[personnummer]";

/** Characters that show nothing, and may stand anywhere in a number: soft hyphen, zero-width characters, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/gu;
/** Every hyphen, dash and minus. */
const DASHES = /[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D]/gu;

/** Year with or without century, month, day, and the four last, with anything people put between them. */
const CANDIDATE =
  /(?<!\d)((?:1[89]|20)?\d\d)([ ./-]?)(\d\d)\2(\d\d)((?: ?[-+–]? ?|[ ._/:|,;#*–-]{1,3}))(\d{4})(?!\d|[-./]\d)/gu;

/**
 * How sure a find is. `certain`: the century stands there, or something that parts the four last. `possible`: ten digits in a row, which
 * may as well number an invoice (0.7 % of all such numbers pass). `dated`: a date with four digits after it, which may be a year or an amount.
 */
export interface IdentityFinds {
  readonly certain: number;
  readonly possible: number;
  readonly dated: number;
}

const NONE: IdentityFinds = { certain: 0, possible: 0, dated: 0 };

/** The personal identity numbers in a text, in any of the ways that people write them. */
export function identityFindsIn(text: string): IdentityFinds {
  if (!hasTenDigits(text)) return NONE;
  let [certain, possible, dated] = [0, 0, 0];
  for (const match of plainCharacters(text).matchAll(CANDIDATE)) {
    const [, year, parting, month, day, between, last] = match as unknown as readonly string[];
    if (!isIdentityNumber(`${year}${month}${day}${last}`)) continue;
    const dateFirst = parting !== "" && /^[ ]/u.test(between!);
    const isYear = parting !== "" && year!.length === 4 && /^(?:19|20)\d\d$/u.test(last!);
    if (dateFirst || isYear) dated++;
    else if (between === "" && year!.length === 2) possible++;
    else certain++;
  }
  return { certain, possible, dated };
}

/** How many personal identity numbers a text holds or may hold. */
export function identityNumbersIn(text: string): number {
  const { certain, possible, dated } = identityFindsIn(text);
  return certain + possible + dated;
}

/** The text without its identity numbers, each replaced by `IDENTITY_MARK`; as it was where it holds none. */
export function withoutIdentityNumbers(text: string): string {
  if (identityNumbersIn(text) === 0) return text;
  return plainCharacters(text).replace(
    CANDIDATE,
    (all: string, year: string, _parting: string, month: string, day: string, _between: string, last: string) =>
      isIdentityNumber(`${year}${month}${day}${last}`) ? IDENTITY_MARK : all,
  );
}

/** What a whole number in a cell may be. `digits`: how many the cell shows, where its format says so; 0: it does not. */
export function identityFindOf(value: number, digits: number): "none" | "possible" | "certain" {
  if (value < 1e6 || value >= 2.1e11 || !Number.isInteger(value)) return "none";
  if (value >= 1.8e11) return isIdentityNumber(String(value)) ? "certain" : "none";
  if (value >= 1e10) return "none";
  const ten = String(value).padStart(10, "0");
  if (!isIdentityNumber(ten)) return "none";
  return digits === 10 ? "certain" : "possible";
}

/** Ten digits, `yymmddnnnc`, or twelve with the century: a calendar date (or day + 60) with a right check digit. */
function isIdentityNumber(digits: string): boolean {
  const ten = digits.slice(-10);
  const month = Number(ten.slice(2, 4));
  const number = Number(ten.slice(4, 6));
  const day = number > 60 ? number - 60 : number;
  if (month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return false;
  if (month === 2 && day === 29 && !mayBeLeapYear(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const doubled = (ten.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Without a century the year is a leap year if any century makes it one. */
function mayBeLeapYear(digits: string): boolean {
  const year = Number(digits.slice(-10, -8));
  if (year % 4 !== 0) return false;
  return digits.length === 10 || year !== 0 || digits.startsWith("20");
}

/** Quick: nearly every text of a ledger is told here. */
function hasTenDigits(text: string): boolean {
  if (text.length < 10) return false;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Digits of other forms (full-width, mathematical) lie beyond; `plainCharacters` tells which they are.
    if ((code >= 48 && code <= 57) || code >= 0x660) count++;
    if (count === 10) return true;
  }
  return false;
}

/** Digits, dashes and blanks in one form each, and nothing that does not show. */
export function plainCharacters(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "").replace(DASHES, "-").replace(/\s+/gu, " ");
}
