// tests/host/members/protection.ts: protection of sheets and of the workbook's structure.
import { type ClassTable, classTable } from "../classes";
import { Fault } from "../fault";
import type { SheetData } from "../sheetModel";
import type { WorkbookData } from "../workbookModel";

/** What Excel answers to a wrong password is not documented: none is taken. */
function refusePassword(password: unknown): void {
  if (password !== undefined && password !== null && password !== "")
    throw new Fault("NotImplemented", "protection with a password");
}

/** The options are kept, not followed: a protected sheet refuses every change. */
export const sheetProtectionClass: ClassTable<SheetData> = classTable({
  name: "WorksheetProtection",
  properties: { Protected: { since: 2, get: (self) => self.isProtected } },
  links: {},
  methods: {
    Protect: {
      since: 2,
      call: (self, [options, password]) => {
        refusePassword(password);
        if (self.isProtected) throw new Fault("InvalidOperation", "The sheet is protected already.");
        self.isProtected = true;
        self.settings.protection = options ?? {};
      },
    },
    Unprotect: {
      since: 7,
      call: (self, [password]) => {
        refusePassword(password);
        self.isProtected = false;
      },
    },
  },
});

export const workbookProtectionClass: ClassTable<WorkbookData> = classTable({
  name: "WorkbookProtection",
  properties: { Protected: { since: 7, get: (self) => self.structureProtected } },
  links: {},
  methods: {
    Protect: {
      since: 7,
      call: (self, [password]) => {
        refusePassword(password);
        self.structureProtected = true;
      },
    },
    Unprotect: {
      since: 7,
      call: (self, [password]) => {
        refusePassword(password);
        self.structureProtected = false;
      },
    },
  },
});
