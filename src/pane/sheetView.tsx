// src/pane/sheetView.tsx: a sheet model drawn as an HTML table that looks like the sheet it will become.
import type { ComponentChildren } from "preact";
import { columnName } from "../intake/grid";
import type { Cell, SheetModel } from "../report/sheetModel";
import { formatted } from "../text/format";
import type { Language } from "../text/texts";
import { SheetChart } from "./sheetChart";
import { useWords } from "./words";

/** Enough to judge the tab by, and quick to draw; the workbook has every row. */
const shownRows = 200;

export function SheetView({ sheet }: { sheet: SheetModel }) {
  const { pane, language } = useWords();
  const shown = sheet.columns.flatMap(({ hidden }, column) => (hidden === true ? [] : [column]));
  const rows = sheet.rows.slice(0, shownRows);
  return (
    <div class="sheet">
      <div class="sheet-box" tabIndex={0} role="region" aria-label={pane.preview.sheetLabel(sheet.name)}>
        <table>
          <colgroup>
            <col class="sheet-row-number" />
            {shown.map((column) => (
              <col key={column} style={{ width: `${(sheet.columns[column]?.width ?? 10) + 1}ch` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td />
              {shown.map((column) => (
                <th key={column} scope="col">
                  {columnName(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {cellsOf(row, shown, language)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet.rows.length > rows.length ? (
        <p class="muted">{pane.preview.more(rows.length, sheet.rows.length)}</p>
      ) : null}
      {sheet.charts.map((chart, index) => (
        <SheetChart key={index} sheet={sheet} chart={chart} />
      ))}
    </div>
  );
}

/** A cell with a span takes the empty cells to its right, as text in Excel runs over them. */
function cellsOf(row: readonly (Cell | null)[], shown: readonly number[], language: Language): ComponentChildren[] {
  const drawn: ComponentChildren[] = [];
  for (let place = 0; place < shown.length; place += 1) {
    const column = shown[place];
    const cell = column === undefined ? null : (row[column] ?? null);
    const free = freeCells(row, shown, place, cell?.span ?? 1);
    drawn.push(<SheetCell key={column} cell={cell} span={free} language={language} />);
    place += free - 1;
  }
  return drawn;
}

/** How many shown columns the cell at `place` may take, itself included: at most `span`, and only empty ones. */
function freeCells(row: readonly (Cell | null)[], shown: readonly number[], place: number, span: number): number {
  let free = 1;
  for (let next = place + 1; free < span && next < shown.length; next += 1) {
    const cell = row[shown[next] ?? -1];
    if (cell !== null && cell !== undefined && cell.content !== null) break;
    free += 1;
  }
  return free;
}

function SheetCell({ cell, span, language }: { cell: Cell | null; span: number; language: Language }) {
  if (cell === null) return <td />;
  const { look, align, wrap, indent, format } = cell.style;
  const numeric =
    cell.content?.kind === "number" || (cell.content?.kind === "formula" && cell.content.type === "number");
  const side = align ?? (numeric ? "right" : "left");
  const classes = [
    `look-${look}`,
    `side-${side}`,
    wrap === true ? "wrap" : "",
    indent === undefined ? "" : `indent-${indent}`,
  ];
  return (
    <td
      class={classes.filter((name) => name !== "").join(" ")}
      {...(span > 1 ? { colSpan: span } : {})}
      {...(cell.content?.kind === "formula" ? { title: `=${cell.content.formula}` } : {})}
    >
      {textOf(cell, numeric, format, language)}
    </td>
  );
}

function textOf(cell: Cell, numeric: boolean, format: Cell["style"]["format"], language: Language): string {
  const { content } = cell;
  if (content === null) return "";
  const raw = content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
  // A formula may answer with empty text where a figure does not apply.
  return numeric && raw !== "" ? formatted(raw, format, language) : raw;
}
