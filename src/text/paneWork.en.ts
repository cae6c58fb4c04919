// src/text/paneWork.en.ts: work under way, a changed source and what is lacking, in English.
import type { WorkTexts } from "./paneWork";

export const workEn: WorkTexts = {
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing has been changed.",
  committed: "The tabs are being written. This can no longer be cancelled.",
  done: (percent) => `${percent}%`,
  notLoaded:
    "A part of Samkalkyl could not be fetched. Check that the computer is connected and try again. Nothing in the workbook has been changed.",
  again: "Try again",
  unfinished: {
    heading: "The last writing was not finished",
    text: "Some of the tabs may be incomplete. Write the tabs again before you use the figures in them. Your own sheets are untouched.",
  },
  withoutExcel: {
    "excel-too-old": {
      heading: "This version of Excel is too old",
      text: "Samkalkyl needs Excel 2021, Microsoft 365 or Excel on the web to work in the open workbook. Save the workbook and open the file here instead: the result is the same, as a new file.",
    },
    "office-not-loaded": {
      heading: "No contact with Excel",
      text: "Excel's part for add-ins could not be fetched from Microsoft (officeapis.public.onecdn.static.microsoft or appsforoffice.microsoft.com). Check that the computer is connected and open the pane again. Until then you can open the workbook as a file here.",
    },
    "office-silent": {
      heading: "Excel does not answer",
      text: "The pane has waited 20 seconds without an answer from Excel. Close the pane and open it again, or restart Excel. If that does not help, a filter on the network may stop Microsoft's files: ask IT support to let officeapis.public.onecdn.static.microsoft and appsforoffice.microsoft.com through. Until then you can save the workbook and open it as a file here.",
    },
  },
  changed: {
    heading: "The source has changed",
    places: (count) => (count === 1 ? "in 1 place" : `in ${count} places`),
    show: "Show what has changed",
    more: (count) => (count === 1 ? "… and 1 more place" : `… and ${count} more places`),
    fromTo: (before, after) => `${before} → ${after}`,
    moved: "rows, columns or cells were inserted or deleted",
    times: (count) => `changed ${count} times`,
    added: "new sheet",
    deleted: "the sheet has been deleted",
    update: "Update",
    note: "The figures here are from before the change. Your choices are kept.",
  },
};
