// src/text/rowProblems.en.ts: what can be wrong in tables of persons, contributions, assumptions, goals and claims, in English.
import { Decimal } from "../domain/money";
import { numberText } from "./format";
import type { RowProblemTexts } from "./problems";

const kr = (amount: string): string => `${numberText(new Decimal(amount), 0, "en")} kr`;
const reread = "Correct the cell and run again.";
const none = "Nothing needs to be done.";
const inColumn = (heading: string): string => (heading === "" ? "" : ` (${heading})`);

const assumptions: Readonly<Record<string, string>> = {
  deadweight: "Deadweight",
  outflow: "Outflow without the initiative",
  others: "Share due to others",
  correction: "Correction",
  rate: "Discount rate",
  tax: "Tax",
  uprating: "Uprating",
  persistence: "Persistence",
};

/** `deadweight` or `uprating, Sjukersättning` in words; anything else as it is. */
function assumption(what: string): string {
  const [kind = "", ...rest] = what.split(", ");
  return [assumptions[kind] ?? kind, ...rest].join(", ");
}

/** A decimal string as people write it. */
function number(value: string): string {
  const decimal = new Decimal(value);
  return numberText(decimal, decimal.decimalPlaces(), "en");
}

/** Kinds of tables by what they are about. */
const TABLE_KINDS: Readonly<Record<string, string>> = {
  contributions: "what the parties pay in",
  participants: "participants",
  goals: "goals",
  claims: "claims to check",
  assumptions: "assumptions",
  "before-after": "persons before and after",
  counts: "planned and actual numbers",
  sources: "who pays which support",
};

function tableKind(kind: string): string {
  return TABLE_KINDS[kind] ?? kind;
}

