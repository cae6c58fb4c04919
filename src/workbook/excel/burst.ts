// src/workbook/excel/burst.ts: many events at once as one: what is told last for a while ends the burst.

/** Call `more` for each event; `stop` forgets what waits. */
export interface Burst {
  readonly more: () => void;
  readonly stop: () => void;
}

/**
 * `settle` is called `quiet` ms after the last event, and after `longest` ms where events keep coming. One call at a time: events during
 * a call begin a new burst.
 */
export function burstOf(settle: () => Promise<void>, quiet: number, longest: number): Burst {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since = 0;
  let busy = false;
  let stopped = false;
  const due = (): void => {
    timer = null;
    if (stopped) return;
    if (busy) return plan();
    busy = true;
    since = 0;
    void settle().finally(() => (busy = false));
  };
  const plan = (): void => {
    if (stopped) return;
    const now = performance.now();
    if (since === 0) since = now;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(due, Math.max(0, Math.min(quiet, since + longest - now)));
  };
  return {
    more: plan,
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
