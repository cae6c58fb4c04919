// tests/intake/layouts.test.ts: the shapes that budget tables come in, long and wide.
import type { CellValue } from "../../src/intake/grid";
import { readWorkbook } from "../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "./gridOf";
import { asRead, controlsOf, entriesOf, readSheet, saidBeside } from "./shown";

const _ = null;
type Rows = readonly (readonly CellValue[])[];

const twoByTwo = ["Personal 2023 90/100", "Personal 2024 110/120", "Lokal 2023 40/50", "Lokal 2024 45/50"];

describe("the same figures in different layouts", () => {
  const layouts: readonly (readonly [string, Rows])[] = [
    [
      "long",
      [
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2023, 90, 100],
        ["Personal", 2024, 110, 120],
        ["Lokal", 2023, 40, 50],
        ["Lokal", 2024, 45, 50],
      ],
    ],
    [
      "long, other words and order",
      [
        ["Utfall (kr)", "PERIOD", "Ansvar", "Budget, kr", "kostnads post"],
        [90, "2023", "x", 100, "Personal"],
        [110, "2024", "x", 120, "Personal"],
        [40, "2023", "y", 50, "Lokal"],
        [45, "2024", "y", 50, "Lokal"],
      ],
    ],
    [
      "long, in English",
      [
        ["Cost line", "Year", "Actual", "Budget"],
        ["Personal", 2023, 90, 100],
        ["Personal", 2024, 110, 120],
        ["Lokal", 2023, 40, 50],
        ["Lokal", 2024, 45, 50],
      ],
    ],
    [
      "long, without umlauts",
      [
        ["Post", "Ar", "Bokfort", "Budget"],
        ["Personal", 2023, 90, 100],
        ["Personal", 2024, 110, 120],
        ["Lokal", 2023, 40, 50],
        ["Lokal", 2024, 45, 50],
      ],
    ],
    [
      "long, below titles and away from the corner",
      [
        ["Uppföljning"],
        [],
        [],
        [_, _, "Konto", "År", "Utfall", "Budget"],
        [_, _, "Personal", 2023, 90, 100],
        [_, _, "Personal", 2024, 110, 120],
        [],
        [_, _, "Lokal", 2023, 40, 50],
        [_, _, "Lokal", 2024, 45, 50],
      ],
    ],
    [
      "long, header repeated",
      [
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2023, 90, 100],
        ["Personal", 2024, 110, 120],
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Lokal", 2023, 40, 50],
        ["Lokal", 2024, 45, 50],
      ],
    ],
    [
      "wide, merged labels",
      [
        [_, 2023, _, 2024, _],
        [_, "Utfall", "Budget", "Utfall", "Budget"],
        ["Personal", 90, 100, 110, 120],
        ["Lokal", 40, 50, 45, 50],
      ],
    ],
    [
      "wide, repeated labels",
      [
        [_, 2023, 2023, 2024, 2024],
        [_, "Utfall", "Budget", "Utfall", "Budget"],
        ["Personal", 90, 100, 110, 120],
        ["Lokal", 40, 50, 45, 50],
      ],
    ],
    [
      "wide, budget first",
      [
        ["Kostnadsslag", 2023, _, 2024, _],
        [_, "Budget", "Utfall", "Budget", "Utfall"],
        ["Personal", 100, 90, 120, 110],
        ["Lokal", 50, 40, 50, 45],
      ],
    ],
    [
      "wide, deviations",
      [
        [_, "2023", _, _, "2024", _, _],
        ["Kostnad", "Utfall", "Budget", "Avvikelse", "Utfall", "Budget", "Avvikelse"],
        ["Personal", 90, 100, 10, 110, 120, 10],
        ["Lokal", 40, 50, 10, 45, 50, 5],
      ],
    ],
    [
      "wide, combined headings",
      [
        ["Kostnadsslag", "Utfall 2023", "Budget 2023", "Utfall 2024", "Budget 2024"],
        ["Personal", 90, 100, 110, 120],
        ["Lokal", 40, 50, 45, 50],
      ],
    ],
    [
      "wide, combined headings by measure",
      [
        ["Kostnadsslag", "Utfall 2023", "Utfall 2024", "Budget 2023", "Budget 2024"],
        ["Personal", 90, 110, 100, 120],
        ["Lokal", 40, 45, 50, 50],
      ],
    ],
    [
      "wide, measures over periods",
      [
        [_, "Utfall", _, "Budget", _],
        [_, 2023, 2024, 2023, 2024],
        ["Personal", 90, 110, 100, 120],
        ["Lokal", 40, 45, 50, 50],
      ],
    ],
    [
      "wide, a row of units between",
      [
        [_, 2023, _, 2024, _],
        [_, "kr", "kr", "kr", "kr"],
        [_, "Utfall", "Budget", "Utfall", "Budget"],
        ["Personal", 90, 100, 110, 120],
        ["Lokal", 40, 50, 45, 50],
      ],
    ],
    [
      "wide, accounts beside the names",
      [
        [_, _, 2023, _, 2024, _],
        ["Konto", "Kostnadsslag", "Utfall", "Budget", "Utfall", "Budget"],
        [5010, "Personal", 90, 100, 110, 120],
        [5020, "Lokal", 40, 50, 45, 50],
      ],
    ],
    [
      "wide, an unnamed total at the right",
      [
        [_, 2023, _, 2024, _, _, _],
        [_, "Utfall", "Budget", "Utfall", "Budget", "Utfall", "Budget"],
        ["Personal", 90, 100, 110, 120, 200, 220],
        ["Lokal", 40, 50, 45, 50, 85, 100],
      ],
    ],
    [
      "wide, totals at the right",
      [
        [_, 2023, _, 2024, _, "Totalt", _],
        [_, "Utfall", "Budget", "Utfall", "Budget", "Utfall", "Budget"],
        ["Personal", 90, 100, 110, 120, 200, 220],
        ["Lokal", 40, 50, 45, 50, 85, 100],
      ],
    ],
    [
      "wide, total headings",
      [
        ["Post", "Utfall 2023", "Budget 2023", "Utfall 2024", "Budget 2024", "Utfall totalt", "Budget totalt"],
        ["Personal", 90, 100, 110, 120, 200, 220],
        ["Lokal", 40, 50, 45, 50, 85, 100],
      ],
    ],
    [
      "wide, notes below",
      [
        [_, 2023, _, 2024, _],
        [_, "Utfall", "Budget", "Utfall", "Budget"],
        ["Personal", 90, 100, 110, 120],
        ["Lokal", 40, 50, 45, 50],
        [],
        ["Källa: ekonomisystemet"],
        ["Antal deltagare", 12],
      ],
    ],
  ];
  test.each(layouts)("%s", (_name, rows) => {
    const intake = readSheet(rows);
    expect(intake.tables).toHaveLength(1);
    expect([...entriesOf(intake.tables[0]!)].sort()).toEqual([...twoByTwo].sort());
    expect(intake.rows).toEqual({ seen: 4, used: 4, setAside: 0 });
    expect(saidBeside(intake)).toEqual([]);
  });
});

