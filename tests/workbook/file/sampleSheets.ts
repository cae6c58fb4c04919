// tests/workbook/file/sampleSheets.ts: sheet models that use every feature of the contract, as small as can be.
import type { Cell, CellStyle, Look, NumberFormat, SheetModel, SheetRole } from "../../../src/report/sheetModel";

export const general: NumberFormat = { kind: "general" };
export const tkr: NumberFormat = { kind: "amount", unit: "tkr", decimals: 0 };

export const everyFormat: readonly NumberFormat[] = [
  general,
  { kind: "amount", unit: "kr", decimals: 0 },
  { kind: "amount", unit: "kr", decimals: 2 },
  tkr,
  { kind: "amount", unit: "tkr", decimals: 1 },
  { kind: "amount", unit: "Mkr", decimals: 2 },
  { kind: "percent", decimals: 1 },
  { kind: "number", decimals: 2 },
  { kind: "integer" },
  { kind: "date" },
  { kind: "month" },
];

export const everyLook: readonly Look[] = [
  "plain",
  "title",
  "label",
  "note",
  "heading",
  "group",
  "total",
  "input",
  "good",
  "bad",
  "warn",
];

export function text(value: string, look: Look = "plain", extra: Partial<CellStyle> = {}): Cell {
  return { content: { kind: "text", text: value }, style: { look, format: general, ...extra } };
}

export function number(value: string, format: NumberFormat = tkr, look: Look = "plain"): Cell {
  return { content: { kind: "number", number: value }, style: { look, format } };
}

export function formula(value: string, cached: string, format: NumberFormat = tkr, look: Look = "plain"): Cell {
  return { content: { kind: "formula", formula: value, cached, type: "number" }, style: { look, format } };
}

export function textFormula(value: string, cached: string, look: Look = "plain"): Cell {
  return { content: { kind: "formula", formula: value, cached, type: "text" }, style: { look, format: general } };
}

/** A sheet with nothing but these rows. */
export function plainSheet(
  role: SheetRole,
  name: string,
  rows: readonly (readonly (Cell | null)[])[] = [[text(name)]],
): SheetModel {
  return {
    role,
    name,
    columns: [],
    rows,
    rowHeights: new Map(),
    frozen: { rows: 0, columns: 0 },
    printTitleRows: null,
    tables: [],
    charts: [],
    marks: [],
  };
}

export const budgetLines = [
  { name: "Personalkostnader", outcome: -3_489_000, budget: -6_124_000 },
  { name: "=Lokalkostnader", outcome: -435_000, budget: -635_000 },
  { name: "Köp av verksamhet / Konsulter", outcome: -2_624_000, budget: -1_205_000 },
  { name: "Övriga <kostnader> & annat", outcome: -159_000, budget: 0 },
];

export function underlag(name = "Underlag"): SheetModel {
  const headings = ["Rad", "Kostnadsslag", "Utfall", "Budget", "Källa"];
  const lines = budgetLines.map((line, i) => [
    number(String(i + 1), { kind: "integer" }),
    text(line.name),
    number(String(line.outcome)),
    number(String(line.budget)),
    textFormula(`HYPERLINK("#'Ekonomi'!C${i + 6}","Ekonomi!C${i + 6}")`, `Ekonomi!C${i + 6}`),
  ]);
  return {
    ...plainSheet("underlag", name, [
      [text("Underlag", "title")],
      [],
      headings.map((heading) => text(heading, "heading")),
      ...lines,
    ]),
    columns: [{ width: 6 }, { width: 32 }, { width: 12 }, { width: 12 }, { width: 16 }, { width: 8, hidden: true }],
    frozen: { rows: 3, columns: 0 },
    printTitleRows: { from: 2, to: 2 },
    tables: [{ name: "tblBudget", area: { top: 2, left: 0, bottom: 2 + lines.length, right: 4 }, columns: headings }],
  };
}

