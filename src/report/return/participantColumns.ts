// src/report/return/participantColumns.ts: the columns of the tab Underlag deltagare: those that people see, then the hidden keys that
// the other tabs' formulas match on.
import { Decimal, isZero, sum, toKr } from "../../domain/money";
import { yearsIn } from "../../domain/return/agencyReturn";
import type { EndReason } from "../../domain/return/course/benefitRule";
import { dayAt } from "../../domain/return/course/calendarDays";
import type { CourseRow } from "../../domain/return/course/courseRows";
import { compare, exactly, minus, times, toDecimal } from "../../domain/return/course/months";
import { oldWithin } from "../../domain/return/course/spans";
import { YEARS } from "../../domain/return/yearFactors";
import { yearOf } from "../../domain/period";
import { birthMonth } from "../../domain/return/pensionAge";
import { amountText } from "../../text/format";
import { at, formulaCell, linkCell, monthSerial, numberCell, type StyleOptions, textCell } from "../cells";
import { columns } from "../columns";
import type { Cell, NumberFormat } from "../sheetModel";
import { levelFormula, type PlacedLevel, unitsFormula } from "./levelFormulas";
import type { RuleLevelRow } from "./ruleLevels";
import { monthsBetween, type SegmentSpan, type SpanCells } from "./participantFormulas";
import type { PersonValues, SpanValues } from "./participantValues";
import { INTEGER, KR, MONTH, NAME, ORE, type ReturnFrame, type SpanRow } from "./returnFrame";

/** A span as its row shows it. */
export interface ParticipantRow {
  readonly frame: ReturnFrame;
  readonly span: SpanRow;
  /** Among all rows, from 0; and the row of the tab. */
  readonly index: number;
  readonly row: number;
  /** Addresses of this row, and of all rows of the segment where it is the segment's first. */
  readonly own: SpanCells;
  readonly ofSegment: readonly SegmentSpan[];
  /** The rules' table, and where the row's level stands in it; null: the law's table has no level for it. */
  readonly levels: readonly RuleLevelRow[];
  readonly placed: PlacedLevel | null;
  /** The row whose amount is the typed one of the segment, this or an earlier one; null: none is, and it stands in a column of its own. */
  readonly typedRow: number | null;
  readonly values: SpanValues;
  readonly moves: PersonValues | undefined;
}

