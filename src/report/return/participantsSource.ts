// src/report/return/participantsSource.ts: the tab Underlag deltagare: one row per person and pair of supports, with the cell it came from.
// Hidden helper columns hold each row's amounts per horizon; the other tabs sum them on integer keys.
import { HORIZONS, type Horizon } from "../../domain/return/agencyReturn";
import { sum, toKr, ZERO, type Decimal } from "../../domain/money";
import { birthMonth } from "../../domain/return/pensionAge";
import { amountText } from "../../text/format";
import { at, formulaCell, linkCell, monthSerial, numberCell, textCell } from "../cells";
import { moved, monthsBetween, newSupport, oldSupport, shift, type SpanCells } from "./participantFormulas";
import { type PersonValues, spanValues } from "./participantValues";
import {
  HIDDEN,
  INTEGER,
  KR,
  MONTH,
  NAME,
  ORE,
  PARTICIPANT_TABLE,
  type ReturnFrame,
  type SpanRow,
} from "./returnFrame";
import { putSetAside, returnHead } from "./returnHead";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";

/** Visible columns, then the hidden helpers. */
export const COLUMN = {
  row: 0,
  participant: 1,
  number: 2,
  born: 3,
  lastMonth: 4,
  before: 5,
  amountBefore: 6,
  after: 7,
  amountAfter: 8,
  municipality: 9,
  initiative: 10,
  pensionAge: 11,
  first: 12,
  pensionMonth: 13,
  from: 14,
  to: 15,
  origin: 16,
  remark: 17,
  keyBefore: 18,
  keyAfter: 19,
  upratingBefore: 20,
  upratingAfter: 21,
  persistence: 22,
  publicBefore: 23,
  publicAfter: 24,
  outcome: 25,
  firstRow: 26,
  initiativeNumber: 27,
  helpers: 28,
} as const;
const VISIBLE = COLUMN.keyBefore;

const shown: readonly ColumnPlan[] = [
  { least: 10, most: 10 },
  { least: 12, most: 20 },
  { least: 12, most: 14 },
  { least: 9, most: 10 },
  { least: 13, most: 14 },
  { least: 16, most: 26 },
  { least: 10, most: 14 },
  { least: 16, most: 26 },
  { least: 10, most: 14 },
  { least: 10, most: 18 },
  { least: 14, most: 26 },
  { least: 12, most: 14 },
  { least: 12, most: 14 },
  { least: 14, most: 15 },
  { least: 8, most: 9 },
  { least: 8, most: 9 },
  { least: 22, most: 34 },
  { least: 22, most: 40 },
];

const PLAIN_NUMBER: NumberFormat = { kind: "general" };

/** Headings of the hidden columns with amounts, in order. */
function helperHeadings({ words, parties }: ReturnFrame): string[] {
  const { oldSupport: old, newSupport: next, moved: all, shift: one } = words.participants;
  const names = HORIZONS.map((horizon) => words.horizon[horizon].toLowerCase());
  return [
    ...names.map(old),
    ...names.map(next),
    ...names.map(all),
    ...parties.flatMap((_, party) => names.map((name) => one(name, party + 1))),
  ];
}

/** Column of `Underlag deltagare` as other tabs name it. */
export function participantColumn({ words }: ReturnFrame, of: "old" | "next" | "moved", horizon: Horizon): string {
  const name = words.horizon[horizon].toLowerCase();
  const { oldSupport: old, newSupport: next, moved: all } = words.participants;
  return `${PARTICIPANT_TABLE}[${{ old, next, moved: all }[of](name)}]`;
}

export function shiftColumn({ words }: ReturnFrame, party: number, horizon: Horizon): string {
  return `${PARTICIPANT_TABLE}[${words.participants.shift(words.horizon[horizon].toLowerCase(), party + 1)}]`;
}

