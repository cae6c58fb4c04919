// src/intake/periodLabel.ts: what a period is called in headings and cells: `2008`, `2012 jan–juni`, `2024 kv 1`, `mars 2024`, a date.
import { monthIndex, monthOfDateText, monthOfSerial, monthText, type Period, yearOf } from "../domain/period";
import { folded, plainSpaces } from "../domain/lookupKey";
import type { CellValue } from "./grid";
import { isDateFormat, isYearFormat } from "./numberFormat";

/** A label that names a period, one that names an impossible year, or one that names no period. */
export type PeriodReading =
  | { readonly kind: "period"; readonly period: Period }
  | { readonly kind: "year-out-of-range"; readonly text: string }
  | { readonly kind: "unreadable"; readonly text: string };

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

const MONTHS: readonly string[] = [
  "jan(?:uari|uary)?",
  "feb(?:r|ruari|ruary)?",
  "mars?|mar|march",
  "apr(?:il)?",
  "maj|may",
  "juni?|june",
  "juli?|july",
  "aug(?:usti|ust)?",
  "sep(?:t|tember)?",
  "o[kc]t(?:ober)?",
  "nov(?:ember)?",
  "dec(?:ember)?",
];
const MONTH = `(?:${MONTHS.join("|")})\\.?`;
const MONTH_PATTERNS = MONTHS.map((names) => new RegExp(`^(?:${names})\\.?$`, "u"));
const YEAR = "(\\d{4,5})";
const GAP = "[ .,:/-]*";

/** Parts of a year by word: months per part and how many there are. */
const PARTS: readonly (readonly [words: string, months: number])[] = [
  ["kvartalet|kvartal|kvart|quarter|kv|q|k", 3],
  ["halvaret|halvar|half|h", 6],
  ["tertialet|tertial|tert|t", 4],
];
const ORDINALS: readonly string[] = [
  "1|1 ?:? ?a|forsta|i",
  "2|2 ?:? ?a|andra|ii",
  "3|3 ?:? ?e|tredje|iii",
  "4|4 ?:? ?e|fjarde|iv",
];

/** A point in a label: a month or a whole year; `year` null when the label leaves it to its surroundings. */
interface Point {
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
}

const whole: Pick<Point, "from" | "to"> = { from: 1, to: 12 };

/** The month number of a Swedish or English month name, full or shortened; null for anything else. */
export function monthOfName(text: string): number | null {
  const index = MONTH_PATTERNS.findIndex((pattern) => pattern.test(text));
  return index < 0 ? null : index + 1;
}

function tidied(text: string): string {
  return folded(text)
    .replace(/(?:t\.? ?o\.? ?m\.?|till och med|till|tom|through| to )/gu, "-")
    .replace(
      /\b(?:ack\.?|ackumulerat|ackumulerad|ackumulerade|accumulated|cumulative|hittills|ytd|to date|perioden?|per|pr\.?|den|avser|manad|ar|aret|kalenderar|for|under|fr\.? ?o\.? ?m\.?|from)\b:?/gu,
      " ",
    )
    .replace(/[,;:()]/gu, " ")
    .replace(/ +/gu, " ")
    .replace(/ ?- ?/gu, "-")
    .replace(/^[-. ]+|[-. ]+$/gu, "");
}

function monthPoint(text: string): Point | null {
  const at = (year: string | undefined, month: number): Point | null =>
    month < 1 || month > 12 ? null : { year: year === undefined ? null : fullYear(year), from: month, to: month };
  let match = /^(\d{4})(\d{2})$/u.exec(text) ?? /^(\d{4})[-./ ]?m?(\d{1,2})$/u.exec(text);
  if (match !== null) return at(match[1], Number(match[2]));
  match = /^(\d{1,2})[-./ ](\d{4})$/u.exec(text);
  if (match !== null) return at(match[2], Number(match[1]));
  match = new RegExp(`^(${MONTH})${GAP}'?(\\d{4,5}|\\d{2})$`, "u").exec(text);
  if (match !== null) return at(match[2], monthOfName(match[1] ?? "") ?? 0);
  match = new RegExp(`^(?:den )?(\\d{1,2})[ .:ae]+(${MONTH})(?:${GAP}(\\d{4,5}))?$`, "u").exec(text);
  if (match !== null) {
    const month = monthOfName(match[2] ?? "") ?? 0;
    return hasDay(month, Number(match[1])) ? at(match[3], month) : null;
  }
  match = new RegExp(`^${YEAR}${GAP}(${MONTH})$`, "u").exec(text);
  if (match !== null) return at(match[1], monthOfName(match[2] ?? "") ?? 0);
  const bare = monthOfName(text);
  return bare === null ? null : at(undefined, bare);
}

