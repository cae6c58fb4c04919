// src/domain/return/participant.ts: one row of the participants table as whole months and exact amounts, ready to be summed.
// What cannot be used is set aside with a reason, never dropped.
import { sourceFinder } from "./incomeSource";
import type { IncomeSource } from "./incomeSource";
import { difference, toKr } from "../money";
import type { Decimal, Money, Ore } from "../money";
import { ACTIVITY_COMPENSATION_END_AGE, monthOfAge, pensionMonthOf } from "./pensionAge";
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
  /** `Därefter`: what follows activity compensation at 30; null: both effects stop there. */
  readonly then: Support | null;
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

export type SetAsideReason =
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
  | "no-avoided-months";

/** A row that is not in the calculation. `field` is the column it is about; `text` the value to show, null when nothing adds to the reason. */
export interface SetAside {
  /** Index into the participants given. */
  readonly index: number;
  readonly reason: SetAsideReason;
  readonly field: "lastMonth" | "before" | "after" | "remaining" | "then" | "birth" | "pensionAge" | "id";
  readonly text: string | null;
}

/** Months [from, to) counted from the participant's first avoided month, with constant amounts. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Index of the source table. */
  readonly before: number;
  readonly after: number;
  /** Per month, net of what remains of the old support; below 0 when more remains than there was. */
  readonly moneyBefore: Money;
  readonly moneyAfter: Money;
  /** The same in kr. */
  readonly amountBefore: Decimal;
  readonly amountAfter: Decimal;
}

/** Kronor are worked out when asked for: of a hundred thousand persons nobody asks. */
class MoneySpan implements Span {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly before: number,
    readonly after: number,
    readonly moneyBefore: Money,
    readonly moneyAfter: Money,
  ) {}

  get amountBefore(): Decimal {
    return toKr(this.moneyBefore);
  }

  get amountAfter(): Decimal {
    return toKr(this.moneyAfter);
  }
}

/** The span with another amount on one side. */
export function withAmount({ from, to, before, after, ...money }: Span, side: "before" | "after", amount: Money): Span {
  const [old, next] = side === "before" ? [amount, money.moneyAfter] : [money.moneyBefore, amount];
  return new MoneySpan(from, to, before, after, old, next);
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
  /** Avoided months: from the first to the pension, or to the month where both effects stop. At least 1. */
  readonly months: number;
  readonly spans: readonly Span[];
}

export interface ReadyParticipants {
  readonly ready: readonly ReadyParticipant[];
  readonly setAside: readonly SetAside[];
}

/** Younger or older in the first avoided month is a slip in the birth year. */
const YOUNGEST = 16;
const OLDEST = 75;
/** kr per month: no support comes near; a year's amount does. */
const LOOKS_YEARLY = 60_000;
const NO_MONEY = 0 as Ore;
/** Amounts finer than this many decimals of a krona are no amounts of money. */
export const FINEST_DECIMALS = 4;

interface Context {
  readonly sources: readonly IncomeSource[];
  readonly pensionAges: readonly PensionAge[];
}

interface Finding extends Context {
  readonly sourceIndex: (text: string) => number;
}

