// tests/host/browser/cellEditor.tsx: the field in a cell that is edited. Leaving it for the pane does not end the editing, as in Excel.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Editing, Workbench } from "./workbench";

export function CellEditor({ workbench, editing }: { workbench: Workbench; editing: Editing }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (editing.where === "cell") field.current?.focus();
  }, [editing.where]);
  return (
    <input
      class="cell-editor"
      ref={field}
      value={editing.text}
      aria-label={workbench.words.editing}
      onInput={({ currentTarget }) => {
        workbench.retype(currentTarget.value);
      }}
      onKeyDown={(event) => {
        editingKey(workbench, event);
      }}
    />
  );
}

/** Enter and Tab enter what was typed and move on; Escape leaves the cell as it was. */
export function editingKey(workbench: Workbench, event: KeyboardEvent): void {
  event.stopPropagation();
  const step = { Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1] }[event.key];
  if (event.key === "Escape") workbench.cancel();
  else if (step === undefined) return;
  else {
    workbench.commit();
    const { top, left } = workbench.selection;
    const [row, column] = [Math.max(0, top + (step[0] ?? 0)), Math.max(0, left + (step[1] ?? 0))];
    workbench.select({ top: row, left: column, bottom: row, right: column });
  }
  event.preventDefault();
  document.getElementById("grid")?.focus();
}
