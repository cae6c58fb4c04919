// tests/host/members/chartSeries.ts: the series of charts: what they show, and how.
import { type ClassTable, classTable, Ref, booleanOf, numberOf, oneOf, recorded, textOf } from "../classes";
import { Fault, invalidArgument, itemNotFound } from "../fault";
import type { ChartData, Place, SeriesData } from "../sheetModel";
import { colourOf } from "./cellLooks";
import { dataLabelsClass } from "./chartParts";
import { rangeClass } from "./range";

/** Three dimensions, maps, funnels, boxes and the like are refused. */
export const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineStacked",
  "LineMarkers",
  "LineMarkersStacked",
  "Pie",
  "Doughnut",
  "Area",
  "AreaStacked",
  "XYScatter",
  "XYScatterSmooth",
  "XYScatterLines",
  "Bubble",
] as const;

interface SeriesTarget {
  readonly chart: ChartData;
  readonly series: SeriesData;
}

export function rangeArgument(argument: unknown): Place {
  const place = argument instanceof Ref ? argument.as(rangeClass) : null;
  if (place === null) throw invalidArgument("expected a range");
  return place;
}

const seriesFillClass: ClassTable<SeriesTarget> = classTable({
  name: "ChartFill",
  properties: {},
  links: {},
  methods: { SetSolidColor: { since: 1, call: ({ series }, [colour]) => void (series.fillColor = colourOf(colour)) } },
});

const settings = ({ series }: SeriesTarget): Record<string, unknown> => series.settings;

const seriesLineClass: ClassTable<SeriesTarget> = classTable({
  name: "ChartLineFormat",
  properties: {
    Color: recorded(1, settings, "line/color", "", colourOf),
    LineStyle: recorded(7, settings, "line/style", "Continuous", textOf),
    Weight: recorded(7, settings, "line/weight", 2.25, numberOf),
  },
  links: {},
  methods: {},
});

const markerStyles = [
  "Automatic",
  "None",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
];

const seriesFormatClass: ClassTable<SeriesTarget> = classTable({
  name: "ChartSeriesFormat",
  properties: {},
  links: {
    Fill: { since: 1, to: (self) => Ref.to(seriesFillClass, self) },
    Line: { since: 1, to: (self) => Ref.to(seriesLineClass, self) },
  },
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
    ChartType: {
      since: 7,
      get: ({ chart, series }) => series.type ?? chart.type,
      set: ({ series }, value) => void (series.type = oneOf(chartTypes, value)),
    },
    HasDataLabels: recorded(7, settings, "hasDataLabels", false, booleanOf),
    MarkerStyle: recorded(7, settings, "markerStyle", "Automatic", (value) => oneOf(markerStyles, value)),
    MarkerSize: recorded(7, settings, "markerSize", 5, numberOf),
    MarkerBackgroundColor: recorded(7, settings, "markerBackgroundColor", "", colourOf),
    MarkerForegroundColor: recorded(7, settings, "markerForegroundColor", "", colourOf),
    Smooth: recorded(7, settings, "smooth", false, booleanOf),
    PlotOrder: {
      since: 7,
      get: ({ chart, series }) => chart.series.indexOf(series),
      set: ({ chart, series }, value) => {
        const others = chart.series.filter((other) => other !== series);
        others.splice(numberOf(value), 0, series);
        chart.series = others;
      },
    },
    DoughnutHoleSize: recorded(7, settings, "doughnutHoleSize", 50, numberOf),
    Overlap: recorded(8, settings, "overlap", 0, numberOf),
    InvertIfNegative: recorded(8, settings, "invertIfNegative", false, booleanOf),
    AxisGroup: recorded(8, settings, "axisGroup", "Primary", (value) =>
      oneOf(["Primary", "Secondary"] as const, value),
    ),
    GapWidth: {
      since: 7,
      get: ({ series }) => series.gapWidth,
      set: ({ series }, value) => void (series.gapWidth = numberOf(value)),
    },
  },
  links: {
    Format: { since: 1, to: (self) => Ref.to(seriesFormatClass, self) },
    DataLabels: {
      since: 8,
      to: ({ series }) => {
        if (series.settings.hasDataLabels !== true) throw new Fault("InvalidOperation", "The series has no labels.");
        return Ref.to(dataLabelsClass, series.labels);
      },
    },
  },
  methods: {
    SetValues: { since: 7, call: ({ series }, [range]) => void (series.values = rangeArgument(range)) },
    SetXAxisValues: { since: 7, call: ({ series }, [range]) => void (series.categories = rangeArgument(range)) },
    Delete: {
      since: 7,
      call: ({ chart, series }) => void (chart.series = chart.series.filter((other) => other !== series)),
    },
  },
});

export function newSeries(name: string, values: Place | null): SeriesData {
  return {
    name,
    values,
    categories: null,
    gapWidth: 150,
    fillColor: null,
    type: null,
    settings: {},
    labels: { settings: {}, font: {} },
  };
}

export const seriesCollectionClass: ClassTable<ChartData> = classTable({
  name: "ChartSeriesCollection",
  properties: { Count: { since: 1, get: (chart) => chart.series.length } },
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
