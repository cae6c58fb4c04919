// src/report/deviation/deviationRemarks.ts: what is worth noting beside the table, in sentences that say so when the figures change.
import type { OffsettingPair } from "../../domain/deviation/deviation";
import { kindOf } from "../../domain/deviation/lineKind";
import type { Decimal, Unit } from "../../domain/money";
import { hiddenVolumes, type UnitCost } from "../../domain/deviation/unitCost";
import { amountText, signedAmountText, signedPercentText } from "../../text/format";
import { at, exactText, literal, textCell, textFormulaCell } from "../cells";
import { COLUMN, deviationColumns } from "./deviationColumns";
import type { DeviationFrame } from "./deviationFrame";
import type { NumberFormat } from "../sheetModel";

/** Returns where the sentences stand, and what they say at the run. */
export function putRemarks(frame: DeviationFrame): readonly { readonly cell: string; readonly text: string }[] {
  const { draft, texts, item } = frame;
  const words = texts.tabs.deviationWords;
  draft.put(draft.next, COLUMN.line, textCell(words.remarks, "group", { span: deviationColumns.shown, align: "left" }));
  const before = draft.next;
  const said = [
    ...item.followUp.offsetting.flatMap((pair) => putPair(frame, pair)),
    ...putHidden(frame),
    ...putBreaks(frame),
  ];
  if (draft.next === before) draft.putText(draft.next, COLUMN.line, words.noRemarks);
  return said.map((text, index) => ({ cell: at(before + index, COLUMN.line), text }));
}

/** Whether the cells still hold the engine's figures, as a formula. */
function unchanged(figures: readonly (readonly [string, Decimal])[]): string {
  return `AND(${figures.map(([cell, value]) => `ABS(${cell}-(${exactText(value)}))<0.005`).join(",")})`;
}

/** `A (+2 635 tkr) och B (−1 419 tkr) kan vara en och samma kostnad …`; the names are read from their cells. */
function putPair(frame: DeviationFrame, { favourable, unfavourable }: OffsettingPair): string[] {
  const { draft, texts, item } = frame;
  const { table, lineTotals } = item.followUp;
  const gain = lineTotals[favourable]?.amount;
  const loss = lineTotals[unfavourable]?.amount;
  if (gain === undefined || loss === undefined) return [];
  const amount = (kr: Decimal): string => signedAmountText(kr, table.unit, table.decimals, texts.language);
  const words = kindOf(table, favourable) === "income" ? texts.kinds : texts.tabs.deviationWords;
  const [between, after] = words.offsetting(amount(gain), amount(loss), table.unit);
  const cell = (line: number, column: number): string => at(frame.rowOf(line), column);
  const names = [cell(favourable, COLUMN.line), cell(unfavourable, COLUMN.line)] as const;
  const same = unchanged([
    [cell(favourable, COLUMN.deviation), gain],
    [cell(unfavourable, COLUMN.deviation), loss],
  ]);
  const text = `${table.lines[favourable] ?? ""}${between}${table.lines[unfavourable] ?? ""}${after}`;
  const formula = `IF(${same},${names[0]}&${literal(between)}&${names[1]}&${literal(after)},${literal(texts.tabs.deviationWords.stale)})`;
  draft.put(draft.next, COLUMN.line, textFormulaCell(formula, text, "warn", { span: deviationColumns.shown }));
  return [text];
}

/** The unit that a cost per person is told in: finer than the table's where that would hide it. */
export function unitCostFormat(unit: Unit, decimals: number): Extract<NumberFormat, { kind: "amount" }> {
  if (unit === "kr") return { kind: "amount", unit: "kr", decimals: Math.min(decimals, 2) };
  return { kind: "amount", unit: "tkr", decimals: 1 };
}

/** Breaks that the user marked; of what the source says, not of figures, so that they stand whatever the figures become. */
function putBreaks({ draft, texts, item }: DeviationFrame): string[] {
  const { lines, periods, seriesBreaks } = item.followUp.table;
  return seriesBreaks.flatMap(({ line, period, text }) => {
    const label = period === null ? "" : (periods[period]?.label ?? "");
    const said = texts.tabs.deviationWords.seriesBreakRemark(lines[line] ?? "", label, text);
    return draft.putLines(draft.next, COLUMN.line, said, "warn");
  });
}

/** What the total hides: a surplus beside a higher cost per person, or a deficit beside a lower one. */
function putHidden(frame: DeviationFrame): string[] {
  const { draft, texts, item } = frame;
  const { total, unitCosts, table } = item.followUp;
  // With income the total is a result, which says nothing of what each person cost.
  if (unitCosts === null || total.amount.isZero() || frame.layout.sections.length > 0) return [];
  const surplus = total.amount.isPositive();
  const hides = ({ change }: UnitCost): boolean => change !== null && (surplus ? change.gt(0) : change.lt(0));
  const items = (["closed", "participant", "toWorkOrStudies"] as const).flatMap((per) =>
    unitCosts.items.filter((one) => one.per === per),
  );
  const masked = hiddenVolumes(unitCosts.items);
  const found = items.find((one) => hides(one) && !masked.has(one.per));
  if (found?.budget == null || found.outcome === null || found.change === null) return [];
  const { unit, decimals } = unitCostFormat(table.unit, table.decimals);
  const text = texts.tabs.unitCosts.hidden({
    surplus,
    amount: amountText(total.amount.abs(), table.unit, table.decimals, texts.language),
    per: found.per,
    outcome: amountText(found.outcome, unit, decimals, texts.language),
    budget: amountText(found.budget, unit, decimals, texts.language),
    change: signedPercentText(found.change, 0, texts.language),
    unit: table.unit,
    costUnit: unit,
  });
  const same = unchanged([
    [at(frame.totalRow, COLUMN.outcome), total.outcome],
    [at(frame.totalRow, COLUMN.budget), total.budget],
  ]);
  draft.put(
    draft.next,
    COLUMN.line,
    textFormulaCell(`IF(${same},${literal(text)},${literal(texts.tabs.deviationWords.stale)})`, text, "warn", {
      span: deviationColumns.shown,
    }),
  );
  return [text];
}
