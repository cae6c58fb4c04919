// src/actions/tableChoices.ts: what a user's choice about a table becomes: corrections, and the text that the workbook keeps of them.
import {
  type ColumnCorrection,
  type FoundColumn,
  type FoundPlace,
  type RowCorrection,
  type TableCorrection,
  type TableKind,
} from "../domain/tableCorrection";
import { choicesText } from "../intake/corrections/choicesText";
import { headingText } from "../intake/corrections/headingStem";
import { folded } from "../domain/lookupKey";
import { rangeName } from "../domain/a1";
import type { Grid } from "../intake/grid";
import { namesPeriod } from "../intake/periodLabel";
import { withLeftOut } from "../intake/corrections/tabChoices";
import type { TabGroupName } from "../domain/tabGroup";
import type { Analysis } from "./analysis";

/** The text that the workbook of this run is to keep, with what is said of its tables and tabs instead, where anything is. */
export function rememberedText(
  { readings, leftOut }: Pick<Analysis, "readings" | "leftOut">,
  change: { readonly corrections?: readonly TableCorrection[]; readonly leftOut?: readonly TabGroupName[] } = {},
): string {
  const corrections = change.corrections ?? readings[0]?.corrections ?? [];
  return withLeftOut(choicesText(corrections, readings[0]?.answers ?? []), change.leftOut ?? leftOut);
}

/** Rows that are looked at for how wide a table is, and for its header. */
const ROWS_LOOKED_AT = 40;

/** What is said of a table so far, where it stands now; says nothing where nothing was. */
function sofar(place: FoundPlace): TableCorrection {
  const here = {
    sheet: place.sheet,
    headings: place.columns.map(({ heading }) => heading),
    row: place.row,
    left: place.left,
  };
  const nothing = { replaces: null, use: null, columns: [], rows: [], unit: null, sign: null };
  return { ...nothing, ...place.correction, ...here };
}

function saysNothing({ replaces, use, columns, rows, unit, sign, period = null }: TableCorrection): boolean {
  const whole = [replaces, use, unit, sign, period];
  return columns.length + rows.length === 0 && whole.every((each) => each === null);
}

/** The corrections with `change` made to what is said of this table. */
export function withChange(
  corrections: readonly TableCorrection[],
  place: FoundPlace,
  change: Partial<TableCorrection>,
): readonly TableCorrection[] {
  const next = { ...sofar(place), ...change };
  const at = place.correction === null ? -1 : corrections.indexOf(place.correction);
  const others = corrections.filter((_, index) => index !== at);
  if (saysNothing(next)) return others;
  return at < 0 ? [...corrections, next] : corrections.map((each, index) => (index === at ? next : each));
}

/** The table as it is read now: the one that stood in `place`, or that place itself where none does. */
export function placeNow(found: readonly FoundPlace[], place: FoundPlace): FoundPlace {
  return (
    found.find(
      ({ kind, sheet, row, left }) =>
        kind !== "initiative" && sheet === place.sheet && row === place.row && left === place.left,
    ) ??
    found.find(({ kind, sheet, row }) => kind !== "initiative" && sheet === place.sheet && row === place.row) ??
    place
  );
}

/** The corrections without what is said of this table. */
export function withoutChoices(corrections: readonly TableCorrection[], place: FoundPlace): readonly TableCorrection[] {
  return corrections.filter((each) => each !== place.correction);
}

/** The table is of this kind, is left out, or is as recognised (null). Roles of another kind fall away. */
export function useChange(place: FoundPlace, use: TableKind | null): Partial<TableCorrection> {
  const kept = use === "ignore" || use === place.correction?.use;
  return kept ? { use } : { use, columns: [] };
}

/** Columns under one heading; those without a heading are alone. */
export interface ColumnGroup {
  readonly heading: string;
  readonly columns: readonly FoundColumn[];
}

/** The columns by heading; those under a heading in `headingsApart` each by itself. */
export function columnGroups(place: FoundPlace, headingsApart: ReadonlySet<string>): readonly ColumnGroup[] {
  const apart = new Set([...headingsApart].map(folded));
  const groups = new Map<string, FoundColumn[]>();
  for (const column of place.columns) {
    const name = folded(column.heading);
    const key = name === "" || apart.has(name) ? `#${column.column}` : name;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()].map((columns) => ({ heading: columns[0]?.heading ?? "", columns }));
}

/** Headings under which the user chose for single columns. */
export function chosenApart(place: FoundPlace): ReadonlySet<string> {
  return new Set((place.correction?.columns ?? []).flatMap(({ heading, nth }) => (nth === null ? [] : [heading])));
}

