// src/intake/records/headingNames.ts: the names that a heading goes by: without units, footnote marks, brackets and years; and how far two names are apart.
import { folded, lookupKey } from "../../domain/lookupKey";
import { FIRST_YEAR, LAST_YEAR } from "../periodLabel";
import { withoutUnit } from "../unitText";

/** What a heading is called: `names`, the fullest first; `year`: the one that it names, null: none or several. */
export interface HeadingNames {
  readonly names: readonly string[];
  readonly year: number | null;
}

const PER_PERIOD =
  /[\s,;:]*(?:(?:t?kr|sek|kronor)[\s.]*)?(?:\/|\bper\b|\bi\b) ?(?:man(?:ad(?:en)?)?|ar(?:et)?|month|year)\.?$/u;
/** `Kontant (kr)¹`, `Kontant*`, `Kontant 1)`, `Kontant [1]`: what points to a note under the table. */
const FOOTNOTE = /[\u00B9\u00B2\u00B3\u2070-\u2079*†‡§#]+|[ ,]*\[?\b\d{1,2}[)\]]+(?=$|\s)/gu;
const YEAR = /(?:\b(?:ar|year|avser|for|under|in) ?)?(?<![\d.,])((?:19|20)\d\d)(?![\d.,]\d|\d)/gu;
const cache = new Map<string, HeadingNames>();

/** Without its unit, without any bracket, without `per månad`, without its year. */
export function headingNames(text: string): HeadingNames {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const names = namesOf(text);
  if (cache.size > 50_000) cache.clear();
  cache.set(text, names);
  return names;
}

function namesOf(text: string): HeadingNames {
  const bare = text.replace(FOOTNOTE, " ");
  const whole = [...spellings(bare)];
  const plain = folded(bare);
  const years = [...plain.matchAll(YEAR)].map((match) => Number(match[1]));
  const [year = null] = years;
  const isOne = years.length === 1 && year !== null && year >= FIRST_YEAR && year <= LAST_YEAR;
  if (isOne) whole.push(...spellings(plain.replace(YEAR, " ").replace(/[([] *[)\]]/gu, " ")));
  return { names: [...new Set(whole)].filter((name) => name !== ""), year: isOne ? year : null };
}

function spellings(text: string): readonly string[] {
  const bare = folded(text)
    .replace(/[([{][^)\]}]*[)\]}]/gu, " ")
    .trim();
  const monthly = bare.replace(PER_PERIOD, "");
  return [withoutUnit(text), bare, monthly, withoutUnit(monthly)].map(lookupKey);
}

/** Slips that two names of this length may be apart and still be taken for each other, when somebody is asked. */
function slipsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3;
}

/** Whether a folded name may be the other one, mistyped. */
export function isNear(name: string, other: string): boolean {
  const most = Math.min(slipsAllowed(name.length), slipsAllowed(other.length));
  return most > 0 && slips(name, other, most) <= most;
}

/** Letters to add, take away, change or swap with their neighbour to get from one text to the other; more than `most` is `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}
