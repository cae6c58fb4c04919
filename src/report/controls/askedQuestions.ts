// src/report/controls/askedQuestions.ts: what was asked about the source, and what was answered, with its date.
import type { Answer, Question } from "../../domain/question";
import { askedText, labelText, totalText } from "../../text/questions";
import { linkCell, textCell } from "../cells";
import type { SheetDraft } from "../sheetDraft";
import { COLUMN, type ControlInput, putEmptyRow, section } from "./controlRow";

/** Nothing where nothing was asked. */
export function putQuestions(draft: SheetDraft, input: ControlInput): void {
  const { questions = [], answered = [], texts } = input;
  if (questions.length + answered.length === 0) return;
  section(draft, input, texts.questions.heading, null);
  for (const question of questions) putQuestion(draft, input, question, null, "");
  for (const { question, answer, date } of answered) putQuestion(draft, input, question, answer, date);
}

function putQuestion(
  draft: SheetDraft,
  { texts }: ControlInput,
  question: Question,
  answer: Answer | null,
  date: string,
): void {
  const words = texts.questions;
  const row = draft.next;
  const reading = (each: Answer): string => {
    const total = totalText(each, question, texts.language);
    return `${labelText(each, texts)}${total === null ? "" : `: ${total}`}`;
  };
  putEmptyRow(draft, row);
  draft.put(row, COLUMN.control, textCell(askedText(question, texts), "plain", { wrap: true, indent: 1 }));
  const result = answer === null ? words.notAnswered : date === "" ? words.answer : words.answeredOn(date);
  draft.put(row, COLUMN.result, textCell(result, answer === null ? "warn" : "plain", { wrap: true, indent: 1 }));
  const place = { workbook: question.workbook, sheet: question.sheet, cells: question.cell };
  draft.put(row, COLUMN.place, linkCell(place, "plain", { wrap: true }));
  const said = answer === null ? `${question.answers.map(reading).join(". ")}.` : `${reading(answer)}.`;
  draft.put(row, COLUMN.action, textCell(said, "plain", { wrap: true }));
}
