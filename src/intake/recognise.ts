// src/intake/recognise.ts: finds the tables in a grid. A further kind of table is one more recogniser here and one more file.
import { budgetHeadersAt } from "./budget/budgetHeader";
import type { BudgetHeader, HeaderContext } from "./budget/header";
import type { TableCorrection } from "../domain/tableCorrection";
import { chosenHeader } from "./budget/chosenHeader";
import { headingText } from "./corrections/headingStem";
import { chosenColumns, isReplaced, type Placed } from "./corrections/placing";
import type { Grid } from "./grid";
import { chosenOtherHeader } from "./records/chosenColumns";
import { isRecordKind } from "./records/recordKinds";
import { nearestKind, type OtherHeader, otherHeadersAt } from "./records/otherTables";
import { onlyYearIn } from "./periodLabel";
import { headingOf } from "./budget/heading";
import { plainSpaces } from "../domain/lookupKey";

export type FoundHeader = BudgetHeader | OtherHeader;

/** A header with the row where its table must have ended (the next header on the same columns, or the end of the sheet). */
export interface FoundTable<Header extends FoundHeader = FoundHeader> {
  readonly header: Header;
  readonly end: number;
  readonly titles: readonly string[];
  /** Rows in the body that repeat the header. */
  readonly repeats: ReadonlySet<number>;
  /** What the user says of this table; null: nothing. */
  readonly correction: TableCorrection | null;
}

const TITLE_ROWS = 12;
/** Longer text is prose, neither a title nor a heading. */
const LONGEST_TITLE = 160;

/**
 * Every table of a sheet, top to bottom, left to right. `placed`: what the user says of tables of this sheet, which goes before what is
 * recognised; `assumed`: a period for tables about which nothing says one.
 */
export function recognise(
  grid: Grid,
  date1904: boolean,
  placed: readonly Placed[] = [],
  assumed: string | null = null,
): readonly FoundTable[] {
  const headers: FoundHeader[] = [];
  const corrections = new Map<FoundHeader, TableCorrection>();
  const contextOf = (row: number): HeaderContext =>
    withPeriod(assuming(contextAbove(grid, row, headers, date1904), assumed), row, placed);
  let blank = -1;
  for (let row = 0; row < grid.values.length; row++) {
    if (isBlank(grid.values[row - 1])) blank = row - 1;
    const cells = grid.values[row];
    if (cells === undefined || (!hasText(cells) && !placed.some((place) => place.row === row))) continue;
    const others = otherHeadersAt(grid, row);
    const budgets = others.length > 0 ? [] : budgetHeadersAt(grid, row, contextOf).filter(outside(headers));
    // A heading that is only near one of a kind's is looked at where nothing else fits, and then asked about.
    const natural =
      others.length > 0
        ? others
        : budgets.length > 0
          ? budgets
          : isBelowHeader(blank, headers)
            ? []
            : otherHeadersAt(grid, row, true);
    headers.push(
      ...(placed.length === 0 ? natural : corrected(grid, row, natural, { placed, corrections, contextOf })),
    );
  }
  return withEnds(grid, headers, date1904, corrections);
}

/** Not a further row of headings of a table that is found already. */
function outside(headers: readonly FoundHeader[]): (header: BudgetHeader) => boolean {
  return (header) =>
    !headers.some((other) => {
      const place = rowsOf(other);
      return place.top <= header.row && header.row <= place.bottom && overlap(place, header);
    });
}

/** The rows from a header to the first blank one are its body: what stands there is no heading that needs guessing. `blank`: the last blank row so far. */
function isBelowHeader(blank: number, headers: readonly FoundHeader[]): boolean {
  const last = headers.reduce((lowest, header) => Math.max(lowest, rowsOf(header).bottom), -1);
  return last >= 0 && blank <= last;
}

function isBlank(cells: Grid["values"][number] | undefined): boolean {
  return !(cells ?? []).some((cell) => cell !== null && cell !== "");
}

interface Choices {
  readonly placed: readonly Placed[];
  /** Filled in: the headers that the user says something of. */
  readonly corrections: Map<FoundHeader, TableCorrection>;
  readonly contextOf: (row: number) => HeaderContext;
}

