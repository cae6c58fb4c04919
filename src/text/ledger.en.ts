// src/text/ledger.en.ts: what can be wrong in a SIE file, in English.
import { Decimal } from "../domain/money";
import { numberText } from "./format";
import type { LedgerProblemTexts } from "./ledger";

const kr = (amount: string): string => `SEK ${numberText(new Decimal(amount), 2, "en")}`;
const export4 = "Export the file again from the accounting system as SIE 4 and try again.";
const faults = {
  amount: "an amount that is not a number",
  account: "no account",
  year: "no year number",
  period: "no readable month (YYYYMM)",
  date: "no readable date (YYYYMMDD)",
};
const others = {
  "web-page": "a saved web page",
  sie5: "a SIE 5 file (XML), which is not read yet",
  xml: "an XML file",
  empty: "an empty file",
  "no-records": "a file without SIE records",
};

const noTables = {
  "web-page": "is a saved web page, not a text file with columns",
  empty: "is empty",
  "no-columns": "has no columns: no semicolon, tab or comma separates them",
};
const postingFaults = {
  amount: "the amount is not a number in whole öre",
  account: "the row has an amount but no account number",
  date: "the date or the period is no month with a year",
  currency: "the amount is in another currency than kronor",
};

export const ledgerEn: LedgerProblemTexts = {
  "not-a-ledger": ({ file, what }) => ({
    what: `${file} is not a SIE file of type 1–4 but ${others[what]}.`,
    action: export4,
  }),
  "not-a-table": ({ file, what, row }) =>
    what === "uneven"
      ? {
          what: `${file}, row ${row}: the row has more columns than the headings, so it cannot be told which amount belongs to which heading. The file is not used.`,
          action:
            "A comma or semicolon probably stands inside a text or an amount. Export the file with another character between the columns, or open it in Excel and save it as .xlsx.",
        }
      : {
          what: `${file} ${noTables[what]}.`,
          action:
            "Export the file again with semicolons between the columns, or open it in Excel and save it as .xlsx.",
        },
  "posting-bad-row": ({ fault, count }) => ({
    what: `Here ${count === 1 ? "is one posting" : `is the first of ${count} postings`} that cannot be read: ${postingFaults[fault]}. The export is not used.`,
    action: "Correct the cell, or export again with account, date and amount in kronor on every row.",
  }),
  "posting-rows-left": ({ count }) => ({
    what: `${count === 1 ? "One row" : `${count} rows`} of the export ${count === 1 ? "is no posting" : "are no postings"} (sums, opening and closing balances, rows without an amount) and ${count === 1 ? "is" : "are"} not added.`,
    action: "Nothing needs to be done. The rows are among those set aside.",
  }),
  "posting-sum-differs": ({ stated, computed, count }) => ({
    what: `The export states the sum ${kr(stated)}, but the rows that it sums give ${kr(computed)}${count === 1 ? "" : ` (${count} such sums)`}. The rows hold.`,
    action: "Check that all rows are there and that none has been changed, or export again.",
  }),
  "posting-period-followed": ({ count }) => ({
    what: `${count === 1 ? "One posting has" : `${count} postings have`} another month in the period than in the date. The period holds.`,
    action: "Check the rows if the months do not agree with the books.",
  }),
  "ledger-bad-record": ({ row, label, fault, count }) => ({
    what: `Row ${row}: ${label} has ${faults[fault]}${count === 1 ? "" : ` (${count} such rows in the file)`}. The file is not used.`,
    action: `Amounts are written with a decimal point, at most two decimals and no thousands separator. ${export4}`,
  }),
  "ledger-currency": ({ currency }) => ({
    what: `The file is in ${currency}, not in Swedish kronor, and is not used.`,
    action: "Export the books in Swedish kronor.",
  }),
  "ledger-empty": () => ({
    what: "The file has no amounts on result accounts for the current year.",
    action: "Export the file with balances or vouchers (SIE type 1–4) and try again.",
  }),
  "ledger-no-year": () => ({
    what: "The file does not say which accounting year it is for (#RAR is missing or has no dates), so the year's amounts have no period.",
    action: "Export the file again from the accounting system with its accounting year.",
  }),
  "ledger-no-dimension": ({ dimension, known }) => ({
    what: `The file has no dimension called ${dimension}.`,
    action: known === "" ? "The file has no dimensions: read it as a whole." : `Dimensions in the file: ${known}.`,
  }),
  "ledger-without-budget": () => ({
    what: "The file has outcome but no budget, so no deviation can be computed.",
    action:
      "Read it together with the file that has the budget: drop both on the page, or name both on the command line. A SIE file can also be exported with its budget (#PBUDGET).",
  }),
  "ledger-part-used": ({ plan, part, ledger }) => ({
    what: `The outcome of ${plan} is what lies on ${part} in ${ledger}.`,
    action: "If it is another part of the books: give the budget the same name, or state the dimension.",
  }),
  "ledger-lines-matched": ({ pairs }) => ({
    what: `The accounts were put on the budget's lines by what the lines are called: ${pairs}.`,
    action:
      "If an account belongs on another line: write account numbers before the line's name in the budget, such as 50 Premises.",
  }),
  "ledger-outside-plan": ({ months, sum }) => ({
    what: `The books have ${kr(sum)} in ${months}, which the budget is not for. They are not included.`,
    action: "If the months are right: include them in the budget. If a date is wrong: correct it in the books.",
  }),
  "ledger-income-left": ({ sum }) => ({
    what: `The budget has costs only. The income in the books (${kr(sum)}) is not included.`,
    action: "To include it: write an income line in the budget.",
  }),
  "ledger-names-damaged": () => ({
    what: "Letters in the account names were lost before the file came here (å, ä, ö). The figures are whole.",
    action: "Export the file again if the names are to be right.",
  }),
  "ledger-encoding": ({ encoding }) => ({
    what: `The file is written in ${encoding} although it says PC8, and was read so.`,
    action: "Check that å, ä and ö are right in the account names.",
  }),
  "ledger-voucher-unbalanced": ({ voucher, row, difference, count }) => ({
    what: `Voucher ${voucher} (row ${row}) does not balance: the difference is ${kr(difference)}.${count === 1 ? "" : ` ${count} vouchers in the file do not.`} They are used as they stand.`,
    action: "Check the voucher in the accounting system.",
  }),
  "ledger-lone-removal": ({ count }) => ({
    what: `${count === 1 ? "One removed row" : `${count} removed rows`} (#RTRANS) not followed by the same row as #TRANS. Only #TRANS counts.`,
    action: "Check the corrections in the accounting system.",
  }),
  "ledger-balance": ({ account, difference, count }) => ({
    what: `Opening balance plus vouchers is not the closing balance on account ${account} (${kr(difference)})${count === 1 ? "" : ` and ${count - 1} more`}.`,
    action: "Ordinary where only some of the vouchers are exported. The outcome on result accounts is not affected.",
  }),
  "ledger-sums": ({ difference }) => ({
    what: `Closing balances and result do not equal opening balances: the difference is ${kr(difference)}.`,
    action: "Check that the export is whole.",
  }),
  "ledger-differs-from-res": ({ account, months, stated, count, used }) => ({
    what: `The months do not come to the year's result on account ${account}: ${kr(months)} against ${kr(stated)} in #RES${count === 1 ? "" : `, and ${count - 1} more accounts differ`}. ${used === "RES" ? "The outcome is taken from #RES, for the whole year." : `The outcome is taken from ${used === "TRANS" ? "the vouchers" : `#${used}`}.`}`,
    action: "Export the whole year, so that the months agree with the year's result.",
  }),
  "ledger-two-budgets": ({ account, count }) => ({
    what: `Account ${account} has two different budget amounts for the same month, under two year numbers${count === 1 ? "" : ` (${count} such months)`}. The file does not say which holds, and is not used.`,
    action: "Export the budget of only the year that is followed up.",
  }),
  "ledger-placed-by-month": ({ rows, doubles }) => ({
    what: `${rows} rows stand under another year number than their month and are placed by the month${doubles === 0 ? "" : `; ${doubles} of them also stand under the right year and are counted once`}.`,
    action: "Nothing needs to be done if the months are right.",
  }),
  "ledger-odd-row": ({ what, row, label, count }) => {
    const rows = count === 1 ? `Row ${row}` : `${count} rows (the first is row ${row})`;
    const has = count === 1 ? "has" : "have";
    const kinds: Readonly<Record<typeof what, string>> = {
      unlabelled: `${count === 1 ? "does" : "do"} not begin with a label and ${count === 1 ? "is" : "are"} left out`,
      unknown: `${has} a label that SIE does not have (${label}) and ${count === 1 ? "is" : "are"} left out`,
      repeated: `${count === 1 ? "repeats" : "repeat"} the year, period, account and object of an earlier row (${label}). The amounts are added`,
      split: `${has} an amount that looks parted by a blank (${label}). What stands before the blank is read`,
      behind: `${has} something other than a quantity behind the amount (${label})`,
      account: `${has} an account that is neither a number nor declared by #KONTO (${label})`,
      date: `${has} a date that does not exist (${label}). The voucher's date holds, if it has one`,
      open: `${count === 1 ? "begins" : "begin"} a voucher that does not end. The file may have been cut`,
    };
    return {
      what: `${rows} ${kinds[what]}.`,
      action: "Look at the row in the file. Export the file from the accounting system again if anything is missing.",
    };
  },
  "ledger-lacks": ({ type, lacks }) => ({
    what: `The file is of type ${type} but has no ${lacks === "#VER" ? "vouchers (#VER)" : "period balances (#PSALDO)"}. It may have been cut.`,
    action: "Export the file from the accounting system again if anything is missing.",
  }),
  "ledger-outside-year": ({ amounts, sum }) => ({
    what: `${amounts === 1 ? "One amount" : `${amounts} amounts`} on result accounts lie outside the accounting year that is followed up and are left out: ${kr(sum)}.`,
    action: "Ordinary where the file has an earlier year too. Check the dates in the accounting system otherwise.",
  }),
  "ledger-unmapped": ({ accounts, count, sum }) => ({
    what: `${count === 1 ? "One account has" : `${count} accounts have`} no line in the chart's proposal (${accounts}) and stand under Ej mappat (not mapped): ${kr(sum)}.`,
    action: "Nothing has been lost. Check the accounts.",
  }),
  "ledger-outside": ({ accounts, count, sum }) => ({
    what: `${count === 1 ? "One account is" : `${count} accounts are`} no cost or income of an initiative (${accounts}) and left out: ${kr(sum)}.`,
    action: "Check that this is right.",
  }),
  "ledger-type-against-number": ({ accounts, count }) => ({
    what: `The account type contradicts the account number for ${count === 1 ? "one account" : `${count} accounts`} (${accounts}). The sign of the amounts has decided.`,
    action: "Check the account types in the accounting system.",
  }),
};
