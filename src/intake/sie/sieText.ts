// src/intake/sie/sieText.ts: bytes of a SIE row → text. Every row is decoded by what its own bytes can be, because files mix encodings
// (a Windows path in Latin-1 among names in code page 437) and say PC8 whatever they hold.

/** How the letters of a row, or of a whole file, were written. `damaged`: letters were lost before the file came here. */
export type SieEncoding = "ascii" | "cp437" | "utf-8" | "latin-1" | "mixed" | "damaged";

/** Code page 437, 0x80–0xFF. */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

/** What code page 437 looks like once it has been read as Windows or Mac text and saved as UTF-8: å ä ö Å Ä Ö as † „ ” and so on. */
const READ_AS_WINDOWS = /[A-Za-z][†„”\u008F](?=[a-z†„”])|[†„](?=[a-z])/u;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The bytes from `from` up to `to` as text, and how they were written. Never throws: every byte has a letter. */
export function decodeRow(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly text: string; readonly encoding: SieEncoding } {
  let high = false;
  for (let at = from; at < to; at++) {
    if (bytes[at]! >= 0x80) {
      high = true;
      break;
    }
  }
  if (!high) return { text: asciiText(bytes, from, to), encoding: "ascii" };
  const asUtf8 = utf8Of(bytes.subarray(from, to));
  if (asUtf8 !== null)
    return { text: asUtf8, encoding: asUtf8.includes("\uFFFD") || READ_AS_WINDOWS.test(asUtf8) ? "damaged" : "utf-8" };
  if (isLatin1(bytes, from, to)) return { text: singleBytes(bytes, from, to, null), encoding: "latin-1" };
  return { text: singleBytes(bytes, from, to, CP437), encoding: "cp437" };
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8: one of the single-byte encodings, which hold every byte.
    return null;
  }
}

/**
 * Code page 437 has its letters å, ä, ö, é, ü below 0xA0, where Latin-1 has control characters; Latin-1 has them from 0xC0 up, where code
 * page 437 has lines of boxes. So a row with letters tells itself.
 */
function isLatin1(bytes: Uint8Array, from: number, to: number): boolean {
  let letters = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80 && byte < 0xa0) return false;
    if (byte >= 0xc0) letters = true;
  }
  return letters;
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  // Fields are short; a spread of thousands would be too many arguments.
  if (to - from > 1_000) return singleBytes(bytes, from, to, null);
  return String.fromCharCode.apply(null, bytes.subarray(from, to) as unknown as number[]);
}

function singleBytes(bytes: Uint8Array, from: number, to: number, upper: string | null): string {
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    text += byte < 0x80 || upper === null ? String.fromCharCode(byte) : upper.charAt(byte - 0x80);
  }
  return text;
}
