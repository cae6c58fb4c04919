// src/intake/sie/sieRow.ts: one row of a SIE file, field by field, straight from its bytes: a ledger has a million of them.
import { decodeRow, type SieEncoding } from "./sieText";

const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;

/** More digits than this before the point are no amount in öre that can be summed exactly. */
const MOST_DIGITS = 13;

/** A pair of an object list: the number of the dimension and the number of the object, as text. */
export interface ObjectPair {
  readonly dimension: string;
  readonly object: string;
}

/**
 * A cursor over one row. Fields are separated by blanks or tabs; quotes are needed only around blanks and allowed anywhere; `\"` is a quote
 * inside a field, any other backslash is itself; a quote left open ends with the row.
 */
export class SieRow {
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private end = 0;
  private objectsFrom = 0;
  private objectsTo = 0;
  /** How the last field with a letter beyond ASCII was written. */
  encoding: SieEncoding = "ascii";

  /** Points the cursor at the bytes from `from` up to `end`; a trailing carriage return is no part of the row. */
  start(bytes: Uint8Array, from: number, end: number): void {
    this.bytes = bytes;
    this.at = from;
    this.end = end > from && bytes[end - 1] === 0x0d ? end - 1 : end;
    this.encoding = "ascii";
    this.skipBlanks();
  }

  /** Nothing but blanks is left. */
  get isEmpty(): boolean {
    return this.at >= this.end;
  }

  /** The byte that the rest begins with; −1: there is none. */
  get next(): number {
    return this.at < this.end ? this.bytes[this.at]! : -1;
  }

