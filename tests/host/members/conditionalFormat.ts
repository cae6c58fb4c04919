// tests/host/members/conditionalFormat.ts: conditional formats: where they lie, their order, and those with a formula of one's own.
import { intersection } from "../a1";
import { type ClassTable, classTable, type Link, Ref, booleanOf, numberOf, oneOf, textOf } from "../classes";
import { itemNotFound } from "../fault";
import { type MarkData, type Place, newId, sheetOf } from "../sheetModel";
import { markFormatClass, markKinds } from "./markRules";
import { rangeRef } from "./range";
import { rangeAreasClass } from "./rangeAreas";

interface Marks {
  readonly places: readonly Place[];
}

export function marksOf(places: readonly Place[]): Ref {
  return Ref.to(marksClass, { places });
}

const ruleClass: ClassTable<MarkData> = classTable({
  name: "ConditionalFormatRule",
  properties: {
    Formula: {
      since: 6,
      get: (self) => self.formula,
      set: (self, value, world) => {
        const formula = textOf(value);
        world.workbook.checkFormula(formula);
        self.formula = formula.startsWith("=") ? formula : `="${formula}"`;
      },
    },
  },
  links: {},
  methods: {},
});

const customClass: ClassTable<MarkData> = classTable({
  name: "CustomConditionalFormat",
  properties: {},
  links: {
    Rule: { since: 6, to: (self) => Ref.to(ruleClass, self) },
    Format: { since: 6, to: (self) => Ref.to(markFormatClass, self) },
  },
  methods: {},
});

/** A mark's rule by its own kind; the rules of other kinds are not there. */
function kindLinks(): Record<string, Link<MarkData>> {
  const kinds = { ...markKinds, Custom: { link: "Custom", table: customClass } };
  const links: Record<string, Link<MarkData>> = {};
  for (const [type, { link, table }] of Object.entries(kinds)) {
    links[link] = {
      since: 6,
      to: (self) => {
        if (self.type !== type) throw itemNotFound(`${link} of a mark of type ${self.type}`);
        return Ref.to(table, self);
      },
    };
    links[`${link}OrNullObject`] = { since: 6, to: (self) => (self.type === type ? Ref.to(table, self) : null) };
  }
  return links;
}

const markClass: ClassTable<MarkData> = classTable({
  name: "ConditionalFormat",
  identity: { key: "Id", of: (self) => self.id },
  properties: {
    Id: { since: 6, get: (self) => self.id },
    Type: { since: 6, get: (self) => self.type },
    Priority: { since: 6, get: (self) => self.priority, set: (self, value) => void (self.priority = numberOf(value)) },
    StopIfTrue: {
      since: 6,
      get: (self) => self.stopIfTrue,
      set: (self, value) => void (self.stopIfTrue = booleanOf(value)),
    },
  },
  links: kindLinks(),
  methods: {
    GetRange: {
      since: 6,
      call: (self) => {
        const [only, more] = self.areas;
        if (only === undefined || more !== undefined) throw itemNotFound("a single range");
        return rangeRef(only);
      },
    },
    GetRangeOrNullObject: {
      since: 6,
      call: (self) => {
        const [only, more] = self.areas;
        return only === undefined || more !== undefined ? null : rangeRef(only);
      },
    },
    GetRanges: { since: 9, call: (self) => Ref.to(rangeAreasClass, { places: self.areas }) },
    Delete: {
      since: 6,
      call: (self) => {
        for (const { sheet } of self.areas) sheet.marks = sheet.marks.filter((mark) => mark !== self);
      },
    },
  },
});

function touching(self: Marks): MarkData[] {
  return self.places.flatMap((place) =>
    sheetOf(place).marks.filter((mark) => mark.areas.some((area) => intersection(area.rect, place.rect) !== null)),
  );
}

const marksClass: ClassTable<Marks> = classTable({
  name: "ConditionalFormatCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 6,
      call: (self, [type]) => {
        const mark: MarkData = {
          id: newId(),
          areas: self.places,
          type: oneOf(["Custom", ...Object.keys(markKinds)], type),
          formula: "",
          rule: {},
          looks: {},
          priority: 0,
          stopIfTrue: false,
        };
        for (const sheet of new Set(self.places.map(sheetOf))) {
          sheet.refuseIfProtected();
          sheet.marks.push(mark);
        }
        return Ref.to(markClass, mark);
      },
    },
    ClearAll: {
      since: 6,
      call: (self) => {
        for (const place of self.places) {
          sheetOf(place).refuseIfProtected();
          const gone = new Set(touching({ places: [place] }));
          place.sheet.marks = place.sheet.marks.filter((mark) => !gone.has(mark));
        }
      },
    },
    GetCount: { since: 6, call: (self) => touching(self).length },
  },
  items: (self) => touching(self).map((mark) => Ref.to(markClass, mark)),
  item: (self, key) => {
    const found = touching(self).find((mark) => mark.id === key);
    return found === undefined ? null : Ref.to(markClass, found);
  },
});
