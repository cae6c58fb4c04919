// src/pane/modes/hostMode.ts: the two ways in and out of the pane, as one shape: a file in a browser, or the open workbook in Excel.
import type { Analysis } from "../../actions/analysis";
import type { TabOptions } from "../../actions/tabs";
import type { Work } from "../../domain/steps";
import type { SourceWorkbook } from "../../intake/grid";
import type { ExampleName } from "../../text/paneTexts";
import type { SourceChange, Stop } from "../../workbook/excel/watch";
import type { ChosenCell } from "../../workbook/excel/watchSelection";
import type { Workbook, WriteNote } from "../../workbook/workbook";

/** What came of it: a file to save, or tabs written into the open workbook. */
export type Delivery =
  | { readonly kind: "file"; readonly name: string; readonly blob: Blob }
  | { readonly kind: "tabs"; readonly names: readonly string[]; readonly notes: readonly WriteNote[] };

/** A workbook that has been read, and where its tabs go. */
export interface OpenedWorkbook {
  readonly name: string;
  readonly workbook: SourceWorkbook;
  /** The names that the tabs will have: a sheet of the user's may be called as one of them. */
  readonly settleNames: Workbook["settleNames"];
  /** Keeps what the user chose: in Excel at once, in a file when it is delivered. Throws HostError. */
  readonly keepChoices: Workbook["keepChoices"];
  /** Writes the tabs. May be called again after a change of unit or language; each call starts from the workbook as it was read. */
  deliver(analysis: Analysis, options: TabOptions, work?: Work): Promise<Delivery>;
}

/** Bytes with the name that people know them by. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** In Excel there is one workbook, the open one. */
export interface ExcelMode {
  readonly kind: "excel";
  readWorkbook(work?: Work): Promise<OpenedWorkbook>;
  /** Whether the open workbook has been followed up before: then it is read without being asked for. */
  isKnown(): Promise<boolean>;
  /** Brings one of the written tabs to the front. */
  showTab(name: string): Promise<void>;
  /** Activates the sheet and selects the range (A1; null: the sheet alone). Throws HostError where the sheet is gone or hidden. */
  goTo(sheet: string, address: string | null): Promise<void>;
  /** Tells what people change in their own sheets, once per burst, until it is stopped. */
  watch(onChange: (changes: readonly SourceChange[]) => void): Promise<Stop>;
  /** Tells which cell is chosen, once the choice has settled, until it is stopped. */
  watchSelection(onSelect: (cell: ChosenCell) => void): Promise<Stop>;
}

export interface BrowserMode {
  readonly kind: "browser";
  readFile(file: NamedBytes, work?: Work): Promise<OpenedWorkbook>;
  example(name: ExampleName): Promise<NamedBytes>;
}

export type HostMode = ExcelMode | BrowserMode;
