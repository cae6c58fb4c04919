// tests/host/members/tableParts.ts: the rows and columns of tables as objects: added, read, written and deleted.
import { type Rect, columnsOf, rowsOf } from "../a1";
import { type ClassTable, classTable, Ref, type World, numberOf, textOf } from "../classes";
import { Fault, invalidArgument, itemNotFound } from "../fault";
import { sameName } from "../namingRules";
import { type Place, sheetOf } from "../sheetModel";
import { moveAlong } from "../shifting";
import type { TableData } from "../workbookModel";
import { matrix, shown, write } from "./cellContent";
import { rangeRef } from "./range";

interface TablePart {
  readonly table: TableData;
  /** From 0: the row under the headings, or the column. */
  readonly index: number;
}

/** A new table has an empty row under its headings that is no row of data: the first rows that are added take its place. */
export function dataRows({ place }: TableData): number {
  const rows = rowsOf(place.rect) - 1;
  if (rows > 1) return rows;
  const only = { ...place.rect, top: place.rect.bottom };
  return sheetOf(place).cells.used(only, true) === null ? 0 : rows;
}

function rowPlace({ table: { place }, index }: TablePart): Place {
  const row = place.rect.top + 1 + index;
  return { sheet: sheetOf(place), rect: { ...place.rect, top: row, bottom: row } };
}

function columnPlace({ table: { place }, index }: TablePart): Place {
  const column = place.rect.left + index;
  return { sheet: sheetOf(place), rect: { ...place.rect, left: column, right: column } };
}

function linesOf(values: unknown, width: number): readonly (readonly unknown[])[] {
  if (values === undefined || values === null) return [Array<unknown>(width).fill("")];
  const rows = Array.isArray(values) && Array.isArray(values[0]) ? (values as unknown[][]) : [[values].flat()];
  if (rows.some((row) => row.length !== width)) throw invalidArgument(`a row of the table has ${width} values`);
  return rows;
}

/** Rows come in above `index`, or last; what stands under the table moves down. */
function addRows(table: TableData, [index, values]: readonly unknown[], world: World): Ref {
  const { sheet, rect } = table.place;
  sheetOf(table.place).refuseIfProtected();
  const lines = linesOf(values, columnsOf(rect));
  const present = dataRows(table);
  const at = index === undefined || index === null || index === -1 ? present : numberOf(index);
  if (at < 0 || at > present) throw invalidArgument(`row ${at}`);
  const top = rect.top + 1 + at;
  const added: Rect = { ...rect, top, bottom: top + lines.length - 1 };
  const extra = lines.length - (present === 0 ? 1 : 0);
  const before = table.place;
  if (extra > 0) {
    moveAlong({ sheet, rect: { ...added, bottom: top + extra - 1 } }, "Down", world.workbook);
    table.place = { sheet, rect: { ...before.rect, bottom: before.rect.bottom + extra } };
  }
  write({ sheet, rect: added }, lines, world, "RowInserted");
  return Ref.to(rowClass, { table, index: at });
}

function deleteRow(part: TablePart, { workbook }: World): void {
  const { table } = part;
  const place = rowPlace(part);
  place.sheet.refuseIfProtected();
  if (dataRows(table) <= 1) {
    place.sheet.cells.clear(place.rect, "Contents");
  } else {
    moveAlong(place, "Up", workbook);
  }
  workbook.tell({ kind: "changed", place, changeType: "RowDeleted", shift: "ShiftCellUp", details: null });
}

const rowClass: ClassTable<TablePart> = classTable({
  name: "TableRow",
  properties: {
    Index: { since: 1, get: ({ index }) => index },
    Values: {
      since: 1,
      get: (self, world) => matrix(shown)(rowPlace(self), world),
      set: (self, value, world) => {
        write(rowPlace(self), value, world);
      },
    },
  },
  links: {},
  methods: {
    GetRange: { since: 1, call: (self) => rangeRef(rowPlace(self)) },
    Delete: {
      since: 1,
      call: (self, _args, world) => {
        deleteRow(self, world);
      },
    },
  },
});

export const rowsClass: ClassTable<TableData> = classTable({
  name: "TableRowCollection",
  properties: { Count: { since: 1, get: dataRows } },
  links: {},
  methods: {
    Add: { since: 1, call: addRows },
    GetCount: { since: 4, call: dataRows },
    GetItemAt: {
      since: 1,
      call: (table, [index]) => {
        const at = numberOf(index);
        if (at < 0 || at >= dataRows(table)) throw itemNotFound(`row ${at}`);
        return Ref.to(rowClass, { table, index: at });
      },
    },
  },
  items: (table) => Array.from({ length: dataRows(table) }, (_, index) => Ref.to(rowClass, { table, index })),
});

