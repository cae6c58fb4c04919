// tests/host/fidelity/sheetEvents.test.ts: what a listener is told of sheets that come, go, are turned to and are calculated.
import type { ExcelHost } from "../excelHost";
import { hearInto, run, settled, stockHost } from "./workbooks";

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

describe("sheets come, go and are turned to (events-workbook-and-worksheet-collection)", () => {
  beforeEach(async () => {
    await run((_sheet, { workbook: { worksheets } }) => {
      worksheets.onActivated.add(hear(({ worksheetId }) => ({ activated: sheetName(worksheetId) })));
      worksheets.onDeactivated.add(hear(({ worksheetId }) => ({ deactivated: sheetName(worksheetId) })));
      worksheets.onAdded.add(hear(({ source, worksheetId }) => ({ added: sheetName(worksheetId), source })));
      worksheets.onDeleted.add(hear(({ source }) => ({ deleted: true, source })));
    });
  });

  test("a person adds a sheet, renames it, and deletes it", async () => {
    host.addSheet("Ny");
    host.renameSheet("Ny", "Nyare");
    await settled();
    expect(heard).toEqual([{ added: "Nyare", source: "Local" }, { deactivated: "Lager" }, { activated: "Nyare" }]);
    heard.length = 0;
    host.deleteSheet("Nyare");
    await settled();
    expect(heard).toEqual([{ deactivated: "borta" }, { activated: "Tom" }, { deleted: true, source: "Local" }]);
  });

  test("the add-in's own sheets are told of; adding one does not bring it to the front", async () => {
    await run((_sheet, context) => context.workbook.worksheets.add("Ny"));
    await settled();
    expect(heard).toEqual([{ added: "Ny", source: "Local" }]);
    expect(host.workbook.active?.name).toBe("Lager");
  });

  test("one sheet's own listeners", async () => {
    heard.length = 0;
    await run((sheet) => {
      sheet.onActivated.add(hear(() => ({ own: "in" })));
      sheet.onDeactivated.add(hear(() => ({ own: "out" })));
    });
    host.activate("Tom");
    host.activate("Tom");
    host.activate("Lager");
    await settled();
    expect(heard.filter((each) => "own" in each)).toEqual([{ own: "out" }, { own: "in" }]);
  });
});

test("calculated (events-worksheetcollection-calculated): when a formula is entered or the workbook is told to calculate", async () => {
  await run((_sheet, context) =>
    context.workbook.worksheets.onCalculated.add(hear(({ worksheetId }) => ({ sheet: sheetName(worksheetId) }))),
  );
  await run((sheet) => {
    sheet.getRange("D2").formulas = [["=B2*C2"]];
    sheet.getRange("D3").values = [[1]];
  });
  await settled();
  expect(heard).toEqual([{ sheet: "Lager" }]);
  await run((_sheet, context) => {
    context.workbook.application.calculate("Full");
  });
  await settled();
  expect(heard).toEqual([{ sheet: "Lager" }, { sheet: "Lager" }, { sheet: "Tom" }]);
});
