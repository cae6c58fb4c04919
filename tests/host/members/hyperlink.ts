// tests/host/members/hyperlink.ts: links in cells: to an address, or to a place in the workbook.
import type { Property } from "../classes";
import { invalidArgument } from "../fault";
import { type Place, sheetOf } from "../sheetModel";
import { shared } from "./cellLooks";
import { changing } from "./cellContent";

const parts = ["address", "documentReference", "screenTip", "textToDisplay"] as const;
type LinkData = Partial<Record<(typeof parts)[number], string>>;

function linkOf(value: unknown): LinkData {
  if (typeof value !== "object" || value === null) throw invalidArgument("a hyperlink");
  const given = value as Readonly<Record<string, unknown>>;
  const link: LinkData = {};
  for (const part of parts) {
    const text = given[part];
    if (typeof text === "string") link[part] = text;
  }
  if (link.address === undefined && link.documentReference === undefined) throw invalidArgument("a link to nowhere");
  return link;
}

/** The link of the cells, null where they differ or have none. Its text becomes what the cells show, in the look of a link. */
export const hyperlink: Property<Place> = {
  since: 7,
  get: (self) => shared({ places: [self] }, "hyperlink", null),
  set: (self, value, { workbook }) => {
    const link = linkOf(value);
    const sheet = sheetOf(self);
    sheet.refuseIfProtected();
    changing(self, workbook, () => {
      sheet.cells.editAll(self.rect, (cell) => {
        const text = link.textToDisplay ?? (cell.value === null ? (link.address ?? link.documentReference) : undefined);
        if (text !== undefined) Object.assign(cell, { value: text, formula: null, prefixed: false });
        cell.looks = { ...cell.looks, hyperlink: link, "font/color": "#0563C1", "font/underline": "Single" };
      });
    });
  },
};
