// src/cli/rollUp/rollUpWorker.ts: one thread of a roll-up: reads a file, computes it, and hands back what is kept of it.
import { parentPort } from "node:worker_threads";
import { analyse } from "../../actions/analyse";
import type { Analysis } from "../../actions/analysis";
import { fileSummaryOf } from "../../actions/fileSummary";
import { Decimal } from "../../domain/money";
import { standardReturnOptions } from "../../domain/return/moneyBack";
import type { FileSummary } from "../../domain/rollUp/fileSummary";
import { textsOf } from "../../text/languages";
import type { RollUpArguments } from "../arguments";
import { openOne } from "../openFiles";

/** What bears on a file's figures. */
export type RollUpOptions = Pick<RollUpArguments, "scenario" | "target" | "horizon" | "dimension" | "language"> & {
  /** ISO date of the run. */
  readonly today: string;
};

export interface RollUpJob {
  readonly index: number;
  readonly path: string;
  readonly file: string;
  readonly options: RollUpOptions;
}

export interface RollUpReply {
  readonly index: number;
  /** A FileSummary as JSON: one text is handed over faster than what it says. */
  readonly stored: string;
}

/** Answers jobs until the thread is ended. What is thrown ends the thread: whoever gave the job tells it. */
export function serveRollUp(): void {
  parentPort?.on("message", (job: RollUpJob) => {
    void summaryOf(job).then((summary) =>
      parentPort?.postMessage({ index: job.index, stored: JSON.stringify(summary) } satisfies RollUpReply),
    );
  });
}

async function summaryOf({ path, file, options }: RollUpJob): Promise<FileSummary> {
  const { source, failure } = await openOne(path);
  const { scenario, target, horizon, dimension, language, today } = options;
  const analysis = analyse(source === null ? [] : [source], {
    unit: null,
    sign: null,
    today,
    returns: {
      ...standardReturnOptions,
      scenario,
      target: target === null ? null : new Decimal(target),
      horizon,
      // The spread of a figure is no part of a roll-up.
      draws: 1,
    },
    ...(dimension === null ? {} : { dimension }),
  });
  return fileSummaryOf(file, failure === null ? analysis : refusedFor(analysis, failure), textsOf(language));
}

function refusedFor(analysis: Analysis, failure: Analysis["problems"][number]): Analysis {
  return { ...analysis, results: [], problems: [failure], refused: true };
}
