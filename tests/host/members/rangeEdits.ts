// tests/host/members/rangeEdits.ts: what rearranges a range: inserting and deleting cells, merging, copying, moving, sorting, duplicates.
import { type Rect, columnsOf, intersection, parseArea, rowsOf, splitSheet } from "../a1";
import type { StoredCell } from "../cells";
import { type ClassTable, classTable, type Method, Ref, type World, booleanOf, oneOf, textOf } from "../classes";
import { Fault, invalidArgument, itemNotFound } from "../fault";
import { copiedFormula } from "../formulaText";
import { type Place, sheetOf } from "../sheetModel";
import { shiftCells } from "../shifting";
import { changing } from "./cellContent";
import { rangeClass, rangeRef } from "./range";

/** A range, or an address that may name another sheet. */
function sourceOf(self: Place, argument: unknown, { workbook }: World): Place {
  if (argument instanceof Ref) {
    const place = argument.as(rangeClass);
    if (place === null) throw new Fault("NotImplemented", "copying from several areas");
    return place;
  }
  const { sheet: name, local } = splitSheet(textOf(argument));
  const sheet = name === null ? sheetOf(self) : workbook.sheetNamed(name);
  if (sheet === undefined) throw itemNotFound(`sheet of ${textOf(argument)}`);
  return { sheet, rect: parseArea(local) };
}

const copyTypes = ["All", "Formulas", "Values", "Formats", "Link"] as const;

/** A larger target is filled with the source again and again when it is a whole number of times as large; else the source's size counts. */
function targetOf({ rect }: Place, rows: number, columns: number): Rect {
  const times = rowsOf(rect) % rows === 0 && columnsOf(rect) % columns === 0;
  return times ? rect : { ...rect, bottom: rect.top + rows - 1, right: rect.left + columns - 1 };
}

function copyFrom(self: Place, [from, kind, skipBlanks, transpose]: readonly unknown[], world: World): void {
  const type = oneOf(copyTypes, kind ?? "All");
  if (type === "Link") throw new Fault("NotImplemented", "copying as a link");
  const skip = skipBlanks === true;
  const turned = transpose === true;
  const source = sourceOf(self, from, world);
  const copied = source.sheet.cells.matrix(source.rect, (cell) => (cell === undefined ? null : { ...cell }));
  const rows = turned ? columnsOf(source.rect) : rowsOf(source.rect);
  const columns = turned ? rowsOf(source.rect) : columnsOf(source.rect);
  const rect = targetOf(self, rows, columns);
  sheetOf(self).refuseIfProtected();
  changing({ sheet: self.sheet, rect }, world.workbook, () => {
    self.sheet.cells.editAll(rect, (cell, row, column) => {
      const [down, right] = [(row - rect.top) % rows, (column - rect.left) % columns];
      const [fromRow, fromColumn] = turned ? [right, down] : [down, right];
      const taken = copied[fromRow]?.[fromColumn] ?? null;
      if (skip && (taken === null || (taken.value === null && taken.formula === null))) return;
      const steps = { down: row - source.rect.top - fromRow, right: column - source.rect.left - fromColumn };
      paste(cell, taken, type, steps);
    });
  });
}

function paste(
  cell: StoredCell,
  taken: Readonly<StoredCell> | null,
  type: (typeof copyTypes)[number],
  { down, right }: { readonly down: number; readonly right: number },
): void {
  if (type !== "Formats") {
    const formula = taken?.formula ?? null;
    const keepsFormula = formula !== null && type !== "Values";
    Object.assign(cell, {
      value: taken?.value ?? null,
      prefixed: taken?.prefixed ?? false,
      formula: keepsFormula ? copiedFormula(formula, down, right) : null,
    });
  }
  if (type === "All" || type === "Formats")
    Object.assign(cell, { format: taken?.format ?? "General", looks: taken?.looks ?? {} });
}

