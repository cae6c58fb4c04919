// src/domain/return/course/course.ts: the course of one participant: the old support to its end, what is stated to follow, and the cost after beside it.
// The comparison ends with the course, at the pension, or where a support after ends that nobody has said what follows (method.md §3a).
import { lookupKey } from "../../lookupKey";
import { Decimal, ZERO } from "../../money";
import type { Money, Ore } from "../../money";
import type { IncomeSource } from "../incomeSource";
import type { Participant, Support } from "../participant";
import { monthOfAge } from "../pensionAge";
import type { BenefitRule, EndReason } from "./benefitRule";
import { compare, exactly, floor, least, minus, most, plus, times } from "./months";
import type { Months } from "./months";
import { beginning, outsideAge, ruleFor, expiry, isBasicAmount } from "./ruleChoice";
import type { ChosenRule } from "./ruleChoice";
import { beginsAfter, cutAt, limitOf, monthAt, segmentOf } from "./segment";
import type { Segment, Time } from "./segment";

/** Money of a support after the exit in months [from, to). */
export interface AfterPiece {
  readonly source: number;
  readonly from: Months;
  readonly to: Months;
  readonly money: Money;
  /** Försörjning efter 2: paid beside the other. */
  readonly beside: boolean;
}

export type CourseEnd = "no-successor-stated" | "support-after-ended" | "pension";

export interface Course {
  readonly segments: readonly Segment[];
  readonly after: readonly AfterPiece[];
  /** Where the comparison ends. */
  readonly to: Months;
  readonly because: CourseEnd;
  /** The law sets the own support no end. */
  readonly noLegalEnd: boolean;
  /** Said, one each: what nobody stated and the course rests on. */
  readonly remarks: readonly CourseRemark[];
}

/** `what`: the rule's name, or the support's. */
export interface CourseRemark {
  readonly code:
    | "variant-assumed"
    | "used-unknown"
    | "level-assumed"
    | "earlier-rule"
    | "rule-ends"
    | "no-successor"
    | "cost-goes-on"
    | "follow-on-unused"
    | "after-thirty";
  readonly rule: BenefitRule | null;
  readonly source: number;
}

/** Why a course cannot be laid: the column it is about, and what to show. */
export interface CourseProblem {
  readonly reason:
    | "used-above-limit"
    | "used-not-usable"
    | "unknown-variant"
    | "successor-same-support"
    | "successor-of-both"
    | "successor-basic-or-income"
    | "programme-without-last-day"
    | "unemployment-before-new-law"
    | "rule-expired"
    | "age-outside-rule";
  readonly field: "before" | "after" | "after2" | "followOn" | "used" | "period" | "afterRule" | "supportLastDay";
  readonly text: string;
  /** The rule it is about; null: none is found. */
  readonly rule: BenefitRule | null;
}

export interface AskedCourse extends Time {
  readonly participant: Participant;
  readonly sources: readonly IncomeSource[];
  readonly found: Found;
  /** As the reports count: the own support keeps the typed amount where the law sets it no end. */
  readonly asReported: boolean;
  /** Units used, where the participant's own are not to be taken. */
  readonly used?: number;
}

/** Indices of the source table; −1 or null where there is none. */
export interface Found {
  readonly before: number;
  readonly after: number;
  readonly followOn: number | null;
  readonly after2: number | null;
}

const NO_MONEY = 0 as Ore;
/** Lag 2024:506 applies to a-kassa decided from 2025-10-01; before that lag 1997:238, whose days are not these. */
const NEW_UNEMPLOYMENT_LAW = 2025 * 12 + 9;
const THIRTY = 30;
/** Finer parts of a unit are no count. */
const USED_DECIMALS = 2;

class Laying {
  readonly remarks: CourseRemark[] = [];

  constructor(readonly asked: AskedCourse) {}

