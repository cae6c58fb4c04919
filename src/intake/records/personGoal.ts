// src/intake/records/personGoal.ts: whether a goal or a claim counts persons, told by its words, so that small groups can be hidden from the board.
import type { Decimal } from "../../domain/money";
import { folded } from "../../domain/lookupKey";

/** `per deltagare`: what the figure is shared out over is not what it counts. */
const PER = /\bper [\p{L}]+/gu;
const SHARE_OR_MONEY =
  /(?:^|[\s(,])(?:kr|kronor|tkr|mkr|sek|%|procent|andel\w*|kvot\w*|kostnad\w*|budget\w*|medel\w*|index|poang|betyg|snitt\w*|genomsnitt\w*|share|cost|percent|score|average)(?=$|[\s).,:;])/u;
const PERSONS =
  /deltagar|person|individ|avslut|\b(?:till|i) (?:\p{L}+ )?(?:arbete|studier|jobb|anstallning|utbildning)\b|arbete eller studier|sjalvforsorj|egen forsorjning|ungdom|kvinnor|\bman\b|klient|brukare|elev|inskriv|anvis|remit|aktuell|participant|people|clients|closures|\b(?:to|in) (?:work|studies|employment)\b/u;
const TIME_OR_THINGS =
  /\b(?:dag(?:ar)?|vecka|veckor|manad(?:er)?|timm(?:e|ar)|ar|traff(?:ar)?|mote(?:n)?|moten|utbildningar|kurs(?:er)?|aktivitet(?:er)?|arbetsgivare|foretag|tillfalle(?:n)?|workshops?|rapport(?:er)?|platser|insatser|samtal|days|weeks|months|hours|meetings|courses|employers)\b/u;

/**
 * Money, shares, time and things are no persons; words such as deltagare, avslutade, till arbete are; and so is a whole number with neither, since a figure
 * that is hidden in vain does less harm than one that is shown. `figures`: all must be whole for it to be a count.
 */
export function countsPersons(words: string, figures: readonly Decimal[]): boolean {
  const text = folded(words).replace(PER, " ");
  if (SHARE_OR_MONEY.test(text) || figures.some((figure) => !figure.isInteger() || figure.isNegative())) return false;
  return PERSONS.test(text) || !TIME_OR_THINGS.test(text);
}
