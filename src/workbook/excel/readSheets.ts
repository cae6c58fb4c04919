// src/workbook/excel/readSheets.ts: every sheet of the open workbook as a grid, in three round trips where it is small enough
// and in blocks of rows where it is not: Excel takes and gives at most 5 MB at a time.
import type { Work } from "../../domain/steps";
import type { CellValue, Grid, SourceWorkbook } from "../../intake/grid";
import type { SheetRole } from "../../report/sheetModel";
import { choicesIn, choicesSetting } from "../choiceNames";
import { officeCode } from "./hostErrors";
import { rolesBySheet } from "./ownedTabs";
import { isUnfinishedName } from "./unfinished";

/** Cells asked for in one round trip; at some 25 bytes a cell, text included, well below 5 MB. */
const cellsPerTrip = 50_000;
const rowsPerBlock = 20_000;

/** A sheet with the rectangle that holds values; null: it holds none. */
interface Extent {
  readonly sheet: Excel.Worksheet;
  readonly used: {
    readonly top: number;
    readonly left: number;
    readonly rows: number;
    readonly columns: number;
  } | null;
  /** True: all rows of the rectangle are hidden; null: some. */
  readonly rowsHidden: boolean | null;
  /** Whether the formulas are read too. Tables of source rows are ours, large, and made anew by each run; a sheet of the user's that is larger than one round trip is a list of entries, which its formulas say nothing of. */
  readonly withFormulas: boolean;
}

/** Rows of one sheet that are asked for together. */
interface Block {
  readonly extent: number;
  readonly row: number;
  readonly rows: number;
}

interface Contents {
  readonly values: unknown[][];
  readonly formats: unknown[][];
  /** Where the sheet's are asked for, else empty: a person's figure may stand in place of a formula, and a formula says what it sums. */
  readonly formulas: unknown[][];
}

/**
 * Reads every sheet in tab order. Cells that only have a format are not read, so that a million empty formatted rows cost nothing.
 * Excel does not tell add-ins of the 1904 date system: `date1904` is false.
 */
export async function readSheets(context: Excel.RequestContext, work: Work = {}): Promise<SourceWorkbook> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name,items/visibility");
  const names = workbook.names.load("items/name,items/formula");
  const setting = workbook.settings.getItemOrNullObject(choicesSetting).load("value");
  workbook.load("name");
  await context.sync();

  const roles = rolesBySheet(names.items);
  const extents = await extentsOf(context, sheets.items, roles);
  work.signal?.throwIfAborted();
  const hidden = extents.map(askVisibleRows);
  const contents = await readContents(context, extents, work);
  return {
    name: workbook.name,
    date1904: false,
    unfinished: names.items.some(({ name }) => isUnfinishedName(name)),
    choices:
      choicesIn(names.items.map(({ name, formula }) => ({ name, formula: String(formula) }))) ??
      (setting.isNullObject || typeof setting.value !== "string" ? null : setting.value),
    grids: extents.map((extent, index) =>
      gridOf(
        extent,
        contents[index] ?? { values: [], formats: [], formulas: [] },
        hiddenRows(extent, hidden[index] ?? null),
        roles.get(extent.sheet.name) ?? null,
      ),
    ),
  };
}

async function extentsOf(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  roles: ReadonlyMap<string, SheetRole>,
): Promise<Extent[]> {
  const ranges = sheets.map((sheet) =>
    sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount,rowHidden"),
  );
  await context.sync();
  return sheets.map((sheet, index) => {
    const range = ranges[index];
    const role = roles.get(sheet.name);
    if (range === undefined || range.isNullObject) return { sheet, used: null, rowsHidden: false, withFormulas: false };
    const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns } = range;
    const withFormulas = role === undefined ? rows * columns <= cellsPerTrip : !role.startsWith("underlag");
    return { sheet, used: { top, left, rows, columns }, rowsHidden: range.rowHidden as boolean | null, withFormulas };
  });
}

/**
 * Asks where rows are visible, only where some are hidden and some are not. Whole rows are asked about, so that hidden columns
 * do not make a row look hidden.
 */
function askVisibleRows({ sheet, used, rowsHidden }: Extent): Excel.RangeCollection | null {
  if (used === null || rowsHidden !== null) return null;
  const rows = sheet.getRange(`${used.top + 1}:${used.top + used.rows}`);
  return rows.getSpecialCellsOrNullObject("Visible").areas.load("items/rowIndex,items/rowCount");
}

function hiddenRows({ used, rowsHidden }: Extent, visible: Excel.RangeCollection | null): ReadonlySet<number> {
  if (used === null || rowsHidden === false) return new Set();
  const hidden = new Set(Array.from({ length: used.rows }, (_, row) => used.top + row));
  const areas = visible === null || visible.isNullObject ? [] : visible.items;
  for (const area of areas) for (let row = 0; row < area.rowCount; row++) hidden.delete(area.rowIndex + row);
  return hidden;
}

function blocksOf(extents: readonly Extent[]): Block[] {
  return extents.flatMap(({ used }, extent) => {
    if (used === null) return [];
    const size = Math.max(1, Math.min(rowsPerBlock, Math.floor(cellsPerTrip / used.columns)));
    return Array.from({ length: Math.ceil(used.rows / size) }, (_, i) => ({
      extent,
      row: i * size,
      rows: Math.min(size, used.rows - i * size),
    }));
  });
}

