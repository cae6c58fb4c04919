// tests/host/workbookModel.ts: the workbook behind the host: sheets, names, tables, charts and marks as plain data, with Excel's
// rules for what they may be called. Free of Node and of the protocol.
import { type Rect, cellCount, formatArea, intersection, quoteSheet } from "./a1";
import { Cells } from "./cells";
import { Fault, invalidArgument, itemNotFound } from "./fault";

export interface Place {
  readonly sheet: SheetData;
  readonly rect: Rect;
}

export interface TableData {
  readonly id: string;
  name: string;
  style: string;
  place: Place;
  showHeaders: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
}

export interface SeriesData {
  name: string;
  values: Place | null;
  categories: Place | null;
  gapWidth: number;
  fillColor: string | null;
}

export interface AxisData {
  readonly title: { text: string; visible: boolean };
  readonly settings: Record<string, unknown>;
}

export interface ChartData {
  readonly id: string;
  readonly sheet: SheetData;
  name: string;
  type: string;
  readonly title: { text: string; visible: boolean };
  readonly legend: { visible: boolean; position: string };
  readonly axes: { readonly category: AxisData; readonly value: AxisData };
  series: SeriesData[];
  plotVisibleOnly: boolean;
  position: { readonly from: Rect; readonly to: Rect } | null;
}

export interface MarkData {
  readonly id: string;
  readonly areas: readonly Place[];
  readonly type: string;
  formula: string;
  readonly looks: Record<string, unknown>;
  priority: number;
  stopIfTrue: boolean;
}

export interface NameData {
  readonly name: string;
  readonly scope: SheetData | null;
  /** Null: the sheet it pointed to is gone (`#REF!`). */
  place: Place | null;
  /** Where it is no reference: the formula, with `=`. */
  formula: string | null;
  visible: boolean;
  comment: string;
}

export interface LayoutData {
  readonly settings: Record<string, unknown>;
  readonly headersFooters: Record<string, string>;
  titleRows: Rect | null;
  printArea: Rect | null;
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
  readonly layout: LayoutData = { settings: {}, headersFooters: {}, titleRows: null, printArea: null };
  readonly settings: Record<string, unknown> = { tabColor: "", gridlines: true, headings: true };
  visibility: Visibility = "Visible";
  isProtected = false;
  frozen: Rect | null = null;
  charts: ChartData[] = [];
  marks: MarkData[] = [];
  deleted = false;

  constructor(public name: string) {}

  /** The address with the sheet's name, as `Range.address` gives it. */
  address(rect: Rect): string {
    return `${quoteSheet(this.name)}!${formatArea(rect)}`;
  }

  refuseIfProtected(): void {
    if (this.isProtected)
      throw new Fault("AccessDenied", `You cannot perform the requested operation: ${this.name} is protected.`);
  }
}

const reservedNames = ["history"];

function checkSheetName(name: string): void {
  const bad =
    name === "" ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    reservedNames.includes(name.toLowerCase());
  if (bad) throw invalidArgument(`sheet name ${name}`);
}

export class WorkbookData {
  name = "Bok1.xlsx";
  sheets: SheetData[] = [];
  names: NameData[] = [];
  tables: TableData[] = [];
  readonly settings = new Map<string, unknown>();
  structureProtected = false;
  calculationMode = "Automatic";
  active: SheetData | null = null;

  sheetNamed(name: string): SheetData | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  /** By name or id, as `worksheets.getItem` takes it. */
  findSheet(key: unknown): SheetData | undefined {
    if (typeof key !== "string") throw invalidArgument("sheet key");
    return this.sheetNamed(key) ?? this.sheets.find((sheet) => sheet.id === key);
  }

  private refuseIfProtected(): void {
    if (this.structureProtected) throw new Fault("AccessDenied", "The workbook's structure is protected.");
  }

  addSheet(name: string | null): SheetData {
    this.refuseIfProtected();
    let number = this.sheets.length + 1;
    while (name === null && this.sheetNamed(`Blad${number}`) !== undefined) number++;
    const chosen = name ?? `Blad${number}`;
    checkSheetName(chosen);
    if (this.sheetNamed(chosen) !== undefined) throw new Fault("ItemAlreadyExists", `A sheet named ${chosen} exists.`);
    const sheet = new SheetData(chosen);
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  renameSheet(sheet: SheetData, name: string): void {
    this.refuseIfProtected();
    checkSheetName(name);
    const other = this.sheetNamed(name);
    if (other !== undefined && other !== sheet) throw new Fault("ItemAlreadyExists", `A sheet named ${name} exists.`);
    sheet.name = name;
  }

  moveSheet(sheet: SheetData, position: number): void {
    this.refuseIfProtected();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length)
      throw invalidArgument("position");
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.sheets.splice(position, 0, sheet);
  }

