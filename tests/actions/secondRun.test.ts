// tests/actions/secondRun.test.ts: what people write in our tabs survives the next run, and the run itself changes nothing else.
import { textsOf } from "../../src/text/languages";
import { analyse } from "../../src/actions/analyse";
import { writeTabs } from "../../src/actions/tabs";
import type { Cell, SheetModel } from "../../src/report/sheetModel";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { caseBytes, workbookOf, written } from "./written";

const options = { texts: textsOf("sv"), today: "2026-12-01", drawnUpBy: null };
const comment = "Två tjänster vakanta till oktober";

function textOf(cell: Cell | null | undefined): string {
  if (cell?.content?.kind === "text") return cell.content.text;
  return cell?.content?.kind === "formula" ? cell.content.cached : "";
}

function tab(sheets: readonly SheetModel[], role: string): SheetModel {
  return sheets.find((sheet) => sheet.role === role)!;
}

/** The sheet with a text in one column of the row whose first text is `line`, as if a person had typed it. */
function typed(sheet: SheetModel, line: string, heading: string, text: string): SheetModel {
  const header = sheet.rows.find((row) => row.some((cell) => textOf(cell) === heading))!;
  const column = header.findIndex((cell) => textOf(cell) === heading);
  let done = false;
  const rows = sheet.rows.map((row) => {
    if (done || !row.some((cell) => textOf(cell) === line) || row[column] == null) return row;
    done = true;
    return row.map((cell, at) =>
      at === column && cell !== null ? { ...cell, content: { kind: "text" as const, text } } : cell,
    );
  });
  expect(done).toBe(true);
  return { ...sheet, rows };
}

async function withComment(bytes: Uint8Array, line: string): Promise<Uint8Array> {
  const first = await written(bytes);
  const workbook = openXlsx(first.bytes, "underlag.xlsx");
  await workbook.write(
    first.sheets.map((sheet) => (sheet.role === "avvikelse" ? typed(sheet, line, "Orsak", comment) : sheet)),
  );
  return workbook.bytes();
}

test("a comment stays beside its cost line", async () => {
  const commented = await withComment(caseBytes("husamradet.xlsx"), "Personalkostnader");
  const again = await written(commented);
  const row = tab(again.sheets, "avvikelse").rows.find((cells) => cells.some((cell) => textOf(cell) === comment))!;
  expect(row.some((cell) => textOf(cell) === "Personalkostnader")).toBe(true);
  expect(again.analysis.rows).toEqual({ seen: 21, used: 20, setAside: 1 });
});

test("a comment whose cost line is gone is kept at the end, also on the run after that", async () => {
  const heading = ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"];
  const before = await workbookOf({ Blad1: [heading, ["Personal", 2024, -1, -2], ["Resor", 2024, -3, -4]] });
  const after = await workbookOf({ Blad1: [heading, ["Personal", 2024, -1, -2]] });
  const tabs = openXlsx(await withComment(before, "Resor"), "före.xlsx");
  const kept = (await tabs.read()).grids.filter(({ role }) => role !== null);
  const source = openXlsx(after, "efter.xlsx");
  const read = await source.read();
  const analysis = analyse([{ ...read, grids: [...read.grids, ...kept] }], { unit: null, sign: null });
  const sheets = await writeTabs(analysis, source, options);
  expect(shows(tab(sheets, "avvikelse"), comment)).toBe(true);
  const third = await written(source.bytes());
  expect(shows(tab(third.sheets, "avvikelse"), comment)).toBe(true);
});

test("a second run of the same day gives the same workbook, byte for byte", async () => {
  const first = await written(caseBytes("husamradet.xlsx"));
  const second = await written(first.bytes);
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
});

function shows(sheet: SheetModel, text: string): boolean {
  return sheet.rows.some((row) => row.some((cell) => textOf(cell) === text));
}
