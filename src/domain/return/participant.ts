// src/domain/return/participant.ts: one row of the participants table as whole months and exact amounts, ready to be summed.
// What cannot be used is set aside with a reason, never dropped.
import { type AskedCourse, courseOf, type Course, type CourseProblem, type Found, usedAtMost } from "./course/course";
import type { BenefitRule, Benefits, EndReason } from "./course/benefitRule";
import { ceil } from "./course/months";
import { spansOf, type Span } from "./course/spans";
import { sourceFinder } from "./incomeSource";
import type { IncomeSource } from "./incomeSource";
import { toKr } from "../money";
import type { Money } from "../money";
import { monthOfAge, pensionMonthOf } from "./pensionAge";
import type { Birth, PensionAge, PensionMonth } from "./pensionAge";
import type { MonthIndex } from "../period";

/** A support and what it is per month, kr or öre. */
export interface Support {
  readonly source: string;
  readonly amount: Money;
}

export interface Participant {
  /** Pseudonymous. */
  readonly id: string;
  readonly birth: Birth;
  /** The last month with the old support; null: it has not ended (ongoing, or dropped out). */
  readonly lastMonth: MonthIndex | null;
  readonly before: Support;
  /** Null: not known yet. */
  readonly after: Support | null;
  /** What is still paid of the old support, per month; null: nothing. */
  readonly remaining: Money | null;
  /** `Därefter`: what follows the old support where the law ends it; null: the comparison stops there. */
  readonly followOn: Support | null;
  /** Which support `followOn` follows where both may end; left out: as the course says, or it is a question. */
  readonly followOnOf?: "before" | "after";
  /** `Förbrukat av stödet`: how much of the support before is used up by the last month, in its rule's unit (days, weeks, months), at least 0; null: not said. */
  readonly usedUnits: number | null;
  /** `Ersättningsperiod` as written: `300`, `300/60`, or the name of a rule; null: not said. */
  readonly benefitPeriod: string | null;
  /** `Stödets sista dag`: the last day that the law or a decision allows the support before, `YYYY-MM-DD`; null: not said. */
  readonly supportLastDay: string | null;
  /** `Försörjning efter 2`: paid beside `after`; null: nothing. */
  readonly after2: Support | null;
  /** `Regel efter` as written: the variant of the support after; null: not said. */
  readonly afterRule: string | null;
  readonly household: string | null;
  readonly municipality: string | null;
  /** Years; overrides the table. */
  readonly pensionAge: number | null;
  readonly droppedOut: boolean;
}

export type UnusedReason =
  | "ongoing"
  | "dropped-out"
  | "no-outcome"
  | "duplicate-participant"
  | "unknown-source"
  | "negative-amount"
  | "amount-looks-yearly"
  | "amount-too-fine"
  | "implausible-age"
  | "pension-age-unknown"
  | "no-avoided-months"
  | "support-used-up"
  | CourseProblem["reason"];

/** A row that is not in the calculation. `field` is the column it is about; `text` the value to show, null when nothing adds to the reason. */
export interface UnusedParticipant {
  /** Index into the participants given. */
  readonly index: number;
  readonly reason: UnusedReason;
  readonly field: "lastMonth" | "remaining" | "birth" | "pensionAge" | "id" | CourseProblem["field"];
  readonly text: string | null;
  /** The law's rule that it is about; left out: none. */
  readonly rule?: BenefitRule | null;
}

export interface ReadyParticipant {
  /** Index into the participants given. */
  readonly index: number;
  readonly participant: Participant;
  /** The first avoided month: the one after the last with the old support. */
  readonly first: MonthIndex;
  readonly pension: PensionMonth;
  /** Only the birth year is known: 1 July was assumed. */
  readonly birthMonthAssumed: boolean;
  /** Calendar months that the comparison touches: from the first to the pension, or to where it stops. At least 1. */
  readonly months: number;
  readonly course: Course;
  readonly spans: readonly Span[];
  /** The spans where all that matters of the own support were used; null: it is known what is used, or does not matter. */
  readonly noneLeft: readonly Span[] | null;
}

export interface ReadyParticipants {
  readonly ready: readonly ReadyParticipant[];
  readonly setAside: readonly UnusedParticipant[];
}

/** Younger or older in the first avoided month is a slip in the birth year. */
const YOUNGEST = 16;
const OLDEST = 75;
/** kr per month: no support comes near; a year's amount does. */
const LOOKS_YEARLY = 60_000;
/** Amounts finer than this many decimals of a krona are no amounts of money. */
export const FINEST_DECIMALS = 4;

/** The column that says that nothing is left of the own support; left out: the used units. */
const USED_UP: Readonly<Partial<Record<EndReason, UnusedParticipant["field"]>>> = {
  age: "birth",
  "rule-ends": "before",
  programme: "supportLastDay",
  decision: "supportLastDay",
};

interface Context {
  readonly sources: readonly IncomeSource[];
  readonly pensionAges: readonly PensionAge[];
  readonly benefits: Benefits;
  /** As the reports count: typed amounts hold where the law sets a support no end. Left out: they follow the law's levels. */
  readonly asReported?: boolean;
}

interface Finding extends Context {
  readonly sourceIndex: (text: string) => number;
}

