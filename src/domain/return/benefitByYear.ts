// src/domain/return/benefitByYear.ts: money back per party and person-year: the summed supports times the year factors.
// effect(p,k) = [share of the old · old · u · c − share of the new · new · u · c0] · q · d · e (method.md §3).
import { FIXED_DIGITS, krOfFixed, timesUnits } from "./fixedPoint";
import type { Fixed } from "./fixedPoint";
import type { IncomeSource } from "./incomeSource";
import { type Decimal, ZERO } from "../money";
import { unevenPartsOf } from "./movedClass";
import { effectsInYear, movedOf } from "./movedYear";
import type { Payers } from "./payer";
import type { MonthIndex } from "../period";
import type { FlowGroup, FlowTable } from "./supportFlow";
import { YEARS } from "./yearFactors";
import type { YearFactors } from "./yearFactors";

/** kr by person-year k = 0 … 60, unrounded; positive: less is paid than without the initiative. */
export interface PartyYears {
  readonly back: readonly Decimal[];
  /** The part of `back` that is freed capacity; the rest is lower spending. */
  readonly freed: readonly Decimal[];
  /** The part of `back` that another party pays for (+), or that another party gains (−), in proportion to the effects. Sums to 0 over the parties. */
  readonly shift: readonly Decimal[];
}

export interface BenefitByYear {
  /** In the order of Payers.parties. */
  readonly parties: readonly PartyYears[];
  /** Optional tax effect, the public sector's as a whole; 0 where it is off. */
  readonly tax: readonly Decimal[];
  /** min(Σ gains, Σ losses) per participant, segment of the course and year, summed. */
  readonly moved: readonly Decimal[];
}

interface Sums {
  readonly back: Decimal[];
  readonly freed: Decimal[];
  readonly shift: Decimal[];
}

const zeros = (): Decimal[] => Array.from({ length: YEARS }, () => ZERO);

/** Every person-year of every party. Sums over parties equal the public sector's total exactly (tax apart). */
export function benefitByYear(
  table: FlowTable,
  payers: Payers,
  factors: YearFactors,
  sources: readonly IncomeSource[],
  laterOf: (first: MonthIndex) => number = () => 0,
): BenefitByYear {
  const parties: Sums[] = payers.parties.map(() => ({ back: zeros(), freed: zeros(), shift: zeros() }));
  const tax = zeros();
  const moved = zeros();
  const { supports, movements } = yearSumsOf(table, factors);
  for (const {
    what: { municipality, source },
    k,
    kr,
  } of supports.entries(table.decimals)) {
    for (const { party, share } of payers.shares[municipality]![source]!)
      addBack(parties[party]!, k, share.eq(1) ? kr : kr.times(share), sources[source]!);
    if (sources[source]!.taxed) tax[k] = tax[k]!.minus(kr.times(factors.tax));
  }
  for (const {
    what: { party, weight },
    k,
    kr,
  } of movements.entries(table.decimals)) {
    const into = party === null ? moved : parties[party]!.shift;
    into[k] = into[k]!.plus(kr.times(weight));
  }
  for (const group of table.groups) addUneven(group, table.rowDecimals, factors, parties);
  for (const mixed of table.mixed) addMixedYear(mixed, laterOf(mixed.first), payers, factors, parties, moved);
  return { parties, tax, moved };
}

interface PaidSupport {
  readonly municipality: number;
  readonly source: number;
}

/** `party` null: moved in all. */
interface Movement {
  readonly party: number | null;
  readonly weight: Decimal;
}

/** Fixed-point sums by year for each distinct thing, turned into kr once per thing and year. */
class YearSums<T> {
  private readonly sums = new Map<string, { readonly what: T; readonly byYear: Fixed[] }>();

  /** The sums of one thing, to be added to by year; the same array for the same key. */
  of(key: string, what: T): Fixed[] {
    let sum = this.sums.get(key);
    if (sum === undefined) this.sums.set(key, (sum = { what, byYear: new Array<Fixed>(YEARS).fill(0n) }));
    return sum.byYear;
  }

  entries(decimals: number): { readonly what: T; readonly k: number; readonly kr: Decimal }[] {
    return [...this.sums.values()].flatMap(({ what, byYear }) =>
      byYear.flatMap((amount, k) => (amount === 0n ? [] : [{ what, k, kr: krOfFixed(amount, decimals) }])),
    );
  }
}

function yearSumsOf(
  table: FlowTable,
  factors: YearFactors,
): { supports: YearSums<PaidSupport>; movements: YearSums<Movement> } {
  const supports = new YearSums<PaidSupport>();
  const movements = new YearSums<Movement>();
  for (const group of table.groups) {
    const { before, after, kept, municipality, later, byYear } = group;
    const { fixedOld, fixedNext } = factors.pair(before, after, later, kept);
    const ofOld = supports.of(`${municipality}:${before}`, { municipality, source: before });
    const ofNext = supports.of(`${municipality}:${after}`, { municipality, source: after });
    for (let k = 0; k < YEARS; k += 1) {
      if (byYear[2 * k] !== 0n) ofOld[k]! += fixedOld[k]! * byYear[2 * k]!;
      if (byYear[2 * k + 1] !== 0n) ofNext[k]! -= fixedNext[k]! * byYear[2 * k + 1]!;
    }
    addMoved(group, fixedOld, fixedNext, movements);
  }
  return { supports, movements };
}

