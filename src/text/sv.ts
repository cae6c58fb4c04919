// src/text/sv.ts: Swedish, the default language.
import { annualSv } from "./annual.sv";
import { boardSv } from "./board.sv";
import { explainSv } from "./explain.sv";
import { finalSv } from "./finalReport.sv";
import { hostSv } from "./host.sv";
import { kindsSv } from "./kinds.sv";
import { problemsSv } from "./problems.sv";
import { questionsSv } from "./questions.sv";
import { returnTabsSv } from "./returnTabs.sv";
import { rollUpSv } from "./rollUp.sv";
import { tabsSv } from "./tabs.sv";
import { terminalSv } from "./terminal.sv";
import { keptSv } from "./kept.sv";
import type { Texts } from "./texts";

export const sv: Texts = {
  language: "sv",
  tabs: tabsSv,
  annual: annualSv,
  kinds: kindsSv,
  returnTabs: returnTabsSv,
  final: finalSv,
  kept: keptSv,
  board: boardSv,
  explain: explainSv,
  seeGuide: (chapter) => `Se kapitlet ${chapter} i användarguiden.`,
  sameAt: ({ cells, more }) => `Detsamma gäller ${cells}${more === 0 ? "" : ` och ${more} celler till`}.`,
  problems: problemsSv,
  questions: questionsSv,
  severity: {
    refuse: "Avvisat",
    block: "Tabellen utelämnad",
    question: "Fråga",
    error: "Undantaget",
    note: "Anmärkning",
  },
  host: hostSv,
  terminal: terminalSv,
  rollUp: rollUpSv,
};
