// src/intake/budget/entityColumns.ts: columns of several organisations side by side (Kommunen | Koncernen), each under its own heading.
import type { Grid } from "../grid";
import { plainSpaces } from "../../domain/lookupKey";
import { readPeriodText } from "../periodLabel";
import { unitsIn } from "../unitText";
import type { MeasureColumn, Segment } from "./header";
import { headingOf } from "./heading";
import { isTotalLabel } from "./measureHeading";

/** One organisation's measures. */
export interface Entity {
  readonly name: string;
  readonly measures: readonly MeasureColumn[];
}

const ROWS_ABOVE = 2;
const LONGEST_NAME = 60;

/**
 * The organisations whose columns repeat each other's measures and periods, left to right; empty for nearly every table. Their
 * names stand above the measures; a name holds for the columns to its right up to the next.
 */
export function entitiesOf(grid: Grid, segment: Segment, measures: readonly MeasureColumn[]): readonly Entity[] {
  const keys = measures.map(({ measure, heading }) => `${measure}|${heading.rest}|${heading.part}|${heading.rank}`);
  if (new Set(keys).size === keys.length) return [];
  const first = Math.min(...measures.map(({ column }) => column));
  for (let row = segment.row - 1; row >= Math.max(0, segment.row - ROWS_ABOVE); row--) {
    const names = namesIn(grid, row, first, segment.right);
    if (names.size < 2) continue;
    const entities = new Map<string, MeasureColumn[]>();
    for (const each of measures) {
      const name = [...names].filter(([column]) => column <= each.column).at(-1)?.[1];
      if (name !== undefined) entities.set(name, [...(entities.get(name) ?? []), each]);
    }
    if (entities.size > 1) return [...entities].map(([name, own]) => ({ name, measures: own }));
  }
  return [];
}

/** Names by column; empty where the row holds anything else over these columns. */
function namesIn(grid: Grid, row: number, from: number, to: number): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (let column = from; column <= to; column++) {
    const value = grid.values[row]?.[column] ?? null;
    if (value === null || value === "") continue;
    if (typeof value !== "string") return new Map();
    const name = plainSpaces(value);
    if (name === "") continue;
    const heading = headingOf(name);
    // `Sammanställd redovisning` is somebody's, `Redovisning 2024` a measure.
    const owned =
      heading?.kind === "measure" && heading.rest !== "" && readPeriodText(heading.rest, 2000).kind !== "period";
    const isName =
      (heading === null || owned) &&
      readPeriodText(name, 2000).kind !== "period" &&
      !isTotalLabel(name) &&
      unitsIn(name).size === 0;
    if (!isName || name.length > LONGEST_NAME) return new Map();
    names.set(column, name);
  }
  return names;
}

/** Has outcome and budget, so that the one can be set against the other. */
export function isComplete({ measures }: Entity): boolean {
  return (["outcome", "budget"] as const).every((wanted) => measures.some(({ measure }) => measure === wanted));
}
