// tests/actions/moneyBack.test.ts: what the pipeline adds where a workbook leaves something out, and that it says so.
import { analyse } from "../../src/actions/analyse";
import type { ReturnOptions } from "../../src/domain/return/moneyBack";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { caveatText } from "../../src/text/caveats";
import { textsOf } from "../../src/text/languages";
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

describe("the association's grant is its members' money", () => {
  const header = ["Part", "År", "Kontant", "Egen tid", "Andel"];
  const used: Rows = [
    ["Insatsens namn", "X"],
    ["Beviljade medel", 2000],
    ["Utnyttjade medel", 1000],
    ["Insatstid till", "2023-12"],
  ];
  const cash = ({ result }: Awaited<ReturnType<typeof moneyBack>>["moneyBack"]) =>
    result.contributions.agencies.map(
      ({ agency, cash: kr, ownTime }) => `${agency.name} ${kr.toString()}+${ownTime.toString()}`,
    );

  test.each<[string, Readonly<Record<string, Rows>>, readonly string[], readonly string[]]>([
    [
      "beside the Social Fund's, which is nobody's but its own",
      {
        Satsat: [
          header,
          ["Samordningsförbundet Gävleborg", 2022, 1000, null, null],
          ["Socialfonden", 2022, 600, null, null],
          ["Söderhamns kommun", 2022, null, 45, null],
        ],
      },
      ["statutory-split Satsat!A2:E2"],
      ["Försäkringskassan 500+0", "Söderhamns kommun 250+45", "Regionerna 250+0", "Socialfonden 600+0"],
    ],
    [
      "where no region is listed",
      {
        Insats: used,
        Satsat: [
          ["Part", "Kontant"],
          ["Försäkringskassan", null],
          ["Gotlands kommun", null],
        ],
      },
      ["statutory-split-without-region Insats!B3"],
      ["Försäkringskassan 500+0", "Gotlands kommun 500+0"],
    ],
    [
      "by a local agreement, in a table of shares alone",
      {
        Insats: used,
        Satsat: [
          ["Part", "Andel"],
          ["Försäkringskassan", "40 %"],
          ["Kommunen", 0.35],
          ["Regionen", "25 %"],
        ],
      },
      ["agreed-split Insats!B3"],
      ["Försäkringskassan 400+0", "Kommunen 350+0", "Regionen 250+0"],
    ],
    [
      "by a local agreement, year by year",
      {
        Satsat: [
          header,
          ["Förbundet", 2022, 100, null, null],
          ["Förbundet", 2023, 300, null, null],
          ["FK", null, null, null, 0.5],
          ["Kommunen", null, null, null, 0.5],
        ],
      },
      ["agreed-split Satsat!A2:E2"],
      ["FK 200+0", "Kommunen 200+0"],
    ],
  ])("%s", async (_name, sheets, codes, expected) => {
    const { moneyBack: found, analysis } = await moneyBack({ ...sheets, Deltagare: people });
    expect(cash(found)).toEqual(expected);
    const said = analysis.problems.map(({ code, sheet, cell }) => `${code} ${sheet ?? ""}!${cell ?? ""}`);
    expect(said).toEqual(codes);
    expect(analysis.rows.setAside).toBe(0);
  });

  test("members without amounts beside members with cash have paid nothing that anybody knows of", async () => {
    const { analysis } = await moneyBack({
      Satsat: [header, ["Försäkringskassan", 2022, 500, null, null], ["Kommunen", 2022, null, null, null]],
      Deltagare: people,
    });
    expect(analysis.problems.map(({ code, cell }) => `${code} ${cell ?? ""}`)).toEqual(["no-amounts A3"]);
  });

  test.each<[string, Rows]>([
    [
      "sum to 0.9",
      [
        ["Part", "Andel"],
        ["FK", 0.5],
        ["Kommunen", 0.4],
      ],
    ],
    [
      "are missing for a party",
      [
        ["Part", "Andel"],
        ["FK", 0.5],
        ["Kommunen", 0.5],
        ["Regionen", null],
      ],
    ],
  ])("shares that %s leave the table out", async (_name, rows) => {
    const { analysis } = await moneyBack({ Insats: used, Satsat: rows, Deltagare: people });
    expect(analysis.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(["shares-not-one"]));
    expect(analysis.rows).toMatchObject({ used: 1, setAside: rows.length - 1 });
  });
});

