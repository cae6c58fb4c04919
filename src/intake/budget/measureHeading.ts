// src/intake/budget/measureHeading.ts: what a heading says of the amounts below it: outcome, budget, deviation, another version, which
// part of a net amount, for which period. Words are matched folded, Swedish with their Norwegian, Danish and English cousins.
import type { Version } from "../../domain/deviation/budget";
import { folded, plainSpaces } from "../../domain/lookupKey";
import { readPeriodText } from "../periodLabel";
import { withoutUnit } from "../unitText";

/** `share`: a percentage, a change or something else that is understood and read by nobody. */
export type Measure = "outcome" | "budget" | "deviation" | "share" | "version";

/** Which amounts a column holds of rows that have both: all of them, the income, the cost, or income and cost together. */
export type MeasurePart = "all" | "income" | "cost" | "net";

export interface MeasureHeading {
  readonly kind: "measure";
  readonly measure: Measure;
  readonly version: Version | null;
  readonly part: MeasurePart;
  /** What the heading says beside the measure: a period, or nothing. */
  readonly rest: string;
  /** The heading says that the column is a total: `Utfall totalt`, `Ack. budget`. */
  readonly total: boolean;
  /** Since the year began: `Ack. utfall`, `Utfall t.o.m. augusti`, `Utfall per 2024-08-31`. */
  readonly accumulated: boolean;
  /** `Helårsbudget`, `Årsbudget`: all of the year, whatever stands beside it. */
  readonly wholeYear: boolean;
  /** Lower is better where several columns could be the same measure of the same period. */
  readonly rank: number;
}

const MIGHT_BE_MEASURE =
  /utf|bud[gs]|bokf|boks|actual|outcome|avv|afv|prog|fore|diff|devia|varia|kvar|terst|%|proc|pros|f.rbr|forbr|verkli|rekv|requis|redov|regnsk|realis|bevilj|utbet|upparb|netto|ackum|f.reg|^fg|fjol|f.rg.ende|f.rra|.ndr|plan|fakti|faktu|cumul|^ack|tilldel|disponib|dispon|nyttj|anv.n[dt]|ianspr|beslut|anslag|avsat|anvis|avsedd|ber.kn|mot |jmf|j.mf|.ver|inbet|erh.ll/iu;

type Word = readonly [pattern: RegExp, rank: number];

/** Best first: what is booked, then what stands in for it in tables that are not kept in the books. */
const OUTCOMES: readonly Word[] = [
  [
    /\b(?:ars)?(?:utfall(?:et)?|utf|actuals?|outcome|bokfor[dt]a?|bokfort belopp|bokslut(?:et)?|redovisa[dt]e?|redovisning(?:en)?|redov|regnskap(?:et)?|regnskab(?:et)?|realisere[dt]|forbruka(?:d|t|de)|forbrukning|forbr|forbrug|verklig[at]?|faktisk[at]?|fakturera[dt])\b\.?/u,
    0,
  ],
  [/\b(?:anvan(?:t|da?|de)|(?:ut)?nyttja(?:d|t|de)|ianspraktag(?:na?|et)|disponera(?:d|t|de))\b/u, 0.5],
  [/\b(?:upparbeta(?:d|t|de)|upparb)\b\.?/u, 1],
  [/\b(?:rekvirera(?:d|t|de)|rekv)\b\.?/u, 2],
  [/\b(?:utbetal(?:a[dt]|[dt]a?)|utbet)\b\.?/u, 3],
  [/\bnetto ?(?:kostnad(?:er)?|utfall|utgift(?:er)?)\b/u, 4],
];
const COMPOUND = "ars|helars|delars|periodens?|perioden|totala?|projekt|netto|drifts?|intern|detalj|kostnads";
const BUDGETS: readonly Word[] = [
  [new RegExp(`\\b(?:${COMPOUND})? ?(?:budget(?:en|era[dt]|erad|ed|belopp)?|budsjett(?:et|ert)?)\\b`, "u"), 0],
  [/\b(?:beviljade medel|bevilja[dt]|bevilj)\b\.?/u, 1],
  [
    /\b(?:tilldela[dt]e?(?: medel)?|tilldelad ram|(?:besluta(?:de|d)|faststall[dt]a?|planera(?:de|d)|beraknade?|anslagna|avsatta|anvisade|avsedda|budgetera(?:de|d)) (?:medel|ram|belopp|kostnad(?:er)?|utgift(?:er)?))\b/u,
    2,
  ],
  [/\bbudget-?ram(?:en|ar)?\b/u, 2],
];
const FORECAST = /\b(?:ars|helars)?(?:prognos(?:en)?|prognose|prog|forecast)\b\.?/u;
const DEVIATION =
  /\b(?:budget|budsjett|netto)? ?-?(?:avvikelse[nr]?|avvik|avv|afvigelse[rn]?|diff(?:erens|erense|erans)?|differanse|deviation|variance|kvar(?:staende|varande)?|aterstar|aterstaende|att forbruka|disponibelt|(?:ej|icke|inte) (?:annu )?(?:forbruka[dt]e?|(?:ut)?nyttja[dt]e?|anvan[dt][at]?|upparbeta[dt]e?|ianspraktag(?:na?|et)|disponera[dt]e?)(?: medel)?|(?:oforbruka|outnyttja|onyttja|oanvan|odisponera)[dt][ae]?(?: medel)?)\b\.?|^(?:mot|jmf|jfr|jamfort|jamforelse|i forhallande till)\.? (?:med |mot )?budget(?:en)?$|\bover(?:skott)?-?(?: ?\/ ?)-?underskott\b/u;
