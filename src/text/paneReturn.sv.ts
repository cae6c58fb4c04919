// src/text/paneReturn.sv.ts: what the pane says of money in, money back and the final report, in Swedish.
import type { EconomyPaneTexts, ReturnPaneTexts, WholeTexts } from "./paneTexts";

export const wholeSv: WholeTexts = {
  heading: "Insats, parter och deltagare",
  period: "Period",
  granted: "Beviljat",
  used: "Utnyttjat",
  participants: "Deltagare i insatsen",
  contributions: "Satsat",
  contributionsOf: (parties, amount) => `${amount} kr från ${parties === 1 ? "1 part" : `${parties} parter`}`,
  calculated: "I kalkylen",
  calculatedOf: (included, of) => `${included} av ${of} deltagare`,
  notCalculated: (count) =>
    `${count === 1 ? "1 rad" : `${count} rader`} utan effekt att räkna på: se fliken Underlag deltagare`,
  counts: "Antal personer",
  countsOf: (tables) => (tables === 1 ? "1 tabell" : `${tables} tabeller`),
  sheets: "Blad",
  personsHeading: "Personer före och efter",
  personsNote: "Här visas bara summor. Tabellerna står i fliken Före och efter, där små grupper är dolda.",
};

export const returnsSv: ReturnPaneTexts = {
  heading: "Pengar in, pengar tillbaka",
  scenario: "Scenario",
  scenarioNotes: {
    "som-rapporten": "Som de publicerade rapporterna räknar: ingen uppräkning, ingen ränta, alla blir kvar utan stöd.",
    bas: "Fasta priser och 3 % kalkylränta, i övrigt som rapporten.",
    forsiktig: "Antagandena som står i er arbetsbok. Utan egna antaganden blir det som rapporten.",
  },
  target: "Mål, kr per satsad krona",
  targetNote: "Tomt: målet i arbetsboken, annars 4.",
  targetWrong: "Skriv ett tal större än 0, till exempel 4 eller 2,5.",
  horizon: "Tidsperiod",
  ratio: (horizon) => `Kr tillbaka per satsad krona, ${horizon}`,
  reached: {
    target: "Målet nås",
    one: "Pengarna är tillbaka, målet nås inte",
    none: "Pengarna är inte tillbaka",
  },
  paidIn: "Satsat av parterna",
  back: "Tillbaka till parterna",
  publicSector: "Tillbaka till hela offentliga sektorn",
  perKrona: "kr per satsad krona",
  moved: "Flyttat mellan parter",
  movedNote: "Ingen vinst: en parts minskade utgift är en annans ökade.",
  payback: "Återbetald till parterna",
  month: (month) => `månad ${month}`,
  fromStart: (month) => `månad ${month} från projektets start`,
  neverBack: "nås inte",
  zeroPoint: "Nollpunkt",
  zeroPointMonths: (months) => `${months} månader`,
  zeroPointNote: (target, months) => `utan stöd ger 1 kr per krona. För målet ${target}: ${months}.`,
  avoidedHeading: "Minskat stöd",
  avoidedPlain: "Till pensionen",
  avoidedAdjusted: "Justerat",
  avoidedBeyond: "Varav efter år 5",
  avoidedNote: (persons, months) => `${persons === 1 ? "1 person" : `${persons} personer`}, ${months} personmånader`,
  chart: "Kr tillbaka per satsad krona och tidsperiod",
  chartNote: "För parterna tillsammans. Strecket är 1 kr: där är pengarna tillbaka.",
  parties: {
    "1": "Per part inom ett år",
    "2": "Per part inom två år",
    "5": "Per part inom fem år",
    "10": "Per part inom tio år",
    retirement: "Per part till pensionen",
  },
  draws: (low, high) =>
    `När antagandena varieras samtidigt ligger nio av tio utfall mellan ${low} och ${high} kr per satsad krona. Fliken Känslighet visar hur.`,
  noParticipants: "Inga deltagare går att räkna på, så det finns inget att sätta mot det satsade.",
};

export const economySv: EconomyPaneTexts = {
  heading: "Slutrapportens ekonomiavsnitt",
  lead: "Så här blir texten. Kopiera den till förbundets formulär eller ta den med som Word-dokument.",
  copy: "Kopiera till formuläret",
  word: "Ladda ner som Word",
  copied: "Kopierat, med tabeller. Klistra in i formuläret.",
  copiedPlain: "Kopierat som ren text. Klistra in i formuläret.",
  copyByHand:
    "Webbläsaren släpper inte fram kopieringen. Texten nedan är markerad: kopiera den med Ctrl+C (Cmd+C på Mac).",
  byHandLabel: "Text att kopiera",
  saved: (name) => `Klart. ${name} ligger bland dina hämtade filer.`,
  contradicted: (count) =>
    count === 1
      ? "En uppgiven siffra stämmer inte med sitt underlag. Se tabellen nedan."
      : `${count} uppgivna siffror stämmer inte med sina underlag. Se tabellen nedan.`,
  fileName: (base, date) => `${base} – ekonomi ${date}.docx`,
};
