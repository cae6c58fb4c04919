// tests/pane/patienceByHand.ts: how long the pane works before it says so, ended by a test and not by the clock.
import { act } from "preact/test-utils";
import { PATIENCE } from "../../src/pane/shell/progress";
import { untilDrawn } from "./drawn";

export interface Patience {
  /** Whether work has begun that is not spoken of yet. */
  readonly lasts: () => boolean;
  /** Waits until work has begun, which is then spoken of. */
  readonly ends: () => Promise<void>;
  /** From now on the clock decides again. */
  readonly end: () => void;
}

type Timer = ReturnType<typeof setTimeout>;

/** Keeps the pane's timers of this length from running; all others are the clock's. */
export function patienceByHand(): Patience {
  const waiting = new Map<unknown, () => void>();
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const starting = (run: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]): Timer => {
    if (milliseconds !== PATIENCE) return start(run, milliseconds, ...given);
    const timer = {} as Timer;
    waiting.set(timer, () => {
      run(...given);
    });
    return timer;
  };
  const stopping = (timer?: Timer): void => {
    if (!waiting.delete(timer)) stop(timer);
  };
  Object.assign(globalThis, { setTimeout: starting, clearTimeout: stopping });
  const lasts = (): boolean => waiting.size > 0;
  return {
    lasts,
    async ends() {
      await untilDrawn(lasts, () => "no work has begun");
      await act(() => {
        for (const run of waiting.values()) run();
        waiting.clear();
      });
    },
    end: () => {
      Object.assign(globalThis, { setTimeout: start, clearTimeout: stop });
    },
  };
}
