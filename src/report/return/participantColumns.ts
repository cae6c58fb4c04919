// src/report/return/participantColumns.ts: the columns of the tab Underlag deltagare: those that people see, then the hidden keys that
// the other tabs' formulas match on.
import { type Decimal, sum, toKr } from "../../domain/money";
import { yearOf } from "../../domain/period";
import { birthMonth } from "../../domain/return/pensionAge";
import { amountText } from "../../text/format";
import { at, formulaCell, linkCell, monthSerial, numberCell, type StyleOptions, textCell } from "../cells";
import { columns } from "../columns";
import type { Cell, NumberFormat } from "../sheetModel";
import { monthsBetween, type SpanCells } from "./participantFormulas";
import type { PersonValues, SpanValues } from "./participantValues";
import { INTEGER, KR, MONTH, NAME, ORE, type ReturnFrame, type SpanRow } from "./returnFrame";

/** A span as its row shows it. */
export interface ParticipantRow {
  readonly frame: ReturnFrame;
  readonly span: SpanRow;
  /** Among all rows, from 0; and the row of the tab. */
  readonly index: number;
  readonly row: number;
  /** Addresses of this row, and of all rows of the person, this one first where it is the person's first. */
  readonly own: SpanCells;
  readonly ofPerson: readonly SpanCells[];
  readonly values: SpanValues;
  readonly moves: PersonValues | undefined;
}

const PLAIN_NUMBER: NumberFormat = { kind: "general" };
const NUMBER: StyleOptions = { align: "right", wrap: true };
const TEXT: StyleOptions = { align: "left", indent: 1, wrap: true };
export const HIDDEN_KEY = { style: NUMBER, width: [12, 14], hidden: true } as const;

const text = (value: string): Cell => textCell(value, "plain", { wrap: true, indent: 1 });
const month = (serial: number): Cell => numberCell(serial, MONTH, "plain", { align: "left", indent: 1 });
const integer = (value: number): Cell => numberCell(value, INTEGER);
const amount = (value: Decimal): Cell => numberCell(value, value.isInteger() ? KR : ORE);

export const participantColumns = columns<ReturnFrame, ParticipantRow>()([
  {
    key: "row",
    heading: ({ words }) => words.participants.row,
    style: NUMBER,
    width: [10, 10],
    cell: ({ index }) => integer(index + 1),
  },
  {
    key: "participant",
    heading: ({ words }) => words.participants.participant,
    style: TEXT,
    width: [12, 20],
    cell: ({ span }) => text(span.person.participant.id),
  },
  {
    key: "number",
    heading: ({ words }) => words.participants.number,
    style: NUMBER,
    width: [12, 14],
    cell: ({ span }) => integer(span.personNumber),
  },
  {
    key: "born",
    heading: ({ words }) => words.participants.born,
    style: TEXT,
    width: [9, 10],
    cell: ({ span }) => month(monthSerial(birthMonth(span.person.participant.birth))),
  },
  {
    key: "lastMonth",
    heading: ({ words }) => words.participants.lastMonth,
    style: TEXT,
    width: [13, 14],
    cell: ({ span }) => month(monthSerial(span.person.first - 1)),
  },
  {
    key: "before",
    heading: ({ words }) => words.participants.before,
    style: TEXT,
    width: [16, 26],
    cell: ({ frame, span: { span } }) => text(frame.sourceName(span.before)),
  },
  {
    key: "amountBefore",
    heading: ({ words }) => words.participants.amountBefore,
    style: NUMBER,
    width: [10, 14],
    cell: ({ span: { span } }) => amount(span.amountBefore),
  },
  {
    key: "after",
    heading: ({ words }) => words.participants.after,
    style: TEXT,
    width: [16, 26],
    cell: ({ frame, span: { span } }) => text(frame.sourceName(span.after)),
  },
  {
    key: "amountAfter",
    heading: ({ words }) => words.participants.amountAfter,
    style: NUMBER,
    width: [10, 14],
    cell: ({ span: { span } }) => amount(span.amountAfter),
  },
  {
    key: "municipality",
    heading: ({ words }) => words.participants.municipality,
    style: TEXT,
    width: [10, 18],
    cell: ({ span }) => text(span.person.participant.municipality ?? ""),
  },
  {
    key: "initiative",
    heading: ({ words }) => words.participants.initiative,
    style: TEXT,
    width: [14, 26],
    // Whose initiative it is stands there where the rows tell several apart.
    hidden: ({ initiatives }) => initiatives.length === 0,
    cell: ({ frame, span }) => text(frame.initiativeName(frame.initiativeOf(span.person))),
  },
  {
    key: "pensionAge",
    heading: ({ words }) => words.participants.pensionAge,
    style: NUMBER,
    width: [12, 14],
    cell: ({ span }) => numberCell(span.person.pension.age, PLAIN_NUMBER),
  },
  {
    key: "first",
    heading: ({ words }) => words.participants.first,
    style: NUMBER,
    width: [12, 14],
    cell: firstCell,
  },
  {
    key: "pensionMonth",
    heading: ({ words }) => words.participants.pensionMonth,
    style: NUMBER,
    width: [14, 15],
    cell: pensionMonthCell,
  },
  { key: "from", heading: ({ words }) => words.participants.from, style: NUMBER, width: [8, 9], cell: fromCell },
  { key: "to", heading: ({ words }) => words.participants.to, style: NUMBER, width: [8, 9], cell: toCell },
  {
    key: "origin",
    heading: ({ words }) => words.participants.origin,
    style: TEXT,
    width: [22, 34],
    cell: ({ frame, span }) => {
      const origin = frame.input.origins.participants[span.person.index];
      return origin === undefined ? textCell("") : linkCell(origin, "plain", { wrap: true, indent: 1 });
    },
  },
  {
    key: "remark",
    heading: ({ words }) => words.participants.remark,
    style: TEXT,
    width: [22, 40],
    cell: ({ frame, span }) => text(remarkOf(frame, span)),
  },
  {
    key: "keyBefore",
    heading: ({ words }) => words.participants.keyBefore,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { person, span } }) =>
      integer(frame.shareRowNumber(frame.municipalityOf(person), span.before)),
  },
  {
    key: "keyAfter",
    heading: ({ words }) => words.participants.keyAfter,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { person, span } }) =>
      integer(frame.shareRowNumber(frame.municipalityOf(person), span.after)),
  },
  {
    key: "upratingBefore",
    heading: ({ words }) => words.participants.upratingBefore,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { span } }) => integer(frame.upratingColumn(span.before)),
  },
  {
    key: "upratingAfter",
    heading: ({ words }) => words.participants.upratingAfter,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { span } }) => integer(frame.upratingColumn(span.after)),
  },
  {
    key: "persistence",
    heading: ({ words }) => words.participants.persistence,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { span } }) => integer(frame.persistenceColumn(span.after)),
  },
  {
    key: "publicBefore",
    heading: ({ words }) => words.participants.publicBefore,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { person, span }, own }) => publicCell(frame, own.keyBefore, person, span.before),
  },
  {
    key: "publicAfter",
    heading: ({ words }) => words.participants.publicAfter,
    ...HIDDEN_KEY,
    cell: ({ frame, span: { person, span }, own }) => publicCell(frame, own.keyAfter, person, span.after),
  },
  {
    key: "discount",
    heading: ({ words }) => words.participants.discount,
    ...HIDDEN_KEY,
    cell: discountCell,
  },
  {
    // The group of the person as a whole.
    key: "outcome",
    heading: ({ words }) => words.participants.outcomeNumber,
    ...HIDDEN_KEY,
    cell: ({ span: { person } }) => integer((person.spans[0]?.after ?? -1) + 1),
  },
  {
    // 1 where the person is counted.
    key: "firstRow",
    heading: ({ words }) => words.participants.firstRow,
    ...HIDDEN_KEY,
    cell: ({ span: { part } }) => integer(part === 0 ? 1 : 0),
  },
  {
    key: "initiativeNumber",
    heading: ({ words }) => words.participants.initiativeNumber,
    ...HIDDEN_KEY,
    cell: ({ frame, span }) => integer(frame.initiativeOf(span.person) + 1),
  },
]);

