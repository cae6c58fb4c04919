// src/intake/budget/rowSorter.ts: decides for each row of a table, and each period of it, whether it is an entry, a total or set aside.
import { KR_PER_UNIT, type Money, type Unit } from "../../domain/money";
import { contains, type Period, yearOf } from "../../domain/period";
import { problem, type Problem, type ProblemCode, type ProblemParams } from "../../domain/problem";
import { type BadAmount, isBadAmount, isDashText, readAmount } from "../amount";
import { type AmountCells, amountCellsName, type Body, type BodyRow } from "./budgetBody";
import { type BudgetHeader, type ColumnGroup, isPeriod } from "./header";
import type { SetAside } from "./budgetRows";
import { cellName } from "../../domain/a1";
import type { Grid } from "../grid";
import { fitPeriods, periodKey } from "./periods";
import type { RowVerdict, SumVerdict } from "./statementRows";
import { figure } from "./figure";
import { isTotalLine } from "./heading";

/** One line × period that is used. */
export interface Entry {
  readonly body: BodyRow;
  readonly amounts: AmountCells;
  readonly period: Period;
}

/** Totals that the source states, with what they sum. */
export interface Stated {
  readonly body: BodyRow;
  readonly amounts: AmountCells;
  /** Null: all periods. */
  readonly periods: readonly Period[] | null;
  readonly lines: readonly string[] | null;
  /** What a deviation is stated of, where its outcome or its budget stands under another period; else `amounts`. */
  readonly compared?: Pick<AmountCells, "outcome" | "budget">;
  /** The row is a sum of others; null: a line, or a sum over its periods. */
  readonly sum: SumVerdict | null;
}

/** What the rows are, once the periods are known. */
export type Judge = (leaves: readonly Period[]) => ReadonlyMap<BodyRow, RowVerdict>;

/** Collects one initiative's rows of a table. A class because every step adds to the same lists. */
export class RowSorter {
  readonly problems: Problem[] = [];
  readonly setAside: SetAside[] = [];
  readonly entries: Entry[] = [];
  readonly stated: Stated[] = [];
  private readonly spans = new Map<string, Period>();
  private containers: ReadonlyMap<string, readonly Period[]> = new Map();
  private leaves: readonly Period[] = [];
  /** Spans of years before the first that has a budget: nothing to set their outcome against. */
  private unbudgeted: ReadonlySet<string> = new Set();
  /** Spans of years before the first that has a column for outcome, which have none themselves: an earlier budget beside the table. */
  private unfollowed: ReadonlySet<string> = new Set();
  private readonly totalGroups = new Set<ColumnGroup>();
  /** The rounding that each addend of a total may carry, in kr. */
  private readonly halfUnit: number;

  constructor(
    private readonly grid: Grid,
    private readonly header: BudgetHeader,
    private readonly body: Body,
    private readonly rows: readonly BodyRow[],
    private readonly unit: Unit,
    private readonly judge: Judge,
  ) {
    this.halfUnit = KR_PER_UNIT[unit] / 2;
  }

  sort(): void {
    this.settleUnnamedGroups();
    this.settlePeriods();
    const verdicts = this.judge(this.leaves);
    for (const row of this.rows) this.place(row, verdicts.get(row) ?? { is: "line" });
  }

  settled(): { leaves: readonly Period[] } {
    return { leaves: this.leaves };
  }

  say<Code extends ProblemCode>(code: Code, cell: string, params: ProblemParams[Code]): void {
    this.problems.push(problem(code, { sheet: this.grid.sheet, cell }, params));
  }

  leaveOut<Code extends ProblemCode>(code: Code, cell: string, params: ProblemParams[Code]): void {
    this.setAside.push({ sheet: this.grid.sheet, cell, reason: code, rows: 1 });
    this.say(code, cell, params);
  }

  cellOf(index: number, measure: "outcome" | "budget" | number): string {
    const entry = this.entries[index];
    if (entry === undefined) return "";
    const { group } = entry.amounts;
    const column =
      typeof measure === "string"
        ? group[measure]
        : (group.versions[measure] ??
          this.header.wholeVersions.find(({ version }) => version === measure)?.column ??
          -1);
    return column < 0 ? this.lineCell(entry.body) : cellName(entry.body.row, column);
  }

