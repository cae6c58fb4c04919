// src/domain/return/contribution.ts: money in: cash and own time per agency and year, and the statutory split.
// The "1 kr" of a return is what was booked plus own time, never the budget.
import { compareIdentity, identityOf, sameIdentity } from "./agency";
import type { Agency, Identity } from "./agency";
import { Decimal, sum, ZERO } from "../money";

/** One row of the contributions table. Amounts in kr, positive. */
export interface Contribution {
  /** As the table writes it. */
  readonly agency: string;
  /** Null: not said; then due from the start. */
  readonly year: number | null;
  readonly cash: Decimal;
  /** Own time in kr; null: hours × hourly cost where both are given, else none. */
  readonly ownTime: Decimal | null;
  readonly hours: Decimal | null;
  readonly hourlyCost: Decimal | null;
}

/** One agency's money in, kr. `leverage` = all contributions / its own: activity set in motion per krona, never a return; null when it pays nothing. */
export interface AgencyContribution {
  readonly agency: Agency;
  readonly identity: Identity;
  readonly cash: Decimal;
  readonly ownTime: Decimal;
  readonly total: Decimal;
  readonly leverage: Decimal | null;
}

export interface YearContribution {
  readonly year: number | null;
  readonly total: Decimal;
}

export interface Contributions {
  /** State, municipalities, regions, others; within a kind in table order. */
  readonly agencies: readonly AgencyContribution[];
  /** In time order, null first. */
  readonly years: readonly YearContribution[];
  readonly total: Decimal;
  /** Names that mean nobody known; they are counted, as kind `other`. */
  readonly unknown: readonly string[];
}

/** Own time in kr: the stated amount, else hours × hourly cost (exact, also below an öre). */
export function ownTimeOf({ ownTime, hours, hourlyCost }: Contribution): Decimal {
  if (ownTime !== null) return ownTime;
  return hours !== null && hourlyCost !== null ? hours.times(hourlyCost) : ZERO;
}

/** Sums per agency and per year. Two spellings of one agency are one row, under the first spelling. */
export function contributionsOf(rows: readonly Contribution[]): Contributions {
  const total = sum(rows.map(amountOf));
  const groups: { name: string; identity: Identity; rows: Contribution[] }[] = [];
  const unknown: string[] = [];
  for (const row of rows) {
    const known = identityOf(row.agency);
    const identity = known ?? { kind: "other", key: row.agency.trim() };
    if (known === null && !unknown.includes(row.agency)) unknown.push(row.agency);
    const group = groups.find((each) => sameIdentity(each.identity, identity));
    if (group === undefined) groups.push({ name: row.agency.trim(), identity, rows: [row] });
    else group.rows.push(row);
  }
  groups.sort((a, b) => compareIdentity(a.identity, b.identity));
  return { agencies: groups.map((group) => agencyContribution(group, total)), years: byYear(rows), total, unknown };
}

function amountOf(row: Contribution): Decimal {
  return row.cash.plus(ownTimeOf(row));
}

function agencyContribution(
  { name, identity, rows }: { name: string; identity: Identity; rows: readonly Contribution[] },
  all: Decimal,
): AgencyContribution {
  const cash = sum(rows.map((row) => row.cash));
  const ownTime = sum(rows.map(ownTimeOf));
  const total = cash.plus(ownTime);
  return {
    agency: { name, kind: identity.kind },
    identity,
    cash,
    ownTime,
    total,
    leverage: total.isZero() ? null : all.div(total),
  };
}

function byYear(rows: readonly Contribution[]): YearContribution[] {
  const totals = new Map<number | null, Decimal>();
  for (const row of rows) totals.set(row.year, (totals.get(row.year) ?? ZERO).plus(amountOf(row)));
  return [...totals]
    .map(([year, total]) => ({ year, total }))
    .sort((a, b) => (a.year ?? -Infinity) - (b.year ?? -Infinity));
}

/** Shares of an association's grant; each of municipalities and regions taken together. They sum to 1. */
export interface StatutoryShares {
  readonly state: Decimal;
  readonly municipalities: Decimal;
  readonly regions: Decimal;
}

/**
 * A total split by weights so that the parts are whole öre and sum to it: each part is rounded down, then the left-over öre go to the
 * largest remainders, ties in table order. A part of an öre in the total goes to the last of those.
 * Throws RangeError for a negative weight or when all are 0.
 */
export function splitByWeights(total: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = sum(weights);
  if (weights.some((weight) => weight.lt(0)) || whole.isZero())
    throw new RangeError("weights must be at least 0, and not all 0");
  if (total.lt(0)) return splitByWeights(total.negated(), weights).map((part) => part.negated());
  const ore = total.times(100);
  const exact = weights.map((weight) => ore.times(weight).div(whole));
  const floors = exact.map((part) => part.floor());
  const left = ore.minus(sum(floors));
  const order = exact
    .map((part, index) => ({ index, remainder: part.minus(floors[index] ?? ZERO) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)
    .map(({ index }) => index);
  const parts = floors.slice();
  order.forEach((index, rank) => {
    if (left.gt(rank)) parts[index] = (parts[index] ?? ZERO).plus(Decimal.min(1, left.minus(rank)));
  });
  return parts.map((part) => part.div(100));
}

/**
 * The statutory split of a year's grant over named agencies: within each kind equally, unless the agencies have weights of their own.
 * Indivisible öre by largest remainder over all agencies at once, ties in table order.
 */
export function statutorySplit(
  total: Decimal,
  shares: StatutoryShares,
  agencies: readonly { readonly name: string; readonly weight: Decimal | null }[],
): { readonly name: string; readonly amount: Decimal }[] {
  const share = { state: shares.state, municipality: shares.municipalities, region: shares.regions, other: ZERO };
  const kinds = agencies.map(({ name }) => identityOf(name)?.kind ?? "other");
  const weights = agencies.map(({ weight }) => weight ?? new Decimal(1));
  const kindWeight = (kind: Agency["kind"]): Decimal => sum(weights.filter((_, index) => kinds[index] === kind));
  const all = agencies.map((_, index) => {
    const kind = kinds[index] ?? "other";
    const together = kindWeight(kind);
    return together.isZero() ? ZERO : share[kind].times(weights[index] ?? ZERO).div(together);
  });
  const parts = splitByWeights(total, all);
  return agencies.map(({ name }, index) => ({ name, amount: parts[index] ?? ZERO }));
}