/** What is not yet booked or paid is neither spent nor left. */
const NOT_YET = /\b(?:ej|icke|inte) (?:annu )?(?:utbetal|bokfor|fakturera|redovisa|betal)\p{L}*/u;
/** A number of persons, hours or things is planned and reached, but never money. */
const COUNT = /\b(?:antal|st|styck|tim|timmar|dagar|platser|deltagare|personer|arsarbetare|heltidstjanster)\b/u;
/** What a budget was changed by, which is no budget: `Tilläggsanslag`, `Budgetjustering`, `Ombudgetering`. */
const CHANGE =
  /\b(?:(?:budget|anslags)?-?(?:andring(?:ar)?|justering(?:ar)?|omforing(?:ar)?|forandring(?:ar)?)|ombudgetering(?:ar)?|om(?:disponering|fordelning)(?:ar)?|tillagg(?:sanslag|sbudget)?|budgettillskott|overfor(?:t|ing) fran)\b/u;
const CHANGED =
  /\b(?:inkl(?:usive|\.)?|efter|med|exkl(?:usive|\.)?|fore|utan) (?:ta\b|tb\b|om|tillagg|andring|justering)/u;
const SHARE =
  /%|\bprocent\b|\w+procent\b|\bprosent|\bprocentuell|\bandel\b|\bpercent\b|\bshare\b|\bforbrukningsgrad\b|\bindex\b/u;
/** A change since another year, a ratio to something that is counted, a plan for years to come. */
const OTHER =
  /\b(?:forandr(?:ing)?|endring|andring mot|change)\b|\bper (?!ar\b|manad|den\b|period|\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|oct|nov|dec|kv|tert|halv)\p{L}+|^plan\b/u;
const LAST_YEAR =
  /\b(?:fg|foreg|foregaende|forgaende|forra|forriga|fjor|last|previous|prior) ?\.? ?(?:ars?|aret|year)(?: ?s)?\b|\b(?:i fjol|fjolaret)\b|\bfg\b\.?/u;
/** Plain `Upparbetat` may be all that was spent, which is the outcome: the heading must say that the funds are not drawn. */
const WORKED_UP =
  /\b(?:upparbeta(?:t|de|d)[ ,/-]*(?:men )?)?(?:ej|inte|icke)(?: annu)? rekv(?:irera(?:t|de|d)\b|\.)|\b(?:worked[ -]up[ ,/-]*(?:but )?)?not(?: yet)? requisitioned\b/u;
const INCLUDING = /\b(?:inkl(?:usive)?|exkl(?:usive)?|utan|incl(?:uding)?|excl(?:uding)?|without)\b/u;
const REVISED =
  /\b(?:revider(?:ad|at)|rev|ny|andrad|omarbetad|justerad|uppdaterad|revised|updated)\b\.?|\b(?:inkl(?:usive)?\.?|efter|med) (?:ta\b|tb\b|om\p{L}+|tillagg\p{L}*|andring\p{L}*|justering\p{L}*)/u;