  private lineCell(row: BodyRow): string {
    return cellName(row.row, this.body.lineColumn);
  }

  private periodCell(row: BodyRow): string {
    const { period, year, "part-of-year": part } = this.header.keys;
    return cellName(row.row, [year, period, part].find((column) => column >= 0) ?? this.body.lineColumn);
  }

  /** Columns without a label are a block of totals when every row of them is the sum of its row; else they are left unread, and that is said. */
  private settleUnnamedGroups(): void {
    const usable = this.header.groups.filter(({ period }) => typeof period === "object" && !("kind" in period));
    for (const { cell, outcome } of this.header.groups.filter(({ period }) => period === "part"))
      this.say("part-of-accumulated", cell, { heading: this.header.headings.get(outcome) ?? "" });
    for (const group of this.header.groups.filter(({ period }) => period === "unnamed")) {
      const checked = this.rows.flatMap((row) => {
        const stated = row.amounts.find((amounts) => amounts.group === group);
        return stated === undefined ? [] : [this.sumsItsRow(row, stated, usable)];
      });
      if (checked.length > 0 && checked.every(Boolean)) this.totalGroups.add(group);
      else if (checked.length > 0) this.say("unreadable-period", group.cell, { text: "" });
    }
  }

  private sumsItsRow(row: BodyRow, stated: AmountCells, usable: readonly ColumnGroup[]): boolean {
    return (["outcome", "budget"] as const).every((measure) => {
      const total = stated[measure];
      if (total === null) return true;
      if (isBadAmount(total)) return false;
      const parts = row.amounts.filter(({ group }) => usable.includes(group)).map((amounts) => amounts[measure]);
      const sum = parts.reduce<number>((all, part) => all + (part === null || isBadAmount(part) ? 0 : figure(part)), 0);
      return parts.length > 1 && Math.abs(sum - figure(total)) <= this.halfUnit * parts.length + 0.001;
    });
  }

  private isTotalGroup(group: ColumnGroup): boolean {
    return group.period === "total" || this.totalGroups.has(group);
  }

  private settlePeriods(): void {
    const add = (period: Period): void => {
      const key = periodKey(period);
      if (!this.spans.has(key)) this.spans.set(key, period);
    };
    for (const { period } of this.header.groups) if (isPeriod(period)) add(period);
    for (const row of this.rows) if (row.period?.kind === "period" && row.amounts.length > 0) add(row.period.period);
    const { outcome, budget } = this.spansWith();
    const first = Math.min(...[...this.spans].flatMap(([key, { from }]) => (budget.has(key) ? [yearOf(from)] : [])));
    this.unbudgeted = new Set(
      [...this.spans].flatMap(([key, { to }]) => (first < Infinity && yearOf(to) < first ? [key] : [])),
    );
    this.unfollowed = this.budgetsBefore();
    const fit = fitPeriods([...this.spans.values()], (outer, inner) => {
      const [out, within] = [periodKey(outer), periodKey(inner)];
      return !outcome.has(out) && budget.has(out) && outcome.has(within) && !budget.has(within);
    });
    const conflict = fit.conflict ?? this.uncoveredContainer(fit.containers);
    const cell = cellName(this.header.top, this.header.left);
    if (conflict !== null)
      this.say("overlapping-periods", cell, { first: conflict[0].label, second: conflict[1].label });
    this.leaves = fit.leaves;
    this.containers = fit.conflict === null ? fit.containers : new Map();
    if (conflict !== null) return;
    for (const group of this.header.groups) {
      const parts = this.partsOf(group.period);
      if (parts !== null)
        this.say("period-already-counted", group.cell, {
          period: labelOf(group.period),
          parts: parts.map(({ label }) => label).join(", "),
        });
    }
  }

