// src/text/courseProblems.en.ts: what the law's rules of how long supports last have against a row, or what a course rests on, in English.
import type { CourseProblemTexts } from "./problems";

const none = "Nothing to do if it is right.";
const people = (persons: number): string => (persons === 1 ? "one participant" : `${persons} participants`);
const units = { day: "days", week: "weeks", month: "months" } as const;

export const courseProblemsEn: CourseProblemTexts = {
  "used-above-limit": ({ used, most, unit, rule, heading }) => ({
    what: `${heading} is ${used} ${units[unit]}, but ${rule} gives ${most} at most. The row is left out.`,
    action: `Correct ${heading}, or write which rule applies in the column Ersättningsperiod.`,
  }),
  "used-not-usable": ({ used, heading }) => ({
    what: `${heading} is ${used}, which cannot be counted with. The row is left out.`,
    action: `Write a number from 0 up with at most two decimals in ${heading}, or leave the cell empty.`,
  }),
  "unknown-variant": ({ text, heading, known }) => ({
    what: `"${text}" in the column ${heading} is no rule of the support. The row is left out.`,
    action: `Write one of ${known}, or leave the cell empty: then the longest is counted, and said.`,
  }),
  "successor-same-support": ({ text, heading }) => ({
    what: `${heading} is ${text}, the same support as the one that ends. The row is left out.`,
    action: `Write the support that would have followed in ${heading}, or empty the cell and its amount.`,
  }),
  "successor-of-both": ({ text, heading }) => ({
    what: `Both the support before and the activity compensation after end, and it cannot be seen which of them ${heading}, ${text}, follows. The row is left out.`,
    action: `Empty ${heading} and its amount: then the comparison ends where the first of them ends.`,
  }),
  "successor-basic-or-income": ({ heading }) => ({
    what: `${heading} is activity support after unemployment benefit, with an amount that is the basic one. The basic amount is paid for 450 days at most; income-based support has no last day. The row is left out.`,
    action: `Write "Aktivitetsstöd, grundbelopp" or "Aktivitetsstöd, inkomstbaserat" in ${heading}.`,
  }),
  "programme-without-last-day": ({ rule, heading }) => ({
    what: `${rule} lasts as long as the programme, and its last day is not given. The row is left out.`,
    action: `Write the support's last day, such as 2027-03-31, in the column ${heading}.`,
  }),
  "unemployment-before-new-law": ({ month, heading }) => ({
    what: `Unemployment benefit with ${month} as its last month was decided under law 1997:238, whose days are counted otherwise. The row is left out.`,
    action: `Write how many days of 300 (or of the benefit period given) are used in the column ${heading}.`,
  }),
  "rule-expired": ({ rule, last, paragraph, heading }) => ({
    what: `${rule} in the column ${heading} existed until ${last} (${paragraph}) and begins later here. The row is left out.`,
    action: "Correct the support or the month.",
  }),
  "age-outside-rule": ({ rule, age, paragraph, heading }) => ({
    what: `${rule} in the column ${heading} is not given at the age of ${age} (${paragraph}). The row is left out.`,
    action: "Check the birth date and the month, or which support it is.",
  }),
  "support-used-up": ({ rule, last, why }) => ({
    what: `By law nothing of ${rule} is left after the last month (${
      {
        units: "its time is used up",
        age: "the age limit is reached",
        rule: `it existed until ${last}`,
        "last-day": "Stödets sista dag lies before",
      }[why]
    }), and nothing is stated to follow. There is nothing to count, so the row is left out.`,
    action: `Write the support that would have followed in Därefter and Belopp därefter, or correct ${
      {
        units: "Förbrukat av stödet",
        age: "the date of birth or the last month",
        rule: "the support or the month",
        "last-day": "Stödets sista dag",
      }[why]
    }.`,
  }),
  "variant-assumed": ({ support, rule, persons }) => ({
    what: `For ${people(persons)} with ${support} it is not said which variant applies. Counted is ${rule}: the longest, or the one that the amount or the age gives.`,
    action: "Write the rule in Ersättningsperiod (the support before) or Regel efter.",
  }),
  "used-unknown": ({ support, persons }) => ({
    what: `How much of ${support} is used is not given for ${people(persons)}. It has been counted as none used; how little it can be stands beside it.`,
    action: "Write it in the column Förbrukat av stödet.",
  }),
  "level-assumed": ({ support, persons }) => ({
    what: `The level of ${support} is not given for ${people(persons)}. 80 per cent has been counted.`,
    action: "Write for example 300/60 in the column Ersättningsperiod if the level is another.",
  }),
  "earlier-rule": ({ rule, from, persons }) => ({
    what: `${rule}: the rule from ${from} has been used for earlier months (${people(persons)}).`,
    action: none,
  }),
  "rule-ends": ({ rule, last, persons }) => ({
    what: `${rule} ends by law on ${last}, and is counted no longer (${people(persons)}).`,
    action: none,
  }),
  "successor-not-stated": ({ support, known, persons }) => ({
    what: `${support} ends by law, and what would have followed is not stated for ${people(persons)}. The comparison ends there, and nothing is added.${known === "" ? "" : ` What ordinarily follows: ${known}.`}`,
    action: "Fill in Därefter and Belopp därefter if another support would have followed.",
  }),
  "cost-goes-on": ({ support, persons, amount }) => ({
    what: `For ${people(persons)} the comparison ends before the pension, but the cost after, ${support}, goes on: ${amount} kr a month together. It is not computed.`,
    action: "Fill in Därefter if another support would have followed the one before.",
  }),
};
