// tests/host/browser/gridKeys.ts: the keyboard in the grid, as far as people use it without thinking: arrows, typing, F2, Delete.
import { editingKey } from "./cellEditor";
import type { GridLayout } from "./gridLayout";
import type { Workbench } from "./workbench";

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
  Enter: [1, 0],
};

export function gridKey(workbench: Workbench, layout: GridLayout, event: KeyboardEvent): void {
  // Somebody types faster than the cell's field has got the keyboard.
  if (workbench.editing !== null) {
    if (event.key.length === 1) workbench.retype(workbench.editing.text + event.key);
    else editingKey(workbench, event);
    event.preventDefault();
    return;
  }
  const step = arrows[event.key];
  if (step !== undefined) move(workbench, layout, step, event);
  else if (event.key === "Home") goTo(workbench, event.ctrlKey ? 0 : workbench.selection.top, 0);
  else if (event.key === "F2") workbench.edit("cell");
  else if (event.key === "Delete" || event.key === "Backspace") workbench.clear();
  else if (event.key === "F6" && event.ctrlKey) workbench.enterPane();
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
    workbench.edit("cell", event.key);
  else return;
  event.preventDefault();
}

/** Hidden rows and columns are stepped over; with Shift, the selection grows to the right and down. */
function move(
  workbench: Workbench,
  layout: GridLayout,
  [down, right]: readonly [number, number],
  event: KeyboardEvent,
): void {
  const { selection } = workbench;
  if (event.shiftKey && event.key.startsWith("Arrow")) {
    const bottom = Math.max(selection.top, selection.bottom + down);
    workbench.select({ ...selection, bottom, right: Math.max(selection.left, selection.right + right) });
    return;
  }
  const hidden = (axis: GridLayout["rows"], index: number): boolean => axis.at[index] === axis.at[index + 1];
  let row = selection.top + down;
  let column = selection.left + right;
  while (row > 0 && row < layout.rows.count - 1 && hidden(layout.rows, row)) row += Math.sign(down) || 1;
  while (column > 0 && column < layout.columns.count - 1 && hidden(layout.columns, column))
    column += Math.sign(right) || 1;
  goTo(workbench, row, column);
}

function goTo(workbench: Workbench, row: number, column: number): void {
  const [top, left] = [Math.max(0, row), Math.max(0, column)];
  workbench.select({ top, left, bottom: top, right: left });
}
