// src/report/deviation/deviationForecast.ts: the full-year forecast in its three ways, and outcome against other versions of the budget.
import type { VersionFollowUp } from "../../domain/deviation/followUp";
import type { Forecast, LineForecast } from "../../domain/deviation/forecast";
import { type Decimal, sum } from "../../domain/money";
import { at, columnRange, fixed, formulaCell, numberCell, textCell } from "../cells";
import { COLUMN, deviationColumns, INTEGER } from "./deviationColumns";
import { type DeviationFrame, foundByKey } from "./deviationFrame";
import { type Calendar, subHeadings } from "./deviationPeriods";
import type { Cell } from "../sheetModel";
import { versionColumnOf } from "./underlag";

/** Column of what is worked up, beside the ways of forecasting. */
const WORKED_UP = COLUMN.share;

/** What the rows of the forecast share. Columns of Underlag that hold what is worked up; empty: the source has none. */
interface Basis {
  readonly workedUp: readonly string[];
  /** Column of Underlag with the whole year's budget; null: the sum of its periods is the year's. */
  readonly fullYear: string | null;
  /** Cells: months done, months of the budget, and the number of the last period done. */
  readonly doneMonths: string;
  readonly budgetMonths: string;
  readonly done: string;
}

/** Fills the forecast columns of the table, and shows under it how each way of forecasting comes out. */
export function putForecast(frame: DeviationFrame, calendar: Calendar): void {
  const { draft, texts, item } = frame;
  const { forecast, table } = item.followUp;
  if (forecast === null) return;
  const words = texts.tabs.forecast;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(words.heading, "group", { span: deviationColumns.span("line", "share"), align: "left" }),
  );
  const basis = putBasis(frame, forecast, calendar);
  subHeadings(frame, frame.lineHeading, [
    words.linear,
    words.periodised,
    words.own,
    ...(basis.workedUp.length > 0 ? [words.workedUp] : []),
  ]);
  const top = draft.next;
  table.lines.forEach((line, index) => {
    const result = forecast.byLine[index];
    if (result === undefined) return;
    draft.put(top + index, COLUMN.line, textCell(line, "plain", { wrap: true }));
    draft.put(top + index, COLUMN.lineKey, numberCell(item.firstLine + index, INTEGER));
    putLine(frame, index, top, forecast, result, basis);
  });
  putTotals(frame, top, forecast);
  draft.putText(draft.next, COLUMN.line, words.chosen(forecast.method));
  if (basis.workedUp.length > 0) draft.putText(draft.next, COLUMN.line, words.workedUpNote);
}

/** How far the year has come, in months. What is worked up in a later period than the last booked one takes it further. */
function putBasis(frame: DeviationFrame, forecast: Forecast, calendar: Calendar): Basis {
  const { draft, texts, item, sums } = frame;
  const words = texts.tabs.forecast;
  const { versions } = item.followUp.table;
  const workedUp = versions.flatMap(({ kind }, index) =>
    kind === "worked-up" ? [versionColumnOf(versions, index, texts)] : [],
  );
  const row = draft.next;
  let done = frame.bookedCell;
  if (workedUp.length > 0) {
    done = fixed(row, COLUMN.lineKey);
    const last = forecast.periods.findLast((index) => !forecast.remaining.includes(index)) ?? -1;
    const formula = sums.workedFormula(workedUp, forecast.periods);
    const number = item.firstPeriod + last;
    draft.put(row, COLUMN.lineKey, sums.inOrder ? formulaCell(formula, number, INTEGER) : numberCell(number, INTEGER));
  }
  draft.put(row, COLUMN.line, textCell(workedUp.length > 0 ? words.doneMonths : words.bookedMonths));
  draft.put(row, COLUMN.outcome, doneMonthsCell(frame, forecast, calendar, done));
  draft.put(row + 1, COLUMN.line, textCell(words.budgetMonths));
  draft.put(row + 1, COLUMN.outcome, numberCell(forecast.budgetMonths, INTEGER));
  const fullYear = versions.findLastIndex(({ kind }) => kind === "full-year-budget");
  return {
    workedUp,
    fullYear: fullYear < 0 ? null : versionColumnOf(versions, fullYear, texts),
    doneMonths: `$${at(row, COLUMN.outcome)}`,
    budgetMonths: `$${at(row + 1, COLUMN.outcome)}`,
    done,
  };
}

