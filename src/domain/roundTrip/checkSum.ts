// src/domain/roundTrip/checkSum.ts: one short sum of a text, by which a change is noticed without keeping the text.

/** FNV-1a, 32 bits, in base 36: at most seven characters. */
export function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
