// src/pane/work/run.ts: the pane's work: read, analyse, build tabs, deliver; with progress between the stages and one catch for all that can fail.
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { AnalyseOptions, WorkbookReading } from "../../actions/analyse";
import type { TabOptions } from "../../actions/tabs";
import { TAB_GROUPS } from "../../domain/tabGroup";
import type { TableCorrection } from "../../domain/tableCorrection";
import type { HeadText } from "../../domain/kept/headText";
import { inSlices } from "../../domain/steps";
import type { Language } from "../../text/texts";
import { paneTextsOf } from "../../text/pane";
import type { ExampleName, Stage } from "../../text/paneTexts";
import { HostError } from "../../workbook/workbook";
import { engine } from "./engine";
import { type Job, jobsOf } from "./jobs";
import { baseName, save } from "./saving";
import {
  asRead,
  initialState,
  nextState,
  type Event,
  type Failure,
  type Run,
  type State,
  type TabChoice,
} from "./state";
import { delivered, isOther, mayHoldWriting, optionsFor } from "./reread";
import { useWatch } from "./watching";
import type { NamedBytes, Source, Way } from "../ways/way";

/** What is said of the tables, from how they are read and what was said of them before. */
export type TableChange = (reading: WorkbookReading) => readonly TableCorrection[];

/** What the components may ask for. Each returns at once; the page follows `state`. */
export interface Actions {
  readonly openFile: (file: File) => void;
  readonly openExample: (name: ExampleName) => void;
  readonly readExcel: () => void;
  /** Reads the open workbook again and computes as last time. */
  readonly update: () => void;
  readonly recompute: (options: AnalyseOptions) => void;
  /** Reads the tables as the user says, and keeps it in the workbook. */
  readonly correct: (change: TableChange) => void;
  readonly changeLanguage: (language: Language) => void;
  /** Which tabs are written; remembered in the workbook. */
  readonly chooseTabs: (choice: TabChoice) => void;
  /** Fills in what stands at the top of every tab. */
  readonly fillIn: (head: HeadText) => void;
  readonly deliver: () => void;
  /** Saves the economy section of the initiative with this number as a Word file. */
  readonly saveReport: (index: number) => void;
  readonly showTab: (name: string) => void;
  /** Shows a place of the workbook in Excel; null address: the sheet. */
  readonly goTo: (sheet: string, address: string | null) => void;
  readonly refuseSeveral: () => void;
  readonly restart: () => void;
  /** Gives up the work under way: the page is as it was before it began. */
  readonly cancel: () => void;
  /** Tries again what failed last. */
  readonly again: () => void;
}

interface Page {
  readonly send: (event: Event) => void;
  readonly state: () => State;
  readonly language: () => Language;
}

/** The page, as one job sees it. */
type Worker = Page & Job;

export function useRun(way: Way, language: Language): { state: State; actions: Actions } {
  const [state, send] = useReducer(nextState, initialState);
  const latest = useRef({ state, language });
  latest.current = { state, language };
  const actions = useMemo(
    () => actionsOf(way, { send, state: () => latest.current.state, language: () => latest.current.language }),
    [way],
  );
  useEffect(() => {
    // Next month's run needs no click. A workbook that cannot be asked waits for one.
    if (way.kind === "excel")
      void way.isKnown().then(
        (known) => {
          if (known) actions.readExcel();
        },
        () => undefined,
      );
  }, [way]);
  useWatch(way, state.stage !== null || state.run !== null, () => latest.current.state, send);
  return { state, actions };
}

