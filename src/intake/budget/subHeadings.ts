// src/intake/budget/subHeadings.ts: a second row of headings below the measures (`ack`, `helår`, `kr`, `%`, `Intäkter`), read with them.
import { plainSpaces } from "../../domain/lookupKey";
import { type Grid, isBlank } from "../grid";
import { readPeriodText } from "../periodLabel";
import { unitsIn } from "../unitText";
import type { MeasureColumn, Segment } from "./header";
import { headingOf } from "./heading";
import { isTotalLabel, measureHeading, partHeading } from "./measureHeading";

const LONGEST = 30;
const ONLY_SUB = /^(?:%|i %|helår|hela året|året|år|period|perioden|månad(?:en)?|mån|ack|not|diff|netto|st)\.?$/iu;

/** The segment with both rows as one, or null where the row below is no row of headings. */
export function withSubHeadings(grid: Grid, segment: Segment): Segment | null {
  const columns = segment.measures.map(({ column }) => column);
  if (columns.length === 0) return null;
  const first = Math.min(...columns);
  const lower = lowerTexts(grid, segment, first);
  if (lower === null || lower.size === 0) return null;
  const texts = new Map(segment.texts);
  const measures: MeasureColumn[] = [];
  const right = Math.max(segment.right, ...lower.keys());
  let over: string | null = null;
  for (let column = first; column <= right; column++) {
    const upper = segment.texts.get(column);
    const below = lower.get(column);
    const own = segment.measures.find((each) => each.column === column);
    if (upper !== undefined) over = own === undefined ? null : upper;
    if (below === undefined) {
      if (own !== undefined) measures.push(own);
      continue;
    }
    const above = upper ?? over ?? "";
    const text = `${above} ${below}`.trim();
    const heading = measureHeading(text) ?? measureHeading(above) ?? partHeading(text);
    texts.set(column, text);
    if (heading !== null) measures.push({ column, heading, text, measure: heading.measure });
  }
  return { ...segment, right, measures, texts, bottom: segment.row + 1 };
}

/** Null: the row holds figures, or words that are no headings. */
function lowerTexts(grid: Grid, { row, left, right }: Segment, first: number): ReadonlyMap<number, string> | null {
  const cells = grid.values[row + 1] ?? [];
  const found = new Map<number, string>();
  for (let column = left; column < cells.length && column <= right + 4; column++) {
    const value = cells[column] ?? null;
    if (isBlank(value)) continue;
    if (typeof value !== "string") return null;
    const text = plainSpaces(value);
    if (column < first) {
      if (headingOf(text)?.kind !== "key" && unitsIn(text).size === 0) return null;
      continue;
    }
    if (text.length > LONGEST || !isSubHeading(text)) return null;
    found.set(column, text);
  }
  return found;
}

function isSubHeading(text: string): boolean {
  if (ONLY_SUB.test(text) || isTotalLabel(text)) return true;
  if (unitsIn(text).size > 0) return !/\d/u.test(text) || text.includes("000");
  return measureHeading(text) !== null || partHeading(text) !== null || readPeriodText(text, 2000).kind === "period";
}
