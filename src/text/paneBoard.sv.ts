// src/text/paneBoard.sv.ts: what the pane says of the board, snapshots and which tabs to write, in Swedish.
import type { BoardPaneTexts } from "./paneBoard";

export const boardPaneSv: BoardPaneTexts = {
  ready: {
    heading: "Klar för styrelsen?",
    yes: "Ja. Varje väsentlig avvikelse har Orsak och Åtgärd.",
    nothingMarked: "Ja. Ingen avvikelse är väsentlig.",
    no: (count) =>
      count === 1
        ? "Inte än. 1 väsentlig avvikelse saknar text:"
        : `Inte än. ${count} väsentliga avvikelser saknar text:`,
    lacks: { both: "Orsak och Åtgärd saknas", cause: "Orsak saknas", action: "Åtgärd saknas" },
    note: "Skriv i fliken Avvikelse. Det är en kontroll och hindrar inget; det ni skriver finns kvar nästa gång.",
  },
  copy: {
    heading: "Till styrelsen",
    lead: "En egen arbetsbok med styrelsens sidor som värden och diagram. Den har inga källblad och inga deltagare: skicka den, inte arbetsboken.",
    save: "Spara styrelsekopia",
    saved: (name) => `Klart. ${name} ligger bland dina hämtade filer.`,
    fileName: (base, date) => `${base} – styrelsen ${date}.xlsx`,
  },
  comparison: {
    heading: (date, version) => `Vad har ändrats sedan ${date} ${version}?`,
    choose: "Jämför med ögonblicksbild",
    option: (date, version) => `${date} ${version}`,
    then: "Avvikelse då",
    now: "Avvikelse nu",
    change: "Förändring",
    isNew: "ny",
    isGone: "borta",
    note: (unit) => `Belopp i ${unit}. Plus är åt det gynnsamma hållet. Fliken Jämförelse har även utfall och budget.`,
    notThere: "Insatsen finns inte i ögonblicksbilden.",
  },
  tabs: {
    heading: "Vilka flikar ska skrivas?",
    groups: {
      deviation: { name: "Avvikelser", tabs: "Avvikelse, Jämförelse, Översikt" },
      return: { name: "Pengar tillbaka", tabs: "Parter, Minskat stöd, Känslighet" },
      finalReport: { name: "Slutrapport", tabs: "Slutrapport, Före och efter" },
      board: { name: "Sidor till styrelsen", tabs: "en A4-sida var" },
    },
    held: "Skrivs alltid: ni har skrivit i fliken Avvikelse.",
    needed: "Följer med: styrelsens sidor hämtar siffrorna där.",
    snapshot: "Spara en ögonblicksbild",
    snapshotNote: "En egen flik med dagens siffror som värden. Senare körningar jämför med den och ändrar den aldrig.",
    version: "Version",
    versionWrong: "Skriv en version, till exempel v1.",
    saved: (sheet) => `Ögonblicksbilden är sparad: ${sheet}. Läs om arbetsboken för att spara en till.`,
  },
};
