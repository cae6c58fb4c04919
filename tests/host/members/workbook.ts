// tests/host/members/workbook.ts: Workbook, Application and the settings kept in the document.
import { type ClassTable, classTable, Ref, oneOf, textOf } from "../classes";
import { itemNotFound } from "../fault";
import type { WorkbookData } from "../workbookModel";
import { workbookNames } from "./name";
import { workbookProtectionClass } from "./protection";
import { rangeRef } from "./range";
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
    Calculate: { since: 1, call: (_self, [type]) => void oneOf(["Recalculate", "Full", "FullRebuild"] as const, type) },
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
  },
  items: (workbook) => [...workbook.settings.keys()].map((key) => Ref.to(settingClass, { workbook, key })),
  item: setting,
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
  },
  methods: {
    GetSelectedRange: {
      since: 1,
      call: (self) => {
        if (self.active === null) throw itemNotFound("selection");
        return rangeRef({ sheet: self.active, rect: { top: 0, left: 0, bottom: 0, right: 0 } });
      },
    },
    GetActiveCell: {
      since: 7,
      call: (self) => {
        if (self.active === null) throw itemNotFound("active cell");
        return rangeRef({ sheet: self.active, rect: { top: 0, left: 0, bottom: 0, right: 0 } });
      },
    },
  },
});
