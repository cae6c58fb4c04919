// src/report/deviation/deviationPeriods.ts: the figures per period under the table: all lines together first, then line by line,
// in the same columns as the accumulated ones, so that the page stays one page wide however many periods there are.
import type { Deviation } from "../../domain/deviation/deviation";
import { halfYearsTouched, monthsIn } from "../../domain/period";
import type { Steps } from "../../domain/steps";
import { at, columnRange, formulaCell, numberCell, textCell } from "../cells";
import { COLUMN, deviationColumns, INTEGER } from "./deviationColumns";
import type { DeviationFrame } from "./deviationFrame";
import type { Section } from "./deviationLayout";
import type { Cell, Look } from "../sheetModel";

/** Rows of the periods of all lines together; their hidden columns hold PeriodNr, months and half-years. */
export interface Calendar {
  readonly top: number;
  readonly bottom: number;
}

/** Heading cells of a smaller table, in the columns of the large one. */
export function subHeadings(frame: DeviationFrame, first: string, others: readonly string[]): void {
  const { draft } = frame;
  draft.putRow(draft.next, COLUMN.line, [
    textCell(first, "heading"),
    ...others.map((text) => textCell(text, "heading", { align: "right", wrap: true })),
  ]);
}

/** All lines together per period, and the average per half-year. */
export function putPeriods(frame: DeviationFrame): Calendar {
  const { draft, texts, item } = frame;
  const { followUp } = item;
  const words = texts.tabs.deviationWords;
  const allLines = frame.layout.sections.length === 0 ? words.allLines : texts.kinds.allLines;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(`${words.perPeriod}: ${allLines.toLowerCase()}`, "group", {
      span: deviationColumns.span("line", "share"),
      align: "left",
    }),
  );
  const headings = [words.outcome, words.budget, texts.tabs.deviation.deviation];
  subHeadings(frame, words.periodHeading, frame.isResult ? headings : [...headings, texts.tabs.deviation.share]);
  const top = draft.next;
  followUp.table.periods.forEach((period, index) => {
    const row = top + index;
    const result = followUp.periodTotals[index] ?? null;
    putPeriodKeys(frame, row, index);
    draft.put(row, COLUMN.line, textCell(period.label));
    draft.putRow(row, COLUMN.outcome, sumCells(frame, row, index, null, result));
    if (result === null) return;
    frame.engine.push({
      label: `${period.label}: ${texts.tabs.deviation.deviation}`,
      cell: at(row, COLUMN.deviation),
      value: result.amount,
      format: frame.amount,
    });
  });
  const calendar = { top, bottom: draft.last };
  putAverage(frame, calendar);
  for (const section of frame.layout.sections) putSectionPeriods(frame, section);
  if (followUp.periodTotals.includes(null)) draft.putText(draft.next, COLUMN.line, words.perPeriodNote);
  return calendar;
}

/** The lines of one kind together per period. One period only: the section's sum in the table says it. */
function putSectionPeriods(frame: DeviationFrame, section: Section): void {
  const { draft, texts, item } = frame;
  const { table, byKind } = item.followUp;
  if (table.periods.length < 2) return;
  const words = texts.tabs.deviationWords;
  const title = `${words.perPeriod}: ${texts.kinds.perPeriodOf[section.kind]}`;
  const span = deviationColumns.span("line", "share");
  draft.put(draft.next + 1, COLUMN.line, textCell(title, "group", { span, align: "left" }));
  const headings = [words.outcome, words.budget, texts.tabs.deviation.deviation, texts.tabs.deviation.share];
  subHeadings(frame, words.periodHeading, headings);
  table.periods.forEach((period, index) => {
    const row = draft.next;
    const result = byKind[section.kind]?.byPeriod[index] ?? null;
    draft.put(row, COLUMN.periodKey, numberCell(item.firstPeriod + index, INTEGER));
    draft.put(row, COLUMN.line, textCell(period.label));
    draft.putRow(row, COLUMN.outcome, sumCells(frame, row, index, section, result));
    if (result === null) return;
    const label = `${texts.kinds.sums[section.kind]}, ${period.label}: ${texts.tabs.deviation.deviation}`;
    frame.engine.push({ label, cell: at(row, COLUMN.deviation), value: result.amount, format: frame.amount });
  });
}

/** PeriodNr, its months, and how many half-years it adds to those before it. */
function putPeriodKeys({ draft, item }: DeviationFrame, row: number, index: number): void {
  const { periods } = item.followUp.table;
  const period = periods[index];
  if (period === undefined) return;
  const added = halfYearsTouched(periods.slice(0, index + 1)) - halfYearsTouched(periods.slice(0, index));
  draft.put(row, COLUMN.periodKey, numberCell(item.firstPeriod + index, INTEGER));
  draft.put(row, COLUMN.months, numberCell(monthsIn(period), INTEGER));
  draft.put(row, COLUMN.halfYears, numberCell(added, INTEGER));
}

/** Sum of a hidden column of the calendar over the booked periods. */
export function overCalendar(frame: DeviationFrame, { top, bottom }: Calendar, column: number): string {
  return `SUMIFS(${columnRange(column, top, bottom)},${columnRange(COLUMN.periodKey, top, bottom)},"<="&${frame.bookedCell})`;
}

