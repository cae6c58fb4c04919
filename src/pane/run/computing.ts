// src/pane/run/computing.ts: from a workbook as read to a run: analyse it, build its tabs, and show both; with a pause for the page before each.
import { localDate } from "../../domain/today";
import type { AnalyseOptions } from "../../actions/analysis";
import type { TabOptions } from "../../actions/tabs";
import type { HeadText } from "../../domain/roundTrip/headText";
import { inSlices } from "../../domain/steps";
import { TAB_GROUPS } from "../../domain/tabGroup";
import type { Stage } from "../../text/paneTexts";
import type { Language } from "../../text/texts";
import type { OpenedWorkbook } from "../modes/hostMode";
import { engine } from "./engine";
import type { Job } from "./jobs";
import type { Event, Run, State, TabChoice } from "./state";

/** What a job knows of the page. */
export interface Page {
  readonly send: (event: Event) => void;
  readonly state: () => State;
  readonly language: () => Language;
}

/** The page, as one job sees it. */
export type Worker = Page & Job;

/** `next`: what is still to be done when the run is shown. */
export async function runOn(
  worker: Worker,
  source: OpenedWorkbook,
  options: AnalyseOptions,
  language: Language,
  next: Stage | null = null,
): Promise<Run> {
  await enter(worker, "analyse");
  const { analyseInSteps, settledTabsOf, economyDocumentsOf } = await engine();
  const analysis = await inSlices(
    analyseInSteps([source.workbook], { ...options, today: localDate(new Date()) }),
    worker.work,
  );
  await enter(worker, "tabs");
  const { run: before, tabChoice } = worker.state();
  // A workbook that has just been read remembers by itself.
  const groups = chosenGroups(source === before?.source ? tabChoice : null);
  const words = { ...(await tabOptions(language, worker.state().head)), ...groups };
  const tabs = analysis.refused ? [] : await settledTabsOf(analysis, source, words, worker.work);
  const documents = analysis.refused ? [] : economyDocumentsOf(analysis, words);
  const run: Run = { source, options, analysis, tabs, documents };
  worker.send({ kind: "run", run, next });
  return run;
}

/** Nothing until something has been chosen: then as the workbook remembers. */
export function chosenGroups(choice: TabChoice | null): Pick<TabOptions, "groups"> {
  return choice === null ? {} : { groups: TAB_GROUPS.filter((group) => !choice.leftOut.includes(group)) };
}

export async function tabOptions(language: Language, head: HeadText): Promise<TabOptions> {
  const { textsOf } = await import(/* webpackChunkName: "engine" */ "../../text/languages");
  return { texts: textsOf(language), today: localDate(new Date()), ...head };
}

/** Says what is going on and lets the page be painted before the work that follows holds the thread. */
export async function enter(worker: Worker, stage: Stage): Promise<void> {
  worker.work.signal.throwIfAborted();
  worker.send({ kind: "stage", stage });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    // A page in the background is not painted, and must not wait for it.
    setTimeout(resolve, 100);
  });
}
