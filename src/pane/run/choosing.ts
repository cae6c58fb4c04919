// src/pane/run/choosing.ts: what the user says of the tables and of the tabs: shown at once, then kept in the workbook.
import type { AnalyseOptions, WorkbookReading } from "../../actions/analysis";
import type { HeadText } from "../../domain/roundTrip/headText";
import type { TableCorrection } from "../../domain/tableCorrection";
import { chosenGroups, enter, runOn, tabOptions, type Worker } from "./computing";
import { engine } from "./engine";
import type { Event, Run, TabChoice } from "./state";

/** What is said of the tables, from how they are read and what was said of them before. */
export type TableChange = (reading: WorkbookReading) => readonly TableCorrection[];

/** What the user says holds at once; that it could not be kept is said after. */
export async function correct(worker: Worker, change: TableChange): Promise<void> {
  const run = worker.state().run;
  const reading = run?.analysis.readings[0];
  if (run === null || reading === undefined) return;
  const corrections = change(reading);
  await enter(worker, "analyse");
  await runAndKeep(worker, run, { ...run.options, corrections });
}

/** Everything said of the tables and every answer to a question is taken back, also where nothing asks for it any more. */
export async function forgetChoices(worker: Worker): Promise<void> {
  const run = worker.state().run;
  const reading = run?.analysis.readings[0];
  if (run === null || reading === undefined) return;
  await enter(worker, "analyse");
  const answers = reading.answers.map((given) => ({ ...given, value: "" }));
  await runAndKeep(worker, run, {
    ...run.options,
    corrections: [],
    answers: [...(run.options.answers ?? []), ...answers],
  });
}

/** An answer to a question; null: the one given is taken back. Holds at once and is kept like a correction. */
export async function answerQuestion(worker: Worker, id: string, value: string | null): Promise<void> {
  const run = worker.state().run;
  if (run === null) return;
  await enter(worker, "analyse");
  const { today } = await tabOptions(worker.language(), worker.state().head);
  const answers = [...(run.options.answers ?? []), { id, value: value ?? "", date: today }];
  await runAndKeep(worker, run, { ...run.options, answers });
}

/** Kept last: given up before that, nothing is changed. The figures do not wait for it, but the page says that it is not done. */
async function runAndKeep(worker: Worker, run: Run, options: AnalyseOptions): Promise<void> {
  const { rememberedText } = await import(/* webpackChunkName: "engine" */ "../../actions/tableChoices");
  const { analysis } = await runOn(worker, run.source, options, worker.language(), "keep");
  worker.work.committed?.();
  const leftOut = worker.state().tabChoice?.leftOut ?? run.analysis.leftOut;
  await run.source.keepChoices(rememberedText(analysis, { leftOut }));
  worker.send({ kind: "kept" });
}

/** The tabs are built anew; what is left out is kept in the workbook. Only the version of a snapshot changes nothing but itself. */
export async function chooseTabs(worker: Worker, choice: TabChoice): Promise<void> {
  const { run, tabChoice } = worker.state();
  if (run === null) return;
  if (choice.leftOut.join() === (tabChoice?.leftOut ?? run.analysis.leftOut).join()) {
    worker.send({ kind: "tabs-chosen", choice, tabs: run.tabs });
    return;
  }
  await enter(worker, "tabs");
  const { settledTabsOf } = await engine();
  const { rememberedText } = await import(/* webpackChunkName: "engine" */ "../../actions/tableChoices");
  const options = { ...(await tabOptions(worker.language(), worker.state().head)), ...chosenGroups(choice) };
  const tabs = await settledTabsOf(run.analysis, run.source, options, worker.work);
  try {
    await run.source.keepChoices(rememberedText(run.analysis, { leftOut: choice.leftOut }));
  } finally {
    // The choice holds also where it could not be kept, which is said. Sent last: until then a click would be lost.
    worker.send({ kind: "tabs-chosen", choice, tabs });
  }
}

/** What stands at the top of the tabs from now on; the preview and the report follow. Given up, it is as it was. */
export async function fillIn(worker: Worker, head: HeadText, send: (event: Event) => void): Promise<void> {
  const { run, head: before } = worker.state();
  // By then the job itself is no longer heard.
  worker.work.signal.addEventListener("abort", () => {
    send({ kind: "head", head: before });
  });
  worker.send({ kind: "head", head });
  if (run !== null) await runOn(worker, run.source, run.options, worker.language());
}
