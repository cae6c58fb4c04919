// src/report/return/participantValues.ts: the exact values of the helper columns of Underlag deltagare, per span and per segment.
// The engine sums over everybody at once; a row of the tab needs its own part of the same sums.
import { type Horizon, HORIZONS, yearsIn } from "../../domain/return/agencyReturn";
import { type Decimal, isZero, sum, ZERO } from "../../domain/money";
import { ceil, type Months } from "../../domain/return/course/months";
import { newWithin, oldWithin } from "../../domain/return/course/spans";
import { effectsInYear, movedOf } from "../../domain/return/movedYear";
import { YEARS } from "../../domain/return/yearFactors";
import type { ReturnFrame, SpanRow } from "./returnFrame";

export type ByHorizon = Readonly<Record<Horizon, Decimal>>;

export interface SpanValues {
  readonly old: ByHorizon;
  readonly next: ByHorizon;
}

export interface PersonValues {
  readonly moved: ByHorizon;
  /** In the order of the parties. */
  readonly shift: readonly ByHorizon[];
}

function byHorizon(of: (years: number) => Decimal): ByHorizon {
  return Object.fromEntries(HORIZONS.map((horizon) => [horizon, of(yearsIn(horizon))])) as unknown as ByHorizon;
}

/** Σ kr · factor by year, up to each horizon. */
function worth(within: (start: number, end: number) => Decimal, last: Months, factors: readonly Decimal[]): ByHorizon {
  const sums: Decimal[] = [ZERO];
  for (let k = 0; k < YEARS; k += 1) {
    const before = sums[k] ?? ZERO;
    const kr = 12 * k < ceil(last) ? within(12 * k, 12 * k + 12) : ZERO;
    sums.push(kr.isZero() ? before : before.plus((factors[k] ?? ZERO).times(kr)));
  }
  return byHorizon((years) => sums[years] ?? ZERO);
}

/** Old and new support of one span within each horizon, kr, before it is shared between payers. */
export function spanValues({ flows }: ReturnFrame, { span, person }: SpanRow): SpanValues {
  const factors = flows.factors.pair(span.before, span.after, flows.laterOf(person.first), span.kept);
  return {
    old: worth((start, end) => oldWithin(span, person.first, start, end), span.to, factors.old),
    next: worth((start, end) => newWithin(span, start, end), span.to, factors.next),
  };
}

/** What one segment's effects only move between parties, within each horizon; `rows`: all of the segment. */
export function segmentValues({ flows, parties, basis }: ReturnFrame, rows: readonly SpanRow[]): PersonValues {
  const person = rows[0]?.person;
  if (person === undefined) return { moved: byHorizon(() => ZERO), shift: [] };
  const later = flows.laterOf(person.first);
  const paid = basis.payers.shares[basis.payers.municipalityIndex(person.participant.municipality)] ?? [];
  const own = rows.map(({ span }) => span);
  const count = couldMove(rows) ? YEARS : 0;
  const years = Array.from({ length: count }, (_, k) =>
    movedOf(effectsInYear(own, person.first, k, paid, flows.factors, parties.length, later)),
  );
  return {
    moved: byHorizon((horizon) => sum(years.slice(0, horizon).map(({ moved }) => moved))),
    shift: parties.map((_, party) =>
      byHorizon((horizon) => sum(years.slice(0, horizon).map(({ shift }) => shift[party] ?? ZERO))),
    ),
  };
}

/** Nothing is moved where nobody pays anything afterwards. */
function couldMove(rows: readonly SpanRow[]): boolean {
  return rows.some(({ span }) => !isZero(span.moneyAfter));
}
