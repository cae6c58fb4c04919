// src/intake/budget/columnGroups.ts: which measure columns of a wide table belong together, and to which period.
import type { Version } from "../../domain/deviation/budget";
import { monthIndex, monthText, overlaps, type Period, yearOf } from "../../domain/period";
import {
  type BudgetHeader,
  type ColumnGroup,
  type HeaderContext,
  isPeriod,
  type MeasureColumn,
  type Segment,
} from "./header";
import { folded } from "../../domain/lookupKey";
import { cellName } from "../../domain/a1";
import type { LabelRow } from "./headerLabels";
import type { MeasureHeading } from "./measureHeading";
import { periodIn, type PeriodReading, readPeriodText } from "../periodLabel";

/** The same for columns of one version: its kind, and its date where the heading has one. */
export function versionKey({ version, rest }: MeasureHeading): string {
  const dated = /\d{4}-\d{2}-\d{2}/u.test(rest);
  return `${version?.kind ?? ""}|${dated ? folded(rest) : ""}`;
}

type Built = Pick<BudgetHeader, "groups" | "versions" | "wholeVersions">;

/** Puts every measure column under its period: one group per period, one for totals. */
export function groupsOf(
  segment: Segment,
  measures: readonly MeasureColumn[],
  labels: LabelRow | null,
  context: HeaderContext,
): Built {
  const groups = new Map<string, ColumnGroup>();
  const versions: Version[] = [];
  const versionKeys: string[] = [];
  const wholeVersions: { version: number; column: number }[] = [];
  const title = titlePeriod(context);
  const periodOf = periodFinder(measures, labels, context, title);
  const ranked = withoutStandIns(measures, (each) => groupKey(periodOf(each)));
  for (const each of ranked) {
    if (each.measure === "share") continue;
    const period = periodOf(each);
    const key = groupKey(period);
    const group = groups.get(key) ?? {
      period,
      cell: cellName(labels?.row ?? segment.row, each.column),
      outcome: -1,
      budget: -1,
      deviation: -1,
      versions: [],
    };
    const { part } = each.heading;
    if (
      (each.measure === "outcome" || each.measure === "budget") &&
      (part === "income" || part === "cost") &&
      hasNet(ranked, each)
    ) {
      const gross = (group.gross ??= {});
      (gross[each.measure] ??= { income: -1, cost: -1 })[part] = each.column;
      groups.set(key, group);
      continue;
    }
    if (each.measure === "version") {
      let version = versionKeys.indexOf(versionKey(each.heading));
      if (version < 0) {
        version = versions.length;
        versionKeys.push(versionKey(each.heading));
        if (each.heading.version !== null) versions.push(each.heading.version);
      }
      if (
        typeof period === "string" ||
        "kind" in period ||
        !carriesEntries(measures, periodOf, period) ||
        isWholeWorkedUp(each, measures, labels, context.contextYear)
      )
        wholeVersions.push({ version, column: each.column });
      else group.versions[version] = each.column;
      if (groups.has(key) || group.versions.length > 0) groups.set(key, group);
      continue;
    }
    if (group[each.measure] < 0) group[each.measure] = each.column;
    else if (period !== "total") {
      const extra = `${key}#${each.column}`;
      groups.set(extra, {
        ...group,
        outcome: -1,
        budget: -1,
        deviation: -1,
        versions: [],
        [each.measure]: each.column,
      });
      continue;
    }
    groups.set(key, group);
  }
  const holdsAny = ({ outcome, budget, deviation, versions: own }: ColumnGroup): boolean =>
    outcome >= 0 || budget >= 0 || deviation >= 0 || own.length > 0;
  return { groups: [...groups.values()].filter(holdsAny), versions, wholeVersions };
}

/** Income and cost of a net that stands in a column of its own are no amounts beside it. */
function hasNet(measures: readonly MeasureColumn[], { measure, heading }: MeasureColumn): boolean {
  const others = measures.filter((each) => each.measure === measure && each.heading.part !== heading.part);
  return others.some((each) => each.heading.part === "net" || each.heading.part === "all");
}

