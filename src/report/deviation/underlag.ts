// src/report/deviation/underlag.ts: the tab Underlag: every row that counts, as a native table, each with the cell it came from.
import type { BudgetEntry, Version } from "../../domain/deviation/budget";
import { type Money, toKr } from "../../domain/money";
import type { Steps } from "../../domain/steps";
import type { Texts } from "../../text/texts";
import { linkCell, monthSerial, numberCell, type StyleOptions, textCell } from "../cells";
import type { Numbered } from "./numbered";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { onDemand } from "../sheetOnDemand";
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
const versionPlan: ColumnPlan = { least: 20, most: 30 };

/** The column that holds a table's version: the n:th of its kind. */
export function versionColumnOf(versions: readonly Version[], index: number, texts: Texts): string {
  const kind = versions[index]?.kind ?? "forecast";
  const number = versions.slice(0, index + 1).filter((version) => version.kind === kind).length;
  return texts.tabs.versionColumn(kind, number);
}

/** Amounts are in kronor with the source's sign, shown in the source's unit; an empty amount stays an empty cell. */
export function sourceTab(items: readonly Numbered[], head: HeadFacts, name: string, texts: Texts): SheetModel {
  const versionColumns = [
    ...new Set(
      items.flatMap(({ followUp: { table } }) =>
        table.versions.map((_, index) => versionColumnOf(table.versions, index, texts)),
      ),
    ),
  ];
  const columns = columnsOf(versionColumns, texts);
  const view = (top: number) => ({
    frozen: { rows: top + 1, columns: 0 },
    printTitleRows: { from: top, to: top },
  });
  const { draft: upper, top } = upperPart(columns, versionColumns, head, texts);
  const rows = items.reduce((sum, { followUp }) => sum + followUp.table.entries.length, 0);
  upper.addTable({
    name: SOURCE_TABLE,
    area: { top, left: 0, bottom: top + Math.max(rows, 1), right: columns.length - 1 },
    columns,
  });
  return onDemand(upper.sheet("underlag", name, view(top)), function* () {
    const { draft } = upperPart(columns, versionColumns, head, texts);
    for (const item of items) {
      yield;
      yield* putEntries(draft, top, item, versionColumns, texts);
    }
    yield;
    return draft.sheet("underlag", name, view(top));
  });
}

function columnsOf(versionColumns: readonly string[], texts: Texts): readonly string[] {
  const headings = texts.tabs.source;
  return [
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
}

/** The head and the headings; `top` is their row. */
function upperPart(columns: readonly string[], versionColumns: readonly string[], head: HeadFacts, texts: Texts) {
  const headings = texts.tabs.source;
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
  return { draft, top };
}

/** Rows between two stops: a long ledger may belong to one initiative. */
const ROWS_PER_STEP = 2_000;

function* putEntries(
  draft: SheetDraft,
  top: number,
  item: Numbered,
  versionColumns: readonly string[],
  texts: Texts,
): Steps<void> {
  const { table } = item.followUp;
  const own = table.versions.map((_, index) => versionColumnOf(table.versions, index, texts));
  const versions = versionColumns.map((column) => own.indexOf(column));
  const cells = new EntryCells(item);
  for (const entry of table.entries) {
    const row = draft.next;
    if (row % ROWS_PER_STEP === 0) yield;
    draft.putRow(row, 0, [
      ...cells.of(row - top, entry),
      ...versions.map((version) => cells.amount(entry.versions[version] ?? null)),
    ]);
  }
}

/** The cells of the rows of one table. What many rows have in common is one cell: there may be a hundred thousand rows. */
class EntryCells {
  private readonly format: NumberFormat;
  private readonly initiative: Cell;
  private readonly unit: Cell;
  private readonly lines: readonly (readonly Cell[])[];
  private readonly periods: readonly (readonly Cell[])[];
  private readonly plain = new Map<string, Cell>();
  private readonly wrapped = new Map<string, Cell>();

  constructor({ name, followUp: { table }, firstLine, firstPeriod }: Numbered) {
    const month = { align: "left", indent: 1 } as const;
    this.format = { kind: "amount", unit: table.unit, decimals: table.decimals };
    this.initiative = textCell(name, "plain", { wrap: true, indent: 1 });
    this.unit = textCell(table.unit, "plain", { indent: 1 });
    this.lines = table.lines.map((line, index) => [
      numberCell(firstLine + index, INTEGER),
      textCell(line, "plain", { wrap: true, indent: 1 }),
    ]);
    this.periods = table.periods.map(({ label, from, to }, index) => [
      numberCell(firstPeriod + index, INTEGER),
      textCell(label, "plain", { wrap: true, indent: 1 }),
      numberCell(monthSerial(from), MONTH, "plain", month),
      numberCell(monthSerial(to), MONTH, "plain", month),
    ]);
  }

  of(number: number, entry: BudgetEntry): Cell[] {
    return [
      numberCell(number, INTEGER),
      this.initiative,
      ...this.lines[entry.line]!,
      shared(this.plain, entry.account ?? "", { indent: 1 }),
      ...this.periods[entry.period]!,
      shared(this.wrapped, entry.party ?? "", { wrap: true, indent: 1 }),
      this.amount(entry.outcome),
      this.amount(entry.budget),
      this.unit,
      linkCell(entry.origin, "plain", { wrap: true, indent: 1 }),
      shared(this.wrapped, entry.remark ?? "", { wrap: true, indent: 1 }),
    ];
  }

  amount(value: Money | null): Cell {
    return numberCell(value === null ? null : toKr(value), this.format);
  }
}

function shared(cells: Map<string, Cell>, text: string, style: StyleOptions): Cell {
  let cell = cells.get(text);
  if (cell === undefined) cells.set(text, (cell = textCell(text, "plain", style)));
  return cell;
}
