// src/text/rollUp.sv.ts: a folder's roll-up in Swedish.
import type { RollUpTexts } from "./rollUp";

export const rollUpSv: RollUpTexts = {
  title: "Samlad uppföljning",
  filesTitle: "Filer i samlingen",
  names: { overview: "Översikt", files: "Filer" },
  head: {
    folder: "Mapp",
    files: "Filer",
    filesValue: (read, refused, doubled, failed) =>
      `${read} lästa, ${refused} avvisade, ${doubled} dubbletter, ${failed} avbrutna`,
    date: "Datum",
  },
  columns: {
    initiative: "Insats",
    file: "Fil",
    sheet: "Blad",
    budget: "Budget, kr",
    outcome: "Utfall, kr",
    deviation: "Avvikelse, kr",
    share: "Andel av budget",
    forecast: "Helårsprognos, kr",
    forecastDeviation: "Prognosens avvikelse, kr",
    marked: "Markerade rader",
    unitCost: "Kostnad per deltagare, kr",
    persons: "Deltagare",
    paidIn: "Satsat, kr",
    paidBack: "Tillbaka inom 5 år, kr",
    ratio: "Tillbaka per satsad krona",
    payback: "Återbetalt månad",
  },
  total: "Summa",
  totalNote: "Pengar tillbaka summeras inte: dolda insatser skulle gå att räkna fram.",
  signNote: "Kostnader är negativa och intäkter positiva. En positiv avvikelse är gynnsam.",
  maskedNote: "Dolt: färre än fem deltagare.",
  masked: "dolt",
  fileColumns: {
    file: "Fil",
    state: "Läst",
    rows: "Rader",
    used: "Använda",
    setAside: "Undantagna",
    questions: "Frågor",
    level: "Nivå",
    place: "Var",
    remark: "Att titta på",
  },
  state: { read: "ja", refused: "nej, avvisad", doubled: "nej, dubblett", failed: "nej, avbruten" },
  doubles: (file) => `Har samma innehåll som ${file} och räknas där.`,
  nothing: "Inget att anmärka på.",
  more: (remarks) => `Och ${remarks} till. Kör filen för sig för att se dem.`,
  asks: (questions) =>
    questions === 1
      ? "En fråga är obesvarad. Kör filen för sig och svara; svaret sparas i arbetsboken."
      : `${questions} frågor är obesvarade. Kör filen för sig och svara; svaren sparas i arbetsboken.`,
  noFolder: (path) => `Mappen ${path} finns inte, eller är ingen mapp.`,
  noFiles: (path, endings) => `I mappen ${path} finns ingen fil som kan läsas (${endings}).`,
  noneRead: "Ingen fil kunde läsas. Inget är skrivet.",
  progress: (done, of, known) =>
    known === 0 ? `${done} av ${of} filer` : `${done} av ${of} filer, varav ${known} oförändrade sedan förra gången`,
  failed: (file, reason) => `${file}: ${reason}`,
  notReadable: (reason) =>
    `Filen gick inte att öppna (${reason}). Stäng den i andra program eller kontrollera rättigheterna.`,
  tooLong: (minutes) => `Filen tog längre tid än ${minutes} minuter och hoppades över. Kör den för sig.`,
  stopped: (reason) => `Ett fel i Samkalkyl, inte i filen; den hoppades över. Skicka gärna texten till oss: ${reason}`,
  summary: (read, initiatives, refused, doubled, failed) =>
    `${read} filer lästa, ${initiatives} insatser. Avvisade: ${refused}. Dubbletter: ${doubled}. Avbrutna: ${failed}.`,
};
