// src/intake/budget/reclassifiedColumns.ts: columns whose period makes them something else than the entries of a period: last year's
// outcome, and the whole year's budget beside a part of the year.
import type { Version } from "../../domain/deviation/budget";
import { contains, overlaps, type Period, unionMonths, yearOf } from "../../domain/period";
import { type BudgetHeader, type ColumnGroup, isPeriod } from "./header";
import { sinceJanuary } from "./columnGroups";
import { measureHeading, partHeading } from "./measureHeading";

type Groups = Pick<BudgetHeader, "groups" | "versions" | "wholeVersions">;
type DatedGroup = ColumnGroup & { readonly period: Period };

/**
 * `headingOf`: the heading of a column in the row of measures. `fromJanuary`: the title names no month alone, so that a budget beside a period and
 * what is accumulated can only be the accumulated months'. `isOpen`: whether a column may be a budget that has lost its heading.
 * A column of an earlier year without a budget of its own would count as spent beyond the budget, and a year's budget beside that of its first
 * months would be counted twice.
 */
export function reclassifiedColumns(
  found: Groups,
  headingOf: (column: number) => string,
  fromJanuary: boolean,
  isOpen: (column: number) => boolean = () => false,
): Groups {
  const versions = [...found.versions];
  const wholeVersions = [...found.wholeVersions];
  const groups: ColumnGroup[] = [];
  const all = accumulated(withWholeBudget(found.groups, headingOf, fromJanuary), headingOf, fromJanuary);
  const dated = all.filter(isDated);
  const add = (kind: Version["kind"], { period }: DatedGroup, column: number): number => {
    const heading = headingOf(column);
    versions.push({ kind, label: heading.includes(period.label) ? heading : `${heading} ${period.label}`.trim() });
    return versions.length - 1;
  };
  for (const group of all) {
    const after = isDated(group) && !isOpen(group.outcome + 1) ? yearAfter(group, dated) : null;
    if (isDated(group) && after !== null) {
      after.versions[add("last-year", group, group.outcome)] = group.outcome;
    } else if (isDated(group) && isWholeBudget(group, dated)) {
      wholeVersions.push({ version: add("full-year-budget", group, group.budget), column: group.budget });
      group.versions.forEach((column, version) => {
        if (column !== undefined) wholeVersions.push({ version, column });
      });
    } else {
      groups.push(group);
    }
  }
  return { groups, versions, wholeVersions };
}

/** A project's budget in all, beside the outcome of its years: the budget of the whole time, none of whose parts is known. */
function withWholeBudget(
  groups: readonly ColumnGroup[],
  headingOf: (column: number) => string,
  fromJanuary: boolean,
): readonly ColumnGroup[] {
  const dated = groups.filter(isDated);
  const total = groups.find(({ period, budget }) => period === "total" && budget >= 0);
  const booked = dated.filter(({ outcome }) => outcome >= 0);
  if (total === undefined || booked.length === 0 || dated.some(({ budget }) => budget >= 0)) return groups;
  // Beside an outcome that is accumulated it is that one's, where it says so itself or nothing else is meant than the same months.
  const itsOwn = fromJanuary || isAccumulated(headingOf(total.budget));
  if (total.outcome >= 0 && isAccumulated(headingOf(total.outcome)) && itsOwn) return groups;
  const [from, to] = [
    Math.min(...booked.map((each) => each.period.from)),
    Math.max(...booked.map((each) => each.period.to)),
  ];
  const [only] = booked;
  const { budget } = total;
  total.budget = -1;
  if (booked.length === 1 && only !== undefined) {
    only.budget = budget;
    return groups;
  }
  const period: Period = { label: headingOf(budget), from, to };
  return [...groups, { period, cell: total.cell, outcome: -1, budget, deviation: -1, versions: [] }];
}