  /** The rule of a support, or what is wrong with it. `at`: where it begins, in months from the first avoided one. */
  rule(
    support: Support,
    source: number,
    field: CourseProblem["field"],
    variant: string | null,
    at: number,
  ): ChosenRule | CourseProblem | null {
    const { sources, birth, first, benefits } = this.asked;
    const month = first + at;
    const name = sources[source]?.name ?? "";
    const reading = ruleFor(
      { text: support.source, source: name, variant, amount: support.amount, birth, month },
      benefits,
    );
    if (reading === "unknown-variant")
      return { reason: reading, field: field === "before" ? "period" : "afterRule", text: variant ?? "", rule: null };
    if (reading === null) return null;
    const { rule, assumed } = reading;
    if (outsideAge(rule, birth, month)) return { reason: "age-outside-rule", field, text: ruleName(rule), rule };
    const ends = expiry(rule);
    if (ends !== null && month >= ends) return { reason: "rule-expired", field, text: ruleName(rule), rule };
    if (assumed) this.say("variant-assumed", rule, source);
    if (month < beginning(rule) && !rule.isNew && decides(rule)) this.say("earlier-rule", rule, source);
    return reading;
  }

  say(code: CourseRemark["code"], rule: BenefitRule | null, source: number): void {
    if (!this.remarks.some((each) => each.code === code && each.source === source && each.rule === rule))
      this.remarks.push({ code, rule, source });
  }
}

/** A flat support to the pension is the same whichever year's rule it follows. */
function decides({ most: limit, levels, guarantee, lastAge }: BenefitRule): boolean {
  return limit !== null || levels.length > 0 || guarantee.length > 0 || lastAge !== null;
}

/** The first name of a rule. */
export function ruleName(rule: BenefitRule): string {
  return rule.names[0] ?? rule.id;
}

export function isProblem(value: ChosenRule | CourseProblem | null): value is CourseProblem {
  return value !== null && "reason" in value;
}

/** Lays the course. Amounts are not yet net of what remains of the old support, nor of the household. */
export function courseOf(asked: AskedCourse): Course | CourseProblem {
  const laying = new Laying(asked);
  const own = ownSegment(laying);
  if ("reason" in own) return own;
  const after = afterSupports(laying, own);
  if ("reason" in after) return after;
  const successor = successorOf(laying, own, after.takesFollowOn);
  if (successor !== null && "reason" in successor) return successor;
  return assembled(laying, own, successor, after);
}

function ownSegment(laying: Laying): Segment | CourseProblem {
  const { participant, found, asReported, first } = laying.asked;
  const { before, benefitPeriod, supportLastDay } = participant;
  const chosen = laying.rule(before, found.before, "before", benefitPeriod, -1);
  if (isProblem(chosen)) return chosen;
  const rule = chosen?.rule ?? null;
  const used = usedUnits(laying, rule);
  if (typeof used !== "number") return used;
  if (rule?.end === "programme" && !rule.openEnded && supportLastDay === null)
    return { reason: "programme-without-last-day", field: "supportLastDay", text: ruleName(rule), rule };
  if (rule?.source === "A-kassa" && benefitPeriod?.includes("/") !== true)
    laying.say("level-assumed", rule, found.before);
  const units = exactly(new Decimal(used));
  const own = segmentOf(
    {
      source: found.before,
      rule,
      below: chosen?.below ?? ZERO,
      amount: before.amount,
      start: 0,
      used: units,
      typedAt: Math.max(1, Math.ceil(used)),
      amountMonth: first - 1,
      lastDay: supportLastDay,
      flat: asReported && (rule === null || rule.openEnded),
    },
    laying.asked,
  );
  if (own.because === "rule-ends") laying.say("rule-ends", rule, found.before);
  return own;
}

/** Units that the participant has used; where nobody knows, none, which is said. */
function usedUnits(laying: Laying, rule: BenefitRule | null): number | CourseProblem {
  const { participant, first, found, used: instead } = laying.asked;
  const { usedUnits: stated } = participant;
  if (instead !== undefined) return instead;
  if (stated === null) {
    if (rule?.source === "A-kassa" && first <= NEW_UNEMPLOYMENT_LAW)
      return { reason: "unemployment-before-new-law", field: "used", text: ruleName(rule), rule };
    if (rule !== null && rule.needsUsed && usedAtMost(rule) !== null) laying.say("used-unknown", rule, found.before);
    return 0;
  }
  const decimals = new Decimal(stated).decimalPlaces();
  if (stated < 0 || decimals > USED_DECIMALS)
    return { reason: "used-not-usable", field: "used", text: String(stated), rule };
  if (rule !== null && rule.most !== null && stated > rule.most)
    return { reason: "used-above-limit", field: "used", text: String(stated), rule };
  return stated;
}

/** The units with which nothing more of a support, or of its highest level, is left; null where no count matters. */
export function usedAtMost({ most: limit, levels, fall, needsUsed }: BenefitRule): number | null {
  if (!needsUsed) return null;
  const last = levels.at(-1);
  return limit ?? (fall !== null || last === undefined ? null : last.from - 1);
}

