// src/domain/question.ts: what must be answered before a table or a person is computed, as data; the words stand in text/questions.
import type { Decimal, Unit } from "./money";

/** Every question with what its message needs. Shown to the user: never a personal identity number. */
export interface QuestionParams {
  /** Ten digits that may be a personal identity number; `heading` empty: the column has none. The numbers are never repeated. */
  "identity-numbers-or-not": { heading: string; count: number };
  /** A SIE file that does not say its chart of accounts; `chart`: what it says, empty: nothing. */
  "ledger-chart": { chart: string };
  /** Postings with one amount each, where income and costs have the same sign. */
  "posting-signs": Readonly<Record<string, never>>;
  /** Rows with object, which may lie within the row without or beside it. */
  "ledger-objects": { label: string };
  /** All of a file's budget stands under another year number than its months. */
  "ledger-budget-year": { rows: number };
  /** Nothing in the table says which rows are income and which costs. `rows`: some of them. */
  "income-or-cost": { rows: readonly string[] };
  /** Nothing says whether an unnamed row is a sum of others or a line of its own. */
  "row-is-sum": { row: string };
  /** A result or a total of the source that no reading explains. kr as decimal strings. */
  "unexplained-total": { row: string; stated: string; computed: string };
  /** A row without which a stated total comes out. */
  "row-left-out": { row: string };
  /** A stated total or result that its rows do not give, in more than one column. */
  "total-not-explained": { row: string };
  /** A row with figures below the result of everything above it. */
  "row-after-result": { row: string };
  /** Every deviation that the source states goes the other way than the reading's. */
  "opposite-deviations": Readonly<Record<string, never>>;
  /** Nothing says which year or months the table is of. */
  "which-period": Readonly<Record<string, never>>;
  /** The table states several units. */
  "which-unit": { units: readonly Unit[] };
  /** Cells are shown divided by 1 000 (or more) under a heading that says that they are in `unit`. */
  "scale-contradicts": { unit: Unit };
  /** One of two columns of amounts, by their headings, is about a thousand times the other on nearly every line. */
  "scale-differs": { large: string; small: string };
  /** Columns of several organisations beside each other, each with outcome and budget. */
  "which-columns": { names: readonly string[] };
  /** A sheet with the budget and one with the outcome, which may be of the same. `shared`: how many of the lines are on both. */
  "sheets-belong-together": { budget: string; outcome: string; shared: number; lines: number };
  /** A ledger with projects or cost centres beside a plan that is called like none, or several, of them. */
  "which-part-of-ledger": { plan: string };
  /** A column that the table needs, or that holds money, has a heading that nobody knows for sure. `column`: its letters. */
  "column-means": { heading: string; column: string };
  /** Participants with the same support and the same amount before and after. `ids`: some of them. */
  "same-support": { persons: number; ids: string };
  /** Participants whose last month with support lies ahead. `month`: the latest of them. */
  "month-ahead": { persons: number; ids: string; month: string };
  /** Därefter where both the support before and the one after may end. */
  "successor-of-both": { persons: number; ids: string };
  /** Aktivitetsstöd after a-kassa with an amount that is the basic one. */
  "successor-basic-or-income": { persons: number; ids: string };
  /** A-kassa of the former law, without used days. */
  "unemployment-before-new-law": { persons: number; ids: string };
}
export type QuestionCode = keyof QuestionParams;

/** Every answer's label with what it needs. */
export interface AnswerParams {
  "no-identity-numbers": Readonly<Record<string, never>>;
  "identity-numbers": Readonly<Record<string, never>>;
  "chart-bas": Readonly<Record<string, never>>;
  "chart-kommunbas": Readonly<Record<string, never>>;
  "debit-positive": Readonly<Record<string, never>>;
  "credit-positive": Readonly<Record<string, never>>;
  "all-positive": Readonly<Record<string, never>>;
  "whole-ledger": Readonly<Record<string, never>>;
  "part-of-ledger": { part: string };
  "objects-within": Readonly<Record<string, never>>;
  "objects-beside": Readonly<Record<string, never>>;
  "budget-by-month": Readonly<Record<string, never>>;
  "budget-not-used": Readonly<Record<string, never>>;
  /** The row counts as a sum, and is only compared. */
  "as-sum": { row: string };
  /** The row counts as a line. */
  "as-line": { row: string };
  /** The row counts neither as a line nor as a sum. */
  "not-counted": { row: string };
  "costs-negative": Readonly<Record<string, never>>;
  "costs-positive": Readonly<Record<string, never>>;
  "as-costs": Readonly<Record<string, never>>;
  "as-income": Readonly<Record<string, never>>;
  /** The lines count, whatever the source's total says. */
  "from-lines": { row: string };
  /** Income less costs; plain: a sum of what stands there. */
  "income-less-costs": Readonly<Record<string, never>>;
  "plain-sum": Readonly<Record<string, never>>;
  /** The column is what is called so in the two languages. */
  "column-is": { sv: string; en: string };
  "period-is": { period: string };
  /** Two sheets are one table, or are not. */
  "read-together": { budget: string; outcome: string };
  "unit-is": { unit: Unit };
  /** One column is in another unit than the others. */
  "column-in-unit": { heading: string; unit: Unit; others: Unit };
  /** Each column in the unit of its own heading. */
  "unit-by-column": Readonly<Record<string, never>>;
  /** Each line in the unit that its own name states. */
  "unit-by-line": Readonly<Record<string, never>>;
  /** The columns under that heading. */
  "columns-of": { name: string };
  "column-not-used": Readonly<Record<string, never>>;
  /** A date of the end of taking part, which says nothing of when the support ended. */
  "end-of-participation": Readonly<Record<string, never>>;
  /** This table is not to be used. */
  "leave-out": Readonly<Record<string, never>>;
  /** The support goes on: no effect. */
  "still-on-support": Readonly<Record<string, never>>;
  "ends-as-planned": Readonly<Record<string, never>>;
  "persons-left-out": Readonly<Record<string, never>>;
  "follows-before": Readonly<Record<string, never>>;
  "follows-after": Readonly<Record<string, never>>;
  "basic-amount": Readonly<Record<string, never>>;
  "income-based": Readonly<Record<string, never>>;
  "no-days-used": Readonly<Record<string, never>>;
}
export type AnswerCode = keyof AnswerParams;

