// src/cli/openFiles.ts: files on a disk as workbooks, or as the problem that kept them from being read.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { withoutIdentityNumbers } from "../domain/personalIdentity";
import { problem, type Problem, type ProblemParams } from "../domain/problem";
import type { SourceWorkbook } from "../intake/grid";
import { openFile } from "../workbook/file/fileKinds";
import { isZip } from "../workbook/file/zip";
import { type FileWorkbook, HostError } from "../workbook/workbook";

export interface Opened {
  /** A workbook, to which tabs can be added; a ledger is not. */
  readonly isWorkbook: boolean;
  readonly workbook: FileWorkbook | null;
  readonly source: SourceWorkbook | null;
  readonly failure: Problem | null;
}

/** Opens every input, so that all that is wrong is said at once. */
export async function openAll(inputs: readonly string[]): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const path of inputs) opened.push(await openOne(path));
  return opened;
}

export async function openOne(path: string): Promise<Opened> {
  // An identity number in a file's name refuses the file, and is shown nowhere.
  const name = withoutIdentityNumbers(basename(path));
  try {
    const bytes = readFileSync(path);
    const workbook = await openFile(bytes, name);
    return { isWorkbook: isZip(bytes), workbook, source: await workbook.read(), failure: null };
  } catch (failure) {
    return { isWorkbook: false, workbook: null, source: null, failure: openingProblem(failure, name) };
  }
}

/** `detail`: as the opener of text files gives it. */
function noTable(detail: string, file: string): Problem {
  const row = Number(/^row (\d+)$/u.exec(detail)?.[1] ?? 0);
  const what = row > 0 ? "uneven" : (detail as "web-page" | "empty" | "no-columns");
  return problem("not-a-table", null, { file, what, row });
}

/** What kept a file from being read, as a problem of the workbook; anything else is a bug of ours and is thrown on. */
function openingProblem(failure: unknown, file: string): Problem {
  if (failure instanceof HostError) {
    if (failure.code === "encrypted-workbook" || failure.code === "legacy-xls" || failure.code === "not-a-workbook") {
      return problem(failure.code, null, { file });
    }
    if (failure.code === "payload-too-large")
      return problem("too-large-workbook", null, { file, detail: failure.detail });
    if (failure.code === "not-a-ledger") {
      // The opener gives one of the reasons of the SIE reader.
      return problem("not-a-ledger", null, { file, what: failure.detail as ProblemParams["not-a-ledger"]["what"] });
    }
    if (failure.code === "not-a-table") return noTable(failure.detail, file);
    if (failure.code === "damaged-workbook") return problem("damaged-workbook", null, { file, detail: failure.detail });
  }
  if (failure instanceof Error && "code" in failure && typeof failure.code === "string" && "syscall" in failure) {
    return problem("file-not-readable", null, { file, reason: failure.code });
  }
  throw failure;
}
