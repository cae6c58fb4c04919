// tests/report/boardCopy.test.ts: the board's copy carries what the board may see and nothing else: every part of the file is searched.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { boardCopy, tabsOf } from "../../src/actions/tabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import type { Language } from "../../src/text/texts";
import { newXlsx, openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";
import { shown } from "./shownTabs";

const caseBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, "..", "cases", name)));

async function analysed(bytes: Uint8Array): Promise<Analysis> {
  return analyse([await openXlsx(bytes, "underlag.xlsx").read()], { unit: null, sign: null });
}

const options = (language: Language = "sv") => ({ texts: textsOf(language), today: "2026-12-01", drawnUpBy: null });

/** Every part of the copy as text. */
async function partsOf(sheets: readonly SheetModel[]): Promise<Readonly<Record<string, string>>> {
  const book = newXlsx("styrelsen.xlsx");
  await book.write(sheets);
  return Object.fromEntries(
    Object.entries(unzipSync(book.bytes())).map(([name, bytes]) => [name, strFromU8(bytes)] as const),
  );
}

type Row = readonly (string | number | null)[];
const ids = ["Dnr-4711a", "Kim B", "P-93", "SOC/8812x", "Alva", "klient 7b"];
const people: readonly Row[] = [
  [
    "Deltagare",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före (kr/mån)",
    "Försörjning efter",
    "Belopp efter (kr/mån)",
  ],
  ...ids.map((id, at): Row => [id, 1970 + at, "2024-06", "Försörjningsstöd", 9_137 + 211 * at, "Arbete", 0]),
];
const grids = {
  Ekonomi: [
    ["Insatsens namn", "Vägen"],
    ["Insatstid från", "2024-01"],
    ["Insatstid till", "2024-12"],
    [],
    ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
    ["Personal", 2024, -1_964_312, -2_858_000],
    ["Lokaler", 2024, -100_000, -100_500],
  ],
  Satsat: [
    ["Part", "År", "Kontant (kr)"],
    ["Försäkringskassan", 2024, 510_000],
    ["Kommunen", 2024, 370_000],
    ["Regionen", 2024, 290_000],
  ],
  Personer: people,
} as const;

/** The tabs written, a cause typed that names participants, and the workbook read again. */
async function withCause(cause: string): Promise<Analysis> {
  const book = openXlsx(await workbookOf(grids), "underlag.xlsx");
  const first = analyse([await book.read()], { unit: null, sign: null });
  const tabs = tabsOf(first, options()).map((sheet) =>
    sheet.role !== "avvikelse"
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) =>
            shown(row[0]) === "Personal"
              ? row.map((cell, at) => {
                  const isCause = shown(sheet.rows.find((each) => each.map(shown).includes("Orsak"))![at]) === "Orsak";
                  return isCause && cell !== null ? { ...cell, content: { kind: "text" as const, text: cause } } : cell;
                })
              : row,
          ),
        },
  );
  await book.write(tabs);
  return analysed(book.bytes());
}

test("no part of the copy holds a participant, an amount of one, a formula, a hidden thing or a name of cells", async () => {
  const analysis = await withCause("Alva och kim b slutade, liksom P-93. Alvar är kvar.");
  const sheets = boardCopy(analysis, options());
  expect(sheets.map(({ role }) => role)).toEqual(["styrelseavvikelse", "styrelseparter"]);
  const parts = await partsOf(sheets);
  const everything = Object.entries(parts);
  expect(everything.filter(([name]) => name.includes("worksheets/sheet"))).toHaveLength(2);
  expect(everything.filter(([name]) => name.includes("charts/"))).toHaveLength(2);
  for (const [name, text] of everything) {
    for (const id of ids)
      expect({ name, id, found: new RegExp(`(?<!\\p{L})${id}(?!\\p{L})`, "iu").test(text) }).toEqual({
        name,
        id,
        found: false,
      });
    for (const row of people.slice(1))
      expect({ name, found: text.includes(`>${row[4]}<`) }).toEqual({ name, found: false });
    expect({
      name,
      found: /<f[ >]|hidden="1"|Samkalkyl_|_Samkalkyl|Underlag|Minskat|externalLink/u.exec(text)?.[0] ?? null,
    }).toEqual({ name, found: null });
  }
  expect(parts["xl/worksheets/sheet1.xml"]).toContain(
    "[deltagare] och [deltagare] slutade, liksom [deltagare]. Alvar är kvar.",
  );
  const { definedNames } = {
    definedNames: [...parts["xl/workbook.xml"]!.matchAll(/definedName name="([^"]+)"/g)].map(([, name]) => name),
  };
  expect(new Set(definedNames)).toEqual(new Set(["_xlnm.Print_Area"]));
});

test.each([
  ["resan.xlsx", "sv", ["styrelseparter"]],
  ["resan.xlsx", "en", ["styrelseparter"]],
  ["husamradet.xlsx", "sv", ["styrelseavvikelse"]],
  ["husamradet.xlsx", "en", ["styrelseavvikelse"]],
] as const)("%s, %s: the copy shows what the pages of the workbook show", async (name, language, roles) => {
  const analysis = await analysed(caseBytes(name));
  const sheets = boardCopy(analysis, options(language));
  expect(sheets.map(({ role }) => role)).toEqual(roles);
  const whole = tabsOf(analysis, options(language)).find(({ role }) => role === roles[0])!;
  const { holdsPersons, copy } = textsOf(language).board;
  const words = (sheet: SheetModel): string[] =>
    sheet.rows.flatMap((row) => row.map(shown)).filter((text) => text !== "");
  const own = words(sheets[0]!);
  // Numbers and names are those of the pages; only words about the workbook differ.
  const figures = (texts: readonly string[]): string[] => texts.filter((text) => /^-?\d+(?:\.\d+)?$/.test(text));
  const hiddenColumns = whole.columns.filter(({ hidden }) => hidden === true).length;
  expect(figures(own).length).toBeGreaterThan(20);
  if (hiddenColumns === 0) expect(figures(own)).toEqual(figures(words(whole)));
  expect(own.join(" ")).toContain(copy.values("2026-12-01"));
  expect(own).not.toContain(holdsPersons);
  expect(words(whole).includes(holdsPersons!)).toBe(name === "resan.xlsx");
  // The board's marks stand on what the page has.
  for (const { formula } of sheets[0]!.marks) expect(formula).not.toMatch(/Samkalkyl|!/);
});

test("there is no copy of several workbooks at once, and none where nothing is computed", async () => {
  const source = await openXlsx(caseBytes("husamradet.xlsx"), "a.xlsx").read();
  expect(boardCopy(analyse([source, source], { unit: null, sign: null }), options())).toEqual([]);
});
