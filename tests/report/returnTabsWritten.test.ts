// tests/report/returnTabsWritten.test.ts: the tabs on money back in a file and in Excel: named cells, valid parts, nothing doubled by a second run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { proposedTabs } from "../../src/report/tabs";
import { RESAN } from "../domain/resan";
import { hostFromGrids } from "../host/hostFromGrids";
import { connectClient } from "../host/loadClient";
import { printed } from "../recalculate/libreOffice";
import { pagesOf } from "../recalculate/pdf";
import { validationErrors } from "../workbook/file/oracles";
import { bytesOf, reportOf, returnTabsOf, runOf } from "./returnFixtures";

const sheets = returnTabsOf(RESAN);
const named = sheets.flatMap((sheet) =>
  (sheet.names ?? []).map(({ name, cell }) => ({
    name,
    at: `'${sheet.name}'!${cell.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`,
  })),
);

function namesIn(bytes: Uint8Array): { name: string; at: string }[] {
  const xml = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<definedName name="(Samkalkyl_\w+)">([^<]*)</g)].map(([, name = "", at = ""]) => ({
    name,
    at: at.replaceAll("&apos;", "'"),
  }));
}

test("a file has every name once, also after a second run, and is valid", async () => {
  const book = openXlsx(readFileSync(join(__dirname, "..", "cases", "resan.xlsx")), "resan.xlsx");
  const settled = new Map(
    (await book.settleNames(proposedTabs(runOf(reportOf(RESAN))))).map(({ role, name }) => [role, name]),
  );
  // The case has a sheet of its own that is called Parter.
  expect(settled.get("parter")).toBe("Parter 2");
  const tabs = returnTabsOf(RESAN, { names: (role) => settled.get(role) ?? role });
  await book.write(tabs);
  const again = openXlsx(book.bytes(), "resan.xlsx");
  await again.write(tabs);
  expect(named.length).toBeGreaterThan(15);
  expect(namesIn(book.bytes())).toEqual(named);
  expect(namesIn(again.bytes())).toEqual(named);
  // The case's own style table has an element out of order; a workbook of our tabs alone has nothing to object to.
  expect(validationErrors(await bytesOf(sheets))).toEqual([[]]);
});

test("Excel has every name once, also after a second run", async () => {
  const host = hostFromGrids([{ sheet: "Data", values: [["Deltagare"], ["S1"]] }]);
  connectClient(host);
  const workbook = new ExcelWorkbook();
  await workbook.write(sheets);
  await workbook.write(sheets);
  const names = host.workbook.names.filter(({ name }) => name.startsWith("Samkalkyl_"));
  expect(names.map(({ name }) => name).sort()).toEqual(named.map(({ name }) => name).sort());
  const tabOf = new Map(sheets.flatMap((sheet) => (sheet.names ?? []).map(({ name }) => [name, sheet.name])));
  expect(names.map(({ place }) => place?.sheet.name)).toEqual(names.map(({ name }) => tabOf.get(name)));
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

test("the tabs print on A4 landscape, one page wide, with nothing cut to ###", async () => {
  const pages = await pagesOf(await printed(await bytesOf(sheets)));
  const ours = pages.filter(({ landscape }) => landscape);
  expect(ours.length).toBeGreaterThanOrEqual(sheets.length);
  expect(ours.every(({ a4 }) => a4)).toBe(true);
  // A hidden column leaves its mark, without width, after the last visible one, and letters of its heading one below the other.
  expect(ours.filter(({ text }) => text.replaceAll(/ +###(?: +\p{L})?$/gmu, "").includes("###"))).toEqual([]);
});
