// src/text/pane.sv.ts: the pane's words in Swedish.
import { answerSv } from "./paneAnswer.sv";
import { boardPaneSv } from "./paneBoard.sv";
import { keptPaneSv } from "./paneKept.sv";
import { economySv, returnsSv, wholeSv } from "./paneReturn.sv";
import type { PaneTexts } from "./paneTexts";
import { workSv } from "./paneWork.sv";

export const paneSv: PaneTexts = {
  tagline: "Ekonomisk uppföljning för samordningsförbund",
  goTo: (place) => `Gå till ${place}`,
  start: {
    headingBrowser: "Från er egen arbetsbok till färdig uppföljning",
    headingExcel: "Följ upp insatsen i den öppna arbetsboken",
    lead: "Samkalkyl hittar tabellerna i arbetsboken: utfall mot budget, vad parterna satsar och får tillbaka, slutrapportens ekonomi. Resultatet läggs till som flikar med levande formler. Era egna blad lämnas orörda.",
    drop: "Dra hit en Excel-fil (.xlsx) eller en SIE-fil (.se)",
    dropNow: "Släpp filen här",
    or: "eller",
    choose: "Välj fil …",
    fileLabel: "Excel-fil eller SIE-fil att följa upp",
    examplesHeading: "Eller prova med ett publicerat exempel",
    examples: {
      husamradet: {
        button: "Exempel: Husamrådet",
        note: "Slutdokumentet 2008–2012: budget mot utfall för fyra kostnadsslag och fem perioder.",
      },
      resan: {
        button: "Exempel: RESAN",
        note: "Slutrapporten 2022–2023: pengar in, pengar tillbaka och en uppgift som inte stämmer. De elva deltagarna är påhittade så att rapportens summor blir rätt.",
      },
    },
    readWorkbook: "Läs arbetsboken",
    readNote: "Inget skrivs förrän du har sett resultatet.",
    privacyBrowser: "Filen stannar i din dator. Sidan skickar ingenting och sparar ingenting.",
    privacyExcel:
      "Uppgifterna stannar i arbetsboken. Tillägget skickar ingenting; flikar och val sparas i arbetsboken.",
    stepsHeading: "Så går det till",
    steps: [
      { heading: "Läs", text: "Tabeller hittas var de än står, med enhet, tecken och perioder." },
      {
        heading: "Granska",
        text: "Avvikelser, kronor tillbaka per satsad krona och allt som inte gick att läsa, med blad och cell.",
      },
      { heading: "Ta med", text: "Flikar färdiga för styrelsen, och ekonomiavsnittet till slutrapportens formulär." },
    ],
    onlyOne: "Välj en fil i taget.",
  },
  stage: {
    open: "Öppnar filen …",
    read: "Läser bladen …",
    analyse: "Räknar …",
    tabs: "Bygger flikarna …",
    keep: "Sparar valet i arbetsboken …",
    write: "Skriver arbetsboken …",
  },
  failure: {
    heading: "Det gick inte",
    file: (name) => `Fil: ${name}`,
    bugHeading: "Ett fel i Samkalkyl",
    bug: "Det här är vårt fel och inte ert. Inget har skrivits i er arbetsbok av det som misslyckades. Ladda om sidan och försök igen, och rapportera gärna texten nedan.",
    bugDetail: "Teknisk beskrivning",
    notExcel:
      "Den här sidan är till för Excel. Öppna Samkalkyl från fliken Start i Excel, eller använd sidan för webbläsare.",
    notRead: "Filen gick inte att läsa från disken. Kontrollera att den finns kvar och att du har rätt att öppna den.",
  },
  refused: {
    heading: "Arbetsboken kan inte följas upp som den är",
    lead: "Inget har skrivits. Rätta det här och försök igen:",
    again: "Välj en annan fil",
  },
  found: {
    heading: "Det här hittades",
    rows: (seen, used, setAside) =>
      setAside === 0
        ? `${seen} rader lästa, alla använda`
        : `${seen} rader lästa: ${used} använda, ${setAside === 1 ? "1 undanlagd" : `${setAside} undanlagda`}`,
    sheet: "Blad",
    range: "Område",
    layout: "Uppställning",
    layouts: { long: "En rad per post", wide: "Perioder i kolumner" },
    periods: "Perioder",
    lines: "Kostnadsslag",
    unit: "Enhet",
    sign: "Kostnader skrivs som",
    signs: { negative: "Negativa tal", positive: "Positiva tal" },
    asRead: "Som i bladet",
    reading: {
      stated: "står i bladet",
      inferred: "framgår av talen",
      assumed: "antaget – kontrollera",
      chosen: "valt av dig",
    },
    change: "Stämmer det inte?",
    initiative: "Insats",
    initiativeNumber: (number) => `Insats ${number}`,
  },
  answer: answerSv,
  board: boardPaneSv,
  whole: wholeSv,
  returns: returnsSv,
  economy: economySv,
  kept: keptPaneSv,
  work: workSv,
  problems: {
    guide: (chapter) => `Läs i användarguiden: ${chapter}`,
    heading: "Att känna till",
    none: "Inget att anmärka på.",
    groups: {
      refuse: "Hindrar uppföljning",
      block: "Tabeller som utelämnats",
      question: "Frågor att besvara",
      error: "Undanlagt",
      note: "Upplysningar",
    },
    counts: (count) => String(count),
    explain: {
      refuse: "Måste rättas innan något kan skrivas.",
      block: "Tabellen är inte med i resultatet.",
      question: "Det som frågan gäller är inte med förrän du har svarat.",
      error: "Raden eller cellen är inte med i summorna.",
      note: "Uppgifterna är använda; det här bör du veta.",
    },
    place: (workbook, sheet, cell) =>
      [workbook, sheet === null ? null : `Blad ${sheet}`, cell === null ? null : `cell ${cell}`]
        .filter((part) => part !== null)
        .join(", "),
    more: (count) => `… och ${count} till. Alla står i fliken Kontroller.`,
  },
  result: {
    heading: "Resultat",
    outcome: "Utfall",
    budget: "Budget",
    deviation: "Avvikelse",
    share: "Avvikelse %",
    surplus: "Överskott",
    deficit: "Underskott",
    even: "I balans",
    average: "Snitt per halvår",
    halfYears: (count) => (count === 1 ? "över 1 halvår" : `över ${count} halvår`),
    ofBudget: (share) => `${share} av budget`,
    remarks: "Anmärkningar",
    chart: "Avvikelse per kostnadsslag",
    chartNote: "Åt höger: lägre kostnad än budget. Åt vänster: högre.",
    lines: "Per kostnadsslag",
    line: "Kostnadsslag",
    total: "Summa",
    lower: "Lägre kostnad än budget",
    higher: "Högre kostnad än budget",
    equal: "Som budget",
    material: "Väsentlig",
    materialNote: (amount, share) => `Väsentlig: minst ${amount} och minst ${share} av budget.`,
    byPeriod: "Per period",
    period: "Period",
    notBooked: "ej bokfört",
    amountsIn: (unit) => `Belopp i ${unit}`,
    notApplicable: "–",
    unitCosts: "Kostnad per deltagare",
    per: {
      participant: "Per deltagare",
      closed: "Per avslutad deltagare",
      toWorkOrStudies: "Per deltagare till arbete eller studier",
    },
    measure: "Mått",
    volume: "Antal (plan / utfall)",
    costBudgeted: "I budget",
    costOutcome: "I utfall",
    change: "Skillnad",
    forecast: "Helårsprognos",
    fullYearBudget: "Helårsbudget",
    forecastDeviation: "Prognosavvikelse",
  },
  preview: {
    heading: "Förhandsvisning av flikarna",
    lead: "Så här blir flikarna. I arbetsboken är alla siffror utom underlaget levande formler.",
    print: "Skriv ut fliken",
    tabs: "Flikar",
    more: (shown, all) => `Här visas ${shown} av ${all} rader. Alla finns i arbetsboken.`,
    sheetLabel: (name) => `Fliken ${name}`,
  },
  deliver: {
    download: "Ladda ner arbetsboken",
    write: "Skriv flikarna",
    writeAgain: "Skriv flikarna igen",
    noteBrowser: (tabs) => `Er arbetsbok med flikarna ${tabs}. Era egna blad lämnas orörda.`,
    noteExcel: (tabs) => `Lägger till eller uppdaterar flikarna ${tabs}. Era egna blad lämnas orörda.`,
    downloaded: (name) => `Klart. ${name} ligger bland dina hämtade filer.`,
    written: (names) => `Klart. Flikarna ${names} är skrivna.`,
    notes: {
      "looks-refused": (detail) =>
        `Siffrorna och formlerna är på plats, men Excel avbröt utseendet, eller det sista av städningen${detail === "" ? "" : ` (${detail})`}. Det händer när en annan arbetsbok tas fram under tiden. Gå tillbaka till arbetsboken och skriv flikarna igen.`,
      "manual-calculation": () =>
        "Excel står i manuell beräkning, som gäller alla öppna arbetsböcker. Siffrorna i flikarna stämmer nu, men räknas om först när du trycker F9. Under Formler, Beräkningsalternativ kan du välja Automatisk.",
    },
    show: (name) => `Visa ${name}`,
    another: "Ny fil",
    readAgain: "Läs om",
    fileName: (base, date) => `${base} – uppföljning ${date}.xlsx`,
  },
};