  /** True, and the cursor behind it, when the row goes on with this very word. */
  takes(word: Uint8Array): boolean {
    const { bytes, at, end } = this;
    const after = at + word.length;
    if (after > end) return false;
    for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word[index]) return false;
    if (after < end && bytes[after] !== SPACE && bytes[after] !== TAB) return false;
    this.at = after;
    this.skipBlanks();
    return true;
  }

  /** The next field; null: there is none. An empty one, `""`, is the empty string. */
  field(): string | null {
    if (this.at >= this.end) return null;
    const from = this.at;
    const { bytes, end } = this;
    let at = from;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === SPACE || byte === TAB) break;
      if (byte === QUOTE) return this.quoted(from, end);
    }
    this.at = at;
    this.skipBlanks();
    return this.text(bytes, from, at);
  }

  private quoted(from: number, end: number): string {
    const { bytes } = this;
    // Nearly every quoted field begins and ends with its quotes and has none inside.
    if (bytes[from] === QUOTE) {
      let close = from + 1;
      while (close < end && bytes[close] !== QUOTE && bytes[close] !== BACKSLASH) close++;
      const after = close + 1;
      if (bytes[close] === QUOTE && close < end && (after >= end || bytes[after] === SPACE || bytes[after] === TAB)) {
        this.at = after;
        this.skipBlanks();
        return this.text(bytes, from + 1, close);
      }
    }
    const kept: number[] = [];
    let inside = false;
    let at = from;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH && bytes[at + 1] === QUOTE && at + 1 < end) {
        kept.push(QUOTE);
        at++;
      } else if (byte === QUOTE) inside = !inside;
      else if (!inside && (byte === SPACE || byte === TAB)) break;
      else kept.push(byte);
    }
    this.at = at;
    this.skipBlanks();
    const field = Uint8Array.from(kept);
    return this.text(field, 0, field.length);
  }

  private text(bytes: Uint8Array, from: number, to: number): string {
    const { text, encoding } = decodeRow(bytes, from, to);
    if (encoding !== "ascii") this.encoding = encoding;
    return text;
  }

  /** The next field where it is digits only and short, as a number that stands for it together with its length; −1: it is not, and the cursor stays. */
  digits(): number {
    const { bytes, at: from, end } = this;
    let at = from;
    let value = 0;
    for (; at < end && at - from < 9; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === from || (at < end && bytes[at] !== SPACE && bytes[at] !== TAB)) return -1;
    this.at = at;
    this.skipBlanks();
    return value * 10 + (at - from);
  }

  /** A number for the bytes of the object list that comes next, braces included; 0: it is `{}`, or there is none. The cursor stays. */
  objectHash(): number {
    const { bytes, at, end } = this;
    if (at >= end || bytes[at] !== OPEN || bytes[at + 1] === CLOSE) return 0;
    let hash = 7;
    for (let index = at; index < end && bytes[index] !== CLOSE; index++)
      hash = (Math.imul(hash, 31) + bytes[index]!) | 0;
    return hash === 0 ? 1 : hash;
  }

  /** True, and the cursor behind it, where the very bytes of a list come next. */
  skipsObjects(list: Uint8Array): boolean {
    const { bytes, at, end } = this;
    if (at + list.length > end) return false;
    for (let index = 0; index < list.length; index++) if (bytes[at + index] !== list[index]) return false;
    this.at = at + list.length;
    this.skipBlanks();
    return true;
  }

  /** The bytes of the list that `objectText` last read, braces included. */
  lastObjects(): Uint8Array {
    return this.bytes.slice(this.objectsFrom, this.objectsTo);
  }

  /** The next object list as it stands between its braces; null: there is no list here. Braces inside quotes are text. */
  objectText(): string | null {
    const { bytes, end } = this;
    if (this.at >= end || bytes[this.at] !== OPEN) return null;
    let inside = false;
    let at = this.at + 1;
    const from = at;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH && bytes[at + 1] === QUOTE) at++;
      else if (byte === QUOTE) inside = !inside;
      else if (byte === CLOSE && !inside) break;
    }
    const text = at === from ? "" : this.text(bytes, from, at).trim();
    this.objectsFrom = from - 1;
    this.at = at < end ? at + 1 : end;
    this.objectsTo = this.at;
    this.skipBlanks();
    return text;
  }

  /**
   * The next field as an amount in öre: decimal point, leading minus, no grouping. NaN: it is no amount, or finer than an öre, or larger
   * than sums can hold; the cursor is then behind it all the same.
   */
  ore(): number {
    const { bytes, end } = this;
    let at = this.at;
    const quoted = bytes[at] === QUOTE && at < end;
    if (quoted) at++;
    const sign = at < end ? bytes[at] : 0;
    if (sign === MINUS || sign === PLUS) at++;
    let value = 0;
    let whole = 0;
    for (; at < end && isDigit(bytes[at]!); at++, whole++) value = value * 10 + bytes[at]! - ZERO;
    let decimals = 0;
    let seen = 0;
    if (at < end && bytes[at] === POINT) {
      for (at++; at < end && isDigit(bytes[at]!); at++, seen++) {
        if (seen < 2) {
          value = value * 10 + bytes[at]! - ZERO;
          decimals++;
        } else if (bytes[at] !== ZERO) value = NaN;
      }
    }
    for (; decimals < 2; decimals++) value *= 10;
    if (quoted && at < end && bytes[at] === QUOTE) at++;
    const isAmount =
      whole + seen > 0 && whole <= MOST_DIGITS && (at >= end || bytes[at] === SPACE || bytes[at] === TAB);
    if (!isAmount) {
      this.field();
      return NaN;
    }
    this.at = at;
    this.skipBlanks();
    // Never a negative zero.
    return sign === MINUS ? 0 - value : value;
  }

  private skipBlanks(): void {
    const { bytes, end } = this;
    while (this.at < end && (bytes[this.at] === SPACE || bytes[this.at] === TAB)) this.at++;
  }
}

/** The pairs of an object list, by what stands between its braces, in its order. A dimension without an object is no pair. */
export function pairsOf(list: string): readonly ObjectPair[] {
  const words: string[] = [];
  const pattern = /"((?:\\"|[^"])*)"?|[^\s"]+/gu;
  for (const [all, quoted] of list.matchAll(pattern)) words.push((quoted ?? all).replaceAll('\\"', '"'));
  const pairs: ObjectPair[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [dimension, object] = [words[at]!, words[at + 1]!];
    if (object !== "") pairs.push({ dimension, object });
  }
  return pairs;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}
