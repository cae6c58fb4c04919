// src/intake/statement/words.ts: what the words of a row's name say of it: structure first, then whether it is income or cost.
import { folded } from "../../domain/lookupKey";
import type { LineKind } from "../../domain/deviation/budget";
import type { EquityPart } from "./statement";

/** What a name says that its row is, whatever its figures. `maybe`: a sum where its figures say so, else a line. */
export type Structure =
  | { readonly is: "sum" | "result" | "year-result" | "maybe" | "plain" }
  | { readonly is: "equity"; readonly part: EquityPart }
  | { readonly is: "memo"; readonly why: "volume" | "ratio" | "part-of" | "left" };

const TOTAL =
  /^(?:(?:del|slut|total|mellan|grupp)?summa|s:a|sum|sub ?total|delsum|grand total|total|totalt|totala|totalsumma|i alt|samtliga)\b|\b(?:total|totalt|summa|totalsumma|sammanlagt|i alt)$/u;
const RESULT_WORD = /\p{L}*resultat(?:et)?\b/u;
/** `Resultat från andelar` is a line; so is a fund or a reserve. */
const NO_RESULT = /\bresultat(?:et)? (?:fran|i|av)\b|resultat(?:et)?s?(?:utjamning|fond|reserv|pave|palagg)/u;
const NET =
  /^(?:verksamhetens )?(?:netto(?:kostnad(?:er(?:na)?|en)?|resultat|utgift(?:er)?)?)\b|^(?:arets |periodens )?(?:over-? ?\/ ?underskott|overskott ?\/ ?underskott|vinst ?\/ ?forlust|overskott|underskott)$|^udekket|^finansieringsbehov|^finansierings?behov/u;
const YEAR_RESULT =
  /\b(?:arets|arsresultat(?:et)?|periodens|manadens|kvartalets|delarets) ?(?:[a-z]* )?(?:over|under|resultat|vinst)|^arsresultat/u;
const NOT_LAST = /\b(?:fore|efter|exkl|exklusive|inkl|inklusive|innan)\b/u;
const MAYBE =
  /\b(?:finansnetto|rantenetto|bruttoresultat|bruttovinst|nettokostnad\p{L}*|netto|kostnader|intakter|finansiella poster)\b/u;

const PART_OF = /^[-–(]* ?(?:varav|darav|herav|hvorav|of which)\b/u;
const VOLUME =
  /^(?:antal|snittantal|genomsnittligt antal|number of)\b|^(?:arsarbet|heltidstjanst|arsanstall|tillsvidareanstall)|^(?:deltagare|inskrivna|invanare|medlemmar|arsarbetare)$|\b(?:st|antal|timmar|personer)\)?$|\bantal (?:deltagare|arsarbetare|personer|timmar|avslutade)/u;
const RATIO =
  /^(?:andel|procent|procentuell|soliditet|nettokostnadsandel|forbrukningsgrad|utnyttjandegrad|avvikelse i|i procent)\b|^(?:.*\b)?i (?:procent|%)|^%|\(%\)|\b(?:kostnad(?:er)?|kr|kronor|pris|utgift|snittkostnad|nettokostnad|tkr)\b.{0,20}(?:\bper |\/ ?)(?:deltag|plats|person|elev|invanare|inv\b|timme|tim\b|hushall|individ|avslut|brukare|medlem|insats|manad)/u;
const LEFT =
  /^(?:aterstar|atersta(?:e)?nde|kvar(?:star|staende)?|kvar att|ofordelat kvar|outnyttja|ej forbrukat|differens|avvikelse|att fordela|check|kontroll)\b/u;

const EQUITY =
  /\begen? kapital|\beget kapital|egna kapital|\b(?:in|ut)gae?nde (?:balans|saldo|kapital|behallning|medel|overforing|fonder|kassa|reserv)|\bbalanserat? (?:resultat|overskott|kapital)|\bbalanserad(?:e)? (?:vinst|medel)|\bfritt eget|\backumulerat (?:over|under)skott|\bequity\b|\b(?:in|ut)g\.? (?:ek|eget)/u;
