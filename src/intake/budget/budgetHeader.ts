// src/intake/budget/budgetHeader.ts: finds the headers of budget tables: which column holds what, for which period.
import { headingList } from "../headingList";
import { counterpartOf } from "./counterpart";
import { beginsInJanuary, groupsOf, versionKey } from "./columnGroups";
import { segmentsOf, unknownColumns } from "./columnHeadings";
import { holdsAmounts, holdsNames } from "./columnContent";
import { type Entity, entitiesOf, isComplete } from "./entityColumns";
import { openColumnOf } from "./openColumns";
import { type LabelRow, labelRowAbove, labelRowBelow } from "./headerLabels";
import { problem, type Problem } from "../../domain/problem";
import { cellName, columnName, rangeName } from "../../domain/a1";
import { folded } from "../../domain/lookupKey";
import type { Grid } from "../grid";
import {
  type BudgetHeader,
  type ColumnGroup,
  type HeaderContext,
  isPeriod,
  type MeasureColumn,
  type Segment,
  type YearPart,
} from "./header";
import { grossHeaders } from "./grossParts";
import { headingOf } from "./heading";
import { isBudgetChange, type Measure, type MeasureHeading } from "./measureHeading";
import { withSubHeadings } from "./subHeadings";
import { reclassifiedColumns } from "./reclassifiedColumns";
import { monthIndex, monthOfYear, overlaps, type Period, yearOf } from "../../domain/period";
import { onlyYearIn, readPeriodCell, readPeriodText } from "../periodLabel";

/** The budget tables whose headings stand in this row, left to right; empty for nearly every row. */
export function budgetHeadersAt(
  grid: Grid,
  row: number,
  contextOf: (row: number) => HeaderContext,
): readonly BudgetHeader[] {
  const cells = grid.values[row];
  if (!cells?.some((cell) => typeof cell === "string" && headingOf(cell) !== null)) return [];
  return segmentsOf(grid, row, contextOf).flatMap((segment) => headerOf(grid, segment, contextOf) ?? []);
}

function headerOf(grid: Grid, found: Segment, contextOf: (row: number) => HeaderContext): BudgetHeader | null {
  const segment = withSubHeadings(grid, found) ?? found;
  const { keys } = segment;
  const amounts = segment.measures.filter(
    ({ measure }) => measure === "outcome" || measure === "budget" || measure === "version",
  );
  const hasLine = keys.line >= 0 || keys.account >= 0;
  const hasPeriod = keys.period >= 0 || keys.year >= 0 || keys["part-of-year"] >= 0;
  if (hasLine && hasPeriod && amounts.length > 0) return longHeader(grid, segment, contextOf(segment.row));
  if (amounts.length === 0)
    return hasLine && segment.measures.length === 0 ? periodsOnly(grid, segment, contextOf) : null;
  return wideHeader(grid, segment, amounts, hasLine, contextOf);
}

