// tests/host/excelHost.test.ts: the host itself, asked by the real client: its rules are those of Excel, and what it does not know it says.
import type { ExcelHost } from "./excelHost";
import type { FaultCode } from "./fault";
import { hostFromGrids } from "./hostFromGrids";
import { connectClient } from "./loadClient";
import { turns, until } from "../waiting";

let host: ExcelHost;

beforeEach(() => {
  host = hostFromGrids([
    {
      sheet: "Ekonomi",
      values: [
        ["Post", "Utfall"],
        ["Personal", -724],
        ["Lokal", -100],
      ],
    },
    { sheet: "Min flik", values: [] },
  ]);
  connectClient(host);
});

/** The code of the refusal, null where the batch went through. */
async function refusalOf(
  batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void,
): Promise<string | null> {
  try {
    await Excel.run(async (context) => {
      batch(context, context.workbook.worksheets.getItem("Ekonomi"));
      await context.sync();
    });
    return null;
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
}

function at(row: number, column: number, sheet = "Ekonomi") {
  return host.sheet(sheet).cells.at(row, column);
}

describe("cells", () => {
  test("null leaves a cell, an empty string empties it, text is coerced unless the format is text", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Ekonomi").getRange("A2:B3");
      range.getCell(1, 0).numberFormat = [["@"]];
      range.values = [
        [null, ""],
        ["007", "007"],
      ];
      await context.sync();
    });
    expect([at(1, 0)?.value, at(1, 1)?.value, at(2, 0)?.value, at(2, 1)?.value]).toEqual(["Personal", null, "007", 7]);
  });

  test("an apostrophe keeps text and is not part of it; a formula shows what the test says", async () => {
    host.formulaValue = (_sheet, address) => `värde i ${address}`;
    const shown = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Ekonomi").getRange("D1:F1");
      range.values = [["'=A1", "''x", "=SUM(B2:B3)"]];
      range.load("values,formulas,valueTypes");
      await context.sync();
      return { values: range.values, formulas: range.formulas, types: range.valueTypes };
    });
    expect(shown).toEqual({
      values: [["=A1", "'x", "värde i Ekonomi!F1"]],
      formulas: [["=A1", "'x", "=SUM(B2:B3)"]],
      types: [["String", "String", "String"]],
    });
  });

  test.each<[string, FaultCode, unknown[][]]>([
    ["of another shape", "InvalidArgument", [[1]]],
    ["with a formula over a sheet that is not there", "InvalidArgument", [["=Saknas!A1", 1]]],
    ["with a formula over a table that is not there", "InvalidArgument", [["=SUM(tblSaknas[Utfall])", 1]]],
    ["with brackets that do not match", "InvalidArgument", [["=SUM(A1", 1]]],
    ["with a text that is too long", "InvalidArgument", [["x".repeat(32_768), 1]]],
  ])("refuses an array %s", async (_case, code, values) => {
    expect(await refusalOf((_context, sheet) => (sheet.getRange("D1:E1").values = values))).toBe(code);
  });

  test("arrays that the client cuts up arrive whole", async () => {
    const values = Array.from({ length: 2_000 }, (_, row) => [row, `'rad ${row}`, row / 4]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Min flik").getRange("C4").getResizedRange(1_999, 2);
      range.values = values;
      await context.sync();
      range.load("values");
      await context.sync();
      expect(range.values.map((row: unknown[]) => row[2])).toEqual(values.map((row) => row[2]));
    });
    expect(host.usedMembers).toContain("Range._ValidateArraySize");
    expect(at(2_002, 3, "Min flik")?.value).toBe("rad 1999");
  });

  test("what comes before a refusal stays, what comes after is not done", async () => {
    const code = await refusalOf((_context, sheet) => {
      sheet.getRange("D1").values = [[1]];
      sheet.getRange("D2").values = [[1, 2]];
      sheet.getRange("D3").values = [[3]];
    });
    expect([code, at(0, 3)?.value, at(2, 3)]).toEqual(["InvalidArgument", 1, undefined]);
  });
});

