// tests/workbook/pageBreaks.test.ts: both ways of writing begin printed pages where the tab says, and not where an earlier run did.
import { strFromU8, unzipSync } from "fflate";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { caseBytes, written } from "../actions/written";
import { hostFromGrids } from "../host/hostFromGrids";
import { connectClient } from "../host/loadClient";
import { underlag } from "./excel/tabs";

test("in a file: before the row with that number", async () => {
  const { sheets, bytes } = await written(caseBytes("resan.xlsx"));
  const parts = unzipSync(bytes);
  const inFile = Object.entries(parts)
    .filter(([name]) => name.startsWith("xl/worksheets/"))
    .map(([, part]) => /<rowBreaks.*<\/rowBreaks>/u.exec(strFromU8(part))?.[0] ?? "")
    .filter((xml) => xml !== "")
    .map((xml) => [...xml.matchAll(/<brk id="(\d+)" max="16383" man="1"\/>/gu)].map(([, row]) => Number(row)));
  const inModel = sheets.flatMap(({ pageBreaks = [] }) => (pageBreaks.length === 0 ? [] : [pageBreaks]));
  expect(inModel.length).toBeGreaterThan(1);
  expect(inFile).toEqual(inModel);
});

test("in Excel: above the row, and a second run takes the first one's away", async () => {
  const host = hostFromGrids([{ sheet: "Ekonomi", values: [["x"]] }]);
  connectClient(host);
  const workbook = new ExcelWorkbook();
  const breaksOf = (): readonly number[] => [...host.sheet("Underlag").layout.pageBreaks];
  await workbook.write([{ ...underlag(["A", "B"]), pageBreaks: [2, 3] }]);
  expect(breaksOf()).toEqual([2, 3]);
  await workbook.write([{ ...underlag(["A", "B"]), pageBreaks: [1] }]);
  expect(breaksOf()).toEqual([1]);
  await workbook.write([underlag(["A", "B"])]);
  expect(breaksOf()).toEqual([]);
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});
