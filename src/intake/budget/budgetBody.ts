// src/intake/budget/budgetBody.ts: the rows below a budget header, read cell by cell; nothing is judged here but what a cell can be.
import { costLineName } from "../../domain/deviation/costLine";
import { isZero, type Unit } from "../../domain/money";
import type { Steps } from "../../domain/steps";
import { type AmountReading, isBadAmount, readAmount } from "../amount";
import type { BudgetHeader, ColumnGroup } from "./header";
import type { RowCorrection } from "../../domain/tableCorrection";
import { folded, plainSpaces } from "../../domain/lookupKey";
import { cellName } from "../../domain/a1";
import { type CellValue, type Grid, isBlank, isCellError } from "../grid";
import { isTotalLine } from "./heading";
import { thousandsOfFormat } from "../numberFormat";
import { structureOf } from "../statement/words";
import { isErrorText } from "../amount";
import { periodReader, type RowPeriod, withinPeriod } from "./rowPeriods";
import { unitInName } from "../unitText";

/** The amounts of one row under one group of columns. */
export interface AmountCells {
  readonly group: ColumnGroup;
  readonly outcome: AmountReading;
  readonly budget: AmountReading;
  readonly deviation: AmountReading;
  readonly versions: readonly AmountReading[];
}

export interface BodyRow {
  readonly row: number;
  /** Rows between blank or heading rows have the same section. */
  readonly section: number;
  /** Normalised; null: the cell is empty. */
  readonly line: string | null;
  /** What the user says that the line is; null: nothing. */
  readonly chosen: "line" | "total" | null;
  /** An error value where a key should be. */
  readonly keyError: { readonly error: string; readonly column: number } | null;
  readonly initiative: string | null;
  readonly account: string | null;
  readonly party: string | null;
  readonly remark: string | null;
  /** What the user says of a break in the line's series; empty: a mark only; null: there is none. */
  readonly seriesBreak: string | null;
  /** Long tables only. */
  readonly period: RowPeriod | null;
  /** Only groups with something in them. */
  readonly amounts: readonly AmountCells[];
}

export interface Body {
  readonly rows: readonly BodyRow[];
  /** The column that the line stands in. */
  readonly lineColumn: number;
  /** Last row of the table, zero-based. */
  readonly bottom: number;
}

const EMPTY: readonly AmountReading[] = [];

/** How the cells of a body are to be read. */
export interface BodyContext {
  /** What the amounts are stated in. */
  readonly unit: Unit;
  readonly date1904: boolean;
  /** What the user says of lines, by label. */
  readonly choices: readonly RowCorrection[];
}

/** All columns that may hold amounts. */
export function amountColumns(header: BudgetHeader): readonly number[] {
  const columns = header.groups.flatMap((group) => [group.outcome, group.budget, group.deviation, ...group.versions]);
  return [...columns, ...header.wholeVersions.map(({ column }) => column)].filter(
    (column): column is number => column !== undefined && column >= 0,
  );
}

/** Zero-based rows of the table's body: from the header to `end` (exclusive), without what follows the last amounts. */
export function bodyRows(
  grid: Grid,
  header: BudgetHeader,
  end: number,
  skipped: ReadonlySet<number>,
): readonly number[] {
  const columns = amountColumns(header);
  const rows: number[] = [];
  let kept = 0;
  let open = true;
  const limit = Math.min(end, grid.values.length);
  for (let row = header.bottom + 1; row < limit; row++) {
    const cells = grid.values[row];
    if (skipped.has(row) || cells === undefined) {
      open &&= cells !== undefined;
      continue;
    }
    const filled = columns.some((column) => !isBlank(cells[column]));
    const any = filled || cells.slice(header.left, header.right + 1).some((cell) => !isBlank(cell));
    if (!any) {
      open = false;
      continue;
    }
    rows.push(row);
    if (filled) open = !endsTable(cells, header);
    if (filled || (open && !isProse(cells, header))) kept = rows.length;
    else open = false;
  }
  return rows.slice(0, kept);
}

/** Text after a total row is no line of the table. */
function endsTable(cells: readonly CellValue[], header: BudgetHeader): boolean {
  return cells
    .slice(header.left, header.right + 1)
    .some((cell) => typeof cell === "string" && cell.length < 60 && isTotalLine(cell));
}

function isProse(cells: readonly CellValue[], header: BudgetHeader): boolean {
  const texts = cells.slice(header.left, header.right + 1).filter((cell) => !isBlank(cell));
  return (
    texts.length === 1 &&
    typeof texts[0] === "string" &&
    (texts[0].length > 60 || /^(?:källa|not|kommentar|\*)/iu.test(texts[0].trim()))
  );
}

