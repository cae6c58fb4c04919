// tests/host/members/pageBreaks.ts: where a sheet begins a new printed page: above the first row of the range given.
import { type ClassTable, classTable, Ref } from "../classes";
import type { SheetData } from "../sheetModel";
import { placeOf } from "./range";

const pageBreakClass: ClassTable<{ readonly row: number }> = classTable({
  name: "PageBreak",
  properties: {},
  links: {},
  methods: {},
});

export const horizontalPageBreaksClass: ClassTable<SheetData> = classTable({
  name: "PageBreakCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 9,
      call: (self, [range]) => {
        self.refuseIfProtected();
        const row = placeOf(range, self).rect.top;
        self.layout.pageBreaks.add(row);
        return Ref.to(pageBreakClass, { row });
      },
    },
    RemovePageBreaks: {
      since: 9,
      call: (self) => {
        self.refuseIfProtected();
        self.layout.pageBreaks.clear();
      },
    },
  },
});
