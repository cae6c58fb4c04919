// tests/recalculate/recalculate.test.ts: LibreOffice recalculates the tabs we write; every formula cell must agree with the engine.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { SheetModel } from "../../src/report/sheetModel";
import { formatted } from "../../src/text/format";
import { caseBytes, workbookOf, written } from "../actions/written";
import { agreementOf } from "./agreement";
import { printed, recalculate } from "./libreOffice";
import { pagesOf } from "./pdf";

const long = ["Kostnadsslag", "Period", "Utfall", "Budget"];
const months = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, "0")}`);

/** Layouts that exercise every formula: half-years, forecasts, versions, several initiatives, both signs, all three units. */
const workbooks: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  "the published case": () => Promise.resolve(caseBytes("husamradet.xlsx")),
  "cost lines that look like criteria and formulas": () =>
    workbookOf({
      Ekonomi: [
        ["Belopp i kr, kostnader som positiva tal"],
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Köp*", 2024, 100000.5, 90000],
        ["Köp av verksamhet", 2024, 7000, 80000],
        [">5", 2024, 30000, 20000.25],
        ["=SUM(A1)", 2024, 5000, 0],
        ["personal", 2024, 812345.67, 900000],
        ["Personal", 2024, 12345.01, 10000],
        ["#N/A?", 2024, 1, 2],
        ['"citat"', 2024, 3, 2],
      ],
    }),
  "eight months booked of a year's budget, positive costs": () =>
    workbookOf({
      Ekonomi: [
        ["tkr"],
        long,
        ...months.flatMap((month, at) => [
          ["Personal", month, at < 8 ? 100 + at : null, 110],
          ["Lokaler", month, at < 8 ? 20 : null, 18.5],
        ]),
      ],
    }),
  "funds drawn in arrears: a quarter worked up but not requisitioned": () =>
    workbookOf({
      Ekonomi: [
        ["tkr"],
        [...long, "Upparbetat ej rekvirerat", "Brott i serien"],
        ["Personal", "2024 kv 1", -300, -310, null],
        ["Personal", "2024 kv 2", -305.5, -310, -12, 'Kommunen "lånar ut" personal'],
        ["Personal", "2024 kv 3", null, -310, -290],
        ["Personal", "2024 kv 4", null, -320, null],
        ["Lokaler", "2024 kv 1", -40, -45, null],
        ["Lokaler", "2024 kv 2", -40, -45, null],
        ["Lokaler", "2024 kv 3", null, -45, -38],
        ["Lokaler", "2024 kv 4", null, -45, null],
        ["Resor", "2024 kv 1", -3, -2, null],
      ],
    }),
  "a period's budget beside the whole year's, and last year's outcome": () =>
    workbookOf({
      Ekonomi: [
        ["Uppföljning jan–aug 2024, tkr"],
        ["Kostnadsslag", "Utfall", "Budget", "Helårsbudget", "Utfall jan–aug 2023", "Upparbetat ej rekvirerat"],
        ["Personal", 800.5, 820, 1230, 790, 12],
        ["Lokaler", 160, 160, null, 158, null],
        ["Övrigt", 7, 10, 22.5, null, null],
      ],
    }),
  "worked up beside an outcome for a part of the year": () =>
    workbookOf({
      Ekonomi: [
        ["kr"],
        [...long, "Ej rekvirerat"],
        ["Personal", "2024 jan–aug", 700000, null, 50000],
        ["Personal", "2024", null, 1000000, null],
        ["Lokaler", "2024 jan–aug", 90000, null, null],
        ["Lokaler", "2024", null, 120000, null],
      ],
    }),
  "versions and last year beside the budget": () =>
    workbookOf({
      Ekonomi: [
        ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)", "Reviderad budget 2024-05-01 (kr)", "Utfall fg år (kr)"],
        ["Personal", 2024, -1000000, -1200000, -1100000, -900000],
        ["Lokaler", 2024, -333333.33, -300000, -310000, -290000],
        ["Övrigt", 2024, -1, 0, 0, null],
      ],
    }),
  "several initiatives in different units and signs": () =>
    workbookOf({
      "Insats A": [
        ["Insats A, tkr"],
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, -700, -800],
        ["Lokaler", 2024, -90, -80],
      ],
      "It's B": [
        ["Insats B, kr"],
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, 500000, 600000],
        ["Resor", 2024, 1234.56, 1000],
      ],
    }),
};

/** What a spreadsheet program cannot know until it computes; a workbook with few formulas would prove little. */
const leastFormulas = 30;

test.concurrent.each(Object.keys(workbooks))("%s: every formula agrees with the engine", async (name) => {
  const { sheets, bytes } = await written(await workbooks[name]!());
  const { formulas, disagreements } = agreementOf(sheets, await recalculate(bytes));
  expect(disagreements).toEqual([]);
  expect(formulas).toBeGreaterThan(leastFormulas);
});

test.concurrent("in English the formulas are the same", async () => {
  const { sheets, bytes } = await written(caseBytes("husamradet.xlsx"), "en");
  expect(agreementOf(sheets, await recalculate(bytes)).disagreements).toEqual([]);
});

test.concurrent(
  "a planted wrong cached value is recalculated away, and a planted wrong figure in Underlag is noticed",
  async () => {
    const { sheets, bytes } = await written(caseBytes("husamradet.xlsx"));
    const stale = withReplaced(bytes, "</f><v>1257000</v>", "</f><v>999</v>");
    expect(agreementOf(sheets, await recalculate(stale)).disagreements).toEqual([]);
    // The check can fail: without the setting the stale value survives, and is seen.
    expect(agreementOf(sheets, await recalculate(stale, "trust cached values")).disagreements.length).toBeGreaterThan(
      0,
    );
    // −724 000 is Personalkostnader's outcome 2008 in Underlag: a value, so the formulas above it must move.
    const wrong = withReplaced(bytes, "<v>-724000</v>", "<v>-725000</v>");
    expect(agreementOf(sheets, await recalculate(wrong)).disagreements.length).toBeGreaterThan(3);
  },
);

test.concurrent("the tabs print on A4 landscape, one page wide, with every figure legible", async () => {
  const { bytes, sheets } = await written(caseBytes("husamradet.xlsx"));
  const pages = await pagesOf(await printed(bytes));
  const ours = pages.filter(({ landscape }) => landscape);
  expect(ours.length).toBeGreaterThanOrEqual(sheets.length);
  expect(ours.every(({ a4 }) => a4)).toBe(true);
  const deviation = ours.find(({ text }) => text.includes("Utfall ack."))!;
  expect(deviation.text).toMatch(/Klart/);
  const text = ours.map((page) => page.text).join("\n");
  // A number that does not fit its column prints as ###. Helper columns are hidden and print nothing.
  const shown = sheets.flatMap(figuresShown);
  expect(shown.length).toBeGreaterThan(150);
  expect(shown.filter((figure) => !text.includes(figure))).toEqual([]);
});

/** The figures of a tab as LibreOffice prints them in its English locale. */
function figuresShown(sheet: SheetModel): readonly string[] {
  return sheet.rows.flatMap((row) =>
    row.flatMap((cell, column) => {
      const content = cell?.content;
      if (sheet.columns[column]?.hidden === true || cell == null || content == null || content.kind === "text")
        return [];
      if (content.kind === "formula" && content.type === "text") return [];
      const number = content.kind === "number" ? content.number : content.cached;
      return [formatted(number, cell.style.format, "en").replace(/%$/, " %")];
    }),
  );
}

/** The same package with a text replaced wherever it stands in a sheet. */
function withReplaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  let planted = 0;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (!/worksheets\/[^/]+\.xml$/.test(name)) return [name, part];
    const pieces = strFromU8(part).split(from);
    planted += pieces.length - 1;
    return [name, strToU8(pieces.join(to))];
  });
  expect(planted).toBeGreaterThan(0);
  return zipSync(Object.fromEntries(parts));
}
