// src/pane/steps/preview/sheetView.tsx: a sheet model drawn as an HTML table that looks like the sheet it will become.
import type { ComponentChildren } from "preact";
import { columnName } from "../../../domain/a1";
import type { Cell, SheetModel } from "../../../report/sheetModel";
import { formatted } from "../../../text/format";
import type { Language } from "../../../text/texts";
import { firstCell, gridProps, type Place, pointedProps } from "./pointing";
import { SheetChart } from "./sheetChart";
import { useWords } from "../../parts/words";

/** Enough to judge the tab by, and quick to draw; the workbook has every row. */
const shownRows = 200;

interface Props {
  readonly sheet: SheetModel;
  /** A1 of the cell that is pointed at; null: none on this sheet. */
  readonly selected?: string | null;
  /** Left out: the cells are only to be looked at. */
  readonly onSelect?: (address: string) => void;
  /** Shown beside the cells, or under them where the page is narrow. */
  readonly beside?: ComponentChildren;
}

export function SheetView({ sheet, selected = null, onSelect, beside = null }: Props) {
  const { pane, language } = useWords();
  const pointing = onSelect === undefined ? null : { selected: selected ?? firstCell(sheet), onSelect };
  const shown = sheet.columns.flatMap(({ hidden }, column) => (hidden === true ? [] : [column]));
  const rows = sheet.rows.slice(0, shownRows);
  return (
    <div class={beside === null ? "sheet" : "sheet sheet-explained"}>
      <div
        class="sheet-box"
        role="region"
        aria-label={pane.preview.sheetLabel(sheet.name)}
        {...(pointing === null ? { tabIndex: 0 } : {})}
      >
        <table {...(pointing === null ? {} : gridProps(sheet, pointing.onSelect))}>
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
                {cellsOf(row, index, shown, { language, pointed: pointing?.selected ?? null, chosen: selected })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {beside}
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
function cellsOf(
  row: readonly (Cell | null)[],
  index: number,
  shown: readonly number[],
  view: View,
): ComponentChildren[] {
  const drawn: ComponentChildren[] = [];
  for (let place = 0; place < shown.length; place += 1) {
    const column = shown[place];
    const cell = column === undefined ? null : (row[column] ?? null);
    const free = freeCells(row, shown, place, cell?.span ?? 1);
    const at: Place = { row: index, column: column ?? -1 };
    drawn.push(<SheetCell key={column} cell={cell} span={free} place={at} view={view} />);
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

/** How the cells are drawn; `pointed` is the one that the keyboard reaches, null: none is. */
interface View {
  readonly language: Language;
  readonly pointed: string | null;
  readonly chosen: string | null;
}

function SheetCell(props: { cell: Cell | null; span: number; place: Place; view: View }) {
  const { cell, span, place, view } = props;
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
      {...(view.pointed === null || cell.content === null ? {} : pointedProps(place, view))}
    >
      {textOf(cell, numeric, format, view.language)}
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
