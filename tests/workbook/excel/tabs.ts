// tests/workbook/excel/tabs.ts: two small tabs of the shape that the reports have, to be written in tests.
import type { Cell, CellContent, CellStyle, Look, NumberFormat, SheetModel } from "../../../src/report/sheetModel";

const tkr: NumberFormat = { kind: "amount", unit: "tkr", decimals: 0 };

function cell(content: CellContent | null, look: Look, style: Partial<CellStyle> = {}): Cell {
  return { content, style: { look, format: { kind: "general" }, ...style } };
}

export function text(value: string, look: Look = "plain", style: Partial<CellStyle> = {}): Cell {
  return cell({ kind: "text", text: value }, look, style);
}

export function number(value: string, format: NumberFormat = tkr): Cell {
  return cell({ kind: "number", number: value }, "plain", { format });
}

export function formula(value: string, look: Look = "plain", format: NumberFormat = tkr): Cell {
  return cell({ kind: "formula", formula: value, cached: "0", type: "number" }, look, { format });
}

const nothing: Pick<SheetModel, "rowHeights" | "frozen" | "printTitleRows" | "tables" | "charts" | "marks"> = {
  rowHeights: new Map(),
  frozen: { rows: 0, columns: 0 },
  printTitleRows: null,
  tables: [],
  charts: [],
  marks: [],
};

/** Rows of a table under a title: line number, cost line, outcome, budget. */
export function underlag(lines: readonly string[], name = "Underlag"): SheetModel {
  const headings = ["LinjeNr", "Kostnadsslag", "Utfall", "Budget"];
  return {
    ...nothing,
    role: "underlag",
    name,
    columns: [{ width: 8, hidden: true }, { width: 30 }, { width: 12 }, { width: 12 }],
    rows: [
      [text("Underlag", "title")],
      headings.map((heading) => text(heading, "heading")),
      ...lines.map((line, i) => [
        number(String(i + 1), { kind: "integer" }),
        text(line),
        number(String(-724_000 - i)),
        number("-1460000"),
      ]),
    ],
    frozen: { rows: 2, columns: 0 },
    printTitleRows: { from: 1, to: 1 },
    tables: [{ name: "tblBudget", area: { top: 1, left: 0, bottom: lines.length + 1, right: 3 }, columns: headings }],
  };
}

/** Live formulas over the table, a total, a place to write in, a mark and a chart. */
export function avvikelse(
  lines: readonly string[],
  name = "Avvikelse",
  role: SheetModel["role"] = "avvikelse",
): SheetModel {
  const last = 3 + lines.length;
  return {
    ...nothing,
    role,
    name,
    columns: [{ width: 30 }, { width: 12 }, { width: 12 }, { width: 12 }, { width: 40 }],
    rows: [
      [text("Avvikelse mot budget", "title")],
      [text("Belopp i tkr", "note")],
      [null, { ...text("Ackumulerat", "group"), span: 3 }],
      ["Kostnadsslag", "Utfall", "Budget", "Avvikelse", "Orsak"].map((heading) => text(heading, "heading")),
      ...lines.map((line, i) => [
        text(line),
        formula(`SUMIFS(tblBudget[Utfall],tblBudget[LinjeNr],${i + 1})`),
        formula(`SUMIFS(tblBudget[Budget],tblBudget[LinjeNr],${i + 1})`),
        formula(`B${i + 5}-C${i + 5}`),
        cell(null, "input", { wrap: true }),
      ]),
      [
        text("Summa", "total"),
        formula(`SUM(B5:B${last + 1})`, "total"),
        formula(`SUM(C5:C${last + 1})`, "total"),
        formula(`B${last + 2}-C${last + 2}`, "total"),
      ],
    ],
    rowHeights: new Map([[3, 30]]),
    frozen: { rows: 4, columns: 1 },
    printTitleRows: { from: 2, to: 3 },
    charts: [
      {
        type: "column",
        title: "Utfall och budget",
        series: [1, 2].map((column) => ({
          name: column === 1 ? "Utfall" : "Budget",
          categories: { top: 4, left: 0, bottom: last, right: 0 },
          values: { top: 4, left: column, bottom: last, right: column },
        })),
        format: tkr,
        valueAxisTitle: "tkr",
        description: "Utfall och budget per kostnadsslag",
        area: { top: last + 3, left: 0, bottom: last + 18, right: 3 },
      },
    ],
    marks: [{ area: { top: 4, left: 3, bottom: last, right: 3 }, formula: "ABS($D5)>=100000", look: "warn" }],
  };
}
