// tests/intake/budget/grossParts.test.ts: income and cost in columns of their own, with and without the net; units in lines' names.
import type { CellValue } from "../../../src/intake/grid";
import { readAnswered, type Shown } from "./answered";

const _ = null;
type Rows = readonly (readonly CellValue[])[];

const kinds = ({ intake }: Shown): readonly string[] =>
  intake.tables.flatMap(({ lines, kinds: found }) => lines.map((line, at) => `${line} ${found[at] ?? ""}`));

describe("income and cost without a net: two lines a row, income to its own side", () => {
  // Income +50 +10, cost +20 −10: +70.
  const layouts: readonly (readonly [string, Rows])[] = [
    [
      "headings of one row",
      [
        ["2025 tkr"],
        ["Verksamhet", "Intäkter budget", "Intäkter utfall", "Kostnader budget", "Kostnader utfall"],
        ["Kansli", 1000, 1050, 1000, 980],
        ["Insats A", 200, 210, 220, 230],
      ],
    ],
    [
      "under Budget and Utfall, with a total",
      [
        ["2025 tkr"],
        [_, "Budget", _, "Utfall", _],
        ["Verksamhet", "Intäkter", "Kostnader", "Intäkter", "Kostnader"],
        ["Kansli", 1000, 1000, 1050, 980],
        ["Insats A", 200, 220, 210, 230],
        ["Summa", 1200, 1220, 1260, 1210],
      ],
    ],
    [
      "costs with minus",
      [
        ["2025 tkr"],
        [_, "Budget", _, "Utfall", _],
        ["Verksamhet", "Intäkter", "Kostnader", "Intäkter", "Kostnader"],
        ["Kansli", 1000, -1000, 1050, -980],
        ["Insats A", 200, -220, 210, -230],
      ],
    ],
    [
      "as a ledger has them",
      [
        ["2025 tkr"],
        [_, "Budget", _, "Utfall", _],
        ["Verksamhet", "Intäkter", "Kostnader", "Intäkter", "Kostnader"],
        ["Kansli", -1000, 1000, -1050, 980],
        ["Insats A", -200, 220, -210, 230],
      ],
    ],
  ];
  test.each(layouts)("%s", (_name, rows) => {
    const shown = readAnswered(rows);
    expect(shown.ask).toEqual([]);
    expect(shown.totals).toEqual(["70000"]);
    expect(kinds(shown)).toEqual([
      "Intäkter: Kansli income",
      "Intäkter: Insats A income",
      "Kostnader: Kansli cost",
      "Kostnader: Insats A cost",
    ]);
    const { rows: count } = shown.intake;
    expect(count.seen).toBe(count.used + count.setAside);
  });

  test("a row with one of the two is one line, and no row is told to be empty", () => {
    const shown = readAnswered([
      ["2025"],
      ["Verksamhet", "Intäkter budget", "Intäkter utfall", "Kostnader budget", "Kostnader utfall"],
      ["Statsbidrag", 1000, 1050, _, _],
      ["Kansli", _, _, 993, 980],
    ]);
    expect(shown.totals).toEqual(["63"]);
    expect(shown.intake.setAside).toEqual([]);
  });
});

test.each([
  ["income less costs written with minus", [1000, -1000, 0, 1050, -980, 70], [200, -220, -20, 210, -230, -20], "70"],
  ["costs less income", [1000, 1010, 10, 1050, 980, -70], [200, 220, 20, 210, 230, 20], "80"],
  ["income less costs, both without minus", [1000, 990, 10, 1050, 980, 70], [200, 220, -20, 210, 230, -20], "60"],
])("beside its income and cost the net says which way it counts: %s", (_name, office, unit, total) => {
  const shown = readAnswered([
    ["2025"],
    [_, "Budget", _, _, "Utfall", _, _],
    ["Verksamhet", "Intäkter", "Kostnader", "Netto", "Intäkter", "Kostnader", "Netto"],
    ["Kansli", ...office],
    ["Insats A", ...unit],
  ]);
  expect(shown.totals).toEqual([total]);
});

describe("a unit in a line's name that is not the table's", () => {
  const rows: Rows = [
    ["2025, belopp i tkr"],
    ["Kostnad", "Budget", "Utfall"],
    ["Personal (kr)", 1_000_000, 1_050_000],
    ["Hyra", 200, 190],
  ];

  test("is asked about, the line in its own unit first", () => {
    const shown = readAnswered(rows);
    expect(shown.totals).toEqual([]);
    expect(shown.ask).toEqual([
      { code: "which-unit", cell: "A2:C2", answers: ["by-line -40000", "tkr -49990000", "kr -49990"] },
    ]);
    expect(readAnswered(rows, {}, ["by-line"]).totals).toEqual(["-40000"]);
  });

  test("the table's own unit, and what is per something, are no question", () => {
    const same = rows.map((row) => row.map((cell) => (cell === "Personal (kr)" ? "Personal (tkr)" : cell)));
    expect(readAnswered(same).ask).toEqual([]);
  });
});

test("several initiatives with rows that nobody knows: asked, not taken as costs", () => {
  const shown = readAnswered([
    ["2025"],
    ["Insats", "Rad", "Budget", "Utfall"],
    ["A", "Alfa", 1013, 1050],
    ["A", "Beta", 207, 190],
    ["B", "Gamma", 311, 330],
    ["B", "Delta", 127, 100],
  ]);
  expect([...new Set(shown.ask.map(({ code }) => code))]).toEqual(["income-or-cost"]);
  expect(shown.totals).toEqual([]);
});
