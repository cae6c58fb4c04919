// src/actions/changes.ts: what a run will change in the tabs of ours that are there already: pure comparison of cells with the tabs to be written.
import { type OrphanedEdit, readOrphanedEditKey } from "../domain/roundTrip/orphanedEdit";
import { isOfKind } from "../domain/tabKind";
import { isFingerprint, readFingerprint } from "../domain/roundTrip/rowFingerprint";
import { cellName } from "../domain/a1";
import { type CellValue, type Grid, isCellError, type SourceWorkbook } from "../intake/grid";
import type { Cell, NumberFormat, SheetModel } from "../report/sheetModel";
import type { Analysis } from "./analysis";

/** A figure or a worded result of ours that will be another; null: there is none. */
export interface FigureChange {
  /** Where it stands now. */
  readonly cell: string;
  /** The row's and the column's words. */
  readonly row: string;
  readonly column: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
  readonly format: NumberFormat;
}

export interface TabChange {
  readonly role: string;
  /** The tab's name now, or the one that it will get. */
  readonly name: string;
  readonly kind: "new" | "same" | "changed" | "removed";
  readonly figures: number;
  /** The first of them. */
  readonly first: readonly FigureChange[];
  /** The words of rows with figures that come or go. */
  readonly rowsAdded: readonly string[];
  readonly rowsRemoved: readonly string[];
}

export interface Changes {
  readonly tabs: readonly TabChange[];
  /** What people wrote where no run keeps it in place: it will stand at the end of the tab. */
  readonly overwritten: readonly OrphanedEdit[];
}

const MOST_SHOWN = 5;

/** Null at a first run: there is nothing to change. Snapshots never change, and are no part of it. */
export function changesOf(workbook: SourceWorkbook, analysis: Analysis, tabs: readonly SheetModel[]): Changes | null {
  const owned = workbook.grids.filter(({ role }) => role !== null && !isOfKind(role, "ogonblick"));
  if (owned.length === 0) return null;
  const there = new Set<string>(tabs.map(({ role }) => role));
  return {
    tabs: [
      ...tabs
        .filter(({ role }) => !isOfKind(role, "ogonblick"))
        .map((tab) => tabChange(owned.find(({ role }) => role === tab.role) ?? null, tab)),
      ...owned.filter(({ role }) => !there.has(role ?? "")).map(removed),
    ],
    overwritten: analysis.workbooks.flatMap(({ writing }) => writing.written),
  };
}

const nothing = { figures: 0, first: [], rowsAdded: [], rowsRemoved: [] } as const;

function removed({ role, sheet }: Grid): TabChange {
  return { ...nothing, role: role ?? "", name: sheet, kind: "removed" };
}

function tabChange(grid: Grid | null, tab: SheetModel): TabChange {
  const { role, name } = tab;
  if (grid === null) return { ...nothing, role, name, kind: "new" };
  const table = tab.tables.length > 0;
  const old = rowsByKey(grid.values.map((row) => (table ? allWords(row) : firstWords(row))));
  const found = differences(grid, tab, old, table);
  const rowsRemoved = [...old.entries()]
    .filter(([key, row]) => !found.matched.has(row) && !isSentence(key) && hasFigure(grid, row))
    .map(([key]) => shownKey(key));
  const changed = found.all.length + found.rowsAdded.length + rowsRemoved.length > 0;
  return {
    role,
    name: grid.sheet,
    kind: changed ? "changed" : "same",
    figures: found.all.length,
    first: found.all.slice(0, MOST_SHOWN),
    rowsAdded: found.rowsAdded,
    rowsRemoved,
  };
}

interface Differences {
  readonly all: FigureChange[];
  readonly rowsAdded: string[];
  /** Rows of the grid that are there in the tab too. */
  readonly matched: ReadonlySet<number>;
}

function differences(grid: Grid, tab: SheetModel, old: ReadonlyMap<string, number>, table: boolean): Differences {
  const all: FigureChange[] = [];
  const rowsAdded: string[] = [];
  const matched = new Set<number>();
  const keys = [...rowsByKey(tab.rows.map((row) => wordsIn(row.map(shownIn), table))).entries()];
  let columns: ReadonlyMap<number, number> | null = null;
  let headings: readonly (Cell | null)[] = [];
  for (const [key, at] of keys) {
    const row = tab.rows[at] ?? [];
    if (row.some((cell) => readOrphanedEditKey(cell?.key ?? "") !== null)) continue;
    const was = old.get(key);
    if (was !== undefined) matched.add(was);
    if (row.some((cell) => cell?.style.look === "heading")) {
      headings = row;
      columns = was === undefined ? null : columnsBetween(grid.values[was] ?? [], row);
      continue;
    }
    if (was === undefined) {
      if (row.some(isFigure) && !isSentence(key)) rowsAdded.push(shownKey(key));
      continue;
    }
    const inRow = { grid, was, columns, headings, label: shownKey(key) };
    row.forEach((cell, column) => {
      const change = tab.columns[column]?.hidden === true ? null : changeIn(inRow, cell, column);
      if (change !== null) all.push(change);
    });
  }
  return { all, rowsAdded, matched };
}