/** Whether a month can have that day; without a year February may have 29. */
function hasDay(month: number, day: number): boolean {
  return day >= 1 && day <= ([4, 6, 9, 11].includes(month) ? 30 : month === 2 ? 29 : 31);
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function yearPoint(text: string): Point | null {
  const match = /^(?:helar(?:et)? ?|full year )?(\d{4,5})(?:[- ]?helar(?:et)?| full year)?$/u.exec(text);
  if (match !== null) return { year: Number(match[1]), ...whole };
  return /^(?:helar(?:et)?|full year)$/u.test(text) ? { year: null, ...whole } : null;
}

function partPoint(text: string): Point | null {
  for (const [words, months] of PARTS) {
    for (const [index, ordinal] of ORDINALS.entries()) {
      if ((index + 1) * months > 12) continue;
      const core = `(?:(?:${words})[ .-]?(?:${ordinal})|(?:${ordinal})[ .-]?(?:${words}))`;
      const match = new RegExp(`^(?:${YEAR}${GAP})?${core}(?:${GAP}(\\d{4,5}|(?<=[-' ])\\d{2}))?$`, "u").exec(text);
      const year = match?.[1] ?? match?.[2];
      if (match !== null) {
        return { year: year === undefined ? null : fullYear(year), from: index * months + 1, to: (index + 1) * months };
      }
    }
  }
  const term = new RegExp(`^(?:${YEAR}${GAP})?(vt|ht|var|host|varen|hosten)(?:${GAP}${YEAR})?$`, "u").exec(text);
  if (term === null) return null;
  const year = term[1] ?? term[3];
  const spring = term[2]?.startsWith("v") === true;
  return { year: year === undefined ? null : Number(year), from: spring ? 1 : 7, to: spring ? 6 : 12 };
}

function point(text: string): Point | null {
  const date = monthOfDateText(text) ?? monthOfDateText(text.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3"));
  if (date !== null) return { year: yearOf(date), from: (date % 12) + 1, to: (date % 12) + 1 };
  return yearPoint(text) ?? monthPoint(text) ?? partPoint(text);
}

interface Span {
  readonly first: Point;
  readonly last: Point;
}

/** A single point, or two points with a dash between; a year that only one of them has is the other's too. */
function spanOf(text: string): Span | null {
  const single = point(text);
  if (single !== null) return { first: single, last: single };
  for (let dash = text.indexOf("-"); dash >= 0; dash = text.indexOf("-", dash + 1)) {
    const first = point(text.slice(0, dash).replace(/[- ]+$/u, ""));
    const last = point(text.slice(dash + 1).replace(/^[- ]+/u, ""));
    if (first === null || last === null) continue;
    return {
      first: { ...first, year: first.year ?? last.year },
      last: { ...last, year: last.year ?? first.year },
    };
  }
  return null;
}

/** `t.o.m. augusti 2024`, `per 2024-08-31`: everything since the year began. */
const UP_TO =
  /^(?:ack(?:umulera[dt]e?)?\.? )?(?:t\.? ?o\.? ?m\.?|till och med|tom|to and including|through|per(?: den)?) ?\d{0,2}/u;

/** The same said of a single point, before or after it: `ack. aug 2024`, `augusti (ack)`, `2024 per augusti`. */
const UP_TO_POINT =
  /(?:^|[ (,])(?:ack(?:umulera[dt]e?)?|t\.? ?o\.? ?m|till och med|tom|per|pr|accumulated|cumulative|ytd|to date|hittills)(?=[ .,:)]|$)/u;

function isUpTo(label: string, { first, last }: Span): boolean {
  const plain = folded(label);
  return UP_TO.test(plain) || (first === last && UP_TO_POINT.test(plain));
}

/**
 * Reads a label. `contextYear` is the year of the surroundings for labels that have none (`mars` under `2024`); null: none known.
 * The period's label is the source's own text.
 */
export function readPeriodText(text: string, contextYear: number | null): PeriodReading {
  const label = plainSpaces(text);
  const plain = tidied(text);
  if (/^\d+$/u.test(plain) && !/^(?:19|20|21)\d\d(?:\d\d){0,2}$/u.test(plain) && plain.length >= 4) {
    return { kind: "year-out-of-range", text: label };
  }
  const span = spanOf(plain);
  if (span === null) return { kind: "unreadable", text: label };
  const firstYear = span.first.year ?? contextYear;
  const lastYear = span.last.year ?? contextYear;
  if (firstYear === null || lastYear === null) return { kind: "unreadable", text: label };
  if ([firstYear, lastYear].some((year) => year < FIRST_YEAR || year > LAST_YEAR)) {
    return { kind: "year-out-of-range", text: label };
  }
  const upTo = isUpTo(label, span);
  const from = monthIndex(firstYear, upTo && firstYear === lastYear ? 1 : span.first.from);
  const to = monthIndex(lastYear, span.last.to);
  if (to < from) return { kind: "unreadable", text: label };
  // A day stands for its month, whichever day of it comes first in the table.
  const dated = !upTo && from === to && monthOfDateText(plain) !== null;
  const full = dated ? monthText(from) : span.first.year === null ? `${label} ${firstYear}` : label;
  return { kind: "period", period: { label: full, from, to } };
}

/** Reads a cell: a date by its number format, a number as a year or `200801`, text as `readPeriodText` does. */
export function readPeriodCell(
  value: CellValue,
  format: string,
  date1904: boolean,
  contextYear: number | null,
): PeriodReading {
  if (typeof value === "string") return readPeriodText(value, contextYear);
  if (typeof value !== "number") return { kind: "unreadable", text: "" };
  if (!isDateFormat(format)) {
    if (Number.isInteger(value) && value >= 1000) return readPeriodText(String(value), contextYear);
    return { kind: "unreadable", text: String(value) };
  }
  const month = monthOfSerial(value, date1904);
  if (month === null) return { kind: "unreadable", text: String(value) };
  const year = yearOf(month);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { kind: "year-out-of-range", text: monthText(month) };
  if (isYearFormat(format)) return readPeriodText(String(year), null);
  return { kind: "period", period: { label: monthText(month), from: month, to: month } };
}

/** Whether a text is a period by itself, with its year, and nothing else. */
export function namesPeriod(text: string): boolean {
  return readPeriodText(text, null).kind === "period";
}

/** `1 januari till och med 31 augusti 2024`. */
const MOST_WORDS = 8;

/** The first period that a title mentions (`Uppföljning jan–juni 2024, tkr`), longest wording first; null when it mentions none. */
export function periodIn(text: string, contextYear: number | null): Period | null {
  const words = wordsIn(withoutLooseDays(text));
  if (words.length > 24) return null;
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const phrase = words.slice(start, start + length).join(" ");
      if (!/\d{4}|\p{L}{3}|^[qkht]\d/iu.test(phrase)) continue;
      if (length === 1 && statesAmount(words, start)) continue;
      const reading = readPeriodText(phrase, contextYear);
      if (reading.kind === "period" && /\d{4}/u.test(phrase + (contextYear === null ? "" : String(contextYear))))
        return reading.period;
    }
  }
  return null;
}

