// tests/host/members/protection.ts: protection of sheets and of the workbook's structure.
import { type ClassTable, classTable } from "../classes";
import { Fault } from "../fault";
import type { SheetData, WorkbookData } from "../workbookModel";

export const sheetProtectionClass: ClassTable<SheetData> = classTable({
  name: "WorksheetProtection",
  properties: { Protected: { since: 2, get: (self) => self.isProtected } },
  links: {},
  methods: {
    Protect: {
      since: 2,
      call: (self) => {
        if (self.isProtected) throw new Fault("InvalidOperation", "The sheet is protected already.");
        self.isProtected = true;
      },
    },
    Unprotect: { since: 7, call: (self) => void (self.isProtected = false) },
  },
});

export const workbookProtectionClass: ClassTable<WorkbookData> = classTable({
  name: "WorkbookProtection",
  properties: { Protected: { since: 7, get: (self) => self.structureProtected } },
  links: {},
  methods: {
    Protect: { since: 7, call: (self) => void (self.structureProtected = true) },
    Unprotect: { since: 7, call: (self) => void (self.structureProtected = false) },
  },
});
