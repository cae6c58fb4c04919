// tests/host/fidelity/refused.test.ts: what Microsoft's sample snippets use and this host does not do: refused by name, never taken in
// silence. The table in the README lists the same.
import type { ExcelHost } from "../excelHost";
import { type Program, refusalOf, stockHost } from "./workbooks";

let host: ExcelHost;

beforeEach(() => {
  host = stockHost({ apiSet: 15 });
});

const table = (sheet: Excel.Worksheet): Excel.Table => sheet.tables.add("A1:C4", true);
const chart = (sheet: Excel.Worksheet): Excel.Chart => sheet.charts.add("Line", sheet.getRange("B2:B4"));

describe("not known: ApiNotFound, and on the list that tests assert to be empty", () => {
  test.each<[string, string, Program]>([
    [
      "22-data-validation/data-validation",
      "Range.DataValidation",
      (sheet) => sheet.getRange("A1").dataValidation.load("type"),
    ],
    ["42-range/style", "Range.style", (sheet) => sheet.getRange("A1").load("style")],
    ["42-range/set-get-values", "Range.FormulasR1C1", (sheet) => (sheet.getRange("A1").formulasR1C1 = [["=R1C2"]])],
    [
      "42-range/cell-properties",
      "Range.GetCellProperties",
      (sheet) => sheet.getRange("A1").getCellProperties({ address: true }),
    ],
    [
      "42-range/outline",
      "Range.Group",
      (sheet) => {
        sheet.getRange("2:3").group("ByRows");
      },
    ],
    [
      "42-range/precedents",
      "Range.GetDirectPrecedents",
      (sheet) => sheet.getRange("A1").getDirectPrecedents().load("addresses"),
    ],
    [
      "42-range/dynamic-arrays",
      "Range.GetSpillingToRange",
      (sheet) => sheet.getRange("A1").getSpillingToRange().load("address"),
    ],
    [
      "42-range/range-auto-fill",
      "Range.AutoFill",
      (sheet) => {
        sheet.getRange("A1").autoFill("A1:A5");
      },
    ],
    [
      "42-range/range-copyfrom (move)",
      "Range.MoveTo",
      (sheet) => {
        sheet.getRange("A1").moveTo("E1");
      },
    ],
    [
      "42-range/range-merged-ranges",
      "Range.GetMergedAreasOrNullObject",
      (sheet) => sheet.getRange("A1").getMergedAreasOrNullObject().load("address"),
    ],
    [
      "46-table/filter-data",
      "TableColumn.Filter",
      (sheet) => {
        table(sheet).columns.getItem("Vara").filter.applyValuesFilter(["Bult"]);
      },
    ],
    [
      "46-table/get-visible-range-of-a-filtered-table",
      "Range.GetVisibleView",
      (sheet) => sheet.getRange("A1").getVisibleView().load("values"),
    ],
    [
      "54-worksheet/worksheet-auto-filter",
      "Worksheet.AutoFilter",
      (sheet) => {
        sheet.autoFilter.apply(sheet.getRange("A1:C4"));
      },
    ],
    ["54-worksheet/worksheet-page-layout", "PageLayout.DraftMode", (sheet) => (sheet.pageLayout.draftMode = true)],
    [
      "10-chart/chart-trendlines",
      "ChartSeries.Trendlines",
      (sheet) => chart(sheet).series.getItemAt(0).trendlines.add("Linear"),
    ],
    [
      "10-chart/chart-point",
      "ChartSeries.Points",
      (sheet) => chart(sheet).series.getItemAt(0).points.getItemAt(0).load("value"),
    ],
    ["10-chart/chart-data-table", "Chart.GetDataTable", (sheet) => (chart(sheet).getDataTable().visible = true)],
    ["44-shape/shape-create-and-delete", "Worksheet.Shapes", (sheet) => sheet.shapes.addTextBox("text")],
    [
      "12-comments-and-notes/comment-basics",
      "Workbook.Comments",
      (_sheet, context) => context.workbook.comments.add("Lager!A1", "hej"),
    ],
    [
      "38-pivottable/pivottable-create-and-modify",
      "Worksheet.PivotTables",
      (sheet) => sheet.pivotTables.add("P", "A1:C4", "E1"),
    ],
    [
      "18-custom-xml-parts",
      "Workbook.CustomXmlParts",
      (_sheet, context) => context.workbook.customXmlParts.add("<a/>"),
    ],
    [
      "50-workbook/workbook-built-in-functions",
      "Workbook.Functions",
      (_sheet, context) => context.workbook.functions.sum(1, 2).load("value"),
    ],
    [
      "50-workbook/culture-info",
      "Application.CultureInfo",
      (_sheet, context) => context.application.cultureInfo.load("name"),
    ],
    [
      "50-workbook/workbook-save-and-close",
      "Workbook.Save",
      (_sheet, context) => {
        context.workbook.save();
      },
    ],
    [
      "30-events/event-column-and-row-sort",
      "Worksheet._RegisterRowSortedEvent",
      (sheet) => sheet.onRowSorted.add(() => Promise.resolve()),
    ],
    [
      "30-events/event-worksheet-single-click",
      "Worksheet._RegisterSingleClickedEvent",
      (sheet) => sheet.onSingleClicked.add(() => Promise.resolve()),
    ],
    [
      "30-events/events-formula-changed",
      "Worksheet._RegisterFormulaChangedEvent",
      (sheet) => sheet.onFormulaChanged.add(() => Promise.resolve()),
    ],
    [
      "30-events/events-worksheet-protection",
      "Worksheet._RegisterProtectionChangedEvent",
      (sheet) => sheet.onProtectionChanged.add(() => Promise.resolve()),
    ],
    [
      "30-events/events-chart-activated",
      "Chart._RegisterActivatedEvent",
      (sheet) => chart(sheet).onActivated.add(() => Promise.resolve()),
    ],
    ["42-range/formatting", "RangeFill.pattern", (sheet) => sheet.getRange("A1").load("format/fill/pattern")],
    ["46-table/create-table", "Table.ShowTotals", (sheet) => (table(sheet).showTotals = true)],
    ["34-named-item", "NamedItem.ArrayValues", (sheet) => sheet.names.add("X", "={1,2}").arrayValues.load("values")],
    [
      "54-worksheet/worksheet-page-layout",
      "Worksheet.VerticalPageBreaks",
      (sheet) => sheet.verticalPageBreaks.add("C1"),
    ],
    [
      "54-worksheet/worksheet-page-layout",
      "HeaderFooterGroup.State",
      (sheet) => (sheet.pageLayout.headersFooters.state = "Default"),
    ],
    [
      "38-pivottable/pivottable-slicer",
      "Workbook.Slicers",
      (_sheet, context) => context.workbook.slicers.load("items"),
    ],
    [
      "10-chart/chart-legend",
      "ChartLegendFormat.Fill",
      (sheet) => {
        chart(sheet).legend.format.fill.setSolidColor("white");
      },
    ],
    ["10-chart (as a picture)", "Chart.GetImage", (sheet) => chart(sheet).getImage()],
    [
      "30-events (looks)",
      "Worksheet._RegisterFormatChangedEvent",
      (sheet) => sheet.onFormatChanged.add(() => Promise.resolve()),
    ],
    [
      "50-workbook/workbook-save-and-close",
      "Workbook.Close",
      (_sheet, context) => {
        context.workbook.close();
      },
    ],
    [
      "50-workbook/workbook-insert-external-worksheets",
      "Workbook.InsertWorksheetsFromBase64",
      (_sheet, context) => context.workbook.insertWorksheetsFromBase64("UEs="),
    ],
  ])("%s: %s", async (_snippet, member, program) => {
    expect(await refusalOf(program)).toBe("ApiNotFound");
    expect([...host.unknownMembers]).toEqual([member]);
  });
});