export function participantsSource(frame: ReturnFrame, people: readonly PersonValues[]): SheetModel {
  const { words, input, spans } = frame;
  const text = words.participants;
  const headings = [
    text.row,
    text.participant,
    text.number,
    text.born,
    text.lastMonth,
    text.before,
    text.amountBefore,
    text.after,
    text.amountAfter,
    text.municipality,
    text.initiative,
    text.pensionAge,
    text.first,
    text.pensionMonth,
    text.from,
    text.to,
    text.origin,
    text.remark,
    text.keyBefore,
    text.keyAfter,
    text.upratingBefore,
    text.upratingAfter,
    text.persistence,
    text.publicBefore,
    text.publicAfter,
    text.outcomeNumber,
    text.firstRow,
    text.initiativeNumber,
    ...helperHeadings(frame),
  ];
  const hidden = headings.slice(VISIBLE).map((): ColumnPlan => ({ least: 12, most: 14, hidden: true }));
  // Whose initiative it is stands there where the rows tell several apart.
  const visible = shown.map((plan, at_) => ({
    ...plan,
    hidden: at_ === COLUMN.initiative && frame.initiatives.length === 0,
  }));
  const draft = new SheetDraft([...visible, ...hidden], input.texts.language);
  let top = returnHead(draft, frame, "participantsSource", {
    label: 0,
    value: 1,
    secondLabel: 13,
    secondValue: 16,
    secondTop: 1,
  });
  draft.put(top, 0, textCell(words.notForTheBoard, "warn", { span: 5 }));
  top = draft.putText(top + 1, 0, `${text.note} ${text.helperNote}`) + 1;
  const left = new Set<number>([
    COLUMN.participant,
    COLUMN.before,
    COLUMN.after,
    COLUMN.municipality,
    COLUMN.initiative,
    COLUMN.origin,
    COLUMN.remark,
    COLUMN.born,
    COLUMN.lastMonth,
  ]);
  draft.putRow(
    top,
    0,
    headings.map((heading, at_) =>
      textCell(
        heading,
        "heading",
        left.has(at_) ? { align: "left", indent: 1, wrap: true } : { align: "right", wrap: true },
      ),
    ),
  );
  spans.forEach((row, index) =>
    putSpan(draft, frame, { ...row, index }, top + 1 + index, people[row.personNumber - 1]),
  );
  draft.addTable({
    name: PARTICIPANT_TABLE,
    area: { top, left: 0, bottom: Math.max(top + 1, top + spans.length), right: headings.length - 1 },
    columns: headings,
  });
  draft.skipTo(top + 2);
  putSetAside(draft, frame, VISIBLE);
  return draft.sheet("underlagdeltagare", input.names("underlagdeltagare"), {
    frozen: { rows: top + 1, columns: 2 },
    printTitleRows: { from: top, to: top },
  });
}

function cellsOf(row: number, part: number): SpanCells {
  const own = (column: number): string => `$${at(row, column)}`;
  return {
    from: own(COLUMN.from),
    to: own(COLUMN.to),
    amountBefore: own(COLUMN.amountBefore),
    amountAfter: own(COLUMN.amountAfter),
    keyBefore: own(COLUMN.keyBefore),
    keyAfter: own(COLUMN.keyAfter),
    upratingBefore: own(COLUMN.upratingBefore),
    upratingAfter: own(COLUMN.upratingAfter),
    persistence: own(COLUMN.persistence),
    publicBefore: own(COLUMN.publicBefore),
    publicAfter: own(COLUMN.publicAfter),
    first: part === 0,
  };
}

/** A row of the tab with its place among all rows. */
type Placed = SpanRow & { readonly index: number };

function putSpan(
  draft: SheetDraft,
  frame: ReturnFrame,
  row: Placed,
  at_: number,
  moves: PersonValues | undefined,
): void {
  const { person, personNumber, span, part } = row;
  const { participant, first, pension } = person;
  const text = (value: string): Cell => textCell(value, "plain", { wrap: true, indent: 1 });
  const month = (serial: number): Cell => numberCell(serial, MONTH, "plain", { align: "left", indent: 1 });
  const origin = frame.input.origins.participants[person.index];
  const cell = (column: number): string => at(at_, column);
  const amount = (value: Decimal): NumberFormat => (value.isInteger() ? KR : ORE);
  draft.putRow(at_, 0, [
    numberCell(row.index + 1, INTEGER),
    text(participant.id),
    numberCell(personNumber, INTEGER),
    month(monthSerial(birthMonth(participant.birth))),
    month(monthSerial(first - 1)),
    text(frame.sourceName(span.before)),
    numberCell(span.amountBefore, amount(span.amountBefore)),
    text(frame.sourceName(span.after)),
    numberCell(span.amountAfter, amount(span.amountAfter)),
    text(participant.municipality ?? ""),
    text(frame.initiativeName(frame.initiativeOf(person))),
    numberCell(pension.age, PLAIN_NUMBER),
    formulaCell(`EDATE(${cell(COLUMN.lastMonth)},1)`, monthSerial(first), MONTH),
    formulaCell(
      `EDATE(${cell(COLUMN.born)},ROUND(${cell(COLUMN.pensionAge)}*12,0))`,
      monthSerial(pension.month),
      MONTH,
    ),
    part === 0 ? numberCell(0, INTEGER) : formulaCell(at(at_ - 1, COLUMN.to), span.from, INTEGER),
    formulaCell(lastMonthFormula(frame, row, at_), span.to, INTEGER),
    origin === undefined ? textCell("") : linkCell(origin, "plain", { wrap: true, indent: 1 }),
    text(remarkOf(frame, row)),
  ]);
  putKeys(draft, frame, row, at_);
  putAmounts(draft, frame, row, at_, moves);
}

