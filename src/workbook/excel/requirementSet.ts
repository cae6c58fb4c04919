// src/workbook/excel/requirementSet.ts: what Excel must be able to do: range areas, page layout, details of changed cells. The manifest asks for the same.
export const requirementSet = { name: "ExcelApi", minVersion: "1.9" } as const;