/** `Utfall mars` beside `Utfall ack.`: the accumulated columns are the year so far, and the month is a part of them. */
function accumulated(
  groups: readonly ColumnGroup[],
  headingOf: (column: number) => string,
  fromJanuary: boolean,
): readonly ColumnGroup[] {
  const booked = groups.filter(isDated).filter(({ outcome }) => outcome >= 0);
  const [latest] = [...booked].sort((a, b) => b.period.to - a.period.to);
  const total = groups.find(({ period, outcome }) => period === "total" && outcome >= 0);
  if (latest !== undefined && total === undefined) return withoutParts(groups, booked, headingOf);
  if (latest === undefined || total === undefined) return groups;
  const isPart = (group: ColumnGroup): boolean =>
    isDated(group) && group.outcome >= 0 && yearOf(group.period.to) === yearOf(latest.period.to);
  const span = sinceJanuary(latest.period);
  // Beside a period that begins in January only the heading tells the year so far from a sum of columns.
  const said = isAccumulated(headingOf(total.outcome));
  if (booked.filter(isPart).length > 1 || (span === latest.period && !said)) return groups;
  // Other figures that are accumulated as well (`Ack. fg år`) go with what they are set beside.
  const versions = [...total.versions];
  for (const part of groups.filter(isPart)) {
    part.versions.forEach((column, version) => {
      if (column === undefined || !isAccumulated(headingOf(column))) return;
      versions[version] = column;
      part.versions[version] = undefined;
    });
  }
  // Where the title says that both are for the same months, a budget that is not said to be another's is that of the accumulated ones.
  const its = fromJanuary || isAccumulated(headingOf(latest.budget));
  const same = its && total.budget < 0 && spanOf(latest.period) === spanOf(span) ? latest : null;
  const { budget, deviation } = same ?? total;
  return groups.map((group): ColumnGroup => {
    if (group === total) return { ...group, period: span, versions, budget, deviation };
    return isPart(group) ? { ...group, period: "part" } : group;
  });
}

/** A month beside what is accumulated to it, under labels or headings of their own, where the months do not fill the time. */
function withoutParts(
  groups: readonly ColumnGroup[],
  booked: readonly DatedGroup[],
  headingOf: (column: number) => string,
): readonly ColumnGroup[] {
  const upTo = booked.filter(({ outcome }) => isAccumulated(headingOf(outcome)));
  const parts = new Set<ColumnGroup>();
  for (const whole of upTo) {
    const inside = booked.filter(
      (each) => each !== whole && !upTo.includes(each) && contains(whole.period, each.period),
    );
    if (unionMonths(inside.map(({ period }) => period)) < unionMonths([whole.period]))
      for (const part of inside) parts.add(part);
  }
  return groups.map((group): ColumnGroup => (parts.has(group) ? { ...group, period: "part" } : group));
}

function spanOf({ from, to }: Period): string {
  return `${from}-${to}`;
}

function isAccumulated(heading: string): boolean {
  return (measureHeading(heading) ?? partHeading(heading))?.accumulated === true;
}

function isDated(group: ColumnGroup): group is DatedGroup {
  return isPeriod(group.period);
}

/** The same months a year later, with outcome and budget, where this group has outcome only and its year no budget. */
function yearAfter({ period, outcome, budget }: DatedGroup, dated: readonly DatedGroup[]): DatedGroup | null {
  if (outcome < 0 || budget >= 0) return null;
  const inYear = (other: Period): boolean =>
    yearOf(other.from) <= yearOf(period.to) && yearOf(other.to) >= yearOf(period.from);
  if (dated.some((other) => other.budget >= 0 && (inYear(other.period) || overlaps(other.period, period)))) return null;
  // Among years that have budgets, one without has lost it.
  if (dated.some((other) => other.budget >= 0 && other.outcome >= 0 && other.period.to < period.from)) return null;
  const isNext = ({ period: { from, to } }: DatedGroup): boolean => from === period.from + 12 && to === period.to + 12;
  const budgeted = (other: DatedGroup): boolean =>
    other.budget >= 0 || dated.some((around) => around.budget >= 0 && contains(around.period, other.period));
  return dated.find((other) => other.outcome >= 0 && budgeted(other) && isNext(other)) ?? null;
}

/** Budget only, around periods that have a budget of their own but do not fill it: then it is no sum of theirs. */
function isWholeBudget({ period, outcome, budget }: DatedGroup, dated: readonly DatedGroup[]): boolean {
  if (outcome >= 0 || budget < 0) return false;
  const parts = dated.filter((other) => other.budget >= 0 && other.budget !== budget && contains(period, other.period));
  return parts.length > 0 && unionMonths(parts.map((part) => part.period)) < unionMonths([period]);
}
