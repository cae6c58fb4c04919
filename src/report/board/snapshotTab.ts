// src/report/board/snapshotTab.ts: a follow-up of every initiative as it stands now, as values: the tab that later runs compare with.
// What its rows hold and how it is read back: src/domain/roundTrip/snapshotFormat.ts.
import { COMMENT_FIELDS, type CommentField, commentOf } from "../../domain/deviation/remarks";
import { kindOf } from "../../domain/deviation/lineKind";
import type { LineForecast } from "../../domain/deviation/forecast";
import { totalNameOf } from "../../text/kinds";
import {
  dateRow,
  initiativeRow,
  layoutText,
  lineRow,
  type SnapshotField,
  type SnapshotRow,
  totalRow,
  versionRow,
} from "../../domain/roundTrip/snapshotFormat";
import type { Texts } from "../../text/texts";
import { dateSerial, numberCell, type StyleOptions, textCell } from "../cells";
import { type Column, columns } from "../columns";
import { INTEGER, PERCENT } from "../deviation/deviationColumns";
import type { Numbered } from "../deviation/numbered";
import { SheetDraft } from "../sheetDraft";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";

export interface SnapshotInput {
  readonly items: readonly Numbered[];
  /** ISO date. */
  readonly today: string;
  readonly version: string;
  /** Of the role: one more than the highest there is. */
  readonly number: number;
  readonly texts: Texts;
}

/** The row of a line, or of an initiative's total. */
interface FiguresRow {
  readonly values: SnapshotRow;
  readonly forecast: LineForecast | null;
  /** Null: a total. */
  readonly material: boolean | null;
  readonly format: NumberFormat;
  readonly texts: Texts;
}

type SnapshotColumn<Key extends string = SnapshotField> = Column<Key, SnapshotInput, FiguresRow>;

const RIGHT: StyleOptions = { align: "right", wrap: true };
const KEY = { width: [9, 9], hidden: true } as const;

function lookOf({ material }: FiguresRow): Look {
  return material === null ? "total" : "plain";
}

function valueCell(row: FiguresRow, field: SnapshotField, format: NumberFormat): Cell {
  const value = row.values[field] ?? null;
  return typeof value === "string"
    ? textCell(value, lookOf(row), { wrap: true })
    : numberCell(value, format, lookOf(row));
}

function text<Key extends SnapshotField>(
  key: Key,
  width: readonly [number, number],
  heading: (texts: Texts) => string,
): SnapshotColumn<Key> {
  return { key, heading: ({ texts }) => heading(texts), width, cell: (row) => valueCell(row, key, INTEGER) };
}

function amount(
  key: "outcome" | "budget" | "amount",
  heading: "outcome" | "budget" | "deviation",
): SnapshotColumn<typeof key> {
  return {
    key,
    heading: ({ texts }) => texts.tabs.deviation[heading],
    style: RIGHT,
    width: [13, 18],
    cell: (row) => valueCell(row, key, row.format),
  };
}

/** For people: a comparison is of what was booked. */
function forecast(
  key: "fullYearBudget" | "forecast" | "forecastDeviation",
  of: "fullYearBudget" | "chosen" | "deviation",
): SnapshotColumn<typeof key> {
  return {
    key,
    heading: ({ texts }) => texts.tabs.deviation[key],
    style: RIGHT,
    width: [13, 18],
    hidden: ({ items }) => items.every(({ followUp }) => followUp.forecast === null),
    cell: (row) => numberCell(row.forecast?.[of] ?? null, row.format, lookOf(row)),
  };
}

const COMMENT_WIDTH: Readonly<Record<CommentField, readonly [number, number]>> = {
  cause: [29, 29],
  action: [29, 29],
  responsible: [13, 18],
  done: [11, 14],
};

function key(field: "type" | "code" | "item", heading: "rowType" | "code" | "item"): SnapshotColumn<typeof field> {
  return {
    key: field,
    heading: ({ texts }) => texts.board.snapshot[heading],
    ...KEY,
    cell: ({ values }) => (values[field] === undefined ? null : keyCell(values[field])),
  };
}

function keyCell(value: SnapshotRow[SnapshotField]): Cell {
  return numberCell(typeof value === "number" ? value : null, INTEGER);
}

const snapshotColumns = columns<SnapshotInput, FiguresRow>()([
  text("initiative", [24, 32], ({ tabs }) => tabs.head.initiative),
  text("line", [30, 40], ({ tabs }) => tabs.deviation.costLine),
  amount("outcome", "outcome"),
  amount("budget", "budget"),
  amount("amount", "deviation"),
  {
    key: "share",
    heading: ({ texts }) => texts.tabs.deviation.share,
    style: RIGHT,
    width: [12, 12],
    cell: (row) => valueCell(row, "share", PERCENT),
  },
  forecast("fullYearBudget", "fullYearBudget"),
  forecast("forecast", "chosen"),
  forecast("forecastDeviation", "deviation"),
  {
    key: "material",
    heading: ({ texts }) => texts.tabs.deviation.material,
    style: { indent: 1 },
    width: [11, 11],
    cell: materialCell,
  },
  ...COMMENT_FIELDS.map((field) => text(field, COMMENT_WIDTH[field], ({ tabs }) => tabs.deviation[field])),
  key("type", "rowType"),
  key("code", "code"),
  key("item", "item"),
]);
const COLUMN = snapshotColumns.at;

