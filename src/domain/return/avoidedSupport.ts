// src/domain/return/avoidedSupport.ts: reduced support until the pension age, per person and per group, plain and adjusted (method.md §4).
// Plain: months · amount, as the published reports count. Adjusted: with the scenario's year factors.
import { Decimal, sum, toKr, ZERO } from "../money";
import { flowsIn, yearsIn } from "./agencyReturn";
import type { Horizon, ReturnBasis } from "./agencyReturn";
import { ceil, floor, minus, toDecimal } from "./course/months";
import { oldWithin, type Span } from "./course/spans";
import type { ReadyParticipant } from "./participant";
import type { Flows } from "./payback";
import { ACTIVITY_COMPENSATION_END_AGE, monthOfAge } from "./pensionAge";
import type { PensionMonth } from "./pensionAge";
import type { MonthIndex } from "../period";
import type { Scenario } from "./assumptions";
import { krOfUnits } from "./supportFlow";
import { YEARS } from "./yearFactors";
import type { PairFactors } from "./yearFactors";

/** kr; what is not paid of the old support. */
export interface Avoided {
  readonly months: number;
  readonly plain: Decimal;
  readonly adjusted: Decimal;
  /** The part of `adjusted` after the fifth year. */
  readonly beyondYear5: Decimal;
  /** Plain, of the own support alone and of all within the horizon: see Views. */
  readonly ownSupport: Decimal;
  readonly withSuccessors: Decimal;
}

export interface ReportWay {
  readonly total: Decimal;
  readonly byParticipant: readonly { readonly id: string; readonly months: number; readonly kr: Decimal }[];
}

export interface AvoidedOptions {
  /** Which horizon the views reach to; 5 years to begin with. */
  readonly horizon?: Horizon;
  /** With the reports' own way beside. */
  readonly reportWay?: boolean;
}

export interface View {
  readonly kr: Decimal;
  readonly adjusted: Decimal;
}

/** The three figures that stand side by side; the last is never shown alone. */
export interface Views {
  /** The rest of the own support, as far as the law lets it last; where the law sets it no end: within the horizon. */
  readonly ownSupport: View;
  /** With what is stated to follow, within the horizon. */
  readonly withSuccessors: View;
  /** With what is stated to follow, until the pension. */
  readonly untilPension: View;
}

/** One person: not for the board. */
export interface AvoidedByPerson extends Avoided {
  readonly id: string;
  /** Index into the participants given. */
  readonly index: number;
  readonly first: MonthIndex;
  readonly pension: PensionMonth;
  readonly birthMonthAssumed: boolean;
  /** The name of the source after, as the table of sources has it. */
  readonly outcome: string;
  /** The name of the own support. */
  readonly source: string;
  readonly views: Views;
  /** Plain kr where nothing more of the own support were left, or none of its highest level; null: the used time is known, or does not matter. */
  readonly noneLeft: Decimal | null;
}

export interface AvoidedGroup extends Avoided {
  readonly name: string;
  readonly persons: number;
}

export interface AvoidedSupport {
  readonly byParticipant: readonly AvoidedByPerson[];
  /** By source after, in the order of the rows. */
  readonly byOutcome: readonly AvoidedGroup[];
  /**
   * By who pays: each support of a course by its own payers. Persons are counted with each payer that has a share of any of it, and months with
   * each that has a share of the support of that time.
   */
  readonly byAgency: readonly AvoidedGroup[];
  /** Adjusted, by person-year k. */
  readonly byYear: readonly Decimal[];
  readonly total: Avoided;
  /** Which horizon the views reach to. */
  readonly horizon: Horizon;
  readonly views: Views;
  /** The published reports' own way: every support at its typed amount to the pension. Null: not asked for; never shown alone. */
  readonly asReported: ReportWay | null;
  /** By own support, in the order of the rows. */
  readonly bySource: readonly { readonly name: string; readonly persons: number; readonly views: Views }[];
}

/** Worth of 1 kr per month of one pair of supports in the months before t, by t. Built once per pair, then looked up. */
type Annuity = readonly Decimal[];