function doneMonthsCell(frame: DeviationFrame, forecast: Forecast, { top }: Calendar, done: string): Cell {
  const first = Math.min(...forecast.periods);
  const last = Math.max(...forecast.periods);
  const inARow = last - first + 1 === forecast.periods.length;
  if (!frame.sums.inOrder || !inARow) return numberCell(forecast.bookedMonths, INTEGER);
  const [from, to] = [top + first, top + last];
  const formula = `SUMIFS(${columnRange(COLUMN.months, from, to)},${columnRange(COLUMN.periodKey, from, to)},"<="&${done})`;
  return formulaCell(formula, forecast.bookedMonths, INTEGER);
}

function putLine(
  frame: DeviationFrame,
  index: number,
  top: number,
  forecast: Forecast,
  result: LineForecast,
  basis: Basis,
): void {
  const { draft, texts, item, sums, amount } = frame;
  const { table } = item.followUp;
  const row = top + index;
  const main = frame.rowOf(index);
  // Each list finds its lines in the other by their numbers: either may be sorted.
  const [key, mainKey] = [`$${at(row, COLUMN.lineKey)}`, `$${at(main, COLUMN.lineKey)}`];
  const { outcome, budget } = texts.tabs.source;
  const { periods } = forecast;
  for (const column of [COLUMN.outcome, COLUMN.budget, COLUMN.deviation]) draft.put(row, column, textCell(""));
  let booked = sums.overDone(outcome, key, forecast, basis.done);
  if (result.workedUp !== null) {
    const added = basis.workedUp.map((column) => sums.overPeriods(column, key, periods)).join("+");
    draft.put(row, WORKED_UP, formulaCell(added, result.workedUp, amount));
    booked += `+${at(row, WORKED_UP)}`;
  }
  const linear = `(${booked})*${basis.budgetMonths}/${basis.doneMonths}`;
  draft.put(row, COLUMN.outcome, formulaCell(linear, result.linear, amount));
  if (result.periodised !== null) {
    const remaining =
      basis.fullYear === null
        ? sums.overRemaining(budget, key, forecast, basis.done)
        : `${frame.inLine(COLUMN.fullYearBudget, key)}-(${sums.overDone(budget, key, forecast, basis.done)})`;
    draft.put(row, COLUMN.budget, formulaCell(`${booked}+${remaining}`, result.periodised, amount));
  }
  if (result.own !== null) {
    const own = table.versions.findLastIndex(({ kind }) => kind === "forecast");
    const column = versionColumnOf(table.versions, own, texts);
    draft.put(row, COLUMN.deviation, formulaCell(sums.overPeriods(column, key, periods), result.own, amount));
  }
  const chosen = result.own !== null ? COLUMN.deviation : result.periodised !== null ? COLUMN.budget : COLUMN.outcome;
  const byPeriod = sums.overPeriods(budget, mainKey, periods);
  // A line without a figure for the whole year has the budget of its periods.
  const given =
    basis.fullYear === null
      ? byPeriod
      : `IF(${sums.amountCount(basis.fullYear, mainKey, periods)}=0,${byPeriod},${sums.overPeriods(basis.fullYear, mainKey, periods)})`;
  draft.put(main, COLUMN.fullYearBudget, formulaCell(given, result.fullYearBudget, amount));
  const found = foundByKey(chosen, mainKey, top, top + frame.lineCount - 1);
  draft.put(main, COLUMN.forecast, formulaCell(found, result.chosen, amount));
  draft.put(
    main,
    COLUMN.forecastDeviation,
    formulaCell(
      frame.favourable(at(main, COLUMN.forecast), at(main, COLUMN.fullYearBudget), frame.signOf(index)),
      result.deviation,
      amount,
    ),
  );
}

/** Each section's sums of the forecast's columns in the table above. */
function putSectionForecasts(frame: DeviationFrame, { byLine }: Forecast): void {
  const { draft, layout, amount } = frame;
  for (const { firstLine, lastLine, top, bottom, sum: row } of layout.sections) {
    const own = byLine.slice(firstLine, lastLine + 1);
    const over = (column: number): string => `SUM(${columnRange(column, top, bottom)})`;
    const value = (of: "fullYearBudget" | "chosen" | "deviation"): Decimal => sum(own.map((line) => line[of]));
    const [forecast, budget] = [at(row, COLUMN.forecast), at(row, COLUMN.fullYearBudget)];
    const deviation = frame.favourable(forecast, budget, frame.signOf(firstLine));
    draft.putRow(row, COLUMN.fullYearBudget, [
      formulaCell(over(COLUMN.fullYearBudget), value("fullYearBudget"), amount, "total"),
      formulaCell(over(COLUMN.forecast), value("chosen"), amount, "total"),
      formulaCell(deviation, value("deviation"), amount, "total"),
    ]);
  }
}

