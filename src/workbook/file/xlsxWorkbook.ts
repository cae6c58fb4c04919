// src/workbook/file/xlsxWorkbook.ts: the port on an .xlsx file held as bytes. The same in a browser and in Node.
import { inSlices, type Steps, type Work } from "../../domain/steps";
import type { Grid, SourceWorkbook } from "../../intake/grid";
import type { SheetModel } from "../../report/sheetModel";
import { type FileWorkbook, HostError, type SheetName } from "../workbook";
import { textsOfNames, textsOfParts, textsOfSheet } from "./besideCells";
import { keptChoices, withChoices } from "./choicePatch";
import { isCompoundFile } from "./compoundFile";
import { emptyPackage } from "./emptyPackage";
import { readLooks, readNumberFormats } from "./numberFormats";
import { OpcPackage } from "./opcPackage";
import { readSharedStrings } from "./sharedStrings";
import { namesSettledIn, withSheets } from "./sheetSet";
import { scanSheet, type ScanContext } from "./sheetScanner";
import { workbookTypes } from "./vocabulary";
import { readWorkbookPart, type SheetEntry } from "./workbookPart";
import { isZip } from "./zip";

/** Use `openXlsx` or `newXlsx`. */
export class XlsxWorkbook implements FileWorkbook {
  constructor(
    private pkg: OpcPackage,
    private readonly name: string,
  ) {}

  /** Every worksheet in tab order; sheets that are charts are left out. Throws HostError("damaged-workbook") naming the part. */
  read(work?: Work): Promise<SourceWorkbook> {
    return inSlices(this.source(), work);
  }

  settleNames(proposed: readonly SheetName[]): Promise<readonly SheetName[]> {
    return settled(() => namesSettledIn(readWorkbookPart(this.pkg).sheets, proposed));
  }

  /**
   * Throws HostError: "workbook-protected" or "sheet-protected" where the user has locked the tabs or one of ours. Nothing is changed
   * then. Our tables take names that are free.
   */
  async write(sheets: readonly SheetModel[], work?: Work): Promise<void> {
    this.pkg = await inSlices(withSheets(this.pkg, sheets), work);
  }

  keepChoices(text: string): Promise<void> {
    return settled(() => {
      this.pkg = withChoices(this.pkg, text);
    });
  }

  /** How the name of a file with these bytes must end: Excel refuses a workbook whose name and contents differ in having macros. */
  get extension(): ".xlsx" | ".xlsm" {
    return workbookTypes.get(readWorkbookPart(this.pkg).type)?.extension ?? ".xlsx";
  }

  /**
   * The workbook as it is now, as a file whose name ends with `extension`; a template has become a workbook. Throws
   * HostError("sheet-missing") for a new one that nothing was written to.
   */
  bytes(): Uint8Array<ArrayBuffer> {
    const { sheets, path, type } = readWorkbookPart(this.pkg);
    if (sheets.length === 0) throw new HostError("sheet-missing", "a workbook needs a sheet");
    const savedAs = workbookTypes.get(type)?.savedAs ?? type;
    if (savedAs === type) return this.pkg.bytes();
    const saved = this.pkg.copy();
    saved.declare(new Set(), [[path, savedAs]]);
    return saved.bytes();
  }

  private *source(): Steps<SourceWorkbook> {
    const workbook = readWorkbookPart(this.pkg);
    const { stringsPath } = workbook;
    const context = {
      sharedStrings: stringsPath === null ? [] : readSharedStrings(stringsPath, this.pkg.text(stringsPath)),
      formats: readNumberFormats(this.pkg, workbook.stylesPath),
      looks: readLooks(this.pkg, workbook.stylesPath),
      date1904: workbook.date1904,
    };
    const sheets = workbook.sheets.filter((sheet) => sheet.isWorksheet && !isModule(sheet));
    const grids: Grid[] = [];
    const texts: NonNullable<SourceWorkbook["texts"]>[number][] = [];
    for (const sheet of sheets) {
      yield { done: grids.length, of: sheets.length };
      const xml = this.partOf(sheet);
      grids.push(gridOf(sheet, xml, context));
      texts.push(...textsOfSheet(xml));
    }
    texts.push(...textsOfNames(workbook.names), ...textsOfParts(this.pkg));
    return { name: this.name, date1904: workbook.date1904, grids, texts, choices: keptChoices(workbook) };
  }

  private partOf({ path, name }: SheetEntry): string {
    if (path === null) throw new HostError("damaged-workbook", `sheet "${name}" has no part`);
    return this.pkg.text(path);
  }
}

function gridOf(sheet: SheetEntry, xml: string, context: Omit<ScanContext, "path">): Grid {
  const scanned = scanSheet(xml, { ...context, path: sheet.path ?? "" });
  return { sheet: sheet.name, ...scanned, hidden: sheet.hidden, role: sheet.role };
}

/** An entry without a part of its own: a macro module of an old workbook, which has no cells. */
function isModule({ relationId }: SheetEntry): boolean {
  return relationId === "";
}

/** The port is asynchronous for Excel's sake; here the work is done at once, and a refusal is still a rejection. */
function settled<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/**
 * The workbook in `bytes`; `name` is its file name. Throws HostError: "not-a-workbook", "encrypted-workbook", "legacy-xls" (an .xls,
 * or another document of that age) or "damaged-workbook", with the part in question in `detail`.
 */
export function openXlsx(bytes: Uint8Array, name: string): XlsxWorkbook {
  if (isCompoundFile(bytes)) {
    throw new HostError(holdsUtf16(bytes, "EncryptedPackage") ? "encrypted-workbook" : "legacy-xls");
  }
  if (!isZip(bytes)) throw new HostError("not-a-workbook", bytes.length === 0 ? "empty file" : "");
  const pkg = OpcPackage.read(bytes);
  readWorkbookPart(pkg);
  return new XlsxWorkbook(pkg, name);
}

/** A workbook without any sheet yet; what is written becomes all of it. */
export function newXlsx(name: string): XlsxWorkbook {
  return new XlsxWorkbook(emptyPackage(), name);
}

/** Whether the directory of a compound file (OLE) names a stream so: its names are UTF-16. */
function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from({ length: text.length * 2 }, (_, i) => (i % 2 === 0 ? text.charCodeAt(i / 2) : 0));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