interface AfterSupport {
  readonly source: number;
  readonly money: Money;
  readonly from: Months;
  /** Where its cost ends, and why. */
  readonly to: Months;
  readonly because: EndReason;
  readonly beside: boolean;
}

interface AfterSide {
  readonly supports: readonly AfterSupport[];
  /** Where the comparison ends at the latest, because a support after the exit ends. */
  readonly ends: Months;
  /** Därefter is what follows activity compensation after the exit. */
  readonly takesFollowOn: boolean;
}

function afterSupports(laying: Laying, own: Segment): AfterSide | CourseProblem {
  const { participant, found, pension, birth, first } = laying.asked;
  const { after, after2, afterRule, followOn, followOnOf } = participant;
  if (after === null) return { supports: [], ends: pension, takesFollowOn: false };
  const main = afterSupport(laying, after, found.after, afterRule, false);
  if ("reason" in main) return main;
  const second =
    after2 === null || found.after2 === null ? null : afterSupport(laying, after2, found.after2, null, true);
  if (second !== null && "reason" in second) return second;
  const thirty = monthOfAge(birth, THIRTY) - first;
  const activity = main.rule?.guarantee.length !== undefined && main.rule.guarantee.length > 0;
  if (activity && thirty <= 0) return { supports: [], ends: 0, takesFollowOn: false };
  const ownEnds = compare(own.to, pension) < 0;
  if (activity && ownEnds && followOn !== null && thirty < pension && followOnOf === undefined)
    return { reason: "successor-of-both", field: "followOn", text: followOn.source, rule: own.rule };
  const others = second === null ? [] : [second];
  const followsBefore = followOn === null || followOnOf === "before";
  if (activity && !followsBefore && found.followOn !== null && thirty < pension) {
    const chosen = laying.rule(followOn, found.followOn, "followOn", null, thirty);
    if (isProblem(chosen)) return chosen;
    const next = placed(laying, chosen, followOn, found.followOn, thirty, false);
    return {
      supports: [
        { ...main.support, to: thirty, because: "age" },
        next.support,
        ...others.map(({ support }) => support),
      ],
      ends: [next, ...others].reduce<Months>((end, each) => least(end, each.ends), pension),
      takesFollowOn: true,
    };
  }
  if (activity && thirty < pension && followsBefore) laying.say("after-thirty", main.rule, found.after);
  const all = [main, ...others];
  return {
    supports: all.map(({ support }) => support),
    ends: all.reduce<Months>((end, each) => least(end, each.ends), pension),
    takesFollowOn: false,
  };
}

interface PlacedSupport {
  readonly support: AfterSupport;
  readonly rule: BenefitRule | null;
  /** Where it ends the comparison; the pension where its end costs nothing. */
  readonly ends: Months;
}

function afterSupport(
  laying: Laying,
  support: Support,
  source: number,
  variant: string | null,
  beside: boolean,
): PlacedSupport | CourseProblem {
  const chosen = laying.rule(support, source, beside ? "after2" : "after", variant, 0);
  if (isProblem(chosen)) return chosen;
  return placed(laying, chosen, support, source, 0, beside);
}

/** A support after the exit keeps its amount to its own limit; none of it is used when it begins. */
function placed(
  laying: Laying,
  chosen: ChosenRule | null,
  { amount }: Support,
  source: number,
  start: Months,
  beside: boolean,
): PlacedSupport {
  const { pension, first } = laying.asked;
  const rule = chosen?.rule ?? null;
  const from = rule?.isNew === true ? most(start, beginning(rule) - first) : start;
  const limit = limitOf(rule, laying.asked, from, 0, null);
  if (limit.because === "rule-ends") laying.say("rule-ends", rule, source);
  const endsComparison = rule !== null && !rule.subsidy;
  return {
    support: { source, money: amount, from, to: limit.at, because: limit.because, beside },
    rule,
    ends: endsComparison ? limit.at : pension,
  };
}

