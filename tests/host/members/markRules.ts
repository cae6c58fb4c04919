// tests/host/members/markRules.ts: the rules of conditional formats other than a formula of one's own: kept as they are given, for the
// host paints nothing. What a rule must hold is checked.
import { type ClassTable, classTable, Ref, booleanOf, oneOf, recorded, textOf } from "../classes";
import { invalidArgument } from "../fault";
import type { MarkData } from "../sheetModel";
import { colourOf } from "./cellLooks";

const rule = (self: MarkData): Record<string, unknown> => self.rule;

/** An object with at least these keys. */
function objectWith(keys: readonly string[]): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== "object" || value === null || keys.some((key) => !(key in value)))
      throw invalidArgument(`a rule needs ${keys.join(", ")}`);
    return value;
  };
}

const underlines = ["None", "Single", "Double"] as const;
const looks = (self: MarkData): Record<string, unknown> => self.looks;

const fillClass: ClassTable<MarkData> = classTable({
  name: "ConditionalRangeFill",
  properties: { Color: recorded(6, looks, "fill/color", "", colourOf) },
  links: {},
  methods: {
    Clear: {
      since: 6,
      call: (self) => {
        self.looks["fill/color"] = "";
      },
    },
  },
});

const fontClass: ClassTable<MarkData> = classTable({
  name: "ConditionalRangeFont",
  properties: {
    Color: recorded(6, looks, "font/color", "", colourOf),
    Bold: recorded(6, looks, "font/bold", false, booleanOf),
    Italic: recorded(6, looks, "font/italic", false, booleanOf),
    Strikethrough: recorded(6, looks, "font/strikethrough", false, booleanOf),
    Underline: recorded(6, looks, "font/underline", "None", (value) => oneOf(underlines, value)),
  },
  links: {},
  methods: {},
});

/** How the cells look where the rule holds. */
export const markFormatClass: ClassTable<MarkData> = classTable({
  name: "ConditionalRangeFormat",
  properties: {},
  links: {
    Fill: { since: 6, to: (self) => Ref.to(fillClass, self) },
    Font: { since: 6, to: (self) => Ref.to(fontClass, self) },
  },
  methods: {},
});

function formatted(name: string, keys: readonly string[]): ClassTable<MarkData> {
  return classTable<MarkData>({
    name,
    properties: { Rule: recorded(6, rule, "rule", {}, objectWith(keys)) },
    links: { Format: { since: 6, to: (self) => Ref.to(markFormatClass, self) } },
    methods: {},
  });
}

const colorScaleClass: ClassTable<MarkData> = classTable({
  name: "ColorScaleConditionalFormat",
  properties: {
    Criteria: recorded(6, rule, "criteria", {}, objectWith(["minimum", "maximum"])),
    ThreeColorScale: {
      since: 6,
      get: (self) => "midpoint" in ((self.rule.criteria as object | undefined) ?? {}),
    },
  },
  links: {},
  methods: {},
});

const dataBarClass: ClassTable<MarkData> = classTable({
  name: "DataBarConditionalFormat",
  properties: {
    BarDirection: recorded(6, rule, "barDirection", "Context", (value) =>
      oneOf(["Context", "LeftToRight", "RightToLeft"] as const, value),
    ),
    ShowDataBarOnly: recorded(6, rule, "showDataBarOnly", false, booleanOf),
    LowerBoundRule: recorded(6, rule, "lowerBoundRule", { type: "Automatic" }, objectWith(["type"])),
    UpperBoundRule: recorded(6, rule, "upperBoundRule", { type: "Automatic" }, objectWith(["type"])),
  },
  links: {},
  methods: {},
});

const iconSetClass: ClassTable<MarkData> = classTable({
  name: "IconSetConditionalFormat",
  properties: {
    Style: recorded(6, rule, "style", "ThreeTrafficLights1", textOf),
    Criteria: recorded(6, rule, "criteria", [], (value) => {
      if (!Array.isArray(value)) throw invalidArgument("one criterion per icon");
      return value;
    }),
    ReverseIconOrder: recorded(6, rule, "reverseIconOrder", false, booleanOf),
    ShowIconOnly: recorded(6, rule, "showIconOnly", false, booleanOf),
  },
  links: {},
  methods: {},
});

/** The class behind each kind, and the name of the link to it. */
export const markKinds: Readonly<Record<string, { readonly link: string; readonly table: ClassTable<MarkData> }>> = {
  CellValue: { link: "CellValue", table: formatted("CellValueConditionalFormat", ["formula1", "operator"]) },
  ContainsText: { link: "TextComparison", table: formatted("TextConditionalFormat", ["operator", "text"]) },
  TopBottom: { link: "TopBottom", table: formatted("TopBottomConditionalFormat", ["rank", "type"]) },
  PresetCriteria: { link: "Preset", table: formatted("PresetCriteriaConditionalFormat", ["criterion"]) },
  ColorScale: { link: "ColorScale", table: colorScaleClass },
  DataBar: { link: "DataBar", table: dataBarClass },
  IconSet: { link: "IconSet", table: iconSetClass },
};
