// src/pane/run/reread.ts: when the open workbook must be read again before it is written: people write in our tabs after they were read.
import type { AnalyseOptions } from "../../actions/analysis";
import { type CellValue, isCellError, type SourceWorkbook } from "../../intake/grid";
import { HostError } from "../../workbook/workbook";
import type { OpenedWorkbook } from "../modes/hostMode";

/** Readings that have been written since. */
const written = new WeakSet<OpenedWorkbook>();
/** Readings whose workbook was left half-written: what people wrote is whole in the reading only. */
const halfWritten = new WeakSet<OpenedWorkbook>();

/** What a delivery came to. Throws what it throws. */
export async function delivered<T>(source: OpenedWorkbook, delivery: Promise<T>): Promise<T> {
  try {
    const done = await delivery;
    halfWritten.delete(source);
    written.add(source);
    return done;
  } catch (reason) {
    if (reason instanceof HostError && reason.code === "half-written") halfWritten.add(source);
    throw reason;
  }
}

/** At a first run there is nothing of ours that anybody could have written in. */
export function mayHoldWriting(source: OpenedWorkbook): boolean {
  if (halfWritten.has(source)) return false;
  return written.has(source) || source.workbook.grids.some(({ role }) => role !== null);
}

/** What was taken back has been taken back on the tab too: what stands there now is written since. */
export function optionsFor(options: AnalyseOptions, before: OpenedWorkbook): AnalyseOptions {
  if (options.returns?.takeBack === undefined || !written.has(before)) return options;
  const { scenario, target, seed, draws } = options.returns;
  return { ...options, returns: { scenario, target, seed, draws } };
}

/** Whether any cell is another in the second reading. */
export function isOther(before: SourceWorkbook, now: SourceWorkbook): boolean {
  if (before.grids.length !== now.grids.length) return true;
  return now.grids.some((grid, at) => {
    const old = before.grids[at];
    if (old?.sheet !== grid.sheet || old.values.length !== grid.values.length) return true;
    return grid.values.some((row, index) => !sameRow(old.values[index] ?? [], row));
  });
}

function sameRow(old: readonly CellValue[], now: readonly CellValue[]): boolean {
  const width = Math.max(old.length, now.length);
  for (let column = 0; column < width; column++) {
    if (plain(old[column]) !== plain(now[column])) return false;
  }
  return true;
}

function plain(value: CellValue | undefined): string | number | boolean | null {
  return value === undefined ? null : isCellError(value) ? value.error : value;
}