function addMoved(
  group: FlowGroup,
  fixedOld: readonly Fixed[],
  fixedNext: readonly Fixed[],
  movements: YearSums<Movement>,
): void {
  group.classes.classes.forEach(({ moved, shift }, index) => {
    if (moved.before.isZero() && moved.after.isZero()) return;
    const units = group.byClass[index]!;
    const into = (party: number | null, weight: Decimal): Fixed[] | null =>
      weight.isZero() ? null : movements.of(`${party}:${weight.toString()}`, { party, weight });
    const sums = [[null, moved] as const, ...shift].map(([party, { before, after }]) => ({
      old: into(party, before),
      next: into(party, after),
    }));
    for (let k = 0; k < YEARS; k += 1) {
      const old = fixedOld[k]! * units[2 * k]!;
      const next = fixedNext[k]! * units[2 * k + 1]!;
      for (const sum of sums) {
        if (sum.old !== null && old !== 0n) sum.old[k]! += old;
        if (sum.next !== null && next !== 0n) sum.next[k]! += next;
      }
    }
  });
}

function addBack(sums: Sums, k: number, amount: Decimal, source: IncomeSource): void {
  sums.back[k] = sums.back[k]!.plus(amount);
  if (source.saving === "freed-capacity") sums.freed[k] = sums.freed[k]!.plus(amount);
}

/** Parts that are no linear function of the amounts: for each pair of amounts, however many have it. */
function addUneven(
  { before, after, kept, later, classes, uneven }: FlowGroup,
  decimals: number,
  factors: YearFactors,
  parties: readonly Sums[],
): void {
  if (uneven.length === 0) return;
  const { fixedOld, fixedNext } = factors.pair(before, after, later, kept);
  const partsIn = classes.classes.map(unevenPartsOf);
  const sums = new YearSums<number>();
  for (const { inClass, old, next, months } of uneven) {
    const amounts = { old: BigInt(old), next: BigInt(next) };
    // Where both supports follow the same path, the parts do too.
    const common = partsIn[inClass]!(amounts.old, amounts.next);
    for (let k = 0; k < YEARS; k += 1) {
      if (months[k] === 0) continue;
      const [u, v] = [fixedOld[k]!, fixedNext[k]!];
      const parts = u === v ? common.map((part) => part * u) : partsIn[inClass]!(u * amounts.old, v * amounts.next);
      classes.classes[inClass]!.uneven.forEach(([party], at) => {
        sums.of(String(party), party)[k]! += timesUnits(parts[at]!, months[k]!);
      });
    }
  }
  for (const { what, k, kr } of sums.entries(decimals + FIXED_DIGITS)) {
    const { shift } = parties[what]!;
    shift[k] = shift[k]!.plus(kr);
  }
}

/** A year of a segment in which amounts change: its effects are added per party before gains and losses are compared. */
function addMixedYear(
  { year, municipality, spans, first }: FlowTable["mixed"][number],
  later: number,
  payers: Payers,
  factors: YearFactors,
  parties: readonly Sums[],
  moved: Decimal[],
): void {
  const effects = effectsInYear(spans, first, year, payers.shares[municipality]!, factors, parties.length, later);
  const inYear = movedOf(effects);
  moved[year] = moved[year]!.plus(inYear.moved);
  inYear.shift.forEach((part, party) => {
    const { shift } = parties[party]!;
    shift[year] = shift[year]!.plus(part);
  });
}

/** Whose money is counted: the parties that cooperate, or the whole public sector (with tax where it is on). */
export type Scope = "parties" | "publicSector";

export interface ScopeShares {
  readonly old: Decimal;
  readonly next: Decimal;
}

/** The shares of the old and of the new support that fall on a scope; tax lowers them, as it comes back. */
export function scopeShares(
  group: Pick<FlowGroup, "before" | "after" | "municipality">,
  scope: Scope,
  payers: Payers,
  sources: readonly IncomeSource[],
  tax: Decimal,
): ScopeShares {
  const paid = payers.shares[group.municipality]!;
  const of = (source: number): Decimal => {
    const shares = paid[source]!.reduce(
      (sum, { party, share }) =>
        scope === "publicSector" || payers.parties[party]!.cooperating ? sum.plus(share) : sum,
      ZERO,
    );
    return scope === "publicSector" && sources[source]!.taxed ? shares.minus(tax) : shares;
  };
  return { old: of(group.before), next: of(group.after) };
}