  private budgetsBefore(): ReadonlySet<string> {
    const of = (has: (group: ColumnGroup) => boolean): readonly Period[] =>
      this.header.groups.flatMap((group) => (isPeriod(group.period) && has(group) ? [group.period] : []));
    const first = Math.min(...of(({ outcome }) => outcome >= 0).map(({ from }) => yearOf(from)));
    const before = of(({ outcome }) => outcome < 0).filter(({ to }) => first < Infinity && yearOf(to) < first);
    return new Set(before.map(periodKey));
  }

  /** The spans in which any line has an outcome, and those in which any has a budget. */
  private spansWith(): Readonly<Record<"outcome" | "budget", ReadonlySet<string>>> {
    const found = { outcome: new Set<string>(), budget: new Set<string>() };
    for (const row of this.rows) {
      for (const amounts of row.amounts) {
        const period =
          this.header.layout === "long" && row.period?.kind === "period" ? row.period.period : amounts.group.period;
        if (typeof period !== "object" || "kind" in period) continue;
        if (amounts.outcome !== null) found.outcome.add(periodKey(period));
        if (amounts.budget !== null) found.budget.add(periodKey(period));
      }
    }
    return found;
  }

  /** A year column with a budget beside months without one is no sum of theirs: it cannot be a control total. */
  private uncoveredContainer(containers: ReadonlyMap<string, readonly Period[]>): readonly [Period, Period] | null {
    if (this.header.layout !== "wide") return null;
    const groupOf = (period: Period): ColumnGroup | undefined =>
      this.header.groups.find(
        (group) =>
          typeof group.period === "object" &&
          !("kind" in group.period) &&
          periodKey(group.period) === periodKey(period),
      );
    for (const [key, parts] of containers) {
      const container = this.spans.get(key);
      const group = container === undefined ? undefined : groupOf(container);
      for (const measure of ["outcome", "budget"] as const) {
        if (container === undefined || group === undefined || group[measure] < 0) continue;
        const without = parts.find((part) => (groupOf(part)?.[measure] ?? -1) < 0);
        if (without !== undefined) return [container, without];
      }
    }
    return null;
  }

  private partsOf(period: ColumnGroup["period"]): readonly Period[] | null {
    return typeof period === "object" && !("kind" in period) ? (this.containers.get(periodKey(period)) ?? null) : null;
  }

  private place(row: BodyRow, verdict: RowVerdict): void {
    if (row.keyError !== null)
      return this.leaveOut("error-in-key", cellName(row.row, row.keyError.column), { error: row.keyError.error });
    if (verdict.is === "sum") return this.placeTotal(row, verdict);
    if (verdict.is === "aside") return this.leaveOut(verdict.code, this.lineCell(row), { line: row.line ?? "" });
    if (row.amounts.length === 0) return this.leaveOut("no-amounts", this.lineCell(row), { line: row.line ?? "" });
    if (row.line === null) return this.leaveOut("missing-cost-line", this.lineCell(row), {});
    if (this.header.layout === "long") return this.placeLong(row, row.line);
    let placed = 0;
    for (const amounts of row.amounts) placed += this.placeWide(row, row.line, amounts) ? 1 : 0;
    if (placed === 0) this.leaveOut("no-amounts", this.lineCell(row), { line: row.line });
  }

  private placeTotal(row: BodyRow, verdict: SumVerdict): void {
    this.leaveOut(verdict.whole ? "total-row" : "subtotal-row", this.lineCell(row), { line: row.line ?? "" });
    const { lines } = verdict;
    if (lines.length === 0) return;
    for (const amounts of row.amounts) {
      const periods =
        this.header.layout === "wide" ? this.statedPeriods(amounts.group) : longPeriods(row, this.containers);
      if (periods !== undefined) this.state(row, amounts, periods, lines, verdict);
    }
  }

