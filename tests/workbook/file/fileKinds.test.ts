// tests/workbook/file/fileKinds.test.ts: what opens a file, whatever it is called, and what its name is without its ending.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withoutEnding } from "../../../src/domain/fileName";
import { fetchOpeners, FILE_ENDINGS, openFile } from "../../../src/workbook/file/fileKinds";

const husamradet = new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", "husamradet.xlsx")));

test("a workbook is opened by what is in it, whatever its name", async () => {
  await fetchOpeners();
  for (const name of ["husamradet.xlsx", "utfall 2024.XLSM", "utfall"]) {
    const opened = await openFile(husamradet, name);
    expect(opened.extension).toBe(".xlsx");
    const source = await opened.read();
    expect([source.name, source.grids.length > 0]).toEqual([name, true]);
  }
});

test("what no kind of file takes is refused as no workbook, as a rejection", async () => {
  await expect(openFile(new TextEncoder().encode("a;b\n1;2"), "rader.rtf")).rejects.toMatchObject({
    code: "not-a-workbook",
  });
  await expect(openFile(new Uint8Array(), "tom.xlsx")).rejects.toMatchObject({ code: "not-a-workbook" });
});

test("a SIE file is opened by its name or by what is in it, and saved as a new workbook", async () => {
  const rows = new TextEncoder().encode("#FLAGGA 0\r\n#RES 0 5010 1.00\r\n");
  for (const name of ["bok.se", "bok.SI", "bok.sie", "bok.txt"]) {
    const opened = await openFile(rows, name);
    expect(opened.extension).toBe(".xlsx");
    expect((await opened.read()).ledger?.records.get("RES[0]")?.sum).toBe(100);
  }
  expect((await openFile(husamradet, "husamradet.se")).extension).toBe(".xlsx");
  const page = new TextEncoder().encode("<!DOCTYPE html><html></html>");
  await expect(openFile(page, "bok.se")).rejects.toMatchObject({ code: "not-a-ledger", detail: "web-page" });
});

test("a file chooser offers every kind by its ending", () => {
  expect(FILE_ENDINGS).toEqual(expect.arrayContaining([".xlsx", ".xlsm"]));
  expect(FILE_ENDINGS.filter((ending) => !/^\.[a-z0-9]+$/.test(ending))).toEqual([]);
});

test.each([
  ["Husamrådet.xlsx", "Husamrådet"],
  ["Uppföljning 2024.XLSM", "Uppföljning 2024"],
  ["Bokföring 2023.se", "Bokföring 2023"],
  ["Insats 2.0", "Insats 2.0"],
  ["Utfall t.o.m. 2024-08-31", "Utfall t.o.m. 2024-08-31"],
  ["Bok1", "Bok1"],
  [".xlsx", ".xlsx"],
])("%s is called %s", (name, shown) => {
  expect(withoutEnding(name)).toBe(shown);
});