export const rowProblemsEn: RowProblemTexts = {
  "duplicate-row": ({ what, other }) => ({
    what: `${assumption(what)} occurs twice, also at ${other}. The table is left out.`,
    action: "Remove one of the rows, or merge them, and run again.",
  }),
  "missing-column": ({ headings, seen }) => ({
    what: `The table has no column ${headings} and is left out. The headings that stand there are: ${seen}.`,
    action:
      "If the column is there by another name, choose it under Change how the table was read. Otherwise add it, with that heading.",
  }),
  "nearly-a-table": ({ seen, kind, en }) => ({
    what: `The row with ${seen} looks like the headings of a table of ${tableKind(kind)}, but ${en} is missing. The rows below are left out.`,
    action: `If it is such a table, write the heading ${en} over the right column, or point out the columns under Is a table missing? in the pane. Otherwise nothing needs doing.`,
  }),
  "years-contradict": ({ heading, year }) => ({
    what: `The heading ${heading} is about another year than the rows (${year}). The table is left out.`,
    action: "Write the same year in the heading and in the column of years, or take the year out of the heading.",
  }),
  "volumes-of-other-months": ({ from, costs }) => ({
    what: `The numbers are the initiative's from ${from}, but the table has costs from ${costs} only. Cost per participant is therefore not computed.`,
    action: `Add the costs from ${from}, or state numbers and the initiative's first month for the months that the table has.`,
  }),
  "money-column-not-used": ({ heading }) => ({
    what: `The column ${heading === "" ? "without a heading" : heading} holds amounts that are not used.`,
    action: "If they are to count, choose what the column is under Change how the table was read.",
  }),
  "shares-not-one": ({ what, sum }) => ({
    what: `The shares of ${what} sum to ${sum}, not 1. The table is left out.`,
    action: "Correct the shares so that they sum to 1 (100 %), and run again.",
  }),
  "missing-key": ({ heading }) => ({
    what: `The row has no ${heading} and is left out.`,
    action: "Fill in the cell, or remove the row.",
  }),
  "missing-amount": ({ what, heading, levels = "" }) => ({
    what: `${what} has no ${heading} and is left out.`,
    action: `Fill in the cell and run again.${levels === "" ? "" : ` Nothing is filled in for you. A full month is: ${levels}.`}`,
  }),
  "missing-support": ({ heading }) => ({
    what: `The row has no ${heading} and is left out.`,
    action: "Write which support it is.",
  }),
  "unknown-support": ({ text, heading, known }) => ({
    what: `The support "${text}"${inColumn(heading)} is unknown, so the row is left out.`,
    action: `Write one of these: ${known}. If the support is missing, add it in a table of your own with the headings Support, Paid by and Share.`,
  }),
  "support-is-agency": ({ text, heading, known }) => ({
    what: `"${text}"${inColumn(heading)} is a party that pays support, not a support, so the row is left out.`,
    action: `Write which support it is: ${known}.`,
  }),
  "unreadable-number": ({ text, heading }) => ({
    what: `"${text}" stands where a number is expected${inColumn(heading)}.`,
    action: "Write a number or a percentage.",
  }),
  "unreadable-date": ({ text, heading }) => ({
    what: `"${text}"${inColumn(heading)} cannot be read as a date.`,
    action: "Write for example 2023-12-31 or 2023-12; for birth dates the year alone will do.",
  }),
  "not-a-count": ({ text, heading }) => ({
    what: `"${text}"${inColumn(heading)} is no number of persons.`,
    action: "Write a whole number of 0 or more.",
  }),
  "negative-amount": ({ amount, heading }) => ({
    what: `The amount ${amount}${inColumn(heading)} is negative, so the row is left out.`,
    action: "Write the amount without a minus sign.",
  }),
  "zero-amount": ({ what }) => ({
    what: `The amount of ${what} is 0, but somebody pays that support. The row is left out.`,
    action: "Write what is paid per month. For subsidised work it is the grant to the employer.",
  }),
  "amount-looks-yearly": ({ amount, heading }) => ({
    what: `The amount ${amount}${inColumn(heading)} looks like a year's, not a month's. The row is left out.`,
    action: "Write the amount per month, or write kr/år in the heading of the column.",
  }),
  "amount-too-fine": ({ amount, heading }) => ({
    what: `The amount ${amount}${inColumn(heading)} does not come out even per month. The row is left out.`,
    action: "Write the amount per month, in kronor and öre.",
  }),
  "identity-like-id": () => ({
    what: "The participant's id begins with a birth date and may be a personal identity number. The row is left out.",
    action: "Use serial numbers instead.",
  }),
  "birth-years-differ": ({ first, second }) => ({
    what: `Birth date (${first}) and birth year (${second}) differ. The row is left out.`,
    action: reread,
  }),
  "implausible-age": ({ year, age, month }) => ({
    what: `Born in ${year} means ${age} years old in ${month}. The row is left out.`,
    action: "Check the birth year and the last month.",
  }),
  "implausible-pension-age": ({ text }) => ({
    what: `The pension age "${text}" is not plausible. The row is left out.`,
    action: reread,
  }),
  "pension-age-unknown": ({ year }) => ({
    what: `The pension age of those born in ${year} is unknown. The row is left out.`,
    action: "Write the person's pension age in the column Pensionsålder.",
  }),
  "no-avoided-months": ({ month, pension }) => ({
    what: `There are no months to count: the support ended in ${month} and the pension begins in ${pension}. The row is left out.`,
    action: "Check the birth date, the last month and what follows.",
  }),
  "activity-compensation-ended": ({ month, thirty }) => ({
    what: `Activity compensation ends at 30, here in ${thirty}, and the last month is ${month}. There are no months to count, so the row is left out.`,
    action:
      "Check the birth date, the last month and which support it is, or write what follows in the column Därefter.",
  }),
  "target-not-positive": ({ text }) => ({
    what: `The target "${text}" cannot be computed with: it must be above 0.`,
    action: "Write kronor back per krona paid in, for example 4.",
  }),
  "years-not-used": ({ what, heading }) => ({
    what: `${what}: what stands under ${heading} cannot be used, so the row is left out.`,
    action:
      "Values year by year can be given for persistence and uprating, in the columns År 1, År 2 … without a gap. Otherwise empty the cells.",
  }),
  "unknown-assumption": ({ text }) => ({
    what: `The assumption "${text}" is unknown and not used.`,
    action: "Use the names of the tab Antaganden.",
  }),
  "low-above-high": ({ what, low, high }) => ({
    what: `${assumption(what)}: the low value ${number(low)} is above the high one ${number(high)}. The assumption is not used.`,
    action: "Correct the values and run again.",
  }),
  "base-outside-range": ({ what, base }) => ({
    what: `${assumption(what)}: the base value ${number(base)} is not between low and high. The assumption is not used.`,
    action: "Correct the values and run again.",
  }),
  "share-out-of-range": ({ what, value }) => ({
    what: `${assumption(what)}: ${number(value)} is no share between 0 and 1. The value is not used.`,
    action: "Write for example 30 % or 0.3.",
  }),
  "rate-too-low": ({ what, value }) => ({
    what: `${assumption(what)}: ${number(value)} is −100 % or less, which cannot be computed with.`,
    action: "Write a higher rate.",
  }),
  "horizon-out-of-range": ({ text }) => ({
    what: `The horizon "${text}" cannot be computed with.`,
    action: "Choose 1, 2, 5 or 10 years, or until retirement.",
  }),
  "share-against-number": ({ target, outcome }) => ({
    what: `${target} and ${outcome} cannot be compared: one is a share, the other a number.`,
    action: "Write both as shares or both as numbers, or fill in the base.",
  }),
  "stated-total-differs": ({ what, stated, computed, difference }) => ({
    what: `The total in the sheet does not agree: ${what} is ${stated} in the sheet and ${computed} computed (difference ${difference}).`,
    action: "Check the total and that all rows are in it. The computed value is used.",
  }),
  "unknown-agency": ({ text }) => ({
    what: `The party "${text}" is unknown. It counts as another party.`,
    action: "Check the spelling. Municipalities and regions need the word kommun or region in their name.",
  }),
  "amounts-per-year": ({ heading }) => ({
    what: `The amounts in ${heading} are per year. They are divided by 12.`,
    action: none,
  }),
  "last-month-missing": ({ persons, heading }) => ({
    what: `${persons === 1 ? "One participant has" : `${persons} participants have`} another support after but no ${heading}, and ${persons === 1 ? "counts" : "count"} as ongoing, without effect.`,
    action: "Write the month. If the support goes on: write pågår, or empty the support after.",
  }),
  "dates-without-format": ({ heading }) => ({
    what: `The dates in ${heading} are numbers without a date format. They are read as Excel's dates.`,
    action: "Check the dates, and give the column a date format.",
  }),
  "amount-outside-levels": ({ support, amount, year, lowest, highest }) => ({
    what: `${support} at ${kr(amount)} a month is far from every level in force in ${year} (${kr(lowest)}–${kr(highest)}).`,
    action: "Check the amount: it should be kronor per month of that very support.",
  }),
  "amount-looks-small": ({ amount }) => ({
    what: `The amount ${number(amount)} kr per month is small. If it is in tkr, it is counted as a thousand times too little.`,
    action: "Check the amount. If it is in tkr, write (tkr) in the heading.",
  }),
  "remaining-above-before": ({ remaining, before }) => ({
    what: `The remaining support ${number(remaining)} kr is more than the support before, ${number(before)} kr. It is counted as an increase.`,
    action: "Check the amounts: remaining support is what is left of the earlier one.",
  }),
  "then-missing": ({ persons }) => ({
    what: `Activity compensation ends at 30, and what follows is not given for ${persons === 1 ? "one participant" : `${persons} participants`}. The calculation ends at 30 for them.`,
    action: "Fill in Därefter and Belopp därefter if another support follows.",
  }),
  "then-not-used": ({ persons }) => ({
    what: `Därefter is given for ${persons === 1 ? "one participant" : `${persons} participants`} whose support before does not end by law before the pension. It is not used for them.`,
    action: "Remove it, or check which support it is.",
  }),
  "household-counted-once": ({ household, side, counted, leftOut }) => ({
    what: `Household ${household}: the income support ${side} is counted once, with ${counted} (the highest amount), not with ${leftOut}.`,
    action: none,
  }),
  "municipality-pays-nothing": ({ municipality, persons }) => ({
    what: `${municipality} is not among the parties that pay in, but ${persons === 1 ? "one participant belongs" : `${persons} participants belong`} there. What ${municipality} gets back counts in the whole public sector, not for the parties.`,
    action: "Check the spelling of the municipality, or add it among the parties.",
  }),
  "fewer-participants-than-rows": ({ stated, rows }) => ({
    what: `The number of participants is ${stated}, but the table has ${rows} rows. The calculation counts ${rows} participants.`,
    action: "Correct the number of participants, or remove rows that do not belong to the initiative.",
  }),
  "hours-without-cost": ({ what }) => ({
    what: `${what} has hours but no cost per hour, so its own time counts as 0 kr.`,
    action: "Fill in the cost per hour.",
  }),
  "rate-not-nominal": () => ({
    what: "The calculation is to be in current prices, but no rate is given. The rate of Bas is real and is not used: the rate is 0 in the scenario Försiktig.",
    action: "Add the row Kalkylränta with a nominal rate and its source.",
  }),
  "uprating-in-fixed-prices": () => ({
    what: "An uprating is given, but not whether prices are fixed or current. The calculation is in fixed prices: the support then grows that much faster than prices.",
    action:
      "Add the row Priser with fasta or löpande in the column Bas. In current prices the rate should be nominal too.",
  }),
  "assumptions-not-used": ({ rows, scenario }) => ({
    what: `${scenario === "bas" ? "Base" : "As reported"} does not use your table of assumptions (${rows} ${rows === 1 ? "row" : "rows"}), nor its low and high.`,
    action: "Run the scenario Cautious to count with your own assumptions.",
  }),
  "assumption-without-source": ({ what }) => ({
    what: `${what} has no source.`,
    action: "Write where the value comes from.",
  }),
  "claim-without-figures": ({ claim, text }) => ({
    what: `"${claim}" cannot be checked: ${text === "" ? "it has no basis" : `the basis "${text}" gives no number`}.`,
    action: "Write the basis as a number or a sum, for example 24/136.",
  }),
  "contributions-without-participants": () => ({
    what: "There are contributions but no participants, so what comes back cannot be computed.",
    action: "Add a table of participants.",
  }),
  "no-usable-participants": () => ({
    what: "No row of participants could be used, so what comes back is not computed.",
    action: "Correct what is said about the participants, and run again.",
  }),
  "participants-without-contributions": () => ({
    what: "There are participants but no contributions, so kr back per kr in cannot be computed.",
    action: "Add a table with the headings Part, År, Kontant and Egen tid.",
  }),
};
