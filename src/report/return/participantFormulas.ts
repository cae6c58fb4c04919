// src/report/return/participantFormulas.ts: the formulas of Underlag deltagare: months, amounts per horizon and what is moved between parties.
// All are sums of products over the year-factor table k = 0–60 of Antaganden (method.md §3 and §4).
import { type Horizon, yearsIn } from "../../domain/return/agencyReturn";
import { YEARS } from "../../domain/return/yearFactors";
import { NAME } from "./returnFrame";

/** Addresses on the row of one span. */
export interface SpanCells {
  readonly from: string;
  readonly to: string;
  readonly amountBefore: string;
  readonly amountAfter: string;
  readonly keyBefore: string;
  readonly keyAfter: string;
  readonly upratingBefore: string;
  readonly upratingAfter: string;
  readonly persistence: string;
  readonly publicBefore: string;
  readonly publicAfter: string;
  /** What a krona of the person's first year counts as. */
  readonly discount: string;
  /** The span begins with the person's first month: no month is to be taken away. */
  readonly first: boolean;
  /** Kronor a day of the calendar; null: it is paid by the month. */
  readonly daily: {
    readonly amount: string;
    /** Serials of the first day and of the day after the last, and of the person's first month. */
    readonly from: string;
    readonly to: string;
    readonly begins: string;
  } | null;
}

/** Months from serial `start` up to, not including, serial `end`; never negative. */
export function monthsBetween(start: string, end: string): string {
  return `MAX(0,(YEAR(${end})-YEAR(${start}))*12+MONTH(${end})-MONTH(${start}))`;
}

function upTo(horizon: Horizon): string {
  const years = yearsIn(horizon);
  return years >= YEARS ? "" : `(${NAME.k}<${years})*`;
}

/** n(k): months of year k before month `t`, as MAX(0, MIN(12, t − 12k)) element by element, which MAX and MIN cannot do. */
function monthsBefore(t: string): string {
  return `(ABS(${t}-${NAME.monthFrom})-ABS(${t}-${NAME.monthTo}))/2`;
}

/** n(k): months of the span in each year. */
function months({ from, to, first }: SpanCells): string {
  return first ? `(${monthsBefore(to)}+6)` : `(${monthsBefore(to)}-${monthsBefore(from)})`;
}

/** Days of the span in each year of the person: years begin in the person's first month. */
function days({ from, to, begins }: NonNullable<SpanCells["daily"]>): string {
  const start = (months_: string): string => `DATE(YEAR(${begins}),MONTH(${begins})+${months_},1)`;
  const before = (t: string): string => `ABS(${t}-${start(NAME.monthFrom)})-ABS(${t}-${start(NAME.monthTo)})`;
  return `((${before(to)})-(${before(from)}))/2`;
}

/** n(k)·amount of the old support. */
function paid(cells: SpanCells): string {
  return cells.daily === null ? `${cells.amountBefore}*${months(cells)}` : `${cells.daily.amount}*${days(cells.daily)}`;
}

function persisting({ persistence }: SpanCells): string {
  return `INDEX(${NAME.q},0,${persistence})`;
}

/** Kronor of the old support within the horizon, unshared: what `Minskat stöd` sums. */
export function oldSupport(cells: SpanCells, horizon: Horizon): string {
  return `${cells.discount}*SUMPRODUCT(${upTo(horizon)}${paid(cells)}*${persisting(cells)}*${NAME.common}*INDEX(${NAME.u},0,${cells.upratingBefore}))`;
}

/** Kronor of the new support within the horizon. */
export function newSupport(cells: SpanCells, horizon: Horizon): string {
  return `${cells.amountAfter}*${cells.discount}*SUMPRODUCT(${upTo(horizon)}${months(cells)}*${persisting(cells)}*${NAME.commonNext}*INDEX(${NAME.u},0,${cells.upratingAfter}))`;
}

/** Spans that differ in amounts and months alone: their kronor of a year are added before anything else is done with them. */
interface Alike {
  readonly cells: SpanCells;
  /** n(k)·amount, one value per year; null: nothing is paid. */
  readonly old: string | null;
  readonly next: string | null;
}

