// tests/recalculate/board.test.ts: the board's pages and the comparison, as LibreOffice computes and prints them: one A4 each, live, and every formula agrees.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { writeTabs } from "../../src/actions/tabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import type { Language } from "../../src/text/texts";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { caseBytes, workbookOf } from "../actions/written";
import { shown } from "../report/shownTabs";
import { agreementOf } from "./agreement";
import { printed, recalculate, type Recalculated } from "./libreOffice";
import { pagesOf } from "./pdf";

type Row = readonly (string | number | null)[];

/** Forty cost lines in tkr, costs negative. Every fourth deviates by more than the limits. */
const forty: readonly Row[] = [
  ["Kostnader i tkr, som negativa tal"],
  ["Kostnadsslag", "År", "Utfall", "Budget"],
  ...Array.from({ length: 40 }, (_, at): Row => [
    `Kostnadsslag nummer ${at + 1} med ett namn som tar plats`,
    2024,
    at % 4 === 0 ? -(400 + at * 3) : -(100 + at),
    at % 4 === 0 ? -200 : -(101 + at),
  ]),
];

const months = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, "0")}`);

/** Eight of twelve months booked: there is a forecast. */
const openYear: readonly Row[] = [
  ["Kostnader i tkr, som positiva tal"],
  ["Kostnadsslag", "Period", "Utfall", "Budget"],
  ...months.flatMap((month, at): Row[] => [
    ["Personal", month, at < 8 ? 100 + 10 * at : null, 110],
    ["Lokaler", month, at < 8 ? 30 : null, 18],
  ]),
];

/** Two participants with sickness benefit before, which Försäkringskassan pays: too few to tell of. */
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
  ...Array.from({ length: 9 }, (_, at): Row => [
    `P${at + 1}`,
    1970 + at,
    "2023-06",
    at < 2 ? "Sjukpenning" : "Försörjningsstöd",
    9000 + 100 * at,
    "Arbete",
    0,
  ]),
];
const paid: readonly Row[] = [
  ["Part", "År", "Kontant (kr)"],
  ["Försäkringskassan", 2023, 500000],
  ["Kommunen", 2023, 250000],
  ["Regionen", 2023, 250000],
];

/** A table of its own per initiative, few lines and many, some of them material. */
const initiative = (name: string, lines: number): readonly Row[] => [
  ["Insatsens namn", name],
  ["Insatstid från", "2024-01"],
  ["Insatstid till", "2024-12"],
  [],
  ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
  ...Array.from({ length: lines }, (_, at): Row => [
    `${name}: kostnad ${at + 1}`,
    2024,
    at % 3 === 0 ? -300_000 : -140_000,
    -150_000,
  ]),
];

const cases = {
  Husamrådet: () => Promise.resolve(caseBytes("husamradet.xlsx")),
  RESAN: () => Promise.resolve(caseBytes("resan.xlsx")),
  "forty cost lines": () => workbookOf({ Ekonomi: forty }),
  "an open year": () => workbookOf({ Ekonomi: openYear }),
  "three initiatives": () =>
    workbookOf({ A: initiative("Vägen", 6), B: initiative("Steget vidare", 25), C: initiative("Porten", 3) }),
  "few behind one party": () => workbookOf({ Satsat: paid, Personer: people }),
} as const;

interface Written {
  readonly analysis: Analysis;
  readonly sheets: readonly SheetModel[];
  readonly bytes: Uint8Array;
}

async function written(bytes: Uint8Array, snapshot: string | null = null, language: Language = "sv"): Promise<Written> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const sheets = await writeTabs(analysis, workbook, {
    texts: textsOf(language),
    today: "2026-11-22",
    drawnUpBy: null,
    snapshot: snapshot === null ? null : { version: snapshot },
  });
  return { analysis, sheets, bytes: workbook.bytes() };
}

const tab = (sheets: readonly SheetModel[], role: string): SheetModel => sheets.find((sheet) => sheet.role === role)!;

test.concurrent.each(Object.keys(cases) as (keyof typeof cases)[])(
  "%s: one A4 page each, every formula agrees",
  async (name) => {
    const { sheets, bytes } = await written(await cases[name]());
    expect(agreementOf(sheets, await recalculate(bytes)).disagreements).toEqual([]);
    const boards = sheets.filter(({ role }) => role.startsWith("styrelse"));
    expect(boards.length).toBeGreaterThanOrEqual(name === "three initiatives" ? 3 : 1);
    const pages = await pagesOf(await printed(bytes));
    for (const board of boards) {
      // The foot of a page names its tab.
      const own = pages.filter(({ text }) => text.trimEnd().split("\n").at(-1)!.includes(board.name));
      expect(own).toHaveLength(1);
      expect(own[0]).toMatchObject({ a4: true, landscape: true });
      expect(own[0]!.text).not.toContain("###");
      // From the title to the last thing said: nothing has fallen off the page.
      expect(own[0]!.text).toContain(shown(board.rows[0]![0]));
      expect(own[0]!.text).toContain("Så läser ni sidan");
      expect(own[0]!.text).toContain("Siffror och texter hämtas från fliken");
    }
  },
);

test.concurrent("in English, with a snapshot to compare with, every formula agrees", async () => {
  const first = await written(caseBytes("husamradet.xlsx"), "v1", "en");
  const { sheets, bytes } = await written(first.bytes, null, "en");
  const { formulas, disagreements } = agreementOf(
    sheets.filter(({ role }) => role === "jamforelse" || role.startsWith("styrelse")),
    await recalculate(bytes),
  );
  expect(disagreements).toEqual([]);
  expect(formulas).toBeGreaterThan(80);
});

/** The workbook with texts and numbers typed into a tab by hand, and the rest left to be calculated. */
function typedInto(bytes: Uint8Array, sheet: SheetModel, cells: Readonly<Record<string, string | number>>): Uint8Array {
  const parts = unzipSync(bytes);
  const title = shown(sheet.rows[0]![0]);
  const name = Object.keys(parts).find(
    (part) => /worksheets\/[^/]+\.xml$/.test(part) && strFromU8(parts[part]!).includes(`<t>${title}</t>`),
  )!;
  let xml = strFromU8(parts[name]!);
  for (const [cell, value] of Object.entries(cells)) {
    const before = xml;
    const content = typeof value === "number" ? `><v>${value}</v></c>` : ` t="inlineStr"><is><t>${value}</t></is></c>`;
    xml = xml.replace(new RegExp(`(<c r="${cell}" s="\\d+")(?:/>|>.*?</c>|[^/>]*>.*?</c>)`), `$1${content}`);
    expect(xml).not.toBe(before);
  }
  return zipSync({ ...parts, [name]: strToU8(xml) });
}

const cellsOf = (recalculated: Recalculated, sheet: SheetModel): string[][] =>
  recalculated
    .get(sheet.name)!
    .map((row) => row.map((value) => (value === null ? "" : String(value as string | number))));

describe("a page that follows the tab", () => {
  test.concurrent("a text typed on Avvikelse shows at once, and the status counts what is left", async () => {
    const { sheets, bytes } = await written(caseBytes("husamradet.xlsx"));
    const [deviation, board] = [tab(sheets, "avvikelse"), tab(sheets, "styrelseavvikelse")];
    const three = typedInto(bytes, deviation, {
      K8: "Vakanser",
      L8: "Anställa",
      M8: "AB",
      L9: "Säga upp lokal",
      L1: "Ekonom",
    });
    const rows = cellsOf(await recalculate(three), board);
    const personal = rows.find(([line]) => line === "Personalkostnader")!;
    expect(personal.slice(6, 9)).toEqual(["Vakanser", "Anställa", "AB"]);
    expect(rows.find(([line]) => line === "Lokalkostnader")!.slice(6, 8)).toEqual(["saknas", "Säga upp lokal"]);
    expect(rows.flat()).toContain("Inte klar: Orsak eller Åtgärd saknas för 3 avvikelser.");
    expect(rows[0]!.at(8)).toBe("Ekonom");
    const all = Object.fromEntries(
      [8, 9, 10, 11].flatMap((row) => [
        [`K${row}`, "x"],
        [`L${row}`, "y"],
      ]),
    );
    const ready = await recalculate(typedInto(bytes, deviation, all));
    expect(cellsOf(ready, board).flat()).toContain(
      "Klar för styrelsen: alla 4 väsentliga avvikelser har Orsak och Åtgärd.",
    );
    const control = cellsOf(ready, tab(sheets, "kontroller")).find(([label]) =>
      label?.startsWith("Väsentliga avvikelser utan"),
    )!;
    expect(control.slice(1, 5)).toEqual(["0", "0", "0", "Stämmer"]);
  });

  test.concurrent("a date typed under Klart is a date on the page too", async () => {
    const { sheets, bytes } = await written(caseBytes("husamradet.xlsx"));
    // 46111 is 2026-03-30.
    const dated = typedInto(bytes, tab(sheets, "avvikelse"), { O8: 46111 });
    const rows = cellsOf(await recalculate(dated), tab(sheets, "styrelseavvikelse"));
    expect(rows.find(([line]) => line === "Personalkostnader")![9]).toBe("2026-03-30");
  });

  test.concurrent("a limit changed on Avvikelse changes marks, status and order", async () => {
    const { sheets, bytes } = await written(await cases["forty cost lines"]());
    const [deviation, board] = [tab(sheets, "avvikelse"), tab(sheets, "styrelseavvikelse")];
    const before = cellsOf(await recalculate(bytes), board).flat();
    expect(before).toContain("Inte klar: Orsak eller Åtgärd saknas för 10 avvikelser.");
    // Deviations of the ten are −200, −212, …, −308 tkr: five reach 260 000 kr.
    const rows = cellsOf(await recalculate(typedInto(bytes, deviation, { L4: 260000 })), board);
    expect(rows.flat()).toContain("Inte klar: Orsak eller Åtgärd saknas för 5 avvikelser.");
    const none = cellsOf(await recalculate(typedInto(bytes, deviation, { L4: 9000000 })), board);
    expect(none.flat()).toContain("Klar för styrelsen: ingen avvikelse är väsentlig.");
    // An amount changed in Underlag puts another line first: no. 2 is the 2nd row of the table.
    const source = tab(sheets, "underlag");
    const row = source.rows.findIndex((cells) => shown(cells[3]).startsWith("Kostnadsslag nummer 2 "));
    const moved = await recalculate(typedInto(bytes, source, { [`K${row + 1}`]: -900000 }));
    const lines = cellsOf(moved, board).filter(([line]) => line?.startsWith("Kostnadsslag nummer"));
    expect(lines[0]![0]).toMatch(/^Kostnadsslag nummer 2 /);
  });
});

test("forty lines: the largest, the material ones first, and a rest that makes the total add up", async () => {
  const { sheets } = await written(await cases["forty cost lines"]());
  const board = tab(sheets, "styrelseavvikelse");
  const rows = board.rows.map((row) => row.map(shown));
  const lines = rows.filter(([line]) => line?.startsWith("Kostnadsslag nummer"));
  const rest = rows.find(([line]) => line?.startsWith("Övriga"))!;
  const total = rows.find(([line]) => line === "Totalt")!;
  expect(rest[0]).toBe("Övriga (29 kostnadsslag)");
  // Nos. 37, 33, …, 1 deviate by −308, −296, …, −200 tkr; the others by +1.
  expect(lines.map((row) => Number(row[3]) / 1000)).toEqual([
    -308, -296, -284, -272, -260, -248, -236, -224, -212, -200, 1,
  ]);
  for (const column of [1, 2, 3]) {
    const parts = [...lines, rest].reduce((sum, row) => sum + Number(row[column]), 0);
    expect(parts).toBe(Number(total[column]));
  }
  expect(rows.flat().join(" ")).toContain(
    "Alla 40 kostnadsslag ryms inte på en sida. De 11 med störst avvikelse visas",
  );
});

describe("small groups", () => {
  test("a party that few participants are behind is hidden, with another so that it cannot be worked out", async () => {
    const { sheets } = await written(await cases["few behind one party"]());
    const rows = tab(sheets, "styrelseparter").rows.map((row) => row.map(shown));
    const of = (party: string): string[] => rows.find(([name]) => name === party)!;
    // Two had sickness benefit; seven income support, which would follow from the sum.
    expect(of("Försäkringskassan").slice(1, 9)).toEqual(["500000", "x", "x", "x", "x", "x", "x", "x"]);
    expect(of("Kommunen").slice(1, 4)).toEqual(["250000", "x", "x"]);
    // Nobody is behind the region: 0 tells of nobody.
    expect(of("Regionen").slice(1, 4)).toEqual(["250000", "0", "0"]);
    expect(of("Parterna")[3]).not.toBe("x");
    expect(rows.flat().join(" ")).toContain("x: dolt, eftersom färre än 5 personer");
  });

  test("with fewer than five participants nothing that comes back is shown, and nobody is named", async () => {
    const { sheets } = await written(await workbookOf({ Satsat: paid, Personer: people.slice(0, 5) }));
    const board = tab(sheets, "styrelseparter");
    const rows = board.rows.map((row) => row.map(shown));
    expect(rows.flat()).toContain(
      "Färre än 5 deltagare är med i kalkylen. Vad parterna får tillbaka visas därför inte här.",
    );
    for (const party of ["Försäkringskassan", "Kommunen", "Regionen", "Parterna", "Hela offentliga sektorn"])
      expect(rows.find(([name]) => name === party)!.slice(2, 9)).toEqual(Array(7).fill("x"));
    expect(board.charts).toEqual([]);
    expect(rows.flat().join(" ")).not.toMatch(/av målet \d|P[1-9]\b/);
  });

  test("the published case has five or more behind every figure: nothing is hidden, and no participant is on the page", async () => {
    const { sheets } = await written(caseBytes("resan.xlsx"));
    const rows = tab(sheets, "styrelseparter").rows.map((row) => row.map(shown));
    expect(rows.flat()).not.toContain("x");
    expect(rows.flat().filter((text) => /^[SA][1-6]$/.test(text))).toEqual([]);
    // resan-expected.json: 11.98 for the municipality and 1.07 for the parties within five years.
    const ratio = (party: string): string => Number(rows.find(([name]) => name === party)![6]).toFixed(2);
    expect([ratio("Kommunen"), ratio("Försäkringskassan"), ratio("Parterna")]).toEqual(["11.98", "-3.86", "1.07"]);
    expect(rows.find(([name]) => name === "Regionen")![9]).toBe("Utanför modellen: betalar inget av stöden");
  });
});

test("of several initiatives each has its page, with its own lines and no other's", async () => {
  const { sheets } = await written(await cases["three initiatives"]());
  const boards = sheets.filter(({ role }) => role.startsWith("styrelse"));
  const names = ["Vägen", "Steget vidare", "Porten"];
  const mentioned = boards.map(({ rows }) => {
    const text = rows.flatMap((row) => row.map((cell) => shown(cell))).join("\n");
    return names.filter((name) => text.includes(`${name}: kostnad`));
  });
  expect(mentioned).toEqual(names.map((name) => [name]));
});
