// tests/host/members/cellContent.ts: what stands in the cells of a range: read, written, and told of when it changes.
import { type Rect, cellCount, columnsOf, rowsOf } from "../a1";
import type { StoredCell } from "../cells";
import { type Property, type World, oneOf, textOf } from "../classes";
import { numberText } from "../browser/numberText";
import { type Scalar, written } from "../coercion";
import { invalidArgument } from "../fault";
import type { ChangeType } from "../happenings";
import { type Place, sheetOf } from "../sheetModel";
import type { WorkbookData } from "../workbookModel";

/** What `values` shows of a cell: an empty cell is "". */
export function shown(cell: Readonly<StoredCell> | undefined): Scalar {
  return cell?.value ?? "";
}

export function entered(cell: Readonly<StoredCell> | undefined): unknown {
  return cell?.formula ?? cell?.value ?? "";
}

/** What a cell shows as text: by its number format, as a Swedish Excel writes it. */
export function displayed(cell: Readonly<StoredCell> | undefined): string {
  const value = cell?.value ?? "";
  if (typeof value === "number") return numberText(value, cell?.format ?? "General", "sv-SE");
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  return value;
}

const errorText = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

export function typeOf(cell: Readonly<StoredCell> | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return errorText.test(value) && !(cell?.prefixed ?? false) ? "Error" : "String";
}

export function matrix(read: (cell: Readonly<StoredCell> | undefined) => unknown): Property<Place>["get"] {
  return (self) => sheetOf(self).cells.matrix(self.rect, read);
}

/** Checks that the array has the range's shape, as Excel insists. */
function shaped(value: unknown, rect: Rect): readonly (readonly unknown[])[] {
  const rows = value as readonly (readonly unknown[])[];
  const fits =
    Array.isArray(value) &&
    rows.length === rowsOf(rect) &&
    rows.every((row) => Array.isArray(row) && row.length === columnsOf(rect));
  if (!fits)
    throw invalidArgument("The number of rows or columns in the input array doesn't match the size of the range.");
  return rows;
}

/** One content for every cell. Null is no content of its own. */
function filled<T>(value: T, rect: Rect): readonly (readonly T[])[] {
  if (value === null || value === undefined) throw invalidArgument("null is no value for a whole range");
  return Array.from({ length: rowsOf(rect) }, () => Array<T>(columnsOf(rect)).fill(value));
}

/** What one cell holds, for the details of its change; null for several cells. */
function held({ sheet, rect }: Place): { readonly value: Scalar; readonly type: string } | null {
  if (cellCount(rect) > 1) return null;
  const cell = sheet.cells.at(rect.top, rect.left);
  return { value: shown(cell), type: typeOf(cell) };
}

/** Does what changes the contents of cells, and tells those who listen. */
export function changing(
  place: Place,
  workbook: WorkbookData,
  change: () => void,
  changeType: ChangeType = "RangeEdited",
): void {
  const before = held(place);
  change();
  workbook.settleHeadersIn(place);
  const after = held(place);
  const details =
    before === null || after === null
      ? null
      : {
          valueBefore: before.value,
          valueAfter: after.value,
          valueTypeBefore: before.type,
          valueTypeAfter: after.type,
        };
  workbook.tell({ kind: "changed", place, changeType, shift: "None", details });
}

/** `values = …` and `formulas = …`: an array of the range's shape, or one content for every cell. */
export function write(self: Place, value: unknown, world: World, changeType: ChangeType = "RangeEdited"): void {
  const sheet = sheetOf(self);
  const rows = Array.isArray(value) ? shaped(value, self.rect) : filled(value, self.rect);
  sheet.refuseIfProtected();
  let formulas = 0;
  changing(
    self,
    world.workbook,
    () => {
      rows.forEach((row, down) => {
        row.forEach((content, right) => {
          if (writeCell(self, down, right, content, world)) formulas++;
        });
      });
    },
    changeType,
  );
  if (formulas > 0) world.workbook.tell({ kind: "calculated", sheet });
}

/** Stores values as they are, without reading text: what a person pastes, and what is copied. */
export function storeValues(
  { sheet, rect }: Place,
  values: readonly (readonly (Scalar | null)[])[],
  workbook: WorkbookData,
): void {
  changing({ sheet, rect }, workbook, () => {
    values.forEach((row, down) => {
      row.forEach((value, right) => {
        const cell = sheet.cells.edit(rect.top + down, rect.left + right);
        Object.assign(cell, { value, formula: null, prefixed: false });
      });
    });
  });
}

/** Whether a formula was entered. */
function writeCell(self: Place, down: number, right: number, content: unknown, world: World): boolean {
  const row = self.rect.top + down;
  const column = self.rect.left + right;
  const result = written(content, self.sheet.cells.at(row, column)?.format ?? "General");
  if (result.kind === "unchanged") return false;
  if (result.kind === "empty") {
    const stored = self.sheet.cells.at(row, column);
    if (stored !== undefined)
      Object.assign(self.sheet.cells.edit(row, column), { value: null, formula: null, prefixed: false });
    return false;
  }
  const cell = self.sheet.cells.edit(row, column);
  if (result.kind === "formula") {
    world.workbook.checkFormula(result.formula);
    const address = self.sheet.address({ top: row, left: column, bottom: row, right: column });
    Object.assign(cell, {
      formula: result.formula,
      prefixed: false,
      value: world.formulaValue(self.sheet.name, address, result.formula),
    });
    return true;
  }
  Object.assign(cell, { value: result.value, formula: null, prefixed: result.prefixed });
  if (result.format !== undefined && cell.format === "General") cell.format = result.format;
  return false;
}

export function writeFormats(self: Place, value: unknown): void {
  // Sample snippets give one format in an array for a whole range.
  const only = Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1;
  const single: unknown = only ? (value as unknown[][])[0]?.[0] : value;
  const rows = Array.isArray(single) ? shaped(single, self.rect) : filled(single, self.rect);
  sheetOf(self).refuseIfProtected();
  rows.forEach((row, down) => {
    row.forEach((code, right) => {
      if (code === null) return;
      const format = textOf(code) === "" ? "General" : textOf(code);
      self.sheet.cells.edit(self.rect.top + down, self.rect.left + right).format = format;
    });
  });
}

/** `Range.clear`. Looks that change are no change of the contents. */
export function clear(self: Place, what: unknown, workbook: WorkbookData): void {
  const applyTo = oneOf(["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"] as const, what ?? "All");
  const sheet = sheetOf(self);
  sheet.refuseIfProtected();
  if (applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks") {
    sheet.cells.forEachStored(self.rect, (cell) => {
      const { hyperlink, ...looks } = cell.looks;
      // Removing a link takes the cell's formatting away too.
      if (hyperlink !== undefined) cell.looks = applyTo === "Hyperlinks" ? looks : {};
    });
    return;
  }
  if (applyTo === "Formats") sheet.cells.clear(self.rect, applyTo);
  else
    changing(self, workbook, () => {
      sheet.cells.clear(self.rect, applyTo);
    });
}
