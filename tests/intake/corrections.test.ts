// tests/intake/corrections.test.ts: what the user says of a table goes before what was inferred, holds next month too, and loses no row.
import fc from "fast-check";
import type { RowCorrection, TableCorrection } from "../../src/domain/tableCorrection";
import { TABLE_KINDS, tableRoles } from "../../src/intake/records/tableKinds";
import { choicesText, readChoices } from "../../src/intake/corrections/choicesText";
import type { CellValue, Grid } from "../../src/intake/grid";
import { type Intake, readWorkbook } from "../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "./gridOf";

const _ = null;

/** A correction of the table on Blad1 with these headings in row 1; `change` says the rest. */
function correction(headings: readonly string[], change: Partial<TableCorrection> = {}): TableCorrection {
  return {
    sheet: "Blad1",
    headings,
    row: 0,
    left: 0,
    replaces: null,
    use: null,
    columns: [],
    rows: [],
    unit: null,
    sign: null,
    ...change,
  };
}

function role(heading: string, as: string | null, nth: number | null = null): TableCorrection["columns"][number] {
  return { heading, nth, role: as };
}

function read(grids: Grid | readonly Grid[], ...corrections: readonly TableCorrection[]): Intake {
  const intake = readWorkbook(workbookOf(...[grids].flat()), { unit: null, sign: null, corrections });
  const { seen, used, setAside } = intake.rows;
  expect(seen).toBe(used + setAside);
  expect(intake.setAside).toHaveLength(setAside);
  return intake;
}

/** `line, period: outcome / budget` in kr, per entry of the first table. */
function entries({ tables }: Intake): readonly string[] {
  return tables.flatMap(({ entries: all, lines, periods }) =>
    all.map(({ line, period, outcome, budget }) => {
      const kr = (amount: unknown): string => (amount === null ? "–" : String(Number(amount) / 100));
      return `${lines[line] ?? ""}, ${periods[period]?.label ?? ""}: ${kr(outcome)} / ${kr(budget)}`;
    }),
  );
}

const codes = ({ problems }: Intake): readonly string[] => problems.map(({ code }) => code);

/** Nothing here says what is outcome and what is budget. */
const UNKNOWN = ["Vad", "När", "Gått åt", "Plan"];
const unknown = (): CellValue[][] => [UNKNOWN, ["Personal", "2024", 100, 120], ["Lokaler", "2024", 30, 20]];
const mapped = correction(UNKNOWN, {
  use: "budget",
  columns: [role("Vad", "line"), role("När", "period"), role("Gått åt", "outcome"), role("Plan", "budget")],
  unit: "kr",
  sign: "positive",
});
const MAPPED = ["Personal, 2024: 100 / 120", "Lokaler, 2024: 30 / 20"];

