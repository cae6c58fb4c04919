// src/intake/fold.ts: text as it is compared: without case, accents, odd spaces and dashes.
// Patterns elsewhere in intake are written for folded text (`manad`, `bokfort`, `foregaende ar`).

const SPACES = /[\s\u00A0\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]+/gu;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;

/** Every kind of white space, the invisible ones too, as single spaces; trimmed. */
export function plainSpaces(text: string): string {
  return text.replace(SPACES, " ").trim();
}

/** Lower case, å/ä/ö (also written aa, ae, oe) as a and o, every dash as `-`, single spaces. */
export function folded(text: string): string {
  return plainSpaces(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/æ/gu, "a")
    .replace(/ø/gu, "o")
    .replace(/aa|ae/gu, "a")
    .replace(/oe/gu, "o")
    .replace(DASHES, "-");
}

/** Folded letters and digits only: `Kostnads slag:` and `kostnadsslag` are one. */
export function foldedKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
