// tests/host/fidelity/sheets.test.ts: worksheets, settings, document properties and protection as Microsoft's sample snippets use them.
import type { ExcelHost } from "../excelHost";
import { refusalOf, run, stockHost, valuesAt } from "./workbooks";

let host: ExcelHost;

beforeEach(() => {
  host = stockHost({ apiSet: 15 });
});

afterEach(() => {
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

const names = () => host.workbook.sheets.map(({ name }) => name);

describe("worksheets", () => {
  test("added last, moved, renamed, deleted (add-delete-rename-move-worksheet)", async () => {
    await run((sheet, context) => {
      const { worksheets } = context.workbook;
      worksheets.getItemOrNullObject("Finns inte").delete();
      worksheets.add("Ny");
      worksheets.add();
      worksheets.getItem("Ny").position = 0;
      sheet.name = "Förråd";
      worksheets.getItem("Tom").delete();
    });
    expect(names()).toEqual(["Ny", "Förråd", "Blad4"]);
  });

  test("by place: first, last, next, previous, visible ones only (reference-worksheets-by-relative-position)", async () => {
    host.addSheet("Sist");
    host.sheet("Tom").visibility = "Hidden";
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const found = [
        worksheets.getFirst(),
        worksheets.getLast(),
        worksheets.getFirst().getNext(),
        worksheets.getFirst().getNext(true),
        worksheets.getLast(true).getPrevious(true),
      ].map((sheet) => sheet.load("name"));
      const beyond = worksheets.getLast().getNextOrNullObject();
      const counts = [worksheets.getCount(), worksheets.getCount(true)];
      await context.sync();
      expect(found.map(({ name }) => name)).toEqual(["Lager", "Sist", "Tom", "Sist", "Lager"]);
      expect([beyond.isNullObject, ...counts.map(({ value }) => value)]).toEqual([true, 3, 2]);
    });
    expect(await refusalOf((_sheet, context) => context.workbook.worksheets.getLast().getNext().load("name"))).toBe(
      "ItemNotFound",
    );
  });

  test("listed with their visibility; hidden deeply and shown again (list-worksheets, worksheet-visibility)", async () => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Tom").visibility = "VeryHidden";
      worksheets.load("items/name,items/visibility,items/tabColor");
      await context.sync();
      expect(worksheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["Lager", "Visible"],
        ["Tom", "VeryHidden"],
      ]);
    });
  });

  test("hiding the active sheet brings another to the front (active-worksheet)", async () => {
    await run((sheet) => (sheet.visibility = "Hidden"));
    expect(host.workbook.active?.name).toBe("Tom");
  });

  test("tab colour, grid lines, panes (tab-color, gridlines, worksheet-freeze-panes)", async () => {
    await run((sheet) => {
      sheet.tabColor = "#FF0000";
      sheet.showGridlines = false;
      sheet.freezePanes.freezeColumns(2);
    });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Lager").load("tabColor,showGridlines");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect([sheet.tabColor, sheet.showGridlines, frozen.address]).toEqual(["#FF0000", false, "Lager!A:B"]);
    });
  });

  test("a copy has cells, tables and marks of its own (worksheet-copy)", async () => {
    await run((sheet) => {
      const table = sheet.tables.add("A1:C4", true);
      table.name = "Lagret";
      sheet.getRange("B2:B4").conditionalFormats.add("Custom").custom.rule.formula = "=B2>30";
      const copied = sheet.copy("Before", sheet);
      copied.getRange("A2").values = [["Kopians mutter"]];
    });
    expect(names()).toEqual(["Lager (2)", "Lager", "Tom"]);
    expect([valuesAt(host, "Lager (2)", 1, 0, 1, 1), valuesAt(host, "Lager", 1, 0, 1, 1)]).toEqual([
      [["Kopians mutter"]],
      [["Mutter"]],
    ]);
    expect(host.workbook.tables.map(({ place }) => place.sheet.name)).toEqual(["Lager", "Lager (2)"]);
    expect(host.sheet("Lager (2)").marks[0]?.areas[0]?.sheet.name).toBe("Lager (2)");
  });
});

describe("protection (data-protection)", () => {
  test("a protected sheet refuses until it is no longer; twice is refused", async () => {
    await run((sheet) => {
      sheet.protection.protect({ allowFormatCells: true });
    });
    expect(
      await Promise.all([
        refusalOf((sheet) => (sheet.getRange("A1").values = [["x"]])),
        refusalOf((sheet) => {
          sheet.protection.protect();
        }),
        refusalOf((sheet) => sheet.getRange("A1").insert("Down")),
        refusalOf((sheet) => {
          sheet.getRange("A1:B2").merge();
        }),
        refusalOf((sheet) => {
          sheet.getRange("A1").copyFrom("B1");
        }),
      ]),
    ).toEqual(["AccessDenied", "InvalidOperation", "AccessDenied", "AccessDenied", "AccessDenied"]);
    await run((sheet) => {
      sheet.protection.unprotect();
      sheet.getRange("A1").values = [["Vara!"]];
    });
    expect(valuesAt(host, "Lager", 0, 0, 1, 1)).toEqual([["Vara!"]]);
  });

  test("a protected structure refuses new, moved, renamed, hidden and deleted sheets", async () => {
    await run((_sheet, context) => {
      context.workbook.protection.protect();
    });
    const changes = [
      refusalOf((_sheet, context) => context.workbook.worksheets.add("Ny")),
      refusalOf((sheet) => (sheet.position = 1)),
      refusalOf((sheet) => (sheet.name = "Annat")),
      refusalOf((sheet) => (sheet.visibility = "Hidden")),
      refusalOf((sheet) => {
        sheet.delete();
      }),
      refusalOf((sheet) => sheet.copy()),
    ];
    expect(await Promise.all(changes)).toEqual(changes.map(() => "AccessDenied"));
    expect(names()).toEqual(["Lager", "Tom"]);
  });
});

test("settings are added, read, changed by adding again, and deleted (create-get-change-delete-settings)", async () => {
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("Granskas", true);
    const first = settings.getItem("Granskas").load("value");
    await context.sync();
    expect(first.value).toBe(true);
    settings.add("Granskas", { av: "revisorn", år: [2023, 2024] });
    const changed = settings.getItem("Granskas").load("value");
    const count = settings.getCount();
    await context.sync();
    expect([changed.value, count.value]).toEqual([{ av: "revisorn", år: [2023, 2024] }, 1]);
    settings.getItem("Granskas").delete();
    const gone = settings.getItemOrNullObject("Granskas");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
  expect(await refusalOf((_sheet, context) => context.workbook.settings.getItem("Granskas").load("value"))).toBe(
    "ItemNotFound",
  );
});

test("document properties, and some of one's own (26-document/properties, custom-properties)", async () => {
  await Excel.run(async (context) => {
    const { properties } = context.workbook;
    properties.title = "Lagerlista";
    properties.author = "Ekonomi";
    properties.custom.add("Version", 3);
    properties.load("title,author,subject");
    const version = properties.custom.getItem("version").load("key,value");
    await context.sync();
    expect([properties.title, properties.author, properties.subject, version.key, version.value]).toEqual([
      "Lagerlista",
      "Ekonomi",
      "",
      "Version",
      3,
    ]);
    properties.custom.deleteAll();
    const gone = properties.custom.getItemOrNullObject("Version");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});
