// src/workbook/file/vocabulary.ts: the namespaces, relation types and content types that this adapter writes.
// A workbook saved as "strict" has other namespaces than the common (transitional) one; new parts speak the workbook's own.

export interface Vocabulary {
  readonly main: string;
  /** Of `r:id`, and the stem of relation types. */
  readonly relations: string;
  readonly drawing: string;
  readonly chart: string;
  readonly sheetDrawing: string;
  /** Whether a share in a chart is written as a bare number, as here: the strict edition writes it otherwise, and readers differ. */
  readonly barePercent: boolean;
}

const transitional: Vocabulary = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  barePercent: true,
};

const strict: Vocabulary = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relations: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  drawing: "http://purl.oclc.org/ooxml/drawingml/main",
  chart: "http://purl.oclc.org/ooxml/drawingml/chart",
  sheetDrawing: "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
  barePercent: false,
};

/** By the text of the workbook part. */
export function vocabularyOf(workbookXml: string): Vocabulary {
  return workbookXml.includes(strict.main) ? strict : transitional;
}

const sheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Content types, the same for both vocabularies. */
export const contentTypeOf = {
  workbook: `${sheetMl}.sheet.main+xml`,
  worksheet: `${sheetMl}.worksheet+xml`,
  table: `${sheetMl}.table+xml`,
  styles: `${sheetMl}.styles+xml`,
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
} as const;

const macroWorkbook = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

/** A workbook, a template, and both with macros; each with what it is saved as, for what is made from a template is no template. */
export const workbookTypes: ReadonlyMap<string, { readonly savedAs: string; readonly extension: ".xlsx" | ".xlsm" }> =
  new Map([
    [contentTypeOf.workbook, { savedAs: contentTypeOf.workbook, extension: ".xlsx" }],
    [`${sheetMl}.template.main+xml`, { savedAs: contentTypeOf.workbook, extension: ".xlsx" }],
    [macroWorkbook, { savedAs: macroWorkbook, extension: ".xlsm" }],
    ["application/vnd.ms-excel.template.macroEnabled.main+xml", { savedAs: macroWorkbook, extension: ".xlsm" }],
  ]);

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
export const packageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
