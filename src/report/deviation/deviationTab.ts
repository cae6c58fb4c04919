// src/report/deviation/deviationTab.ts: the tab Avvikelse of one initiative: head, table, and the parts under it in reading order.
import type { EngineFigure } from "../engineFigure";
import type { Deviation } from "../../domain/deviation/deviation";
import { COMMENT_FIELDS, isEmptyComment, type RemarkRow } from "../../domain/deviation/remarks";
import { limitKey } from "../../domain/roundTrip/commentKey";
import { Decimal, KR_PER_UNIT } from "../../domain/money";
import { signedAmountText } from "../../text/format";
import { signNoteOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import { at, columnRange, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { COLUMN, commentCell, deviationColumns, INTEGER, PERCENT } from "./deviationColumns";
import { DeviationFrame, HEADING_ROW, LIMIT_AMOUNT, LIMIT_SHARE } from "./deviationFrame";
import { type Layout, lineRuns } from "./deviationLayout";
import { putForecast, putVersions } from "./deviationForecast";
import { putLinePeriods, putPeriods } from "./deviationPeriods";
import { putRemarks } from "./deviationRemarks";
import { putUnitCosts } from "./deviationUnitCosts";
import type { Numbered } from "./numbered";
import type { SheetModel } from "../sheetModel";
import { onDemand } from "../sheetOnDemand";
import { underlagColumn } from "./underlagSums";
import { type HeadFacts, headFacts } from "../tabHead";

/** The finished tab, and what Kontroller compares with it. */
export interface DeviationTab {
  readonly item: Numbered;
  /** Its cells are made when they are asked for. */
  readonly sheet: SheetModel;
  /** Its first rows, with the lines, their total and what stands above them. */
  readonly upper: SheetModel["rows"];
  readonly engine: readonly EngineFigure[];
  readonly limitCells: { readonly amount: string; readonly share: string };
  /** Cells of the total row. */
  readonly total: { readonly outcome: string; readonly budget: string; readonly deviation: string };
  /** Rows of the lines and of the total, zero-based: what the board's page and a comparison refer to. */
  readonly rows: Layout;
  /** Cells of what is worth noting, in order. */
  readonly remarks: readonly { readonly cell: string; readonly text: string }[];
}

const LEAST_CHART_ROWS = 17;
/** Of a chart that shares the page with the other sections'. */
const LEAST_SECTION_ROWS = 11;
/** Rows of the chart beside its bars: title, axis and the axis' title. */
const CHART_FRAME_ROWS = 7;

interface Charted {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Enough rows that each line's name has room beside its bar. */
function chartRows({ firstLine, lastLine }: Charted, least = LEAST_CHART_ROWS): number {
  return Math.max(least, CHART_FRAME_ROWS + Math.ceil((lastLine - firstLine + 1) * 1.3));
}

/** All charts under one another, with a row between. */
function allChartRows({ layout: { sections }, lineCount }: DeviationFrame): number {
  if (sections.length === 0) return chartRows({ firstLine: 0, lastLine: lineCount - 1 });
  return sections.reduce((rows, section) => rows + chartRows(section, LEAST_SECTION_ROWS) + 1, -1);
}

export function deviationTab(item: Numbered, head: HeadFacts, name: string, texts: Texts): DeviationTab {
  const { frame, remarks } = upperPart(item, head, texts);
  const sheetOf = ({ draft }: DeviationFrame): SheetModel =>
    draft.sheet(item.role, name, {
      frozen: { rows: HEADING_ROW + 1, columns: 1 },
      printTitleRows: { from: HEADING_ROW, to: HEADING_ROW },
    });
  const upper = sheetOf(frame);
  return {
    item,
    sheet: onDemand(upper, function* () {
      const { frame: whole, calendar, gone } = upperPart(item, head, texts);
      yield* putLinePeriods(whole, calendar);
      putGone(whole, gone);
      return sheetOf(whole);
    }),
    upper: upper.rows,
    engine: frame.engine,
    limitCells: { amount: at(LIMIT_AMOUNT.row, LIMIT_AMOUNT.column), share: at(LIMIT_SHARE.row, LIMIT_SHARE.column) },
    total: {
      outcome: at(frame.totalRow, COLUMN.outcome),
      budget: at(frame.totalRow, COLUMN.budget),
      deviation: at(frame.totalRow, COLUMN.deviation),
    },
    rows: frame.layout,
    remarks,
  };
}

/** Everything above the periods line by line, which are nearly all of a long tab. */
function upperPart(item: Numbered, head: HeadFacts, texts: Texts) {
  const frame = new DeviationFrame(item, texts);
  const { draft } = frame;
  putHead(frame, head);
  draft.putRow(HEADING_ROW, 0, deviationColumns.headingCells(frame));
  const gone = putLines(frame);
  putTotal(frame);
  putNotes(frame);
  const remarks = putRemarks(frame);
  const chartTop = draft.next + 1;
  const calendar = putPeriods(frame);
  putCharts(frame, chartTop);
  // With the forecast columns shown the chart stands close to the figures, where the sources of the volumes would be.
  if (item.followUp.forecast !== null) draft.skipTo(chartTop + allChartRows(frame));
  putUnitCosts(frame);
  draft.skipTo(chartTop + allChartRows(frame) + 1);
  putForecast(frame, calendar);
  putVersions(frame);
  return { frame, remarks, calendar, gone };
}

function putHead(frame: DeviationFrame, head: HeadFacts): void {
  const { draft, texts, item } = frame;
  const { followUp } = item;
  const words = texts.tabs.head;
  const right = { secondLabel: COLUMN.cause, secondValue: COLUMN.action };
  headFacts(draft, texts.tabs.titles.deviation, head, texts, {
    label: COLUMN.line,
    value: COLUMN.outcome,
    ...right,
    secondTop: 0,
  });
  draft.put(LIMIT_AMOUNT.row, right.secondLabel, textCell(words.limitAmount, "label"));
  draft.put(LIMIT_AMOUNT.row, LIMIT_AMOUNT.column, {
    ...numberCell(followUp.limits.amount, { kind: "amount", unit: "kr", decimals: 0 }, "input", { align: "left" }),
    key: limitKey("amount"),
  });
  draft.put(LIMIT_SHARE.row, right.secondLabel, textCell(words.limitShare, "label"));
  draft.put(LIMIT_SHARE.row, LIMIT_SHARE.column, {
    ...numberCell(
      followUp.limits.share,
      { kind: "percent", decimals: followUp.limits.share.times(100).isInteger() ? 0 : 1 },
      "input",
      { align: "left" },
    ),
    key: limitKey("share"),
  });
  draft.put(4, COLUMN.line, textCell(words.bookedThrough, "label"));
  const { inOrder } = frame.sums;
  const booked = followUp.lastBooked < 0 ? 0 : item.firstPeriod + followUp.lastBooked;
  draft.put(
    4,
    COLUMN.lineKey,
    inOrder ? formulaCell(frame.sums.bookedFormula(), booked, INTEGER) : numberCell(booked, INTEGER),
  );
  const label = followUp.table.periods[followUp.lastBooked]?.label ?? words.nothingBooked;
  const { period, periodNumber } = texts.tabs.source;
  const found = `INDEX(${underlagColumn(period)},MATCH(${frame.bookedCell},${underlagColumn(periodNumber)},0))`;
  draft.put(
    4,
    COLUMN.outcome,
    textFormulaCell(`IF(${frame.bookedCell}=0,${literal(words.nothingBooked)},${found})`, label, "plain", {
      span: deviationColumns.span("outcome", "share"),
      align: "left",
    }),
  );
  draft.put(
    5,
    COLUMN.line,
    textCell(signNoteOf(frame.item.followUp.table, texts), "note", { span: deviationColumns.shown }),
  );
}

/** One row per line; returns the comments whose line is gone. */
function putLines(frame: DeviationFrame): readonly RemarkRow[] {
  const { draft, texts, item } = frame;
  const { followUp, kept } = item;
  const left = [...(kept?.rows ?? [])];
  followUp.table.lines.forEach((name, line) => {
    const row = frame.rowOf(line);
    const result = followUp.lineTotals[line];
    if (result === undefined) return;
    const written = left.findIndex((comment) => comment.line === name);
    const comment = written < 0 ? null : (left.splice(written, 1)[0] ?? null);
    draft.putRow(row, 0, deviationColumns.cells({ frame, row, line, result, comment }));
    frame.engine.push({
      label: `${name}: ${texts.tabs.deviation.deviation}`,
      cell: at(row, COLUMN.deviation),
      line: { column: COLUMN.deviation, number: item.firstLine + line },
      value: result.amount,
      format: frame.amount,
    });
  });
  for (const { top, bottom } of lineRuns(frame.layout)) {
    draft.mark({
      area: { top, left: COLUMN.deviation, bottom, right: COLUMN.material },
      formula: frame.material(top),
      look: "warn",
    });
  }
  return left.filter((comment) => !isEmptyComment(comment));
}

function putTotal(frame: DeviationFrame): void {
  const { draft, texts, item } = frame;
  const { total, byKind } = item.followUp;
  const row = frame.totalRow;
  for (const section of frame.layout.sections) {
    const heading = { span: deviationColumns.shown, align: "left" } as const;
    draft.put(section.heading, COLUMN.line, textCell(texts.kinds.sections[section.kind], "group", heading));
    draft.putRow(section.sum, 0, deviationColumns.totals({ frame, row: section.sum, section }));
    const own = byKind[section.kind];
    if (own !== null) pushFigures(frame, texts.kinds.sums[section.kind], section.sum, own.total);
  }
  draft.putRow(row, 0, deviationColumns.totals({ frame, row, section: null }));
  pushFigures(frame, frame.totalName, row, total);
  if (total.share !== null && !frame.isResult) {
    frame.engine.push({
      label: `${frame.totalName}: ${texts.tabs.deviation.share}`,
      cell: at(row, COLUMN.share),
      value: total.share,
      format: PERCENT,
    });
  }
}

/** What Kontroller compares of a row of sums. */
function pushFigures({ engine, texts, amount }: DeviationFrame, name: string, row: number, total: Deviation): void {
  const words = texts.tabs.deviation;
  const figures = [
    [COLUMN.outcome, total.outcome, words.outcome],
    [COLUMN.budget, total.budget, words.budget],
    [COLUMN.deviation, total.amount, words.deviation],
  ] as const;
  for (const [column, value, label] of figures)
    engine.push({ label: `${name}: ${label}`, cell: at(row, column), value, format: amount });
}

/** Which columns are hidden and why, and where rounded parts differ from the rounded total. */
function putNotes(frame: DeviationFrame): void {
  const { draft, texts, item } = frame;
  const { followUp } = item;
  const hidden = deviationColumns.hiddenHeadings(frame);
  const { unit, decimals } = followUp.table;
  const divisor = KR_PER_UNIT[unit];
  const groups = sumGroups(frame);
  const differs = [COLUMN.outcome, COLUMN.budget, COLUMN.deviation].flatMap((column) =>
    groups.map(({ top, bottom, sum }) => {
      const parts = columnRange(column, top, bottom);
      return `ABS(SUMPRODUCT(ROUND(${parts}/${divisor},${decimals}))-ROUND(${at(sum, column)}/${divisor},${decimals}))>0.0000001`;
    }),
  );
  const rounds = (["outcome", "budget", "amount"] as const).some((figure) =>
    groups.some(
      ({ lines, total }) =>
        !lines
          .reduce((all, line) => all.plus(frame.shownAmount(line[figure])), new Decimal(0))
          .eq(frame.shownAmount(total[figure])),
    ),
  );
  const note = texts.tabs.deviationWords.roundedParts;
  if (hidden.length > 0) draft.putText(draft.next, COLUMN.line, texts.tabs.deviationWords.hiddenColumns(hidden));
  draft.put(
    draft.next,
    COLUMN.line,
    textFormulaCell(`IF(OR(${differs.join(",")}),${literal(note)},"")`, rounds ? note : "", "note", {
      span: deviationColumns.shown,
    }),
  );
}

/** Lines and the sum that stands for them: the sections', or all and the total. */
function sumGroups({ layout, item }: DeviationFrame) {
  const { lineTotals, byKind, total } = item.followUp;
  if (layout.sections.length === 0)
    return [{ top: layout.top, bottom: layout.total - 1, sum: layout.total, lines: lineTotals, total }];
  return layout.sections.map(({ top, bottom, sum, firstLine, lastLine, kind }) => {
    const lines = lineTotals.slice(firstLine, lastLine + 1);
    return { top, bottom, sum, lines, total: byKind[kind]?.total ?? total };
  });
}

/** One chart, or one for each section, under one another. */
function putCharts(frame: DeviationFrame, top: number): void {
  const { layout, lineCount, texts, item } = frame;
  const { table } = item.followUp;
  const words = texts.tabs.deviationWords;
  if (layout.sections.length === 0) {
    const title = table.kinds[0] === "income" ? texts.kinds.chartTitles.income : words.chartTitle;
    const axis = table.kinds[0] === "income" ? texts.kinds.chartAxis(table.unit) : words.chartAxis(table.unit);
    putChart(
      frame,
      top,
      { top: layout.top, bottom: layout.total - 1, firstLine: 0, lastLine: lineCount - 1 },
      title,
      axis,
    );
    return;
  }
  let from = top;
  for (const section of layout.sections) {
    putChart(frame, from, section, texts.kinds.chartTitles[section.kind], texts.kinds.chartAxis(table.unit));
    from += chartRows(section, LEAST_SECTION_ROWS) + 1;
  }
}

function putChart(
  frame: DeviationFrame,
  top: number,
  lines: Charted & { readonly top: number; readonly bottom: number },
  title: string,
  axis: string,
): void {
  const { draft, texts, item } = frame;
  const { table, lineTotals } = item.followUp;
  const words = texts.tabs.deviationWords;
  const column = (at_: number) => ({ top: lines.top, left: at_, bottom: lines.bottom, right: at_ });
  const described = table.lines.slice(lines.firstLine, lines.lastLine + 1).map((line, index) => {
    const amount = lineTotals[lines.firstLine + index]?.amount ?? new Decimal(0);
    return `${line} ${signedAmountText(amount, table.unit, table.decimals, texts.language)} ${table.unit}`;
  });
  draft.addChart({
    type: "bar",
    title,
    series: [
      { name: texts.tabs.deviation.deviation, categories: column(COLUMN.line), values: column(COLUMN.deviation) },
    ],
    format: frame.amount,
    valueAxisTitle: axis,
    description: words.chartDescription(described),
    area: {
      top,
      left: item.followUp.forecast === null ? COLUMN.cause : COLUMN.lastYear,
      bottom: top + chartRows(lines, frame.isResult ? LEAST_SECTION_ROWS : LEAST_CHART_ROWS) - 1,
      right: item.followUp.forecast === null ? COLUMN.done : COLUMN.material,
    },
  });
}

/** Comments whose line is gone: kept at the end, in the columns where they were written. */
function putGone(frame: DeviationFrame, gone: readonly RemarkRow[]): void {
  if (gone.length === 0) return;
  const { draft, texts } = frame;
  const words = texts.tabs;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(words.deviationWords.keptHeading, "group", { span: deviationColumns.shown, align: "left" }),
  );
  draft.putText(draft.next, COLUMN.line, words.deviationWords.keptNote);
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(frame.lineHeading, "heading"));
  for (const field of COMMENT_FIELDS) draft.put(row, COLUMN[field], textCell(words.deviation[field], "heading"));
  const lines = [...frame.item.followUp.table.lines];
  for (const comment of gone) {
    const at_ = draft.next;
    lines.push(comment.line);
    const nth = lines.filter((line) => line === comment.line).length;
    draft.put(at_, COLUMN.line, textCell(comment.line, "plain", { wrap: true }));
    for (const field of COMMENT_FIELDS)
      draft.put(at_, COLUMN[field], commentCell(frame, { line: comment.line, nth, field }, comment[field]));
  }
}
