// src/domain/return/course/courseRows.ts: a person's course as rows: one per segment and level, with dates, units, kronor and why it ends.
import { Decimal, toKr } from "../../money";
import type { ReadyParticipant } from "../participant";
import type { BenefitRule, EndReason } from "./benefitRule";
import { firstDay, lastDay } from "./calendarDays";
import { compare, exactly, minus, times, toDecimal } from "./months";
import type { Months } from "./months";
import { dayAt } from "./calendarDays";
import { oldWithin, type Span } from "./spans";

/** Amounts are net of what remains of the own support, and 0 where another of the household stands for it. */
export interface CourseRow {
  /** 0: the own support. */
  readonly segment: number;
  /** Index of the source table. */
  readonly source: number;
  readonly from: Months;
  readonly to: Months;
  /** ISO dates; a day that one row ends inside is that row's. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly units: Decimal;
  readonly unit: BenefitRule["unit"];
  readonly krPerUnit: Decimal;
  readonly kr: Decimal;
  readonly because: EndReason;
  readonly rule: BenefitRule | null;
}

const FAR = 12 * 1000;

/** The rows in order of time. */
export function courseRowsOf({
  spans,
  course,
  first,
}: Pick<ReadyParticipant, "spans" | "course" | "first">): CourseRow[] {
  return levelsOf(spans).flatMap((level): CourseRow[] => {
    const [begin, end] = [level[0], level.at(-1)];
    if (begin === undefined || end === undefined) return [];
    const segment = course.segments[begin.segment];
    const piece = segment?.pieces[begin.level];
    if (segment === undefined || piece === undefined) return [];
    const { rule } = segment;
    const { from } = begin;
    const { to } = end;
    const daily = piece.money === null;
    const perMonth = daily || rule?.perMonth == null ? new Decimal(1) : rule.perMonth;
    const units = daily ? minus(dayAt(first, to), dayAt(first, from)) : times(minus(to, from), exactly(perMonth));
    return [
      {
        segment: begin.segment,
        source: segment.source,
        from,
        to,
        firstDay: firstDay(first, from),
        lastDay: lastDay(first, to),
        units: toDecimal(units),
        unit: daily || rule?.perMonth != null ? (rule?.unit ?? "month") : "month",
        krPerUnit: daily ? new Decimal(begin.dailyBefore) : toKr(begin.moneyBefore).div(perMonth),
        kr: level.reduce((sum, span) => sum.plus(oldWithin(span, first, 0, FAR)), new Decimal(0)),
        because: compare(to, piece.to) < 0 ? "level" : piece.because,
        rule,
      },
    ];
  });
}

/** Spans of one level with one amount, whatever is paid instead. */
function levelsOf(spans: readonly Span[]): Span[][] {
  const levels: Span[][] = [];
  for (const span of spans) {
    if (span.level < 0) continue;
    const previous = levels.at(-1)?.at(-1);
    const same =
      previous?.segment === span.segment &&
      previous.level === span.level &&
      toKr(previous.moneyBefore).eq(toKr(span.moneyBefore)) &&
      previous.dailyBefore === span.dailyBefore;
    if (same) levels.at(-1)?.push(span);
    else levels.push([span]);
  }
  return levels;
}
