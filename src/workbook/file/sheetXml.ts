// src/workbook/file/sheetXml.ts: a sheet model as the XML of a worksheet. Its rows are made by rowsXml.ts.
import { cellName, rangeName } from "../../domain/a1";
import type { Area, SheetModel } from "../../report/sheetModel";
import { rowsXml, widestRow } from "./rowsXml";
import type { StyleTable } from "./styleTable";
import { xmlHeader, type Vocabulary } from "./vocabulary";
import { escapeXml } from "./xmlText";

export interface SheetParts {
  readonly vocabulary: Vocabulary;
  readonly styles: StyleTable;
  /** Relation ids within the sheet. */
  readonly drawing: string | null;
  readonly tables: readonly string[];
  /** The tab that is in front when the workbook is opened. */
  readonly selected: boolean;
}

export function areaName(area: Area): string {
  return rangeName(area.top, area.left, area.bottom, area.right);
}

/** The part's text in pieces: a sheet may be too long to stand whole in memory. */
export function* sheetXml(sheet: SheetModel, parts: SheetParts): Generator<string> {
  const { vocabulary, styles } = parts;
  const width = Math.max(1, widestRow(sheet.rows));
  const used = rangeName(0, 0, Math.max(0, sheet.rows.length - 1), width - 1);
  yield [
    `${xmlHeader}<worksheet xmlns="${vocabulary.main}" xmlns:r="${vocabulary.relations}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${used}"/>`,
    viewXml(sheet, parts.selected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    "<sheetData>",
  ].join("");
  yield* rowsXml(sheet, width, styles);
  yield [
    "</sheetData>",
    ...sheet.marks.map((mark, i) => {
      const rule = `<cfRule type="expression" dxfId="${styles.mark(mark.look)}" priority="${i + 1}">`;
      const formula = escapeXml(mark.formula);
      return `<conditionalFormatting sqref="${areaName(mark.area)}">${rule}<formula>${formula}</formula></cfRule></conditionalFormatting>`;
    }),
    choicesXml(sheet),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    // Paper 9 is A4; one page wide, as many high as it takes (0) or one.
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${sheet.onePage === true ? 1 : 0}"/>`,
    "<headerFooter><oddHeader>&amp;R&amp;F</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P (&amp;N)</oddFooter></headerFooter>",
    pageBreaksXml(sheet),
    parts.drawing === null ? "" : `<drawing r:id="${parts.drawing}"/>`,
    tablePartsXml(parts.tables),
    "</worksheet>",
  ].join("");
}

function choicesXml({ choices = [] }: SheetModel): string {
  if (choices.length === 0) return "";
  const each = choices.map(({ area, from, title, note }) => {
    const told = `showInputMessage="1" promptTitle="${escapeXml(title.slice(0, 32))}" prompt="${escapeXml(note.slice(0, 255))}"`;
    const cells = `sqref="${areaName(area)}"`;
    return from === null
      ? `<dataValidation allowBlank="1" ${told} ${cells}/>`
      : `<dataValidation type="list" allowBlank="1" ${told} ${cells}><formula1>${escapeXml(from)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join("")}</dataValidations>`;
}

/** A break stands after the row with its number. */
function pageBreaksXml({ pageBreaks = [] }: SheetModel): string {
  if (pageBreaks.length === 0) return "";
  const breaks = pageBreaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  return `<rowBreaks count="${pageBreaks.length}" manualBreakCount="${pageBreaks.length}">${breaks}</rowBreaks>`;
}

function viewXml(sheet: SheetModel, selected: boolean): string {
  const { rows, columns } = sheet.frozen;
  const open = `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `${open}/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return (
    `${open}><pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function columnsXml(sheet: SheetModel): string {
  if (sheet.columns.length === 0) return "";
  const columns = sheet.columns.map(({ width, hidden }, i) => {
    // The file counts five pixels of padding in; a character is seven pixels wide.
    const stored = Math.round((width + 5 / 7) * 256) / 256;
    return `<col min="${i + 1}" max="${i + 1}" width="${stored}"${hidden === true ? ' hidden="1"' : ""} customWidth="1"/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

function tablePartsXml(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  return `<tableParts count="${tables.length}">${tables.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`;
}
