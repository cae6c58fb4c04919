// src/report/return/ruleLevels.ts: the rules' table in the workbook: the levels of the rules that the courses follow, one row each, on Antaganden.
// Underlag deltagare takes limits, levels and units a month from it, so that a rule changed there changes every later figure.
import { Decimal } from "../../domain/money";
import type { BenefitRule } from "../../domain/return/course/benefitRule";
import { ruleName } from "../../domain/return/course/course";
import { type AssumptionsDraft } from "./assumptionsDraft";
import { at, numberCell, textCell } from "../cells";
import { INTEGER, NAME, type ReturnFrame } from "./returnFrame";
import type { NumberFormat } from "../sheetModel";

/** Unit numbers `from` … `to` of a support are paid at `factor` of its base. */
export interface RuleLevelRow {
  readonly rule: BenefitRule;
  readonly from: number;
  /** Null: no count ends it. */
  readonly to: number | null;
  readonly factor: Decimal;
}

const COLUMN = {
  name: 0,
  from: 1,
  to: 2,
  factor: 3,
  perMonth: 4,
  unit: 5,
  validFrom: 6,
  source: 7,
  validTo: 8,
  certainty: 9,
};
const GENERAL: NumberFormat = { kind: "general" };

/** Of the rules that the frame's courses follow, in order of appearance. */
export function ruleLevelsOf(frame: ReturnFrame): readonly RuleLevelRow[] {
  const rules = new Set(frame.spans.flatMap(({ level }) => level?.rule ?? []));
  return [...rules].flatMap(levelsIn);
}

function levelsIn(rule: BenefitRule): RuleLevelRow[] {
  const { levels, fall, most } = rule;
  const steps = levels.map(({ from, factor }) => ({ from, factor }));
  const last = steps.at(-1);
  if (fall !== null && last !== undefined)
    for (let step = 1; last.factor.minus(fall.by.times(step)).gt(0); step += 1)
      steps.push({ from: last.from + fall.every * step, factor: last.factor.minus(fall.by.times(step)) });
  if (steps.length === 0) steps.push({ from: 1, factor: new Decimal(1) });
  return steps.map(({ from, factor }, index) => ({
    rule,
    from,
    to: steps[index + 1] === undefined ? most : (steps[index + 1]?.from ?? 0) - 1,
    factor,
  }));
}

/** The table, and the names of its columns. */
export function putRuleLevels({ frame, draft, names }: AssumptionsDraft, width: number): void {
  const rows = ruleLevelsOf(frame);
  if (rows.length === 0) return;
  const { rules: text } = frame.words.assumptions;
  const { unitNames } = frame.words.participants;
  draft.put(draft.next + 1, 0, textCell(text.heading, "group", { span: width, align: "left" }));
  draft.putText(draft.next, 0, text.note);
  const top = draft.next;
  const right = { align: "right", wrap: true } as const;
  const left = { indent: 1, wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(text.rule, "heading"),
    ...[text.from, text.to, text.factor, text.perMonth].map((words) => textCell(words, "heading", right)),
    ...[text.unit, text.validFrom, text.paragraph, text.validTo, text.certainty].map((words) =>
      textCell(words, "heading", left),
    ),
  ]);
  rows.forEach(({ rule, from, to, factor }, index) => {
    const row = top + 1 + index;
    const words = (value: string) => textCell(value, "plain", left);
    draft.put(row, COLUMN.name, textCell(ruleName(rule), "plain", { wrap: true }));
    draft.put(row, COLUMN.from, numberCell(from, INTEGER, "input"));
    draft.put(row, COLUMN.to, to === null ? textCell("–", "plain", right) : numberCell(to, INTEGER, "input"));
    draft.put(row, COLUMN.factor, numberCell(factor, GENERAL, "input"));
    const { perMonth } = rule;
    draft.put(
      row,
      COLUMN.perMonth,
      perMonth === null ? textCell(text.calendar, "plain", right) : numberCell(perMonth, GENERAL, "input"),
    );
    draft.put(row, COLUMN.unit, words(unitNames[rule.unit]));
    draft.put(row, COLUMN.validFrom, words(rule.validFrom));
    draft.put(row, COLUMN.source, words(`${rule.paragraph}. ${text.asOf(rule.lawAsOf)}`));
    const expired = rule.validTo !== null && rule.validTo < frame.input.today;
    draft.put(
      row,
      COLUMN.validTo,
      words(rule.validTo === null ? "" : expired ? text.expired(rule.validTo) : rule.validTo),
    );
    draft.put(row, COLUMN.certainty, words(text.certainties[rule.certainty] ?? rule.certainty));
  });
  const column = (name: string, of: number): void => {
    const [first, last] = [at(top + 1, of), at(top + rows.length, of)];
    names.push({ name, cell: first === last ? first : `${first}:${last}` });
  };
  column(NAME.ruleFrom, COLUMN.from);
  column(NAME.ruleTo, COLUMN.to);
  column(NAME.ruleFactor, COLUMN.factor);
  column(NAME.rulePerMonth, COLUMN.perMonth);
}
