// tests/actions/templates.test.ts: the empty tables: read as nothing while they are empty, and filled in, read to the last column.
import { strFromU8, unzipSync } from "fflate";
import { analyse } from "../../src/actions/analyse";
import { templateSheets } from "../../src/actions/templates";
import type { Cell, SheetModel } from "../../src/report/sheetModel";
import { languages } from "../../src/text/language";
import { newXlsx, openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { shown } from "../report/shownTabs";

async function bytesOf(sheets: readonly SheetModel[]): Promise<Uint8Array> {
  const book = newXlsx("mallar.xlsx");
  await book.write(sheets);
  return book.bytes();
}

async function read(sheets: readonly SheetModel[]) {
  return analyse([await openXlsx(await bytesOf(sheets), "mallar.xlsx").read()], { unit: null, sign: null });
}

const value = (content: string | number): Cell => ({
  content: typeof content === "number" ? { kind: "number", number: String(content) } : { kind: "text", text: content },
  style: { look: "plain", format: { kind: "general" } },
});

/** The sheet with rows under its headings; what a row leaves out stays empty. */
function filled(sheet: SheetModel, rows: readonly Readonly<Record<number, string | number>>[]): SheetModel {
  const [header = []] = sheet.rows;
  return {
    ...sheet,
    rows: [header, ...rows.map((row) => header.map((_, at) => (row[at] === undefined ? null : value(row[at]))))],
  };
}

test.each(languages)(
  "%s: empty, they are refused as a workbook without figures, and nothing is computed from the examples",
  async (language) => {
    const analysis = await read(templateSheets(language));
    expect(analysis.results).toEqual([]);
    expect(analysis.workbooks.flatMap(({ moneyBack }) => moneyBack?.result.basis.ready ?? [])).toEqual([]);
  },
);

test.each(languages)("%s: filled in as the examples, every row is used and nothing is asked", async (language) => {
  const [guide, budget, parties, people, lists] = templateSheets(language) as [
    SheetModel,
    SheetModel,
    SheetModel,
    SheetModel,
    SheetModel,
  ];
  // Under each sheet's part of the guide: the examples in the order of its columns.
  const examples = (sheet: SheetModel): string[] => {
    const headings = sheet.rows[0]!.map(shown);
    const from = guide.rows.findIndex((row) => shown(row[0]).endsWith(` ${sheet.name}`)) + 2;
    const own = guide.rows.slice(from, from + headings.length);
    expect(own.map((row) => shown(row[0]))).toEqual(headings);
    return own.map((row) => shown(row[3]).replace(/^(?:t\.ex\.|e\.g\.) /, ""));
  };
  const asRow = (sheet: SheetModel): Readonly<Record<number, string | number>> =>
    Object.fromEntries(
      examples(sheet).flatMap((text, at) => (text === "" ? [] : [[at, /^\d+$/.test(text) ? Number(text) : text]])),
    );
  // Hours and their cost stand instead of the time in kronor.
  const party = Object.fromEntries(Object.entries(asRow(parties)).filter(([at]) => at !== "4" && at !== "5"));
  const person = asRow(people);
  const analysis = await read([
    guide,
    filled(budget, [asRow(budget), { 0: "Lokaler", 1: 2026, 2: 90_000, 3: 80_000 }]),
    filled(parties, [party, { ...party, 0: "Kommunen" }]),
    filled(
      people,
      Array.from({ length: 6 }, (_, at) => ({ ...person, 0: `D-0${at + 1}` })),
    ),
    lists,
  ]);
  expect(analysis.questions).toEqual([]);
  expect(analysis.problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(analysis.rows).toMatchObject({ seen: 10, used: 10, setAside: 0 });
  expect(analysis.results).toHaveLength(1);
  expect(analysis.workbooks[0]!.moneyBack!.result.basis.ready).toHaveLength(6);
});

test("each column has a note where it is filled in, and supports and parties are chosen from a list that stands in the workbook", async () => {
  const sheets = templateSheets("sv");
  const parts = unzipSync(await bytesOf(sheets));
  const xml = strFromU8(parts["xl/worksheets/sheet4.xml"]!);
  expect(xml.match(/<dataValidation /g)).toHaveLength(sheets[3]!.rows[0]!.length);
  expect(xml).toContain("<formula1>'Listor'!$A$2:$A$");
  const lists = sheets.at(-1)!.rows.map((row) => shown(row[0]));
  expect(lists).toEqual(expect.arrayContaining(["Försörjningsstöd", "Sjukpenning", "Arbete"]));
  for (const { title, note } of sheets.flatMap(({ choices = [] }) => choices)) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(note.length).toBeLessThanOrEqual(255);
  }
});
