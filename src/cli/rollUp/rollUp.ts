// src/cli/rollUp/rollUp.ts: `samkalkyl rollup FOLDER`: every file of a folder read once, an overview written, tidy rows beside it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { writeRollUp } from "../../actions/rollUp";
import { withoutIdentityNumbers } from "../../domain/personalIdentity";
import { withoutDoubledFiles } from "../../domain/rollUp/doubledFiles";
import type { FileSummary, Remark } from "../../domain/rollUp/fileSummary";
import { POOLED_COLUMNS, pooledRowsOf } from "../../domain/rollUp/pooled";
import { tidyRowsOf } from "../../domain/rollUp/tidyRows";
import { textsOf } from "../../text/languages";
import type { Texts } from "../../text/texts";
import { FILE_ENDINGS } from "../../workbook/file/fileKinds";
import { newXlsx } from "../../workbook/file/xlsxWorkbook";
import { HostError } from "../../workbook/workbook";
import type { RollUpArguments } from "../arguments";
import { isSameFile, replaceFile, whyNotWritten } from "../replaceFile";
import { filesIn, type FolderFile } from "./folderFiles";
import { ReadState, saltOf } from "./readState";
import type { RollUpJob, RollUpOptions } from "./rollUpWorker";
import { type Failure, MINUTES_PER_FILE, readOnThreads } from "./threads";
import { csvOf, tidyCsv, tidyParquet } from "./tidyFile";

type Say = (text: string) => void;

/** Files between two words on how far it has come. */
const FILES_PER_WORD = 25;

/** Exit status: 0 written (files that could not be read are told), 1 nothing written. `tell`: for the person; `print`: what was asked for. */
export async function runRollUp(given: RollUpArguments, today: string, tell: Say, print: Say): Promise<number> {
  const texts = textsOf(given.language);
  const words = texts.rollUp;
  if (!isFolder(given.folder)) {
    tell(words.noFolder(given.folder));
    return 1;
  }
  const files = filesIn(given.folder, [given.out]);
  if (files.length === 0) {
    tell(words.noFiles(given.folder, FILE_ENDINGS.join(", ")));
    return 1;
  }
  const destroyed = inputDestroyed(files, given);
  if (destroyed !== null) {
    tell(texts.terminal.usage["out-is-input"](destroyed));
    return 1;
  }
  const { scenario, target, horizon, dimension, language } = given;
  const options: RollUpOptions = { scenario, target, horizon, dimension, language, today };
  const summaries = withoutDoubledFiles(await readAll(files, options, given, tell, texts));
  if (!summaries.some(({ state }) => state === "read")) {
    tell([words.noneRead, ...summaries.flatMap((each) => firstRemark(each, texts))].join("\n"));
    return 1;
  }
  const failure = await writeAll(summaries, given, today, texts);
  if (given.json) print(JSON.stringify({ version: 1, folder: given.folder, files: summaries }, null, 1));
  const count = (state: FileSummary["state"]): number => summaries.filter((each) => each.state === state).length;
  const initiatives = summaries.reduce((all, each) => all + each.initiatives.length, 0);
  for (const line of summaries.flatMap((each) => (each.state === "read" ? [] : firstRemark(each, texts)))) tell(line);
  tell(words.summary(count("read"), initiatives, count("refused"), count("doubled"), count("failed")));
  tell(failure ?? texts.terminal.written(given.out));
  return failure === null ? 0 : 1;
}

/**
 * The path of a file that would be written over a file that is read, by whatever path; null: none. An overview in the folder that was written
 * before is told by its state beside it; without one it is somebody's workbook.
 */