/** Avoided support of everybody in the calculation. Household support that is counted with another person is 0 here. */
export function avoidedSupportOf(
  scenario: Scenario,
  basis: ReturnBasis,
  { horizon = "5", reportWay = false }: AvoidedOptions = {},
): AvoidedSupport {
  const { ready, payers, input } = basis;
  const flows = flowsIn(scenario, basis);
  const annuities = new Map<string, Annuity>();
  const annuity = (before: number, after: number, first: MonthIndex): Annuity => {
    const later = flows.laterOf(first);
    const key = `${before * input.sources.length + after}:${later}`;
    const known = annuities.get(key) ?? annuityOf(flows.factors.pair(before, after, later));
    annuities.set(key, known);
    return known;
  };
  const counted = ready.map((person) => countedPerson(person, annuity, input.sources, 12 * yearsIn(horizon)));
  const byParticipant = counted.map(({ person }) => person);
  const people = groupsOf(byParticipant, (_, each) => [{ name: each.outcome, share: ONE }]);
  const agencies = agenciesOf(counted, (at, source) => {
    const paid = payers.shares[payers.municipalityIndex(ready[at]!.participant.municipality)]![source]!;
    return paid.map(({ party, share }) => ({ name: payers.parties[party]!.agency.name, share }));
  });
  const [total] = groupsOf(byParticipant, () => [{ name: "", share: ONE }]);
  const nothing = { months: 0, ...nothingSummed() };
  const sources = [...new Set(byParticipant.map(({ source }) => source))];
  return {
    byParticipant,
    byOutcome: people,
    byAgency: agencies,
    byYear: yearsOf(flows),
    total: total ?? nothing,
    horizon,
    views: viewsTogether(byParticipant),
    asReported: reportWay ? reportWayOf(basis) : null,
    bySource: sources.map((name) => {
      const own = byParticipant.filter(({ source }) => source === name);
      return { name, persons: own.length, views: viewsTogether(own) };
    }),
  };
}

/** Typed amount less what remains, times the months to the pension, or to 30 where activity compensation ends; nothing follows. */
function reportWayOf({ ready, input: { sources } }: ReturnBasis): ReportWay {
  const byParticipant = ready.map(({ participant, first, pension, spans }) => {
    const { id, birth, before, remaining } = participant;
    const ends = [spans[0]?.before, spans[0]?.after].some((source) => sources[source ?? -1]?.ends === "age-30");
    const thirty = monthOfAge(birth, ACTIVITY_COMPENSATION_END_AGE) - first;
    const months = Math.max(0, ends ? Math.min(pension.month - first, thirty) : pension.month - first);
    const kr = toKr(before.amount).minus(remaining === null ? ZERO : toKr(remaining));
    return { id, months, kr: kr.times(months) };
  });
  return { total: sum(byParticipant.map(({ kr }) => kr)), byParticipant };
}

function viewsTogether(persons: readonly { readonly views: Views }[]): Views {
  const of = (key: keyof Views): View => ({
    kr: sum(persons.map(({ views }) => views[key].kr)),
    adjusted: sum(persons.map(({ views }) => views[key].adjusted)),
  });
  return { ownSupport: of("ownSupport"), withSuccessors: of("withSuccessors"), untilPension: of("untilPension") };
}

const ONE = new Decimal(1);

function annuityOf({ old }: PairFactors): Annuity {
  const worth = [ZERO];
  for (const perMonth of old) {
    for (let month = 0; month < 12; month += 1) worth.push(worth.at(-1)!.plus(perMonth));
  }
  return worth;
}

const FIVE_YEARS = 60;
const ALWAYS = 12 * YEARS;

/** A person, and what falls on each support of the course. */
interface CountedPerson {
  readonly person: AvoidedByPerson;
  readonly bySupport: readonly PaidPart[];
}

/** Of one support. Months: to where the next one begins. */
interface PaidPart extends Omit<Avoided, "months"> {
  readonly source: number;
  readonly months: Decimal;
}

function countedPerson(
  person: ReadyParticipant,
  annuity: (before: number, after: number, first: MonthIndex) => Annuity,
  sources: ReturnBasis["input"]["sources"],
  horizonMonths: number,
): CountedPerson {
  const { index, participant, first, pension, birthMonthAssumed, months, spans, course, noneLeft } = person;
  const within = (end: number, segment: number | null): View => {
    let [kr, adjusted] = [ZERO, ZERO];
    for (const span of spans) {
      if (span.level < 0 || (segment !== null && span.segment !== segment)) continue;
      const part = worthWithin(span, first, end, annuity(span.before, span.after, first));
      kr = kr.plus(part.kr);
      adjusted = adjusted.plus(part.adjusted);
    }
    return { kr, adjusted };
  };
  const views = (segment: number | null) => {
    const [all, five] = [within(ALWAYS, segment), within(FIVE_YEARS, segment)];
    const near = horizonMonths >= ALWAYS ? all : horizonMonths === FIVE_YEARS ? five : within(horizonMonths, segment);
    return { all, five, near };
  };
  const { all, five, near: withSuccessors } = views(null);
  const bySegment =
    course.segments.length === 1 ? [{ all, five, near: withSuccessors }] : course.segments.map((_, at) => views(at));
  const own = bySegment[0]!;
  const ownSupport = course.noLegalEnd ? own.near : own.all;
  const bySupport = bySegment.map((worth, at): PaidPart => ({
    source: course.segments[at]!.source,
    months: toDecimal(minus(course.segments[at + 1]?.from ?? course.to, course.segments[at]!.from)),
    plain: worth.all.kr,
    adjusted: worth.all.adjusted,
    beyondYear5: worth.all.adjusted.minus(worth.five.adjusted),
    ownSupport: at === 0 ? ownSupport.kr : ZERO,
    withSuccessors: worth.near.kr,
  }));
  const counted: AvoidedByPerson = {
    id: participant.id,
    index,
    first,
    pension,
    birthMonthAssumed,
    outcome: sources[spans[0]!.after]!.name,
    source: sources[course.segments[0]!.source]!.name,
    months,
    plain: all.kr,
    adjusted: all.adjusted,
    beyondYear5: all.adjusted.minus(five.adjusted),
    ownSupport: ownSupport.kr,
    withSuccessors: withSuccessors.kr,
    views: { ownSupport, withSuccessors, untilPension: all },
    noneLeft: noneLeft === null ? null : sum(noneLeft.map((span) => oldWithin(span, first, 0, ALWAYS))),
  };
  return { person: counted, bySupport };
}

