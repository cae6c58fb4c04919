// src/workbook/choiceNames.ts: where a workbook keeps what the user chose: hidden defined names `_SamkalkylVal.1`, `.2`, … that
// each hold a piece of one text. They survive Excel, and both adapters read and write them.

const stem = "_SamkalkylVal.";
/** A text in a formula may have 255 characters; doubled quotes are counted as two, to be safe. */
const longestPiece = 250;
/** Excel's settings of the document (ExcelApi 1.4), the same text: what the add-in finds where names were lost. */
export const choicesSetting = "samkalkyl.val";

/** A defined name as both adapters see it; `formula` with or without its `=`. */
export interface ChoiceName {
  readonly name: string;
  readonly formula: string;
}

export function isChoiceName(name: string): boolean {
  return name.toLowerCase().startsWith(stem.toLowerCase());
}

/** The names that hold `text`, their formulas (`"…"`) without `=`. */
export function choiceNamesOf(text: string): readonly ChoiceName[] {
  const pieces: string[] = [];
  let piece = "";
  // By code points, so that no character is halved.
  for (const character of text) {
    const written = character === '"' ? '""' : character;
    if (piece.length + written.length > longestPiece) {
      pieces.push(piece);
      piece = "";
    }
    piece += written;
  }
  if (piece !== "") pieces.push(piece);
  return pieces.map((each, at) => ({ name: `${stem}${at + 1}`, formula: `"${each}"` }));
}

/** The text in these names, in the order of their numbers; null where there is none of them. Whether it is whole is for its reader to say. */
export function choicesIn(names: readonly ChoiceName[]): string | null {
  const pieces = names.flatMap(({ name, formula }) => {
    const number = isChoiceName(name) ? Number(name.slice(stem.length)) : NaN;
    const literal = /^=?"((?:[^"]|"")*)"$/u.exec(formula.trim())?.[1];
    return Number.isInteger(number) && literal !== undefined ? [{ number, text: literal.replaceAll('""', '"') }] : [];
  });
  if (pieces.length === 0) return null;
  return pieces
    .sort((a, b) => a.number - b.number)
    .map(({ text }) => text)
    .join("");
}
