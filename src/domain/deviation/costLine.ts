// src/domain/deviation/costLine.ts: what a cost line is called, and when two rows name the same one.

/**
 * A number that orders the lines, not one that names them: `1.`, `3)`, `2.1`. A bare number before a name is an account
 * (`5010 Lokalhyra`) and stays, as does any number of three digits or more.
 */
const ORDINAL = /^\d{1,2}(?:(?:\.\d{1,2})+[.)]?\s+|[.)](?:\s+|(?=[^\d\s])))/u;

/** Characters that show nothing: zero-width spaces and joiners, soft hyphen. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060]/gu;

/** What makes a name worth a closer look: anything but single spaces between Western letters and signs, or a possible ordinal. */
const UNUSUAL = /[^ -~À-ÿ]|^ | {2}| $|^\d{1,2}\D/u;

/**
 * The name of a cost line: leading number off, white space of every kind collapsed to single spaces, letters composed (NFC).
 * Case is kept: lines that differ only in case are different lines. Empty when the cell names nothing.
 */
export function costLineName(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const name = text.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
  const bare = name.replace(ORDINAL, "");
  return bare === "" ? name : bare;
}
