// src/workbook/excel/objectWriting.ts: native tables, charts and conditional formats.
import { cellName } from "../../domain/a1";
import type { Area, ChartModel, ChartSeries, SheetModel, TableModel } from "../../report/sheetModel";
import { formatCode } from "../format";
import { chartColours, looks } from "../looks";
import { rangeAt } from "./cellWriting";
import { type Operation, operation } from "./operation";

/** Charts of ours bear this name with a number, so that a later run removes these and leaves the user's own. */
const chartName = "Samkalkyl ";

export function isOwnChart(name: string): boolean {
  return name.startsWith(chartName);
}

/** To be made before any formula that names them. The plainest style: the cells have their own looks. */
export function tableOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  return model.tables.map((table) => {
    checkHeaders(model, table);
    return operation(() => {
      const made = sheet.tables.add(rangeAt(sheet, table.area), true);
      made.name = table.name;
      made.style = "TableStyleLight1";
      made.showBandedRows = false;
    });
  });
}

/** Excel renames columns silently where a heading is missing or comes twice; formulas would then name none. */
function checkHeaders(model: SheetModel, { name, area, columns }: TableModel): void {
  const different = columns.findIndex((column, i) => {
    const content = model.rows[area.top]?.[area.left + i]?.content;
    return content?.kind !== "text" || content.text !== column;
  });
  const twice = new Set(columns.map((column) => column.toLowerCase())).size < columns.length;
  if (different >= 0 || twice || columns.length !== area.right - area.left + 1 || area.bottom <= area.top) {
    throw new RangeError(`table ${name}: its columns do not stand in its header row`);
  }
}

export function chartOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  return model.charts.map((chart, index) =>
    operation(() => {
      addChart(sheet, chart, `${chartName}${index + 1}`);
    }, 6_000),
  );
}

/** The API has no alternative text for charts: `description` stays out, the title says what the chart shows. */
function addChart(sheet: Excel.Worksheet, chart: ChartModel, name: string): void {
  const [first, ...others] = chart.series;
  if (first === undefined) return;
  const by = isColumn(first.values) ? "Columns" : "Rows";
  const made = sheet.charts.add(
    chart.type === "bar" ? "BarClustered" : "ColumnClustered",
    rangeAt(sheet, first.values),
    by,
  );
  made.name = name;
  // Figures of hidden columns are shown too.
  made.plotVisibleOnly = false;
  made.title.text = chart.title;
  setSeries(made.series.getItemAt(0), sheet, first, 0);
  others.forEach((series, i) => {
    const added = made.series.add(series.name);
    added.setValues(rangeAt(sheet, series.values));
    setSeries(added, sheet, series, i + 1);
  });
  made.legend.visible = others.length > 0;
  if (others.length > 0) made.legend.position = "Bottom";
  setAxes(made.axes, chart);
  made.setPosition(cellName(chart.area.top, chart.area.left), cellName(chart.area.bottom, chart.area.right));
}

function isColumn(area: Area): boolean {
  return area.left === area.right;
}

function setSeries(series: Excel.ChartSeries, sheet: Excel.Worksheet, model: ChartSeries, index: number): void {
  series.name = model.name;
  series.setXAxisValues(rangeAt(sheet, model.categories));
  series.gapWidth = 70;
  const colour = chartColours[index % chartColours.length];
  if (colour !== undefined) series.format.fill.setSolidColor(colour);
}

function setAxes(axes: Excel.ChartAxes, chart: ChartModel): void {
  axes.valueAxis.linkNumberFormat = false;
  axes.valueAxis.numberFormat = formatCode(chart.format);
  if (chart.valueAxisTitle !== "") axes.valueAxis.title.text = chart.valueAxisTitle;
  // Below the figures, also where they are negative.
  axes.categoryAxis.tickLabelPosition = "Low";
  // Bars are drawn upwards; turned round, the first line of the table stands at the top.
  if (chart.type === "bar") axes.categoryAxis.reversePlotOrder = true;
}

export function markOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  return model.marks.map((mark) =>
    operation(() => {
      const { fill, colour } = looks[mark.look];
      const { custom } = rangeAt(sheet, mark.area).conditionalFormats.add("Custom");
      custom.rule.formula = `=${mark.formula}`;
      if (fill !== null) custom.format.fill.color = fill;
      if (colour !== null) custom.format.font.color = colour;
    }, mark.formula.length + 1_000),
  );
}
