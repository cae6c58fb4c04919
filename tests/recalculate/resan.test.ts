// tests/recalculate/resan.test.ts: money in and money back from a user's workbook to written tabs: LibreOffice recalculates every formula of every tab.
import type { ReturnOptions } from "../../src/domain/return/moneyBack";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { writeTabs } from "../../src/actions/tabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { caseBytes, workbookOf } from "../actions/written";
import { cellAt, gridOf, opened, typedInto } from "../actions/typing";
import { agreementOf } from "./agreement";
import { recalculate, type Recalculated } from "./libreOffice";

type Row = readonly (string | number | null)[];

const contributions: readonly Row[] = [
  ["Part", "År", "Kontant (kr)", "Egen tid (kr)"],
  ["Försäkringskassan", 2022, 600000, 0],
  ["Söderhamns kommun", 2022, 200000.5, 45000],
  ["Bollnäs kommun", 2023, 150000, null],
  ["Region Gävleborg", 2023, 250000, 12500],
];

/** Both municipalities, a household, activity compensation that ends, subsidised work, somebody ongoing and somebody set aside. */
const participants: readonly Row[] = [
  [
    "Deltagare",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före (kr/mån)",
    "Försörjning efter",
    "Belopp efter (kr/mån)",
    "Kommun",
    "Hushåll",
    "Kvarvarande stöd",
    "Därefter",
    "Belopp därefter",
  ],
  ["D1", 1971, "2023-03", "Försörjningsstöd", 9850, "Arbete", 0, "Söderhamn", "H1", null, null, null],
  ["D2", 1974, "2023-05", "Försörjningsstöd", 4200, "Arbete", 0, "Söderhamn", "H1", null, null, null],
  ["D3", 1980, "2023-08", "Försörjningsstöd", 8400.75, "Sjukersättning", 12300, "Bollnäs", null, null, null, null],
  ["D4", 1966, "2022-11", "Sjukpenning", 14200, "Subventionerad anställning", 9100, "Bollnäs", null, null, null, null],
  [
    "D5",
    1997,
    "2023-01",
    "Aktivitetsersättning",
    11000,
    "Arbete",
    0,
    "Söderhamn",
    null,
    null,
    "Försörjningsstöd",
    9000,
  ],
  ["D6", 1969, "2023-06", "Försörjningsstöd", 9000, "A-kassa", 15000, null, null, 1500, null, null],
  ["D7", 1990, null, "Försörjningsstöd", 9000, null, null, "Bollnäs", null, null, null, null],
  ["D8", 1985, "2023-06", "Försörjningsstöd", 110000, "Arbete", 0, "Bollnäs", null, null, null, null],
];

const assumptions: readonly Row[] = [
  ["Antagande", "Lågt", "Bas", "Högt", "Enhet", "Källa"],
  ["Dödvikt", 10, 20, 35, "%", "Egen bedömning"],
  ["Utflöde utan insats", 5, 10, 15, "%", "Egen bedömning"],
  ["Varaktighet", 0.8, 0.9, 0.95, "andel", "Egen bedömning"],
  ["Varaktighet Sjukersättning", 0.97, 0.98, 1, "andel", "Egen bedömning"],
  ["Uppräkning Försörjningsstöd", 1, 2.5, 4, "%", "Egen bedömning"],
  ["Kalkylränta", 2, 3, 5, "%", "Inera"],
  ["Säkerhetsavdrag", 0, 15, 25, "%", "Egen bedömning"],
  ["Andel som beror på andra insatser", 0, 10, 20, "%", "Egen bedömning"],
  ["Mål", null, 2, null, "kr", null],
  ["Horisont", null, 10, null, "år", null],
];

const budget: readonly Row[] = [
  ["Kostnader i kr, som negativa tal"],
  ["Kostnadsslag", "År", "Utfall", "Budget"],
  ["Personal", 2022, -700000, -850000],
  ["Personal", 2023, -310500.5, -400000],
  ["Lokaler", 2022, -120000, -90000],
  ["Lokaler", 2023, -69500, -60000],
];

