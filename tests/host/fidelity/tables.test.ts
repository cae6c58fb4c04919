// tests/host/fidelity/tables.test.ts: tables and names used as Microsoft's sample snippets use them.
import type { ExcelHost } from "../excelHost";
import { refusalOf, run, stockHost, valuesAt } from "./workbooks";

let host: ExcelHost;

beforeEach(() => {
  host = stockHost({ apiSet: 15 });
});

afterEach(() => {
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

/** A table over the stock. */
function stock(sheet: Excel.Worksheet): Excel.Table {
  const table = sheet.tables.add("A1:C4", true);
  table.name = "Lagret";
  return table;
}

describe("tables", () => {
  test("headings first, rows afterwards: the empty row gives way (create-table, get-data-from-table)", async () => {
    await run((_sheet, context) => {
      const table = context.workbook.worksheets.getItem("Tom").tables.add("A1:B1", true);
      table.name = "Nytt";
      table.getHeaderRowRange().values = [["Vara", "Antal"]];
      table.rows.add(undefined, [
        ["Spik", 1],
        ["Skruv", "=B2*2"],
      ]);
    });
    expect(host.workbook.tables[0]?.place.rect).toEqual({ top: 0, left: 0, bottom: 2, right: 1 });
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Nytt");
      const header = table.getHeaderRowRange().load("values");
      const body = table.getDataBodyRange().load("formulas,address");
      const column = table.columns.getItem("Vara").getDataBodyRange().load("values");
      const row = table.rows.getItemAt(1).load("values,index");
      await context.sync();
      expect([header.values, body.address, body.formulas]).toEqual([
        [["Vara", "Antal"]],
        "Tom!A2:B3",
        [
          ["Spik", 1],
          ["Skruv", "=B2*2"],
        ],
      ]);
      expect([column.values, row.index, row.values[0]?.[0]]).toEqual([[["Spik"], ["Skruv"]], 1, "Skruv"]);
    });
  });

  test("rows come in last or in between; what stands below moves down (add-rows-and-columns-to-a-table)", async () => {
    await run((sheet) => {
      sheet.getRange("A6").values = [["under"]];
      const table = stock(sheet);
      table.rows.add(null as unknown as undefined, [["Sist", 1, 2]]);
      table.rows.add(0, [["Först", 3, 4]]);
    });
    expect(valuesAt(host, "Lager", 0, 0, 8, 1).flat()).toEqual([
      "Vara",
      "Först",
      "Mutter",
      "Bult",
      "Bricka",
      "Sist",
      "",
      "under",
    ]);
    expect(await refusalOf((sheet) => sheet.tables.getItem("Lagret").rows.add(undefined, [["för", "få"]]))).toBe(
      "InvalidArgument",
    );
  });

  test("columns come in with their heading and values; rows and columns go (manage-table-rows)", async () => {
    await run((sheet) => {
      const table = stock(sheet);
      table.columns.add(undefined, [["Hylla"], [1], [2], [3]]);
      table.columns.getItem("Pris").delete();
      table.rows.getItemAt(0).delete();
    });
    expect(valuesAt(host, "Lager", 0, 0, 4, 4)).toEqual([
      ["Vara", "Antal", "Hylla", ""],
      ["Bult", 25, 2, ""],
      ["Bricka", 90, 3, ""],
      ["", "", "", ""],
    ]);
    expect(host.workbook.tables[0]?.place.rect).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
  });

  test("counts, names and renamed columns", async () => {
    await Excel.run(async (context) => {
      const table = stock(context.workbook.worksheets.getItem("Lager"));
      table.columns.load("items/name");
      table.rows.load("items/values");
      const count = table.rows.getCount();
      await context.sync();
      expect([table.columns.items.map(({ name }) => name), count.value]).toEqual([["Vara", "Antal", "Pris"], 3]);
      expect(table.rows.items.map(({ values }) => (values as unknown[][])[0]?.[1])).toEqual([40, 25, 90]);
      table.columns.getItemAt(1).name = "Vara";
      table.getHeaderRowRange().getCell(0, 2).values = [[2024]];
      table.rows.getItemAt(2).values = [["Bricka", 91, 1]];
      await context.sync();
    });
    expect(valuesAt(host, "Lager", 0, 0, 1, 3)).toEqual([["Vara", "Vara2", "2024"]]);
    expect(valuesAt(host, "Lager", 3, 1, 1, 1)).toEqual([[91]]);
  });

  test("without headings Excel makes some, and the data move down (convert-range-to-table)", async () => {
    await run((_sheet, context) => {
      const sheet = context.workbook.worksheets.getItem("Tom");
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.tables.add("A1:B2", false);
    });
    expect(valuesAt(host, "Tom", 0, 0, 3, 2)).toEqual([
      ["Kolumn1", "Kolumn2"],
      [1, 2],
      [3, 4],
    ]);
  });

  test("style and switches; the table goes, the cells stay (46-table/style, convertToRange)", async () => {
    await run((sheet) => {
      const table = stock(sheet);
      table.style = "TableStyleLight2";
      table.highlightFirstColumn = true;
      table.showBandedColumns = true;
    });
    expect(host.workbook.tables[0]).toMatchObject({
      style: "TableStyleLight2",
      settings: { highlightFirstColumn: true },
    });
    expect(await refusalOf((sheet) => (sheet.tables.getItem("Lagret").style = "Finast"))).toBe("InvalidArgument");
    await run((sheet) => sheet.tables.getItem("Lagret").convertToRange());
    expect([host.workbook.tables, valuesAt(host, "Lager", 1, 0, 1, 1)]).toEqual([[], [["Mutter"]]]);
  });

  test("sorted by a column (sort-data) and resized (resize-table)", async () => {
    await run((sheet) => {
      const table = stock(sheet);
      table.sort.apply([{ key: 2, ascending: true }], true);
      table.resize("A1:C3");
    });
    expect(valuesAt(host, "Lager", 1, 0, 3, 1).flat()).toEqual(["Bricka", "Mutter", "Bult"]);
    expect(host.workbook.tables[0]?.place.rect.bottom).toBe(2);
  });
});

