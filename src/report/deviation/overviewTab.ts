// src/report/deviation/overviewTab.ts: the tab Översikt: several initiatives in one row each, with their total.
import type { CostSign } from "../../domain/deviation/budget";
import type { Deviation } from "../../domain/deviation/deviation";
import { signOfResult } from "../../domain/deviation/lineKind";
import { rollUpOf } from "../../domain/deviation/rollUp";
import { signNoteOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import { at, columnRange, formulaCell, linkCell, literal, sheetReference, textCell, textFormulaCell } from "../cells";
import type { DeviationTab } from "./deviationTab";
import type { Look, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { type HeadFacts, headFacts } from "../tabHead";

const plan: readonly ColumnPlan[] = [
  { least: 34, most: 60 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 13, most: 14 },
  { least: 14, most: 18 },
  { least: 26, most: 34 },
];
const COLUMN = { initiative: 0, outcome: 1, budget: 2, deviation: 3, share: 4, result: 5, tab: 6 } as const;

/** Amounts in the unit that all initiatives share, else kronor; turned into negative costs where the sources differ in sign. */
export function overviewTab(tabs: readonly DeviationTab[], head: HeadFacts, name: string, texts: Texts): SheetModel {
  const draft = new SheetDraft(plan, texts.language);
  const words = texts.tabs.overview;
  const format = commonFormat(tabs);
  const unit = format.kind === "amount" ? format.unit : "kr";
  const top = headFacts(draft, texts.tabs.titles.overview, { ...head, unit }, texts, {
    label: 0,
    value: 1,
    secondLabel: 4,
    secondValue: 6,
    secondTop: 1,
  });
  const right = { align: "right" } as const;
  draft.putRow(top, 0, [
    textCell(words.initiative, "heading"),
    textCell(words.outcome, "heading", right),
    textCell(words.budget, "heading", right),
    textCell(words.deviation, "heading", right),
    textCell(words.share, "heading", right),
    textCell(words.result, "heading", { indent: 1 }),
    textCell(words.tab, "heading"),
  ]);
  const rollUp = rollUpOf(tabs.map(({ item }) => item.followUp));
  const row = { draft, texts, format, sign: rollUp.sign };
  tabs.forEach((tab, index) => {
    const result = rollUp.byInitiative[index];
    if (result === undefined) return;
    const turn = signOfResult(tab.item.followUp.table) === rollUp.sign ? "" : "-";
    const from = (cell: string): string => turn + sheetReference(tab.sheet.name) + cell;
    const at_ = top + 1 + index;
    draft.put(at_, COLUMN.initiative, textCell(tab.item.name, "plain", { wrap: true }));
    putFigures(row, at_, from(tab.total.outcome), from(tab.total.budget), result, "plain");
    draft.put(
      at_,
      COLUMN.tab,
      linkCell({ workbook: null, sheet: tab.sheet.name, cells: null }, "plain", { wrap: true }),
    );
  });
  const last = top + tabs.length;
  const sum = (column: number): string => `SUM(${columnRange(column, top + 1, last)})`;
  draft.put(last + 1, COLUMN.initiative, textCell(words.total, "total"));
  putFigures(row, last + 1, sum(COLUMN.outcome), sum(COLUMN.budget), rollUp.total, "total");
  draft.put(last + 1, COLUMN.tab, textCell("", "total"));
  const signs = new Set(tabs.map(({ item }) => signOfResult(item.followUp.table)));
  draft.putText(draft.next, 0, signs.size > 1 ? words.mixedSigns : signNoteOf(writtenIn(tabs, rollUp.sign), texts));
  return draft.sheet("oversikt", name, {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
}

/** How all of them write their amounts: with income where any has some. */
function writtenIn(tabs: readonly DeviationTab[], sign: CostSign): Parameters<typeof signNoteOf>[0] {
  const kinds = tabs.flatMap(({ item }) => item.followUp.table.kinds);
  return { kinds, sign, orientation: sign === "negative" ? "costs-negative" : "ledger" };
}

function commonFormat(tabs: readonly DeviationTab[]): NumberFormat {
  const tables = tabs.map(({ item }) => item.followUp.table);
  const units = new Set(tables.map(({ unit }) => unit));
  const [only] = units;
  if (units.size !== 1 || only === undefined) return { kind: "amount", unit: "kr", decimals: 0 };
  return { kind: "amount", unit: only, decimals: Math.max(...tables.map(({ decimals }) => decimals)) };
}

function putFigures(
  {
    draft,
    texts,
    format,
    sign,
  }: {
    readonly draft: SheetDraft;
    readonly texts: Texts;
    readonly format: NumberFormat;
    readonly sign: "negative" | "positive";
  },
  row: number,
  outcome: string,
  budget: string,
  result: Deviation,
  look: Look,
): void {
  const words = texts.tabs.deviationWords;
  const [a, b, d] = [at(row, COLUMN.outcome), at(row, COLUMN.budget), at(row, COLUMN.deviation)];
  draft.putRow(row, COLUMN.outcome, [
    formulaCell(outcome, result.outcome, format, look),
    formulaCell(budget, result.budget, format, look),
    formulaCell(sign === "negative" ? `${a}-${b}` : `${b}-${a}`, result.amount, format, look),
    formulaCell(`IF(ROUND(${b},4)=0,"",${d}/ABS(${b}))`, result.share, { kind: "percent", decimals: 1 }, look),
  ]);
  const verdict = result.amount.isZero() ? words.balanced : result.amount.isPositive() ? words.surplus : words.deficit;
  draft.put(
    row,
    COLUMN.result,
    textFormulaCell(
      `IF(ROUND(${d},4)>0,${literal(words.surplus)},IF(ROUND(${d},4)<0,${literal(words.deficit)},${literal(words.balanced)}))`,
      verdict,
      look,
      { indent: 1 },
    ),
  );
}
