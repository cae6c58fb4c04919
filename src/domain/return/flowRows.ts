// src/domain/return/flowRows.ts: the spans of all participants laid out in columns, in whole units: what every sum of supports runs over.
import type { Money } from "../money";
import type { ReadyParticipant, Span } from "./participant";
import { FINEST_DECIMALS } from "./participant";
import type { MonthIndex } from "../period";
import { YEARS } from "./yearFactors";

/** Months that year factors exist for. */
export const MONTHS = YEARS * 12;

/** The spans of all participants in columns; amounts in whole units of 10^−decimals kr. */
export interface FlowRows {
  readonly decimals: number;
  readonly count: number;
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly municipality: Int32Array;
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amountBefore: Float64Array;
  readonly amountAfter: Float64Array;
  /** The person-year that two spans of one person share, −1 where none: its moved amount is worked out for the person. */
  readonly mixedYear: Int32Array;
  readonly mixed: readonly {
    readonly year: number;
    readonly municipality: number;
    readonly first: MonthIndex;
    readonly spans: readonly Span[];
  }[];
}

/** Lays participants out as columns. Amounts have at most FINEST_DECIMALS decimals (checked before). */
export function flowRowsOf(
  participants: readonly ReadyParticipant[],
  municipalityIndex: (name: string | null) => number,
): FlowRows {
  const count = participants.reduce((total, { spans }) => total + spans.length, 0);
  const decimals = participants.some(({ spans }) =>
    spans.some(({ moneyBefore, moneyAfter }) => isFinerThanOre(moneyBefore) || isFinerThanOre(moneyAfter)),
  )
    ? FINEST_DECIMALS
    : 2;
  const perOre = decimals === 2 ? 1 : 100;
  const units = (money: Money): number =>
    typeof money === "number" ? money * perOre : money.times(perOre * 100).toNumber();
  const ints = (): Int32Array => new Int32Array(count);
  const rows = {
    before: ints(),
    after: ints(),
    municipality: ints(),
    first: ints(),
    from: ints(),
    to: ints(),
    mixedYear: ints(),
  };
  const amountBefore = new Float64Array(count);
  const amountAfter = new Float64Array(count);
  const mixed: FlowRows["mixed"][number][] = [];
  let at = 0;
  for (const { participant, first, spans } of participants) {
    const municipality = municipalityIndex(participant.municipality);
    const split = spans.length > 1 ? (spans[0]?.to ?? 0) : 0;
    const year = split % 12 === 0 ? -1 : Math.floor(split / 12);
    if (year >= 0) mixed.push({ year, municipality, first, spans });
    for (const span of spans) {
      rows.before[at] = span.before;
      rows.after[at] = span.after;
      rows.municipality[at] = municipality;
      rows.first[at] = first;
      rows.from[at] = Math.min(span.from, MONTHS);
      rows.to[at] = Math.min(span.to, MONTHS);
      rows.mixedYear[at] = year;
      amountBefore[at] = units(span.moneyBefore);
      amountAfter[at] = units(span.moneyAfter);
      at += 1;
    }
  }
  return { decimals, count, ...rows, amountBefore, amountAfter, mixed };
}

function isFinerThanOre(money: Money): boolean {
  return typeof money !== "number" && money.dp() > 2;
}