/** One row per line and period. */
export function longHeader(grid: Grid, segment: Segment, context: HeaderContext): BudgetHeader {
  const measures = promoted(segment.measures);
  const amounts = measures.filter(({ measure }) => measure === "outcome" || measure === "budget");
  const best = (measure: Measure, own: (each: MeasureColumn) => boolean): number => {
    const named = measures.filter((each) => each.measure === measure && own(each));
    const rank = Math.min(...named.map(({ heading }) => heading.rank));
    const best = named.filter(({ heading }) => heading.rank === rank);
    return (best.find(({ heading }) => !heading.total) ?? best[0])?.column ?? -1;
  };
  const versions = measures.filter(({ measure }) => measure === "version");
  const spans = new Map(amounts.map(({ heading }) => [spanKey(heading), partOfYear(heading)]));
  const cell = cellName(segment.row, segment.left);
  const groups = [...spans].map(([key, within], index): ColumnGroup => {
    const own = ({ heading }: MeasureColumn): boolean => spanKey(heading) === key;
    return {
      period: "row",
      cell,
      outcome: best("outcome", own),
      budget: best("budget", own),
      deviation: index === 0 ? best("deviation", () => true) : -1,
      versions: index === 0 ? versions.map(({ column }) => column) : [],
      ...(within === null ? {} : { within }),
    };
  });
  const header = finished(grid, segment, {
    layout: "long",
    top: segment.row,
    bottom: segment.bottom ?? segment.row,
    groups,
    versions: versions.flatMap(({ heading }) => heading.version ?? []),
    wholeVersions: [],
    contextYear: context.contextYear,
  });
  const twins = twinColumns(grid, segment, measures, groups);
  if (twins === null) return header;
  const nameOf = ({ column, text }: MeasureColumn): string => `${text} (${columnName(column)})`;
  const readings = twins.map((each, index) => {
    const others = segment.measures.filter(({ column }) => !twins.some((other) => other.column === column));
    const own = { ...segment, measures: [...others, each].sort((a, b) => a.column - b.column) };
    const label = { code: "columns-of", params: { name: nameOf(each) } } as const;
    return { value: `columns-${index + 1}`, label, as: { header: longHeader(grid, own, context) } };
  });
  const names = twins.map(nameOf);
  const about = [...segment.texts.values()];
  return { ...header, question: () => ({ code: "which-columns", params: { names }, cell: null, about, readings }) };
}

/** Columns headed alike of which the first is used, and which hold other amounts; null: there are none. */
function twinColumns(
  grid: Grid,
  { row }: Segment,
  measures: readonly MeasureColumn[],
  groups: readonly ColumnGroup[],
): readonly MeasureColumn[] | null {
  const used = new Set(groups.flatMap(({ outcome, budget }) => [outcome, budget]));
  const headingOf = ({ measure, text }: MeasureColumn): string => `${measure}|${folded(text)}`;
  for (const each of measures) {
    if (!used.has(each.column)) continue;
    const twins = measures.filter((other) => headingOf(other) === headingOf(each));
    const differs = (other: MeasureColumn): boolean =>
      grid.values.slice(row + 1).some((cells) => (cells[other.column] ?? null) !== (cells[each.column] ?? null));
    if (twins.some(differs)) return twins;
  }
  return null;
}

/** The part of a year that a heading in a long table names; null: none, so that the row's own period stands. */
function partOfYear({ rest, accumulated, wholeYear }: MeasureHeading): YearPart | null {
  if (wholeYear) return { from: 1, to: 12, label: "" };
  const reading = rest === "" ? null : readPeriodText(rest, ANY_YEAR);
  if (reading?.kind !== "period") return null;
  const { period } = reading;
  const from = accumulated || /\d{4}-\d{2}-\d{2}/u.test(rest) ? monthIndex(yearOf(period.to), 1) : period.from;
  const isPart = yearOf(from) === yearOf(period.to) && (monthOfYear(from) > 1 || monthOfYear(period.to) < 12);
  return isPart ? { from: monthOfYear(from), to: monthOfYear(period.to), label: rest } : null;
}

function spanKey(heading: MeasureHeading): string {
  const span = partOfYear(heading);
  return span === null ? "" : `${span.from}-${span.to}`;
}

/** Labels without a year are read in some year, to see whether they are labels. */
const ANY_YEAR = 2000;