describe("columns that are not known by their headings", () => {
  test("the sheet is refused without the user's word, and read with it", () => {
    expect(codes(read(gridOf(unknown())))).toEqual(["no-recognised-table", "no-budget-column"]);
    const intake = read(gridOf(unknown()), mapped);
    expect(entries(intake)).toEqual(MAPPED);
    expect(intake.tables[0]).toMatchObject({ unitReading: "chosen", signReading: "chosen", range: "A1:D3" });
    // What was not inferred is told, for whoever reads the result.
    expect(intake.problems).toEqual([
      expect.objectContaining({
        code: "read-as-chosen",
        severity: "note",
        cell: "A1:D3",
        params: { what: "Vad, När, Gått åt, Plan" },
      }),
    ]);
  });

  test.each<[string, CellValue[][], TableCorrection, string[]]>([
    [
      "periods side by side under a row of years",
      [
        [_, 2023, _, 2024, _],
        ["Post", "Ack", "Ram", "Ack", "Ram"],
        ["Personal", 10, 12, 20, 24],
        ["Lokaler", 5, 5, 6, 6],
      ],
      correction(["Post", "Ack", "Ram", "Ack", "Ram"], {
        row: 1,
        use: "budget",
        columns: [role("Ack", "outcome"), role("Ram", "budget")],
      }),
      ["Personal, 2023: 10 / 12", "Personal, 2024: 20 / 24", "Lokaler, 2023: 5 / 5", "Lokaler, 2024: 6 / 6"],
    ],
    [
      "the period in the heading itself",
      [
        ["Post", "Kostat 2024 jan–juni", "Ram 2024 jan–juni"],
        ["Personal", 10, 12],
      ],
      correction(["Post", "Kostat 2024 jan–juni", "Ram 2024 jan–juni"], {
        use: "budget",
        columns: [role("Kostat 2024 jan–juni", "outcome"), role("Ram 2024 jan–juni", "budget")],
      }),
      ["Personal, 2024 jan–juni: 10 / 12"],
    ],
    [
      "columns without any heading, told apart by their order",
      [["2024"], [_, _, _], ["Personal", 10, 12]],
      correction(["", "", ""], {
        row: 1,
        use: "budget",
        columns: [role("", "line", 0), role("", "outcome", 1), role("", "budget", 2)],
      }),
      ["Personal, 2024: 10 / 12"],
    ],
    [
      "a heading that says one thing and means another",
      [
        ["Kostnadsslag", "År", "Budget", "Utfall"],
        ["Personal", 2024, 10, 12],
      ],
      correction(["Kostnadsslag", "År", "Budget", "Utfall"], {
        use: "budget",
        columns: [role("Budget", "outcome"), role("Utfall", "budget")],
      }),
      ["Personal, 2024: 10 / 12"],
    ],
    [
      "a column that is not to be used",
      [
        ["Kostnadsslag", "År", "Utfall", "Budget", "Budget 2"],
        ["Personal", 2024, 10, 12, 99],
      ],
      correction(["Kostnadsslag", "År", "Utfall", "Budget", "Budget 2"], {
        use: "budget",
        columns: [role("Budget", null), role("Budget 2", "budget")],
      }),
      ["Personal, 2024: 10 / 99"],
    ],
  ])("%s", (_name, cells, choice, expected) => {
    expect(entries(read(gridOf(cells), choice))).toEqual(expected);
  });

  test("what is still missing is said, and the rows are set aside", () => {
    const intake = read(gridOf(unknown()), { ...mapped, columns: mapped.columns.slice(0, 3) });
    expect(codes(intake)).toContain("no-budget-column");
    expect(intake.rows).toEqual({ seen: 2, used: 0, setAside: 2 });
    const bare = read(
      gridOf([
        ["A", "B"],
        [1, 2],
      ]),
      {
        ...correction(["A", "B"], { use: "budget", columns: [role("A", "outcome"), role("B", "budget")] }),
      },
    );
    expect(codes(bare)).toContain("no-line-column");
  });

  test("tables that are no budgets: who pays what, under the federation's own headings", () => {
    const headings = ["Organisation", "Kalenderår", "Pengar", "Arbete"];
    const cells = [headings, ["Region Jämtland", 2024, 100, 50], ["Östersunds kommun", 2024, 200, 0]];
    const choice = correction(headings, {
      use: "contributions",
      columns: [role("Organisation", "agency"), role("Pengar", "cash"), role("Arbete", "ownTime")],
      unit: "tkr",
    });
    const { contributions } = read(gridOf(cells), choice);
    expect(contributions.map(({ value }) => [value.agency, Number(value.cash)])).toEqual([
      ["Region Jämtland", 100_000],
      ["Östersunds kommun", 200_000],
    ]);
  });
});

