// tests/host/members/chart.ts: charts: their type, source, place and parts.
import { columnsOf, rowsOf } from "../a1";
import {
  type ClassTable,
  classTable,
  type Property,
  Ref,
  booleanOf,
  numberOf,
  oneOf,
  recorded,
  textOf,
  type World,
} from "../classes";
import { itemNotFound } from "../fault";
import {
  type AxisData,
  type ChartData,
  type Place,
  type SeriesData,
  type SheetData,
  newId,
  sheetOf,
} from "../sheetModel";
import { axesClass, chartTitleClass, dataLabelsClass, legendClass } from "./chartParts";
import { chartTypes, newSeries, rangeArgument, seriesCollectionClass } from "./chartSeries";
import { listening } from "./listening";
import { placeOf } from "./range";
import { worksheetClass } from "./worksheet";

/** Points. The host knows where a chart was put, not where its cells lie on the screen. */
function placement(key: string, initial: number): Property<ChartData> {
  return recorded<ChartData>(
    1,
    (self) => self.settings,
    key,
    initial,
    numberOf,
    ({ sheet }) => {
      sheet.refuseIfProtected();
    },
  );
}

const chartClass: ClassTable<ChartData> = classTable({
  name: "Chart",
  identity: { key: "Id", of: (self) => self.id },
  properties: {
    Id: { since: 7, get: (self) => self.id },
    Name: { since: 1, get: (self) => self.name, set: (self, value) => void (self.name = textOf(value)) },
    Left: placement("left", 0),
    Top: placement("top", 0),
    Width: placement("width", 360),
    Height: placement("height", 216),
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
    DataLabels: { since: 1, to: (self) => Ref.to(dataLabelsClass, self.labels) },
    Worksheet: { since: 2, to: (self) => Ref.to(worksheetClass, self.sheet) },
  },
  methods: {
    SetData: {
      since: 1,
      call: (self, [source, by]) => {
        self.sheet.refuseIfProtected();
        self.series = seriesFrom(rangeArgument(source), oneOf(["Auto", "Columns", "Rows"] as const, by ?? "Auto"));
      },
    },
    SetPosition: {
      since: 1,
      call: (self, [start, end]) => {
        const from = placeOf(start, self.sheet).rect;
        self.position = { from, to: end === undefined || end === null ? from : placeOf(end, self.sheet).rect };
      },
    },
    Delete: {
      since: 1,
      call: (self, _args, { workbook }) => {
        self.sheet.refuseIfProtected();
        self.sheet.charts = self.sheet.charts.filter((chart) => chart !== self);
        workbook.tell({ kind: "chartDeleted", sheet: self.sheet, chartId: self.id });
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

function addChart(sheet: SheetData, [type, from, by]: readonly unknown[], { workbook }: World): Ref {
  const source = rangeArgument(from);
  sheet.refuseIfProtected();
  sheetOf(source);
  const axis = (): AxisData => ({ title: { text: "", visible: false, font: {} }, settings: {}, font: {} });
  const chart: ChartData = {
    id: newId(),
    sheet,
    name: `Diagram ${sheet.charts.length + 1}`,
    type: oneOf(chartTypes, type),
    title: { text: "", visible: false, font: {} },
    legend: { visible: true, position: "Bottom", font: {} },
    labels: { settings: {}, font: {} },
    settings: {},
    axes: { category: axis(), value: axis() },
    series: seriesFrom(source, oneOf(["Auto", "Columns", "Rows"] as const, by ?? "Auto")),
    plotVisibleOnly: true,
    position: null,
  };
  sheet.charts.push(chart);
  workbook.tell({ kind: "chartAdded", sheet, chartId: chart.id });
  return Ref.to(chartClass, chart);
}

function find(sheet: SheetData, key: unknown): Ref | null {
  const found = sheet.charts.find((chart) => chart.name === key || chart.id === key);
  return found === undefined ? null : Ref.to(chartClass, found);
}

export const chartsClass: ClassTable<SheetData> = classTable({
  name: "ChartCollection",
  properties: { Count: { since: 1, get: (sheet) => sheet.charts.length } },
  links: {},
  methods: {
    ...listening<SheetData>(({ id }) => id, { chartAdded: 8, chartDeleted: 8 }),
    Add: { since: 1, call: addChart },
    GetItemAt: {
      since: 1,
      call: (sheet, [index]) => {
        const chart = sheet.charts[numberOf(index)];
        if (chart === undefined) throw itemNotFound(`chart ${String(index)}`);
        return Ref.to(chartClass, chart);
      },
    },
    GetCount: { since: 4, call: (sheet) => sheet.charts.length },
    GetItemOrNullObject: { since: 4, call: (sheet, [key]) => find(sheet, key) },
  },
  items: (sheet) => sheet.charts.map((chart) => Ref.to(chartClass, chart)),
  item: find,
});