function wideHeader(
  grid: Grid,
  segment: Segment,
  amounts: readonly MeasureColumn[],
  hasLine: boolean,
  contextOf: (row: number) => HeaderContext,
): BudgetHeader | null {
  const entities = entitiesOf(grid, segment, segment.measures);
  if (entities.length > 0) return headerOfEntities(grid, segment, entities, contextOf);
  const measures = promoted(segment.measures);
  const firstColumn = Math.min(...measures.map(({ column }) => column));
  if (firstColumn === 0) return null;
  const labels = labelRowAbove(grid, segment, firstColumn, contextOf);
  const below =
    labels === null && segment.bottom === undefined ? labelRowBelow(grid, segment, firstColumn, contextOf) : null;
  const named = amounts.some(({ heading }) => readPeriodText(heading.rest, ANY_YEAR).kind === "period");
  if (!hasLine && amounts.length < 2) return null;
  if (
    !hasLine &&
    labels === null &&
    below === null &&
    !named &&
    !["outcome", "budget"].every((m) => measures.some((each) => each.measure === m))
  )
    return null;
  const both = (["outcome", "budget"] as const).every((m) => measures.some(({ measure }) => measure === m));
  // Without rows it is a table all the same, empty so far, when lines, periods, outcome and budget are all headed.
  const headed = hasLine && both && (labels !== null || named);
  if (below === null && !headed && !hasBody(grid, segment.row + 1, segment.left, firstColumn, measures)) return null;
  const plain = spreadHeader(grid, segment, { measures, labels, below }, contextOf);
  const parts = grossHeaders(measures, plain.keys.line, (own) =>
    spreadHeader(grid, segment, { measures: own, labels, below }, contextOf),
  );
  const header = parts === null ? plain : { ...plain, parts };
  const question = openColumnOf(grid, segment, header, (added) => {
    const more = [...segment.measures, added].sort((a, b) => a.column - b.column);
    const right = Math.max(segment.right, added.column);
    return headerOf(grid, { ...segment, right, measures: more }, contextOf) ?? header;
  });
  return question === null ? header : { ...header, question: () => question };
}

/** Several organisations side by side: the only one with outcome and budget, else the one that is answered. */
function headerOfEntities(
  grid: Grid,
  segment: Segment,
  entities: readonly Entity[],
  contextOf: (row: number) => HeaderContext,
): BudgetHeader | null {
  const headerFor = (entity: Entity): BudgetHeader | null =>
    headerOf(grid, { ...segment, measures: entity.measures }, contextOf);
  const complete = entities.filter(isComplete);
  const header = headerFor(complete[0] ?? entities[0]!);
  if (header === null) return null;
  if (complete.length < 2) {
    const left = entities.filter((entity) => entity !== complete[0]).map(({ name }) => name);
    const at = {
      sheet: grid.sheet,
      cell: header.block?.cell ?? rangeName(header.row, header.left, header.row, segment.right),
    };
    const note = problem("columns-of-others", at, { used: (complete[0] ?? entities[0]!).name, left: left.join(", ") });
    return { ...header, notes: [note] };
  }
  const names = complete.map(({ name }) => name);
  const readings = complete.flatMap((entity, index) => {
    const own = headerFor(entity);
    const label = { code: "columns-of", params: { name: entity.name } } as const;
    return own === null ? [] : [{ value: `columns-${index + 1}`, label, as: { header: own } }];
  });
  const about = [...segment.texts.values(), ...names];
  return { ...header, question: () => ({ code: "which-columns", params: { names }, cell: null, about, readings }) };
}

/** Periods side by side, under labels above or below the measures, or named by the measures' own headings. */
export function spreadHeader(
  grid: Grid,
  segment: Segment,
  found: {
    readonly measures: readonly MeasureColumn[];
    readonly labels: LabelRow | null;
    readonly below: LabelRow | null;
  },
  contextOf: (row: number) => HeaderContext,
): BudgetHeader {
  const { measures, below } = found;
  let { labels } = found;
  const firstColumn = Math.min(...measures.map(({ column }) => column));
  let spread = measures;
  if (below !== null) {
    spread = [...below.labels.keys()].flatMap((column) => {
      const over = measures.filter((each) => each.column <= column).at(-1);
      return over === undefined ? [] : [{ ...over, column }];
    });
    labels = below;
  }
  const top = Math.min(segment.row, labels?.row ?? segment.row);
  const context = withYear(contextOf(top), segment);
  inheritKeys(grid, segment, firstColumn, top);
  const columns = groupsOf(segment, spread, labels, context);
  const unknown = new Set(unknownColumns(grid, segment));
  const built = reclassifiedColumns(
    columns,
    (column) => segment.texts.get(column) ?? "",
    beginsInJanuary(context),
    (column) =>
      (unknown.has(column) || measures.some((each) => each.column === column && each.measure === "outcome")) &&
      !labels?.labels.has(column) &&
      labels !== null &&
      isLikeBefore(grid, segment.row, column),
  );
  return finished(grid, segment, {
    layout: "wide",
    top,
    bottom: Math.max(segment.bottom ?? segment.row, below?.row ?? 0),
    ...built,
    contextYear: context.contextYear,
  });
}

