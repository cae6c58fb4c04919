// src/reference/incomeSources.ts: income source → who pays, the starting values of an editable table.
// Certainty `general`: follows from who decides and pays, not read in a source text; shown as such.
import { ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, OTHER_STATE } from "../domain/return/agency";
import type { IncomeSource } from "../domain/return/incomeSource";
import { Decimal } from "../domain/money";

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
    synonyms: ["Ekonomiskt bistånd", "Socialbidrag"],
    payer: KOMMUN,
    perHousehold: true,
    note: "Per hushåll",
  },
  { name: "Sjukpenning", payer: FORSAKRINGSKASSAN, taxed: true },
  { name: "Rehabiliteringspenning", payer: FORSAKRINGSKASSAN, taxed: true },
  {
    name: "Sjukersättning",
    synonyms: ["Sjuk- och aktivitetsersättning", "SJA", "Förtidspension"],
    payer: FORSAKRINGSKASSAN,
    taxed: true,
    note: "Beskattas; det gör inte försörjningsstöd",
  },
  {
    name: "Aktivitetsersättning",
    payer: FORSAKRINGSKASSAN,
    ends: "age-30",
    taxed: true,
    note: "Till och med månaden före 30 år; vad som följer måste anges",
  },
  {
    name: "Aktivitetsstöd",
    synonyms: ["Utvecklingsersättning"],
    payer: ARBETSFORMEDLINGEN,
    taxed: true,
    note: "Betalas ut av Försäkringskassan",
  },
  { name: "Etableringsersättning", payer: ARBETSFORMEDLINGEN, note: "Betalas ut av Försäkringskassan" },
  {
    name: "A-kassa",
    synonyms: ["Arbetslöshetsersättning"],
    payer: OTHER_STATE,
    taxed: true,
    note: "Inte medlem i förbundet",
  },
  { name: "Studiestöd", synonyms: ["CSN", "Utbildningsstöd"], payer: OTHER_STATE, note: "Inte medlem i förbundet" },
  {
    name: "Föräldrapenning",
    payer: FORSAKRINGSKASSAN,
    taxed: true,
    note: "Räknas inte som offentlig försörjning i uppföljningssystemet",
  },
  {
    name: "Subventionerad anställning",
    synonyms: ["Lönebidrag", "Nystartsjobb", "Trygghetsanställning", "OSA", "Utvecklingsanställning"],
    payer: ARBETSFORMEDLINGEN,
    note: "Belopp efter är bidraget till arbetsgivaren, aldrig noll",
  },
  {
    name: "Arbete",
    synonyms: ["Förvärvsarbete", "Anställning", "Egen försörjning", "Eget företag"],
    payer: null,
    taxed: true,
    note: "Skatteeffekt kan läggas till",
  },
  { name: "Studier", synonyms: ["Egenfinansierade studier"], payer: null },
  { name: "Pension", synonyms: ["Ålderspension"], payer: null, note: "Utanför kalkylen" },
  {
    name: "Annan offentlig försörjning",
    synonyms: ["Annan offentlig"],
    payer: OTHER_STATE,
    note: "Redovisas som ospecificerad",
  },
  { name: "Ingen offentlig försörjning", synonyms: ["Ingen"], payer: null },
];

/** The table the product starts from; the user's own replaces it. */
export const INCOME_SOURCES: readonly IncomeSource[] = ROWS.map((row) => ({
  name: row.name,
  synonyms: row.synonyms ?? [],
  payers: row.payer === null ? [] : [{ payer: row.payer, share: new Decimal(1) }],
  ends: row.ends ?? "pension",
  perHousehold: row.perHousehold ?? false,
  taxed: row.taxed ?? false,
  saving: "lower-spending",
  note: row.note ?? null,
  certainty: "general",
}));
