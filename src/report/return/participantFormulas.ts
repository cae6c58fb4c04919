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

/** n(k)·q(k), one value per year. */
function weights({ from, to, persistence, first }: SpanCells): string {
  const months = first ? `(${monthsBefore(to)}+6)` : `(${monthsBefore(to)}-${monthsBefore(from)})`;
  return `${months}*INDEX(${NAME.q},0,${persistence})`;
}

/** Kronor of the old support within the horizon, unshared: what `Minskat stöd` sums. */
export function oldSupport(cells: SpanCells, horizon: Horizon): string {
  return `${cells.amountBefore}*${cells.discount}*SUMPRODUCT(${upTo(horizon)}${weights(cells)}*${NAME.common}*INDEX(${NAME.u},0,${cells.upratingBefore}))`;
}

/** Kronor of the new support within the horizon. */
export function newSupport(cells: SpanCells, horizon: Horizon): string {
  return `${cells.amountAfter}*${cells.discount}*SUMPRODUCT(${upTo(horizon)}${weights(cells)}*${NAME.commonNext}*INDEX(${NAME.u},0,${cells.upratingAfter}))`;
}

/** What a share of the old and a share of the new support come to per month, by year, c·d·e and c0·d·e in them. */
function difference(shareBefore: string, shareAfter: string, cells: SpanCells): string {
  const old = `${shareBefore}*${cells.amountBefore}*INDEX(${NAME.u},0,${cells.upratingBefore})*${NAME.common}`;
  const next = `${shareAfter}*${cells.amountAfter}*INDEX(${NAME.u},0,${cells.upratingAfter})*${NAME.commonNext}`;
  return `(${old}-${next})`;
}

interface Effects {
  /** Common to all parties; empty where the spans have their own. */
  readonly weights: string;
  /** Years × parties. */
  readonly parties: string;
  readonly one: (party: number) => string;
  readonly all: string;
}

/** The effects of all spans of a person together: gains and losses are compared per person and year. */
function effectsOf(spans: readonly SpanCells[]): Effects {
  const [only] = spans;
  const joined = (of: (cells: SpanCells) => string): string =>
    spans.length === 1 && only !== undefined
      ? of(only)
      : `(${spans.map((cells) => `${weights(cells)}*${of(cells)}`).join("+")})`;
  return {
    weights: spans.length === 1 && only !== undefined ? `${weights(only)}*` : "",
    parties: joined((cells) =>
      difference(`INDEX(${NAME.shares},${cells.keyBefore},0)`, `INDEX(${NAME.shares},${cells.keyAfter},0)`, cells),
    ),
    one: (party) =>
      joined((cells) =>
        difference(
          `INDEX(${NAME.shares},${cells.keyBefore},${party})`,
          `INDEX(${NAME.shares},${cells.keyAfter},${party})`,
          cells,
        ),
      ),
    all: joined((cells) => difference(cells.publicBefore, cells.publicAfter, cells)),
  };
}

/** All spans of a person begin in the same year. */
function discountOf([first]: readonly SpanCells[]): string {
  return first === undefined ? "" : `${first.discount}*`;
}

/** min(x, y) = (Σ|effect| − |Σ effect|)/2 per year, summed over the horizon. */
export function moved(spans: readonly SpanCells[], horizon: Horizon): string {
  const { weights: common, parties, all } = effectsOf(spans);
  return `${discountOf(spans)}SUMPRODUCT(${upTo(horizon)}${common}(MMULT(ABS(${parties}),${NAME.ones})-ABS(${all})))/2`;
}

/**
 * A party's part of what is moved, + where another party pays for its gain: effect·min(x, y)/x for one that gains, effect·min(x, y)/y for one that loses.
 * With s = x + y and t = x − y both are effect·(s − |t|)/(s + sign(effect)·t). `party` from 1.
 */
export function shift(spans: readonly SpanCells[], party: number, horizon: Horizon): string {
  const { weights: common, parties, one, all } = effectsOf(spans);
  const s = `MMULT(ABS(${parties}),${NAME.ones})`;
  const effect = one(party);
  return `${discountOf(spans)}SUMPRODUCT(${upTo(horizon)}${common}${effect}*(${s}-ABS(${all}))/(${s}+SIGN(${effect})*${all}+(${s}=0)))`;
}
