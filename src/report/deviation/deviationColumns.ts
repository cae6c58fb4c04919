// src/report/deviation/deviationColumns.ts: the columns of the tab Avvikelse, and what stands in them on a line's row and on the total's.
// The parts under the table use the same columns; what they put there is theirs.
import type { Deviation } from "../../domain/deviation/deviation";
import { COMMENT_FIELDS, type CommentField, type RemarkRow } from "../../domain/deviation/remarks";
import { type CommentKey, commentKey, rowKey } from "../../domain/roundTrip/commentKey";
import type { LineKind } from "../../domain/deviation/budget";
import { kindOf, linesOfKind, weightOf } from "../../domain/deviation/lineKind";
import { sum, ZERO } from "../../domain/money";
import {
  at,
  columnRange,
  formulaCell,
  literal,
  numberCell,
  type StyleOptions,
  textCell,
  textFormulaCell,
} from "../cells";
import { wayText } from "../../text/kinds";
import { type Column, columns } from "../columns";
import type { Cell, NumberFormat } from "../sheetModel";
import type { DeviationFrame } from "./deviationFrame";
import type { Section } from "./deviationLayout";
import { versionColumnOf } from "./underlag";

export const INTEGER: NumberFormat = { kind: "integer" };
export const PERCENT: NumberFormat = { kind: "percent", decimals: 1 };

/** The row of one cost line. */
export interface LineRow {
  readonly frame: DeviationFrame;
  readonly row: number;
  /** Of the table's lines. */
  readonly line: number;
  readonly result: Deviation;
  readonly comment: RemarkRow | null;
}

/** The row under the lines, or under those of a section. */
export interface TotalRow {
  readonly frame: DeviationFrame;
  readonly row: number;
  /** Null: of all lines. */
  readonly section: Section | null;
}

type DeviationColumn<Key extends string> = Column<Key, DeviationFrame, LineRow, TotalRow>;

const NUMBER: StyleOptions = { align: "right", wrap: true };
const TEXT: StyleOptions = { wrap: true };
const empty = (): Cell => textCell("", "total");
const key = { width: [9, 12], hidden: true } as const;

/** The number of a line in Underlag, which its formulas match on. */
function lineKeyCell({ item }: DeviationFrame, line: number): Cell {
  const number = item.firstLine + line;
  return { ...numberCell(number, INTEGER), key: rowKey(line + 1) };
}

/** The line's number, as an address for formulas. */
function keyOf({ row }: LineRow): string {
  return `$${at(row, COLUMN.lineKey)}`;
}

/** A column of the lines above: of the section, or of all. */
function sumIn({ frame, section }: TotalRow, column: number): string {
  return section === null ? frame.sumOf(column) : `SUM(${columnRange(column, section.top, section.bottom)})`;
}

function resultOf({ frame, section }: TotalRow): Deviation {
  const { byKind, total } = frame.item.followUp;
  return section === null ? total : (byKind[section.kind]?.total ?? total);
}

function hasLastYear({ item }: DeviationFrame): boolean {
  return item.followUp.lastYear !== null;
}

function hasForecast({ item }: DeviationFrame): boolean {
  return item.followUp.forecast !== null;
}

/** Hidden where the run has nothing to show in it: narrower then. */
function shownIf(
  is: (frame: DeviationFrame) => boolean,
  least = 13,
): Pick<DeviationColumn<string>, "width" | "hidden"> {
  return { width: (frame) => [is(frame) ? least : 12, 18], hidden: (frame) => !is(frame) };
}

/** What people write beside a line; the page is one page wide also with the forecast's columns. */
const COMMENT_WIDTH: Readonly<Record<CommentField, DeviationColumn<string>["width"]>> = {
  cause: [29, 29],
  action: (frame) => (hasForecast(frame) ? [24, 24] : [29, 29]),
  responsible: [13, 18],
  done: [11, 14],
};

