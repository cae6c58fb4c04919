// tests/host/browser/textWidth.ts: how wide a text is on this screen, remembered.
import { fontSize } from "./gridLayout";

const context = document.createElement("canvas").getContext("2d");
const known = new Map<string, number>();
export const cellFont = 'Calibri, Carlito, "Segoe UI", "Liberation Sans", Arial, sans-serif';

/** Pixels; `points` is the font's size as Excel counts it. */
export function textWidth(text: string, points: number, bold: boolean): number {
  const key = `${points}${bold ? "b" : "n"}${text}`;
  let width = known.get(key);
  if (width === undefined && context !== null) {
    context.font = `${bold ? "700 " : ""}${(points * fontSize) / 11}px ${cellFont}`;
    width = context.measureText(text).width;
    known.set(key, width);
  }
  return width ?? text.length * 7;
}
