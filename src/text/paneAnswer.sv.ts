// src/text/paneAnswer.sv.ts: what the pane says first of a finished run, in Swedish.
import type { AnswerTexts } from "./paneAnswer";

export const answerSv: AnswerTexts = {
  largest: (line, amount) => `Störst: ${line} ${amount}.`,
  cause: (words) => `Orsak: ${words}`,
  verdict: (ratio, target, reached, within) =>
    `${ratio} kr av målet ${target} kr: målet ${reached ? "nås" : "nås inte"} ${within}.`,
  decide: "Att avgöra",
  nothing: "Inget att avgöra.",
  questions: (count) => (count === 1 ? "1 fråga att besvara" : `${count} frågor att besvara`),
  missingTexts: (count) =>
    count === 1 ? "Orsak eller Åtgärd saknas för 1 avvikelse" : `Orsak eller Åtgärd saknas för ${count} avvikelser`,
  claims: (count) => (count === 1 ? "1 uppgiven siffra stämmer inte" : `${count} uppgivna siffror stämmer inte`),
  problems: (count) => (count === 1 ? "1 fel att rätta" : `${count} fel att rätta`),
  folds: {
    tables: "Tabeller och diagram",
    moneyBack: "Pengar tillbaka: val och tabeller",
    read: "Hur arbetsboken lästes",
    report: "Styrelsen och slutrapporten",
    writing: "Flikarna: välj och förhandsgranska",
  },
};