export type AnswerLabel = {
  readonly [Code in AnswerCode]: { readonly code: Code; readonly params: AnswerParams[Code] };
}[AnswerCode];

/** One reading to choose. `total`: kr, the net result's deviation with it, positive when favourable; null: it has none. */
export interface Answer {
  /** What `--answer ID=VALUE` takes: letters, digits and hyphens. */
  readonly value: string;
  readonly label: AnswerLabel;
  readonly total: Decimal | null;
}

export type Question = {
  readonly [Code in QuestionCode]: {
    /** From sheet and content, the same in every run. */
    readonly id: string;
    readonly workbook: string | null;
    readonly sheet: string;
    /** A1; null: the sheet. */
    readonly cell: string | null;
    readonly code: Code;
    readonly params: QuestionParams[Code];
    /** The best reading first; two or more. */
    readonly answers: readonly Answer[];
    /** What the totals are shown in. */
    readonly unit: Unit;
  };
}[QuestionCode];

/** An answer that somebody gave. `date`: ISO, empty where it is not known. */
export interface GivenAnswer {
  readonly id: string;
  readonly value: string;
  readonly date: string;
}

/** A question with the answer that it was given. */
export interface AnsweredQuestion {
  readonly question: Question;
  readonly answer: Answer;
  readonly date: string;
}

/**
 * A question at a place. `about`: what tells it from others of its code on the sheet, such as the headings or the row's name: labels,
 * no figures that change from month to month and no addresses, so that an answer holds when rows are added.
 */
export function question<Code extends QuestionCode>(
  code: Code,
  at: { readonly sheet: string; readonly cell?: string | null },
  params: QuestionParams[Code],
  answers: readonly Answer[],
  about: readonly string[],
  unit: Unit = "kr",
): Question {
  const id = idOf([code, at.sheet, ...about]);
  return { id, workbook: null, sheet: at.sheet, cell: at.cell ?? null, code, params, answers, unit } as Question;
}

/** An answer of a question. */
export function answer<Code extends AnswerCode>(
  value: string,
  code: Code,
  params: AnswerParams[Code],
  total: Decimal | null,
): Answer {
  return { value, label: { code, params } as AnswerLabel, total };
}

/** Seven characters of a 53-bit sum (FNV-1a, twice) over letters in one form, without case or more than single spaces. */
function idOf(parts: readonly string[]): string {
  const text = parts.map((part) => part.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim()).join("\u001f");
  let sum = 0x811c9dc5;
  let other = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x85ebca6b) >>> 0;
  }
  const whole = (sum & 0x1fffff) * 0x100000000 + other;
  return `q${whole.toString(36).padStart(7, "0").slice(-7)}`;
}

/** Collects what a run asks, and gives back what was answered. One per workbook. */
export class Asking {
  readonly #given: Map<string, GivenAnswer>;
  readonly #asked = new Map<string, Question>();
  readonly #answered = new Map<string, AnsweredQuestion>();

  /** The last answer to a question holds; an empty one takes the earlier back. */
  constructor(given: readonly GivenAnswer[]) {
    this.#given = new Map(given.map((each) => [each.id, each]));
    for (const { id, value } of this.#given.values()) if (value === "") this.#given.delete(id);
  }

  /**
   * The chosen answer's value, or null: the question stands open, and what it is about is left out of this run. The same question
   * asked twice (a column of the same name in two tables) is one: an answer holds for both.
   */
  ask(asked: Question): string | null {
    const given = this.#given.get(asked.id);
    const found = given === undefined ? undefined : asked.answers.find(({ value }) => value === given.value);
    if (given === undefined || found === undefined) {
      if (!this.#asked.has(asked.id)) this.#asked.set(asked.id, asked);
      return null;
    }
    this.#answered.set(asked.id, { question: asked, answer: found, date: given.date });
    return found.value;
  }

  /** What stands open, in the order asked. */
  get open(): readonly Question[] {
    return [...this.#asked.values()];
  }

  get answered(): readonly AnsweredQuestion[] {
    return [...this.#answered.values()];
  }

  /** Every answer that holds, also to what is not asked in this run: what the workbook is to remember. */
  get given(): readonly GivenAnswer[] {
    return [...this.#given.values()];
  }

  /** Answers to what was not asked, or that are none of its answers. */
  get unused(): readonly GivenAnswer[] {
    return [...this.#given.values()].filter(({ id }) => !this.#answered.has(id));
  }
}
