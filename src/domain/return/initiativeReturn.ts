// src/domain/return/initiativeReturn.ts: the return of one initiative among several in one calculation: its own people and money in, the parties of the whole.
import { sameIdentity } from "./agency";
import type { AgencyReturn, ReturnBasis } from "./agencyReturn";
import { contributionsOf, type Contribution, type Contributions } from "./contribution";
import { ZERO } from "../money";
import type { MonthIndex } from "../period";
import { flowRowsOf } from "./flowRows";

/** What of the whole calculation belongs to one initiative. */
export interface InitiativePart {
  /** Indices into the participants of the whole. */
  readonly participants: ReadonlySet<number>;
  readonly contributions: readonly Contribution[];
  /** The initiative's own first month; null: not known. */
  readonly projectStart: MonthIndex | null;
  /** M: how many took part in it. */
  readonly participantsInAll: number;
  readonly participantsUnread: number;
}

/** Where an initiative's money in is known from: rows that name it, or what its own budget table has booked, split as the law says. */
export type PaidFrom = "contributions" | "booked";

/** One initiative and what became of it. */
export interface InitiativeReturn {
  /** Null: the rows that name no initiative. */
  readonly name: string | null;
  /** Null: nothing says what was paid in. */
  readonly paidFrom: PaidFrom | null;
  /** Money in without a name is set against nobody: `result` has none of it, and no ratio. */
  readonly paidIn: Contributions;
  /** `paidIn` on the scale of what comes back. */
  readonly valued: Contributions;
  /** Indices into the participants and the contributions of the whole; contributions that are not among the whole's have none. */
  readonly participants: ReadonlySet<number>;
  readonly contributions: ReadonlySet<number>;
  readonly result: AgencyReturn;
}

/**
 * The rows of one initiative, ready for `returnIn` and `avoidedSupportOf`. Who pays which support, who cooperates and whose amount stands for a
 * household, or what part of it, is settled for the whole, and the year that all is discounted to is the whole's, so that the initiatives' participants, months and
 * kronor back sum to those of the whole exactly.
 */
export function basisOfPart(whole: ReturnBasis, part: InitiativePart): ReturnBasis {
  const { input, payers } = whole;
  const contributions = contributionsOf(part.contributions);
  const ready = whole.ready.filter(({ index }) => part.participants.has(index));
  const ids = new Set(ready.map(({ participant }) => participant.id));
  return {
    input: {
      ...input,
      contributions: part.contributions,
      projectStart: part.projectStart,
      participantsInAll: part.participantsInAll,
      participantsUnread: part.participantsUnread,
    },
    contributions,
    startYear: whole.startYear,
    ready,
    shared: whole.shared.filter(({ leftOut }) => leftOut.some((id) => ids.has(id))),
    setAside: whole.setAside.filter(({ index }) => part.participants.has(index)),
    payers: {
      ...payers,
      parties: payers.parties.map((party) => ({
        ...party,
        contribution:
          contributions.agencies.find(({ identity }) => sameIdentity(identity, party.identity))?.total ?? ZERO,
      })),
    },
    rows: flowRowsOf(ready, payers.municipalityIndex),
  };
}