/** The headers of a row, those that the user corrected in the place of those that they overlap. */
function corrected(
  grid: Grid,
  row: number,
  natural: readonly FoundHeader[],
  { placed, corrections, contextOf }: Choices,
): readonly FoundHeader[] {
  const staying = natural.filter((header) => !placed.some((place) => overrules(grid, place, header)));
  const own = placed.filter((place) => place.row === row);
  for (const place of own) {
    const under = staying.filter((header) => overlap(place, rowsOf(header)));
    const header = isRebuilt(place.correction, under) ? rebuilt(grid, place, under[0] ?? null, contextOf) : null;
    for (const other of header === null ? under : [header]) corrections.set(other, place.correction);
    if (header === null) continue;
    for (const other of under) staying.splice(staying.indexOf(other), 1);
    staying.push(header);
  }
  return staying.sort((a, b) => rowsOf(a).left - rowsOf(b).left);
}

/** Unit, sign and totals alone leave the header as it is recognised. */
function isRebuilt({ use, columns }: TableCorrection, under: readonly FoundHeader[]): boolean {
  if (use === null || use === "ignore") return false;
  return columns.length > 0 || !under.some(({ kind }) => kind === use);
}

function rebuilt(
  grid: Grid,
  place: Placed,
  under: FoundHeader | null,
  contextOf: (row: number) => HeaderContext,
): FoundHeader | null {
  const { use } = place.correction;
  if (use === null || use === "ignore") return null;
  // What is recognised may reach further than the headings that were there when the user made the choice.
  const span = under === null ? null : rowsOf(under);
  const area = {
    row: place.row,
    left: Math.min(place.left, span?.left ?? Infinity),
    right: Math.max(place.right, span?.right ?? 0),
  };
  const { roles } = chosenColumns(place);
  if (use === "budget") return chosenHeader(grid, area, roles, contextOf);
  return isRecordKind(use) ? chosenOtherHeader(grid, area, use, roles) : null;
}

/** The user pointed out another row as this table's header. */
function overrules(grid: Grid, place: Placed, header: FoundHeader): boolean {
  const { replaces } = place.correction;
  const { left, right } = rowsOf(header);
  if (replaces === null || header.row === place.row || !overlap(place, { left, right })) return false;
  const cells = grid.values[header.row] ?? [];
  return isReplaced(cells.slice(left, right + 1).map(headingText), replaces);
}

function overlap(
  a: { readonly left: number; readonly right: number },
  b: { readonly left: number; readonly right: number },
): boolean {
  return a.left <= b.right && a.right >= b.left;
}

function hasText(cells: Grid["values"][number]): boolean {
  for (const cell of cells) if (typeof cell === "string" && cell !== "" && cell.length <= LONGEST_TITLE) return true;
  return false;
}

/** The texts above a header, nearest first, down from the end of the table above it. */
function contextAbove(grid: Grid, row: number, headers: readonly FoundHeader[], date1904: boolean): HeaderContext {
  const previous = headers.at(-1);
  const first = Math.max(0, row - TITLE_ROWS, previous === undefined ? 0 : rowsOf(previous).bottom + 1);
  const titles: string[] = [];
  for (let above = row - 1; above >= first; above--) {
    const cells = grid.values[above] ?? [];
    const texts = cells.filter((cell): cell is string => typeof cell === "string" && plainSpaces(cell) !== "");
    const amounts = cells.filter((cell) => typeof cell === "number").length;
    if (amounts > 1 && texts.length <= 2 && previous !== undefined) break;
    titles.push(...texts.filter((text) => text.length <= LONGEST_TITLE));
  }
  titles.push(grid.sheet);
  return { date1904, titles, contextYear: onlyYearIn(titles) };
}

/** Rows of labels above a table's own headings. */
const LABEL_ROWS = 2;

/** The least of the titles. */
function assuming(context: HeaderContext, assumed: string | null): HeaderContext {
  if (assumed === null) return context;
  const contextYear = context.contextYear ?? onlyYearIn([assumed]);
  return { ...context, titles: [...context.titles, assumed], contextYear };
}

