// src/domain/return/agency.ts: the parties, their kinds, and the names people give them.
// A municipality is not a "myndighet"; agency here means any party that pays in or gains.
import { folded, lookupKey } from "../lookupKey";

export type AgencyKind = "state" | "municipality" | "region" | "other";

export interface Agency {
  /** As the contributions table writes it; a standard name where the table does not mention the agency. */
  readonly name: string;
  readonly kind: AgencyKind;
}

/** Who an agency is, however it is written. */
export interface Identity {
  readonly kind: AgencyKind;
  /** What tells it from others of its kind; empty: "the" municipality or region, or the municipalities together. */
  readonly key: string;
}

export const FORSAKRINGSKASSAN = "Försäkringskassan";
export const ARBETSFORMEDLINGEN = "Arbetsförmedlingen";
export const OTHER_STATE = "Övriga staten";
export const MUNICIPALITIES = "Kommunerna";
export const REGIONS = "Regionerna";

const STATE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [FORSAKRINGSKASSAN]: [
      FORSAKRINGSKASSAN,
      "FK",
      "F-kassan",
      "Staten (Försäkringskassan)",
      "Försäkringskassan (staten)",
    ],
    [ARBETSFORMEDLINGEN]: [ARBETSFORMEDLINGEN, "AF", "Arbetsförmedling"],
    [OTHER_STATE]: [OTHER_STATE, "Övrig stat", "Staten", "Stat", "A-kassa", "Arbetslöshetskassan", "CSN"],
  }).flatMap(([name, aliases]) => aliases.map((alias) => [lookupKey(alias), lookupKey(name)] as const)),
);

const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  [
    "ESF",
    "Socialfonden",
    "Europeiska socialfonden",
    "Europeiska socialfonden (ESF)",
    "Svenska ESF-rådet",
    "ESF-rådet",
  ].map((alias) => [lookupKey(alias), "europeiskasocialfonden"] as const),
);

/** Folded, words apart. */
function words(name: string): string {
  return folded(name)
    .replace(/[\s()\-_,]+/gu, " ")
    .trim();
}

/** A genitive s is no part of a place: `Söderhamns kommun` is Söderhamn; `Västerås` loses its own s the same way on both sides. */
function placeKey(place: string): string {
  return lookupKey(place).replace(/s$/u, "");
}

/** "stad" counts only as a word of its own: Halmstad is a place. */
function municipalityPlace(name: string): string | null {
  const match =
    /^(?:kommunerna|kommunen|kommuner|kommun)(?: (?<place>.+))?$/u.exec(name) ??
    /^(?<place>.+?) ?(?:kommunerna|kommunen|kommuner|kommun)$/u.exec(name) ??
    /^(?<place>.+) stad$/u.exec(name);
  return match === null ? null : placeKey(match.groups?.place ?? "");
}

function regionPlace(name: string): string | null {
  const match =
    /^(?:regionerna|regionen|regioner|region|landstingen|landstinget|landsting)(?: (?<place>.+))?$/u.exec(name) ??
    /^(?<place>.+?) ?(?:regionerna|regionen|region|landstinget|landsting)$/u.exec(name);
  return match === null ? null : placeKey((match.groups?.place ?? "").replace(/ ?lans?$/u, ""));
}

/** Who a name means; null when it is nobody known (a problem to report, not to guess). */
export function identityOf(name: string): Identity | null {
  const text = lookupKey(name);
  const state = STATE_NAMES.get(text);
  if (state !== undefined) return { kind: "state", key: state };
  const other = OTHER_NAMES.get(text);
  if (other !== undefined) return { kind: "other", key: other };
  const region = regionPlace(words(name));
  if (region !== null) return { kind: "region", key: region };
  const municipality = municipalityPlace(words(name));
  return municipality === null ? null : { kind: "municipality", key: municipality };
}

/** The municipality a participant's `Kommun` cell means: a bare place name will do there. */
export function municipalityIdentity(text: string): Identity {
  const known = identityOf(text);
  return known?.kind === "municipality" ? known : { kind: "municipality", key: placeKey(text) };
}

export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.kind === b.kind && a.key === b.key;
}

const KIND_ORDER: readonly AgencyKind[] = ["state", "municipality", "region", "other"];
const STATE_ORDER: readonly string[] = [FORSAKRINGSKASSAN, ARBETSFORMEDLINGEN, OTHER_STATE].map(lookupKey);

/** The order of the rows of `Parter`: state (Försäkringskassan, Arbetsförmedlingen, other), municipalities, regions, others. */
export function compareIdentity(a: Identity, b: Identity): number {
  const byKind = KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
  return byKind !== 0 || a.kind !== "state" ? byKind : STATE_ORDER.indexOf(a.key) - STATE_ORDER.indexOf(b.key);
}
