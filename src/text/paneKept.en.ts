// src/text/paneKept.en.ts: people's own values and texts, and what writing will change, in English.
import type { KeptPaneTexts } from "./paneKept";

export const keptPaneEn: KeptPaneTexts = {
  own: {
    heading: (count) => `Your own values from the assumptions tab (${count})`,
    note: "They go before the scenario and before assumptions on other sheets.",
    instead: (value, before) => `${value} instead of ${before}`,
    takeBack: "Reset",
    takeBackOf: (what) => `Reset ${what}`,
    takeBackAll: "Reset all",
    takenBack: "Your own values are reset here, and on the tab when the tabs are written.",
    undo: "Undo",
  },
  changes: {
    heading: "What changes when the tabs are written",
    short: (figures, overwritten) =>
      [
        ...(figures === 0
          ? []
          : [figures === 1 ? "1 figure in the tabs changes." : `${figures} figures in the tabs change.`]),
        ...(overwritten === 0
          ? []
          : [
              `${overwritten === 1 ? "1 thing" : `${overwritten} things`} that you wrote will be moved to Left from earlier.`,
            ]),
      ].join(" "),
    show: "Show what",
    none: "No figures change in the tabs that are there already.",
    lead: "What you wrote in the yellow cells stays.",
    kinds: {
      new: "new tab",
      same: "unchanged",
      removed: "is removed",
      figures: (count) => (count === 1 ? "1 figure changes" : `${count} figures change`),
      added: (rows) => `new rows: ${rows}`,
      gone: (rows) => `rows that go: ${rows}`,
    },
    others: (names) => `Unchanged: ${names}`,
    change: (before, after) => `${before} → ${after}`,
    empty: "empty",
    more: (count) => `and ${count} more`,
    overwritten: "Written where the tabs are written over",
    overwrittenNote:
      "It is not removed: it goes to the end of the tab (changed rows of Source data to the end of Checks), under Left from earlier.",
    reasons: {
      formula: "over a formula",
      constant: "over a text or figure",
      empty: "beside what is written",
      value: "a formula of which only the value stays in place",
      assumption: "a row of your own, which is not computed with",
      unusable: "cannot be computed with",
      gone: "the row is gone",
      source: "a changed row in a tab that is made anew from your own sheets",
    },
  },
  head: { heading: "At the top of the tabs", note: "Stands on all tabs and stays until next time." },
};