function successorOf(laying: Laying, own: Segment, taken: boolean): Segment | CourseProblem | null {
  const { participant, found, pension, first, benefits } = laying.asked;
  const { followOn } = participant;
  if (followOn === null || found.followOn === null || taken) return null;
  if (compare(own.to, pension) >= 0) {
    laying.say("follow-on-unused", own.rule, found.followOn);
    return null;
  }
  // Its rule is asked for in the month that it would begin, which for a month-based one is the next whole month.
  const early = laying.rule(followOn, found.followOn, "followOn", null, floor(own.to));
  if (isProblem(early)) return early;
  const rule = early?.rule ?? null;
  if (rule !== null && own.rule !== null ? rule.id === own.rule.id : found.followOn === found.before)
    return { reason: "successor-same-support", field: "followOn", text: followOn.source, rule: own.rule };
  const start = beginsAfter(rule, own.to);
  if (compare(start, pension) >= 0) return null;
  const continues = own.rule?.source === "A-kassa" && rule?.fall != null;
  if (
    own.rule?.source === "A-kassa" &&
    lookupKey(followOn.source) === lookupKey(rule?.source ?? "") &&
    rule?.source === "Aktivitetsstöd" &&
    isBasicAmount(followOn.amount, monthAt(first, start), benefits)
  )
    return { reason: "successor-basic-or-income", field: "followOn", text: followOn.source, rule: own.rule };
  const used = continues ? plus(usedOf(laying), unitsIn(own, own.to)) : 0;
  const segment = segmentOf(
    {
      source: found.followOn,
      rule,
      below: continues ? belowOf(laying) : (early?.below ?? ZERO),
      amount: followOn.amount,
      start,
      used,
      typedAt: floor(used) + 1,
      amountMonth: monthAt(first, start),
      lastDay: null,
      flat: false,
    },
    laying.asked,
  );
  if (segment.because === "rule-ends") laying.say("rule-ends", rule, found.followOn);
  return segment;
}

function usedOf({ asked }: Laying): Months {
  return exactly(new Decimal(asked.used ?? asked.participant.usedUnits ?? 0));
}

/** Units of a five-day support up to a place. */
function unitsIn({ rule, from }: Segment, to: Months): Months {
  return rule?.perMonth == null ? 0 : times(minus(to, from), exactly(rule.perMonth));
}

function belowOf({ asked }: Laying): Decimal {
  const { participant, birth, first, benefits, sources, found } = asked;
  const reading = ruleFor(
    {
      text: participant.before.source,
      source: sources[found.before]?.name ?? "",
      variant: participant.benefitPeriod,
      amount: participant.before.amount,
      birth,
      month: first - 1,
    },
    benefits,
  );
  return reading === null || reading === "unknown-variant" ? ZERO : reading.below;
}

function assembled(laying: Laying, own: Segment, successor: Segment | null, after: AfterSide): Course {
  const { pension, found } = laying.asked;
  const last = successor ?? own;
  const to = least(last.to, after.ends);
  const cut = compare(to, last.to) < 0;
  const because: CourseEnd = cut
    ? "support-after-ended"
    : compare(to, pension) >= 0
      ? "pension"
      : "no-successor-stated";
  const reason = cut ? afterReason(after) : last.because;
  if (because === "no-successor-stated" && own.rule !== null && successor === null)
    laying.say("no-successor", own.rule, found.before);
  if (
    compare(to, pension) < 0 &&
    after.supports.some(({ money, to: end }) => money !== NO_MONEY && compare(end, to) > 0)
  )
    laying.say("cost-goes-on", null, found.after);
  const segments = [own, ...(successor === null ? [] : [successor])]
    .filter(({ from }, at) => at === 0 || compare(from, to) < 0)
    .map((segment) => cutAt(segment, to, reason));
  return {
    segments,
    after: after.supports.flatMap((support) => afterPieces(support, to)),
    to,
    because,
    noLegalEnd: own.rule === null || own.rule.openEnded,
    remarks: laying.remarks,
  };
}

/** Why the support after the exit ends that ends the comparison. */
function afterReason({ supports, ends }: AfterSide): EndReason {
  return supports.find(({ to }) => compare(to, ends) === 0)?.because ?? "age";
}

/** The support at its amount, and at 0 where it does not cost anything up to the end of the comparison. */
function afterPieces({ source, money, from, to: ends, beside }: AfterSupport, to: Months): AfterPiece[] {
  const end = least(ends, to);
  const piece = (start: Months, stop: Months, amount: Money): AfterPiece[] =>
    compare(start, stop) < 0 ? [{ source, from: start, to: stop, money: amount, beside }] : [];
  return piece(from, end, money);
}
