// src/intake/records/rowDates.ts: dates and months of persons: birth dates and years, and the last month with a support, as people write them.
import { plainCharacters } from "../../domain/personalIdentity";
import type { Birth } from "../../domain/return/pensionAge";
import {
  isoDateOfSerial,
  type MonthIndex,
  monthIndex,
  monthOfDateText,
  yearOf,
  isoDateOfText,
} from "../../domain/period";
import { folded, plainSpaces } from "../../domain/lookupKey";
import { type CellValue, isCellError } from "../grid";
import { isDateFormat, isYearFormat } from "../numberFormat";
import { FIRST_YEAR, LAST_YEAR, monthOfName, readPeriodCell } from "../periodLabel";

export interface Bad {
  readonly kind: "unreadable" | "year-out-of-range";
  readonly text: string;
}

/** `serial`: read from a bare number that Excel would show as a date. */
export type BirthReading = { readonly kind: "birth"; readonly birth: Birth; readonly serial: boolean } | Bad | null;
export type MonthReading =
  | { readonly kind: "month"; readonly month: MonthIndex; readonly serial: boolean }
  | { readonly kind: "ongoing" | "dropped-out" }
  | Bad
  | null;

/** 1 January 1920 to 31 December 2079: bare numbers in it are dates that have lost their format. */
const FIRST_SERIAL = 7_306;
const LAST_SERIAL = 65_745;
const FIRST_BIRTH_YEAR = 1900;
const LAST_BIRTH_YEAR = 2100;

const ONGOING =
  /^(?:-+|pagar|pagaende|fortsatter|fortfarande|kvar|ej avslutad|inte avslutad|ongoing|still on support)$/u;
const DROPPED_OUT =
  /^(?:avbruten|avbrott|avbrot|avbrutet|avbruten insats|avhopp|hoppat av|hoppade av|dropped out|interrupted)$/u;

export interface DateContext {
  readonly date1904: boolean;
  /** Bare five-digit numbers may be date serials; false where the column also holds yymmdd, whose leading zero may be lost. */
  readonly serials: boolean;
}

/** Whether a bare number is one of Excel's dates without its format. */
export function isBareSerial(value: CellValue, format: string): value is number {
  return (
    typeof value === "number" &&
    !isDateFormat(format) &&
    Number.isInteger(value) &&
    value >= FIRST_SERIAL &&
    value <= LAST_SERIAL
  );
}

/** A bare yymmdd or yyyymm number. */
export function isSixDigits(value: CellValue): boolean {
  return typeof value === "number"
    ? Number.isInteger(value) && value >= 100_000 && value <= 999_999
    : typeof value === "string" && /^\d{6}$/u.test(value.trim());
}

const dates = new Map<number, string | null>();

/** A column of dates repeats a few thousand days at most; each is worked out once. */
function dateOf(serial: number, date1904: boolean): string | null {
  // A fraction is a time of day; half a day beside whole serials keeps the two date systems apart.
  const key = Math.floor(serial) + (date1904 ? 0.5 : 0);
  const known = dates.get(key);
  if (known !== undefined) return known;
  const iso = isoDateOfSerial(serial, date1904);
  if (dates.size > 100_000) dates.clear();
  dates.set(key, iso);
  return iso;
}

/** `near`: a month in which the person was of working age; it settles the century of two-digit years. */
export function readBirth(
  value: CellValue,
  format: string,
  { date1904, serials }: DateContext,
  near: MonthIndex | null,
): BirthReading {
  if (value === null) return null;
  if (isCellError(value) || typeof value === "boolean")
    return { kind: "unreadable", text: isCellError(value) ? value.error : String(value) };
  if (typeof value === "number") {
    if (isDateFormat(format) || (serials && isBareSerial(value, format))) {
      const iso = dateOf(value, date1904);
      if (iso === null) return { kind: "unreadable", text: String(value) };
      const month = isDateFormat(format) && isYearFormat(format) ? null : Number(iso.slice(5, 7));
      return born(Number(iso.slice(0, 4)), month, iso.slice(0, 10), !isDateFormat(format));
    }
    return readBirthText(String(value), near);
  }
  return readBirthText(value, near);
}

function born(year: number, month: number | null, text: string, serial = false): BirthReading {
  if (year < FIRST_BIRTH_YEAR || year > LAST_BIRTH_YEAR) return { kind: "year-out-of-range", text };
  return { kind: "birth", birth: { year, month }, serial };
}

