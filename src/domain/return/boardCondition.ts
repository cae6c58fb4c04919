// src/domain/return/boardCondition.ts: what must hold for the money to be back, as the board is told it: so many average leavers, off the whole time.
import { type AgencyReturn, type Horizon, yearsIn } from "./agencyReturn";

/** n of `of` leavers like the average one, kept off the old support up to and including `year`, with the run's own assumptions. */
export interface BoardCondition {
  readonly n: number;
  readonly of: number;
  /** Counted from each person's first month without support. */
  readonly year: number;
}

/**
 * The fewest average leavers whose gain within the horizon covers what is paid in: n · back / M ≥ in. Null: not even all of them do, or nothing is
 * paid in. Until retirement the year is the last one in which anybody has a month.
 */
export function boardConditionOf({ horizons, basis }: AgencyReturn, horizon: Horizon): BoardCondition | null {
  const { in: paid, back } = horizons[horizon].total;
  const of = basis.ready.length;
  if (paid.lte(0) || of === 0 || back.lt(paid)) return null;
  const last = Math.ceil(basis.ready.reduce((most, { months }) => Math.max(most, months), 0) / 12);
  return { n: paid.times(of).div(back).ceil().toNumber(), of, year: Math.min(yearsIn(horizon), last) };
}