function putAverage(frame: DeviationFrame, calendar: Calendar): void {
  const { draft, texts, item } = frame;
  const { halfYears, averagePerHalfYear } = item.followUp;
  const words = texts.tabs.deviationWords;
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(words.halfYears));
  draft.put(
    row,
    COLUMN.deviation,
    frame.sums.inOrder
      ? formulaCell(overCalendar(frame, calendar, COLUMN.halfYears), halfYears, INTEGER)
      : numberCell(halfYears, INTEGER),
  );
  draft.put(row + 1, COLUMN.line, textCell(words.averagePerHalfYear, "total"));
  draft.putRow(row + 1, COLUMN.outcome, [textCell("", "total"), textCell("", "total")]);
  const count = at(row, COLUMN.deviation);
  draft.put(
    row + 1,
    COLUMN.deviation,
    formulaCell(
      `IF(${count}=0,"",${at(frame.totalRow, COLUMN.deviation)}/${count})`,
      averagePerHalfYear,
      frame.amount,
      "total",
    ),
  );
  if (!frame.isResult) draft.put(row + 1, COLUMN.share, textCell("", "total"));
  if (averagePerHalfYear === null) return;
  frame.engine.push({
    label: words.averagePerHalfYear,
    cell: at(row + 1, COLUMN.deviation),
    value: averagePerHalfYear,
    format: frame.amount,
  });
}

/** Outcome, budget, deviation and share of one period, of a section or of all lines (null); of a result no share. */
function sumCells(
  frame: DeviationFrame,
  row: number,
  period: number,
  section: Section | null,
  result: Deviation | null,
): Cell[] {
  const { sums, texts, layout } = frame;
  const periodKey = `$${at(row, COLUMN.periodKey)}`;
  const empty = sums.inOrder ? `${periodKey}>${frame.bookedCell}` : result === null ? "TRUE" : "FALSE";
  const of = (column: string, shares: boolean): string => {
    const over = ({ firstLine, lastLine }: Section): string =>
      sums.inPeriod(column, { from: firstLine, to: lastLine }, periodKey, period, shares);
    if (section !== null) return over(section);
    if (layout.sections.every(({ weight }) => weight === 1))
      return sums.inPeriod(column, null, periodKey, period, shares);
    return layout.sections
      .map((each, index) => (each.weight === -1 ? `-(${over(each)})` : `${index === 0 ? "" : "+"}${over(each)}`))
      .join("");
  };
  const { outcome, budget } = texts.tabs.source;
  const cells = frame.deviationCells(row, `IF(${empty},"",${of(outcome, false)})`, of(budget, true), result, {
    optional: true,
    sign: frame.signOf(section?.firstLine ?? null),
  });
  return section === null && frame.isResult ? cells.slice(0, -1) : cells;
}

/** Outcome, budget, deviation and share of one period of a line. Empty while the period is not booked. */
function periodCells(frame: DeviationFrame, row: number, period: number, line: number): Cell[] {
  const { item, sums, texts } = frame;
  const result = item.followUp.cells[line]?.[period] ?? null;
  const lineKey = `$${at(row, COLUMN.lineKey)}`;
  const periodKey = `$${at(row, COLUMN.periodKey)}`;
  const { outcome, budget } = texts.tabs.source;
  const formula = sums.inPeriod(outcome, lineKey, periodKey, period, false);
  // Where periods overlap the run's own list of booked periods holds; the formulas cannot tell it from the numbers.
  const test = sums.inOrder
    ? `OR(${periodKey}>${frame.bookedCell},${sums.rowCount(lineKey, periodKey)}=0)`
    : result === null
      ? "TRUE"
      : "FALSE";
  return frame.deviationCells(
    row,
    `IF(${test},"",${formula})`,
    sums.inPeriod(budget, lineKey, periodKey, period, true),
    result,
    { optional: true, sign: frame.signOf(line) },
  );
}

/** Every line with its periods, with a stop after each. One period only: the table above says it all. */
export function* putLinePeriods(frame: DeviationFrame, calendar: Calendar): Steps<void> {
  const { draft, texts, item } = frame;
  const { followUp } = item;
  const words = texts.tabs.deviationWords;
  if (calendar.top === calendar.bottom) return;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(`${words.perPeriod}: ${frame.lineHeading.toLowerCase()}`, "group", {
      span: deviationColumns.span("line", "share"),
      align: "left",
    }),
  );
  subHeadings(frame, frame.lineHeading, [
    words.outcome,
    words.budget,
    texts.tabs.deviation.deviation,
    texts.tabs.deviation.share,
  ]);
  const { periods } = followUp.table;
  // The same cells stand under every line.
  const labels = periods.map(({ label }) => textCell(label, "plain", { indent: 1 }));
  const broken = periods.map(({ label }) => textCell(`${label}: ${words.seriesBreak}`, "warn", { indent: 1 }));
  const breaks = new Set(followUp.table.seriesBreaks.map(({ line, period }) => `${line}|${period}`));
  const periodKeys = periods.map((_, at_) => numberCell(item.firstPeriod + at_, INTEGER));
  for (const [index, line] of followUp.table.lines.entries()) {
    yield;
    const head = draft.next;
    const bottom = head + periods.length;
    const lineKey = numberCell(item.firstLine + index, INTEGER);
    const look: Look = "total";
    draft.put(head, COLUMN.line, textCell(line, look, { wrap: true }));
    const sum = (column: number): string => `SUM(${columnRange(column, head + 1, bottom)})`;
    const total = followUp.lineTotals[index];
    if (total !== undefined) {
      draft.putRow(
        head,
        COLUMN.outcome,
        frame.deviationCells(head, sum(COLUMN.outcome), sum(COLUMN.budget), total, { look, sign: frame.signOf(index) }),
      );
    }
    labels.forEach((label, at_) => {
      const row = head + 1 + at_;
      const marked = breaks.has(`${index}|${at_}`) ? broken[at_] : undefined;
      draft.putRow(row, COLUMN.line, [marked ?? label, ...periodCells(frame, row, at_, index)]);
      draft.put(row, COLUMN.lineKey, lineKey);
      const periodKey = periodKeys[at_];
      if (periodKey !== undefined) draft.put(row, COLUMN.periodKey, periodKey);
    });
  }
}
