// tests/report/returnTabsRecalculated.test.ts: every formula of the tabs on money back, recalculated by LibreOffice, agrees with the engine:
// as built with a scenario, and as built with another and then changed by hand in the assumptions, as a reader without the add-in does it.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type ReturnInput } from "../../src/domain/return/agencyReturn";
import { type Assumption, asReported, withAssumptions } from "../../src/domain/return/assumptions";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";
import type { SheetModel } from "../../src/report/sheetModel";
import { en } from "../../src/text/en";
import { RESAN } from "../domain/resan";
import { certain, dec, input, paid, person } from "../domain/returnInput";
import { agreementOf } from "../recalculate/agreement";
import { recalculate } from "../recalculate/libreOffice";
import { bytesOf, returnTabsOf } from "./returnFixtures";

const discounted: readonly Assumption[] = [
  certain("rate", "0.03"),
  certain("deadweight", "0.2"),
  certain("persistence", "0.9"),
];
const uprated: readonly Assumption[] = [
  certain("uprating", "0.025"),
  certain("outflow", "0.1"),
  certain("others", "0.3"),
  certain("correction", "0.15"),
];
const perSource: readonly Assumption[] = [
  certain("uprating", "0.02"),
  certain("uprating", "0.035", "Försörjningsstöd"),
  certain("uprating", "0.01", "Sjukersättning"),
  certain("persistence", "0.95"),
  certain("persistence", "0.85", "Arbete"),
  certain("tax", "0.3"),
  certain("rate", "0.035"),
];
/** More parties than the yearly table of Parter has room for on the width of the page. */
const manyParties: ReturnInput = input({
  participants: Array.from({ length: 12 }, (_, index) =>
    person({
      id: `${index}`,
      municipality: `Part${index + 1} kommun`,
      after: index % 2 === 0 ? ["Arbete", 0] : ["Sjukpenning", 7000],
    }),
  ),
  contributions: Array.from({ length: 12 }, (_, index) => paid(`Part${index + 1} kommun`, 1000 + index)),
});
const curves: readonly Assumption[] = [
  { ...certain("persistence", "1"), series: ["1", "0.8", "0.7", "0.65"].map(dec) },
  { ...certain("uprating", "0", "Försörjningsstöd"), series: ["1", "1.1", "1.15"].map(dec) },
  certain("rate", "0.03"),
];

/** Supports with several payers, freed capacity, a remaining amount, a household, two municipalities, what follows activity compensation in mid-year. */
const involved: ReturnInput = input({
  participants: [
    person({
      id: "1",
      before: ["Försörjningsstöd", "10000.50"],
      after: ["Sjukpenning", 7000],
      municipality: "Ovanåker",
    }),
    person({
      id: "2",
      before: ["Försörjningsstöd", 9000],
      after: ["Arbete", 0],
      municipality: "Bollnäs",
      household: "H1",
    }),
    person({
      id: "3",
      before: ["Försörjningsstöd", 8000],
      after: ["Aktivitetsstöd", 12000],
      municipality: "Bollnäs",
      household: "H1",
    }),
    person({
      id: "4",
      born: [1996, 9],
      before: ["Aktivitetsersättning", 11000],
      after: ["Subventionerad anställning", 6000],
      followOn: ["Försörjningsstöd", 9500],
    }),
    person({
      id: "5",
      born: [1998, null],
      before: ["Försörjningsstöd", 9000],
      after: ["Aktivitetsersättning", 11000],
      followOn: ["Sjukersättning", 13000],
      municipality: "Ovanåker",
    }),
    person({ id: "6", before: ["Vård", 5000], after: ["Delat stöd", 9000], remaining: 6000 }),
    person({
      id: "7",
      before: ["Delat stöd", 14000],
      after: ["Vård", 9000],
      pensionAge: 66.5,
      lastMonth: 2022 * 12 + 4,
    }),
    person({ id: "8", lastMonth: null }),
    person({ id: "9", before: ["Okänt", 1] }),
  ],
  contributions: [
    paid("Försäkringskassan", 100_000, 2021),
    paid("Ovanåkers kommun", "50000.25", 2022),
    paid("Bollnäs kommun", 30_000),
    paid("Region Gävleborg", 20_000),
    { agency: "Socialfonden", year: null, cash: dec(10_000), ownTime: null, hours: dec(120), hourlyCost: dec("412.5") },
  ],
  sources: [
    ...INCOME_SOURCES,
    {
      ...INCOME_SOURCES[0]!,
      name: "Delat stöd",
      synonyms: [],
      perHousehold: false,
      payers: [
        { payer: "Kommun", share: dec("0.4") },
        { payer: "Försäkringskassan", share: dec("0.35") },
        { payer: "Region", share: dec("0.25") },
      ],
    },
    {
      ...INCOME_SOURCES[0]!,
      name: "Vård",
      synonyms: [],
      perHousehold: false,
      saving: "freed-capacity",
      payers: [
        { payer: "Region", share: dec("0.7") },
        { payer: "Kommun", share: dec("0.3") },
      ],
    },
  ],
  projectStart: 2021 * 12,
});

