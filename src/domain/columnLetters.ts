// src/domain/columnLetters.ts: the letters by which a spreadsheet names its columns.

/** Zero-based column of letters: A is 0, AA is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
