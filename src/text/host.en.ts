// src/text/host.en.ts: why Excel or a file refused, in English.
import { halfWritten, inBrackets, type HostTexts } from "./host";

export const hostEn: HostTexts = {
  "not-a-workbook": (detail) =>
    `The file is not an Excel workbook. Save it as .xlsx and try again.${inBrackets(detail)}`,
  "encrypted-workbook": (detail) =>
    `The workbook is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook) and try again.${inBrackets(detail)}`,
  "legacy-xls": (detail) =>
    `The workbook is in the old .xls format. Open it in Excel, save as .xlsx and try again.${inBrackets(detail)}`,
  "damaged-workbook": (detail) =>
    `The workbook is damaged and cannot be read. Open it in Excel, let Excel repair it, save and try again.${inBrackets(detail)}`,
  "not-a-ledger": () =>
    "The file is not a SIE file of type 1–4. Export it again from the accounting system as SIE 4 and try again.",
  "not-a-table": (detail) =>
    /^row \d/u.test(detail)
      ? `${detail.replace("row", "Row")} has more columns than the headings: a comma or semicolon probably stands inside a text or an amount. Open the file in Excel and save it as .xlsx.`
      : "The file is not a table with headings and columns. Export it again with semicolons between the columns, or save it as .xlsx.",
  "cell-edit-mode": () => "A cell is being edited. Press Enter or Esc in Excel and try again.",
  "sheet-protected": (detail) =>
    `A sheet is protected and cannot be rewritten${inBrackets(detail)}. Remove the protection (Review, Unprotect Sheet) and try again.`,
  "workbook-protected": (detail) =>
    `The structure of the workbook is protected, so no tabs can be added${inBrackets(detail)}. Remove the protection (Review, Protect Workbook) and try again.`,
  "payload-too-large": (detail) =>
    `That was too much data at once for Excel${inBrackets(detail)}. Split it over several workbooks, or use the file way in the browser.`,
  "sheet-missing": (detail) => `A sheet that is needed is gone${inBrackets(detail)}. Read the workbook again.`,
  "sheet-hidden": (detail) =>
    `The sheet is hidden${inBrackets(detail)}. Show it in Excel (right-click a tab, Unhide) and try again.`,
  "not-supported": (detail) =>
    `This version of Excel lacks something that is needed${inBrackets(detail)}. Update Excel, or use the file way in the browser.`,
  "half-written": (detail) => {
    const { reason, restored, values, lost, unknown } = halfWritten(detail);
    return [
      `Excel broke off the writing${inBrackets(reason)}.`,
      ...(restored === "" ? [] : [`Figures, formulas and what you wrote are back in ${restored}, but not the looks.`]),
      ...(values === "" ? [] : [`What you wrote is back in ${values}, with figures in place of formulas.`]),
      ...(lost === "" ? [] : [`${lost} is incomplete and needs to be written anew.`]),
      ...(unknown === "" ? [] : [`${unknown} may be incomplete.`]),
      "Your own sheets are untouched. Write the tabs again, without closing the pane or reading again, and they become whole; what you wrote comes along.",
    ].join(" ");
  },
  unexpected: (detail) =>
    `Excel stopped for an unknown reason${inBrackets(detail)}. Check that a workbook is open and try again; if it repeats, save the workbook, restart Excel and run again.`,
};