describe("rows and totals of tables that are no budgets", () => {
  const PAID = ["Part", "År", "Kontant (kr)"];
  const paid = (): CellValue[][] => [
    PAID,
    ["Region Jämtland", 2024, 100],
    ["Totalförsvaret", 2024, 50],
    ["Alla", 2024, 150],
  ];
  const toggled = (...rows: RowCorrection[]): Intake => read(gridOf(paid()), correction(PAID, { rows }));
  const parties = ({ contributions }: Intake): string[] => contributions.map(({ value }) => value.agency);

  test("each row is told with what it is taken for", () => {
    expect(read(gridOf(paid())).found[0]?.rows.map(({ label, is, cell }) => [label, is, cell])).toEqual([
      ["Region Jämtland", "line", "A2"],
      ["Totalförsvaret", "line", "A3"],
      ["Alla", "line", "A4"],
    ]);
  });

  test("a total that its name does not give away is set aside and compared, and can be taken back", () => {
    const chosen = toggled({ label: "Alla", is: "total" });
    expect(parties(chosen)).toEqual(["Region Jämtland", "Totalförsvaret"]);
    expect(chosen.setAside).toEqual([expect.objectContaining({ cell: "A4", reason: "total-row" })]);
    expect(codes(chosen)).toContain("read-as-chosen");
    expect(codes(chosen)).not.toContain("stated-total-differs");
    expect(chosen.found[0]?.rows.at(-1)).toMatchObject({ label: "Alla", is: "total" });
  });

  test("a party whose name is that of a total is a row when the user says so", () => {
    const cells = [PAID, ["Region Jämtland", 2024, 100], ["Summa AB", 2024, 50]];
    expect(parties(read(gridOf(cells)))).toEqual(["Region Jämtland"]);
    const chosen = read(gridOf(cells), correction(PAID, { rows: [{ label: "Summa AB", is: "line" }] }));
    expect(parties(chosen)).toEqual(["Region Jämtland", "Summa AB"]);
  });

  test("persons before and after, and planned numbers, too", () => {
    const HEADINGS = ["Försörjning", "Före", "Efter"];
    const cells = [HEADINGS, ["Sjukpenning", 5, 2], ["Aktivitetsersättning", 3, 1], ["Samtliga personer", 8, 3]];
    const chosen = correction(HEADINGS, { rows: [{ label: "Samtliga personer", is: "total" }] });
    const [table] = read(gridOf(cells), chosen).beforeAfter;
    expect(table?.rows.map(({ value }) => value.source)).toEqual(["Sjukpenning", "Aktivitetsersättning"]);
  });

  test("a choice about a row that is gone is told", () => {
    expect(codes(toggled({ label: "Kommunen", is: "total" }))).toContain("row-choice-not-used");
  });
});

describe("the header row", () => {
  const HEADINGS = ["Kostnadsslag", "Utfall", "Budget"];
  /** The form has its own headings in row 1; the figures stand under row 4. */
  const cells = (): CellValue[][] => [
    HEADINGS,
    ["fylls i av projektet", "kr", "kr"],
    [],
    ["Post", "Kostat 2024", "Plan 2024"],
    ["Personal", 10, 12],
  ];
  const pointed = correction(["Post", "Kostat 2024", "Plan 2024"], {
    row: 3,
    replaces: HEADINGS,
    use: "budget",
    columns: [role("Kostat 2024", "outcome"), role("Plan 2024", "budget")],
  });

  test("the user points out another row: the first one is no table any more", () => {
    const intake = read(gridOf(cells()), pointed);
    expect(entries(intake)).toEqual(["Personal, 2024: 10 / 12"]);
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
    expect(intake.found.map(({ range }) => range)).toEqual(["A4:C5"]);
  });
});

