// tests/host/browser/sheetGrid.tsx: the grid: row and column headings, the cells in view, the selection and the cell that is edited.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Rect, columnLetters, formatArea } from "../a1";
import type { SheetData } from "../sheetModel";
import { type CellDrawing, drawingOf } from "./cellDrawing";
import { Charts } from "./chartDrawing";
import { CellEditor } from "./cellEditor";
import { gridKey } from "./gridKeys";
import { cellAt, startSelecting } from "./gridSelecting";
import { type GridLayout, between, headingHeight, headingWidth, layoutOf, sizeOf } from "./gridLayout";
import { textWidth } from "./textWidth";
import type { Workbench } from "./workbench";

interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export function SheetGrid({ workbench, sheet }: { workbench: Workbench; sheet: SheetData }) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 1200, height: 800 });
  const layout = useMemo(() => layoutOf(sheet, textWidth), [sheet, workbench.version]);
  const look = (): void => {
    const grid = box.current;
    if (grid === null) return;
    setView({ top: grid.scrollTop, left: grid.scrollLeft, width: grid.clientWidth, height: grid.clientHeight });
  };
  useLayoutEffect(() => {
    box.current?.scrollTo(0, 0);
    look();
    const resized = new ResizeObserver(look);
    if (box.current !== null) resized.observe(box.current);
    return () => {
      resized.disconnect();
    };
  }, [sheet]);
  useLayoutEffect(() => {
    if (box.current !== null) scrollIntoView(box.current, layout, workbench.selection);
  }, [sheet, sheet.selection]);
  const { first, last } = between(layout.rows, view.top, view.top + view.height);
  const columns = columnsInView(layout, view);
  const frozen = Array.from({ length: layout.frozenRows }, (_, row) => row);
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (row) => row >= layout.frozenRows,
  );
  return (
    <div
      class={sheet.settings.gridlines === false ? "grid grid-plain" : "grid"}
      id="grid"
      role="grid"
      aria-label={sheet.name}
      tabIndex={0}
      ref={box}
      onScroll={look}
      onKeyDown={(event) => {
        gridKey(workbench, layout, event);
      }}
      onMouseDown={(event) => {
        startSelecting(workbench, event);
      }}
      onDblClick={(event) => {
        if (cellAt(event.target) !== null) workbench.edit("cell");
      }}
    >
      <div
        class="grid-space"
        style={{ width: `${headingWidth + end(layout.columns)}px`, height: `${headingHeight + end(layout.rows)}px` }}
      >
        <ColumnHeadings layout={layout} columns={columns} selection={workbench.selection} />
        {frozen.length === 0 ? null : (
          <div class="frozen-rows" style={{ top: `${headingHeight}px` }}>
            {frozen.map((row) => (
              <Row key={row} workbench={workbench} sheet={sheet} layout={layout} row={row} columns={columns} />
            ))}
          </div>
        )}
        {rows.map((row) => (
          <Row key={row} workbench={workbench} sheet={sheet} layout={layout} row={row} columns={columns} floating />
        ))}
        <Charts workbench={workbench} sheet={sheet} layout={layout} />
      </div>
    </div>
  );
}

function end(axis: GridLayout["rows"]): number {
  return axis.at.at(-1) ?? 0;
}

/** Frozen columns, then those in view. */
function columnsInView(layout: GridLayout, view: View): readonly number[] {
  const { first, last } = between(layout.columns, view.left, view.left + view.width);
  const frozen = Array.from({ length: layout.frozenColumns }, (_, column) => column);
  // Text runs out of columns to the left of the view, too.
  const from = Math.max(layout.frozenColumns, first - 8);
  return [...frozen, ...Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index)];
}

function ColumnHeadings({
  layout,
  columns,
  selection,
}: {
  layout: GridLayout;
  columns: readonly number[];
  selection: Rect;
}) {
  return (
    <div class="column-headings" role="row" style={{ height: `${headingHeight}px` }}>
      <div class="corner" style={{ width: `${headingWidth}px` }} />
      {columns.map((column) => (
        <div
          key={column}
          role="columnheader"
          class={column >= selection.left && column <= selection.right ? "heading heading-selected" : "heading"}
          style={{ ...across(layout, column), height: `${headingHeight}px` }}
        >
          {columnLetters(column)}
        </div>
      ))}
    </div>
  );
}

/** Where a column stands; a frozen one stays when the rest is scrolled. */
function across(layout: GridLayout, column: number): Record<string, string> {
  const left = headingWidth + (layout.columns.at[column] ?? 0);
  const width = `${sizeOf(layout.columns, column)}px`;
  return column < layout.frozenColumns
    ? { position: "sticky", left: `${left}px`, width, zIndex: "2" }
    : { position: "absolute", left: `${left}px`, width };
}

interface RowProps {
  readonly workbench: Workbench;
  readonly sheet: SheetData;
  readonly layout: GridLayout;
  readonly row: number;
  readonly columns: readonly number[];
  readonly floating?: boolean;
}

