// tests/bench/xlsx.ts: reading a workbook of 100 000 rows × 10 columns against unpacking the same zip, in one run.
// Run with `npm run bench -- xlsx`. Ratios count, not milliseconds: the machine is part of those.
import { unzipSync, zipSync, type Zippable } from "fflate";
import { columnName } from "../../src/domain/a1";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";

import { generator } from "./random";

const LIMIT = 4;
const SEED = 20_240_602;
const LINES = 80;
const FIRST_YEAR = 2015;
const YEARS = 10;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const headings = [
  "Kostnadsslag",
  "År",
  "Utfall",
  "Budget",
  "Insats",
  "Part",
  "Datum",
  "Verifikat",
  "Kommentar",
  "Andel",
];

/**
 * A ledger as Excel saves it, made without the product's own writer: texts in the shared table (a tenth of the comments are unique),
 * dates by style, amounts with öre. The same bytes for the same count.
 */
export function ledgerWorkbook(rows: number): Uint8Array {
  const random = generator(SEED);
  const texts: string[] = [];
  const slots = new Map<string, number>();
  const shared = (text: string): number => {
    let slot = slots.get(text);
    if (slot === undefined) {
      slots.set(text, (slot = texts.length));
      texts.push(text);
    }
    return slot;
  };
  const lines = [
    `<row r="1" spans="1:10">${headings.map((text, i) => `<c r="${columnName(i)}1" t="s"><v>${shared(text)}</v></c>`).join("")}</row>`,
  ];
  for (let row = 2; row <= rows + 1; row++) {
    const line = random() % LINES;
    // Costs are negative; one in fifty is a credit.
    const amount = (): string => String(((random() % 10_000_000) / 100) * (random() % 50 === 0 ? 1 : -1));
    const comment = row % 10 === 0 ? `Faktura ${row} för åtgärd` : "Månadsvis";
    lines.push(
      `<row r="${row}" spans="1:10" x14ac:dyDescent="0.25"><c r="A${row}" t="s"><v>${shared(`${5010 + line * 10} Kostnadsslag ${line + 1}`)}</v></c>` +
        `<c r="B${row}"><v>${FIRST_YEAR + (random() % YEARS)}</v></c><c r="C${row}" s="1"><v>${amount()}</v></c>` +
        `<c r="D${row}" s="1"><v>${amount()}</v></c><c r="E${row}" t="s"><v>${shared(`Insats ${1 + (random() % 40)}`)}</v></c>` +
        `<c r="F${row}" t="s"><v>${shared(["Kommunen", "Regionen", "Försäkringskassan"][random() % 3]!)}</v></c>` +
        `<c r="G${row}" s="2"><v>${42_005 + (random() % 3650)}</v></c><c r="H${row}"><v>${random() % 1_000_000}</v></c>` +
        `<c r="I${row}" t="s"><v>${shared(comment)}</v></c><c r="J${row}"><v>${(random() % 1_000_000) / 1_000_003}</v></c></row>`,
    );
  }
  return zipSync(partsOf(lines.join(""), texts), { mtime: "1980-01-01T12:00:00Z" });
}

function partsOf(rows: string, texts: readonly string[]): Zippable {
  const encode = (text: string): Uint8Array =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (content: string): Uint8Array =>
    encode(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  return {
    "[Content_Types].xml": encode(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
        `<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    ),
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": encode(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "worksheets/sheet1.xml") +
        relation(2, "styles", "styles.xml") +
        relation(3, "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/styles.xml": encode(
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    "xl/sharedStrings.xml": encode(
      `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    ),
    "xl/worksheets/sheet1.xml": encode(
      `<worksheet xmlns="${MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  };
}

/** Median milliseconds of reading and of unpacking alone, and whether every amount came through. */
export interface XlsxResult {
  readonly rows: number;
  readonly unpack: number;
  readonly read: number;
  /** Read / unpack; at most 4. */
  readonly ratio: number;
  readonly cells: number;
}

export async function xlsxBench(rows: number): Promise<XlsxResult> {
  const bytes = ledgerWorkbook(rows);
  const unpack: number[] = [];
  const read: number[] = [];
  let cells = 0;
  for (let round = 0; round < 11; round++) {
    let start = performance.now();
    unzipSync(bytes);
    unpack.push(performance.now() - start);
    start = performance.now();
    const grid = (await openXlsx(bytes, "ledger.xlsx").read()).grids[0]!;
    read.push(performance.now() - start);
    cells = grid.values.reduce((sum, row) => sum + row.length, 0);
  }
  const [unpackTime, readTime] = [median(unpack), median(read)];
  return { rows, unpack: unpackTime, read: readTime, ratio: readTime / unpackTime, cells };
}

/** Without the first rounds, in which the machine code is still being made. */
function median(times: readonly number[]): number {
  const later = times.slice(2).sort((a, b) => a - b);
  return later[Math.floor(later.length / 2)]!;
}

/** Prints one line per count; returns whether the limit was kept and no cell was lost. */
export async function reportXlsxBench(counts: readonly number[]): Promise<boolean> {
  console.log("Reading an .xlsx against unpacking it (median ms)");
  let kept = true;
  for (const count of counts) {
    const { rows, unpack, read, ratio, cells } = await xlsxBench(count);
    const expected = (rows + 1) * headings.length;
    kept &&= cells === expected && ratio <= LIMIT;
    console.log(
      `${String(rows).padStart(9)} rows: unpack ${unpack.toFixed(0)}, read ${read.toFixed(0)}: ${ratio.toFixed(2)} × (at most ${LIMIT}); ` +
        `cells ${cells} of ${expected}`,
    );
  }
  return kept;
}
