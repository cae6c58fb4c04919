// tests/intake/silentFaults.test.ts: faults of sheets that once gave a wrong figure without a word (found by `npm run damage`): each is told now.
import { analyse } from "../../src/actions/analyse";
import type { CellValue, Grid } from "../../src/intake/grid";
import { type Intake, readWorkbook } from "../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "./gridOf";
import { asRead, entriesOf, readSheet, saidBeside } from "./shown";

type Row = readonly CellValue[];
const long: Row = ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"];
const lines: readonly Row[] = [
  ["Personal", 2023, 900, 1000],
  ["Lokaler", 2023, 400, 500],
  ["Personal", 2024, 1100, 1200],
  ["Lokaler", 2024, 600, 700],
];

const asked = ({ questions }: Intake): readonly string[] =>
  questions.map(
    ({ code, answers }) => `${code}: ${answers.map(({ value, total }) => `${value} ${String(total)}`).join(", ")}`,
  );

const differing = (grids: readonly Grid[]): readonly string[] =>
  analyse([workbookOf(...grids)], asRead)
    .problems.filter(({ code }) => code === "control-total-differs")
    .map(({ cell }) => String(cell));

describe("a total of a long table that names no period", () => {
  test("is compared with all lines and periods, and is no line without a period", () => {
    expect(differing([gridOf([long, ...lines, ["Summa", null, 3000, 3400]])])).toEqual([]);
    expect(differing([gridOf([long, ...lines, ["Summa", null, 3000, 4300]])])).toEqual(["D6"]);
    expect(saidBeside(readSheet([long, ...lines, ["Summa", null, 3000, 3400]]))).toEqual(["total-row A6"]);
  });

  test("is of the rows since the total above it, and of all where it stands right below one", () => {
    const years = (last: Row): readonly Row[] => [
      long,
      ...lines.slice(0, 2),
      ["Summa", null, 1300, 1500],
      ...lines.slice(2),
      ["Summa", null, 1700, 1900],
      last,
    ];
    expect(differing([gridOf(years(["Totalt", null, 3000, 3400]))])).toEqual([]);
    expect(differing([gridOf(years(["Totalt", null, 3001, 9999]))])).toEqual(["D8"]);
  });

  test("a line without a period is still one", () => {
    expect(saidBeside(readSheet([long, ...lines, ["Resor", null, 3, 4]]))).toEqual(["unreadable-period B6"]);
  });
});

test("two columns headed alike with other amounts are asked about; with the same ones they are one", () => {
  const twins = (more: number): Intake =>
    readSheet([[...long, "Budget (kr)"], ...lines.map((row) => [...row, (row[3] as number) + more])]);
  expect(asked(twins(50))).toEqual(["which-columns: columns-1 400, columns-2 600"]);
  expect(entriesOf(twins(0).tables[0]!)[0]).toBe("Personal 2023 900/1000");
});

describe("a column a thousand times the one beside it", () => {
  const heading: Row = ["Kostnadsslag", "Utfall 2024", "Budget 2024"];
  const names = ["Personal", "Lokaler", "Resor", "Kansli"];
  const sheet = (outcomes: number, budgets: number): readonly Row[] => [
    ["Belopp i tkr"],
    heading,
    ...names.map((name, at) => [name, (at + 2) * 90 * outcomes, (at + 2) * 100 * budgets]),
  ];

  test("is asked about, with what each reading gives", () => {
    expect(asked(readSheet(sheet(1, 1000)))).toEqual([
      "scale-differs: large-kr 140000, small-mkr 140000000, tkr 1398740000",
    ]);
    expect(asked(readSheet(sheet(1000, 1)))[0]).toMatch(/^scale-differs: large-kr 140000, /u);
  });

  test("an outcome far from its budget is none", () => {
    expect(asked(readSheet(sheet(1, 1)))).toEqual([]);
    expect(asked(readSheet(sheet(1, 20)))).toEqual([]);
  });

  test("on two sheets they are not set against each other", () => {
    const side = (word: string, times: number): Grid =>
      gridOf([["Kostnadsslag", word], ...names.map((name, at) => [name, (at + 1) * times])], { sheet: `${word} 2024` });
    const read = readWorkbook(workbookOf(side("Budget", 100_000), side("Utfall", 97)), asRead);
    expect(read.tables).toEqual([]);
    expect(read.problems.find(({ code }) => code === "sides-differ")?.params).toMatchObject({ what: "units" });
  });
});

