// src/domain/problem.ts: what can be wrong in a workbook, as data. The words stand in text/.

import type { BasisName } from "./deviation/otherBasis";
import type { KnownClaim } from "./finalReport/claims";
import type { Unit } from "./money";
import { type Places, placesOf } from "./places";
import type { Question } from "./question";

/**
 * The levels of method.md §7:
 * refuse: nothing is computed or written; block: one table is left out; question: it is left out until somebody has answered;
 * error: one row or cell is set aside; note: used, and said.
 */
export type Severity = "refuse" | "block" | "question" | "error" | "note";

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ["refuse", "block", "question", "error", "note"];

/** Every code with the parameters its message needs. Values are shown to the user: never a personal identity number. */
export interface ProblemParams {
  // refuse
  "not-a-workbook": { file: string };
  "encrypted-workbook": { file: string };
  "legacy-xls": { file: string };
  "damaged-workbook": { file: string; detail: string };
  "too-large-workbook": { file: string; detail: string };
  "file-not-readable": { file: string; reason: string };
  /** `seen`: headings that look like a table's, with sheet and row; empty: none do. */
  "no-recognised-table": { sheets: number; seen: string };
  "personal-identity-number": { count: number };
  /** In something else than a cell. */
  "identity-number-beside-cells": {
    where:
      | "comments"
      | "headers-footers"
      | "names"
      | "drawings"
      | "validation"
      | "formulas"
      | "properties"
      | "caches"
      | "other";
    count: number;
  };
  "not-a-ledger": { file: string; what: "web-page" | "sie5" | "xml" | "empty" | "no-records" };
  /** `row`: 1 is the file's first. */
  "ledger-bad-record": {
    row: number;
    label: string;
    fault: "amount" | "account" | "year" | "period" | "date";
    count: number;
  };
  /** A text file. `row`: the first row with more columns than the headings; 1 is the file's first, 0: not that. */
  "not-a-table": { file: string; what: "web-page" | "empty" | "no-columns" | "uneven"; row: number };
  /** A row of an export with one posting per row. `count`: such rows in all. */
  "posting-bad-row": { fault: "amount" | "account" | "date" | "currency"; count: number };
  "ledger-currency": { currency: string };
  "ledger-empty": Readonly<Record<string, never>>;
  "ledger-no-year": Readonly<Record<string, never>>;
  "ledger-no-dimension": { dimension: string; known: string };
  // block
  "ledger-without-budget": Readonly<Record<string, never>>;
  "ledger-two-budgets": { account: string; count: number };
  /** `add`: the heading that the missing column should have. */
  "no-budget-column": { headings: string; add: string };
  "no-outcome-column": { headings: string; add: string };
  /** Labels of the periods with an outcome, and of those with a budget: none has both. */
  "no-period-with-both": { outcome: string; budget: string };
  "no-line-column": { headings: string };
  /** `rows`: how many it has that cannot be used; 0: it has headings only. */
  "empty-table": { headings: string; rows: number };
  /** `initiative` empty: the table names none. */
  "no-budget-amounts": { initiative: string };
  /** `example`: the heading that the budget should have. */
  "budget-without-period": { headings: string; example: string };
  "unit-undecidable": { units: string };
  "sign-undecidable": { negative: number; positive: number };
  "duplicate-key": { line: string; period: string; other: string };
  "overlapping-periods": { first: string; second: string };
  "duplicate-row": { what: string; other: string };
  /** `seen`: the headings that stand there. */
  "missing-column": { headings: string; seen: string };
  /** Headings of a table that nobody recognised, the kind that it comes nearest to, and what it lacks of it, in both languages. */
  "nearly-a-table": { seen: string; kind: string; sv: string; en: string };
  /** Contributions whose headings name another year than their rows. */
  "years-contradict": { heading: string; year: string };
  "shares-not-one": { what: string; sum: string };
  "snapshot-damaged": Readonly<Record<string, never>>;
  "snapshot-newer": Readonly<Record<string, never>>;
  // question
  /** A table or a person is left out until it is answered. */
  question: { question: Question };
  // error: set aside
  "text-in-amount": { text: string; heading: string };
  "ambiguous-amount": { text: string; heading: string };
  "date-in-amount": { heading: string };
  "boolean-in-amount": { heading: string };
  "error-in-amount": { error: string; heading: string };
  /** A formula that was saved without its result. */
  "not-calculated": { heading: string };
  "error-in-key": { error: string };
  "year-out-of-range": { text: string };
  "unreadable-period": { text: string };
  "missing-cost-line": Readonly<Record<string, never>>;
  "no-amounts": { line: string };
  "total-row": { line: string };
  "subtotal-row": { line: string };
  // error: rows of persons, contributions, assumptions, goals and claims
  "missing-key": { heading: string };
  /** `levels`: what the support is in a month, where that is published; never filled in. */
  "missing-amount": { what: string; heading: string; levels?: string };
  "missing-support": { heading: string };
  "unknown-support": { text: string; heading: string; known: string };
  "support-is-agency": { text: string; heading: string; known: string };
  "unreadable-number": { text: string; heading: string };
  "unreadable-date": { text: string; heading: string };
  "not-a-count": { text: string; heading: string };
  "negative-amount": { amount: string; heading: string };
  "zero-amount": { what: string };
  "amount-looks-yearly": { amount: string; heading: string };
  "amount-too-fine": { amount: string; heading: string };
  "identity-like-id": Readonly<Record<string, never>>;
  "birth-years-differ": { first: string; second: string };
  "implausible-age": { year: string; age: number; month: string };
  "implausible-pension-age": { text: string };
  "pension-age-unknown": { year: string };
  "no-avoided-months": { month: string; pension: string };
  "activity-compensation-ended": { month: string; thirty: string };
  "used-above-limit": { used: string; most: number; unit: "day" | "week" | "month"; rule: string; heading: string };
  "used-not-usable": { used: string; heading: string };
  "unknown-variant": { text: string; heading: string; known: string };
  "successor-same-support": { text: string; heading: string };
  "successor-of-both": { text: string; heading: string };
  "successor-basic-or-income": { text: string; heading: string };
  "programme-without-last-day": { rule: string; heading: string };
  "unemployment-before-new-law": { month: string; heading: string };
  "rule-expired": { rule: string; last: string; paragraph: string; heading: string };
  "age-outside-rule": { rule: string; age: number; paragraph: string; heading: string };
  /** `last`: the rule's last day, where that is why; else empty. */
  "support-used-up": { rule: string; heading: string; last: string; why: "units" | "age" | "rule" | "last-day" };
  "target-not-positive": { text: string };
  "unknown-assumption": { text: string };
  /** Months as `2024-01`: the volumes are counted from the first, the table has costs from the second. */
  "volumes-of-other-months": { from: string; costs: string };
  /** A column of money that nobody knows, in a table that is read. */
  "money-column-not-used": { heading: string };
  "years-not-used": { what: string; heading: string };
  "low-above-high": { what: string; low: string; high: string };
  "base-outside-range": { what: string; base: string };
  "share-out-of-range": { what: string; value: string };
  "rate-too-low": { what: string; value: string };
  "horizon-out-of-range": { text: string };
  "share-against-number": { target: string; outcome: string };
  "volume-row": { line: string };
  /** A ratio, a rest or another piece of information in a table of amounts. */
  "memo-row": { line: string };
  "equity-row": { line: string };
  /** Stands below the result that closes the table. */
  "after-result": { line: string };
  "outcome-without-budget": { line: string; period: string };
  "budget-without-outcome": { line: string; period: string };
  // note
  /** Sums and balances brought forward among the postings. */
  "posting-rows-left": { count: number };
  /** A sum that the export states and its postings do not give. kr; `count`: how many there are, the first one named. */
  "posting-sum-differs": { stated: string; computed: string; count: number };
  /** Postings whose period is another month than their date. */
  "posting-period-followed": { count: number };
  "ledger-names-damaged": Readonly<Record<string, never>>;
  "ledger-encoding": { encoding: string };
  /** A column of what the budget was changed by, beside one budget of which nothing says whether the change is in it. */
  "budget-change-left": { heading: string };
  /** Here and below: kr as decimal strings; `count`: how many there are, the first one named. */
  "ledger-voucher-unbalanced": { voucher: string; row: number; difference: string; count: number };
  "ledger-lone-removal": { count: number };
  "ledger-balance": { account: string; difference: string; count: number };
  "ledger-sums": { difference: string };
  "ledger-differs-from-res": {
    account: string;
    months: string;
    stated: string;
    count: number;
    used: "PSALDO" | "TRANS" | "RES" | "none";
  };
  "ledger-placed-by-month": { rows: number; doubles: number };
  /** Rows as no program writes them; `row` the first, `label` empty: it has none. */
  "ledger-odd-row": {
    what: "unlabelled" | "unknown" | "repeated" | "split" | "behind" | "account" | "date" | "open";
    row: number;
    label: string;
    count: number;
  };
  /** A file whose type promises records that it has none of. */
  "ledger-lacks": { type: string; lacks: "#PSALDO" | "#VER" };
  /** `amounts`: months of accounts, outcome and budget, that lie outside the year followed up. */
  "ledger-outside-year": { amounts: number; sum: string };
  "ledger-unmapped": { accounts: string; count: number; sum: string };
  "ledger-outside": { accounts: string; count: number; sum: string };
  "ledger-type-against-number": { accounts: string; count: number };
  /** Columns or rows of the table are what the user says; `what`: their labels. */
  "read-as-chosen": { what: string };
  /** The user said that this is no table to be used. */
  "table-ignored": Readonly<Record<string, never>>;
  /** What the user chose for a table, a column or a row that is not there any more; `what` its headings or label. */
  "table-choice-not-used": { what: string };
  "column-choice-not-used": { what: string };
  "row-choice-not-used": { what: string };
  /** An answer is remembered to a question that is not asked any more. */
  "answer-not-used": { id: string; value: string };
  "choices-unreadable": Readonly<Record<string, never>>;
  "choices-newer": Readonly<Record<string, never>>;
  /** Amounts in kr as decimal strings, to be shown in `unit` with `decimals`; `line` and `period` empty: all of them. */
  "control-total-differs": {
    measure: "outcome" | "budget" | "deviation";
    line: string;
    period: string;
    stated: string;
    computed: string;
    difference: string;
    unit: Unit;
    decimals: number;
  };
  /** The source's deviations, or a budget column of it, are against another basis than the budget that is computed with. */
  "deviations-other-basis": { basis: BasisName };
  /** A fault of ours. kr as a decimal string, to be shown in `unit` with `decimals`; `places`: lines and periods that differ, the first one named. */
  "recount-differs": {
    measure: "outcome" | "budget";
    line: string;
    period: string;
    difference: string;
    places: number;
    unit: Unit;
    decimals: number;
  };
  "unit-stated": { unit: string };
  "unit-inferred": { unit: string };
  "unit-assumed": { unit: string; looksLike: string };
  "two-units": { units: string };
  "sign-inferred": { sign: string };
  /** kr as a decimal string, to be shown in `unit` with `decimals`. */
  "opposite-sign": { line: string; amount: string; unit: Unit; decimals: number };
  "income-as-cost": { line: string };
  /** `period` empty: the source does not say; `text` empty: only marked. */
  "series-break": { line: string; period: string; text: string };
  "missing-budget": { line: string; period: string };
  "missing-outcome": { line: string; period: string };
  "part-of-accumulated": { heading: string };
  /** Columns of other organisations, which have no budget to be set against. */
  "columns-of-others": { used: string; left: string };
  /** No line has a budget in it. */
  "period-without-budget": { period: string };
  "no-outcome-amounts": Readonly<Record<string, never>>;
  "budget-shared-out": { period: string; source: string; months: number; of: number };
  /** kr as a decimal string, to be shown in `unit` with `decimals`. */
  "worked-up-unused": { amount: string; unit: Unit; decimals: number };
  "dash-as-zero": { line: string; period: string };
  "hidden-row": { rows: number };
  /** Rows whose year column says another year than their date, which is followed. `period`: of the first one's date. */
  "year-and-date-differ": { rows: number; year: number; period: string };
  /** A sheet's budget and another's outcome were read as one table. */
  /** The budget in one file, the outcome in another. */
  "files-joined": { budget: string; outcome: string; lines: number };
  "files-differ": { budget: string; outcome: string; what: "signs" | "kinds" | "periods" | "units" | "lines" };
  /** Which part of a ledger is the outcome of a plan. */
  "ledger-part-used": { plan: string; part: string; ledger: string };
  /** Lines of the chart of accounts on lines of the plan, `Lokalkostnader → Lokaler`. */
  "ledger-lines-matched": { pairs: string };
  /** Months of a ledger that the plan says nothing of, with what they sum to, costs positive. kr */
  "ledger-outside-plan": { months: string; sum: string };
  /** Income of a ledger beside a plan of costs alone. kr */
  "ledger-income-left": { sum: string };
  "sheets-joined": { budget: string; outcome: string; lines: number };
  /** Lines of the one sheet that the other one lacks. `missing`: the sheet without them. */
  "lines-on-one-sheet": { lines: string; count: number; missing: string };
  /** Sheets whose names differ by the year are one table of several years. */
  "sheets-joined-as-years": { sheets: string };
  /** Sheets with the same rows whose periods overlap (an interim report beside the annual one): each counts for itself. */
  "sheets-overlap": { sheets: string };
  /** A budget and an outcome on two sheets cannot be set against each other. */
  "sides-differ": { budget: string; outcome: string; what: "signs" | "kinds" | "periods" | "units" | "lines" | "rows" };
  /** The same lines, periods and amounts as on another sheet; `workbook` empty: of the same workbook. */
  "table-twice": { other: string; workbook: string };
  /** The same, of an initiative with another name: both are used. */
  "tables-alike": { other: string; workbook: string };
  "hidden-sheet": Readonly<Record<string, never>>;
  /** By another program; `sheets`: with commas between. */
  "formulas-spoilt": { count: number; sheets: string };
  /** Sheets with copies of tabs of ours, with commas between. */
  "copied-tabs": { sheets: string; count: number };
  "lines-differ-in-case": { first: string; second: string };
  "formula-as-text": { text: string };
  "date-system-1904": Readonly<Record<string, never>>;
  "period-already-counted": { period: string; parts: string };
  /** kr as decimal strings. */
  "statutory-split": { total: string };
  "statutory-split-without-region": { total: string };
  "agreed-split": { total: string };
  /** `claim`: as the source words it, or what it is known as; figures as decimal strings, shares where `percent`. */
  "claim-differs": { claim: string; known: KnownClaim | null; stated: string; computed: string; percent: boolean };
  "contributions-differ-from-used": { contributions: string; used: string };
  "unreadable-field": { label: string; text: string };
  "comment-without-line": { line: string; comment: string };
  "fields-ignored": { label: string };
  "stated-total-differs": { what: string; stated: string; computed: string; difference: string };
  "unknown-agency": { text: string };
  "amounts-per-year": { heading: string };
  "dates-without-format": { heading: string };
  /** Another support after, and no last month with the one before: counted as ongoing. */
  "last-month-missing": { persons: number; heading: string };
  /** kr per month as decimal strings. */
  "amount-outside-levels": { support: string; amount: string; year: number; lowest: string; highest: string };
  "amount-looks-small": { amount: string };
  "remaining-above-before": { remaining: string; before: string };
  "then-missing": { persons: number };
  "then-not-used": { persons: number };
  "variant-assumed": { support: string; rule: string; persons: number };
  "used-unknown": { support: string; persons: number };
  "level-assumed": { support: string; persons: number };
  "earlier-rule": { rule: string; from: string; persons: number };
  "rule-ends": { rule: string; last: string; persons: number };
  "successor-not-stated": { support: string; known: string; persons: number };
  "cost-goes-on": { support: string; persons: number; amount: string };
  "household-counted-once": { household: string; side: "before" | "after"; counted: string; leftOut: string };
  "municipality-pays-nothing": { municipality: string; persons: number };
  "fewer-participants-than-rows": { stated: string; rows: number };
  "hours-without-cost": { what: string };
  "assumption-without-source": { what: string };
  "assumptions-not-used": { rows: number; scenario: "som-rapporten" | "bas" };
  "rate-not-nominal": Readonly<Record<string, never>>;
  "uprating-in-fixed-prices": Readonly<Record<string, never>>;
  "claim-without-figures": { claim: string; text: string };
  "contributions-without-participants": Readonly<Record<string, never>>;
  "no-usable-participants": Readonly<Record<string, never>>;
  "participants-without-contributions": Readonly<Record<string, never>>;
  // What people wrote in tabs of ours. Values as decimal strings: a share as a fraction, or a ratio.
  "own-assumption": { what: string; before: string; value: string; unit: "share" | "ratio" };
  "own-assumption-unusable": {
    what: string;
    value: string;
    unit: "share" | "ratio";
    reason: "order" | "range" | "sum";
  };
  "own-assumption-unreadable": { what: string; content: string };
  "left-over": { what: string; content: string };
  "added-assumption": { what: string };
  /** The rows themselves are not repeated: they may be about persons. */
  "source-rows-changed": { rows: number };
  "unfinished-tab": Readonly<Record<string, never>>;
}
export type ProblemCode = keyof ProblemParams;

