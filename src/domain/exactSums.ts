// src/domain/exactSums.ts: sums of money per numbered slot, exact and fast.
// Whole öre are added as integers in doubles; a sum that would leave the safe range moves over to a Decimal.
import { type Decimal, type Money, moneyFromDecimal, type Ore, toKr, ZERO } from "./money";

const SAFE = Number.MAX_SAFE_INTEGER;

export class ExactSums {
  /** Öre per slot, each a safe integer. */
  private ore: Float64Array;
  /** Kronor per slot, for what does not fit in `ore`: finer than an öre, or beyond the safe range. */
  private readonly spilled = new Map<number, Decimal>();

  /** Room for `slots` sums to begin with; it grows as slots are added. */
  constructor(slots = 64) {
    this.ore = new Float64Array(slots);
  }

  /** Adds an exact amount. `slot` is a small integer from 0. */
  add(slot: number, money: Money): void {
    if (typeof money === "number") this.addOre(slot, money);
    else this.spill(slot, money);
  }

  /** Adds what `other` holds in `otherSlot`. */
  addFrom(slot: number, other: ExactSums, otherSlot: number): void {
    this.addOre(slot, other.ore[otherSlot] ?? 0);
    const spilled = other.spilled.get(otherSlot);
    if (spilled !== undefined) this.spill(slot, spilled);
  }

  /** The sum in kronor; 0 for a slot that nothing was added to. */
  total(slot: number): Decimal {
    const whole = toKr((this.ore[slot] ?? 0) as Ore);
    const spilled = this.spilled.get(slot);
    return spilled === undefined ? whole : whole.plus(spilled);
  }

  /** The sum as money: no Decimal is made of what is whole öre. */
  money(slot: number): Money {
    return this.spilled.has(slot) ? moneyFromDecimal(this.total(slot)) : ((this.ore[slot] ?? 0) as Ore);
  }

  /** The same sums, to be added to without changing these. */
  copy(): ExactSums {
    const copy = new ExactSums(this.ore.length);
    copy.ore.set(this.ore);
    for (const [slot, kr] of this.spilled) copy.spilled.set(slot, kr);
    return copy;
  }

  private addOre(slot: number, ore: number): void {
    if (slot >= this.ore.length) this.grow(slot);
    const next = this.ore[slot]! + ore;
    if (next <= SAFE && next >= -SAFE) this.ore[slot] = next;
    else this.spill(slot, toKr(ore as Ore));
  }

  private spill(slot: number, kr: Decimal): void {
    this.spilled.set(slot, (this.spilled.get(slot) ?? ZERO).plus(kr));
  }

  private grow(slot: number): void {
    const larger = new Float64Array(Math.max(slot + 1, this.ore.length * 2));
    larger.set(this.ore);
    this.ore = larger;
  }
}