/** Months to the pension, or to the age of 30 where activity compensation ends and something else follows, or nothing does. */
function lastMonthFormula({ sources }: ReturnFrame, { span, part }: SpanRow, row: number): string {
  const [born, first, pension] = [at(row, COLUMN.born), at(row, COLUMN.first), at(row, COLUMN.pensionMonth)];
  const untilPension = monthsBetween(first, pension);
  const ends = [span.before, span.after].some((source) => sources[source]?.ends === "age-30");
  return ends && part === 0 ? `MIN(${untilPension},${monthsBetween(first, `EDATE(${born},360)`)})` : untilPension;
}

function remarkOf({ words, basis, input }: ReturnFrame, { person, part }: SpanRow): string {
  const text = words.participants;
  const { id, remaining } = person.participant;
  const shared = basis.shared.flatMap(({ side, counted, leftOut }) =>
    leftOut.includes(id) ? [side === "before" ? text.sharedBefore(counted) : text.sharedAfter(counted)] : [],
  );
  const rest =
    remaining === null || toKr(remaining).isZero()
      ? []
      : [text.remaining(amountText(toKr(remaining), "kr", 0, input.texts.language))];
  return [
    ...(part > 0 ? [text.then] : []),
    ...(person.birthMonthAssumed ? [text.birthMonthAssumed] : []),
    ...rest,
    ...shared,
  ].join(". ");
}

function putKeys(draft: SheetDraft, frame: ReturnFrame, { person, span, part }: SpanRow, row: number): void {
  const municipality = frame.municipalityOf(person);
  const keys = [frame.shareRowNumber(municipality, span.before), frame.shareRowNumber(municipality, span.after)];
  const columns = [
    frame.upratingColumn(span.before),
    frame.upratingColumn(span.after),
    frame.persistenceColumn(span.after),
  ];
  draft.putRow(
    row,
    COLUMN.keyBefore,
    [...keys, ...columns].map((number) => numberCell(number, INTEGER)),
  );
  const shares = frame.basis.payers.shares[municipality] ?? [];
  const all = (source: number): Decimal => sum((shares[source] ?? []).map(({ share }) => share));
  const total = (key: number): string => `SUM(INDEX(${NAME.shares},$${at(row, key)},0))`;
  draft.put(row, COLUMN.publicBefore, formulaCell(total(COLUMN.keyBefore), all(span.before), PLAIN_NUMBER));
  draft.put(row, COLUMN.publicAfter, formulaCell(total(COLUMN.keyAfter), all(span.after), PLAIN_NUMBER));
  // The group of the person as a whole, and 1 where the person is counted.
  draft.put(row, COLUMN.outcome, numberCell((person.spans[0]?.after ?? -1) + 1, INTEGER));
  draft.put(row, COLUMN.firstRow, numberCell(part === 0 ? 1 : 0, INTEGER));
  draft.put(row, COLUMN.initiativeNumber, numberCell(frame.initiativeOf(person) + 1, INTEGER));
}

function putAmounts(
  draft: SheetDraft,
  frame: ReturnFrame,
  row: Placed,
  at_: number,
  moves: PersonValues | undefined,
): void {
  const own = cellsOf(at_, row.part);
  const { old, next } = spanValues(frame, row);
  let column = COLUMN.helpers as number;
  const put = (cell: Cell): void => draft.put(at_, column++, cell);
  for (const horizon of HORIZONS) put(formulaCell(oldSupport(own, horizon), old[horizon], HIDDEN));
  for (const horizon of HORIZONS) put(formulaCell(newSupport(own, horizon), next[horizon], HIDDEN));
  const count = HORIZONS.length * (1 + frame.parties.length);
  // Gains and losses are compared for the person as a whole, which stands on the first of its rows.
  if (row.part > 0) return void Array.from({ length: count }, () => put(numberCell(ZERO, HIDDEN)));
  const spans = frame.spans.slice(row.index, row.index + row.parts);
  const cells = spans.map((_, part) => cellsOf(at_ + part, part));
  for (const horizon of HORIZONS) put(formulaCell(moved(cells, horizon), moves?.moved[horizon] ?? ZERO, HIDDEN));
  frame.parties.forEach((_, party) => {
    for (const horizon of HORIZONS)
      put(formulaCell(shift(cells, party + 1, horizon), moves?.shift[party]?.[horizon] ?? ZERO, HIDDEN));
  });
}
