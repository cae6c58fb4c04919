// tests/host/fidelity/looks.test.ts: formats, conditional formats and charts as Microsoft's sample snippets use them.
import { until } from "../../waiting";
import type { ExcelHost } from "../excelHost";
import { type Program, refusalOf, run, stockHost } from "./workbooks";

let host: ExcelHost;

beforeEach(() => {
  host = stockHost({ apiSet: 15 });
});

afterEach(() => {
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

function look(key: string, row = 0, column = 0): unknown {
  return host.sheet("Lager").cells.at(row, column)?.looks[key];
}

describe("formats (42-range/formatting, range-text-orientation)", () => {
  test("font, fill, alignment and lines of a heading", async () => {
    await run((sheet) => {
      const { format } = sheet.getRange("A1:C1");
      format.font.set({ bold: true, size: 14, underline: "Single", strikethrough: false });
      format.fill.color = "#4472c4";
      format.font.color = "white";
      format.horizontalAlignment = "Center";
      format.textOrientation = 90;
      format.shrinkToFit = true;
      format.borders.getItem("EdgeBottom").style = "Double";
      format.protection.locked = false;
    });
    const keys = ["font/bold", "font/underline", "fill/color", "font/color", "textOrientation", "shrinkToFit"];
    expect(keys.map((key) => look(key, 0, 2))).toEqual([true, "Single", "#4472C4", "white", 90, true]);
    expect([look("borders/EdgeBottom/style"), look("borders/EdgeTop/style", 1), look("protection/locked")]).toEqual([
      "Double",
      "Double",
      false,
    ]);
  });

  test("what differs within a range reads as null; widths in points, and back to the standard", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Lager");
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("B:C").format.columnWidth = 100;
      const mixed = sheet.getRange("A1:B1").load("format/font/bold,format/columnWidth");
      const wide = sheet.getRange("B1:C1").load("format/columnWidth");
      await context.sync();
      expect([mixed.format.font.bold, mixed.format.columnWidth, wide.format.columnWidth]).toEqual([null, null, 100]);
      wide.format.useStandardWidth = true;
      wide.load("format/useStandardWidth");
      await context.sync();
      expect(wide.format.useStandardWidth).toBe(true);
    });
    expect(await refusalOf((sheet) => (sheet.getRange("A1").format.textOrientation = 120))).toBe("InvalidArgument");
  });

  test("autofit is taken for rows and columns, and refused on a protected sheet", async () => {
    await run((sheet) => {
      sheet.getUsedRange().format.autofitColumns();
      sheet.getUsedRange().format.autofitRows();
      sheet.protection.protect();
    });
    expect(
      await refusalOf((sheet) => {
        sheet.getUsedRange().format.autofitColumns();
      }),
    ).toBe("AccessDenied");
  });
});

describe("conditional formats (conditional-formatting-basic)", () => {
  type Kind = [string, (range: Excel.Range) => void, object];
  test.each<Kind>([
    [
      "CellValue",
      (range) => {
        const { cellValue } = range.conditionalFormats.add("CellValue");
        cellValue.rule = { formula1: "=30", operator: "LessThan" };
        cellValue.format.font.color = "#FF0000";
      },
      { rule: { rule: { formula1: "=30", operator: "LessThan" } }, looks: { "font/color": "#FF0000" } },
    ],
    [
      "ContainsText",
      (range) => {
        range.conditionalFormats.add("ContainsText").textComparison.rule = { operator: "Contains", text: "B" };
      },
      { rule: { rule: { operator: "Contains", text: "B" } } },
    ],
    [
      "TopBottom",
      (range) => {
        range.conditionalFormats.add("TopBottom").topBottom.rule = { rank: 1, type: "TopItems" };
      },
      { rule: { rule: { rank: 1, type: "TopItems" } } },
    ],
    [
      "PresetCriteria",
      (range) => {
        range.conditionalFormats.add("PresetCriteria").preset.rule = { criterion: "AboveAverage" };
      },
      { rule: { rule: { criterion: "AboveAverage" } } },
    ],
    [
      "ColorScale",
      (range) => {
        range.conditionalFormats.add("ColorScale").colorScale.criteria = {
          minimum: { type: "LowestValue", color: "blue" },
          maximum: { type: "HighestValue", color: "red" },
        };
      },
      { rule: { criteria: { minimum: { type: "LowestValue" } } } },
    ],
    [
      "DataBar",
      (range) => {
        range.conditionalFormats.add("DataBar").dataBar.barDirection = "LeftToRight";
      },
      { rule: { barDirection: "LeftToRight" } },
    ],
    [
      "IconSet",
      (range) => {
        range.conditionalFormats.add("IconSet").iconSet.style = "ThreeTriangles";
      },
      { rule: { style: "ThreeTriangles" } },
    ],
    [
      "Custom",
      (range) => {
        range.conditionalFormats.add("Custom").custom.rule.formula = "=$B2>30";
      },
      { formula: "=$B2>30" },
    ],
  ])("%s", async (type, add, expected) => {
    await run((sheet) => {
      add(sheet.getRange("B2:B4"));
    });
    expect(host.sheet("Lager").marks).toMatchObject([{ type, ...expected }]);
  });

  test("listed with their ranges, asked for by kind, cleared", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Lager");
      sheet.getRange("B2:B4").conditionalFormats.add("DataBar");
      sheet.getRange("A2:A4").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      const { conditionalFormats } = sheet.getRange();
      conditionalFormats.load("items/type");
      await context.sync();
      const ranges = conditionalFormats.items.map((item) => item.getRange().load("address"));
      const [first] = conditionalFormats.items;
      const other = first?.customOrNullObject.load("isNullObject");
      await context.sync();
      expect(conditionalFormats.items.map(({ type }) => type)).toEqual(["DataBar", "Custom"]);
      expect([ranges.map(({ address }) => address), other?.isNullObject]).toEqual([
        ["Lager!B2:B4", "Lager!A2:A4"],
        true,
      ]);
      conditionalFormats.clearAll();
      await context.sync();
    });
    expect(host.sheet("Lager").marks).toEqual([]);
  });

  test.each<[string, Program, string]>([
    [
      "a rule without its parts",
      (sheet) =>
        (sheet.getRange("A1").conditionalFormats.add("CellValue").cellValue.rule =
          {} as Excel.ConditionalCellValueRule),
      "InvalidArgument",
    ],
    [
      "the rule of another kind",
      (sheet) => sheet.getRange("A1").conditionalFormats.add("DataBar").custom.rule.load("formula"),
      "ItemNotFound",
    ],
  ])("refused: %s", async (_what, program, code) => {
    expect(await refusalOf(program)).toBe(code);
  });
});

