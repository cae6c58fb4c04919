// tests/bench/timing.ts: milliseconds of work, and the middle of many runs once the machine code has settled.

export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median of the later half. */
export function settled(times: readonly number[]): number {
  const later = times.slice(times.length / 2).sort((a, b) => a - b);
  return later[Math.floor(later.length / 2)]!;
}
