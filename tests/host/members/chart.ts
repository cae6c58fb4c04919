// tests/host/members/chart.ts: charts: type, title, legend, axes, series and place.
import { columnsOf, rowsOf } from "../a1";
import { type ClassTable, classTable, Ref, booleanOf, numberOf, oneOf, recorded, textOf } from "../classes";
import { invalidArgument, itemNotFound } from "../fault";
import {
  type AxisData,
  type ChartData,
  type Place,
  type SeriesData,
  type SheetData,
  newId,
  sheetOf,
} from "../workbookModel";
import { placeOf, rangeClass } from "./range";
import { colourOf } from "./cellLooks";
import { worksheetClass } from "./worksheet";

const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "BarClustered",
  "BarStacked",
  "Line",
  "LineMarkers",
  "Pie",
] as const;

interface SeriesTarget {
  readonly chart: ChartData;
  readonly series: SeriesData;
}

function rangeArgument(argument: unknown): Place {
  const place = argument instanceof Ref ? argument.as(rangeClass) : null;
  if (place === null) throw invalidArgument("expected a range");
  return place;
}

function title(name: string): ClassTable<{ text: string; visible: boolean }> {
  return classTable<{ text: string; visible: boolean }>({
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
    links: {},
    methods: {},
  });
}

const chartTitleClass = title("ChartTitle");
const axisTitleClass = title("ChartAxisTitle");

const gridlinesClass: ClassTable<AxisData> = classTable({
  name: "ChartGridlines",
  properties: { Visible: recorded(1, (self) => self.settings, "gridlines", true, booleanOf) },
  links: {},
  methods: {},
});

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
  },
  links: {
    Title: { since: 1, to: (self) => Ref.to(axisTitleClass, self.title) },
    MajorGridlines: { since: 1, to: (self) => Ref.to(gridlinesClass, self) },
  },
  methods: {},
});

const axesClass: ClassTable<ChartData> = classTable({
  name: "ChartAxes",
  properties: {},
  links: {
    CategoryAxis: { since: 1, to: (self) => Ref.to(axisClass, self.axes.category) },
    ValueAxis: { since: 1, to: (self) => Ref.to(axisClass, self.axes.value) },
  },
  methods: {},
});

const legendClass: ClassTable<ChartData> = classTable({
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
  links: {},
  methods: {},
});

const seriesFillClass: ClassTable<SeriesTarget> = classTable({
  name: "ChartFill",
  properties: {},
  links: {},
  methods: { SetSolidColor: { since: 1, call: ({ series }, [colour]) => void (series.fillColor = colourOf(colour)) } },
});

const seriesFormatClass: ClassTable<SeriesTarget> = classTable({
  name: "ChartSeriesFormat",
  properties: {},
  links: { Fill: { since: 1, to: (self) => Ref.to(seriesFillClass, self) } },
  methods: {},
});

const seriesClass: ClassTable<SeriesTarget> = classTable({
  name: "ChartSeries",
  properties: {
    Name: {
      since: 1,
      get: ({ series }) => series.name,
      set: ({ series }, value) => void (series.name = textOf(value)),
    },
    GapWidth: {
      since: 7,
      get: ({ series }) => series.gapWidth,
      set: ({ series }, value) => void (series.gapWidth = numberOf(value)),
    },
  },
  links: { Format: { since: 1, to: (self) => Ref.to(seriesFormatClass, self) } },
  methods: {
    SetValues: { since: 7, call: ({ series }, [range]) => void (series.values = rangeArgument(range)) },
    SetXAxisValues: { since: 7, call: ({ series }, [range]) => void (series.categories = rangeArgument(range)) },
    Delete: {
      since: 7,
      call: ({ chart, series }) => void (chart.series = chart.series.filter((other) => other !== series)),
    },
  },
});

function newSeries(name: string, values: Place | null): SeriesData {
  return { name, values, categories: null, gapWidth: 150, fillColor: null };
}

