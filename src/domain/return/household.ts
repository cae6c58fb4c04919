// src/domain/return/household.ts: support that a household shares is counted once in each month, the larger amount.
// Before and after each for itself, support by support; who is larger is settled at the run.
import { ceil, compare, floor, least, most } from "./course/months";
import { newWithin, oldWithin, type Span } from "./course/spans";
import type { IncomeSource } from "./incomeSource";
import { lookupKey } from "../lookupKey";
import { type Decimal, moneyFromDecimal, type Money, type Ore, toKr, ZERO } from "../money";
import type { ReadyParticipant } from "./participant";
import type { MonthIndex } from "../period";

/** Reported: whose amount stands for the household, and whose is left out meanwhile. `side` is the old or the new support. */
export interface SharedSupport {
  readonly household: string;
  readonly side: Side;
  readonly counted: string;
  readonly leftOut: readonly string[];
}

type Side = "before" | "after";

export interface Households {
  readonly participants: readonly ReadyParticipant[];
  readonly shared: readonly SharedSupport[];
}

/** Calendar months [from, to) in which a member's support is counted with `amount` a month instead of its own. */
interface Change {
  readonly member: ReadyParticipant;
  readonly side: Side;
  readonly source: number;
  readonly from: MonthIndex;
  readonly to: MonthIndex;
  readonly amount: Money;
}

const NO_MONEY = 0 as Ore;
const ONE_INITIATIVE = (): number => 0;

/**
 * Sets to 0 the household support of everybody but the one with the largest amount of the month; ties to the first row. `initiativeOf`: by index of the
 * participants given; members of several initiatives share what the household avoids in equal parts among those with a member who avoids it.
 */
