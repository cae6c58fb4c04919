// tests/host/workbookModel.ts: the workbook behind the host: sheets, names and tables as plain data, with Excel's rules for adding,
// moving, hiding and deleting them. Free of Node and of the protocol.
import { type Rect, formatArea } from "./a1";
import { Fault, invalidArgument } from "./fault";
import { referenceText, rewriteReferences } from "./formulaText";
import type { Happening } from "./happenings";
import { checkDefinedName, checkSheetName, sameName } from "./namingRules";
import { type Place, SheetData, type Visibility, overlapping } from "./sheetModel";
import { moveAlong, rewriteFormulas } from "./shifting";

export interface TableData {
  readonly id: string;
  name: string;
  style: string;
  place: Place;
  showHeaders: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** Switches that nothing else here depends on. */
  readonly settings: Record<string, unknown>;
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

export class WorkbookData {
  name = "Bok1.xlsx";
  sheets: SheetData[] = [];
  names: NameData[] = [];
  tables: TableData[] = [];
  readonly settings = new Map<string, unknown>();
  readonly properties: Record<string, unknown> = {};
  readonly customProperties = new Map<string, unknown>();
  structureProtected = false;
  calculationMode = "Automatic";
  active: SheetData | null = null;
  /** Told of what listeners may have asked for. */
  tell: (happening: Happening) => void = () => undefined;

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
    this.tell({ kind: "added", sheet });
    return sheet;
  }

  renameSheet(sheet: SheetData, name: string): void {
    this.refuseIfProtected();
    checkSheetName(name);
    const other = this.sheetNamed(name);
    if (other !== undefined && other !== sheet) throw new Fault("ItemAlreadyExists", `A sheet named ${name} exists.`);
    const before = sheet.name;
    sheet.name = name;
    this.rewriteSheet(before, (local) => referenceText(name, local));
  }

  /** Formulas follow a sheet to its new name, and lose what they refer to with it. */
  private rewriteSheet(name: string, rewrite: (local: string) => string): void {
    rewriteFormulas(this, (formula) =>
      rewriteReferences(formula, (reference) =>
        reference.sheet !== null && sameName(reference.sheet, name) ? rewrite(reference.local) : null,
      ),
    );
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
    if (visibility !== "Visible" && this.active === sheet) this.activateAnother(sheet);
  }

  /** Brings a sheet to the front. */
  activate(sheet: SheetData): void {
    if (sheet.visibility !== "Visible") throw new Fault("InvalidOperation", "A hidden sheet can't be activated.");
    if (this.active === sheet) return;
    if (this.active !== null) this.tell({ kind: "deactivated", sheet: this.active });
    this.active = sheet;
    this.tell({ kind: "activated", sheet });
  }

  /** Selects cells and brings their sheet to the front. */
  select(sheet: SheetData, areas: readonly Rect[]): void {
    this.activate(sheet);
    sheet.selection = areas;
    this.tell({ kind: "selectionChanged", sheet, address: areas.map((area) => formatArea(area)).join(",") });
  }

  private activateAnother(than: SheetData): void {
    const visible = this.sheets.filter((sheet) => sheet !== than && sheet.visibility === "Visible");
    const next = visible.find((sheet) => this.sheets.indexOf(sheet) > this.sheets.indexOf(than)) ?? visible.at(-1);
    if (next !== undefined) this.activate(next);
  }

  deleteSheet(sheet: SheetData): void {
    this.refuseIfProtected();
    if (!this.sheets.some((other) => other !== sheet && other.visibility === "Visible")) {
      throw new Fault("InvalidOperation", "The last visible sheet cannot be deleted.");
    }
    if (this.active === sheet) this.activateAnother(sheet);
    sheet.deleted = true;
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.tables = this.tables.filter((table) => table.place.sheet !== sheet);
    this.names = this.names.filter((item) => item.scope !== sheet);
    this.rewriteSheet(sheet.name, (local) => `#REF!${local}`);
    for (const item of this.names) if (item.place?.sheet === sheet) item.place = null;
    this.tell({ kind: "deleted", sheet });
  }

  addName(item: Omit<NameData, "visible">): NameData {
    const taken = this.names.some((other) => other.scope === item.scope && sameName(other.name, item.name));
    // While a copied sheet is at the front, its own twin of the name stands in the way (OfficeDev/office-js#2875).
    const twin = this.names.some((other) => other.scope === this.active && sameName(other.name, item.name));
    if (taken || twin || this.tables.some((table) => sameName(table.name, item.name))) {
      throw new Fault("ItemAlreadyExists", `The name ${item.name} exists.`);
    }
    checkDefinedName(item.name);
    const added = { ...item, visible: true };
    this.names.push(added);
    return added;
  }

  addTable(place: Place, hasHeaders: boolean): TableData {
    place.sheet.refuseIfProtected();
    if (this.tables.some((table) => overlapping(table.place, place))) {
      throw new Fault("InvalidOperation", "A table can't overlap another table.");
    }
    const headed = this.roomForTable(place, hasHeaders);
    let number = this.tables.length + 1;
    while (this.tables.some((table) => table.name === `Tabell${number}`)) number++;
    const table: TableData = {
      id: String(number),
      name: `Tabell${number}`,
      style: "TableStyleMedium2",
      place: headed,
      showHeaders: true,
      showBandedRows: true,
      showFilterButton: true,
      settings: {},
    };
    settleHeaders(headed);
    this.tables.push(table);
    this.tell({ kind: "tableAdded", table });
    return table;
  }

  /** The table on the copy of its sheet, under the next free name. */
  copyTable(table: TableData, sheet: SheetData): void {
    const added = this.addTable({ sheet, rect: table.place.rect }, true);
    const { style, showHeaders, showBandedRows, showFilterButton } = table;
    Object.assign(added, { style, showHeaders, showBandedRows, showFilterButton });
    Object.assign(added.settings, table.settings);
  }

  /** Headings of its own push the data down; headings alone get an empty row under them. */
  private roomForTable({ sheet, rect }: Place, hasHeaders: boolean): Place {
    if (!hasHeaders) {
      moveAlong({ sheet, rect: { ...rect, bottom: rect.top } }, "Down", this);
      return { sheet, rect: { ...rect, bottom: rect.bottom + 1 } };
    }
    if (rect.bottom > rect.top) return { sheet, rect };
    const under = { ...rect, top: rect.top + 1, bottom: rect.top + 1 };
    if (sheet.cells.used(under, true) !== null) moveAlong({ sheet, rect: under }, "Down", this);
    return { sheet, rect: { ...rect, bottom: under.bottom } };
  }

  /** Keeps headings text, present and unique, whatever was written over them. */
  settleHeadersIn(place: Place): void {
    for (const table of this.tables) {
      const headings = { ...table.place.rect, bottom: table.place.rect.top };
      if (overlapping({ sheet: table.place.sheet, rect: headings }, place)) settleHeaders(table.place);
    }
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
