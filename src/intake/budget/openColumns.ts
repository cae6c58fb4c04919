// src/intake/budget/openColumns.ts: columns of amounts that a period lacks and nobody understands: asked about, never counted as nothing.
import { contains, type Period } from "../../domain/period";
import type { AnswerLabel } from "../../domain/question";
import { columnName } from "../../domain/a1";
import type { Grid } from "../grid";
import { readPeriodCell, readPeriodText } from "../periodLabel";
import { holdsAmounts } from "./columnContent";
import { columnHeading, unknownColumns } from "./columnHeadings";
import {
  type BudgetHeader,
  type ColumnGroup,
  isPeriod,
  type MeasureColumn,
  type Segment,
  type TableQuestion,
  type TableReading,
} from "./header";
import { measureHeading } from "./measureHeading";

type Side = "outcome" | "budget";
type DatedGroup = ColumnGroup & { readonly period: Period };

/** A period with one of outcome and budget only, and the column that may be the other. */
interface Open {
  readonly group: DatedGroup;
  readonly missing: Side;
  readonly column: number;
}

/** Words of the roles in both languages. */
const NAMES: Readonly<Record<Side, { readonly sv: string; readonly en: string }>> = {
  outcome: { sv: "Utfall", en: "Outcome" },
  budget: { sv: "Budget", en: "Budget" },
};

/**
 * Null: every period has outcome and budget, or no column could be what is missing. `rebuilt`: the header with one more measure, or with
 * the given periods left out.
 */
export function openColumnOf(
  grid: Grid,
  segment: Segment,
  header: BudgetHeader,
  rebuilt: (added: MeasureColumn) => BudgetHeader,
): TableQuestion | null {
  const open = firstOpen(grid, segment, header);
  if (open === null) return null;
  const { group, missing, column } = open;
  const heading = segment.texts.get(column) ?? "";
  const label: AnswerLabel = { code: "column-is", params: NAMES[missing] };
  const as = rebuilt(measureAs(missing, column, heading, group.period));
  const without = completeOnly(header);
  const readings: readonly TableReading[] = [
    { value: missing, label, as: { header: as } },
    {
      value: "not-used",
      label: { code: "column-not-used", params: {} },
      as: without === null ? null : { header: without },
    },
  ];
  const cell = `${columnName(column)}${segment.row + 1}`;
  const about = [...header.headings.values(), heading];
  return { code: "column-means", params: { heading, column: columnName(column) }, cell, about, readings };
}

function measureAs(missing: Side, column: number, text: string, period: Period): MeasureColumn {
  const plain = measureHeading(NAMES[missing].sv)!;
  return { column, text, measure: missing, heading: { ...plain, rest: period.label } };
}

/** Rows of periods above the measures. */
const ROWS_ABOVE = 3;

/** A column of amounts right before the measures, under a period that it alone has, with a heading that nobody knows: half of that period's. */
function openBefore(grid: Grid, { row, measures, keys }: Segment): Open | null {
  const [first] = [...measures].sort((a, b) => a.column - b.column);
  if (first === undefined || (first.measure !== "outcome" && first.measure !== "budget")) return null;
  const column = first.column - 1;
  const isKnown = Object.values(keys).includes(column) || columnHeading(grid, row, column) !== null;
  if (column < 1 || isKnown || !holdsAmounts(grid, row, column)) return null;
  for (let above = row - 1; above >= Math.max(0, row - ROWS_ABOVE); above--) {
    const [own, next] = [grid.values[above]?.[column] ?? null, grid.values[above]?.[first.column] ?? null];
    if (own === null || next !== null) continue;
    const reading = readPeriodCell(own, typeof own === "number" ? grid.format(above, column) : "General", false, null);
    if (reading.kind !== "period") continue;
    const { period } = reading;
    const group = { period, cell: "", outcome: -1, budget: -1, deviation: -1, versions: [] };
    return { group, missing: first.measure === "outcome" ? "budget" : "outcome", column };
  }
  return null;
}

function firstOpen(grid: Grid, segment: Segment, header: BudgetHeader): Open | null {
  const before = openBefore(grid, segment);
  if (before !== null) return before;
  const unknown = unknownColumns(grid, segment);
  if (unknown.length === 0) return null;
  const dated = header.groups.filter((group): group is DatedGroup => isPeriod(group.period));
  for (const group of dated) {
    const missing = missingIn(group, dated);
    if (missing === null) continue;
    const column = unknown.find((each) => fits(segment, each, group));
    if (column !== undefined) return { group, missing, column };
  }
  return null;
}

/** What a period lacks: neither it nor one around or within it has such a column. */
function missingIn(group: DatedGroup, dated: readonly DatedGroup[]): Side | null {
  const missing = group.outcome < 0 ? "outcome" : group.budget < 0 ? "budget" : null;
  if (missing === null || group[missing === "outcome" ? "budget" : "outcome"] < 0) return null;
  const near = (other: DatedGroup): boolean =>
    other[missing] >= 0 && (contains(other.period, group.period) || contains(group.period, other.period));
  return dated.some(near) ? null : missing;
}

/** Headed with the period, or without any and right beside its columns. */
function fits({ texts }: Segment, column: number, { period, outcome, budget, deviation }: DatedGroup): boolean {
  const text = texts.get(column) ?? "";
  const words = text.split(/[\s,;:()]+/u);
  for (let from = 0; from < words.length; from++) {
    const reading = readPeriodText(words.slice(from).join(" "), null);
    if (reading.kind === "period") return reading.period.from === period.from && reading.period.to === period.to;
  }
  return [outcome, budget, deviation].some((own) => own >= 0 && Math.abs(own - column) <= 2);
}

/** Without the periods that lack one side; null: none is left. */
function completeOnly(header: BudgetHeader): BudgetHeader | null {
  const dated = header.groups.filter((group): group is DatedGroup => isPeriod(group.period));
  const groups = header.groups.filter(
    (group) => !isPeriod(group.period) || missingIn(group as DatedGroup, dated) === null,
  );
  const isLeft = groups.some(({ period, outcome, budget }) => isPeriod(period) && (outcome >= 0 || budget >= 0));
  const settled = { ...header, groups };
  delete (settled as { question?: unknown }).question;
  return isLeft ? settled : null;
}
