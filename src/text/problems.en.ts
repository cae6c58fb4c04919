// src/text/problems.en.ts: what can be wrong in a workbook, in English.
import { Decimal, type Unit } from "../domain/money";
import { finalEn } from "./finalReport.en";
import { amountText, numberText, percentText } from "./format";
import { inBrackets } from "./host";
import { answeringText, questionText } from "./questions";
import { questionsEn } from "./questions.en";
import type { ProblemTexts } from "./problems";
import { keptProblemsEn } from "./kept.en";
import { courseProblemsEn } from "./courseProblems.en";
import { ledgerEn } from "./ledger.en";
import { rowProblemsEn } from "./rowProblems.en";

const costSigns: Readonly<Record<string, string>> = { negative: "negative numbers", positive: "positive numbers" };
const measures = { outcome: "outcome", budget: "budget", deviation: "deviation" };
const choiceAction = "Check how the table was read, or forget the choice.";
const textPlaces = {
  comments: "the workbook's comments",
  "headers-footers": "a sheet's header or footer",
  names: "the workbook's defined names",
  drawings: "a text box, shape or chart",
  validation: "a data validation list",
  formulas: "a formula",
  properties: "the workbook's properties",
  caches: "saved data of a pivot table or a link",
  other: "a part of the workbook that is no cell",
};
const reread = "Correct the cell and run again.";

/** Kronor as a decimal string, shown in the table's own unit. */
function inUnit(kr: string, unit: Unit, decimals: number): string {
  return `${amountText(new Decimal(kr), unit, decimals, "en")} ${unit}`;
}

/** A stated or computed figure of a claim, to two decimals of a per cent or a number. */
function claimFigure(value: string, percent: boolean): string {
  const number = new Decimal(value);
  const decimals = (of: Decimal): number => Math.min(2, of.decimalPlaces());
  return percent ? percentText(number, decimals(number.times(100)), "en") : numberText(number, decimals(number), "en");
}

const words = { questions: questionsEn, language: "en" } as const;

