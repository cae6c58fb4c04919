// src/workbook/excel/layoutWriting.ts: widths, heights, what stays in view and how the tab is printed.
import { cellName, columnName } from "../../domain/a1";
import type { SheetModel } from "../../report/sheetModel";
import { type Operation, operation } from "./operation";

const pointsPerPixel = 0.75;
/** In the workbook's standard type a character is seven pixels wide, and a column has five pixels of padding. */
const pixelsPerCharacter = 7;
const padding = 5;
const pointsPerInch = 72;

/** Excel's API counts a column's width in points; the model counts characters. 8.43 characters are 48 points. */
export function pointsOfWidth(characters: number): number {
  return Math.floor(characters * pixelsPerCharacter + padding) * pointsPerPixel;
}

export function layoutOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  return [
    ...widthOperations(sheet, model),
    ...heightOperations(sheet, model),
    operation(() => {
      layOutPage(sheet.pageLayout, model);
      breakPages(sheet.horizontalPageBreaks, model);
    }, 3_000),
  ];
}

/** What belongs to the window: refused while another workbook is at the front (OfficeDev/office-js-docs-pr, "Troubleshooting Excel add-ins"). */
export function viewOperations(sheet: Excel.Worksheet, model: SheetModel): Operation[] {
  return [
    operation(() => {
      sheet.showGridlines = false;
      sheet.freezePanes.unfreeze();
      freeze(sheet, model);
    }),
  ];
}

function widthOperations(sheet: Excel.Worksheet, { columns }: SheetModel): Operation[] {
  return runs(
    columns.map((column, index) => ({ index, ...column, hidden: column.hidden ?? false })),
    (a, b) => a.width === b.width && a.hidden === b.hidden,
  ).map(({ first, last }) =>
    operation(() => {
      const range = sheet.getRange(`${columnName(first.index)}:${columnName(last.index)}`);
      range.format.columnWidth = pointsOfWidth(first.width);
      if (first.hidden) range.columnHidden = true;
    }),
  );
}

function heightOperations(sheet: Excel.Worksheet, { rowHeights }: SheetModel): Operation[] {
  const rows = [...rowHeights].sort(([a], [b]) => a - b).map(([index, height]) => ({ index, height }));
  return runs(rows, (a, b) => a.height === b.height).map(({ first, last }) =>
    operation(() => {
      sheet.getRange(`${first.index + 1}:${last.index + 1}`).format.rowHeight = first.height;
    }),
  );
}

/** Neighbours that are alike, as first and last of each run. */
function runs<T extends { readonly index: number }>(
  all: readonly T[],
  alike: (a: T, b: T) => boolean,
): { first: T; last: T }[] {
  const found: { first: T; last: T }[] = [];
  for (const each of all) {
    const run = found.at(-1);
    if (run?.last.index === each.index - 1 && alike(run.first, each)) run.last = each;
    else found.push({ first: each, last: each });
  }
  return found;
}

function freeze(sheet: Excel.Worksheet, { frozen: { rows, columns } }: SheetModel): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRange(`A1:${cellName(rows - 1, columns - 1)}`));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** Those of an earlier run go first: its sections may have stood elsewhere. */
function breakPages(breaks: Excel.PageBreakCollection, { pageBreaks = [] }: SheetModel): void {
  breaks.removePageBreaks();
  for (const row of pageBreaks) breaks.add(`A${row + 1}`);
}

/** A4, landscape, one page wide and as many high as it takes, or one; the same as in the .xlsx way. */
function layOutPage(layout: Excel.PageLayout, { printTitleRows, onePage }: SheetModel): void {
  layout.orientation = "Landscape";
  layout.paperSize = "A4";
  layout.zoom = onePage === true ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  layout.leftMargin = 0.5 * pointsPerInch;
  layout.rightMargin = 0.5 * pointsPerInch;
  layout.topMargin = 0.6 * pointsPerInch;
  layout.bottomMargin = 0.7 * pointsPerInch;
  layout.headerMargin = 0.3 * pointsPerInch;
  layout.footerMargin = 0.3 * pointsPerInch;
  layout.headersFooters.defaultForAllPages.rightHeader = "&F";
  layout.headersFooters.defaultForAllPages.leftFooter = "&A";
  layout.headersFooters.defaultForAllPages.rightFooter = "&P (&N)";
  if (printTitleRows !== null) layout.setPrintTitleRows(`$${printTitleRows.from + 1}:$${printTitleRows.to + 1}`);
}
