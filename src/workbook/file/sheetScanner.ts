// src/workbook/file/sheetScanner.ts: the cells of one sheet, in a single pass over its XML. No tree: sheets have millions of cells.
import type { CellError, CellLook, CellValue } from "../../intake/grid";
import { HostError } from "../workbook";
import { CellStore, type ScannedSheet } from "./cellStore";
import { dateSerial } from "./dateSerial";
import { general, isoDate } from "./numberFormats";
import { numberAt } from "./numberText";
import { SharedFormulas } from "./sharedFormula";
import { richText, rootPrefix } from "./sharedStrings";
import { characterData, unescapeCellText } from "./xmlText";

export interface ScanContext {
  readonly path: string;
  readonly sharedStrings: readonly string[];
  /** Number format codes by style index. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
  /** By style index; absent: nobody asks. */
  readonly looks?: readonly CellLook[];
}

/** A formula that was saved without its result. Excel's own word for a formula it could not work out. */
const notCalculated: CellError = { error: "#CALC!", notCalculated: true };

const quote = 34,
  exclamation = 33,
  slash = 47,
  equals = 61,
  lessThan = 60,
  moreThan = 62,
  space = 32;
const lowerC = 99,
  lowerF = 102,
  lowerI = 105,
  lowerR = 114,
  lowerS = 115,
  lowerT = 116,
  lowerV = 118;

/** Throws HostError("damaged-workbook") naming the part, "payload-too-large" for a sheet beyond all measure. */
export function scanSheet(xml: string, context: ScanContext): ScannedSheet {
  return new SheetScanner(xml, context).scan();
}

class SheetScanner {
  private at = 0;
  /** Length of the namespace prefix with its colon, to step over. */
  private readonly skip: number;
  private readonly cells: CellStore;
  private row = -1;
  private column = -1;
  private style = 0;
  private type = "n";
  private hidden = false;
  private readonly prefix: string;
  private readonly sharedFormulas = new SharedFormulas();

  constructor(
    private readonly xml: string,
    private readonly context: ScanContext,
  ) {
    const prefix = rootPrefix(xml, "worksheet");
    if (prefix === null) throw this.damaged("not a worksheet");
    this.prefix = prefix;
    this.cells = new CellStore(context.path);
    this.skip = prefix.length;
  }

