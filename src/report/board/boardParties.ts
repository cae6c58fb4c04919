// src/report/board/boardParties.ts: which parties the board's page shows, and whose figures it hides because few participants are behind them.
import { isSmall, maskOf, SMALLEST_GROUP } from "../../domain/finalReport/disclosure";
import { type Form, isDetermined, sumForm } from "../../domain/finalReport/solving";
import type { AgencyKind } from "../../domain/return/agency";
import { personsByParty } from "../../domain/return/personsByParty";
import { groupsOf } from "../return/returnGroups";
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
  /** The verdict: what the parties get back per krona, which with money in gives what they get back. */
  readonly verdictHidden: boolean;
  /** What is moved between parties, on its row and in words: with some parties hidden it tells what they lose or gain. */
  readonly movedHidden: boolean;
  /** Persons, months and money per support after: with the parties' figures they would give a hidden one. */
  readonly groupsHidden: boolean;
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
  const touched = personsByParty(frame.basis);
  const own = rows.filter(({ kind, party }) => kind === "party" && matters(frame, party, touched));
  const rolledUp = own.length > MOST_PARTIES;
  const parties = rolledUp ? summedByKind(rows, own) : own;
  const sums = rows.filter(({ key }) => key === "parties" || (key === "publicSector" && outside(frame)));
  const hidden = hiddenRows(frame, parties, touched);
  const shown = (row: ReturnRow): BoardPartyRow => ({ row, hidden: hidden.has(row.key) });
  const all = [...parties, ...sums].map(shown);
  const anyHidden = all.some((each) => each.hidden);
  return {
    parties: parties.map(shown),
    sums: sums.map(shown),
    rolledUp,
    anyHidden,
    verdictHidden: hidden.has("parties"),
    movedHidden: anyHidden || isSmall(moversOf(frame)),
    groupsHidden: groupsTell(frame, [...parties, ...sums], hidden),
  };
}

/** Whether anybody but the cooperating parties pays or gets back: else the public sector is the parties once more. */
function outside({ parties }: ReturnFrame): boolean {
  return parties.some(({ cooperating }) => !cooperating);
}

/** How many participants have a support that somebody pays both before and after: only theirs can be moved. */
function moversOf({ basis, spans }: ReturnFrame): number {
  const { shares, municipalityIndex } = basis.payers;
  const paid = (municipality: string | null, source: number): boolean =>
    (shares[municipalityIndex(municipality)]?.[source] ?? []).some(({ share }) => !share.isZero());
  const movers = spans.filter(({ person, span }) =>
    [span.before, span.after].every((source) => paid(person.participant.municipality, source)),
  );
  return new Set(movers.map(({ personNumber }) => personNumber)).size;
}

/**
 * Whether the groups by support after give what the parties' rows hide, or a group that is hidden itself follows from those rows: each row and each
 * group is a sum over what a party gets back for a group, which is 0 where the party pays none of its supports.
 */
function groupsTell(frame: ReturnFrame, rows: readonly ReturnRow[], hidden: ReadonlySet<string>): boolean {
  const { groups, totalHidden } = groupsOf(frame);
  const groupOf = new Map(groups.flatMap(({ people }, group) => people.map((person) => [person, group] as const)));
  const cells = new Map<string, Set<number>>();
  const { shares, municipalityIndex } = frame.basis.payers;
  for (const { person, personNumber, span } of frame.spans) {
    const own = shares[municipalityIndex(person.participant.municipality)] ?? [];
    for (const source of [span.before, span.after])
      for (const { party, share } of own[source] ?? []) {
        if (share.isZero()) continue;
        const cell = `${party}/${groupOf.get(person) ?? -1}`;
        cells.set(cell, (cells.get(cell) ?? new Set()).add(personNumber));
      }
  }
  const among = (is: (party: number, group: number) => boolean): Form =>
    sumForm([...cells.keys()].filter((cell) => is(...(cell.split("/").map(Number) as [number, number]))));
  const cooperating = (party: number): boolean => frame.parties[party]?.cooperating === true;
  const formOf = ({ key, party, of }: ReturnRow): Form =>
    key === "publicSector"
      ? among(() => true)
      : key === "parties"
        ? among(cooperating)
        : among((each) => each === party || of.includes(`party:${each}`));
  const groupForm = (group: number): Form => among((party, each) => each === group && cooperating(party));
  const shownRows = rows.filter(({ key }) => !hidden.has(key)).map((row) => ({ form: formOf(row) }));
  const shownGroups = groups.flatMap((group, at) => (group.hidden ? [] : [{ form: groupForm(at) }]));
  const secrets = [
    ...rows.filter(({ key }) => hidden.has(key)).map(formOf),
    ...groups.flatMap((group, at) => (group.hidden ? [groupForm(at)] : [])),
    ...[...cells].flatMap(([cell, people]) => (isSmall(people.size) ? [sumForm([cell])] : [])),
  ].filter((form) => form.size > 0);
  const total = totalHidden ? [] : [{ form: among(cooperating) }];
  return secrets.some((secret) => isDetermined(secret, [...shownRows, ...shownGroups, ...total]));
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