/** Without `across`, one cell; with it, one per row. What the other cells held is gone. */
function merge(self: Place, across: unknown, world: World): void {
  const sheet = sheetOf(self);
  sheet.refuseIfProtected();
  if (world.workbook.tables.some(({ place }) => place.sheet === sheet && intersection(place.rect, self.rect) !== null))
    throw new Fault("InvalidOperation", "Cells of a table can't be merged.");
  const { top, bottom } = self.rect;
  const perRow = across === undefined || across === null ? false : booleanOf(across);
  const areas = perRow
    ? Array.from({ length: bottom - top + 1 }, (_, i): Rect => ({ ...self.rect, top: top + i, bottom: top + i }))
    : [self.rect];
  sheet.merged = sheet.merged.filter((each) => intersection(each, self.rect) === null).concat(areas);
  for (const area of areas) {
    sheet.cells.forEachStored(area, (cell, row, column) => {
      if (row !== area.top || column !== area.left)
        Object.assign(cell, { value: null, formula: null, prefixed: false });
    });
  }
}

interface Duplicates {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

const duplicatesClass: ClassTable<Duplicates> = classTable({
  name: "RemoveDuplicatesResult",
  properties: {
    Removed: { since: 9, get: ({ removed }) => removed },
    UniqueRemaining: { since: 9, get: ({ uniqueRemaining }) => uniqueRemaining },
  },
  links: {},
  methods: {},
});

function removeDuplicates(self: Place, columns: readonly number[], hasHeader: boolean, world: World): Ref {
  const { rect } = self;
  const sheet = sheetOf(self);
  sheet.refuseIfProtected();
  const rows = sheet.cells.matrix(rect, (cell) => (cell === undefined ? null : { ...cell }));
  const seen = new Set<string>();
  const kept = rows.filter((row, index) => {
    if (hasHeader && index === 0) return true;
    const key = JSON.stringify(columns.map((column) => String(row[column]?.value ?? "").toLowerCase()));
    return !seen.has(key) && seen.add(key);
  });
  storeRows(self, kept, world);
  return Ref.to(duplicatesClass, { removed: rows.length - kept.length, uniqueRemaining: seen.size });
}

/** Puts the rows of cells into the range from its top; the rest becomes empty. */
export function storeRows(
  { sheet, rect }: Place,
  rows: readonly (readonly (Readonly<StoredCell> | null)[])[],
  { workbook }: World,
): void {
  changing({ sheet, rect }, workbook, () => {
    sheet.cells.editAll(rect, (cell, row, column) => {
      const taken = rows[row - rect.top]?.[column - rect.left];
      Object.assign(
        cell,
        taken === undefined || taken === null
          ? { value: null, formula: null, prefixed: false }
          : { value: taken.value, formula: taken.formula, prefixed: taken.prefixed },
      );
    });
  });
}

export const rangeEdits: Readonly<Record<string, Method<Place>>> = {
  Insert: {
    since: 1,
    call: (self, [shift], { workbook }) => {
      shiftCells({ sheet: sheetOf(self), rect: self.rect }, oneOf(["Down", "Right"] as const, shift), workbook);
      return rangeRef(self);
    },
  },
  Delete: {
    since: 1,
    call: (self, [shift], { workbook }) => {
      shiftCells({ sheet: sheetOf(self), rect: self.rect }, oneOf(["Up", "Left"] as const, shift), workbook);
    },
  },
  Merge: {
    since: 2,
    call: (self, [across], world) => {
      merge(self, across, world);
    },
  },
  Unmerge: {
    since: 2,
    call: (self) => {
      sheetOf(self).refuseIfProtected();
      self.sheet.merged = self.sheet.merged.filter((each) => intersection(each, self.rect) === null);
    },
  },
  CopyFrom: {
    since: 9,
    call: (self, args, world) => {
      copyFrom(self, args, world);
    },
  },
  RemoveDuplicates: {
    since: 9,
    call: (self, [columns, hasHeader], world) => {
      if (!Array.isArray(columns) || columns.length === 0) throw invalidArgument("columns to compare");
      const indexes = columns.map(Number);
      if (indexes.some((index) => index < 0 || index >= columnsOf(self.rect)))
        throw invalidArgument("a column outside");
      return removeDuplicates(self, indexes, booleanOf(hasHeader), world);
    },
  },
};