  scan(): ScannedSheet {
    const { xml, prefix } = this;
    const end = new RegExp(`</${prefix}worksheet\\s*>\\s*(?:<!--[\\s\\S]*?-->\\s*)*$`);
    if (!end.test(xml.slice(-1000))) throw this.damaged("cut off");
    const data = new RegExp(`<${prefix}sheetData\\s*(/?)>`).exec(xml);
    if (data === null) throw this.damaged("no cells part");
    const allHidden = /<(?:\w+:)?sheetFormatPr\s[^>]*zeroHeight=["'](?:1|true)["']/.test(xml.slice(0, data.index));
    this.at = data.index + data[0].length;
    if (data[1] === "") this.readRows(allHidden);
    return this.cells.sheet();
  }

  private readRows(allHidden: boolean): void {
    const { xml } = this;
    for (;;) {
      const start = this.nextTag();
      const first = xml.charCodeAt(start);
      if (first === slash) {
        if (!xml.startsWith(`${this.prefix}sheetData`, start + 1)) throw this.damaged("an end tag out of place");
        return;
      }
      if (first !== lowerR) throw this.damaged(`<${xml.slice(start, start + 12)} among the rows`);
      this.row++;
      this.column = -1;
      this.hidden = false;
      const empty = this.readRowTag(start);
      if (allHidden) this.hidden = true;
      if (!empty) this.readCells();
    }
  }

  private readCells(): void {
    const { xml } = this;
    for (;;) {
      const start = this.nextTag();
      const first = xml.charCodeAt(start);
      if (first === lowerC) {
        this.column++;
        this.style = 0;
        this.type = "n";
        if (!this.readCellTag(start + 1)) this.readCell();
      } else if (first === slash) {
        if (xml.charCodeAt(start + 1 + this.skip) !== lowerR) throw this.damaged("an end tag out of place", true);
        this.at = this.tagEnd(start);
        return;
      } else {
        this.skipElement(start);
      }
    }
  }

  /** The contents of `<c …>` up to and with `</c>`. */
  private readCell(): void {
    const { xml } = this;
    let value: CellValue = null;
    let formula = false;
    let hasValue = false;
    for (;;) {
      const start = this.nextTag();
      const first = xml.charCodeAt(start);
      if (first === lowerV) {
        const open = this.tagEnd(start);
        hasValue = true;
        if (xml.charCodeAt(open - 2) === slash) {
          if (this.type === "str") value = "";
          this.at = open;
          continue;
        }
        let close = xml.indexOf("<", open);
        if (close < 0) throw this.damaged("cut off inside a value", true);
        if (xml.charCodeAt(close + 1) === exclamation) {
          const inner = this.element(start, "v");
          const text = characterData(inner);
          if (text === null) throw this.damaged("markup inside a value", true);
          value = this.valueOf(text, 0, text.length);
          continue;
        }
        value = this.valueOf(xml, open, close);
        this.at = close;
        if (xml.charCodeAt(close + 1) !== slash || xml.charCodeAt(close + 2 + this.skip) !== lowerV) {
          throw this.damaged("markup inside a value", true);
        }
        close = this.tagEnd(close);
        this.at = close;
      } else if (first === slash) {
        if (xml.charCodeAt(start + 1 + this.skip) !== lowerC) throw this.damaged("an end tag out of place", true);
        this.at = this.tagEnd(start);
        break;
      } else if (first === lowerI && xml.startsWith("is", start)) {
        const inner = this.element(start, "is");
        if (this.type === "inlineStr") value = richText(this.context.path, inner, this.prefix);
      } else {
        if (first === lowerF) {
          formula = true;
          this.putFormula(start);
        } else {
          this.skipElement(start);
        }
      }
    }
    // Some programs write the formula and an empty value, as if it had been worked out to nothing.
    if (formula && (!hasValue || (value === null && this.type === "n"))) value = notCalculated;
    if (value !== null) this.put(value);
  }

  private valueOf(xml: string, open: number, close: number): CellValue {
    switch (this.type) {
      case "n":
        return this.number(xml, open, close);
      case "s": {
        const text = this.context.sharedStrings[this.number(xml, open, close) ?? -1];
        if (text === undefined) throw this.damaged("points to a text that is not in the table", true);
        return text;
      }
      case "b":
        return xml.slice(open, close).trim() === "1" || xml.slice(open, close).trim() === "true";
      case "e":
        return { error: xml.slice(open, close).trim() };
      case "d":
        return dateSerial(xml.slice(open, close).trim(), this.context.date1904) ?? xml.slice(open, close);
      default:
        try {
          return unescapeCellText(xml.slice(open, close));
        } catch {
          throw this.damaged("unknown entity", true);
        }
    }
  }

  private number(xml: string, open: number, close: number): number | null {
    const value = numberAt(xml, open, close);
    if (value !== value) throw this.damaged(`"${xml.slice(open, close).slice(0, 20)}" is no number`, true);
    return value;
  }

  private put(value: CellValue): void {
    if (this.hidden) this.cells.hide(this.row);
    const format = this.context.formats[this.style] ?? general;
    const shown = this.type === "d" && format === general ? isoDate : format;
    this.cells.put(this.row, this.column, value, shown);
    const look = this.context.looks?.[this.style];
    if (look !== undefined && (look.bold || look.indent > 0)) this.cells.putLook(this.row, this.column, look);
  }

  private putFormula(start: number): void {
    const inner = this.element(start, "f");
    const tag = this.xml.slice(start, this.xml.indexOf(">", start));
    const { row, column } = this;
    let text: string;
    try {
      text = unescapeCellText(characterData(inner) ?? "");
    } catch {
      throw this.damaged("unknown entity", true);
    }
    this.cells.putFormula(row, column, this.sharedFormulas.written(tag, text, { row, column }));
  }

  /** Reads `r`, `s`, `t` of a cell's tag from behind its name; true when the tag is empty (`/>`). */
  private readCellTag(from: number): boolean {
    const { xml } = this;
    let at = from;
    for (;;) {
      let code = xml.charCodeAt(at);
      while (code === space || code === 10 || code === 13 || code === 9) code = xml.charCodeAt(++at);
      if (code === moreThan) {
        this.at = at + 1;
        return false;
      }
      if (code === slash) {
        this.at = at + 2;
        return true;
      }
      const name = code;
      const nameStart = at;
      while (code !== equals && code !== moreThan && code === code) code = xml.charCodeAt(++at);
      if (code !== equals) throw this.damaged("a cell's tag is broken", true);
      const single = at - nameStart === 1;
      code = xml.charCodeAt(++at);
      while (code === space) code = xml.charCodeAt(++at);
      const closing = code === quote ? '"' : "'";
      const begin = at + 1;
      if (single && name === lowerR && code === quote) {
        at = this.readReference(begin);
      } else if (single && name === lowerS && code === quote) {
        let style = 0;
        for (at = begin, code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at)) {
          style = style * 10 + (code - 48);
        }
        this.style = style;
      } else {
        at = xml.indexOf(closing, begin);
        if (at < 0) throw this.damaged("a cell's tag is broken", true);
        if (single) this.setAttribute(name, xml.slice(begin, at));
      }
      at++;
    }
  }

