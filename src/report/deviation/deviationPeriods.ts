// src/report/deviation/deviationPeriods.ts: the figures per period under the table: all lines together first, then line by line,
// in the same columns as the accumulated ones, so that the page stays one page wide however many periods there are.
import { halfYearsTouched, monthsIn } from "../../domain/period";
import type { Steps } from "../../domain/steps";
import { at, columnRange, formulaCell, numberCell, textCell } from "../cells";
import { COLUMN, deviationColumns, INTEGER } from "./deviationColumns";
import type { DeviationFrame } from "./deviationFrame";
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
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(`${words.perPeriod}: ${words.allLines.toLowerCase()}`, "group", {
      span: deviationColumns.span("line", "share"),
      align: "left",
    }),
  );
  subHeadings(frame, words.periodHeading, [
    words.outcome,
    words.budget,
    texts.tabs.deviation.deviation,
    texts.tabs.deviation.share,
  ]);
  const top = draft.next;
  followUp.table.periods.forEach((period, index) => {
    const row = top + index;
    const result = followUp.periodTotals[index] ?? null;
    putPeriodKeys(frame, row, index);
    draft.put(row, COLUMN.line, textCell(period.label));
    draft.putRow(row, COLUMN.outcome, periodCells(frame, row, index, null));
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
  if (followUp.periodTotals.includes(null)) draft.putText(draft.next, COLUMN.line, words.perPeriodNote);
  return calendar;
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
  draft.put(row + 1, COLUMN.share, textCell("", "total"));
  if (averagePerHalfYear === null) return;
  frame.engine.push({
    label: words.averagePerHalfYear,
    cell: at(row + 1, COLUMN.deviation),
    value: averagePerHalfYear,
    format: frame.amount,
  });
}

/** Outcome, budget, deviation and share of one period, of one line or of all (null). Empty while the period is not booked. */
function periodCells(frame: DeviationFrame, row: number, period: number, line: number | null): Cell[] {
  const { item, sums, texts } = frame;
  const { followUp } = item;
  const result = (line === null ? followUp.periodTotals[period] : followUp.cells[line]?.[period]) ?? null;
  const lineKey = line === null ? null : `$${at(row, COLUMN.lineKey)}`;
  const periodKey = `$${at(row, COLUMN.periodKey)}`;
  const { outcome, budget } = texts.tabs.source;
  const formula = sums.inPeriod(outcome, lineKey, periodKey, period, false);
  // Where periods overlap the run's own list of booked periods holds; the formulas cannot tell it from the numbers.
  const empty = sums.inOrder
    ? [`${periodKey}>${frame.bookedCell}`, ...(lineKey === null ? [] : [`${sums.rowCount(lineKey, periodKey)}=0`])]
    : [result === null ? "TRUE" : "FALSE"];
  const test = empty.length === 1 ? empty[0] : `OR(${empty.join(",")})`;
  return frame.deviationCells(
    row,
    `IF(${test ?? "FALSE"},"",${formula})`,
    sums.inPeriod(budget, lineKey, periodKey, period, true),
    result,
    {
      optional: true,
    },
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
    textCell(`${words.perPeriod}: ${texts.tabs.deviation.costLine.toLowerCase()}`, "group", {
      span: deviationColumns.span("line", "share"),
      align: "left",
    }),
  );
  subHeadings(frame, texts.tabs.deviation.costLine, [
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
        frame.deviationCells(head, sum(COLUMN.outcome), sum(COLUMN.budget), total, { look }),
      );
    }
    labels.forEach((label, at_) => {
      const row = head + 1 + at_;
      const marked = breaks.has(`${index}|${at_}`) ? broken[at_] : undefined;
      draft.putRow(row, COLUMN.line, [marked ?? label, ...periodCells(frame, row, at_, index)]);
      draft.putRow(row, COLUMN.lineKey, [lineKey, periodKeys[at_] ?? null]);
    });
  }
}