/** Rows read between two stops. */
const ROWS_PER_STEP = 2_000;

/** Reads the rows. Amounts are in kronor; `unit` is what the table states them in. */
export function* readBody(
  grid: Grid,
  header: BudgetHeader,
  rows: readonly number[],
  { unit, date1904, choices }: BodyContext,
): Steps<Body> {
  const chosen = new Map(choices.map(({ label, is }) => [folded(label), is]));
  const lineColumn = lineColumnOf(grid, header, rows);
  const account = header.keys.line < 0 && lineColumn === header.keys.account ? -1 : header.keys.account;
  const text = textReader();
  const periodOf = header.layout === "long" ? periodReader(grid, header, date1904) : null;
  const firstAmount = Math.min(...amountColumns(header));
  const thousands = thousandsByColumn(grid, header, rows);
  let section = 0;
  let previous = header.bottom;
  const read: BodyRow[] = [];
  for (const row of rows) {
    if (read.length % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const cells = grid.values[row] ?? [];
    const amounts: AmountCells[] = [];
    const ofLine = header.unitsInNames === true ? unitInName(cells[lineColumn]) : null;
    for (const group of header.groups) {
      const unitOf = (column: number): Unit => ofLine ?? header.columnUnits?.get(column) ?? unit;
      const found = amountsOf(grid, cells, row, group, { unitOf, thousands });
      if (found !== null) amounts.push(found);
    }
    if (row > previous + 1 || amounts.length === 0) section++;
    previous = row;
    const lineText = text(cells[lineColumn]);
    const keyColumns = [
      lineColumn,
      account,
      header.keys.initiative,
      header.keys.party,
      header.keys.period,
      header.keys.year,
      header.keys["part-of-year"],
    ];
    const line = lineName(cells[lineColumn], lineText) ?? spareName(cells, header, firstAmount, text);
    const body: BodyRow = {
      row,
      section,
      line,
      chosen: chosen.size === 0 || line === null ? null : (chosen.get(folded(line)) ?? null),
      keyError: keyErrorOf(cells, keyColumns),
      initiative: text(cells[header.keys.initiative]),
      account: account < 0 ? null : text(cells[account]),
      party: text(cells[header.keys.party]),
      remark: text(cells[header.keys.remark]),
      seriesBreak: breakText(text(cells[header.keys["series-break"]])),
      period: periodOf === null ? null : periodOf(row, cells),
      amounts,
    };
    read.push(...byPartOfYear(body));
  }
  const named = header.layout === "wide" ? distinctNames(read) : read;
  return { rows: named, lineColumn, bottom: rows.at(-1) ?? header.bottom };
}

/** Lines of one name under different headings (`Övrigt` under income and under costs) are told apart by these. */
function distinctNames(rows: readonly BodyRow[]): readonly BodyRow[] {
  const headings = new Map<string, Set<string | null>>();
  const under: (string | null)[] = [];
  let heading: string | null = null;
  for (const { line, amounts } of rows) {
    if (amounts.length === 0 && line !== null) heading = line;
    under.push(heading);
    if (line === null || amounts.length === 0 || !isOwnLine(line)) continue;
    const found = headings.get(line) ?? new Set();
    headings.set(line, found.add(heading));
  }
  return rows.map((row, index) => {
    const { line, amounts } = row;
    const of = under[index] ?? null;
    if (line === null || of === null || amounts.length === 0 || (headings.get(line)?.size ?? 0) < 2) return row;
    return { ...row, line: `${of.replace(/[: ]+$/u, "")}: ${line}` };
  });
}

function isOwnLine(name: string): boolean {
  const { is } = structureOf(name);
  return is === "plain" || is === "maybe";
}

/** A long row whose headings name parts of its year (`Utfall t.o.m. aug`) is one line × period for each of them. */
function byPartOfYear(row: BodyRow): readonly BodyRow[] {
  const { period, amounts } = row;
  if (period === null || !amounts.some(({ group }) => group.within !== undefined)) return [row];
  return amounts.map((own) => ({ ...row, amounts: [own], period: withinPeriod(period, own.group.within) }));
}

const NO_BREAK = /^(?:nej|no|n|falskt|0|[-–—.])$/iu;
const ONLY_MARKED = /^(?:ja|yes|j|y|sant|1|x+|[*!✓✔])$/iu;

function breakText(text: string | null): string | null {
  if (text === null || NO_BREAK.test(text)) return null;
  return ONLY_MARKED.test(text) ? "" : text.replace(/[ .]+$/u, "");
}

/** The cell's own text decides the name: an invisible break within a word is none. Null: it names nothing. */
function lineName(value: CellValue | undefined, text: string | null): string | null {
  if (text === null) return null;
  const name = costLineName(typeof value === "string" ? value : text);
  return name === "" ? null : name;
}

/** A total row may have its name beside the line column. */
function spareName(
  cells: readonly CellValue[],
  header: BudgetHeader,
  firstAmount: number,
  text: (value: CellValue | undefined) => string | null,
): string | null {
  for (let column = header.left; column < firstAmount; column++) {
    const value = cells[column];
    if (typeof value === "string" && isTotalLine(value)) return text(value);
  }
  return null;
}

function keyErrorOf(cells: readonly CellValue[], columns: readonly number[]): BodyRow["keyError"] {
  for (const column of columns) {
    const value = cells[column];
    if (value === null || value === undefined || typeof value === "number") continue;
    if (isCellError(value)) return { error: value.error, column };
    if (typeof value === "string" && value.startsWith("#") && isErrorText(value)) return { error: value, column };
  }
  return null;
}

/** Keys as text: trimmed, numbers as digits; equal texts share one string. */
function textReader(): (value: CellValue | undefined) => string | null {
  const known = new Map<string, string>();
  return (value) => {
    if (value === null || value === undefined || isCellError(value)) return null;
    if (typeof value === "number") return String(value);
    if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
    let text = known.get(value);
    if (text === undefined) known.set(value, (text = plainSpaces(value)));
    return text === "" ? null : text;
  };
}

/** Rows that tell how a column is shown. */
const FORMAT_ROWS = 50;

/** How many times most numbers of each column are shown divided by 1 000. */
function thousandsByColumn(grid: Grid, header: BudgetHeader, rows: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const column of amountColumns(header)) {
    const counts = new Map<number, number>();
    for (const row of rows.slice(0, FORMAT_ROWS)) {
      if (typeof grid.values[row]?.[column] !== "number") continue;
      const times = thousandsOfFormat(grid.format(row, column));
      counts.set(times, (counts.get(times) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most !== undefined) found.set(column, most[0]);
  }
  return found;
}

const shownNumber = (value: CellValue | undefined): string => (typeof value === "number" ? String(value) : "");

function amountsOf(
  grid: Grid,
  cells: readonly CellValue[],
  row: number,
  group: ColumnGroup,
  { unitOf, thousands }: { unitOf: (column: number) => Unit; thousands: ReadonlyMap<number, number> },
): AmountCells | null {
  const read = (column: number): AmountReading => {
    if (column < 0) return null;
    let code = "General";
    const reading = readAmount(cells[column], () => (code = grid.format(row, column)), unitOf(column));
    // Shown in another scale than its column: nobody can know which of the two was meant.
    return (code === "General" && !thousands.get(column)) ||
      thousandsOfFormat(code) === thousands.get(column) ||
      reading === null ||
      isBadAmount(reading) ||
      isZero(reading)
      ? reading
      : { code: "ambiguous-amount", text: `${shownNumber(cells[column])} (${code})` };
  };
  const outcome = read(group.outcome);
  const budget = read(group.budget);
  const deviation = read(group.deviation);
  const versions = group.versions.length === 0 ? EMPTY : Array.from(group.versions, (column) => read(column ?? -1));
  if (outcome === null && budget === null && deviation === null && versions.every((version) => version === null))
    return null;
  return { group, outcome, budget, deviation, versions };
}

/** The headed line column, else the column left of the amounts with most names in it. */
export function lineColumnOf(grid: Grid, header: BudgetHeader, rows: readonly number[]): number {
  if (header.keys.line >= 0) return header.keys.line;
  // A table may have no column of amounts at all, as when the user has chosen none yet.
  const first = Math.min(
    header.right + 1,
    ...amountColumns(header),
    ...header.groups.flatMap(({ deviation }) => (deviation >= 0 ? [deviation] : [])),
  );
  let best = -1;
  let most = 0;
  for (let column = header.left; column < first; column++) {
    if (column === header.keys.initiative || column === header.keys.party) continue;
    const names = rows
      .slice(0, 200)
      .filter((row) => typeof grid.values[row]?.[column] === "string" && !isBlank(grid.values[row][column])).length;
    if (names > most && column !== header.keys.account) {
      most = names;
      best = column;
    }
  }
  if (best >= 0) return best;
  return header.keys.account >= 0 ? header.keys.account : header.left;
}

/** A1 of a row's amount cells: `E6:F6` where they are neighbours, `E6,H6` where not. */
export function amountCellsName(row: number, columns: readonly number[]): string {
  const present = columns.filter((column) => column >= 0).sort((a, b) => a - b);
  const [first, second] = present;
  if (first === undefined) return "";
  if (present.length === 2 && second === first + 1) return `${cellName(row, first)}:${cellName(row, second)}`;
  return present.map((column) => cellName(row, column)).join(",");
}
