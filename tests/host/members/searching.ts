// tests/host/members/searching.ts: finding and replacing text in ranges and sheets.
import { type Rect, wholeSheet } from "../a1";
import { type Method, Ref, type World, textOf } from "../classes";
import { Fault, itemNotFound } from "../fault";
import { type Place, type SheetData, sheetOf } from "../sheetModel";
import { changing } from "./cellContent";
import { rangeRef } from "./range";
import { rangeAreasClass } from "./rangeAreas";

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: string;
}

/** The cells whose contents match, row by row. */
function matches(self: Place, text: string, criteria: Criteria): Rect[] {
  if (text === "") throw new Fault("InvalidArgument", "nothing to find");
  const cased = (each: string): string => (criteria.matchCase === true ? each : each.toLowerCase());
  const wanted = cased(text);
  const found: Rect[] = [];
  sheetOf(self).cells.forEachStored(self.rect, (cell, row, column) => {
    const content = cased(String(cell.formula ?? cell.value ?? ""));
    if (criteria.completeMatch === true ? content === wanted : content.includes(wanted))
      found.push({ top: row, left: column, bottom: row, right: column });
  });
  return found.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The search begins after the range's first cell, which is looked at last. */
function first(self: Place, text: unknown, given: unknown): Ref | null {
  const criteria = (given ?? {}) as Criteria;
  const found = matches(self, textOf(text), criteria);
  const isStart = ({ top, left }: Rect): boolean => top === self.rect.top && left === self.rect.left;
  const backwards = criteria.searchDirection?.toLowerCase() === "backwards";
  const order = backwards ? found.filter((rect) => !isStart(rect)).reverse() : found.filter((rect) => !isStart(rect));
  const rect = order[0] ?? found[0];
  return rect === undefined ? null : rangeRef({ sheet: self.sheet, rect });
}

function all(sheet: SheetData, text: unknown, criteria: unknown): Ref | null {
  const found = matches({ sheet, rect: wholeSheet }, textOf(text), criteria ?? {});
  return found.length === 0 ? null : Ref.to(rangeAreasClass, { places: found.map((rect) => ({ sheet, rect })) });
}

function replaceAll(self: Place, [text, replacement, given]: readonly unknown[], world: World): number {
  const criteria = (given ?? {}) as Criteria;
  const [wanted, by] = [textOf(text), textOf(replacement)];
  const found = matches(self, wanted, criteria);
  self.sheet.refuseIfProtected();
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), criteria.matchCase === true ? "g" : "gi");
  changing(self, world.workbook, () => {
    for (const { top, left } of found) {
      const cell = self.sheet.cells.edit(top, left);
      if (cell.formula !== null) cell.formula = cell.formula.replace(pattern, () => by);
      else if (typeof cell.value === "string") cell.value = cell.value.replace(pattern, () => by);
      else throw new Fault("NotImplemented", "replacing digits of a number");
    }
  });
  return found.length;
}

export const rangeSearching: Readonly<Record<string, Method<Place>>> = {
  Find: {
    since: 9,
    call: (self, [text, criteria]) => {
      const found = first(self, text, criteria);
      if (found === null) throw itemNotFound(textOf(text));
      return found;
    },
  },
  FindOrNullObject: { since: 9, call: (self, [text, criteria]) => first(self, text, criteria) },
  ReplaceAll: { since: 9, call: replaceAll },
};

export const sheetSearching: Readonly<Record<string, Method<SheetData>>> = {
  FindAll: {
    since: 9,
    call: (self, [text, criteria]) => {
      const found = all(self, text, criteria);
      if (found === null) throw itemNotFound(textOf(text));
      return found;
    },
  },
  FindAllOrNullObject: { since: 9, call: (self, [text, criteria]) => all(self, text, criteria) },
};