const facts: readonly Row[] = [
  ["Insatsens namn", "Vägen vidare"],
  ["Insatstid från", "2022-01"],
  ["Insatstid till", "2023-12"],
  ["Beviljade medel (kr)", 1400000],
  ["Utnyttjade medel (kr)", 1200000.5],
  ["Uppgiven andel utnyttjat", "86 %"],
  ["Antal deltagare", 24],
];

const workbooks = {
  "the published case": () => Promise.resolve(caseBytes("resan.xlsx")),
  "a workbook with its own assumptions": () =>
    workbookOf({ Insats: facts, Satsat: contributions, Personer: participants, Kalkyl: assumptions }),
  "a workbook with a budget table too": () =>
    workbookOf({ Insats: facts, Ekonomi: budget, Satsat: contributions, Personer: participants }),
  // Curves in place of rates, and the association's grant by the members' agreed shares beside the Social Fund's.
  "given curves and an agreement": () =>
    workbookOf({
      Insats: facts,
      Satsat: [
        ["Part", "År", "Kontant (kr)", "Egen tid (kr)", "Andel"],
        ["Samordningsförbundet Gävleborg", 2022, 400000.01, null, null],
        ["Samordningsförbundet Gävleborg", 2023, 300000, null, null],
        ["Europeiska socialfonden", 2023, 250000, null, null],
        ["Försäkringskassan", null, null, null, "45 %"],
        ["Söderhamns kommun", null, null, null, "30 %"],
        ["Region Gävleborg", null, null, null, "25 %"],
      ],
      Personer: participants,
      Kalkyl: [
        ["Antagande", "Lågt", "Bas", "Högt", "Källa", "År 1", "År 2", "År 3"],
        ["Uppräkning: Försörjningsstöd", null, null, null, "Riksnormen", 3210, 3490, 3800],
        ["Varaktighet: Arbete", null, "100 %; 80 %; 70 %", null, "Egen uppföljning", null, null, null],
        ["Varaktighet", 0.85, 0.9, 0.95, "Egen uppföljning", null, null, null],
        ["Dödvikt", 0, "5 %", "30 %", "Egen bedömning", null, null, null],
      ],
    }),
  "a budget table, its own assumptions and goals": () =>
    workbookOf({
      Insats: facts,
      Ekonomi: budget,
      Satsat: contributions,
      Personer: participants,
      Kalkyl: assumptions,
      Mål: [
        ["Mål", "Målvärde", "Utfall"],
        ["Avslutade deltagare", 30, 24],
        ["Till arbete eller studier", 12, 5],
      ],
    }),
};

interface Written {
  readonly analysis: Analysis;
  readonly sheets: readonly SheetModel[];
  readonly bytes: Uint8Array;
}

async function written(
  bytes: Uint8Array,
  scenario: ReturnOptions["scenario"],
  language: "sv" | "en" = "sv",
): Promise<Written> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  // The draws are values, not formulas: few are as good as many here.
  const returns = { ...standardReturnOptions, scenario, draws: 500 };
  const analysis = analyse([await workbook.read()], { unit: null, sign: null, returns });
  const sheets = await writeTabs(analysis, workbook, {
    texts: textsOf(language),
    today: "2026-11-22",
    drawnUpBy: null,
  });
  return { analysis, sheets, bytes: workbook.bytes() };
}

const words = textsOf("sv").tabs.controlWords;

/** The column Resultat of Kontroller. */
function resultsOn(recalculated: Recalculated): unknown[] {
  return (recalculated.get("Kontroller") ?? []).map((row) => row[4]);
}

const { deadweight } = textsOf("sv").returnTabs.assumptions.kinds;

// Deadweight: itself, what comes back in all and to the public sector and what is moved within five horizons, what comes back to the two
// parties that it does come back to, and the adjusted total with its part beyond year 5. Money in: the region's, the parties', the sector's.
test.concurrent.each([
  ["an assumption", "antaganden", deadweight, "Valt", 0.2, { differs: 0, assumptionsChanged: 1 + 3 * 5 + 2 + 2 }],
  ["an amount put in", "underlagparter", "Regionen", "Kontant", 600_000, { differs: 3, assumptionsChanged: 0 }],
] as const)(
  "%s that is changed after the run is told on Kontroller as what it is",
  async (_what, role, row, heading, value, told) => {
    const { bytes } = await written(caseBytes("resan.xlsx"), "som-rapporten");
    const grid = gridOf(await opened(bytes), role);
    const typed = typedInto(bytes, [{ sheet: grid.sheet, cell: cellAt(grid, row, heading).name, value }]);
    const results = resultsOn(await recalculate(typed));
    const count = (result: string): number => results.filter((each) => each === result).length;
    expect({ differs: count(words.differs), assumptionsChanged: count(words.assumptionsChanged) }).toEqual(told);
  },
);