export function avvikelse(name = "Avvikelse", role: SheetRole = "avvikelse"): SheetModel {
  const first = 5;
  const last = first + budgetLines.length - 1;
  const lines = budgetLines.map((line, i) => {
    const row = first + i + 1;
    const deviation = line.outcome - line.budget;
    const share =
      line.budget === 0
        ? textFormula(`""`, "")
        : formula(`D${row}/ABS(C${row})`, String(deviation / -line.budget), { kind: "percent", decimals: 1 });
    const condition = `SUMIFS(tblBudget[Utfall],tblBudget[Rad],${i + 1})`;
    return [
      text(line.name),
      formula(condition, String(line.outcome)),
      formula(condition.replace("Utfall", "Budget"), String(line.budget)),
      formula(`B${row}-C${row}`, String(deviation)),
      share,
      text("", "input", { wrap: true }),
    ];
  });
  const sum = (key: "outcome" | "budget"): number => budgetLines.reduce((total, line) => total + line[key], 0);
  const column = (letter: string, value: number): Cell =>
    formula(`SUM(${letter}${first + 1}:${letter}${last + 1})`, String(value), tkr, "total");
  const difference = sum("outcome") - sum("budget");
  return {
    ...plainSheet(role, name, [
      [text("Husamrådet: budget mot utfall", "title")],
      [text("Period", "label"), text("2008-02 – 2012-06")],
      [{ ...text("Belopp i tkr. Positivt är fördelaktigt: kostnaden blev lägre än budgeten.", "note"), span: 5 }],
      [null, { ...text("Hela perioden", "group"), span: 4 }],
      ["Kostnadsslag", "Utfall ack.", "Budget ack.", "Avvikelse", "Avvikelse %", "Orsak"].map((heading) =>
        text(heading, "heading"),
      ),
      ...lines,
      [
        text("KOSTNADER totalt", "total"),
        column("B", sum("outcome")),
        column("C", sum("budget")),
        column("D", difference),
        null,
        null,
      ],
      [],
      ...everyLook.map((look, i) => [
        text(`Look ${look}`, look, { indent: i % 3 }),
        number("1234567.891", everyFormat[i] ?? general, look),
        number("-1234.5", everyFormat[i] ?? general, look),
      ]),
      [text("Kontroll", "label"), textFormula('IF(D10>0,"Överskott","Underskott")', "Överskott", "good")],
    ]),
    columns: [{ width: 34 }, { width: 13 }, { width: 13 }, { width: 13 }, { width: 12 }, { width: 40 }],
    rowHeights: new Map([
      [0, 26],
      [4, 32],
    ]),
    frozen: { rows: 5, columns: 1 },
    printTitleRows: { from: 0, to: 4 },
    marks: [
      { area: { top: first, left: 3, bottom: last, right: 4 }, formula: `$D${first + 1}<-100000`, look: "bad" },
      { area: { top: first, left: 3, bottom: last, right: 4 }, formula: `$D${first + 1}>=100000`, look: "good" },
    ],
    charts: [
      {
        type: "bar",
        title: "Budget och utfall",
        series: [
          {
            name: "Budget",
            categories: { top: first, left: 0, bottom: last, right: 0 },
            values: { top: first, left: 2, bottom: last, right: 2 },
          },
          {
            name: "Utfall",
            categories: { top: first, left: 0, bottom: last, right: 0 },
            values: { top: first, left: 1, bottom: last, right: 1 },
          },
        ],
        format: tkr,
        valueAxisTitle: "tkr",
        description: "Utfall mot budget per kostnadsslag",
        area: { top: 25, left: 0, bottom: 42, right: 3 },
      },
      {
        type: "column",
        title: "Avvikelse",
        series: [
          {
            name: "Avvikelse",
            categories: { top: first, left: 0, bottom: last, right: 0 },
            values: { top: first, left: 3, bottom: last, right: 3 },
          },
        ],
        format: tkr,
        valueAxisTitle: "tkr",
        description: 'Avvikelse per "kostnadsslag"',
        area: { top: 25, left: 4, bottom: 42, right: 5 },
      },
    ],
  };
}
