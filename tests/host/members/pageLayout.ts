// tests/host/members/pageLayout.ts: how a sheet is printed: paper, scale, titles, header and footer.
import { maxColumns, parseArea, splitSheet } from "../a1";
import { type ClassTable, classTable, Ref, booleanOf, numberOf, oneOf, recorded, textOf } from "../classes";
import { invalidArgument } from "../fault";
import type { SheetData } from "../sheetModel";
import { placeOf, rangeRef } from "./range";

const settings = (self: SheetData): Record<string, unknown> => self.layout.settings;

function zoomOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) throw invalidArgument("zoom");
  const known = ["horizontalFitToPages", "verticalFitToPages", "scale"];
  if (Object.keys(value).some((key) => !known.includes(key))) throw invalidArgument("zoom");
  return value;
}

const margins = Object.fromEntries(
  ["TopMargin", "BottomMargin", "LeftMargin", "RightMargin", "HeaderMargin", "FooterMargin"].map((name) => [
    name,
    recorded(9, settings, name, 0, numberOf),
  ]),
);

const headerFooterClass: ClassTable<SheetData> = classTable({
  name: "HeaderFooter",
  properties: Object.fromEntries(
    ["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"].map((name) => [
      name,
      {
        since: 9,
        get: (self: SheetData) => self.layout.headersFooters[name] ?? "",
        set: (self: SheetData, value: unknown) => {
          if (textOf(value).length > 255) throw invalidArgument("a header has at most 255 characters");
          self.layout.headersFooters[name] = textOf(value);
        },
      },
    ]),
  ),
  links: {},
  methods: {},
});

const headersFootersClass: ClassTable<SheetData> = classTable({
  name: "HeaderFooterGroup",
  properties: {},
  links: { DefaultForAllPages: { since: 9, to: (self) => Ref.to(headerFooterClass, self) } },
  methods: {},
});

export const pageLayoutClass: ClassTable<SheetData> = classTable({
  name: "PageLayout",
  properties: {
    Orientation: recorded(9, settings, "orientation", "Portrait", (value) =>
      oneOf(["Portrait", "Landscape"] as const, value),
    ),
    PaperSize: recorded(9, settings, "paperSize", "Letter", (value) =>
      oneOf(["A3", "A4", "A5", "Letter", "Legal"] as const, value),
    ),
    Zoom: recorded(9, settings, "zoom", { scale: 100 }, zoomOf),
    CenterHorizontally: recorded(9, settings, "centerHorizontally", false, booleanOf),
    PrintGridlines: recorded(9, settings, "printGridlines", false, booleanOf),
    ...margins,
  },
  links: { HeadersFooters: { since: 9, to: (self) => Ref.to(headersFootersClass, self) } },
  methods: {
    SetPrintTitleRows: {
      since: 9,
      call: (self, [rows]) => {
        const local = typeof rows === "string" ? splitSheet(rows).local : null;
        const rect = local === null ? placeOf(rows, self).rect : parseArea(local);
        self.layout.titleRows = { ...rect, left: 0, right: maxColumns - 1 };
      },
    },
    GetPrintTitleRowsOrNullObject: {
      since: 9,
      call: (self) => (self.layout.titleRows === null ? null : rangeRef({ sheet: self, rect: self.layout.titleRows })),
    },
    SetPrintArea: { since: 9, call: (self, [area]) => void (self.layout.printArea = placeOf(area, self).rect) },
    GetPrintAreaOrNullObject: {
      since: 9,
      call: (self) => (self.layout.printArea === null ? null : rangeRef({ sheet: self, rect: self.layout.printArea })),
    },
  },
});
