// src/text/kept.en.ts: what people wrote in tabs of ours, in English.
import { Decimal } from "../domain/money";
import { percentText, numberText } from "./format";
import type { KeptProblemTexts, KeptTexts } from "./kept";

export const keptEn: KeptTexts = {
  heading: "Left from earlier",
  note: "One of you wrote this in the tabs, but it has no place of its own in the new run. Nothing is removed: empty the cell when it is no longer needed.",
  columns: { place: "Where it stood", content: "What stood there", reason: "Why it is here" },
  reasons: {
    formula: "Written over a formula: the formula is back",
    constant: "Written over a text or figure that each run writes",
    empty: "Written beside what the tab has room for",
    value: "The formula is removed: what it gave stays in its place",
    assumption: "A row of your own, which is not computed with",
    unusable: "Cannot be computed with",
    gone: "The row is no longer in the source data",
    source: "A changed row in a tab that each run makes anew from your own sheets: change your own sheet",
  },
};

/** An assumption's value: a share or a rate in per cent, a target as a number. */
export function ownValueEn(value: string, unit: "share" | "ratio"): string {
  const number = new Decimal(value);
  return unit === "ratio"
    ? numberText(number, Math.min(2, number.decimalPlaces()), "en")
    : percentText(number, Math.min(3, Math.max(0, number.times(100).decimalPlaces())), "en");
}

export const keptProblemsEn: KeptProblemTexts = {
  "own-assumption": ({ what, before, value, unit }) => ({
    what: `${what}: your own value ${ownValueEn(value, unit)} is used instead of ${ownValueEn(before, unit)}.`,
    action: "Empty the cell on the tab to go back.",
  }),
  "own-assumption-unusable": ({ what, value, unit, reason }) => ({
    what: `${what}: your own value ${ownValueEn(value, unit)} cannot be computed with, ${
      {
        order: "since it must be Low ≤ Chosen ≤ High",
        range: "since it lies outside what it can be",
        sum: "since the shares do not come to 100 % together (or 0 % where nobody pays)",
      }[reason]
    }. It is not used, but stands at the end of the tab.`,
    action: "Correct the value on the tab and read again.",
  }),
  "own-assumption-unreadable": ({ what, content }) => ({
    what: `${what}: "${content}" is no number. It is not used, but stands at the end of the tab.`,
    action: "Write a number, such as 0.1 or 10 %.",
  }),
  "left-over": ({ what, content }) => ({
    what: `${what === "" ? "Here" : what}: somebody wrote "${content}" where each run writes. It is kept under Left from earlier.`,
    action: "Write in the yellow cells; they are kept in place.",
  }),
  "added-assumption": ({ what }) => ({
    what: `"${what}" is a row of your own on the tab. It is not computed with: the formulas use only the assumptions that the tab has a row for.`,
    action:
      "Write the value in the row of the tab that it belongs to. Your row stays at the end of the tab until you empty it.",
  }),
  "source-rows-changed": ({ rows }) => ({
    what: `${rows === 1 ? "One row is changed" : `${rows} rows are changed`} here, but each run makes the tab anew from your own sheets, and the change does not count.`,
    action: "Change your own sheet, where the column Source leads. What stood here is kept under Left from earlier.",
  }),
  "unfinished-tab": () => ({
    what: "The tab is unfinished (its writing was broken off), or an older version wrote it. It is made anew.",
    action:
      "Comments under cause, action, responsible and done come along. If you changed anything else on the tab, note it first.",
  }),
};
