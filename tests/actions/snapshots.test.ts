// tests/actions/snapshots.test.ts: a snapshot saved by one run stays as it is through all later runs, reads back to the öre, and is compared with.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { writeTabs } from "../../src/actions/tabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import type { Language } from "../../src/text/texts";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { shown, texts as textsIn } from "../report/shownTabs";
import { validationErrors } from "../workbook/file/oracles";
import { caseBytes, workbookOf } from "./written";

interface Run {
  readonly analysis: Analysis;
  readonly sheets: readonly SheetModel[];
  readonly bytes: Uint8Array;
}

interface RunOptions {
  readonly snapshot?: string;
  readonly today?: string;
  readonly language?: Language;
  readonly chosen?: number;
}

async function run(
  bytes: Uint8Array,
  { snapshot, today = "2026-03-31", language = "sv", chosen }: RunOptions = {},
): Promise<Run> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const choice = chosen === undefined ? {} : { snapshot: chosen };
  const analysis = analyse([await workbook.read()], { unit: null, sign: null, ...choice });
  const sheets = await writeTabs(analysis, workbook, {
    texts: textsOf(language),
    today,
    drawnUpBy: null,
    snapshot: snapshot === undefined ? null : { version: snapshot },
  });
  return { analysis, sheets, bytes: workbook.bytes() };
}

const heading = ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"];
const march = (): Promise<Uint8Array> =>
  workbookOf({
    Ekonomi: [heading, ["Personal", 2026, 300000.5, 400000], ["Lokaler", 2026, 90000, 80000], ["Resor", 2026, 10, 25]],
  });
const june = [
  heading,
  ["Personal", 2026, 720000, 800000],
  ["Lokaler", 2026, 160000, 160000],
  ["Konsulter", 2026, 50.25, 0],
];

/** The workbook with other figures in the user's own sheet, and all our tabs as they are. */
async function withSource(bytes: Uint8Array, rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const other = unzipSync(await workbookOf({ Ekonomi: rows }));
  const own = unzipSync(bytes);
  const [sheet, strings] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"];
  return zipSync({ ...own, [sheet]: other[sheet]!, ...(strings in other ? { [strings]: other[strings]! } : {}) });
}

/** The part of the tab by this name. */
function partOf(bytes: Uint8Array, name: string): string {
  const parts = unzipSync(bytes);
  const book = strFromU8(parts["xl/workbook.xml"]!);
  const id = new RegExp(`<sheet name="${name}"[^>]*r:id="([^"]+)"`).exec(book)?.[1];
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(
    strFromU8(parts["xl/_rels/workbook.xml.rels"]!),
  )?.[1];
  return strFromU8(parts[`xl/${target}`]!);
}

const saved = "Ögonblick 2026-03-31 v1";
const tab = (sheets: readonly SheetModel[], role: string): SheetModel => sheets.find((sheet) => sheet.role === role)!;
const rowOf = (sheet: SheetModel, label: string): string[] => textsIn(sheet).find(([first]) => first === label)!;

test("it holds values, never formulas, with date, version, limits and every figure in kronor", async () => {
  const { sheets } = await run(await march(), { snapshot: "v1" });
  const snapshot = tab(sheets, "ogonblick:1");
  expect(snapshot.name).toBe(saved);
  expect(snapshot.rows.flat().filter((cell) => cell?.content?.kind === "formula")).toEqual([]);
  const rows = textsIn(snapshot);
  expect(rows.find(([, line]) => line === "Personal")!.slice(2, 5)).toEqual(["300000.5", "400000", "99999.5"]);
  expect(rows.find(([, line]) => line === "Totalt")!.slice(2, 5)).toEqual(["390010.5", "480025", "90014.5"]);
  expect(rows.find(([name]) => name === "Version")![1]).toBe("v1");
});

test("later runs leave it alone, byte for byte, in any language and with other figures", async () => {
  const first = await run(await march(), { snapshot: "v1" });
  const second = await run(await withSource(first.bytes, june), { today: "2026-06-30" });
  const third = await run(second.bytes, { today: "2026-07-01", language: "en" });
  for (const { bytes } of [second, third]) expect(partOf(bytes, saved)).toBe(partOf(first.bytes, saved));
  // The first run found none; each later one finds it.
  expect([first, second, third].map(({ analysis }) => analysis.workbooks[0]!.snapshots.length)).toEqual([0, 1, 1]);
  expect(third.analysis.workbooks[0]!.snapshots[0]).toMatchObject({ number: 1, date: "2026-03-31", version: "v1" });
  const [before, ...after] = validationErrors(await march(), first.bytes, third.bytes);
  expect(after).toEqual([before, before]);
});