/** Blocks packed into round trips, in order. */
function tripsOf(blocks: readonly Block[], extents: readonly Extent[]): Block[][] {
  const trips: Block[][] = [];
  let cells = Infinity;
  for (const block of blocks) {
    const size = block.rows * (extents[block.extent]?.used?.columns ?? 0);
    if (cells + size > cellsPerTrip) {
      trips.push([]);
      cells = 0;
    }
    trips.at(-1)?.push(block);
    cells += size;
  }
  return trips.length === 0 ? [[]] : trips;
}

async function readContents(
  context: Excel.RequestContext,
  extents: readonly Extent[],
  { signal, progress }: Work,
): Promise<Contents[]> {
  const contents = extents.map((): Contents => ({ values: [], formats: [], formulas: [] }));
  const trips = tripsOf(blocksOf(extents), extents);
  for (const [index, trip] of trips.entries()) {
    signal?.throwIfAborted();
    progress?.(index, trips.length);
    await readTrip(context, extents, trip, contents);
  }
  return contents;
}

/** One round trip; where the answer would be too large (long texts), the same in two halves. */
async function readTrip(
  context: Excel.RequestContext,
  extents: readonly Extent[],
  trip: readonly Block[],
  contents: readonly Contents[],
): Promise<void> {
  const ranges = trip.map((block) => rangeOf(extents, block));
  try {
    await context.sync();
  } catch (error) {
    const halves = officeCode(error) === "ResponsePayloadSizeLimitExceeded" ? halved(trip) : null;
    if (halves === null) throw error;
    for (const half of halves) await readTrip(context, extents, half, contents);
    return;
  }
  trip.forEach((block, index) => {
    const range = ranges[index];
    const content = contents[block.extent];
    if (range === undefined || content === undefined) return;
    for (const row of range.values) content.values.push(row);
    for (const row of range.numberFormat) content.formats.push(row);
    if (extents[block.extent]?.withFormulas === true) for (const row of range.formulas) content.formulas.push(row);
  });
}

function rangeOf(extents: readonly Extent[], { extent, row, rows }: Block): Excel.Range {
  const from = extents[extent];
  if (from?.used == null) throw new Error("a block of a sheet without cells");
  const { top, left, columns } = from.used;
  return from.sheet
    .getRangeByIndexes(top + row, left, rows, columns)
    .load(from.withFormulas ? "values,numberFormat,formulas" : "values,numberFormat");
}

/** Null where a single row is left. */
function halved(trip: readonly Block[]): readonly [Block[], Block[]] | null {
  if (trip.length > 1) {
    const middle = Math.ceil(trip.length / 2);
    return [trip.slice(0, middle), trip.slice(middle)];
  }
  const [block] = trip;
  if (block === undefined || block.rows < 2) return null;
  const first = Math.ceil(block.rows / 2);
  return [[{ ...block, rows: first }], [{ ...block, row: block.row + first, rows: block.rows - first }]];
}

function gridOf(
  { sheet, used, withFormulas }: Extent,
  { values, formats, formulas }: Contents,
  hidden: ReadonlySet<number>,
  role: string | null,
): Grid {
  const top = used?.top ?? 0;
  const left = used?.left ?? 0;
  const before: readonly CellValue[] = Array.from({ length: left }, () => null);
  return {
    sheet: sheet.name,
    rows: top + (used?.rows ?? 0),
    columns: left + (used?.columns ?? 0),
    values: [...Array.from({ length: top }, () => []), ...values.map((row) => [...before, ...row.map(cellValue)])],
    format: (row, column) => {
      const code = formats[row - top]?.[column - left];
      return typeof code === "string" && code !== "" ? code : "General";
    },
    hiddenRows: hidden,
    hidden: sheet.visibility !== "Visible",
    role,
    ...(withFormulas
      ? {
          formula: (row: number, column: number) =>
            formulaOf(formulas[row - top]?.[column - left], values[row - top]?.[column - left]),
        }
      : {}),
  };
}

/** Excel gives a constant as its own formula, also a text that begins with `=`. */
function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

/** Excel names errors in English; Swedish ones are met where an error was pasted as text, and are no more usable. */
const errors: Readonly<Record<string, string>> = {
  "#NULL!": "#NULL!",
  "#DIV/0!": "#DIV/0!",
  "#VALUE!": "#VALUE!",
  "#REF!": "#REF!",
  "#NAME?": "#NAME?",
  "#NUM!": "#NUM!",
  "#N/A": "#N/A",
  "#GETTING_DATA": "#GETTING_DATA",
  "#SPILL!": "#SPILL!",
  "#CALC!": "#CALC!",
  "#FIELD!": "#FIELD!",
  "#BLOCKED!": "#BLOCKED!",
  "#CONNECT!": "#CONNECT!",
  "#BUSY!": "#BUSY!",
  "#UNKNOWN!": "#UNKNOWN!",
  "#SKÄRNING!": "#NULL!",
  "#DIVISION/0!": "#DIV/0!",
  "#VÄRDEFEL!": "#VALUE!",
  "#REFERENS!": "#REF!",
  "#NAMN?": "#NAME?",
  "#OGILTIGT!": "#NUM!",
  "#SAKNAS!": "#N/A",
};

function cellValue(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  const error = value.startsWith("#") ? errors[value] : undefined;
  return error === undefined ? value : { error };
}
