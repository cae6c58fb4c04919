// tests/host/members/chartParts.ts: the parts of charts that are set and read, not computed: titles, legend, axes, labels and their fonts.
import { type ClassTable, classTable, Ref, booleanOf, numberOf, oneOf, recorded, textOf } from "../classes";
import type { AxisData, ChartData, Fonted, LabelData, TitleData } from "../sheetModel";
import { colourOf } from "./cellLooks";

const fontOf = (self: Fonted): Record<string, unknown> => self.font;

const chartFontClass: ClassTable<Fonted> = classTable({
  name: "ChartFont",
  properties: {
    Bold: recorded(1, fontOf, "bold", false, booleanOf),
    Italic: recorded(1, fontOf, "italic", false, booleanOf),
    Color: recorded(1, fontOf, "color", "#000000", colourOf),
    Name: recorded(1, fontOf, "name", "Calibri", textOf),
    Size: recorded(1, fontOf, "size", 10, numberOf),
    Underline: recorded(1, fontOf, "underline", "None", (value) => oneOf(["None", "Single"] as const, value)),
  },
  links: {},
  methods: {},
});

/** The format of a part of a chart, as far as its font goes. */
function fontFormat(name: string): ClassTable<Fonted> {
  return classTable<Fonted>({
    name,
    properties: {},
    links: { Font: { since: 1, to: (self) => Ref.to(chartFontClass, self) } },
    methods: {},
  });
}

function title(name: string, format: ClassTable<Fonted>): ClassTable<TitleData> {
  return classTable<TitleData>({
    name,
    properties: {
      Text: {
        since: 1,
        get: (self) => self.text,
        set: (self, value) => {
          self.text = textOf(value);
          self.visible = true;
        },
      },
      Visible: { since: 1, get: (self) => self.visible, set: (self, value) => void (self.visible = booleanOf(value)) },
    },
    links: { Format: { since: 1, to: (self) => Ref.to(format, self) } },
    methods: {},
  });
}

export const chartTitleClass = title("ChartTitle", fontFormat("ChartTitleFormat"));
const axisTitleClass = title("ChartAxisTitle", fontFormat("ChartAxisTitleFormat"));

const gridlinesClass: ClassTable<AxisData> = classTable({
  name: "ChartGridlines",
  properties: { Visible: recorded(1, (self) => self.settings, "gridlines", true, booleanOf) },
  links: {},
  methods: {},
});

function numberOrAutomatic(value: unknown): unknown {
  return value === "" ? value : numberOf(value);
}

const axisFormatClass = fontFormat("ChartAxisFormat");

const axisClass: ClassTable<AxisData> = classTable({
  name: "ChartAxis",
  properties: {
    NumberFormat: recorded(8, (self) => self.settings, "numberFormat", "General", textOf),
    LinkNumberFormat: recorded(9, (self) => self.settings, "linkNumberFormat", true, booleanOf),
    ReversePlotOrder: recorded(7, (self) => self.settings, "reversePlotOrder", false, booleanOf),
    TickLabelPosition: recorded(
      7,
      (self) => self.settings,
      "tickLabelPosition",
      "NextToAxis",
      (value) => oneOf(["NextToAxis", "High", "Low", "None"] as const, value),
    ),
    CategoryType: recorded(
      7,
      (self) => self.settings,
      "categoryType",
      "Automatic",
      (value) => oneOf(["Automatic", "TextAxis", "DateAxis"] as const, value),
    ),
    Visible: recorded(7, (self) => self.settings, "visible", true, booleanOf),
    // Automatic until set; an empty string makes them so again.
    Minimum: recorded(1, (self) => self.settings, "minimum", "", numberOrAutomatic),
    Maximum: recorded(1, (self) => self.settings, "maximum", "", numberOrAutomatic),
    MajorUnit: recorded(1, (self) => self.settings, "majorUnit", "", numberOrAutomatic),
    MinorUnit: recorded(1, (self) => self.settings, "minorUnit", "", numberOrAutomatic),
  },
  links: {
    Title: { since: 1, to: (self) => Ref.to(axisTitleClass, self.title) },
    Format: { since: 1, to: (self) => Ref.to(axisFormatClass, self) },
    MajorGridlines: { since: 1, to: (self) => Ref.to(gridlinesClass, self) },
  },
  methods: {},
});

export const axesClass: ClassTable<ChartData> = classTable({
  name: "ChartAxes",
  properties: {},
  links: {
    CategoryAxis: { since: 1, to: (self) => Ref.to(axisClass, self.axes.category) },
    ValueAxis: { since: 1, to: (self) => Ref.to(axisClass, self.axes.value) },
  },
  methods: {},
});

const legendFormatClass = fontFormat("ChartLegendFormat");

export const legendClass: ClassTable<ChartData> = classTable({
  name: "ChartLegend",
  properties: {
    Visible: {
      since: 1,
      get: (self) => self.legend.visible,
      set: (self, value) => void (self.legend.visible = booleanOf(value)),
    },
    Position: {
      since: 1,
      get: (self) => self.legend.position,
      set: (self, value) =>
        void (self.legend.position = oneOf(["Top", "Bottom", "Left", "Right", "Corner"] as const, value)),
    },
  },
  links: { Format: { since: 1, to: (self) => Ref.to(legendFormatClass, self.legend) } },
  methods: {},
});

const labelsOf = (self: LabelData): Record<string, unknown> => self.settings;
const labelPositions = [
  "None",
  "Center",
  "InsideEnd",
  "InsideBase",
  "OutsideEnd",
  "Left",
  "Right",
  "Top",
  "Bottom",
  "BestFit",
  "Callout",
] as const;

const labelFormatClass = fontFormat("ChartDataLabelFormat");

/** The labels of a chart's points, or of one series. */
export const dataLabelsClass: ClassTable<LabelData> = classTable({
  name: "ChartDataLabels",
  properties: {
    ShowValue: recorded(1, labelsOf, "showValue", true, booleanOf),
    ShowSeriesName: recorded(1, labelsOf, "showSeriesName", false, booleanOf),
    ShowCategoryName: recorded(1, labelsOf, "showCategoryName", false, booleanOf),
    ShowPercentage: recorded(1, labelsOf, "showPercentage", false, booleanOf),
    ShowLegendKey: recorded(1, labelsOf, "showLegendKey", false, booleanOf),
    Separator: recorded(1, labelsOf, "separator", ", ", textOf),
    NumberFormat: recorded(8, labelsOf, "numberFormat", "General", textOf),
    LinkNumberFormat: recorded(9, labelsOf, "linkNumberFormat", true, booleanOf),
    Position: recorded(1, labelsOf, "position", "OutsideEnd", (value) => oneOf(labelPositions, value)),
  },
  links: { Format: { since: 1, to: (self) => Ref.to(labelFormatClass, self) } },
  methods: {},
});
