// Units and scales: what a sheet shows, and what its cells hold. Every amount below is −2 050 tkr and the like, in kronor.
import { answersGiven, readAnswered, type Rows } from "./answered";

const heads = (outcome: string, budget: string): Rows[number] => ["Kostnadsslag", outcome, budget];
const inKr: Rows = [
  ["Personal", -2_050_000, -2_000_000],
  ["Lokaler", -300_000, -250_000],
];
const inTkr: Rows = [
  ["Personal", -2050, -2000],
  ["Lokaler", -300, -250],
];
const inMkr: Rows = [
  ["Personal", -2.05, -2],
  ["Lokaler", -0.3, -0.25],
];
/** −2 350 against −2 250 tkr. */
const RIGHT = ["-100000"];

const formats = (code: string): { formats: Record<string, string> } => ({ formats: { B: code, C: code } });

describe("a format that scales what it shows", () => {
  test.each<[string, string, Rows]>([
    ["scaled with its unit", '#,##0," tkr"', [heads("Utfall 2024", "Budget 2024"), ...inKr]],
    ["scaled with its unit in millions", '#,##0.00,," Mkr"', [heads("Utfall 2024", "Budget 2024"), ...inKr]],
    ["scaled under a heading with the unit", "#,##0,", [heads("Utfall 2024, tkr", "Budget 2024, tkr"), ...inKr]],
    [
      "millions under a heading with the unit",
      "#,##0.0,,",
      [["Belopp i mnkr"], heads("Utfall 2024", "Budget 2024"), ...inKr],
    ],
    ["thousands of thousands are millions", "0.00,", [["Belopp i Mkr"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["scaled without a word", "#,##0,", [heads("Utfall 2024", "Budget 2024"), ...inKr]],
    ["negative in red and brackets", "#,##0,;[Red](#,##0,)", [["tkr"], heads("Utfall 2024", "Budget 2024"), ...inKr]],
    ["not scaled, with its unit", '#,##0" tkr"', [heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["not scaled", "#,##0", [["tkr"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
  ])("%s", (_, code, rows) => {
    const { ask, totals } = readAnswered(rows, formats(code));
    expect(ask).toEqual([]);
    expect(totals).toEqual(RIGHT);
  });

  test.each<[string, string]>([
    ["Belopp i kr", "#,##0,"],
    ["tkr", "#,##0,,"],
  ])("%s above %s contradicts it: asked", (title, code) => {
    const rows: Rows = [[title], heads("Utfall 2024", "Budget 2024"), ...inKr];
    const { ask, intake } = readAnswered(rows, formats(code));
    expect(intake.tables).toEqual([]);
    expect(ask).toEqual([{ code: "scale-contradicts", cell: "A2:C2", answers: ["kr -100000", "leave-out null"] }]);
    expect(answersGiven(rows, ["kr"], formats(code)).totals).toEqual(RIGHT);
  });

  test("the advice of that question: with the unit of what is shown it is right", () => {
    const rows: Rows = [["Belopp i tkr"], heads("Utfall 2024", "Budget 2024"), ...inKr];
    expect(readAnswered(rows, formats("#,##0,")).totals).toEqual(RIGHT);
    expect(readAnswered([["Belopp i kr"], ...rows.slice(1)], formats("#,##0")).totals).toEqual(RIGHT);
  });
});

describe("where the unit stands", () => {
  test.each<[string, Rows]>([
    ["kr 000", [["kr 000"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["SEK '000", [["SEK '000"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["Belopp i 000 kr", [["Belopp i 000 kr"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["1000-tals kronor", [["1000-tal kronor"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["Tusen kroner", [["Tusen kroner"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["i tusental", [["Belopp i tusental"], heads("Utfall 2024", "Budget 2024"), ...inTkr]],
    ["MSEK", [["MSEK"], heads("Utfall 2024", "Budget 2024"), ...inMkr]],
    ["one column's heading", [heads("Utfall 2024 (tkr)", "Budget 2024"), ...inTkr]],
    [
      "the lines' names",
      [
        heads("Utfall 2024", "Budget 2024"),
        ...inTkr.map(([name, ...amounts]) => [`${name as string} (tkr)`, ...amounts]),
      ],
    ],
  ])("%s", (_, rows) => {
    const { ask, totals } = readAnswered(rows);
    expect(ask).toEqual([]);
    expect(totals).toEqual(RIGHT);
  });

  test("columns in units of their own are asked about, each in its own first", () => {
    const rows: Rows = [
      heads("Utfall 2024 (kr)", "Budget 2024 (tkr)"),
      ["Personal", -2_050_000, -2000],
      ["Lokaler", -300_000, -250],
    ];
    const { ask } = readAnswered(rows);
    expect(ask[0]?.code).toBe("which-unit");
    expect(ask[0]?.answers[0]).toBe("by-column -100000");
    expect(answersGiven(rows, ["by-column"]).totals).toEqual(RIGHT);
  });

  test("a title and a heading that differ are asked about; each answer gives what it promises", () => {
    const rows: Rows = [["Belopp i kr"], heads("Utfall 2024 (tkr)", "Budget 2024 (tkr)"), ...inTkr];
    const { ask } = readAnswered(rows);
    expect(ask).toEqual([{ code: "which-unit", cell: "A2:C2", answers: ["tkr -100000", "kr -100"] }]);
    expect(answersGiven(rows, ["tkr"]).totals).toEqual(RIGHT);
    expect(answersGiven(rows, ["kr"]).totals).toEqual(["-100"]);
  });

  test("a cost per participant in kr says nothing of the table's unit", () => {
    const { ask, totals } = readAnswered([
      ["tkr"],
      heads("Utfall 2024", "Budget 2024"),
      ...inTkr,
      ["Kostnad per deltagare (kr)", -52, -45],
    ]);
    expect(ask).toEqual([]);
    expect(totals).toEqual(RIGHT);
  });
});