const NEAR_ROWS = 20;

/** Amounts like those in the column before, row by row: more than half within a tenth and ten times of them. */
function isLikeBefore(grid: Grid, row: number, column: number): boolean {
  const ratios = grid.values.slice(row + 1, row + 1 + NEAR_ROWS).flatMap((cells) => {
    const [before, own] = [cells[column - 1], cells[column]];
    return typeof before === "number" && typeof own === "number" && before !== 0 ? [own / before] : [];
  });
  return ratios.length > 1 && ratios.filter((ratio) => ratio > 0.1 && ratio < 10).length * 2 > ratios.length;
}

/** A year that only the headings name (`Budget 2024` beside `Utfall jan–aug`) holds for all of them. */
function withYear(context: HeaderContext, { texts }: Segment): HeaderContext {
  return context.contextYear === null ? { ...context, contextYear: onlyYearIn([...texts.values()]) } : context;
}

/** Cost lines and periods, but nothing that says outcome or budget: recognised, so that it can be said what is missing. */
function periodsOnly(grid: Grid, segment: Segment, contextOf: (row: number) => HeaderContext): BudgetHeader | null {
  const context = contextOf(segment.row);
  const line = segment.keys.line >= 0 ? segment.keys.line : segment.keys.account;
  let periods = 0;
  let last = line;
  for (const column of segment.texts.keys()) {
    const value = grid.values[segment.row]?.[column] ?? null;
    if (
      column <= line ||
      readPeriodCell(value, grid.format(segment.row, column), context.date1904, context.contextYear).kind !== "period"
    )
      continue;
    periods++;
    last = column;
  }
  if (periods < 2 || measuresBelow(grid, segment.row)) return null;
  return finished(
    grid,
    { ...segment, right: last },
    {
      layout: "wide",
      top: segment.row,
      bottom: segment.row,
      groups: [],
      versions: [],
      wholeVersions: [],
      contextYear: context.contextYear,
    },
  );
}

/** The measures stand on a row of their own, under the periods. */
function measuresBelow(grid: Grid, row: number): boolean {
  const rows = grid.values.slice(row + 1, row + 1 + HEADER_ROWS);
  return rows.some((cells) => cells.filter((cell) => typeof cell === "string" && isMeasure(cell)).length > 1);
}

/** Rows of headings below the first one. */
const HEADER_ROWS = 3;

function isMeasure(text: string): boolean {
  return headingOf(text)?.kind === "measure";
}

/** Where no column is called just budget, the last revised one is the budget, else the original one. */
export function promoted(measures: readonly MeasureColumn[]): MeasureColumn[] {
  const copy = measures.map((each) => ({ ...each }));
  if (copy.some(({ measure }) => measure === "budget")) return copy;
  const revised = copy.filter(({ heading }) => heading.version?.kind === "revised-budget");
  const candidates =
    revised.length > 0 ? revised : copy.filter(({ heading }) => heading.version?.kind === "original-budget");
  const last = candidates.at(-1);
  for (const each of candidates)
    if (last !== undefined && versionKey(each.heading) === versionKey(last.heading)) each.measure = "budget";
  return copy;
}

function hasBody(
  grid: Grid,
  from: number,
  left: number,
  firstColumn: number,
  measures: readonly MeasureColumn[],
): boolean {
  for (let row = from; row < from + 12; row++) {
    const cells = grid.values[row];
    if (cells === undefined) continue;
    const named = cells.slice(left, firstColumn).some((cell) => cell !== null && cell !== "");
    if (named && measures.some(({ column }) => (cells[column] ?? null) !== null)) return true;
  }
  return false;
}

