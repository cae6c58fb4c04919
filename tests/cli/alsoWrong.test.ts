// What was wrong in real tables, one test each, from an .xlsx to the JSON. Expected figures are reckoned here by hand.
import { writeXlsx } from "hucre/xlsx";
import { analyse } from "../../src/actions/analyse";
import { jsonOf } from "../../src/cli/json";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";

type Row = readonly (string | number | null)[];
type Json = ReturnType<typeof JSON.parse>;

async function read(sheets: Readonly<Record<string, readonly Row[]>>, sign: "negative" | null = null): Promise<Json> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
  const returns = { ...standardReturnOptions, draws: 50 };
  const source = await openXlsx(bytes, "underlag.xlsx").read();
  return JSON.parse(JSON.stringify(jsonOf(analyse([source], { unit: null, sign, returns }), textsOf("sv"))));
}

const lineNames = (json: Json): readonly string[] =>
  json.budget.lines.map(({ costLine }: { costLine: string }) => costLine);

test("opening equity is no cost line, also where the user says that costs are negative", async () => {
  const costs: readonly Row[] = [
    ["Personal", -2050, -2000],
    ["Lokaler", -300, -250],
  ];
  const heads: Row = ["", "Utfall 2024", "Budget 2024"];
  const opening: Row = ["Ingående eget kapital", 5000, 5000];
  for (const rows of [
    [heads, opening, ...costs],
    [heads, ...costs, ["Summa", -2350, -2250], opening, ["Utgående eget kapital", 2650, 2750]],
  ]) {
    const json = await read({ Ekonomi: [["Förbundet 2024 (kr)"], ...rows] }, "negative");
    expect(lineNames(json)).toEqual(["Personal", "Lokaler"]);
    expect(json.budget.total).toMatchObject({ outcome: "-2350", budget: "-2250", deviation: "-100" });
  }
});

const people: readonly Row[] = [
  [
    "Deltagare",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före (kr/mån)",
    "Försörjning efter",
    "Belopp efter (kr/mån)",
    "Kommun",
  ],
  ["P1", 1975, "2023-06", "Försörjningsstöd", 7890, "Arbete", 0, "Kommun A"],
];

test("own time on a row with blank cash stays with its party when the association's money is split by law", async () => {
  const json = await read({
    Satsat: [
      ["Part", "År", "Kontant (kr)", "Egen tid (kr)"],
      ["Samordningsförbundet", 2023, 100_000, null],
      ["Försäkringskassan", 2023, null, 10_000],
      ["Kommun A", 2023, null, null],
      ["Kommun B", 2023, null, 5_000],
      ["Region C", 2023, null, null],
    ],
    Personer: people,
  });
  const paid = Object.entries<{ in: string }>(json.return.horizons["1"].byAgency).map(([name, party]) => [
    name,
    party.in,
  ]);
  // State 1/2, the two municipalities 1/8 each, the region 1/4; own time on top.
  expect(Object.fromEntries(paid)).toEqual({
    Försäkringskassan: "60000",
    "Kommun A": "12500",
    "Kommun B": "17500",
    "Region C": "25000",
  });
});

const economy: readonly Row[] = [
  ["Kostnadsslag", "Utfall 2024 (kr)", "Budget 2024 (kr)"],
  ["Personal", 1800, 2000],
  ["Lokaler", 300, 250],
];
const facts = (from: string, closed: number): readonly Row[] => [
  ["Insatsens namn", "X"],
  ["Insatstid från", from],
  ["Insatstid till", "2024-12"],
  ["Planerade avslut per år", 100],
  ["Avslutade deltagare", closed],
  ["Rörlig andel", "40 %"],
];

test("Rörlig andel is used: 2 250 × (0,4 × 80/100 + 0,6) = 2 070", async () => {
  const { volumeEffect } = await read({ Ekonomi: economy, Insats: facts("2024-01", 80) });
  expect(volumeEffect).toMatchObject({ flexedBudget: "2070", volume: "180", efficiency: "-30" });
});

test("one year's costs are not divided by all years' volumes", async () => {
  const json = await read({ Ekonomi: economy, Insats: facts("2022-01", 240) });
  expect(json.unitCosts.closed.outcome).toBeNull();
  expect(json.volumeEffect).toBeNull();
  expect(json.problems.map(({ code }: { code: string }) => code)).toContain("volumes-of-other-months");
});

test("a goal that is a share is not divided by its base", async () => {
  const { goals } = await read({
    Mål: [
      ["Mål", "Målvärde", "Utfall", "Bas"],
      ["Andel till arbete", 0.4, 0.3, 136],
      ["Antal till arbete", 50, 40, 136],
    ],
  });
  expect(goals[0]).toMatchObject({ target: "0.4", outcome: "0.3", fulfilment: "0.750000", shareOfActual: null });
  expect(goals[1]).toMatchObject({ fulfilment: "0.800000", shareOfActual: "0.294118" });
});

test("a very wide sheet is refused with a message that can be read, and soon", async () => {
  const columns = Array.from({ length: 3_000 }, (_, at) => at);
  const heads = columns.map((at) => `${at % 2 === 0 ? "Budget" : "Utfall"} ${2000 + (at % 20)}`);
  const json = await read({ Blad1: [heads, columns] });
  const [first] = json.problems;
  expect(first.code).toBe("no-recognised-table");
  expect(first.message.length).toBeLessThan(1_200);
  expect(json.budget).toBeNull();
});

test("earlier years' budget beside the year that is followed up is no surplus", async () => {
  const json = await read({
    Ekonomi: [
      ["Kostnadsslag", "Budget 2023 (kr)", "Budget 2024 (kr)", "Utfall 2024 (kr)"],
      ["Personal", 1900, 2000, 2100],
      ["Lokaler", 240, 250, 260],
    ],
  });
  expect(json.budget.total).toMatchObject({ outcome: "2360", budget: "2250", deviation: "-110" });
  expect(json.problems.filter(({ code }: { code: string }) => code === "budget-without-outcome")).toHaveLength(2);
  const rows: Readonly<Record<"seen" | "used" | "setAside", number>> = json.rows;
  expect(rows.seen).toBe(rows.used + rows.setAside);
});