describe("lines and totals", () => {
  const HEADINGS = ["Kostnadsslag", "År", "Utfall", "Budget"];
  const as = (...rows: readonly RowCorrection[]): TableCorrection => correction(HEADINGS, { rows, unit: "kr" });

  test("a real cost line that is named as a total", () => {
    const cells = [HEADINGS, ["Personal", 2024, 100, 120], ["Summa lokaler", 2024, 30, 20], ["Resor", 2024, 5, 5]];
    expect(read(gridOf(cells)).questions.map(({ code }) => code)).toEqual(["total-not-explained"]);
    const intake = read(gridOf(cells), as({ label: "Summa lokaler", is: "line" }));
    expect(entries(intake)).toEqual([
      "Personal, 2024: 100 / 120",
      "Summa lokaler, 2024: 30 / 20",
      "Resor, 2024: 5 / 5",
    ]);
    expect(intake.tables[0]?.controlTotals).toEqual([]);
  });

  test("a total that neither its name nor its figures give away", () => {
    const cells = [
      HEADINGS,
      ["Personal", 2024, 100, 120],
      ["Lokaler", 2024, 30, 20],
      ["Hela insatsen", 2024, 135, 140],
    ];
    expect(entries(read(gridOf(cells)))).toHaveLength(3);
    const intake = read(gridOf(cells), as({ label: "hela  insatsen", is: "total" }));
    expect(entries(intake)).toEqual(["Personal, 2024: 100 / 120", "Lokaler, 2024: 30 / 20"]);
    expect(intake.setAside.map(({ reason, cell }) => [reason, cell])).toEqual([["total-row", "A4"]]);
    // It is compared with the lines, as totals are: 135 in the sheet is 130 in the rows.
    expect(intake.tables[0]?.controlTotals.map(({ measure, stated }) => [measure, stated.toString()])).toEqual([
      ["outcome", "135"],
      ["budget", "140"],
    ]);
    expect(intake.found[0]?.rows).toEqual([
      { label: "Personal", is: "line", cell: "A2" },
      { label: "Lokaler", is: "line", cell: "A3" },
      { label: "Hela insatsen", is: "total", cell: "A4" },
    ]);
  });

  test("in a wide table a subtotal that is a line of its own, and a number of persons that is a cost", () => {
    const cells = [
      ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
      ["Delsumma handledning", 30, 20],
      ["Antal timmar konsult", 7, 8],
    ];
    const choice = correction(["Kostnadsslag", "Utfall 2024", "Budget 2024"], {
      rows: [
        { label: "Delsumma handledning", is: "line" },
        { label: "Antal timmar konsult", is: "line" },
      ],
    });
    expect(entries(read(gridOf(cells), choice))).toEqual([
      "Delsumma handledning, 2024: 30 / 20",
      "Antal timmar konsult, 2024: 7 / 8",
    ]);
  });
});

