// src/pane/run/watching.ts: keeps up with the open workbook: notices what touches the figures shown, from the first reading until the pane is closed.
import { useEffect } from "preact/hooks";
import type { SourceChange, Stop } from "../../workbook/excel/watch";
import { differences, isRead, mayBeTable, samePlace, touches } from "./sourceChanges";
import type { Event, Run, State } from "./state";
import type { ExcelMode, HostMode } from "../modes/hostMode";

/** Cells that are read again to see whether a change elsewhere has reached the figures; a larger workbook is not read at every change. */
const mostCells = 50_000;
const askAgain = 3_000;
const mostTries = 5;
const pollBusy = 200;

/** Watches while `active`; `send` is told only of what touches the run shown. */
export function useWatch(mode: HostMode, active: boolean, state: () => State, send: (event: Event) => void): void {
  useEffect(() => {
    if (mode.kind !== "excel" || !active) return;
    const end = watched(mode, (changes) => {
      void noticed(changes, mode, state).then((found) => {
        if (found.length > 0) send({ kind: "changed", changes: found });
      });
    });
    // Excel forgets a closed pane's listeners by itself, sooner or later.
    window.addEventListener("pagehide", end);
    return () => {
      window.removeEventListener("pagehide", end);
      end();
    };
  }, [mode, active]);
}

/** Registers, again a few times where Excel is busy; answers how to end it. */
function watched(mode: ExcelMode, onChange: (changes: readonly SourceChange[]) => void): () => void {
  let stop: Stop | null = null;
  let ended = false;
  const begin = (tries: number): void => {
    mode.watch(onChange).then(
      (registered) => {
        if (ended) void registered();
        else stop = registered;
      },
      () => {
        if (!ended && tries < mostTries) setTimeout(begin, askAgain, tries + 1);
      },
    );
  };
  begin(1);
  return () => {
    ended = true;
    void stop?.();
    stop = null;
  };
}

/** What of the changes touches the run shown, once nothing is under way. */
async function noticed(
  changes: readonly SourceChange[],
  mode: ExcelMode,
  state: () => State,
): Promise<readonly SourceChange[]> {
  while (state().stage !== null) await new Promise((resolve) => setTimeout(resolve, pollBusy));
  const { run, changes: said } = state();
  if (run === null) return [];
  // What is said already may just have been changed back: then that is news.
  const isSaid = (change: SourceChange): boolean => said.some((earlier) => samePlace(earlier, change));
  const news = changes.filter((change) => isSaid(change) || !isRead(change, run.source.workbook));
  // Nothing was found in a refused workbook: whatever is changed in it may be what it lacked.
  const near = run.analysis.refused ? news : news.filter((change) => touches(change, run.analysis.used));
  return near.length > 0 || news.length === 0 ? near : throughFormulas(news, run, mode);
}

/** Changes outside what was read: what they have changed within it, through formulas. */
async function throughFormulas(
  changes: readonly SourceChange[],
  { source, analysis }: Run,
  mode: ExcelMode,
): Promise<readonly SourceChange[]> {
  const cells = changes.filter(({ kind }) => kind !== "added");
  if (cells.length === 0) return [];
  const theirs = source.workbook.grids.filter(({ role }) => role === null);
  if (theirs.reduce((sum, { rows, columns }) => sum + rows * columns, 0) > mostCells) return cells;
  try {
    const { workbook } = await mode.readWorkbook();
    const found = differences(source.workbook, workbook, analysis.used);
    return found.length > 0 ? found : cells.filter(mayBeTable);
  } catch {
    // Not to be had right now: better one question too many than a figure that is no longer true.
    return cells;
  }
}
