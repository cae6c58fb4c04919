// src/text/paneBoard.en.ts: what the pane says of the board, snapshots and which tabs to write, in English.
import type { BoardPaneTexts } from "./paneBoard";

export const boardPaneEn: BoardPaneTexts = {
  ready: {
    heading: "Ready for the board?",
    yes: "Yes. Every material deviation has its cause and action.",
    nothingMarked: "Yes. No deviation is material.",
    no: (count) =>
      count === 1 ? "Not yet. 1 material deviation lacks text:" : `Not yet. ${count} material deviations lack text:`,
    lacks: { both: "cause and action are missing", cause: "cause is missing", action: "action is missing" },
    note: "Write on the tab Deviation. This is a check and stops nothing; what you write is still there next time.",
  },
  copy: {
    heading: "To the board",
    lead: "A workbook of its own with the board's pages as values and charts. It has no source sheets and no participants: send it, not the workbook.",
    save: "Save board copy",
    saved: (name) => `Done. ${name} is among your downloads.`,
    fileName: (base, date) => `${base} – board ${date}.xlsx`,
  },
  comparison: {
    heading: (date, version) => `What has changed since ${date} ${version}?`,
    choose: "Compare with snapshot",
    option: (date, version) => `${date} ${version}`,
    then: "Deviation then",
    now: "Deviation now",
    change: "Change",
    isNew: "new",
    isGone: "gone",
    note: (unit) =>
      `Amounts in ${unit}. Plus is to the favourable side. The tab Comparison also has outcome and budget.`,
    notThere: "The initiative is not in the snapshot.",
  },
  tabs: {
    heading: "Which tabs to write?",
    groups: {
      deviation: { name: "Deviations", tabs: "Deviation, Comparison, Overview" },
      return: { name: "Money back", tabs: "Parties, Reduced support, Sensitivity" },
      finalReport: { name: "Final report", tabs: "Final report, Before and after" },
      board: { name: "Pages for the board", tabs: "one A4 page each" },
    },
    held: "Always written: you have written on the tab Deviation.",
    needed: "Comes along: the board's pages take their figures there.",
    snapshot: "Save a snapshot",
    snapshotNote: "A tab of its own with today's figures as values. Later runs compare with it and never change it.",
    version: "Version",
    versionWrong: "Write a version, such as v1.",
    saved: (sheet) => `The snapshot is saved: ${sheet}. Read the workbook again to save another.`,
  },
};
