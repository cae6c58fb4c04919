// tests/actions/typing.ts: a person at a tab of ours: finds a cell by its row's and column's words and types into it, in a file.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cellName } from "../../src/domain/a1";
import type { Grid, SourceWorkbook } from "../../src/intake/grid";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";

export async function opened(bytes: Uint8Array): Promise<SourceWorkbook> {
  return openXlsx(bytes, "underlag.xlsx").read();
}

export function gridOf({ grids }: SourceWorkbook, role: string): Grid {
  const grid = grids.find((each) => each.role === role);
  if (grid === undefined) throw new Error(`no tab ${role}`);
  return grid;
}

/** The cell in the column with this heading, of the first row whose first text is `label`. */
export function cellAt(grid: Grid, label: string, heading: string): { row: number; column: number; name: string } {
  for (let above = 0; above < grid.values.length; above++) {
    const column = (grid.values[above] ?? []).indexOf(heading);
    if (column < 0) continue;
    for (let row = above + 1; row < grid.values.length; row++) {
      const first = (grid.values[row] ?? []).find((cell) => typeof cell === "string");
      if (first === label) return { row, column, name: cellName(row, column) };
    }
  }
  throw new Error(`no cell ${label} / ${heading} in ${grid.sheet}`);
}

/** What stands right of a label. */
export function rightOf(grid: Grid, label: string): { row: number; column: number; name: string } {
  for (let row = 0; row < grid.values.length; row++) {
    const at = (grid.values[row] ?? []).indexOf(label);
    if (at >= 0) return { row, column: at + 1, name: cellName(row, at + 1) };
  }
  throw new Error(`no label ${label} in ${grid.sheet}`);
}

export interface Typed {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  /** Null empties the cell. */
  readonly value: string | number | null;
  /** Without its `=`, where a formula was typed: `value` is the number that it gives. */
  readonly formula?: string;
}

/** The workbook's bytes with these cells as if a person had typed them: a formula is overwritten, the format stays. */
export function typedInto(bytes: Uint8Array, typed: readonly Typed[]): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts["xl/workbook.xml"]!);
  const relations = strFromU8(parts["xl/_rels/workbook.xml.rels"]!);
  for (const { sheet, cell, value, formula } of typed) {
    const entry =
      [...workbook.matchAll(/<sheet\b[^>]*>/gu)].find(([tag]) => tag.includes(`name="${sheet}"`))?.[0] ?? "";
    const id = /r:id="([^"]+)"/u.exec(entry)?.[1] ?? "";
    const relation =
      [...relations.matchAll(/<Relationship\b[^>]*>/gu)].find(([tag]) => tag.includes(`Id="${id}"`))?.[0] ?? "";
    const target = (/Target="([^"]+)"/u.exec(relation)?.[1] ?? "").replace(/^\/?(?:xl\/)?/u, "xl/");
    parts[target] = strToU8(withCell(strFromU8(parts[target]!), cell, value, formula));
  }
  return zipSync(parts);
}

function withCell(xml: string, cell: string, value: Typed["value"], formula?: string): string {
  const row = /\d+/u.exec(cell)![0];
  const style = new RegExp(`<c r="${cell}"([^>]*?)(/>|>.*?</c>)`, "su");
  const found = style.exec(xml);
  const attributes = (found?.[1] ?? "").replace(/ t="[^"]*"/u, "");
  const text =
    value === null
      ? `<c r="${cell}"${attributes}/>`
      : typeof value === "number"
        ? `<c r="${cell}"${attributes}>${formula === undefined ? "" : `<f>${formula}</f>`}<v>${value}</v></c>`
        : `<c r="${cell}"${attributes} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  if (found !== null) return xml.replace(found[0], text);
  const rows = new RegExp(`<row r="${row}"[^>]*?(/>|>(.*?)</row>)`, "su").exec(xml);
  if (rows === null) return xml.replace("</sheetData>", `<row r="${row}">${text}</row></sheetData>`);
  const cells = [...(rows[2] ?? "").matchAll(/<c r="([A-Z]+)\d+".*?(?:\/>|<\/c>)/gsu)];
  const later = cells.find(([, column = ""]) => order(column) > order(/[A-Z]+/u.exec(cell)![0]));
  if (rows[2] === undefined) return xml.replace(rows[0], `<row r="${row}">${text}</row>`);
  const inner = later === undefined ? rows[2] + text : rows[2].replace(later[0], text + later[0]);
  return xml.replace(rows[0], rows[0].replace(rows[2], inner));
}

function order(column: string): string {
  return column.padStart(3, " ");
}
