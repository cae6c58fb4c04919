// src/report/board/comparisonTab.ts: the tab Jämförelse: deviations now against those of a snapshot, per line, and what has changed.
// Now are formulas over Avvikelse, then are references to the snapshot's tab, and change is the difference of the two cells.
import type { ComparedLine, Comparison, Figures } from "../../domain/deviation/comparison";
import type { SnapshotCells } from "../../domain/deviation/snapshot";
import { ZERO } from "../../domain/money";
import { signedAmountText } from "../../text/format";
import { lineHeadingOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import {
  at,
  columnRange,
  dateSerial,
  fixed,
  formulaCell,
  literal,
  numberCell,
  sheetReference,
  textCell,
  textFormulaCell,
} from "../cells";
import { COLUMN as SOURCE } from "../deviation/deviationColumns";
import type { DeviationTab } from "../deviation/deviationTab";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import { type HeadFacts, headFacts } from "../tabHead";

/** One initiative: its tab, and the comparison; null: the snapshot does not hold it. */
export interface ComparedTab {
  readonly tab: DeviationTab;
  readonly comparison: Comparison | null;
}

const COLUMN = { line: 0, amount: 1, outcome: 4, budget: 7, remark: 10 } as const;
/** Figures side by side for each measure: then, now, change. */
const MEASURES = [
  { column: COLUMN.amount, of: "amount", source: SOURCE.deviation },
  { column: COLUMN.outcome, of: "outcome", source: SOURCE.outcome },
  { column: COLUMN.budget, of: "budget", source: SOURCE.budget },
] as const;
const WIDTH = 11;

const amount: ColumnPlan = { least: 13, most: 18 };
const plan: readonly ColumnPlan[] = [
  { least: 30, most: 40 },
  ...Array.from({ length: 9 }, () => amount),
  { least: 30, most: 34 },
];

interface Draft {
  readonly draft: SheetDraft;
  readonly texts: Texts;
}

export function comparisonTab(
  compared: readonly ComparedTab[],
  head: HeadFacts,
  name: string,
  texts: Texts,
): SheetModel {
  const draft = new SheetDraft(plan, texts.language);
  const words = texts.board.comparison;
  headFacts(draft, texts.board.titles.comparison, head, texts, {
    label: 0,
    value: 1,
    secondLabel: 8,
    secondValue: 10,
    secondTop: 1,
  });
  draft.putText(draft.next + 1, 0, words.note);
  const top = draft.next;
  for (const each of compared) putInitiative({ draft, texts }, each, compared.length > 1);
  return draft.sheet("jamforelse", name, { frozen: { rows: top, columns: 1 }, printTitleRows: null });
}

function putInitiative(to: Draft, { tab, comparison }: ComparedTab, several: boolean): void {
  const { draft, texts } = to;
  const words = texts.board.comparison;
  if (several) draft.put(draft.next + 1, 0, textCell(tab.item.name, "group", { span: WIDTH, align: "left" }));
  if (comparison === null) {
    draft.putText(draft.next, 0, words.notInSnapshot);
    return;
  }
  putFacts(to, tab, comparison);
  const heading = draft.next + 1;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(heading, 0, [
    textCell(lineHeadingOf(tab.item.followUp.table, texts), "heading"),
    ...[
      words.deviationThen,
      words.deviationNow,
      words.deviationChange,
      words.outcomeThen,
      words.outcomeNow,
      words.outcomeChange,
      words.budgetThen,
      words.budgetNow,
      words.budgetChange,
    ].map((text) => textCell(text, "heading", right)),
    textCell(words.remark, "heading", { indent: 1 }),
  ]);
  const top = heading + 1;
  for (const line of comparison.lines) putLine(to, tab, comparison, line);
  const bottom = draft.last;
  putTotal(to, tab, comparison);
  putConserved(to, comparison, top, bottom);
  if (comparison.turned) draft.putText(draft.next, 0, words.turned);
  if (!several) putChart(to, tab, comparison, top, bottom);
}

/** What it is compared with, and how far each was booked. */
function putFacts({ draft, texts }: Draft, { sheet, upper }: DeviationTab, { snapshot, bookedTo }: Comparison): void {
  const words = texts.board.comparison;
  const row = draft.next;
  draft.put(row, 0, textCell(words.snapshot, "label"));
  draft.put(row, 1, numberCell(dateSerial(snapshot.date), { kind: "date" }, "plain", { align: "left" }));
  draft.put(row, 2, textCell(snapshot.version, "plain", { span: 3 }));
  draft.put(row + 1, 0, textCell(words.bookedThen, "label"));
  draft.put(row + 1, 1, textCell(bookedTo === "" ? texts.tabs.head.nothingBooked : bookedTo, "plain", { span: 3 }));
  draft.put(row + 2, 0, textCell(words.bookedNow, "label"));
  const content = upper[BOOKED.row]?.[BOOKED.column]?.content ?? null;
  const shown = content?.kind === "formula" ? content.cached : "";
  const booked = sheetReference(sheet.name) + fixed(BOOKED.row, BOOKED.column);
  draft.put(row + 2, 1, textFormulaCell(booked, shown, "plain", { span: 3, align: "left" }));
}

/** Where the head of Avvikelse says how far it is booked. */
const BOOKED = { row: 4, column: SOURCE.outcome };

function putLine(to: Draft, tab: DeviationTab, comparison: Comparison, line: ComparedLine): void {
  const { draft, texts } = to;
  const words = texts.board.comparison;
  const row = draft.next;
  const place = line.line === null ? null : tab.rows.rowOf(line.line);
  draft.put(row, COLUMN.line, textCell(line.costLine, "plain", { wrap: true }));
  putMeasures(to, tab, comparison, row, "plain", { ...line, place });
  const indent = { wrap: true, indent: 1 } as const;
  if (line.status !== "both") {
    draft.put(row, COLUMN.remark, textCell(line.status === "new" ? words.isNew : words.isGone, "warn", indent));
    return;
  }
  draft.put(row, COLUMN.remark, verdictCell(row, line.change, texts, "plain"));
}

function verdictCell(row: number, { amount: kr }: Figures, texts: Texts, look: Look): Cell {
  const words = texts.board.comparison;
  const change = `ROUND(${at(row, COLUMN.amount + 2)},4)`;
  const text = kr.isZero() ? words.unchanged : kr.isPositive() ? words.better : words.worse;
  return textFormulaCell(
    `IF(${change}>0,${literal(words.better)},IF(${change}<0,${literal(words.worse)},${literal(words.unchanged)}))`,
    text,
    look,
    { wrap: true, indent: 1 },
  );
}

/** Then, now and change of each measure. A line that is not there has an empty cell, which counts as 0 in the change. */
function putMeasures(
  { draft }: Draft,
  { sheet, item }: DeviationTab,
  { snapshot }: Comparison,
  row: number,
  look: Look,
  compared: {
    readonly then: Figures | null;
    readonly now: Figures | null;
    readonly change: Figures;
    readonly turned: boolean;
    readonly cells: SnapshotCells | null;
    /** Row in the tab Avvikelse. */
    readonly place: number | null;
  },
): void {
  const { unit, decimals } = item.followUp.table;
  const format: NumberFormat = { kind: "amount", unit, decimals };
  const { then, now, change, turned, cells, place } = compared;
  for (const { column, of, source } of MEASURES) {
    const turn = turned && of !== "amount" ? "-" : "";
    draft.putRow(row, column, [
      then === null || cells === null
        ? textCell("", look)
        : formulaCell(turn + sheetReference(snapshot.sheet) + cells[of], then[of], format, look),
      now === null || place === null
        ? textCell("", look)
        : formulaCell(sheetReference(sheet.name) + at(place, source), now[of], format, look),
      formulaCell(`${at(row, column + 1)}-${at(row, column)}`, change[of], format, look),
    ]);
  }
}

function putTotal(to: Draft, tab: DeviationTab, comparison: Comparison): void {
  const { draft, texts } = to;
  const { total, totalCells } = comparison;
  const row = draft.next;
  draft.put(
    row,
    COLUMN.line,
    textCell(tab.rows.sections.length > 0 ? texts.kinds.result : texts.board.comparison.total, "total"),
  );
  putMeasures(to, tab, comparison, row, "total", { ...total, cells: totalCells, place: tab.rows.total });
  draft.put(row, COLUMN.remark, verdictCell(row, total.change, texts, "total"));
}

/** The changes of the lines less the change of the total: a line that fell out would show here. */
function putConserved({ draft, texts }: Draft, { adds }: Comparison, top: number, bottom: number): void {
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(texts.board.comparison.conserved, "note", { wrap: true }));
  for (const { column, of } of MEASURES) {
    // Where income less costs is the total, outcome and budget do not add up as they stand; deviations always do.
    if (!adds && of !== "amount") continue;
    const change = column + 2;
    const formula = `ROUND(SUM(${columnRange(change, top, bottom)})-${at(row - 1, change)},4)`;
    draft.put(row, change, formulaCell(formula, ZERO, { kind: "amount", unit: "kr", decimals: 2 }, "note"));
  }
}

function putChart(to: Draft, { item }: DeviationTab, { lines }: Comparison, top: number, bottom: number): void {
  const { draft, texts } = to;
  const { unit, decimals } = item.followUp.table;
  const words = texts.board.comparison;
  const text = (figures: Figures | null): string =>
    signedAmountText((figures ?? { amount: ZERO }).amount, unit, decimals, texts.language);
  const column = (at_: number) => ({ top, left: at_, bottom, right: at_ });
  const from = draft.next + 1;
  const height = Math.max(16, 8 + Math.ceil(lines.length * 1.6));
  const categories = column(COLUMN.line);
  draft.addChart({
    type: "bar",
    title: words.chart,
    series: [
      { name: words.then, categories, values: column(COLUMN.amount) },
      { name: words.now, categories, values: column(COLUMN.amount + 1) },
    ],
    format: { kind: "amount", unit, decimals },
    valueAxisTitle: texts.tabs.deviationWords.chartAxis(unit),
    description: words.chartDescription(
      lines.map(({ costLine, then, now }) => `${costLine} ${text(then)} → ${text(now)} ${unit}`),
    ),
    area: { top: from, left: 0, bottom: from + height - 1, right: COLUMN.budget },
  });
  draft.skipTo(from + height);
}