interface InRow {
  readonly grid: Grid;
  readonly was: number;
  /** From a column of the tab to the one with the same heading now; null: as they stand. */
  readonly columns: ReadonlyMap<number, number> | null;
  readonly headings: readonly (Cell | null)[];
  readonly label: string;
}

function changeIn(
  { grid, was, columns, headings, label }: InRow,
  cell: Cell | null,
  column: number,
): FigureChange | null {
  if (!isResult(cell)) return null;
  const from = columns?.has(column) === true ? (columns.get(column) ?? column) : column;
  const before = plainValue(grid.values[was]?.[from] ?? null);
  const after = shownIn(cell);
  const { format } = cell.style;
  if (alike(before, after, format)) return null;
  const heading = headings[column];
  const words = heading == null ? "" : String(shownIn(heading) ?? "");
  return { cell: cellName(was, from), row: label, column: words, before, after, format };
}

/** Figures, and what formulas say in words; not what people write, links and dates of the run. */
function isResult(cell: Cell | null): cell is Cell {
  const content = cell?.content;
  if (cell == null || content == null || content.kind === "text" || cell.style.format.kind === "date") return false;
  return !(content.kind === "formula" && content.formula.startsWith("HYPERLINK("));
}

function isFigure(cell: Cell | null): boolean {
  const content = cell?.content;
  return content?.kind === "number" || (content?.kind === "formula" && content.type === "number");
}

/** Half an öre for amounts; for shares and counts what no number format shows. */
function alike(before: string | number | null, after: string | number | null, format: NumberFormat): boolean {
  if (typeof before === "number" && typeof after === "number") {
    const tolerance = format.kind === "amount" ? 0.005 : Math.max(0.0000005, Math.abs(after) * 1e-9);
    return Math.abs(before - after) < tolerance;
  }
  return (before ?? "") === (after ?? "");
}

function shownIn(cell: Cell | null): string | number | null {
  const content = cell?.content ?? null;
  if (content === null) return null;
  if (content.kind === "text") return content.text.trim();
  if (content.kind === "number") return Number(content.number);
  return content.type === "number" ? Number(content.cached) : content.cached === "" ? null : content.cached.trim();
}

function plainValue(value: CellValue): string | number | null {
  if (value === null || value === "") return null;
  if (isCellError(value)) return value.error;
  return typeof value === "number" ? value : String(value).trim();
}

/** Not in the list of what is left over: that is people's own. */
function hasFigure(grid: Grid, row: number): boolean {
  const cells = grid.values[row] ?? [];
  const orphanedEdit = cells.some((cell) =>
    readFingerprint(cell)?.cells.some(({ key }) => readOrphanedEditKey(key) !== null),
  );
  return !orphanedEdit && cells.some((cell) => typeof cell === "number");
}

/** Column by column of a heading row, the column with the same words in the other. */
function columnsBetween(old: readonly CellValue[], now: readonly (Cell | null)[]): ReadonlyMap<number, number> {
  const byWords = rowsByKey(old.map((cell) => (typeof cell === "string" ? cell.trim() : "")));
  const columns = new Map<number, number>();
  for (const [words, column] of rowsByKey(now.map((cell) => String(shownIn(cell) ?? "")))) {
    const from = byWords.get(words);
    if (words !== "" && from !== undefined) columns.set(column, from);
  }
  return columns;
}

const AGAIN = "\n";

/** What stands several times is told apart by its number. Without words: no key. */
function rowsByKey(words: readonly string[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  const times = new Map<string, number>();
  words.forEach((text, at) => {
    if (text === "") return;
    const before = times.get(text) ?? 0;
    times.set(text, before + 1);
    keys.set(before === 0 ? text : `${text}${AGAIN}${before}`, at);
  });
  return keys;
}

function shownKey(key: string): string {
  return key.split(AGAIN)[0] ?? key;
}

function firstWords(row: readonly CellValue[]): string {
  return wordsIn(row.map(plainValue), false);
}

function allWords(row: readonly CellValue[]): string {
  return wordsIn(row.map(plainValue), true);
}

/** A longer text is a sentence with figures in it: the same sentence whatever they are, and no row that comes or goes. */
const LONGEST_NAME = 40;

function isSentence(key: string): boolean {
  return shownKey(key).length > LONGEST_NAME && key.includes("#");
}

/** The first text of a row, or where many rows have the same, all its texts together. */
function wordsIn(row: readonly (string | number | null)[], all: boolean): string {
  const texts = row.filter((cell): cell is string => typeof cell === "string" && cell !== "" && !isFingerprint(cell));
  if (all) return texts.join(" · ");
  const [first = ""] = texts;
  return first.length > LONGEST_NAME ? first.replace(/\d[\d\s.,\u00a0]*/gu, "#") : first;
}
