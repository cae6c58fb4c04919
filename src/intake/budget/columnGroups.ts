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
import { folded } from "../fold";
import { cellName } from "../grid";
import type { LabelRow } from "./headerLabels";
import type { MeasureHeading } from "./heading";
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
  for (const each of measures) {
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
  return { groups: [...groups.values()], versions, wholeVersions };
}

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

function titlePeriod({ titles, contextYear }: HeaderContext): Period | null {
  for (const title of titles) {
    const period = periodIn(title, contextYear);
    if (period !== null) return period;
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
    const repeated = each.measure === "version" ? `${each.measure}${versionKey(each.heading)}` : each.measure;
    if (reading !== null && reading.kind !== "unreadable")
      own.set(each.column, reading.kind === "period" ? reading.period : reading);
    else if (label !== null && !labelled.has(repeated)) own.set(each.column, label);
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

/** What the heading itself says. A date after a budget is that of a version; an outcome is what was booked up to it. */
function ownReading({ heading, measure }: MeasureColumn, contextYear: number | null): PeriodReading | null {
  const { rest } = heading;
  if (rest === "") return null;
  const dated = /\d{4}-\d{2}-\d{2}/u.test(rest);
  if (dated && measure !== "outcome") return null;
  const reading = readPeriodText(rest, contextYear);
  return dated && reading.kind === "period" ? { kind: "period", period: sinceJanuary(reading.period) } : reading;
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