/** Requisitioned and paid beside what is used; others that only stand in for the measure give way to it unread. */
function withoutStandIns(
  measures: readonly MeasureColumn[],
  keyOf: (each: MeasureColumn) => string,
): readonly MeasureColumn[] {
  const isAmount = ({ measure, heading: { part } }: MeasureColumn): boolean =>
    (measure === "outcome" || measure === "budget") && part !== "income" && part !== "cost";
  return measures.flatMap((each) => {
    if (!isAmount(each)) return [each];
    const better = measures.some(
      (other) =>
        isAmount(other) &&
        other.measure === each.measure &&
        other.heading.rank < each.heading.rank &&
        other.heading.total === each.heading.total &&
        keyOf(other) === keyOf(each),
    );
    if (!better) return [each];
    const kind = REQUISITIONS[each.heading.rank];
    if (each.measure !== "outcome" || kind === undefined) return [];
    const heading: MeasureHeading = { ...each.heading, measure: "version", version: { kind, label: each.text } };
    return [{ ...each, measure: "version", heading }];
  });
}

/** By rank of what stands in for the outcome. */
const REQUISITIONS: Readonly<Record<number, Version["kind"]>> = { 2: "requisitioned", 3: "paid" };

/** The only column of what is worked up, to the right of several periods, says what it amounts to now; it is not the last period's. */
function isWholeWorkedUp(
  { column, heading, measure }: MeasureColumn,
  measures: readonly MeasureColumn[],
  labels: LabelRow | null,
  contextYear: number | null,
): boolean {
  if (heading.version?.kind !== "worked-up" || labels === null) return false;
  if (readPeriodText(heading.rest, contextYear).kind === "period") return false;
  const others = measures.filter(
    (each) => each.measure === measure && versionKey(each.heading) === versionKey(heading),
  );
  const periods = [...labels.labels.keys()];
  return others.length === 1 && periods.length > 1 && periods.every((at) => at < column);
}

/** Some outcome or budget column has this very period. */
function carriesEntries(
  measures: readonly MeasureColumn[],
  periodOf: (each: MeasureColumn) => ColumnGroup["period"],
  period: Period,
): boolean {
  return measures.some(
    (each) =>
      (each.measure === "outcome" || each.measure === "budget") && groupKey(periodOf(each)) === groupKey(period),
  );
}

function groupKey(period: ColumnGroup["period"]): string {
  if (typeof period === "string") return period;
  return "kind" in period ? `${period.kind}:${period.text}` : `${period.from}-${period.to}`;
}

/** Whether what the title says begins in January, or it says no period: then a month and what is accumulated to it may be one. */
export function beginsInJanuary(context: HeaderContext): boolean {
  const title = titlePeriod(context);
  return title === null || sinceJanuary(title).from === title.from;
}

function titlePeriod({ titles, contextYear }: HeaderContext): Period | null {
  for (const title of titles) {
    const period = periodIn(title, contextYear);
    // An interim report tells of all that the year has brought so far.
    if (period !== null) return /^del.?r/iu.test(title.trim()) ? sinceJanuary(period) : period;
  }
  return null;
}

