// tests/actions/written.ts: the pipeline from .xlsx bytes to .xlsx bytes, as the command line and the browser run it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { writeTabs } from "../../src/actions/tabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import type { Language } from "../../src/text/texts";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";

export interface Written {
  readonly analysis: Analysis;
  readonly sheets: readonly SheetModel[];
  readonly bytes: Uint8Array;
}

/** Reads, computes and writes the tabs into the same workbook. */
export async function written(bytes: Uint8Array, language: Language = "sv"): Promise<Written> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const sheets = await writeTabs(analysis, workbook, {
    texts: textsOf(language),
    today: "2026-11-22",
    drawnUpBy: null,
  });
  return { analysis, sheets, bytes: workbook.bytes() };
}

export function caseBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, "..", "cases", name)));
}

/** A user's workbook from plain rows, made by another writer than ours. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}
