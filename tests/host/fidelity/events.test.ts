// tests/host/fidelity/events.test.ts: what a listener is told of changes and selections, as Microsoft documents it and its snippets
// use it.
import type { ExcelHost } from "../excelHost";
import { hearInto, refusalOf, run, settled, stockHost } from "./workbooks";

let host: ExcelHost;
let heard: object[];
let hear: ReturnType<typeof hearInto>;

beforeEach(() => {
  host = stockHost({ apiSet: 15 });
  heard = [];
  hear = hearInto(heard);
});

afterEach(() => {
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

const sheetName = (worksheetId: string) => host.workbook.sheets.find(({ id }) => id === worksheetId)?.name ?? "borta";

const change = () =>
  hear<Excel.WorksheetChangedEventArgs>(({ address, changeType, source, triggerSource, worksheetId, details }) => ({
    address,
    changeType,
    by: `${source} ${triggerSource}`,
    sheet: sheetName(worksheetId),
    // Excel's types promise details; several cells have none.
    ...((details as typeof details | undefined) === undefined
      ? {}
      : { before: details.valueBefore as unknown, after: details.valueAfter as unknown }),
  }));

describe("changed (30-events/events-worksheet, data-change-event-details)", () => {
  test("one cell typed: address, type, source and what it was and is", async () => {
    await run((sheet) => sheet.onChanged.add(change()));
    host.type("Lager", "B2", 41);
    host.type("Tom", "A1", "på en annan flik");
    await settled();
    expect(heard).toEqual([
      { address: "B2", changeType: "RangeEdited", by: "Local Unknown", sheet: "Lager", before: 40, after: 41 },
    ]);
  });

  test("a large paste is one event, without details", async () => {
    await run((_sheet, context) => context.workbook.worksheets.onChanged.add(change()));
    host.paste(
      "Tom",
      "B2",
      Array.from({ length: 5_000 }, (_, row) => [row, `rad ${row}`, null]),
    );
    await settled();
    expect(heard).toEqual([{ address: "B2:D5001", changeType: "RangeEdited", by: "Local Unknown", sheet: "Tom" }]);
  });

  test("what the add-in writes is told too, as its own; looks and formats are not told", async () => {
    await run((sheet) => sheet.onChanged.add(change()));
    await run((sheet) => {
      sheet.getRange("C2").values = [[3]];
      sheet.getRange("C2").format.fill.color = "#FFFFFF";
      sheet.getRange("C2").numberFormat = [["0.00"]];
      sheet.getRange("A4:C4").clear("Contents");
      sheet.getRange("A3:C3").clear("Formats");
    });
    await settled();
    expect(heard).toEqual([
      {
        address: "C2",
        changeType: "RangeEdited",
        by: "Local ThisLocalAddin",
        sheet: "Lager",
        before: 2.5,
        after: 3,
      },
      { address: "A4:C4", changeType: "RangeEdited", by: "Local ThisLocalAddin", sheet: "Lager" },
    ]);
  });

  test("rows that come and go say so, and which way the cells went (events-worksheet)", async () => {
    await run((sheet) =>
      sheet.onChanged.add(
        hear(({ address, changeType, changeDirectionState }: Excel.WorksheetChangedEventArgs) => ({
          address,
          changeType,
          ...changeDirectionState,
        })),
      ),
    );
    host.insert("Lager", "2:3");
    host.remove("Lager", "2:2");
    await run((sheet) => sheet.getRange("B2:C2").insert("Right"));
    await settled();
    expect(heard).toEqual([
      { address: "2:3", changeType: "RowInserted", insertShiftDirection: "Down" },
      { address: "2:2", changeType: "RowDeleted", deleteShiftDirection: "Up" },
      { address: "B2:C2", changeType: "CellInserted", insertShiftDirection: "Right" },
    ]);
  });

  test("below ExcelApi 1.14 nobody is told whose doing it was", async () => {
    host = stockHost({ apiSet: 13 });
    await run((sheet) => sheet.onChanged.add(change()));
    host.type("Lager", "A2", "Skruv");
    await settled();
    expect(heard).toMatchObject([{ by: "Local undefined", before: "Mutter", after: "Skruv" }]);
  });

  test("the event gives its range", async () => {
    await run((sheet) =>
      sheet.onChanged.add(async (args) => {
        await Excel.run(async (context) => {
          const range = args.getRange(context).load("address,values");
          await context.sync();
          heard.push({ address: range.address, values: range.values });
        });
      }),
    );
    host.type("Lager", "B3", 26);
    await settled();
    await settled();
    expect(heard).toEqual([{ address: "Lager!B3", values: [[26]] }]);
  });

  test("a table and all tables hear of changes inside them alone (events-table-changed, events-tablecollection-changed)", async () => {
    await run((sheet, context) => {
      const table = sheet.tables.add("A1:C4", true);
      table.onChanged.add(hear(({ address }: Excel.TableChangedEventArgs) => ({ table: address })));
      context.workbook.tables.onChanged.add(hear(({ address }: Excel.TableChangedEventArgs) => ({ any: address })));
    });
    host.type("Lager", "B2", 1);
    host.type("Lager", "E9", 1);
    await settled();
    expect(heard).toEqual([{ table: "B2" }, { any: "B2" }]);
  });
});

describe("listening ends (30-events/events-workbook-and-worksheet-collection, events-disable-events)", () => {
  test("a removed handler hears no more, the others still do", async () => {
    const results: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>[] = [];
    await run((sheet) => {
      results.push(sheet.onChanged.add(hear(() => ({ by: "första" }))));
    });
    await run((sheet) => sheet.onChanged.add(hear(() => ({ by: "andra" }))));
    const [first] = results;
    if (first === undefined) throw new Error("no handler was added");
    await Excel.run(first.context, async (context) => {
      first.remove();
      await context.sync();
    });
    host.type("Lager", "B2", 1);
    await settled();
    expect(heard).toEqual([{ by: "andra" }]);
  });

  test("runtime.enableEvents", async () => {
    await run((sheet, context) => {
      sheet.onChanged.add(hear(({ address }) => ({ address })));
      context.runtime.enableEvents = false;
    });
    host.type("Lager", "B2", 1);
    await run((_sheet, context) => (context.runtime.enableEvents = true));
    host.type("Lager", "B3", 1);
    await settled();
    expect(heard).toEqual([{ address: "B3" }]);
  });
});

describe("selection (selection-changed-events, 50-workbook/workbook-get-active-cell, 42-range/selected-range)", () => {
  test("a sheet, all sheets and the workbook hear that cells are selected", async () => {
    await run((sheet, context) => {
      sheet.onSelectionChanged.add(hear(({ address }) => ({ sheet: address })));
      context.workbook.worksheets.onSelectionChanged.add(
        hear(({ address, worksheetId }) => ({ any: address, on: sheetName(worksheetId) })),
      );
      context.workbook.onSelectionChanged.add(hear(() => ({ workbook: true })));
    });
    host.select("Lager", "B2:C3");
    host.select("Tom", "A1,C3");
    await settled();
    expect(heard).toHaveLength(5);
    expect(heard).toEqual(
      expect.arrayContaining([
        { sheet: "B2:C3" },
        { any: "B2:C3", on: "Lager" },
        { any: "A1,C3", on: "Tom" },
        { workbook: true },
      ]),
    );
  });

  test("what is selected can be asked for; several areas only as ranges", async () => {
    host.select("Lager", "B2:C3,A1");
    await Excel.run(async (context) => {
      const ranges = context.workbook.getSelectedRanges().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect([ranges.address, cell.address]).toEqual(["Lager!B2:C3,Lager!A1", "Lager!B2"]);
    });
    expect(await refusalOf((_sheet, context) => context.workbook.getSelectedRange().load("address"))).toBe(
      "InvalidSelection",
    );
  });

  test("range.select brings its sheet to the front; each sheet keeps its own selection", async () => {
    host.select("Lager", "B4");
    await run((_sheet, context) => {
      context.workbook.worksheets.getItem("Tom").getRange("D4:E5").select();
    });
    expect(host.workbook.active?.name).toBe("Tom");
    await Excel.run(async (context) => {
      const there = context.workbook.getSelectedRange().load("address");
      context.workbook.worksheets.getItem("Lager").activate();
      const back = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect([there.address, back.address]).toEqual(["Tom!D4:E5", "Lager!B4"]);
    });
  });

  test("cells of a hidden sheet cannot be selected", async () => {
    host.sheet("Tom").visibility = "Hidden";
    expect(
      await refusalOf((_sheet, context) => {
        context.workbook.worksheets.getItem("Tom").getRange("A1").select();
      }),
    ).toBe("InvalidOperation");
  });

  test("a table hears whether the selection lies in it", async () => {
    await run((sheet) =>
      sheet.tables
        .add("A1:C4", true)
        .onSelectionChanged.add(hear(({ address, isInsideTable }) => ({ address, isInsideTable }))),
    );
    host.select("Lager", "B2");
    host.select("Lager", "F9");
    await settled();
    expect(heard).toEqual([
      { address: "B2", isInsideTable: true },
      { address: "", isInsideTable: false },
    ]);
  });
});
