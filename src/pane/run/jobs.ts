// src/pane/run/jobs.ts: one job at a time, which can be followed, given up and tried again.
import type { Work } from "../../domain/steps";
import type { Event, Failure } from "./state";

/** What a job gets: what it tells is heard only as long as it has not been given up. */
export interface Job {
  readonly send: (event: Event) => void;
  readonly work: Work & { readonly signal: AbortSignal };
}

export interface Jobs {
  /** Starts the job unless another is under way; `name` is the file's, for messages. */
  readonly run: (job: (under: Job) => Promise<void>, name?: string | null) => void;
  /** Does something small beside the job, such as showing a cell; only its failure is told. */
  readonly beside: (act: () => Promise<void>) => void;
  /** Gives up the job at once, unless it has come too far. */
  readonly cancel: () => void;
  /** Tries the last job again. */
  readonly again: () => void;
  readonly busy: () => boolean;
}

interface Current {
  readonly control: AbortController;
  committed: boolean;
}

export function jobsOf(
  send: (event: Event) => void,
  failureOf: (reason: unknown, name: string | null) => Failure,
): Jobs {
  let current: Current | null = null;
  let last: () => void = () => undefined;

  const start = (job: (under: Job) => Promise<void>, name: string | null): void => {
    const mine: Current = { control: new AbortController(), committed: false };
    current = mine;
    const { signal } = mine.control;
    const sendMine = (event: Event): void => {
      if (!signal.aborted) send(event);
    };
    const work = {
      signal,
      progress: (done: number, of: number) => {
        sendMine({ kind: "progress", done, of });
      },
      committed: () => {
        mine.committed = true;
        sendMine({ kind: "committed" });
      },
    };
    // What is given up is not waited for: Excel may be long in answering.
    Promise.race([job({ send: sendMine, work }), abandoned(signal)])
      .catch((reason: unknown) => {
        if (signal.aborted) send({ kind: "cancelled" });
        else send({ kind: "failed", failure: failureOf(reason, name), retry: true });
      })
      .finally(() => {
        if (current === mine) current = null;
      });
  };

  return {
    run(job, name = null) {
      if (current !== null) return;
      last = () => {
        start(job, name);
      };
      last();
    },
    beside(act) {
      act().catch((reason: unknown) => {
        send({ kind: "failed", failure: failureOf(reason, null) });
      });
    },
    cancel() {
      if (current?.committed === false) current.control.abort();
    },
    busy: () => current !== null,
    again() {
      if (current === null) last();
    },
  };
}

function abandoned(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error("given up"));
    });
  });
}
