// src/intake/budget/budgetRows.ts: the rows of one budget table become entries, control totals and rows set aside: every row one of them.
import type { BudgetEntry, ControlTotal, Origin, SeriesBreak, StatedResult } from "../../domain/deviation/budget";
import { type Money, toKr, type Unit } from "../../domain/money";
import type { Period } from "../../domain/period";
import type { Problem, ProblemCode } from "../../domain/problem";
import { type AmountReading, isBadAmount } from "../amount";
import { type AmountCells, amountCellsName, type Body, type BodyRow } from "./budgetBody";
import type { BudgetHeader } from "./header";
import { cellName } from "../../domain/a1";
import type { Grid } from "../grid";
import { isTotalLine } from "./heading";
import { periodIn } from "../periodLabel";
import { periodKey } from "./periods";
import { type Judge, RowSorter, type Stated } from "./rowSorter";
import { figure } from "./figure";

/** A row, or one line × period of it, that is not used. */
export interface SetAside {
  readonly sheet: string;
  readonly cell: string;
  readonly reason: ProblemCode;
  readonly rows: 1;
}

/** A deviation that the source states beside an outcome and a budget, to learn which way round it counts. */
export interface StatedDeviation {
  readonly outcome: number;
  readonly budget: number;
  readonly stated: number;
}

