// src/intake/budget/heading.ts: what a column heading means: a key of the row, a measure, a total, or nothing known.
import type { Version } from "../../domain/deviation/budget";
import { folded, foldedKey, plainSpaces } from "../fold";
import { withoutUnit } from "../unitText";

/**
 * What a key column holds. `account` stands in for the line where no better column does. A `voucher` column says that the rows are
 * entries in a ledger: several of them for one line and period are summed, where a table of totals may hold only one.
 */
export type KeyRole =
  | "line"
  | "account"
  | "period"
  | "year"
  | "part-of-year"
  | "initiative"
  | "party"
  | "remark"
  | "series-break"
  | "voucher";

/** `share` is a percentage, read by nobody. */
export type Measure = "outcome" | "budget" | "deviation" | "share" | "version";

export interface KeyHeading {
  readonly kind: "key";
  readonly role: KeyRole;
  /** Lower is better where several columns could play the role. */
  readonly rank: number;
}

export interface MeasureHeading {
  readonly kind: "measure";
  readonly measure: Measure;
  readonly version: Version | null;
  /** What the heading says beside the measure: a period, or nothing. */
  readonly rest: string;
  /** The heading says that the column is a total: `Utfall totalt`, `Ack. budget`. */
  readonly total: boolean;
  /** `Helårsbudget`, `Årsbudget`: all of the year, whatever stands beside it. */
  readonly wholeYear: boolean;
}

export type Heading = KeyHeading | MeasureHeading;

const KEYS: Readonly<Record<KeyRole, readonly string[]>> = {
  line: [
    "kostnadsslag",
    "kostnadslag",
    "kostnadsslagen",
    "kostnadspost",
    "kostnadsposter",
    "costline",
    "budgetpost",
    "kostnad",
    "kostnader",
    "post",
    "poster",
    "kontonamn",
    "kontobenamning",
    "kontotext",
    "benamning",
    "costitem",
    "costtype",
    "item",
  ],
  account: ["konto", "kontonr", "kontonummer", "account", "accountno", "accountnumber"],
  period: [
    "period",
    "perioden",
    "datum",
    "date",
    "bokforingsdatum",
    "tid",
    "tidsperiod",
    "redovisningsperiod",
    "armanad",
    "periodarmanad",
  ],
  year: ["ar", "year", "kalenderar", "verksamhetsar", "budgetar", "rakenskapsar"],
  "part-of-year": ["manad", "month", "kvartal", "quarter", "halvar", "halfyear", "tertial", "delar"],
  initiative: [
    "insats",
    "insatsensnamn",
    "projekt",
    "projektnamn",
    "projektetsnamn",
    "initiative",
    "project",
    "aktivitet",
  ],
  party: ["part", "parter", "samverkanspart", "myndighet", "finansiar", "party", "agency"],
  voucher: [
    "verifikat",
    "verifikation",
    "ver",
    "vernr",
    "verifikatnr",
    "verifikationsnr",
    "verifikationsnummer",
    "voucher",
    "voucherno",
  ],
  remark: [
    "kommentar",
    "kommentarer",
    "anmarkning",
    "anmarkningar",
    "notering",
    "noteringar",
    "comment",
    "comments",
    "remark",
    "note",
    "not",
  ],
  "series-break": [
    "seriebrott",
    "seriesbrott",
    "brottiserien",
    "brottiserie",
    "tidsseriebrott",
    "brottitidsserien",
    "brottitidsserie",
    "andratinnehall",
    "seriesbreak",
    "breakinseries",
    "breakintheseries",
  ],
};
const KEY_OF = new Map<string, KeyHeading>(
  (Object.keys(KEYS) as KeyRole[]).flatMap((role) =>
    KEYS[role].map((key, rank) => [key, { kind: "key", role, rank }] as const),
  ),
);

const MIGHT_BE_MEASURE =
  /utf|budg|bokf|actual|outcome|avv|prog|forec|diff|devia|varia|kvar|terst|%|procent|f.rbr|verkli|rekv|requis/iu;
