// src/intake/budget/chosenHeader.ts: the header of a budget table as the user says that it is to be read.
import { headingList } from "../headingList";
import { VERSION_KINDS } from "../../domain/deviation/budget";
import { problem } from "../../domain/problem";
import type { BudgetRole } from "../../domain/tableCorrection";
import { headingText } from "../corrections/headingStem";
import { plainSpaces } from "../../domain/lookupKey";
import { columnName, rangeName } from "../../domain/a1";
import type { Grid } from "../grid";
import { periodIn, readPeriodCell } from "../periodLabel";
import { longHeader, promoted, spreadHeader } from "./budgetHeader";
import { type BudgetHeader, type HeaderContext, type MeasureColumn, NO_KEYS, type Segment } from "./header";
import { headingOf, type KeyRole } from "./heading";
import { isTotalLabel, type Measure, type MeasureHeading } from "./measureHeading";
import { labelRowAbove, labelRowBelow } from "./headerLabels";

type Role = BudgetRole;

const MEASURES: readonly Measure[] = ["outcome", "budget", "deviation"];

/** Where the header stands; columns from 0, both ends included. */
interface HeaderPlace {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** Columns in `chosen` are what the user says (null: not used), the others what their headings say. Always a header: what it lacks is its block. */
export function chosenHeader(
  grid: Grid,
  place: HeaderPlace,
  chosen: ReadonlyMap<number, string | null>,
  contextOf: (row: number) => HeaderContext,
): BudgetHeader {
  const context = contextOf(place.row);
  const segment = segmentOf(grid, place, chosen, context);
  const { keys, measures } = segment;
  const hasPeriod = keys.period >= 0 || keys.year >= 0 || keys["part-of-year"] >= 0;
  const header =
    hasPeriod || measures.length === 0 ? longHeader(grid, segment, context) : wideOf(grid, segment, contextOf);
  if (header.block !== null || keys.line >= 0 || keys.account >= 0) return header;
  const firstAmount = Math.min(...measures.map(({ column }) => column));
  if (namesBefore(grid, place, firstAmount)) return header;
  const headings = headingList([...segment.texts.values()]);
  const at = { sheet: grid.sheet, cell: rangeName(place.row, place.left, place.row, place.right) };
  return { ...header, block: problem("no-line-column", at, { headings }) };
}

function wideOf(grid: Grid, segment: Segment, contextOf: (row: number) => HeaderContext): BudgetHeader {
  const measures = promoted(segment.measures);
  const firstColumn = Math.min(...measures.map(({ column }) => column));
  const labels = labelRowAbove(grid, segment, firstColumn, contextOf);
  const below = labels === null ? labelRowBelow(grid, segment, firstColumn, contextOf) : null;
  return spreadHeader(grid, segment, { measures, labels, below }, contextOf);
}

/** Some column left of the amounts holds names. */
function namesBefore(grid: Grid, { row, left }: HeaderPlace, firstAmount: number): boolean {
  return grid.values
    .slice(row + 1, row + 200)
    .some((cells) => cells.slice(left, firstAmount).some((cell) => typeof cell === "string" && cell.trim() !== ""));
}

function segmentOf(
  grid: Grid,
  { row, left, right }: HeaderPlace,
  chosen: ReadonlyMap<number, string | null>,
  context: HeaderContext,
): Segment {
  const keys: Record<KeyRole, number> = { ...NO_KEYS };
  const ranks = new Map<KeyRole, number>();
  const measures: MeasureColumn[] = [];
  const texts = new Map<number, string>();
  const taken = new Set([...chosen.values()].filter((role) => role !== null));
  for (let column = left; column <= right; column++) {
    const text = headingText(grid.values[row]?.[column]);
    if (text !== "") texts.set(column, text);
    const role = chosen.get(column);
    if (role === null) continue;
    if (role !== undefined) {
      const measure = isMeasure(role) ? measureFor(role, text, periodText(grid, row, column, context)) : null;
      if (measure !== null) measures.push({ column, heading: measure, text, measure: measure.measure });
      else if (keys[role as KeyRole] < 0) keys[role as KeyRole] = column;
      continue;
    }
    const heading = headingOf(text);
    if (heading?.kind === "measure") measures.push({ column, heading, text, measure: heading.measure });
    // A column that only its heading makes the line gives way to the one that the user chose.
    if (heading?.kind === "key" && !taken.has(heading.role) && heading.rank < (ranks.get(heading.role) ?? Infinity)) {
      keys[heading.role] = column;
      ranks.set(heading.role, heading.rank);
    }
  }
  // A column without any heading is spoken of by its letter.
  for (const column of chosen.keys()) if (!texts.has(column)) texts.set(column, columnName(column));
  return { row, left, right, measures, keys, texts };
}

function isMeasure(role: string): role is Exclude<Role, KeyRole> {
  return [...MEASURES, ...VERSION_KINDS].some((each) => each === role);
}

/** The period in the heading's own words, such that it can be read again; empty when it names none. */
function periodText(grid: Grid, row: number, column: number, { date1904, contextYear }: HeaderContext): string {
  const value = grid.values[row]?.[column] ?? null;
  const reading =
    typeof value === "number" ? readPeriodCell(value, grid.format(row, column), date1904, contextYear) : null;
  if (reading?.kind === "period") return reading.period.label;
  return typeof value === "string" ? sourceWords(value, periodIn(value, contextYear)?.label ?? "") : "";
}

/** A period's label with the dashes that the heading has. */
function sourceWords(heading: string, label: string): string {
  const tight = plainSpaces(heading).replace(/ ?([-\u2010-\u2015\u2212]) ?/gu, "$1");
  const at = tight.replace(/[\u2010-\u2015\u2212]/gu, "-").indexOf(label);
  return at < 0 ? label : tight.slice(at, at + label.length);
}

function measureFor(role: Exclude<Role, KeyRole>, text: string, period: string): MeasureHeading {
  const own = headingOf(text);
  const kind = VERSION_KINDS.find((each) => each === role);
  const measure: Measure = kind === undefined ? (MEASURES.find((each) => each === role) ?? "outcome") : "version";
  if (own?.kind === "measure" && own.measure === measure && own.version?.kind === kind) return own;
  return {
    kind: "measure",
    measure,
    version: kind === undefined ? null : { kind, label: text === "" ? role : text },
    rest: period,
    part: "all",
    total: isTotalLabel(text),
    accumulated: false,
    wholeYear: false,
    rank: 0,
  };
}