/** Plain and adjusted kr of a span up to a month. */
function worthWithin(span: Span, first: MonthIndex, end: number, worth: Annuity): View {
  const { from, to, dailyBefore, moneyBefore } = span;
  if (typeof from === "number" && typeof to === "number" && dailyBefore === 0) {
    const last = Math.min(to, end);
    if (last <= from) return NOTHING;
    const kr = toKr(moneyBefore);
    return { kr: kr.times(last - from), adjusted: worth[last]!.minus(worth[from]!).times(kr) };
  }
  let [kr, adjusted] = [ZERO, ZERO];
  for (let k = Math.floor(floor(from) / 12); 12 * k < Math.min(ceil(to), end); k += 1) {
    const part = oldWithin(span, first, 12 * k, Math.min(12 * k + 12, end));
    kr = kr.plus(part);
    // Of each month the same: the first of the year.
    adjusted = adjusted.plus(worth[12 * k + 1]!.minus(worth[12 * k]!).times(part));
  }
  return { kr, adjusted };
}

const NOTHING: View = { kr: ZERO, adjusted: ZERO };

/** Adjusted amounts by person-year, from the sums per pair of supports. */
function yearsOf({ table, factors }: Flows): Decimal[] {
  return Array.from({ length: YEARS }, (_, k) =>
    sum(
      table.groups
        .filter(({ byYear }) => byYear[2 * k] !== 0n)
        .map(({ before, after, kept, later, byYear }) =>
          factors.pair(before, after, later, kept).old[k]!.times(krOfUnits(byYear[2 * k]!, table.decimals)),
        ),
    ),
  );
}

const SUMMED = ["plain", "adjusted", "beyondYear5", "ownSupport", "withSuccessors"] as const;

type GroupSums = { persons: number; months: number } & Record<(typeof SUMMED)[number], Decimal>;

function nothingSummed(): Record<(typeof SUMMED)[number], Decimal> {
  return { plain: ZERO, adjusted: ZERO, beyondYear5: ZERO, ownSupport: ZERO, withSuccessors: ZERO };
}

/** Sums per name, in order of appearance; amounts times the share that falls on it. */
function groupsOf(
  persons: readonly AvoidedByPerson[],
  namesOf: (at: number, each: AvoidedByPerson) => readonly { readonly name: string; readonly share: Decimal }[],
): AvoidedGroup[] {
  const groups = new Map<string, GroupSums>();
  persons.forEach((each, at) => {
    for (const { name, share } of namesOf(at, each)) {
      let group = groups.get(name);
      if (group === undefined) groups.set(name, (group = { persons: 0, months: 0, ...nothingSummed() }));
      group.persons += 1;
      group.months += each.months;
      for (const figure of SUMMED)
        group[figure] = group[figure].plus(share === ONE ? each[figure] : each[figure].times(share));
    }
  });
  return [...groups].map(([name, sums]) => ({ name, ...sums }));
}

/** Sums per payer, in order of appearance. */
function agenciesOf(
  persons: readonly CountedPerson[],
  payersOf: (at: number, source: number) => readonly { readonly name: string; readonly share: Decimal }[],
): AvoidedGroup[] {
  const groups = new Map<string, GroupSums & { exactMonths: Decimal }>();
  persons.forEach(({ bySupport }, at) => {
    const counted = new Set<string>();
    // Where nothing is left of the own support, what follows it is all there is.
    for (const part of bySupport.filter((each) => !each.months.isZero()))
      for (const { name, share } of payersOf(at, part.source)) {
        let group = groups.get(name);
        if (group === undefined)
          groups.set(name, (group = { persons: 0, months: 0, exactMonths: ZERO, ...nothingSummed() }));
        if (!counted.has(name)) group.persons += 1;
        counted.add(name);
        group.exactMonths = group.exactMonths.plus(part.months);
        for (const figure of SUMMED) group[figure] = group[figure].plus(part[figure].times(share));
      }
  });
  return [...groups].map(([name, { exactMonths, ...sums }]) => ({ name, ...sums, months: exactMonths.toNumber() }));
}
