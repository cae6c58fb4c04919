// src/workbook/workbook.ts: the port. A workbook can be read as grids and written as sheet models; nothing else is known of it.
import type { Work } from "../domain/steps";
import type { SourceWorkbook } from "../intake/grid";
import type { SheetModel, SheetRole } from "../report/sheetModel";

/** A sheet that the port will write to: the name it has or will get. */
export interface SheetName {
  readonly role: SheetRole;
  readonly name: string;
}

/** What is to be told of a write that was carried through. `detail` is technical. */
export interface WriteNote {
  /**
   * `manual-calculation`: Excel calculates when it is asked to, here and in every workbook that is open.
   * `looks-refused`: the figures are there; how they look and what they are shown with is not, or not all of it.
   */
  readonly code: "manual-calculation" | "looks-refused";
  readonly detail: string;
}

/** How whoever waits for a write follows it, and hears what is to be told of it. */
export interface Writing extends Work {
  readonly note?: (note: WriteNote) => void;
}

export interface Workbook {
  /** Every sheet as cells. Throws HostError where the host or the file refuses. Given up, it has changed nothing. */
  read(work?: Work): Promise<SourceWorkbook>;
  /** Keeps `text` in the workbook, in the place of what was kept before; `read` gives it back as `choices`. Throws HostError. */
  keepChoices(text: string): Promise<void>;
  /**
   * The names our tabs will have: the one an owned tab already bears (people rename tabs), else the proposed one,
   * or with a number after it where the user has a sheet by that name. Formulas are built with these.
   */
  settleNames(proposed: readonly SheetName[]): Promise<readonly SheetName[]>;
  /**
   * Writes all tabs, in this order, replacing those it owns; all or nothing. Sheets it does not own are not touched. It can be given up
   * until it says `committed`: until then nothing is changed, and after that everything is written.
   */
  write(sheets: readonly SheetModel[], work?: Writing): Promise<void>;
}

/** A file that has been opened, and the workbook that is saved of it. What is no workbook itself (a ledger file) is saved as a new one. */
export interface FileWorkbook extends Workbook {
  /** How the name of what `bytes` gives must end. */
  readonly extension: ".xlsx" | ".xlsm";
  /** As it is now, as a file whose name ends with `extension`. Throws HostError("sheet-missing") where nothing was ever written. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** Opens the file with these bytes; `name` is its file name. Throws HostError where they are not what the opener reads. */
export type Open = (bytes: Uint8Array, name: string) => FileWorkbook;

/** Why a host or a file refused, in one code; the words stand in text/. */
export type HostErrorCode =
  | "not-a-workbook"
  | "encrypted-workbook"
  | "legacy-xls"
  | "damaged-workbook"
  | "not-a-ledger"
  | "not-a-table"
  | "cell-edit-mode"
  | "sheet-protected"
  | "workbook-protected"
  | "payload-too-large"
  | "sheet-missing"
  | "sheet-hidden"
  | "not-supported"
  | "half-written"
  | "unexpected";

/** The one error both adapters throw. `detail` is technical and safe to show. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail = "",
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "HostError";
  }
}
