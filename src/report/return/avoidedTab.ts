// src/report/return/avoidedTab.ts: the tab Minskat stöd: per person, months and kronor until the pension age, plain and adjusted side by side; sums per group.
import type { Horizon } from "../../domain/return/agencyReturn";
import { Decimal } from "../../domain/money";
import { at, columnRange, formulaCell, textCell } from "../cells";
import { withPageBreaks } from "../pageBreaks";
import { avoidedColumns, COLUMN } from "./avoidedColumns";
import { putCourses } from "./avoidedCourses";
import { hiddenYearColumns, putAvoidedYears } from "./avoidedYears";
import { participantColumn } from "./participantAmounts";
import type { TotalCell } from "./returnChecks";
import { INTEGER, KR, NAME, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";
import { putSetAside, returnHead } from "./returnHead";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";

/** Cells over the whole tab. */
const WIDTH = avoidedColumns.shown;
/** Of the tables of groups. */
const PERSONS = COLUMN.birthYear;

/** The tab, and where its totals stand. */
export function avoidedTab(frame: ReturnFrame): { readonly sheet: SheetModel; readonly totals: readonly TotalCell[] } {
  const { input, words } = frame;
  const text = words.avoided;
  const listed = sourceList(frame);
  const ofYears = Array.from({ length: hiddenYearColumns(frame) }, () => ({ least: 9, most: 12, hidden: true }));
  const draft = new SheetDraft([...avoidedColumns.plan(frame), ...ofYears], input.texts.language);
  let top = returnHead(draft, frame, "avoided", {
    label: COLUMN.participant,
    value: COLUMN.birthYear,
    secondLabel: COLUMN.plain,
    secondValue: COLUMN.beyondYear5,
    secondTop: 1,
  });
  draft.put(top, 0, textCell(words.notForTheBoard, "warn", { span: avoidedColumns.span("participant", "before") }));
  top = draft.putText(draft.putText(top + 1, 0, text.note), 0, text.leftOut) + 1;
  draft.putRow(top, 0, avoidedColumns.headingCells(frame));
  input.avoided.byParticipant.forEach((person, index) => {
    const ready = frame.basis.ready[index];
    const row = top + 1 + index;
    if (ready !== undefined)
      draft.putRow(row, 0, avoidedColumns.cells({ frame, person, ready, index, row, sources: listed }));
  });
  const rows = { top: top + 1, bottom: top + Math.max(1, input.avoided.byParticipant.length) };
  draft.skipTo(rows.bottom + 1);
  const totals = putTotal(draft, frame, rows);
  putOutcomes(draft, frame, rows);
  putAgencies(draft, frame, rows);
  const names = putAvoidedYears(draft, frame, { ...COLUMN, width: WIDTH, hidden: avoidedColumns.count });
  putCourses(draft, frame, WIDTH);
  putSources(draft, frame, listed);
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

function putSources(draft: SheetDraft, frame: ReturnFrame, list: readonly string[]): void {
  if (list.length === 0) return;
  draft.skipTo(draft.next + 1);
  draft.putText(draft.next, 0, `${frame.words.avoided.pensionSource}:`);
  list.forEach((source, index) => draft.putText(draft.next, 0, `[${index + 1}] ${source}`));
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

const COUNT: NumberFormat = { kind: "number", decimals: 0 };

/** Kronor and months until the pension: summed below, and per group in the same columns. */
const FIGURES = ["months", "ownSupport", "withSuccessors", "plain", "adjusted", "beyondYear5"] as const;
type Figure = (typeof FIGURES)[number];

function figureFormat(figure: Figure): NumberFormat {
  return figure === "months" ? COUNT : KR;
}

function headingOf({ words, input }: ReturnFrame, figure: Figure): string {
  const text = words.avoided;
  return figure === "withSuccessors"
    ? text.withSuccessors(words.horizon[input.avoided.horizon].toLowerCase())
    : text[figure];
}

/** A figure per column, from what gives its formula and its value. */
function figureCells(
  of: (figure: Figure) => readonly [formula: string, value: Decimal | number],
  look: Look = "plain",
) {
  return FIGURES.map((figure) => [figure, formulaCell(...of(figure), figureFormat(figure), look)] as const);
}

function putTotal(draft: SheetDraft, frame: ReturnFrame, { top, bottom }: Rows): readonly TotalCell[] {
  const { total } = frame.input.avoided;
  const text = frame.words.avoided;
  const row = draft.next;
  const sums = figureCells((figure) => [`SUM(${columnRange(COLUMN[figure], top, bottom)})`, total[figure]], "total");
  putFigures(draft, textCell(text.total, "total"), "total", sums);
  return FIGURES.map((figure) => ({
    heading: headingOf(frame, figure),
    cell: at(row, COLUMN[figure]),
    value: new Decimal(total[figure]),
    format: figureFormat(figure),
  }));
}

/** A row that runs through, with these figures in their columns. */
function putFigures(
  draft: SheetDraft,
  first: Cell,
  look: Look,
  figures: readonly (readonly [Figure, Cell])[],
  persons: Cell | null = null,
): void {
  const row = draft.next;
  for (let column = 0; column < WIDTH; column++) draft.put(row, column, textCell("", look));
  draft.put(row, COLUMN.participant, first);
  if (persons !== null) draft.put(row, PERSONS, persons);
  for (const [figure, cell] of figures) draft.put(row, COLUMN[figure], cell);
}

/** Headings of a table of groups, under the columns of the persons. */
function putGroupHeadings(draft: SheetDraft, frame: ReturnFrame, title: string, first: string): void {
  const text = frame.words.avoided;
  const heading = (words: string): Cell => textCell(words, "heading", { align: "right", wrap: true });
  draft.put(draft.next + 1, 0, textCell(title, "group", { span: WIDTH, align: "left" }));
  const figures = FIGURES.map((figure) => [figure, heading(headingOf(frame, figure))] as const);
  putFigures(draft, textCell(first, "heading"), "heading", figures, heading(text.persons));
}

function putOutcomes(draft: SheetDraft, frame: ReturnFrame, { top, bottom }: Rows): void {
  const { avoided } = frame.input;
  const text = frame.words.avoided;
  putGroupHeadings(draft, frame, text.groupsHeading, text.group);
  const keys = columnRange(COLUMN.outcome, top, bottom);
  const first = draft.next;
  for (const group of avoided.byOutcome) {
    const key = frame.sources.findIndex(({ name }) => name === group.name) + 1;
    const figures = figureCells((figure) => [
      `SUMIF(${keys},${key},${columnRange(COLUMN[figure], top, bottom)})`,
      group[figure],
    ]);
    const persons = formulaCell(`COUNTIF(${keys},${key})`, group.persons, INTEGER);
    putFigures(draft, textCell(group.name), "plain", figures, persons);
  }
  if (avoided.byOutcome.length === 0) return;
  const last = draft.last;
  const all = (column: number): string => `SUM(${columnRange(column, first, last)})`;
  const figures = figureCells((figure) => [all(COLUMN[figure]), avoided.total[figure]], "total");
  const persons = formulaCell(all(PERSONS), avoided.byParticipant.length, INTEGER, "total");
  putFigures(draft, textCell(text.total, "total"), "total", figures, persons);
}

/**
 * By who pays, each support of a course by its own payers: each amount times the payer's share. Months are counted with every payer of the support
 * of that time, persons with every payer of any of it.
 */
function putAgencies(draft: SheetDraft, frame: ReturnFrame, { top, bottom }: Rows): void {
  const { avoided } = frame.input;
  const text = frame.words.avoided;
  putGroupHeadings(draft, frame, text.agenciesHeading, text.agency);
  const [own, then] = [COLUMN.keyBefore, COLUMN.keyThen].map((key) => columnRange(key, top, bottom)) as [
    string,
    string,
  ];
  const rows = participantKeys(frame);
  // Every party has a row, so that a share given to another one by hand is seen.
  frame.parties.forEach(({ agency }, index) => {
    const group = avoided.byAgency.find(({ name }) => name === agency.name);
    const shares = `INDEX(${NAME.shares},0,${index + 1})`;
    const shareOf = (keys: string): string => `SUMIF(${NAME.shareRows},${keys},${shares})`;
    const paid = (column: string): string =>
      `SUMPRODUCT(${shares}*SUMIF(${rows.keyBefore},${NAME.shareRows},${column}))`;
    const old = (horizon: Horizon): string => participantColumn(frame, "old", horizon);
    const formulas: Readonly<Record<Figure, string>> = {
      months: `SUMPRODUCT((${shareOf(rows.keyBefore)}>0)*${rows.counted}*(${rows.to}-${rows.from}))`,
      // Of the own support alone, which is on the person's row.
      ownSupport: `SUMPRODUCT(${shares}*SUMIF(${own},${NAME.shareRows},${columnRange(COLUMN.ownSupport, top, bottom)}))`,
      withSuccessors: paid(rows.krWithin),
      plain: paid(rows.kr),
      adjusted: paid(old("retirement")),
      beyondYear5: `${paid(old("retirement"))}-${paid(old("5"))}`,
    };
    const figures = figureCells((figure) => [formulas[figure], group?.[figure] ?? 0]);
    const count = `SUMPRODUCT(1*((${shareOf(own)}+${shareOf(then)})>0))`;
    const persons = formulaCell(count, group?.persons ?? 0, INTEGER);
    putFigures(draft, textCell(agency.name), "plain", figures, persons);
  });
}

/** Columns of Underlag deltagare that the sums per payer run over. */
function participantKeys({ words, input }: ReturnFrame) {
  const text = words.participants;
  const column = (heading: string): string => `${PARTICIPANT_TABLE}[${heading}]`;
  return {
    keyBefore: column(text.keyBefore),
    counted: column(text.counted),
    from: column(text.from),
    to: column(text.to),
    kr: column(text.kr),
    krWithin: column(text.krWithin(words.horizon[input.avoided.horizon].toLowerCase())),
  };
}
