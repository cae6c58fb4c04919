// src/report/sheetDraft.ts: a tab while it is being filled: cells at places, widths and heights from what is shown.
import type { Language } from "../text/texts";
import { formatted, shownLength } from "../text/format";
import type { Cell, ChartModel, ConditionalFormat, SheetModel, SheetRole, TableModel } from "./sheetModel";
import { textCell } from "./cells";

/** Points of one line of text in the standard font. */
const LINE_HEIGHT = 15;
/** Bold text and the filter button take a little more than the characters. */
const PADDING = 2;
/** Excel's own limit is 255 characters and 409 points; nobody reads a cell that large. */
const HIGHEST_ROW = 400;

export interface ColumnPlan {
  readonly least: number;
  readonly most: number;
  readonly hidden?: boolean;
}

export class SheetDraft {
  private readonly rows: (Cell | null)[][] = [];
  private readonly tables: TableModel[] = [];
  private readonly charts: ChartModel[] = [];
  private readonly marks: ConditionalFormat[] = [];

  constructor(
    private readonly plan: readonly ColumnPlan[],
    private readonly language: Language,
  ) {}

  /** The first row below everything that is written. */
  get next(): number {
    return this.rows.length;
  }

  /** The last row that is written. */
  get last(): number {
    return this.rows.length - 1;
  }

  put(row: number, column: number, cell: Cell): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row];
    if (cells === undefined) return;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  /** Cells side by side; null leaves a place empty. */
  putRow(row: number, left: number, cells: readonly (Cell | null)[]): void {
    cells.forEach((cell, index) => {
      if (cell !== null) this.put(row, left + index, cell);
    });
  }

  /** Leaves empty rows so that `next` is at least `row`. */
  skipTo(row: number): void {
    while (this.rows.length < row) this.rows.push([]);
  }

  /** A sentence over the empty cells to its right, broken into rows where it is longer than the page is wide. Returns the next row. */
  putText(row: number, column: number, text: string, look: "plain" | "note" = "note"): number {
    return row + this.putLines(row, column, text, look).length;
  }

  /** As `putText`; returns what each row says. */
  putLines(row: number, column: number, text: string, look: "plain" | "note" | "warn"): readonly string[] {
    const lines = wrapped(text, Math.floor(this.shownWidth(column) * 0.95));
    lines.forEach((line, index) => {
      this.put(row + index, column, textCell(line, look, { span: this.plan.length - column }));
    });
    return lines;
  }

  addTable(table: TableModel): void {
    this.tables.push(table);
  }

  addChart(chart: ChartModel): void {
    this.charts.push(chart);
  }

  mark(mark: ConditionalFormat): void {
    this.marks.push(mark);
  }

  /** The finished tab. */
  sheet(role: SheetRole, name: string, view: Pick<SheetModel, "frozen" | "printTitleRows">): SheetModel {
    const longest = this.longest();
    const columns = this.plan.map((plan, column) => {
      const width = Math.min(plan.most, Math.max(plan.least, (longest[column] ?? 0) + PADDING));
      return plan.hidden === true ? { width, hidden: true } : { width };
    });
    return {
      role,
      name,
      columns,
      rows: this.rows,
      rowHeights: this.heights(columns.map(({ width }) => width)),
      ...view,
      tables: this.tables,
      charts: this.charts,
      marks: this.marks,
    };
  }

  private shownWidth(from: number): number {
    return this.plan.slice(from).reduce((sum, { least, hidden }) => sum + (hidden === true ? 0 : least), 0);
  }

  /** Per column the longest that is shown; not counted where the column has one width, or is as wide already as it may be. */
  private longest(): number[] {
    const longest = this.plan.map(() => 0);
    const growing = this.plan.flatMap(({ least, most }, column) => (least < most ? [{ column, most }] : []));
    for (const row of this.rows) {
      for (const { column, most } of growing) {
        const cell = row[column] ?? null;
        if (cell === null || cell.span !== undefined) continue;
        const known = longest[column] ?? 0;
        if (known + PADDING < most) longest[column] = Math.max(known, this.lengthOf(cell));
      }
    }
    return longest;
  }

  /** Characters that a cell needs. */
  private lengthOf(cell: Cell): number {
    const { content, style } = cell;
    const indent = (style.indent ?? 0) * 2;
    if (content === null) return indent;
    if (content.kind === "number") return shownLength(content.number, style.format, this.language) + indent;
    if (content.kind === "formula" && content.type === "number") {
      return shownLength(content.cached, style.format, this.language) + indent;
    }
    const text = content.kind === "text" ? content.text : content.cached;
    // A heading may break between words; other texts are broken only where the column may not grow.
    const breaks = style.look === "heading" && style.wrap === true ? /[ \n]/ : /\n/;
    if (!breaks.test(text)) return text.length + indent;
    return text.split(breaks).reduce((most, part) => Math.max(most, part.length), 0) + indent;
  }

  private shown({ content, style }: Cell): string {
    if (content === null) return "";
    if (content.kind === "text") return content.text;
    if (content.kind === "formula" && content.type === "text") return content.cached;
    return formatted(content.kind === "number" ? content.number : content.cached, style.format, this.language);
  }

  private heights(widths: readonly number[]): ReadonlyMap<number, number> {
    const heights = new Map<number, number>();
    this.rows.forEach((row, index) => {
      let lines = 1;
      for (let column = 0; column < row.length; column++) {
        const cell = row[column] ?? null;
        if (cell?.style.wrap !== true || this.plan[column]?.hidden === true) continue;
        const text = this.shown(cell);
        const width = (widths[column] ?? 10) - 1 - (cell.style.indent ?? 0) * 2;
        if (text.length > width || text.includes("\n")) lines = Math.max(lines, wrapped(text, width).length);
      }
      if (lines > 1) heights.set(index, Math.min(HIGHEST_ROW, lines * LINE_HEIGHT));
    });
    return heights;
  }
}

/** Text broken at spaces into lines of at most `width` characters; a longer word is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      let rest = word;
      if (line !== "" && line.length + 1 + rest.length > width) {
        lines.push(line);
        line = "";
      }
      while (rest.length > width) {
        lines.push(rest.slice(0, width));
        rest = rest.slice(width);
      }
      line = line === "" ? rest : `${line} ${rest}`;
    }
    lines.push(line);
  }
  return lines;
}