function heading(part: TablePart): string {
  const { sheet, rect } = columnPlace(part);
  return String(sheet.cells.at(rect.top, rect.left)?.value ?? "");
}

const columnClass: ClassTable<TablePart> = classTable({
  name: "TableColumn",
  identity: { key: "Id", of: ({ index }) => String(index + 1) },
  properties: {
    Id: { since: 1, get: ({ index }) => index + 1 },
    Index: { since: 1, get: ({ index }) => index },
    Name: {
      since: 1,
      settableSince: 4,
      get: heading,
      set: (self, value, world) => {
        const { sheet, rect } = columnPlace(self);
        write({ sheet, rect: { ...rect, bottom: rect.top } }, [[`'${textOf(value)}`]], world);
      },
    },
    Values: {
      since: 1,
      get: (self, world) => matrix(shown)(columnPlace(self), world),
      set: (self, value, world) => {
        write(columnPlace(self), value, world);
      },
    },
  },
  links: {},
  methods: {
    GetRange: { since: 1, call: (self) => rangeRef(columnPlace(self)) },
    GetDataBodyRange: {
      since: 1,
      call: (self) => {
        const { sheet, rect } = columnPlace(self);
        return rangeRef({ sheet, rect: { ...rect, top: rect.top + 1 } });
      },
    },
    GetHeaderRowRange: {
      since: 1,
      call: (self) => {
        const { sheet, rect } = columnPlace(self);
        return rangeRef({ sheet, rect: { ...rect, bottom: rect.top } });
      },
    },
    Delete: {
      since: 1,
      call: (self, _args, { workbook }) => {
        const place = columnPlace(self);
        place.sheet.refuseIfProtected();
        if (columnsOf(self.table.place.rect) === 1) throw new Fault("InvalidOperation", "A table keeps one column.");
        moveAlong(place, "Left", workbook);
        workbook.tell({ kind: "changed", place, changeType: "ColumnDeleted", shift: "ShiftCellLeft", details: null });
      },
    },
  },
});

function findColumn(table: TableData, key: unknown): Ref | null {
  const { rect } = table.place;
  for (let index = 0; index < columnsOf(rect); index++) {
    const found = typeof key === "number" ? key === index + 1 : sameName(heading({ table, index }), String(key));
    if (found) return Ref.to(columnClass, { table, index });
  }
  return null;
}

/** A column comes in before `index`, or last; what stands to the right of the table moves along. */
function addColumn(table: TableData, [index, values, name]: readonly unknown[], world: World): Ref {
  const { sheet, rect } = table.place;
  sheetOf(table.place).refuseIfProtected();
  const at = index === undefined || index === null || index === -1 ? columnsOf(rect) : numberOf(index);
  if (at < 0 || at > columnsOf(rect)) throw invalidArgument(`column ${at}`);
  const column = rect.left + at;
  const added: Rect = { ...rect, left: column, right: column };
  moveAlong({ sheet, rect: added }, "Right", world.workbook);
  table.place = { sheet, rect: { ...rect, right: rect.right + 1 } };
  const headingText = typeof name === "string" ? `'${name}` : null;
  const given = Array.isArray(values) ? (values as unknown[][]) : Array.from({ length: rowsOf(rect) }, () => [null]);
  const [first = [null], ...others] = given;
  write({ sheet, rect: added }, [[headingText ?? first[0] ?? ""], ...others], world, "ColumnInserted");
  return Ref.to(columnClass, { table, index: at });
}

export const columnsClass: ClassTable<TableData> = classTable({
  name: "TableColumnCollection",
  properties: { Count: { since: 1, get: ({ place }) => columnsOf(place.rect) } },
  links: {},
  methods: {
    Add: { since: 1, call: addColumn },
    GetCount: { since: 4, call: ({ place }) => columnsOf(place.rect) },
    GetItemAt: {
      since: 1,
      call: (table, [index]) => {
        const at = numberOf(index);
        if (at < 0 || at >= columnsOf(table.place.rect)) throw itemNotFound(`column ${at}`);
        return Ref.to(columnClass, { table, index: at });
      },
    },
    GetItemOrNullObject: { since: 4, call: (table, [key]) => findColumn(table, key) },
  },
  items: (table) =>
    Array.from({ length: columnsOf(table.place.rect) }, (_, index) => Ref.to(columnClass, { table, index })),
  item: findColumn,
});
