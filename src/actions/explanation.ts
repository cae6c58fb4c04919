// src/actions/explanation.ts: where a figure in a written tab comes from: its formula in words, the cells it is computed
// from, the rows of the source tabs behind it, and the cells in the user's own sheets that those were read from.
import type { Texts } from "../text/texts";
import { at } from "../report/cells";
import type { SheetModel } from "../report/sheetModel";
import { type Expression, parsedFormula } from "../report/explain/formula";
import { sourceHeadingsOf } from "../report/explain/underlagHeadings";
import { countedRows, type CountedRows } from "../report/explain/underlagRows";
import { formulaInWords, labelOf } from "../report/explain/wording";
import { addressOf, areaOf, isOneCell, type Place, WrittenTabs } from "../report/explain/writtenTabs";

/** A cell or a rectangle that a figure is computed from. `shown` is empty for a rectangle. */
export interface Input {
  readonly label: string;
  readonly sheet: string;
  readonly address: string;
  readonly shown: string;
}

/** One row of a source tab. */
export interface SourceRow {
  /** What tells the row apart: cost line and period, party and year, participant. */
  readonly label: string;
  /** The amounts that the figure counts, with their headings. */
  readonly amounts: readonly { readonly column: string; readonly shown: string }[];
  readonly sheet: string;
  readonly address: string;
  /** Where the row was read; null: the row says nothing of it. */
  readonly origin: OwnPlace | null;
}

/** A place in the user's own workbook, or in another one. */
export interface OwnPlace {
  readonly workbook: string | null;
  readonly sheet: string;
  readonly address: string;
}

export interface SourceRows {
  /** The source tab's name. */
  readonly sheet: string;
  /** How many rows there are; `rows` holds the first of them. */
  readonly count: number;
  readonly rows: readonly SourceRow[];
}

export interface Explanation {
  readonly sheet: string;
  readonly address: string;
  /** What the figure is called; empty where the tab says nothing of it. */
  readonly label: string;
  readonly shown: string;
  /** `typed`: a figure or text that was written as it stands. `input`: meant to be filled in by people. */
  readonly kind: "formula" | "typed" | "input";
  /** With the leading `=`; null where there is none. */
  readonly formula: string | null;
  /** Null where there is no formula, or where words for it would be too long. */
  readonly words: string | null;
  readonly inputs: readonly Input[];
  readonly sources: readonly SourceRows[];
}

/** More rows than this are counted, not listed. */
const LISTED = 60;
const LISTED_INPUTS = 24;

/**
 * Explains one cell (A1) of a written tab. Null where the sheet is not one of `sheets`, or the cell is empty there. The figures are
 * those of the run: what somebody changed since is not known here.
 */
export function explained(
  sheets: readonly SheetModel[],
  sheetName: string,
  address: string,
  texts: Texts,
): Explanation | null {
  const tabs = new WrittenTabs(sheets, texts.language);
  const sheet = tabs.sheet(sheetName);
  if (sheet === null) return null;
  const { top: row, left: column } = areaOf(address);
  const place: Place = { sheet, row, column };
  const cell = tabs.cell(place);
  if (cell?.content == null) return null;
  const { content, style } = cell;
  const formula = content.kind === "formula" ? content.formula : null;
  const expression = formula === null ? null : parsedFormula(formula);
  const counted = expression === null ? ownRow(tabs, place) : countedRows(tabs, sheet, expression);
  return {
    sheet: sheet.name,
    address: at(row, column),
    label: labelOf(tabs, place, null),
    shown: tabs.shown(place),
    kind: formula !== null ? "formula" : style.look === "input" ? "input" : "typed",
    formula: formula === null ? null : `=${formula}`,
    words: expression === null ? null : formulaInWords(tabs, place, expression, texts),
    inputs: expression === null ? [] : inputsOf(tabs, place, expression),
    sources: counted.filter(({ rows }) => rows.size > 0).map((rows) => sourceOf(tabs, rows, texts)),
  };
}

/** A cell inside a source table is explained by its own row. */
function ownRow(tabs: WrittenTabs, { sheet, row, column }: Place): CountedRows[] {
  const table = sheet.tables.find(({ area }) => row > area.top && row <= area.bottom && column <= area.right);
  const found = table === undefined ? null : tabs.table(table.name);
  if (table === undefined || found === null) return [];
  const heading = table.columns[column - table.area.left] ?? "";
  return [{ found, rows: new Set([row]), columns: new Set([heading]) }];
}