function Row({ workbench, sheet, layout, row, columns, floating = false }: RowProps) {
  const height = sizeOf(layout.rows, row);
  if (height === 0) return null;
  const { selection } = workbench;
  const place = floating ? { position: "absolute", top: `${headingHeight + (layout.rows.at[row] ?? 0)}px` } : {};
  return (
    <div class="row" role="row" aria-rowindex={row + 1} style={{ ...place, height: `${height}px` }}>
      <div
        role="rowheader"
        class={row >= selection.top && row <= selection.bottom ? "heading heading-selected" : "heading"}
        style={{ width: `${headingWidth}px` }}
      >
        {row + 1}
      </div>
      {columns.map((column) => (
        <GridCell key={column} workbench={workbench} sheet={sheet} layout={layout} row={row} column={column} />
      ))}
    </div>
  );
}

function GridCell({
  workbench,
  sheet,
  layout,
  row,
  column,
}: Pick<RowProps, "workbench" | "sheet" | "layout" | "row"> & { column: number }) {
  const width = sizeOf(layout.columns, column);
  if (width === 0) return null;
  const drawing = drawingOf(
    sheet,
    row,
    column,
    workbench.choices.locale,
    () => workbench.shownAt(sheet, row, column),
    workbench.marksAt(sheet, row, column),
  );
  const { editing, selection } = workbench;
  const edited = editing?.row === row && editing.column === column;
  return (
    <div
      role="gridcell"
      data-cell={formatArea({ top: row, left: column, bottom: row, right: column })}
      aria-selected={isInside(selection, row, column)}
      class={classOf(workbench, drawing, row, column)}
      style={{ ...across(layout, column), ...drawing?.style }}
    >
      {edited ? (
        <CellEditor workbench={workbench} editing={editing} />
      ) : (
        <CellText drawing={drawing} room={roomOf(sheet, layout, row, column, drawing)} width={width} />
      )}
    </div>
  );
}

function classOf({ selection }: Workbench, drawing: CellDrawing | null, row: number, column: number): string {
  const active = selection.top === row && selection.left === column;
  return [
    "cell",
    drawing === null ? "" : `cell-${drawing.align}`,
    drawing?.wraps === true ? "cell-wraps" : "",
    drawing?.style.background === undefined ? "" : "cell-filled",
    active ? "cell-active" : isInside(selection, row, column) ? "cell-selected" : "",
  ]
    .filter((name) => name !== "")
    .join(" ");
}

function CellText({ drawing, room, width }: { drawing: CellDrawing | null; room: number; width: number }) {
  if (drawing === null || drawing.text === "") return null;
  const bold = drawing.style.fontWeight === "700";
  const tooWide = !drawing.isText && textWidth(drawing.text, 11, bold) > width - 4;
  const text = tooWide ? "#".repeat(Math.max(1, Math.floor((width - 8) / 8))) : drawing.text;
  return (
    <span class={room > width ? "cell-text cell-text-out" : "cell-text"} style={{ maxWidth: `${room - 6}px` }}>
      {text}
    </span>
  );
}

/** How far the text may run: to the next cell that holds something. */
function roomOf(
  sheet: SheetData,
  layout: GridLayout,
  row: number,
  column: number,
  drawing: CellDrawing | null,
): number {
  let room = sizeOf(layout.columns, column);
  if (drawing?.isText !== true || drawing.wraps || drawing.align === "right") return room;
  for (let next = column + 1; next < layout.columns.count; next++) {
    const cell = sheet.cells.at(row, next);
    if (cell !== undefined && (cell.value !== null || cell.formula !== null)) break;
    room += sizeOf(layout.columns, next);
  }
  return room;
}

function isInside(rect: Rect, row: number, column: number): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

function scrollIntoView(grid: HTMLElement, layout: GridLayout, { top, left }: Rect): void {
  const frozenHeight = headingHeight + (layout.rows.at[layout.frozenRows] ?? 0);
  const frozenWidth = headingWidth + (layout.columns.at[layout.frozenColumns] ?? 0);
  const y = headingHeight + (layout.rows.at[top] ?? 0);
  const x = headingWidth + (layout.columns.at[left] ?? 0);
  if (top >= layout.frozenRows) {
    if (y < grid.scrollTop + frozenHeight) grid.scrollTop = y - frozenHeight;
    const below = y + sizeOf(layout.rows, top) - grid.clientHeight;
    if (below > grid.scrollTop) grid.scrollTop = below;
  }
  if (left >= layout.frozenColumns) {
    if (x < grid.scrollLeft + frozenWidth) grid.scrollLeft = x - frozenWidth;
    const beside = x + Math.min(sizeOf(layout.columns, left), 200) - grid.clientWidth;
    if (beside > grid.scrollLeft) grid.scrollLeft = beside;
  }
}
