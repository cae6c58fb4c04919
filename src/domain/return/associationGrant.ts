// src/domain/return/associationGrant.ts: a grant of the association is its members' money: who shares it, and how much each has in it.
// By a local agreement where shares are given, else as the law says (2003:1210 §5; §5a where no region takes part).
import { identityOf } from "./agency";
import type { AgencyKind } from "./agency";
import { splitByWeights, statutorySplit } from "./contribution";
import type { StatutoryShares } from "./contribution";
import { folded } from "../lookupKey";
import type { Decimal } from "../money";

/** A member that has a part in the grant; `share` of 1 by a local agreement, null: as the law says. */
export interface GrantParty {
  readonly agency: string;
  readonly share: Decimal | null;
}

/** What the grant is split by. */
export type GrantBasis = "with-region" | "without-region" | "agreement";

export interface GrantSplit {
  readonly basis: GrantBasis;
  /** Whole öre that sum to `total` (kr), in the order of the parties. */
  readonly of: (total: Decimal) => readonly { readonly name: string; readonly amount: Decimal }[];
}

/** Members of the law where none of a kind is named. Försäkringskassan pays for Arbetsförmedlingen too. */
const STATE = "Försäkringskassan";
const LAWFUL: Readonly<Partial<Record<AgencyKind, string>>> = {
  state: STATE,
  municipality: "Kommunerna",
  region: "Regionerna",
};

/** Whether a row of money in is the association's grant and not a party's own money. */
export function isAssociation(name: string): boolean {
  return /^(?:finansiella? )?(?:samordningsforbund(?:et)?|forbundet|finsam(?:-?forbundet)?)(?:[ ,:(].*)?$/u.test(
    folded(name),
  );
}

/** A member of the law: the state, a municipality or a region. */
export function isMember(name: string): boolean {
  const kind = identityOf(name)?.kind;
  return kind !== undefined && kind !== "other";
}

/**
 * How a grant is split. `listed`: the members that the table lists without amounts; empty: none, and then those in `named` (members with money of
 * their own) stand for their kinds and the law's for the others. A list without a region means that none takes part.
 */
export function grantSplit(
  listed: readonly GrantParty[],
  named: readonly string[],
  law: { readonly withRegion: StatutoryShares; readonly withoutRegion: StatutoryShares },
): GrantSplit {
  if (listed.length > 0 && listed.every(({ share }) => share !== null)) {
    const weights = listed.flatMap(({ share }) => share ?? []);
    return {
      basis: "agreement",
      of: (total) =>
        splitByWeights(total, weights).flatMap((amount, at) => ({ name: listed[at]?.agency ?? "", amount })),
    };
  }
  const names = listed.length > 0 ? listed.map(({ agency }) => agency) : named;
  const ofKind = (kind: AgencyKind): readonly string[] => [
    ...new Set(names.filter((name) => identityOf(name)?.kind === kind)),
  ];
  const withRegion = listed.length === 0 || ofKind("region").length > 0;
  const members = (["state", "municipality", "region"] as const).flatMap((kind): readonly string[] => {
    if (kind === "region" && !withRegion) return [];
    const own = ofKind(kind);
    // One row of the state: by law one agency pays for both.
    if (kind === "state") return [own.find((name) => identityOf(name)?.key === identityOf(STATE)?.key) ?? STATE];
    return own.length > 0 ? own : [LAWFUL[kind] ?? ""];
  });
  const weighed = members.map((name) => ({ name, weight: null }));
  return {
    basis: withRegion ? "with-region" : "without-region",
    of: (total) => statutorySplit(total, withRegion ? law.withRegion : law.withoutRegion, weighed),
  };
}
