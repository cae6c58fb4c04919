// tests/host/members/table.ts: native tables.
import { parseArea, splitSheet } from "../a1";
import { type ClassTable, classTable, Ref, type World, booleanOf, numberOf, recorded, textOf } from "../classes";
import { invalidArgument, itemNotFound } from "../fault";
import { wholeWorkbook } from "../happenings";
import { sameName } from "../namingRules";
import { type Place, type SheetData, sheetOf } from "../sheetModel";
import type { TableData } from "../workbookModel";
import { listening } from "./listening";
import { placeOf, rangeClass, rangeRef } from "./range";
import { tableSortClass } from "./sorting";
import { columnsClass, rowsClass } from "./tableParts";
import { worksheetClass } from "./worksheet";

/** All tables of the workbook, or those of one sheet. */
interface Tables {
  readonly sheet: SheetData | null;
}

export function workbookTables(): Ref {
  return Ref.to(tablesClass, { sheet: null });
}

export function sheetTables(sheet: SheetData): Ref {
  return Ref.to(tablesClass, { sheet });
}

function guarded(set: (self: TableData, value: unknown) => void): (self: TableData, value: unknown) => void {
  return (self, value) => {
    sheetOf(self.place).refuseIfProtected();
    set(self, value);
  };
}

const settings = (self: TableData): Record<string, unknown> => self.settings;

function refuseProtected(self: TableData): void {
  sheetOf(self.place).refuseIfProtected();
}

function remove(self: TableData, { workbook }: World): void {
  sheetOf(self.place).refuseIfProtected();
  workbook.tables = workbook.tables.filter((table) => table !== self);
  workbook.tell({ kind: "tableDeleted", table: self });
}

const tableClass: ClassTable<TableData> = classTable({
  name: "Table",
  identity: { key: "Id", of: (self) => self.id },
  properties: {
    Id: { since: 1, get: (self) => self.id },
    Name: {
      since: 1,
      get: (self) => self.name,
      set: (self, value, { workbook }) => {
        workbook.renameTable(self, textOf(value));
      },
    },
    Style: { since: 1, get: (self) => self.style, set: guarded((self, value) => void (self.style = styleOf(value))) },
    ShowBandedColumns: recorded(3, settings, "showBandedColumns", false, booleanOf, refuseProtected),
    HighlightFirstColumn: recorded(3, settings, "highlightFirstColumn", false, booleanOf, refuseProtected),
    HighlightLastColumn: recorded(3, settings, "highlightLastColumn", false, booleanOf, refuseProtected),
    ShowHeaders: {
      since: 1,
      get: (self) => self.showHeaders,
      set: guarded((self, value) => void (self.showHeaders = booleanOf(value))),
    },
    ShowBandedRows: {
      since: 3,
      get: (self) => self.showBandedRows,
      set: guarded((self, value) => void (self.showBandedRows = booleanOf(value))),
    },
    ShowFilterButton: {
      since: 3,
      get: (self) => self.showFilterButton,
      set: guarded((self, value) => void (self.showFilterButton = booleanOf(value))),
    },
  },
  links: {
    Worksheet: { since: 2, to: (self) => Ref.to(worksheetClass, sheetOf(self.place)) },
    Rows: { since: 1, to: (self) => Ref.to(rowsClass, self) },
    Columns: { since: 1, to: (self) => Ref.to(columnsClass, self) },
    Sort: { since: 2, to: (self) => Ref.to(tableSortClass, self) },
  },
  methods: {
    ...listening<TableData>(({ id }) => id, { tableChanged: 7, tableSelectionChanged: 7 }),
    GetRange: { since: 1, call: (self) => rangeRef(self.place) },
    GetHeaderRowRange: {
      since: 1,
      call: ({ place }) => rangeRef({ sheet: place.sheet, rect: { ...place.rect, bottom: place.rect.top } }),
    },
    GetDataBodyRange: {
      since: 1,
      call: ({ place }) => rangeRef({ sheet: place.sheet, rect: { ...place.rect, top: place.rect.top + 1 } }),
    },
    Resize: {
      since: 13,
      call: (self, [range]) => {
        const place = placeOf(range, sheetOf(self.place));
        if (place.rect.top !== self.place.rect.top || place.rect.bottom <= place.rect.top)
          throw invalidArgument("the header row must stay");
        self.place = place;
      },
    },
    ConvertToRange: {
      since: 2,
      call: (self, _args, world) => {
        remove(self, world);
        return rangeRef(self.place);
      },
    },
    Delete: {
      since: 1,
      call: (self, _args, world) => {
        remove(self, world);
        self.place.sheet.cells.clear(self.place.rect, "All");
      },
    },
  },
});

function styleOf(value: unknown): string {
  const style = textOf(value);
  if (style !== "" && !/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/.test(style)) {
    throw invalidArgument(`table style ${style}`);
  }
  return style;
}

function tablesIn(self: Tables, { workbook }: World): readonly TableData[] {
  return workbook.tables.filter((table) => self.sheet === null || table.place.sheet === self.sheet);
}

function find(self: Tables, key: unknown, world: World): Ref | null {
  const found = tablesIn(self, world).find((table) => sameName(table.name, String(key)) || table.id === key);
  return found === undefined ? null : Ref.to(tableClass, found);
}

function placeFor(self: Tables, address: unknown, { workbook }: World): Place {
  if (address instanceof Ref) {
    const place = address.as(rangeClass);
    if (place === null) throw invalidArgument("expected a range");
    return place;
  }
  const { sheet: name, local } = splitSheet(textOf(address));
  const sheet = name === null ? (self.sheet ?? workbook.active) : workbook.sheetNamed(name);
  if (sheet === undefined || sheet === null) throw itemNotFound(`sheet of ${textOf(address)}`);
  return { sheet, rect: parseArea(local) };
}

const tablesClass: ClassTable<Tables> = classTable({
  name: "TableCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 1,
      call: (self, [address, hasHeaders], world) =>
        Ref.to(tableClass, world.workbook.addTable(placeFor(self, address, world), booleanOf(hasHeaders))),
    },
    ...listening<Tables>(({ sheet }) => sheet?.id ?? wholeWorkbook, {
      tableChanged: 7,
      tableAdded: 9,
      tableDeleted: 9,
    }),
    GetItemOrNullObject: { since: 4, call: (self, [key], world) => find(self, key, world) },
    GetItemAt: {
      since: 1,
      call: (self, [index], world) => {
        const table = tablesIn(self, world)[numberOf(index)];
        if (table === undefined) throw itemNotFound(`table ${String(index)}`);
        return Ref.to(tableClass, table);
      },
    },
    GetCount: { since: 4, call: (self, _args, world) => tablesIn(self, world).length },
  },
  items: (self, world) => tablesIn(self, world).map((table) => Ref.to(tableClass, table)),
  item: find,
});
