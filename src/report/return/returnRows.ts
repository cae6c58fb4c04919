// src/report/return/returnRows.ts: the rows of a block of Parter, in their order, with what each sums and the engine's figures for it.
import type { AgencyKind } from "../../domain/return/agency";
import { type Horizon, yearsIn } from "../../domain/return/agencyReturn";
import { type Decimal, sum, ZERO } from "../../domain/money";
import type { ReturnFrame } from "./returnFrame";
import type { Look } from "../sheetModel";

/** kr, unrounded. */
export interface RowValue {
  readonly cash: Decimal;
  readonly ownTime: Decimal;
  readonly in: Decimal;
  readonly back: Decimal;
  readonly shift: Decimal;
  readonly freed: Decimal;
}

export interface ReturnRow {
  readonly key: string;
  readonly label: string;
  readonly kind: "party" | "sum" | "publicSector" | "tax" | "moved";
  /** Index of the party; −1 for other rows. */
  readonly party: number;
  /** Keys of the rows that it sums. */
  readonly of: readonly string[];
  readonly look: Look;
  readonly indent: number;
  /** It stands in the overview of all horizons. */
  readonly overview: boolean;
  readonly valueOf: (horizon: Horizon) => RowValue;
}

const KINDS: readonly AgencyKind[] = ["state", "municipality", "region", "other"];

/** Parties by kind, with a sum where a kind has several (always for the state); then the parties together, the public sector, tax, what is moved. */
export function returnRows(frame: ReturnFrame): readonly ReturnRow[] {
  const text = frame.words.parties;
  const ofKind = (kind: AgencyKind): number[] =>
    frame.parties.flatMap(({ agency }, party) => (agency.kind === kind ? [party] : []));
  const names = {
    state: text.stateTotal,
    municipality: text.municipalityTotal,
    region: text.regionTotal,
    other: text.otherTotal,
  };
  const byKind = KINDS.flatMap((kind): ReturnRow[] => {
    const parties = ofKind(kind);
    const summed = parties.length > 1 || (kind === "state" && parties.length > 0);
    const rows = parties.map((party) => partyRow(frame, party, summed ? 1 : 0));
    return summed ? [...rows, sumRow(frame, `kind:${kind}`, names[kind], parties, "plain")] : rows;
  });
  const cooperating = frame.parties.flatMap((party, index) => (party.cooperating ? [index] : []));
  const all = frame.parties.map((_, index) => index);
  const tax = (horizon: Horizon): Decimal => frame.input.result.horizons[horizon].tax;
  const publicSector = sumRow(frame, "publicSector", text.publicSector, all, "total");
  const nothing = valueOfParties(frame, [], "1");
  return [
    ...byKind,
    sumRow(frame, "parties", text.parties, cooperating, "total"),
    {
      ...publicSector,
      kind: "publicSector",
      valueOf: (horizon) => ({
        ...publicSector.valueOf(horizon),
        back: publicSector.valueOf(horizon).back.plus(tax(horizon)),
      }),
    },
    {
      key: "tax",
      label: text.tax,
      kind: "tax",
      party: -1,
      of: [],
      look: "note",
      indent: 1,
      overview: false,
      valueOf: (horizon) => ({ ...nothing, back: tax(horizon) }),
    },
    {
      key: "moved",
      label: text.moved,
      kind: "moved",
      party: -1,
      of: [],
      look: "plain",
      indent: 0,
      overview: false,
      valueOf: (horizon) => ({ ...nothing, shift: frame.input.result.horizons[horizon].moved }),
    },
  ];
}

function partyRow(frame: ReturnFrame, party: number, indent: number): ReturnRow {
  return {
    key: `party:${party}`,
    label: frame.parties[party]?.agency.name ?? "",
    kind: "party",
    party,
    of: [],
    look: "plain",
    indent,
    overview: true,
    valueOf: (horizon) => valueOfParties(frame, [party], horizon),
  };
}

function sumRow(frame: ReturnFrame, key: string, label: string, parties: readonly number[], look: Look): ReturnRow {
  const of = parties.map((party) => `party:${party}`);
  return {
    key,
    label,
    kind: "sum",
    party: -1,
    of,
    look,
    indent: 0,
    overview: true,
    valueOf: (horizon) => valueOfParties(frame, parties, horizon),
  };
}

/** Sums over the engine's own figures per party; a party that the engine left out of its list has none. */
function valueOfParties(frame: ReturnFrame, parties: readonly number[], horizon: Horizon): RowValue {
  const { byYear, paidIn } = frame.input.result;
  const upTo = (of: (party: number) => readonly Decimal[]): Decimal =>
    sum(parties.map((party) => sum(of(party).slice(0, yearsIn(horizon)))));
  const paid = (of: "cash" | "ownTime" | "total"): Decimal =>
    sum(
      parties.map(
        (party) =>
          paidIn.agencies.find(({ agency }) => agency.name === frame.parties[party]?.agency.name)?.[of] ?? ZERO,
      ),
    );
  return {
    cash: paid("cash"),
    ownTime: paid("ownTime"),
    in: paid("total"),
    back: upTo((party) => byYear.parties[party]?.back ?? []),
    shift: upTo((party) => byYear.parties[party]?.shift ?? []),
    freed: upTo((party) => byYear.parties[party]?.freed ?? []),
  };
}
