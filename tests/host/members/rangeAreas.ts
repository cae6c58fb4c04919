// tests/host/members/rangeAreas.ts: RangeAreas and RangeCollection: several rectangles of one sheet, and the cells of a special kind.
import { type Rect, isEntireColumn, isEntireRow, maxColumns, maxRows } from "../a1";
import { type ClassTable, classTable, Ref, numberOf, oneOf, textOf } from "../classes";
import { Fault, invalidArgument, itemNotFound } from "../fault";
import { type Place, sheetOf, sizeOf } from "../sheetModel";
import { clear, typeOf } from "./cellContent";
import { marksOf } from "./conditionalFormat";
import { rangeRef } from "./range";
import { rangeFormatClass } from "./rangeFormat";
import { worksheetClass } from "./worksheet";

export interface Areas {
  readonly places: readonly Place[];
}

const rangeCollectionClass: ClassTable<Areas> = classTable({
  name: "RangeCollection",
  properties: {},
  links: {},
  methods: {
    GetCount: { since: 9, call: (self) => self.places.length },
    GetItemAt: {
      since: 9,
      call: (self, [index]) => {
        const place = self.places[numberOf(index)];
        if (place === undefined) throw itemNotFound(`area ${String(index)}`);
        return rangeRef(place);
      },
    },
  },
  items: (self) => self.places.map(rangeRef),
});

function firstSheet(self: Areas): Place["sheet"] {
  const first = self.places[0];
  if (first === undefined) throw itemNotFound("no areas");
  return sheetOf(first);
}

export const rangeAreasClass: ClassTable<Areas> = classTable({
  name: "RangeAreas",
  referenced: true,
  properties: {
    Address: { since: 9, get: (self) => self.places.map((place) => sheetOf(place).address(place.rect)).join(",") },
    AreaCount: { since: 9, get: (self) => self.places.length },
    CellCount: { since: 9, get: (self) => sizeOf(self.places) },
    IsEntireColumn: { since: 9, get: (self) => self.places.every((place) => isEntireColumn(place.rect)) },
    IsEntireRow: { since: 9, get: (self) => self.places.every((place) => isEntireRow(place.rect)) },
  },
  links: {
    Areas: { since: 9, to: (self) => Ref.to(rangeCollectionClass, self) },
    Format: { since: 9, to: (self) => Ref.to(rangeFormatClass, self) },
    Worksheet: { since: 9, to: (self) => Ref.to(worksheetClass, firstSheet(self)) },
    ConditionalFormats: { since: 9, to: (self) => marksOf(self.places) },
  },
  methods: {
    Clear: {
      since: 9,
      call: (self, [what], { workbook }) => {
        for (const place of self.places) clear(place, what, workbook);
      },
    },
  },
});

/** Stretches of whole numbers from `from` to `to` that are not hidden. */
function stretches(
  from: number,
  to: number,
  hidden: ReadonlySet<number>,
): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let start = from;
  for (const index of [...hidden].filter((each) => each >= from && each <= to).sort((a, b) => a - b)) {
    if (index > start) found.push({ from: start, to: index - 1 });
    start = index + 1;
  }
  if (start <= to) found.push({ from: start, to });
  return found;
}

const specialKinds = [
  "Visible",
  "Constants",
  "Formulas",
  "Blanks",
  "ConditionalFormats",
  "DataValidations",
  "SameConditionalFormat",
  "SameDataValidation",
] as const;

/** `Excel.SpecialCellValueType`: "All", or the kinds in one word, such as "ErrorsLogicalText". */
function valueTypes(asked: unknown): ReadonlySet<string> {
  const word = asked === undefined || asked === null ? "All" : textOf(asked);
  const all = { Errors: "Error", Logical: "Boolean", Number: "Double", Text: "String" } as const;
  if (word === "All") return new Set(Object.values(all));
  if (!/^(Errors)?(Logical)?(Numbers?)?(Text)?$/.test(word)) throw invalidArgument(`cells of type ${word}`);
  return new Set(
    Object.entries(all)
      .filter(([name]) => word.includes(name))
      .map(([, type]) => type),
  );
}

/** The areas of a range that hold cells of one kind. Only what the product asks for is known: the rest is refused. */
export function specialCells(self: Place, type: unknown, valueType: unknown): readonly Place[] {
  const kind = oneOf(specialKinds, type);
  if (kind !== "Visible" && kind !== "Constants" && kind !== "Formulas")
    throw new Fault("NotImplemented", `special cells of kind ${kind}`);
  const sheet = sheetOf(self);
  if (kind === "Visible") {
    const columns = stretches(self.rect.left, Math.min(self.rect.right, maxColumns - 1), sheet.hiddenColumns);
    return stretches(self.rect.top, Math.min(self.rect.bottom, maxRows - 1), sheet.hiddenRows).flatMap((rows) =>
      columns.map((column): Place => ({
        sheet,
        rect: { top: rows.from, left: column.from, bottom: rows.to, right: column.to },
      })),
    );
  }
  const types = valueTypes(valueType);
  const found: Rect[] = [];
  sheet.cells.forEachStored(self.rect, (cell, row, column) => {
    const wanted = kind === "Formulas" ? cell.formula !== null : cell.formula === null && cell.value !== null;
    if (!types.has(typeOf(cell))) return;
    if (wanted) found.push({ top: row, left: column, bottom: row, right: column });
  });
  return found.map((rect) => ({ sheet, rect }));
}