describe("names (create-and-remove-named-item, update-named-item)", () => {
  test("on a sheet and in the workbook; listed, read, changed, deleted", async () => {
    await Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      const sheet = worksheets.getItem("Lager");
      const header = sheet.names.add("Rubriker", sheet.getRange("A1:C1"), "rubrikerna");
      const sum = names.add("Summa", "=SUM(Lager!B2:B4)");
      sheet.names.load("items/name,items/scope,items/comment");
      header.getRange().format.fill.color = "#FFFF00";
      sum.load("type,formula,scope");
      await context.sync();
      expect(sheet.names.items.map(({ name, scope, comment }) => [name, scope, comment])).toEqual([
        ["Rubriker", "Worksheet", "rubrikerna"],
      ]);
      expect([sum.scope, sum.formula]).toEqual(["Workbook", "=SUM(Lager!B2:B4)"]);
      sum.formula = "=Lager!$B$2";
      header.delete();
      const gone = sheet.names.getItemOrNullObject("Rubriker");
      const there = names.getItem("summa").getRange().load("address");
      await context.sync();
      expect([gone.isNullObject, there.address]).toEqual([true, "Lager!B2"]);
    });
    expect(host.sheet("Lager").cells.at(0, 1)?.looks["fill/color"]).toBe("#FFFF00");
    expect(await refusalOf((_sheet, context) => context.workbook.names.add("Summa", "=1"))).toBe("ItemAlreadyExists");
  });

  test("formulas follow a sheet's new name, and lose a deleted sheet", async () => {
    await run((sheet, context) => {
      const empty = context.workbook.worksheets.getItem("Tom");
      sheet.getRange("E1").formulas = [["=Tom!A1+SUM(Tom!B:B)"]];
      empty.name = "Ny plats";
    });
    const formula = () => host.sheet("Lager").cells.at(0, 4)?.formula;
    expect(formula()).toBe("='Ny plats'!A1+SUM('Ny plats'!B:B)");
    host.deleteSheet("Ny plats");
    expect(formula()).toContain("#REF!");
  });
});
