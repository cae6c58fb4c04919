// tests/host/inactiveWorkbook.ts: what Excel on Windows and Mac refuses while another workbook is at the front, with the codes it gives.
// OfficeDev/office-js-docs-pr, docs/excel/excel-add-ins-troubleshooting.md, "API limitations when the active workbook switches"; adding a name by
// text: OfficeDev/office-js#2078 (by a range Excel goes down, so the host says so).
import { Fault, type FaultCode } from "./fault";

const refused: Readonly<Record<string, FaultCode>> = {
  "Chart.Activate": "GeneralException",
  "Range.Select": "GeneralException",
  "Table.ClearFilters": "GeneralException",
  "Workbook.GetActiveCell": "InvalidSelection",
  "Workbook.GetSelectedRange": "InvalidSelection",
  "Workbook.GetSelectedRanges": "InvalidSelection",
  "Worksheet.Activate": "GeneralException",
  "Worksheet.Delete": "InvalidSelection",
  "Worksheet.Gridlines": "GeneralException",
  "Worksheet.Headings": "GeneralException",
  "WorksheetCollection.Add": "GeneralException",
  "WorksheetFreezePanes.FreezeAt": "GeneralException",
  "WorksheetFreezePanes.FreezeColumns": "GeneralException",
  "WorksheetFreezePanes.FreezeRows": "GeneralException",
  "WorksheetFreezePanes.GetLocationOrNullObject": "GeneralException",
  "WorksheetFreezePanes.Unfreeze": "GeneralException",
  "NamedItemCollection.Add": "ItemNotFound",
};

/** The refusal of `Class.Member`; null: it works all the same. */
export function refusalWhenInactive(member: string): Fault | null {
  const code = refused[member];
  return code === undefined ? null : new Fault(code, "another workbook is at the front");
}
