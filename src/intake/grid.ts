// src/intake/grid.ts: a sheet as cells with addresses, the one input of intake. Both adapters produce it.
import { plainSpaces } from "../domain/lookupKey";
import type { SieLedger } from "./sie/sieLedger";

/** An error value in a cell, as Excel names it in English (`#N/A`, `#REF!`). */
export interface CellError {
  readonly error: string;
  /** A formula that was saved without its result: opening and saving in Excel gives it one. */
  readonly notCalculated?: true;
}

/** How a cell is set off from others, which says something of what its row is. */
export interface CellLook {
  readonly bold: boolean;
  /** Steps, 0 for none. */
  readonly indent: number;
}

/** What a cell holds. Dates are serial numbers, told apart by their number format, as in Excel. Null: empty. */
export type CellValue = string | number | boolean | CellError | null;

/** One sheet. Row and column 0 are row 1 and column A; rows may be shorter than `columns`, and a missing row is empty. */
export interface Grid {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (readonly CellValue[])[];
  /** The cell's number format code in en-US, `General` when none. */
  readonly format: (row: number, column: number) => string;
  /** Rows that are hidden or filtered away. */
  readonly hiddenRows: ReadonlySet<number>;
  /** The sheet itself is hidden. */
  readonly hidden: boolean;
  /** The role of a sheet that Samkalkyl wrote (`SheetRole`), null for the user's own. Intake reads no tables from its own sheets. */
  readonly role: string | null;
  /** The formula in a cell, with its `=`, in en-US; null: a constant or nothing. Absent: not known, as for very large sheets in Excel. */
  readonly formula?: (row: number, column: number) => string | null;
  /** Absent: not known. */
  readonly look?: (row: number, column: number) => CellLook;
}

/** Where a workbook holds text that is in no cell. */
export type TextPlace =
  "comments" | "headers-footers" | "names" | "drawings" | "validation" | "formulas" | "properties" | "caches" | "other";

/** A workbook as read: every sheet, in tab order. */
export interface SourceWorkbook {
  /** File name, or what Excel calls the workbook. */
  readonly name: string;
  readonly date1904: boolean;
  readonly grids: readonly Grid[];
  /** What the user chose earlier, as the text that intake wrote; null or absent: nothing is remembered. */
  readonly choices?: string | null;
  /** Our tabs were being written when the writing stopped: some may be incomplete. Absent: not known. */
  readonly unfinished?: boolean;
  /** What else than cells the file holds as text, by where: absent where the host does not say. */
  readonly texts?: readonly { readonly where: TextPlace; readonly text: string }[];
  /** What a SIE file holds, which has no cells; `grids` is then empty. */
  readonly ledger?: SieLedger;
}

export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === "object" && value !== null;
}

/** Nothing, or nothing but spaces. */
export const isBlank = (value: CellValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === "string" && plainSpaces(value) === "");