function actionsOf(way: Way, page: Page): Actions {
  const jobs = jobsOf(page.send, failureOf);
  // One job at a time: a second click while working would race the first.
  const work = (job: (worker: Worker) => Promise<void>, name: string | null = null): void => {
    jobs.run((under) => job({ ...page, ...under }), name);
  };
  return {
    openFile: (file) => {
      work((worker) => runFile(way, worker, () => bytesOf(file)), file.name);
    },
    openExample: (name) => {
      work((worker) => runFile(way, worker, () => browser(way).example(name)));
    },
    readExcel: () => {
      work((worker) => runExcel(way, worker, asRead));
    },
    update: () => {
      work((worker) => runExcel(way, worker, worker.state().run?.options ?? asRead));
    },
    recompute: (options) => {
      work((worker) => runAgain(worker, options, worker.language()));
    },
    correct: (change) => {
      // A choice made while the last one is still being worked on waits for it, and is made on what came of it.
      const start = (): void => {
        if (jobs.busy()) setTimeout(start, 30);
        else work((worker) => correct(worker, change));
      };
      start();
    },
    changeLanguage: (language) => {
      work((worker) => runAgain(worker, worker.state().run?.options ?? asRead, language));
    },
    chooseTabs: (choice) => {
      work((worker) => chooseTabs(worker, choice));
    },
    fillIn: (head) => {
      work((worker) => fillIn(worker, head));
    },
    deliver: () => {
      work((worker) => deliver(way, worker));
    },
    saveReport: (index) => {
      work((worker) => saveReport(worker, index));
    },
    showTab: (name) => {
      jobs.beside(() => (way.kind === "excel" ? way.showTab(name) : Promise.resolve()));
    },
    goTo: (sheet, address) => {
      jobs.beside(() => (way.kind === "excel" ? way.goTo(sheet, address) : Promise.resolve()));
    },
    refuseSeveral: () => {
      page.send({ kind: "failed", failure: { kind: "only-one" } });
    },
    restart: () => {
      page.send({ kind: "restart" });
    },
    cancel: jobs.cancel,
    again: jobs.again,
  };
}

async function runFile(way: Way, worker: Worker, fileOf: () => Promise<NamedBytes>): Promise<void> {
  await enter(worker, "open");
  const file = await fileOf();
  await enter(worker, "read");
  await runOn(worker, await browser(way).readFile(file, worker.work), asRead, worker.language());
}

async function runExcel(way: Way, worker: Worker, options: AnalyseOptions): Promise<void> {
  if (way.kind !== "excel") throw new Error("there is no open workbook outside Excel");
  await enter(worker, "read");
  await runOn(worker, await way.readWorkbook(worker.work), options, worker.language());
}

async function runAgain(worker: Worker, options: AnalyseOptions, language: Language): Promise<void> {
  const run = worker.state().run;
  if (run !== null) await runOn(worker, run.source, options, language);
}

/** What the user says holds at once; that it could not be kept is said after. */
async function correct(worker: Worker, change: TableChange): Promise<void> {
  const run = worker.state().run;
  const reading = run?.analysis.readings[0];
  if (run === null || reading === undefined) return;
  const corrections = change(reading);
  await enter(worker, "analyse");
  const { choicesText, withLeftOut } = await import(/* webpackChunkName: "engine" */ "../../actions/tableChoices");
  // Kept last: given up before that, nothing is changed.
  await runOn(worker, run.source, { ...run.options, corrections }, worker.language());
  const leftOut = worker.state().tabChoice?.leftOut ?? run.analysis.leftOut;
  await run.source.keepChoices(withLeftOut(choicesText(corrections), leftOut));
}

/** The tabs are built anew; what is left out is kept in the workbook. Only the version of a snapshot changes nothing but itself. */
async function chooseTabs(worker: Worker, choice: TabChoice): Promise<void> {
  const { run, tabChoice } = worker.state();
  if (run === null) return;
  if (choice.leftOut.join() === (tabChoice?.leftOut ?? run.analysis.leftOut).join()) {
    worker.send({ kind: "tabs-chosen", choice, tabs: run.tabs });
    return;
  }
  await enter(worker, "tabs");
  const { settledTabsOf } = await engine();
  const { choicesText, withLeftOut } = await import(/* webpackChunkName: "engine" */ "../../actions/tableChoices");
  const options = { ...(await tabOptions(worker.language(), worker.state().head)), ...chosenGroups(choice) };
  const tabs = await settledTabsOf(run.analysis, run.source, options, worker.work);
  const corrections = run.options.corrections ?? run.analysis.readings[0]?.corrections ?? [];
  try {
    await run.source.keepChoices(withLeftOut(choicesText(corrections), choice.leftOut));
  } finally {
    // The choice holds also where it could not be kept, which is said. Sent last: until then a click would be lost.
    worker.send({ kind: "tabs-chosen", choice, tabs });
  }
}

/** Nothing until something has been chosen: then as the workbook remembers. */
function chosenGroups(choice: TabChoice | null): Pick<TabOptions, "groups"> {
  return choice === null ? {} : { groups: TAB_GROUPS.filter((group) => !choice.leftOut.includes(group)) };
}

