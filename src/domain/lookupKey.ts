// src/domain/lookupKey.ts: text as it is compared: names that people type, headings that they write. One way for all of them.
// Patterns elsewhere are written for folded text (`manad`, `bokfort`, `foregaende ar`).

const SPACES = /[\s\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]+/gu;
/** Hyphens of every length, the one that does not break (U+2011) among them, and the minus sign. */
const DASHES = /[\p{Pd}\u02D7\u2043\u2212]/gu;
/** Where a word may be broken at the end of a line: shows nothing there and nothing else. */
const SOFT_HYPHENS = /\u00AD/gu;

/** Every kind of white space, the invisible ones too, as single spaces; trimmed; without soft hyphens. */
export function plainSpaces(text: string): string {
  return text.replace(SOFT_HYPHENS, "").replace(SPACES, " ").trim();
}

/** Lower case, å/ä/ö (also written aa, ae, oe) as a and o, every dash as `-`, single spaces. */
export function folded(text: string): string {
  return (
    plainSpaces(text)
      .toLowerCase()
      .normalize("NFC")
      // Before the marks go: the å and e of ingående are no ae, nor are the letters of it typed without a mark.
      .replace(/aa|ae(?!nd)/gu, "a")
      .replace(/oe(?!nd)/gu, "o")
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .replace(/æ/gu, "a")
      .replace(/ø/gu, "o")
      .replace(DASHES, "-")
  );
}

/**
 * What a name is looked up by: folded letters and digits only, so that `A-kassa`, `a kassa` and `A‑KASSA` are one, and so are
 * `Kostnads slag:` and `kostnadsslag`. Empty: nothing to look up. What stands between two numbers keeps them apart: 1-12 is not 11-2.
 */
export function lookupKey(text: string): string {
  return folded(text)
    .replace(/(?<=\p{N})[^\p{L}\p{N}]+(?=\p{N})/gu, "-")
    .replace(/[^\p{L}\p{N}-]+/gu, "")
    .replace(/(?<!\p{N})-+|-+(?!\p{N})/gu, "");
}