test("long: insats, konto, part and comment are kept, one table per insats", () => {
  const { tables } = readSheet([
    ["Insats", "Konto", "Kostnadsslag", "Månad", "Part", "Utfall", "Budget", "Kommentar"],
    ["Unga vuxna", 5010, "Personal", "2024-01", "Kommunen", 90, 100, "vakans"],
    ["Rehab", 5010, "Personal", "2024-01", _, 40, 50, _],
    ["Unga vuxna", 5010, "Personal", "2024-02", "Kommunen", 95, 100, _],
  ]);
  expect(tables.map(({ initiative }) => initiative)).toEqual(["Unga vuxna", "Rehab"]);
  expect(tables[0]!.entries[0]).toMatchObject({
    account: "5010",
    party: "Kommunen",
    remark: "vakans",
    origin: { cells: "F2:G2" },
  });
  expect(tables.map(entriesOf)).toEqual([
    ["Personal 2024-01 90/100", "Personal 2024-02 95/100"],
    ["Personal 2024-01 40/50"],
  ]);
});

test("long: a year column and a month column together are the period", () => {
  const { tables } = readSheet([
    ["Kostnadsslag", "År", "Månad", "Utfall", "Budget"],
    ["Personal", 2024, "mars", 9, 10],
    ["Personal", 2024, 4, 8, 10],
  ]);
  expect(tables[0]!.periods.map(({ from }) => from % 12)).toEqual([2, 3]);
});

