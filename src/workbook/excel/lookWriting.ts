// src/workbook/excel/lookWriting.ts: colours, type, lines and alignment: cells that look alike are set together, as rectangles.
import { rangeName } from "../../domain/a1";
import type { Area, SheetModel } from "../../report/sheetModel";
import { type Alignment, type Line, type LookStyle, alignmentOf, bandOver, looks } from "../looks";
import { type Operation, operation } from "./operation";

/** Everything about how a cell looks but its number format. */
interface Face {
  /** Equal for faces that are equal. */
  readonly key: string;
  readonly style: LookStyle;
  readonly align: Alignment;
  readonly wrap: boolean;
  readonly indent: number;
}

interface Rectangle extends Area {
  readonly key: string;
}

/** Excel takes an address of 8 192 characters; shorter ones are quicker to undo and to read in a trace. */
const longestAddress = 4_000;

const horizontal = { left: "Left", right: "Right", center: "Center", acrossSpan: "CenterAcrossSelection" } as const;
const vertical = { top: "Top", center: "Center" } as const;
const weight = { thin: "Thin", medium: "Medium" } as const;

/** Faces are set in an order that lets a total's line stand over the hairline of the row above: the two share one edge. */
export function lookOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  const faces = new Map<string, Face>();
  const groups = new Map<string, Rectangle[]>();
  for (const rectangle of rectanglesOf(model, faces)) {
    // An inner line is set only where there is one: Excel refuses it for a single row.
    const group = `${rectangle.key}|${rectangle.bottom > rectangle.top ? "rows" : "row"}`;
    const alike = groups.get(group);
    if (alike === undefined) groups.set(group, [rectangle]);
    else alike.push(rectangle);
  }
  return [...groups.values()]
    .map((rectangles) => ({ rectangles, face: faces.get(rectangles[0]?.key ?? "") }))
    .sort((a, b) => Number(a.face?.style.top != null) - Number(b.face?.style.top != null))
    .flatMap(({ rectangles, face }) => {
      if (face === undefined) return [];
      const inner = rectangles.some(({ top, bottom }) => bottom > top);
      return addressesOf(rectangles).map((address) =>
        operation(() => {
          setFace(sheet.getRanges(address).format, face, inner);
        }, address.length + 2_000),
      );
    });
}

function setFace(format: Excel.RangeFormat, { style, align, wrap, indent }: Face, inner: boolean): void {
  if (style.fill !== null) format.fill.color = style.fill;
  if (style.bold) format.font.bold = true;
  if (style.size !== null) format.font.size = style.size;
  if (style.colour !== null) format.font.color = style.colour;
  if (align !== null) format.horizontalAlignment = horizontal[align];
  if (indent > 0) format.indentLevel = indent;
  if (wrap) format.wrapText = true;
  format.verticalAlignment = vertical[style.vertical];
  const between = inner ? (style.top ?? style.bottom) : null;
  if (between !== null) setLine(format.borders.getItem("InsideHorizontal"), between);
  if (style.bottom !== null) setLine(format.borders.getItem("EdgeBottom"), style.bottom);
  if (style.top !== null) setLine(format.borders.getItem("EdgeTop"), style.top);
}

function setLine(border: Excel.RangeBorder, line: Line): void {
  border.style = "Continuous";
  border.weight = weight[line.style];
  border.color = line.colour;
}

function faceAt(model: SheetModel, row: number, column: number): Face | null {
  const cell = model.rows[row]?.[column] ?? null;
  const band = cell === null ? bandOver(model, row, column) : null;
  const styled = cell ?? band?.cell ?? null;
  if (styled === null) return null;
  const { look, wrap = looks[look].wrap, indent = 0 } = styled.style;
  const align = alignmentOf(model, row, band?.column ?? column);
  return { key: `${look} ${align ?? ""} ${String(wrap)} ${indent}`, style: looks[look], align, wrap, indent };
}

/** Cells in the row, with those that its last one spans. */
function widthOf(model: SheetModel, row: number): number {
  const cells = model.rows[row] ?? [];
  return cells.reduce((width, cell, column) => Math.max(width, column + (cell?.span ?? 1)), cells.length);
}

/** Runs of cells that look alike, grown downwards while the next row has the same run. */
function rectanglesOf(model: SheetModel, faces: Map<string, Face>): Rectangle[] {
  const done: Rectangle[] = [];
  let open = new Map<string, Rectangle>();
  for (let row = 0; row <= model.rows.length; row++) {
    const next = new Map<string, Rectangle>();
    for (const run of row < model.rows.length ? runsOf(model, row, faces) : []) {
      const place = `${run.left}:${run.right}:${run.key}`;
      next.set(place, { ...run, top: open.get(place)?.top ?? row });
      open.delete(place);
    }
    done.push(...open.values());
    open = next;
  }
  return done;
}

function runsOf(model: SheetModel, row: number, faces: Map<string, Face>): Rectangle[] {
  const runs: Rectangle[] = [];
  const width = widthOf(model, row);
  for (let column = 0; column < width; column++) {
    const face = faceAt(model, row, column);
    if (face === null) continue;
    const { key } = face;
    faces.set(key, face);
    const last = runs.at(-1);
    if (last?.right === column - 1 && last.key === key) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ key, top: row, bottom: row, left: column, right: column });
  }
  return runs;
}

function addressesOf(rectangles: readonly Rectangle[]): string[] {
  const addresses: string[] = [];
  for (const { top, left, bottom, right } of rectangles) {
    const name = rangeName(top, left, bottom, right);
    const last = addresses.at(-1);
    if (last !== undefined && last.length + name.length < longestAddress)
      addresses[addresses.length - 1] = `${last},${name}`;
    else addresses.push(name);
  }
  return addresses;
}
