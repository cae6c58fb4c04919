// src/pane/way.ts: the two ways in and out of the pane, as one shape: a file in a browser, or the open workbook in Excel.
import type { Analysis } from "../actions/analyse";
import type { TabOptions } from "../actions/tabs";
import type { SourceWorkbook } from "../intake/grid";
import type { ExampleName } from "../text/paneTexts";
import type { Workbook } from "../workbook/workbook";

/** What came of it: a file to save, or tabs written into the open workbook. */
export type Delivery =
  | { readonly kind: "file"; readonly name: string; readonly blob: Blob }
  | { readonly kind: "tabs"; readonly names: readonly string[] };

/** A workbook that has been read, and where its tabs go. */
export interface Source {
  readonly name: string;
  readonly workbook: SourceWorkbook;
  /** The names that the tabs will have: a sheet of the user's may be called as one of them. */
  readonly settleNames: Workbook["settleNames"];
  /** Writes the tabs. May be called again after a change of unit or language; each call starts from the workbook as it was read. */
  deliver(analysis: Analysis, options: TabOptions): Promise<Delivery>;
}

/** Bytes with the name that people know them by. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** In Excel there is one workbook, the open one. */
export interface ExcelWay {
  readonly kind: "excel";
  readWorkbook(): Promise<Source>;
  /** Brings one of the written tabs to the front. */
  showTab(name: string): Promise<void>;
}

export interface BrowserWay {
  readonly kind: "browser";
  readFile(file: NamedBytes): Promise<Source>;
  example(name: ExampleName): Promise<NamedBytes>;
}

export type Way = ExcelWay | BrowserWay;