function under(assumptions: readonly Assumption[], base: ReturnInput = RESAN): ReturnInput {
  return { ...base, scenario: withAssumptions(asReported(2024), assumptions) };
}

async function disagreementsOf(sheets: readonly SheetModel[]): Promise<readonly string[]> {
  const { formulas, disagreements } = agreementOf(sheets, await recalculate(await bytesOf(sheets)));
  expect(formulas).toBeGreaterThan(500);
  return disagreements;
}

test.concurrent.each<[string, ReturnInput]>([
  ["RESAN as reported", RESAN],
  ["RESAN discounted, with deadweight and persistence", under(discounted)],
  ["RESAN uprated, with outflow, others' work and correction", under(uprated)],
  ["RESAN with assumptions per support and tax", under(perSource)],
  ["RESAN with given curves", under(curves)],
  ["shared payers, municipalities, households and what follows activity compensation", involved],
  ["the same, with assumptions per support and tax", under(perSource, involved)],
  ["the same, uprated and discounted", under([...uprated, ...discounted], involved)],
  ["more parties than the page is wide", under(perSource, manyParties)],
  ["no participants", input({ participants: [] })],
  ["no contributions", input({ contributions: [] })],
])("%s: every formula agrees with the engine", async (_, of) => {
  expect(await disagreementsOf(returnTabsOf(of))).toEqual([]);
});

test.concurrent("a share changed by hand moves the money to the new payer", async () => {
  const asBuilt = returnTabsOf(RESAN);
  const [kommun, fk] = ["B", "C"];
  const row =
    (asBuilt[2]?.rows.findIndex(
      (cells) => cells[0]?.content?.kind === "text" && cells[0].content.text === "Försörjningsstöd",
    ) ?? -1) + 1;
  const half = withCell(withCell(await bytesOf(asBuilt), 2, `${kommun}${row}`, "0.5"), 2, `${fk}${row}`, "0.5");
  const shares = [
    { payer: "Kommun", share: dec("0.5") },
    { payer: "Försäkringskassan", share: dec("0.5") },
  ];
  const sources = INCOME_SOURCES.map((source) =>
    source.name === "Försörjningsstöd" ? { ...source, payers: shares } : source,
  );
  const { disagreements } = agreementOf(withoutNotes(returnTabsOf({ ...RESAN, sources })), await recalculate(half));
  expect(disagreements).toEqual([]);
});

test.concurrent("in English the formulas are the same", async () => {
  expect(await disagreementsOf(returnTabsOf(under(perSource), { texts: en }))).toEqual([]);
});

