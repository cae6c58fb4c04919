// src/intake/joined/sheetSides.ts: sheets with only the budget or only the outcome of a table whose other side is on another sheet.
import { folded } from "../../domain/lookupKey";
import { type CellValue, type Grid, isBlank } from "../grid";
import { holdsAmounts, holdsNames } from "../budget/columnContent";
import type { BudgetHeader } from "../budget/header";
import { headingOf } from "../budget/heading";
import { isTotalLabel } from "../budget/measureHeading";
import { headingText } from "../corrections/headingStem";
import { onlyYearIn, readPeriodCell } from "../periodLabel";
import { type FoundTable, recognise } from "../recognise";
import { withoutUnit } from "../unitText";

export type Side = "budget" | "outcome";

/** One side of a table. */
export interface SheetSide {
  readonly grid: Grid;
  readonly found: FoundTable<BudgetHeader>;
  readonly side: Side;
  /** What the sheet's name says beside the side and the period, by which it finds its other one. */
  readonly stem: string;
  /** The year of the sheet's name; null: none, or several. */
  readonly year: number | null;
}

const OUTCOME =
  /\b(?:utfall(?:et)?|bokslut(?:et)?|redovisa[dt]|bokfor[dt]|huvudbok|actuals?|outcome|regnskab|regnskap)\b/gu;
const BUDGET = /\b(?:(?:ars|helars|detalj|intern|kostnads|projekt)?budget(?:en)?|budsjett(?:et)?)\b/gu;
const NO_NAME =
  /\b(?:blad|sheet|ark|flik|tabell|tkr|kr|mkr|kopia|slutlig|jan|feb|mars?|apr|maj|juni?|juli?|aug|sept?|okt|nov|dec|januari|februari|april|augusti|september|oktober|november|december|kv|kvartal|tertial|t\.? ?o\.? ?m|tom|per|ack|delar|helar|ar)\b|\d+|[^\p{L}]+/gu;

/** Which side a name says (`Budget 2026`); null: neither, or both. */
export function sideNamed(name: string): Side | null {
  const words = folded(name).replace(/_/gu, " ");
  const [budget, outcome] = [BUDGET, OUTCOME].map((pattern) => words.search(pattern) >= 0);
  return budget === outcome ? null : budget ? "budget" : "outcome";
}

/** What is left of a name without side, period and words that name nothing. */
export function stemOf(name: string): string {
  return folded(name)
    .replace(/_/gu, " ")
    .replace(OUTCOME, " ")
    .replace(BUDGET, " ")
    .replace(NO_NAME, " ")
    .replace(/ +/gu, " ")
    .trim();
}

/**
 * The one side of a table that a sheet holds; null: it holds none, both or more tables. Where no heading says which it is, the sheet's
 * name does (`Budget 2026` over months, or over one column of amounts). `assumed`: the period of tables that say none; `name`: what the
 * sheet goes by, where the file says more than the sheet.
 */
export function sideOfSheet(
  grid: Grid,
  tables: readonly FoundTable[],
  date1904: boolean,
  assumed: string | null = null,
  name = grid.sheet,
): SheetSide | null {
  const budgets = tables.filter((table): table is FoundTable<BudgetHeader> => table.header.kind === "budget");
  const [only] = budgets;
  if (budgets.length > 1 || tables.some(({ correction }) => correction !== null)) return null;
  const named = { stem: stemOf(name), year: onlyYearIn([name]) };
  const own = only === undefined ? null : sideOf(only.header);
  if (only !== undefined && own !== null) return { grid, found: unblocked(only), side: own, ...named };
  if (only !== undefined && only.header.groups.length > 0) return null;
  if (only === undefined && tables.length > 0) return null;
  const side = sideNamed(name);
  if (side === null) return null;
  const row = only?.header.row ?? headingRow(grid, date1904);
  if (row === null) return null;
  const again = recognise(headedAs(grid, row, side, date1904), date1904, [], assumed);
  const found = again.find((table): table is FoundTable<BudgetHeader> => table.header.kind === "budget");
  if (found?.header.row !== row || sideOf(found.header) !== side) return null;
  return { grid, found: unblocked({ ...found, header: withOwnHeadings(grid, found.header) }), side, ...named };
}

function sideOf({ groups, block }: BudgetHeader): Side | null {
  if (block?.code !== "no-budget-column" && block?.code !== "no-outcome-column") return null;
  const has = (measure: Side): boolean => groups.some((group) => group[measure] >= 0);
  if (has("budget") === has("outcome")) return null;
  return has("budget") ? "budget" : "outcome";
}

function unblocked(found: FoundTable<BudgetHeader>): FoundTable<BudgetHeader> {
  return { ...found, header: { ...found.header, block: null } };
}

const AMOUNT = /^(?:belopp|summa|kronor|varde|varden|totalt|amount|kostnad|kostnader)?$/u;
/** Any year will do to see that a label is a period. */
const ANY_YEAR = 2000;
const ROWS = 40;

/** The first row of headings over names and amounts, of which some are periods or plain words for amounts. */
function headingRow(grid: Grid, date1904: boolean): number | null {
  for (let row = 0; row < Math.min(ROWS, grid.values.length - 1); row++) {
    const cells = grid.values[row] ?? [];
    const first = cells.findIndex((_, column) => headed(grid, row, column, "", date1904) !== null);
    if (first <= 0) continue;
    const names = Array.from({ length: first }, (_, column) => column).some((column) => holdsNames(grid, row, column));
    if (names) return row;
  }
  return null;
}

/** The heading with the side before it; null: it is over no amounts, or none that needs one. */
function headed(grid: Grid, row: number, column: number, word: string, date1904: boolean): CellValue {
  const value = grid.values[row]?.[column] ?? null;
  if (isBlank(value) || !holdsAmounts(grid, row, column)) return null;
  const format = typeof value === "number" ? grid.format(row, column) : "General";
  const reading = readPeriodCell(value, format, date1904, ANY_YEAR);
  if (reading.kind === "period")
    return `${word} ${typeof value === "number" ? reading.period.label : headingText(value)}`;
  if (typeof value !== "string") return null;
  const unit = /[([].*[)\]]|\b(?:kr|tkr|mkr|mnkr)\b/iu.exec(value)?.[0] ?? "";
  if (isTotalLabel(value)) return `${word} totalt ${unit}`;
  return AMOUNT.test(withoutUnit(value)) ? `${word} ${unit}` : null;
}

/** The sheet with its side in the headings, only to see what its columns are: its cells are read as they are. */
function headedAs(grid: Grid, row: number, side: Side, date1904: boolean): Grid {
  const word = side === "budget" ? "Budget" : "Utfall";
  const cells = grid.values[row] ?? [];
  const first = cells.findIndex((_, column) => headed(grid, row, column, word, date1904) !== null);
  const before = Array.from({ length: Math.max(first, 0) }, (_, column) => column);
  const known = before.some((column) => typeof cells[column] === "string" && headingOf(cells[column])?.kind === "key");
  const line = known ? undefined : before.find((column) => holdsNames(grid, row, column));
  const values = grid.values.map((own, at) =>
    at !== row
      ? own
      : cells.map(
          (cell, column) => headed(grid, row, column, word, date1904) ?? (column === line ? "Kostnadsslag" : cell),
        ),
  );
  return { ...grid, values };
}

function withOwnHeadings(grid: Grid, header: BudgetHeader): BudgetHeader {
  const headings = new Map(
    [...header.headings.keys()].map((column) => [column, headingText(grid.values[header.row]?.[column])]),
  );
  return { ...header, headings };
}
