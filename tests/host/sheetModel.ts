// tests/host/sheetModel.ts: one sheet as plain data: cells, sizes, layout, selection, charts and marks. Free of Node and of the protocol.
import { type Rect, cellCount, formatArea, intersection, quoteSheet } from "./a1";
import { Cells } from "./cells";
import { Fault, itemNotFound } from "./fault";

export interface Place {
  readonly sheet: SheetData;
  readonly rect: Rect;
}

export interface Fonted {
  readonly font: Record<string, unknown>;
}

export interface TitleData extends Fonted {
  text: string;
  visible: boolean;
}

export interface LabelData extends Fonted {
  readonly settings: Record<string, unknown>;
}

export interface SeriesData {
  name: string;
  values: Place | null;
  categories: Place | null;
  gapWidth: number;
  fillColor: string | null;
  /** Null: the chart's own. */
  type: string | null;
  readonly settings: Record<string, unknown>;
  readonly labels: LabelData;
}

export interface AxisData extends Fonted {
  readonly title: TitleData;
  readonly settings: Record<string, unknown>;
}

export interface ChartData {
  readonly id: string;
  readonly sheet: SheetData;
  name: string;
  type: string;
  readonly title: TitleData;
  readonly legend: Fonted & { visible: boolean; position: string };
  readonly labels: LabelData;
  readonly settings: Record<string, unknown>;
  readonly axes: { readonly category: AxisData; readonly value: AxisData };
  series: SeriesData[];
  plotVisibleOnly: boolean;
  position: { readonly from: Rect; readonly to: Rect } | null;
}

export interface MarkData {
  readonly id: string;
  areas: readonly Place[];
  readonly type: string;
  /** With a formula of one's own (`Custom`); else empty, and `rule` says what holds. */
  formula: string;
  readonly rule: Record<string, unknown>;
  readonly looks: Record<string, unknown>;
  priority: number;
  stopIfTrue: boolean;
}

export interface LayoutData {
  readonly settings: Record<string, unknown>;
  readonly headersFooters: Record<string, string>;
  titleRows: Rect | null;
  printArea: Rect | null;
  /** Rows that begin a printed page. */
  readonly pageBreaks: Set<number>;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

let nextId = 1;

/** An id as Excel gives them; counted, so that runs repeat. */
export function newId(): string {
  return `{00000000-0000-0000-0000-${(nextId++).toString(16).toUpperCase().padStart(12, "0")}}`;
}

export class SheetData {
  readonly id = newId();
  readonly cells = new Cells();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  readonly layout: LayoutData = {
    settings: {},
    headersFooters: {},
    titleRows: null,
    printArea: null,
    pageBreaks: new Set(),
  };
  readonly settings: Record<string, unknown> = { tabColor: "", gridlines: true, headings: true };
  visibility: Visibility = "Visible";
  isProtected = false;
  frozen: Rect | null = null;
  /** What is selected on the sheet, kept while other sheets are active; the active cell is the first area's upper left one. */
  selection: readonly Rect[] = [{ top: 0, left: 0, bottom: 0, right: 0 }];
  /** Cells shown as one; the upper left one holds what it shows. */
  merged: Rect[] = [];
  charts: ChartData[] = [];
  marks: MarkData[] = [];
  deleted = false;

  constructor(public name: string) {}

  /** The address with the sheet's name, as `Range.address` gives it. */
  address(rect: Rect): string {
    return `${quoteSheet(this.name)}!${formatArea(rect)}`;
  }

  get activeCell(): Rect {
    const { top, left } = this.selection[0] ?? { top: 0, left: 0 };
    return { top, left, bottom: top, right: left };
  }

  refuseIfProtected(): void {
    if (this.isProtected)
      throw new Fault("AccessDenied", `You cannot perform the requested operation: ${this.name} is protected.`);
  }
}

export function sheetOf(place: Place): SheetData {
  if (place.sheet.deleted) throw itemNotFound("the sheet is deleted");
  return place.sheet;
}

export function sizeOf(places: readonly Place[]): number {
  return places.reduce((sum, place) => sum + cellCount(place.rect), 0);
}

export function overlapping(a: Place, b: Place): boolean {
  return a.sheet === b.sheet && intersection(a.rect, b.rect) !== null;
}
