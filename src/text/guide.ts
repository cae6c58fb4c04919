// src/text/guide.ts: which chapter of the user guide (docs/anvandarguide.md, in Swedish) helps with a problem.
import type { Problem, ProblemCode } from "../domain/problem";

/** The chapters' headings in the guide, word for word. */
export const GUIDE_CHAPTERS = {
  table: "Så kan tabellen se ut",
  kinds: "Intäkter, kostnader och resultat",
  questions: "När Samkalkyl frågar",
  ledger: "En SIE-fil ur ekonomisystemet",
  reading: "Om tabellen inte läses rätt",
  moneyBack: "Pengar in, pengar tillbaka",
  columns: "Kolumner som känns igen",
  comparison: "Mars mot juni: ögonblicksbilder",
  faq: "Vanliga frågor",
} as const;
export type GuideChapter = (typeof GUIDE_CHAPTERS)[keyof typeof GUIDE_CHAPTERS];

const CHAPTER_OF: Partial<Readonly<Record<ProblemCode, GuideChapter>>> = {
  "not-a-workbook": GUIDE_CHAPTERS.faq,
  "encrypted-workbook": GUIDE_CHAPTERS.faq,
  "legacy-xls": GUIDE_CHAPTERS.faq,
  "damaged-workbook": GUIDE_CHAPTERS.faq,
  "too-large-workbook": GUIDE_CHAPTERS.faq,
  "file-not-readable": GUIDE_CHAPTERS.faq,
  "no-recognised-table": GUIDE_CHAPTERS.reading,
  "personal-identity-number": GUIDE_CHAPTERS.faq,
  "identity-number-beside-cells": GUIDE_CHAPTERS.faq,
  "not-a-ledger": GUIDE_CHAPTERS.ledger,
  "not-a-table": GUIDE_CHAPTERS.faq,
  "files-differ": GUIDE_CHAPTERS.ledger,
  "posting-bad-row": GUIDE_CHAPTERS.ledger,
  "ledger-bad-record": GUIDE_CHAPTERS.ledger,
  "ledger-currency": GUIDE_CHAPTERS.ledger,
  "ledger-empty": GUIDE_CHAPTERS.ledger,
  "ledger-no-year": GUIDE_CHAPTERS.ledger,
  "ledger-no-dimension": GUIDE_CHAPTERS.ledger,
  "ledger-without-budget": GUIDE_CHAPTERS.ledger,
  "ledger-two-budgets": GUIDE_CHAPTERS.ledger,
  "snapshot-damaged": GUIDE_CHAPTERS.comparison,
  "snapshot-newer": GUIDE_CHAPTERS.comparison,
  "duplicate-row": GUIDE_CHAPTERS.columns,
  "missing-column": GUIDE_CHAPTERS.columns,
  "nearly-a-table": GUIDE_CHAPTERS.columns,
  "years-contradict": GUIDE_CHAPTERS.columns,
  "unit-undecidable": GUIDE_CHAPTERS.faq,
  "sign-undecidable": GUIDE_CHAPTERS.faq,
  "duplicate-key": GUIDE_CHAPTERS.faq,
  "shares-not-one": GUIDE_CHAPTERS.moneyBack,
  question: GUIDE_CHAPTERS.questions,
};

/** The chapter to read of what keeps something from being computed; null: the message says all there is. */
export function guideChapterOf({ code, severity }: Problem): GuideChapter | null {
  if (severity !== "refuse" && severity !== "block" && severity !== "question") return null;
  return CHAPTER_OF[code] ?? GUIDE_CHAPTERS.table;
}
