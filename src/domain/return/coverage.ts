// src/domain/return/coverage.ts: N of M participants: who is in the calculation, who got worse, and who is not in it.
import type { IncomeSource } from "./incomeSource";
import { difference, negated, signOf } from "../money";
import type { Money, Ore } from "../money";
import type { ReadyParticipant, ReadyParticipants, UnusedParticipant } from "./participant";

export interface Coverage {
  /** N, in the calculation. */
  readonly included: number;
  /** M. */
  readonly of: number;
  /** Included, with more paid by the public after than before. */
  readonly gotWorse: number;
  readonly ongoing: number;
  readonly droppedOut: number;
  /** Set aside for another reason, rows that could not be read included. */
  readonly setAside: number;
}

const NO_MONEY = 0 as Ore;

/** Counts of who is in the calculation, and why the others are not. */
export function coverageOf(
  { ready, setAside }: ReadyParticipants,
  {
    participantsInAll,
    participantsUnread = 0,
    sources,
  }: {
    readonly participantsInAll: number | null;
    readonly participantsUnread?: number;
    readonly sources: readonly IncomeSource[];
  },
): Coverage {
  const count = (...reasons: UnusedParticipant["reason"][]): number =>
    setAside.filter(({ reason }) => reasons.includes(reason)).length;
  const ongoing = count("ongoing", "no-outcome");
  const droppedOut = count("dropped-out");
  return {
    included: ready.length,
    // Each row is in the calculation, set aside by it, or could not be read.
    of: Math.max(participantsInAll ?? 0, ready.length + setAside.length + participantsUnread),
    gotWorse: ready.filter((each) => signOf(difference(paidAfter(each, sources), paidBefore(each, sources))) > 0)
      .length,
    ongoing,
    droppedOut,
    setAside: setAside.length - ongoing - droppedOut + participantsUnread,
  };
}

/** Of the old support, per month, what the public paid. */
function paidBefore({ participant, spans }: ReadyParticipant, sources: readonly IncomeSource[]): Money {
  return isPublic(sources[spans[0]?.before ?? -1]) ? participant.before.amount : NO_MONEY;
}

/** Of what followed, with what remains of the old. */
function paidAfter(
  { participant: { after, remaining }, spans }: ReadyParticipant,
  sources: readonly IncomeSource[],
): Money {
  const next = after !== null && isPublic(sources[spans[0]?.after ?? -1]) ? after.amount : NO_MONEY;
  const remains = remaining !== null && isPublic(sources[spans[0]?.before ?? -1]);
  return remains ? difference(next, negated(remaining)) : next;
}

function isPublic(source: IncomeSource | undefined): boolean {
  return source !== undefined && source.payers.length > 0;
}
