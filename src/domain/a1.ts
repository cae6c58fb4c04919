// src/domain/a1.ts: how a spreadsheet names its cells: letters for columns, numbers for rows. Rows and columns are counted from 0 everywhere else.

/** `A` for 0, `AA` for 26; empty for a column before the first. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The column of letters in upper case: A is 0, AA is 26. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A1 address of a cell: (6, 2) is `C7`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A1 address of a rectangle, both corners included; one cell when they coincide. */
export function rangeName(top: number, left: number, bottom: number, right: number): string {
  const first = cellName(top, left);
  const last = cellName(bottom, right);
  return first === last ? first : `${first}:${last}`;
}