/** What the formula itself refers to, in the order of the formula, each once. */
function inputsOf(tabs: WrittenTabs, from: Place, expression: Expression): Input[] {
  const inputs = new Map<string, Input>();
  for (const reference of referencesOf(expression)) {
    const input =
      reference.kind === "name" ? namedInput(tabs, from, reference.name) : cellsInput(tabs, from, reference);
    if (input !== null) inputs.set(`${input.sheet}!${input.address}`, input);
    if (inputs.size === LISTED_INPUTS) break;
  }
  return [...inputs.values()];
}

type Reference = Extract<Expression, { kind: "cells" | "name" }>;

function referencesOf(expression: Expression): Reference[] {
  switch (expression.kind) {
    case "cells":
    case "name":
      return [expression];
    case "negated":
      return referencesOf(expression.of);
    case "operation":
      return [...referencesOf(expression.left), ...referencesOf(expression.right)];
    case "call":
      return expression.args.flatMap(referencesOf);
    default:
      return [];
  }
}

function cellsInput(
  tabs: WrittenTabs,
  from: Place,
  { sheet: name, area }: Extract<Reference, { kind: "cells" }>,
): Input | null {
  const sheet = name === null ? from.sheet : tabs.sheet(name);
  // Helper columns are hidden: nobody can be sent there.
  if (sheet === null || sheet.columns[area.left]?.hidden === true) return null;
  return inputAt(tabs, from, sheet, addressOf(area));
}

function namedInput(tabs: WrittenTabs, from: Place, name: string): Input | null {
  const found = tabs.named(name);
  if (found === null || found.sheet.columns[found.area.left]?.hidden === true) return null;
  return inputAt(tabs, from, found.sheet, addressOf(found.area));
}

function inputAt(tabs: WrittenTabs, from: Place, sheet: SheetModel, address: string): Input {
  const area = areaOf(address);
  const place = { sheet, row: area.top, column: area.left };
  const one = isOneCell(area);
  return {
    label: one ? labelOf(tabs, place, from) : tabs.columnLabel(place),
    sheet: sheet.name,
    address,
    shown: one ? tabs.shown(place) : "",
  };
}

function sourceOf(tabs: WrittenTabs, { found, rows, columns }: CountedRows, texts: Texts): SourceRows {
  const { sheet } = found;
  const listed = [...rows].sort((a, b) => a - b).slice(0, LISTED);
  return {
    sheet: sheet.name,
    count: rows.size,
    rows: listed.map((row) => sourceRow(tabs, found, row, columns, texts)),
  };
}

function sourceRow(
  tabs: WrittenTabs,
  { sheet, table }: CountedRows["found"],
  row: number,
  columns: ReadonlySet<string>,
  texts: Texts,
): SourceRow {
  const { area, columns: headings } = table;
  const place = (heading: string): Place => ({ sheet, row, column: area.left + headings.indexOf(heading) });
  const shown = (heading: string): string => tabs.shown(place(heading));
  const known = sourceHeadingsOf(texts);
  const labels = known.labels.filter((heading) => headings.includes(heading));
  const counted = headings.filter(
    (heading) => columns.has(heading) && !labels.includes(heading) && !known.names.has(heading),
  );
  return {
    label: labels
      .map(shown)
      .filter((text) => text !== "")
      .join(" · "),
    amounts: counted
      .filter((heading) => heading !== known.origin)
      .map((column) => ({ column, shown: tabs.figure(place(column)) }))
      .filter(({ shown: text }) => text !== ""),
    sheet: sheet.name,
    address: at(row, area.left),
    origin: headings.includes(known.origin) ? ownPlaceOf(shown(known.origin)) : null,
  };
}

/** `[bok.xlsx]Ekonomi!E5:F5`, as the links of the source tabs read. */
function ownPlaceOf(text: string): OwnPlace | null {
  const [, workbook = null, sheet = "", address = ""] = /^(?:\[([^\]]+)\])?(.+)!([A-Z]+[0-9]+.*)$/.exec(text) ?? [];
  return sheet === "" ? null : { workbook, sheet, address };
}
