// src/pane/run/run.ts: what the components may ask of the pane, each as one job: a workbook read, computed, chosen about or delivered.
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { AnalyseOptions } from "../../actions/analysis";
import type { HeadText } from "../../domain/roundTrip/headText";
import type { Language } from "../../text/texts";
import type { ExampleName } from "../../text/paneTexts";
import type { NamedBytes, HostMode } from "../modes/hostMode";
import { answerQuestion, chooseTabs, correct, fillIn, forgetChoices, type TableChange } from "./choosing";
import { enter, type Page, runOn, type Worker } from "./computing";
import { deliver, saveBoard, saveReport } from "./delivering";
import { failureOf, NotRead } from "./failures";
import { jobsOf } from "./jobs";
import { asRead, initialState, nextState, type State, type TabChoice } from "./state";
import { optionsFor } from "./reread";
import { useWatch } from "./watching";

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
  /** Answers a question, and keeps the answer in the workbook; null: the answer is taken back. */
  readonly answer: (id: string, value: string | null) => void;
  /** Takes back all that was said of the tables and all answers, also in the workbook. */
  readonly forget: () => void;
  readonly changeLanguage: (language: Language) => void;
  /** Which tabs are written; remembered in the workbook. */
  readonly chooseTabs: (choice: TabChoice) => void;
  /** Fills in what stands at the top of every tab. */
  readonly fillIn: (head: HeadText) => void;
  readonly deliver: () => void;
  /** Saves the economy section of the initiative with this number as a Word file. */
  readonly saveReport: (index: number) => void;
  /** Saves the board's pages as a workbook of their own. */
  readonly saveBoard: () => void;
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

export function useRun(mode: HostMode, language: Language): { state: State; actions: Actions } {
  const [state, send] = useReducer(nextState, initialState);
  const latest = useRef({ state, language });
  latest.current = { state, language };
  const actions = useMemo(
    () => actionsOf(mode, { send, state: () => latest.current.state, language: () => latest.current.language }),
    [mode],
  );
  useEffect(() => {
    // Next month's run needs no click. A workbook that cannot be asked waits for one.
    if (mode.kind === "excel")
      void mode.isKnown().then(
        (known) => {
          if (known) actions.readExcel();
        },
        () => undefined,
      );
  }, [mode]);
  useWatch(mode, state.stage !== null || state.run !== null, () => latest.current.state, send);
  return { state, actions };
}

function actionsOf(mode: HostMode, page: Page): Actions {
  const jobs = jobsOf(page.send, failureOf);
  // One job at a time: a second click while working would race the first.
  const work = (job: (worker: Worker) => Promise<void>, name: string | null = null): void => {
    jobs.run((under) => job({ ...page, ...under }), name);
  };
  // A choice made while the last one is still being worked on waits for it, and is made on what came of it.
  const inTurn = (job: (worker: Worker) => Promise<void>): void => {
    if (jobs.busy()) setTimeout(() => inTurn(job), 30);
    else work(job);
  };
  return {
    openFile: (file) => {
      work((worker) => runFile(mode, worker, () => bytesOf(file)), file.name);
    },
    openExample: (name) => {
      work((worker) => runFile(mode, worker, () => browser(mode).example(name)));
    },
    readExcel: () => {
      work((worker) => runExcel(mode, worker, asRead));
    },
    update: () => {
      work((worker) => {
        const { run } = worker.state();
        return runExcel(mode, worker, run === null ? asRead : optionsFor(run.options, run.source));
      });
    },
    recompute: (options) => {
      work((worker) => runAgain(worker, options, worker.language()));
    },
    correct: (change) => {
      inTurn((worker) => correct(worker, change));
    },
    answer: (id, value) => {
      inTurn((worker) => answerQuestion(worker, id, value));
    },
    forget: () => {
      inTurn(forgetChoices);
    },
    changeLanguage: (language) => {
      work((worker) => runAgain(worker, worker.state().run?.options ?? asRead, language));
    },
    chooseTabs: (choice) => {
      work((worker) => chooseTabs(worker, choice));
    },
    fillIn: (head) => {
      work((worker) => fillIn(worker, head, page.send));
    },
    deliver: () => {
      work((worker) => deliver(mode, worker));
    },
    saveReport: (index) => {
      work((worker) => saveReport(worker, index));
    },
    saveBoard: () => {
      work((worker) => saveBoard(mode, worker));
    },
    showTab: (name) => {
      jobs.beside(() => (mode.kind === "excel" ? mode.showTab(name) : Promise.resolve()));
    },
    goTo: (sheet, address) => {
      jobs.beside(() => (mode.kind === "excel" ? mode.goTo(sheet, address) : Promise.resolve()));
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

async function runFile(mode: HostMode, worker: Worker, fileOf: () => Promise<NamedBytes>): Promise<void> {
  await enter(worker, "open");
  const file = await fileOf();
  await enter(worker, "read");
  await runOn(worker, await browser(mode).readFile(file, worker.work), asRead, worker.language());
}

async function runExcel(mode: HostMode, worker: Worker, options: AnalyseOptions): Promise<void> {
  if (mode.kind !== "excel") throw new Error("there is no open workbook outside Excel");
  await enter(worker, "read");
  await runOn(worker, await mode.readWorkbook(worker.work), options, worker.language());
}

async function runAgain(worker: Worker, options: AnalyseOptions, language: Language): Promise<void> {
  const run = worker.state().run;
  if (run !== null) await runOn(worker, run.source, options, language);
}

async function bytesOf(file: File): Promise<NamedBytes> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // The browser gives no reason worth showing: the file is gone, locked or a folder.
    throw new NotRead(file.name);
  }
}

function browser(mode: HostMode): Extract<HostMode, { kind: "browser" }> {
  if (mode.kind !== "browser") throw new Error("files are opened in the browser way only");
  return mode;
}
