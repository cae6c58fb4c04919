// src/workbook/file/opcPackage.ts: the package of parts inside an .xlsx: parts by path, their relations, their content types.
// A part that is not set or removed keeps its packed bytes and its place.
import type { Steps } from "../../domain/steps";
import { HostError } from "../workbook";
import { pack, TextPacker } from "./packing";
import { escapeXml } from "./xmlText";
import { XmlEdits, XmlPart, childrenNamed } from "./xmlTree";
import { readZip, unpack, writeZip, type ZipEntry } from "./zip";

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** The part's path without a leading slash; null where it points outside the package. */
  readonly part: string | null;
}

const contentTypes = "[Content_Types].xml";

export class OpcPackage {
  /** By lower-case path: part names do not differ by case. */
  private readonly entries: Map<string, ZipEntry>;

  constructor(entries: readonly ZipEntry[]) {
    this.entries = new Map();
    for (const entry of entries) {
      const same = this.entries.get(keyOf(entry.name));
      if (same !== undefined && (same.crc !== entry.crc || same.size !== entry.size))
        throw new HostError("damaged-workbook", `${entry.name} is there twice`);
      this.entries.set(keyOf(entry.name), entry);
    }
  }

  static read(bytes: Uint8Array): OpcPackage {
    return new OpcPackage(readZip(bytes));
  }

  /** Another package with the same parts, to change without touching this one. */
  copy(): OpcPackage {
    return new OpcPackage([...this.entries.values()]);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return writeZip([...this.entries.values()]);
  }

  has(path: string): boolean {
    return this.entries.has(keyOf(path));
  }

  paths(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** The part as text, by its byte order mark or UTF-8. Throws HostError("damaged-workbook"). */
  text(path: string): string {
    const entry = this.entries.get(keyOf(path));
    if (entry === undefined) throw new HostError("damaged-workbook", `${path} is missing`);
    const bytes = unpack(entry);
    const utf16 =
      bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
    try {
      return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new HostError("damaged-workbook", `${path}: not readable as text`);
    }
  }

  xml(path: string): XmlPart {
    return XmlPart.parse(path, this.text(path));
  }

  /** Sets a part: in its place when it is there, else last. Unchanged contents leave the packed bytes as they are. */
  set(path: string, text: string): void {
    const old = this.entries.get(keyOf(path));
    if (old !== undefined && this.text(path) === text) return;
    const declared = /^<\?xml[^>]*encoding=["']utf-?16/i.test(text);
    const utf8 = declared ? text.replace(/^(<\?xml[^>]*encoding=["'])utf-?16\w*/i, "$1UTF-8") : text;
    this.entries.set(keyOf(path), pack(old?.name ?? path, new TextEncoder().encode(utf8)));
  }

  /** Sets a part whose text comes in pieces, with a stop after each: it may be too long to stand whole in memory. */
  *setInPieces(path: string, pieces: Iterable<string>): Steps<void> {
    const packer = new TextPacker();
    for (const piece of pieces) {
      packer.add(piece);
      yield;
    }
    this.entries.set(keyOf(path), packer.entry(this.entries.get(keyOf(path))?.name ?? path));
  }

  remove(path: string): void {
    this.entries.delete(keyOf(path));
  }

  /** The relations of a part; of the package itself for "". */
  relations(path: string): Relation[] {
    const source = relationsPath(path);
    if (!this.has(source)) return [];
    const xml = this.xml(source);
    return childrenNamed(xml.root, "Relationship").map((element) => {
      const attributes = xml.attributes(element);
      const outside = attributes.get("TargetMode") === "External";
      return {
        id: attributes.get("Id") ?? "",
        type: attributes.get("Type") ?? "",
        part: outside ? null : resolve(path, attributes.get("Target") ?? ""),
      };
    });
  }

  /** The first part that `path` points to by a relation whose type ends with `/kind`. */
  related(path: string, kind: string): string | null {
    return this.relations(path).find((relation) => relation.type.endsWith(`/${kind}`))?.part ?? null;
  }

  contentType(path: string): string | null {
    const xml = this.xml(contentTypes);
    const key = keyOf(path);
    for (const element of childrenNamed(xml.root, "Override")) {
      if (keyOf((xml.attribute(element, "PartName") ?? "").slice(1)) === key)
        return xml.attribute(element, "ContentType");
    }
    const extension = key.slice(key.lastIndexOf(".") + 1);
    const byExtension = childrenNamed(xml.root, "Default").find(
      (element) => xml.attribute(element, "Extension")?.toLowerCase() === extension,
    );
    return byExtension === undefined ? null : xml.attribute(byExtension, "ContentType");
  }

  /** The paths of every part whose own content type is `type`. */
  partsOfType(type: string): string[] {
    const xml = this.xml(contentTypes);
    return childrenNamed(xml.root, "Override")
      .filter((element) => xml.attribute(element, "ContentType") === type)
      .map((element) => (xml.attribute(element, "PartName") ?? "").slice(1))
      .filter((path) => this.has(path));
  }

  /** Takes the given parts out of the content types and puts `added` (path, type) last. */
  declare(removed: ReadonlySet<string>, added: readonly (readonly [string, string])[]): void {
    const xml = this.xml(contentTypes);
    const gone = new Set([...removed, ...added.map(([path]) => path)].map(keyOf));
    const edits = new XmlEdits(xml);
    for (const element of childrenNamed(xml.root, "Override")) {
      if (gone.has(keyOf((xml.attribute(element, "PartName") ?? "").slice(1)))) edits.remove(element);
    }
    const { prefix } = xml.root;
    edits.append(
      xml.root,
      added.map(([path, type]) => `<${prefix}Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`).join(""),
    );
    this.set(contentTypes, edits.apply());
  }
}

function keyOf(path: string): string {
  return path.toLowerCase();
}

/** `xl/worksheets/_rels/sheet1.xml.rels` for `xl/worksheets/sheet1.xml`, `_rels/.rels` for the package. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** A relation's target as a path from the package's root. */
function resolve(source: string, target: string): string {
  const plain = decodeTarget(target.replaceAll("\\", "/").replace(/#.*$/, ""));
  const from = plain.startsWith("/") ? [] : source.split("/").slice(0, -1);
  const path: string[] = [...from];
  for (const step of plain.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The target that leads from one part to another, relative. */
export function relativeTarget(source: string, part: string): string {
  const from = source.split("/").slice(0, -1);
  const to = part.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}