test("what it was then against what it is now: figures worked out by hand", async () => {
  const first = await run(await march(), { snapshot: "v1" });
  const { analysis, sheets } = await run(await withSource(first.bytes, june), { today: "2026-06-30" });
  const { comparison } = analysis.results[0]!;
  expect(comparison!.lines.map(({ costLine, status, change }) => [costLine, status, change.amount.toString()])).toEqual(
    [
      ["Personal", "both", "-19999.5"],
      ["Lokaler", "both", "10000"],
      ["Konsulter", "new", "-50.25"],
      ["Resor", "gone", "-15"],
    ],
  );
  const compared = tab(sheets, "jamforelse");
  expect(rowOf(compared, "Personal").slice(1, 7)).toEqual([
    "99999.5",
    "80000",
    "-19999.5",
    "300000.5",
    "720000",
    "419999.5",
  ]);
  expect(rowOf(compared, "Konsulter").slice(1, 4)).toEqual(["", "-50.25", "-50.25"]);
  expect(rowOf(compared, "Konsulter")[10]).toBe("Ny: fanns inte då");
  expect(rowOf(compared, "Resor")[10]).toBe("Borta: finns inte nu");
  // 80 000 + 0 − 50.25 now, 90 014.50 then.
  expect(rowOf(compared, "Totalt").slice(1, 4)).toEqual(["90014.5", "79949.75", "-10064.75"]);
  // Then refers to the saved tab, now to Avvikelse: neither is a copy.
  const formulas = compared.rows
    .flat()
    .flatMap((cell) => (cell?.content?.kind === "formula" ? [cell.content.formula] : []));
  expect(formulas.filter((formula) => formula.startsWith(`'${saved}'!`)).length).toBe(12);
  expect(formulas.filter((formula) => formula.startsWith("'Avvikelse'!")).length).toBeGreaterThanOrEqual(12);
});

test("without a snapshot there is no comparison and no tab for one", async () => {
  const { analysis, sheets } = await run(await march());
  expect(analysis.results[0]!.comparison).toBeNull();
  expect(sheets.some(({ role }) => role === "jamforelse" || role.startsWith("ogonblick"))).toBe(false);
});

test("several are kept; the latest is compared with, or the one that is chosen", async () => {
  const first = await run(await march(), { snapshot: "v1" });
  const second = await run(await withSource(first.bytes, june), { snapshot: "v2", today: "2026-06-30" });
  expect(second.sheets.map(({ role }) => role)).toContain("ogonblick:2");
  const third = await run(second.bytes, { today: "2026-07-01" });
  expect(third.analysis.results[0]!.comparison!.snapshot).toMatchObject({ number: 2, version: "v2" });
  const older = await run(second.bytes, { today: "2026-07-01", chosen: 1 });
  expect(older.analysis.results[0]!.comparison!.snapshot).toMatchObject({ number: 1, version: "v1" });
  expect(partOf(older.bytes, saved)).toBe(partOf(first.bytes, saved));
});

test("saving never overwrites: the adapter refuses a number that is taken", async () => {
  const first = await run(await march(), { snapshot: "v1" });
  const workbook = openXlsx(first.bytes, "underlag.xlsx");
  await expect(workbook.write(first.sheets)).rejects.toThrow("never overwritten");
});

test("a protected snapshot does not stop a run", async () => {
  const first = await run(await march(), { snapshot: "v1" });
  const parts = unzipSync(first.bytes);
  const name = Object.keys(parts).find((part) => strFromU8(parts[part]!) === partOf(first.bytes, saved))!;
  const locked = strFromU8(parts[name]!).replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>');
  const second = await run(zipSync({ ...parts, [name]: strToU8(locked) }));
  expect(partOf(second.bytes, saved)).toBe(locked);
});

