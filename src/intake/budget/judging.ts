// src/intake/budget/judging.ts: what the rows of a budget table are, as they are proved or as the user answers.
import type { Decimal } from "../../domain/money";
import { type AnswerLabel, type Answer, type Asking, question, type Question } from "../../domain/question";
import { folded } from "../../domain/lookupKey";
import type { Doubt, Proof, Reading } from "../statement/statement";
import { cellName, rangeName } from "../../domain/a1";
import type { BodyRow } from "./budgetBody";
import type { Judge } from "./rowSorter";
import { type ProvedRows, provedRows, type StatementContext, verdictsOf } from "./statementRows";

/** The reading that a table's rows are taken in. */
export interface Judged {
  readonly proved: ProvedRows;
  readonly reading: Reading;
  /** `open`: there are several, and nobody has chosen. */
  readonly by: "proof" | "answer" | "open";
}

/** Judges one initiative's rows when their periods are known; `found`: what was found then. */
export function judging(
  context: Omit<StatementContext, "leaves">,
  own: readonly BodyRow[],
  asking: Asking,
): { readonly judge: Judge; readonly found: () => Judged | null } {
  let found: Judged | null = null;
  const judge: Judge = (leaves) => {
    const proved = provedRows({ ...context, leaves }, own);
    found = judgedBy(context, proved, asking);
    return verdictsOf(proved, found.reading);
  };
  return { judge, found: () => found };
}

function judgedBy(context: Omit<StatementContext, "leaves">, proved: ProvedRows, asking: Asking): Judged {
  const { proof } = proved;
  if (proof.kind === "read") return { proved, reading: proof.reading, by: "proof" };
  const values = valuesOf(proof.readings);
  const chosen = asking.ask(questionOf(context, proved, proof, values));
  const index = chosen === null ? -1 : values.indexOf(chosen);
  const reading = proof.readings[Math.max(index, 0)]!;
  return { proved, reading, by: index < 0 ? "open" : "answer" };
}

/** Letters, digits and hyphens, different for each. */
function valuesOf(readings: readonly Reading[]): readonly string[] {
  const seen = new Map<string, number>();
  return readings.map(({ label }) => {
    const words = [label.key, ...label.rows.slice(0, 2).map((row) => folded(row).replace(/[^a-z0-9]+/gu, "-"))];
    const value = words.join("-").slice(0, 48).replace(/-+$/u, "");
    const times = (seen.get(value) ?? 0) + 1;
    seen.set(value, times);
    return times === 1 ? value : `${value}-${times}`;
  });
}

function questionOf(
  { grid, header, body, unit }: Omit<StatementContext, "leaves">,
  { rows, krPerStep }: ProvedRows,
  { doubt, readings }: Extract<Proof, { kind: "question" }>,
  values: readonly string[],
): Question {
  const source = doubt.row === null ? undefined : rows[doubt.row]?.[0];
  const cell =
    source === undefined
      ? rangeName(header.top, header.left, body.bottom, header.right)
      : cellName(source.row, body.lineColumn);
  const at = { sheet: grid.sheet, cell };
  const answers = readings.map((reading, index) => answerOf(reading, values[index]!, krPerStep));
  const name = source?.line ?? "";
  const about = [...header.headings.values(), ...(doubt.row === null ? [] : [name])];
  return asked(doubt.key, at, { name, lines: linesOf(rows, readings[0]!) }, answers, about, unit);
}

/** Some lines that the reading counts, to show what is asked about. */
function linesOf(rows: ProvedRows["rows"], { rows: roles }: Reading): readonly string[] {
  const names = roles.flatMap(({ role }, row) => (role === "line" ? (rows[row]?.[0]?.line ?? []) : []));
  return names.slice(0, 3);
}

function asked(
  key: Doubt["key"],
  at: { readonly sheet: string; readonly cell: string },
  { name, lines }: { readonly name: string; readonly lines: readonly string[] },
  answers: readonly Answer[],
  about: readonly string[],
  unit: Question["unit"],
): Question {
  switch (key) {
    case "sum-or-line":
      return question("row-is-sum", at, { row: name }, answers, about, unit);
    case "row-left-out":
      return question("row-left-out", at, { row: name }, answers, about, unit);
    case "total-unexplained":
      return question("total-not-explained", at, { row: name }, answers, about, unit);
    case "after-result":
      return question("row-after-result", at, { row: name }, answers, about, unit);
    case "orientation":
      return question("income-or-cost", at, { rows: lines }, answers, about, unit);
  }
}

function answerOf({ label, deviation }: Reading, value: string, krPerStep: Decimal): Answer {
  return { value, label: labelOf(label), total: krPerStep.times(deviation) };
}

function labelOf({ key, rows }: Reading["label"]): AnswerLabel {
  const row = rows.join(", ");
  switch (key) {
    case "row-as-sum":
      return { code: "as-sum", params: { row } };
    case "row-as-line":
      return { code: "as-line", params: { row } };
    case "row-not-counted":
      return { code: "not-counted", params: { row } };
    case "all-income":
      return { code: "as-income", params: {} };
    case "by-kind":
      return { code: "income-less-costs", params: {} };
    case "costs-negative":
      return { code: "costs-negative", params: {} };
    case "costs-positive":
      return { code: "costs-positive", params: {} };
    case "all-costs":
    case "as-read":
      return { code: "as-costs", params: {} };
  }
}
