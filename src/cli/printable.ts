// src/cli/printable.ts: text that may hold anything of a file → text that a terminal only shows. Names and cells can carry escape sequences,
// which would move the cursor, change the title or hide what stands there.

/** Control characters but the line feed, and the marks that turn the direction of writing. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const TAB = "\t";

/** For people: a control character becomes its picture (ESC → ␛) or �, a tab a space; CR LF a line feed. */
export function printable(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(CONTROLS, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === TAB) return " ";
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/** For programs: JSON text in which every control character is escaped, so that it is read back as it was. */
export function printableJson(json: string): string {
  return json.replace(CONTROLS, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
