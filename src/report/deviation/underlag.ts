// src/report/deviation/underlag.ts: the tab Underlag: every row that counts, as a native table, each with the cell it came from.
import type { BudgetEntry, Version } from "../../domain/deviation/budget";
import { kindOf } from "../../domain/deviation/lineKind";
import { type Money, toKr } from "../../domain/money";
import type { Steps } from "../../domain/steps";
import type { Texts } from "../../text/texts";
import { type Column, columns } from "../columns";
import { linkCell, monthSerial, numberCell, type StyleOptions, textCell } from "../cells";
import type { Numbered } from "./numbered";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";
import { onDemand } from "../sheetOnDemand";
import { UNDERLAG_TABLE } from "./underlagSums";
import { headFacts, type HeadFacts } from "../tabHead";

const INTEGER: NumberFormat = { kind: "integer" };
const MONTH: NumberFormat = { kind: "month" };

const NUMBER = { align: "right" } as const;
const TEXT = { align: "left", indent: 1 } as const;

/** A row as the tab shows it. What many rows have in common is one cell: there may be a hundred thousand rows. */
interface EntryRow {
  readonly number: number;
  readonly entry: BudgetEntry;
  readonly shared: SharedCells;
}

/** Amounts are in kronor with the source's sign, shown in the source's unit; an empty amount stays an empty cell. */
const sourceColumns = columns<Texts, EntryRow>()([
  {
    // It also holds the labels of the head.
    key: "row",
    heading: (texts) => texts.tabs.source.row,
    style: NUMBER,
    width: [10, 10],
    cell: ({ number }) => numberCell(number, INTEGER),
  },
  {
    key: "initiative",
    heading: (texts) => texts.tabs.source.initiative,
    style: TEXT,
    width: [14, 30],
    cell: ({ shared }) => shared.initiative,
  },
  {
    key: "lineNumber",
    heading: (texts) => texts.tabs.source.lineNumber,
    style: NUMBER,
    width: [10, 12],
    cell: ({ shared, entry }) => shared.line(entry).number,
  },
  {
    key: "costLine",
    heading: (texts) => texts.tabs.source.costLine,
    style: TEXT,
    width: [20, 44],
    cell: ({ shared, entry }) => shared.line(entry).name,
  },
  {
    // Only where there is anything but costs.
    key: "kind",
    heading: (texts) => texts.kinds.heading,
    style: TEXT,
    width: [10, 10],
    cell: ({ shared, entry }) => shared.line(entry).kind,
  },
  {
    key: "account",
    heading: (texts) => texts.tabs.source.account,
    style: TEXT,
    width: [9, 16],
    cell: ({ shared, entry }) => shared.text(entry.account),
  },
  {
    key: "periodNumber",
    heading: (texts) => texts.tabs.source.periodNumber,
    style: NUMBER,
    width: [11, 12],
    cell: ({ shared, entry }) => shared.period(entry).number,
  },
  {
    key: "period",
    heading: (texts) => texts.tabs.source.period,
    style: TEXT,
    width: [10, 24],
    cell: ({ shared, entry }) => shared.period(entry).label,
  },
  {
    key: "from",
    heading: (texts) => texts.tabs.source.from,
    style: TEXT,
    width: [9, 10],
    cell: ({ shared, entry }) => shared.period(entry).from,
  },
  {
    key: "to",
    heading: (texts) => texts.tabs.source.to,
    style: TEXT,
    width: [9, 10],
    cell: ({ shared, entry }) => shared.period(entry).to,
  },
  {
    key: "party",
    heading: (texts) => texts.tabs.source.party,
    style: TEXT,
    width: [8, 24],
    cell: ({ shared, entry }) => shared.wrapped(entry.party),
  },
  {
    key: "outcome",
    heading: (texts) => texts.tabs.source.outcome,
    style: NUMBER,
    width: [12, 20],
    cell: ({ shared, entry }) => shared.amount(entry.outcome),
  },
  {
    key: "budget",
    heading: (texts) => texts.tabs.source.budget,
    style: NUMBER,
    width: [12, 20],
    cell: ({ shared, entry }) => shared.amount(entry.budget),
  },
  {
    key: "unit",
    heading: (texts) => texts.tabs.source.unit,
    style: TEXT,
    width: [8, 8],
    cell: ({ shared }) => shared.unit,
  },
  {
    key: "origin",
    heading: (texts) => texts.tabs.source.origin,
    style: TEXT,
    width: [22, 44],
    cell: ({ entry }) => linkCell(entry.origin, "plain", { wrap: true, indent: 1 }),
  },
  {
    key: "remark",
    heading: (texts) => texts.tabs.source.remark,
    style: TEXT,
    width: [16, 44],
    cell: ({ shared, entry }) => shared.wrapped(entry.remark),
  },
]);

const costColumns = sourceColumns.without("kind");

function baseOf(items: readonly Numbered[]) {
  const isCost = items.every(({ followUp: { table } }) => table.kinds.every((kind) => kind === "cost"));
  return isCost ? costColumns : sourceColumns;
}

/** One column more for each kind of version that any of the tables has. */
function columnsOf(items: readonly Numbered[], texts: Texts) {
  const versions = new Set(
    items.flatMap(({ followUp: { table } }) =>
      table.versions.map((_, at) => versionColumnOf(table.versions, at, texts)),
    ),
  );
  return baseOf(items).with(
    [...versions].map((name): Column<string, Texts, EntryRow> => ({
      key: `version:${name}`,
      heading: () => name,
      style: NUMBER,
      width: [20, 30],
      cell: ({ shared, entry }) => shared.amount(entry.versions[shared.versionAt(name)] ?? null),
    })),
  );
}

