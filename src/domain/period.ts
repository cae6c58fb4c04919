// src/domain/period.ts: years, half-years, quarters, months and parts of years, as whole calendar months.
// The only user of date-fns, which checks dates typed as text; months themselves are counted as integers.
import { isValid, parse } from "date-fns";

/** A calendar month as one integer: year · 12 + (month − 1). Subtracting two gives a count of months, free of days and time zones. */
export type MonthIndex = number;

/** A named span of whole months, both ends included. `label` is the source's own and is the key in every output. */
export interface Period {
  readonly label: string;
  readonly from: MonthIndex;
  readonly to: MonthIndex;
}

type Span = Pick<Period, "from" | "to">;

/** `month` is 1–12. */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * 12 + (month - 1);
}

export function yearOf(month: MonthIndex): number {
  return Math.floor(month / 12);
}

/** 1–12. */
export function monthOfYear(month: MonthIndex): number {
  return month - yearOf(month) * 12 + 1;
}

/** `2008-02`. */
export function monthText(month: MonthIndex): string {
  return `${String(yearOf(month)).padStart(4, "0")}-${String(monthOfYear(month)).padStart(2, "0")}`;
}

/** Number of months, both ends included; 0 when `to` is before `from`. */
export function monthsIn({ from, to }: Span): number {
  return Math.max(0, to - from + 1);
}

/** January to December, labelled with the year. */
export function calendarYear(year: number): Period {
  return { label: String(year), from: monthIndex(year, 1), to: monthIndex(year, 12) };
}

/** Number of distinct calendar half-years that the periods touch together: 2008–2011 and 2012 jan–juni touch 9. */
export function halfYearsTouched(periods: readonly Span[]): number {
  return distinct(periods.map(({ from, to }) => ({ from: Math.floor(from / 6), to: Math.floor(to / 6) })));
}

/** Number of distinct months that the periods cover together. */
export function unionMonths(periods: readonly Span[]): number {
  return distinct(periods);
}

/** Time order: by first month, then by last. */
export function comparePeriods(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to;
}

/** The two have a month in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Every month of `inner` is in `outer`; a period contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Size of the union of integer spans. */
function distinct(spans: readonly Span[]): number {
  let count = 0;
  let covered = -Infinity;
  for (const { from, to } of [...spans].sort(comparePeriods)) {
    count += Math.max(0, to - Math.max(from, covered + 1) + 1);
    covered = Math.max(covered, to);
  }
  return count;
}

/** 9999-12-31, the last date Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Days between the 1900 and the 1904 date system. */
const DAYS_1904 = 1_462;
const MS_PER_DAY = 86_400_000;

/**
 * An Excel date serial as `2024-03-15`; a time of day is cut off. Null when Excel itself shows no date (below 1 or after 9999).
 * In the 1900 system serial 60 is the 29 February 1900 that never was, kept as Excel shows it.
 */
export function isoDateOfSerial(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial) + (date1904 ? DAYS_1904 : 0);
  if (!(serial >= (date1904 ? 0 : 1)) || day > LAST_SERIAL) return null;
  if (day === 60) return "1900-02-29";
  // In UTC, so that no time zone can shift the day. Serials after the day that never was count one too many.
  const ms = Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * MS_PER_DAY;
  return new Date(ms).toISOString().slice(0, 10);
}

/** The month of an Excel date serial; null as for `isoDateOfSerial`. */
export function monthOfSerial(serial: number, date1904: boolean): MonthIndex | null {
  const iso = isoDateOfSerial(serial, date1904);
  return iso === null ? null : monthIndex(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)));
}

const DATE_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d{1,2}-\d{1,2}$/, "yyyy-M-d"],
  [/^\d{4}\/\d{1,2}\/\d{1,2}$/, "yyyy/M/d"],
  [/^\d{1,2}\.\d{1,2}\.\d{4}$/, "d.M.yyyy"],
  [/^\d{1,2}\/\d{1,2} \d{4}$/, "d/M yyyy"],
];

/** The month of a date typed as text, the ways Swedes type them (`2024-03-15`, `15/3 2024`); null for anything else, `2024-02-30` too. */
export function monthOfDateText(text: string): MonthIndex | null {
  const iso = isoDateOfText(text);
  return iso === null ? null : monthIndex(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)));
}

/** The date itself, `YYYY-MM-DD`; null as for `monthOfDateText`. */
export function isoDateOfText(text: string): string | null {
  const trimmed = text.trim();
  const format = DATE_FORMATS.find(([shape]) => shape.test(trimmed))?.[1];
  if (format === undefined) return null;
  const date = parse(trimmed, format, new Date(2000, 0, 1));
  if (!isValid(date)) return null;
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
