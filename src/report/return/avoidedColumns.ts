// src/report/return/avoidedColumns.ts: the columns of the tab Minskat stöd, one row per person: what is shown, then the hidden keys.
import { Decimal, toKr } from "../../domain/money";
import { yearOf } from "../../domain/period";
import type { AvoidedByPerson } from "../../domain/return/avoidedSupport";
import type { ReadyParticipant } from "../../domain/return/participant";
import { birthMonth } from "../../domain/return/pensionAge";
import { numberText } from "../../text/format";
import { at, formulaCell, monthSerial, numberCell, type StyleOptions, textCell } from "../cells";
import { columns } from "../columns";
import type { Cell } from "../sheetModel";
import { participantColumn } from "./participantAmounts";
import { INTEGER, KR, MONTH, ORE, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";

export interface AvoidedRow {
  readonly frame: ReturnFrame;
  readonly person: AvoidedByPerson;
  readonly ready: ReadyParticipant;
  /** Among those in the calculation, from 0; and the row of the tab. */
  readonly index: number;
  readonly row: number;
  /** The sources of pension ages that the tab lists below, in order. */
  readonly sources: readonly string[];
}

const NUMBER: StyleOptions = { align: "right", wrap: true };
const TEXT: StyleOptions = { align: "left", indent: 1, wrap: true };
const FIGURE = { style: NUMBER, width: [16, 18] } as const;
const KEY = { style: NUMBER, width: [9, 12], hidden: true } as const;

const text = (value: string): Cell => textCell(value, "plain", { indent: 1, wrap: true });

export const avoidedColumns = columns<ReturnFrame, AvoidedRow>()([
  {
    key: "participant",
    heading: ({ words }) => words.avoided.participant,
    style: { align: "left", indent: 0, wrap: true },
    width: [22, 28],
    cell: ({ person }) => textCell(person.id),
  },
  {
    key: "birthYear",
    heading: ({ words }) => words.avoided.birthYear,
    style: NUMBER,
    width: [11, 12],
    cell: ({ ready }) => numberCell(yearOf(birthMonth(ready.participant.birth)), INTEGER),
  },
  {
    key: "before",
    heading: ({ words }) => words.avoided.before,
    style: TEXT,
    width: [18, 26],
    cell: ({ frame, ready }) => text(frame.sourceName(ready.course.segments[0]?.source ?? -1)),
  },
  {
    key: "amountBefore",
    heading: ({ words }) => words.avoided.amountBefore,
    style: NUMBER,
    width: [11, 13],
    cell: (row) => amountCell(row, "amountBefore"),
  },
  {
    key: "after",
    heading: ({ words }) => words.avoided.after,
    style: TEXT,
    width: [18, 26],
    cell: ({ person }) => text(person.outcome),
  },
  {
    key: "amountAfter",
    heading: ({ words }) => words.avoided.amountAfter,
    style: NUMBER,
    width: [11, 13],
    cell: (row) => amountCell(row, "amountAfter"),
  },
  {
    key: "first",
    heading: ({ words }) => words.avoided.first,
    style: NUMBER,
    width: [13, 14],
    cell: (row) => formulaCell(found(row, "first"), monthSerial(row.person.first), MONTH),
  },
  {
    key: "pensionMonth",
    heading: ({ words }) => words.avoided.pensionMonth,
    style: NUMBER,
    width: [14, 15],
    cell: (row) => formulaCell(found(row, "pensionMonth"), monthSerial(row.person.pension.month), MONTH),
  },
  {
    key: "months",
    heading: ({ words }) => words.avoided.months,
    style: NUMBER,
    width: [9, 11],
    cell: (row) => formulaCell(found(row, "months"), row.person.months, INTEGER),
  },
  {
    key: "ownSupport",
    heading: ({ words }) => words.avoided.ownSupport,
    ...FIGURE,
    cell: (row) =>
      formulaCell(sumOf(row, row.ready.course.noLegalEnd ? "krWithin" : "kr", 1), row.person.views.ownSupport.kr, KR),
  },
  {
    key: "withSuccessors",
    heading: ({ words, input }) => words.avoided.withSuccessors(words.horizon[input.avoided.horizon].toLowerCase()),
    ...FIGURE,
    cell: (row) => formulaCell(sumOf(row, "krWithin"), row.person.views.withSuccessors.kr, KR),
  },
  {
    key: "plain",
    heading: ({ words }) => words.avoided.plain,
    ...FIGURE,
    cell: (row) => formulaCell(sumOf(row, "kr"), row.person.plain, KR),
  },
  {
    key: "adjusted",
    heading: ({ words }) => words.avoided.adjusted,
    ...FIGURE,
    cell: (row) => formulaCell(oldSupport(row, "retirement"), row.person.adjusted, KR),
  },
  {
    key: "beyondYear5",
    heading: ({ words }) => words.avoided.beyondYear5,
    ...FIGURE,
    cell: beyondYear5Cell,
  },
  {
    key: "pensionSource",
    heading: ({ words }) => words.avoided.pensionSource,
    style: TEXT,
    width: [26, 34],
    cell: pensionSourceCell,
  },
  {
    key: "number",
    heading: ({ words }) => words.avoided.number,
    ...KEY,
    cell: ({ index }) => numberCell(index + 1, INTEGER),
  },
  {
    key: "outcome",
    heading: ({ words }) => words.avoided.outcomeNumber,
    ...KEY,
    cell: ({ ready }) => numberCell((ready.spans[0]?.after ?? -1) + 1, INTEGER),
  },
  {
    key: "keyBefore",
    heading: ({ words }) => words.participants.keyBefore,
    ...KEY,
    cell: ({ frame, ready }) =>
      numberCell(frame.shareRowNumber(frame.municipalityOf(ready), ready.spans[0]?.before ?? -1), INTEGER),
  },
  {
    // Of what follows the own support; 0: nothing does.
    key: "keyThen",
    heading: ({ words }) => words.avoided.keyThen,
    ...KEY,
    cell: ({ frame, ready }) => {
      const then = ready.spans.find(({ segment }) => segment > 0);
      return numberCell(
        then === undefined ? 0 : frame.shareRowNumber(frame.municipalityOf(ready), then.before),
        INTEGER,
      );
    },
  },
]);

export const COLUMN = avoidedColumns.at;

type Named = "number" | "first" | "pensionMonth" | "months" | "segment" | "kr" | "krWithin" | Side;
type Side = "amountBefore" | "amountAfter";

/** A column of Underlag deltagare. */
function source({ words, input }: ReturnFrame, column: Named): string {
  const text = words.participants;
  const heading =
    column === "krWithin" ? text.krWithin(words.horizon[input.avoided.horizon].toLowerCase()) : text[column];
  return `${PARTICIPANT_TABLE}[${heading}]`;
}

/** The person's number, as an address for formulas. */
function keyOf({ row }: AvoidedRow): string {
  return `$${at(row, COLUMN.number)}`;
}

/** What stands in a column on the person's first row. */
function found(row: AvoidedRow, column: Named): string {
  return `INDEX(${source(row.frame, column)},MATCH(${keyOf(row)},${source(row.frame, "number")},0))`;
}

/** The person's rows together, or those of one segment of the course. */
function sumOf(row: AvoidedRow, column: "kr" | "krWithin", segment?: number): string {
  const { frame } = row;
  const own = segment === undefined ? "" : `,${source(frame, "segment")},${segment}`;
  return `SUMIFS(${source(frame, column)},${source(frame, "number")},${keyOf(row)}${own})`;
}

function oldSupport(row: AvoidedRow, horizon: "5" | "retirement"): string {
  return `SUMIFS(${participantColumn(row.frame, "old", horizon)},${source(row.frame, "number")},${keyOf(row)})`;
}

/** As typed, less what remains: of the first level. */
function amountCell(row: AvoidedRow, side: Side): Cell {
  const span = row.ready.spans[0];
  const money = side === "amountBefore" ? span?.moneyBefore : span?.moneyAfter;
  const amount = money === undefined ? null : toKr(money);
  return formulaCell(found(row, side), amount, amount === null || amount.isInteger() ? KR : ORE);
}

function beyondYear5Cell(row: AvoidedRow): Cell {
  return formulaCell(`${at(row.row, COLUMN.adjusted)}-${oldSupport(row, "5")}`, row.person.beyondYear5, KR);
}

function pensionSourceCell({ frame, person: { pension }, sources }: AvoidedRow): Cell {
  const { words, input } = frame;
  const decimals = Number.isInteger(pension.age) ? 0 : 2;
  const status = words.avoided.pensionText(
    numberText(new Decimal(pension.age), decimals, input.texts.language),
    words.avoided.status[pension.status],
  );
  return text(pension.source === null ? status : `${status} [${sources.indexOf(pension.source) + 1}]`);
}