  /** A deviation whose outcome and budget stand under different periods (`Återstår` of `Årsbudget`) is stated of both. */
  private state(
    row: BodyRow,
    amounts: AmountCells,
    periods: readonly Period[] | null,
    lines: readonly string[],
    sum: SumVerdict | null = null,
  ): void {
    const { group } = amounts;
    const whole = this.header.layout === "wide" && group.deviation >= 0 ? this.wholeAround(group) : null;
    if (whole === null) {
      this.stated.push({ body: row, amounts, periods, lines, sum });
      return;
    }
    const around = row.amounts.find((other) => other.group === whole);
    const compared = { outcome: amounts.outcome, budget: around?.budget ?? null };
    const both = [...(periods ?? []), ...(isPeriod(whole.period) ? [whole.period] : [])];
    const none = { outcome: null, budget: null };
    this.stated.push({ body: row, amounts: { ...amounts, ...none }, periods: both, lines, compared, sum });
    this.stated.push({ body: row, amounts: { ...amounts, deviation: null }, periods, lines, sum });
  }

  /** The group with the budget of a longer period, for one with outcome and deviation only. */
  private wholeAround({ period, outcome, budget }: ColumnGroup): ColumnGroup | null {
    if (outcome < 0 || budget >= 0 || !isPeriod(period)) return null;
    const isAround = (other: ColumnGroup): boolean =>
      other.budget >= 0 && other.outcome < 0 && isPeriod(other.period) && contains(other.period, period);
    return this.header.groups.find(isAround) ?? null;
  }

  /** Null: all periods; undefined: not to be compared. */
  private statedPeriods(group: ColumnGroup): readonly Period[] | null | undefined {
    if (this.isTotalGroup(group)) return null;
    if (typeof group.period === "string" || "kind" in group.period) return undefined;
    return this.partsOf(group.period) ?? [group.period];
  }

  private placeLong(row: BodyRow, line: string): void {
    const amounts = row.amounts[0];
    const { period } = row;
    if (amounts === undefined || period === null) return;
    if (period.kind === "total") {
      this.stated.push({ body: row, amounts, periods: null, lines: [line], sum: null });
      return this.leaveOut("total-row", this.lineCell(row), { line });
    }
    if (period.kind === "missing") {
      if (row.chosen === "line" || !isTotalLine(line))
        return this.leaveOut("unreadable-period", this.periodCell(row), { text: "" });
      const summed = this.summedAbove(row);
      if (summed !== null) this.stated.push({ body: row, amounts, ...summed, sum: null });
      return this.leaveOut("total-row", this.lineCell(row), { line });
    }
    if (period.kind !== "period")
      return this.leaveOut(period.kind === "unreadable" ? "unreadable-period" : period.kind, this.periodCell(row), {
        text: period.text,
      });
    const parts = this.containers.get(periodKey(period.period));
    if (parts !== undefined) {
      this.stated.push({ body: row, amounts, periods: parts, lines: [line], sum: null });
      return this.leaveOut("period-already-counted", this.periodCell(row), {
        period: period.period.label,
        parts: parts.map(({ label }) => label).join(", "),
      });
    }
    this.placeEntry(row, line, amounts, this.spans.get(periodKey(period.period)) ?? period.period);
  }

  /**
   * What a total of a long table sums that names no period: the rows since the last such total, or all above where it stands right below
   * one; null: they are no block of whole lines and periods, which could not be compared.
   */
  private summedAbove(total: BodyRow): Pick<Stated, "lines" | "periods"> | null {
    const isTotal = ({ line, period }: BodyRow): boolean =>
      period?.kind === "missing" && line !== null && isTotalLine(line);
    const above = this.rows.filter(({ row, amounts }) => row < total.row && amounts.length > 0);
    const since = above.slice(above.findLastIndex(isTotal) + 1);
    const own = (since.length > 0 ? since : above).filter((row) => !isTotal(row));
    const lines = new Set<string>();
    const periods = new Map<string, Period>();
    for (const { line, period } of own) {
      if (line === null || period?.kind !== "period") return null;
      lines.add(line);
      periods.set(periodKey(period.period), period.period);
    }
    const within = this.rows.filter(
      ({ line, period, amounts }) =>
        amounts.length > 0 &&
        line !== null &&
        lines.has(line) &&
        period?.kind === "period" &&
        periods.has(periodKey(period.period)),
    );
    return own.length === 0 || within.length !== own.length
      ? null
      : { lines: [...lines], periods: [...periods.values()] };
  }