/** The period that the user says goes before what the titles say. */
function withPeriod(context: HeaderContext, row: number, placed: readonly Placed[]): HeaderContext {
  const own = placed.find(
    (place) => row <= place.row && row >= place.row - LABEL_ROWS && place.correction.period != null,
  );
  const period = own?.correction.period ?? null;
  if (period === null) return context;
  return { ...context, titles: [period, ...context.titles], contextYear: onlyYearIn([period]) ?? context.contextYear };
}

function rowsOf(header: FoundHeader): { top: number; bottom: number; left: number; right: number } {
  if (header.kind === "budget") return header;
  const { row, left, right } = header;
  return { top: row, bottom: row, left, right };
}

function withEnds(
  grid: Grid,
  headers: readonly FoundHeader[],
  date1904: boolean,
  corrections: ReadonlyMap<FoundHeader, TableCorrection>,
): readonly FoundTable[] {
  const tables: FoundTable[] = [];
  const repeatOf = new Set<number>();
  headers.forEach((header, index) => {
    if (repeatOf.has(index)) return;
    const { top, bottom, left, right } = rowsOf(header);
    const repeats = new Set<number>();
    let end = grid.values.length;
    for (let later = index + 1; later < headers.length; later++) {
      const next = headers[later];
      if (next === undefined) continue;
      const place = rowsOf(next);
      if (place.top <= bottom || place.left > right || place.right < left) continue;
      if (header.kind === "budget" && next.kind === "budget" && repeatsHeader(grid, header, next)) {
        repeatOf.add(later);
        for (let row = place.top; row <= place.bottom; row++) repeats.add(row);
        continue;
      }
      end = place.top;
      break;
    }
    if (header.kind !== "budget") end = foreignHeading(grid, bottom, end, { left, right }) ?? end;
    const before = headers.slice(0, index).filter((each) => rowsOf(each).bottom < top);
    const correction = corrections.get(header) ?? null;
    tables.push({ header, end, repeats, titles: contextAbove(grid, top, before, date1904).titles, correction });
  });
  return tables;
}

/** A row after a blank one that is nothing but words over amounts: the headings of something that nobody recognised, and no row of the table above. */
function foreignHeading(
  grid: Grid,
  bottom: number,
  end: number,
  { left, right }: { readonly left: number; readonly right: number },
): number | null {
  const cellsOf = (row: number): Grid["values"][number] =>
    (grid.values[row] ?? []).slice(left, right + 1).filter((cell) => cell !== null && cell !== "");
  for (let row = bottom + 2; row < end - 1; row++) {
    if (cellsOf(row - 1).length > 0) continue;
    const cells = cellsOf(row);
    const isWords = cells.length > 1 && cells.every((cell) => typeof cell === "string" && !/\d/u.test(cell));
    if (!isWords || !cellsOf(row + 1).some((cell) => typeof cell === "number")) continue;
    if (cells.length > 2 || (nearestKind(grid, { row, left, right })?.has.length ?? 0) > 0) return row;
  }
  return null;
}

/** The same headings in the same columns, straight after a row of amounts that is no total: a header repeated for reading or printing. */
function repeatsHeader(grid: Grid, header: BudgetHeader, next: BudgetHeader): boolean {
  if (
    header.layout !== next.layout ||
    header.bottom - header.top !== next.bottom - next.top ||
    header.left !== next.left
  )
    return false;
  for (let offset = 0; offset <= header.bottom - header.top; offset++) {
    for (let column = header.left; column <= header.right; column++) {
      if ((grid.values[header.top + offset]?.[column] ?? null) !== (grid.values[next.top + offset]?.[column] ?? null))
        return false;
    }
  }
  let above = next.top - 1;
  while (above > header.bottom && isBlank(grid.values[above])) above--;
  const cells = grid.values[above] ?? [];
  const isBody = cells.slice(header.left, header.right + 1).some((cell) => typeof cell === "number");
  return (
    isBody &&
    !cells.some((cell) => typeof cell === "string" && (headingOf(cell) !== null || /total|summa/iu.test(cell)))
  );
}
