// tests/host/browser/gridSelecting.ts: selecting with the mouse: one cell, or with the button held down or Shift, a rectangle.
import { columnIndex, formatArea } from "../a1";
import type { Workbench } from "./workbench";

/** The cell that was pointed at. */
export function cellAt(target: EventTarget | null): { readonly row: number; readonly column: number } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const match = /^([A-Z]+)(\d+)$/.exec(cell?.dataset.cell ?? "");
  if (match === null) return null;
  return { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? "") };
}

/** One cell, and with the button held down, or with Shift, everything up to another. */
export function startSelecting(workbench: Workbench, event: MouseEvent): void {
  const from = cellAt(event.target);
  if (from === null || (event.target instanceof Element && event.target.tagName === "INPUT")) return;
  workbench.commit();
  const { top, left } = workbench.selection;
  const anchor = event.shiftKey ? { row: top, column: left } : from;
  const reach = (to: { readonly row: number; readonly column: number }): void => {
    const rect = {
      top: Math.min(anchor.row, to.row),
      left: Math.min(anchor.column, to.column),
      bottom: Math.max(anchor.row, to.row),
      right: Math.max(anchor.column, to.column),
    };
    if (formatArea(rect) !== formatArea(workbench.selection)) workbench.select(rect);
  };
  reach(from);
  const move = (moved: MouseEvent): void => {
    const to = cellAt(moved.target);
    if (to !== null && moved.buttons === 1) reach(to);
  };
  const stop = (): void => {
    window.removeEventListener("mousemove", move);
    window.removeEventListener("mouseup", stop);
  };
  window.addEventListener("mousemove", move);
  window.addEventListener("mouseup", stop);
}
