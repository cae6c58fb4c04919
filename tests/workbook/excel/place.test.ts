// tests/workbook/excel/place.test.ts: a place in the open workbook is brought to the front, or it is said why it cannot be.
import { inExcel } from "../../../src/workbook/excel/hostErrors";
import { selectPlace } from "../../../src/workbook/excel/place";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";

function connected(): ExcelHost {
  const host = hostFromGrids([
    { sheet: "Ekonomi", values: [["Post"]] },
    { sheet: "Bo's blad", values: [["Post"]] },
    { sheet: "Gömt", values: [["Post"]], hidden: true },
  ]);
  connectClient(host);
  return host;
}

const goTo = (sheet: string, address: string | null): Promise<void> =>
  inExcel((context) => selectPlace(context, sheet, address));

/** What the user has selected, as the client tells it. */
const selected = (): Promise<string> =>
  inExcel(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });

test.each<[string, string, string | null, RegExp]>([
  ["a cell", "Bo's blad", "C7", /Bo.*!C7$/],
  ["a range", "Ekonomi", "A1:D4", /Ekonomi'?!A1:D4$/],
  ["the first of several", "Ekonomi", "E6,H6", /Ekonomi'?!E6$/],
  ["another spelling of the sheet", "EKONOMI", "B2", /Ekonomi'?!B2$/],
])("%s, in one round trip", async (_name, sheet, address, expected) => {
  const host = connected();
  await goTo(sheet, address);
  expect(host.syncs).toBe(1);
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
  expect(await selected()).toMatch(expected);
});

test("the sheet alone is brought to the front", async () => {
  const host = connected();
  await goTo("Bo's blad", null);
  expect(host.workbook.active?.name).toBe("Bo's blad");
});

test.each<[string, string, string]>([
  ["a hidden sheet", "Gömt", "sheet-hidden"],
  ["a deleted sheet", "Borta", "sheet-missing"],
])("%s is said by name, in one round trip more", async (_name, sheet, code) => {
  const host = connected();
  await expect(goTo(sheet, "A1")).rejects.toMatchObject({ name: "HostError", code, detail: sheet });
  expect(host.syncs).toBe(2);
});

test("while a cell is edited Excel is not asked again", async () => {
  const host = connected();
  host.cellEditMode = true;
  await expect(goTo("Ekonomi", "A1")).rejects.toMatchObject({ code: "cell-edit-mode" });
  expect(host.syncs).toBe(1);
});
