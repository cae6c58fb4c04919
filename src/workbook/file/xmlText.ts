// src/workbook/file/xmlText.ts: text to XML and back, with the two layers that spreadsheets have:
// XML's own entities, and the _xHHHH_ escapes for characters that XML cannot hold.

const markup: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 cannot hold: control characters, lone surrogates, the two non-characters; and the carriage return, which it changes. */
const unholdable = /(?![\t\n\x7F-\x9F])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;

/** Whatever XML cannot hold or would change; most texts have none, and a sheet has many texts. */
const unusual = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/**
 * Text for an element or a double-quoted attribute. Line ends and tabs are kept also where XML would turn them into blanks; what XML
 * cannot hold becomes the replacement character, since only a cell's text has escapes for it.
 */
export function escapeXml(text: string): string {
  return withoutUnusual(/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => markup[char]!) : text);
}

/** As `escapeXml`, for an element only: quotes, of which a formula has many, stand as they are. */
export function escapeElement(text: string): string {
  return withoutUnusual(/[&<>]/.test(text) ? text.replace(/[&<>]/g, (char) => markup[char]!) : text);
}

function withoutUnusual(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`).replace(unholdable, "\uFFFD");
}

/** Text that has none of these is its own XML; most has none, and a sheet has many. */
const notItself = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u;

/**
 * A cell's text (ST_Xstring) for an element: what XML cannot hold becomes `_xHHHH_`, and text that looks like such an escape, or
 * would together with the next one, gets its underscore escaped. A carriage return counts, since XML would turn it into a line feed.
 */
export function escapeCellText(text: string): string {
  if (!notItself.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4})/g, "_x005F_")
    .replace(unholdable, (char) => hexEscape(char))
    .replace(/[&<>"]/g, (char) => markup[char]!);
}

/** The same for an attribute (a table's column name), where line feeds and tabs must be escaped as well. */
export function escapeCellAttribute(text: string): string {
  return escapeCellText(text).replace(/[\t\n]/g, (char) => hexEscape(char));
}

function hexEscape(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities resolved, and line ends as XML reads them. Throws RangeError for an entity that XML does not have. */
export function unescapeXml(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const known = entities[name];
    if (known !== undefined && whole.endsWith(";")) return known;
    const code = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name);
    if (code === null) throw new RangeError(`unknown entity ${whole}`);
    return String.fromCodePoint(code[1] !== undefined ? parseInt(code[1], 16) : Number(code[2]));
  });
}

/** Text without its comments, what stands in CDATA sections escaped like the rest; null where an element stands among it. */
export function characterData(raw: string): string | null {
  if (!raw.includes("<")) return raw;
  const text = raw
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, data: string) => data.replace(/[&<>]/g, (char) => markup[char]!));
  return text.includes("<") ? null : text;
}

/** The text of a cell: entities resolved, then `_xHHHH_`. */
export function unescapeCellText(raw: string): string {
  const text = unescapeXml(raw);
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