/** Keys may be headed on the row of periods, over an empty cell. */
function inheritKeys(grid: Grid, segment: Segment, firstColumn: number, top: number): void {
  for (let row = segment.row - 1; row >= top; row--) {
    for (let column = segment.left; column < firstColumn; column++) {
      const value = grid.values[row]?.[column];
      const heading = typeof value === "string" && !segment.texts.has(column) ? headingOf(value) : null;
      if (heading?.kind === "key" && segment.keys[heading.role] < 0) segment.keys[heading.role] = column;
    }
  }
}

type Unfinished = Pick<
  BudgetHeader,
  "layout" | "top" | "bottom" | "groups" | "versions" | "wholeVersions" | "contextYear"
>;

function finished(grid: Grid, segment: Segment, found: Unfinished): BudgetHeader {
  const used = [
    ...Object.values(segment.keys),
    ...found.groups.flatMap((group) => [group.outcome, group.budget, group.deviation, ...group.versions]),
  ];
  const columns = [...used, ...segment.texts.keys()].filter(
    (column): column is number => column !== undefined && column >= segment.left,
  );
  const first = Math.min(...columns);
  // Names without a heading stand before a column of accounts or amounts.
  const isNamed =
    segment.keys.line < 0 &&
    Array.from({ length: columns.length === 0 ? 0 : first - segment.left }, (_, at) => segment.left + at).some(
      (column) => holdsNames(grid, segment.row, column),
    );
  const left = !isNamed && (segment.keys.line >= 0 || segment.keys.account >= 0) ? first : segment.left;
  const right = Math.max(...columns);
  const texts = [...segment.texts.values()];
  const headings = headingList(texts);
  const at = { sheet: grid.sheet, cell: rangeName(found.top, left, found.bottom, right) };
  const has = (measure: "outcome" | "budget"): boolean =>
    found.groups.some((group) => group[measure] >= 0 && group.period !== "total" && group.period !== "part");
  const block =
    !has("budget") && !(!has("outcome") && /budget/iu.test(headings))
      ? problem("no-budget-column", at, { headings, add: counterpartOf(texts, "budget") })
      : !has("outcome")
        ? problem("no-outcome-column", at, { headings, add: counterpartOf(texts, "outcome") })
        : withoutBoth(found.groups, at);
  const changes = [...segment.texts].filter(
    ([column, text]) => isBudgetChange(text) && holdsAmounts(grid, segment.row, column),
  );
  // With the budget before or after the change beside it, nothing is left out.
  const settled = segment.measures.some(({ heading: { version } }) =>
    /^(?:revised|original)/u.test(version?.kind ?? ""),
  );
  const notes =
    settled || !has("budget")
      ? []
      : changes.map(([column, heading]) =>
          problem("budget-change-left", { sheet: grid.sheet, cell: cellName(segment.row, column) }, { heading }),
        );
  return {
    kind: "budget",
    ...(notes.length === 0 ? {} : { notes }),
    ...found,
    row: segment.row,
    left,
    right,
    keys: segment.keys,
    headings: segment.texts,
    block,
  };
}

/** Outcome of some years and budget of others have nothing to be set against. */
function withoutBoth(
  groups: readonly ColumnGroup[],
  at: { readonly sheet: string; readonly cell: string },
): Problem | null {
  if (groups.some(({ period }) => !isPeriod(period) && period !== "part" && period !== "total")) return null;
  const of = (measure: "outcome" | "budget"): readonly Period[] =>
    groups.flatMap((group) => (group[measure] >= 0 && isPeriod(group.period) ? [group.period] : []));
  const [booked, budgeted] = [of("outcome"), of("budget")];
  if (booked.some((period) => budgeted.some((other) => overlaps(period, other)))) return null;
  const labels = (periods: readonly Period[]): string => periods.map(({ label }) => label).join(", ");
  return problem("no-period-with-both", at, { outcome: labels(booked), budget: labels(budgeted) });
}