  private setAttribute(name: number, value: string): void {
    if (name === lowerT) this.type = value;
    else if (name === lowerS) this.style = Number(value);
    else if (name === lowerR) this.setReference(value);
  }

  /** Reads `AB12` up to its quote without making a string of it; returns the place of the quote. */
  private readReference(begin: number): number {
    const { xml } = this;
    let at = begin;
    let column = 0;
    let row = 0;
    let code = xml.charCodeAt(at);
    for (; code >= 65 && code <= 90; code = xml.charCodeAt(++at)) column = column * 26 + (code - 64);
    for (; code >= 48 && code <= 57; code = xml.charCodeAt(++at)) row = row * 10 + (code - 48);
    if (code !== quote || column < 1 || column > 16_384 || row < 1 || row > 1_048_576) {
      throw this.damaged(`no cell is called ${xml.slice(begin, begin + 12)}`);
    }
    this.column = column - 1;
    this.row = row - 1;
    return at;
  }

  private setReference(reference: string): void {
    const match = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(reference);
    if (match === null) throw this.damaged(`no cell is called ${reference.slice(0, 12)}`);
    let column = 0;
    for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
    this.column = column - 1;
    this.row = Number(match[2]) - 1;
  }

  /** Reads a row's number and whether it is hidden; true when the tag is empty. */
  private readRowTag(start: number): boolean {
    const { xml } = this;
    const end = this.tagEnd(start);
    // As Excel writes it: `row r="12" …`. A million formatted empty rows pass here.
    let at = start + 3;
    if (xml.startsWith(' r="', at)) {
      let row = 0;
      at += 4;
      for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at))
        row = row * 10 + (code - 48);
      this.row = row - 1;
    } else {
      const number = /\sr\s*=\s*["'](\d+)["']/.exec(xml.slice(at, end));
      if (number !== null) this.row = Number(number[1]) - 1;
    }
    if (this.row < 0 || this.row >= 1_048_576) throw this.damaged(`row ${this.row + 1}`);
    const tag = xml.slice(at, end);
    if (tag.includes("h")) this.hidden = /\shidden\s*=\s*["'](?:1|true)["']|\sht\s*=\s*["']0(?:\.0*)?["']/.test(tag);
    this.at = end;
    return xml.charCodeAt(end - 2) === slash;
  }

  /** Behind the prefix of the next tag (or on its slash); comments are passed. */
  private nextTag(): number {
    const { xml } = this;
    for (;;) {
      let at = this.at;
      if (xml.charCodeAt(at) !== lessThan) at = xml.indexOf("<", at);
      if (at < 0) throw this.damaged("cut off", true);
      const code = xml.charCodeAt(at + 1);
      if (code === 33 || code === 63) {
        const end = xml.indexOf(code === 33 ? "-->" : "?>", at);
        if (end < 0) throw this.damaged("cut off inside a comment", true);
        this.at = end + 2;
        continue;
      }
      return code === slash ? at + 1 : at + 1 + this.skip;
    }
  }

  /** Behind the `>` of a tag, quotes minded. */
  private tagEnd(from: number): number {
    const { xml } = this;
    const end = xml.indexOf(">", from);
    if (end < 0) throw this.damaged("cut off inside a tag", true);
    return end + 1;
  }

  /** Steps over an element that is not read, and all within it. */
  private skipElement(start: number): void {
    const name = /^[\w:.-]+/.exec(this.xml.slice(start, start + 64))?.[0];
    if (name === undefined) throw this.damaged("broken markup", true);
    this.element(start, name);
  }

  /** The inside of the element whose name stands at `start`; steps behind it. */
  private element(start: number, name: string): string {
    const { xml } = this;
    const open = this.tagEnd(start);
    if (xml.charCodeAt(open - 2) === slash) {
      this.at = open;
      return "";
    }
    const prefix = xml.charCodeAt(start - this.skip - 1) === lessThan ? this.prefix : "";
    const close = xml.indexOf(`</${prefix}${name}`, open);
    if (close < 0) throw this.damaged(`<${name}> is not closed`, true);
    this.at = this.tagEnd(close);
    return xml.slice(open, close);
  }

  private damaged(detail: string, inCell = false): HostError {
    const where = inCell ? ` (row ${this.row + 1}, cell ${this.column + 1} of it)` : "";
    return new HostError("damaged-workbook", `${this.context.path}: ${detail}${where}`);
  }
}
