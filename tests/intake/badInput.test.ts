// tests/intake/badInput.test.ts: what can be wrong in a workbook, each with its cell, and nothing dropped in silence.
import type { Orientation } from "../../src/domain/deviation/budget";
import type { CellValue } from "../../src/intake/grid";
import { readWorkbook } from "../../src/intake/readWorkbook";
import { sv } from "../../src/text/sv";
import { problemWords } from "../../src/text/problems";
import { gridOf, husamradet, workbookOf } from "./gridOf";
import { asRead, entriesOf, readSheet, said, saidBeside } from "./shown";

const _ = null;
type Row = readonly CellValue[];
const header: Row = ["Kostnadsslag", "År", "Utfall", "Budget"];
const good: Row = ["Lokal", 2024, 40, 50];

describe("a table with headings and nothing to calculate with is never left out in silence", () => {
  const wide: readonly Row[] = [
    [_, 2023, _, 2024, _],
    ["Kostnadsslag", "Utfall", "Budget", "Utfall", "Budget"],
  ];
  test.each<[string, readonly Row[], string, number, number]>([
    ["long, headings only", [header], "A1:D1", 0, 0],
    ["long, no amounts", [header, ["Lokal", 2024, _, _], ["El", 2024, _, _]], "A1:D3", 2, 2],
    ["long, only a total", [header, ["Summa", 2024, 40, 50]], "A1:D2", 1, 1],
    ["long, only text for amounts", [header, ["Lokal", 2024, "ca 40", "ca 50"]], "A1:D2", 1, 1],
    ["wide, headings only", wide, "A1:E2", 0, 0],
    ["wide, headings with their period", [["Kostnadsslag", "Utfall 2024", "Budget 2024"]], "A1:C1", 0, 0],
    ["wide, no amounts", [...wide, ["Lokal"], ["El"]], "A1:E4", 2, 2],
    [
      "wide, without a period",
      [["Kostnadsslag", "Utfall", "Budget"], good.filter((cell) => cell !== 2024)],
      "A1:C2",
      1,
      1,
    ],
  ])("%s: alone and beside a good table", (_name, rows, cell, seen, told) => {
    const empty = gridOf(rows, { sheet: "Tom" });
    const alone = readWorkbook(workbookOf(empty), asRead);
    expect(alone.tables).toEqual([]);
    expect(alone.rows).toEqual({ seen, used: 0, setAside: seen });
    const beside = readWorkbook(workbookOf(empty, gridOf([header, good], { sheet: "Bra" })), asRead);
    expect(beside.tables.map(entriesOf)).toEqual([["Lokal 2024 40/50"]]);
    expect(beside.rows).toEqual({ seen: seen + 1, used: 1, setAside: seen });
    for (const { problems } of [alone, beside]) {
      const said = problems.filter(({ sheet }) => sheet === "Tom");
      expect(said.filter(({ code }) => code === "empty-table")).toMatchObject([
        { severity: "block", cell, params: { rows: seen } },
      ]);
      expect(said).toHaveLength(told + 1);
    }
  });

  test.each<[string, Row]>([
    ["contributions", ["Part", "År", "Kontant"]],
    [
      "participants",
      ["Deltagare", "Födelseår", "Sista månad", "Försörjning före", "Belopp före", "Försörjning efter", "Belopp efter"],
    ],
  ])("%s, headings only", (_name, headings) => {
    expect(said(readSheet([headings]))).toEqual([expect.stringMatching(/^empty-table A1:[CG]1$/)]);
  });

  test("an empty heading row above a table is a table of its own, and the other one is read", () => {
    const intake = readSheet([...wide, [], ...wide, ["Lokal", 1, 2, 3, 4]]);
    expect(intake.tables.map(entriesOf)).toEqual([["Lokal 2023 1/2", "Lokal 2024 3/4"]]);
    expect(saidBeside(intake)).toContain("empty-table A1:E2");
  });
});