test("long: dates are their month, in time order", () => {
  const { tables } = readSheet(
    [
      ["Konto", "Datum", "Utfall", "Budget"],
      ["Personal", 45352, 9, 10],
      ["Personal", 45323, 8, 10],
    ],
    { formats: { B: "yyyy-mm-dd" } },
  );
  expect(entriesOf(tables[0]!)).toEqual(["Personal 2024-03 9/10", "Personal 2024-02 8/10"]);
  expect(tables[0]!.periods.map(({ label }) => label)).toEqual(["2024-02", "2024-03"]);
});

test("wide: months under years", () => {
  const { tables } = readSheet([
    [_, 2023, _, _, _, 2024, _, _, _],
    [_, "jan", _, "feb", _, "jan", _, "feb", _],
    [_, "Utfall", "Budget", "Utfall", "Budget", "Utfall", "Budget", "Utfall", "Budget"],
    ["Personal", 1, 2, 3, 4, 5, 6, 7, 8],
  ]);
  expect(entriesOf(tables[0]!)).toEqual([
    "Personal jan 2023 1/2",
    "Personal feb 2023 3/4",
    "Personal jan 2024 5/6",
    "Personal feb 2024 7/8",
  ]);
});

test("wide: one period, told by the title", () => {
  const intake = readSheet([
    ["Uppföljning jan-aug 2024 (tkr)"],
    [],
    ["Kostnadsslag", "Utfall", "Budget", "Avvikelse"],
    ["Personal", 90, 100, 10],
    ["Lokal", 40, 50, 10],
    ["Summa", 130, 150, 20],
  ]);
  expect(entriesOf(intake.tables[0]!)).toEqual([
    "Personal jan-aug 2024 90000/100000",
    "Lokal jan-aug 2024 40000/50000",
  ]);
  expect(intake.tables[0]!.unitReading).toBe("stated");
});

test("two tables on one sheet, stacked, and one beside", () => {
  const intake = readSheet([
    ["Projekt A"],
    ["Kostnadsslag", "Utfall 2024", "Budget 2024", _, "Kostnadsslag", "Utfall 2023", "Budget 2023"],
    ["Personal", 90, 100, _, "Lokal", 7, 8],
    ["Summa", 90, 100, _, "Totalt", 7, 8],
    [],
    ["Projekt B"],
    ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
    ["Personal", 40, 50],
  ]);
  expect(intake.tables.map((table) => [table.range, ...entriesOf(table)])).toEqual([
    ["A2:C4", "Personal 2024 90/100"],
    ["E2:G4", "Lokal 2023 7/8"],
    ["A7:C8", "Personal 2024 40/50"],
  ]);
  expect(intake.rows).toEqual({ seen: 5, used: 3, setAside: 2 });
});

test("versions: revised and original budget, forecast and last year", () => {
  const { tables } = readSheet([
    [
      "Kostnadsslag",
      "År",
      "Utfall",
      "Budget",
      "Ursprunglig budget",
      "Reviderad budget 2024-05-01",
      "Prognos 2024-09-01",
      "Utfall fg år",
    ],
    ["Personal", 2024, 90, 100, 80, 110, 95, 70],
  ]);
  expect(tables[0]!.versions).toEqual([
    { kind: "original-budget", label: "Ursprunglig budget" },
    { kind: "revised-budget", label: "Reviderad budget 2024-05-01" },
    { kind: "forecast", label: "Prognos 2024-09-01" },
    { kind: "last-year", label: "Utfall fg år" },
  ]);
  expect(tables[0]!.entries[0]!.versions).toEqual([8000, 11000, 9500, 7000]);
});

test("versions: where no column is just budget, the revised one is the budget", () => {
  const { tables } = readSheet([
    ["Kostnadsslag", "År", "Utfall", "Ursprunglig budget", "Reviderad budget"],
    ["Personal", 2024, 90, 80, 110],
  ]);
  expect(entriesOf(tables[0]!)).toEqual(["Personal 2024 90/110"]);
  expect(tables[0]!.versions.map(({ kind }) => kind)).toEqual(["original-budget"]);
});

