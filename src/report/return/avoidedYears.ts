// src/report/return/avoidedYears.ts: on Minskat stöd: months and kronor per person-year, as formulas over the participants and the year factors.
// Hidden beside each year: old and new support per share row, which the yearly table of Parter shares between the parties.
import { type Decimal, sum } from "../../domain/money";
import { at, columnRange, formulaCell, numberCell, textCell } from "../cells";
import { HIDDEN, INTEGER, KR, NAME, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import type { SheetDraft } from "../sheetDraft";
import { yearSumsOf, type YearSums } from "./yearSums";

/** Where the table stands: visible columns up to `width`, hidden ones from `hidden` on. */
export interface YearColumns {
  readonly width: number;
  readonly hidden: number;
  readonly months: number;
  readonly plain: number;
  readonly adjusted: number;
}

/** Hidden columns that the table takes: old and new support per share row. */
export function hiddenYearColumns({ shareRows }: ReturnFrame): number {
  return 2 * shareRows.length;
}

const COUNT: NumberFormat = { kind: "number", decimals: 0 };

/** Returns the names of the hidden areas; none where nobody has any month. */
export function putAvoidedYears(
  draft: SheetDraft,
  frame: ReturnFrame,
  columns: YearColumns,
): NonNullable<SheetModel["names"]> {
  const sums = yearSumsOf(frame);
  const count = sums.months.length;
  if (count === 0) return [];
  const text = frame.words.avoided;
  draft.put(draft.next + 1, 0, textCell(text.yearsHeading, "group", { span: columns.width, align: "left" }));
  draft.putText(draft.next, 0, text.yearsNote);
  const right = { align: "right", wrap: true } as const;
  putFigures(draft, columns, textCell(text.year, "heading", { align: "left" }), "heading", [
    textCell(text.personMonths, "heading", right),
    textCell(text.plain, "heading", right),
    textCell(text.adjusted, "heading", right),
  ]);
  const top = draft.next;
  sums.months.forEach((_, k) => putYear(draft, frame, columns, sums, k));
  const bottom = draft.last;
  const all = (column: number, value: Decimal | number, format: NumberFormat): Cell =>
    formulaCell(`SUM(${columnRange(column, top, bottom)})`, value, format, "total");
  putFigures(draft, columns, textCell(text.total, "total"), "total", [
    all(columns.months, sum(sums.months), COUNT),
    all(columns.plain, sum(sums.plain), KR),
    all(columns.adjusted, sum(frame.input.avoided.byYear), KR),
  ]);
  const rows = frame.shareRows.length;
  const area = (left: number): string => `${at(top, left)}:${at(bottom, left + rows - 1)}`;
  return [
    { name: NAME.yearOld, cell: area(columns.hidden) },
    { name: NAME.yearNext, cell: area(columns.hidden + rows) },
  ];
}

/** A row of the table; columns without a figure are left empty. */
function putFigures(draft: SheetDraft, columns: YearColumns, first: Cell, look: Look, figures: readonly Cell[]): void {
  const row = draft.next;
  draft.put(row, 0, first);
  for (let column = 1; column < columns.width; column++) draft.put(row, column, textCell("", look));
  [columns.months, columns.plain, columns.adjusted].forEach((column, index) => {
    const figure = figures[index];
    if (figure !== undefined) draft.put(row, column, figure);
  });
}

function putYear(draft: SheetDraft, frame: ReturnFrame, columns: YearColumns, sums: YearSums, k: number): void {
  const row = draft.next;
  const year = `$${at(row, 0)}`;
  const months = monthsOfYear(frame, year);
  const rows = frame.shareRows.length;
  const old = `${at(row, columns.hidden)}:${at(row, columns.hidden + rows - 1)}`;
  putFigures(draft, columns, numberCell(k + 1, INTEGER, "plain", { align: "left" }), "plain", [
    formulaCell(`SUMPRODUCT(${participants(frame).counted}*${months})`, sums.months[k] ?? 0, COUNT),
    formulaCell(`SUMPRODUCT(${paidInYear(frame, year, months)})`, sums.plain[k] ?? 0, KR),
    formulaCell(`SUM(${old})`, frame.input.avoided.byYear[k] ?? 0, KR),
  ]);
  frame.shareRows.forEach(({ source }, index) => {
    const place = { year, months, paid: paidInYear(frame, year, months), number: index + 1, source };
    const put = (column: number, formula: string | null, value: Decimal | undefined): void =>
      draft.put(row, column, formula === null ? numberCell(0, HIDDEN) : formulaCell(formula, value ?? 0, HIDDEN));
    put(columns.hidden + index, oldOfYear(frame, place), sums.old[k]?.[index]);
    put(columns.hidden + rows + index, newOfYear(frame, place), sums.next[k]?.[index]);
  });
}

interface Place {
  /** Address of the year's number, from 1: the row of the year-factor table. */
  readonly year: string;
  readonly months: string;
  /** Kronor of the old support. */
  readonly paid: string;
  /** Of the share row. */
  readonly number: number;
  readonly source: number;
}

/** u·c·d·e of the year, or u·c0·d·e for the new support. */
function factorsOf(frame: ReturnFrame, { year, source }: Place, common: string): string {
  return `INDEX(${NAME.u},${year},${frame.upratingColumn(source)})*INDEX(${common},${year},1)`;
}

/** Each row's months of the year, as MAX(0, MIN(12, t − 12k)) for the end less the same for the beginning, element by element. */
function monthsOfYear(frame: ReturnFrame, year: string): string {
  const { from, to } = participants(frame);
  const before = (t: string): string => `ABS(${t}-12*(${year}-1))-ABS(${t}-12*${year})`;
  return `(${before(to)}-(${before(from)}))/2`;
}

/** Each row's kronor of the old support in the year: by the month, and where somebody has a support paid by the day also by the day. */
function paidInYear(frame: ReturnFrame, year: string, months: string): string {
  const { amountBefore, dailyBefore, dayFrom, dayTo, first } = participants(frame);
  const monthly = `${amountBefore}*${months}`;
  if (!frame.spans.some(({ span }) => span.dailyBefore > 0)) return monthly;
  const start = (at_: string): string => `DATE(YEAR(${first}),MONTH(${first})+${at_},1)`;
  const before = (t: string): string => `ABS(${t}-${start(`12*(${year}-1)`)})-ABS(${t}-${start(`12*${year}`)})`;
  return `(${monthly}+${dailyBefore}*((${before(dayTo)})-(${before(dayFrom)}))/2)`;
}

/** Old support of a share row: persistence follows what each had afterwards. Null where nobody had the support before. */
function oldOfYear(frame: ReturnFrame, place: Place): string | null {
  const { year, paid, number } = place;
  const { keyBefore, persistence, discount } = participants(frame);
  const used = new Set(
    frame.spans
      .filter(({ person, span }) => frame.shareRowNumber(frame.municipalityOf(person), span.before) === number)
      .map(({ span }) => frame.persistenceColumn(span.kept)),
  );
  if (used.size === 0) return null;
  const parts = [...used].map(
    (q) =>
      `INDEX(${NAME.q},${year},${q})*SUMPRODUCT((${keyBefore}=${number})*(${persistence}=${q})*${paid}*${discount})`,
  );
  return `${factorsOf(frame, place, NAME.common)}*(${parts.join("+")})`;
}

/** New support of a share row; null where nobody has the support afterwards. */
function newOfYear(frame: ReturnFrame, place: Place): string | null {
  const { year, months, number } = place;
  const used = new Set(
    frame.spans
      .filter(({ person, span }) => frame.shareRowNumber(frame.municipalityOf(person), span.after) === number)
      .map(({ span }) => frame.persistenceColumn(span.kept)),
  );
  if (used.size === 0) return null;
  const { keyAfter, amountAfter, persistence, discount } = participants(frame);
  const paid = `${amountAfter}*${discount}*${months}`;
  const [only] = used;
  const parts =
    used.size === 1
      ? [`INDEX(${NAME.q},${year},${only})*SUMPRODUCT((${keyAfter}=${number})*${paid})`]
      : [...used].map(
          (q) => `INDEX(${NAME.q},${year},${q})*SUMPRODUCT((${keyAfter}=${number})*(${persistence}=${q})*${paid})`,
        );
  return `${factorsOf(frame, place, NAME.commonNext)}*${parts.length === 1 ? parts[0] : `(${parts.join("+")})`}`;
}

type Columns =
  | "from"
  | "to"
  | "first"
  | "amountBefore"
  | "dailyBefore"
  | "dayFrom"
  | "dayTo"
  | "amountAfter"
  | "counted"
  | "keyBefore"
  | "keyAfter"
  | "persistence"
  | "discount";

function participants({ words }: ReturnFrame): Readonly<Record<Columns, string>> {
  const text = words.participants;
  const column = (heading: string): string => `${PARTICIPANT_TABLE}[${heading}]`;
  return {
    from: column(text.from),
    to: column(text.to),
    first: column(text.first),
    amountBefore: column(text.amountBefore),
    dailyBefore: column(text.dailyBefore),
    dayFrom: column(text.dayFrom),
    dayTo: column(text.dayTo),
    counted: column(text.counted),
    amountAfter: column(text.amountAfter),
    keyBefore: column(text.keyBefore),
    keyAfter: column(text.keyAfter),
    persistence: column(text.persistence),
    discount: column(text.discount),
  };
}
