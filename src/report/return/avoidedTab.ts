// src/report/return/avoidedTab.ts: the tab Minskat stöd: per person, months and kronor until the pension age, plain and adjusted side by side; sums per group.
import { Decimal } from "../../domain/money";
import { yearOf } from "../../domain/period";
import { birthMonth } from "../../domain/return/pensionAge";
import { numberText } from "../../text/format";
import type { AvoidedByPerson } from "../../domain/return/avoidedSupport";
import { at, columnRange, formulaCell, monthSerial, numberCell, textCell } from "../cells";
import { withPageBreaks } from "../pageBreaks";
import { hiddenYearColumns, putAvoidedYears } from "./avoidedYears";
import { participantColumn } from "./participantsSource";
import type { TotalCell } from "./returnChecks";
import { INTEGER, KR, MONTH, NAME, ORE, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";
import { putSetAside, returnHead } from "./returnHead";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";

const COLUMN = {
  participant: 0,
  birthYear: 1,
  before: 2,
  amountBefore: 3,
  after: 4,
  amountAfter: 5,
  first: 6,
  pensionMonth: 7,
  months: 8,
  plain: 9,
  adjusted: 10,
  beyondYear5: 11,
  pensionSource: 12,
  number: 13,
  outcome: 14,
  keyBefore: 15,
  years: 16,
} as const;
const WIDTH = COLUMN.number;

const fixedPlan: readonly ColumnPlan[] = [
  { least: 22, most: 28 },
  { least: 11, most: 12 },
  { least: 18, most: 26 },
  { least: 11, most: 13 },
  { least: 18, most: 26 },
  { least: 11, most: 13 },
  { least: 13, most: 14 },
  { least: 14, most: 15 },
  { least: 9, most: 11 },
  { least: 16, most: 18 },
  { least: 16, most: 18 },
  { least: 16, most: 18 },
  { least: 26, most: 34 },
  ...Array.from({ length: 3 }, () => ({ least: 9, most: 12, hidden: true })),
];

/** The tab, and where its totals stand. */
export function avoidedTab(frame: ReturnFrame): { readonly sheet: SheetModel; readonly totals: readonly TotalCell[] } {
  const { input, words } = frame;
  const text = words.avoided;
  const ofYears = Array.from({ length: hiddenYearColumns(frame) }, () => ({ least: 9, most: 12, hidden: true }));
  const draft = new SheetDraft([...fixedPlan, ...ofYears], input.texts.language);
  let top = returnHead(draft, frame, "avoided", { label: 0, value: 1, secondLabel: 9, secondValue: 11, secondTop: 1 });
  draft.put(top, 0, textCell(words.notForTheBoard, "warn", { span: 3 }));
  top = draft.putText(draft.putText(top + 1, 0, text.note), 0, text.leftOut) + 1;
  const left = new Set<number>([COLUMN.participant, COLUMN.before, COLUMN.after, COLUMN.pensionSource]);
  const headings = [
    text.participant,
    text.birthYear,
    text.before,
    text.amountBefore,
    text.after,
    text.amountAfter,
    text.first,
    text.pensionMonth,
    text.months,
    text.plain,
    text.adjusted,
    text.beyondYear5,
    text.pensionSource,
    text.number,
    text.outcomeNumber,
    words.participants.keyBefore,
  ];
  draft.putRow(
    top,
    0,
    headings.map((heading, column) =>
      textCell(
        heading,
        "heading",
        left.has(column) ? { align: "left", indent: column === 0 ? 0 : 1, wrap: true } : { align: "right", wrap: true },
      ),
    ),
  );
  input.avoided.byParticipant.forEach((person, index) => putPerson(draft, frame, person, index, top + 1 + index));
  const rows = { top: top + 1, bottom: top + Math.max(1, input.avoided.byParticipant.length) };
  draft.skipTo(rows.bottom + 1);
  const totals = putTotal(draft, frame, rows);
  putOutcomes(draft, frame, rows);
  putAgencies(draft, frame, rows);
  const names = putAvoidedYears(draft, frame, { ...COLUMN, width: WIDTH, hidden: COLUMN.years });
  putSources(draft, frame);
  putSetAside(draft, frame, WIDTH);
  const sheet = draft.sheet("minskatstod", input.names("minskatstod"), {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
  return { sheet: { ...withPageBreaks(sheet), names }, totals };
}

/** The distinct sources of the pension ages, in the order of the rows. */
function sourceList({ input }: ReturnFrame): string[] {
  return [...new Set(input.avoided.byParticipant.flatMap(({ pension }) => pension.source ?? []))];
}

function putSources(draft: SheetDraft, frame: ReturnFrame): void {
  const list = sourceList(frame);
  if (list.length === 0) return;
  draft.skipTo(draft.next + 1);
  draft.putText(draft.next, 0, `${frame.words.avoided.pensionSource}:`);
  list.forEach((source, index) => draft.putText(draft.next, 0, `[${index + 1}] ${source}`));
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

function sources({ words }: ReturnFrame): Readonly<Record<"number" | "to" | "from" | "amountBefore", string>> {
  const column = (heading: string): string => `${PARTICIPANT_TABLE}[${heading}]`;
  const text = words.participants;
  return {
    number: column(text.number),
    to: column(text.to),
    from: column(text.from),
    amountBefore: column(text.amountBefore),
  };
}

function putPerson(draft: SheetDraft, frame: ReturnFrame, person: AvoidedByPerson, index: number, row: number): void {
  const { words, input, basis, sources: table } = frame;
  const ready = basis.ready[index];
  if (ready === undefined) return;
  const { participant } = ready;
  const text = (value: string): Cell => textCell(value, "plain", { indent: 1, wrap: true });
  const key = `$${at(row, COLUMN.number)}`;
  const first = sources(frame);
  const found = (column: string): string => `INDEX(${PARTICIPANT_TABLE}[${column}],MATCH(${key},${first.number},0))`;
  const spans = ready.spans[0];
  const decimals = Number.isInteger(person.pension.age) ? 0 : 2;
  const status = words.avoided.pensionText(
    numberText(new Decimal(person.pension.age), decimals, input.texts.language),
    words.avoided.status[person.pension.status],
  );
  const { source } = person.pension;
  const [amountBefore, amountAfter] = [spans?.amountBefore ?? null, spans?.amountAfter ?? null];
  draft.putRow(row, 0, [
    textCell(person.id),
    numberCell(yearOf(birthMonth(participant.birth)), INTEGER),
    text(table[spans?.before ?? -1]?.name ?? ""),
    formulaCell(found(words.participants.amountBefore), amountBefore, amountFormat(amountBefore)),
    text(person.outcome),
    formulaCell(found(words.participants.amountAfter), amountAfter, amountFormat(amountAfter)),
    formulaCell(found(words.participants.first), monthSerial(person.first), MONTH),
    formulaCell(found(words.participants.pensionMonth), monthSerial(person.pension.month), MONTH),
    formulaCell(`SUMPRODUCT((${first.number}=${key})*(${first.to}-${first.from}))`, person.months, INTEGER),
    formulaCell(
      `SUMPRODUCT((${first.number}=${key})*(${first.to}-${first.from})*${first.amountBefore})`,
      person.plain,
      KR,
    ),
    formulaCell(`SUMIFS(${participantColumn(frame, "old", "retirement")},${first.number},${key})`, person.adjusted, KR),
    formulaCell(
      `${at(row, COLUMN.adjusted)}-SUMIFS(${participantColumn(frame, "old", "5")},${first.number},${key})`,
      person.beyondYear5,
      KR,
    ),
    text(source === null ? status : `${status} [${sourceList(frame).indexOf(source) + 1}]`),
    numberCell(index + 1, INTEGER),
    numberCell((spans?.after ?? -1) + 1, INTEGER),
    numberCell(frame.shareRowNumber(frame.municipalityOf(ready), spans?.before ?? -1), INTEGER),
  ]);
}

function amountFormat(amount: { isInteger(): boolean } | null): NumberFormat {
  return amount === null || amount.isInteger() ? KR : ORE;
}

const COUNT: NumberFormat = { kind: "number", decimals: 0 };
const FIGURES = [COLUMN.months, COLUMN.plain, COLUMN.adjusted, COLUMN.beyondYear5] as const;

function figureFormat(column: number): NumberFormat {
  return column === COLUMN.months ? COUNT : KR;
}

function putTotal(draft: SheetDraft, frame: ReturnFrame, { top, bottom }: Rows): readonly TotalCell[] {
  const { total } = frame.input.avoided;
  const row = draft.next;
  draft.put(row, 0, textCell(frame.words.avoided.total, "total"));
  for (let column = 1; column < WIDTH; column++) draft.put(row, column, textCell("", "total"));
  const values = [total.months, total.plain, total.adjusted, total.beyondYear5];
  FIGURES.forEach((column, index) =>
    draft.put(
      row,
      column,
      formulaCell(`SUM(${columnRange(column, top, bottom)})`, values[index] ?? 0, figureFormat(column), "total"),
    ),
  );
  const { months, plain, adjusted, beyondYear5 } = frame.words.avoided;
  return [months, plain, adjusted, beyondYear5].map((heading, index) => {
    const column = FIGURES[index] ?? 0;
    const value = new Decimal(values[index] ?? 0);
    return { heading, cell: at(row, column), value, format: figureFormat(column) };
  });
}

/** Headings of a table of groups, under the columns of the persons. */
function putGroupHeadings(draft: SheetDraft, frame: ReturnFrame, title: string, first: string): void {
  const text = frame.words.avoided;
  const right = { align: "right", wrap: true } as const;
  draft.put(draft.next + 1, 0, textCell(title, "group", { span: WIDTH, align: "left" }));
  const row = draft.next;
  for (let column = 0; column < WIDTH; column++) draft.put(row, column, textCell("", "heading"));
  draft.put(row, 0, textCell(first, "heading"));
  draft.put(row, 1, textCell(text.persons, "heading", right));
  [text.months, text.plain, text.adjusted, text.beyondYear5].forEach((heading, index) =>
    draft.put(row, FIGURES[index] ?? 0, textCell(heading, "heading", right)),
  );
  draft.put(row, COLUMN.pensionSource, textCell("", "heading"));
}

function putGroup(draft: SheetDraft, name: string, look: Look, persons: Cell, figures: readonly Cell[]): void {
  const row = draft.next;
  draft.put(row, 0, textCell(name, look));
  for (let column = 1; column < WIDTH; column++) draft.put(row, column, textCell("", look));
  draft.put(row, 1, persons);
  figures.forEach((figure, index) => draft.put(row, FIGURES[index] ?? 0, figure));
}

function putOutcomes(draft: SheetDraft, frame: ReturnFrame, { top, bottom }: Rows): void {
  const { avoided } = frame.input;
  const text = frame.words.avoided;
  putGroupHeadings(draft, frame, text.groupsHeading, text.group);
  const keys = columnRange(COLUMN.outcome, top, bottom);
  const first = draft.next;
  for (const group of avoided.byOutcome) {
    const key = frame.sources.findIndex(({ name }) => name === group.name) + 1;
    const values = [group.months, group.plain, group.adjusted, group.beyondYear5];
    const figures = FIGURES.map((column, index) =>
      formulaCell(
        `SUMIF(${keys},${key},${columnRange(column, top, bottom)})`,
        values[index] ?? 0,
        figureFormat(column),
      ),
    );
    putGroup(draft, group.name, "plain", formulaCell(`COUNTIF(${keys},${key})`, group.persons, INTEGER), figures);
  }
  if (avoided.byOutcome.length === 0) return;
  const last = draft.last;
  const { total } = avoided;
  const values = [total.months, total.plain, total.adjusted, total.beyondYear5];
  const all = (column: number): string => `SUM(${columnRange(column, first, last)})`;
  putGroup(
    draft,
    text.total,
    "total",
    formulaCell(all(1), avoided.byParticipant.length, INTEGER, "total"),
    FIGURES.map((column, index) => formulaCell(all(column), values[index] ?? 0, figureFormat(column), "total")),
  );
}

/** By who paid the old support: each amount times the payer's share. Months and persons are counted with every payer. */
function putAgencies(draft: SheetDraft, frame: ReturnFrame, { top, bottom }: Rows): void {
  const { avoided } = frame.input;
  const text = frame.words.avoided;
  putGroupHeadings(draft, frame, text.agenciesHeading, text.agency);
  const keys = columnRange(COLUMN.keyBefore, top, bottom);
  // Every party has a row, so that a share given to another one by hand is seen.
  frame.parties.forEach(({ agency }, index) => {
    const group = avoided.byAgency.find(({ name }) => name === agency.name);
    const shares = `INDEX(${NAME.shares},0,${index + 1})`;
    const values = [group?.months, group?.plain, group?.adjusted, group?.beyondYear5];
    const weighted = (column: number): string => {
      const sums = `SUMIF(${keys},${NAME.shareRows},${columnRange(column, top, bottom)})`;
      return column === COLUMN.months ? `SUMPRODUCT((${shares}>0)*${sums})` : `SUMPRODUCT(${shares}*${sums})`;
    };
    const figures = FIGURES.map((column, at_) => formulaCell(weighted(column), values[at_] ?? 0, figureFormat(column)));
    putGroup(
      draft,
      agency.name,
      "plain",
      formulaCell(`SUMPRODUCT((${shares}>0)*COUNTIF(${keys},${NAME.shareRows}))`, group?.persons ?? 0, INTEGER),
      figures,
    );
  });
}
