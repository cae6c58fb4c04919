// src/intake/budget/columnHeadings.ts: what each heading of a row means, with what stands below it, and where one table of the row ends.
import { lookupKey, plainSpaces } from "../../domain/lookupKey";
import type { CellValue, Grid } from "../grid";
import { onlyYearIn, type PeriodReading, readPeriodCell } from "../periodLabel";
import { holdsAmounts, holdsNames, holdsPercentages, holdsPeriods, holdsThousands, isRatioOf } from "./columnContent";
import { type HeaderContext, type MeasureColumn, NO_KEYS, type Segment } from "./header";
import { type Heading, headingOf, type KeyRole } from "./heading";
import { measureHeading, partHeading, periodHeading } from "./measureHeading";
import { unitsIn } from "../unitText";

/** Words that head lines, or periods, and over amounts are measures. */
const OF_TWO_MEANINGS = /^(?:kostnad|kostnader|utgifter|period|perioden|budgetar)(?:kr|tkr|mkr|mnkr|\d*)$/u;

/** What the heading means where it stands; null: nothing that we know. */
export function columnHeading(grid: Grid, row: number, column: number): Heading | null {
  const value = grid.values[row]?.[column];
  if (typeof value !== "string") return null;
  const heading = headingOf(value);
  if (heading?.kind === "measure")
    return heading.measure !== "share" && holdsPercentages(grid, row, column)
      ? { ...heading, measure: "share" }
      : heading;
  if (heading !== null && !OF_TWO_MEANINGS.test(lookupKey(value))) return heading;
  const part = measureHeading(value) ?? partHeading(value);
  if (part === null || !holdsAmounts(grid, row, column)) return heading;
  return heading !== null && holdsPeriods(grid, row, column) ? heading : part;
}

/** A row holds several tables side by side when a line heading, or a column of names, comes after measures. */
export function segmentsOf(grid: Grid, row: number, contextOf: (row: number) => HeaderContext): readonly Segment[] {
  const segments: Segment[] = [];
  const cells = grid.values[row] ?? [];
  const headings = cells.map((_, column) => columnHeading(grid, row, column));
  let current = newSegment(row, 0);
  let measures: MeasureColumn[] = [];
  let ranks = new Map<KeyRole, number>();
  let gap = 0;
  const close = (right: number): void => {
    segments.push({ ...current, right, measures });
  };
  const open = (left: number): void => {
    close(left - 1);
    current = newSegment(row, left);
    measures = [];
    ranks = new Map();
  };
  for (let column = 0; column < cells.length; column++) {
    const value = cells[column] ?? null;
    const measured = measures.at(-1)?.column ?? Infinity;
    if (measured < column && beginsAnother(grid, row, column, { headings, measures })) open(column);
    if (value === null || value === "") {
      gap = column + 1;
      continue;
    }
    const heading = headings[column] ?? null;
    const hasLine = current.keys.line >= 0 || current.keys.account >= 0;
    if (
      heading?.kind === "key" &&
      (heading.role === "line" || heading.role === "account") &&
      measured < column &&
      (hasLine || gap > measured)
    ) {
      const left = gap > measured ? gap : column;
      open(left);
      column = left - 1;
      gap = left;
      continue;
    }
    if (typeof value === "string" || typeof value === "number") current.texts.set(column, plainSpaces(String(value)));
    if (heading?.kind === "measure")
      measures.push({ column, heading, text: current.texts.get(column) ?? "", measure: heading.measure });
    if (heading?.kind === "key" && heading.rank < (ranks.get(heading.role) ?? Infinity)) {
      current.keys[heading.role] = column;
      ranks.set(heading.role, heading.rank);
    }
  }
  close(cells.length - 1);
  return segments.map((segment) => understood(grid, segment, contextOf));
}

function newSegment(row: number, left: number): Segment {
  return { row, left, right: left, measures: [], keys: { ...NO_KEYS }, texts: new Map() };
}