describe("a column that is headed and empty", () => {
  test("budget: no deviation against nothing", () => {
    const intake = readSheet([header, ["Lokal", 2024, 40, _], ["El", 2024, 4, " "]]);
    expect(intake.tables).toEqual([]);
    expect(saidBeside(intake)).toEqual(["no-budget-amounts A1:D3"]);
    expect(intake.setAside.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      "A2:D2 no-budget-amounts",
      "A3:D3 no-budget-amounts",
    ]);
  });

  test("budget on rows that are set aside is not an empty column: the rows say what to do", () => {
    const intake = readSheet([
      header,
      ["Lokal", 2024, "ca 100 tkr", 120],
      ["El", "2024?", 30, 20],
      ["Resor", 2024, 10, _],
    ]);
    expect(intake.tables.map(entriesOf)).toEqual([["Resor 2024 10/none"]]);
    expect(intake.rows).toEqual({ seen: 3, used: 1, setAside: 2 });
    expect(intake.problems.map(({ code }) => code)).toContain("text-in-amount");
    expect(intake.problems.map(({ code }) => code)).not.toContain("no-budget-amounts");
  });

  test("budget of one initiative: the other one is used", () => {
    const intake = readSheet([
      ["Insats", ...header],
      ["Steget", "Lokal", 2024, 40, _],
      ["Bron", "Lokal", 2024, 4, 0],
    ]);
    expect(intake.tables.map(({ initiative }) => initiative)).toEqual(["Bron"]);
    expect(intake.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
  });

  test("outcome: nothing is booked, which is said", () => {
    const intake = readSheet([header, ["Lokal", 2024, _, 50]]);
    expect(intake.tables.map(entriesOf)).toEqual([["Lokal 2024 none/50"]]);
    expect(saidBeside(intake)).toEqual(["no-outcome-amounts A1:D2"]);
  });
});

describe("an income line among costs", () => {
  test.each<[string, number, number, Orientation]>([
    ["written like the costs: income less costs", 30, 35, "all-positive"],
    ["written the other way, as in a ledger", -30, -35, "ledger"],
    ["nothing yet", 0, 0, "costs-only"],
  ])("%s", (_name, outcome, budget, orientation) => {
    const intake = readSheet([header, good, ["Statsbidrag", 2024, outcome, budget]]);
    expect(intake.rows).toEqual({ seen: 2, used: 2, setAside: 0 });
    expect(intake.tables[0]?.orientation).toBe(orientation);
    expect(saidBeside(intake)).toEqual([]);
  });

  test("a table of income alone has nothing to be told from", () => {
    expect(saidBeside(readSheet([header, ["Statsbidrag", 2024, 30, 35]]))).toEqual([]);
  });
});