describe("sheets", () => {
  test.each<[string, string | null]>([
    ["Ny flik", null],
    ["x".repeat(31), null],
    ["x".repeat(32), "InvalidArgument"],
    ["EKONOMI", "ItemAlreadyExists"],
    ["a/b", "InvalidArgument"],
    ["a:b", "InvalidArgument"],
    ["'a", "InvalidArgument"],
    ["History", "InvalidArgument"],
  ])("a sheet called %s", async (name, code) => {
    expect(await refusalOf((context) => void context.workbook.worksheets.add(name))).toBe(code);
  });

  test("null objects: everything under one is null too", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Saknas");
      const range = sheet.getRange("A1").load("values");
      const empty = context.workbook.worksheets.getItem("Min flik").getUsedRangeOrNullObject(true);
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject, empty.isNullObject]).toEqual([true, true, true]);
    });
  });

  test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
    ["values", (sheet) => (sheet.getRange("A1").values = [[1]])],
    ["formats", (sheet) => (sheet.getRange("A1").numberFormat = [["0"]])],
    ["looks", (sheet) => (sheet.getRange("A1").format.fill.color = "#FFFFFF")],
    ["widths", (sheet) => (sheet.getRange("A:A").format.columnWidth = 10)],
    [
      "clearing",
      (sheet) => {
        sheet.getRange().clear();
      },
    ],
    ["tables", (sheet) => sheet.tables.add("A1:B3", true)],
    ["charts", (sheet) => sheet.charts.add("Pie", sheet.getRange("B2:B3"))],
    ["marks", (sheet) => sheet.getRange("A1").conditionalFormats.add("Custom")],
    [
      "panes",
      (sheet) => {
        sheet.freezePanes.freezeRows(1);
      },
    ],
  ])("a protected sheet refuses %s", async (_what, change) => {
    host.sheet("Ekonomi").isProtected = true;
    expect(await refusalOf((_context, sheet) => void change(sheet))).toBe("AccessDenied");
  });

  test("the last visible sheet can be neither deleted nor hidden", async () => {
    host.sheet("Min flik").visibility = "Hidden";
    expect(
      await refusalOf((_context, sheet) => {
        sheet.delete();
      }),
    ).toBe("InvalidOperation");
    expect(await refusalOf((_context, sheet) => (sheet.visibility = "Hidden"))).toBe("InvalidOperation");
  });
});

describe("names and tables", () => {
  test("names follow their sheet, and lose their place with it", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Min flik");
      const item = context.workbook.names.add("Min.plats", sheet.getRange("A1"));
      item.visible = false;
      sheet.name = "Ny plats";
      item.load("formula,visible");
      await context.sync();
      expect([item.formula, item.visible]).toEqual(["='Ny plats'!$A$1", false]);
      sheet.delete();
      item.load("formula");
      await context.sync();
      expect(item.formula).toBe("=#REF!$A$1");
    });
  });

  test("headings become text, present and unique; tables do not overlap", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Min flik");
      sheet.getRange("A1:D2").values = [
        ["'År", "'År", null, 2008],
        [1, 2, 3, 4],
      ];
      sheet.tables.add("A1:D2", true).name = "tblEn";
      await context.sync();
    });
    expect([0, 1, 2, 3].map((column) => at(0, column, "Min flik")?.value)).toEqual(["År", "År2", "Kolumn3", "2008"]);
    expect(await refusalOf((context) => void context.workbook.tables.add("'Min flik'!D2:E5", true))).toBe(
      "InvalidOperation",
    );
  });
});

test("a range lives on over a sync, for the client keeps it, and is let go of after the run", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Ekonomi").getRange("A1").load("values");
    await context.sync();
    expect(host.references).toBeGreaterThan(0);
    range.load("address");
    await context.sync();
    expect(range.address).toBe("Ekonomi!A1");
  });
  await until(() => host.references === 0);
  expect(host.exchanges.map(({ kind }) => kind)).toEqual(["sync", "sync", "cleanup"]);
});