function materialCell(row: FiguresRow): Cell {
  const words = row.texts.tabs.deviationWords;
  if (row.material === null) return textCell("", "total");
  return textCell(row.material ? words.yes : words.no, "plain", { indent: 1 });
}

export function snapshotTab(input: SnapshotInput, name: string): SheetModel {
  const { items, texts, today, version, number } = input;
  const words = texts.board.snapshot;
  const draft = new SheetDraft([...snapshotColumns.plan(input), { least: 9, most: 9, hidden: true }], texts.language);
  draft.put(
    0,
    COLUMN.initiative,
    textCell(words.title, "title", { span: snapshotColumns.span("initiative", "budget") }),
  );
  draft.put(1, COLUMN.initiative, textCell(words.date, "label"));
  const day = dateSerial(today);
  putFacts(draft, 1, dateRow(day), { line: numberCell(day, { kind: "date" }, "plain", { align: "left" }) });
  draft.put(2, COLUMN.initiative, textCell(words.version, "label"));
  putFacts(draft, 2, versionRow(version), { line: textCell(version, "plain") });
  draft.putText(3, 0, words.note);
  putInitiatives(draft, input);
  const heading = draft.next + 1;
  draft.putRow(heading, 0, [...snapshotColumns.headingCells(input), textCell(layoutText(snapshotColumns.keys))]);
  items.forEach((item, index) => {
    putItem(draft, item, index + 1, texts);
  });
  return draft.sheet(`ogonblick:${number}`, name, {
    frozen: { rows: 0, columns: 0 },
    printTitleRows: { from: heading, to: heading },
  });
}

/** A row that is no line's: its values as these cells show them, and its hidden numbers. */
function putFacts(
  draft: SheetDraft,
  row: number,
  values: SnapshotRow,
  shown: Partial<Record<SnapshotField, Cell>>,
): void {
  for (const field of snapshotColumns.keys) {
    const value = values[field];
    if (value === undefined) continue;
    draft.put(row, COLUMN[field], shown[field] ?? keyCell(value));
  }
}

/** How far each was booked, its limits, and how it writes costs. */
function putInitiatives(draft: SheetDraft, { items, texts }: SnapshotInput): void {
  const words = texts.board.snapshot;
  const { head } = texts.tabs;
  const row = draft.next + 1;
  const right = { align: "right", wrap: true } as const;
  draft.put(row, COLUMN.initiative, textCell(head.initiative, "heading"));
  draft.put(row, COLUMN.line, textCell(head.bookedThrough, "heading"));
  draft.put(row, COLUMN.outcome, textCell(head.limitAmount, "heading", right));
  draft.put(row, COLUMN.budget, textCell(head.limitShare, "heading", right));
  draft.put(row, COLUMN.amount, textCell(words.signOf, "heading", { align: "left", wrap: true }));
  items.forEach(({ name, followUp }, index) => {
    const { table, limits, lastBooked } = followUp;
    const allPositive = table.orientation === "all-positive";
    const bookedTo = table.periods[lastBooked]?.label ?? "";
    const at_ = draft.next;
    const values = initiativeRow({ name, sign: table.sign, allPositive, bookedTo, limits }, index + 1);
    putFacts(draft, at_, values, {
      initiative: textCell(name, "plain", { wrap: true }),
      line: textCell(bookedTo, "plain"),
      outcome: numberCell(limits.amount, { kind: "amount", unit: "kr", decimals: 0 }),
      budget: numberCell(limits.share, PERCENT),
    });
    draft.put(at_, COLUMN.amount, textCell(texts.tabs.controlWords.sign[table.sign], "plain", { indent: 1 }));
  });
}

function putItem(draft: SheetDraft, { name, followUp, kept }: Numbered, item: number, texts: Texts): void {
  const { table, lineTotals, material, forecast: forecasts } = followUp;
  // Amounts are in kronor, shown in the unit of the source.
  const shared = { format: { kind: "amount", unit: table.unit, decimals: table.decimals } as const, texts };
  table.lines.forEach((costLine, line) => {
    const figures = lineTotals[line];
    if (figures === undefined) return;
    const written = kept?.rows.find((one) => one.line === costLine);
    const comment = commentOf((field) => written?.[field] ?? "");
    const is = material[line] === true;
    const values = lineRow(name, { costLine, kind: kindOf(table, line), figures, material: is, comment }, item);
    const row = { ...shared, values, forecast: forecasts?.byLine[line] ?? null, material: is };
    draft.putRow(draft.next, 0, snapshotColumns.cells(row));
  });
  const comment = commentOf(() => "");
  const values = { ...comment, ...totalRow(name, totalNameOf(table, texts), followUp.total, item) };
  const total = { ...shared, values, forecast: forecasts?.total ?? null, material: null };
  draft.putRow(draft.next, 0, snapshotColumns.cells(total));
}
