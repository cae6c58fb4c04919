// src/pane/steps/preview/pointing.ts: pointing at a cell of a drawn sheet, with the mouse or the arrow keys, as in a spreadsheet.
import { cellName } from "../../../domain/a1";
import type { SheetModel } from "../../../report/sheetModel";

/** Zero-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** One cell is in the tab order; the arrow keys lead to the others, as in a spreadsheet. */
export function pointedProps(
  { row, column }: Place,
  { pointed, chosen }: { pointed: string | null; chosen: string | null },
) {
  const address = cellName(row, column);
  return {
    "data-row": row,
    "data-column": column,
    tabIndex: address === pointed ? 0 : -1,
    "aria-selected": address === chosen,
  };
}

/** The first cell that says something: where the keyboard enters. */
export function firstCell(sheet: SheetModel): string | null {
  for (const [row, cells] of sheet.rows.entries()) {
    const column = cells.findIndex((cell, at) => cell?.content != null && sheet.columns[at]?.hidden !== true);
    if (column >= 0) return cellName(row, column);
  }
  return null;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function gridProps(sheet: SheetModel, onSelect: (address: string) => void) {
  const select = (cell: HTMLElement | null): void => {
    if (cell !== null) onSelect(cellName(placeOf(cell).row, placeOf(cell).column));
  };
  return {
    role: "grid",
    onClick: ({ target }: MouseEvent) => {
      select(pointedCell(target));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const cell = pointedCell(event.target);
      const step = steps[event.key];
      if (cell === null || (step === undefined && event.key !== "Enter")) return;
      event.preventDefault();
      const next = step === undefined ? cell : neighbour(event.currentTarget as Element, sheet, placeOf(cell), step);
      next?.focus();
      select(next);
    },
  } as const;
}

function pointedCell(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("td[data-row]") : null;
}

function placeOf({ dataset }: HTMLElement): Place {
  return { row: Number(dataset.row), column: Number(dataset.column) };
}

/** The next cell with something in it in a direction; null at the edge. */
function neighbour(
  table: Element,
  sheet: SheetModel,
  { row, column }: Place,
  [down, right]: readonly [rows: number, columns: number],
): HTMLElement | null {
  const far = Math.max(sheet.rows.length, sheet.columns.length);
  for (let away = 1; away <= far; away++) {
    const selector = `td[data-row="${row + down * away}"][data-column="${column + right * away}"]`;
    const found = table.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
  }
  return null;
}
