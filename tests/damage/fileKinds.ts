// tests/damage/fileKinds.ts: damage to files: containers, parts, encodings, and files that are something else than they are called. All of it
// is made when it runs, from workbooks that are whole.
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { type Book, copiedTruth, csvOf, type Parts, partsOf, zipOf } from "./book";
import type { Rng } from "./generate";

export interface DamagedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface FileKind {
  readonly name: string;
  readonly group: string;
  /** Null: it cannot happen to this book. */
  readonly hurt: (book: Book, rng: Rng) => DamagedFile | null;
}

const NAME = "bok.xlsx";
const MTIME = { mtime: "1980-01-01T12:00:00Z" };

function ofBytes(name: string, change: (bytes: Uint8Array, rng: Rng) => Uint8Array): FileKind {
  return {
    name,
    group: "files: the container",
    hurt: (book, rng) => ({ bytes: change(zipOf(partsOf(book)), rng), name: NAME }),
  };
}

function ofEntries(name: string, change: (entries: Zippable) => Zippable): FileKind {
  return ofBytes(name, (bytes) => zipSync(change({ ...unzipSync(bytes) }), MTIME));
}

function ofParts(name: string, change: (parts: Parts, rng: Rng) => Parts | null): FileKind {
  return {
    name,
    group: "files: the parts",
    hurt: (book, rng) => {
      const parts = change(partsOf(book), rng);
      return parts === null ? null : { bytes: zipOf(parts), name: NAME };
    },
  };
}

/** Another text of a part. */
const inPart = (name: string, path: string, change: (xml: string, rng: Rng) => string | null): FileKind =>
  ofParts(name, (parts, rng) => {
    const xml = change(parts[path]!, rng);
    return xml === null || xml === parts[path] ? null : { ...parts, [path]: xml };
  });

const without = (name: string, path: string): FileKind =>
  ofParts(name, (parts) => Object.fromEntries(Object.entries(parts).filter(([own]) => own !== path)));

function other(name: string, bytes: (book: Book) => Uint8Array | string, file = NAME): FileKind {
  return {
    name,
    group: "files: something else",
    hurt: (book) => {
      const made = bytes(book);
      return { bytes: typeof made === "string" ? strToU8(made) : made, name: file };
    },
  };
}

function ofText(name: string, change: (text: string, book: Book) => Uint8Array | string | null): FileKind {
  return {
    name,
    group: "files: text",
    hurt: (book) => {
      if (book.sheets.length > 1) return null;
      const made = change(csvOf(book.sheets[0]!), book);
      return made === null
        ? null
        : { bytes: typeof made === "string" ? strToU8(made) : made, name: `${book.sheets[0]!.name}.csv` };
    },
  };
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const all = mark ? [0xfeff, ...units] : units;
  return Uint8Array.from(all.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

const latin1 = (text: string): Uint8Array | null =>
  Array.from(text).every((letter) => letter.codePointAt(0)! < 256)
    ? Uint8Array.from(Array.from(text, (letter) => letter.codePointAt(0)!))
    : null;

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = copy[at]! ^ 0x55;
  return copy;
}

/** Where the container's directory begins. */
function directoryAt(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);
}

