// src/domain/return/personsByParty.ts: how many participants are behind each party's figures: what is shown of a party is masked by it.
import type { ReturnBasis } from "./agencyReturn";

/** By party, in the order of the payers: indices into `ready` of those whose old or new support it pays some of. */
export function personsByParty({
  payers,
  ready,
}: Pick<ReturnBasis, "payers" | "ready">): readonly ReadonlySet<number>[] {
  const { parties, shares, municipalityIndex } = payers;
  const touched = parties.map(() => new Set<number>());
  ready.forEach(({ participant, spans }, person) => {
    const own = shares[municipalityIndex(participant.municipality)] ?? [];
    for (const span of spans)
      for (const source of [span.before, span.after])
        for (const { party, share } of own[source] ?? []) if (!share.isZero()) touched[party]?.add(person);
  });
  return touched;
}