test("a reference that is not kept is dead", () => {
  const body = {
    Actions: [{ Id: 1, ActionType: 2, Name: "", ObjectPathId: 9, QueryInfo: { Select: ["values"] } }],
    ObjectPaths: { "9": { Id: 9, ObjectPathType: 6, Name: "1" } },
  };
  expect(JSON.parse(host.answer(body, 100))).toMatchObject({ Error: { Code: "InvalidReference", ActionIndex: 0 } });
});

test("two areas are dressed together, and neighbours share the edge between them", async () => {
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getItem("Ekonomi").getRanges("A1:B1,A3");
    areas.format.fill.color = "#abcdef";
    areas.format.borders.getItem("EdgeBottom").style = "Continuous";
    areas.load("address,areaCount,cellCount");
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(["Ekonomi!A1:B1,Ekonomi!A3", 2, 3]);
  });
  expect([at(0, 1)?.looks["fill/color"], at(1, 0)?.looks["fill/color"]]).toEqual(["#ABCDEF", undefined]);
  expect(at(1, 1)?.looks["borders/EdgeTop/style"]).toBe("Continuous");
});

describe("what the host does not do, it says", () => {
  test("a member that it does not know is refused and recorded by name", async () => {
    expect(await refusalOf((_context, sheet) => void sheet.getRange("A1").load("style"))).toBe("ApiNotFound");
    expect(
      await refusalOf((context) => {
        context.workbook.save();
      }),
    ).toBe("ApiNotFound");
    expect([...host.unknownMembers]).toEqual(["Range.style", "Workbook.Save"]);
  });

  test("a member above the requirement set is refused by the host, whatever the client thinks", async () => {
    const old = hostFromGrids([{ sheet: "Ekonomi", values: [[1]] }], { apiSet: 8 });
    connectClient(old);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(false);
    Object.defineProperty(OSF(), "_OfficeAppFactory", {
      value: { getContext: () => undefined },
      configurable: true,
      writable: true,
    });
    expect(await refusalOf((_context, sheet) => (sheet.pageLayout.orientation = "Landscape"))).toBe("ApiNotFound");
    expect([...old.refusedMembers]).toEqual(["Worksheet.PageLayout (1.9)"]);
  });

  function OSF(): object {
    return (globalThis as unknown as { OSF: object }).OSF;
  }

  test("whole requests are refused while a cell is edited, and when they or their answers are too large", async () => {
    host.cellEditMode = true;
    expect(await refusalOf((_context, sheet) => (sheet.getRange("D1").values = [[1]]))).toBe(
      "InvalidOperationInCellEditMode",
    );
    host.cellEditMode = false;
    host.payloadLimit = 10_000;
    expect(await refusalOf((_context, sheet) => (sheet.getRange("D1").values = [["x".repeat(10_000)]]))).toBe(
      "RequestPayloadSizeLimitExceeded",
    );
    host.sheet("Min flik").cells.edit(0, 0).value = "x".repeat(20_000);
    expect(
      await refusalOf((context) => void context.workbook.worksheets.getItem("Min flik").getRange("A1").load("values")),
    ).toBe("ResponsePayloadSizeLimitExceeded");
    expect(at(0, 3)).toBeUndefined();
  });
});

test("a listener hears what a person types, on its own sheet and on any", async () => {
  const heard: string[] = [];
  const hear =
    (where: string) =>
    ({ address }: Excel.WorksheetChangedEventArgs): Promise<void> => {
      heard.push(`${where} ${address}`);
      return Promise.resolve();
    };
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Ekonomi").onChanged.add(hear("flik"));
    worksheets.onChanged.add(hear("bok"));
    await context.sync();
  });
  host.type("Ekonomi", "B2", -725);
  host.type("Min flik", "A1", "x");
  await until(() => heard.length >= 3);
  await turns();
  expect(heard.sort()).toEqual(["bok A1", "bok B2", "flik B2"]);
  expect([...host.unknownMembers]).toEqual([]);
});
