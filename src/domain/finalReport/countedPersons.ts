// src/domain/finalReport/countedPersons.ts: whether a goal or a claim counts persons, told by its words, so that small groups can be hidden from the board.
import type { Decimal } from "../money";
import { folded } from "../lookupKey";

/** `per deltagare`: what the figure is shared out over is not what it counts. */
const PER = /\bper [\p{L}]+/gu;
const MONEY_OR_SCORE =
  /(?:^|[\s(,])(?:kr|kronor|tkr|mkr|sek|\w*kostnad\w*|budget\w*|\w*medel\w*|utnyttja\w*|forbruka\w*|index|poang|betyg|snitt\w*|genomsnitt\w*|costs?|funds?|used|spent|score|average)(?=$|[\s).,:;])/u;
const SHARE = /(?:^|[\s(,])(?:%|procent|andel\w*|kvot\w*|share|percent)(?=$|[\s).,:;])/u;
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
  if (
    MONEY_OR_SCORE.test(text) ||
    SHARE.test(text) ||
    figures.some((figure) => !figure.isInteger() || figure.isNegative())
  )
    return false;
  return PERSONS.test(text) || !TIME_OR_THINGS.test(text);
}

/** As `countsPersons`, of a claim that is a share: `figures` are what it is worked out from, as far as that is known. */
export function sharesPersons(words: string, figures: readonly Decimal[]): boolean {
  const text = folded(words)
    .replace(PER, " ")
    .replace(/%|\b(?:procent|percent)\b/gu, " ");
  if (MONEY_OR_SCORE.test(text) || figures.some((figure) => !figure.isInteger() || figure.isNegative())) return false;
  return PERSONS.test(text) || !TIME_OR_THINGS.test(text);
}
