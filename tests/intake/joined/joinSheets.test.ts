// tests/intake/joined/joinSheets.test.ts: budget on one sheet and outcome on another, and years on sheets of their own, are one table.
import fc from "fast-check";
import type { CellValue } from "../../../src/intake/grid";
import { readGrids, type Shown } from "../budget/answered";
import { gridOf } from "../gridOf";

type Rows = readonly (readonly CellValue[])[];
const MONTHS = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

function sheets(all: Readonly<Record<string, Rows>>, values: readonly string[] = []): Shown {
  return readGrids(
    Object.entries(all).map(([sheet, rows]) => gridOf(rows, { sheet })),
    values,
  );
}

/** `line budget outcome` of the only table. */
function lines({ intake }: Shown): readonly string[] {
  expect(intake.tables).toHaveLength(1);
  const { lines: names, entries } = intake.tables[0]!;
  return names.map((name, line) => {
    const sum = (measure: "outcome" | "budget"): number =>
      entries.filter((entry) => entry.line === line).reduce((all, entry) => all + Number(entry[measure] ?? 0) / 100, 0);
    return `${name} ${sum("budget")} ${sum("outcome")}`;
  });
}

const codes = ({ intake }: Shown): readonly string[] => intake.problems.map(({ code }) => code);

const budget: Rows = [
  ["Kostnadsslag", "Budget"],
  ["Personal", 1213],
  ["Lokaler", 307],
  ["Resor", 41],
];
const outcome: Rows = [
  ["Kostnadsslag", "Utfall"],
  ["Resor", 52],
  ["personal ", 1150],
  ["Lokaler", 311],
];
const whole = ["Personal 1213 1150", "Lokaler 307 311", "Resor 41 52"];

test.each<[string, Readonly<Record<string, Rows>>]>([
  ["headings say it", { "Budget 2026": budget, "Utfall 2026": outcome }],
  ["the outcome first", { "Utfall 2026": outcome, "Budget 2026": budget }],
  [
    "the sheets' names say it",
    {
      "Budget 2026": [["Kostnad", "Belopp"], ...budget.slice(1)],
      "Bokfört 2026": [["Kostnad", "Summa kr"], ...outcome.slice(1)],
    },
  ],
  ["years as headings", { Budget: [["Rad", 2026], ...budget.slice(1)], Utfall: [["Rad", 2026], ...outcome.slice(1)] }],
])("budget and outcome on two sheets, %s: one table, by name whatever the order", (_, all) => {
  const shown = sheets(all);
  expect(shown.ask).toEqual([]);
  expect(lines(shown)).toEqual(whole);
  expect(shown.totals).toEqual(["48"]);
  expect(codes(shown)).toContain("sheets-joined");
  expect(codes(shown)).not.toContain("no-outcome-amounts");
  const { rows } = shown.intake;
  expect(rows.seen).toBe(rows.used + rows.setAside);
});

test("months across: each month's budget beside its outcome, the months to come budgeted alone", () => {
  const planned: Rows = [
    ["Kostnad", ...MONTHS, "Summa"],
    ["Personal", ...Array(12).fill(101), 1212],
    ["Hyra", ...Array(12).fill(23), 276],
  ];
  const booked: Rows = [
    ["Kostnad", ...MONTHS],
    ["Hyra", 23, 24, 25],
    ["Personal", 99, 107, 98],
  ];
  const shown = sheets({ "Budget 2026": planned, "Utfall 2026": booked });
  expect(lines(shown)).toEqual(["Personal 1212 304", "Hyra 276 72"]);
  expect(shown.periods[0]).toHaveLength(12);
  expect(shown.totals).toEqual([String(3 * 124 - 376)]);
});

test("months of budget against one column of outcome: what fills it is compared with it", () => {
  const planned: Rows = [
    ["Kostnad", ...MONTHS],
    ["Personal", ...Array(12).fill(101)],
    ["Hyra", ...Array(12).fill(23)],
  ];
  const booked: Rows = [
    ["Kostnad", "Utfall jan–mars 2026"],
    ["Personal", 304],
    ["Hyra", 72],
  ];
  const shown = sheets({ "Budget 2026": planned, "Utfall 2026": booked });
  expect(lines(shown)).toEqual(["Personal 1212 304", "Hyra 276 72"]);
  expect(shown.totals).toEqual(["-4"]);
});

test("a line on one sheet only counts, and is told with the sheet that lacks it", () => {
  const shown = sheets({ "Budget 2026": [...budget, ["Utbildning", 90]], "Utfall 2026": [...outcome, ["Böter", 7]] });
  expect(lines(shown)).toEqual([...whole, "Utbildning 90 0", "Böter 0 7"]);
  const told = shown.intake.problems.filter(({ code }) => code === "lines-on-one-sheet");
  expect(told.map(({ params }) => params)).toEqual([
    { lines: "Utbildning", count: 1, missing: "Utfall 2026" },
    { lines: "Böter", count: 1, missing: "Budget 2026" },
  ]);
});

test("a row that only one side's figures make a sum is none where the other side says otherwise", () => {
  // 1 200 = 300 + 800 + 100, by chance; 1 150 is not 310 + 900 + 60.
  const plan: Rows = [
    ["Kostnad", "Budget"],
    ["Personal", 1200],
    ["Lokaler", 300],
    ["Köp", 800],
    ["Övrigt", 100],
  ];
  const real: Rows = [
    ["Kostnad", "Utfall"],
    ["Personal", 1150],
    ["Lokaler", 310],
    ["Köp", 900],
    ["Övrigt", 60],
  ];
  const shown = sheets({ "Budget 2026": plan, "Utfall 2026": real });
  expect(shown.totals).toEqual(["-20"]);
});

