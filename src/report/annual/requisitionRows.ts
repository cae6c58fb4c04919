// src/report/annual/requisitionRows.ts: granted funds that are drawn by requisition: requisitioned, paid, used, worked up, remaining.
import type { Version } from "../../domain/deviation/budget";
import type { Requisition } from "../../domain/deviation/requisitions";
import type { Decimal } from "../../domain/money";
import { at, columnRange, formulaCell, textCell } from "../cells";
import type { Cell } from "../sheetModel";
import { type AnnualFrame, COLUMN, partHeading, putLineName, versionColumn } from "./annualFrame";

/** Nothing where the source tells of none. Costs as positive numbers, over every period. */
export function putRequisitions(frame: AnnualFrame): void {
  const { draft, texts, annual, amount } = frame;
  if (annual.requisitions === null) return;
  const words = texts.annual;
  const { granted, requisitioned, paid, used, workedUp, remaining } = words.requisition;
  partHeading(frame, words.requisitions, [words.initiative, granted, requisitioned, paid, used, workedUp, remaining]);
  const top = draft.next;
  for (const found of annual.requisitions.lines) putLine(frame, found.line, found);
  const row = draft.next;
  const total = annual.requisitions.total;
  const sum = (column: number, value: Decimal | null): Cell =>
    value === null
      ? textCell("", "total")
      : formulaCell(`SUM(${columnRange(column, top, row - 1)})`, value, amount, "total");
  draft.putRow(row, COLUMN.name, [
    textCell(words.sum, "total"),
    sum(COLUMN.first, total.granted),
    sum(COLUMN.second, total.requisitioned),
    sum(COLUMN.third, total.paid),
    sum(COLUMN.fourth, total.used),
    sum(COLUMN.fifth, total.workedUp),
    sum(COLUMN.sixth, total.remaining),
  ]);
  draft.putText(draft.next, COLUMN.name, words.requisitionsNote);
}

function putLine(frame: AnnualFrame, line: number, found: Requisition): void {
  const { draft, texts, item, sums, amount } = frame;
  const { table } = item.followUp;
  const row = draft.next;
  const key = putLineName(frame, row, line);
  const every = [...table.periods.keys()];
  const turn = table.sign === "negative" ? "-" : "";
  const over = (column: string): string => {
    const formula = sums.overPeriods(column, key, every);
    return turn === "" ? formula : `-(${formula})`;
  };
  const version = (kind: Version["kind"], value: Decimal | null): Cell | null => {
    const columns = table.versions.flatMap((each, place) => (each.kind === kind ? [versionColumn(frame, place)] : []));
    return value === null || columns.length === 0 ? null : formulaCell(columns.map(over).join("+"), value, amount);
  };
  const { budget, outcome } = texts.tabs.source;
  draft.putRow(row, COLUMN.first, [
    formulaCell(over(budget), found.granted, amount),
    version("requisitioned", found.requisitioned),
    version("paid", found.paid),
    formulaCell(over(outcome), found.used, amount),
    version("worked-up", found.workedUp),
    formulaCell(
      `${at(row, COLUMN.first)}-${at(row, COLUMN.fourth)}-N(${at(row, COLUMN.fifth)})`,
      found.remaining,
      amount,
    ),
  ]);
}
