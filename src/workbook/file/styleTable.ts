// src/workbook/file/styleTable.ts: the workbook's style table, added to. What it holds keeps its place and its index.
import type { CellStyle, ConditionalFormat } from "../../report/sheetModel";
import { formatCode } from "../format";
import { looks, type Alignment, type Line, type LookStyle } from "../looks";
import { xmlHeader } from "./vocabulary";
import { escapeXml } from "./xmlText";
import { XmlEdits, child, type XmlElement, type XmlPart } from "./xmlTree";

/** The order of children in a style table (ISO/IEC 29500-1, 18.8.39). */
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const collections = ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] as const;
type Collection = (typeof collections)[number];

/** What index 0 (and for fills 1) must be where a table lacks the collection: later entries count from it. */
const firstEntries: Readonly<Record<Collection, readonly string[]>> = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  dxfs: [],
};

/** A style table for a workbook that has none. */
export function newStyleTable(main: string): string {
  const list = (name: Collection): string => {
    const entries = firstEntries[name];
    return `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
  };
  return (
    `${xmlHeader}<styleSheet xmlns="${main}">${list("fonts")}${list("fills")}${list("borders")}` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

export class StyleTable {
  private readonly entries: Record<Collection, string[]>;
  private readonly before: Record<Collection, number>;
  private readonly formatIds = new Map<string, number>();
  private readonly known = new Map<string, number>();
  /** Per style object and what is decided beside it (`caseOf`): the index. Cells share their styles, and there are millions of cells. */
  private readonly indices = new Map<CellStyle, number[]>();
  private readonly prefix: string;

  constructor(private readonly xml: XmlPart) {
    this.prefix = xml.root.prefix;
    const entriesOf = (name: Collection): string[] => {
      const element = child(xml.root, name);
      return element === null
        ? firstEntries[name].map((entry) => this.prefixed(entry))
        : element.children.map((item) => xml.source(item));
    };
    this.entries = Object.fromEntries(collections.map((name) => [name, entriesOf(name)])) as Record<
      Collection,
      string[]
    >;
    this.before = Object.fromEntries(collections.map((name) => [name, this.entries[name].length])) as Record<
      Collection,
      number
    >;
    for (const item of child(xml.root, "numFmts")?.children ?? []) {
      const attributes = xml.attributes(item);
      this.formatIds.set(attributes.get("formatCode") ?? "", Number(attributes.get("numFmtId")));
    }
  }

  /**
   * The index for a cell's `s`, all defaults resolved. `quotePrefix`: Excel takes what is typed into the cell as text, also when it
   * begins as a formula would.
   */
  cell(style: CellStyle, align: Alignment, quotePrefix: boolean): number {
    let indices = this.indices.get(style);
    if (indices === undefined) this.indices.set(style, (indices = []));
    return (indices[caseOf(align, quotePrefix)] ??= this.indexOf(style, align, quotePrefix));
  }

  /** The index for a conditional format's `dxfId`. */
  mark(look: ConditionalFormat["look"]): number {
    const { colour, fill } = looks[look];
    return this.add(
      "dxfs",
      `<dxf><font><color rgb="${argb(colour!)}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${argb(fill!)}"/>` +
        `<bgColor rgb="${argb(fill!)}"/></patternFill></fill></dxf>`,
    );
  }

  /** The style table with what was added. */
  apply(): string {
    const edits = new XmlEdits(this.xml);
    const { root } = this.xml;
    for (const name of collections) {
      const entries = this.entries[name];
      const element = child(root, name);
      if (element === null) {
        if (entries.length === 0) continue;
        const text = `<${this.prefix}${name} count="${entries.length}">${entries.join("")}</${this.prefix}${name}>`;
        edits.addChild(root, order, name, text);
      } else if (entries.length > this.before[name]) {
        edits.setAttribute(element, "count", String(entries.length));
        edits.append(element, entries.slice(this.before[name]).join(""));
      }
    }
    return edits.apply();
  }

  private indexOf(style: CellStyle, align: Alignment, quotePrefix: boolean): number {
    const { look, format, wrap, indent } = style;
    const shown =
      format.kind === "amount" ? `${format.unit}${format.decimals}` : "decimals" in format ? format.decimals : "";
    const key = `${look}|${format.kind}${shown}|${align}|${wrap}|${indent}|${quotePrefix}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.add("cellXfs", this.xf(looks[look], formatCode(format), style, align, quotePrefix));
      this.known.set(key, index);
    }
    return index;
  }

  private xf(look: LookStyle, code: string, style: CellStyle, align: Alignment, quotePrefix: boolean): string {
    const horizontal = align === null ? "" : ` horizontal="${align === "acrossSpan" ? "centerContinuous" : align}"`;
    const wrap = style.wrap ?? look.wrap;
    const indent = style.indent ?? 0;
    const parent = child(this.xml.root, "cellStyleXfs") === null ? "" : ' xfId="0"';
    return (
      `<xf numFmtId="${this.format(code)}" fontId="${this.font(look)}" fillId="${this.fill(look)}" borderId="${this.border(look)}"${parent}` +
      `${quotePrefix ? ' quotePrefix="1"' : ""} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<alignment${horizontal} vertical="${look.vertical}"${wrap ? ' wrapText="1"' : ""}${indent > 0 ? ` indent="${indent}"` : ""}/></xf>`
    );
  }

  private format(code: string): number {
    if (code === "General") return 0;
    const known = this.formatIds.get(code);
    if (known !== undefined) return known;
    // Ids below 164 are Excel's own.
    const id = Math.max(163, ...this.formatIds.values()) + 1;
    this.formatIds.set(code, id);
    this.add("numFmts", `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  /** The workbook's own default font with the look's weight, size and colour. */
  private font(look: LookStyle): number {
    const base = this.defaultFont();
    const own = (name: string): string => {
      const element = child(base, name);
      return element === null ? "" : this.xml.source(element);
    };
    const size = look.size === null ? own("sz") : this.prefixed(`<sz val="${look.size}"/>`);
    const colour = look.colour === null ? own("color") : this.prefixed(`<color rgb="${argb(look.colour)}"/>`);
    const face = own("name") === "" ? this.prefixed('<name val="Calibri"/>') : own("name");
    const text = `${look.bold ? this.prefixed("<b/>") : ""}${size}${colour}${face}${own("family")}${own("charset")}${own("scheme")}`;
    return this.addAsIs("fonts", `<${this.prefix}font>${text}</${this.prefix}font>`);
  }

  private defaultFont(): XmlElement | null {
    const normal = child(this.xml.root, "cellXfs")?.children[0];
    const index = normal === undefined ? 0 : Number(this.xml.attribute(normal, "fontId") ?? 0);
    return child(this.xml.root, "fonts")?.children[index] ?? null;
  }

  private fill(look: LookStyle): number {
    if (look.fill === null) return 0;
    return this.add(
      "fills",
      `<fill><patternFill patternType="solid"><fgColor rgb="${argb(look.fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
    );
  }

  private border(look: LookStyle): number {
    if (look.top === null && look.bottom === null) return 0;
    return this.add(
      "borders",
      `<border><left/><right/>${line("top", look.top)}${line("bottom", look.bottom)}<diagonal/></border>`,
    );
  }

  private add(name: Collection, text: string): number {
    return this.addAsIs(name, this.prefixed(text));
  }

  /** The index of an entry that reads exactly so, added where there is none: a second run adds nothing. */
  private addAsIs(name: Collection, text: string): number {
    const entries = this.entries[name];
    const index = entries.indexOf(text);
    return index >= 0 ? index : entries.push(text) - 1;
  }

  private prefixed(text: string): string {
    return this.prefix === "" ? text : text.replace(/<(\/?)(?=\w)/g, `<$1${this.prefix}`);
  }
}

const alignments: readonly Alignment[] = [null, "left", "right", "center", "acrossSpan"];

/** A small number for each alignment with and without a quote. */
function caseOf(align: Alignment, quotePrefix: boolean): number {
  return alignments.indexOf(align) * 2 + (quotePrefix ? 1 : 0);
}

function line(side: "top" | "bottom", value: Line | null): string {
  return value === null
    ? `<${side}/>`
    : `<${side} style="${value.style}"><color rgb="${argb(value.colour)}"/></${side}>`;
}

/** `FF1F4E5F` for `#1F4E5F`. */
function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