describe("not certain: asked, and nothing is counted before", () => {
  const named = { Plan: budget, "Ekonomirapport 2026": [["Kostnadsslag", "Utfall 2026"], ...outcome.slice(1)] };
  const all = { ...named, Plan: [["Kostnadsslag", "Budget 2026"], ...budget.slice(1)] };

  test("sheets whose names do not fit each other", () => {
    const shown = sheets(all);
    expect(shown.ask).toEqual([
      { code: "sheets-belong-together", cell: "A1:B4", answers: ["together 48", "leave-out null"] },
    ]);
    expect(shown.totals).toEqual([]);
    expect(sheets(all, ["together"]).totals).toEqual(["48"]);
    expect(sheets(all, ["leave-out"]).totals).toEqual([]);
  });

  test("names that fit, with few lines in common", () => {
    const other: Rows = [
      ["Kostnadsslag", "Utfall"],
      ["Personal", 52],
      ["Tolk", 1150],
      ["Fika", 311],
    ];
    expect(sheets({ "Budget 2026": budget, "Utfall 2026": other }).ask.map(({ code }) => code)).toEqual([
      "sheets-belong-together",
    ]);
  });
});

test.each<[string, Rows, string]>([
  [
    "costs with minus on one sheet",
    [
      ["Kostnadsslag", "Utfall"],
      ["Personal", -1150],
      ["Lokaler", -311],
      ["Resor", -52],
    ],
    "signs",
  ],
  [
    "no name in common",
    [
      ["Kostnadsslag", "Utfall"],
      ["Lön", 1150],
      ["Hyra", 311],
    ],
    "lines",
  ],
])("%s: said, and neither is counted", (_, rows, what) => {
  const shown = sheets({ "Budget 2026": budget, "Utfall 2026": rows });
  expect(shown.totals).toEqual([]);
  expect(shown.intake.problems.find(({ code }) => code === "sides-differ")?.params).toMatchObject({ what });
  const { rows: count } = shown.intake;
  expect(count.seen).toBe(count.setAside);
});

test("a blank heading over the names, a title above, income, costs and a result on both sheets", () => {
  const statement = (title: string, cost: number): Rows => [
    [title],
    ["", "Belopp"],
    ["Medlemsavgifter", 3000],
    ["Personal", -cost],
    ["Insatser", -1787],
    ["Resultat", 3000 - cost - 1787],
  ];
  const shown = sheets({
    "Budget 2025": statement("Budget 2025, tkr", 1213),
    "Utfall 2025": statement("Utfall 2025, tkr", 1243),
  });
  expect(shown.ask).toEqual([]);
  expect(shown.totals).toEqual(["-30000"]);
});

test("an interim report beside the annual one: each for itself, and said", () => {
  const rows = (a: number): Rows => [
    ["Kostnad", "Budget", "Utfall"],
    ["Personal", 1213, a],
    ["Hyra", 307, 307],
  ];
  const shown = sheets({ "Delår aug 2025": rows(799), "Bokslut 2025": rows(1250) });
  expect(shown.totals).toHaveLength(2);
  expect(codes(shown)).toContain("sheets-overlap");
});

test("sheets of other years are no pair: what each lacks is said", () => {
  const shown = sheets({ "Budget 2027": budget, "Utfall 2026": outcome });
  expect(shown.totals).toEqual([]);
  expect(codes(shown)).toEqual(expect.arrayContaining(["no-outcome-column", "no-budget-column"]));
});

describe("years on sheets of their own", () => {
  const year = (a: number, b: number): Rows => [
    ["Kostnad", "Budget", "Utfall"],
    ["Personal", 1213, a],
    ["Hyra", 307, b],
  ];

  test("names that differ by the year alone: one table of several years", () => {
    const shown = sheets({ "2025": year(1150, 311), "2024": year(1201, 300), Anteckningar: [["Ring kommunen"]] });
    expect(shown.periods).toEqual([["2024", "2025"]]);
    expect(shown.totals).toEqual([String(2 * 1520 - 1150 - 311 - 1201 - 300)]);
    expect(codes(shown)).toContain("sheets-joined-as-years");
  });

  test("two initiatives' names keep them apart", () => {
    expect(sheets({ "Vägen in 2024": year(1150, 311), "Spåret 2025": year(1201, 300) }).totals).toHaveLength(2);
  });

  test("budget and outcome of several years, each on its own sheet", () => {
    const shown = sheets({
      "Budget 2024": budget,
      "Utfall 2024": outcome,
      "Budget 2025": budget,
      "Utfall 2025": outcome,
    });
    expect(shown.periods).toEqual([["2024", "2025"]]);
    expect(shown.totals).toEqual(["96"]);
  });
});

test("joined sheets give what the same figures give in one table, or ask", () => {
  const figure = fc.integer({ min: 101, max: 99_999 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(figure, figure), { minLength: 3, maxLength: 12 }),
      fc.boolean(),
      (pairs, reversed) => {
        const name = (at: number): string => `Kostnad ${String.fromCharCode(65 + at)}`;
        const rows = pairs.map(([, booked], at): readonly CellValue[] => [name(at), booked]);
        const apart = sheets({
          "Budget 2026": [["Rad", "Budget"], ...pairs.map(([planned], at) => [name(at), planned])],
          "Utfall 2026": [["Rad", "Utfall"], ...(reversed ? [...rows].reverse() : rows)],
        });
        const expected = pairs.reduce((sum, [planned, booked]) => sum + planned - booked, 0);
        if (apart.ask.length === 0) expect(apart.totals).toEqual([String(expected)]);
      },
    ),
    { seed: 20261201, numRuns: 60 },
  );
});