/** A column of names without a heading that we know, between measures that are the same again to its right. */
function beginsAnother(
  grid: Grid,
  row: number,
  column: number,
  {
    headings,
    measures,
  }: { readonly headings: readonly (Heading | null)[]; readonly measures: readonly MeasureColumn[] },
): boolean {
  if (headings[column] !== null) return false;
  const next = headings.slice(column + 1).find((heading) => heading?.kind === "measure");
  if (next?.kind !== "measure") return false;
  const again = measures.some(
    ({ heading }) => heading.measure === next.measure && heading.rest === next.rest && heading.part === next.part,
  );
  const both = (["outcome", "budget"] as const).every((measure) => measures.some((each) => each.measure === measure));
  return again && both && holdsNames(grid, row, column);
}

/** Columns of a table of months with outcome, budget and share side by side, and some more. */
const RATIO_REACH = 48;

/** With the columns that only the others, or their figures, tell: bare periods, and ratios called outcome. */
function understood(grid: Grid, segment: Segment, contextOf: (row: number) => HeaderContext): Segment {
  const { row, keys } = segment;
  const measures = withBarePeriods(grid, segment, contextOf).map((each) => ({ ...each }));
  const granted = grantedColumns(grid, segment, measures, contextOf(row).titles);
  for (const each of granted) {
    const at = measures.findIndex(({ column }) => column === each.column);
    if (at < 0) measures.push(each);
    else measures[at] = each;
  }
  measures.sort((a, b) => a.column - b.column);
  measures.forEach((each, at) => {
    if (each.measure !== "outcome" && each.measure !== "deviation") return;
    // What a ratio is of stands near it: all pairs of a very wide sheet would never be done with.
    const near = measures.slice(Math.max(0, at - RATIO_REACH), at + RATIO_REACH + 1);
    const of = (measure: "outcome" | "budget"): readonly number[] =>
      near.filter((other) => other.measure === measure && other !== each).map(({ column }) => column);
    const budgets = of("budget");
    if (of("outcome").some((over) => budgets.some((under) => isRatioOf(grid, row, each.column, over, under))))
      each.measure = "share";
  });
  const own = { ...keys };
  if (granted.some(({ column }) => column === own.line)) own.line = -1;
  if (own.line < 0 && own.account < 0) own.line = standIn(grid, segment, measures);
  if (own.line === own.initiative && own.line >= 0) own.initiative = -1;
  if (own.line === own.party && own.line >= 0) own.party = -1;
  return { ...segment, measures, keys: own };
}

/** What money is granted or planned by, in tables without a heading that says budget. */
const GRANTED =
  /^(?:(?:årets|beslutat|ändrat|tilldelat) )?(?:kommunbidrag|kommuntillskott|regionbidrag|ram|anslag|tilldelning|plan(?:erat|erad)?|beslutat|beslutad|beräknat|beräknad|fastställt|godkänt|kalkyl(?:erat)?)(?![\p{L}])/iu;
/** What a unit is granted by its municipality is its budget only where it is set against the net cost. */
const GRANT = /bidrag|tillskott/iu;
/** What may as well be planned in numbers as in money. */
const PLANNED = /^(?!.*bidrag|.*tillskott|(?:\p{L}+ )?anslag)/iu;