test("a workbook without a budget table: Kontroller is headed by its initiative and its time", async () => {
  const { sheets } = await written(caseBytes("resan.xlsx"), "som-rapporten");
  const texts = sheets
    .find(({ role }) => role === "kontroller")!
    .rows.slice(0, 5)
    .flat()
    .flatMap((cell) => (cell?.content?.kind === "text" ? [cell.content.text] : []));
  expect(texts).toEqual(expect.arrayContaining(["RESAN", "2022-01 – 2023-12", "kr"]));
});

/** The tabs of money back have formulas by the hundred; a check of few would prove little. */
const leastFormulas = 500;

test.concurrent.each<[keyof typeof workbooks, ReturnOptions["scenario"]]>([
  ["the published case", "som-rapporten"],
  ["the published case", "bas"],
  ["a workbook with its own assumptions", "forsiktig"],
  ["a workbook with its own assumptions", "som-rapporten"],
  ["a workbook with a budget table too", "bas"],
  ["given curves and an agreement", "forsiktig"],
  ["a budget table, its own assumptions and goals", "forsiktig"],
])("%s, %s: every formula of every tab agrees with the engine", async (name, scenario) => {
  const { analysis, sheets, bytes } = await written(await workbooks[name](), scenario);
  expect(analysis.workbooks[0]?.moneyBack?.result.scenario.id).toBe(scenario);
  const recalculated = await recalculate(bytes);
  const { formulas, disagreements } = agreementOf(sheets, recalculated);
  expect(disagreements).toEqual([]);
  // Nothing has been changed since the run, and none of these sources has totals of its own that could be wrong.
  expect(resultsOn(recalculated)).not.toEqual(expect.arrayContaining([words.differs]));
  expect(resultsOn(recalculated)).not.toEqual(expect.arrayContaining([words.assumptionsChanged]));
  expect(resultsOn(recalculated).filter((result) => result === words.agrees).length).toBeGreaterThan(20);
  expect(formulas).toBeGreaterThan(leastFormulas);
});

test("budget and money back stand side by side in one workbook, with every tab of both", async () => {
  const { analysis, sheets } = await written(
    await workbooks["a budget table, its own assumptions and goals"](),
    "forsiktig",
  );
  expect(sheets.map(({ role }) => role)).toEqual([
    "avvikelse",
    "parter",
    "minskatstod",
    "kanslighet",
    "slutrapport",
    "styrelseavvikelse",
    "styrelseparter",
    "antaganden",
    "underlag",
    "underlagparter",
    "underlagdeltagare",
    "kontroller",
  ]);
  // D8's amount is a year's: set aside, with its cell; D7 is ongoing and counted in the coverage.
  expect(
    analysis.problems.filter(({ severity }) => severity === "error").map(({ code, cell }) => `${code} ${cell}`),
  ).toEqual(["amount-looks-yearly E9"]);
  expect(analysis.workbooks[0]?.moneyBack?.result.coverage).toMatchObject({ included: 6, of: 24, ongoing: 1 });
});

test.concurrent(
  "the check can fail: a wrong amount among the participants is noticed in the tabs above it",
  async () => {
    const { sheets, bytes } = await written(await workbooks["a workbook with its own assumptions"](), "forsiktig");
    const other = await written(
      await workbookOf({
        Insats: facts,
        Satsat: contributions,
        Personer: participants.map((row) =>
          row[0] === "D3" ? row.map((cell) => (cell === 8400.75 ? 8400.76 : cell)) : row,
        ),
        Kalkyl: assumptions,
      }),
      "forsiktig",
    );
    const [asIs, changed] = await Promise.all([recalculate(bytes), recalculate(other.bytes)]);
    expect(agreementOf(sheets, changed).disagreements.length).toBeGreaterThan(20);
    expect(agreementOf(sheets, asIs).disagreements).toEqual([]);
  },
);
