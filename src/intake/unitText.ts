// src/intake/unitText.ts: the units that a text states, such as `(tkr)`, `belopp i kr` or `MSEK`.
import type { Unit } from "../domain/money";
import { folded } from "../domain/lookupKey";

const UNIT_PATTERNS: readonly (readonly [Unit, string])[] = [
  [
    "Mkr",
    "mkr|mnkr|msek|mn kr|mdr? kr|m kr|mill?j?\\.? ?kr|mill?j?\\.? kron[oe]r|miljoner kr|millioner kr|mill?i?joner kron[oe]r|millioner kron[oe]r|million sek|sek million|sek m|mio\\.? kr",
  ],
  [
    "tkr",
    "tkr|kkr|ksek|tsek|t sek|t kr|tusental kronor|tusental kr|tusentals kronor|tusentals kr|tusen kron[oe]r|hele tusen|hela tusental|tusental|tusen kr|1000-tal kronor|1000-tal kr|1000 kr|1 000 kr|000 kr|000-tal kr|1000-tals kr|1000 kron[oe]r|1 000 kron[oe]r|kr 1000|kr 000|sek 000|'000 kr|kr '000|'000 sek|sek '000|thousand sek|sek thousand",
  ],
  ["kr", "kr|sek|kron[oe]r"],
];
/** One pass, longest meaning first, so that `tusen kronor` is never also `kronor`. A digit before it makes it an amount, not a statement. */
const UNIT_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${UNIT_PATTERNS.map(([, words]) => `(${words})`).join("|")})(?![\\p{L}\\p{N}])`,
  "gu",
);
/** `Uppföljning 2024 tkr` names a year, no amount. */
const AFTER_YEAR = /(?:^|[^\d.,' -]|[^\d.,' -] )20(?:0[1-9]|[1-4]\d) ?$/u;
const MIGHT_STATE_UNIT = /kr|sek|tusen/iu;
const BRACKETS = /[([{][^)\]}]*[)\]}]/gu;
const TRAILING_UNIT = new RegExp(
  `[\\s,;:/-]*(?:belopp )?(?:i )?(?:${UNIT_PATTERNS.map(([, words]) => words).join("|")})\\.?$`,
  "u",
);

/** Units that the text states; empty for most texts. `Beviljat 500 000 kr` states an amount and no unit. */
export function unitsIn(text: string): ReadonlySet<Unit> {
  const found = new Set<Unit>();
  if (!MIGHT_STATE_UNIT.test(text)) return found;
  const plain = folded(text);
  for (const match of plain.matchAll(UNIT_WORDS)) {
    const before = plain.slice(0, match.index);
    if (/\d ?$/u.test(before) && !AFTER_YEAR.test(before)) continue;
    if (/^kron|^kr$/u.test(match[0]) && /(?:per|varje|satsad) $/u.test(before)) continue;
    const groups: readonly (string | undefined)[] = match.slice(1);
    const index = groups.findIndex((group) => group !== undefined);
    const unit = UNIT_PATTERNS[index]?.[0];
    if (unit !== undefined) found.add(unit);
  }
  return found;
}

/** The unit a single word is, such as the `tkr` after an amount; null when it is none. */
export function unitOfWord(word: string): Unit | null {
  const plain = folded(word).replace(/\.$/u, "");
  const found = UNIT_PATTERNS.find(([, words]) => new RegExp(`^(?:${words})$`, "u").test(plain));
  return found?.[0] ?? null;
}

/** Folded heading without a unit in brackets or at its end: `Utfall (tkr)`, `Utfall, tkr` → `utfall`. Other brackets keep their words. */
export function withoutUnit(text: string): string {
  const plain = folded(text).replace(BRACKETS, (bracket) =>
    unitsIn(bracket).size > 0 ? " " : ` ${bracket.slice(1, -1)} `,
  );
  const spaced = plain.replace(/ +/gu, " ").trim();
  const bare = spaced.replace(TRAILING_UNIT, "");
  return bare === "" ? spaced : bare;
}

/** The unit that a line states in its name, `Personal (kr)`; null: none, or what is per something. */
export function unitInName(name: unknown): Unit | null {
  if (typeof name !== "string" || /(?<!\p{L})per(?!\p{L})|\//iu.test(name)) return null;
  if (withoutUnit(name) === folded(name)) return null;
  const [unit, ...more] = unitsIn(name);
  return unit === undefined || more.length > 0 ? null : unit;
}