const comments = COMMENT_FIELDS.map((field): DeviationColumn<CommentField> => ({
  key: field,
  heading: ({ texts }) => texts.tabs.deviation[field],
  style: TEXT,
  width: COMMENT_WIDTH[field],
  cell: ({ frame, line, comment }) => {
    const { lines } = frame.item.followUp.table;
    const name = lines[line] ?? "";
    const nth = lines.slice(0, line + 1).filter((each) => each === name).length;
    return commentCell(frame, { line: name, nth, field }, comment?.[field] ?? "");
  },
  total: empty,
}));

/** A cell that people write in: a later run finds it by its key, and knows that nothing would stand there without them. */
export function commentCell({ item, texts }: DeviationFrame, key: Omit<CommentKey, "initiative">, text: string): Cell {
  const initiative = item.name === texts.tabs.head.unnamed ? "" : item.name;
  const cell = textCell(text, "input", { wrap: true });
  return { ...cell, key: commentKey({ initiative, ...key }), unedited: null };
}

export const deviationColumns = columns<DeviationFrame, LineRow, TotalRow>()([
  {
    key: "line",
    heading: ({ lineHeading }) => lineHeading,
    style: TEXT,
    width: [30, 40],
    cell: ({ frame, line }) => textCell(frame.item.followUp.table.lines[line] ?? "", "plain", { wrap: true }),
    total: ({ frame, section }) =>
      textCell(section === null ? frame.totalName : frame.texts.kinds.sums[section.kind], "total"),
  },
  {
    key: "outcome",
    heading: ({ texts }) => texts.tabs.deviation.outcome,
    style: NUMBER,
    width: [12, 18],
    cell: (row) =>
      row.frame.outcomeCell(row.frame.sums.booked(row.frame.texts.tabs.source.outcome, keyOf(row), false), row.result),
    total: (of): Cell => of.frame.outcomeCell(sumIn(of, COLUMN.outcome), resultOf(of), "total"),
  },
  {
    key: "budget",
    heading: ({ texts }) => texts.tabs.deviation.budget,
    style: NUMBER,
    width: [12, 18],
    cell: (row) =>
      row.frame.budgetCell(row.frame.sums.booked(row.frame.texts.tabs.source.budget, keyOf(row), true), row.result),
    total: (of): Cell => of.frame.budgetCell(sumIn(of, COLUMN.budget), resultOf(of), "total"),
  },
  {
    key: "deviation",
    heading: ({ texts }) => texts.tabs.deviation.deviation,
    style: NUMBER,
    width: [12, 18],
    cell: ({ frame, row, line, result }) => frame.deviationCell(row, result, frame.signOf(line)),
    total: (of): Cell =>
      of.frame.deviationCell(of.row, resultOf(of), of.frame.signOf(of.section?.firstLine ?? null), "total"),
  },
  {
    key: "share",
    heading: ({ texts }) => texts.tabs.deviation.share,
    style: NUMBER,
    width: [14, 14],
    cell: ({ frame, row, result }) => frame.shareCell(row, result),
    total: (of): Cell =>
      of.section === null && of.frame.isResult
        ? textCell("", "total")
        : of.frame.shareCell(of.row, resultOf(of), "total"),
  },
  {
    key: "lastYear",
    heading: ({ texts }) => texts.tabs.deviation.lastYear,
    style: NUMBER,
    ...shownIf(hasLastYear),
    cell: lastYearCell,
    total: lastYearTotal,
  },
  // What is forecast stands further down, and is put from there.
  {
    key: "fullYearBudget",
    heading: ({ texts }) => texts.tabs.deviation.fullYearBudget,
    style: NUMBER,
    ...shownIf(hasForecast),
    total: empty,
  },
  {
    key: "forecast",
    heading: ({ texts }) => texts.tabs.deviation.forecast,
    style: NUMBER,
    ...shownIf(hasForecast),
    total: empty,
  },
  {
    key: "forecastDeviation",
    heading: ({ texts }) => texts.tabs.deviation.forecastDeviation,
    style: NUMBER,
    ...shownIf(hasForecast, 16),
    total: empty,
  },
  {
    key: "material",
    heading: ({ texts }) => texts.tabs.deviation.material,
    style: { indent: 1, wrap: true },
    width: [21, 21],
    cell: materialCell,
    total: verdictCell,
  },
  ...comments.slice(0, -1),
  // Inside the list: whoever sorts what is seen sorts it along, and names, amounts and comments stay together.
  {
    key: "lineKey",
    heading: ({ texts }) => texts.tabs.source.lineNumber,
    ...key,
    cell: ({ frame, line }) => lineKeyCell(frame, line),
  },
  ...comments.slice(-1),
  { key: "periodKey", heading: ({ texts }) => texts.tabs.source.periodNumber, ...key },
  // Of the periods under the table.
  { key: "months", heading: null, ...key },
  { key: "halfYears", heading: null, ...key },
]);