test("a year among others that has lost the heading of its budget is asked about, not left out", () => {
  const read = readSheet([
    [null, 2022, null, 2023, null, 2024, null],
    ["Kostnadsslag", "Utfall", "Budget", "Utfall", null, "Utfall", "Budget"],
    ["Personal", 1, 2, 3, 4, 5, 6],
    ["Lokaler", 10, 20, 30, 40, 50, 60],
  ]);
  expect(read.questions.map(({ code, cell }) => [code, cell])).toEqual([["column-means", "E2"]]);
});

test("the first year of all, where its first column has lost its heading", () => {
  const read = readSheet([
    [null, 2022, null, 2023, null],
    ["Kostnadsslag", "Bud.", "Utfall", "Budget", "Utfall"],
    ["Personal", 100, 110, 200, 210],
    ["Lokaler", 10, 12, 20, 22],
  ]);
  expect(asked(read)).toEqual(["column-means: budget -24, not-used -12"]);
});

test("a year without any outcome among years that have one is told", () => {
  const read = readSheet([
    [null, 2022, null, 2023, 2024, null],
    ["Kostnadsslag", "Budget", "Utfall", "Budget", "Budget", "Utfall"],
    ["Personal", 100, 110, 200, 300, 310],
    ["Lokaler", 10, 12, 20, 30, 33],
  ]);
  expect(saidBeside(read)).toEqual(["missing-outcome A3", "missing-outcome A4"]);
});

test("a number shown in another scale than its column is set aside with its cell", () => {
  const read = readSheet([["Kostnadsslag", "År", "Utfall (tkr)", "Budget (tkr)"], ...lines], {
    formats: { C3: "#,##0," },
  });
  expect(saidBeside(read)).toEqual(["ambiguous-amount C3"]);
});

test.each<[string, CellValue, string]>([
  ["of another currency", 400, '#,##0 "€"'],
  ["of another currency by its sign", 400, "[$£-809]#,##0"],
  ["beyond all money", 1e300, "General"],
])("a number %s is no amount", (_, value, format) => {
  const read = readSheet([long, ["Personal", 2023, value, 1000], ...lines.slice(1)], { formats: { C2: format } });
  expect(saidBeside(read)).toEqual(["text-in-amount C2"]);
});

test("kronor by any of their names are amounts", () => {
  for (const format of ['#,##0 "kr"', "#,##0 [$kr-41D]", "#,##0.00 [$SEK]"])
    expect(saidBeside(readSheet([long, ...lines], { formats: { C2: format } }))).toEqual([]);
});

describe("contributions", () => {
  const heading: Row = ["Part", "År", "Kontant (kr)", "Egen tid (kr)"];
  const rows: readonly Row[] = [
    ["Försäkringskassan", 2023, 50_000, 7000],
    ["Kommunen", 2023, 25_000, null],
  ];
  const read = (all: readonly Row[]): Intake => readWorkbook(workbookOf(gridOf(all)), asRead);
  const cash = ({ contributions }: Intake): readonly string[] =>
    contributions.map(({ value }) => `${value.agency} ${value.year} ${String(value.cash)} ${String(value.ownTime)}`);

  test("a year that one row lacks is told; without any column of years there is nothing to lack", () => {
    const lost = read([heading, rows[0]!, ["Kommunen", null, 25_000, null]]);
    expect(lost.problems.map(({ code, cell }) => [code, cell])).toContainEqual(["unreadable-period", "B3"]);
    expect(cash(lost)).toEqual(["Försäkringskassan 2023 50000 7000"]);
    expect(read([heading, ...rows.map(([party, , ...rest]) => [party!, null, ...rest])]).contributions).toHaveLength(2);
  });

  test("go on past a blank column", () => {
    const apart = [heading, ...rows].map((row) => [row[0]!, row[1]!, row[2]!, null, row[3]!]);
    expect(cash(read(apart))).toEqual(cash(read([heading, ...rows])));
  });

  test("years without a heading are the years", () => {
    expect(cash(read([["Part", null, "Kontant (kr)", "Egen tid (kr)"], ...rows]))).toEqual(
      cash(read([heading, ...rows])),
    );
  });

  test("money beside the table without a heading is told", () => {
    const found = read([["Part", "År", "Kontant (kr)", null], ...rows]);
    expect(found.problems.map(({ code, cell }) => [code, cell])).toContainEqual(["money-column-not-used", "D1"]);
  });
});