async function runOn(worker: Worker, source: Source, options: AnalyseOptions, language: Language): Promise<Run> {
  await enter(worker, "analyse");
  const { analyseInSteps, settledTabsOf, economyDocumentsOf } = await engine();
  const analysis = await inSlices(analyseInSteps([source.workbook], options), worker.work);
  await enter(worker, "tabs");
  const { run: before, tabChoice } = worker.state();
  // A workbook that has just been read remembers by itself.
  const groups = chosenGroups(source === before?.source ? tabChoice : null);
  const words = { ...(await tabOptions(language, worker.state().head)), ...groups };
  const tabs = analysis.refused ? [] : await settledTabsOf(analysis, source, words, worker.work);
  const documents = analysis.refused ? [] : economyDocumentsOf(analysis, words);
  const run: Run = { source, options, analysis, tabs, documents };
  worker.send({ kind: "run", run });
  return run;
}

/** What stands at the top of the tabs from now on; the preview and the report follow. */
async function fillIn(worker: Worker, head: HeadText): Promise<void> {
  worker.send({ kind: "head", head });
  const { run } = worker.state();
  if (run !== null) await runOn(worker, run.source, run.options, worker.language());
}

/** The run as it is, or made anew where people have written in the workbook since it was read: what they wrote is kept. */
async function upToDate(way: Way, worker: Worker, run: Run): Promise<Run> {
  if (way.kind !== "excel" || !mayHoldWriting(run.source)) return run;
  await enter(worker, "read");
  const source = await way.readWorkbook(worker.work);
  if (!isOther(run.source.workbook, source.workbook)) return run;
  return runOn(worker, source, optionsFor(run.options, run.source), worker.language());
}

async function deliver(way: Way, worker: Worker): Promise<void> {
  const shown = worker.state().run;
  if (shown === null || shown.analysis.refused) throw new Error("there is nothing to deliver");
  // Reading anew forgets what was chosen beside the tabs.
  const { tabChoice } = worker.state();
  const run = await upToDate(way, worker, shown);
  if (run.analysis.refused) return;
  await enter(worker, "write");
  const version = tabChoice?.snapshot ?? null;
  const options: TabOptions = {
    ...(await tabOptions(worker.language(), worker.state().head)),
    ...chosenGroups(tabChoice),
    snapshot: version === null ? null : { version },
  };
  const delivery = await delivered(run.source, run.source.deliver(run.analysis, options, worker.work));
  // A file is written anew each time; in the open workbook the snapshot is there now, and the next one needs the next number.
  const known = new Set(run.tabs.map(({ name }) => name));
  const saved = version !== null && delivery.kind === "tabs" ? delivery.names.find((name) => !known.has(name)) : null;
  worker.send({ kind: "delivered", delivery, snapshot: saved ?? null });
}

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function saveReport(worker: Worker, index: number): Promise<void> {
  const run = worker.state().run;
  const report = run?.documents[index] ?? null;
  if (run === null || report === null) throw new Error("there is no report to save");
  await enter(worker, "write");
  const { docxOf } = await import(/* webpackChunkName: "docx" */ "../../workbook/file/docx");
  const language = worker.language();
  const name = paneTextsOf(language).economy.fileName(baseName(run.source.name), localDate(new Date()));
  save({ name, blob: new Blob([docxOf(report.model).slice().buffer], { type: docxType }) });
  worker.send({ kind: "report-saved", name });
}

async function tabOptions(language: Language, head: HeadText): Promise<TabOptions> {
  const { textsOf } = await import(/* webpackChunkName: "engine" */ "../../text/languages");
  return { texts: textsOf(language), today: localDate(new Date()), ...head };
}

/** The user's own calendar day, as yyyy-mm-dd. */
function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Says what is going on and lets the page be painted before the work that follows holds the thread. */
async function enter(worker: Worker, stage: Stage): Promise<void> {
  worker.work.signal.throwIfAborted();
  worker.send({ kind: "stage", stage });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    // A page in the background is not painted, and must not wait for it.
    setTimeout(resolve, 100);
  });
}

class NotRead extends Error {}

async function bytesOf(file: File): Promise<NamedBytes> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // The browser gives no reason worth showing: the file is gone, locked or a folder.
    throw new NotRead(file.name);
  }
}

function browser(way: Way): Extract<Way, { kind: "browser" }> {
  if (way.kind !== "browser") throw new Error("files are opened in the browser way only");
  return way;
}

/** The one place where everything that can go wrong ends up; what is not known is a bug of ours and says so. */
export function failureOf(reason: unknown, name: string | null): Failure {
  if (reason instanceof HostError) {
    return { kind: "host", code: reason.code, detail: reason.detail, name };
  }
  if (reason instanceof Error && reason.name === "ChunkLoadError") return { kind: "not-loaded" };
  if (reason instanceof NotRead) return { kind: "not-read", name: reason.message };
  return { kind: "bug", description: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
}
