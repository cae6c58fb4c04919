// src/report/annual/membersAndEquity.ts: what each member was to pay and has paid, and the association's equity.
import type { StatedAmount } from "../../domain/deviation/budget";
import { signOfKind, signOfResult } from "../../domain/deviation/lineKind";
import { type Decimal, sum } from "../../domain/money";
import { at, columnRange, formulaCell, linkCell, numberCell, textCell } from "../cells";
import { type AnnualFrame, COLUMN, partHeading, putLineName, SHOWN, versionColumn } from "./annualFrame";

/** A shortfall is a shortfall: each member by itself, though others paid more. */
export function putMembers(frame: AnnualFrame): void {
  const { draft, texts, item, annual, sums, amount } = frame;
  const { table } = item.followUp;
  if (annual.members.length === 0) return;
  const words = texts.annual;
  partHeading(frame, words.members, [words.member, words.decided, words.paidIn, words.shortfall]);
  const { revised } = annual.basis;
  const budget = revised === null ? texts.tabs.source.budget : versionColumn(frame, revised);
  const way = (row: number): string => {
    const [decided, paid] = [at(row, COLUMN.first), at(row, COLUMN.second)];
    return signOfKind(table, "income") === "negative" ? `${paid}-${decided}` : `${decided}-${paid}`;
  };
  const top = draft.next;
  const found = annual.members.flatMap((line) => annual.lines[line] ?? []);
  annual.members.forEach((line, place) => {
    const row = draft.next;
    const key = putLineName(frame, row, line);
    const over = (column: string): string => sums.overPeriods(column, key, annual.periods);
    const deviation = found[place]?.deviation;
    if (deviation === undefined) return;
    draft.putRow(row, COLUMN.first, [
      formulaCell(over(budget), deviation.budget, amount),
      formulaCell(over(texts.tabs.source.outcome), deviation.outcome, amount),
      formulaCell(way(row), deviation.amount, amount),
    ]);
  });
  const row = draft.next;
  const total = (of: "budget" | "outcome" | "amount"): Decimal => sum(found.map(({ deviation }) => deviation[of]));
  const over = (column: number): string => `SUM(${columnRange(column, top, row - 1)})`;
  draft.putRow(row, COLUMN.name, [
    textCell(words.sum, "total"),
    formulaCell(over(COLUMN.first), total("budget"), amount, "total"),
    formulaCell(over(COLUMN.second), total("outcome"), amount, "total"),
    formulaCell(over(COLUMN.third), total("amount"), amount, "total"),
  ]);
  draft.putText(draft.next, COLUMN.name, words.membersNote);
}

/** As stated, but for the result and what stands above the size decided on. `result`: the cell with the result's outcome. */
export function putEquity(frame: AnnualFrame, result: string): void {
  const { draft, texts, item, annual, amount } = frame;
  const { equity, table } = item.followUp;
  if (equity === null) return;
  const words = texts.kinds.equity;
  const { opening, closing, decided } = equity.stated;
  draft.put(draft.next + 1, COLUMN.name, textCell(words.heading, "group", { span: SHOWN, align: "left" }));
  const put = (label: string, stated: StatedAmount | null): number | null => {
    if (stated === null) return null;
    const row = draft.next;
    draft.putRow(row, COLUMN.name, [textCell(label), numberCell(stated.amount, amount)]);
    draft.put(row, COLUMN.second, linkCell(stated.origin, "note", { indent: 1 }));
    return row;
  };
  put(words.opening, opening);
  if (equity.result !== null) {
    const surplus = signOfResult(table) === "negative";
    const own = annual.result.outcome;
    draft.putRow(draft.next, COLUMN.name, [
      textCell(texts.annual.result),
      formulaCell(surplus ? result : `-${result}`, surplus ? own : own.negated(), amount),
    ]);
  }
  const last = put(words.closing, closing);
  const kept = put(words.decided, decided);
  if (last !== null && kept !== null && equity.aboveDecided !== null)
    draft.putRow(draft.next, COLUMN.name, [
      textCell(words.aboveDecided),
      formulaCell(`${at(last, COLUMN.first)}-${at(kept, COLUMN.first)}`, equity.aboveDecided, amount),
    ]);
  if (equity.agrees === false) draft.putLines(draft.next, COLUMN.name, texts.annual.equityDiffers, "warn");
}