function putTotals(frame: DeviationFrame, top: number, forecast: Forecast): void {
  const { total } = forecast;
  const { draft, texts, amount } = frame;
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(frame.totalName, "total"));
  const shown = [
    [COLUMN.outcome, total.linear],
    [COLUMN.budget, total.periodised],
    [COLUMN.deviation, total.own],
    ...(total.workedUp === null ? [] : [[WORKED_UP, total.workedUp] as const]),
  ] as const;
  for (const [column, value] of shown) {
    draft.put(
      row,
      column,
      value === null ? textCell("", "total") : formulaCell(frame.sumFrom(top, column), value, amount, "total"),
    );
  }
  const main = frame.totalRow;
  putSectionForecasts(frame, forecast);
  draft.put(
    main,
    COLUMN.fullYearBudget,
    formulaCell(frame.sumOf(COLUMN.fullYearBudget), total.fullYearBudget, amount, "total"),
  );
  draft.put(main, COLUMN.forecast, formulaCell(frame.sumOf(COLUMN.forecast), total.chosen, amount, "total"));
  draft.put(
    main,
    COLUMN.forecastDeviation,
    formulaCell(
      frame.favourable(at(main, COLUMN.forecast), at(main, COLUMN.fullYearBudget), frame.signOf(null)),
      total.deviation,
      amount,
      "total",
    ),
  );
  const engine = [
    [COLUMN.forecast, total.chosen, texts.tabs.deviation.forecast],
    [COLUMN.forecastDeviation, total.deviation, texts.tabs.deviation.forecastDeviation],
  ] as const;
  if (total.workedUp !== null) {
    const label = `${frame.totalName}: ${texts.tabs.forecast.workedUp}`;
    frame.engine.push({ label, cell: at(row, WORKED_UP), value: total.workedUp, format: amount });
  }
  for (const [column, value, label] of engine) {
    frame.engine.push({ label: `${frame.totalName}: ${label}`, cell: at(main, column), value, format: amount });
  }
}

/** One small table per version: the same booked outcome against the version's amounts. */
export function putVersions(frame: DeviationFrame): void {
  const { draft, texts, item } = frame;
  const { versions, table } = item.followUp;
  if (versions.length === 0) return;
  const words = texts.tabs.deviationWords;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(words.versionsHeading, "group", { span: deviationColumns.span("line", "share"), align: "left" }),
  );
  let from = 0;
  for (const version of versions) {
    // The versions shown are a selection of the table's, in its order.
    const index = table.versions.findIndex(({ label }, own) => own >= from && label === version.label);
    from = index + 1;
    putVersion(frame, version, versionColumnOf(table.versions, index, texts));
  }
  draft.putText(draft.next, COLUMN.line, words.versionsNote);
}

function putVersion(frame: DeviationFrame, version: VersionFollowUp, column: string): void {
  const { draft, texts, item, sums } = frame;
  const words = texts.tabs.deviationWords;
  subHeadings(frame, version.label, [
    words.outcome,
    words.versionAmount,
    texts.tabs.deviation.deviation,
    texts.tabs.deviation.share,
  ]);
  const top = draft.next;
  item.followUp.table.lines.forEach((line, index) => {
    const row = top + index;
    const result = version.byLine[index] ?? null;
    const key = `$${at(row, COLUMN.lineKey)}`;
    draft.put(row, COLUMN.line, textCell(line, "plain", { wrap: true }));
    draft.put(row, COLUMN.lineKey, numberCell(item.firstLine + index, INTEGER));
    const amounts = sums.booked(column, key, true);
    // A line without the version has no deviation against it, but its outcome is part of the total.
    if (result !== null)
      draft.putRow(
        row,
        COLUMN.outcome,
        frame.deviationCells(row, frame.inLine(COLUMN.outcome, key), amounts, result, { sign: frame.signOf(index) }),
      );
  });
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(frame.totalName, "total"));
  const outcome = at(frame.totalRow, COLUMN.outcome);
  const cells = frame.deviationCells(row, outcome, frame.sumFrom(top, COLUMN.budget), version.total, { look: "total" });
  draft.putRow(row, COLUMN.outcome, frame.isResult ? [...cells.slice(0, -1), textCell("", "total")] : cells);
}
