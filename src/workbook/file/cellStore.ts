// src/workbook/file/cellStore.ts: the cells of a sheet as they are found, laid out in rows.
import type { CellLook, CellValue } from "../../intake/grid";
import { HostError } from "../workbook";
import { general } from "./numberFormats";

export interface ScannedSheet {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly format: (row: number, column: number) => string;
  readonly hiddenRows: ReadonlySet<number>;
  /** The formula of a cell, with its `=`; null: none. */
  readonly formula: (row: number, column: number) => string | null;
  readonly look: (row: number, column: number) => CellLook;
}

/** Empty places before the values of their rows, in sum: more is a sheet of scattered cells that no table fills. */
const mostGaps = 20_000_000;
const emptyRow: CellValue[] = [];
const plainLook: CellLook = { bold: false, indent: 0 };

export class CellStore {
  private readonly values: CellValue[][] = [];
  /** Sparse: per row and column the format code, where it is not General. */
  private readonly formats: (string[] | undefined)[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly formulas: (string[] | undefined)[] = [];
  /** Sparse: where it is not plain. */
  private readonly looks: (CellLook[] | undefined)[] = [];
  private columns = 0;
  private gaps = 0;

  constructor(private readonly path: string) {}

  /** Throws HostError("payload-too-large") for a sheet beyond all measure. */
  put(row: number, column: number, value: CellValue, format: string): void {
    const cells = (this.values[row] ??= []);
    if (column > cells.length) this.gaps += column - cells.length;
    if (this.gaps > mostGaps) throw new HostError("payload-too-large", `${this.path}: cells too far apart`);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    if (column >= this.columns) this.columns = column + 1;
    if (format !== general) (this.formats[row] ??= [])[column] = format;
  }

  putFormula(row: number, column: number, formula: string): void {
    (this.formulas[row] ??= [])[column] = `=${formula}`;
  }

  putLook(row: number, column: number, look: CellLook): void {
    (this.looks[row] ??= [])[column] = look;
  }

  hide(row: number): void {
    this.hiddenRows.add(row);
  }

  sheet(): ScannedSheet {
    const { values, formats, formulas, looks, columns, hiddenRows } = this;
    for (let row = 0; row < values.length; row++) values[row] ??= emptyRow;
    return {
      rows: values.length,
      columns,
      values,
      format: (row, column) => formats[row]?.[column] ?? general,
      hiddenRows,
      formula: (row, column) => formulas[row]?.[column] ?? null,
      look: (row, column) => looks[row]?.[column] ?? plainLook,
    };
  }
}