const ORIGINAL =
  /\b(?:ursprunglig|ursprungsbudget|urspr|original|initial|beslutad fran borjan)\b\.?|\b(?:exkl(?:usive)?\.?|fore|utan) (?:ta\b|tb\b|om\p{L}+|tillagg\p{L}*|andring\p{L}*|justering\p{L}*)/u;
const ACCUMULATED =
  /\b(?:ack|ackumulera[dt]e?|accumulated|cumulative|hittills|ytd|t\.? ?o\.? ?m|till och med|tom|to date)\b\.?|\b(?:per|pr)\b\.?(?= ?(?:den )?(?:\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|oct|nov|dec|kv|tert|halv))/u;
const TOTAL =
  /\b(?:totalt?|totala|summa|sum|s:a|samtliga|hela perioden|alla ar|in total|entire period|whole period|all years|ack|ackumulera[dt]e?|accumulated|cumulative|hittills|ytd)\b\.?/u;
const WHOLE_YEAR =
  /\b(?:helar|helars|helaret|arsbudget|arsbudsjett|helarsbudget|arsprognos|helarsprognos|full year)\b|^(?:budget|prognos) (?:ar|aret)$/u;
const PARTS: readonly (readonly [MeasurePart, RegExp])[] = [
  ["income", /\b(?:intakt(?:er)?|inkomst(?:er)?|inntekt(?:er)?|indtagt(?:er)?|income|revenue)\b/u],
  ["net", /\bnetto ?(?:kostnad(?:er)?|utfall|budget|utgift(?:er)?)?\b|\bnet\b/u],
  ["cost", /\b(?:kostnad(?:er)?|utgift(?:er)?|costs?|expenses?|udgift(?:er)?)\b/u],
];
/** Words that only join the others. */
const FILLERS = /\b(?:mot|i|for|enligt|enl|per|pr|av|(?<!till )och|vs|belopp|medel|perioden|periodens?|ar)\b\.?/gu;

/** What the heading means; null: it is none that we know. `text` is a few words; case, spacing, accents and units make no difference. */
export function measureHeading(text: string): MeasureHeading | null {
  if (!MIGHT_BE_MEASURE.test(text.includes("\n") ? unbroken(text) : text)) return null;
  const words = wordsOf(text);
  if (words.split(" ").length > 8) return null;
  const known = kindOf(words, text);
  if (known === null) return null;
  const { measure, version, rest, rank } = known;
  return measured(measure, version, rest, { words, text, rank });
}

/**
 * A heading that is one only over amounts: in a column of names `Intäkter` and `Kostnader` are lines, and `Perioden` over periods is a
 * key. The outcome, unless the heading (with the one above it) says otherwise.
 */
export function partHeading(text: string): MeasureHeading | null {
  const words = wordsOf(text);
  if (words.length > 40) return null;
  const named = partOf(words);
  if (named !== null) {
    const rest = words.replace(PARTS.find(([part]) => part === named)![1], " ");
    if (restIsPeriod(rest)) return { ...measured("outcome", null, rest, { words, text, rank: 4 }), part: named };
  }
  if (/^(?:period|perioden|manaden?|period(?:ens)? belopp)$/u.test(words))
    return measured("outcome", null, "", { words, text, rank: 5 });
  if (/^(?:ackumulera[dt]e?|ack|ack belopp|hittills i ar|ytd)\.?$/u.test(words))
    return measured("outcome", null, "", { words, text, rank: 4 });
  return null;
}

/** A heading over what the budget was changed by. The budget after the change is none. */
export function isBudgetChange(text: string): boolean {
  const words = wordsOf(text);
  return words.length < 40 && CHANGE.test(words) && !CHANGED.test(words) && !REVISED.test(words);
}

/** A column of amounts headed by a period alone, in a table whose budget has a heading of its own. */
export function periodHeading(period: string): MeasureHeading {
  return { ...measured("outcome", null, "", { words: "", text: "", rank: 6 }), rest: period };
}

function partOf(words: string): MeasurePart | null {
  return PARTS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function restIsPeriod(rest: string): boolean {
  const left = rest.replace(/\b(?:ack|totalt?)\b\.?/gu, " ").trim();
  return left === "" || readPeriodText(left, 2000).kind === "period";
}

/** Folded, without unit and footnote marks, words that a line break or a missing space joined or split made whole. */
function wordsOf(text: string): string {
  return withoutUnit(
    unbroken(text)
      .replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, " ")
      .replace(/[*†‡¹²³⁴]+|(?<=\p{L}|\d{4}) ?\b\d\)$/gu, " "),
  )
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, " / ")
    .replace(/ ?- ?/gu, "-")
    .replace(/[ :.]+$/u, (end) => (end.includes(".") ? "." : ""));
}