/** The package with the value of a named cell changed, as somebody types it into the cell. */
function withNamed(bytes: Uint8Array, sheets: readonly SheetModel[], name: string, value: string): Uint8Array {
  const index = sheets.findIndex(({ names }) => names?.some((each) => each.name === name) === true);
  const cell = sheets[index]?.names?.find((each) => each.name === name)?.cell ?? "";
  return withCell(bytes, index, cell, value);
}

function withCell(bytes: Uint8Array, sheet: number, cell: string, value: string): Uint8Array {
  const parts = unzipSync(bytes);
  // Sheets are written in the order of the models.
  const path =
    Object.keys(parts)
      .filter((part) => /worksheets\/[^/]+\.xml$/.test(part))
      .sort((a, b) => numberIn(a) - numberIn(b))[sheet] ?? "";
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  const pattern = new RegExp(`(<c r="${cell}"[^>]*>)(?:<f>[^<]*</f>)?<v>[^<]*</v>`);
  expect(xml).toMatch(pattern);
  return zipSync({ ...parts, [path]: strToU8(xml.replace(pattern, `$1<v>${value}</v>`)) });
}

function numberIn(path: string): number {
  return Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0);
}

/** The run's own notes: its scenario, its months of payback, and how far the cells are from it. They are looked at for themselves. */
const NOTES = /Kör igen|Samkalkyl_Andrat<|^ABS\([A-Z]+\d+-[A-Z]+\d+\)$|-\{/;

function withoutNotes(sheets: readonly SheetModel[]): readonly SheetModel[] {
  const isNote = (content: NonNullable<SheetModel["rows"][number][number]>["content"]): boolean =>
    // The table of studies repeats the limits of the assumptions above it.
    content?.kind === "formula" && (NOTES.test(content.formula) || /^K\d+$/.test(content.formula));
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell !== null && isNote(cell.content) ? null : cell))),
  }));
}

const CHANGED: readonly (readonly [string, readonly (readonly [string, string])[], readonly Assumption[]])[] = [
  [
    "discounting, deadweight and persistence",
    [
      ["Samkalkyl_Kalkylranta", "0.03"],
      ["Samkalkyl_Dodvikt", "0.2"],
      ["Samkalkyl_Varaktighet", "0.9"],
    ],
    discounted,
  ],
  [
    "uprating, outflow, others and correction",
    [
      ["Samkalkyl_Upprakning", "0.025"],
      ["Samkalkyl_Utflode", "0.1"],
      ["Samkalkyl_AndraInsatser", "0.3"],
      ["Samkalkyl_Sakerhetsavdrag", "0.15"],
    ],
    uprated,
  ],
  [
    "one support alone, and tax",
    [
      ["Samkalkyl_Upprakning_Forsorjningsstod", "0.04"],
      ["Samkalkyl_Varaktighet_Arbete", "0.8"],
      ["Samkalkyl_Skatt", "0.3"],
    ],
    [certain("uprating", "0.04", "Försörjningsstöd"), certain("persistence", "0.8", "Arbete"), certain("tax", "0.3")],
  ],
];

test.concurrent.each(CHANGED)("as reported, then changed by hand: %s", async (_, cells, assumptions) => {
  const asBuilt = returnTabsOf(RESAN);
  const bytes = cells.reduce((book, [name, value]) => withNamed(book, asBuilt, name, value), await bytesOf(asBuilt));
  const recalculated = await recalculate(bytes);
  const { formulas, disagreements } = agreementOf(withoutNotes(returnTabsOf(under(assumptions))), recalculated);
  expect(disagreements).toEqual([]);
  expect(formulas).toBeGreaterThan(1500);
  // The change must have been felt: as built, the figures are others.
  expect(agreementOf(asBuilt, recalculated).disagreements.length).toBeGreaterThan(100);
  const text = (sheet: string): string => JSON.stringify(recalculated.get(sheet));
  expect(text("Antaganden")).toContain("Eget: ändrat efter körningen (Som rapporten)");
  expect(text("Parter").match(/Kör igen/g)?.length).toBe(7);
});
