// src/intake/records/nearTables.ts: rows that look like the headings of a table that nobody recognised: what they come nearest to, and what they lack.
import { headingList } from "../headingList";
import { problem, type Problem } from "../../domain/problem";
import type { SetAside } from "../budget/budgetRows";
import { plainSpaces } from "../../domain/lookupKey";
import { rangeName } from "../../domain/a1";
import type { Grid } from "../grid";
import { contentUnder } from "./columnContent";
import { columnOf, nearestKind, type OtherKind, runsOf } from "./otherTables";

export interface NearTables {
  readonly found: readonly { readonly kind: OtherKind; readonly sheet: string; readonly row: number }[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

const MOST = 5;
const LONGEST = 80;

/** `taken`: rows of tables and of facts. `least`: how many headings of a kind there must be for it to be told. */
export function nearTables(grid: Grid, taken: ReadonlySet<number>, least: number): NearTables {
  const setAside: SetAside[] = [];
  const problems: Problem[] = [];
  const found: { kind: OtherKind; sheet: string; row: number }[] = [];
  for (let row = 0; row < grid.values.length && problems.length < MOST; row++) {
    const cells = grid.values[row] ?? [];
    if (taken.has(row) || cells.filter((cell) => typeof cell === "string").length < 2) continue;
    for (const { left, right, texts } of runsOf(cells)) {
      if (!texts || right <= left) continue;
      const body = bodyBelow(grid, row, left, right, taken);
      const near = body.length === 0 ? null : nearestKind(grid, { row, left, right });
      if (near === null || near.has.length < least || near.missing.length > 1) continue;
      if (!holdsAmounts(grid, row, left, right)) continue;
      const missing = columnOf(near.kind, near.missing[0] ?? "");
      const seen = textsOf(cells.slice(left, right + 1));
      const at = { sheet: grid.sheet, cell: rangeName(row, left, body.at(-1) ?? row, right) };
      const names = { sv: missing?.sv[0] ?? "", en: missing?.en[0] ?? "" };
      found.push({ kind: near.kind, sheet: grid.sheet, row });
      problems.push(problem("nearly-a-table", at, { seen: headingList(seen), kind: near.kind, ...names }));
      for (const each of body)
        setAside.push({
          sheet: grid.sheet,
          cell: rangeName(each, left, each, right),
          reason: "nearly-a-table",
          rows: 1,
        });
      break;
    }
  }
  return { found, setAside, problems };
}

/** The rows under a heading, to the first blank one. */
function bodyBelow(
  grid: Grid,
  row: number,
  left: number,
  right: number,
  taken: ReadonlySet<number>,
): readonly number[] {
  const rows: number[] = [];
  for (let at = row + 1; at < grid.values.length && !taken.has(at); at++) {
    const isFilled = (grid.values[at] ?? []).slice(left, right + 1).some((cell) => cell !== null && cell !== "");
    if (!isFilled) break;
    rows.push(at);
  }
  return rows;
}

function holdsAmounts(grid: Grid, row: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column++) {
    const heading = grid.values[row]?.[column];
    if (typeof heading === "string" && heading.length > LONGEST) return false;
    if (contentUnder(grid, row, column, left, right).amounts > 0) return true;
  }
  return false;
}

/** The first row of texts over amounts on each of the first sheets, as `Blad1, rad 3: Part · Belopp`; empty: there is none. */
export function headingsSeen(grids: readonly Grid[]): string {
  const seen = grids.flatMap((grid) => {
    const row = grid.values.findIndex(
      (cells, at) => isHeadingRow(cells) && grid.values.slice(at + 1, at + 4).some(hasAmounts),
    );
    return row < 0 ? [] : [`${grid.sheet}!${row + 1}: ${headingList(textsOf(grid.values[row] ?? []))}`];
  });
  return seen.slice(0, MOST_SHEETS).join("; ");
}

const MOST_SHEETS = 3;

function isHeadingRow(cells: Grid["values"][number]): boolean {
  const texts = textsOf(cells.filter((cell) => typeof cell === "string"));
  const isWords = cells.every((cell) => typeof cell !== "number");
  return isWords && texts.length >= 2 && texts.every((text) => text.length <= LONGEST);
}

/** The filled cells as they read; years are headings too. */
function textsOf(cells: Grid["values"][number]): readonly string[] {
  return cells
    .flatMap((cell) => (typeof cell === "string" || typeof cell === "number" ? [plainSpaces(String(cell))] : []))
    .filter((text) => text !== "");
}

function hasAmounts(cells: Grid["values"][number]): boolean {
  return cells.some((cell) => typeof cell === "number");
}
