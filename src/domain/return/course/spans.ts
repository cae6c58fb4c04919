// src/domain/return/course/spans.ts: a course as spans: time in which what is avoided and what is paid instead are the same.
// Every sum of the calculation, and every row of Underlag deltagare, is of spans.
import { Decimal, difference, signOf, toKr, ZERO } from "../../money";
import type { Money, Ore } from "../../money";
import type { MonthIndex } from "../../period";
import type { AfterPiece, Course } from "./course";
import { dayAt } from "./calendarDays";
import { krPerDay } from "./levels";
import { compare, least, minus, most, overlap, timesMonths } from "./months";
import type { Months } from "./months";
import type { Piece, Segment } from "./segment";

/** Months [from, to) counted from the participant's first avoided month, with constant amounts. */
export interface Span {
  readonly from: Months;
  readonly to: Months;
  /** Index of the segment of the course: what is moved between parties is compared per segment, run and year. */
  readonly segment: number;
  /** A segment is split where another member of the household begins, or ceases, to stand for its support. */
  readonly run: number;
  /** Which level of the segment; −1: nothing is avoided here, only paid. */
  readonly level: number;
  /** Index of the source table. */
  readonly before: number;
  readonly after: number;
  /** The support after whose persistence holds: what is paid beside it ends when that does. Index of the source table. */
  readonly kept: number;
  /** A month, net of what remains of the old support; 0 where it is paid by the day. */
  readonly moneyBefore: Money;
  /** Kronor a day of the calendar, likewise; 0 where it is paid by the month. */
  readonly dailyBefore: number;
  readonly moneyAfter: Money;
  /** Paid beside the main support after: its months are counted with that. */
  readonly beside: boolean;
}

const NO_MONEY = 0 as Ore;

/** The spans of a course, segment by segment in order of time; what is paid beside comes after the segment's others. */
export function spansOf({ segments, after, to }: Course, mainAfter: number, remaining: Money | null): Span[] {
  const [main, beside] = [after.filter((each) => !each.beside), after.filter((each) => each.beside)];
  return segments.flatMap((segment, index): Span[] => {
    const end = segments[index + 1]?.from ?? to;
    const old = oldPieces(segment, end, index === 0 ? remaining : null);
    const place = { segment: index, run: 0, before: segment.source };
    return [
      ...old.flatMap((piece) => crossed(piece, main, mainAfter, place)),
      ...beside.flatMap((piece) => {
        const [start, stop] = [most(piece.from, segment.from), least(piece.to, end)];
        const nothing = { ...place, level: -1, moneyBefore: NO_MONEY, dailyBefore: 0 };
        const paid = { after: piece.source, moneyAfter: piece.money, beside: true };
        return besideMain(start, stop, main, mainAfter).map((part) => ({ ...nothing, ...part, ...paid }));
      }),
    ];
  });
}

/** Months [from, to) where the main support after changes: whose persistence holds in each part. */
function besideMain(
  from: Months,
  to: Months,
  main: readonly AfterPiece[],
  mainAfter: number,
): readonly Pick<Span, "from" | "to" | "kept">[] {
  const parts: Pick<Span, "from" | "to" | "kept">[] = [];
  const put = (start: Months, stop: Months, kept: number): void => {
    if (compare(start, stop) >= 0) return;
    const last = parts.at(-1);
    if (last?.kept === kept) parts[parts.length - 1] = { ...last, to: stop };
    else parts.push({ from: start, to: stop, kept });
  };
  let at = from;
  for (const piece of main) {
    const [start, stop] = [most(piece.from, at), least(piece.to, to)];
    if (compare(start, stop) >= 0) continue;
    put(at, start, mainAfter);
    put(start, stop, piece.source);
    at = stop;
  }
  put(at, to, mainAfter);
  return parts;
}

type OldPiece = Pick<Span, "from" | "to" | "level" | "moneyBefore" | "dailyBefore">;

/** The levels net of what remains, never above the level; and the gap before the next segment, in which nothing is avoided. */
function oldPieces({ pieces, to }: Segment, end: Months, remaining: Money | null): OldPiece[] {
  const old = pieces.map((piece, level): OldPiece => ({
    from: piece.from,
    to: piece.to,
    level,
    ...net(piece, remaining),
  }));
  if (compare(to, end) >= 0) return old;
  return [...old, { from: to, to: end, level: -1, moneyBefore: NO_MONEY, dailyBefore: 0 }];
}

function net(piece: Piece, remaining: Money | null): Pick<Span, "moneyBefore" | "dailyBefore"> {
  if (piece.money === null) {
    const rest = remaining === null ? 0 : krPerDay(toKr(remaining));
    return { moneyBefore: NO_MONEY, dailyBefore: Math.max(0, piece.krPerDay - rest) };
  }
  if (remaining === null) return { moneyBefore: piece.money, dailyBefore: 0 };
  const left = difference(piece.money, remaining);
  return { moneyBefore: signOf(left) < 0 ? NO_MONEY : left, dailyBefore: 0 };
}

/** One level beside the supports after the exit: at their amounts, and at 0 where they cost nothing. */
function crossed(
  old: OldPiece,
  main: readonly AfterPiece[],
  mainAfter: number,
  place: Pick<Span, "segment" | "run" | "before">,
): Span[] {
  const spans: Span[] = [];
  const put = (from: Months, to: Months, after: number, moneyAfter: Money): void => {
    if (compare(from, to) < 0)
      spans.push({ ...place, ...old, from, to, after, kept: after, moneyAfter, beside: false });
  };
  let at = old.from;
  for (const piece of main) {
    const [start, stop] = [most(piece.from, at), least(piece.to, old.to)];
    if (compare(start, stop) >= 0) continue;
    put(at, start, mainAfter, NO_MONEY);
    put(start, stop, piece.source, piece.money);
    at = stop;
  }
  put(at, old.to, mainAfter, NO_MONEY);
  return spans;
}

/** kr of the old support in months [start, end), to 60 significant digits. */
export function oldWithin(span: Span, first: MonthIndex, start: number, end: number): Decimal {
  if (span.dailyBefore === 0) {
    const length = overlap(span.from, span.to, start, end);
    return length === 0 ? ZERO : timesMonths(toKr(span.moneyBefore), length);
  }
  const [from, to] = [most(span.from, start), least(span.to, end)];
  if (compare(from, to) >= 0) return ZERO;
  return timesMonths(new Decimal(span.dailyBefore), minus(dayAt(first, to), dayAt(first, from)));
}

/** kr of the new support in months [start, end): the share of a month that is covered. */
export function newWithin(span: Span, start: number, end: number): Decimal {
  const length = overlap(span.from, span.to, start, end);
  return length === 0 ? ZERO : timesMonths(toKr(span.moneyAfter), length);
}
