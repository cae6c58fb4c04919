// src/pane/run/delivering.ts: the tabs into the workbook or a file, and the final report as a Word file.
import { localDate } from "../../domain/today";
import type { TabOptions } from "../../actions/tabs";
import { paneTextsOf } from "../../text/pane";
import type { HostMode } from "../modes/hostMode";
import { chosenGroups, enter, runOn, tabOptions, type Worker } from "./computing";
import { engine } from "./engine";
import { delivered, isOther, mayHoldWriting, optionsFor } from "./reread";
import { withoutEnding } from "../../domain/fileName";
import { save } from "./saving";
import type { Run } from "./state";

/** The run as it is, or made anew where people have written in the workbook since it was read: what they wrote is kept. */
async function upToDate(mode: HostMode, worker: Worker, run: Run): Promise<Run> {
  if (mode.kind !== "excel" || !mayHoldWriting(run.source)) return run;
  await enter(worker, "read");
  const source = await mode.readWorkbook(worker.work);
  if (!isOther(run.source.workbook, source.workbook)) return run;
  return runOn(worker, source, optionsFor(run.options, run.source), worker.language());
}

export async function deliver(mode: HostMode, worker: Worker): Promise<void> {
  const shown = worker.state().run;
  if (shown === null || shown.analysis.refused) throw new Error("there is nothing to deliver");
  // Reading anew forgets what was chosen beside the tabs.
  const { tabChoice } = worker.state();
  const run = await upToDate(mode, worker, shown);
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

export async function saveReport(worker: Worker, index: number): Promise<void> {
  const run = worker.state().run;
  const report = run?.documents[index] ?? null;
  if (run === null || report === null) throw new Error("there is no report to save");
  await enter(worker, "write");
  const { docxOf } = await import(/* webpackChunkName: "docx" */ "../../workbook/file/docx");
  const language = worker.language();
  const name = paneTextsOf(language).economy.fileName(withoutEnding(run.source.name), localDate(new Date()));
  save({ name, blob: new Blob([docxOf(report.model).slice().buffer], { type: docxType }) });
  worker.send({ kind: "report-saved", name });
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The board's copy of the run as it is shown (boardCopy.ts). */
export async function saveBoard(mode: HostMode, worker: Worker): Promise<void> {
  const shown = worker.state().run;
  if (shown === null) throw new Error("there is no run to copy for the board");
  const run = await upToDate(mode, worker, shown);
  if (run.analysis.refused) return;
  await enter(worker, "write");
  const { head } = worker.state();
  const { boardCopy } = await engine();
  const { newXlsx } = await import(/* webpackChunkName: "xlsx" */ "../../workbook/file/xlsxWorkbook");
  const language = worker.language();
  const name = paneTextsOf(language).board.copy.fileName(withoutEnding(run.source.name), localDate(new Date()));
  const book = newXlsx(name);
  await book.write(boardCopy(run.analysis, await tabOptions(language, head)), worker.work);
  save({ name, blob: new Blob([book.bytes()], { type: xlsxType }) });
  worker.send({ kind: "board-saved", name });
}
