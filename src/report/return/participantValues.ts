// src/report/return/participantValues.ts: the exact values of the helper columns of Underlag deltagare, per span and per person.
// The engine sums over everybody at once; a row of the tab needs its own part of the same sums.
import { type Horizon, HORIZONS, yearsIn } from "../../domain/return/agencyReturn";
import { type Decimal, sum, ZERO } from "../../domain/money";
import { effectsInYear, monthsInYear, movedOf } from "../../domain/return/movedYear";
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

/** Σ months · factor by year, up to each horizon, times the amount. */
function worth(span: SpanRow["span"], factors: readonly Decimal[], amount: Decimal): ByHorizon {
  if (amount.isZero()) return byHorizon(() => ZERO);
  const sums: Decimal[] = [ZERO];
  for (let k = 0; k < YEARS; k += 1) {
    const months = monthsInYear(span, k);
    const before = sums[k] ?? ZERO;
    sums.push(months === 0 ? before : before.plus((factors[k] ?? ZERO).times(months)));
  }
  return byHorizon((years) => (sums[years] ?? ZERO).times(amount));
}

/** Old and new support of one span within each horizon, kr, before it is shared between payers. */
export function spanValues({ flows }: ReturnFrame, { span, person }: SpanRow): SpanValues {
  const factors = flows.factors.pair(span.before, span.after, flows.laterOf(person.first));
  return { old: worth(span, factors.old, span.amountBefore), next: worth(span, factors.next, span.amountAfter) };
}

/** What is moved, for every person in the calculation, in their order. */
export function allPersonValues(frame: ReturnFrame): readonly PersonValues[] {
  const people: SpanRow[][] = [];
  for (const row of frame.spans) (people[row.personNumber - 1] ??= []).push(row);
  return people.map((spans) => personValues(frame, spans));
}

/** What one person's effects only move between parties, within each horizon. */
function personValues({ flows, parties, basis }: ReturnFrame, spans: readonly SpanRow[]): PersonValues {
  const person = spans[0]?.person;
  const municipality = person?.participant.municipality ?? null;
  const later = person === undefined ? 0 : flows.laterOf(person.first);
  const paid = basis.payers.shares[basis.payers.municipalityIndex(municipality)] ?? [];
  const own = spans.map(({ span }) => span);
  const years = Array.from({ length: couldMove(spans) ? YEARS : 0 }, (_, k) =>
    movedOf(effectsInYear(own, k, paid, flows.factors, parties.length, later)),
  );
  return {
    moved: byHorizon((horizon) => sum(years.slice(0, horizon).map(({ moved }) => moved))),
    shift: parties.map((_, party) =>
      byHorizon((horizon) => sum(years.slice(0, horizon).map(({ shift }) => shift[party] ?? ZERO))),
    ),
  };
}

/** Nothing is moved where nobody pays anything afterwards. */
function couldMove(spans: readonly SpanRow[]): boolean {
  return spans.some(({ span }) => !span.amountAfter.isZero()) || spans.length > 1;
}
