// tests/actions/moneyBack.test.ts: what the pipeline adds where a workbook leaves something out, and that it says so.
import { analyse } from "../../src/actions/analyse";
import type { ReturnOptions } from "../../src/actions/moneyBack";
import { standardReturnOptions } from "../../src/actions/moneyBack";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "./written";

type Rows = readonly (readonly (string | number | null)[])[];

const people: Rows = [
  [
    "Deltagare",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före (kr/mån)",
    "Försörjning efter",
    "Belopp efter (kr/mån)",
  ],
  ["D1", 1975, "2023-12", "Försörjningsstöd", 10000, "Arbete", 0],
];

async function moneyBack(
  sheets: Readonly<Record<string, Rows>>,
  scenario: ReturnOptions["scenario"] = "som-rapporten",
) {
  const source = await openXlsx(await workbookOf(sheets), "bok.xlsx").read();
  const analysis = analyse([source], { unit: null, sign: null, returns: { ...standardReturnOptions, scenario } });
  return { analysis, moneyBack: analysis.workbooks[0]!.moneyBack! };
}

test("with only the funds used known, they are split as the law says, and that is said", async () => {
  const facts: Rows = [
    ["Insatsens namn", "X"],
    ["Beviljade medel", 100],
    ["Utnyttjade medel", 100.01],
  ];
  const { moneyBack: found, analysis } = await moneyBack({ Insats: facts, Deltagare: people });
  const paid = found.result.contributions.agencies.map(({ agency, total }) => [agency.name, total.toString()]);
  // 100.01 kr: 50.005, 25.0025 and 25.0025; the odd öre goes to the largest remainder.
  expect(paid).toEqual([
    ["Försäkringskassan", "50.01"],
    ["Kommunerna", "25"],
    ["Regionerna", "25"],
  ]);
  expect(analysis.problems.map(({ code }) => code)).toContain("statutory-split");
});

test("contributions that do not sum to the funds used are pointed out", async () => {
  const { analysis } = await moneyBack({
    Insats: [
      ["Insatsens namn", "X"],
      ["Beviljade medel", 900],
      ["Utnyttjade medel", 800],
    ],
    Parter: [
      ["Part", "År", "Kontant"],
      ["Försäkringskassan", 2023, 500],
      ["Kommunen", 2023, 250],
    ],
    Deltagare: people,
  });
  expect(analysis.problems.find(({ code }) => code === "contributions-differ-from-used")?.params).toEqual({
    contributions: "750",
    used: "800",
  });
});

describe("uprating after the norm's own history", () => {
  const own: Rows = [
    ["Antagande", "Lågt", "Bas", "Högt"],
    ["Dödvikt", 0.1, 0.2, 0.3],
  ];
  const upratings = async (assumptions: Rows, scenario: ReturnOptions["scenario"]) => {
    const { moneyBack: found } = await moneyBack({ Deltagare: people, Antaganden: assumptions }, scenario);
    return found.result.scenario.assumptions.filter(({ kind }) => kind === "uprating");
  };

  test("is 0 in fixed prices, with the history beside it", async () => {
    const [uprating] = await upratings(own, "som-rapporten");
    expect(uprating!.base.isZero()).toBe(true);
    expect(uprating!.provenance.text).toMatch(/Riksnormen 2007–2026.*% per år i löpande priser/);
  });

  test("is the mean growth 2007–2026 in current prices, until another figure is entered", async () => {
    const current: Rows = [...own, ["Priser", null, "löpande", null]];
    const norm = (await upratings(current, "forsiktig")).find(({ source }) => source === "Försörjningsstöd");
    expect(norm!.base.toFixed(4)).toBe("0.0217");
    const entered: Rows = [...current, ["Uppräkning", 0.01, 0.02, 0.03]];
    const found = await upratings(entered, "forsiktig");
    expect(found.map(({ base }) => base.toString())).toEqual(["0.02"]);
  });
});

test("rows that could not be read are counted among those outside the calculation, not as people without a row", async () => {
  const wrong: Rows = [
    ...people,
    ["D2", 1975, "2023-12", "Lotteri", 10000, "Arbete", 0],
    ["D3", 1975, "pågår", "Försörjningsstöd", 1, null, null],
  ];
  const coverage = { included: 1, ongoing: 1, droppedOut: 0, setAside: 1 };
  const { moneyBack: found } = await moneyBack({ Deltagare: wrong });
  expect(found.result.coverage).toMatchObject({ ...coverage, of: 3 });
  const facts: Rows = [
    ["Insatsens namn", "X"],
    ["Antal deltagare", 24],
  ];
  const { moneyBack: ofMore } = await moneyBack({ Insats: facts, Deltagare: wrong });
  expect(ofMore.result.coverage).toMatchObject({ ...coverage, of: 24 });
});
