// src/report/pageBreaks.ts: where a tab's printed pages begin, so that a section is not cut off from its heading.
// Sections begin at their heading over the whole width; one goes to the next page where it would not fit on this one.
import type { SheetModel } from "./sheetModel";

/** A4, landscape, within the margins that both adapters set, in points. */
const PAGE = { width: 769.9, height: 501.7 };
const ROW = 15;
/** Printers and programs differ by a little in how high a row comes out. */
const MARGIN = 0.95;

/** A character is seven pixels, a column has five of padding, a pixel is three quarters of a point. */
function widthOf({ columns }: SheetModel): number {
  const pixels = columns.reduce((sum, { width, hidden }) => sum + (hidden === true ? 0 : Math.floor(width * 7 + 5)), 0);
  return pixels * 0.75;
}

/** The tab with its page breaks. Rows from the first column's headings of look `group` on belong together. */
export function withPageBreaks(sheet: SheetModel): SheetModel {
  const starts = sheet.rows.flatMap((row, at) => (row[0]?.style.look === "group" ? [at] : []));
  const heightOf = (from: number, to: number): number => {
    let height = 0;
    for (let row = from; row < to; row += 1) height += sheet.rowHeights.get(row) ?? ROW;
    return height;
  };
  const scale = Math.min(1, PAGE.width / widthOf(sheet));
  const { printTitleRows: title } = sheet;
  const repeated = title === null ? 0 : heightOf(title.from, title.to + 1);
  const page = (PAGE.height / scale) * MARGIN;
  const pageBreaks: number[] = [];
  let used = heightOf(0, starts[0] ?? 0) % page;
  starts.forEach((start, index) => {
    const height = heightOf(start, starts[index + 1] ?? sheet.rows.length);
    // One that is longer than a page is cut anywhere: a page that is mostly empty would not help it.
    const isLonger = height > page - repeated;
    if (used + height > page && (!isLonger || used > page / 2)) {
      pageBreaks.push(start);
      used = repeated;
    }
    used = used + height > page ? repeated + ((used + height - page) % (page - repeated)) : used + height;
  });
  return { ...sheet, pageBreaks };
}
