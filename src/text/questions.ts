// src/text/questions.ts: a question and its answers as words, the readings side by side with their totals.
import { type Decimal, KR_PER_UNIT, type Unit } from "../domain/money";
import type { Answer, AnswerCode, AnswerParams, Question, QuestionCode, QuestionParams } from "../domain/question";
import { signedAmountText } from "./format";
import type { Language } from "./texts";

export interface QuestionTexts {
  /** A sentence that says what is not known and why, and asks. */
  readonly asked: { readonly [Code in QuestionCode]: (params: QuestionParams[Code]) => string };
  /** What is chosen, so that a total can follow after a colon. */
  readonly answers: { readonly [Code in AnswerCode]: (params: AnswerParams[Code]) => string };
  /** On the command line; `choices`: `ID=VALUE` for each answer. */
  readonly howToAnswer: (choices: readonly string[]) => string;
  /** Over the questions that are open, and over those that are answered. */
  readonly heading: string;
  readonly openLead: string;
  readonly answered: string;
  readonly answer: string;
  readonly answeredOn: (date: string) => string;
  readonly notAnswered: string;
  readonly takeBack: string;
  /** On the board's page. */
  readonly openOnBoard: (count: number) => string;
  readonly answeredOnBoard: (count: number) => string;
}

interface Words {
  readonly questions: QuestionTexts;
  readonly language: Language;
}

/** The question alone, without its answers. */
export function askedText({ code, params }: Question, { questions }: Words): string {
  // The code picks the function and its parameters together, which the compiler cannot see across the union.
  return (questions.asked[code] as (params: Question["params"]) => string)(params);
}

/** `Verksamhetens resultat är en summa`, without its total. */
export function labelText({ label: { code, params } }: Answer, { questions }: Words): string {
  return (questions.answers[code] as (params: Answer["label"]["params"]) => string)(params);
}

/** `+416 tkr`; null: the reading has no total. */
export function totalText({ total }: Answer, { unit }: Question, language: Language): string | null {
  if (total === null) return null;
  return `${signedAmountText(total, unit, decimalsShown(total, unit), language)} ${unit}`;
}

/** As few decimals as show the total, at most hundreds of kronor. */
function decimalsShown(total: Decimal, unit: Unit): number {
  const most = { kr: 0, tkr: 1, Mkr: 3 }[unit];
  return Math.min(most, total.div(KR_PER_UNIT[unit]).decimalPlaces());
}

/** The question with its readings side by side: `… ? Som summa: +416 tkr. Som kostnadsslag: +796 tkr.` */
export function questionText(question: Question, words: Words): string {
  const readings = question.answers.map((answer) => {
    const total = totalText(answer, question, words.language);
    return `${labelText(answer, words)}${total === null ? "" : `: ${total}`}.`;
  });
  return [askedText(question, words), ...readings].join(" ");
}

/** How to answer on the command line. */
export function answeringText({ id, answers }: Question, { questions }: Words): string {
  return questions.howToAnswer(answers.map(({ value }) => `${id}=${value}`));
}
