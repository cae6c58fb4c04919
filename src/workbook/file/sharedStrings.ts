// src/workbook/file/sharedStrings.ts: the workbook's table of texts. Rich text is read as its plain text; phonetic hints are not text.
import { HostError } from "../workbook";
import { characterData, unescapeCellText } from "./xmlText";

/** The texts in order. Throws HostError("damaged-workbook") naming the part. */
export function readSharedStrings(path: string, xml: string): string[] {
  const prefix = rootPrefix(xml, "sst");
  if (prefix === null) throw new HostError("damaged-workbook", `${path}: no table of texts`);
  if (!new RegExp(`</${prefix}sst\\s*>|<${prefix}sst\\b[^>]*/>`).test(xml.slice(-2000))) {
    throw new HostError("damaged-workbook", `${path}: cut off`);
  }
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  const simple = `${open}><${prefix}t>`;
  const simpleEnd = `</${prefix}t>${close}`;
  const texts: string[] = [];
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    if (xml.startsWith(simple, at)) {
      const end = xml.indexOf("<", at + simple.length);
      if (end >= 0 && xml.startsWith(simpleEnd, end)) {
        texts.push(plain(path, xml.slice(at + simple.length, end)));
        at = end + simpleEnd.length;
        continue;
      }
    }
    const tagEnd = xml.indexOf(">", at);
    if (tagEnd > 0 && xml[tagEnd - 1] === "/") {
      texts.push("");
      at = tagEnd;
      continue;
    }
    const end = xml.indexOf(close, at);
    if (end < 0) throw new HostError("damaged-workbook", `${path}: a text is not closed`);
    texts.push(richText(path, xml.slice(tagEnd + 1, end), prefix));
    at = end;
  }
  return texts;
}

/** The text of `<is>` or `<si>`: its own `<t>` or those of its runs, joined; `<rPh>` left out. */
export function richText(path: string, inner: string, prefix: string): string {
  const open = `<${prefix}t>`;
  const close = `</${prefix}t>`;
  if (inner.startsWith(open) && inner.indexOf(close) === inner.length - close.length) {
    return plain(path, inner.slice(open.length, -close.length));
  }
  const spoken = inner.includes("rPh")
    ? inner.replace(new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, "g"), "")
    : inner;
  let text = "";
  for (const match of spoken.matchAll(
    new RegExp(`<${prefix}t(?:\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${prefix}t\\s*>)`, "g"),
  )) {
    text += plain(path, match[1] ?? "");
  }
  return text;
}

/** The prefix (`x:` or empty) of a part's root; null when the root is another element. */
export function rootPrefix(xml: string, name: string): string | null {
  const root = /<(?![?!])([^\s<>/]+)/.exec(xml.slice(0, 4096))?.[1] ?? "";
  if (root === name) return "";
  return root.endsWith(`:${name}`) ? root.slice(0, -name.length) : null;
}

function plain(path: string, raw: string): string {
  try {
    return unescapeCellText(characterData(raw) ?? raw);
  } catch {
    throw new HostError("damaged-workbook", `${path}: unknown entity`);
  }
}
