// src/workbook/file/zip.ts: the zip container. Entries that are not touched pass through with their compressed bytes as they are.
// fflate unpacks the entries' contents (packing.ts packs them); the container itself is read here, since fflate cannot hand on packed entries.
import { inflateSync } from "fflate";
import { HostError } from "../workbook";
import { crc32 } from "./crc32";

/** One entry, packed. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Size of the contents in bytes, as declared. */
  readonly size: number;
  readonly packed: Uint8Array;
  /** DOS date and time, passed on. */
  readonly time: number;
}

/** Contents larger than this are refused before they are unpacked: no workbook that Excel opens comes near it. */
export const largestPart = 1024 * 1024 * 1024;
/** Deflate cannot pack better than 1032:1; an entry that claims more is a zip bomb or damaged. */
const bestRatio = 1032;

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const utf8Names = 0x0800;
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The entries of a zip, in its own order, directories included. Throws HostError("damaged-workbook"). */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, start } = directoryOf(view);
    const entries: ZipEntry[] = [];
    for (let at = start, left = count; left > 0; left--) {
      const { entry, next } = readEntry(bytes, view, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw damagedZip("an offset points outside the file");
    throw error;
  }
}

function damagedZip(detail: string): HostError {
  return new HostError("damaged-workbook", `zip: ${detail}`);
}

function directoryOf(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { count, start };
    if (at < 20 || view.getUint32(at - 20, true) !== locator64Signature) return { count, start };
    const end64 = Number(view.getBigUint64(at - 12, true));
    if (view.getUint32(end64, true) !== end64Signature) throw damagedZip("no zip64 directory");
    return {
      count: Number(view.getBigUint64(end64 + 32, true)),
      start: Number(view.getBigUint64(end64 + 48, true)),
    };
  }
  throw damagedZip("the directory at the end is missing; the file is cut off");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== centralSignature) throw damagedZip("broken directory");
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const name = nameOf(bytes.subarray(at + 46, nameEnd), (flags & utf8Names) !== 0);
  if (flags & 1) throw new HostError("encrypted-workbook", name);
  const sizes = sizesOf(view, at, nameEnd, extraEnd);
  if (view.getUint32(sizes.offset, true) !== localSignature) throw damagedZip(`${name} is not where it should be`);
  const begin = sizes.offset + 30 + view.getUint16(sizes.offset + 26, true) + view.getUint16(sizes.offset + 28, true);
  if (begin + sizes.packed > bytes.length) throw damagedZip(`${name} is cut off`);
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: sizes.size,
    packed: bytes.subarray(begin, begin + sizes.packed),
    time: view.getUint32(at + 12, true),
  };
  return { entry, next: extraEnd + view.getUint16(at + 32, true) };
}

/** Sizes and offset, from the zip64 extra field (id 1) where the plain ones are full. */
function sizesOf(view: DataView, at: number, nameEnd: number, extraEnd: number) {
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let extra = nameEnd; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let field = extra + 4;
    for (const key of ["size", "packed", "offset"] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      sizes[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return sizes;
}

/** Names are UTF-8 when flagged so; else the old code page, of which parts of a workbook use only ASCII. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  const name = new TextDecoder(utf8 ? "utf-8" : "latin1").decode(bytes);
  return name.includes("\\") ? name.replaceAll("\\", "/") : name;
}

/** The contents of an entry, checked against its checksum. Throws HostError("damaged-workbook") that names the part. */
export function unpack(entry: ZipEntry): Uint8Array {
  const { name, size, packed } = entry;
  const damaged = (detail: string): HostError => new HostError("damaged-workbook", `${name}: ${detail}`);
  if (size > largestPart) throw damaged(`declares ${size} bytes, more than is read`);
  if (size > packed.length * bestRatio + bestRatio)
    throw damaged(`declares ${size} bytes in ${packed.length} packed ones`);
  let contents: Uint8Array;
  if (entry.method === 0) {
    contents = packed;
  } else if (entry.method === 8) {
    try {
      contents = inflateSync(packed, { out: new Uint8Array(size) });
    } catch {
      throw damaged("cannot be unpacked");
    }
  } else {
    throw damaged(`packed by method ${entry.method}, which is not read`);
  }
  if (contents.length !== size || crc32(contents) !== entry.crc) throw damaged("its checksum is wrong");
  return contents;
}

/** The entries as one zip file, in the given order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const bodies = entries.reduce((sum, entry, i) => sum + 30 + names[i]!.length + entry.packed.length, 0);
  const directory = names.reduce((sum, name) => sum + 46 + name.length, 0);
  if (bodies > 0xfffffff0 || entries.length >= 0xffff) throw new HostError("payload-too-large", "zip over 4 GB");
  const bytes = new Uint8Array(bodies + directory + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let central = bodies;
  entries.forEach((entry, i) => {
    const name = names[i]!;
    view.setUint32(central, centralSignature, true);
    view.setUint16(central + 4, 20, true);
    writeHeader(view, central + 6, entry, name);
    view.setUint32(central + 42, at, true);
    bytes.set(name, central + 46);
    central += 46 + name.length;

    view.setUint32(at, localSignature, true);
    writeHeader(view, at + 4, entry, name);
    bytes.set(name, at + 30);
    bytes.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  });
  view.setUint32(central, endSignature, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, bodies, true);
  return bytes;
}

/** The fields that an entry's own header and the directory share. */
function writeHeader(view: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, name.some((byte) => byte > 127) ? utf8Names : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
}