/** Columns of the tab, from 0. */
export const COLUMN = deviationColumns.at;

function lastYearCell(own: LineRow): Cell | null {
  const { frame, line } = own;
  const { followUp } = frame.item;
  const value = followUp.lastYear?.[line] ?? null;
  if (value === null) return null;
  const version = followUp.table.versions.findIndex(({ kind }) => kind === "last-year");
  const column = versionColumnOf(followUp.table.versions, version, frame.texts);
  const sources = new Set(followUp.budgetParts.map((part) => part?.source));
  const periods = followUp.table.periods.flatMap((_, period) =>
    followUp.booked[period] === true || sources.has(period) ? [period] : [],
  );
  const formula = frame.sums.inOrder
    ? frame.sums.booked(column, keyOf(own), false)
    : frame.sums.overPeriods(column, keyOf(own), periods);
  return formulaCell(formula, value, frame.amount);
}

function lastYearTotal(of: TotalRow): Cell {
  const { frame, section } = of;
  const { lastYear, table } = frame.item.followUp;
  if (lastYear === null) return empty();
  const lines = section === null ? [...table.lines.keys()] : linesOfKind(table, section.kind);
  const value = sum(lines.map((line) => (lastYear[line] ?? ZERO).times(section === null ? weightOf(table, line) : 1)));
  return formulaCell(sumIn(of, COLUMN.lastYear), value, frame.amount, "total");
}

function materialCell({ frame, row, line, result }: LineRow): Cell {
  const words = frame.texts.tabs.deviationWords;
  const { formula: wayFormula, text: way } = wayOf(frame, row, kindOf(frame.item.followUp.table, line), result);
  const formula = `IF(${frame.material(row)},${literal(words.yes)},${literal(words.no)})&", "&${wayFormula}`;
  const broken = frame.item.followUp.table.seriesBreaks.some((each) => each.line === line);
  const after = broken ? `; ${words.seriesBreak}` : "";
  const text = `${frame.item.followUp.material[line] === true ? words.yes : words.no}, ${way}${after}`;
  return textFormulaCell(broken ? `${formula}&${literal(after)}` : formula, text, "plain", { wrap: true, indent: 1 });
}

/** Better or worse than the budget, in the words of the kind. */
function wayOf(
  { texts }: DeviationFrame,
  row: number,
  kind: LineKind,
  { amount }: Deviation,
): { readonly formula: string; readonly text: string } {
  const { asBudgeted } = texts.tabs.deviationWords;
  const { better, worse } = texts.kinds.way[kind];
  const deviation = `ROUND(${at(row, COLUMN.deviation)},4)`;
  return {
    formula: `IF(${deviation}>0,${literal(better)},IF(${deviation}<0,${literal(worse)},${literal(asBudgeted)}))`,
    text: wayText(kind, amount, texts),
  };
}

function verdictCell(of: TotalRow): Cell {
  const { frame, row, section } = of;
  if (section !== null) {
    const { formula, text } = wayOf(frame, row, section.kind, resultOf(of));
    return textFormulaCell(formula, text, "total", { wrap: true, indent: 1 });
  }
  const { total } = frame.item.followUp;
  const words = frame.texts.tabs.deviationWords;
  const deviation = `ROUND(${at(row, COLUMN.deviation)},4)`;
  const verdict = total.amount.isZero() ? words.balanced : total.amount.isPositive() ? words.surplus : words.deficit;
  return textFormulaCell(
    `IF(${deviation}>0,${literal(words.surplus)},IF(${deviation}<0,${literal(words.deficit)},${literal(words.balanced)}))`,
    verdict,
    "total",
    { indent: 1 },
  );
}
