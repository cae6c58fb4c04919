// src/text/rollUp.en.ts: a folder's roll-up in English.
import type { RollUpTexts } from "./rollUp";

export const rollUpEn: RollUpTexts = {
  title: "All initiatives",
  filesTitle: "Files in the roll-up",
  names: { overview: "Overview", files: "Files" },
  head: {
    folder: "Folder",
    files: "Files",
    filesValue: (read, refused, doubled, failed) =>
      `${read} read, ${refused} refused, ${doubled} duplicates, ${failed} stopped`,
    date: "Date",
  },
  columns: {
    initiative: "Initiative",
    file: "File",
    sheet: "Sheet",
    budget: "Budget, kr",
    outcome: "Outcome, kr",
    deviation: "Deviation, kr",
    share: "Share of budget",
    forecast: "Full-year forecast, kr",
    forecastDeviation: "Deviation of the forecast, kr",
    marked: "Marked lines",
    unitCost: "Cost per participant, kr",
    persons: "Participants",
    paidIn: "Paid in, kr",
    paidBack: "Back within 5 years, kr",
    ratio: "Back per krona paid in",
    payback: "Paid back in month",
  },
  total: "Total",
  totalNote: "Money back is not summed: hidden initiatives could be worked out from it.",
  signNote: "Costs are negative and income is positive. A positive deviation is favourable.",
  maskedNote: "Hidden: fewer than five participants.",
  masked: "hidden",
  fileColumns: {
    file: "File",
    state: "Read",
    rows: "Rows",
    used: "Used",
    setAside: "Set aside",
    questions: "Questions",
    level: "Level",
    place: "Where",
    remark: "To look at",
  },
  state: { read: "yes", refused: "no, refused", doubled: "no, duplicate", failed: "no, stopped" },
  doubles: (file) => `Has the same content as ${file} and is counted there.`,
  nothing: "Nothing to remark on.",
  more: (remarks) => `And ${remarks} more. Run the file by itself to see them.`,
  asks: (questions) =>
    questions === 1
      ? "One question is unanswered. Run the file by itself and answer; the workbook keeps the answer."
      : `${questions} questions are unanswered. Run the file by itself and answer; the workbook keeps the answers.`,
  noFolder: (path) => `The folder ${path} does not exist, or is no folder.`,
  noFiles: (path, endings) => `The folder ${path} has no file that can be read (${endings}).`,
  noneRead: "No file could be read. Nothing has been written.",
  progress: (done, of, known) =>
    known === 0 ? `${done} of ${of} files` : `${done} of ${of} files, ${known} of them unchanged since last time`,
  failed: (file, reason) => `${file}: ${reason}`,
  notReadable: (reason) =>
    `The file could not be opened (${reason}). Close it in other programs or check its permissions.`,
  tooLong: (minutes) => `The file took more than ${minutes} minutes and was skipped. Run it by itself.`,
  stopped: (reason) => `An error in Samkalkyl, not in the file; it was skipped. Please send us the text: ${reason}`,
  summary: (read, initiatives, refused, doubled, failed) =>
    `${read} files read, ${initiatives} initiatives. Refused: ${refused}. Duplicates: ${doubled}. Stopped: ${failed}.`,
};
