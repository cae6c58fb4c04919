// src/text/paneAnswer.en.ts: what the pane says first of a finished run, in English.
import type { AnswerTexts } from "./paneAnswer";

export const answerEn: AnswerTexts = {
  largest: (line, amount) => `Largest: ${line} ${amount}.`,
  cause: (words) => `Cause: ${words}`,
  verdict: (ratio, target, reached, within) =>
    `${ratio} kr of the target ${target} kr: the target is ${reached ? "reached" : "not reached"} ${within}.`,
  decide: "To decide",
  nothing: "Nothing to decide.",
  questions: (count) => (count === 1 ? "1 question to answer" : `${count} questions to answer`),
  missingTexts: (count) =>
    count === 1 ? "Cause or action is missing for 1 deviation" : `Cause or action is missing for ${count} deviations`,
  claims: (count) => (count === 1 ? "1 stated figure does not agree" : `${count} stated figures do not agree`),
  problems: (count) => (count === 1 ? "1 error to correct" : `${count} errors to correct`),
  folds: {
    tables: "Tables and charts",
    moneyBack: "Money back: choices and tables",
    read: "How the workbook was read",
    report: "The board and the final report",
    writing: "The tabs: choose and preview",
  },
};
