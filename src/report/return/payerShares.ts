// src/report/return/payerShares.ts: on Antaganden: who pays which support, editable, and what that makes per party and support that occurs.
import { assumptionKey } from "../../domain/roundTrip/assumptionCellKey";
import { lookupKey } from "../../domain/lookupKey";
import { type IncomeSource } from "../../domain/return/incomeSource";
import { Decimal, sum, ZERO } from "../../domain/money";
import { type AssumptionsDraft, arrayConstant, ownCell } from "./assumptionsDraft";
import { at, formulaCell, numberCell, textCell } from "../cells";
import { INTEGER, NAME, type ReturnFrame, type ShareRow, WHOLE_PERCENT } from "./returnFrame";
import type { Cell } from "../sheetModel";

/** Where the columns after the shares begin: with up to five payers they stand under the wide ones of the table above. */
function columnsOf({ payers, parties }: ReturnFrame): {
  readonly sum: number;
  readonly note: number;
  readonly freed: number;
  readonly taxed: number;
} {
  const after = Math.max(6, 1 + payers.length, 1 + parties.length);
  return { sum: after, note: after + 1, freed: after + 2, taxed: after + 3 };
}

/** Number of columns that these tables take. */
export function sourceColumns(frame: ReturnFrame): number {
  return columnsOf(frame).taxed + 1;
}

const ONE = new Decimal(1);

/** The editable table. Returns the row of its first source. */
export function putSources({ frame, draft, differences, names }: AssumptionsDraft, width: number): number {
  const text = frame.words.assumptions;
  const column = columnsOf(frame);
  draft.put(draft.next + 1, 0, textCell(text.sourcesHeading, "group", { span: width, align: "left" }));
  draft.putText(draft.next, 0, text.sourcesNote);
  const top = draft.next;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(text.incomeSource, "heading"),
    ...frame.payers.map(({ payer }) => textCell(payer, "heading", right)),
  ]);
  for (let gap = 1 + frame.payers.length; gap < column.sum; gap++) draft.put(top, gap, textCell("", "heading"));
  draft.put(top, column.sum, textCell(text.sum, "heading", right));
  draft.put(top, column.note, textCell(text.note, "heading", { indent: 1 }));
  draft.put(top, column.freed, textCell(text.freed, "heading", right));
  draft.put(top, column.taxed, textCell(text.taxed, "heading", right));
  frame.sources.forEach((_, source) => putSource(frame, draft, source, top + 1 + source));
  const bottom = top + frame.sources.length;
  names.push({ name: NAME.supports, cell: `${at(top + 1, 1)}:${at(bottom, Math.max(1, frame.payers.length))}` });
  const shares = frame.sources.map((_, source) => frame.payers.map((__, payer) => shareOf(frame, source, payer)));
  const kinds = frame.sources.map(({ saving, taxed }) => [
    saving === "freed-capacity" ? ONE : ZERO,
    taxed ? ONE : ZERO,
  ]);
  const differs = (left: number, right_: number, values: readonly (readonly Decimal[])[]): void =>
    void differences.push(`SUMPRODUCT(ABS(${at(top + 1, left)}:${at(bottom, right_)}-${arrayConstant(values)}))`);
  differs(1, frame.payers.length, shares);
  differs(column.freed, column.taxed, kinds);
  const total = at(top + 1, column.sum);
  draft.mark({
    area: { top: top + 1, left: column.sum, bottom, right: column.sum },
    formula: `AND(ABS($${total})>0.0000001,ABS($${total}-1)>0.0000001)`,
    look: "bad",
  });
  return top + 1;
}

function shareOf({ sources, payers }: ReturnFrame, source: number, payer: number): Decimal {
  return shareIn(sources[source]?.payers ?? [], payers[payer]?.payer ?? "");
}

function shareIn(payers: IncomeSource["payers"], name: string): Decimal {
  return sum(payers.filter(({ payer }) => lookupKey(payer) === lookupKey(name)).map(({ share }) => share));
}

