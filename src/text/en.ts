// src/text/en.ts: English, on request.
import { annualEn } from "./annual.en";
import { boardEn } from "./board.en";
import { explainEn } from "./explain.en";
import { finalEn } from "./finalReport.en";
import { hostEn } from "./host.en";
import { kindsEn } from "./kinds.en";
import { problemsEn } from "./problems.en";
import { questionsEn } from "./questions.en";
import { returnTabsEn } from "./returnTabs.en";
import { rollUpEn } from "./rollUp.en";
import { tabsEn } from "./tabs.en";
import { terminalEn } from "./terminal.en";
import { keptEn } from "./kept.en";
import type { Texts } from "./texts";

export const en: Texts = {
  language: "en",
  tabs: tabsEn,
  annual: annualEn,
  kinds: kindsEn,
  returnTabs: returnTabsEn,
  final: finalEn,
  kept: keptEn,
  board: boardEn,
  explain: explainEn,
  seeGuide: (chapter) => `See the chapter ${chapter} of the user guide.`,
  sameAt: ({ cells, more }) => `The same holds for ${cells}${more === 0 ? "" : ` and ${more} more cells`}.`,
  problems: problemsEn,
  questions: questionsEn,
  severity: { refuse: "Refused", block: "Table left out", question: "Question", error: "Set aside", note: "Note" },
  host: hostEn,
  terminal: terminalEn,
  rollUp: rollUpEn,
};