const OPENING =
  /\b(?:ingae?nde|ing|ingang|ingangen|arets borjan|periodens borjan|vid borjan|fran foregae?nde|opening|ib)\b/u;
const CLOSING = /\b(?:utgae?nde|utg|utgang|utgangen|arets slut|periodens slut|vid slut|closing|ub)\b/u;
const CHANGE = /\b(?:forandring|arets|periodens|change|resultat)\b/u;

/** What the name says; `plain` for a name that says nothing of structure, or none. */
export function structureOf(name: string | null): Structure {
  if (name === null) return { is: "plain" };
  const plain = bare(name);
  if (PART_OF.test(plain)) return { is: "memo", why: "part-of" };
  if (EQUITY.test(plain) && !/\b(?:ranta|avkastning|avkastningskrav)\b/u.test(plain))
    return { is: "equity", part: equityPart(plain) };
  if (VOLUME.test(plain)) return { is: "memo", why: "volume" };
  if (RATIO.test(plain)) return { is: "memo", why: "ratio" };
  if (LEFT.test(plain)) return { is: "memo", why: "left" };
  if (isResult(plain)) return { is: YEAR_RESULT.test(plain) && !NOT_LAST.test(plain) ? "year-result" : "result" };
  if (TOTAL.test(plain)) return { is: "sum" };
  return { is: MAYBE.test(plain) ? "maybe" : "plain" };
}

function isResult(plain: string): boolean {
  if (NO_RESULT.test(plain)) return false;
  return RESULT_WORD.test(plain) || NET.test(plain);
}

/** Which part of equity a name under the heading of equity is. */
export function equityPart(plain: string): EquityPart {
  if (OPENING.test(plain)) return "opening";
  if (CLOSING.test(plain)) return "closing";
  return CHANGE.test(plain) ? "change" : "other";
}

/** Folded, without leading numbers, marks, brackets with a unit, and a colon at the end. */
export function bare(name: string): string {
  return folded(name)
    .replace(/^[\d. )]+(?=\p{L})/u, "")
    .replace(/[*¹²³]+/gu, "")
    .replace(/\((?:tkr|kr|mkr|mnkr|ksek|sek)\)/gu, "")
    .replace(/[ .:]+$/u, "")
    .trim();
}

const INCOME =
  /intakt|inntekt|indtaegt|indtagt|inkomst|\bincome\b|\brevenues?\b|\bgrants?\b|\bfunding\b|medlemsavgift|medlemsbidrag|medlemskontingent|statsbidrag|statstilskud|driftbidrag|driftsbidrag|kommunbidrag|erhall|erhol|mottat|mottag|skatteintakt|skattemedel|kommunalskatt|\butjamning|forsaljning|projektmedel|medel fran|tilldelade|medfinansiering|finansieringsbidrag|\bbidrag\b|\banslag fran|\bgavor\b|sponsor|\bbruk av (?:lan|fond|disp)|verksamhetsbidrag|forbundsbidrag/u;
const COST =
  /kostnad|utgift|udgift|omkostning|\bcosts?\b|\bexpens|\bloner?\b|\blon\b|lonekost|arvode|\bhyr|lokal|personal|\bkop av|inkop|avskrivning|nedskrivning|lamnade|lamnat|\bbidrag till|utbetald|konsult|material|forsakring(?!skassan)|\bresor\b|\bresa\b|porto|telefon|\bel\b|telefoni|revision|\bstyrelse|\bkansli|administration|arbetsgivaravg|pension|utbildning|konferens|representation|sammantraden|\bit\b|programvar|licens|underhall|tjanster|reklam|marknadsforing|information|inventarier|stader|stadning|elkraft|varme|drift(?:en)?\b|\bvatten|tilskud til|trycksak|kompetensutveckling|utvardering/u;
const FROM =
  /^(?:ersattning|bidrag|medel|avgift(?:er)?|anslag|aterbetalning(?:ar)?|overforing(?:ar|er)?)(?: fran| fra)\b/u;