describe("unit, sign and tables that are not to be used", () => {
  const HEADINGS = ["Kostnadsslag", "År", "Utfall", "Budget"];
  const sheets = (): Grid[] => [
    gridOf([HEADINGS, ["Personal", 2024, 100, 120]], { sheet: "Ett" }),
    gridOf([HEADINGS, ["Personal", 2024, -3, -4]], { sheet: "Två" }),
  ];

  test("each table has its own, before what holds for the whole workbook", () => {
    const choice = correction(HEADINGS, { sheet: "Två", unit: "tkr", sign: "negative" });
    const { tables } = readWorkbook(workbookOf(...sheets()), {
      unit: "kr",
      sign: "positive",
      corrections: [choice],
    });
    expect(tables.map(({ sheet, unit, unitReading, sign }) => [sheet, unit, unitReading, sign])).toEqual([
      ["Ett", "kr", "chosen", "positive"],
      ["Två", "tkr", "chosen", "negative"],
    ]);
    expect(tables[1]?.entries[0]?.outcome).toBe(-300_000);
  });

  test("a table left out by choice: its rows are set aside, and that is said", () => {
    const intake = read(sheets(), correction(HEADINGS, { sheet: "Ett", use: "ignore" }));
    expect(intake.tables.map(({ sheet }) => sheet)).toEqual(["Två"]);
    expect(intake.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
    expect(intake.problems).toContainEqual(
      expect.objectContaining({ code: "table-ignored", severity: "note", sheet: "Ett", cell: "A1:D2" }),
    );
    expect(intake.found.map(({ sheet, used, setAside }) => [sheet, used, setAside])).toEqual([
      ["Ett", 0, 1],
      ["Två", 1, 0],
    ]);
  });

  test("so is a table of another kind", () => {
    const headings = ["Part", "Kontant"];
    const cells = [headings, ["Region Jämtland", 100], ["Östersunds kommun", 200]];
    const intake = read(gridOf(cells), correction(headings, { use: "ignore" }));
    expect(intake.contributions).toEqual([]);
    expect(intake.rows).toEqual({ seen: 2, used: 0, setAside: 2 });
    expect(intake.found[0]).toMatchObject({ used: 0, setAside: 2, range: "A1:B3" });
  });
});

describe("next month", () => {
  const body: CellValue[][] = [
    ["Personal", "2024", 100, 120],
    ["Lokaler", "2024", 30, 20],
    ["Resor", "2024", 5, 5],
  ];
  const ALL = [...MAPPED, "Resor, 2024: 5 / 5"];

  test.each<[string, Grid, string[]]>([
    ["more rows", gridOf([UNKNOWN, ...body]), ALL],
    [
      "moved down and to the right",
      gridOf([[], ["Uppföljning"], [], ...[UNKNOWN, ...body].map((row) => [_, _, ...row])]),
      ALL,
    ],
    [
      "a column between",
      gridOf([UNKNOWN, ...body].map(([what, ...rest], at) => [what ?? _, at === 0 ? "Not" : "x", ...rest])),
      ALL,
    ],
    ["other spelling of spaces and case", gridOf([["VAD", " När", "Gått  åt", "plan"], ...body]), ALL],
    ["the sheet has another name", gridOf([UNKNOWN, ...body], { sheet: "Ekonomi april" }), ALL],
  ])("the table is found again: %s", (_name, grid, expected) => {
    const intake = read(grid, mapped);
    expect(entries(intake)).toEqual(expected);
    expect(codes(intake)).not.toContain("table-choice-not-used");
  });

  test("dates in headings and in the sheet's name move on", () => {
    const march = ["Post", "Kostat jan–mars 2024", "Plan jan–mars 2024"];
    const april = ["Post", "Kostat jan–april 2024", "Plan jan–april 2024"];
    const choice = correction(march, {
      sheet: "2024-03",
      use: "budget",
      columns: [role(march[1]!, "outcome"), role(march[2]!, "budget")],
    });
    const grid = (headings: readonly string[], sheet: string): Grid =>
      gridOf([[...headings], ["Personal", 10, 12]], { sheet });
    expect(entries(read(grid(march, "2024-03"), choice))).toEqual(["Personal, jan–mars 2024: 10 / 12"]);
    expect(entries(read(grid(april, "2024-04"), choice))).toEqual(["Personal, jan–april 2024: 10 / 12"]);
  });

  test("the same headings on another sheet are read the same way, with a unit of their own", () => {
    const two = [gridOf(unknown()), gridOf(unknown(), { sheet: "Blad2" })];
    const { tables } = read(two, { ...mapped, unit: "tkr" });
    expect(tables.map(({ sheet, unit }) => [sheet, unit])).toEqual([
      ["Blad1", "tkr"],
      ["Blad2", "kr"],
    ]);
  });

  test.each<[string, Grid, string]>([
    [
      "the table",
      gridOf([
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, 1, 2],
      ]),
      "table",
    ],
    ["a column", gridOf([["Vad", "När", "Gått åt", "Plan"], ...body]), "column"],
    ["a row", gridOf([UNKNOWN, ...body]), "row"],
  ])("what is gone is said and kept: %s", (_name, grid, kind) => {
    const gone =
      kind === "column"
        ? { ...mapped, columns: [...mapped.columns, role("Extra", null)] }
        : kind === "row"
          ? { ...mapped, rows: [{ label: "Utbildning", is: "total" as const }] }
          : mapped;
    const intake = read(grid, gone);
    expect(intake.problems.filter(({ code }) => code.endsWith("choice-not-used"))).toEqual([
      expect.objectContaining({ code: `${kind}-choice-not-used`, severity: "note" }),
    ]);
    expect(intake.tables).toHaveLength(1);
    expect(intake.corrections).toEqual([gone]);
  });
});

