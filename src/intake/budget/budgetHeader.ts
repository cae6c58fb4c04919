// src/intake/budget/budgetHeader.ts: finds the headers of budget tables: which column holds what, for which period.
import { groupsOf, versionKey } from "./columnGroups";
import { type LabelRow, labelRowAbove, labelRowBelow } from "./headerLabels";
import { problem } from "../../domain/problem";
import { cellName, type Grid, rangeName } from "../grid";
import {
  type BudgetHeader,
  type ColumnGroup,
  type HeaderContext,
  type MeasureColumn,
  NO_KEYS,
  type Segment,
} from "./header";
import { headingOf, type KeyRole, type Measure } from "./heading";
import { settledGroups } from "./settledGroups";
import { plainSpaces } from "../fold";
import { onlyYearIn, readPeriodCell, readPeriodText } from "../periodLabel";

/** The budget tables whose headings stand in this row, left to right; empty for nearly every row. */
export function budgetHeadersAt(
  grid: Grid,
  row: number,
  contextOf: (row: number) => HeaderContext,
): readonly BudgetHeader[] {
  const cells = grid.values[row];
  if (!cells?.some((cell) => typeof cell === "string" && headingOf(cell) !== null)) return [];
  return segmentsOf(grid, row).flatMap((segment) => headerOf(grid, segment, contextOf) ?? []);
}

/** A row holds several tables side by side when a line heading comes after measures. */
function segmentsOf(grid: Grid, row: number): readonly Segment[] {
  const segments: Segment[] = [];
  const cells = grid.values[row] ?? [];
  let current = newSegment(row, 0);
  let measures: MeasureColumn[] = [];
  let ranks = new Map<KeyRole, number>();
  let gap = 0;
  const close = (right: number): void => {
    segments.push({ ...current, right, measures });
  };
  for (let column = 0; column < cells.length; column++) {
    const value = cells[column] ?? null;
    if (value === null || value === "") {
      gap = column + 1;
      continue;
    }
    const heading = typeof value === "string" ? headingOf(value) : null;
    const measured = measures.at(-1)?.column ?? Infinity;
    const hasLine = current.keys.line >= 0 || current.keys.account >= 0;
    if (
      heading?.kind === "key" &&
      (heading.role === "line" || heading.role === "account") &&
      measured < column &&
      (hasLine || gap > measured)
    ) {
      const left = gap > measured ? gap : column;
      close(left - 1);
      current = newSegment(row, left);
      measures = [];
      ranks = new Map();
      column = left - 1;
      gap = left;
      continue;
    }
    if (typeof value === "string" || typeof value === "number") current.texts.set(column, plainSpaces(String(value)));
    if (heading?.kind === "measure") measures.push({ column, heading, measure: heading.measure });
    if (heading?.kind === "key" && heading.rank < (ranks.get(heading.role) ?? Infinity)) {
      current.keys[heading.role] = column;
      ranks.set(heading.role, heading.rank);
    }
  }
  close(cells.length - 1);
  return segments;
}

function newSegment(row: number, left: number): Segment {
  return { row, left, right: left, measures: [], keys: { ...NO_KEYS }, texts: new Map() };
}

function headerOf(grid: Grid, segment: Segment, contextOf: (row: number) => HeaderContext): BudgetHeader | null {
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
  const first = (measure: Measure): number =>
    measures.find((each) => each.measure === measure && !each.heading.total)?.column ?? -1;
  const versions = measures.filter(({ measure }) => measure === "version");
  const group: ColumnGroup = {
    period: "row",
    cell: cellName(segment.row, segment.left),
    outcome: first("outcome"),
    budget: first("budget"),
    deviation: first("deviation"),
    versions: versions.map(({ column }) => column),
  };
  return finished(grid, segment, {
    layout: "long",
    top: segment.row,
    bottom: segment.row,
    groups: [group],
    versions: versions.flatMap(({ heading }) => heading.version ?? []),
    wholeVersions: [],
    contextYear: context.contextYear,
  });
}

function wideHeader(
  grid: Grid,
  segment: Segment,
  amounts: readonly MeasureColumn[],
  hasLine: boolean,
  contextOf: (row: number) => HeaderContext,
): BudgetHeader | null {
  const measures = promoted(segment.measures);
  const firstColumn = Math.min(...measures.map(({ column }) => column));
  if (firstColumn === 0) return null;
  const labels = labelRowAbove(grid, segment, firstColumn, contextOf);
  const below = labels === null ? labelRowBelow(grid, segment, firstColumn, contextOf) : null;
  const named = amounts.some(({ heading }) => readPeriodText(heading.rest, 2000).kind === "period");
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
  return spreadHeader(grid, segment, { measures, labels, below }, contextOf);
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
  const built = settledGroups(columns, (column) => segment.texts.get(column) ?? "");
  return finished(grid, segment, {
    layout: "wide",
    top,
    bottom: Math.max(segment.row, below?.row ?? 0),
    ...built,
    contextYear: context.contextYear,
  });
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
  const next = grid.values[segment.row + 1] ?? [];
  if (periods < 2 || next.some((cell) => typeof cell === "string" && headingOf(cell)?.kind === "measure")) return null;
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
  const left = segment.keys.line >= 0 || segment.keys.account >= 0 ? Math.min(...columns) : segment.left;
  const right = Math.max(...columns);
  const headings = [...segment.texts.values()].join(" · ");
  const at = { sheet: grid.sheet, cell: rangeName(found.top, left, found.bottom, right) };
  const has = (measure: "outcome" | "budget"): boolean =>
    found.groups.some((group) => group[measure] >= 0 && group.period !== "total" && group.period !== "part");
  const block =
    !has("budget") && !(!has("outcome") && /budget/iu.test(headings))
      ? problem("no-budget-column", at, { headings })
      : !has("outcome")
        ? problem("no-outcome-column", at, { headings })
        : null;
  return {
    kind: "budget",
    ...found,
    row: segment.row,
    left,
    right,
    keys: segment.keys,
    headings: segment.texts,
    block,
  };
}
