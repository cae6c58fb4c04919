// tests/host/members/freezePanes.ts: rows and columns that stay in view. Excel freezes what lies inside and before the range.
import { type ClassTable, classTable, numberOf } from "../classes";
import { maxColumns, maxRows } from "../a1";
import { invalidArgument } from "../fault";
import type { SheetData } from "../sheetModel";
import { placeOf, rangeRef } from "./range";

function count(value: unknown): number {
  const number = value === undefined ? 1 : numberOf(value);
  if (number < 1) throw invalidArgument(`${number} rows or columns to freeze`);
  return number;
}

export const freezePanesClass: ClassTable<SheetData> = classTable({
  name: "WorksheetFreezePanes",
  properties: {},
  links: {},
  methods: {
    FreezeAt: {
      since: 7,
      call: (self, [range]) => {
        self.refuseIfProtected();
        self.frozen = { ...placeOf(range, self).rect, top: 0, left: 0 };
      },
    },
    FreezeRows: {
      since: 7,
      call: (self, [rows]) => {
        self.refuseIfProtected();
        self.frozen = { top: 0, left: 0, bottom: count(rows) - 1, right: maxColumns - 1 };
      },
    },
    FreezeColumns: {
      since: 7,
      call: (self, [columns]) => {
        self.refuseIfProtected();
        self.frozen = { top: 0, left: 0, bottom: maxRows - 1, right: count(columns) - 1 };
      },
    },
    Unfreeze: {
      since: 7,
      call: (self) => {
        self.refuseIfProtected();
        self.frozen = null;
      },
    },
    GetLocationOrNullObject: {
      since: 7,
      call: (self) => (self.frozen === null ? null : rangeRef({ sheet: self, rect: self.frozen })),
    },
  },
});