/** The column that holds a table's version: the n:th of its kind. */
export function versionColumnOf(versions: readonly Version[], index: number, texts: Texts): string {
  const kind = versions[index]?.kind ?? "forecast";
  const number = versions.slice(0, index + 1).filter((version) => version.kind === kind).length;
  return texts.tabs.versionColumn(kind, number);
}

export function sourceTab(items: readonly Numbered[], head: HeadFacts, name: string, texts: Texts): SheetModel {
  const all = columnsOf(items, texts);
  const view = (top: number) => ({
    frozen: { rows: top + 1, columns: 0 },
    printTitleRows: { from: top, to: top },
  });
  const places = baseOf(items).at;
  const { draft: upper, top } = upperPart(all, places, head, texts);
  const rows = items.reduce((sum, { followUp }) => sum + followUp.table.entries.length, 0);
  upper.addTable({
    name: UNDERLAG_TABLE,
    area: { top, left: 0, bottom: top + Math.max(rows, 1), right: all.count - 1 },
    columns: all.headings(texts),
  });
  return onDemand(upper.sheet("underlag", name, view(top)), function* () {
    const { draft } = upperPart(all, places, head, texts);
    for (const item of items) {
      yield;
      yield* putEntries(draft, top, item, all, texts);
    }
    yield;
    return draft.sheet("underlag", name, view(top));
  });
}

type SourceColumns = ReturnType<typeof columnsOf>;

/** The head and the headings; `top` is their row. */
function upperPart(
  all: SourceColumns,
  at: Pick<typeof sourceColumns.at, "row" | "initiative" | "period" | "party">,
  head: HeadFacts,
  texts: Texts,
) {
  const draft = new SheetDraft(all.plan(texts), texts.language);
  const top = headFacts(draft, texts.tabs.titles.source, head, texts, {
    label: at.row,
    value: at.initiative,
    secondLabel: at.period,
    secondValue: at.party,
    secondTop: 1,
  });
  draft.putRow(top, 0, all.headingCells(texts));
  return { draft, top };
}

/** Rows between two stops: a long ledger may belong to one initiative. */
const ROWS_PER_STEP = 2_000;

function* putEntries(draft: SheetDraft, top: number, item: Numbered, all: SourceColumns, texts: Texts): Steps<void> {
  const shared = new SharedCells(item, texts);
  for (const entry of item.followUp.table.entries) {
    const row = draft.next;
    if (row % ROWS_PER_STEP === 0) yield;
    draft.putRow(row, 0, all.cells({ number: row - top, entry, shared }));
  }
}

interface LineCells {
  readonly number: Cell;
  readonly name: Cell;
  readonly kind: Cell;
}

interface PeriodCells {
  readonly number: Cell;
  readonly label: Cell;
  readonly from: Cell;
  readonly to: Cell;
}

/** What the rows of one table have in common. */
class SharedCells {
  readonly initiative: Cell;
  readonly unit: Cell;
  private readonly format: NumberFormat;
  private readonly lines: readonly LineCells[];
  private readonly periods: readonly PeriodCells[];
  private readonly versions: ReadonlyMap<string, number>;
  private readonly plainTexts = new Map<string, Cell>();
  private readonly wrappedTexts = new Map<string, Cell>();

  constructor({ name, followUp: { table }, firstLine, firstPeriod }: Numbered, texts: Texts) {
    const month = { align: "left", indent: 1 } as const;
    this.format = { kind: "amount", unit: table.unit, decimals: table.decimals };
    this.initiative = textCell(name, "plain", { wrap: true, indent: 1 });
    this.unit = textCell(table.unit, "plain", { indent: 1 });
    this.lines = table.lines.map((line, index) => ({
      number: numberCell(firstLine + index, INTEGER),
      name: textCell(line, "plain", { wrap: true, indent: 1 }),
      kind: textCell(texts.kinds.names[kindOf(table, index)], "plain", { indent: 1 }),
    }));
    this.periods = table.periods.map(({ label, from, to }, index) => ({
      number: numberCell(firstPeriod + index, INTEGER),
      label: textCell(label, "plain", { wrap: true, indent: 1 }),
      from: numberCell(monthSerial(from), MONTH, "plain", month),
      to: numberCell(monthSerial(to), MONTH, "plain", month),
    }));
    this.versions = new Map(table.versions.map((_, at) => [versionColumnOf(table.versions, at, texts), at]));
  }

  line({ line }: BudgetEntry): LineCells {
    return this.lines[line]!;
  }

  period({ period }: BudgetEntry): PeriodCells {
    return this.periods[period]!;
  }

  /** Of the table's versions, the one whose column this is; −1: it has none. */
  versionAt(column: string): number {
    return this.versions.get(column) ?? -1;
  }

  amount(value: Money | null): Cell {
    return numberCell(value === null ? null : toKr(value), this.format);
  }

  text(text: string | null): Cell {
    return known(this.plainTexts, text ?? "", { indent: 1 });
  }

  wrapped(text: string | null): Cell {
    return known(this.wrappedTexts, text ?? "", { wrap: true, indent: 1 });
  }
}

function known(cells: Map<string, Cell>, text: string, style: StyleOptions): Cell {
  let cell = cells.get(text);
  if (cell === undefined) cells.set(text, (cell = textCell(text, "plain", style)));
  return cell;
}
