// src/report/board/boardParties.ts: which parties the board's page shows, and whose figures it hides because few participants are behind them.
import { maskOf, SMALLEST_GROUP } from "../../domain/finalReport/disclosure";
import type { AgencyKind } from "../../domain/return/agency";
import type { ReturnFrame } from "../return/returnFrame";
import type { ReturnRow } from "../return/returnRows";

/** As many parties as one page holds in legible type. */
const MOST_PARTIES = 12;

export interface BoardPartyRow {
  readonly row: ReturnRow;
  /** What it gets back may not be shown. */
  readonly hidden: boolean;
}

export interface BoardPartyRows {
  readonly parties: readonly BoardPartyRow[];
  /** The parties together and the public sector. */
  readonly sums: readonly BoardPartyRow[];
  /** Kinds of parties are summed on one row each. */
  readonly rolledUp: boolean;
  readonly anyHidden: boolean;
}

/** Too few participants to show anything that comes back. */
export function tooFew({ basis }: ReturnFrame): boolean {
  return basis.ready.length < SMALLEST_GROUP;
}

/**
 * One row per party with a contribution or an effect; where they are too many, one per kind that has several. Then the sums. A figure that rests on fewer than
 * five participants is hidden, and with it what it could be worked out from.
 */
export function boardPartyRows(frame: ReturnFrame, rows: readonly ReturnRow[]): BoardPartyRows {
  const touched = participantsOf(frame);
  const own = rows.filter(({ kind, party }) => kind === "party" && matters(frame, party, touched));
  const rolledUp = own.length > MOST_PARTIES;
  const parties = rolledUp ? summedByKind(rows, own) : own;
  const sums = rows.filter(({ key }) => key === "parties" || key === "publicSector");
  const hidden = hiddenRows(frame, parties, touched);
  const shown = (row: ReturnRow): BoardPartyRow => ({ row, hidden: hidden.has(row.key) });
  const all = [...parties, ...sums].map(shown);
  return {
    parties: parties.map(shown),
    sums: sums.map(shown),
    rolledUp,
    anyHidden: all.some((each) => each.hidden),
  };
}

/** By party: the participants whose old or new support it pays some of. */
function participantsOf({ basis, spans }: ReturnFrame): readonly ReadonlySet<number>[] {
  const { parties, shares, municipalityIndex } = basis.payers;
  const touched = parties.map(() => new Set<number>());
  for (const { person, personNumber, span } of spans) {
    const own = shares[municipalityIndex(person.participant.municipality)] ?? [];
    for (const source of [span.before, span.after]) {
      for (const { party, share } of own[source] ?? []) if (!share.isZero()) touched[party]?.add(personNumber);
    }
  }
  return touched;
}

function matters({ parties }: ReturnFrame, party: number, touched: readonly ReadonlySet<number>[]): boolean {
  return parties[party]?.contribution.isZero() === false || (touched[party]?.size ?? 0) > 0;
}

/** The sum of each kind that has one in the place of its parties. */
function summedByKind(rows: readonly ReturnRow[], own: readonly ReturnRow[]): readonly ReturnRow[] {
  const kinds: readonly AgencyKind[] = ["state", "municipality", "region", "other"];
  const sums = kinds.flatMap((kind) => rows.filter(({ key }) => key === `kind:${kind}`));
  const summed = new Set(sums.flatMap(({ of }) => of));
  const first = (row: ReturnRow): number => rows.findIndex(({ key }) => key === (row.of[0] ?? row.key));
  return [...own.filter(({ key }) => !summed.has(key)), ...sums].sort((a, b) => first(a) - first(b));
}

/**
 * Keys of the rows whose money back is hidden. The cooperating parties sum to one row and the others are what the public sector has beside it: two lines
 * that share no cell. Whoever sees both sums sees the difference, so the public sector's is hidden where either line's sum must be.
 */
function hiddenRows(
  frame: ReturnFrame,
  parties: readonly ReturnRow[],
  touched: readonly ReadonlySet<number>[],
): ReadonlySet<string> {
  const members = ({ party, of }: ReturnRow): number[] =>
    party >= 0 ? [party] : of.map((key) => Number(key.slice("party:".length)));
  const people = (all: readonly number[]): number => new Set(all.flatMap((party) => [...(touched[party] ?? [])])).size;
  const cooperates = (row: ReturnRow): boolean =>
    members(row).some((party) => frame.parties[party]?.cooperating === true);
  const hidden = new Set<string>();
  for (const line of [parties.filter(cooperates), parties.filter((row) => !cooperates(row))]) {
    if (line.length === 0) continue;
    const counts = line.map((row) => [people(members(row))]);
    const mask = maskOf({ cells: [...counts, [people(line.flatMap(members))]], totalRow: true, totalColumn: false });
    line.forEach((row, index) => {
      if (mask[index]?.[0] === true) hidden.add(row.key);
    });
    if (mask[line.length]?.[0] !== true) continue;
    hidden.add("publicSector");
    if (line.some(cooperates)) hidden.add("parties");
  }
  return hidden;
}
