// src/intake/budget/heading.ts: what a column heading means: a key of the row, a measure, a total, or nothing known.
import { folded, lookupKey } from "../../domain/lookupKey";
import { withoutUnit } from "../unitText";
import { measureHeading, type MeasureHeading } from "./measureHeading";

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

export interface KeyHeading {
  readonly kind: "key";
  readonly role: KeyRole;
  /** Lower is better where several columns could play the role. */
  readonly rank: number;
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
    "beskrivning",
    "kontobeskrivning",
    "kontoslag",
    "kostnadselement",
    "anslagsnamn",
    "resultatrad",
    "rad",
    "verksamhetsomrade",
    "verksamhet",
    "verksamheter",
    "verksamhetenspost",
    "verksamhetensposter",
    "namnd",
    "namnder",
    "kostnadsstalle",
    "kostnadsstallen",
    "anslag",
    "budgetrad",
    "medlem",
    "medlemmar",
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
    "notnr",
    "anm",
    "merk",
    "merknad",
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

/** A heading is a few words; longer text is prose that happens to mention a budget. */
const LONGEST_HEADING = 60;

const cache = new Map<string, Heading | null>();

/** What the heading means; null when it is no heading we know. Case, spacing, å/ä/ö and a unit in brackets make no difference. */
export function headingOf(text: string): Heading | null {
  if (text.length > LONGEST_HEADING) return null;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const heading = keyHeading(text) ?? measureHeading(text);
  if (cache.size > 50_000) cache.clear();
  cache.set(text, heading);
  return heading;
}

/** A unit or brackets after the heading proper. */
const MIGHT_HAVE_MORE = /[([{]|kr|sek/iu;

function keyHeading(text: string): KeyHeading | null {
  const known = KEY_OF.get(lookupKey(text));
  if (known !== undefined || !MIGHT_HAVE_MORE.test(text)) return known ?? null;
  return (
    KEY_OF.get(lookupKey(withoutUnit(text))) ?? KEY_OF.get(lookupKey(folded(text).replace(/\(.*?\)/gu, ""))) ?? null
  );
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
  const key = lookupKey(name ?? "");
  return key === "deltagare" || ["antal", "arsarbet", "heltidstjanst"].some((start) => key.startsWith(start));
}
