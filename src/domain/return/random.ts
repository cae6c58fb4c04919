// src/domain/return/random.ts: the same random numbers on every machine: integer arithmetic, and square roots, which are exactly rounded.
// Generator: sfc32 (small fast counting, Chris Doty-Humphrey's PractRand), four 32-bit words of state.

export interface Random {
  /** The next 32 bits, 0 … 2^32 − 1. */
  bits(): number;
  /** Uniform in [0, 1), a multiple of 2^−32. */
  uniform(): number;
}

/** sfc32 from a full state of four 32-bit words. */
export function sfc32(first: number, second: number, third: number, counter: number): Random {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
  let d = counter | 0;
  const bits = (): number => {
    const out = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  return { bits, uniform: () => bits() / 4_294_967_296 };
}

/** Rounds thrown away after seeding, so that neighbouring seeds do not begin alike. */
const WARM_UP = 12;

/** A generator from one number, of which the whole part below 2^53 counts. Throws RangeError for anything but a safe integer ≥ 0. */
export function seeded(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError("the seed must be a whole number from 0");
  const random = sfc32(seed % 4_294_967_296, Math.floor(seed / 4_294_967_296), 0, 1);
  for (let round = 0; round < WARM_UP; round += 1) random.bits();
  return random;
}

/**
 * A triangular distribution by inverse transform, for u uniform in [0, 1); only + − · ÷ and the square root.
 * low ≤ base ≤ high; low = high gives low.
 */
export function triangular(u: number, low: number, base: number, high: number): number {
  const width = high - low;
  if (width <= 0) return base;
  const rising = base - low;
  return u * width < rising ? low + Math.sqrt(u * width * rising) : high - Math.sqrt((1 - u) * width * (high - base));
}

/** The p-th percentile, 0 ≤ p ≤ 1, of values in ascending order: linear interpolation between order statistics (n − 1 steps). NaN for none: ask first. */
export function percentile(ascending: ArrayLike<number>, p: number): number {
  const position = p * (ascending.length - 1);
  const below = Math.floor(position);
  const lower = ascending[below] ?? NaN;
  const upper = ascending[Math.min(below + 1, ascending.length - 1)] ?? NaN;
  return lower + (position - below) * (upper - lower);
}
