// src/report/sheetModel.ts: a tab as data. Both adapters write it, the pane draws it, tests read it. No Excel, no XML, no HTML here.
import type { Unit } from "../domain/money";
import type { Steps } from "../domain/steps";
import type { TabRole } from "../domain/tabKind";

/** Which of Samkalkyl's tabs a sheet is. */
export type SheetRole = TabRole;

/** How a number is shown; adapters turn it into a format code, the preview into text. */
export type NumberFormat =
  | { readonly kind: "general" }
  /** Kronor shown in `unit`; the cell's number is always kronor. */
  | { readonly kind: "amount"; readonly unit: Unit; readonly decimals: number }
  | { readonly kind: "percent"; readonly decimals: number }
  | { readonly kind: "number"; readonly decimals: number }
  /** A whole number without grouping: years, row numbers. */
  | { readonly kind: "integer" }
  /** A date serial shown as yyyy-mm-dd or yyyy-mm. */
  | { readonly kind: "date" }
  | { readonly kind: "month" };

/** What a cell is for; each adapter gives it one look. */
export type Look =
  | "plain"
  | "title" // the tab's name, large
  | "label" // left of a fact in the head
  | "note" // small, muted, explanatory
  | "heading" // table header row, filled
  | "group" // a heading over several columns
  | "total" // total row, bold with a line above
  | "input" // a cell the user may edit: tinted
  | "good" // control passed
  | "bad" // control failed
  | "warn"; // worth a look

export interface CellStyle {
  readonly look: Look;
  readonly format: NumberFormat;
  /** Defaults: text left, numbers right, headings over numbers right. */
  readonly align?: "left" | "right" | "center";
  readonly wrap?: boolean;
  /** Columns of indent, for sub-rows. */
  readonly indent?: number;
}

/** A value that is shown: text is never interpreted, whatever it looks like; a number is a decimal string without exponent. */
export type CellContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: string }
  /**
   * `formula` without the leading `=`, in en-US with A1 and structured references; `cached` is the engine's own unrounded value,
   * written as the cell's cached value: recalculation must agree with it (method.md §0).
   */
  | { readonly kind: "formula"; readonly formula: string; readonly cached: string; readonly type: "number" | "text" };

export interface Cell {
  readonly content: CellContent | null;
  readonly style: CellStyle;
  /** Fills this cell's text over the next cells to the right when they are empty (never a merge). */
  readonly span?: number;
  /** Where `content` is what a person wrote: what would stand here without it. A later run tells by it what is the person's own. */
  readonly unedited?: CellContent | null;
  /** What a person writes in the cell is read back by the next run, and found by this, in whatever language. */
  readonly key?: string;
}

/** A rectangle of zero-based rows and columns, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A native Excel table. The header row is `area.top` and its cells hold exactly these column names as text. */
export interface TableModel {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
}

export interface ChartSeries {
  readonly name: string;
  /** Areas on the same sheet, one row or one column each, without the header. */
  readonly categories: Area;
  readonly values: Area;
}

export interface ChartModel {
  readonly type: "column" | "bar";
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly format: NumberFormat;
  readonly valueAxisTitle: string;
  /** Alternative text for screen readers. */
  readonly description: string;
  /** The cells that the chart covers. */
  readonly area: Area;
}

/** A mark that follows the figures: `formula` (without `=`) is relative to the area's top left cell, as in Excel. */
export interface ConditionalFormat {
  readonly area: Area;
  readonly formula: string;
  readonly look: "good" | "bad" | "warn";
}

/** What may be written in cells: a list to choose from, and a note that is shown where they are selected. Nothing else is refused. */
export interface Choice {
  readonly area: Area;
  /** The cells that the list stands in, as a formula names them; null: no list. */
  readonly from: string | null;
  /** At most 32 characters. */
  readonly title: string;
  /** At most 255 characters. */
  readonly note: string;
}

/** A name for cells of a sheet, known in the whole workbook: formulas in any tab may use it. */
export interface NamedCells {
  /** Begins with `Samkalkyl_`, which keeps it apart from the user's names; letters, digits and underscores. */
  readonly name: string;
  /** `E12` or `B40:F100` on this sheet. */
  readonly cell: string;
}

export interface SheetModel {
  readonly role: SheetRole;
  /** The tab's name as proposed; formulas in other tabs use it through `sheetReference`, after the port has settled it. */
  readonly name: string;
  /** Width in characters, per column; a hidden column keeps its figures. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Row-major, top left is A1; null: empty cell. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Heights in points where text wraps over several lines. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows above and columns left of this cell stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows repeated at the top of each printed page. */
  readonly printTitleRows: { readonly from: number; readonly to: number } | null;
  readonly tables: readonly TableModel[];
  readonly charts: readonly ChartModel[];
  readonly marks: readonly ConditionalFormat[];
  /** Left out: anything may be written anywhere. The file adapter writes them; no tab in an open workbook has any. */
  readonly choices?: readonly Choice[];
  /** All of it on one A4 page; else one page wide and as many high as it takes. */
  readonly onePage?: boolean;
  /** Rows that begin a new printed page, ascending; left out: pages begin where the paper ends. */
  readonly pageBreaks?: readonly number[];
  /** A page that no run takes for a tab of its own: a copy for others to read. */
  readonly alone?: boolean;
  /** None where it is left out. */
  readonly names?: readonly NamedCells[];
  /** Where the cells are made on demand: the same tab with its cells there, made with stops in between. Left out: they are there. */
  readonly whole?: () => Steps<SheetModel>;
}
