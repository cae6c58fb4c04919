// src/report/deviation/underlagSums.ts: formulas that sum Underlag: which rows count for a line, a period or everything booked.
// All criteria are integers: text criteria in SUMIFS read `Köp*` and `>5` as patterns and ignore case.
import type { Forecast } from "../../domain/deviation/forecast";
import type { UnderlagHeadings } from "../../text/tabs";
import type { Numbered } from "./numbered";

export const UNDERLAG_TABLE = "tblBudget";

/** A column of the source table, as a structured reference. */
export function underlagColumn(name: string): string {
  return `${UNDERLAG_TABLE}[${name}]`;
}

/** Consecutive numbers as from–to pairs. */
function runs(numbers: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found;
}

/** The periods of the year that is forecast, and those that are neither booked nor worked up, as indices. */
type ForecastPeriods = Pick<Forecast, "periods" | "remaining">;

/** The line whose number stands in a cell, a run of the table's lines (indices, both included), or all (null). */
type Lines = string | { readonly from: number; readonly to: number } | null;

export class UnderlagSums {
  /** Periods are booked up to a number, as in nearly every table; else some overlap and the run's own list is used. */
  readonly inOrder: boolean;

  constructor(
    private readonly item: Numbered,
    private readonly headings: UnderlagHeadings,
    /** The cell that holds the number of the last booked period. */
    private readonly bookedCell: string,
  ) {
    const { booked, budgetParts, lastBooked } = item.followUp;
    this.inOrder =
      booked.every((is, index) => is === index <= lastBooked) && budgetParts.every((part) => part === null);
  }

  /** Number of the last booked period, 0 when nothing is booked. */
  bookedFormula(): string {
    const { firstLine, followUp } = this.item;
    const line = underlagColumn(this.headings.lineNumber);
    const last = firstLine + followUp.table.lines.length - 1;
    return (
      `SUMPRODUCT(MAX((${line}>=${firstLine})*(${line}<=${last})` +
      `*(${underlagColumn(this.headings.outcome)}<>"")*${underlagColumn(this.headings.periodNumber)}))`
    );
  }

  /** `column` for the line whose number stands in `lineCell`, over the booked periods; `shares`: parts of longer periods too. */
  booked(column: string, lineCell: string, shares: boolean): string {
    if (this.inOrder) return this.sumifs(column, [this.line(lineCell), this.period(`"<="&${this.bookedCell}`)]);
    const { booked, budgetParts } = this.item.followUp;
    const plain = this.overPeriods(
      column,
      lineCell,
      booked.flatMap((is, index) => (is ? [index] : [])),
    );
    if (!shares) return plain;
    return budgetParts.reduce((formula, _, period) => `${formula}${this.part(column, lineCell, period)}`, plain);
  }

  /** `column` for a line over the given periods (indices); 0 for none. */
  overPeriods(column: string, lines: Lines, periods: readonly number[]): string {
    const line = this.linesIn(lines);
    const terms = runs(periods.map((index) => this.item.firstPeriod + index)).map(({ from, to }) =>
      from === to
        ? this.sumifs(column, [...line, this.period(String(from))])
        : this.sumifs(column, [...line, this.period(`">=${from}"`), this.period(`"<=${to}"`)]),
    );
    return terms.length === 0 ? "0" : terms.join("+");
  }

  /** Number of the last of `periods` (indices, in a row) that is booked or that `columns` hold amounts for. */
  workedFormula(columns: readonly string[], periods: readonly number[]): string {
    const { firstLine, followUp } = this.item;
    const line = underlagColumn(this.headings.lineNumber);
    const last = firstLine + followUp.table.lines.length - 1;
    const number = underlagColumn(this.headings.periodNumber);
    const given = columns.map((column) => `(${underlagColumn(column)}<>"")`).join("+");
    return (
      `MAX(${this.bookedCell},SUMPRODUCT(MAX((${line}>=${firstLine})*(${line}<=${last})` +
      `*(${number}<=${this.item.firstPeriod + Math.max(...periods)})*((${given})>0)*${number})))`
    );
  }

