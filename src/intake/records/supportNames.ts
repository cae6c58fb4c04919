// src/intake/records/supportNames.ts: supports as people name them: found in the table of supports, or what they may have meant instead.
import { identityOf, sameIdentity } from "../../domain/return/agency";
import { lookupKey } from "../../domain/lookupKey";
import { type IncomeSource, sourceFinder } from "../../domain/return/incomeSource";

/** What a name in a support's column is. `name`: as the table of supports can look it up; `known`: names to choose between. */
export type NamedSupport =
  | { readonly kind: "support"; readonly index: number; readonly name: string }
  | { readonly kind: "agency" | "unknown"; readonly known: readonly string[] };

/** A degree, as in `Sjukersättning 75 %`: the amount says what it is worth. */
const DEGREE = /[ ,(]*\d{1,3} ?(?:%|procent)\)?$/iu;
/** Letters that two names must have in common from the start to be taken for each other. */
const SAME_START = 6;

/** Looks names up, and each spelling once: a table of participants repeats a few of them thousands of times. */
export function supportNames(sources: readonly IncomeSource[]): (text: string) => NamedSupport {
  const find = sourceFinder(sources);
  const seen = new Map<string, NamedSupport>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const named = namedSupport(text, sources, find);
    seen.set(text, named);
    return named;
  };
}

function namedSupport(text: string, sources: readonly IncomeSource[], find: (text: string) => number): NamedSupport {
  const index = find(text);
  if (index >= 0) return { kind: "support", index, name: text };
  const name = text.replace(DEGREE, "");
  const bare = find(name);
  // Half a job may leave half of the old support, which a table without Kvarvarande stöd does not say.
  if (bare >= 0 && (sources[bare]?.payers.length ?? 0) > 0) return { kind: "support", index: bare, name };
  const paid = paidBy(text, sources);
  return paid.length > 0 ? { kind: "agency", known: paid } : { kind: "unknown", known: likely(text, sources) };
}

/** The supports that a party pays, where the text names a party. */
function paidBy(text: string, sources: readonly IncomeSource[]): readonly string[] {
  const party = identityOf(text);
  if (party === null) return [];
  return sources
    .filter(({ payers }) =>
      payers.some(({ payer }) => {
        const identity = identityOf(payer);
        return (
          identity !== null && (sameIdentity(identity, party) || (identity.key === "" && identity.kind === party.kind))
        );
      }),
    )
    .map(({ name }) => name);
}

/** Names that begin alike or are a slip or two away; all of them where none is near. */
function likely(text: string, sources: readonly IncomeSource[]): readonly string[] {
  const key = lookupKey(text);
  const near = sources.filter(({ name, synonyms }) =>
    [name, ...synonyms].some((each) => {
      const other = lookupKey(each);
      return other.slice(0, SAME_START) === key.slice(0, SAME_START) || slips(key, other) <= 2;
    }),
  );
  return (near.length === 0 || key.length < 4 ? sources : near).map(({ name }) => name);
}

/** Letters to add, take away or change to get from one text to another; the length of the longer where they are far apart. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Math.max(a.length, b.length);
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