export const problemsEn: ProblemTexts = {
  ...courseProblemsEn,
  ...rowProblemsEn,
  ...keptProblemsEn,
  ...ledgerEn,
  "not-a-workbook": ({ file }) => ({
    what: `${file} is not an Excel workbook.`,
    action: "Save the file as .xlsx and try again.",
  }),
  "encrypted-workbook": ({ file }) => ({
    what: `${file} is protected by a password and cannot be read.`,
    action: "Open it in Excel, remove the password and try again.",
  }),
  "legacy-xls": ({ file }) => ({
    what: `${file} is in the old .xls format.`,
    action: "Open it in Excel, save as .xlsx and try again.",
  }),
  "damaged-workbook": ({ file, detail }) => ({
    what: `${file} is damaged and cannot be read${inBrackets(detail)}.`,
    action: "Open it in Excel, let Excel repair it, save and try again.",
  }),
  "too-large-workbook": ({ file, detail }) => ({
    what: `${file} has cells so far apart that the sheet cannot be read${inBrackets(detail)}.`,
    action: "Delete what stands in columns and rows far to the right of and below the table, save and try again.",
  }),
  "file-not-readable": ({ file, reason }) => ({
    what: `${file} cannot be read${inBrackets(reason)}.`,
    action: "Check the name and the folder, and that you may open the file.",
  }),
  "no-recognised-table": ({ sheets, seen }) => ({
    what: `No table that Samkalkyl recognises was found on ${sheets === 1 ? "the sheet" : `the ${sheets} sheets`}.${seen === "" ? "" : ` Headings that stand there: ${seen}.`}`,
    action:
      "A budget table needs a column of cost lines and the headings Utfall and Budget, per year or period. See the guide for tables of parties and participants.",
  }),
  "personal-identity-number": ({ count }) => ({
    what: `The workbook holds ${count === 1 ? "a personal identity number" : `${count} personal identity numbers`}. Nothing has been computed.`,
    action: "Remove identity numbers and use serial numbers instead. Check hidden sheets too.",
  }),
  "identity-number-beside-cells": ({ where, count }) => ({
    what: `${count === 1 ? "A personal identity number stands" : `${count} personal identity numbers stand`} in ${textPlaces[where]}. Nothing was computed.`,
    action:
      "Remove identity numbers and use serial numbers instead. In Excel, File, Check for Issues, Inspect Document helps.",
  }),
  "no-budget-column": ({ headings, add }) => ({
    what: `The table has no budget column (headings: ${headings}) and is left out.`,
    action: `Add a column with the heading ${add}.`,
  }),
  "no-outcome-column": ({ headings, add }) => ({
    what: `The table has no outcome column (headings: ${headings}) and is left out.`,
    action: `Add a column with the heading ${add}.`,
  }),
  "empty-table": ({ headings, rows }) => ({
    what: `The table (headings: ${headings}) has no rows to calculate with and is left out.`,
    action:
      rows === 0
        ? "Fill in rows below the headings, or remove the table."
        : "Why its rows cannot be used is said in remarks of their own. Correct them, or remove the table.",
  }),
  "no-budget-amounts": ({ initiative }) => ({
    what: `The budget column is empty${initiative === "" ? "" : ` for ${initiative}`}. Without a budget there is no deviation to calculate, and the rows are left out.`,
    action: "Fill in the budget. If it is nil, write 0.",
  }),
  "no-period-with-both": ({ outcome, budget }) => ({
    what: `No period has both outcome and budget: there is an outcome for ${outcome}, a budget for ${budget}. The table is left out.`,
    action: "Add a column with the budget of the outcome's period.",
  }),
  "no-line-column": ({ headings }) => ({
    what: `The table has no column for cost lines (headings: ${headings}) and is left out.`,
    action: "Choose which column holds the cost lines, or add one with that heading.",
  }),
  "read-as-chosen": ({ what }) => ({
    what: `The table is read as you have chosen (${what}).`,
    action: "Nothing needs to be done. If it is no longer right, choose again under Change how the table was read.",
  }),
  "table-ignored": () => ({
    what: "The table is not used. That is your choice.",
    action: "Nothing needs to be done. You can change it under Change how the table was read.",
  }),
  "table-choice-not-used": ({ what }) => ({
    what: `An earlier choice is about a table that is gone (${what}). The choice is kept but not used.`,
    action: choiceAction,
  }),
  "column-choice-not-used": ({ what }) => ({
    what: `An earlier choice is about a column that is gone (${what}). The choice is kept but not used.`,
    action: choiceAction,
  }),
  "row-choice-not-used": ({ what }) => ({
    what: `An earlier choice is about a row that is gone (${what}). The choice is kept but not used.`,
    action: choiceAction,
  }),
  question: ({ question }) => ({
    what: questionText(question, words),
    action: answeringText(question, words),
  }),
  "answer-not-used": ({ id, value }) => ({
    what: `The answer ${id}=${value} is kept in the workbook, but the question is no longer asked. It is not used.`,
    action: "Nothing needs to be done if the table has changed. Otherwise look at how it was read.",
  }),
  "choices-unreadable": () => ({
    what: "The choices saved in the workbook cannot be read and are not used.",
    action: "Check how the tables were read, and make the choices again if needed.",
  }),
  "choices-newer": () => ({
    what: "The choices saved in the workbook come from a later version of Samkalkyl and are not used.",
    action: "Update Samkalkyl, or make the choices again.",
  }),
  "unit-undecidable": ({ units }) => ({
    what: `The unit of the table cannot be decided (${units}), so it is left out.`,
    action: "Write kr, tkr or Mkr in the heading of the table, or choose a unit and run again.",
  }),
  "sign-undecidable": ({ negative, positive }) => ({
    what: `The table mixes negative (${negative}) and positive (${positive}) amounts, so how costs are written cannot be decided. It is left out.`,
    action: "Choose whether costs are negative or positive numbers and run again.",
  }),
  "duplicate-key": ({ line, period, other }) => ({
    what: `${line} for ${period} occurs twice, also at ${other}. The table is left out.`,
    action:
      "Remove one of them, or merge them, and run again. If they are of different periods, write the period in the heading.",
  }),
  "overlapping-periods": ({ first, second }) => ({
    what: `The periods ${first} and ${second} overlap. The table is left out.`,
    action: "Use periods that do not overlap, so that no amount is counted twice.",
  }),
  "text-in-amount": ({ text, heading }) => ({
    what: `The text "${text}" stands where an amount is expected (${heading}).`,
    action: "Write the amount as a number, or leave the cell empty.",
  }),
  "ambiguous-amount": ({ text, heading }) => ({
    what: `The amount "${text}" (${heading}) can be read in two ways.`,
    action: "Write it as a number, without a unit and without a point as separator.",
  }),
  "date-in-amount": ({ heading }) => ({
    what: `A date stands where an amount is expected (${heading}).`,
    action: "Change the cell's format to a number, or write the amount again.",
  }),
  "boolean-in-amount": ({ heading }) => ({
    what: `TRUE or FALSE stands where an amount is expected (${heading}).`,
    action: "Write the amount as a number, or leave the cell empty.",
  }),
  "error-in-amount": ({ error, heading }) => ({
    what: `The cell shows ${error} instead of an amount (${heading}).`,
    action: "Correct the formula in the cell and run again.",
  }),
  "not-calculated": ({ heading }) => ({
    what: `The formula in the cell is not calculated (${heading}): the file was saved by a program that does not work out formulas.`,
    action: "Open the workbook in Excel, save it and run again.",
  }),
  "error-in-key": ({ error }) => ({
    what: `The cell shows ${error} where a cost line or a period is expected.`,
    action: "Correct the formula in the cell and run again.",
  }),
  "year-out-of-range": ({ text }) => ({ what: `The year ${text} is not plausible.`, action: reread }),
  "unreadable-period": ({ text }) => ({
    what: text === "" ? "The period is not given." : `The period "${text}" cannot be understood.`,
    action:
      text === ""
        ? "Write it in a column, in the heading or above the table, or give it in the pane under Change how the table was read: for example 2024, 2024-03, 2024 Q1 or 2024 jan–juni."
        : "Write for example 2024, 2024-03, 2024 Q1 or 2024 jan–juni.",
  }),
  "missing-cost-line": () => ({
    what: "The row has amounts but no cost line.",
    action:
      "Write the cost line on the row, or remove the amounts. If the cell is merged with the one above, unmerge it and write the cost line on every row.",
  }),
  "no-amounts": ({ line }) => ({
    what: `${line} has no amounts and is not in the calculation.`,
    action: "Fill in amounts if the row should count; otherwise nothing needs to be done.",
  }),
  "total-row": ({ line }) => ({
    what: `${line} is a total row. It is not added, but compared with the rows it sums where they can be told.`,
    action: "Nothing needs to be done. If the row is a cost line of its own, give it another name.",
  }),
  "subtotal-row": ({ line }) => ({
    what: `${line} is a subtotal. It is not added, but compared with the rows it sums where they can be told.`,
    action: "Nothing needs to be done. If the row is a cost line of its own, give it another name.",
  }),
  "control-total-differs": ({ measure, line, period, stated, computed, difference, unit, decimals }) => ({
    what: `The sum in the sheet does not agree: ${[measures[measure], line, period].filter((part) => part !== "").join(", ")} is ${inUnit(stated, unit, decimals)} in the sheet but ${inUnit(computed, unit, decimals)} computed (difference ${inUnit(difference, unit, decimals)}).`,
    action: "Check the formula of the sum and that all rows are included. The computed value is used.",
  }),
  "deviations-other-basis": ({ basis }) => ({
    what:
      basis.kind === "part"
        ? `The sheet reckons against ${basis.months}/${basis.of} of the budget, and agrees with that.`
        : basis.kind === "version"
          ? `The sheet's deviations are reckoned against ${basis.label}, and agree with that.`
          : "The sheet's deviations are reckoned against the sheet's own accumulated or periodised budget, and agree with that.",
    action:
      basis.kind === "column"
        ? "If Samkalkyl is to reckon against it, write its time in the heading, for example Budget jan–aug 2024."
        : "Nothing needs to be done. Which budget Samkalkyl reckons against stands in Avvikelse.",
  }),
  "recount-differs": ({ measure, line, period, difference, places, unit, decimals }) => ({
    what: `The recount straight from the rows of the sheet does not agree with what was used: ${[measures[measure], line, period].filter((part) => part !== "").join(", ")} differs by ${inUnit(difference, unit, decimals)}${places > 1 ? `, and ${places - 1} more differ` : ""}.`,
    action: "This is a fault in Samkalkyl. Do not use the figures, and report the fault.",
  }),
  "unit-stated": ({ unit }) => ({
    what: `The amounts are in ${unit}, according to the sheet.`,
    action: "Nothing needs to be done.",
  }),
  "unit-inferred": ({ unit }) => ({
    what: `The amounts are read as ${unit}. The sheet does not say so outright.`,
    action: `Check the unit. Write ${unit} in the heading of the table, or choose another unit and run again.`,
  }),
  "unit-assumed": ({ unit, looksLike }) => ({
    what: `The sheet states no unit. The amounts are read as ${unit}${looksLike === "" || looksLike === unit ? "" : `, but their size looks like ${looksLike}`}.`,
    action: "Check the unit. Write it in the heading of the table, or choose another unit and run again.",
  }),
  "two-units": ({ units }) => ({
    what: `The workbook has several units (${units}). Each table is read in its own.`,
    action: "Check that the unit is right for each table.",
  }),
  "budget-shared-out": ({ period, source, months, of }) => ({
    what: `The outcome of ${period} is compared with ${months}/${of} of the budget of ${source}, since there is a budget for the whole period only.`,
    action: "Give a budget by period if the costs are not spread evenly.",
  }),
  "memo-row": ({ line }) => ({
    what: `${line} is a ratio or a piece of information, and is not summed with the kronor.`,
    action:
      "Nothing needs to be done. If the row is a cost line after all, choose that in the pane or give it another name.",
  }),
  "equity-row": ({ line }) => ({
    what: `${line} is equity. It is neither income nor a cost: it is shown by itself and compared with the result.`,
    action: "Nothing needs to be done.",
  }),
  "after-result": ({ line }) => ({
    what: `${line} stands after the result and is not counted.`,
    action: "Nothing needs to be done. If it belongs to the table, move it above the result or choose it as a line.",
  }),
  "volume-row": ({ line }) => ({
    what: `${line} is a count, not a cost, and is not summed with the kronor.`,
    action:
      "If the row is a cost after all, give it another name. Volumes can be given on a sheet of their own, such as Antal deltagare.",
  }),
  "statutory-split": ({ total }) => ({
    what: `No table shows what each party has paid of the association's money. ${inUnit(total, "kr", 0)} is split by law: state 1/2, municipalities 1/4, regions 1/4.`,
    action:
      "If the parties have agreed on something else, add a table with Party and Share, or with Party, Year and Cash. If no region takes part, list the parties in the table, without a region.",
  }),
  "statutory-split-without-region": ({ total }) => ({
    what: `No table shows what each party has paid of the association's money, and no region is listed. ${inUnit(total, "kr", 0)} is split by law: state 1/2, municipalities 1/2.`,
    action:
      "If a region takes part, add it among the parties. If there is an agreement, write the parties' shares in the column Share.",
  }),
  "agreed-split": ({ total }) => ({
    what: `${inUnit(total, "kr", 0)} is split between the parties by the shares in the table.`,
    action: "Check that the shares are those that the parties have agreed on.",
  }),
  "claim-differs": ({ claim, known, stated, computed, percent }) => ({
    what: `${known === null ? claim : finalEn.report.knownClaims[known]}: stated as ${claimFigure(stated, percent)}, but the source gives ${claimFigure(computed, percent)}.`,
    action: "Correct the stated figure, or what it rests on.",
  }),
  "contributions-differ-from-used": ({ contributions, used }) => ({
    what: `The parties' cash contributions are ${inUnit(contributions, "kr", 0)}, but the funds used are ${inUnit(used, "kr", 0)}.`,
    action: "Check which one is booked. The calculation uses the parties' contributions.",
  }),
  "budget-change-left": ({ heading }) => ({
    what: `The column ${heading} is not added to the budget, and nothing says whether it is in it already.`,
    action:
      "If the budget after the change holds: head that column Budget efter ändring. Else check that the budget is the one that you compare with.",
  }),
  "sign-inferred": ({ sign }) => ({
    what: `Costs are read as ${costSigns[sign] ?? sign}, from how the amounts are written.`,
    action: "Check that this is right; otherwise choose the other one and run again.",
  }),
  "opposite-sign": ({ line, amount, unit, decimals }) => ({
    what: `${line} has an amount with the opposite sign (${inUnit(amount, unit, decimals)}). It is included in the sums.`,
    action: "Check that it is a credit or an income; otherwise correct the sign.",
  }),
  "series-break": ({ line, period, text }) => ({
    what: `${line}: you have marked a break in the series${period === "" ? "" : ` from ${period}`}${text === "" ? "" : ` (${text})`}.`,
    action: "Nothing needs to be done. Do not compare the line before and after the break as it stands.",
  }),
  "budget-without-outcome": ({ line, period }) => ({
    what: `${line}, ${period}: the budget is from before the first outcome, and the table has no column for the outcome of that period. It is left out.`,
    action: "If the period is to be followed up, add a column with its outcome (0 if it is none).",
  }),
  "outcome-without-budget": ({ line, period }) => ({
    what: `${line}, ${period}: the outcome is from before the first budget and has nothing to be compared with. It is left out.`,
    action: "If the period is to be followed up, fill in its budget (0 if it is none).",
  }),
  "columns-of-others": ({ used, left }) => ({
    what: `The columns under ${used} are read. Those under ${left} are not: they do not have both outcome and budget.`,
    action: "Nothing needs to be done.",
  }),
  "part-of-accumulated": ({ heading }) => ({
    what: `${heading} is in the accumulated columns and is not added once more.`,
    action: "Nothing needs to be done.",
  }),
  "budget-without-period": ({ headings, example }) => ({
    what: `The budget has no period, so that the outcome has nothing to be compared with (headings: ${headings}). The table is left out.`,
    action: `Write the period in the budget's heading: ${example}.`,
  }),
  "period-without-budget": ({ period }) => ({
    what: `${period} has outcome but no budget. All of the outcome counts as deviation.`,
    action: "Fill in the budget of the period if there is one.",
  }),
  "worked-up-unused": ({ amount, unit, decimals }) => ({
    what: `${inUnit(amount, unit, decimals)} worked up but not requisitioned is in no figure: only the full-year forecast counts it, and that is made where the budget covers more months than the outcome.`,
    action: "Should the amount count as a cost, put it in the outcome.",
  }),
  "income-as-cost": ({ line }) => ({
    what: `${line} looks like an income by its name but is written like the costs, so it counts as a cost.`,
    action: "If it is an income, write its amounts with the opposite sign. If it is a cost, nothing needs to be done.",
  }),
  "missing-budget": ({ line, period }) => ({
    what: `There is no budget for ${line}, ${period}. It counts as 0 in the sums.`,
    action: "Fill in the budget if there is one.",
  }),
  "missing-outcome": ({ line, period }) => ({
    what: `There is no outcome for ${line}, ${period}. It counts as 0 in the sums.`,
    action: "Fill in the outcome if anything is booked.",
  }),
  "no-outcome-amounts": () => ({
    what: "The outcome column is empty. No period is booked, so the deviations are 0.",
    action: "Fill in the outcome when there is any.",
  }),
  "dash-as-zero": ({ line, period }) => ({
    what: `A dash is read as 0 for ${line}, ${period}.`,
    action: "Write the amount if the dash means anything but 0.",
  }),
  "hidden-row": ({ rows }) => ({
    what: `${rows === 1 ? "A hidden or filtered row is" : `${rows} hidden or filtered rows are`} included in the calculation.`,
    action: "Show the rows and check that they should be included; otherwise remove them.",
  }),
  "year-and-date-differ": ({ rows, year, period }) => ({
    what: `${rows === 1 ? "One row has" : `${rows} rows have`} another year in the year column (${year}) than in the date or period (${period}). The date holds.`,
    action: "Check which of them is right, and correct the other.",
  }),
  "files-joined": ({ budget, outcome, lines }) => ({
    what: `The budget in ${budget} and the outcome in ${outcome} were read as one table; ${lines} rows are in both.`,
    action: "If they do not belong together: read the files one by one.",
  }),
  "files-differ": ({ budget, outcome, what }) => ({
    what: `The budget in ${budget} and the outcome in ${outcome} cannot be set against each other: ${
      {
        signs: "costs are written with a minus in the one file and without in the other",
        kinds: "the same row is income in the one file and a cost in the other",
        periods: "they are not of the same months",
        units: "the amounts of the one are about a thousand times those of the other",
        lines: "no row name is in both",
      }[what]
    }. Both are left out.`,
    action: {
      signs: "Write costs the same way in both files.",
      kinds: "Give the rows names that say what they are, or put them under the headings Income and Costs.",
      periods: "Write the period's year and months above both tables, and use files of the same year.",
      units: "Write in both files which unit the amounts are in: kr, tkr or Mkr.",
      lines:
        "Write the same row names in both files, or account numbers before the rows of the budget (50 Premises) where the outcome is a ledger.",
    }[what],
  }),
  "sheets-joined": ({ budget, outcome, lines }) => ({
    what: `The budget on ${budget} and the outcome on ${outcome} were read as one table; ${lines} rows are on both.`,
    action: "If they do not belong together: name the sheets after what they are of.",
  }),
  "lines-on-one-sheet": ({ lines, count, missing }) => ({
    what: `${count === 1 ? "One row is" : `${count} rows are`} not in ${missing}: ${lines}. There ${count === 1 ? "it counts" : "they count"} as 0.`,
    action: "If the row has another name there: write the same name in both places.",
  }),
  "sheets-joined-as-years": ({ sheets }) => ({
    what: `The sheets ${sheets} have the same rows and were read as the periods of one table.`,
    action: "If they are different initiatives: write the initiative's name in the sheets' names.",
  }),
  "sheets-overlap": ({ sheets }) => ({
    what: `The sheets ${sheets} have the same rows, and their periods overlap. Each counts for itself, so that months may be in twice.`,
    action: "If it is the same initiative: delete the older sheet, or choose in the pane that it is not to be used.",
  }),
  "sides-differ": ({ budget, outcome, what }) => ({
    what: `The budget on ${budget} and the outcome on ${outcome} cannot be set against each other: ${
      {
        signs: "costs are written with a minus on the one sheet and without on the other",
        kinds: "the same row is income on the one sheet and a cost on the other",
        periods: "they are not of the same months",
        units: "the amounts of the one are about a thousand times those of the other",
        lines: "no row name is on both",
        rows: "the same row is a sum on the one sheet and a line of its own on the other",
      }[what]
    }. Both are left out.`,
    action: {
      signs: "Write costs the same way on both sheets.",
      kinds: "Give the rows names that say what they are, or put them under the headings Income and Costs.",
      periods: "Write the period's year and months above both tables.",
      units: "Write on both sheets which unit the amounts are in: kr, tkr or Mkr.",
      lines: "Write the same row names on both sheets.",
      rows: "Say in the pane under Change how the table was read which rows are sums, or put budget and outcome in columns beside each other.",
    }[what],
  }),
  "table-twice": ({ other, workbook }) => ({
    what: `The table has the same rows, periods and amounts as the one on the sheet ${other}${workbook === "" ? "" : ` in ${workbook}`}, and is counted once.`,
    action: "Delete the copy. If they are two initiatives, give each its name (Insatsens namn).",
  }),
  "tables-alike": ({ other, workbook }) => ({
    what: `The table has the same rows, periods and amounts as the one on the sheet ${other}${workbook === "" ? "" : ` in ${workbook}`}, but the initiatives have different names. Both are used.`,
    action: "Check that one of them is not a copy.",
  }),
  "formulas-spoilt": ({ count, sheets }) => ({
    what: `The workbook has been saved by a program that does not know all formulas of the tabs (Gnumeric, for one): ${count} ${count === 1 ? "formula" : "formulas"} in ${sheets} ${count === 1 ? "is" : "are"} replaced by errors. Nobody has written over them, and all figures are computed anew from your own sheets.`,
    action: "Write the tabs again, and they get their formulas back. Then save in Excel or LibreOffice.",
  }),
  "copied-tabs": ({ sheets, count }) => ({
    what:
      count === 1
        ? `The sheet ${sheets} is a copy of a tab that Samkalkyl has written. It is not read: what it holds comes from your own sheets.`
        : `The sheets ${sheets} are copies of tabs that Samkalkyl has written. They are not read: what they hold comes from your own sheets.`,
    action: "Nothing needs to be done. Delete what is not to be kept.",
  }),
  "hidden-sheet": () => ({
    what: "The sheet is hidden but is included in the calculation.",
    action: "Show the sheet and check that it should be included; otherwise remove it.",
  }),
  "lines-differ-in-case": ({ first, second }) => ({
    what: `The cost lines "${first}" and "${second}" differ only in upper and lower case. They are counted separately.`,
    action: "Write them alike if they are the same cost line.",
  }),
  "formula-as-text": ({ text }) => ({
    what: `The text "${text}" looks like a formula. It is written as text and not run.`,
    action: "Check where it comes from, and remove it if it does not belong there.",
  }),
  "date-system-1904": () => ({
    what: "The workbook counts dates from 1904. The dates have been converted.",
    action: "Check the periods in the source data tab.",
  }),
  "period-already-counted": ({ period, parts }) => ({
    what: `${period} is the sum of ${parts} and is not added once more.`,
    action: "Nothing needs to be done. If it is a period of its own, give it another name.",
  }),
  "unreadable-field": ({ label, text }) => ({
    what: `${label} is "${text}", which cannot be understood. It is not used.`,
    action: reread,
  }),
  "comment-without-line": ({ line, comment }) => ({
    what: `The comment "${comment}" belongs to ${line}, which is no longer in the source. It is kept at the end of the deviation tab.`,
    action: "Move the comment to the right cost line, or remove it.",
  }),
  "snapshot-newer": () => ({
    what: "The snapshot was saved by a newer version of Samkalkyl, which this one cannot read. It is untouched, but not compared with.",
    action: "Open the workbook with the newer version, or save a new snapshot.",
  }),
  "snapshot-damaged": () => ({
    what: "The snapshot has been changed: something is missing here, or does not add up with the rest. It is not compared.",
    action: "Restore the cell, or compare with another snapshot.",
  }),
  "fields-ignored": ({ label }) => ({
    what: `The field ${label} is not used here.`,
    action: "Nothing needs to be done, unless it should have been used: then check its heading.",
  }),
};
