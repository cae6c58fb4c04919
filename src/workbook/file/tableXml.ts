// src/workbook/file/tableXml.ts: a native table as XML, and the check that its header cells say what it says.
import type { SheetModel, TableModel } from "../../report/sheetModel";
import { areaName } from "./sheetXml";
import { xmlHeader, type Vocabulary } from "./vocabulary";
import { escapeCellAttribute, escapeXml } from "./xmlText";

/** `id` must differ from that of every other table in the workbook. */
export function tableXml(sheet: SheetModel, table: TableModel, id: number, vocabulary: Vocabulary): string {
  checkTable(sheet, table);
  const columns = table.columns.map((name, i) => `<tableColumn id="${i + 1}" name="${escapeCellAttribute(name)}"/>`);
  const name = escapeXml(table.name);
  const area = areaName(table.area);
  return (
    `${xmlHeader}<table xmlns="${vocabulary.main}" id="${id}" name="${name}" displayName="${name}" ref="${area}" totalsRowShown="0">` +
    `<autoFilter ref="${area}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    // No style of its own: the cells have theirs.
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

/** Excel calls a file damaged whose header cells differ from the table's columns, or whose table has no row. */
function checkTable(sheet: SheetModel, { name, area, columns }: TableModel): void {
  if (area.bottom <= area.top) throw new RangeError(`table ${name} has no row`);
  if (columns.length !== area.right - area.left + 1)
    throw new RangeError(`table ${name}: columns do not fill its area`);
  if (new Set(columns.map((column) => column.toLowerCase())).size < columns.length) {
    throw new RangeError(`table ${name}: two columns of one name`);
  }
  columns.forEach((column, i) => {
    const content = sheet.rows[area.top]?.[area.left + i]?.content;
    if (content?.kind !== "text" || content.text !== column)
      throw new RangeError(`table ${name}: heading ${column} is not in its cell`);
  });
}