  showSheet(sheet: SheetData, visibility: Visibility): void {
    this.refuseIfProtected();
    const othersVisible = this.sheets.some((other) => other !== sheet && other.visibility === "Visible");
    if (visibility !== "Visible" && !othersVisible) throw new Fault("InvalidOperation", "One sheet must stay visible.");
    sheet.visibility = visibility;
  }

  deleteSheet(sheet: SheetData): void {
    this.refuseIfProtected();
    if (!this.sheets.some((other) => other !== sheet && other.visibility === "Visible")) {
      throw new Fault("InvalidOperation", "The last visible sheet cannot be deleted.");
    }
    sheet.deleted = true;
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.tables = this.tables.filter((table) => table.place.sheet !== sheet);
    this.names = this.names.filter((item) => item.scope !== sheet);
    for (const item of this.names) if (item.place?.sheet === sheet) item.place = null;
    if (this.active === sheet) this.active = this.sheets[0] ?? null;
  }

  addName(item: Omit<NameData, "visible">): NameData {
    const taken = this.names.some((other) => other.scope === item.scope && sameName(other.name, item.name));
    if (taken || this.tables.some((table) => sameName(table.name, item.name))) {
      throw new Fault("ItemAlreadyExists", `The name ${item.name} exists.`);
    }
    checkDefinedName(item.name);
    const added = { ...item, visible: true };
    this.names.push(added);
    return added;
  }

  addTable(place: Place, hasHeaders: boolean): TableData {
    place.sheet.refuseIfProtected();
    if (
      this.tables.some(
        (table) => table.place.sheet === place.sheet && intersection(table.place.rect, place.rect) !== null,
      )
    ) {
      throw new Fault("InvalidOperation", "A table can't overlap another table.");
    }
    if (!hasHeaders) throw new Fault("NotImplemented", "tables without headers");
    if (place.rect.bottom === place.rect.top) throw invalidArgument("a table needs a row under its headers");
    let number = this.tables.length + 1;
    while (this.tables.some((table) => table.name === `Tabell${number}`)) number++;
    const table: TableData = {
      id: String(number),
      name: `Tabell${number}`,
      style: "TableStyleMedium2",
      place,
      showHeaders: true,
      showBandedRows: true,
      showFilterButton: true,
    };
    settleHeaders(place);
    this.tables.push(table);
    return table;
  }

  renameTable(table: TableData, name: string): void {
    table.place.sheet.refuseIfProtected();
    checkDefinedName(name);
    const taken = this.tables.some((other) => other !== table && sameName(other.name, name));
    if (taken || this.names.some((item) => sameName(item.name, name)))
      throw invalidArgument(`table name ${name} is taken`);
    table.name = name;
  }

  /** Refuses what Excel refuses to enter: unbalanced text, sheets and tables that are not there. */
  checkFormula(formula: string): void {
    const withoutText = formula.replace(/"(?:[^"]|"")*"/g, '""');
    if (withoutText.replaceAll('""', "").includes('"')) throw invalidArgument(`formula ${formula}`);
    const bare = withoutText.replace(/'(?:[^']|'')*'/g, "''");
    if (bare.split("(").length !== bare.split(")").length || formula === "=")
      throw invalidArgument(`formula ${formula}`);
    for (const [, quoted, plain] of withoutText.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\d_.]*))!/gu)) {
      const name = quoted?.replaceAll("''", "'") ?? plain ?? "";
      if (this.sheetNamed(name) === undefined) throw invalidArgument(`formula ${formula}: no sheet ${name}`);
    }
    for (const [, name] of bare.matchAll(/([\p{L}_][\p{L}\d_.]*)\[/gu)) {
      if (name !== undefined && !this.tables.some((table) => sameName(table.name, name))) {
        throw invalidArgument(`formula ${formula}: no table ${name}`);
      }
    }
  }
}

/** Column names of a table are text, present and unique; Excel makes them so. */
function settleHeaders(place: Place): void {
  const { sheet, rect } = place;
  const seen = new Set<string>();
  for (let column = rect.left; column <= rect.right; column++) {
    const cell = sheet.cells.edit(rect.top, column);
    const wanted = cell.value === null ? `Kolumn${column - rect.left + 1}` : String(cell.value);
    let name = wanted;
    for (let number = 2; seen.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    seen.add(name.toLowerCase());
    cell.value = name;
    cell.formula = null;
  }
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function checkDefinedName(name: string): void {
  const shaped = /^[\p{L}_\\][\p{L}\d_.\\]*$/u.test(name) && name.length <= 255;
  if (!shaped || /^(\$?[A-Za-z]{1,3}\$?\d+|[RrCc])$/.test(name)) throw invalidArgument(`name ${name}`);
}

export function sheetOf(place: Place): SheetData {
  if (place.sheet.deleted) throw itemNotFound("the sheet is deleted");
  return place.sheet;
}

export function sizeOf(places: readonly Place[]): number {
  return places.reduce((sum, place) => sum + cellCount(place.rect), 0);
}