test("given curves replace the constant rates: 10 000 kr a month, levels 1 and 1.1, shares 1, 0.8 and 0.5 from then on", async () => {
  const curves: Rows = [
    ["Antagande", "Lågt", "Bas", "Högt", "Källa"],
    ["Uppräkning: Försörjningsstöd", null, "100; 110", null, "Index"],
    ["Varaktighet: Arbete", null, "100 %; 80 %; 50 %", null, "Egen uppföljning"],
    ["Kalkylränta", null, 0, null, "Ingen diskontering"],
  ];
  const { moneyBack: found } = await moneyBack(
    {
      Satsat: [
        ["Part", "År", "Kontant"],
        ["Kommunen", 2023, 100],
      ],
      Deltagare: people,
      Kalkyl: curves,
    },
    "forsiktig",
  );
  // 120 000 a year: 1·1, then 1.1·0.8, then 1.1·0.5 for three years: 120 000 · (1 + 0.88 + 1.65) = 423 600.
  expect(found.result.horizons["5"].publicSector.back.toString()).toBe("423600");
  expect(found.result.horizons["1"].publicSector.back.toString()).toBe("120000");
  // The same for the uncertainty, in which a curve is certain.
  expect(found.distribution.back.p50.toString()).toBe("423600");
});

describe("fixed and current prices are never mixed", () => {
  const header = ["Antagande", "Lågt", "Bas", "Högt", "Källa"];
  const rate = async (rows: Rows, scenario: ReturnOptions["scenario"] = "forsiktig") => {
    const { moneyBack: found, analysis } = await moneyBack({ Deltagare: people, Kalkyl: [header, ...rows] }, scenario);
    const { prices, assumptions } = found.result.scenario;
    const said = analysis.problems.map(({ code, cell }) => `${code} ${cell ?? ""}`);
    return [prices, assumptions.find(({ kind }) => kind === "rate")!.base.toString(), said.slice(1)];
  };
  const deadweight = ["Dödvikt", null, 0.2, null, "X"];
  const current = ["Priser", null, "löpande", null, null];

  test.each<[string, Rows, string, string, readonly string[]]>([
    ["no rate that nobody has entered in fixed prices", [deadweight], "fixed", "0", []],
    [
      "no rate in current prices until a nominal one is entered",
      [deadweight, current],
      "current",
      "0",
      ["rate-not-nominal A3:E3"],
    ],
    ["the nominal one then", [deadweight, current, ["Kalkylränta", null, 0.05, null, "X"]], "current", "0.05", []],
    [
      "an uprating without a word on prices is asked about",
      [["Uppräkning", null, 0.02, null, "X"]],
      "fixed",
      "0",
      ["uprating-in-fixed-prices A2:E2"],
    ],
  ])("%s", async (_name, rows, prices, base, said) => {
    expect(await rate(rows)).toEqual([prices, base, said]);
  });

  test("an own uprating of another support leaves the norm's for income support", async () => {
    const { moneyBack: found } = await moneyBack(
      {
        Deltagare: people,
        Kalkyl: [
          header,
          current,
          ["Kalkylränta", null, 0, null, "X"],
          ["Uppräkning: Sjukersättning", null, 0.01, null, "X"],
        ],
      },
      "forsiktig",
    );
    const upratings = found.result.scenario.assumptions.filter(({ kind }) => kind === "uprating");
    expect(upratings.map(({ source, base }) => `${source ?? "all"} ${base.toFixed(4)}`)).toEqual([
      "all 0.0000",
      "Sjukersättning 0.0100",
      "Försörjningsstöd 0.0217",
    ]);
  });
});

test("what the figures are compared with is told in the user's words where they are used, else that it is gross or assumed", async () => {
  const rows: Rows = [
    ["Antagande", "Lågt", "Bas", "Högt", "Källa"],
    ["Dödvikt", null, 0.2, null, "X"],
    ["Jämförelse", null, "deltagare som stod i kö", null, null],
  ];
  const caveats = async (kept: Rows, scenario: ReturnOptions["scenario"]) => {
    const { moneyBack: found, analysis } = await moneyBack({ Deltagare: people, Kalkyl: kept }, scenario);
    expect(analysis.rows.setAside).toBe(0);
    return caveatText(found.result.caveats, textsOf("sv")).split(" · ")[0];
  };
  expect(await caveats(rows, "forsiktig")).toBe("Jämfört med: deltagare som stod i kö");
  expect(await caveats(rows.slice(0, 2), "forsiktig")).toBe(
    "Utan kontrollgrupp, med antagen dödvikt eller antaget utflöde",
  );
  expect(await caveats(rows, "som-rapporten")).toBe("Bruttokalkyl utan kontrollgrupp");
});
