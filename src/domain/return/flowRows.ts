// src/domain/return/flowRows.ts: the spans of all participants laid out in columns, in whole units: what every sum of supports runs over.
// Months that a support covers in part are kept beside them, exactly, as few people have more than a handful.
import { daysInMonth } from "./course/calendarDays";
import { ceil, compare, floor } from "./course/months";
import { newWithin, oldWithin, type Span } from "./course/spans";
import { Decimal, type Money } from "../money";
import type { ReadyParticipant } from "./participant";
import { FINEST_DECIMALS } from "./participant";
import type { MonthIndex } from "../period";
import { YEARS } from "./yearFactors";

/** Months that year factors exist for. */
export const MONTHS = YEARS * 12;

/** Decimals of a part's amounts beyond those of the whole units. */
export const PART_DIGITS = 40;

/** A month that a span covers in part. Amounts in 10^−(decimals + PART_DIGITS) kr. */
export interface FlowPart {
  readonly before: number;
  readonly after: number;
  readonly kept: number;
  readonly municipality: number;
  readonly first: MonthIndex;
  /** Counted from the first avoided month. */
  readonly month: number;
  readonly old: bigint;
  readonly next: bigint;
}

/** A person-year of a segment in which amounts change: what is moved is worked out of the year's sums. Amounts as in FlowPart. */
export interface PooledYear {
  readonly year: number;
  readonly municipality: number;
  readonly first: MonthIndex;
  readonly before: number;
  readonly old: bigint;
  readonly next: readonly { readonly after: number; readonly kept: number; readonly amount: bigint }[];
  readonly spans: readonly Span[];
}

/** The spans of all participants in columns; amounts in whole units of 10^−decimals kr. */
export interface FlowRows {
  readonly decimals: number;
  readonly count: number;
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly kept: Int32Array;
  readonly municipality: Int32Array;
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** A month; a day of the calendar where `daily` is 1. */
  readonly amountBefore: Float64Array;
  readonly amountAfter: Float64Array;
  readonly daily: Uint8Array;
  /** 1: these months belong to pooled years. */
  readonly pooled: Uint8Array;
  readonly parts: readonly FlowPart[];
  readonly pooledYears: readonly PooledYear[];
  /** First months of anybody; null: nobody has any. */
  readonly begins: { readonly earliest: MonthIndex; readonly latest: MonthIndex } | null;
}

interface OpenRow {
  readonly span: Span;
  readonly municipality: number;
  readonly first: MonthIndex;
  readonly from: number;
  readonly to: number;
  readonly pooled: boolean;
}

/** Lays participants out as columns. Amounts have at most FINEST_DECIMALS decimals (checked before). */
export function flowRowsOf(
  participants: readonly ReadyParticipant[],
  municipalityIndex: (name: string | null) => number,
): FlowRows {
  const finer = participants.some(({ spans }) =>
    spans.some(({ moneyBefore, moneyAfter }) => isFinerThanOre(moneyBefore) || isFinerThanOre(moneyAfter)),
  );
  const layout = new Layout(finer ? FINEST_DECIMALS : 2);
  for (const { participant, first, spans } of participants) {
    const municipality = municipalityIndex(participant.municipality);
    for (let at = 0; at < spans.length;) {
      let end = at + 1;
      while (end < spans.length && spans[end]!.segment === spans[at]!.segment && spans[end]!.run === spans[at]!.run)
        end += 1;
      layout.addSegment(at === 0 && end === spans.length ? spans : spans.slice(at, end), municipality, first);
      at = end;
    }
  }
  return layout.rows(participants);
}

class Layout {
  private readonly open: OpenRow[] = [];
  private readonly parts: FlowPart[] = [];
  private readonly pooledYears: PooledYear[] = [];
  private readonly perKr: Decimal;

  constructor(private readonly decimals: number) {
    this.perKr = new Decimal(10).pow(decimals + PART_DIGITS);
  }

  addSegment(spans: readonly Span[], municipality: number, first: MonthIndex): void {
    const [only] = spans;
    if (spans.length === 1 && only !== undefined && typeof only.from === "number" && typeof only.to === "number") {
      this.open.push({ span: only, municipality, first, from: only.from, to: only.to, pooled: false });
      return;
    }
    const pooled = new Set<number>();
    const last = spans.reduce((end, { to }) => Math.max(end, ceil(to)), 0);
    for (let year = Math.floor(floor(spans[0]?.from ?? 0) / 12); year * 12 < last && year < YEARS; year += 1) {
      const touching = spans.filter(({ from, to }) => compare(from, 12 * year + 12) < 0 && compare(to, 12 * year) > 0);
      if (touching.length === 0 || (touching.length === 1 && isWholeIn(touching[0]!, year))) continue;
      pooled.add(year);
      this.pooledYears.push(this.pooledYear(touching, year, municipality, first));
    }
    for (const span of spans) {
      this.addParts(span, municipality, first);
      this.addWhole(span, municipality, first, pooled);
    }
  }

