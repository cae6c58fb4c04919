// tests/host/members/range.ts: Range: cells by address, their values and formats, and ranges derived from ranges.
import {
  type Rect,
  bounding,
  cellCount,
  columnsOf,
  intersection,
  isEntireColumn,
  isEntireRow,
  maxColumns,
  maxRows,
  parseArea,
  rowsOf,
  splitSheet,
} from "../a1";
import type { StoredCell } from "../cells";
import {
  type ClassTable,
  classTable,
  type Property,
  Ref,
  type World,
  booleanOf,
  numberOf,
  oneOf,
  textOf,
} from "../classes";
import { written } from "../coercion";
import { Fault, invalidArgument, itemNotFound } from "../fault";
import { type Place, sheetOf } from "../workbookModel";
import { marksOf } from "./conditionalFormat";
import { rangeAreasClass, specialCells } from "./rangeAreas";
import { rangeFormatClass } from "./rangeFormat";
import { worksheetClass } from "./worksheet";

export function rangeRef(place: Place): Ref {
  return Ref.to(rangeClass, place);
}

/** A range given as an object, or as an address on `home`. */
export function placeOf(argument: unknown, home: Place["sheet"]): Place {
  if (argument instanceof Ref) {
    const place = argument.as(rangeClass);
    if (place === null) throw invalidArgument("expected a range");
    return place;
  }
  const { sheet, local } = splitSheet(textOf(argument));
  if (sheet !== null && sheet.toLowerCase() !== home.name.toLowerCase())
    throw invalidArgument(`${sheet} is another sheet`);
  return { sheet: home, rect: parseArea(local) };
}

/** What `values` shows of a cell: an empty cell is "". */
function shown(cell: Readonly<StoredCell> | undefined): unknown {
  return cell?.value ?? "";
}

function entered(cell: Readonly<StoredCell> | undefined): unknown {
  return cell?.formula ?? cell?.value ?? "";
}

const errorText = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

function typeOf(cell: Readonly<StoredCell> | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return errorText.test(value) && !(cell?.prefixed ?? false) ? "Error" : "String";
}

