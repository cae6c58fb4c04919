// src/text/problems.ts: a problem in a workbook as words: where, what, and what to do.
import type { Problem, ProblemCode, ProblemParams } from "../domain/problem";
import { guideChapterOf } from "./guide";
import type { Texts } from "./texts";

/** Whole sentences. */
export interface ProblemWords {
  readonly what: string;
  readonly action: string;
}

export type ProblemTexts = { readonly [Code in ProblemCode]: (params: ProblemParams[Code]) => ProblemWords };

/** What can be wrong in tables of rows beside budgets; worded in files of their own. */
export type RowProblemTexts = Pick<
  ProblemTexts,
  | "duplicate-row"
  | "missing-column"
  | "nearly-a-table"
  | "years-contradict"
  | "money-column-not-used"
  | "volumes-of-other-months"
  | "shares-not-one"
  | "missing-key"
  | "missing-amount"
  | "missing-support"
  | "unknown-support"
  | "support-is-agency"
  | "unreadable-number"
  | "unreadable-date"
  | "not-a-count"
  | "negative-amount"
  | "zero-amount"
  | "amount-looks-yearly"
  | "amount-too-fine"
  | "identity-like-id"
  | "birth-years-differ"
  | "implausible-age"
  | "implausible-pension-age"
  | "pension-age-unknown"
  | "no-avoided-months"
  | "activity-compensation-ended"
  | "target-not-positive"
  | "unknown-assumption"
  | "years-not-used"
  | "low-above-high"
  | "base-outside-range"
  | "share-out-of-range"
  | "rate-too-low"
  | "horizon-out-of-range"
  | "share-against-number"
  | "stated-total-differs"
  | "unknown-agency"
  | "amounts-per-year"
  | "dates-without-format"
  | "last-month-missing"
  | "amount-looks-small"
  | "amount-outside-levels"
  | "remaining-above-before"
  | "then-missing"
  | "then-not-used"
  | "household-counted-once"
  | "municipality-pays-nothing"
  | "fewer-participants-than-rows"
  | "hours-without-cost"
  | "assumption-without-source"
  | "assumptions-not-used"
  | "rate-not-nominal"
  | "uprating-in-fixed-prices"
  | "claim-without-figures"
  | "contributions-without-participants"
  | "no-usable-participants"
  | "participants-without-contributions"
>;

/** What the law says of how long supports last; worded in files of their own. */
export type CourseProblemTexts = Pick<
  ProblemTexts,
  | "used-above-limit"
  | "used-not-usable"
  | "unknown-variant"
  | "successor-same-support"
  | "successor-of-both"
  | "successor-basic-or-income"
  | "programme-without-last-day"
  | "unemployment-before-new-law"
  | "rule-expired"
  | "age-outside-rule"
  | "support-used-up"
  | "variant-assumed"
  | "used-unknown"
  | "level-assumed"
  | "earlier-rule"
  | "rule-ends"
  | "successor-not-stated"
  | "cost-goes-on"
>;

/** What is wrong and what to do, without the place. */
export function problemWords(problem: Problem, texts: Texts): ProblemWords {
  // The code picks the function and its parameters together, which the compiler cannot see across the union.
  const words = texts.problems[problem.code] as (params: Problem["params"]) => ProblemWords;
  const { what, action } = words(problem.params);
  return problem.also === undefined ? { what, action } : { what: `${what} ${texts.sameAt(problem.also)}`, action };
}

/** `Ekonomi!C7`, with the workbook's name before it where several are read; empty when the workbook as a whole is meant. */
export function problemPlace(problem: Problem): string {
  const cell = problem.cell === null ? "" : `!${problem.cell}`;
  const sheet = problem.sheet === null ? "" : `${problem.sheet}${cell}`;
  if (problem.workbook === null) return sheet;
  return sheet === "" ? problem.workbook : `[${problem.workbook}]${sheet}`;
}

/** The whole message: `Ekonomi!C7: what. What to do.`, and where the guide says more of what keeps something from being computed. */
export function problemText(problem: Problem, texts: Texts): string {
  const { what, action } = problemWords(problem, texts);
  const place = problemPlace(problem);
  const chapter = guideChapterOf(problem);
  const more = chapter === null ? "" : ` ${texts.seeGuide(chapter)}`;
  return `${place === "" ? "" : `${place}: `}${what} ${action}${more}`;
}