export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly severity: Severity;
    /** The workbook's file name where several are read; else null. */
    readonly workbook: string | null;
    readonly sheet: string | null;
    /** A1 address of a cell or a range; null when the whole sheet or workbook is meant. */
    readonly cell: string | null;
    readonly params: ProblemParams[Code];
    /** Where else the same holds, on the same sheet; absent: nowhere. */
    readonly also?: Places;
  };
}[ProblemCode];

const refuse = "refuse",
  block = "block",
  asked = "question",
  error = "error",
  note = "note";

/** The one place that decides how severe each problem is (method.md §7). */
export const severityOf: Readonly<Record<ProblemCode, Severity>> = {
  "not-a-workbook": refuse,
  "encrypted-workbook": refuse,
  "legacy-xls": refuse,
  "damaged-workbook": refuse,
  "not-a-ledger": refuse,
  "not-a-table": refuse,
  "ledger-bad-record": refuse,
  "posting-bad-row": refuse,
  "ledger-currency": refuse,
  "ledger-empty": refuse,
  "ledger-no-year": refuse,
  "ledger-no-dimension": refuse,
  "ledger-without-budget": block,
  "ledger-two-budgets": block,
  "posting-rows-left": note,
  "posting-sum-differs": error,
  "budget-change-left": error,
  "posting-period-followed": note,
  "ledger-names-damaged": note,
  "ledger-encoding": note,
  "ledger-voucher-unbalanced": note,
  "ledger-lone-removal": note,
  "ledger-balance": note,
  "ledger-sums": note,
  "ledger-differs-from-res": note,
  "ledger-placed-by-month": note,
  "ledger-outside-year": note,
  "ledger-odd-row": note,
  "ledger-lacks": note,
  "ledger-unmapped": note,
  "ledger-outside": note,
  "ledger-type-against-number": note,
  "too-large-workbook": refuse,
  "file-not-readable": refuse,
  "no-recognised-table": refuse,
  "personal-identity-number": refuse,
  "identity-number-beside-cells": refuse,
  "no-budget-column": block,
  "no-outcome-column": block,
  "no-period-with-both": block,
  "no-line-column": block,
  "empty-table": block,
  "no-budget-amounts": block,
  "unit-undecidable": block,
  "sign-undecidable": block,
  "duplicate-key": block,
  "overlapping-periods": block,
  "duplicate-row": block,
  "missing-column": block,
  "nearly-a-table": block,
  "years-contradict": block,
  "shares-not-one": block,
  "snapshot-damaged": block,
  "snapshot-newer": block,
  question: asked,
  "text-in-amount": error,
  "ambiguous-amount": error,
  "date-in-amount": error,
  "boolean-in-amount": error,
  "error-in-amount": error,
  "not-calculated": error,
  "error-in-key": error,
  "missing-key": error,
  "missing-amount": error,
  "missing-support": error,
  "unknown-support": error,
  "support-is-agency": error,
  "unreadable-number": error,
  "unreadable-date": error,
  "not-a-count": error,
  "negative-amount": error,
  "zero-amount": error,
  "amount-looks-yearly": error,
  "amount-too-fine": error,
  "identity-like-id": error,
  "birth-years-differ": error,
  "implausible-age": error,
  "implausible-pension-age": error,
  "pension-age-unknown": error,
  "no-avoided-months": error,
  "activity-compensation-ended": error,
  "used-above-limit": error,
  "used-not-usable": error,
  "unknown-variant": error,
  "successor-same-support": error,
  "successor-of-both": error,
  "successor-basic-or-income": error,
  "programme-without-last-day": error,
  "unemployment-before-new-law": error,
  "rule-expired": error,
  "age-outside-rule": error,
  "support-used-up": error,
  "target-not-positive": error,
  "unknown-assumption": error,
  "years-not-used": error,
  "low-above-high": error,
  "base-outside-range": error,
  "share-out-of-range": error,
  "rate-too-low": error,
  "horizon-out-of-range": error,
  "share-against-number": error,
  "year-out-of-range": error,
  "unreadable-period": error,
  "missing-cost-line": error,
  "volume-row": error,
  "memo-row": note,
  "equity-row": note,
  "after-result": note,
  "outcome-without-budget": error,
  "budget-without-outcome": error,
  "period-without-budget": note,
  "part-of-accumulated": note,
  "columns-of-others": note,
  "budget-without-period": block,
  "read-as-chosen": note,
  "table-ignored": note,
  "table-choice-not-used": note,
  "column-choice-not-used": note,
  "row-choice-not-used": note,
  "answer-not-used": note,
  "choices-unreadable": note,
  "choices-newer": note,
  "no-amounts": note,
  "total-row": note,
  "subtotal-row": note,
  "control-total-differs": note,
  "deviations-other-basis": note,
  "recount-differs": error,
  "unit-stated": note,
  "unit-inferred": note,
  "unit-assumed": note,
  "two-units": note,
  "sign-inferred": note,
  "opposite-sign": note,
  "income-as-cost": note,
  "series-break": note,
  "money-column-not-used": note,
  "volumes-of-other-months": note,
  "missing-budget": note,
  "missing-outcome": note,
  "no-outcome-amounts": note,
  "budget-shared-out": note,
  "worked-up-unused": note,
  "dash-as-zero": note,
  "hidden-row": note,
  "year-and-date-differ": error,
  "files-joined": note,
  "files-differ": block,
  "ledger-part-used": note,
  "ledger-lines-matched": note,
  "ledger-income-left": note,
  "ledger-outside-plan": error,
  "sheets-joined": note,
  "lines-on-one-sheet": error,
  "sheets-joined-as-years": note,
  "sheets-overlap": error,
  "sides-differ": block,
  "table-twice": error,
  "tables-alike": note,
  "hidden-sheet": note,
  "copied-tabs": note,
  "formulas-spoilt": note,
  "lines-differ-in-case": note,
  "formula-as-text": note,
  "date-system-1904": note,
  "period-already-counted": note,
  "statutory-split": note,
  "statutory-split-without-region": note,
  "agreed-split": note,
  "claim-differs": note,
  "contributions-differ-from-used": note,
  "unreadable-field": note,
  "comment-without-line": note,
  "fields-ignored": note,
  "stated-total-differs": note,
  "unknown-agency": note,
  "amounts-per-year": note,
  "dates-without-format": note,
  "last-month-missing": error,
  "amount-outside-levels": note,
  "amount-looks-small": note,
  "remaining-above-before": note,
  "then-missing": note,
  "then-not-used": note,
  "variant-assumed": note,
  "used-unknown": note,
  "level-assumed": note,
  "earlier-rule": note,
  "rule-ends": note,
  "successor-not-stated": note,
  "cost-goes-on": note,
  "household-counted-once": note,
  "municipality-pays-nothing": note,
  "fewer-participants-than-rows": note,
  "hours-without-cost": note,
  "assumption-without-source": note,
  "assumptions-not-used": note,
  "rate-not-nominal": note,
  "uprating-in-fixed-prices": note,
  "claim-without-figures": note,
  "contributions-without-participants": note,
  "no-usable-participants": note,
  "participants-without-contributions": note,
  "own-assumption": note,
  "own-assumption-unusable": error,
  "own-assumption-unreadable": error,
  "left-over": note,
  "added-assumption": error,
  "source-rows-changed": error,
  "unfinished-tab": note,
};

/** A problem at a place. `at` null: the workbook as a whole. */
export function problem<Code extends ProblemCode>(
  code: Code,
  at: { readonly sheet: string; readonly cell?: string | null } | null,
  params: ProblemParams[Code],
): Problem {
  return {
    code,
    severity: severityOf[code],
    workbook: null,
    sheet: at?.sheet ?? null,
    cell: at?.cell ?? null,
    params,
  } as Problem;
}

/** An open question as a problem at its place. */
export function questionProblem(question: Question): Problem {
  return { ...problem("question", question, { question }), workbook: question.workbook };
}

/** The same problem at more places of its sheet: one remark with a list. */
export function joinedAt(found: Problem, others: readonly (string | null)[]): Problem {
  const cells = others.flatMap((cell) => cell ?? []);
  return cells.length === 0 ? found : { ...found, also: placesOf(cells) };
}