const OUTCOME = /\b(?:utfall(?:et)?|actuals?|outcome|bokfor[dt]a?|forbrukat|forbrukning|verklig[at]?)\b/u;
const BUDGET = /\b(?:ars|helars|periods?|period|totala?|projekt)?budget(?:en|erat|erad|ed)?\b/u;
const FORECAST = /\b(?:ars|helars)?(?:prognos(?:en)?|forecast)\b/u;
const DEVIATION =
  /\b(?:budget)?(?:avvikelse[nr]?|avv|diff(?:erens)?|deviation|variance|kvar(?:staende)?|aterstar|aterstaende)\b/u;
const SHARE = /%|\bprocent\b|\bprocentuell|\bandel\b|\bpercent\b|\bshare\b/u;
const LAST_YEAR = /\b(?:fg|foreg|foregaende|forra|forriga|last|previous|prior) ?\.? ?(?:ars?|aret|year)?(?: ?s)?\b/u;
/** Plain `Upparbetat` may be all that was spent, which is the outcome: the heading must say that the funds are not drawn. */
const WORKED_UP =
  /\b(?:upparbeta(?:t|de|d)[ ,/-]*(?:men )?)?(?:ej|inte|icke)(?: annu)? rekv(?:irera(?:t|de|d)\b|\.)|\b(?:worked[ -]up[ ,/-]*(?:but )?)?not(?: yet)? requisitioned\b/u;
const INCLUDING = /\b(?:inkl(?:usive)?|exkl(?:usive)?|utan|incl(?:uding)?|excl(?:uding)?|without)\b/u;
const REVISED = /\b(?:revider(?:ad|at)|rev|ny|andrad|omarbetad|justerad|uppdaterad|revised|updated)\b\.?/u;
const ORIGINAL = /\b(?:ursprunglig|ursprungsbudget|urspr|original|initial|beslutad fran borjan)\b\.?/u;
const TOTAL =
  /\b(?:totalt?|totala|summa|sum|s:a|samtliga|hela perioden|alla ar|in total|entire period|whole period|all years|ack|ackumulera[dt]|accumulated|cumulative)\b\.?/u;
const WHOLE_YEAR = /\b(?:helar|helars|helaret|arsbudget|helarsbudget|arsprognos|helarsprognos|full year)\b/u;
/** A heading is a few words; longer text is prose that happens to mention a budget. */
const LONGEST_HEADING = 60;

const cache = new Map<string, Heading | null>();

/** What the heading means; null when it is no heading we know. Case, spacing, å/ä/ö and a unit in brackets make no difference. */
export function headingOf(text: string): Heading | null {
  if (text.length > LONGEST_HEADING) return null;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const heading = keyHeading(text) ?? (MIGHT_BE_MEASURE.test(text) ? measureHeading(text) : null);
  if (cache.size > 50_000) cache.clear();
  cache.set(text, heading);
  return heading;
}

