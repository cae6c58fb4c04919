// src/report/return/breakEvenCells.ts: on Antaganden: the value of each assumption at which 1 kr comes back per kr in, the others as they are.
// Live where a formula gives it; where only a search does it is the run's, until an assumption is changed.
import type { Assumption } from "../../domain/return/assumptions";
import { type BreakEven, breakEvensOf } from "../../domain/return/breakEven";
import { at, exactText, formulaCell, literal, sheetReference, textCell, textFormulaCell } from "../cells";
import { blockOf } from "./returnSections";
import { COLUMN } from "./returnColumns";
import type { LaidOutReturn } from "./returnTab";
import { NAME, PERCENT, type ReturnFrame } from "./returnFrame";
import type { Cell } from "../sheetModel";

/** A cell for each assumption that has a limit, by the assumption; `chosen`: the address of its value on the same sheet. */
export function breakEvenCells(
  frame: ReturnFrame,
  parties: LaidOutReturn,
): (assumption: Assumption | null, chosen: string) => Cell {
  const { scenario } = frame.input.result;
  const { boardHorizon: horizon } = frame.input;
  const limits = breakEvensOf({ scenario, basis: frame.basis, horizon, scope: "parties" });
  const row = blockOf(parties, horizon).parties;
  const place = (column: number): string => sheetReference(parties.sheet.name) + at(row, column);
  const [paid, back] = [place(COLUMN.in), place(COLUMN.back)];
  return (assumption, chosen) => {
    const found =
      assumption === null ? undefined : limits.find(({ index }) => scenario.assumptions[index] === assumption);
    if (assumption === null || found === undefined) return textCell("", "plain", { align: "right" });
    const text = frame.words.assumptions.limit;
    const isShare =
      assumption.kind === "deadweight" || assumption.kind === "others" || assumption.kind === "correction";
    if (!isShare || assumption.base.gte(1)) return limitCell(frame, found, runsOwn(frame, found));
    // Back is in proportion to one less the share: where (1 − x)·in/back of it is left, 1.00 is.
    const left = `(1-${chosen})*${paid}/${back}`;
    const lost = `OR(ROUND(${paid},2)<=0,${back}<=0,${chosen}>=1)`;
    return limitCell(frame, found, `IF(${lost},${literal(text.never)},IF(${left}>1,${literal(text.never)},1-${left}))`);
  };
}

function runsOwn(frame: ReturnFrame, { value, outcome }: BreakEven): string {
  const shown = value === null ? literal(wordsOf(frame, outcome)) : exactText(value);
  return `IF(${NAME.changed}<0.0000000001,${shown},${literal(frame.words.parties.payback.runAgain)})`;
}

function wordsOf({ words }: ReturnFrame, outcome: BreakEven["outcome"]): string {
  return outcome === "always" ? words.assumptions.limit.always : words.assumptions.limit.never;
}

function limitCell(frame: ReturnFrame, { value, outcome }: BreakEven, formula: string): Cell {
  return value === null
    ? textFormulaCell(formula, wordsOf(frame, outcome), "plain", { align: "right", format: PERCENT })
    : formulaCell(formula, value, PERCENT);
}
