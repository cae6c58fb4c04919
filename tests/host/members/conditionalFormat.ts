// tests/host/members/conditionalFormat.ts: conditional formats: those with a formula of one's own; the other kinds are refused.
import { intersection } from "../a1";
import { type ClassTable, classTable, Ref, booleanOf, numberOf, oneOf, recorded, textOf } from "../classes";
import { Fault, itemNotFound } from "../fault";
import { type MarkData, type Place, newId, sheetOf } from "../workbookModel";
import { colourOf } from "./cellLooks";
import { rangeRef } from "./range";

interface Marks {
  readonly places: readonly Place[];
}

export function marksOf(places: readonly Place[]): Ref {
  return Ref.to(marksClass, { places });
}

const looks = (self: MarkData): Record<string, unknown> => self.looks;

const fillClass: ClassTable<MarkData> = classTable({
  name: "ConditionalRangeFill",
  properties: { Color: recorded(6, looks, "fill/color", "", colourOf) },
  links: {},
  methods: {},
});

const fontClass: ClassTable<MarkData> = classTable({
  name: "ConditionalRangeFont",
  properties: {
    Color: recorded(6, looks, "font/color", "", colourOf),
    Bold: recorded(6, looks, "font/bold", false, booleanOf),
    Italic: recorded(6, looks, "font/italic", false, booleanOf),
  },
  links: {},
  methods: {},
});

const formatClass: ClassTable<MarkData> = classTable({
  name: "ConditionalRangeFormat",
  properties: {},
  links: {
    Fill: { since: 6, to: (self) => Ref.to(fillClass, self) },
    Font: { since: 6, to: (self) => Ref.to(fontClass, self) },
  },
  methods: {},
});

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
    Format: { since: 6, to: (self) => Ref.to(formatClass, self) },
  },
  methods: {},
});

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
  links: { Custom: { since: 6, to: (self) => Ref.to(customClass, self) } },
  methods: {
    GetRange: {
      since: 6,
      call: (self) => {
        const [only, more] = self.areas;
        if (only === undefined || more !== undefined) throw itemNotFound("a single range");
        return rangeRef(only);
      },
    },
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
        if (
          oneOf(["Custom", "CellValue", "ColorScale", "DataBar", "IconSet", "TopBottom"] as const, type) !== "Custom"
        ) {
          throw new Fault("NotImplemented", `conditional formats of type ${String(type)}`);
        }
        const mark: MarkData = {
          id: newId(),
          areas: self.places,
          type: "Custom",
          formula: "",
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
