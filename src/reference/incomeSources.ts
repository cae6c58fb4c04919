// src/reference/incomeSources.ts: income source → who pays, the starting values of an editable table.
// Certainty `general`: follows from who decides and pays, not read in a source text; shown as such.
// Synonyms are what people type for one support and no other. `Sjukskriven`, `arbetslös` and `deltid` are none: they do not say what is paid.
import { ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, OTHER_STATE } from "../domain/return/agency";
import { lookupKey } from "../domain/lookupKey";
import { type IncomeSource } from "../domain/return/incomeSource";
import { Decimal } from "../domain/money";
import { BENEFITS } from "./benefits/benefits";

const KOMMUN = "Kommun";

interface Row {
  readonly name: string;
  readonly synonyms?: readonly string[];
  readonly payer: string | null;
  readonly ends?: IncomeSource["ends"];
  readonly perHousehold?: true;
  readonly taxed?: true;
  readonly note?: string;
}

const ROWS: readonly Row[] = [
  {
    name: "Försörjningsstöd",
    synonyms: [
      "Ekonomiskt bistånd",
      "Socialbidrag",
      "Ek. bistånd",
      "Ekon. bistånd",
      "Soc.bidrag",
      "Soc",
      "Försörjningsst.",
      "Försörjningsstöd/ekonomiskt bistånd",
      "Ekonomiskt bistånd/försörjningsstöd",
      "Försörjningsstöd (ekonomiskt bistånd)",
      "Ekonomiskt bistånd (försörjningsstöd)",
    ],
    payer: KOMMUN,
    perHousehold: true,
    note: "Per hushåll",
  },
  { name: "Sjukpenning", synonyms: ["Sjukp.", "Sjukpen."], payer: FORSAKRINGSKASSAN, taxed: true },
  {
    name: "Rehabiliteringspenning",
    synonyms: ["Rehabpenning", "Rehab.p.", "Rehabiliteringsersättning", "Rehabersättning"],
    payer: FORSAKRINGSKASSAN,
    taxed: true,
  },
  {
    name: "Sjukersättning",
    synonyms: [
      "Sjuk- och aktivitetsersättning",
      "Sjuk-/aktivitetsersättning",
      "SJA",
      "Förtidspension",
      "Sjukers.",
      "Sjukersättn.",
    ],
    payer: FORSAKRINGSKASSAN,
    taxed: true,
    note: "Beskattas; det gör inte försörjningsstöd",
  },
  {
    name: "Aktivitetsersättning",
    synonyms: ["Aktivitetsers.", "Akt.ers.", "Akt.ersättning"],
    payer: FORSAKRINGSKASSAN,
    ends: "age-30",
    taxed: true,
    note: "Till och med månaden före 30 år; vad som följer måste anges",
  },
  {
    name: "Aktivitetsstöd",
    synonyms: ["Akt.stöd", "Aktivitetsst."],
    payer: ARBETSFORMEDLINGEN,
    taxed: true,
    note: "Betalas ut av Försäkringskassan",
  },
  {
    name: "Utvecklingsersättning",
    synonyms: ["Utvecklingsers.", "Utv.ers."],
    payer: ARBETSFORMEDLINGEN,
    note: "18–24 år, skattefri; betalas ut av Försäkringskassan",
  },
  {
    name: "Etableringsersättning",
    synonyms: ["Etableringsers.", "Etabl.ers."],
    payer: ARBETSFORMEDLINGEN,
    note: "Betalas ut av Försäkringskassan",
  },
  {
    name: "A-kassa",
    synonyms: ["Arbetslöshetsersättning", "A-kassan", "A-kasseersättning", "Alfakassan", "Alfakassa"],
    payer: OTHER_STATE,
    taxed: true,
    note: "Inte medlem i förbundet",
  },
  {
    name: "Studiestöd",
    synonyms: ["CSN", "Utbildningsstöd", "Studiemedel", "Studiebidrag", "Studiehjälp", "Studiestartsstöd"],
    payer: OTHER_STATE,
    note: "Inte medlem i förbundet",
  },
  {
    name: "Omställningsstudiestöd",
    synonyms: ["Omställningsstöd för studier"],
    payer: OTHER_STATE,
    taxed: true,
    note: "Inte medlem i förbundet",
  },
  {
    name: "Föräldrapenning",
    synonyms: ["Föräldrap."],
    payer: FORSAKRINGSKASSAN,
    taxed: true,
    note: "Räknas inte som offentlig försörjning i uppföljningssystemet",
  },
  {
    name: "Subventionerad anställning",
    synonyms: [
      "Lönebidrag",
      "Nystartsjobb",
      "Trygghetsanställning",
      "OSA",
      "Utvecklingsanställning",
      "Lönebidragsanställning",
      "Anställning med lönebidrag",
      "Arbete med lönebidrag",
      "Lön med lönebidrag",
      "Subventionerat arbete",
      "Subventionerad lön",
      "Lön, subventionerad",
      "Anställning med stöd",
      "Arbete med stöd",
      "Trygghetsanst.",
      "Offentligt skyddat arbete",
      "Skyddat arbete",
      "Introduktionsjobb",
      "Extratjänst",
      "Samhall",
    ],
    payer: ARBETSFORMEDLINGEN,
    note: "Belopp efter är bidraget till arbetsgivaren, aldrig noll",
  },
  {
    name: "Etableringsjobb",
    payer: FORSAKRINGSKASSAN,
    note: "Belopp efter är ersättningen till den anställde; lönen är arbetsgivarens",
  },
  { name: "Jobbpremie", payer: FORSAKRINGSKASSAN, note: "Skattefri, från mars 2026 till februari 2028" },
  {
    name: "Bostadstillägg",
    synonyms: ["Bostadstillägg till sjukersättning", "Bostadstillägg till aktivitetsersättning"],
    payer: FORSAKRINGSKASSAN,
    note: "Skattefritt; vid sidan av sjuk- eller aktivitetsersättning",
  },
  { name: "Bostadsbidrag", payer: FORSAKRINGSKASSAN, perHousehold: true, note: "Skattefritt; per hushåll" },
  {
    name: "Arbete",
    synonyms: [
      "Förvärvsarbete",
      "Anställning",
      "Egen försörjning",
      "Eget företag",
      "Lön",
      "Lönearbete",
      "Löneinkomst",
      "Lön från arbete",
      "Jobb",
      "Arbetar",
      "Anställd",
      "Reguljärt arbete",
      "Reguljär anställning",
      "Osubventionerat arbete",
      "Osubventionerad anställning",
      "Arbete utan stöd",
      "Anställning utan stöd",
      "Tillsvidareanställning",
      "Tillsvidareanställd",
      "Fast anställning",
      "Provanställning",
      "Visstidsanställning",
      "Timanställning",
      "Timanställd",
      "Vikariat",
      "Självförsörjande",
      "Egenföretagare",
      "Egen företagare",
      "Egen firma",
    ],
    payer: null,
    taxed: true,
    note: "Skatteeffekt kan läggas till",
  },
  { name: "Studier", synonyms: ["Egenfinansierade studier", "Studier utan studiestöd"], payer: null },
  { name: "Pension", synonyms: ["Ålderspension", "Allmän pension"], payer: null, note: "Utanför kalkylen" },
  {
    name: "Annan offentlig försörjning",
    synonyms: ["Annan offentlig"],
    payer: OTHER_STATE,
    note: "Redovisas som ospecificerad",
  },
  {
    name: "Ingen offentlig försörjning",
    synonyms: ["Ingen", "Ingen inkomst", "Ingen försörjning", "Saknar försörjning", "Ingen ersättning"],
    payer: null,
  },
];

/** Names of the rules of a support: whoever writes one has said which variant it is. */
function ruleNames({ name, synonyms = [] }: Row): string[] {
  const rules = BENEFITS.rules.filter(({ source }) => source === name);
  const known = new Set([name, ...synonyms].map(lookupKey));
  return rules.flatMap(({ names }) => names).filter((each) => !known.has(lookupKey(each)));
}

/** The table the product starts from; the user's own replaces it. */
export const INCOME_SOURCES: readonly IncomeSource[] = ROWS.map((row) => ({
  name: row.name,
  synonyms: [...(row.synonyms ?? []), ...ruleNames(row)],
  payers: row.payer === null ? [] : [{ payer: row.payer, share: new Decimal(1) }],
  ends: row.ends ?? "pension",
  perHousehold: row.perHousehold ?? false,
  taxed: row.taxed ?? false,
  saving: "lower-spending",
  note: row.note ?? null,
  certainty: "general",
}));