/** The period of a measure column: its own words, a total, the label over it, or the title where the table has no labels. */
function periodFinder(
  measures: readonly MeasureColumn[],
  labels: LabelRow | null,
  context: HeaderContext,
  title: Period | null,
): (each: MeasureColumn) => ColumnGroup["period"] {
  const own = new Map<number, ColumnGroup["period"]>();
  let label: ColumnGroup["period"] | null = null;
  let labelled = new Set<string>();
  let next = Math.min(...measures.map(({ column }) => column));
  for (const each of [...measures].sort((a, b) => a.column - b.column)) {
    for (; next <= each.column; next++) {
      const found = labels?.labels.get(next);
      if (found === undefined) continue;
      label = found;
      labelled = new Set();
    }
    const reading = ownReading(each, context.contextYear);
    const { heading, measure } = each;
    const repeated = measure === "version" ? `${measure}${versionKey(heading)}` : `${measure}${isOther(heading)}`;
    if (reading !== null && reading.kind !== "unreadable")
      own.set(each.column, reading.kind === "period" ? reading.period : reading);
    else if (label !== null && !labelled.has(repeated)) own.set(each.column, within(label, heading));
    else if (label !== null) own.set(each.column, "unnamed");
    labelled.add(repeated);
  }
  const periods = [...own.values()].filter(isPeriod);
  const [inYear] = periods;
  const accumulated = measures.some(({ measure, heading }) => measure === "outcome" && heading.total);
  // Columns that name another period than the title's (last year's) leave the title to those that name none.
  const titled = title !== null && labels === null && !periods.some((period) => overlaps(period, title));
  return ({ column, heading, measure }) => {
    const found = own.get(column);
    if (found !== undefined) return found;
    const beside =
      measure === "deviation" && !heading.total && !heading.wholeYear ? periodBeside(column, measures, own) : null;
    if (beside !== null) return beside;
    if (inYear !== undefined && !titled)
      return heading.wholeYear ? readWholeYear(yearOf(inYear.from)) : heading.total ? "total" : "unnamed";
    const other = (each: MeasureColumn): boolean =>
      each.measure === measure && !each.heading.total && !each.heading.wholeYear;
    if (heading.total && measures.some(other)) return "total";
    if (title === null) return { kind: "unreadable", text: "" };
    if (heading.wholeYear && yearOf(title.from) === yearOf(title.to)) return readWholeYear(yearOf(title.from));
    return accumulated ? sinceJanuary(title) : title;
  };
}

/** The period that the nearest outcome and the nearest budget to the left have in common; null: none. */
function periodBeside(
  column: number,
  measures: readonly MeasureColumn[],
  own: ReadonlyMap<number, ColumnGroup["period"]>,
): Period | null {
  const nearest = (measure: "outcome" | "budget"): ColumnGroup["period"] | undefined => {
    const last = measures.filter((each) => each.measure === measure && each.column < column).at(-1);
    return last === undefined ? undefined : own.get(last.column);
  };
  const [outcome, budget] = [nearest("outcome"), nearest("budget")];
  if (outcome === undefined || budget === undefined || !isPeriod(outcome) || !isPeriod(budget)) return null;
  return groupKey(outcome) === groupKey(budget) ? outcome : null;
}

/** What tells two columns of one measure under one label apart. */
function isOther({ rank, part, accumulated, wholeYear }: MeasureHeading): string {
  return [rank, part, accumulated, wholeYear].join("|");
}

/** `Ack. utfall` and `Helårsbudget` under `augusti 2024`. */
function within(label: ColumnGroup["period"], { accumulated, wholeYear }: MeasureHeading): ColumnGroup["period"] {
  if (!isPeriod(label) || yearOf(label.from) !== yearOf(label.to)) return label;
  if (wholeYear) return readWholeYear(yearOf(label.from));
  return accumulated ? sinceJanuary(label) : label;
}

/** What the heading itself says. A date after a budget is that of a version; an outcome is what was booked up to it. */
function ownReading({ heading, measure }: MeasureColumn, contextYear: number | null): PeriodReading | null {
  const { rest } = heading;
  if (rest === "") return null;
  const dated = /\d{4}-\d{2}-\d{2}/u.test(rest);
  if (dated && measure !== "outcome") return null;
  const reading = readPeriodText(rest, contextYear);
  const sinceYear = dated || (heading.accumulated && !heading.wholeYear);
  return sinceYear && reading.kind === "period" ? { kind: "period", period: sinceJanuary(reading.period) } : reading;
}

/** `Ack. utfall` under `augusti 2024`: from the year's first month to the last of these. */
export function sinceJanuary(period: Period): Period {
  const from = monthIndex(yearOf(period.to), 1);
  if (from >= period.from) return period;
  return { label: `${monthText(from)}–${monthText(period.to)}`, from, to: period.to };
}

function readWholeYear(year: number): ColumnGroup["period"] {
  const reading = readPeriodText(String(year), null);
  return reading.kind === "period" ? reading.period : reading;
}