/** One initiative's rows, before unit and sign are attached. */
export interface Sorted {
  readonly lines: readonly string[];
  readonly periods: readonly Period[];
  readonly entries: readonly BudgetEntry[];
  /**
   * The very cell of an entry's amount, by index into `entries`; a number is a version. The row's line cell where the table has no such
   * column for the period.
   */
  readonly cellOf: (entry: number, measure: "outcome" | "budget" | number) => string;
  readonly controlTotals: readonly ControlTotal[];
  readonly results: readonly StatedResult[];
  readonly seriesBreaks: readonly SeriesBreak[];
  readonly statedDeviations: readonly StatedDeviation[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

/** Sorts one initiative's rows of a table in `unit`, as `judge` says what they are. Amounts in kr. */
export function sortRows(
  grid: Grid,
  header: BudgetHeader,
  body: Body,
  { rows, unit, judge }: { readonly rows: readonly BodyRow[]; readonly unit: Unit; readonly judge: Judge },
): Sorted {
  const sorter = new RowSorter(grid, header, body, rows, unit, judge);
  sorter.sort();
  const used = new Set(sorter.entries.map(({ period }) => periodKey(period)));
  const periods = sorter.settled().leaves.filter((period) => used.has(periodKey(period)));
  const lines = [...new Set(sorter.entries.map(({ body: { line } }) => line ?? ""))];
  const lineIndex = new Map(lines.map((line, index) => [line, index]));
  const periodIndex = new Map(periods.map((period, index) => [periodKey(period), index]));
  const entries = sorter.entries.map(({ body: row, amounts, period }): BudgetEntry => ({
    line: lineIndex.get(row.line ?? "") ?? 0,
    period: periodIndex.get(periodKey(period)) ?? 0,
    account: row.account,
    party: row.party,
    outcome: good(amounts.outcome),
    budget: good(amounts.budget),
    versions: header.versions.map((_, index) => good(amounts.versions[index] ?? null)),
    origin: originOf(grid, row.row, [amounts.group.outcome, amounts.group.budget]),
    remark: row.remark,
  }));
  const totals = sorter.stated
    .filter(({ sum }) => sum?.result !== true)
    .flatMap((stated) => controlsOf(grid, stated, lineIndex, periodIndex));
  const results = sorter.stated
    .filter(({ sum }) => sum?.result === true)
    .flatMap((stated) =>
      controlsOf(grid, stated, lineIndex, periodIndex).map((control): StatedResult => ({
        ...control,
        label: stated.body.line ?? "",
      })),
    );
  return {
    lines,
    periods,
    controlTotals: totals,
    results,
    seriesBreaks: breaksIn(grid, header, sorter, entries, periods),
    cellOf: (index, measure) => sorter.cellOf(index, measure),
    entries: withWholeVersions(header, sorter, entries),
    statedDeviations: sorter.stated.flatMap(({ amounts, compared }) => deviationStated({ ...amounts, ...compared })),
    setAside: sorter.setAside,
    problems: sorter.problems,
  };
}

function good(reading: AmountReading): Money | null {
  return isBadAmount(reading) ? null : reading;
}

function originOf(grid: Grid, row: number, columns: readonly number[]): Origin {
  return { workbook: null, sheet: grid.sheet, cells: amountCellsName(row, columns) };
}

function deviationStated({ outcome, budget, deviation }: AmountCells): readonly StatedDeviation[] {
  if (
    deviation === null ||
    isBadAmount(deviation) ||
    isBadAmount(outcome) ||
    isBadAmount(budget) ||
    (outcome === null && budget === null)
  )
    return [];
  return [
    {
      outcome: outcome === null ? 0 : figure(outcome),
      budget: budget === null ? 0 : figure(budget),
      stated: figure(deviation),
    },
  ];
}

function controlsOf(
  grid: Grid,
  { body, amounts, periods, lines, sum }: Stated,
  lineIndex: ReadonlyMap<string, number>,
  periodIndex: ReadonlyMap<string, number>,
): readonly ControlTotal[] {
  const ofLines = (lines ?? [...lineIndex.keys()]).flatMap((line) => lineIndex.get(line) ?? []);
  const ofPeriods =
    periods === null
      ? [...periodIndex.values()]
      : periods.flatMap((period) => periodIndex.get(periodKey(period)) ?? []);
  if (ofLines.length === 0 || ofPeriods.length === 0) return [];
  const isEntry =
    lines?.length === 1 &&
    periods?.length === 1 &&
    body.line === lines[0] &&
    (body.chosen === "line" || !isTotalLine(lines[0]));
  return (["outcome", "budget", "deviation"] as const).flatMap((measure) => {
    const stated = amounts[measure];
    if (stated === null || isBadAmount(stated) || (isEntry && measure !== "deviation")) return [];
    const origin = originOf(grid, body.row, [amounts.group[measure]]);
    const signs = sum?.lines.length === ofLines.length ? { signs: sum.signs } : {};
    return [{ origin, measure, lines: ofLines, periods: ofPeriods, stated: toKr(stated), ...signs }];
  });
}

/** A long row's break stands at its period; a wide row's at the period that its words name, if any. Accounts of a line say it once. */
function breaksIn(
  grid: Grid,
  header: BudgetHeader,
  sorter: RowSorter,
  entries: readonly BudgetEntry[],
  periods: readonly Period[],
): readonly SeriesBreak[] {
  const breaks = new Map<string, SeriesBreak>();
  sorter.entries.forEach(({ body: { seriesBreak: text, row } }, index) => {
    const entry = entries[index];
    if (text === null || entry === undefined) return;
    const named = header.layout === "long" ? null : periodIn(text, header.contextYear);
    const from = named === null ? -1 : periods.findIndex(({ to }) => to >= named.from);
    const period = header.layout === "long" ? entry.period : from < 0 ? null : from;
    const key = `${entry.line}|${period}|${text}`;
    const origin = { workbook: null, sheet: grid.sheet, cells: cellName(row, header.keys["series-break"]) };
    if (!breaks.has(key)) breaks.set(key, { line: entry.line, period, text, origin });
  });
  return [...breaks.values()].sort((a, b) => a.line - b.line);
}

/**
 * A figure for all of the line's periods (`Helårsprognos`) stands on the last of its entries. What is worked up stands on the last one
 * that is booked: it is no sign that any later period has begun.
 */
function withWholeVersions(
  header: BudgetHeader,
  sorter: RowSorter,
  entries: readonly BudgetEntry[],
): readonly BudgetEntry[] {
  if (header.wholeVersions.length === 0) return entries;
  const booked = entries.reduce((last, { outcome, period }) => (outcome === null ? last : Math.max(last, period)), -1);
  const byRow = new Map<number, number[]>();
  sorter.entries.forEach(({ body }, index) => {
    const own = byRow.get(body.row);
    if (own === undefined) byRow.set(body.row, [index]);
    else own.push(index);
  });
  const result = [...entries];
  const periodOf = (index: number): number => entries[index]?.period ?? 0;
  for (const [row, own] of byRow) {
    own.sort((a, b) => periodOf(a) - periodOf(b));
    for (const { version, column } of header.wholeVersions) {
      const reading = sorter.wholeAmount(row, column);
      const last =
        header.versions[version]?.kind === "worked-up"
          ? (own.findLast((index) => periodOf(index) <= booked) ?? own[0])
          : own.at(-1);
      const entry = last === undefined ? undefined : result[last];
      if (reading === null || last === undefined || entry === undefined) continue;
      result[last] = { ...entry, versions: entry.versions.map((amount, at) => (at === version ? reading : amount)) };
    }
  }
  return result;
}
