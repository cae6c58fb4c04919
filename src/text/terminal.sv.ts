// src/text/terminal.sv.ts: the words of the command line in Swedish.
import type { TerminalTexts } from "./terminal";

export const terminalSv: TerminalTexts = {
  help: `Samkalkyl: budget mot utfall för samordningsförbund

  samkalkyl templates [--out MALLAR.xlsx]   tomma tabeller för budget, parter och deltagare att fylla i
  samkalkyl analyse ARBETSBOK.xlsx … [--out RAPPORT.xlsx] [--json]
      [--board STYRELSEN.xlsx]       styrelsens sidor som en egen arbetsbok, utan deltagare
      [--unit kr|tkr|Mkr]            enhet, i stället för den som läses ur bladet
      [--sign negative|positive]     om kostnader står som negativa eller positiva tal
      [--scenario som-rapporten|bas|forsiktig] [--target 4] [--seed N] [--draws N]
      [--horizon 1|2|5|10|retirement] hur långt minskat stöd räknas bredvid siffran till pensionen
      [--report-way]                 visa även rapporternas eget sätt att räkna minskat stöd
      [--own-assumptions keep|reset]
      [--snapshot VERSION]           spara en ögonblicksbild som senare körningar jämför med
      [--dimension NAMN]             SIE-fil: dimension vars objekt är insatserna, t.ex. Projekt
      [--answer ID=VÄRDE]            svar på en fråga, så som frågan visar; kan anges flera gånger
      [--lang sv|en]

  samkalkyl rollup MAPP --out ÖVERSIKT.xlsx   alla arbetsböcker och SIE-filer i en mapp, även i undermappar
      [--tidy RADER.parquet|.csv]    alla rader i en tabell; kan anges flera gånger
      [--pool RADER.csv]             en rad per insats utan namn, att dela med andra förbund
      [--jobs N] [--state FIL]       trådar; var det lästa sparas (annars bredvid översikten)
      [--scenario …] [--target 4] [--horizon 5] [--dimension NAMN] [--json] [--lang sv|en]

Utan --out skrivs ingen fil. Med flera arbetsböcker blir --out en ny arbetsbok med en översikt.
Status: 0 klart, 1 avvisat (inget skrivet), 2 fel i kommandot.`,
  refused: "Arbetsboken kunde inte användas. Inget är skrivet.",
  written: (path) => `Skrivet: ${path}`,
  templatesThere: (path) => `Filen ${path} finns redan och skrivs inte över. Ange ett annat namn med --out.`,
  boardWritten: (path) => `Styrelsekopia: ${path}. Den innehåller inga uppgifter om enskilda deltagare.`,
  noBoardPages:
    "Ingen styrelsekopia är skriven: en sådan görs av en arbetsbok i taget, när det finns avvikelser eller pengar tillbaka att visa.",
  notWritten: (path, reason) =>
    `Filen ${path} kunde inte skrivas. Är den öppen i Excel, eller saknas mappen? Stäng den eller välj ett annat namn. (${reason})`,
  notReplaced: {
    "read-only": (path) =>
      `Filen ${path} är skrivskyddad och har inte ändrats. Ta bort skrivskyddet eller välj ett annat namn.`,
    "no-regular-file": (path) => `${path} är ingen vanlig fil och har inte ändrats. Välj ett annat namn.`,
    "hard-link": (path) =>
      `Filen ${path} har flera namn på disken (hårda länkar) och har inte ändrats, eftersom namnen då skulle visa olika filer. Välj ett annat namn.`,
    "dead-link": (path) =>
      `${path} är en länk till något som inte finns, och inget är skrivet. Välj ett annat namn eller rätta länken.`,
  },
  otherExtension: (path, extension) =>
    `Filen ${path} är inte skriven: arbetsboken ${extension === ".xlsm" ? "har makron" : "har inga makron"}, och Excel öppnar den bara om namnet slutar på ${extension}. Välj ett sådant namn efter --out.`,
  ownError: (detail) =>
    `Ett fel i Samkalkyl, inte i din arbetsbok. Inget är skrivet. Skicka gärna texten nedan till oss.\n${detail}`,
  usage: {
    "no-command": "Ange vad som ska göras: samkalkyl analyse ARBETSBOK.xlsx",
    "unknown-command": (command) => `Kommandot "${command}" finns inte. Skriv: samkalkyl analyse ARBETSBOK.xlsx`,
    "no-workbook": "Ange minst en arbetsbok: samkalkyl analyse ARBETSBOK.xlsx",
    "bad-value": (option, value, allowed) => `${option} kan inte vara "${value}". Möjligt: ${allowed}.`,
    "bad-option": (detail) => `Kommandot kunde inte läsas: ${detail}`,
    "bad-board": (value) =>
      `--board kan inte vara "${value}": ange en egen fil som slutar på .xlsx, inte någon av de andra filerna i kommandot.`,
    "out-is-input": (path) =>
      `--out kan inte vara "${path}": den filen är underlag i körningen och skulle gå förlorad. Välj ett annat namn.`,
    "snapshot-without-out": "--snapshot sparas i arbetsboken som skrivs: ange också --out RAPPORT.xlsx",
    "unknown-question": (id, known) =>
      known === ""
        ? `--answer ${id}: det finns ingen fråga att svara på.`
        : `--answer ${id}: den frågan ställs inte. Frågor som ställs: ${known}.`,
    "unknown-answer": (id, value, allowed) => `--answer ${id}=${value}: svaret finns inte. Möjliga svar: ${allowed}.`,
    "no-folder": "Ange en mapp: samkalkyl rollup MAPP --out ÖVERSIKT.xlsx",
    "no-out": "Ange vart samlingen skrivs: samkalkyl rollup MAPP --out ÖVERSIKT.xlsx",
    "tidy-ending": (path) => `--tidy ${path}: namnet måste sluta på .parquet eller .csv.`,
    seeHelp: "Hjälp: samkalkyl --help",
  },
  deviationPerPeriod: "Avvikelse per period",
  forecast: (amount, budget, deviation) =>
    `Helårsprognos: ${amount} mot helårsbudget ${budget}, avvikelse ${deviation}`,
  workedUp: (amount) => `, varav upparbetat ej rekvirerat ${amount}`,
  averagePerHalfYear: (amount, halfYears) => `I snitt per halvår: ${amount} (${halfYears} halvår)`,
  rows: (seen, used, setAside) => `Rader: ${seen} lästa = ${used} använda + ${setAside} undantagna`,
  controls: (agree, all) => `Kontrollsummor i bladet: ${agree} av ${all} stämmer`,
  claim: (name, stated, computed) => `${name}: uppgivet ${stated}, beräknat ${computed}. Stämmer inte.`,
  avoided: (own, following, horizon, untilPension, adjusted) =>
    `Minskat stöd: ${own} är resten av det egna stödet, ${following} med det som följer inom ${horizon}, ${untilPension} till pensionen (${adjusted} justerat)`,
  avoidedAsReported: (kr) => `Som rapporterna räknar, varje stöd till pensionen: ${kr}`,
  returnsNotWritten:
    "Pengar tillbaka och slutrapport skrivs bara när en arbetsbok körs för sig. Kör dem en och en för de flikarna.",
  problems: "Att titta på",
  noProblems: "Inget att anmärka på.",
};
