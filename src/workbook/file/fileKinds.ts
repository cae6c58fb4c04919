// src/workbook/file/fileKinds.ts: every kind of file that can be opened. One more kind is one entry here and the opener that it names.
// Openers are fetched when they are first needed, so that the page does not carry those of files that nobody has.
import type { FileWorkbook, Open } from "../workbook";
import { isCompoundFile } from "./compoundFile";
import { isZip } from "./zip";

export interface FileKind {
  /** How names of such files end, in lower case. */
  readonly endings: readonly string[];
  /** Whether the file is of this kind; never throws. What is in it weighs more than its name: people rename files. */
  readonly isOne: (bytes: Uint8Array, name: string) => boolean;
  readonly opener: () => Promise<Open>;
}

/** The endings of SIE files. */
const LEDGER_ENDINGS: readonly string[] = [".se", ".si", ".sie"];

/** The endings of text files with separated columns. What is in them cannot tell: any text could be one. */
const TEXT_ENDINGS: readonly string[] = [".csv", ".tsv", ".txt"];

/** In the order in which they are tried. Workbooks come last: they take whatever no other does, and say what is wrong with it. */
const FILE_KINDS: readonly FileKind[] = [
  {
    endings: LEDGER_ENDINGS,
    isOne: (bytes, name) => !isZip(bytes) && (hasEnding(name, LEDGER_ENDINGS) || startsAsLedger(bytes)),
    opener: async () => (await import(/* webpackChunkName: "ledger" */ "./ledgerFile")).openLedger,
  },
  {
    endings: TEXT_ENDINGS,
    isOne: (bytes, name) => !isZip(bytes) && !isCompoundFile(bytes) && hasEnding(name, TEXT_ENDINGS),
    opener: async () => (await import(/* webpackChunkName: "text" */ "./textTable")).openTextTable,
  },
  {
    endings: [".xlsx", ".xlsm"],
    isOne: () => true,
    opener: async () => (await import(/* webpackChunkName: "xlsx" */ "./xlsxWorkbook")).openXlsx,
  },
];

/** `.xlsx`, `.xlsm` and so on: what a file chooser offers. */
export const FILE_ENDINGS: readonly string[] = FILE_KINDS.flatMap(({ endings }) => endings);

/** The file as a workbook that can be read and written. Throws HostError, as its kind's opener says. */
export async function openFile(bytes: Uint8Array, name: string): Promise<FileWorkbook> {
  const kind = FILE_KINDS.find(({ isOne }) => isOne(bytes, name));
  if (kind === undefined) throw new Error("the last kind of file takes everything");
  return (await kind.opener())(bytes, name);
}

/** Fetches every opener, so that opening needs no network. Fails where one cannot be fetched. */
export async function fetchOpeners(): Promise<void> {
  await Promise.all(FILE_KINDS.map(({ opener }) => opener()));
}

function hasEnding(name: string, endings: readonly string[]): boolean {
  const small = name.toLowerCase();
  return endings.some((ending) => small.endsWith(ending));
}

/** A label of a SIE file's head first, whatever the file is called. */
function startsAsLedger(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/u, "");
  return /^\s*#(?:FLAGGA|PROGRAM|FORMAT|SIETYP|GEN|RAR|FNAMN)\s/iu.test(start);
}
