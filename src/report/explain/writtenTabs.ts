// src/report/explain/writtenTabs.ts: looks things up in the tabs of a run: cells, names, tables, and what a figure is called.
import { Decimal } from "../../domain/money";
import { formatted, numberText } from "../../text/format";
import type { Language } from "../../text/texts";
import { at } from "../cells";
import type { Area, Cell, SheetModel, TableModel } from "../sheetModel";
import { columnIndex } from "../../domain/a1";

/** A cell of a written tab, by zero-based row and column. */
export interface Place {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

export interface FoundTable {
  readonly sheet: SheetModel;
  readonly table: TableModel;
}

export class WrittenTabs {
  constructor(
    private readonly sheets: readonly SheetModel[],
    private readonly language: Language,
  ) {}

  /** Sheet names are one and the same whatever their case, as in Excel. */
  sheet(name: string): SheetModel | null {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
  }

  table(name: string): FoundTable | null {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((candidate) => candidate.name === name);
      if (table !== undefined) return { sheet, table };
    }
    return null;
  }

  /** The cells that a name of ours stands for. */
  named(name: string): { readonly sheet: SheetModel; readonly area: Area } | null {
    for (const sheet of this.sheets) {
      const found = sheet.names?.find((candidate) => candidate.name === name);
      if (found !== undefined) return { sheet, area: areaOf(found.cell) };
    }
    return null;
  }

  cell({ sheet, row, column }: Place): Cell | null {
    return sheet.rows[row]?.[column] ?? null;
  }

  /** What a cell shows; empty for none. */
  shown(place: Place): string {
    const cell = this.cell(place);
    if (cell?.content == null) return "";
    const { content, style } = cell;
    if (content.kind === "text" || (content.kind === "formula" && content.type === "text")) return textOf(content);
    return textOf(content) === "" ? "" : formatted(textOf(content), style.format, this.language);
  }

  /** A figure for people: as shown, or with grouped digits where the column is a helper without a format of its own. */
  figure(place: Place): string {
    const value = this.value(place);
    const plain = this.cell(place)?.style.format.kind === "general" && /^-?[0-9]+([.][0-9]+)?$/.test(value);
    return plain ? grouped(value, this.language) : this.shown(place);
  }

  /** The cell's own value as text: a number as a decimal string, unformatted. */
  value(place: Place): string {
    const content = this.cell(place)?.content;
    return content == null ? "" : textOf(content);
  }

  /** The heading over a cell: the nearest one above it in its column, in the same block of rows; empty where there is none. */
  columnLabel({ sheet, row, column }: Place): string {
    for (let above = row - 1; above >= 0; above--) {
      const cells = sheet.rows[above] ?? [];
      if (cells.every((cell) => cell?.content == null)) return "";
      const cell = cells[column];
      if (cell?.style.look === "heading" && cell.content?.kind === "text") return oneLine(cell.content.text);
    }
    return "";
  }

  /** What stands first on a cell's row and says what the row is about; empty where nothing does. */
  rowLabel({ sheet, row, column }: Place): string {
    const cells = sheet.rows[row] ?? [];
    // In the head of a tab two facts stand side by side: the label nearest to the left is the cell's own.
    for (let left = column - 1; left >= 0; left--) {
      const cell = cells[left];
      if (cell?.style.look === "label" && cell.content?.kind === "text") return oneLine(cell.content.text);
    }
    for (let left = 0; left < column; left++) {
      const cell = cells[left];
      if (cell?.content == null || sheet.columns[left]?.hidden === true) continue;
      const text = this.shown({ sheet, row, column: left });
      if (text !== "") return oneLine(text);
    }
    return "";
  }
}

/** A decimal string with grouped digits, at most two decimals. */
export function grouped(number: string, language: Language): string {
  const value = new Decimal(number);
  return numberText(value, Math.min(2, value.decimalPlaces()), language);
}

/** `E12` or `$B$40:$F$100` as zero-based rows and columns. */
export function areaOf(address: string): Area {
  const [first = "A1", last = first] = address.replaceAll("$", "").split(":");
  const [topLeft, bottomRight] = [first, last].map((corner) => {
    const [, letters = "A", number = "1"] = /^([A-Z]+)([0-9]+)$/.exec(corner) ?? [];
    return { row: Number(number) - 1, column: columnIndex(letters) };
  }) as [{ row: number; column: number }, { row: number; column: number }];
  return { top: topLeft.row, left: topLeft.column, bottom: bottomRight.row, right: bottomRight.column };
}

/** `D11` or `D11:D14`. */
export function addressOf({ top, left, bottom, right }: Area): string {
  return top === bottom && left === right ? at(top, left) : `${at(top, left)}:${at(bottom, right)}`;
}

export function isOneCell({ top, left, bottom, right }: Area): boolean {
  return top === bottom && left === right;
}

function textOf(content: NonNullable<Cell["content"]>): string {
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
