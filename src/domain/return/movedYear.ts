// src/domain/return/movedYear.ts: the effects of one participant-year per party, and what of them is only moved between the parties.
// The rule itself, one person at a time; movedClass.ts has it for everybody at once.
import { Decimal, sum, ZERO } from "../money";
import type { PaidShare } from "./payer";
import type { Span } from "./participant";
import type { YearFactors } from "./yearFactors";

/** Months of person-year k in a span. */
export function monthsInYear({ from, to }: Pick<Span, "from" | "to">, k: number): number {
  return Math.max(0, Math.min(to, 12 * k + 12) - Math.max(from, 12 * k));
}

/** kr by party (0 … parties − 1) of all spans of one person in person-year k. `paid`: who pays each support where the person lives; `later`: as in FlowGroup. */
export function effectsInYear(
  spans: readonly Span[],
  k: number,
  paid: readonly (readonly PaidShare[])[],
  factors: YearFactors,
  parties: number,
  later = 0,
): Decimal[] {
  const effects = Array.from({ length: parties }, () => ZERO);
  const add = (source: number, amount: Decimal): void => {
    for (const { party, share } of paid[source] ?? [])
      effects[party] = (effects[party] ?? ZERO).plus(amount.times(share));
  };
  for (const span of spans) {
    const months = monthsInYear(span, k);
    if (months === 0) continue;
    const { old, next } = factors.pair(span.before, span.after, later);
    add(span.before, (old[k] ?? ZERO).times(span.amountBefore).times(months));
    add(span.after, (next[k] ?? ZERO).times(span.amountAfter).times(-months));
  }
  return effects;
}

export interface MovedYear {
  readonly moved: Decimal;
  /** By party; + where another party pays for its gain. Never larger than its effect. Sums to 0. */
  readonly shift: readonly Decimal[];
}

/** moved = min(x, y) with x = Σ gains, y = Σ losses; each party's part is in proportion to its own effect. */
export function movedOf(effects: readonly Decimal[]): MovedYear {
  const gains = sum(effects.filter((effect) => effect.gt(0)));
  const losses = sum(effects.filter((effect) => effect.lt(0))).negated();
  const moved = Decimal.min(gains, losses);
  const shift = effects.map((effect) =>
    moved.isZero() || effect.isZero() ? ZERO : effect.times(moved).div(effect.gt(0) ? gains : losses),
  );
  return { moved, shift };
}
