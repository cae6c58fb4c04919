// src/workbook/file/xmlTree.ts: a small part (workbook, relations, styles) as a tree of positions in its own text,
// so that it can be added to without rewriting what it holds. Sheets are never read this way: they are too large.
import { HostError } from "../workbook";
import { escapeXml, unescapeXml } from "./xmlText";

export interface XmlElement {
  /** With its colon (`x:`), or empty. */
  readonly prefix: string;
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Of `<`, and behind the start tag's `>`. */
  readonly start: number;
  readonly open: number;
  /** Of the end tag's `<` (the same as `open` for `<a/>`), and behind its `>`. */
  readonly close: number;
  readonly end: number;
}

export class XmlPart {
  private constructor(
    readonly path: string,
    readonly text: string,
    readonly root: XmlElement,
  ) {}

  /** Throws HostError("damaged-workbook") naming the part where the text is not well-formed. */
  static parse(path: string, text: string): XmlPart {
    return new XmlPart(path, text, parseElements(path, text));
  }

  /** The attributes of an element by their full name, unescaped. */
  attributes(element: XmlElement): Map<string, string> {
    const found = new Map<string, string>();
    const tag = this.text.slice(element.start, element.open);
    for (const match of tag.matchAll(/\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      found.set(match[1]!, this.unescaped(match[2] ?? match[3] ?? ""));
    }
    return found;
  }

  attribute(element: XmlElement, name: string): string | null {
    return this.attributes(element).get(name) ?? null;
  }

  /** `r:id`, whatever its prefix. */
  relationId(element: XmlElement): string | null {
    for (const [name, value] of this.attributes(element)) if (name.endsWith(":id")) return value;
    return null;
  }

  /** The text inside an element that holds nothing else. */
  content(element: XmlElement): string {
    return this.unescaped(this.text.slice(element.open, element.close));
  }

  /** The element as it stands. */
  source(element: XmlElement): string {
    return this.text.slice(element.start, element.end);
  }

  private unescaped(raw: string): string {
    try {
      return unescapeXml(raw);
    } catch {
      throw new HostError("damaged-workbook", `${this.path}: unknown entity`);
    }
  }
}

export function child(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((candidate) => candidate.name === name) ?? null;
}

export function childrenNamed(element: XmlElement | null, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

const token =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|(\/)?([^\s<>/"'=!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>)/g;

type Growing = XmlElement & { children: XmlElement[]; close: number; end: number; qualified: string };

function parseElements(path: string, text: string): XmlElement {
  const damaged = (detail: string): HostError => new HostError("damaged-workbook", `${path}: ${detail}`);
  const stack: Growing[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  for (const match of text.matchAll(token)) {
    // Any `<` that the token did not begin with is broken markup: a cut tag, or a DOCTYPE, which no workbook has.
    if (text.slice(at, match.index).includes("<")) throw damaged("broken markup");
    at = match.index + match[0].length;
    const [, closing, qualified, rest] = match;
    if (qualified === undefined) continue;
    if (closing !== undefined) {
      const element = stack.pop();
      if (element?.qualified !== qualified) throw damaged(`</${qualified}> closes nothing`);
      element.close = match.index;
      element.end = at;
      continue;
    }
    if (root !== null && stack.length === 0) throw damaged("more than one root");
    const colon = qualified.indexOf(":") + 1;
    const element: Growing = {
      prefix: qualified.slice(0, colon),
      name: qualified.slice(colon),
      qualified,
      children: [],
      start: match.index,
      open: at,
      close: at,
      end: at,
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    if (rest?.endsWith("/") !== true) stack.push(element);
  }
  if (text.slice(at).includes("<")) throw damaged("broken markup at the end");
  if (root === null || stack.length > 0)
    throw damaged(stack.length > 0 ? `<${stack.at(-1)!.qualified}> is not closed` : "empty");
  return root;
}

/** Changes to a part's text, made all at once; what no change covers stays as it is, to the character. */
export class XmlEdits {
  private readonly edits: { from: number; to: number; text: string }[] = [];
  /** What was appended to empty tags (`<a/>`), which must be opened once for all of it. */
  private readonly opened = new Map<XmlElement, string>();

  constructor(private readonly part: XmlPart) {}

  remove(element: XmlElement): void {
    this.edits.push({ from: element.start, to: element.end, text: "" });
  }

  insert(at: number, text: string): void {
    this.edits.push({ from: at, to: at, text });
  }

  /** Adds `text` as the last children of `element`. */
  append(element: XmlElement, text: string): void {
    if (text === "") return;
    const emptyTag = element.close === element.open && this.part.text.startsWith("/>", element.open - 2);
    if (emptyTag) this.opened.set(element, (this.opened.get(element) ?? "") + text);
    else this.insert(element.close, text);
  }

  /** Adds a new child `name` (its XML is `text`) of `parent` where it belongs, the schema's order of children being `order`. */
  addChild(parent: XmlElement, order: readonly string[], name: string, text: string): void {
    const later = new Set(order.slice(order.indexOf(name) + 1));
    const next = parent.children.find((element) => later.has(element.name));
    if (next === undefined) this.append(parent, text);
    else this.insert(next.start, text);
  }

  setAttribute(element: XmlElement, name: string, value: string): void {
    const tag = this.part.text.slice(element.start, element.open);
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(tag);
    const text = ` ${name}="${escapeXml(value)}"`;
    if (found !== null) {
      const from = element.start + found.index;
      this.edits.push({ from, to: from + found[0].length, text });
    } else {
      this.insert(element.start + 1 + element.prefix.length + element.name.length, text);
    }
  }

  /** The changed text. Changes at one place come in the order they were made. */
  apply(): string {
    const openings = [...this.opened].map(([element, inner]) => {
      return { from: element.open - 2, to: element.open, text: `>${inner}</${element.prefix}${element.name}>` };
    });
    const ordered = [...this.edits, ...openings].map((edit, order) => ({ ...edit, order }));
    ordered.sort((a, b) => a.from - b.from || a.order - b.order);
    let text = "";
    let at = 0;
    for (const edit of ordered) {
      text += this.part.text.slice(at, edit.from) + edit.text;
      at = Math.max(at, edit.to);
    }
    return text + this.part.text.slice(at);
  }
}
