// tests/host/members/workbook.ts: Workbook, Application and the settings kept in the document.
import { type ClassTable, classTable, Ref, booleanOf, oneOf, textOf } from "../classes";
import { Fault, itemNotFound } from "../fault";
import type { Place, SheetData } from "../sheetModel";
import type { WorkbookData } from "../workbookModel";
import { documentPropertiesClass } from "./documentProperties";
import { workbookNames } from "./name";
import { workbookProtectionClass } from "./protection";
import { rangeRef } from "./range";
import { rangeAreasClass } from "./rangeAreas";
import { workbookTables } from "./table";
import { worksheetsClass } from "./worksheet";

const applicationClass: ClassTable<WorkbookData> = classTable({
  name: "Application",
  properties: {
    CalculationMode: {
      since: 1,
      settableSince: 8,
      get: (self) => self.calculationMode,
      set: (self, value) =>
        void (self.calculationMode = oneOf(["Automatic", "AutomaticExceptTables", "Manual"] as const, value)),
    },
  },
  links: {},
  methods: {
    Calculate: {
      since: 1,
      call: (self, [type], { calculate }) => {
        calculate(oneOf(["Recalculate", "Full", "FullRebuild"] as const, type));
        for (const sheet of self.sheets) self.tell({ kind: "calculated", sheet });
      },
    },
    SuspendApiCalculationUntilNextSync: { since: 6, call: () => undefined },
    SuspendScreenUpdatingUntilNextSync: { since: 9, call: () => undefined },
  },
});

interface SettingTarget {
  readonly workbook: WorkbookData;
  readonly key: string;
}

const settingClass: ClassTable<SettingTarget> = classTable({
  name: "Setting",
  identity: { key: "_Id", of: (self) => self.key },
  properties: {
    Key: { since: 4, get: (self) => self.key },
    Value: {
      since: 4,
      get: (self) => self.workbook.settings.get(self.key),
      set: (self, value) => void self.workbook.settings.set(self.key, value),
    },
  },
  links: {},
  methods: { Delete: { since: 4, call: (self) => void self.workbook.settings.delete(self.key) } },
});

function setting(workbook: WorkbookData, key: unknown): Ref | null {
  return workbook.settings.has(textOf(key)) ? Ref.to(settingClass, { workbook, key: textOf(key) }) : null;
}

const settingsClass: ClassTable<WorkbookData> = classTable({
  name: "SettingCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 4,
      call: (workbook, [key, value]) => {
        workbook.settings.set(textOf(key), value);
        return Ref.to(settingClass, { workbook, key: textOf(key) });
      },
    },
    GetItemOrNullObject: { since: 4, call: (workbook, [key]) => setting(workbook, key) },
    GetCount: { since: 4, call: (workbook) => workbook.settings.size },
  },
  items: (workbook) => [...workbook.settings.keys()].map((key) => Ref.to(settingClass, { workbook, key })),
  item: setting,
});

function activeSheet(self: WorkbookData): SheetData {
  if (self.active === null) throw itemNotFound("active sheet");
  return self.active;
}

function selected(self: WorkbookData): Place[] {
  const sheet = activeSheet(self);
  return sheet.selection.map((rect) => ({ sheet, rect }));
}

const runtimeClass: ClassTable<WorkbookData> = classTable({
  name: "Runtime",
  properties: {
    EnableEvents: {
      since: 8,
      get: (_self, { runtime }) => runtime.enableEvents,
      set: (_self, value, { runtime }) => void (runtime.enableEvents = booleanOf(value)),
    },
  },
  links: {},
  methods: {},
});

export const workbookClass: ClassTable<WorkbookData> = classTable({
  name: "Workbook",
  properties: { Name: { since: 7, get: (self) => self.name } },
  links: {
    Application: { since: 1, to: (self) => Ref.to(applicationClass, self) },
    Worksheets: { since: 1, to: (self) => Ref.to(worksheetsClass, self) },
    Names: { since: 1, to: workbookNames },
    Tables: { since: 1, to: workbookTables },
    Protection: { since: 7, to: (self) => Ref.to(workbookProtectionClass, self) },
    Settings: { since: 4, to: (self) => Ref.to(settingsClass, self) },
    Properties: { since: 7, to: (self) => Ref.to(documentPropertiesClass, self) },
    /** `context.runtime`. */
    _Runtime: { since: 8, to: (self) => Ref.to(runtimeClass, self) },
  },
  methods: {
    GetSelectedRange: {
      since: 1,
      call: (self) => {
        const [only, more] = selected(self);
        if (only === undefined) throw itemNotFound("selection");
        if (more !== undefined) throw new Fault("InvalidSelection", "The selection has several areas.");
        return rangeRef(only);
      },
    },
    GetSelectedRanges: { since: 9, call: (self) => Ref.to(rangeAreasClass, { places: selected(self) }) },
    GetActiveCell: {
      since: 7,
      call: (self) => {
        const sheet = activeSheet(self);
        return rangeRef({ sheet, rect: sheet.activeCell });
      },
    },
    /** `getRange` of an event's arguments. */
    _GetRangeForEventByReferenceId: {
      since: 8,
      call: (_self, [id], { eventPlace }) => {
        const place = eventPlace(textOf(id));
        if (place === null || place.sheet.deleted) throw itemNotFound("the range of the event");
        return rangeRef(place);
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      since: 8,
      call: (_self, [id], { eventPlace }) => {
        const place = eventPlace(textOf(id));
        return place === null || place.sheet.deleted ? null : rangeRef(place);
      },
    },
  },
});