/** A span of a segment, and whether anything is paid in it. */
export interface SegmentSpan {
  readonly cells: SpanCells;
  readonly alike: string;
  readonly hasOld: boolean;
  readonly hasNext: boolean;
}

function alikeOf(spans: readonly SegmentSpan[]): Alike[] {
  const groups = new Map<string, SegmentSpan[]>();
  for (const span of spans) groups.set(span.alike, [...(groups.get(span.alike) ?? []), span]);
  const added = (list: readonly string[]): string | null => (list.length === 0 ? null : `(${list.join("+")})`);
  return [...groups.values()].flatMap((group): Alike[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        cells: first.cells,
        old: added(group.filter(({ hasOld }) => hasOld).map(({ cells }) => paid(cells))),
        next: added(group.filter(({ hasNext }) => hasNext).map(({ cells }) => `${cells.amountAfter}*${months(cells)}`)),
      },
    ];
  });
}

interface Effects {
  /** Years × parties. */
  readonly parties: string;
  readonly one: (party: number) => string;
  readonly all: string;
}

/** The effects of all spans of a segment together, c·d·e and c0·d·e in them: gains and losses are compared per segment and year. */
function effectsOf(spans: readonly SegmentSpan[]): Effects {
  const groups = alikeOf(spans);
  const together = (before: (cells: SpanCells) => string, after: (cells: SpanCells) => string): string => {
    const parts = groups.flatMap(({ cells, old, next }) => {
      const plus =
        old === null ? "" : `${before(cells)}*${old}*INDEX(${NAME.u},0,${cells.upratingBefore})*${NAME.common}`;
      const minus =
        next === null ? "" : `-${after(cells)}*${next}*INDEX(${NAME.u},0,${cells.upratingAfter})*${NAME.commonNext}`;
      return plus === "" && minus === "" ? [] : [`(${plus}${minus})*${persisting(cells)}`];
    });
    return `(${parts.join("+") || `0*${NAME.common}`})`;
  };
  return {
    parties: together(
      ({ keyBefore }) => `INDEX(${NAME.shares},${keyBefore},0)`,
      ({ keyAfter }) => `INDEX(${NAME.shares},${keyAfter},0)`,
    ),
    one: (party) =>
      together(
        ({ keyBefore }) => `INDEX(${NAME.shares},${keyBefore},${party})`,
        ({ keyAfter }) => `INDEX(${NAME.shares},${keyAfter},${party})`,
      ),
    all: together(
      ({ publicBefore }) => publicBefore,
      ({ publicAfter }) => publicAfter,
    ),
  };
}

/** All spans of a segment begin in the same year. */
function discountOf([first]: readonly SegmentSpan[]): string {
  return first === undefined ? "" : `${first.cells.discount}*`;
}

/** min(x, y) = (Σ|effect| − |Σ effect|)/2 per year, summed over the horizon. */
export function moved(spans: readonly SegmentSpan[], horizon: Horizon): string {
  const { parties, all } = effectsOf(spans);
  return `${discountOf(spans)}SUMPRODUCT(${upTo(horizon)}(MMULT(ABS(${parties}),${NAME.ones})-ABS(${all})))/2`;
}

/**
 * A party's part of what is moved, + where another party pays for its gain: effect·min(x, y)/x for one that gains, effect·min(x, y)/y for one that loses.
 * With s = x + y and t = x − y both are effect·(s − |t|)/(s + sign(effect)·t). `party` from 1.
 */
export function shift(spans: readonly SegmentSpan[], party: number, horizon: Horizon): string {
  const { parties, one, all } = effectsOf(spans);
  const s = `MMULT(ABS(${parties}),${NAME.ones})`;
  const effect = one(party);
  return `${discountOf(spans)}SUMPRODUCT(${upTo(horizon)}${effect}*(${s}-ABS(${all}))/(${s}+SIGN(${effect})*${all}+(${s}=0)))`;
}