  /** As `overPeriods`, only those up to the number in `doneCell`; where periods overlap the run's own list. */
  overDone(column: string, lineCell: string, { periods, remaining }: ForecastPeriods, doneCell: string): string {
    if (!this.inOrder)
      return this.overPeriods(
        column,
        lineCell,
        periods.filter((index) => !remaining.includes(index)),
      );
    return this.overRuns(column, lineCell, periods, ({ from, to }) => [
      this.period(`">=${from}"`),
      this.period(`"<="&MIN(${to},${doneCell})`),
    ]);
  }

  /** As `overDone`, those after it. */
  overRemaining(column: string, lineCell: string, { periods, remaining }: ForecastPeriods, doneCell: string): string {
    if (!this.inOrder) return this.overPeriods(column, lineCell, remaining);
    return this.overRuns(column, lineCell, periods, ({ from, to }) => [
      this.period(`">="&MAX(${from},${doneCell}+1)`),
      this.period(`"<=${to}"`),
    ]);
  }

  private overRuns(
    column: string,
    lineCell: string,
    periods: readonly number[],
    criteria: (run: { readonly from: number; readonly to: number }) => readonly string[],
  ): string {
    return runs(periods.map((index) => this.item.firstPeriod + index))
      .map((run) => this.sumifs(column, [this.line(lineCell), ...criteria(run)]))
      .join("+");
  }

  /** `column` for one line (or some, or all) in the period whose number stands in `periodCell`, with its part of a longer one. */
  inPeriod(column: string, lines: Lines, periodCell: string, period: number, shares: boolean): string {
    const own = this.sumifs(column, [...this.linesIn(lines), this.period(periodCell)]);
    return shares ? own + this.part(column, lines, period) : own;
  }

  /** Number of rows for a line in a period. */
  rowCount(lineCell: string, periodCell: string): string {
    return `COUNTIFS(${this.line(lineCell)},${this.period(periodCell)})`;
  }

  /** Number of amounts that `column` holds for a line in the given periods. */
  amountCount(column: string, lineCell: string, periods: readonly number[]): string {
    return runs(periods.map((index) => this.item.firstPeriod + index))
      .map(({ from, to }) => {
        const criteria = [this.line(lineCell), this.period(`">=${from}"`), this.period(`"<=${to}"`)];
        return `COUNTIFS(${criteria.join(",")},${underlagColumn(column)},"<>")`;
      })
      .join("+");
  }

  /** As `overLinesAndPeriods`, some of the lines taken away: what a result is. `weights`: per line. */
  netOverLinesAndPeriods(
    column: string,
    lines: readonly number[],
    weights: readonly (1 | -1)[],
    periods: readonly number[],
  ): string {
    const of = (weight: 1 | -1): string =>
      this.overLinesAndPeriods(
        column,
        lines.filter((_, at) => (weights[at] ?? 1) === weight),
        periods,
      );
    return weights.includes(-1) ? `(${of(1)})-(${of(-1)})` : of(1);
  }

  /** `column` over lines and periods given as indices: what a stated total sums. */
  overLinesAndPeriods(column: string, lines: readonly number[], periods: readonly number[]): string {
    const terms = runs(lines.map((index) => this.item.firstLine + index)).flatMap((line) =>
      runs(periods.map((index) => this.item.firstPeriod + index)).map((period) =>
        this.sumifs(column, [
          this.line(`">=${line.from}"`),
          this.line(`"<=${line.to}"`),
          this.period(`">=${period.from}"`),
          this.period(`"<=${period.to}"`),
        ]),
      ),
    );
    return terms.length === 0 ? "0" : terms.join("+");
  }

  private part(column: string, lines: Lines, period: number): string {
    const part = this.item.followUp.budgetParts[period];
    if (part === null || part === undefined) return "";
    return `+${this.overPeriods(column, lines, [part.source])}*${part.months}/${part.of}`;
  }

  private linesIn(lines: Lines): readonly string[] {
    if (lines === null) return [];
    if (typeof lines === "string") return [this.line(lines)];
    const { firstLine } = this.item;
    return [this.line(`">=${firstLine + lines.from}"`), this.line(`"<=${firstLine + lines.to}"`)];
  }

  private line(criterion: string): string {
    return `${underlagColumn(this.headings.lineNumber)},${criterion}`;
  }

  private period(criterion: string): string {
    return `${underlagColumn(this.headings.periodNumber)},${criterion}`;
  }

  private sumifs(column: string, criteria: readonly string[]): string {
    return `SUMIFS(${underlagColumn(column)},${criteria.join(",")})`;
  }
}