/** What is granted, in tables that have an outcome and no budget: `Anslag`, `Ram`, `Planerat` over amounts, in every period. */
function grantedColumns(
  grid: Grid,
  { row, texts }: Segment,
  measures: readonly MeasureColumn[],
  titles: readonly string[],
): readonly MeasureColumn[] {
  const has = (measure: string): boolean => measures.some((each) => each.measure === measure);
  if (has("budget") || !has("outcome")) return [];
  const found: MeasureColumn[] = [];
  let word: string | null = null;
  for (const [column, text] of texts) {
    const plain = text.replace(/(\p{L})- (?=\p{Ll})/gu, "$1");
    const own = GRANTED.exec(plain)?.[0].toLowerCase();
    if (own === undefined || (word !== null && own !== word) || !holdsAmounts(grid, row, column)) continue;
    if (GRANT.test(plain) && !has("deviation")) continue;
    const stated = [...texts.values(), ...titles].some((each) => unitsIn(each).size > 0);
    if (PLANNED.test(plain) && !stated && !holdsThousands(grid, row, column)) continue;
    const rest = plain.replace(GRANTED, "Budget");
    if (measureHeading(plain.replace(GRANTED, "Utfall"))?.measure === "share") continue;
    const heading = measureHeading(rest) ?? measureHeading("Budget");
    if (heading?.measure !== "budget") continue;
    word = own;
    found.push({ column, heading, text, measure: "budget" });
  }
  return found;
}

/** `Insats` or `Finansiär` heads the lines where nothing else does; -1: something does, or there is neither. */
function standIn(grid: Grid, { row, left, keys, texts }: Segment, measures: readonly MeasureColumn[]): number {
  const column = keys.initiative >= 0 ? keys.initiative : keys.party;
  if (column < 0 || measures.length === 0) return -1;
  const first = Math.min(...measures.map((each) => each.column));
  for (let other = left; other < first; other++) {
    if (other === keys.initiative || other === keys.party || Object.values(keys).includes(other)) continue;
    if (holdsNames(grid, row, other) || texts.has(other)) return -1;
  }
  return column;
}

/** `2019` beside `Budget 2019`, `jan` to `dec` beside `Budget helår`: the outcome, where no column is called that. */
function withBarePeriods(
  grid: Grid,
  { row, right, left, measures, keys, texts }: Segment,
  contextOf: (row: number) => HeaderContext,
): readonly MeasureColumn[] {
  const hasBudget = measures.some(
    ({ measure, heading }) =>
      measure === "budget" || heading.version?.kind === "revised-budget" || heading.version?.kind === "original-budget",
  );
  const isBooked = ({ measure, heading }: MeasureColumn): boolean =>
    measure === "outcome" && !heading.total && heading.part === "all";
  if (!hasBudget || measures.some(isBooked) || keys.year >= 0 || keys.period >= 0) return measures;
  const { date1904, contextYear } = contextOf(row);
  const year = contextYear ?? onlyYearIn([...texts.values()]);
  const found: MeasureColumn[] = [];
  for (let column = left; column <= right; column++) {
    const value: CellValue = grid.values[row]?.[column] ?? null;
    if (value === null || Object.values(keys).includes(column) || measures.some((each) => each.column === column))
      continue;
    const reading: PeriodReading = readPeriodCell(
      value,
      typeof value === "number" ? grid.format(row, column) : "General",
      date1904,
      year,
    );
    if (reading.kind !== "period" || !holdsAmounts(grid, row, column)) continue;
    const heading = periodHeading(reading.period.label);
    found.push({ column, heading, text: texts.get(column) ?? reading.period.label, measure: "outcome" });
  }
  return found.length === 0 ? measures : [...measures, ...found].sort((a, b) => a.column - b.column);
}

/** Columns of amounts among the measures, or next to them, whose headings nobody understands. */
export function unknownColumns(grid: Grid, { row, left, texts, measures, keys }: Segment): readonly number[] {
  const columns = measures.map(({ column }) => column);
  if (columns.length === 0) return [];
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const unknown: number[] = [];
  for (let column = left; column <= last + 1; column++) {
    // Left of the measures stand codes and names as well: only what is headed with a year is an amount there.
    if (column < first && onlyYearIn([texts.get(column) ?? ""]) === null) continue;
    if (columns.includes(column) || Object.values(keys).includes(column)) continue;
    const text = texts.get(column);
    if (text !== undefined && columnHeading(grid, row, column) !== null) continue;
    if (holdsAmounts(grid, row, column)) unknown.push(column);
  }
  return unknown;
}
