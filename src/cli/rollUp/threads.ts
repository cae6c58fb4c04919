// src/cli/rollUp/threads.ts: files read on several threads; one that fails or does not answer takes nothing else with it.
import { Worker } from "node:worker_threads";
import type { FileSummary } from "../../domain/rollUp/fileSummary";
import type { StoredSummary } from "./readState";
import type { RollUpJob, RollUpReply } from "./rollUpWorker";

/** A file that takes longer is skipped. */
export const MINUTES_PER_FILE = 10;

/** Why a file has no summary: `too-long`, or what the thread threw. */
export type Failure = { readonly kind: "too-long" } | { readonly kind: "thrown"; readonly message: string };

/** Runs every job; `done` is called once for each, in the order in which they end. */
export async function readOnThreads(
  program: string,
  jobs: readonly RollUpJob[],
  threads: number,
  done: (job: RollUpJob, result: StoredSummary | Failure) => void,
): Promise<void> {
  const waiting = [...jobs];
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, () => oneThread(program, waiting, done)));
}

/** Takes jobs until there are none; a new thread after one that failed. */
async function oneThread(
  program: string,
  waiting: RollUpJob[],
  done: (job: RollUpJob, result: StoredSummary | Failure) => void,
): Promise<void> {
  let worker: Worker | null = null;
  try {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      worker ??= new Worker(program);
      const result = await answered(worker, job);
      done(job, result);
      if ("kind" in result) {
        await worker.terminate();
        worker = null;
      }
    }
  } finally {
    await worker?.terminate();
  }
}

function answered(worker: Worker, job: RollUpJob): Promise<StoredSummary | Failure> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      end({ kind: "too-long" });
    }, MINUTES_PER_FILE * 60_000);
    const onMessage = ({ stored }: RollUpReply): void => {
      end({ summary: JSON.parse(stored) as FileSummary, stored });
    };
    const onError = (error: unknown): void => {
      end({ kind: "thrown", message: error instanceof Error ? error.message : String(error) });
    };
    const onExit = (): void => {
      end({ kind: "thrown", message: "the thread ended" });
    };
    function end(result: StoredSummary | Failure): void {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(result);
    }
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(job);
  });
}