export function countHouseholdsOnce(
  participants: readonly ReadyParticipant[],
  sources: readonly IncomeSource[],
  initiativeOf: (index: number) => number = ONE_INITIATIVE,
): Households {
  const groups = new Map<string, ReadyParticipant[]>();
  for (const person of participants) {
    const { household } = person.participant;
    const key = household === null ? "" : lookupKey(household);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const changed = new Map<number, readonly Span[]>();
  const shared: SharedSupport[] = [];
  for (const members of groups.values()) {
    if (members.length < 2) continue;
    const several = new Set(members.map(({ index }) => initiativeOf(index))).size > 1;
    const changes: Change[] = [];
    for (const side of ["before", "after"] as const) {
      for (const source of sharedSources(members, side, sources)) {
        const counts = countsOf(members, side, source);
        shared.push(...reported(counts, side));
        changes.push(
          ...counts.flatMap((count) =>
            several && isWhole(count, side, source)
              ? initiativeChanges(count, side, source, initiativeOf)
              : changesOf(count, side, source),
          ),
        );
      }
    }
    for (const member of members) {
      const mine = changes.filter((each) => each.member === member);
      if (mine.length > 0) changed.set(member.index, withChanges(member, mine));
    }
  }
  const counted = participants.map((person) => {
    const spans = changed.get(person.index);
    return spans === undefined ? person : { ...person, spans };
  });
  return { participants: counted, shared };
}

function sharedSources(members: readonly ReadyParticipant[], side: Side, sources: readonly IncomeSource[]): number[] {
  const used = new Set(members.flatMap(({ spans }) => spans.map((span) => span[side])));
  return [...used].filter((source) => sources[source]?.perHousehold === true);
}

/** Calendar months [from, to) in which the members' amounts stay the same, with those who have any; the first of them is counted. */
interface Count {
  readonly from: MonthIndex;
  readonly to: MonthIndex;
  readonly ranked: readonly { readonly member: ReadyParticipant; readonly kr: Decimal }[];
}

function countsOf(members: readonly ReadyParticipant[], side: Side, source: number): Count[] {
  const bounds = new Set<MonthIndex>();
  for (const { first, spans } of members) {
    for (const span of spans) {
      if (span[side] !== source) continue;
      for (const place of [span.from, span.to]) bounds.add(first + floor(place)).add(first + ceil(place));
    }
  }
  const months = [...bounds].sort((a, b) => a - b);
  return months.slice(0, -1).flatMap((from, at): Count[] => {
    const ranked = members
      .map((member) => ({ member, kr: amountIn(member, side, source, from) }))
      .filter(({ kr }) => !kr.isZero())
      // Sorting is stable: the first row goes first among equals.
      .sort((a, b) => b.kr.cmp(a.kr));
    return ranked.length < 2 ? [] : [{ from, to: months[at + 1] ?? from, ranked }];
  });
}

/** The plain amount of one calendar month. */
function amountIn({ spans, first }: ReadyParticipant, side: Side, source: number, month: MonthIndex): Decimal {
  const at = month - first;
  return spans
    .filter((span) => span[side] === source)
    .map((span) => (side === "before" ? oldWithin(span, first, at, at + 1) : newWithin(span, at, at + 1)))
    .reduce((sum, kr) => sum.plus(kr), ZERO);
}

/** Everybody has the support for whole months: what is shared between initiatives is a month's amount. */
function isWhole({ from, to, ranked }: Count, side: Side, source: number): boolean {
  return ranked.every(({ member: { spans, first } }) =>
    spans
      .filter((span) => span[side] === source && !span.beside)
      .every(({ from: start, to: end }) =>
        [start, end].every(
          (place) => typeof place === "number" || first + floor(place) < from || first + floor(place) >= to,
        ),
      ),
  );
}

function reported(counts: readonly Count[], side: Side): SharedSupport[] {
  const byCounted = new Map<ReadyParticipant, Set<string>>();
  for (const { ranked } of counts) {
    const [largest, ...others] = ranked;
    if (largest === undefined) continue;
    const leftOut = byCounted.get(largest.member) ?? new Set<string>();
    others.forEach(({ member }) => leftOut.add(member.participant.id));
    byCounted.set(largest.member, leftOut);
  }
  return [...byCounted].map(([{ participant }, leftOut]) => ({
    household: participant.household ?? "",
    side,
    counted: participant.id,
    leftOut: [...leftOut],
  }));
}

function changesOf({ from, to, ranked }: Count, side: Side, source: number): Change[] {
  return ranked.slice(1).map(({ member }) => ({ member, side, source, from, to, amount: NO_MONEY }));
}

/** Each initiative's largest member has its part of what the household counts, öre by largest remainder in the order of the rows. */
function initiativeChanges(
  { from, to, ranked }: Count,
  side: Side,
  source: number,
  initiativeOf: (index: number) => number,
): Change[] {
  const standsFor = new Map<number, ReadyParticipant>();
  for (const { member } of ranked)
    if (!standsFor.has(initiativeOf(member.index))) standsFor.set(initiativeOf(member.index), member);
  const inOrder = [...standsFor.values()].sort((a, b) => a.index - b.index);
  const ore = toKr(moneyFromDecimal(ranked[0]?.kr ?? ZERO)).times(100);
  const each = ore.div(inOrder.length).floor();
  const left = ore.minus(each.times(inOrder.length));
  return ranked.map(({ member }): Change => {
    const at = inOrder.indexOf(member);
    const amount = at < 0 ? ZERO : each.plus(left.minus(at).lt(1) ? (left.gt(at) ? left.minus(at) : 0) : 1);
    return { member, side, source, from, to, amount: moneyFromDecimal(amount.div(100)) };
  });
}

/** The spans split where a change begins or ends, each part a run of its segment, with the changed amounts. */
function withChanges({ first, spans }: ReadyParticipant, changes: readonly Change[]): Span[] {
  const cuts = cutsOf(changes);
  const runs = [-Infinity, ...cuts, Infinity];
  const split = spans.flatMap((span): Span[] =>
    runs.slice(0, -1).flatMap((start, run): Span[] => {
      const end = runs[run + 1] ?? Infinity;
      const from = start === -Infinity ? span.from : most(span.from, start - first);
      const to = end === Infinity ? span.to : least(span.to, end - first);
      if (compare(from, to) >= 0) return [];
      const part = { ...span, from, to, run };
      return [changes.reduce((changing, change) => changed(changing, change, first), part)];
    }),
  );
  return split.sort((a, b) => a.segment - b.segment || a.run - b.run);
}

/** Months in which a change begins or ends; two that follow each other with the same amount are one. */
function cutsOf(changes: readonly Change[]): MonthIndex[] {
  const same = (a: Change, b: Change): boolean =>
    a.side === b.side && a.source === b.source && toKr(a.amount).eq(toKr(b.amount));
  const begins = changes.filter((each) => !changes.some((other) => other.to === each.from && same(each, other)));
  const ends = changes.filter((each) => !changes.some((other) => other.from === each.to && same(each, other)));
  return [...new Set([...begins.map(({ from }) => from), ...ends.map(({ to }) => to)])].sort((a, b) => a - b);
}

function changed(span: Span, { side, source, from, to, amount }: Change, first: MonthIndex): Span {
  const inside = compare(span.from, from - first) >= 0 && compare(span.to, to - first) <= 0;
  const covers = compare(span.from, to - first) < 0 && compare(span.to, from - first) > 0;
  if (span[side] !== source || !(inside || covers)) return span;
  if (side === "after") return { ...span, moneyAfter: amount };
  return span.level < 0 ? span : { ...span, moneyBefore: amount, dailyBefore: 0 };
}