const seriesCollectionClass: ClassTable<ChartData> = classTable({
  name: "ChartSeriesCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 7,
      call: (chart, [name]) => {
        const series = newSeries(typeof name === "string" ? name : `Serie${chart.series.length + 1}`, null);
        chart.series.push(series);
        return Ref.to(seriesClass, { chart, series });
      },
    },
    GetItemAt: {
      since: 1,
      call: (chart, [index]) => {
        const series = chart.series[numberOf(index)];
        if (series === undefined) throw itemNotFound(`series ${String(index)}`);
        return Ref.to(seriesClass, { chart, series });
      },
    },
    GetCount: { since: 4, call: (chart) => chart.series.length },
  },
  items: (chart) => chart.series.map((series) => Ref.to(seriesClass, { chart, series })),
});

const chartClass: ClassTable<ChartData> = classTable({
  name: "Chart",
  identity: { key: "Id", of: (self) => self.id },
  properties: {
    Id: { since: 7, get: (self) => self.id },
    Name: { since: 1, get: (self) => self.name, set: (self, value) => void (self.name = textOf(value)) },
    PlotVisibleOnly: {
      since: 8,
      get: (self) => self.plotVisibleOnly,
      set: (self, value) => void (self.plotVisibleOnly = booleanOf(value)),
    },
    ChartType: {
      since: 7,
      get: (self) => self.type,
      set: (self, value) => void (self.type = oneOf(chartTypes, value)),
    },
  },
  links: {
    Title: { since: 1, to: (self) => Ref.to(chartTitleClass, self.title) },
    Legend: { since: 1, to: (self) => Ref.to(legendClass, self) },
    Axes: { since: 1, to: (self) => Ref.to(axesClass, self) },
    Series: { since: 1, to: (self) => Ref.to(seriesCollectionClass, self) },
    Worksheet: { since: 2, to: (self) => Ref.to(worksheetClass, self.sheet) },
  },
  methods: {
    SetPosition: {
      since: 1,
      call: (self, [start, end]) => {
        const from = placeOf(start, self.sheet).rect;
        self.position = { from, to: end === undefined || end === null ? from : placeOf(end, self.sheet).rect };
      },
    },
    Delete: {
      since: 1,
      call: (self) => {
        self.sheet.refuseIfProtected();
        self.sheet.charts = self.sheet.charts.filter((chart) => chart !== self);
      },
    },
  },
});

/** Without headings in the source each row or column is a series. */
function seriesFrom(source: Place, by: "Auto" | "Columns" | "Rows"): SeriesData[] {
  const { rect, sheet } = source;
  const byRows = by === "Rows" || (by === "Auto" && columnsOf(rect) > rowsOf(rect));
  const count = byRows ? rowsOf(rect) : columnsOf(rect);
  return Array.from({ length: count }, (_, i) =>
    newSeries(`Serie${i + 1}`, {
      sheet,
      rect: byRows
        ? { ...rect, top: rect.top + i, bottom: rect.top + i }
        : { ...rect, left: rect.left + i, right: rect.left + i },
    }),
  );
}

function addChart(sheet: SheetData, type: unknown, source: Place, by: unknown): Ref {
  sheet.refuseIfProtected();
  sheetOf(source);
  const axis = (): AxisData => ({ title: { text: "", visible: false }, settings: {} });
  const chart: ChartData = {
    id: newId(),
    sheet,
    name: `Diagram ${sheet.charts.length + 1}`,
    type: oneOf(chartTypes, type),
    title: { text: "", visible: false },
    legend: { visible: true, position: "Bottom" },
    axes: { category: axis(), value: axis() },
    series: seriesFrom(source, oneOf(["Auto", "Columns", "Rows"] as const, by ?? "Auto")),
    plotVisibleOnly: true,
    position: null,
  };
  sheet.charts.push(chart);
  return Ref.to(chartClass, chart);
}

function find(sheet: SheetData, key: unknown): Ref | null {
  const found = sheet.charts.find((chart) => chart.name === key || chart.id === key);
  return found === undefined ? null : Ref.to(chartClass, found);
}

export const chartsClass: ClassTable<SheetData> = classTable({
  name: "ChartCollection",
  properties: {},
  links: {},
  methods: {
    Add: { since: 1, call: (sheet, [type, source, by]) => addChart(sheet, type, rangeArgument(source), by) },
    GetCount: { since: 4, call: (sheet) => sheet.charts.length },
    GetItemOrNullObject: { since: 4, call: (sheet, [key]) => find(sheet, key) },
  },
  items: (sheet) => sheet.charts.map((chart) => Ref.to(chartClass, chart)),
  item: find,
});