const MONTHS: NumberFormat = { kind: "general" };
const UNITS: NumberFormat = { kind: "general" };
const DATE: NumberFormat = { kind: "date" };
/** Reasons for which a count is over. */
const COUNTED: ReadonlySet<EndReason> = new Set(["level", "days", "weeks", "months"]);
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
    cell: (row) => levelCell(row, "month"),
  },
  {
    key: "dailyBefore",
    heading: ({ words }) => words.participants.dailyBefore,
    style: NUMBER,
    width: [8, 10],
    hidden: ({ spans }) => !spans.some(({ span }) => span.dailyBefore > 0),
    cell: (row) => levelCell(row, "day"),
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
    cell: ({ span: { span } }) => amount(toKr(span.moneyAfter)),
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
    key: "firstDay",
    heading: ({ words }) => words.participants.firstDay,
    style: NUMBER,
    width: [11, 12],
    cell: firstDayCell,
  },
  {
    key: "lastDay",
    heading: ({ words }) => words.participants.lastDay,
    style: NUMBER,
    width: [11, 12],
    cell: lastDayCell,
  },
  {
    key: "units",
    heading: ({ words }) => words.participants.units,
    style: NUMBER,
    width: [8, 10],
    cell: unitsCell,
  },
  {
    key: "unit",
    heading: ({ words }) => words.participants.unit,
    style: TEXT,
    width: [8, 10],
    cell: ({ frame, span: { level } }) => text(level === null ? "" : frame.words.participants.unitNames[level.unit]),
  },
  { key: "kr", heading: ({ words }) => words.participants.kr, style: NUMBER, width: [10, 14], cell: krCell },
  {
    key: "krWithin",
    heading: ({ words, input }) => words.participants.krWithin(words.horizon[input.avoided.horizon].toLowerCase()),
    style: NUMBER,
    width: [10, 14],
    cell: krWithinCell,
  },
  {
    key: "because",
    heading: ({ words }) => words.participants.because,
    style: TEXT,
    width: [14, 24],
    cell: ({ frame, span: { level } }) =>
      text(level === null ? "" : frame.words.participants.endReasons[level.because]),
  },
  {
    key: "paragraph",
    heading: ({ words }) => words.participants.paragraph,
    style: TEXT,
    width: [16, 30],
    cell: ({ span: { level } }) => text(level?.rule?.paragraph ?? ""),
  },
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
    cell: ({ frame, span: { span } }) => integer(frame.persistenceColumn(span.kept)),
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
    // Calendar months that the person's comparison touches, on the person's first row.
    key: "months",
    heading: ({ words }) => words.participants.months,
    ...HIDDEN_KEY,
    cell: monthsCell,
  },
  {
    // 1: the own support, 2: what follows it.
    key: "segment",
    heading: ({ words }) => words.participants.segment,
    ...HIDDEN_KEY,
    cell: ({ span: { span } }) => integer(span.segment + 1),
  },
  {
    // 1 where the row's months are counted; what is paid beside another support has the same months.
    key: "counted",
    heading: ({ words }) => words.participants.counted,
    ...HIDDEN_KEY,
    cell: ({ span: { span } }) => integer(span.beside ? 0 : 1),
  },
  {
    key: "dayFrom",
    heading: ({ words }) => words.participants.dayFrom,
    ...HIDDEN_KEY,
    cell: (row): Cell => serialCell(row, "from"),
  },
  {
    key: "dayTo",
    heading: ({ words }) => words.participants.dayTo,
    ...HIDDEN_KEY,
    cell: (row): Cell => serialCell(row, "to"),
  },
  {
    // What was typed of the support of the row, where its own level is another.
    key: "typed",
    heading: ({ words }) => words.participants.typed,
    ...HIDDEN_KEY,
    cell: ({ placed }) => (placed === null ? textCell("") : amount(placed.typed)),
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

function monthsCell({ span: { part, person }, row }: ParticipantRow): Cell {
  if (part > 0) return integer(0);
  const last = at(row + person.spans.length - 1, COLUMN.to);
  return formulaCell(`ROUNDUP(ROUND(MAX(${at(row, COLUMN.to)}:${last}),6),0)`, person.months, INTEGER);
}

/** A row begins where the one above ends, or at its own place. */
function fromCell({ frame, span: { span, part, person }, index, row }: ParticipantRow): Cell {
  const previous = part === 0 ? undefined : frame.spans[index - 1];
  if (previous?.person === person && compare(previous.span.to, span.from) === 0)
    return formulaCell(at(row - 1, COLUMN.to), toDecimal(span.from), MONTHS);
  return numberCell(toDecimal(span.from), MONTHS);
}

/** To the pension, or as far as the law lets it last: its units from where it begins, or the month of an age. */
function toCell({ span: { span, level, person }, row, placed }: ParticipantRow): Cell {
  const first = at(row, COLUMN.first);
  const value = toDecimal(span.to);
  const untilPension = monthsBetween(first, at(row, COLUMN.pensionMonth));
  if (span.to === person.pension.month - person.first) return formulaCell(untilPension, value, MONTHS);
  const whole = level !== null && compare(level.from, span.from) === 0 && compare(level.to, span.to) === 0;
  const perMonth = level?.rule?.perMonth ?? null;
  if (whole && COUNTED.has(level.because) && perMonth !== null)
    return formulaCell(
      `MIN(${untilPension},${at(row, COLUMN.from)}+${at(row, COLUMN.units)}/${
        placed === null ? perMonth.toString() : `INDEX(${NAME.rulePerMonth},${placed.row})`
      })`,
      value,
      MONTHS,
    );
  const age = level?.rule?.lastAge;
  if (whole && level.because === "age" && age?.kind === "month-before")
    return formulaCell(monthsBetween(first, `EDATE(${at(row, COLUMN.born)},${12 * age.age})`), value, MONTHS);
  return numberCell(value, MONTHS);
}

/** Days, weeks or months of a level: its own where a count ends it, else from its bounds. */
function unitsCell(shownRow: ParticipantRow): Cell {
  const { span: shown, row } = shownRow;
  const { span, level } = shown;
  if (level === null) return textCell("");
  const units = unitsIn(shown);
  const perMonth = level.rule?.perMonth ?? null;
  const whole = compare(level.from, span.from) === 0 && compare(level.to, span.to) === 0;
  if (whole && COUNTED.has(level.because) && perMonth !== null && level.unit !== "month")
    return countedUnits(shownRow, level);
  if (whole && COUNTED.has(level.because) && level.unit === "month") return countedUnits(shownRow, level);
  if (isDaily(span, level)) {
    const [start, end] = [at(row, COLUMN.dayFrom), at(row, COLUMN.dayTo)];
    return formulaCell(`ROUND(${end}-${start},6)`, units, UNITS);
  }
  const [from, to] = [at(row, COLUMN.from), at(row, COLUMN.to)];
  return formulaCell(`(${to}-${from})*${perMonthOf(level).toString()}`, units, UNITS);
}

/** What a count leaves, by the rules' table. */
function countedUnits({ levels, placed }: ParticipantRow, { units }: CourseRow): Cell {
  const formula = placed === null ? null : unitsFormula(levels, placed, units);
  return formula === null ? numberCell(units, UNITS, "input") : formulaCell(formula, units, UNITS);
}

/** As typed, or what the rules' table makes of it at the level of the row. */
function levelCell({ span: shown, row, levels, placed, typedRow }: ParticipantRow, of: "month" | "day"): Cell {
  const { span } = shown;
  const isDay = of === "day";
  const value = isDay ? new Decimal(span.dailyBefore) : toKr(span.moneyBefore);
  const show = (formula: string | null): Cell =>
    formula !== null && !value.isZero()
      ? formulaCell(formula, value, isDay || value.isInteger() ? KR : ORE)
      : isDay
        ? integer(span.dailyBefore)
        : amount(value);
  if (placed === null || isDay !== span.dailyBefore > 0) return show(null);
  // What is typed stands in the amount itself, unless the row's own level is another.
  const typedCell = typedRow === null ? `$${at(row, COLUMN.typed)}` : at(typedRow, COLUMN.amountBefore);
  return typedRow === row ? show(null) : show(levelFormula(levels, placed, shown, typedCell));
}

function isDaily(span: SpanRow["span"], level: CourseRow): boolean {
  return span.dailyBefore > 0 || (level.unit === "day" && level.rule?.perMonth === null);
}

function perMonthOf({ unit, rule }: CourseRow): Decimal {
  return unit === "month" ? new Decimal(1) : (rule?.perMonth ?? new Decimal(1));
}

/** Days, weeks or months of a row; 0 where nothing is avoided. */
export function unitsIn({ span, level, person }: SpanRow): Decimal {
  if (level === null) return new Decimal(0);
  if (isDaily(span, level)) return toDecimal(minus(dayAt(person.first, span.to), dayAt(person.first, span.from)));
  return toDecimal(times(minus(span.to, span.from), exactly(perMonthOf(level))));
}

const ALWAYS = 12 * YEARS;

function krCell({ span: { span, person }, row }: ParticipantRow): Cell {
  const [from, to] = [at(row, COLUMN.from), at(row, COLUMN.to)];
  const formula =
    span.dailyBefore > 0
      ? `${at(row, COLUMN.dailyBefore)}*(${at(row, COLUMN.dayTo)}-${at(row, COLUMN.dayFrom)})`
      : `${at(row, COLUMN.amountBefore)}*(${to}-${from})`;
  return formulaCell(formula, oldWithin(span, person.first, 0, ALWAYS), KR);
}

function krWithinCell({ frame, span: { span, person }, row }: ParticipantRow): Cell {
  const months = Math.min(ALWAYS, 12 * yearsIn(frame.input.avoided.horizon));
  const value = oldWithin(span, person.first, 0, months);
  const limit = `EDATE(${at(row, COLUMN.first)},${months})`;
  const within = (from: number, to: number, end: string): string =>
    `MAX(0,MIN(${at(row, to)},${end})-MIN(${at(row, from)},${end}))`;
  const formula =
    span.dailyBefore > 0
      ? `${at(row, COLUMN.dailyBefore)}*${within(COLUMN.dayFrom, COLUMN.dayTo, limit)}`
      : `${at(row, COLUMN.amountBefore)}*${within(COLUMN.from, COLUMN.to, String(months))}`;
  return formulaCell(formula, value, KR);
}

const EPOCH = 25_569;

/** The serial of a place in months from the first one; inside a month by its days. */
function serialCell({ span: { span, person }, row }: ParticipantRow, side: "from" | "to"): Cell {
  const [first, place] = [at(row, COLUMN.first), at(row, COLUMN[side])];
  const start = `EDATE(${first},INT(${place}))`;
  const value = toDecimal(dayAt(person.first, span[side])).plus(EPOCH);
  if (typeof span[side] === "number") return formulaCell(start, value, PLAIN_NUMBER);
  const length = `(EDATE(${first},INT(${place})+1)-${start})`;
  return formulaCell(`${start}+(${place}-INT(${place}))*${length}`, value, PLAIN_NUMBER);
}

function firstDayCell({ span: { span, person }, row }: ParticipantRow): Cell {
  const day = toDecimal(dayAt(person.first, span.from)).ceil().plus(EPOCH);
  return formulaCell(`ROUNDUP(ROUND(${at(row, COLUMN.dayFrom)},6),0)`, day, DATE);
}

function lastDayCell({ span: { span, person }, row }: ParticipantRow): Cell {
  const day = toDecimal(dayAt(person.first, span.to))
    .ceil()
    .plus(EPOCH - 1);
  return formulaCell(`ROUNDUP(ROUND(${at(row, COLUMN.dayTo)},6),0)-1`, day, DATE);
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
    ...(part > 0 && person.spans[part - 1]?.segment !== person.spans[part]?.segment ? [said.then] : []),
    ...(part === 0 && person.course.noLegalEnd ? [said.noLegalEnd] : []),
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
export function spanCells(row: number, { span, part }: SpanRow): SpanCells {
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
    first: part === 0 && span.from === 0,
    daily:
      span.dailyBefore === 0
        ? null
        : {
            amount: own(COLUMN.dailyBefore),
            from: own(COLUMN.dayFrom),
            to: own(COLUMN.dayTo),
            begins: own(COLUMN.first),
          },
  };
}

/** All rows of a segment, for what is compared over it; `row`: of its first span. */
export function segmentSpans(rows: readonly SpanRow[], row: number): SegmentSpan[] {
  return rows.map((each, at_) => ({
    cells: spanCells(row + at_, each),
    alike: `${each.span.before}:${each.span.after}:${each.span.kept}`,
    hasOld: each.span.dailyBefore > 0 || !isZero(each.span.moneyBefore),
    hasNext: !isZero(each.span.moneyAfter),
  }));
}
