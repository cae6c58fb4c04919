// src/intake/corrections/placing.ts: finds the tables that remembered corrections are about, by sheet and headings, wherever they stand now.
import type { TableCorrection } from "../../domain/tableCorrection";
import { folded } from "../../domain/lookupKey";
import type { Grid } from "../grid";
import { headingStem, headingText } from "./headingStem";

/** A correction and the header row that it is about now; columns from 0, both ends included. */
export interface Placed {
  readonly correction: TableCorrection;
  readonly grid: Grid;
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

export interface Placing {
  readonly placed: readonly Placed[];
  /** Corrections that no table answers to any more. */
  readonly lost: readonly TableCorrection[];
}

interface Candidate extends Omit<Placed, "correction"> {
  readonly matched: number;
  readonly whole: boolean;
  /** Every heading as it was written, dates and all. */
  readonly exact: boolean;
}

/** So many of the headings must be there still, rounded up, and all that the user chose a role for. */
const LEAST_SHARE = 0.6;

/**
 * Each correction takes one table: on its own sheet, else on a sheet whose name only differs in dates, else on the only other sheet that
 * has all of its headings. Chosen columns are then also read so in the tables that have the very same headings and no correction of their own.
 */
export function placeCorrections(grids: readonly Grid[], corrections: readonly TableCorrection[]): Placing {
  const placed: Placed[] = [];
  const lost: TableCorrection[] = [];
  const isFree = ({ grid, row, left, right }: Candidate): boolean =>
    !placed.some((other) => other.grid === grid && other.row === row && other.left <= right && other.right >= left);
  const found = corrections.map((correction) => grids.flatMap((grid) => candidatesIn(grid, correction)));
  corrections.forEach((correction, index) => {
    const best = bestOf((found[index] ?? []).filter(isFree), correction);
    if (best === null) lost.push(correction);
    else placed.push({ ...best, correction });
  });
  corrections.forEach((correction, index) => {
    if (lost.includes(correction) || correction.columns.length === 0 || correction.use === "ignore") return;
    for (const same of (found[index] ?? []).filter(({ exact }) => exact)) {
      if (!isFree(same)) continue;
      const { grid, row, left } = same;
      const own = { sheet: grid.sheet, row, left, replaces: null, rows: [], unit: null, sign: null, period: null };
      placed.push({ ...same, correction: { ...correction, ...own } });
    }
  });
  return { placed, lost };
}

function bestOf(candidates: readonly Candidate[], correction: TableCorrection): Candidate | null {
  const name = folded(correction.sheet);
  const stem = headingStem(correction.sheet);
  const own = candidates.filter(({ grid }) => folded(grid.sheet) === name);
  const alike = candidates.filter(({ grid }) => headingStem(grid.sheet) === stem);
  const elsewhere = candidates.filter(({ whole }) => whole);
  const among = own.length > 0 ? own : alike.length > 0 ? alike : elsewhere.length === 1 ? elsewhere : [];
  const distance = ({ row, left }: Candidate): number =>
    Math.abs(row - correction.row) + Math.abs(left - correction.left);
  return (
    [...among].sort(
      (a, b) => Number(b.exact) - Number(a.exact) || b.matched - a.matched || distance(a) - distance(b),
    )[0] ?? null
  );
}

function candidatesIn(grid: Grid, correction: TableCorrection): readonly Candidate[] {
  const { headings } = correction;
  const lead = headings.findIndex((heading) => heading !== "");
  if (lead < 0) return byPosition(grid, correction);
  const tail = [...headings].reverse().findIndex((heading) => heading !== "");
  const wanted = headings.filter((heading) => heading !== "");
  const stems = wanted.map(headingStem);
  const known = new Set(stems);
  const needed = correction.columns.filter(({ heading, role }) => heading !== "" && role !== null);
  const least = Math.ceil(stems.length * LEAST_SHARE);
  const found: Candidate[] = [];
  grid.values.forEach((cells, row) => {
    const texts = cells.map(headingText);
    const present = texts.filter((text) => text !== "" && known.has(headingStem(text))).length;
    if (present < least) return;
    for (let from = 0; from < texts.length;) {
      const run = runFrom(texts, from, stems);
      if (run === null) break;
      from = run.last + 1;
      const all = new Set(texts.slice(run.first, run.last + 1).map(headingStem));
      if (run.matched < least || !needed.every(({ heading }) => all.has(headingStem(heading)))) continue;
      const end = extended(texts, run.last);
      const within = texts.slice(run.first, end + 1).filter((text) => text !== "");
      found.push({
        grid,
        row,
        left: Math.max(0, run.first - lead),
        right: end + tail,
        matched: run.matched,
        whole: run.matched === stems.length,
        exact: wanted.length === within.length && wanted.every((text, at) => folded(text) === folded(within[at] ?? "")),
      });
      from = end + 1;
    }
  });
  return found;
}

/** The headings in their order, others between them allowed, from the first column that bears one of them. */
function runFrom(
  texts: readonly string[],
  from: number,
  stems: readonly string[],
): { readonly first: number; readonly last: number; readonly matched: number } | null {
  let next = 0;
  let first = -1;
  let last = -1;
  let matched = 0;
  for (let column = from; column < texts.length && next < stems.length; column++) {
    const text = texts[column] ?? "";
    const at = text === "" ? -1 : stems.indexOf(headingStem(text), next);
    if (at < 0) continue;
    if (first < 0) first = column;
    last = column;
    matched++;
    next = at + 1;
  }
  return first < 0 ? null : { first, last, matched };
}

/** New columns at the right end belong to the table as long as no empty one comes between. */
function extended(texts: readonly string[], last: number): number {
  let right = last;
  while ((texts[right + 1] ?? "") !== "") right++;
  return right;
}

/** A header row without a single heading can only be found where it stood. */
function byPosition(grid: Grid, { sheet, row, left, headings }: TableCorrection): readonly Candidate[] {
  if (folded(grid.sheet) !== folded(sheet)) return [];
  const right = left + headings.length - 1;
  const blank = (grid.values[row] ?? []).slice(left, right + 1).every((cell) => headingText(cell) === "");
  return blank ? [{ grid, row, left, right, matched: 0, whole: true, exact: false }] : [];
}

/** Whether a row's headings are those that the user said are none. */
export function isReplaced(headings: readonly string[], replaces: readonly string[]): boolean {
  const present = new Set(headings.map(headingStem));
  const wanted = replaces.filter((heading) => heading !== "");
  const matched = wanted.filter((heading) => present.has(headingStem(heading))).length;
  return matched > 0 && matched >= Math.ceil(wanted.length * LEAST_SHARE);
}

/** The chosen role per column of the placed table, and the choices whose column is gone. */
export function chosenColumns({ correction, grid, row, left, right }: Placed): {
  readonly roles: ReadonlyMap<number, string | null>;
  readonly gone: readonly string[];
} {
  const texts: string[] = [];
  for (let column = left; column <= right; column++) texts.push(headingText(grid.values[row]?.[column]));
  const roles = new Map<number, string | null>();
  const gone: string[] = [];
  const columnsWith = (test: (text: string) => boolean): number[] =>
    texts.flatMap((text, at) => (test(text) ? [left + at] : []));
  const written = (heading: string): number[] => columnsWith((text) => folded(text) === folded(heading));
  const named = new Set(correction.columns.map(({ heading }) => folded(heading)));
  for (const { heading, nth, role } of correction.columns) {
    const exact = written(heading);
    const stem = headingStem(heading);
    // Last month's `Utfall mars` is this month's `Utfall april`: of those that bear no choice of their own, in order.
    const alike =
      exact.length > 0 ? exact : columnsWith((text) => headingStem(text) === stem && !named.has(folded(text)));
    const rivals = correction.columns.filter(
      (other) => headingStem(other.heading) === stem && written(other.heading).length === 0,
    );
    const place =
      exact.length > 0 ? nth : rivals.length > 1 ? rivals.findIndex((other) => other.heading === heading) : nth;
    const columns = place === null ? alike : alike.slice(place, place + 1);
    if (columns.length === 0) gone.push(heading);
    for (const column of columns) roles.set(column, role);
  }
  return { roles, gone };
}