test("a sheet with budget and outcome that no table was found on is told, also where other sheets have tables", () => {
  const broken = gridOf(
    [
      ["Budget 2024", "Utfall 2024"],
      ["Personal", 10, 20],
      ["Lokaler", 30, 40],
    ],
    { sheet: "Bron" },
  );
  const read = readWorkbook(workbookOf(gridOf([long, ...lines]), broken), asRead);
  expect(read.problems.filter(({ sheet }) => sheet === "Bron").map(({ severity }) => severity)).toEqual(["block"]);
});

test.each([
  ["Siffrorna är hämtade ur ekonomisystemet den 3 mars", "2023"],
  ["Reviderad den 5 maj 2023", "2023"],
  ["Läget 31 augusti 2023", "31 augusti 2023"],
  ["1 januari till och med 30 juni 2023", "1 januari till och med 30 juni 2023"],
])("%s above a table of 2023 is of %s", (remark, period) => {
  const read = readSheet([
    ["Insats Bron 2023"],
    [remark],
    ["Kostnadsslag", "Utfall", "Budget"],
    ["Personal", 1, 2],
    ["Lokaler", 3, 4],
  ]);
  expect(read.tables[0]?.periods.map(({ label }) => label)).toEqual([period]);
});

test("a single line with the sign of income, and nothing else that says so, is told", () => {
  const rows: readonly Row[] = [
    ["Information", 2023, -869_341, -917_000],
    ["Styrelse", 2023, -26_778, -29_000],
    ["Försäkringar", 2023, -305_134, -372_000],
    ["Övriga kostnader", 2023, -482_292, -426_000],
  ];
  expect(saidBeside(readSheet([long, ...rows, ["Insats Bron", 2023, 645_246, -629_000]]))).toEqual([
    "opposite-sign C6",
  ]);
  expect(saidBeside(readSheet([long, ...rows, ["Bidrag från staten", 2023, 645_246, 629_000]]))).toEqual([]);
});

test("a result of the source that differs in one column is told as any total", () => {
  const sheet = (result: number): readonly Row[] => [
    ["Resultaträkning 2024"],
    [null, "Utfall 2024", "Budget 2024"],
    ["Intäkter"],
    ["Medlemsavgifter", 900, 1000],
    ["Summa intäkter", 900, 1000],
    ["Kostnader"],
    ["Personal", -500, -600],
    ["Lokaler", -150, -100],
    ["Summa kostnader", -650, -700],
    ["Årets resultat", result, 300],
  ];
  expect(differing([gridOf(sheet(250))])).toEqual([]);
  expect(differing([gridOf(sheet(520))])).toEqual(["B10"]);
  expect(differing([gridOf(sheet(-250))])).toEqual(["B10"]);
});

test("a result's deviation with the wrong sign is told where those of the lines are right", () => {
  const rows: readonly Row[] = [
    ["Resultaträkning 2024"],
    [null, "Utfall 2024", "Budget 2024", "Avvikelse"],
    ["Intäkter"],
    ["Medlemsavgifter", 900, 1000, -100],
    ["Bidrag från staten", 300, 250, 50],
    ["Summa intäkter", 1200, 1250, -50],
    ["Kostnader"],
    ["Personal", -500, -600, 100],
    ["Lokaler", -150, -180, 30],
    ["Summa kostnader", -650, -780, 130],
  ];
  expect(differing([gridOf([...rows, ["Årets resultat", 550, 470, 80]])])).toEqual([]);
  expect(differing([gridOf([...rows, ["Årets resultat", 550, 470, -80]])])).toEqual(["D11"]);
});

test("names without a heading are the lines, whatever column of accounts stands among the amounts", () => {
  const read = readSheet([
    ["Resultaträkning 2024"],
    [null, "Utfall 2024", "Konto", "Budget 2024"],
    ["Personal", -500, 5010, -600],
    ["Lokaler", -150, 5020, -100],
  ]);
  expect(read.tables[0]?.lines).toEqual(["Personal", "Lokaler"]);
});
