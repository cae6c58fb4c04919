// src/text/paneReturn.en.ts: what the pane says of money in, money back and the final report, in English.
import type { EconomyPaneTexts, ReturnPaneTexts, WholeTexts } from "./paneTexts";

export const wholeEn: WholeTexts = {
  heading: "Initiative, parties and participants",
  period: "Period",
  granted: "Granted",
  used: "Used",
  participants: "Participants in the initiative",
  contributions: "Paid in",
  contributionsOf: (parties, amount) => `${amount} kr from ${parties === 1 ? "1 party" : `${parties} parties`}`,
  calculated: "In the calculation",
  calculatedOf: (included, of) => `${included} of ${of} participants`,
  notCalculated: (count) =>
    `${count === 1 ? "1 row" : `${count} rows`} without an effect to compute: see the tab with the participants`,
  counts: "Numbers of persons",
  countsOf: (tables) => (tables === 1 ? "1 table" : `${tables} tables`),
  sheets: "Sheets",
  personsHeading: "Persons before and after",
  personsNote: "Sums only. The tables are in the tab Before and after, where small groups are hidden.",
};

export const returnsEn: ReturnPaneTexts = {
  heading: "Money in, money back",
  scenario: "Scenario",
  scenarioNotes: {
    "som-rapporten": "As the published reports calculate: no uprating, no interest, everybody stays off the support.",
    bas: "Fixed prices and a calculation rate of 3 %, else as the report.",
    forsiktig: "The assumptions in your workbook. Without any of your own it is as the report.",
  },
  target: "Target, kr per krona in",
  targetNote: "Empty: the target in the workbook, else 4.",
  targetWrong: "Write a number above 0, such as 4 or 2.5.",
  horizon: "Horizon",
  ratio: (horizon) => `Kr back per krona in, ${horizon}`,
  reached: {
    target: "The target is reached",
    one: "The money is back, the target is not reached",
    none: "The money is not back",
  },
  paidIn: "Paid in by the parties",
  back: "Back to the parties",
  publicSector: "Back to the whole public sector",
  perKrona: "kr per krona in",
  moved: "Moved between parties",
  movedNote: "No gain: what one party saves another pays.",
  payback: "Paid back to the parties",
  month: (month) => `month ${month}`,
  fromStart: (month) => `month ${month} from the start of the project`,
  neverBack: "never reached",
  zeroPoint: "Zero point",
  zeroPointMonths: (months) => `${months} months`,
  zeroPointNote: (target, months) => `off support gives 1 kr per krona. For the target ${target}: ${months}.`,
  avoidedHeading: "Reduced support",
  avoidedPlain: "Until the pension",
  avoidedAdjusted: "Adjusted",
  avoidedBeyond: "Of which after year 5",
  avoidedNote: (persons, months) => `${persons === 1 ? "1 person" : `${persons} persons`}, ${months} person-months`,
  chart: "Kr back per krona in, by horizon",
  chartNote: "For the parties together. The line is 1 kr: there the money is back.",
  parties: {
    "1": "Per party within one year",
    "2": "Per party within two years",
    "5": "Per party within five years",
    "10": "Per party within ten years",
    retirement: "Per party until the pension",
  },
  draws: (low, high) =>
    `When the assumptions vary together, nine outcomes out of ten lie between ${low} and ${high} kr per krona in. The tab Sensitivity shows how.`,
  noParticipants: "There are no participants to compute with, so there is nothing to set against what was paid in.",
};

export const economyEn: EconomyPaneTexts = {
  heading: "Economy section of the final report",
  lead: "This is the text. Copy it into the association's form or take it along as a Word document.",
  copy: "Copy to the form",
  word: "Download as Word",
  copied: "Copied, with tables. Paste it into the form.",
  copiedPlain: "Copied as plain text. Paste it into the form.",
  copyByHand: "The browser does not allow copying. The text below is selected: copy it with Ctrl+C (Cmd+C on a Mac).",
  byHandLabel: "Text to copy",
  saved: (name) => `Done. ${name} is among your downloads.`,
  contradicted: (count) =>
    count === 1
      ? "One stated figure does not agree with what it rests on. See the table below."
      : `${count} stated figures do not agree with what they rest on. See the table below.`,
  fileName: (base, date) => `${base} – economy ${date}.docx`,
};
