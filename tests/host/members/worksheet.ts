// tests/host/members/worksheet.ts: Worksheet and WorksheetCollection.
import { parseArea, splitAreas, splitSheet, wholeSheet } from "../a1";
import { type ClassTable, classTable, Ref, booleanOf, numberOf, oneOf, recorded, textOf, type World } from "../classes";
import { invalidArgument, itemNotFound } from "../fault";
import { wholeWorkbook } from "../happenings";
import type { SheetData } from "../sheetModel";
import type { WorkbookData } from "../workbookModel";
import { chartsClass } from "./chart";
import { freezePanesClass } from "./freezePanes";
import { listening } from "./listening";
import { sheetNames } from "./name";
import { horizontalPageBreaksClass } from "./pageBreaks";
import { pageLayoutClass } from "./pageLayout";
import { sheetProtectionClass } from "./protection";
import { rangeClass, rangeRef } from "./range";
import { rangeAreasClass } from "./rangeAreas";
import { sheetSearching } from "./searching";
import { copySheet } from "./sheetCopy";
import { sheetTables } from "./table";
import { colourOf } from "./cellLooks";

function living(sheet: SheetData): SheetData {
  if (sheet.deleted) throw itemNotFound("the sheet is deleted");
  return sheet;
}

function localAddress(sheet: SheetData, address: unknown): string {
  const { sheet: named, local } = splitSheet(textOf(address));
  if (named !== null && named.toLowerCase() !== sheet.name.toLowerCase())
    throw invalidArgument(`${named} is another sheet`);
  return local;
}

function rangeAt(sheet: SheetData, address: unknown, workbook: WorkbookData): Ref {
  if (address === undefined || address === null || address === "") return rangeRef({ sheet, rect: wholeSheet });
  const named = workbook.names.find((item) => item.name.toLowerCase() === textOf(address).toLowerCase());
  if (named?.place?.sheet === sheet) return rangeRef(named.place);
  return rangeRef({ sheet, rect: parseArea(localAddress(sheet, address)) });
}

function usedRange(sheet: SheetData, valuesOnly: unknown): Ref | null {
  const rect = living(sheet).cells.used(wholeSheet, valuesOnly === true);
  return rect === null ? null : Ref.to(rangeClass, { sheet, rect });
}

function found(ref: Ref | null): Ref {
  if (ref === null) throw itemNotFound("no such sheet");
  return ref;
}

function outermost(sheets: readonly SheetData[], visible: unknown): Ref | null {
  const sheet = sheets.find((each) => visible !== true || each.visibility === "Visible");
  return sheet === undefined ? null : Ref.to(worksheetClass, sheet);
}

/** The next sheet on the right (1) or the left (-1), of the visible ones when asked for. */
function neighbour(self: SheetData, step: 1 | -1, visible: unknown, { workbook: { sheets } }: World): Ref | null {
  const at = sheets.indexOf(living(self));
  return outermost(step === 1 ? sheets.slice(at + 1) : sheets.slice(0, at).reverse(), visible);
}

/** Longest list of areas in one address. */
const longestAddress = 8_192;

