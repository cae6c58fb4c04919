// tests/host/browser/cellDrawing.ts: what a cell shows and how: text by its number format, colours, lines, and where the text stands.
import type { Looks } from "../cells";
import type { Scalar } from "../coercion";
import type { SheetData } from "../sheetModel";
import type { Locale } from "./choices";
import { numberText } from "./numberText";

export interface CellDrawing {
  readonly text: string;
  readonly align: "left" | "right" | "center";
  /** Text that does not fit runs out over empty neighbours; a number never does. */
  readonly isText: boolean;
  readonly wraps: boolean;
  readonly style: Readonly<Record<string, string>>;
}

const errorText = /^#[A-ZÅÄÖ/?!0]+[!?]?$/u;
const lineWidths: Readonly<Record<string, string>> = { Medium: "2px", Thick: "3px" };
const verticals: Readonly<Record<string, string>> = { Top: "flex-start", Center: "center", Bottom: "flex-end" };

/**
 * `shown` is what the cell holds or its formula gives, undefined where the simulation cannot calculate it; `marks` are the looks of
 * the conditional formats that hold here.
 */
export function drawingOf(
  sheet: SheetData,
  row: number,
  column: number,
  locale: Locale,
  shown: () => Scalar | null | undefined,
  marks: Looks,
): CellDrawing | null {
  const cell = sheet.cells.at(row, column);
  if (cell === undefined) return null;
  const value = cell.formula === null ? cell.value : shown();
  const looks = { ...cell.looks, ...marks };
  const isText = typeof value === "string" && !errorText.test(value);
  return {
    text: value === undefined ? "ƒ" : textOf(value, cell.format, locale),
    align: alignOf(value, looks.horizontalAlignment),
    isText,
    wraps: looks.wrapText === true,
    style: styleOf(looks, row === 0, column === 0),
  };
}

function textOf(value: Scalar | null, format: string, locale: Locale): string {
  if (value === null) return "";
  if (typeof value === "number") return numberText(value, format, locale);
  if (typeof value === "boolean") return locale === "sv-SE" ? (value ? "SANT" : "FALSKT") : String(value).toUpperCase();
  return value;
}

function alignOf(value: Scalar | null | undefined, horizontal: unknown): CellDrawing["align"] {
  if (horizontal === "Right") return "right";
  if (horizontal === "Center" || horizontal === "CenterAcrossSelection") return "center";
  if (horizontal === "Left") return "left";
  if (typeof value === "number") return "right";
  return typeof value === "boolean" || (typeof value === "string" && errorText.test(value)) ? "center" : "left";
}

/** Two cells share the line between them: it is drawn once, by the upper or the left one. */
function styleOf(looks: Looks, isTop: boolean, isLeft: boolean): Record<string, string> {
  const style: Record<string, string> = {};
  const set = (name: string, value: unknown): void => {
    if (typeof value === "string" && value !== "") style[name] = value;
  };
  set("background", looks["fill/color"]);
  set("color", looks["font/color"]);
  if (looks["font/bold"] === true) style.fontWeight = "700";
  if (looks["font/italic"] === true) style.fontStyle = "italic";
  if (typeof looks["font/size"] === "number") style.fontSize = `${(looks["font/size"] * 13) / 11}px`;
  if (typeof looks.indentLevel === "number" && looks.indentLevel > 0)
    style.paddingLeft = `${4 + looks.indentLevel * 9}px`;
  set("alignItems", verticals[String(looks.verticalAlignment)]);
  const sides: Readonly<Record<string, string>> = {
    EdgeBottom: "borderBottom",
    EdgeRight: "borderRight",
    ...(isTop ? { EdgeTop: "borderTop" } : {}),
    ...(isLeft ? { EdgeLeft: "borderLeft" } : {}),
  };
  for (const [side, css] of Object.entries(sides)) {
    const line = looks[`borders/${side}/style`];
    if (line === undefined || line === "None") continue;
    const width = lineWidths[String(looks[`borders/${side}/weight`])] ?? "1px";
    const colour = looks[`borders/${side}/color`];
    style[css] = `${width} solid ${typeof colour === "string" ? colour : "#000000"}`;
  }
  return style;
}