/** Checks each row and lays out its course. Order is kept; a participant twice is used once, the first time. */
export function readyParticipants(participants: readonly Participant[], context: Context): ReadyParticipants {
  const ready: ReadyParticipant[] = [];
  const setAside: UnusedParticipant[] = [];
  const seen = new Set<string>();
  const finding = { ...context, sourceIndex: sourceFinder(context.sources) };
  participants.forEach((participant, index) => {
    const before = seen.size;
    seen.add(participant.id);
    const outcome =
      seen.size === before
        ? reject(index, "duplicate-participant", "id", participant.id)
        : readyOne(index, participant, finding);
    if ("reason" in outcome) setAside.push(outcome);
    else ready.push(outcome);
  });
  return { ready, setAside };
}

function reject(
  index: number,
  reason: UnusedReason,
  field: UnusedParticipant["field"],
  text: string | null = null,
): UnusedParticipant {
  return { index, reason, field, text };
}

function readyOne(index: number, participant: Participant, finding: Finding): ReadyParticipant | UnusedParticipant {
  if (participant.droppedOut) return reject(index, "dropped-out", "lastMonth");
  if (participant.lastMonth === null) return reject(index, "ongoing", "lastMonth");
  if (participant.after === null) return reject(index, "no-outcome", "after");
  const wrong = wrongAmount(index, participant);
  if (wrong !== null) return wrong;
  const found = foundSources(index, participant, finding.sourceIndex);
  if ("reason" in found) return found;
  const { birth } = participant;
  const first = participant.lastMonth + 1;
  const age = (first - monthOfAge(birth, 0)) / 12;
  if (age < YOUNGEST || age >= OLDEST) return reject(index, "implausible-age", "birth", String(birth.year));
  const pension = pensionMonthOf(birth, participant.pensionAge, finding.pensionAges);
  if (pension === null) return reject(index, "pension-age-unknown", "birth", String(birth.year));
  if (pension.month <= first) return reject(index, "no-avoided-months", "lastMonth");
  const { sources, benefits, asReported = false } = finding;
  const asked = { participant, sources, found, asReported, first, birth, pension: pension.month - first, benefits };
  const course = courseOf(asked);
  if ("reason" in course) return { index, ...course };
  const months = ceil(course.to);
  const own = course.segments[0]?.rule ?? null;
  // Of activity compensation the age is what ends it, which is said as such.
  const usedUp = own !== null && own.guarantee.length === 0 && course.because === "no-successor-stated";
  if (months === 0)
    return {
      ...(usedUp
        ? reject(index, "support-used-up", USED_UP[course.segments[0]?.because ?? "days"] ?? "used")
        : reject(index, "no-avoided-months", "lastMonth")),
      rule: own,
    };
  const spans = spansOf(course, found.after, participant.remaining);
  const noneLeft = noneLeftOf(asked, course);
  return {
    index,
    participant,
    first,
    pension,
    birthMonthAssumed: birth.month === null,
    months,
    course,
    spans,
    noneLeft,
  };
}

/** The course of somebody who has used all that matters, where nobody knows how much is used. */
function noneLeftOf(asked: AskedCourse, { segments: [own] }: Course): readonly Span[] | null {
  const { participant, found } = asked;
  const most = own?.rule == null || participant.usedUnits !== null ? null : usedAtMost(own.rule);
  if (most === null) return null;
  const course = courseOf({ ...asked, used: most });
  return "reason" in course ? null : spansOf(course, found.after, participant.remaining);
}

/** Where the supports stand in the table of sources, or which of them does not. */
export function foundSources(
  index: number,
  { before, after, followOn, after2 }: Participant,
  sourceIndex: (text: string) => number,
): Found | UnusedParticipant {
  const at = (support: Support | null): number | null => (support === null ? null : sourceIndex(support.source));
  const found = {
    before: sourceIndex(before.source),
    after: at(after) ?? -1,
    followOn: at(followOn),
    after2: at(after2),
  };
  const unknown = (field: "before" | "after" | "followOn" | "after2", support: Support | null): UnusedParticipant =>
    reject(index, "unknown-source", field, support?.source ?? null);
  if (found.before < 0) return unknown("before", before);
  if (found.after < 0) return unknown("after", after);
  if (found.followOn !== null && found.followOn < 0) return unknown("followOn", followOn);
  if (found.after2 !== null && found.after2 < 0) return unknown("after2", after2);
  return found;
}

function wrongAmount(
  index: number,
  { before, after, after2, remaining, followOn }: Participant,
): UnusedParticipant | null {
  return (
    wrongMoney(index, "before", before.amount) ??
    wrongMoney(index, "after", after?.amount) ??
    wrongMoney(index, "after2", after2?.amount) ??
    wrongMoney(index, "remaining", remaining) ??
    wrongMoney(index, "followOn", followOn?.amount)
  );
}

function wrongMoney(
  index: number,
  field: UnusedParticipant["field"],
  amount: Money | null | undefined,
): UnusedParticipant | null {
  if (amount === null || amount === undefined) return null;
  if (typeof amount === "number" && amount >= 0 && amount < LOOKS_YEARLY * 100) return null;
  const kr = toKr(amount);
  if (kr.lt(0)) return reject(index, "negative-amount", field, kr.toString());
  if (kr.gte(LOOKS_YEARLY)) return reject(index, "amount-looks-yearly", field, kr.toString());
  return kr.decimalPlaces() > FINEST_DECIMALS ? reject(index, "amount-too-fine", field, kr.toString()) : null;
}
