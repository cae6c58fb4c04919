// src/domain/return/payer.ts: which agency an income source's payer is in this calculation, and which agencies cooperate.
// "Kommun" in the table of sources becomes the municipality that contributes, or the one a participant lives in.
import {
  ARBETSFORMEDLINGEN,
  compareIdentity,
  FORSAKRINGSKASSAN,
  identityOf,
  MUNICIPALITIES,
  municipalityIdentity,
  OTHER_STATE,
  REGIONS,
  sameIdentity,
} from "./agency";
import type { Agency, Identity } from "./agency";
import type { Contributions } from "./contribution";
import { lookupKey } from "../lookupKey";
import type { IncomeSource } from "./incomeSource";
import { ZERO } from "../money";
import type { Decimal } from "../money";

/** One row of a return: an agency, what it pays in, and whether it is one of the cooperating parties. */
export interface Party {
  readonly agency: Agency;
  readonly identity: Identity;
  /** kr. */
  readonly contribution: Decimal;
  /**
   * It contributes. Arbetsförmedlingen counts too where Försäkringskassan contributes, which by law pays for both (2003:1210 §5), and so does
   * the row of municipalities (regions) together where one of them contributes.
   */
  readonly cooperating: boolean;
  /** No support of the table is paid by it. A municipality never is: every one of them pays income support. */
  readonly outsideModel: boolean;
}

/** Index into Payers.parties, and the share of the support it pays. */
export interface PaidShare {
  readonly party: number;
  readonly share: Decimal;
}

export interface Payers {
  /** State, municipalities, regions, others. */
  readonly parties: readonly Party[];
  /** [municipality][source]; municipality 0 is "not said". */
  readonly shares: readonly (readonly (readonly PaidShare[])[])[];
  /** Distinct municipalities of the participants, from index 1. */
  readonly municipalityIndex: (name: string | null) => number;
}

/** Resolves every payer of the table of sources, for each municipality that participants name. */
export function payersOf(
  sources: readonly IncomeSource[],
  contributions: Contributions,
  municipalities: readonly (string | null)[],
): Payers {
  const places = distinctPlaces(municipalities);
  const parties: Party[] = contributions.agencies.map(({ agency, identity, total }) => ({
    agency,
    identity,
    contribution: total,
    cooperating: true,
    outsideModel: identity.kind !== "municipality",
  }));
  const resolve = (payer: string, place: Place | null): Party => {
    const identity = resolvedIdentity(payer, place, contributions);
    const known = parties.find((party) => sameIdentity(party.identity, identity));
    if (known !== undefined) return known;
    const name = standardName(identity, payer, place, contributions);
    const party = {
      agency: { name, kind: identity.kind },
      identity,
      contribution: ZERO,
      cooperating: cooperatesAnyway(identity, contributions),
      outsideModel: identity.kind !== "municipality",
    };
    parties.push(party);
    return party;
  };
  const resolved = [null, ...places].map((place) =>
    sources.map((source) => source.payers.map(({ payer, share }) => ({ party: resolve(payer, place), share }))),
  );
  const paying = new Set(resolved.flat(2).flatMap(({ party, share }) => (share.isZero() ? [] : [party])));
  const sorted = [...parties].sort((a, b) => compareIdentity(a.identity, b.identity));
  const indexed = (list: readonly { party: Party; share: Decimal }[]): PaidShare[] =>
    list.map(({ party, share }) => ({ party: sorted.indexOf(party), share }));
  const ordered = sorted.map((party) => (paying.has(party) ? { ...party, outsideModel: false } : party));
  const keys = new Map(places.map(({ identity }, index) => [identity.key, index + 1]));
  return {
    parties: ordered,
    shares: resolved.map((bySource) => bySource.map(indexed)),
    municipalityIndex: (name) =>
      name === null || name.trim() === "" ? 0 : (keys.get(municipalityIdentity(name).key) ?? 0),
  };
}

interface Place {
  readonly name: string;
  readonly identity: Identity;
}

function distinctPlaces(names: readonly (string | null)[]): Place[] {
  const places = new Map<string, Place>();
  for (const name of new Set(names)) {
    if (name === null || name.trim() === "") continue;
    const identity = municipalityIdentity(name);
    if (!places.has(identity.key)) places.set(identity.key, { name: name.trim(), identity });
  }
  return [...places.values()];
}

/** The identity a payer has here: a general "Kommun" becomes the participant's, else the only one that contributes, else all together. */
function resolvedIdentity(payer: string, place: Place | null, contributions: Contributions): Identity {
  const identity = identityOf(payer);
  if (identity === null) return { kind: "other", key: lookupKey(payer) };
  if (identity.key !== "") return identity;
  const contributing = contributions.agencies.filter((each) => each.identity.kind === identity.kind);
  const contributes = (each: Identity): boolean => contributing.some((agency) => sameIdentity(agency.identity, each));
  if (identity.kind === "municipality" && place !== null) {
    // Where the contributions name no municipality, theirs is one row, whoever the participant belongs to.
    if (contributes(place.identity) || !contributes(identity)) return place.identity;
    return identity;
  }
  const only = contributing.length === 1 ? contributing[0] : undefined;
  return only?.identity ?? identity;
}

function standardName(identity: Identity, payer: string, place: Place | null, contributions: Contributions): string {
  if (identity.kind === "state") {
    return (
      [FORSAKRINGSKASSAN, ARBETSFORMEDLINGEN, OTHER_STATE].find((name) => lookupKey(name) === identity.key) ?? payer
    );
  }
  if (identity.kind === "other" || (identity.key !== "" && place === null)) return payer;
  if (identity.key !== "" && place !== null) return place.name;
  const several = contributions.agencies.filter((each) => each.identity.kind === identity.kind).length > 1;
  if (identity.kind === "municipality") return several ? MUNICIPALITIES : "Kommunen";
  return several ? REGIONS : "Regionen";
}

function cooperatesAnyway(identity: Identity, contributions: Contributions): boolean {
  const contributes = (test: (each: Identity) => boolean): boolean =>
    contributions.agencies.some((agency) => test(agency.identity));
  if (identity.kind === "state") {
    return (
      identity.key === lookupKey(ARBETSFORMEDLINGEN) &&
      contributes(({ kind, key }) => kind === "state" && key === lookupKey(FORSAKRINGSKASSAN))
    );
  }
  return identity.key === "" && identity.kind !== "other" && contributes(({ kind }) => kind === identity.kind);
}
