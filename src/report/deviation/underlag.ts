// src/report/deviation/underlag.ts: the tab Underlag: every row that counts, as a native table, each with the cell it came from.
import type { BudgetEntry, Version } from "../../domain/deviation/budget";
import { toKr } from "../../domain/money";
import type { Texts } from "../../text/texts";
import { linkCell, monthSerial, numberCell, textCell } from "../cells";
import type { Numbered } from "./numbered";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { SOURCE_TABLE } from "./sourceSums";
import { headFacts, type HeadFacts } from "../tabHead";

const INTEGER: NumberFormat = { kind: "integer" };
const MONTH: NumberFormat = { kind: "month" };

const plan: readonly ColumnPlan[] = [
  { least: 10, most: 10 }, // Rad, and the labels of the head
  { least: 14, most: 30 },
  { least: 10, most: 12 },
  { least: 20, most: 44 },
  { least: 9, most: 16 },
  { least: 11, most: 12 },
  { least: 10, most: 24 },
  { least: 9, most: 10 },
  { least: 9, most: 10 },
  { least: 8, most: 24 },
  { least: 12, most: 20 },
  { least: 12, most: 20 },
  { least: 8, most: 8 },
  { least: 22, most: 44 },
  { least: 16, most: 44 },
];
const versionPlan: ColumnPlan = { least: 20, most: 22 };

/** The column that holds a table's version: the n:th of its kind. */
export function versionColumnOf(versions: readonly Version[], index: number, texts: Texts): string {
  const kind = versions[index]?.kind ?? "forecast";
  const number = versions.slice(0, index + 1).filter((version) => version.kind === kind).length;
  return texts.tabs.versionColumn(kind, number);
}

/** Amounts are in kronor with the source's sign, shown in the source's unit; an empty amount stays an empty cell. */
export function sourceTab(items: readonly Numbered[], head: HeadFacts, name: string, texts: Texts): SheetModel {
  const headings = texts.tabs.source;
  const versionColumns = [
    ...new Set(
      items.flatMap(({ followUp: { table } }) =>
        table.versions.map((_, index) => versionColumnOf(table.versions, index, texts)),
      ),
    ),
  ];
  const columns = [
    headings.row,
    headings.initiative,
    headings.lineNumber,
    headings.costLine,
    headings.account,
    headings.periodNumber,
    headings.period,
    headings.from,
    headings.to,
    headings.party,
    headings.outcome,
    headings.budget,
    headings.unit,
    headings.origin,
    headings.remark,
    ...versionColumns,
  ];
  const draft = new SheetDraft([...plan, ...versionColumns.map(() => versionPlan)], texts.language);
  const top = headFacts(draft, texts.tabs.titles.source, head, texts, {
    label: 0,
    value: 1,
    secondLabel: 6,
    secondValue: 9,
    secondTop: 1,
  });
  const numeric = new Set([
    headings.row,
    headings.lineNumber,
    headings.periodNumber,
    headings.outcome,
    headings.budget,
    ...versionColumns,
  ]);
  draft.putRow(
    top,
    0,
    columns.map((column) =>
      textCell(column, "heading", numeric.has(column) ? { align: "right" } : { align: "left", indent: 1 }),
    ),
  );
  let row = top;
  for (const item of items) {
    for (const entry of item.followUp.table.entries) {
      row += 1;
      draft.putRow(row, 0, entryCells(row - top, item, entry));
      versionColumns.forEach((column, index) => {
        const version = item.followUp.table.versions.findIndex(
          (_, own) => versionColumnOf(item.followUp.table.versions, own, texts) === column,
        );
        const amount = entry.versions[version] ?? null;
        draft.put(row, plan.length + index, numberCell(amount === null ? null : toKr(amount), amountFormat(item)));
      });
    }
  }
  draft.addTable({
    name: SOURCE_TABLE,
    area: { top, left: 0, bottom: Math.max(row, top + 1), right: columns.length - 1 },
    columns,
  });
  return draft.sheet("underlag", name, {
    frozen: { rows: top + 1, columns: 0 },
    printTitleRows: { from: top, to: top },
  });
}

function amountFormat({ followUp: { table } }: Numbered): NumberFormat {
  return { kind: "amount", unit: table.unit, decimals: table.decimals };
}

function entryCells(number: number, item: Numbered, entry: BudgetEntry): (Cell | null)[] {
  const { table } = item.followUp;
  const period = table.periods[entry.period];
  const amount = (value: BudgetEntry["outcome"]): Cell =>
    numberCell(value === null ? null : toKr(value), amountFormat(item));
  return [
    numberCell(number, INTEGER),
    textCell(item.name, "plain", { wrap: true, indent: 1 }),
    numberCell(item.firstLine + entry.line, INTEGER),
    textCell(table.lines[entry.line] ?? "", "plain", { wrap: true, indent: 1 }),
    textCell(entry.account ?? "", "plain", { indent: 1 }),
    numberCell(item.firstPeriod + entry.period, INTEGER),
    textCell(period?.label ?? "", "plain", { wrap: true, indent: 1 }),
    numberCell(period === undefined ? null : monthSerial(period.from), MONTH, "plain", { align: "left", indent: 1 }),
    numberCell(period === undefined ? null : monthSerial(period.to), MONTH, "plain", { align: "left", indent: 1 }),
    textCell(entry.party ?? "", "plain", { wrap: true, indent: 1 }),
    amount(entry.outcome),
    amount(entry.budget),
    textCell(table.unit, "plain", { indent: 1 }),
    linkCell(entry.origin, "plain", { wrap: true, indent: 1 }),
    textCell(entry.remark ?? "", "plain", { wrap: true, indent: 1 }),
  ];
}