describe("known, but not in this way: NotImplemented", () => {
  test.each<[string, Program]>([
    [
      "50-workbook/data-protection: with a password",
      (sheet) => {
        sheet.protection.protect(undefined, "hemligt");
      },
    ],
    [
      "42-range/range-copyfrom: as links",
      (sheet) => {
        sheet.getRange("E1").copyFrom("A1", "Link");
      },
    ],
    [
      "46-table/sort-data: rows that hold formulas",
      (sheet) => {
        sheet.getRange("C2").formulas = [["=B2"]];
        table(sheet).sort.apply([{ key: 1 }]);
      },
    ],
    [
      "46-table/sort-data: by colour",
      (sheet) => {
        table(sheet).sort.apply([{ key: 1, sortOn: "CellColor" }]);
      },
    ],
    [
      "54-worksheet/worksheet-copy: a sheet with charts",
      (sheet) => {
        chart(sheet);
        sheet.copy();
      },
    ],
    ["42-range/range-areas: empty cells", (sheet) => sheet.getUsedRange().getSpecialCells("Blanks").load("address")],
    ["hiding a whole sheet's rows", (sheet) => (sheet.getRange().rowHidden = true)],
  ])("%s", async (_what, program) => {
    expect(await refusalOf(program)).toBe("NotImplemented");
  });

  test("a kind of chart that it does not know", async () => {
    expect(await refusalOf((sheet) => sheet.charts.add("Sunburst", sheet.getRange("A1:B4")))).toBe("InvalidArgument");
  });
});
