// src/workbook/looks.ts: what each look is in colours, type and lines, and where a cell's text stands.
// One mapping for the file, for Excel and for whoever previews a tab. Colours are `#RRGGBB`.
import type { Cell, Look, SheetModel } from "../report/sheetModel";

/** The palette. Every text on its fill reaches a contrast of at least 4.5 to 1. */
export const colours = {
  ink: "#1F2933",
  muted: "#5B6770",
  petrol: "#1F4E5F",
  mist: "#DCE8EC",
  white: "#FFFFFF",
  line: "#DDE2E6",
  inputFill: "#FFF9E3",
  inputLine: "#E3D9B0",
  goodFill: "#E1F1E3",
  goodText: "#1B5E2B",
  badFill: "#FBE2DF",
  badText: "#8C1D13",
  warnFill: "#FFF0C9",
  warnText: "#6A4A00",
} as const;

/** Series of a chart, in order; the first two (as a rule budget and outcome) also differ when printed in grey. */
export const chartColours: readonly string[] = ["#9DB8C2", "#1F4E5F", "#C98B3B", "#6E8F5E", "#7A5C8E"];

export interface Line {
  readonly style: "thin" | "medium";
  readonly colour: string;
}

export interface LookStyle {
  readonly bold: boolean;
  /** In points; null: the workbook's own size. The typeface is always the workbook's own. */
  readonly size: number | null;
  /** Null: the workbook's own (automatic) colour. */
  readonly colour: string | null;
  readonly fill: string | null;
  readonly top: Line | null;
  readonly bottom: Line | null;
  /** Whether text wraps where the cell's own style does not say. */
  readonly wrap: boolean;
  readonly vertical: "top" | "center";
}

const base: LookStyle = {
  bold: false,
  size: null,
  colour: null,
  fill: null,
  top: null,
  bottom: null,
  wrap: false,
  vertical: "top",
};
const hairline: Line = { style: "thin", colour: colours.line };

export const looks: Readonly<Record<Look, LookStyle>> = {
  plain: { ...base, bottom: hairline },
  title: { ...base, bold: true, size: 16, colour: colours.petrol, vertical: "center" },
  label: { ...base, colour: colours.muted },
  note: { ...base, size: 9, colour: colours.muted },
  heading: {
    ...base,
    bold: true,
    colour: colours.white,
    fill: colours.petrol,
    wrap: true,
    vertical: "center",
  },
  group: { ...base, bold: true, colour: colours.petrol, fill: colours.mist, vertical: "center" },
  total: { ...base, bold: true, top: { style: "thin", colour: colours.petrol }, bottom: hairline },
  input: { ...base, fill: colours.inputFill, bottom: { style: "thin", colour: colours.inputLine } },
  good: { ...base, colour: colours.goodText, fill: colours.goodFill, bottom: hairline },
  bad: { ...base, colour: colours.badText, fill: colours.badFill, bottom: hairline },
  warn: { ...base, colour: colours.warnText, fill: colours.warnFill, bottom: hairline },
};

/** `acrossSpan`: centred over the cell and the empty ones that it spans, without a merge. Null: Excel's own rule. */
export type Alignment = "left" | "right" | "center" | "acrossSpan" | null;

/**
 * Where the text of a cell stands: as its style says; else a heading stands as the figures under it, a group stands in the
 * middle of what it spans, and all others follow Excel's rule (text left, numbers right).
 */
export function alignmentOf(sheet: SheetModel, row: number, column: number): Alignment {
  const cell = sheet.rows[row]?.[column];
  if (cell == null) return null;
  if (cell.style.align !== undefined) return cell.style.align;
  if ((cell.style.indent ?? 0) > 0) return "left";
  if (cell.style.look === "group" && (cell.span ?? 1) > 1) return "acrossSpan";
  if (cell.style.look === "heading") return holdsNumber(firstBelow(sheet, row, column)) ? "right" : "left";
  return null;
}

/**
 * The cell whose style an empty place takes: the one that spans over it, where that has a fill, so that a band of colour has no
 * gaps. Null: nothing to write.
 */
export function bandOver(sheet: SheetModel, row: number, column: number): { cell: Cell; column: number } | null {
  const cells = sheet.rows[row] ?? [];
  for (let left = column - 1; left >= 0; left--) {
    const cell = cells[left];
    if (cell == null) continue;
    const reaches = left + (cell.span ?? 1) > column && looks[cell.style.look].fill !== null;
    return reaches ? { cell, column: left } : null;
  }
  return null;
}

function firstBelow(sheet: SheetModel, row: number, column: number): Cell | null {
  for (let below = row + 1; below < sheet.rows.length; below++) {
    const cell = sheet.rows[below]?.[column];
    if (cell?.content == null) continue;
    return cell.style.look === "heading" ? null : cell;
  }
  return null;
}

function holdsNumber(cell: Cell | null): boolean {
  const content = cell?.content;
  return content?.kind === "number" || (content?.kind === "formula" && content.type === "number");
}