export const worksheetClass: ClassTable<SheetData> = classTable({
  name: "Worksheet",
  identity: { key: "Id", of: (self) => self.id },
  properties: {
    Id: { since: 1, get: (self) => self.id },
    Name: {
      since: 1,
      get: (self) => living(self).name,
      set: (self, value, { workbook }) => {
        workbook.renameSheet(living(self), textOf(value));
      },
    },
    Position: {
      since: 1,
      get: (self, { workbook }) => workbook.sheets.indexOf(self),
      set: (self, value, { workbook }) => {
        workbook.moveSheet(living(self), numberOf(value));
      },
    },
    Visibility: {
      since: 1,
      settableSince: 2,
      get: (self) => self.visibility,
      set: (self, value, { workbook }) => {
        workbook.showSheet(self, oneOf(["Visible", "Hidden", "VeryHidden"] as const, value));
      },
    },
    TabColor: recorded(7, (self) => self.settings, "tabColor", "", colourOf),
    // The client writes these two under another name than it reads them by.
    ShowGridlines: { since: 8, get: (self) => self.settings.gridlines },
    ShowHeadings: { since: 8, get: (self) => self.settings.headings },
    Gridlines: recorded(
      8,
      (self) => self.settings,
      "gridlines",
      true,
      booleanOf,
      (self) => {
        self.refuseIfProtected();
      },
    ),
    Headings: recorded(
      8,
      (self) => self.settings,
      "headings",
      true,
      booleanOf,
      (self) => {
        self.refuseIfProtected();
      },
    ),
  },
  links: {
    Charts: { since: 1, to: (self) => Ref.to(chartsClass, living(self)) },
    Tables: { since: 1, to: (self) => sheetTables(living(self)) },
    Names: { since: 4, to: (self) => sheetNames(living(self)) },
    Protection: { since: 2, to: (self) => Ref.to(sheetProtectionClass, living(self)) },
    FreezePanes: { since: 7, to: (self) => Ref.to(freezePanesClass, living(self)) },
    HorizontalPageBreaks: { since: 9, to: (self) => Ref.to(horizontalPageBreaksClass, living(self)) },
    PageLayout: { since: 9, to: (self) => Ref.to(pageLayoutClass, living(self)) },
  },
  methods: {
    GetRange: { since: 1, call: (self, [address], { workbook }) => rangeAt(living(self), address, workbook) },
    GetRanges: {
      since: 9,
      call: (self, [address]) => {
        if (textOf(address).length > longestAddress) throw invalidArgument("the address is too long");
        const places = splitAreas(textOf(address)).map((area) => ({
          sheet: living(self),
          rect: parseArea(localAddress(self, area)),
        }));
        return Ref.to(rangeAreasClass, { places });
      },
    },
    GetCell: {
      since: 1,
      call: (self, [row, column]) => {
        const [top, left] = [numberOf(row), numberOf(column)];
        return rangeRef({ sheet: living(self), rect: { top, left, bottom: top, right: left } });
      },
    },
    GetRangeByIndexes: {
      since: 7,
      call: (self, args) => {
        const [top = 0, left = 0, rows = 0, columns = 0] = args.map(numberOf);
        if (rows < 1 || columns < 1) throw invalidArgument("an empty range");
        return rangeRef({
          sheet: living(self),
          rect: { top, left, bottom: top + rows - 1, right: left + columns - 1 },
        });
      },
    },
    GetUsedRange: {
      since: 1,
      call: (self, [valuesOnly]) => usedRange(self, valuesOnly) ?? rangeRef({ sheet: self, rect: parseArea("A1") }),
    },
    GetUsedRangeOrNullObject: { since: 4, call: (self, [valuesOnly]) => usedRange(self, valuesOnly) },
    Activate: {
      since: 1,
      call: (self, _args, { workbook }) => {
        workbook.activate(living(self));
      },
    },
    Copy: {
      since: 7,
      call: (self, [position, other], { workbook }) =>
        Ref.to(worksheetClass, copySheet(living(self), position, other, workbook)),
    },
    GetNext: { since: 5, call: (self, [visible], world) => found(neighbour(self, 1, visible, world)) },
    GetNextOrNullObject: { since: 5, call: (self, [visible], world) => neighbour(self, 1, visible, world) },
    GetPrevious: { since: 5, call: (self, [visible], world) => found(neighbour(self, -1, visible, world)) },
    GetPreviousOrNullObject: { since: 5, call: (self, [visible], world) => neighbour(self, -1, visible, world) },
    ...sheetSearching,
    Calculate: {
      since: 6,
      call: (self, _args, { workbook }) => {
        workbook.tell({ kind: "calculated", sheet: self });
      },
    },
    Delete: {
      since: 1,
      call: (self, _args, { workbook }) => {
        workbook.deleteSheet(living(self));
      },
    },
    ...listening<SheetData>(({ id }) => id, {
      changed: 7,
      activated: 7,
      deactivated: 7,
      selectionChanged: 7,
      calculated: 8,
    }),
  },
});

export const worksheetsClass: ClassTable<WorkbookData> = classTable({
  name: "WorksheetCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 1,
      call: (self, [name]) =>
        Ref.to(worksheetClass, self.addSheet(name === undefined || name === null ? null : textOf(name))),
    },
    GetActiveWorksheet: {
      since: 1,
      call: (self) => {
        if (self.active === null) throw itemNotFound("active sheet");
        return Ref.to(worksheetClass, self.active);
      },
    },
    GetItemOrNullObject: {
      since: 4,
      call: (self, [key]) => {
        const sheet = self.findSheet(key);
        return sheet === undefined ? null : Ref.to(worksheetClass, sheet);
      },
    },
    GetCount: {
      since: 4,
      call: (self, [visible]) =>
        self.sheets.filter((sheet) => visible !== true || sheet.visibility === "Visible").length,
    },
    GetFirst: { since: 5, call: (self, [visible]) => found(outermost(self.sheets, visible)) },
    GetLast: { since: 5, call: (self, [visible]) => found(outermost([...self.sheets].reverse(), visible)) },
    ...listening<WorkbookData>(() => wholeWorkbook, {
      changed: 9,
      activated: 7,
      deactivated: 7,
      added: 7,
      deleted: 7,
      selectionChanged: 9,
      calculated: 8,
    }),
  },
  items: (self) => self.sheets.map((sheet) => Ref.to(worksheetClass, sheet)),
  item: (self, key) => {
    const sheet = self.findSheet(key);
    return sheet === undefined ? null : Ref.to(worksheetClass, sheet);
  },
});