const LOOSE_DAY = new RegExp(
  `(?<before>\\S+ )?(?<=^|\\s)(?:den )?(?<day>\\d{1,2})(?:[.:][ae])? (?<month>${MONTH})(?: (?<year>\\d{4}))?(?![\\p{L}\\d])(?<after> ?\\S+)?`,
  "giu",
);
const WITH_A_DAY = /^(?:per|pr|t\.?o\.?m\.?|tom|och|med|till|[-–]|to|through|den|fr\.?o\.?m\.?|från|from)$/iu;

/** A day that ends no month and no stretch of time is when something was written or decided, not what the amounts are of. */
function withoutLooseDays(text: string): string {
  return plainSpaces(text).replace(LOOSE_DAY, (all: string, ...rest: readonly unknown[]) => {
    const { before = "", day, month, after = "" } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const isStretch = WITH_A_DAY.test(before.trim()) || WITH_A_DAY.test(after.trim()) || /^ ?[-–]/u.test(after);
    const number = monthOfName(folded(month ?? "")) ?? 0;
    const isLast = !hasDay(number, Number(day) + 1) || (number === 2 && Number(day) === 28);
    return isStretch || isLast || !hasDay(number, Number(day)) ? all : `${before}${after}`;
  });
}

function wordsIn(text: string): readonly string[] {
  return plainSpaces(text)
    .replace(/ ?[-\u2010-\u2015\u2212] ?/gu, "-")
    .split(/[ ,;:()]+/u)
    .filter((word) => word !== "");
}

const AMOUNT_WORD = /^(?:bevilj|belopp|anslag|medel|tilldel|bidrag)/iu;
const UNIT_WORD = /^(?:kr|tkr|kkr|mkr|mnkr|sek|tsek|ksek|msek|kronor)\.?$/iu;

/** `Beviljat belopp (tkr) 2000`, `Beviljat 2000 tkr`: an amount, though it looks like a year. */
function statesAmount(words: readonly string[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  return (
    before.some((word) => AMOUNT_WORD.test(word)) &&
    [...before, words[at + 1] ?? ""].some((word) => UNIT_WORD.test(word))
  );
}

/** The one year that these texts mention; null when they mention none or several. */
export function onlyYearIn(texts: readonly string[]): number | null {
  const years = new Set<number>();
  for (const text of texts) {
    const words = wordsIn(text);
    for (const [at, word] of words.entries()) {
      if (/^\d{4}$/u.test(word) && statesAmount(words, at)) continue;
      for (const match of word.matchAll(/(?<!\d)((?:19|20)\d\d)(?:(?=\d\d(?!\d))|(?!\d))/gu))
        years.add(Number(match[1]));
    }
  }
  const [only] = years;
  return years.size === 1 && only !== undefined && only >= FIRST_YEAR ? only : null;
}