function inputDestroyed(
  files: readonly FolderFile[],
  { folder, out, tidy, pool, state }: RollUpArguments,
): string | null {
  const targets = [out, ...tidy, ...(pool === null ? [] : [pool])];
  const read = targets.find((each) => files.some(({ path }) => isSameFile(path, each)));
  if (read !== undefined) return read;
  const inFolder = filesIn(folder, []).some(({ path }) => isSameFile(path, out));
  return inFolder && !existsSync(state ?? `${out}.state`) ? out : null;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** In the order of the files. */
async function readAll(
  files: readonly FolderFile[],
  options: RollUpOptions,
  { jobs, state: statePath, out }: Pick<RollUpArguments, "jobs" | "state" | "out">,
  tell: Say,
  texts: Texts,
): Promise<readonly FileSummary[]> {
  const state = new ReadState(statePath ?? `${out}.state`, saltOf(readFileSync(program()), options));
  const summaries: (FileSummary | null)[] = files.map(() => null);
  const keys = new Map<number, string>();
  const firstOf = new Map<string, number>();
  const open: RollUpJob[] = [];
  let known = 0;
  for (const [index, { path, file }] of files.entries()) {
    const shown = withoutIdentityNumbers(file);
    const key = keyOf(state, path);
    if (key instanceof Error) {
      summaries[index] = failed(shown, texts.rollUp.notReadable(key.message));
      continue;
    }
    const first = firstOf.get(key);
    if (first !== undefined) {
      summaries[index] = { ...empty(shown), state: "doubled", doubles: withoutIdentityNumbers(files[first]!.file) };
      continue;
    }
    firstOf.set(key, index);
    keys.set(index, key);
    const kept = state.summary(key);
    if (kept === null) open.push({ index, path: resolve(path), file: shown, options });
    else {
      summaries[index] = { ...kept, file: shown };
      known++;
    }
  }
  let done = files.length - open.length;
  const word = (): void => {
    tell(texts.rollUp.progress(done, files.length, known));
  };
  word();
  const threads = jobs ?? availableParallelism();
  await readOnThreads(program(), open, threads, ({ index, file }, result) => {
    const summary = "kind" in result ? failed(file, failureText(result, texts)) : result.summary;
    summaries[index] = summary;
    if ("stored" in result) state.keep(keys.get(index)!, result);
    if (++done % FILES_PER_WORD === 0 || done === files.length) word();
  });
  state.tidy(new Set(keys.values()));
  return summaries.flatMap((summary) => summary ?? []);
}

/** The program itself: threads run it too. */
function program(): string {
  return process.argv[1]!;
}

function keyOf(state: ReadState, path: string): string | Error {
  try {
    return state.keyOf(readFileSync(path));
  } catch (failure) {
    if (failure instanceof Error && "code" in failure) return new Error(String(failure.code));
    throw failure;
  }
}

function empty(file: string): FileSummary {
  const rows = { seen: 0, used: 0, setAside: 0 };
  return { file, state: "read", doubles: null, rows, questions: 0, remarks: [], moreRemarks: 0, initiatives: [] };
}

function failed(file: string, message: string): FileSummary {
  const remark: Remark = { code: "not-rolled-up", severity: "refuse", sheet: null, cell: null, message };
  return { ...empty(file), state: "failed", remarks: [remark] };
}

function failureText(failure: Failure, { rollUp }: Texts): string {
  return failure.kind === "too-long" ? rollUp.tooLong(MINUTES_PER_FILE) : rollUp.stopped(failure.message);
}

/** The gravest remark of a file, or whose double it is. */
function firstRemark({ file, remarks, doubles }: FileSummary, { rollUp }: Texts): readonly string[] {
  const [first] = remarks;
  if (doubles !== null) return [rollUp.failed(file, rollUp.doubles(doubles))];
  return first === undefined ? [] : [rollUp.failed(file, first.message)];
}

/** Null: written; else why not. */
async function writeAll(
  files: readonly FileSummary[],
  { folder, out, tidy, pool }: RollUpArguments,
  today: string,
  texts: Texts,
): Promise<string | null> {
  const workbook = newXlsx(basename(out));
  if (!out.toLowerCase().endsWith(workbook.extension)) return texts.terminal.otherExtension(out, workbook.extension);
  const path = relative(dirname(resolve(out)), resolve(folder))
    .split(sep)
    .join("/");
  await writeRollUp(workbook, { files, folder, path, today, texts });
  const rows = tidy.length === 0 ? [] : tidyRowsOf(files);
  const written: [string, () => Promise<Uint8Array> | Uint8Array | string][] = [
    [out, () => workbook.bytes()],
    ...tidy.map((each): [string, () => Promise<Uint8Array> | string] => [
      each,
      () => (each.toLowerCase().endsWith(".csv") ? tidyCsv(rows) : tidyParquet(rows)),
    ]),
    ...(pool === null ? [] : [[pool, () => csvOf(POOLED_COLUMNS, pooledRowsOf(files))] as [string, () => string]]),
  ];
  for (const [target, content] of written) {
    try {
      replaceFile(target, await content());
    } catch (failure) {
      if (failure instanceof HostError) return texts.host[failure.code](failure.detail);
      return whyNotWritten(failure, target, texts);
    }
  }
  return null;
}
