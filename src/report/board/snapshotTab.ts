// src/report/board/snapshotTab.ts: a follow-up of every initiative as it stands now, as values: the tab that later runs compare with.
// Two hidden columns say what each row is, so that it reads back in any language (src/intake/budget/snapshot.ts).
import type { Deviation } from "../../domain/deviation/deviation";
import { kindOf } from "../../domain/deviation/lineKind";
import type { LineForecast } from "../../domain/deviation/forecast";
import { totalNameOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import { dateSerial, numberCell, textCell } from "../cells";
import { INTEGER, PERCENT } from "../deviation/deviationColumns";
import type { Numbered } from "../deviation/numbered";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import type { Look, NumberFormat, SheetModel } from "../sheetModel";

export interface SnapshotInput {
  readonly items: readonly Numbered[];
  /** ISO date. */
  readonly today: string;
  readonly version: string;
  /** Of the role: one more than the highest there is. */
  readonly number: number;
  readonly texts: Texts;
}

const COLUMN = {
  initiative: 0,
  line: 1,
  outcome: 2,
  budget: 3,
  amount: 4,
  share: 5,
  fullYearBudget: 6,
  forecast: 7,
  forecastDeviation: 8,
  material: 9,
  cause: 10,
  action: 11,
  responsible: 12,
  done: 13,
  type: 14,
  code: 15,
  /** 1 for the first initiative: names may be alike. */
  item: 16,
} as const;

/** What a row is, in the hidden column; intake knows the same numbers. */
const TYPE = { initiative: 1, line: 2, total: 3, date: 8, version: 9 } as const;
/** Of an initiative's row: how it writes costs, and whether income stands positive beside positive costs. */
const CODE = { negative: 1, positive: 2, allPositive: 3 } as const;
/** Of a line's: what it is, and 1 more where it is material. */
const KIND_CODE = { cost: 0, income: 2, net: 4 } as const;

function planOf(forecast: boolean): readonly ColumnPlan[] {
  const amount = { least: 13, most: 18 };
  const shown = forecast ? amount : { ...amount, hidden: true };
  const key = { least: 9, most: 9, hidden: true };
  return [
    { least: 24, most: 32 },
    { least: 30, most: 40 },
    ...[amount, amount, amount, { least: 12, most: 12 }, shown, shown, shown],
    { least: 11, most: 11 },
    { least: 29, most: 29 },
    { least: 29, most: 29 },
    { least: 13, most: 18 },
    { least: 11, most: 14 },
    key,
    key,
    key,
  ];
}

export function snapshotTab(input: SnapshotInput, name: string): SheetModel {
  const { items, texts, today, version, number } = input;
  const words = texts.board.snapshot;
  const draft = new SheetDraft(planOf(items.some(({ followUp }) => followUp.forecast !== null)), texts.language);
  draft.put(0, 0, textCell(words.title, "title", { span: 4 }));
  draft.put(1, 0, textCell(words.date, "label"));
  draft.put(1, 1, numberCell(dateSerial(today), { kind: "date" }, "plain", { align: "left" }));
  putKeys(draft, 1, TYPE.date, null, null);
  draft.put(2, 0, textCell(words.version, "label"));
  draft.put(2, 1, textCell(version, "plain"));
  putKeys(draft, 2, TYPE.version, null, null);
  draft.putText(3, 0, words.note);
  putInitiatives(draft, input);
  const heading = draft.next + 1;
  putHeadings(draft, heading, texts);
  items.forEach((item, index) => {
    putItem(draft, item, index + 1, texts);
  });
  return draft.sheet(`ogonblick:${number}`, name, {
    frozen: { rows: 0, columns: 0 },
    printTitleRows: { from: heading, to: heading },
  });
}

function putKeys(draft: SheetDraft, row: number, type: number, code: number | null, item: number | null): void {
  draft.put(row, COLUMN.type, numberCell(type, INTEGER));
  if (code !== null) draft.put(row, COLUMN.code, numberCell(code, INTEGER));
  if (item !== null) draft.put(row, COLUMN.item, numberCell(item, INTEGER));
}

/** How far each was booked, its limits, and how it writes costs. */
function putInitiatives(draft: SheetDraft, { items, texts }: SnapshotInput): void {
  const words = texts.board.snapshot;
  const { head } = texts.tabs;
  const row = draft.next + 1;
  draft.putRow(row, 0, [
    textCell(head.initiative, "heading"),
    textCell(head.bookedThrough, "heading"),
    ...[head.limitAmount, head.limitShare].map((text) => textCell(text, "heading", { align: "right", wrap: true })),
    textCell(words.signOf, "heading", { align: "left", wrap: true }),
  ]);
  items.forEach(({ name, followUp }, index) => {
    const { table, limits, lastBooked } = followUp;
    const at_ = draft.next;
    draft.putRow(at_, 0, [
      textCell(name, "plain", { wrap: true }),
      textCell(table.periods[lastBooked]?.label ?? "", "plain"),
      numberCell(limits.amount, { kind: "amount", unit: "kr", decimals: 0 }),
      numberCell(limits.share, PERCENT),
      textCell(texts.tabs.controlWords.sign[table.sign], "plain", { indent: 1 }),
    ]);
    putKeys(
      draft,
      at_,
      TYPE.initiative,
      CODE[table.orientation === "all-positive" ? "allPositive" : table.sign],
      index + 1,
    );
  });
}

function putHeadings(draft: SheetDraft, row: number, texts: Texts): void {
  const words = texts.tabs.deviation;
  const right = { align: "right", wrap: true } as const;
  const amounts = [
    words.outcome,
    words.budget,
    words.deviation,
    words.share,
    words.fullYearBudget,
    words.forecast,
    words.forecastDeviation,
  ];
  draft.putRow(row, 0, [
    textCell(texts.tabs.head.initiative, "heading"),
    textCell(words.costLine, "heading"),
    ...amounts.map((text) => textCell(text, "heading", right)),
    textCell(words.material, "heading", { indent: 1 }),
    ...[words.cause, words.action, words.responsible, words.done].map((text) => textCell(text, "heading")),
    textCell(texts.board.snapshot.rowType, "heading"),
    textCell(texts.board.snapshot.code, "heading"),
    textCell(texts.board.snapshot.item, "heading"),
  ]);
}

function putItem(draft: SheetDraft, item: Numbered, number: number, texts: Texts): void {
  const { followUp, kept } = item;
  const { table, lineTotals, material, forecast } = followUp;
  const words = texts.tabs.deviationWords;
  table.lines.forEach((costLine, line) => {
    const figures = lineTotals[line];
    if (figures === undefined) return;
    const row = draft.next;
    const is = material[line] === true;
    putFigures(draft, row, item, costLine, figures, forecast?.byLine[line] ?? null, "plain");
    draft.put(row, COLUMN.material, textCell(is ? words.yes : words.no, "plain", { indent: 1 }));
    const comment = kept?.rows.find((one) => one.line === costLine);
    draft.putRow(
      row,
      COLUMN.cause,
      [comment?.cause, comment?.action, comment?.responsible, comment?.done].map((text) =>
        textCell(text ?? "", "plain", { wrap: true }),
      ),
    );
    putKeys(draft, row, TYPE.line, KIND_CODE[kindOf(table, line)] + (is ? 1 : 0), number);
  });
  const row = draft.next;
  putFigures(draft, row, item, totalNameOf(table, texts), followUp.total, forecast?.total ?? null, "total");
  for (let column: number = COLUMN.material; column <= COLUMN.done; column++)
    draft.put(row, column, textCell("", "total"));
  putKeys(draft, row, TYPE.total, null, number);
}

/** Amounts are in kronor, shown in the unit of the source. */
function putFigures(
  draft: SheetDraft,
  row: number,
  { name, followUp: { table } }: Numbered,
  label: string,
  figures: Deviation,
  forecast: LineForecast | null,
  look: Look,
): void {
  const format: NumberFormat = { kind: "amount", unit: table.unit, decimals: table.decimals };
  const amounts = [figures.outcome, figures.budget, figures.amount];
  draft.putRow(row, 0, [
    textCell(name, look, { wrap: true }),
    textCell(label, look, { wrap: true }),
    ...amounts.map((kr) => numberCell(kr, format, look)),
    numberCell(figures.share, PERCENT, look),
    ...[forecast?.fullYearBudget, forecast?.chosen, forecast?.deviation].map((kr) =>
      numberCell(kr ?? null, format, look),
    ),
  ]);
}