function putSource(frame: ReturnFrame, draft: AssumptionsDraft["draft"], source: number, row: number): void {
  const text = frame.words.assumptions;
  const column = columnsOf(frame);
  const item = frame.sources[source];
  if (item === undefined) return;
  const shares = frame.payers.map((_, payer) => shareOf(frame, source, payer));
  draft.putRow(row, 0, [textCell(item.name), ...frame.payers.map(({ payer }) => shareCell(item, payer))]);
  for (let gap = 1 + shares.length; gap < column.sum; gap++) draft.put(row, gap, textCell(""));
  draft.put(row, column.sum, formulaCell(`SUM(${at(row, 1)}:${at(row, shares.length)})`, sum(shares), WHOLE_PERCENT));
  const keyed = (of: "freed" | "taxed", value: Decimal, without: Decimal): Cell =>
    ownCell(
      numberCell(value, WHOLE_PERCENT, "input"),
      numberCell(without, WHOLE_PERCENT),
      assumptionKey({ of, source: item.name }),
    );
  const mark = (is: boolean): Decimal => (is ? ONE : ZERO);
  const before = item.unedited ?? item;
  const notes = [...(item.ends === "age-30" ? [text.endsAt30] : []), ...(item.note === null ? [] : [item.note])];
  draft.put(row, column.note, textCell(notes.join(". "), "plain", { indent: 1, wrap: true }));
  const freed = ({ saving }: Pick<IncomeSource, "saving">): Decimal => mark(saving === "freed-capacity");
  draft.put(row, column.freed, keyed("freed", freed(item), freed(before)));
  draft.put(row, column.taxed, keyed("taxed", mark(item.taxed), mark(before.taxed)));
}

/** A share that people may change. */
function shareCell(item: IncomeSource, payer: string): Cell {
  const { payers: before } = item.unedited ?? item;
  return ownCell(
    numberCell(shareIn(item.payers, payer), WHOLE_PERCENT, "input"),
    numberCell(shareIn(before, payer), WHOLE_PERCENT),
    assumptionKey({ of: "share", source: item.name, payer }),
  );
}

/** Shares per party for each support that occurs, by municipality where the participants name several. */
export function putShareRows(tab: AssumptionsDraft, firstSource: number, width: number): void {
  const { frame, draft, names } = tab;
  const text = frame.words.assumptions;
  const column = columnsOf(frame);
  draft.put(draft.next + 1, 0, textCell(text.rowsHeading, "group", { span: width, align: "left" }));
  draft.putText(draft.next, 0, text.rowsNote);
  const top = draft.next;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(text.incomeSource, "heading"),
    ...frame.parties.map(({ agency }) => textCell(agency.name, "heading", right)),
  ]);
  for (let gap = 1 + frame.parties.length; gap < column.sum; gap++) draft.put(top, gap, textCell("", "heading"));
  draft.put(top, column.sum, textCell(text.rowNumber, "heading", right));
  draft.put(top, column.note, textCell("", "heading"));
  draft.put(top, column.freed, textCell(text.freed, "heading", right));
  draft.put(top, column.taxed, textCell(text.taxed, "heading", right));
  frame.shareRows.forEach((share, index) => putShareRow(tab, share, index, top + 1 + index, firstSource));
  const last = top + Math.max(1, frame.shareRows.length);
  const area = (left: number, right_ = left): string => `${at(top + 1, left)}:${at(last, right_)}`;
  names.push(
    { name: NAME.shares, cell: area(1, frame.parties.length) },
    { name: NAME.shareRows, cell: area(column.sum) },
    { name: NAME.freed, cell: area(column.freed) },
    { name: NAME.taxed, cell: area(column.taxed) },
  );
}

function putShareRow(
  { frame, draft }: AssumptionsDraft,
  { municipality, source }: ShareRow,
  index: number,
  row: number,
  firstSource: number,
): void {
  const column = columnsOf(frame);
  const item = frame.sources[source];
  const place = frame.municipalities[municipality] ?? null;
  const from = firstSource + source;
  const cells = frame.parties.map((_, party): Cell => {
    const payers = frame.payers.flatMap((payer, at_) => (payer.party[municipality] === party ? [at_] : []));
    const value = sum(payers.map((payer) => shareOf(frame, source, payer)));
    return payers.length === 0
      ? numberCell(ZERO, WHOLE_PERCENT)
      : formulaCell(payers.map((payer) => at(from, 1 + payer)).join("+"), value, WHOLE_PERCENT);
  });
  draft.putRow(row, 0, [textCell(`${item?.name ?? ""}${place === null ? "" : `, ${place}`}`), ...cells]);
  for (let gap = 1 + cells.length; gap <= column.note; gap++) draft.put(row, gap, textCell(""));
  draft.put(row, column.sum, numberCell(index + 1, INTEGER));
  draft.put(
    row,
    column.freed,
    formulaCell(at(from, column.freed), item?.saving === "freed-capacity" ? 1 : 0, WHOLE_PERCENT),
  );
  draft.put(row, column.taxed, formulaCell(at(from, column.taxed), item?.taxed === true ? 1 : 0, WHOLE_PERCENT));
}