const GIVEN = /lamnade|lamnat|\bbidrag till|utbetald|\btilskud til/u;

const LAST_INCOME = /(?:intakt(?:er(?:na)?)?|inntekter|inkomst(?:er(?:na)?)?)$|\p{L}bidrag$/u;

/** Income or cost by name; null: the name says neither, or both. */
export function kindOfName(name: string | null): Exclude<LineKind, "net"> | null {
  if (name === null) return null;
  const plain = bare(name);
  if (FROM.test(plain)) return "income";
  if (GIVEN.test(plain)) return "cost";
  if (plain.includes("kostnadsersattning")) return null;
  // `Hyresintäkter`, `Kansli kostnader`: the last word, or the last part of a compound, decides.
  if (LAST_INCOME.test(plain) && !/kostnad|utgift/u.test(plain)) return "income";
  if (/(?:kostnad(?:er(?:na)?)?|utgift(?:er(?:na)?)?)$/u.test(plain) && !/intakt|inkomst/u.test(plain)) return "cost";
  const income = INCOME.test(plain);
  const cost = COST.test(plain);
  if (income === cost) return null;
  return income ? "income" : "cost";
}

/** `Kansli: Intäkter`, `Insatser kostnader`: the word itself says it, whatever the section's heading is about. */
export function kindOfLastWord(name: string | null): Exclude<LineKind, "net"> | null {
  const word = /(?:^|[ :])(intakt|inkomst|kostnad|utgift)(?:er(?:na)?)?$/u.exec(bare(name ?? ""))?.[1];
  if (word === undefined || /\boch\b/u.test(bare(name ?? ""))) return null;
  return word === "intakt" || word === "inkomst" ? "income" : "cost";
}

const INCOME_HEADING =
  /intakt|inntekt|inkomst|\bincome\b|\brevenue|medlemsbidrag|medlemsavgift|finansiering|finansiert|anslag fran|bidrag fran/u;
const COST_HEADING = /kostnad|utgift|\bcosts?\b|\bexpens|insatser|verksamhet(?:en)?$|administration/u;

/** What a section's heading, or the name of a closing sum, says of its rows. */
export function kindOfHeading(name: string | null): Exclude<LineKind, "net"> | null {
  if (name === null) return null;
  const plain = bare(name);
  const income = INCOME_HEADING.test(plain);
  const cost = COST_HEADING.test(plain);
  if (income === cost) return null;
  return income ? "income" : "cost";
}

/** What a title, or the heading over the names, says of all lines: fewer words than a section's heading, since it is about more. */
export function kindOfTitle(name: string): Exclude<LineKind, "net"> | null {
  const plain = bare(name);
  const income = /intakt|inkomst|medlemsbidrag|medlemsavgift|^medlem(?:mar)?$|\bbidrag fran\b/u.test(plain);
  const cost = /kostnad|utgift|\bcosts?\b/u.test(plain);
  return income === cost ? null : income ? "income" : "cost";
}

export function isEquityHeading(name: string | null): boolean {
  return name !== null && EQUITY.test(bare(name));
}

const PARTY =
  /forsakringskassa|arbetsformedling|\bregion(?:en)?\b|landsting|\bkommun(?:en|er|erna)?\b|\p{L}+ kommun\b|\bstaten?\b|medlem/u;

/** A member of the association, or another financier. */
export function isParty(name: string | null): boolean {
  return name !== null && PARTY.test(bare(name));
}

/** BAS and Kommun-Bas: class 3 is income, 4–7 are costs; class 8 is both, so that names and signs decide. */
export function kindOfAccount(account: string | null): Exclude<LineKind, "net"> | null {
  const digits = /^\s*(\d)\d{2,5}\b/u.exec(account ?? "")?.[1];
  if (digits === undefined) return null;
  if (digits === "3") return "income";
  return digits >= "4" && digits <= "7" ? "cost" : null;
}
