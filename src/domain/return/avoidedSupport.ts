// src/domain/return/avoidedSupport.ts: reduced support until the pension age, per person and per group, plain and adjusted (method.md §4).
// Plain: months · amount, as the published reports count. Adjusted: with the scenario's year factors.
import { Decimal, sum, ZERO } from "../money";
import { flowsIn } from "./agencyReturn";
import type { ReturnBasis } from "./agencyReturn";
import type { ReadyParticipant } from "./participant";
import type { Flows } from "./payback";
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
}

export interface AvoidedGroup extends Avoided {
  readonly name: string;
  readonly persons: number;
}

export interface AvoidedSupport {
  readonly byParticipant: readonly AvoidedByPerson[];
  /** By source after, in the order of the rows. */
  readonly byOutcome: readonly AvoidedGroup[];
  /** By payer of the old support. Persons are counted with each payer that has a share. */
  readonly byAgency: readonly AvoidedGroup[];
  /** Adjusted, by person-year k. */
  readonly byYear: readonly Decimal[];
  readonly total: Avoided;
}

/** Worth of 1 kr per month of one pair of supports in the months before t, by t. Built once per pair, then looked up. */
type Annuity = readonly Decimal[];

/** Avoided support of everybody in the calculation. Household support that is counted with another person is 0 here. */
export function avoidedSupportOf(scenario: Scenario, basis: ReturnBasis): AvoidedSupport {
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
  const byParticipant = ready.map((person) => personOf(person, annuity, input.sources));
  const people = groupsOf(byParticipant, (_, each) => [{ name: each.outcome, share: ONE }]);
  const agencies = groupsOf(byParticipant, (at) => {
    const { participant, spans } = ready[at]!;
    const paid = payers.shares[payers.municipalityIndex(participant.municipality)]![spans[0]!.before]!;
    return paid.map(({ party, share }) => ({ name: payers.parties[party]!.agency.name, share }));
  });
  const [total] = groupsOf(byParticipant, () => [{ name: "", share: ONE }]);
  const nothing = { months: 0, plain: ZERO, adjusted: ZERO, beyondYear5: ZERO };
  return { byParticipant, byOutcome: people, byAgency: agencies, byYear: yearsOf(flows), total: total ?? nothing };
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

function personOf(
  { index, participant, first, pension, birthMonthAssumed, months, spans }: ReadyParticipant,
  annuity: (before: number, after: number, first: MonthIndex) => Annuity,
  sources: ReturnBasis["input"]["sources"],
): AvoidedByPerson {
  let plain = ZERO;
  let adjusted = ZERO;
  let beyondYear5 = ZERO;
  for (const { before, after, from, to, amountBefore } of spans) {
    const worth = annuity(before, after, first);
    const between = (start: number, end: number): Decimal =>
      end <= start ? ZERO : worth[end]!.minus(worth[start]!).times(amountBefore);
    plain = plain.plus(amountBefore.times(to - from));
    adjusted = adjusted.plus(between(from, to));
    beyondYear5 = beyondYear5.plus(between(Math.max(FIVE_YEARS, from), to));
  }
  const outcome = sources[spans[0]!.after]!.name;
  return {
    id: participant.id,
    index,
    first,
    pension,
    birthMonthAssumed,
    outcome,
    months,
    plain,
    adjusted,
    beyondYear5,
  };
}

/** Adjusted amounts by person-year, from the sums per pair of supports. */
function yearsOf({ table, factors }: Flows): Decimal[] {
  return Array.from({ length: YEARS }, (_, k) =>
    sum(
      table.groups
        .filter(({ byYear }) => byYear[2 * k] !== 0)
        .map(({ before, after, later, byYear }) =>
          factors.pair(before, after, later).old[k]!.times(krOfUnits(byYear[2 * k]!, table.decimals)),
        ),
    ),
  );
}

interface GroupSums {
  persons: number;
  months: number;
  plain: Decimal;
  adjusted: Decimal;
  beyondYear5: Decimal;
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
      if (group === undefined)
        groups.set(name, (group = { persons: 0, months: 0, plain: ZERO, adjusted: ZERO, beyondYear5: ZERO }));
      const part = (amount: Decimal): Decimal => (share === ONE ? amount : amount.times(share));
      group.persons += 1;
      group.months += each.months;
      group.plain = group.plain.plus(part(each.plain));
      group.adjusted = group.adjusted.plus(part(each.adjusted));
      group.beyondYear5 = group.beyondYear5.plus(part(each.beyondYear5));
    }
  });
  return [...groups].map(([name, sums]) => ({ name, ...sums }));
}
