// src/workbook/file/ledgerFile.ts: a SIE file through the port: what it says comes from the reader, and tabs go into a new workbook.
import type { SourceWorkbook } from "../../intake/grid";
import type { SieLedger } from "../../intake/sie/sieLedger";
import { NotSieError, SieReader } from "../../intake/sie/sieReader";
import { type FileWorkbook, HostError } from "../workbook";
import { newXlsx } from "./xlsxWorkbook";

/** Bytes given to the SIE reader at a time. */
const PIECE = 1 << 20;

/** Throws HostError("not-a-ledger") with the reader's reason in `detail` for what is named as a SIE file and is none. */
export function openLedger(bytes: Uint8Array, name: string): FileWorkbook {
  const ledger = ledgerIn(bytes, name);
  const target = newXlsx(name);
  return {
    extension: ".xlsx",
    read: (): Promise<SourceWorkbook> => Promise.resolve({ name, date1904: false, grids: [], ledger }),
    // There is no workbook that could remember anything: answers hold for this run.
    keepChoices: () => Promise.resolve(),
    settleNames: (proposed) => target.settleNames(proposed),
    write: (sheets, work) => target.write(sheets, work),
    bytes: () => target.bytes(),
  };
}

function ledgerIn(bytes: Uint8Array, name: string): SieLedger {
  try {
    const reader = new SieReader(name);
    for (let at = 0; at < bytes.length; at += PIECE) reader.push(bytes.subarray(at, at + PIECE));
    return reader.end();
  } catch (failure) {
    if (failure instanceof NotSieError) throw new HostError("not-a-ledger", failure.reason);
    throw failure;
  }
}
