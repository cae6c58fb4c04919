// src/pane/run.ts: the pane's work: read, analyse, build tabs, deliver; with progress between the stages and one catch for all that can fail.
import { useMemo, useReducer, useRef } from "preact/hooks";
import type { AnalyseOptions } from "../actions/analyse";
import type { TabOptions } from "../actions/tabs";
import { textsOf } from "../text/languages";
import type { Language } from "../text/texts";
import { paneTextsOf } from "../text/pane";
import type { ExampleName, Stage } from "../text/paneTexts";
import { HostError } from "../workbook/workbook";
import { baseName, save } from "./saving";
import { asRead, initialState, nextState, type Event, type Failure, type Run, type State } from "./state";
import type { NamedBytes, Source, Way } from "./way";

/** What the components may ask for. Each returns at once; the page follows `state`. */
export interface Actions {
  readonly openFile: (file: File) => void;
  readonly openExample: (name: ExampleName) => void;
  readonly readExcel: () => void;
  readonly recompute: (options: AnalyseOptions) => void;
  readonly changeLanguage: (language: Language) => void;
  readonly deliver: () => void;
  /** Saves the economy section of the initiative with this number as a Word file. */
  readonly saveReport: (index: number) => void;
  readonly showTab: (name: string) => void;
  readonly refuseSeveral: () => void;
  readonly restart: () => void;
}

interface Worker {
  readonly send: (event: Event) => void;
  readonly state: () => State;
  readonly language: () => Language;
}

export function useRun(way: Way, language: Language): { state: State; actions: Actions } {
  const [state, send] = useReducer(nextState, initialState);
  const latest = useRef({ state, language });
  latest.current = { state, language };
  const actions = useMemo(
    () => actionsOf(way, { send, state: () => latest.current.state, language: () => latest.current.language }),
    [way],
  );
  return { state, actions };
}

function actionsOf(way: Way, worker: Worker): Actions {
  const work = (job: () => Promise<void>, name: string | null = null): void => {
    // One job at a time: a second click while working would race the first.
    if (worker.state().stage !== null) return;
    job().catch((reason: unknown) => {
      worker.send({ kind: "failed", failure: failureOf(reason, name) });
    });
  };
  return {
    openFile: (file) => {
      work(() => runFile(way, worker, () => bytesOf(file)), file.name);
    },
    openExample: (name) => {
      work(() => runFile(way, worker, () => browser(way).example(name)));
    },
    readExcel: () => {
      work(() => runExcel(way, worker));
    },
    recompute: (options) => {
      work(() => runAgain(worker, options, worker.language()));
    },
    changeLanguage: (language) => {
      work(() => runAgain(worker, worker.state().run?.options ?? asRead, language));
    },
    deliver: () => {
      work(() => deliver(worker));
    },
    saveReport: (index) => {
      work(() => saveReport(worker, index));
    },
    showTab: (name) => {
      work(() => (way.kind === "excel" ? way.showTab(name) : Promise.resolve()));
    },
    refuseSeveral: () => {
      worker.send({ kind: "failed", failure: { kind: "only-one" } });
    },
    restart: () => {
      worker.send({ kind: "restart" });
    },
  };
}

async function runFile(way: Way, worker: Worker, fileOf: () => Promise<NamedBytes>): Promise<void> {
  await enter(worker, "open");
  const file = await fileOf();
  await enter(worker, "read");
  await runOn(worker, await browser(way).readFile(file), asRead, worker.language());
}

async function runExcel(way: Way, worker: Worker): Promise<void> {
  if (way.kind !== "excel") throw new Error("there is no open workbook outside Excel");
  await enter(worker, "read");
  await runOn(worker, await way.readWorkbook(), asRead, worker.language());
}

async function runAgain(worker: Worker, options: AnalyseOptions, language: Language): Promise<void> {
  const run = worker.state().run;
  if (run !== null) await runOn(worker, run.source, options, language);
}

async function runOn(worker: Worker, source: Source, options: AnalyseOptions, language: Language): Promise<void> {
  await enter(worker, "analyse");
  const { analyse, settledTabsOf, economyDocumentsOf } = await engine();
  const analysis = analyse([source.workbook], options);
  await enter(worker, "tabs");
  const words = tabOptions(language);
  const tabs = analysis.refused ? [] : await settledTabsOf(analysis, source, words);
  const documents = analysis.refused ? [] : economyDocumentsOf(analysis, words);
  const run: Run = { source, options, analysis, tabs, documents };
  worker.send({ kind: "run", run });
}

async function deliver(worker: Worker): Promise<void> {
  const run = worker.state().run;
  if (run === null || run.analysis.refused) throw new Error("there is nothing to deliver");
  await enter(worker, "write");
  const delivery = await run.source.deliver(run.analysis, tabOptions(worker.language()));
  worker.send({ kind: "delivered", delivery });
}

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function saveReport(worker: Worker, index: number): Promise<void> {
  const run = worker.state().run;
  const report = run?.documents[index] ?? null;
  if (run === null || report === null) throw new Error("there is no report to save");
  await enter(worker, "write");
  const { docxOf } = await import(/* webpackChunkName: "docx" */ "../workbook/file/docx");
  const language = worker.language();
  const name = paneTextsOf(language).economy.fileName(baseName(run.source.name), localDate(new Date()));
  save({ name, blob: new Blob([docxOf(report.model).slice().buffer], { type: docxType }) });
  worker.send({ kind: "report-saved", name });
}

/** The calculations are a chunk of their own: the first view is there before them. */
async function engine() {
  const [{ analyse }, { settledTabsOf }, { economyDocumentsOf }] = await Promise.all([
    import(/* webpackChunkName: "engine" */ "../actions/analyse"),
    import(/* webpackChunkName: "engine" */ "../actions/tabs"),
    import(/* webpackChunkName: "engine" */ "../actions/finalDocument"),
  ]);
  return { analyse, settledTabsOf, economyDocumentsOf };
}

function tabOptions(language: Language): TabOptions {
  return { texts: textsOf(language), today: localDate(new Date()), drawnUpBy: null };
}

/** The user's own calendar day, as yyyy-mm-dd. */
function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Says what is going on and lets the page be painted before the work that follows holds the thread. */
async function enter(worker: Worker, stage: Stage): Promise<void> {
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
  if (reason instanceof NotRead) return { kind: "not-read", name: reason.message };
  return { kind: "bug", description: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
}