/** Words that a line break splits, with their hyphen, and soft hyphens. */
function unbroken(text: string): string {
  return text.replace(/(\p{L})[-\u00AD]\s*[\r\n]+\s*(\p{Ll})/gu, "$1$2").replace(/\u00AD/gu, "");
}

interface Known {
  readonly measure: Measure;
  readonly version: Version | null;
  readonly rest: string;
  readonly rank: number;
}

function kindOf(words: string, text: string): Known | null {
  const label = plainSpaces(text);
  const version = (kind: Version["kind"], rest: string): Known => ({
    measure: "version",
    version: { kind, label },
    rest,
    rank: 0,
  });
  const other: Known = { measure: "share", version: null, rest: "", rank: 0 };
  if (WORKED_UP.test(words) && !INCLUDING.test(words)) return version("worked-up", without(words, WORKED_UP));
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(words));
  const budget = BUDGETS.find(([pattern]) => pattern.test(words));
  const deviation = DEVIATION.test(words);
  const forecast = FORECAST.test(words);
  if (!deviation && outcome === undefined && budget === undefined && !forecast) {
    if (LAST_YEAR.test(words) && without(words, LAST_YEAR, ACCUMULATED, TOTAL) === "") return version("last-year", "");
    return (SHARE.test(words) && words.length < 12) || /^plan\b/u.test(words) || OTHER.test(words) ? other : null;
  }
  if (SHARE.test(words) || OTHER.test(words) || COUNT.test(words)) return other;
  if (!deviation && (NOT_YET.test(words) || isBudgetChange(text))) return other;
  const outcomes = OUTCOMES.map(([pattern]) => pattern);
  const budgets = BUDGETS.map(([pattern]) => pattern);
  if (deviation) {
    if (forecast || LAST_YEAR.test(words)) return other;
    return { measure: "deviation", version: null, rest: without(words, DEVIATION, ...outcomes, ...budgets), rank: 0 };
  }
  if (outcome !== undefined && budget !== undefined) return other;
  if (forecast) return version("forecast", without(words, FORECAST));
  if (outcome !== undefined) {
    if (LAST_YEAR.test(words)) return version("last-year", "");
    return { measure: "outcome", version: null, rest: without(words, outcome[0]), rank: outcome[1] };
  }
  if (LAST_YEAR.test(words)) return other;
  const left = without(words, ...budgets);
  if (REVISED.test(words)) return version("revised-budget", without(left, REVISED));
  if (ORIGINAL.test(words)) return version("original-budget", without(left, ORIGINAL));
  return { measure: "budget", version: null, rest: left, rank: budget?.[1] ?? 0 };
}

function measured(
  measure: Measure,
  version: Version | null,
  rest: string,
  { words, text, rank }: { readonly words: string; readonly text: string; readonly rank: number },
): MeasureHeading {
  const part = measure === "outcome" || measure === "budget" ? (partOf(words) ?? "all") : "all";
  const bare = PARTS.reduce((left, [, pattern]) => left.replace(pattern, " "), rest)
    .replace(TOTAL, " ")
    .replace(WHOLE_YEAR, " ")
    .replace(FILLERS, " ");
  const left = /^(?:t\.? ?o\.? ?m\.?|till och med|tom|per|pr)\.?$/u.test(bare.trim()) ? "" : bare;
  return {
    kind: "measure",
    measure,
    version,
    part,
    rest: sourceWords(text, new Set(left.split(/[ ,;:()]+/u))),
    total: TOTAL.test(words),
    accumulated: ACCUMULATED.test(words),
    wholeYear: WHOLE_YEAR.test(words),
    rank,
  };
}

/** The words of the source, with its own letters and dashes, whose folded form is kept. */
function sourceWords(text: string, kept: ReadonlySet<string>): string {
  return plainSpaces(unbroken(text))
    .replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, " ")
    .replace(/ ?([-\u2010-\u2015\u2212]) ?/gu, "$1")
    .split(/[ ,;:()*]+/u)
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
  if (words.length > 40 || !TOTAL.test(words)) return false;
  return ![...OUTCOMES, ...BUDGETS].some(([pattern]) => pattern.test(words));
}
