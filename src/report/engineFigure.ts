// src/report/engineFigure.ts: what Kontroller compares: a figure as it was computed at the run, and the cell whose formula must agree with it.
import type { Decimal } from "../domain/money";
import type { NumberFormat } from "./sheetModel";

export interface EngineFigure {
  readonly label: string;
  readonly cell: string;
  /** Of one line in the list of Avvikelse: which column, and LinjeNr. It is found by its number, wherever a sort has put it since. */
  readonly line?: { readonly column: number; readonly number: number };
  readonly value: Decimal;
  readonly format: NumberFormat;
}
