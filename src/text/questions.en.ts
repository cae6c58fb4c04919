// src/text/questions.en.ts: questions and answers in English.
import { Decimal } from "../domain/money";
import { numberText } from "./format";
import type { QuestionTexts } from "./questions";

const kr = (amount: string): string => `${numberText(new Decimal(amount), 0, "en")} kr`;

export const questionsEn: QuestionTexts = {
  asked: {
    "identity-numbers-or-not": ({ heading, count }) =>
      `${count === 1 ? "A number" : `${count} numbers`}${heading === "" ? "" : ` under ${heading}`} may be a personal identity number, or something else with ten digits, such as an invoice number. Which is it? Nothing is computed before that is answered.`,
    "ledger-chart": ({ chart }) =>
      `The file does not say which chart of accounts it follows${chart === "" ? "" : ` (#KPTYP ${chart})`}, and the same number means different things. Which one is it?`,
    "posting-signs": () =>
      "Income (account class 3) and costs (account classes 4–7) have the same sign in the export. How are the amounts written?",
    "which-part-of-ledger": ({ plan }) =>
      `The books have projects or cost centres, and none of them is called as the budget (${plan}). Which part is the budget's outcome?`,
    "ledger-objects": ({ label }) =>
      `${label} has rows with and without objects (project, cost centre). Are the objects' amounts within the row without object, or on top of it?`,
    "ledger-budget-year": ({ rows }) =>
      `The file's only budget (${rows} rows) stands under another year number than its months. Do the months hold?`,
    "income-or-cost": ({ rows }) =>
      `Nothing in the table says what is income and what is costs (${rows.join(", ")}). Which is it?`,
    "row-is-sum": ({ row }) => `Is the row ${row} a sum of other rows, or a row of its own?`,
    "unexplained-total": ({ row, stated, computed }) =>
      `${row} is ${kr(stated)} in the sheet, but the rows give ${kr(computed)}. Which holds?`,
    "row-left-out": ({ row }) => `The total below ${row} only comes out if that row is not counted. Is it to count?`,
    "total-not-explained": ({ row }) =>
      `The rows of the table do not give what stands on ${row}. How is that row to be read?`,
    "row-after-result": ({ row }) => `${row} stands below the result. Is it to count?`,
    "opposite-deviations": () =>
      "Every deviation in the sheet has the opposite sign of the computed one. How is the table written?",
    "which-unit": ({ units }) => `The table states several units (${units.join(", ")}). Which one holds?`,
    "scale-contradicts": ({ unit }) =>
      `The table states ${unit}, but the number format shows the cells' numbers divided by 1,000. Are the numbers in the cells kronor? Else change the number format or the unit so that they agree.`,
    "scale-differs": ({ large, small }) =>
      `${large} is about a thousand times ${small} on nearly every line. Are they written in different units?`,
    "which-columns": ({ names }) => `The table has columns for ${names.join(" and ")}. Which are to be used?`,
    "which-period": () =>
      "Nothing in the table or above it says which period the amounts are of. Which is it? If it is another: write it above the table, or give it in the pane under Change how the table was read.",
    "sheets-belong-together": ({ budget, outcome, shared, lines }) =>
      `${budget} holds the budget and ${outcome} the outcome, and ${shared} of ${lines} rows are on both. Do they belong together?`,
    "column-means": ({ heading, column }) =>
      `What is column ${column}${heading === "" ? ", which has no heading" : `, "${heading}"`}? The table is left out until it is said.`,
    "same-support": ({ persons, ids }) =>
      `${persons === 1 ? "One participant" : `${persons} participants`} (${ids}) with the same support and the same amount before and after. That is no effect. Which is it?`,
    "month-ahead": ({ persons, ids, month }) =>
      `${persons === 1 ? "One participant" : `${persons} participants`} (${ids}) with a last month on support that lies ahead (${month} at the latest). Has the support ended?`,
    "successor-of-both": ({ persons, ids }) =>
      `${persons === 1 ? "One participant" : `${persons} participants`} (${ids}) with a support before that the law ends and activity compensation after, which ends at 30. Which of them does Därefter follow?`,
    "successor-basic-or-income": ({ persons, ids }) =>
      `${persons === 1 ? "One participant" : `${persons} participants`} (${ids}) with activity support after unemployment benefit in Därefter, at an amount that is the basic one. The basic amount is paid for 450 days at most, income-based support has no last day. Which is it?`,
    "unemployment-before-new-law": ({ persons, ids }) =>
      `${persons === 1 ? "One participant" : `${persons} participants`} (${ids}) with unemployment benefit granted before 2025-10-01, under the law 1997:238, whose days are counted differently, and without used days. How is it to be counted? The surest is to write the days in the column Förbrukat av stödet.`,
  },
  answers: {
    "no-identity-numbers": () => "No personal identity numbers",
    "identity-numbers": () => "Personal identity numbers (the workbook is not used)",
    "chart-bas": () => "BAS (personnel in class 7)",
    "chart-kommunbas": () => "Kommun-Bas (personnel in class 5)",
    "debit-positive": () => "Debit is plus, credit is minus: the amounts hold as they stand",
    "credit-positive": () => "Credit is plus, debit is minus",
    "all-positive": () => "Both income and costs are written without a minus",
    "whole-ledger": () => "All of the books",
    "part-of-ledger": ({ part }) => part,
    "objects-within": () => "The objects are within the account's row",
    "objects-beside": () => "The objects come on top of the account's row",
    "budget-by-month": () => "Yes, the budget is for the months that stand there",
    "budget-not-used": () => "No, the budget is not to be used",
    "as-sum": ({ row }) => `With ${row} as a sum`,
    "as-line": ({ row }) => `With ${row} as a row of its own`,
    "not-counted": ({ row }) => `Without ${row}`,
    "costs-negative": () => "Costs are written with a minus, income without",
    "costs-positive": () => "Costs are written without a minus",
    "as-costs": () => "The rows are costs",
    "as-income": () => "The rows are income",
    "from-lines": ({ row }) => `The rows hold, whatever ${row} says`,
    "income-less-costs": () => "Income less costs",
    "plain-sum": () => "Everything is added as it stands",
    "column-is": ({ en }) => en,
    "period-is": ({ period }) => `The amounts are of ${period}`,
    "read-together": ({ budget, outcome }) => `Yes, read ${budget} and ${outcome} as one table`,
    "unit-is": ({ unit }) => `The amounts are in ${unit}`,
    "column-in-unit": ({ heading, unit, others }) => `${heading} is in ${unit}, other amounts in ${others}`,
    "unit-by-column": () => "Each column is in the unit that its heading states",
    "unit-by-line": () => "Each row is in the unit that its name states, the others in the table's",
    "columns-of": ({ name }) => `The columns under ${name}`,
    "column-not-used": () => "The column is not to be used",
    "end-of-participation": () => "When taking part ended, not the support",
    "leave-out": () => "The table is not to be used",
    "still-on-support": () => "The support goes on: count as ongoing, with no effect",
    "ends-as-planned": () => "The support ends then, as decided: count with it",
    "persons-left-out": () => "Do not count them at all",
    "follows-before": () => "It follows the support before",
    "follows-after": () => "It follows the activity compensation at 30",
    "basic-amount": () => "Basic amount, 450 days at most",
    "income-based": () => "Income-based, without a last day",
    "no-days-used": () => "No days were used: the whole period under today's rule is left",
  },
  howToAnswer: (choices) =>
    `Choose a reading in the pane, or answer on the command line: ${choices.map((each) => `--answer ${each}`).join(" or ")}.`,
  heading: "Questions and answers",
  openLead:
    "This can be read in more than one way, and is not part of the calculation until you have answered. The answer is kept in the workbook.",
  answered: "Answered questions",
  answer: "Answer",
  answeredOn: (date) => `Answered ${date}`,
  notAnswered: "Not answered",
  takeBack: "Take back the answer",
  openOnBoard: (count) =>
    count === 1
      ? "One question about the source is not answered, and what it is about is left out (see Kontroller)."
      : `${count} questions about the source are not answered, and what they are about is left out (see Kontroller).`,
  answeredOnBoard: (count) =>
    count === 1
      ? "The source was read with the answer to one question (see Kontroller)."
      : `The source was read with the answers to ${count} questions (see Kontroller).`,
};
