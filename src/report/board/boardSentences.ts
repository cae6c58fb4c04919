// src/report/board/boardSentences.ts: what the board's page says in sentences, as formulas with their value at the run.
import { hasIncome } from "../../domain/deviation/lineKind";
import { KR_PER_UNIT } from "../../domain/money";
import { at, literal } from "../cells";
import { COLUMN as SOURCE } from "../deviation/deviationColumns";
import { amountWords, percentDigits } from "../shownNumbers";
import type { BoardDraft } from "./boardDeviationTab";

export interface Sentence {
  readonly formula: string;
  readonly text: string;
}

/** `one` for 1, else the number between the two pieces. */
export function counted(count: number, one: string, [before, after]: readonly [string, string]): string {
  return count === 1 ? one : `${before}${count}${after}`;
}

/** `count`: the cell with the number of material lines. `Överskott 1 257 tkr, 16 % av budgeten. Väsentliga avvikelser: 3 av 4 kostnadsslag.` */
export function totalSentence({ source, texts, from }: BoardDraft, count: string): Sentence {
  const { item, rows } = source;
  const { table, total, material } = item.followUp;
  const words = texts.board.deviation;
  // Whole millions would hide most of what a board is told about.
  const unit = table.unit === "Mkr" ? "tkr" : table.unit;
  const divisor = KR_PER_UNIT[unit];
  const cell = from(at(rows.total, SOURCE.deviation));
  const share = from(at(rows.total, SOURCE.share));
  const { surplus, deficit, balanced } = words.inAll;
  const amount = amountWords(`(ABS(${cell})/${divisor})`, total.amount.abs().div(divisor), texts.language);
  // Of a result that may be anything round 0, a share says nothing: the cell is empty.
  const percent =
    total.share === null || rows.sections.length > 0 ? null : percentDigits(`ABS(${share})`, total.share.abs());
  const shareFormula = percentDigits(`ABS(${share})`, total.amount).formula;
  const opening = total.amount.isZero() ? balanced : total.amount.isPositive() ? surplus : deficit;
  const [before, between, after] = (hasIncome(table) ? texts.kinds : words).markedOf;
  const lines = table.lines.length;
  const ofBudget = percent === null ? "" : `, ${percent.text}${words.ofBudget}`;
  return {
    formula:
      `IF(ROUND(${cell},4)>0,${literal(surplus)},IF(ROUND(${cell},4)<0,${literal(deficit)},${literal(balanced)}))` +
      `&${amount.formula}&${literal(` ${unit}`)}&IF(ISNUMBER(${share}),", "&${shareFormula}&${literal(words.ofBudget)},"")` +
      `&${literal(`. ${before}`)}&${count}&${literal(`${between}${lines}${after}`)}`,
    text: `${opening}${amount.text} ${unit}${ofBudget}. ${before}${material.filter(Boolean).length}${between}${lines}${after}`,
  };
}