describe("whatever is said of whatever sheet", () => {
  const word = fc.constantFrom<CellValue>(
    ...["Kostnadsslag", "Post", "Vad", "Utfall", "Budget", "Plan 2024", "År", "Part", "Kontant", "Summa", "Mål", ""],
    ...[2024, 2023, 100, -5, 0.5, "2024", "1 200", "-", "se not"],
    ...[null, null, true, { error: "#N/A" }],
  );
  const sheet = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 8 });
  const kind = fc.constantFrom(...TABLE_KINDS);
  const said = fc.record({
    row: fc.nat({ max: 8 }),
    use: fc.oneof(kind, fc.constantFrom(null, "ignore" as const)),
    roles: fc.array(fc.oneof(fc.nat({ max: 14 }), fc.constant(null)), { maxLength: 6 }),
    total: fc.constantFrom(null, "Post", "Summa", "Vad"),
    unit: fc.constantFrom(null, "tkr" as const),
    sign: fc.constantFrom(null, "negative" as const),
    replaces: fc.constantFrom(null, ["Post", "Utfall"], ["Kostnadsslag"]),
  });

  test("a row without any heading, taken for a budget's", () => {
    const chosen = correction([], { row: 0, use: "budget" });
    expect(codes(read(gridOf([[]]), chosen))).toContain("no-budget-column");
  });

  test("nothing throws, every row is used or set aside, and every choice is used or told of", () => {
    fc.assert(
      fc.property(sheet, fc.array(said, { maxLength: 3 }), (cells, all) => {
        const corrections = all.map(({ row, use, roles, total, unit, sign, replaces }): TableCorrection => {
          const headings = (cells[row] ?? []).map((cell) => (typeof cell === "string" ? cell : ""));
          const names: readonly string[] = use === null || use === "ignore" ? [] : tableRoles(use);
          const columns = roles.slice(0, names.length === 0 ? 0 : headings.length).map((at, nth) => ({
            heading: headings[nth] ?? "",
            nth: headings.slice(0, nth).filter((each) => each === headings[nth]).length,
            role: at === null ? null : (names[at % names.length] ?? null),
          }));
          const rows = total === null ? [] : [{ label: total, is: "total" as const }];
          return correction(headings, { row, use, columns, rows, unit, sign, replaces });
        });
        const intake = read(gridOf(cells), ...corrections);
        expect(intake.corrections).toEqual(corrections);
        const used = new Set(intake.found.map((place) => place.correction));
        const told = intake.problems.filter(({ code }) => code === "table-choice-not-used").length;
        const idle = corrections.filter((each) => !used.has(each)).length;
        expect(told).toBe(idle);
      }),
      { numRuns: 400 },
    );
  });
});

describe("as text in the workbook", () => {
  const full = { ...mapped, rows: [{ label: "Hela insatsen", is: "total" as const }] };

  test("what is written is read back, and used without being handed over", () => {
    expect(readChoices(choicesText([full]))).toEqual({ corrections: [full], answers: [], wrong: null });
    const workbook = { ...workbookOf(gridOf(unknown())), choices: choicesText([mapped]) };
    expect(entries(readWorkbook(workbook, { unit: null, sign: null }))).toEqual(MAPPED);
  });

  test.each<[string, string | null, string | null]>([
    ["nothing", null, null],
    ["empty", "", null],
    ["no JSON", '{"version":1,', "unreadable"],
    ["another's JSON", "[1,2]", "unreadable"],
    ["a later version", '{"version":2,"tables":[{"shape":"new"}]}', "newer"],
    ["a role that there is not", choicesText([mapped]).replace('"outcome"', '"profit"'), "unreadable"],
    ["a row number that is none", choicesText([mapped]).replace('"row":0', '"row":-1'), "unreadable"],
    ["tables that are no list", '{"version":1,"tables":{"length":1}}', "unreadable"],
  ])("anything may stand there: %s", (_name, text, wrong) => {
    expect(readChoices(text)).toEqual({ corrections: [], answers: [], wrong });
    const grid = gridOf([
      ["Kostnadsslag", "År", "Utfall", "Budget"],
      ["Personal", 2024, 1, 2],
    ]);
    const intake = readWorkbook({ ...workbookOf(grid), choices: text }, { unit: null, sign: null });
    expect(intake.tables).toHaveLength(1);
    expect(codes(intake).filter((code) => code.startsWith("choices-"))).toEqual(
      wrong === null ? [] : [`choices-${wrong}`],
    );
  });

  test("a label that looks like a personal identity number is never kept", () => {
    // Skatteverket's own example of a number, SKV 704.
    const number = "640823-3234";
    const text = choicesText([
      {
        ...full,
        headings: [...full.headings, number],
        columns: [...full.columns, role(`Utbetalt ${number}`, "remark")],
        rows: [...full.rows, { label: number, is: "line" }],
      },
    ]);
    expect(text).not.toContain("3234");
    expect(readChoices(text).corrections[0]).toMatchObject({ columns: full.columns, rows: full.rows });
  });
});