/** `1966`, `1966-05-14`, `19660514`, `660514`, `66-05-14`, `1966-05`, `196605`, and as `readSpokenDate` has it, with `född` before it or not. */
function readBirthText(raw: string, near: MonthIndex | null): BirthReading {
  const text = plainSpaces(raw).replace(/^(?:född|f\.)(?: den)? ?(?=\d)/iu, "");
  const unreadable: Bad = { kind: "unreadable", text: withoutPersonalDigits(text) };
  if (/^\d{4}$/u.test(text)) return born(Number(text), null, text);
  const date = monthOfDateText(text) ?? monthOfDateText(text.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3"));
  if (date !== null) return born(yearOf(date), (date % 12) + 1, text);
  const month = /^(\d{4})(\d{2})$/u.exec(text) ?? /^(\d{4})[-./](\d{1,2})$/u.exec(text);
  if (month !== null && isMonth(month[2]) && /^(?:19|20)/u.test(text)) {
    // 191211 is 12 November 2019 as much as it is a month of no sense; nobody taking part was born before 1930.
    if (Number(month[1]) >= 1930 || text.length > 6) return born(Number(month[1]), Number(month[2]), text);
  }
  const short = /^(\d{2})-?(\d{2})-?(\d{2})$/u.exec(text);
  if (short !== null) {
    const year = centuryOf(Number(short[1]), near);
    return monthOfDateText(`${year}-${short[2]}-${short[3]}`) === null
      ? unreadable
      : born(year, Number(short[2]), text);
  }
  const spoken = readSpokenDate(text);
  if (spoken === null) return unreadable;
  const year = spoken.year < 100 ? centuryOf(spoken.year, near) : spoken.year;
  return spoken.isIn(year) ? born(year, spoken.month, text) : unreadable;
}

/** A date whose year may have two digits. */
interface SpokenDate {
  readonly year: number;
  readonly month: number;
  /** As written; null: a month alone. */
  readonly day: string | null;
  /** Whether the month has that day in a year of four digits. */
  readonly isIn: (year: number) => boolean;
}

/** `14 maj 1966`, `14 maj -66`, `maj 66`, `14/5 1966`, `14/5-66`, `14-05-1966`, `1966.05.14`, `5/1966`: day before month, as in Swedish. */
function readSpokenDate(raw: string): SpokenDate | null {
  const text = folded(raw).replace(/^den /u, "");
  const [, day, month, year] =
    /^(\d{1,2})\/(\d{1,2})(?: ?[-'] ?| )(\d{4}|\d{2})$/u.exec(text) ??
    /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/u.exec(text) ??
    /^(\d{1,2})?\.?(?: ?:?e)? ?(\p{L}+)\.?,? ?[-']? ?(\d{4}|\d{2})$/u.exec(text) ??
    /^()(\d{1,2})[/.-](\d{4})$/u.exec(text) ??
    reversed(/^(\d{4})[./ ](\d{1,2})[./ ](\d{1,2})$/u.exec(text));
  if (month === undefined || year === undefined) return null;
  const number = /^\d/u.test(month) ? Number(month) : monthOfName(month);
  if (number === null || !isMonth(String(number))) return null;
  return {
    year: Number(year),
    month: number,
    day: day === undefined || day === "" ? null : day,
    isIn: (full) => day === undefined || day === "" || monthOfDateText(`${full}-${number}-${day}`) !== null,
  };
}

function reversed(match: RegExpExecArray | null): readonly string[] {
  const [all, year, month, day] = match ?? [];
  return all === undefined ? [] : [all, day ?? "", month ?? "", year ?? ""];
}

function isMonth(text: string | undefined): boolean {
  const month = Number(text);
  return month >= 1 && month <= 12;
}

/** Of the two centuries the one that makes the person 16–75 then; without a month to go by, people born up to 2015 may take part. */
function centuryOf(two: number, near: MonthIndex | null): number {
  if (near === null) return two <= 15 ? 2000 + two : 1900 + two;
  const age = yearOf(near) - (2000 + two);
  return age >= 15 ? 2000 + two : 1900 + two;
}

/** The last month with the old support. A whole year or a quarter is no month. */
export function readLastMonth(value: CellValue, format: string, { date1904, serials }: DateContext): MonthReading {
  if (value === null) return null;
  if (isCellError(value)) return { kind: "unreadable", text: value.error };
  if (typeof value === "string") {
    const plain = folded(value);
    if (ONGOING.test(plain)) return { kind: "ongoing" };
    if (DROPPED_OUT.test(plain)) return { kind: "dropped-out" };
  }
  const bare = serials && isBareSerial(value, format);
  if (typeof value === "number" && (bare || (isDateFormat(format) && !isYearFormat(format)))) {
    const iso = dateOf(value, date1904);
    const year = Number(iso?.slice(0, 4));
    if (iso !== null && year >= FIRST_YEAR && year <= LAST_YEAR)
      return { kind: "month", month: monthIndex(year, Number(iso.slice(5, 7))), serial: bare };
  }
  const spoken = typeof value === "string" ? readSpokenDate(value) : null;
  if (spoken !== null) {
    const year = spoken.year < 100 ? 2000 + spoken.year : spoken.year;
    // A day that its month does not have: which of the two is wrong, nobody knows.
    if (!spoken.isIn(year)) return { kind: "unreadable", text: withoutPersonalDigits(plainSpaces(String(value))) };
    if (year >= FIRST_YEAR && year <= LAST_YEAR)
      return { kind: "month", month: monthIndex(year, spoken.month), serial: false };
  }
  const reading = readPeriodCell(value, format, date1904, null);
  if (reading.kind === "year-out-of-range")
    return { kind: "year-out-of-range", text: withoutPersonalDigits(reading.text) };
  if (reading.kind === "unreadable" || reading.period.from !== reading.period.to)
    return { kind: "unreadable", text: withoutPersonalDigits(plainSpaces(String(value))) };
  return { kind: "month", month: reading.period.from, serial: false };
}

export type DayReading = { readonly kind: "day"; readonly date: string; readonly serial: boolean } | Bad | null;

/** A whole date: `2025-06-30`, `30/6 2025`, `30 juni 2025`; a month alone is its last day, since what lasts through June lasts to 30 June. */
export function readDay(value: CellValue, format: string, context: DateContext): DayReading {
  if (typeof value === "number") {
    const bare = context.serials && isBareSerial(value, format);
    const iso = bare || (isDateFormat(format) && !isYearFormat(format)) ? dateOf(value, context.date1904) : null;
    if (iso !== null) return dayIn(iso.slice(0, 10), bare);
  }
  const text = typeof value === "string" ? plainSpaces(value) : "";
  const spoken = text === "" ? null : readSpokenDate(text);
  const iso =
    isoDateOfText(text) ?? isoDateOfText(text.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3")) ?? spokenDay(spoken);
  if (iso !== null) return dayIn(iso, false);
  const month = readLastMonth(value, format, context);
  if (month === null) return null;
  if (month.kind !== "month")
    return "text" in month
      ? month
      : { kind: "unreadable", text: withoutPersonalDigits(plainSpaces(typeof value === "string" ? value : "")) };
  const next = month.month + 1;
  const last = new Date(Date.UTC(yearOf(next), next % 12, 0));
  return dayIn(last.toISOString().slice(0, 10), month.serial);
}

function spokenDay(spoken: SpokenDate | null): string | null {
  if (spoken?.day == null) return null;
  const year = spoken.year < 100 ? 2000 + spoken.year : spoken.year;
  return spoken.isIn(year) ? isoDateOfText(`${year}-${spoken.month}-${spoken.day}`) : null;
}

function dayIn(date: string, serial: boolean): DayReading {
  const year = Number(date.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR
    ? { kind: "year-out-of-range", text: date }
    : { kind: "day", date, serial };
}

/** A birth date with anything after it is shown as `…`: it may be somebody's number, mistyped. */
export function withoutPersonalDigits(text: string): string {
  return startsAsIdentity(text) ? "…" : text;
}

/** A date of birth, as in a personal identity number, with more characters after it. */
export function startsAsIdentity(text: string): boolean {
  const plain = plainSpaces(plainCharacters(text));
  const match = /^(?:18|19|20)?\d\d[-.]?(\d\d)[-.]?(\d\d)(?: ?[-+ _./:#*] ?[\dA-Z*]{1,4}|[\dA-Z*]{4})$/iu.exec(plain);
  if (match === null || monthOfDateText(plain) !== null) return false;
  const day = Number(match[2]);
  return isMonth(match[1]) && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}
