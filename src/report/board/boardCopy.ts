// src/report/board/boardCopy.ts: the board's pages as a workbook of their own: values instead of formulas, and nothing of what they were made from.
import { columnName } from "../../domain/a1";
import { isOfKind } from "../../domain/tabKind";
import type { Cell, CellContent, ConditionalFormat, SheetModel } from "../sheetModel";

/** Ids of participants as people may have typed them in a cause or an action, and what stands in their place. */
export interface Unnamed {
  readonly ids: readonly string[];
  readonly mark: string;
}

/**
 * Only the board's pages of `sheets`, each as it stands alone: every formula is its value, hidden columns and names of cells are gone, marks rest on
 * what is on the page, charts are drawn from its cells, and no text names a participant. Empty where there is no page for the board.
 */
export function boardCopyOf(sheets: readonly SheetModel[], unnamed: Unnamed): readonly SheetModel[] {
  const named = namedValues(sheets);
  const says = withoutIds(unnamed);
  return sheets
    .filter(({ role }) => isOfKind(role, "styrelseavvikelse") || isOfKind(role, "styrelseparter"))
    .map((sheet) => copyOf(sheet, named, says));
}

type Says = (text: string) => string;

function copyOf(sheet: SheetModel, named: ReadonlyMap<string, string>, says: Says): SheetModel {
  const shown = sheet.columns.findLastIndex(({ hidden }) => hidden !== true) + 1;
  return {
    ...sheet,
    alone: true,
    names: [],
    columns: sheet.columns.slice(0, shown),
    rows: sheet.rows.map((row) => row.slice(0, shown).map((cell) => valueCell(cell, says))),
    charts: sheet.charts.map((chart) => ({ ...chart, description: says(chart.description) })),
    marks: sheet.marks.map((mark) => ownMark(mark, sheet, shown, named)),
  };
}

function valueCell(cell: Cell | null, says: Says): Cell | null {
  if (cell === null) return null;
  const { style, span } = cell;
  const value: Cell = { content: valueOf(cell.content, says), style };
  return span === undefined ? value : { ...value, span };
}

function valueOf(content: CellContent | null, says: Says): CellContent | null {
  if (content === null || content.kind === "number") return content;
  if (content.kind === "formula" && content.type === "number") return { kind: "number", number: content.cached };
  const text = content.kind === "text" ? content.text : content.cached;
  return text === "" ? null : { kind: "text", text: says(text) };
}

/** A mark that read a hidden cell or a named one reads its value instead. */
function ownMark(
  mark: ConditionalFormat,
  sheet: SheetModel,
  shown: number,
  named: ReadonlyMap<string, string>,
): ConditionalFormat {
  const formula = mark.formula
    .replace(/Samkalkyl_\w+/g, (name) => named.get(name) ?? "0")
    .replace(/\$([A-Z]{1,2})\$(\d+)/g, (address, letters: string, row: string) => {
      const column = sheet.columns.findIndex((_, at) => columnName(at) === letters);
      return column < shown ? address : valueText(sheet.rows[Number(row) - 1]?.[column] ?? null);
    });
  return { ...mark, formula };
}

/** Values of single cells with a name, in any of the tabs. */
function namedValues(sheets: readonly SheetModel[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { names = [], rows } of sheets) {
    for (const { name, cell } of names) {
      const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      if (letters === undefined) continue;
      const cells = rows[Number(row) - 1] ?? [];
      values.set(name, valueText(cells.find((_, at) => columnName(at) === letters) ?? null));
    }
  }
  return values;
}

function valueText(cell: Cell | null): string {
  const content = cell?.content ?? null;
  if (content?.kind === "number") return content.number;
  return content?.kind === "formula" && content.type === "number" ? content.cached : "0";
}

/** Whole words only; an id of digits alone is a number to any reader. */
function withoutIds({ ids, mark }: Unnamed): Says {
  const named = [...new Set(ids.map((id) => id.trim()))]
    .filter((id) => id.length > 1 && /\p{L}/u.test(id))
    .sort((a, b) => b.length - a.length);
  if (named.length === 0) return (text) => text;
  const escaped = named.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replace(pattern, mark);
}
