// src/workbook/file/sharedFormula.ts: formulas that a file writes once for many cells, written out for each of them.
import { columnIndex, columnName } from "../../domain/a1";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Collects the shared formulas of one sheet, in the order of its cells: the text stands with the first cell only. */
export class SharedFormulas {
  private readonly masters = new Map<string, Place & { readonly text: string }>();

  /** The text of a cell's own formula. `tag`: the formula's start tag; `text`: what stands in it. Empty: it is not known. */
  written(tag: string, text: string, at: Place): string {
    if (!tag.includes("shared")) return text;
    const index = /\ssi\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
    if (index === undefined) return text;
    if (text !== "") {
      this.masters.set(index, { ...at, text });
      return text;
    }
    const master = this.masters.get(index);
    if (master === undefined) return "";
    return shifted(master.text, at.row - master.row, at.column - master.column);
  }
}

/** References outside texts and quoted tab names, not followed by what makes them a name or a function. */
const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(])/g;

/** A formula as it is when it is filled from one cell to another: relative references move along. */
export function shifted(formula: string, rows: number, columns: number): string {
  return formula.replace(
    REFERENCE,
    (whole, absoluteColumn?: string, letters?: string, absoluteRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return whole;
      const column = absoluteColumn === "$" ? letters : movedColumn(letters, columns);
      const row = absoluteRow === "$" ? digits : String(Number(digits) + rows);
      return column === null || Number(row) < 1 ? "#REF!" : `${absoluteColumn}${column}${absoluteRow}${row}`;
    },
  );
}

function movedColumn(letters: string, by: number): string | null {
  const name = columnName(columnIndex(letters) + by);
  return name === "" ? null : name;
}
