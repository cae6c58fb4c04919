// src/report/engineFigure.ts: what Kontroller compares: a figure as it was computed at the run, and the cell whose formula must agree with it.
import type { Decimal } from "../domain/money";
import type { NumberFormat } from "./sheetModel";

export interface EngineFigure {
  readonly label: string;
  readonly cell: string;
  readonly value: Decimal;
  readonly format: NumberFormat;
}
