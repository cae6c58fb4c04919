// tests/host/members/range.ts: Range: cells by address, their values and formats, and ranges derived from ranges.
import { cellCount, columnsOf, isEntireColumn, isEntireRow, parseArea, rowsOf, splitSheet } from "../a1";
import { type ClassTable, classTable, Ref, booleanOf, textOf } from "../classes";
import { Fault, invalidArgument } from "../fault";
import { type Place, sheetOf } from "../sheetModel";
import { clear, displayed, entered, matrix, shown, typeOf, write, writeFormats } from "./cellContent";
import { derivedRanges, specialRanges } from "./derivedRanges";
import { marksOf } from "./conditionalFormat";
import { hyperlink } from "./hyperlink";
import { rangeEdits } from "./rangeEdits";
import { rangeFormatClass } from "./rangeFormat";
import { rangeSearching } from "./searching";
import { rangeSortClass } from "./sorting";
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
    Text: { since: 1, get: matrix(displayed) },
    ValueTypes: { since: 1, get: matrix(typeOf) },
    Hyperlink: hyperlink,
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
    Sort: { since: 2, to: (self) => Ref.to(rangeSortClass, self) },
    ConditionalFormats: { since: 6, to: (self) => marksOf([self]) },
  },
  methods: {
    Clear: {
      since: 1,
      call: (self, [what], world) => {
        clear(self, what, world.workbook);
      },
    },
    ...derivedRanges,
    ...specialRanges,
    ...rangeEdits,
    ...rangeSearching,
    Select: {
      since: 1,
      call: (self, _args, { workbook }) => {
        workbook.select(sheetOf(self), [self.rect]);
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