/** Checks each row and lays out its months. Order is kept; a participant twice is used once, the first time. */
export function readyParticipants(participants: readonly Participant[], context: Context): ReadyParticipants {
  const ready: ReadyParticipant[] = [];
  const setAside: SetAside[] = [];
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

function reject(index: number, reason: SetAsideReason, field: SetAside["field"], text: string | null = null): SetAside {
  return { index, reason, field, text };
}

function readyOne(
  index: number,
  participant: Participant,
  { sources, pensionAges, sourceIndex }: Finding,
): ReadyParticipant | SetAside {
  if (participant.droppedOut) return reject(index, "dropped-out", "lastMonth");
  if (participant.lastMonth === null) return reject(index, "ongoing", "lastMonth");
  if (participant.after === null) return reject(index, "no-outcome", "after");
  const wrong = wrongAmount(index, participant);
  if (wrong !== null) return wrong;
  const { birth, before, after, then } = participant;
  const found = {
    before: sourceIndex(before.source),
    after: sourceIndex(after.source),
    then: then === null ? null : sourceIndex(then.source),
  };
  if (found.before < 0) return reject(index, "unknown-source", "before", before.source);
  if (found.after < 0) return reject(index, "unknown-source", "after", after.source);
  if (found.then !== null && found.then < 0) return reject(index, "unknown-source", "then", then?.source ?? null);

  const first = participant.lastMonth + 1;
  const age = (first - monthOfAge(birth, 0)) / 12;
  if (age < YOUNGEST || age >= OLDEST) return reject(index, "implausible-age", "birth", String(birth.year));
  const pension = pensionMonthOf(birth, participant.pensionAge, pensionAges);
  if (pension === null) return reject(index, "pension-age-unknown", "birth", String(birth.year));
  const spans = spansOf(participant, found, sources, first, pension.month);
  const months = spans.at(-1)?.to ?? 0;
  if (months === 0) return reject(index, "no-avoided-months", "lastMonth");
  return { index, participant, first, pension, birthMonthAssumed: birth.month === null, months, spans };
}

function wrongAmount(index: number, { before, after, remaining, then }: Participant): SetAside | null {
  return (
    wrongMoney(index, "before", before.amount) ??
    wrongMoney(index, "after", after?.amount) ??
    wrongMoney(index, "remaining", remaining) ??
    wrongMoney(index, "then", then?.amount)
  );
}

function wrongMoney(index: number, field: SetAside["field"], amount: Money | null | undefined): SetAside | null {
  if (amount === null || amount === undefined) return null;
  if (typeof amount === "number" && amount >= 0 && amount < LOOKS_YEARLY * 100) return null;
  const kr = toKr(amount);
  if (kr.lt(0)) return reject(index, "negative-amount", field, kr.toString());
  if (kr.gte(LOOKS_YEARLY)) return reject(index, "amount-looks-yearly", field, kr.toString());
  return kr.decimalPlaces() > FINEST_DECIMALS ? reject(index, "amount-too-fine", field, kr.toString()) : null;
}

/**
 * The months until pension, split at 30 where activity compensation ends. `Därefter` takes the place of the side that ended; without it,
 * or when both sides were activity compensation, both effects stop there.
 */
function spansOf(
  { birth, before, after, remaining, then }: Participant,
  found: { before: number; after: number; then: number | null },
  sources: readonly IncomeSource[],
  first: MonthIndex,
  pensionMonth: MonthIndex,
): Span[] {
  const beforeEnds = sources[found.before]?.ends === "age-30";
  const afterEnds = sources[found.after]?.ends === "age-30";
  const months = Math.max(0, pensionMonth - first);
  const untilThirty = Math.max(0, monthOfAge(birth, ACTIVITY_COMPENSATION_END_AGE) - first);
  const split = beforeEnds || afterEnds ? Math.min(months, untilThirty) : months;
  const amounts = {
    before: remaining === null ? before.amount : difference(before.amount, remaining),
    after: after === null ? NO_MONEY : after.amount,
  };
  // Arrays written out whole: one that is pushed to has room for many more.
  const whole = split > 0 ? new MoneySpan(0, split, found.before, found.after, amounts.before, amounts.after) : null;
  if (split >= months || then === null || found.then === null || beforeEnds === afterEnds)
    return whole === null ? [] : [whole];
  const old = beforeEnds ? found.then : found.before;
  const next = afterEnds ? found.then : found.after;
  const kept = new MoneySpan(split, months, old, next, amounts.before, amounts.after);
  const rest = withAmount(kept, beforeEnds ? "before" : "after", then.amount);
  return whole === null ? [rest] : [whole, rest];
}