export const COLUMN = participantColumns.at;

/** What a krona of the person's first year counts as in the first year of the calculation. */
function discountCell({ frame, span: { person }, row }: ParticipantRow): Cell {
  const { flows, basis } = frame;
  return formulaCell(
    `(1+${NAME.rate})^(${NAME.startYear}-YEAR(${at(row, COLUMN.first)}))`,
    flows.factors.later(yearOf(person.first) - basis.startYear),
    PLAIN_NUMBER,
  );
}

function firstCell({ span, row }: ParticipantRow): Cell {
  return formulaCell(`EDATE(${at(row, COLUMN.lastMonth)},1)`, monthSerial(span.person.first), MONTH);
}

function pensionMonthCell({ span, row }: ParticipantRow): Cell {
  const formula = `EDATE(${at(row, COLUMN.born)},ROUND(${at(row, COLUMN.pensionAge)}*12,0))`;
  return formulaCell(formula, monthSerial(span.person.pension.month), MONTH);
}

function fromCell({ span: { span, part }, row }: ParticipantRow): Cell {
  return part === 0 ? integer(0) : formulaCell(at(row - 1, COLUMN.to), span.from, INTEGER);
}

/** Months to the pension, or to the age of 30 where activity compensation ends and something else follows, or nothing does. */
function toCell({ frame: { sources }, span: { span, part }, row }: ParticipantRow): Cell {
  const [born, first, pension] = [at(row, COLUMN.born), at(row, COLUMN.first), at(row, COLUMN.pensionMonth)];
  const untilPension = monthsBetween(first, pension);
  const ends = [span.before, span.after].some((source) => sources[source]?.ends === "age-30");
  const formula =
    ends && part === 0 ? `MIN(${untilPension},${monthsBetween(first, `EDATE(${born},360)`)})` : untilPension;
  return formulaCell(formula, span.to, INTEGER);
}

function remarkOf({ words, basis, input }: ReturnFrame, { person, part }: SpanRow): string {
  const said = words.participants;
  const { id, remaining } = person.participant;
  const shared = basis.shared.flatMap(({ side, counted, leftOut }) =>
    leftOut.includes(id) ? [side === "before" ? said.sharedBefore(counted) : said.sharedAfter(counted)] : [],
  );
  const rest =
    remaining === null || toKr(remaining).isZero()
      ? []
      : [said.remaining(amountText(toKr(remaining), "kr", 0, input.texts.language))];
  return [
    ...(part > 0 ? [said.then] : []),
    ...(person.birthMonthAssumed ? [said.birthMonthAssumed] : []),
    ...rest,
    ...shared,
  ].join(". ");
}

/** What all payers of a support pay of it together. */
function publicCell(frame: ReturnFrame, shareRow: string, person: SpanRow["person"], source: number): Cell {
  const shares = frame.basis.payers.shares[frame.municipalityOf(person)]?.[source] ?? [];
  const all = sum(shares.map(({ share }) => share));
  return formulaCell(`SUM(INDEX(${NAME.shares},${shareRow},0))`, all, PLAIN_NUMBER);
}

/** Addresses on the row of one span. */
export function spanCells(row: number, part: number): SpanCells {
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
    discount: own(COLUMN.discount),
    first: part === 0,
  };
}