/** The columns of the group get this role (null: not used). */
export function columnChange(place: FoundPlace, group: ColumnGroup, role: string | null): Partial<TableCorrection> {
  const name = folded(group.heading);
  const same = place.columns.filter(({ heading }) => folded(heading) === name);
  const whole = name !== "" && group.columns.length === same.length;
  const isOther = (nth: number): boolean => !group.columns.some(({ column }) => column === same[nth]?.column);
  const chosen = (place.correction?.columns ?? []).filter(
    ({ heading, nth }) => folded(heading) !== name || (!whole && nth !== null && isOther(nth)),
  );
  const spread = whole ? [] : spreadOut(place, same, group, name);
  const own: ColumnCorrection[] = whole
    ? [{ heading: group.heading, nth: null, role }]
    : group.columns.map((column) => ({
        heading: group.heading,
        nth: same.findIndex((each) => each.column === column.column),
        role,
      }));
  return { use: kindOf(place), columns: [...chosen, ...spread, ...own] };
}

/** What was said of all columns under a heading holds for the others of them still. */
function spreadOut(
  place: FoundPlace,
  same: readonly FoundColumn[],
  group: ColumnGroup,
  name: string,
): readonly ColumnCorrection[] {
  const all = place.correction?.columns.find(({ heading, nth }) => folded(heading) === name && nth === null);
  if (all === undefined) return [];
  return same.flatMap((column, nth) =>
    group.columns.some((each) => each.column === column.column) ? [] : [{ ...all, nth }],
  );
}

function kindOf({ kind, correction }: FoundPlace): TableKind | null {
  return correction?.use ?? (kind === "initiative" ? null : kind);
}

/** Rows with this label are lines or totals; as they would be told apart without the choice, there is none. */
export function rowChange(place: FoundPlace, label: string, is: RowCorrection["is"]): Partial<TableCorrection> {
  const others = (place.correction?.rows ?? []).filter((row) => folded(row.label) !== folded(label));
  const had = others.length < (place.correction?.rows.length ?? 0);
  // Back to what it was before the user's first word.
  return { rows: had ? others : [...others, { label, is }] };
}

/** Another row is the header; choices for headings that it does not have fall away. */
export function headerChange(grid: Grid, place: FoundPlace, row: number): Partial<TableCorrection> {
  const { left, headings } = spanAt(grid, row, place);
  const named = new Set(headings.map(folded));
  const before = place.correction?.replaces ?? place.columns.map(({ heading }) => heading);
  return {
    row,
    left,
    headings,
    replaces: before.some((heading) => heading !== "") ? before : null,
    use: kindOf(place),
    columns: (place.correction?.columns ?? []).filter(({ heading }) => named.has(folded(heading))),
  };
}

/** A table that was not recognised, with its header in this row: nothing is known of its columns but their headings. */
export function unknownPlace(grid: Grid, row: number): FoundPlace {
  const { left, headings } = spanAt(grid, row, null);
  const right = left + headings.length - 1;
  return {
    kind: "budget",
    sheet: grid.sheet,
    range: rangeName(row, left, Math.max(row, grid.rows - 1), Math.max(left, right)),
    row,
    left,
    right,
    columns: headings.map((heading, at) => ({ column: left + at, heading, role: null })),
    rows: [],
    used: 0,
    setAside: 0,
    correction: null,
  };
}

/** The columns from the first to the last with anything in them, at the row or some way below it; at least as wide as the table was. */
function spanAt(grid: Grid, row: number, place: FoundPlace | null): { left: number; headings: readonly string[] } {
  let left = place?.left ?? Infinity;
  let right = place?.right ?? -1;
  for (const cells of grid.values.slice(row, row + ROWS_LOOKED_AT)) {
    cells.forEach((cell, column) => {
      if (cell === null || cell === "") return;
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  }
  if (right < 0) return { left: 0, headings: [] };
  const cells = grid.values[row] ?? [];
  return { left, headings: Array.from({ length: right - left + 1 }, (_, at) => headingText(cells[left + at])) };
}

/** The first row with two texts or more over a row with a number; the first row with anything where there is none such. */
export function likelyHeader(grid: Grid): number {
  const texts = (row: number): number =>
    (grid.values[row] ?? []).filter((cell) => typeof cell === "string" && headingText(cell) !== "").length;
  const numbers = (row: number): number => (grid.values[row] ?? []).filter((cell) => typeof cell === "number").length;
  const rows = [...grid.values.keys()].slice(0, 200);
  const found = rows.find((row) => texts(row) >= 2 && numbers(row + 1) > 0 && numbers(row + 1) >= numbers(row));
  return found ?? Math.max(0, rows.find((row) => texts(row) + numbers(row) > 0) ?? 0);
}

/** What the cells below a heading hold, as an example: the first values, as they are. */
export function examplesOf(grid: Grid, place: FoundPlace, column: number): readonly string[] {
  const values: string[] = [];
  for (const cells of grid.values.slice(place.row + 1, place.row + 1 + ROWS_LOOKED_AT)) {
    const text = headingText(cells[column]);
    if (text !== "") values.push(text);
    if (values.length === 2) break;
  }
  return values;
}

/** A budget table whose columns name neither period nor year: it is read from its titles, or said by the user. */
export function takesPeriod({ kind, columns }: FoundPlace): boolean {
  return kind === "budget" && !columns.some(({ role }) => role === "period" || role === "year");
}

export { namesPeriod };

export { TABLE_KINDS, tableRoles as rolesOf } from "../intake/records/tableKinds";