function matrix(read: (cell: Readonly<StoredCell> | undefined) => unknown): Property<Place>["get"] {
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

function write(self: Place, value: unknown, world: World): void {
  const sheet = sheetOf(self);
  const rows = shaped(value, self.rect);
  sheet.refuseIfProtected();
  rows.forEach((row, down) => {
    row.forEach((content, right) => {
      writeCell(self, down, right, content, world);
    });
  });
}

function writeCell(self: Place, down: number, right: number, content: unknown, world: World): void {
  const row = self.rect.top + down;
  const column = self.rect.left + right;
  const result = written(content, self.sheet.cells.at(row, column)?.format ?? "General");
  if (result.kind === "unchanged") return;
  if (result.kind === "empty") {
    const stored = self.sheet.cells.at(row, column);
    if (stored !== undefined)
      Object.assign(self.sheet.cells.edit(row, column), { value: null, formula: null, prefixed: false });
    return;
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
    return;
  }
  Object.assign(cell, { value: result.value, formula: null, prefixed: result.prefixed });
  if (result.format !== undefined && cell.format === "General") cell.format = result.format;
}

function writeFormats(self: Place, value: unknown): void {
  const rows = shaped(value, self.rect);
  sheetOf(self).refuseIfProtected();
  rows.forEach((row, down) => {
    row.forEach((code, right) => {
      if (code === null) return;
      if (textOf(code) === "") throw invalidArgument("an empty number format");
      self.sheet.cells.edit(self.rect.top + down, self.rect.left + right).format = textOf(code);
    });
  });
}

/** True, false, or null where some are and some are not. */
function allHidden(hidden: ReadonlySet<number>, from: number, to: number): boolean | null {
  let count = 0;
  for (const index of hidden) if (index >= from && index <= to) count++;
  if (count === 0) return false;
  return count === to - from + 1 ? true : null;
}

function hide(hidden: Set<number>, from: number, to: number, whole: boolean, value: unknown): void {
  if (!booleanOf(value)) {
    if (whole) hidden.clear();
    else for (let index = from; index <= to; index++) hidden.delete(index);
    return;
  }
  if (whole) throw new Fault("NotImplemented", "hiding a whole sheet");
  for (let index = from; index <= to; index++) hidden.add(index);
}

function within(place: Place, rect: Rect): Ref {
  if (
    rect.top < 0 ||
    rect.left < 0 ||
    rect.bottom >= maxRows ||
    rect.right >= maxColumns ||
    rect.bottom < rect.top ||
    rect.right < rect.left
  ) {
    throw invalidArgument("outside the sheet");
  }
  return rangeRef({ sheet: sheetOf(place), rect });
}

function used(self: Place, valuesOnly: unknown): Ref | null {
  const rect = sheetOf(self).cells.used(self.rect, valuesOnly === true);
  return rect === null ? null : rangeRef({ sheet: self.sheet, rect });
}

function meeting(self: Place, other: unknown): Ref | null {
  const place = placeOf(other, sheetOf(self));
  const rect = place.sheet === self.sheet ? intersection(self.rect, place.rect) : null;
  return rect === null ? null : rangeRef({ sheet: self.sheet, rect });
}

export const rangeClass: ClassTable<Place> = classTable({
  name: "Range",
  referenced: true,
  properties: {
    Address: { since: 1, get: (self) => sheetOf(self).address(self.rect) },
    CellCount: { since: 1, get: (self) => (cellCount(self.rect) > 2 ** 31 - 1 ? -1 : cellCount(self.rect)) },
    RowIndex: { since: 1, get: (self) => self.rect.top },
    ColumnIndex: { since: 1, get: (self) => self.rect.left },
    RowCount: { since: 1, get: (self) => rowsOf(self.rect) },
    ColumnCount: { since: 1, get: (self) => columnsOf(self.rect) },
    IsEntireColumn: { since: 7, get: (self) => isEntireColumn(self.rect) },
    IsEntireRow: { since: 7, get: (self) => isEntireRow(self.rect) },
    Values: { since: 1, get: matrix(shown), set: write },
    Formulas: { since: 1, get: matrix(entered), set: write },
    NumberFormat: { since: 1, get: matrix((cell) => cell?.format ?? "General"), set: writeFormats },
    ValueTypes: { since: 1, get: matrix(typeOf) },
    RowHidden: {
      since: 2,
      get: (self) => allHidden(sheetOf(self).hiddenRows, self.rect.top, self.rect.bottom),
      set: (self, value) => {
        sheetOf(self).refuseIfProtected();
        hide(self.sheet.hiddenRows, self.rect.top, self.rect.bottom, isEntireColumn(self.rect), value);
      },
    },
    ColumnHidden: {
      since: 2,
      get: (self) => allHidden(sheetOf(self).hiddenColumns, self.rect.left, self.rect.right),
      set: (self, value) => {
        sheetOf(self).refuseIfProtected();
        hide(self.sheet.hiddenColumns, self.rect.left, self.rect.right, isEntireRow(self.rect), value);
      },
    },
  },
  links: {
    Format: { since: 1, to: (self) => Ref.to(rangeFormatClass, { places: [self] }) },
    Worksheet: { since: 1, to: (self) => Ref.to(worksheetClass, sheetOf(self)) },
    ConditionalFormats: { since: 6, to: (self) => marksOf([self]) },
  },
  methods: {
    Clear: {
      since: 1,
      call: (self, [what]) => {
        sheetOf(self).refuseIfProtected();
        self.sheet.cells.clear(self.rect, oneOf(["All", "Contents", "Formats"] as const, what ?? "All"));
      },
    },
    GetCell: {
      since: 1,
      call: (self, [down, right]) => {
        const top = self.rect.top + numberOf(down);
        const left = self.rect.left + numberOf(right);
        return within(self, { top, left, bottom: top, right: left });
      },
    },
    GetRow: {
      since: 1,
      call: (self, [down]) =>
        within(self, { ...self.rect, top: self.rect.top + numberOf(down), bottom: self.rect.top + numberOf(down) }),
    },
    GetColumn: {
      since: 1,
      call: (self, [right]) =>
        within(self, { ...self.rect, left: self.rect.left + numberOf(right), right: self.rect.left + numberOf(right) }),
    },
    GetBoundingRect: {
      since: 1,
      call: (self, [other]) => within(self, bounding(self.rect, placeOf(other, sheetOf(self)).rect)),
    },
    GetEntireRow: { since: 1, call: (self) => within(self, { ...self.rect, left: 0, right: maxColumns - 1 }) },
    GetEntireColumn: { since: 1, call: (self) => within(self, { ...self.rect, top: 0, bottom: maxRows - 1 }) },
    GetResizedRange: {
      since: 2,
      call: (self, [down, right]) =>
        within(self, {
          ...self.rect,
          bottom: self.rect.bottom + numberOf(down),
          right: self.rect.right + numberOf(right),
        }),
    },
    GetIntersectionOrNullObject: { since: 4, call: (self, [other]) => meeting(self, other) },
    GetUsedRange: {
      since: 1,
      call: (self, [valuesOnly]) =>
        used(self, valuesOnly) ?? within(self, { ...self.rect, bottom: self.rect.top, right: self.rect.left }),
    },
    GetUsedRangeOrNullObject: { since: 4, call: (self, [valuesOnly]) => used(self, valuesOnly) },
    GetSpecialCellsOrNullObject: {
      since: 9,
      call: (self, [type, valueType]) => {
        const places = specialCells(self, type, valueType);
        return places.length === 0 ? null : Ref.to(rangeAreasClass, { places });
      },
    },
    GetSpecialCells: {
      since: 9,
      call: (self, [type, valueType]) => {
        const places = specialCells(self, type, valueType);
        if (places.length === 0) throw itemNotFound("no such cells");
        return Ref.to(rangeAreasClass, { places });
      },
    },
    /** Sent by the client before an array that it cuts up. */
    _ValidateArraySize: {
      since: 3,
      call: (self, [rows, columns]) => {
        if (rows !== rowsOf(self.rect) || columns !== columnsOf(self.rect)) {
          throw invalidArgument(
            "The number of rows or columns in the input array doesn't match the size of the range.",
          );
        }
      },
    },
  },
});