describe("odd ways to lay out a table", () => {
  const lines = (intake: ReturnType<typeof readSheet>): readonly (readonly string[])[] => intake.tables.map(entriesOf);

  test("a cost line cell merged over several rows: the rows without a name are set aside, and the message says why", () => {
    const intake = readSheet([header, ["Lokal", 2023, 1, 2], [_, 2024, 3, 4], ["El", 2023, 5, 6]]);
    expect(lines(intake)).toEqual([["Lokal 2023 1/2", "El 2023 5/6"]]);
    expect(saidBeside(intake)).toEqual(["missing-cost-line A3"]);
    const found = intake.problems.find(({ code }) => code === "missing-cost-line")!;
    expect(problemWords(found, sv).action).toMatch(/sammanfogad.*dela den/);
  });

  test("headings repeated among the rows are neither rows nor tables", () => {
    const intake = readSheet([header, good, header, ["El", 2024, 4, 5]]);
    expect(lines(intake)).toEqual([["Lokal 2024 40/50", "El 2024 4/5"]]);
    expect(intake.rows).toEqual({ seen: 2, used: 2, setAside: 0 });
  });

  test("two tables side by side, with or without a column between", () => {
    for (const between of [[], [_]]) {
      const intake = readSheet([
        [...header, ...between, ...header],
        [...good, ...between, "Resor", 2024, 1, 2],
      ]);
      expect(lines(intake)).toEqual([["Lokal 2024 40/50"], ["Resor 2024 1/2"]]);
    }
  });

  test("dates for period headings, as whatever their format shows", () => {
    const intake = readSheet(
      [
        [_, 45292, _, 45323, _],
        ["Kostnadsslag", "Utfall", "Budget", "Utfall", "Budget"],
        ["Lokal", 1, 2, 3, 4],
      ],
      { formats: { B1: "mmm-yy", D1: "mmm-yy" } },
    );
    expect(intake.tables[0]?.periods.map(({ from, to }) => [from - 2024 * 12, to - 2024 * 12])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test("a period that nobody wrote is asked for, not quoted as an empty text", () => {
    const intake = readSheet([
      ["Kostnadsslag", "Utfall", "Budget"],
      ["Lokal", 40, 50],
    ]);
    const found = intake.problems.find(({ code }) => code === "unreadable-period")!;
    expect(problemWords(found, sv).what).toBe("Perioden är inte angiven.");
  });
});

describe("single rows are set aside with cell and reason, the rest is used", () => {
  test.each<[string, Row, string, string, Readonly<Record<string, string>>?]>([
    ["text in an amount", ["Personal", 2024, "se not", 100], "text-in-amount", "C2"],
    ["text in the other amount", ["Personal", 2024, 90, "okänt"], "text-in-amount", "D2"],
    ["an ambiguous amount", ["Personal", 2024, "1.234", 100], "ambiguous-amount", "C2"],
    ["a date in an amount", ["Personal", 2024, 45352, 100], "date-in-amount", "C2", { C2: "yyyy-mm-dd" }],
    ["a percentage in an amount", ["Personal", 2024, 0.5, 100], "text-in-amount", "C2", { C2: "0%" }],
    ["#SAKNAS! as text", ["Personal", 2024, "#SAKNAS!", 100], "error-in-amount", "C2"],
    ["an error value", ["Personal", 2024, 90, { error: "#N/A" }], "error-in-amount", "D2"],
    ["true", ["Personal", 2024, true, 100], "boolean-in-amount", "C2"],
    ["a year 20008", ["Personal", 20008, 90, 100], "year-out-of-range", "B2"],
    ["a year 1089 as text", ["Personal", "1089", 90, 100], "year-out-of-range", "B2"],
    ["an unreadable period", ["Personal", "i fjol", 90, 100], "unreadable-period", "B2"],
    ["no period", ["Personal", _, 90, 100], "unreadable-period", "B2"],
    ["no cost line", [_, 2024, 90, 100], "missing-cost-line", "A2"],
    ["an error for a cost line", [{ error: "#REF!" }, 2024, 90, 100], "error-in-key", "A2"],
    ["no amounts", ["Personal", 2024, _, _], "no-amounts", "A2"],
    ["a total", ["Summa", 2024, 40, 50], "total-row", "A2"],
  ])("%s", (_name, row, code, cell, formats = {}) => {
    const intake = readSheet([header, row, good], { formats });
    expect(intake.setAside).toEqual([{ sheet: "Blad1", cell, reason: code, rows: 1 }]);
    expect(saidBeside(intake)).toEqual([`${code} ${cell}`]);
    expect(entriesOf(intake.tables[0]!)).toEqual(["Lokal 2024 40/50"]);
    expect(intake.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
  });

  test("in a wide table only the period with the fault", () => {
    const intake = readSheet([
      [_, 2023, _, 20008, _],
      [_, "Utfall", "Budget", "Utfall", "Budget"],
      ["Personal", 1, 2, 3, 4],
      ["Lokal", "?", 6, 7, 8],
    ]);
    expect(entriesOf(intake.tables[0]!)).toEqual(["Personal 2023 1/2"]);
    expect(intake.setAside.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      "D3:E3 year-out-of-range",
      "B4 text-in-amount",
      "D4:E4 year-out-of-range",
    ]);
  });

  test("a heading row among the lines", () => {
    const intake = readSheet([
      ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
      ["Lokaler", _, _],
      ["Hyra", 40, 50],
      ["El", 4, 5],
    ]);
    expect(intake.rows).toEqual({ seen: 3, used: 2, setAside: 1 });
    expect(saidBeside(intake)).toEqual(["no-amounts A2"]);
  });
});

describe("used, and said", () => {
  test.each<[string, Row, string]>([
    ["a missing budget", ["Personal", 2024, 90, _], "Personal 2024 90/none"],
    ["a missing outcome", ["Personal", 2024, _, 100], "Personal 2024 none/100"],
    ["a dash", ["Personal", 2024, "–", 100], "Personal 2024 0/100"],
    ["the other sign", ["Personal", 2024, -9, 100], "Personal 2024 -9/100"],
    ["a formula as text", ["=cmd|' /C calc'!A0", 2024, 90, 100], "=cmd|' /C calc'!A0 2024 90/100"],
    ["a line that differs in case", ["LOKAL", 2024, 90, 100], "LOKAL 2024 90/100"],
  ])("%s", (name, row, entry) => {
    const codes: Readonly<Record<string, string>> = {
      "a missing budget": "missing-budget D4",
      "a missing outcome": "missing-outcome C4",
      "a dash": "dash-as-zero C4",
      "the other sign": "opposite-sign C4",
      "a formula as text": "formula-as-text A4",
      "a line that differs in case": "lines-differ-in-case A4",
    };
    const intake = readSheet([header, good, ["El", 2024, 4, 5], row]);
    expect(entriesOf(intake.tables[0]!)).toContain(entry);
    expect(saidBeside(intake)).toEqual([codes[name]]);
    expect(intake.rows).toEqual({ seen: 3, used: 3, setAside: 0 });
  });

  test("a period that nobody has booked is no missing outcome", () => {
    expect(saidBeside(readSheet([header, good, ["Lokal", 2025, _, 50]]))).toEqual([]);
  });

  test("hidden rows, one note a run, and a hidden sheet", () => {
    const rows = [header, good, ["A", 2024, 1, 2], ["B", 2024, 1, 2], ["C", 2024, 1, 2], ["D", 2024, 1, 2]];
    const intake = readSheet(rows, { hiddenRows: [3, 4, 6], hidden: true });
    expect(intake.rows.used).toBe(5);
    expect(saidBeside(intake)).toEqual(["hidden-sheet null", "hidden-row A3:D4", "hidden-row A6:D6"]);
  });

  test("the 1904 date system", () => {
    const grid = gridOf(
      [
        ["Kostnadsslag", "Datum", "Utfall", "Budget"],
        ["Personal", 38017, 1, 2],
      ],
      { formats: { B: "yyyy-mm-dd" } },
    );
    const intake = readWorkbook({ ...workbookOf(grid), date1904: true }, asRead);
    expect(entriesOf(intake.tables[0]!)).toEqual(["Personal 2008-02 1/2"]);
    expect(said(intake)).toContain("date-system-1904 null");
  });
});

describe("unit", () => {
  const table = (amount: CellValue): Row[] => [header, ["Personal", 2024, amount, 100]];
  test.each<[string, Row[], string]>([
    ["in a title", [["Belopp i tkr"], ...table(90)], "tkr stated"],
    [
      "in a heading",
      [
        ["Kostnadsslag", "År", "Utfall (mnkr)", "Budget (mnkr)"],
        ["Personal", 2024, 1, 2],
      ],
      "Mkr stated",
    ],
    ["in words", [["Alla belopp i tusental kronor"], ...table(90)], "tkr stated"],
    ["ksek", [["Uppföljning, KSEK"], ...table(90)], "tkr stated"],
    ["after a year in a title", [["Uppföljning 2024 tkr"], ...table(90)], "tkr stated"],
    ["a large amount that ends like a year is no unit", [["Beviljat 1 2024 tkr"], ...table(90)], "kr assumed"],
    ["an amount in a title is no unit", [["Beviljat 500 000 kr, tkr nedan"], ...table(90)], "tkr stated"],
    ["nowhere", table(90), "kr assumed"],
  ])("%s", (_name, rows, unit) => {
    const [only] = readSheet(rows).tables;
    expect(`${only!.unit} ${only!.unitReading}`).toBe(unit);
  });

  test("in the number format", () => {
    const intake = readSheet(table(90), { formats: { C: '#,##0 "tkr"', D: '#,##0 "tkr"' } });
    expect(entriesOf(intake.tables[0]!)).toEqual(["Personal 2024 90000/100000"]);
  });

  test("elsewhere in the workbook", () => {
    const intake = readWorkbook(
      workbookOf(gridOf(table(90)), gridOf([["Alla belopp anges i tkr"]], { sheet: "Läs mig" })),
      asRead,
    );
    expect(intake.tables[0]).toMatchObject({ unit: "tkr", unitReading: "inferred" });
    expect(said(intake)).toContain("unit-inferred A1:D2");
  });

  test.each([
    [90, "tkr"],
    [49_999, "tkr"],
    [50_000, ""],
    [90.5, ""],
  ])("an assumed unit with %p looks like %p", (amount, looksLike) => {
    const intake = readSheet(table(amount));
    expect(intake.problems.find(({ code }) => code === "unit-assumed")!.params).toEqual({ unit: "kr", looksLike });
  });

  test("two for one table are asked about", () => {
    const intake = readSheet([
      ["Belopp i tkr"],
      ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
      ["Personal", 2024, 1, 2],
    ]);
    expect(said(intake)).toEqual(["question A2:D2"]);
    expect(intake.tables).toEqual([]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("two for two tables are both used", () => {
    const intake = readWorkbook(
      workbookOf(gridOf([["tkr"], ...table(1)]), gridOf([["Belopp i kr"], ...table(1)], { sheet: "Två" })),
      asRead,
    );
    expect(intake.tables.map(({ unit }) => unit)).toEqual(["tkr", "kr"]);
    expect(said(intake)).toContain("two-units null");
  });

  test("chosen", () => {
    const intake = readWorkbook(workbookOf(gridOf([["tkr"], ...table(90)])), { unit: "kr", sign: "negative" });
    expect(intake.tables[0]).toMatchObject({
      unit: "kr",
      unitReading: "chosen",
      sign: "negative",
      signReading: "chosen",
    });
    expect(said(intake)).toContain("unit-stated A2:D3");
  });
});

describe("sign", () => {
  test.each<[string, Row[], string]>([
    ["stated", [["Kostnader anges med minustecken"], header, ["A", 2024, 1, 2]], "negative stated"],
    [
      "stated the other way",
      [["Kostnader redovisas som positiva tal"], header, ["A", 2024, -1, -2]],
      "positive stated",
    ],
    ["inferred", [header, ["A", 2024, -1, -2], ["B", 2024, -1, 0]], "negative inferred"],
    [
      "income has no vote",
      [header, ["A", 2024, 1, 2], ["Bidrag", 2024, -100, -200], ["Intäkter", 2024, -10, -20]],
      "positive inferred",
    ],
  ])("%s", (_name, rows, sign) => {
    const [only] = readSheet(rows).tables;
    expect(`${only!.sign} ${only!.signReading}`).toBe(sign);
  });

  test.each<[string, Row[]]>([
    ["as many of each", [header, ["A", 2024, -10, -10], ["B", 2024, 10, 10]]],
    [
      "most cells one way, most money the other",
      [header, ["A", 2024, -1, -1], ["B", 2024, -1, -1], ["C", 2024, 100, 100]],
    ],
    ["outcome against budget", [header, ["A", 2024, 10, -10], ["B", 2024, 20, -20]]],
  ])("undecidable: %s", (_name, rows) => {
    const intake = readSheet(rows);
    expect(intake.tables).toEqual([]);
    expect(saidBeside(intake)).toEqual([`question A1:D${rows.length}`]);
    expect(intake.rows.setAside).toBe(rows.length - 1);
  });
});

describe("blocked tables", () => {
  test("the same line and period twice names both cells", () => {
    const intake = readSheet([header, good, ["A", 2024, 1, 2], ["Lokal", 2024, 3, 4]]);
    expect(intake.problems.find(({ code }) => code === "duplicate-key")).toMatchObject({
      cell: "C4:D4",
      params: { line: "Lokal", period: "2024", other: "C2:D2" },
    });
    expect(intake.tables).toEqual([]);
    expect(intake.rows).toEqual({ seen: 3, used: 0, setAside: 3 });
  });

  test("the same line twice with different accounts is two entries", () => {
    const intake = readSheet([
      ["Konto", "Kostnadsslag", "År", "Utfall", "Budget"],
      [5010, "Lokal", 2024, 1, 2],
      [5020, "Lokal", 2024, 3, 4],
    ]);
    expect(intake.rows.used).toBe(2);
  });

  test("one blocked insats leaves the other", () => {
    const intake = readSheet([
      ["Insats", ...header],
      ["X", ...good],
      ["X", ...good],
      ["Y", ...good],
    ]);
    expect(intake.tables.map(({ initiative }) => initiative)).toEqual(["Y"]);
    expect(intake.rows).toEqual({ seen: 3, used: 1, setAside: 2 });
  });

  test.each<[string, Row[], string]>([
    [
      "no budget, long",
      [
        ["Kostnadsslag", "År", "Utfall"],
        ["A", 2024, 1],
      ],
      "no-budget-column A1:C1",
    ],
    [
      "no budget, wide",
      [
        [_, 2023, 2024],
        ["Kostnadsslag", "Utfall", "Utfall"],
        ["A", 1, 2],
      ],
      "no-budget-column A1:C2",
    ],
    [
      "no outcome",
      [
        ["Kostnadsslag", "År", "Budget"],
        ["A", 2024, 1],
      ],
      "no-outcome-column A1:C1",
    ],
    [
      "neither",
      [
        ["Kostnadsslag", 2023, 2024],
        ["A", 1, 2],
      ],
      "no-budget-column A1:C1",
    ],
  ])("%s", (_name, rows, problem) => {
    const intake = readSheet(rows);
    expect(said(intake)).toEqual([problem]);
    expect(intake.rows.setAside).toBe(1);
  });

  test("periods that overlap without adding up", () => {
    const intake = readSheet([
      ["Kostnadsslag", "Utfall jan-aug 2024", "Budget jan-aug 2024", "Utfall 2024", "Budget 2024"],
      ["A", 1, 2, 3, 4],
    ]);
    expect(intake.tables).toEqual([]);
    expect(saidBeside(intake)).toEqual(["overlapping-periods A1"]);
  });
});

describe("refused", () => {
  test("no table", () => {
    expect(said(readSheet([["Hej"], [1, 2, 3], ["Namn", "Telefon"], ["Anna", "08-123"]]))).toEqual([
      "no-recognised-table null",
    ]);
    expect(said(readWorkbook(workbookOf(), asRead))).toEqual(["no-recognised-table null"]);
  });

  test("tables of other kinds are recognised and not read as budgets", () => {
    const intake = readSheet([
      ["Part", "År", "Kontant (kr)", "Naturainsats (kr)"],
      ["Kommunen", 2023, 5, 0],
      [],
      ["Mål", "Målvärde", "Utfall"],
      ["Avslut", 225, 136],
    ]);
    expect(intake.otherTables.map(({ kind }) => kind)).toEqual(["contributions", "goals"]);
    expect(said(intake)).toEqual(["contributions-without-participants null"]);
    expect(intake.tables).toEqual([]);
  });

  test("our own tabs are never a source", () => {
    const own = gridOf([header, ["Personal", 2024, 1, 2]], { sheet: "Underlag", role: "underlag" });
    expect(said(readWorkbook(workbookOf(own), asRead))).toEqual(["no-recognised-table null"]);
    expect(readWorkbook(workbookOf(own, ...husamradet().grids), asRead).tables).toHaveLength(1);
  });
});

test("a million empty formatted rows are no rows", () => {
  const grid = { ...gridOf([header, good]), rows: 1_048_576, columns: 16_384 };
  expect(readWorkbook(workbookOf(grid), asRead).rows).toEqual({ seen: 1, used: 1, setAside: 0 });
  const sparse: (readonly CellValue[])[] = [header, good];
  sparse.length = 1_048_576;
  expect(readWorkbook(workbookOf({ ...grid, values: sparse }), asRead).rows).toEqual({ seen: 1, used: 1, setAside: 0 });
});