test("versions: a forecast for the whole year beside months stands on the line's last period", () => {
  const { tables } = readSheet([
    [_, "jan 2024", _, "feb 2024", _, _],
    ["Kostnadsslag", "Utfall", "Budget", "Utfall", "Budget", "Helårsprognos"],
    ["Personal", 1, 2, 3, 4, 30],
  ]);
  expect(entriesOf(tables[0]!)).toEqual(["Personal jan 2024 1/2", "Personal feb 2024 3/4"]);
  expect(tables[0]!.entries.map(({ versions }) => versions)).toEqual([[null], [3000]]);
});

describe("worked up but not requisitioned", () => {
  const kinds = (heading: string): readonly string[] => {
    const { tables } = readSheet([
      ["Kostnadsslag", "År", "Utfall", "Budget", heading],
      ["Personal", 2024, 90, 100, 5],
    ]);
    return tables[0]!.versions.map(({ kind }) => kind);
  };

  test.each([
    "Upparbetat ej rekvirerat",
    "Upparbetat, ej rekvirerat (tkr)",
    "Upparbetade men inte rekvirerade medel",
    "Ej rekvirerat",
    "Ännu ej rekv. kostnader",
    "Worked up, not requisitioned",
    "Not yet requisitioned",
  ])("is what a column headed %s holds", (heading) => {
    expect(kinds(heading)).toEqual(["worked-up"]);
  });

  test.each([
    "Upparbetat",
    "Rekvirerat",
    "Utfall inkl. ej rekvirerat",
    "Not requisitioned before 2024 by anybody at all we know",
  ])("is not what a column headed %s holds", (heading) => {
    expect(kinds(heading)).toEqual([]);
  });

  test("one column for all quarters stands on the last booked one, and no later quarter has begun for it", () => {
    const { tables } = readSheet([
      [_, "2024 kv 1", _, "2024 kv 2", _, "2024 kv 3", _, _],
      ["Kostnadsslag", "Utfall", "Budget", "Utfall", "Budget", "Utfall", "Budget", "Upparbetat ej rekvirerat"],
      ["Personal", 10, 12, 11, 12, _, 12, 4],
      ["Lokal", 5, 5, _, 5, _, 5, 1],
    ]);
    expect(tables[0]!.entries.map(({ versions }) => versions[0])).toEqual([null, 400, null, null, 100, null]);
  });

  test("a column under each quarter is that quarter's", () => {
    const { tables } = readSheet([
      [_, "2024 kv 1", _, _, "2024 kv 2", _, _],
      ["Kostnadsslag", "Utfall", "Budget", "Ej rekvirerat", "Utfall", "Budget", "Ej rekvirerat"],
      ["Personal", 10, 12, _, _, 12, 4],
    ]);
    expect(tables[0]!.entries.map(({ versions }) => versions[0])).toEqual([null, 400]);
  });

  test("an amount with the other sign is pointed out at its cell: it would lower the cost", () => {
    const intake = readSheet([
      ["Kostnadsslag", "År", "Utfall", "Budget", "Ej rekvirerat"],
      ["Personal", 2024, -90, -100, 5],
    ]);
    expect(saidBeside(intake)).toContain("opposite-sign E2");
  });
});