describe("charts (create-doughnut-chart, chart-axis, chart-legend, chart-series, chart-data-labels, report-generation)", () => {
  test("made from columns, placed, named and titled", async () => {
    await run((sheet) => {
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:C4"), "Columns");
      chart.set({ name: "Stapel", left: 10, top: 20, width: 300, height: 200 });
      chart.setPosition("E2", "J15");
      chart.title.text = "Lager";
      chart.title.format.font.color = "#112233";
      chart.legend.position = "Right";
      chart.legend.format.font.size = 8;
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.majorUnit = 20;
      chart.axes.valueAxis.title.text = "Antal";
      chart.dataLabels.format.font.color = "black";
      chart.dataLabels.showValue = true;
    });
    const [chart] = host.sheet("Lager").charts;
    expect(chart).toMatchObject({
      name: "Stapel",
      title: { text: "Lager", visible: true, font: { color: "#112233" } },
      legend: { position: "Right", font: { size: 8 } },
      axes: { value: { title: { text: "Antal" }, settings: { minimum: 0, majorUnit: 20 } } },
      position: { from: { top: 1, left: 4 }, to: { bottom: 14, right: 9 } },
      labels: { settings: { showValue: true }, font: { color: "black" } },
    });
    expect(chart?.series.map(({ values }) => values?.rect.left)).toEqual([1, 2]);
  });

  test("series: added, given values, ordered, of another type, with labels and markers; other data", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Lager");
      const chart = sheet.charts.add("Line", sheet.getRange("B2:B4"));
      const added = chart.series.add("Pris");
      added.setValues(sheet.getRange("C2:C4"));
      added.setXAxisValues(sheet.getRange("A2:A4"));
      added.set({ chartType: "ColumnClustered", hasDataLabels: true, markerStyle: "Circle", markerSize: 7 });
      added.dataLabels.position = "Center";
      added.dataLabels.showSeriesName = true;
      added.format.line.color = "#0000FF";
      added.plotOrder = 0;
      chart.series.load("items/name,items/chartType,count");
      await context.sync();
      expect(chart.series.items.map(({ name, chartType }) => [name, chartType])).toEqual([
        ["Pris", "ColumnClustered"],
        ["Serie1", "Line"],
      ]);
      chart.setData(sheet.getRange("B1:C4"), "Rows");
      const count = chart.series.getCount();
      await context.sync();
      expect(count.value).toBe(4);
    });
    expect(
      await refusalOf((sheet) => {
        sheet.charts.getItemAt(0).series.getItemAt(0).dataLabels.showValue = true;
      }),
    ).toBe("InvalidOperation");
  });

  test("charts that come and go are told of (events-chartcollection-added-activated)", async () => {
    const heard: string[] = [];
    await run((sheet) => {
      sheet.charts.onAdded.add(({ chartId }) => Promise.resolve(void heard.push(`ny ${chartId}`)));
      sheet.charts.onDeleted.add(({ chartId }) => Promise.resolve(void heard.push(`borta ${chartId}`)));
    });
    await run((sheet) => sheet.charts.add("Pie", sheet.getRange("B2:B4")));
    const id = host.sheet("Lager").charts[0]?.id ?? "";
    await run((sheet) => {
      sheet.charts.getItemAt(0).delete();
    });
    await until(() => heard.length >= 2);
    expect(heard).toEqual([`ny ${id}`, `borta ${id}`]);
  });
});