  private pooledYear(spans: readonly Span[], year: number, municipality: number, first: MonthIndex): PooledYear {
    const [from, to] = [12 * year, 12 * year + 12];
    const next: { after: number; kept: number; amount: bigint }[] = [];
    let old = 0n;
    for (const span of spans) {
      old += this.units(oldWithin(span, first, from, to));
      const amount = this.units(newWithin(span, from, to));
      const same = next.find(({ after, kept }) => after === span.after && kept === span.kept);
      if (same === undefined) next.push({ after: span.after, kept: span.kept, amount });
      else same.amount += amount;
    }
    return { year, municipality, first, before: spans[0]!.before, old, next, spans };
  }

  private addParts(span: Span, municipality: number, first: MonthIndex): void {
    const { before, after, kept, from, to } = span;
    const months = new Set<number>();
    if (typeof from !== "number") months.add(floor(from));
    if (typeof to !== "number") months.add(floor(to));
    for (const month of months) {
      if (month >= MONTHS) continue;
      const old = this.units(oldWithin(span, first, month, month + 1));
      const next = this.units(newWithin(span, month, month + 1));
      this.parts.push({ before, after, kept, municipality, first, month, old, next });
    }
  }

  private addWhole(span: Span, municipality: number, first: MonthIndex, pooled: ReadonlySet<number>): void {
    const end = Math.min(floor(span.to), MONTHS);
    for (let from = ceil(span.from); from < end;) {
      const isPooled = pooled.has(Math.floor(from / 12));
      let to = Math.min(end, 12 * Math.floor(from / 12) + 12);
      while (to < end && pooled.has(to / 12) === isPooled) to = Math.min(end, to + 12);
      this.open.push({ span, municipality, first, from, to, pooled: isPooled });
      from = to;
    }
  }

  private units(kr: Decimal): bigint {
    return kr.isZero() ? 0n : BigInt(kr.times(this.perKr).toFixed(0));
  }

  rows(participants: readonly ReadyParticipant[]): FlowRows {
    const { open, decimals, parts, pooledYears } = this;
    const perOre = decimals === 2 ? 1 : 100;
    const units = (money: Money): number =>
      typeof money === "number" ? money * perOre : money.times(perOre * 100).toNumber();
    const ints = (of: (row: OpenRow) => number): Int32Array => Int32Array.from(open, of);
    const begins = participants.reduce<FlowRows["begins"]>(
      (all, { first }) => ({
        earliest: Math.min(all?.earliest ?? first, first),
        latest: Math.max(all?.latest ?? first, first),
      }),
      null,
    );
    return {
      decimals,
      count: open.length,
      before: ints(({ span }) => span.before),
      after: ints(({ span }) => span.after),
      kept: ints(({ span }) => span.kept),
      municipality: ints(({ municipality }) => municipality),
      first: ints(({ first }) => first),
      from: ints(({ from }) => Math.min(from, MONTHS)),
      to: ints(({ to }) => Math.min(to, MONTHS)),
      amountBefore: Float64Array.from(open, ({ span }) =>
        span.dailyBefore === 0 ? units(span.moneyBefore) : span.dailyBefore * 100 * perOre,
      ),
      amountAfter: Float64Array.from(open, ({ span }) => units(span.moneyAfter)),
      daily: Uint8Array.from(open, ({ span }) => (span.dailyBefore === 0 ? 0 : 1)),
      pooled: Uint8Array.from(open, (row) => (row.pooled ? 1 : 0)),
      parts,
      pooledYears,
      begins,
    };
  }
}

/** The span covers whole months of the year. */
function isWholeIn({ from, to }: Span, year: number): boolean {
  const inside = (place: Span["from"]): boolean => typeof place !== "number" && Math.floor(floor(place) / 12) === year;
  return !inside(from) && !inside(to);
}

function isFinerThanOre(money: Money): boolean {
  return typeof money !== "number" && money.dp() > 2;
}

/** A row's old and new amounts of one of its months. */
export function amountsIn(rows: FlowRows, row: number, month: number): { readonly old: number; readonly next: number } {
  const days = rows.daily[row] === 1 ? daysInMonth(rows.first[row]! + month) : 1;
  return { old: rows.amountBefore[row]! * days, next: rows.amountAfter[row]! };
}

/** A row's largest amounts of a month together, for sums that must stay whole. */
export function largestIn(rows: FlowRows, row: number): number {
  return Math.abs(rows.amountBefore[row]!) * (rows.daily[row] === 1 ? 31 : 1) + rows.amountAfter[row]!;
}