  /** True when the cells were one line × period, used or set aside; false when they are totals or without outcome and budget. */
  private placeWide(row: BodyRow, line: string, amounts: AmountCells): boolean {
    const { group } = amounts;
    const { period } = group;
    if (this.isTotalGroup(group) || this.partsOf(period) !== null) {
      const periods = this.statedPeriods(group) ?? null;
      this.stated.push({ body: row, amounts, periods, lines: [line], sum: null });
      return false;
    }
    if (typeof period === "string") return false;
    if (amounts.outcome === null && amounts.budget === null && amounts.versions.every((version) => version === null))
      return false;
    if ("kind" in period) {
      const code = period.kind === "unreadable" ? "unreadable-period" : period.kind;
      this.leaveOut(code, this.amountCell(row, group), { text: period.text });
    } else {
      this.placeEntry(row, line, amounts, period);
    }
    return true;
  }

  private amountCell(row: BodyRow, group: ColumnGroup): string {
    return amountCellsName(row.row, [group.outcome, group.budget]) || this.lineCell(row);
  }

  private placeEntry(row: BodyRow, line: string, amounts: AmountCells, period: Period): void {
    const { group } = amounts;
    if (this.unbudgeted.has(periodKey(period)))
      return this.leaveOut("outcome-without-budget", this.amountCell(row, group), { line, period: period.label });
    if (this.unfollowed.has(periodKey(period)))
      return this.leaveOut("budget-without-outcome", this.amountCell(row, group), { line, period: period.label });
    const bad = isBadAmount(amounts.outcome)
      ? ([amounts.outcome, group.outcome] as const)
      : isBadAmount(amounts.budget)
        ? ([amounts.budget, group.budget] as const)
        : null;
    if (bad !== null) {
      this.setAside.push({ sheet: this.grid.sheet, cell: cellName(row.row, bad[1]), reason: bad[0].code, rows: 1 });
      this.sayBad(row.row, bad[1], bad[0]);
      return;
    }
    if (amounts.outcome === null && amounts.budget === null && amounts.versions.every((version) => version === null)) {
      return this.leaveOut("no-amounts", this.lineCell(row), { line });
    }
    amounts.versions.forEach((version, index) => {
      if (isBadAmount(version)) this.sayBad(row.row, group.versions[index] ?? -1, version);
    });
    for (const column of [group.outcome, group.budget]) {
      const value = column < 0 ? null : this.grid.values[row.row]?.[column];
      if (typeof value === "string" && isDashText(value))
        this.say("dash-as-zero", cellName(row.row, column), { line, period: period.label });
    }
    this.entries.push({ body: row, amounts, period });
    if (amounts.deviation !== null && !isBadAmount(amounts.deviation)) this.state(row, amounts, [period], [line]);
  }

  /** A figure outside the groups; null when empty or unreadable, which is said. */
  wholeAmount(row: number, column: number): Money | null {
    const unit = this.header.columnUnits?.get(column) ?? this.unit;
    const reading = readAmount(this.grid.values[row]?.[column], () => this.grid.format(row, column), unit);
    if (isBadAmount(reading)) this.sayBad(row, column, reading);
    return isBadAmount(reading) ? null : reading;
  }

  private sayBad(row: number, column: number, bad: BadAmount): void {
    const cell = cellName(row, column);
    const heading = this.header.headings.get(column) ?? "";
    if (bad.code === "error-in-amount") this.say(bad.code, cell, { error: bad.text, heading });
    else if (bad.code === "date-in-amount" || bad.code === "boolean-in-amount" || bad.code === "not-calculated")
      this.say(bad.code, cell, { heading });
    else this.say(bad.code, cell, { text: bad.text, heading });
  }
}

function labelOf(period: ColumnGroup["period"]): string {
  return typeof period === "object" && !("kind" in period) ? period.label : "";
}

function longPeriods(
  row: BodyRow,
  containers: ReadonlyMap<string, readonly Period[]>,
): readonly Period[] | null | undefined {
  if (row.period === null || row.period.kind === "missing" || row.period.kind === "total") return null;
  if (row.period.kind !== "period") return undefined;
  return containers.get(periodKey(row.period.period)) ?? [row.period.period];
}