test.each<[string, (xml: string) => string, RegExp]>([
  ["a changed amount", (xml) => xml.replace("<v>300000.5</v>", "<v>300001.5</v>"), /^E\d+$/],
  [
    "a text in the place of an amount",
    (xml) => xml.replace(/(<c r="C\d+" s="\d+")><v>300000.5<\/v>/, '$1 t="inlineStr"><is><t>x</t></is>'),
    /^C\d+$/,
  ],
  [
    "a deleted line",
    (xml) =>
      xml.replace(/<row r="\d+"[^>]*><c [^>]*><is><t>Ekonomi<\/t><\/is><\/c><c [^>]*><is><t>Resor.*?<\/row>/, ""),
    /^[CD]\d+$/,
  ],
])("%s is reported with its cell, and the snapshot is not compared with but stays", async (_, damage, cell) => {
  const first = await run(await march(), { snapshot: "v1" });
  const parts = unzipSync(first.bytes);
  const name = Object.keys(parts).find((part) => strFromU8(parts[part]!) === partOf(first.bytes, saved))!;
  const damaged = damage(strFromU8(parts[name]!));
  expect(damaged).not.toBe(strFromU8(parts[name]!));
  const second = await run(zipSync({ ...parts, [name]: strToU8(damaged) }), { snapshot: "v2" });
  const found = second.analysis.problems.filter(({ code }) => code === "snapshot-damaged");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ sheet: saved, severity: "block" });
  expect(found[0]!.cell).toMatch(cell);
  expect(second.analysis.results[0]!.comparison).toBeNull();
  expect(second.analysis.refused).toBe(false);
  expect(partOf(second.bytes, saved)).toBe(damaged);
  // A new one gets a number of its own.
  expect(second.sheets.map(({ role }) => role)).toContain("ogonblick:2");
});

test("one snapshot holds every initiative of the workbook", async () => {
  const several = await workbookOf({
    "Insats A": [["Insats A, tkr"], ["Kostnadsslag", "År", "Utfall", "Budget"], ["Personal", 2024, -700, -900]],
    "Insats B": [["Insats B, kr"], ["Kostnadsslag", "År", "Utfall", "Budget"], ["Personal", 2024, 500000, 600000]],
  });
  const first = await run(several);
  const workbook = openXlsx(first.bytes, "underlag.xlsx");
  const second = await run(workbook.bytes(), { snapshot: "v1" });
  const third = await run(second.bytes);
  const [snapshot] = third.analysis.workbooks[0]!.snapshots;
  expect(snapshot!.initiatives.map(({ sign, total }) => [sign, total.amount.toString()])).toEqual([
    ["negative", "200000"],
    ["positive", "100000"],
  ]);
  expect(third.analysis.results.map(({ comparison }) => comparison?.total.change.amount.toString())).toEqual([
    "0",
    "0",
  ]);
  expect(shown(tab(third.sheets, "jamforelse").rows.find((row) => shown(row[0]) === "Personal")?.[3])).toBe("0");
});

test("what people had written beside a line is in the snapshot as it was then", async () => {
  const first = await run(await march());
  const parts = unzipSync(first.bytes);
  const name = Object.keys(parts).find((part) => strFromU8(parts[part]!) === partOf(first.bytes, "Avvikelse"))!;
  // K is Orsak; the first line stands in row 8.
  const commented = strFromU8(parts[name]!).replace(
    /<c r="K8" s="(\d+)"\/>/,
    '<c r="K8" s="$1" t="inlineStr"><is><t>Vakans</t></is></c>',
  );
  const second = await run(zipSync({ ...parts, [name]: strToU8(commented) }), { snapshot: "v1" });
  const third = await run(second.bytes);
  const [line] = third.analysis.workbooks[0]!.snapshots[0]!.initiatives[0]!.lines;
  expect(line).toMatchObject({ costLine: "Personal", comment: { cause: "Vakans", action: "" } });
});

test("the published case: nothing has changed since a snapshot of the same day", async () => {
  const first = await run(caseBytes("husamradet.xlsx"), { snapshot: "v1" });
  const { comparison } = (await run(first.bytes)).analysis.results[0]!;
  // husamradet-expected.json: 1 257 tkr.
  expect(comparison!.total.then.amount.toString()).toBe("1257000");
  expect(comparison!.lines.every(({ status, change }) => status === "both" && change.amount.isZero())).toBe(true);
});