/** A field of every entry of the directory, `size` bytes at `offset`. */
function inDirectory(bytes: Uint8Array, offset: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = directoryAt(copy); at + 46 < copy.length && view.getUint32(at, true) === 0x02014b50;) {
    change(view, at + offset);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const WORKBOOK = "xl/workbook.xml";

export const FILE_KINDS: readonly FileKind[] = [
  ...[0.1, 0.5, 0.9].map((share) =>
    ofBytes(`cut off after ${share * 100} %`, (bytes) => bytes.slice(0, Math.floor(bytes.length * share))),
  ),
  ofBytes("the last byte lost", (bytes) => bytes.slice(0, -1)),
  ofBytes("the first byte lost", (bytes) => bytes.slice(1)),
  ofBytes("a byte wrong somewhere", (bytes, rng) => flipped(bytes, rng.between(4, bytes.length - 30))),
  ofBytes("a byte of the contents wrong", (bytes, rng) => flipped(bytes, rng.between(60, directoryAt(bytes) - 1))),
  ofBytes("the directory lost", (bytes) => bytes.slice(0, directoryAt(bytes))),
  ofBytes("checksums wrong", (bytes) => inDirectory(bytes, 16, (view, at) => view.setUint32(at, 7, true))),
  ofBytes("sizes too small", (bytes) => inDirectory(bytes, 24, (view, at) => view.setUint32(at, 10, true))),
  ofBytes("sizes too large", (bytes) => inDirectory(bytes, 24, (view, at) => view.setUint32(at, 0x7fffffff, true))),
  ofBytes("offsets outside the file", (bytes) =>
    inDirectory(bytes, 42, (view, at) => view.setUint32(at, 0x7ffffff0, true)),
  ),
  ofBytes("a method that nobody knows", (bytes) => inDirectory(bytes, 10, (view, at) => view.setUint16(at, 99, true))),
  ofBytes("marked as encrypted", (bytes) => inDirectory(bytes, 8, (view, at) => view.setUint16(at, 1, true))),
  ofBytes("words after the end", (bytes) => Uint8Array.from([...bytes, ...strToU8("\r\n-- sent by mail --\r\n")])),
  ofBytes("words before the beginning", (bytes) => Uint8Array.from([...strToU8("mail\r\n"), ...bytes])),
  ofBytes("line ends of text put in", (bytes) =>
    Uint8Array.from(Array.from(bytes).flatMap((byte) => (byte === 10 ? [13, 10] : [byte]))),
  ),
  ofBytes("read as UTF-8 and written again", (bytes) => strToU8(new TextDecoder().decode(bytes))),
  ofEntries("no entries", () => ({})),
  ofEntries("not packed", (entries) =>
    Object.fromEntries(Object.entries(entries).map(([path, own]) => [path, [own as Uint8Array, { level: 0 }]])),
  ),
  ofEntries("backslashes in paths", (entries) =>
    Object.fromEntries(Object.entries(entries).map(([path, own]) => [path.replaceAll("/", "\\"), own])),
  ),
  ofEntries("paths in capitals", (entries) =>
    Object.fromEntries(Object.entries(entries).map(([path, own]) => [path.toUpperCase(), own])),
  ),
  ofEntries("everything in a folder", (entries) =>
    Object.fromEntries(Object.entries(entries).map(([path, own]) => [`bok/${path}`, own])),
  ),
  ofEntries("paths from the root", (entries) =>
    Object.fromEntries(Object.entries(entries).map(([path, own]) => [`/${path}`, own])),
  ),
  ofEntries("parts in the other order", (entries) => Object.fromEntries(Object.entries(entries).reverse())),
  ofEntries("parts that are no workbook's", (entries) => ({
    ...entries,
    "__MACOSX/._xl": strToU8("x"),
    "Thumbs.db": strToU8("y"),
  })),
  ofBytes("a workbook in a container", (bytes) => zipSync({ "bok.xlsx": bytes }, MTIME)),
  {
    name: "two sheets' entries by one name",
    group: "files: the container",
    hurt: (book) => {
      const bytes = zipOf({ ...partsOf(book), "xl/worksheets/sheetX.xml": "<worksheet><sheetData/></worksheet>" });
      const [from, to] = ["sheetX.xml", "sheet1.xml"].map((text) => strToU8(text));
      const copy = bytes.slice();
      for (let at = 0; at + from!.length <= copy.length; at++)
        if (from!.every((byte, index) => copy[at + index] === byte)) copy.set(to!, at);
      return { bytes: copy, name: NAME };
    },
  },
  without("no texts", STRINGS),
  without("no styles", "xl/styles.xml"),
  without("no workbook part", WORKBOOK),
  without("no sheet", SHEET),
  without("no relations of the workbook", "xl/_rels/workbook.xml.rels"),
  without("no relations of the package", "_rels/.rels"),
  without("no content types", "[Content_Types].xml"),
  ofParts("wrong content types", (parts) => ({
    ...parts,
    "[Content_Types].xml": parts["[Content_Types].xml"]!.replaceAll("spreadsheetml", "wordprocessingml"),
  })),
  ofParts("texts and sheet in each other's place", (parts) => ({
    ...parts,
    [SHEET]: parts[STRINGS]!,
    [STRINGS]: parts[SHEET]!,
  })),
  {
    name: "the sheets in each other's place",
    group: "files: the parts",
    hurt: (book) => {
      const parts = partsOf(book);
      const second = "xl/worksheets/sheet2.xml";
      if (parts[second] === undefined) return null;
      // Which of the two is whose is what the sheets' names or their titles say.
      const [one, two] = copiedTruth(book.truth);
      if (one !== undefined && two !== undefined)
        book.alternatives.push([
          { ...one, name: two.name },
          { ...two, name: one.name },
        ]);
      return { bytes: zipOf({ ...parts, [SHEET]: parts[second], [second]: parts[SHEET]! }), name: NAME };
    },
  },
  inPart("a sheet cut off", SHEET, (xml) => xml.slice(0, Math.floor(xml.length * 0.6))),
  inPart("texts cut off", STRINGS, (xml) => xml.slice(0, Math.floor(xml.length * 0.6))),
  inPart("a bare ampersand", STRINGS, (xml) => xml.replace("</t>", " & mer</t>")),
  inPart("a tag that is never closed", SHEET, (xml) => xml.replace("</row>", "")),
  inPart("an empty sheet part", SHEET, () => ""),
  inPart("a size that is huge", SHEET, (xml) =>
    xml.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'),
  ),
  inPart("a size that is none", SHEET, (xml) => xml.replace("<sheetData>", '<dimension ref="??"/><sheetData>')),
  inPart("a cell at the end of the sheet", SHEET, (xml) =>
    xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>0</v></c></row></sheetData>'),
  ),
  inPart("a row beyond the end of the sheet", SHEET, (xml) =>
    xml.replace("</sheetData>", '<row r="99999999"><c r="A99999999"><v>0</v></c></row></sheetData>'),
  ),
  inPart("a column beyond the end of the sheet", SHEET, (xml) =>
    xml.replace("</sheetData>", '<row r="900"><c r="ZZZZZ900"><v>0</v></c></row></sheetData>'),
  ),
  inPart("rows without numbers", SHEET, (xml) => xml.replace(/<row r="\d+"/gu, "<row")),
  inPart("cells without addresses", SHEET, (xml) => xml.replace(/<c r="[A-Z]+\d+"/gu, "<c")),
  inPart("rows in the other order", SHEET, (xml) =>
    xml.replace(
      /<sheetData>(.*)<\/sheetData>/su,
      (_, rows: string) => `<sheetData>${(rows.match(/<row.*?<\/row>/gsu) ?? []).reverse().join("")}</sheetData>`,
    ),
  ),
  inPart("a row twice", SHEET, (xml) => xml.replace(/<row r="6".*?<\/row>/su, (row) => row + row)),
  inPart("a text that is not there", SHEET, (xml) => xml.replace(/t="s"><v>\d+/u, 't="s"><v>99999')),
  inPart("a style that is not there", SHEET, (xml) => xml.replace(/ s="\d+"/u, ' s="4000"')),
  inPart("a number with spaces", SHEET, (xml) => xml.replace(/<v>(-?\d+)<\/v><\/c><\/row>/u, "<v> $1 </v></c></row>")),
  inPart("a number that is none", SHEET, (xml) =>
    xml.replace(/(<c r="[C-Z]\d+"[^>]*><v>)-?[\d.]+(<\/v><\/c><\/row>)/u, "$1NaN$2"),
  ),
  inPart("a number with a decimal comma", SHEET, (xml) =>
    xml.replace(/(<c r="[C-Z]\d+"[^>t]*><v>-?\d+)(<\/v><\/c><\/row>)/u, "$1,00$2"),
  ),
  inPart("numbers as strings", SHEET, (xml) =>
    xml.replace(/<c r="([B-Z]\d+)"([^>t]*)><v>(-?[\d.]+)<\/v>/gu, '<c r="$1"$2 t="str"><v>$3</v>'),
  ),
  inPart("prefixes on every tag", SHEET, (xml) => xml.replace(/<(\/?)(\w)/gu, "<$1x:$2").replace("xmlns=", "xmlns:x=")),
  inPart("a document type", SHEET, (xml) => `<!DOCTYPE worksheet [<!ENTITY a "b">]>${xml}`),
  inPart("a byte order mark in a part", SHEET, (xml) => `\uFEFF${xml}`),
  inPart("comments in the sheet", SHEET, (xml) =>
    xml.replaceAll("<row ", '<!-- <row r="1"><c><v>9</v></c></row> --><row '),
  ),
  inPart("two sheets by one name", WORKBOOK, (xml) =>
    xml.replace("</sheets>", `${/<sheet .*?\/>/u.exec(xml)![0].replace(/sheetId="\d+"/u, 'sheetId="77"')}</sheets>`),
  ),
  inPart("a sheet without relation", WORKBOOK, (xml) => xml.replace(/ r:id="rId1"/u, "")),
  inPart("a sheet of a relation that is not there", WORKBOOK, (xml) => xml.replace('r:id="rId1"', 'r:id="rId99"')),
  inPart("very hidden sheets", WORKBOOK, (xml) => xml.replace("<sheet ", '<sheet state="veryHidden" ')),
  inPart("no sheets", WORKBOOK, (xml) => xml.replace(/<sheets>.*<\/sheets>/u, "<sheets/>")),
  inPart("targets from the root", "xl/_rels/workbook.xml.rels", (xml) => xml.replaceAll('Target="', 'Target="/xl/')),
  inPart("targets outside the file", "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace('Target="worksheets/', 'Target="../../../worksheets/'),
  ),
  inPart("targets elsewhere", "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace('Target="worksheets/sheet1.xml"', 'Target="https://example.invalid/s.xml" TargetMode="External"'),
  ),
  other("nothing", () => new Uint8Array()),
  other("zeros", () => new Uint8Array(4000)),
  other(
    "a web page called .xlsx",
    () => "<!DOCTYPE html><html><body><table><tr><td>Utfall</td></tr></table></body></html>",
  ),
  other(
    "a table of XML called .xlsx",
    () => '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
  ),
  other("a PDF called .xlsx", () => "%PDF-1.4\n%âãÏÓ\n1 0 obj\n"),
  other("an old workbook called .xlsx", () =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(2000)]),
  ),
  other("text called .xlsx", (book) => csvOf(book.sheets[0]!)),
  other("a workbook called .csv", (book) => zipOf(partsOf(book)), "bok.csv"),
  other("a workbook called .se", (book) => zipOf(partsOf(book)), "bok.se"),
  other("a web page called .csv", () => "<html><body>Logga in</body></html>", "bok.csv"),
  other("an empty .csv", () => "", "bok.csv"),
  other("spaces called .csv", () => " \r\n \r\n", "bok.csv"),
  other("a letter called .txt", () => "Hej!\r\nHär kommer budgeten.\r\nHälsningar\r\n", "brev.txt"),
  other("JSON called .csv", () => '{"budget": [1, 2, 3]}', "bok.csv"),
  ...(["\t", "|"] as const).map((mark) =>
    ofText(`separated by ${mark === "\t" ? "tabs" : "bars"}`, (_, book) => csvOf(book.sheets[0]!, mark)),
  ),
  ofText("separated by commas, amounts quoted", (_, book) => csvOf(book.sheets[0]!, ",")),
  ofText("separated by commas, amounts not quoted", (text) => (/\d,\d/u.test(text) ? text.replaceAll(";", ",") : null)),
  ofText("a row that names the separator", (text) => `sep=;\r\n${text}`),
  ofText("UTF-8 with a mark", (text) => `\uFEFF${text}`),
  ofText("UTF-16", (text) => utf16(text, false, true)),
  ofText("UTF-16, the other way round", (text) => utf16(text, true, true)),
  ofText("UTF-16 without a mark", (text) => utf16(text, false, false)),
  ofText("Windows-1252", (text) => latin1(text)),
  ofText("a byte that is no UTF-8", (text) => Uint8Array.from([...strToU8(text), 0xff])),
  ofText("line ends of Unix", (text) => text.replaceAll("\r\n", "\n")),
  ofText("line ends of an old Mac", (text) => text.replaceAll("\r\n", "\r")),
  ofText("line ends mixed", (text) => text.replace("\r\n", "\n")),
  ofText("everything quoted", (text) =>
    text
      .split("\r\n")
      .map((row) =>
        row
          .split(";")
          .map((each) => (each.startsWith('"') ? each : `"${each}"`))
          .join(";"),
      )
      .join("\r\n"),
  ),
  ofText("a quote that is never closed", (text) => text.replace(/\r\n(\p{L}[^;]*);/u, '\r\n"$1;')),
  ofText("separators at the end of rows", (text) => text.replaceAll("\r\n", ";;;\r\n")),
  ofText("a row too long", (text) => text.replace(/\r\n([^;\r\n]+;[^\r\n]*)$/u, "\r\n$1;77;88")),
  ofText("zero bytes", (text) => text.replaceAll(";", ";\u0000")),
  ofText("a mark of the end of a file", (text) => `${text}\r\n\u001A`),
  ofText("blank lines between rows", (text) => text.replaceAll("\r\n", "\r\n\r\n")),
  ofText("decimal points", (text) => (/\d,\d/u.test(text) ? text.replace(/(\d),(\d)/gu, "$1.$2") : null)),
  ofText("thousands with no-break spaces", (text) => text.replace(/;(-?\d{1,3})(\d{3})(?=[;,\r])/gu, ";$1\u00A0$2")),
];
