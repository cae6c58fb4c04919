// src/report/annual/appropriations.ts: the driftredovisning: appropriation, its change, outcome and deviation per line, sums by kind, the result.
import type { CostSign } from "../../domain/deviation/budget";
import type { Appropriation } from "../../domain/deviation/annualReport";
import {
  hasIncome,
  LINE_KINDS,
  linesOfKind,
  signOfKind,
  signOfResult,
  weightOf,
} from "../../domain/deviation/lineKind";
import { ZERO } from "../../domain/money";
import { totalNameOf } from "../../text/kinds";
import { at, columnRange, formulaCell, textCell } from "../cells";
import type { Look } from "../sheetModel";
import { type AnnualFrame, COLUMN, partHeading, PERCENT, putLineName, SHOWN, versionColumn } from "./annualFrame";

/** Returns the cell with the result's outcome. */
export function putAppropriations(frame: AnnualFrame): string {
  const { draft, texts, item, annual } = frame;
  const { table } = item.followUp;
  const words = texts.annual;
  const headings = [words.line, words.granted, words.change, words.outcome, words.deviation, words.share];
  partHeading(frame, words.appropriations(annual.year), headings);
  const sums: { readonly row: number; readonly weight: 1 | -1 }[] = [];
  let costs: string | null = null;
  for (const kind of LINE_KINDS) {
    const total = annual.kinds[kind];
    const lines = linesOfKind(table, kind);
    const [first] = lines;
    if (total === null || first === undefined) continue;
    if (hasIncome(table))
      draft.put(draft.next, COLUMN.name, textCell(texts.kinds.sections[kind], "label", { span: SHOWN }));
    const top = draft.next;
    for (const line of lines) putLine(frame, line, signOfKind(table, kind));
    const bottom = draft.last;
    if (kind === "cost") costs = columnRange(COLUMN.fourth, top, bottom);
    const row = draft.next;
    sums.push({ row, weight: weightOf(table, first) });
    const of = (column: number): string => `SUM(${columnRange(column, top, bottom)})`;
    putFigures(frame, row, total, signOfKind(table, kind), of, "total");
    draft.put(row, COLUMN.name, textCell(texts.kinds.sums[kind], "total"));
  }
  let result = sums[0]?.row ?? draft.next;
  if (sums.length > 1) {
    result = draft.next;
    const of = (column: number): string =>
      sums.map(({ row, weight }, place) => (weight === -1 ? "-" : place === 0 ? "" : "+") + at(row, column)).join("");
    putFigures(frame, result, annual.result, signOfResult(table), of, "total", !hasIncome(table));
    draft.put(result, COLUMN.name, textCell(totalNameOf(table, texts), "total"));
  }
  if (costs !== null) putUnused(frame, costs);
  if (annual.basis.original === null && annual.basis.revised === null)
    draft.putText(draft.next, COLUMN.name, words.noChange);
  return at(result, COLUMN.third);
}

function putLine(frame: AnnualFrame, line: number, sign: CostSign): void {
  const { draft, texts, annual, sums } = frame;
  const { original, revised } = annual.basis;
  const { outcome, budget } = texts.tabs.source;
  const found = annual.lines[line];
  if (found === undefined) return;
  const row = draft.next;
  const key = putLineName(frame, row, line);
  const over = (column: string): string => sums.overPeriods(column, key, annual.periods);
  const granted = original === null ? over(budget) : over(versionColumn(frame, original));
  const decided = revised === null ? over(budget) : over(versionColumn(frame, revised));
  const figures: Readonly<Record<number, string>> = {
    [COLUMN.first]: granted,
    [COLUMN.second]: `${decided}-${at(row, COLUMN.first)}`,
    [COLUMN.third]: over(outcome),
  };
  putFigures(frame, row, found, sign, (column) => figures[column] ?? "0", "plain");
}

/** `of`: the formula of the appropriation, its change and the outcome, by column. */
function putFigures(
  { draft, amount }: AnnualFrame,
  row: number,
  { granted, change, outcome, deviation }: Appropriation,
  sign: CostSign,
  of: (column: number) => string,
  look: Look,
  isShared = true,
): void {
  const decided = change === null ? at(row, COLUMN.first) : `(${at(row, COLUMN.first)}+${at(row, COLUMN.second)})`;
  const spent = at(row, COLUMN.third);
  const formula = sign === "negative" ? `${spent}-${decided}` : `${decided}-${spent}`;
  const share = `IF(ROUND(${decided},4)=0,"",${at(row, COLUMN.fourth)}/ABS(${decided}))`;
  draft.putRow(row, COLUMN.first, [
    formulaCell(of(COLUMN.first), granted, amount, look),
    change === null ? textCell("", look) : formulaCell(of(COLUMN.second), change, amount, look),
    formulaCell(of(COLUMN.third), outcome, amount, look),
    formulaCell(formula, deviation.amount, amount, look),
    // Of a result that may be anything round 0, a share says nothing.
    isShared ? formulaCell(share, deviation.share, PERCENT, look) : textCell("", look),
  ]);
}

/** What the costs that came out lower than decided leave, together. */
function putUnused({ draft, texts, annual, amount }: AnnualFrame, deviations: string): void {
  const row = draft.next;
  draft.put(row, COLUMN.name, textCell(texts.annual.unused));
  draft.put(
    row,
    COLUMN.fourth,
    formulaCell(`SUMIF(${deviations},">0")`, annual.unused.isZero() ? ZERO : annual.unused, amount),
  );
}