describe("totals", () => {
  const header = ["Kostnadsslag", "Utfall 2023", "Budget 2023", "Utfall 2024", "Budget 2024"];
  const a = ["A", 1, 2, 3, 5],
    b = ["B", 10, 20, 30, 40],
    c = ["C", 100, 200, 300, 400],
    d = ["D", 7, 8, 9, 11];

  test("subtotals and a grand total are controls of their own rows", () => {
    const intake = readSheet([
      header,
      a,
      b,
      ["Delsumma", 11, 22, 33, 45],
      c,
      d,
      ["Summa övrigt", 107, 208, 309, 411],
      ["Summa kostnader", 118, 230, 342, 456],
    ]);
    expect(intake.tables[0]!.lines).toEqual(["A", "B", "C", "D"]);
    expect(intake.setAside.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      "A4 total-row",
      "A7 subtotal-row",
      "A8 total-row",
    ]);
    expect(controlsOf(intake.tables[0]!).filter((text) => text.startsWith("budget"))).toEqual([
      "budget A+B 2023 22",
      "budget A+B 2024 45",
      "budget C+D 2023 208",
      "budget C+D 2024 411",
      "budget A+B+C+D 2023 230",
      "budget A+B+C+D 2024 456",
    ]);
  });

  test.each([
    "KOSTNADER Total",
    "Summa",
    "Totalt",
    "TOTALA KOSTNADER",
    "Summa kostnader",
    "Total",
    "Slutsumma",
    "S:a",
    "Kostnader totalt",
  ])("%s is no cost line", (name) => {
    expect(readSheet([header, a, b, [name, 11, 22, 33, 45]]).tables[0]!.lines).toEqual(["A", "B"]);
  });

  test.each(["Totalentreprenad", "Summatorer", "Nettolön"])("%s is a cost line", (name) => {
    expect(readSheet([header, a, b, [name, 1, 2, 3, 4]]).tables[0]!.lines).toEqual(["A", "B", name]);
  });

  test("a total without a telling name is seen by its figures, under its block or over it", () => {
    const under = readSheet([header, a, b, ["Verksamhet", 11, 22, 33, 45], [], c, d]);
    expect(under.setAside.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual(["A4 subtotal-row"]);
    const over = readSheet([header, c, ["Verksamhet", 11, 22, 33, 45], a, b]);
    expect(over.tables[0]!.lines).toEqual(["C", "A", "B"]);
  });

  test("a total without any name", () => {
    const intake = readSheet([header, a, b, [_, 11, 22, 33, 45]]);
    expect(intake.setAside.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual(["A4 total-row"]);
  });

  test("long: a total per year, and one over all years", () => {
    const intake = readSheet([
      ["Kostnadsslag", "År", "Utfall", "Budget"],
      ["A", 2023, 1, 2],
      ["B", 2023, 10, 20],
      ["Summa", 2023, 11, 22],
      ["A", 2024, 3, 5],
      ["B", 2024, 30, 40],
      ["Summa", 2024, 33, 45],
      ["A", "Totalt", 4, 7],
      ["Summa", _, 44, 67],
    ]);
    expect(intake.rows).toEqual({ seen: 8, used: 4, setAside: 4 });
    expect(controlsOf(intake.tables[0]!).filter((text) => text.startsWith("budget"))).toEqual([
      "budget A+B 2023 22",
      "budget A+B 2024 45",
      "budget A 2023+2024 7",
      "budget A+B 2023+2024 67",
    ]);
  });

  test("deviations that the source counts the other way round are turned", () => {
    const rows = (turn: number): Rows => [
      ["Kostnadsslag", "Utfall 2024", "Budget 2024", "Avvikelse 2024"],
      ["A", 90, 100, 10 * turn],
      ["B", 70, 60, -10 * turn],
    ];
    expect(controlsOf(readSheet(rows(1)).tables[0]!)).toEqual(["deviation A 2024 10", "deviation B 2024 -10"]);
    expect(controlsOf(readSheet(rows(-1)).tables[0]!)).toEqual(["deviation A 2024 10", "deviation B 2024 -10"]);
  });
});

test("a year beside its quarters is a control total", () => {
  const quarters = [1, 2, 3, 4].flatMap((quarter) => [`Utfall 2024 kv ${quarter}`, `Budget 2024 kv ${quarter}`]);
  const intake = readSheet([
    ["Kostnadsslag", ...quarters, "Utfall 2024", "Budget 2024"],
    ["A", 1, 2, 3, 4, 5, 6, 7, 8, 16, 20],
  ]);
  expect(intake.rows).toEqual({ seen: 4, used: 4, setAside: 0 });
  expect(controlsOf(intake.tables[0]!)).toEqual([
    "outcome A 2024 kv 1+2024 kv 2+2024 kv 3+2024 kv 4 16",
    "budget A 2024 kv 1+2024 kv 2+2024 kv 3+2024 kv 4 20",
  ]);
  expect(saidBeside(intake)).toEqual(["period-already-counted J1"]);
});

test("several initiatives: facts by name or by sheet", () => {
  const sheet = (name: string, deltagare: number) =>
    gridOf(
      [
        ["Insatsens namn", name],
        ["Antal deltagare", deltagare],
        [],
        ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
        ["Personal", 9, 10],
      ],
      { sheet: name },
    );
  const intake = readWorkbook(workbookOf(sheet("Ett", 5), sheet("Två", 7)), asRead);
  expect(intake.tables.map(({ initiative }) => initiative)).toEqual(["Ett", "Två"]);
  expect(intake.factsOfTables.map((facts) => facts?.participants?.value.toString())).toEqual(["5", "7"]);
  expect(intake.facts).toBeNull();
});
