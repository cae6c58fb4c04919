// tests/actions/links.test.ts: every link of the written tabs leads to a sheet that is there, in this workbook or in the input that it names.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../src/actions/analyse";
import { tabsOf } from "../../src/actions/tabs";
import type { SourceWorkbook } from "../../src/intake/grid";
import { en } from "../../src/text/en";
import { sv } from "../../src/text/sv";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "./written";

const opened = (bytes: Uint8Array, name: string): Promise<SourceWorkbook> => openXlsx(bytes, name).read();
const published = (name: string): Promise<SourceWorkbook> =>
  opened(readFileSync(join(__dirname, "..", "cases", name)), name);

/** An association with income, results, equity, a break in the series and a row that cannot be read. */
async function association(): Promise<SourceWorkbook> {
  const rows = [
    ["Resultaträkning 2024, tkr"],
    ["", "Utfall", "Budget", "Brott i serien"],
    ["Medlemsavgifter", 4000, 4000, null],
    ["Övriga intäkter", 120, 100, null],
    ["Summa intäkter", 4120, 4100, null],
    ["Personal", -1500, -1600, "Nytt avtal"],
    ["Insatser", -2300, -2400, null],
    ["Kansli", "saknas", -50, null],
    ["Summa kostnader", -3800, -4050, null],
    ["Årets resultat", 320, 50, null],
    ["Ingående eget kapital", 800, 800, null],
    ["Utgående eget kapital", 1120, 850, null],
  ];
  return opened(await workbookOf({ Ekonomi: rows }), "förbundet.xlsx");
}

const targets = (texts: typeof sv, read: readonly SourceWorkbook[]): readonly string[] => {
  const analysis = analyse(read, { unit: null, sign: null });
  expect(analysis.refused).toBe(false);
  const tabs = tabsOf(analysis, { texts, today: "2026-12-01", drawnUpBy: null });
  const own = new Set([
    ...tabs.map(({ name }) => name),
    ...(read.length === 1 ? read[0]!.grids : []).map(({ sheet }) => sheet),
  ]);
  const sheets = new Map(read.map(({ name, grids }) => [name, new Set(grids.map(({ sheet }) => sheet))]));
  const links = tabs.flatMap(({ rows }) =>
    rows.flatMap((cells) =>
      cells.flatMap((cell) =>
        cell?.content?.kind === "formula"
          ? [...cell.content.formula.matchAll(/HYPERLINK\("([^"]*)"/gu)].map(([, to = ""]) => to)
          : [],
      ),
    ),
  );
  expect(links.length).toBeGreaterThan(20);
  return links.filter((link) => {
    const [, book = "", sheet = ""] = /^(?:#|\[([^\]]+)\])'((?:[^']|'')+)'!/u.exec(link) ?? [];
    const name = sheet.replaceAll("''", "'");
    return !(book === "" ? own : sheets.get(book))?.has(name);
  });
};

test.each([sv, en])("one input and several, $language", async (texts) => {
  const [husamradet, resan, own] = await Promise.all([
    published("husamradet.xlsx"),
    published("resan.xlsx"),
    association(),
  ]);
  expect(targets(texts, [husamradet])).toEqual([]);
  expect(targets(texts, [resan])).toEqual([]);
  expect(targets(texts, [husamradet, resan, own])).toEqual([]);
});
