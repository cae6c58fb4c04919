// src/report/deviation/deviationColumns.ts: the columns of the tab Avvikelse, and what stands in them on a line's row and on the total's.
// The parts under the table use the same columns; what they put there is theirs.
import type { Deviation } from "../../domain/deviation/deviation";
import { COMMENT_FIELDS, type CommentField, type KeptRow } from "../../domain/deviation/kept";
import { type CommentKey, commentKey, rowKey } from "../../domain/kept/commentKey";
import { sum } from "../../domain/money";
import { at, formulaCell, literal, numberCell, type StyleOptions, textCell, textFormulaCell } from "../cells";
import { type Column, columns } from "../columns";
import type { Cell, NumberFormat } from "../sheetModel";
import type { DeviationFrame } from "./deviationFrame";
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
  readonly comment: KeptRow | null;
}

interface TotalRow {
  readonly frame: DeviationFrame;
  readonly row: number;
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
    heading: ({ texts }) => texts.tabs.deviation.costLine,
    style: TEXT,
    width: [30, 40],
    cell: ({ frame, line }) => textCell(frame.item.followUp.table.lines[line] ?? "", "plain", { wrap: true }),
    total: ({ frame }) => textCell(frame.texts.tabs.deviationWords.total, "total"),
  },
  {
    key: "outcome",
    heading: ({ texts }) => texts.tabs.deviation.outcome,
    style: NUMBER,
    width: [12, 18],
    cell: (row) =>
      row.frame.outcomeCell(row.frame.sums.booked(row.frame.texts.tabs.source.outcome, keyOf(row), false), row.result),
    total: ({ frame }) => frame.outcomeCell(frame.sumOf("outcome"), frame.item.followUp.total, "total"),
  },
  {
    key: "budget",
    heading: ({ texts }) => texts.tabs.deviation.budget,
    style: NUMBER,
    width: [12, 18],
    cell: (row) =>
      row.frame.budgetCell(row.frame.sums.booked(row.frame.texts.tabs.source.budget, keyOf(row), true), row.result),
    total: ({ frame }) => frame.budgetCell(frame.sumOf("budget"), frame.item.followUp.total, "total"),
  },
  {
    key: "deviation",
    heading: ({ texts }) => texts.tabs.deviation.deviation,
    style: NUMBER,
    width: [12, 18],
    cell: ({ frame, row, result }) => frame.deviationCell(row, result),
    total: ({ frame, row }) => frame.deviationCell(row, frame.item.followUp.total, "total"),
  },
  {
    key: "share",
    heading: ({ texts }) => texts.tabs.deviation.share,
    style: NUMBER,
    width: [14, 14],
    cell: ({ frame, row, result }) => frame.shareCell(row, result),
    total: ({ frame, row }) => frame.shareCell(row, frame.item.followUp.total, "total"),
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
  ...comments,
  {
    key: "lineKey",
    heading: ({ texts }) => texts.tabs.source.lineNumber,
    ...key,
    cell: ({ frame, line }) => lineKeyCell(frame, line),
  },
  { key: "periodKey", heading: ({ texts }) => texts.tabs.source.periodNumber, ...key },
  // Of the periods under the table.
  { key: "months", heading: null, ...key },
  { key: "halfYears", heading: null, ...key },
]);

/** Columns of the tab, from 0. */
export const COLUMN = deviationColumns.at;

/** Those that hold nothing in this run, by their headings. */
export function hiddenHeadings(frame: DeviationFrame): string[] {
  const headings = deviationColumns.headings(frame);
  return deviationColumns
    .plan(frame)
    .flatMap(({ hidden }, place) => (hidden === true && place < deviationColumns.shown ? (headings[place] ?? []) : []));
}

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

function lastYearTotal({ frame }: TotalRow): Cell {
  const { lastYear } = frame.item.followUp;
  if (lastYear === null) return empty();
  const value = sum(lastYear.flatMap((each) => each ?? []));
  return formulaCell(frame.sumOf("lastYear"), value, frame.amount, "total");
}

function materialCell({ frame, row, line, result }: LineRow): Cell {
  const words = frame.texts.tabs.deviationWords;
  const deviation = `ROUND(${at(row, COLUMN.deviation)},4)`;
  const formula =
    `IF(${frame.material(row)},${literal(words.yes)},${literal(words.no)})&", "&` +
    `IF(${deviation}>0,${literal(words.lower)},IF(${deviation}<0,${literal(words.higher)},${literal(words.asBudgeted)}))`;
  const way = result.amount.isZero() ? words.asBudgeted : result.amount.isPositive() ? words.lower : words.higher;
  const broken = frame.item.followUp.table.seriesBreaks.some((each) => each.line === line);
  const after = broken ? `; ${words.seriesBreak}` : "";
  const text = `${frame.item.followUp.material[line] === true ? words.yes : words.no}, ${way}${after}`;
  return textFormulaCell(broken ? `${formula}&${literal(after)}` : formula, text, "plain", { wrap: true, indent: 1 });
}

function verdictCell({ frame, row }: TotalRow): Cell {
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
