// src/domain/return/movedYear.ts: the effects of one segment-year of a participant per party, and what of them is only moved between the parties.
// The rule itself, one person at a time; movedClass.ts has it for everybody at once.
import { Decimal, sum, ZERO } from "../money";
import type { PaidShare } from "./payer";
import { newWithin, oldWithin, type Span } from "./course/spans";
import type { MonthIndex } from "../period";
import type { YearFactors } from "./yearFactors";

/** Months of person-year k in a span. */
export function monthsInYear({ from, to }: { readonly from: number; readonly to: number }, k: number): number {
  return Math.max(0, Math.min(to, 12 * k + 12) - Math.max(from, 12 * k));
}

/** kr by party (0 … parties − 1) of the spans of one segment in person-year k. `paid`: who pays each support where the person lives; `later`: as in FlowGroup. */
export function effectsInYear(
  spans: readonly Span[],
  first: MonthIndex,
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
    const { old, next } = factors.pair(span.before, span.after, later, span.kept);
    add(span.before, (old[k] ?? ZERO).times(oldWithin(span, first, 12 * k, 12 * k + 12)));
    add(span.after, (next[k] ?? ZERO).times(newWithin(span, 12 * k, 12 * k + 12)).negated());
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
