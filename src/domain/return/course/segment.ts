// src/domain/return/course/segment.ts: one support of a course from where it begins to where the law, or the pension, ends it.
import type { Decimal, Money } from "../../money";
import type { Birth } from "../pensionAge";
import type { MonthIndex } from "../../period";
import type { BenefitRule, Benefits, EndReason } from "./benefitRule";
import { afterDate } from "./calendarDays";
import { afterUnits, levelsOf } from "./levels";
import type { Level } from "./levels";
import { ceil, compare, floor, minus, most } from "./months";
import type { Months } from "./months";
import { endOfAge, expiry } from "./ruleChoice";

/** A level of a support: months [from, to) with one amount. */
export interface Piece extends Level {
  readonly to: Months;
  readonly because: EndReason;
}

/** A support as the law lets it last. */
export interface Segment {
  /** Index of the source table. */
  readonly source: number;
  /** Null: the law's table has no rule for it. */
  readonly rule: BenefitRule | null;
  readonly from: Months;
  readonly to: Months;
  readonly because: EndReason;
  /** Without a gap, in order; empty where nothing is left of it. */
  readonly pieces: readonly Piece[];
}

/** Who it is for, and when. */
export interface Time {
  readonly first: MonthIndex;
  readonly birth: Birth;
  /** Months to the pension. */
  readonly pension: number;
  readonly benefits: Benefits;
}

export interface AskedSegment {
  readonly source: number;
  readonly rule: BenefitRule | null;
  readonly below: Decimal;
  readonly amount: Money;
  readonly start: Months;
  readonly used: Months;
  readonly typedAt: number;
  readonly amountMonth: MonthIndex;
  /** Stödets sista dag; null: none is given. */
  readonly lastDay: string | null;
  /** The typed monthly amount holds all the time. */
  readonly flat: boolean;
}

/** The first month that a rule allows at most, in months from the first avoided one, and why; null: no limit. */
export interface Limit {
  readonly at: Months;
  readonly because: EndReason;
}

const COUNTED: Readonly<Record<BenefitRule["unit"], EndReason>> = { day: "days", week: "weeks", month: "months" };

/** The earliest of the limits of a support that begins at `start` with `used` units gone. */
export function limitOf(
  rule: BenefitRule | null,
  time: Time,
  start: Months,
  used: Months,
  lastDay: string | null,
): Limit {
  const limits: Limit[] = [];
  if (rule !== null && rule.most !== null)
    limits.push({
      at: afterUnits(rule, time.first, start, minus(rule.most, used)),
      because: COUNTED[rule.unit],
    });
  if (lastDay !== null)
    limits.push({ at: afterDate(time.first, lastDay), because: rule?.end === "programme" ? "programme" : "decision" });
  if (rule?.lastAge != null) limits.push({ at: endOfAge(rule.lastAge, time.birth) - time.first, because: "age" });
  const ends = rule === null ? null : expiry(rule);
  if (ends !== null) limits.push({ at: ends - time.first, because: "rule-ends" });
  limits.push({ at: time.pension, because: "pension" });
  const earliest = limits.reduce((best, each) => (compare(each.at, best.at) < 0 ? each : best));
  return { at: most(earliest.at, start), because: earliest.because };
}

export function segmentOf(asked: AskedSegment, time: Time): Segment {
  const { source, rule, start, used, lastDay, flat, amount } = asked;
  const limit = limitOf(rule, time, start, used, lastDay);
  const levels: Level[] =
    rule === null || flat ? [{ from: start, money: amount, krPerDay: 0 }] : levelsOf({ ...asked, ...time, rule });
  const begun = levels.filter(({ from }) => compare(from, limit.at) < 0);
  const pieces = begun.map((level, at): Piece => {
    const next = begun[at + 1];
    return { ...level, to: next?.from ?? limit.at, because: next === undefined ? limit.because : "level" };
  });
  return { source, rule, from: start, to: limit.at, because: limit.because, pieces };
}

/** The segment up to a place that comes before its end, for a reason that is not its own. */
export function cutAt(segment: Segment, at: Months, because: EndReason): Segment {
  if (compare(segment.to, at) <= 0) return segment;
  const pieces = segment.pieces
    .filter(({ from }) => compare(from, at) < 0)
    .map((piece) => (compare(piece.to, at) >= 0 ? { ...piece, to: at, because } : piece));
  return { ...segment, to: at, because, pieces };
}

/** Day-based supports take the rest of a month that another ends inside; others begin with the next whole month. */
export function beginsAfter(rule: BenefitRule | null, end: Months): Months {
  return rule?.unit === "day" ? end : ceil(end);
}

/** The calendar month that a place is in. */
export function monthAt(first: MonthIndex, place: Months): MonthIndex {
  return first + floor(place);
}
