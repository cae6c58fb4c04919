// src/report/deviation/deviationForecast.ts: the full-year forecast in its three ways, and outcome against other versions of the budget.
import type { VersionFollowUp } from "../../domain/deviation/followUp";
import type { Forecast, LineForecast } from "../../domain/deviation/forecast";
import { at, columnRange, formulaCell, numberCell, textCell } from "../cells";
import { COLUMN, type DeviationFrame, INTEGER } from "./deviationFrame";
import { type Calendar, subHeadings } from "./deviationPeriods";
import { versionColumnOf } from "./underlag";

/** Fills the forecast columns of the table, and shows under it how each way of forecasting comes out. */
export function putForecast(frame: DeviationFrame, calendar: Calendar): void {
  const { draft, texts, item } = frame;
  const { forecast, table } = item.followUp;
  if (forecast === null) return;
  const words = texts.tabs.forecast;
  draft.put(draft.next + 1, COLUMN.line, textCell(words.heading, "group", { span: 5, align: "left" }));
  const bookedMonths = draft.next;
  draft.put(bookedMonths, COLUMN.line, textCell(words.bookedMonths));
  draft.put(bookedMonths, COLUMN.outcome, bookedMonthsCell(frame, forecast, calendar));
  const budgetMonths = bookedMonths + 1;
  draft.put(budgetMonths, COLUMN.line, textCell(words.budgetMonths));
  draft.put(budgetMonths, COLUMN.outcome, numberCell(forecast.budgetMonths, INTEGER));
  const months = { booked: `$${at(bookedMonths, COLUMN.outcome)}`, budget: `$${at(budgetMonths, COLUMN.outcome)}` };
  subHeadings(frame, texts.tabs.deviation.costLine, [words.linear, words.periodised, words.own]);
  const top = draft.next;
  table.lines.forEach((line, index) => {
    const result = forecast.byLine[index];
    if (result === undefined) return;
    draft.put(top + index, COLUMN.line, textCell(line, "plain", { wrap: true }));
    putLine(frame, index, top + index, forecast, result, months);
  });
  putTotals(frame, top, forecast);
  draft.putText(draft.next, COLUMN.line, words.chosen(forecast.method));
}

function bookedMonthsCell(frame: DeviationFrame, forecast: Forecast, { top }: Calendar) {
  const first = Math.min(...forecast.periods);
  const last = Math.max(...forecast.periods);
  const inARow = last - first + 1 === forecast.periods.length;
  if (!frame.sums.inOrder || !inARow) return numberCell(forecast.bookedMonths, INTEGER);
  const [from, to] = [top + first, top + last];
  const formula = `SUMIFS(${columnRange(COLUMN.months, from, to)},${columnRange(COLUMN.periodKey, from, to)},"<="&${frame.bookedCell})`;
  return formulaCell(formula, forecast.bookedMonths, INTEGER);
}

function putLine(
  frame: DeviationFrame,
  index: number,
  row: number,
  forecast: Forecast,
  result: LineForecast,
  months: { readonly booked: string; readonly budget: string },
): void {
  const { draft, texts, item, sums, amount } = frame;
  const { table } = item.followUp;
  const main = frame.top + index;
  const key = `$${at(main, COLUMN.lineKey)}`;
  const { outcome, budget } = texts.tabs.source;
  const booked = sums.overBooked(outcome, key, forecast.periods);
  const own = table.versions.findLastIndex(({ kind }) => kind === "forecast");
  draft.put(row, COLUMN.outcome, formulaCell(`(${booked})*${months.budget}/${months.booked}`, result.linear, amount));
  if (result.periodised !== null) {
    draft.put(
      row,
      COLUMN.budget,
      formulaCell(`${booked}+${sums.overRemaining(budget, key, forecast.periods)}`, result.periodised, amount),
    );
  }
  if (result.own !== null) {
    const column = versionColumnOf(table.versions, own, texts);
    draft.put(row, COLUMN.deviation, formulaCell(sums.overPeriods(column, key, forecast.periods), result.own, amount));
  }
  const chosen = result.own !== null ? COLUMN.deviation : result.periodised !== null ? COLUMN.budget : COLUMN.outcome;
  draft.put(
    main,
    COLUMN.fullYearBudget,
    formulaCell(sums.overPeriods(budget, key, forecast.periods), result.fullYearBudget, amount),
  );
  draft.put(main, COLUMN.forecast, formulaCell(at(row, chosen), result.chosen, amount));
  draft.put(
    main,
    COLUMN.forecastDeviation,
    formulaCell(frame.favourable(at(main, COLUMN.forecast), at(main, COLUMN.fullYearBudget)), result.deviation, amount),
  );
}

function putTotals(frame: DeviationFrame, top: number, { total }: Forecast): void {
  const { draft, texts, amount } = frame;
  const row = draft.next;
  const words = texts.tabs.deviationWords;
  draft.put(row, COLUMN.line, textCell(words.total, "total"));
  const shown = [
    [COLUMN.outcome, total.linear],
    [COLUMN.budget, total.periodised],
    [COLUMN.deviation, total.own],
  ] as const;
  for (const [column, value] of shown) {
    draft.put(
      row,
      column,
      value === null
        ? textCell("", "total")
        : formulaCell(`SUM(${columnRange(column, top, row - 1)})`, value, amount, "total"),
    );
  }
  const main = frame.totalRow;
  const sum = (column: number): string => `SUM(${columnRange(column, frame.top, main - 1)})`;
  draft.put(
    main,
    COLUMN.fullYearBudget,
    formulaCell(sum(COLUMN.fullYearBudget), total.fullYearBudget, amount, "total"),
  );
  draft.put(main, COLUMN.forecast, formulaCell(sum(COLUMN.forecast), total.chosen, amount, "total"));
  draft.put(
    main,
    COLUMN.forecastDeviation,
    formulaCell(
      frame.favourable(at(main, COLUMN.forecast), at(main, COLUMN.fullYearBudget)),
      total.deviation,
      amount,
      "total",
    ),
  );
  const engine = [
    [COLUMN.forecast, total.chosen, texts.tabs.deviation.forecast],
    [COLUMN.forecastDeviation, total.deviation, texts.tabs.deviation.forecastDeviation],
  ] as const;
  for (const [column, value, label] of engine) {
    frame.engine.push({ label: `${words.total}: ${label}`, cell: at(main, column), value, format: amount });
  }
}

/** One small table per version: the same booked outcome against the version's amounts. */
export function putVersions(frame: DeviationFrame): void {
  const { draft, texts, item } = frame;
  const { versions, table } = item.followUp;
  if (versions.length === 0) return;
  const words = texts.tabs.deviationWords;
  draft.put(draft.next + 1, COLUMN.line, textCell(words.versionsHeading, "group", { span: 5, align: "left" }));
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
    const main = frame.top + index;
    const result = version.byLine[index] ?? null;
    draft.put(row, COLUMN.line, textCell(line, "plain", { wrap: true }));
    const amounts = sums.booked(column, `$${at(main, COLUMN.lineKey)}`, true);
    // A line without the version has no deviation against it, but its outcome is part of the total.
    if (result !== null)
      draft.putRow(row, COLUMN.outcome, frame.deviationCells(row, at(main, COLUMN.outcome), amounts, result));
  });
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(words.total, "total"));
  draft.putRow(
    row,
    COLUMN.outcome,
    frame.deviationCells(
      row,
      at(frame.totalRow, COLUMN.outcome),
      `SUM(${columnRange(COLUMN.budget, top, row - 1)})`,
      version.total,
      { look: "total" },
    ),
  );
}
