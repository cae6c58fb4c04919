// tests/host/members/derivedRanges.ts: ranges found from a range: its parts, its neighbours, what of it is used or special.
import { type Rect, bounding, columnsOf, intersection, maxColumns, maxRows, rowsOf } from "../a1";
import { type Method, Ref, numberOf, oneOf } from "../classes";
import { invalidArgument, itemNotFound } from "../fault";
import { type Place, sheetOf } from "../sheetModel";
import { placeOf, rangeRef } from "./range";
import { rangeAreasClass, specialCells } from "./rangeAreas";

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

/** Lines next to the range: so many of them, on the far side for a negative count. */
function beside(count: unknown, before: boolean): { readonly lines: number; readonly before: boolean } {
  const lines = count === undefined || count === null ? 1 : numberOf(count);
  if (lines === 0) throw invalidArgument("no rows or columns");
  return { lines: Math.abs(lines), before: lines > 0 ? before : !before };
}

function rowsBeside(self: Place, count: unknown, above: boolean): Ref {
  const { lines, before } = beside(count, above);
  const { top, bottom } = self.rect;
  return within(self, {
    ...self.rect,
    top: before ? top - lines : bottom + 1,
    bottom: before ? top - 1 : bottom + lines,
  });
}

function columnsBeside(self: Place, count: unknown, left: boolean): Ref {
  const { lines, before } = beside(count, left);
  const { left: first, right: last } = self.rect;
  return within(self, {
    ...self.rect,
    left: before ? first - lines : last + 1,
    right: before ? first - 1 : last + lines,
  });
}

/** The block of used cells around the range, up to empty rows and columns. */
function surrounding(self: Place): Ref {
  const { cells } = sheetOf(self);
  let rect = self.rect;
  for (;;) {
    const wider = {
      top: Math.max(0, rect.top - 1),
      left: Math.max(0, rect.left - 1),
      bottom: Math.min(maxRows - 1, rect.bottom + 1),
      right: Math.min(maxColumns - 1, rect.right + 1),
    };
    const used = cells.used(wider, true);
    const grown = used === null ? rect : bounding(rect, used);
    if (rowsOf(grown) === rowsOf(rect) && columnsOf(grown) === columnsOf(rect)) return within(self, rect);
    rect = grown;
  }
}

/** Where Ctrl and an arrow would go: to the end of the block of filled cells, or to the next block. */
function edge(self: Place, direction: unknown, from: unknown): Rect {
  const way = oneOf(["Left", "Right", "Up", "Down"] as const, direction);
  const start = from instanceof Ref ? placeOf(from, sheetOf(self)).rect : self.rect;
  const step = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] }[way] as [number, number];
  const filled = (row: number, column: number): boolean =>
    (sheetOf(self).cells.at(row, column)?.value ?? null) !== null;
  const inside = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < maxRows && column < maxColumns;
  let [row, column] = [start.top, start.left];
  const inBlock =
    filled(row, column) && inside(row + step[0], column + step[1]) && filled(row + step[0], column + step[1]);
  while (inside(row + step[0], column + step[1])) {
    if (inBlock && !filled(row + step[0], column + step[1])) break;
    row += step[0];
    column += step[1];
    if (!inBlock && filled(row, column)) break;
  }
  return { top: row, left: column, bottom: row, right: column };
}

export const derivedRanges: Readonly<Record<string, Method<Place>>> = {
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
  GetIntersection: {
    since: 1,
    call: (self, [other]) => {
      const found = meeting(self, other);
      if (found === null) throw itemNotFound("no common cells");
      return found;
    },
  },
  GetOffsetRange: {
    since: 1,
    call: (self, [down, right]) => {
      const [rows, columns] = [numberOf(down), numberOf(right)];
      const { top, left, bottom, right: last } = self.rect;
      return within(self, { top: top + rows, left: left + columns, bottom: bottom + rows, right: last + columns });
    },
  },
  GetAbsoluteResizedRange: {
    since: 7,
    call: (self, [rows, columns]) => {
      const { top, left } = self.rect;
      return within(self, { top, left, bottom: top + numberOf(rows) - 1, right: left + numberOf(columns) - 1 });
    },
  },
  GetLastCell: {
    since: 1,
    call: (self) => within(self, { ...self.rect, top: self.rect.bottom, left: self.rect.right }),
  },
  GetLastRow: { since: 1, call: (self) => within(self, { ...self.rect, top: self.rect.bottom }) },
  GetLastColumn: { since: 1, call: (self) => within(self, { ...self.rect, left: self.rect.right }) },
  GetRowsAbove: { since: 2, call: (self, [count]) => rowsBeside(self, count, true) },
  GetRowsBelow: { since: 2, call: (self, [count]) => rowsBeside(self, count, false) },
  GetColumnsBefore: { since: 2, call: (self, [count]) => columnsBeside(self, count, true) },
  GetColumnsAfter: { since: 2, call: (self, [count]) => columnsBeside(self, count, false) },
  GetSurroundingRegion: { since: 7, call: surrounding },
  GetRangeEdge: { since: 13, call: (self, [direction, from]) => within(self, edge(self, direction, from)) },
  GetExtendedRange: {
    since: 13,
    call: (self, [direction, from]) => within(self, bounding(self.rect, edge(self, direction, from))),
  },
};

export const specialRanges: Readonly<Record<string, Method<Place>>> = {
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
};