/** A unit or brackets after the heading proper. */
const MIGHT_HAVE_MORE = /[([{]|kr|sek/iu;

function keyHeading(text: string): KeyHeading | null {
  const known = KEY_OF.get(foldedKey(text));
  if (known !== undefined || !MIGHT_HAVE_MORE.test(text)) return known ?? null;
  return (
    KEY_OF.get(foldedKey(withoutUnit(text))) ?? KEY_OF.get(foldedKey(folded(text).replace(/\(.*?\)/gu, ""))) ?? null
  );
}

function measureHeading(text: string): MeasureHeading | null {
  const words = withoutUnit(text)
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, " / ")
    .replace(/ ?- ?/gu, "-");
  if (words.split(" ").length > 8) return null;
  const label = plainSpaces(text);
  if (WORKED_UP.test(words) && !INCLUDING.test(words))
    return measured("version", { kind: "worked-up", label }, without(words, WORKED_UP), words, text);
  const deviation = DEVIATION.test(words);
  const outcome = OUTCOME.test(words);
  const budget = BUDGET.test(words);
  const forecast = FORECAST.test(words);
  if (!deviation && !outcome && !budget && !forecast)
    return SHARE.test(words) && words.length < 12 ? measured("share", null, "", words, text) : null;
  if (SHARE.test(words)) return measured("share", null, "", words, text);
  if (deviation)
    return forecast
      ? measured("share", null, "", words, text)
      : measured("deviation", null, without(words, DEVIATION, OUTCOME, BUDGET), words, text);
  if (outcome && budget) return measured("share", null, "", words, text);
  if (forecast) return measured("version", { kind: "forecast", label }, without(words, FORECAST), words, text);
  if (outcome) {
    if (LAST_YEAR.test(words)) return measured("version", { kind: "last-year", label }, "", words, text);
    return measured("outcome", null, without(words, OUTCOME), words, text);
  }
  if (REVISED.test(words))
    return measured("version", { kind: "revised-budget", label }, without(words, REVISED, BUDGET), words, text);
  if (ORIGINAL.test(words))
    return measured("version", { kind: "original-budget", label }, without(words, ORIGINAL, BUDGET), words, text);
  return measured("budget", null, without(words, BUDGET), words, text);
}

function measured(
  measure: Measure,
  version: Version | null,
  rest: string,
  words: string,
  text: string,
): MeasureHeading {
  const left = rest
    .replace(TOTAL, " ")
    .replace(WHOLE_YEAR, " ")
    .replace(/\b(?:mot|i|for|enligt|per|av|och|vs)\b/gu, " ");
  return {
    kind: "measure",
    measure,
    version,
    rest: sourceWords(text, new Set(left.split(/[ ,;:()]+/u))),
    total: TOTAL.test(words),
    wholeYear: WHOLE_YEAR.test(words),
  };
}

/** The words of the source, with its own letters and dashes, whose folded form is kept. */
function sourceWords(text: string, kept: ReadonlySet<string>): string {
  return plainSpaces(text)
    .replace(/ ?([-\u2010-\u2015\u2212]) ?/gu, "$1")
    .split(/[ ,;:()]+/u)
    .filter((word) => word !== "" && kept.has(folded(word)))
    .join(" ");
}

function without(words: string, ...patterns: readonly RegExp[]): string {
  return patterns
    .reduce((rest, pattern) => rest.replace(pattern, " "), words)
    .replace(/ +/gu, " ")
    .trim();
}

/** A heading over a block of totals: `Hela perioden`, `Totalt`, `Summa`, `Ackumulerat`. */
export function isTotalLabel(text: string): boolean {
  const words = withoutUnit(text);
  return words.length <= 40 && TOTAL.test(words) && !OUTCOME.test(words) && !BUDGET.test(words);
}

const TOTAL_LINE =
  /^(?:(?:del|slut|total|mellan)?summa|s:a|sum|sub ?total|grand total|total|totalt|totala|totalsumma|resultat|arets resultat|netto|nettokostnad(?:er)?|nettoresultat)\b|\b(?:total|totalt|summa|totalsumma)[ .:]*$/u;

/** A cost line that by its name is a total: `KOSTNADER Total`, `Summa kostnader`, `Delsumma`, `Resultat`. */
export function isTotalLine(name: string): boolean {
  return TOTAL_LINE.test(folded(name).replace(/^[\d. )]+/u, ""));
}

/** A total by name that is a result (income less costs), which need not be the sum of what is above it. */
export function isResultLine(name: string): boolean {
  return /\b(?:resultat|netto)/u.test(folded(name));
}

const INCOME =
  /\b(?:intakt(?:er)?|bidrag|statsbidrag|finansiering|medel fran|medfinansiering|anslag|medlemsavgift(?:er)?|income|grants?|revenue|funding|rantintakt(?:er)?)/u;

/** A line that by its name is income, whose sign says nothing of how costs are written. */
export function isIncomeLine(name: string): boolean {
  const plain = folded(name);
  return INCOME.test(plain) && !/\b(?:lamnade|utbetalda|kostnad)/u.test(plain);
}

/** True of a row that counts people, posts or hours inside a table of amounts: `Antal deltagare`, `Årsarbetare`. */
export function isVolumeName(name: string | null): boolean {
  const key = foldedKey(name ?? "");
  return key === "deltagare" || ["antal", "arsarbet", "heltidstjanst"].some((start) => key.startsWith(start));
}
