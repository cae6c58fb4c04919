// src/workbook/file/numberFormats.ts: the number format code of each cell style, and how it sets a cell off, as the style table gives them.
import type { CellLook } from "../../intake/grid";
import type { OpcPackage } from "./opcPackage";
import { child, childrenNamed } from "./xmlTree";

export const general = "General";
/** What a date without a date format gets, so that it is known for one. */
export const isoDate = "yyyy-mm-dd";

/** Ids that a file may use without spelling them out (ISO/IEC 29500-1, 18.8.30); en-US. */
const builtIn: Readonly<Record<number, string>> = {
  0: general,
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"$"#,##0_);("$"#,##0)',
  6: '"$"#,##0_);[Red]("$"#,##0)',
  7: '"$"#,##0.00_);("$"#,##0.00)',
  8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The code of a built-in id. 27–36 and 50–58 are dates in East Asian editions and unused elsewhere. */
export function builtInFormat(id: number): string {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "m/d/yyyy";
  return builtIn[id] ?? general;
}

/** By cell style index (`s`): whether it is bold, and how far it is set in. Empty where the workbook has no style table. */
export function readLooks(pkg: OpcPackage, stylesPath: string | null): CellLook[] {
  if (stylesPath === null || !pkg.has(stylesPath)) return [];
  const xml = pkg.xml(stylesPath);
  const bold = childrenNamed(child(xml.root, "fonts"), "font").map((font) => {
    const mark = child(font, "b");
    const value = mark === null ? "0" : (xml.attribute(mark, "val") ?? "1");
    return value !== "0" && value !== "false";
  });
  return childrenNamed(child(xml.root, "cellXfs"), "xf").map((element) => {
    const alignment = child(element, "alignment");
    const indent = alignment === null ? 0 : Number(xml.attribute(alignment, "indent") ?? 0);
    return { bold: bold[Number(xml.attribute(element, "fontId") ?? 0)] ?? false, indent: indent > 0 ? indent : 0 };
  });
}

/** By cell style index (`s`): its number format code. Empty where the workbook has no style table. */
export function readNumberFormats(pkg: OpcPackage, stylesPath: string | null): string[] {
  if (stylesPath === null || !pkg.has(stylesPath)) return [];
  const xml = pkg.xml(stylesPath);
  const custom = new Map<number, string>();
  for (const element of childrenNamed(child(xml.root, "numFmts"), "numFmt")) {
    const attributes = xml.attributes(element);
    custom.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? general);
  }
  return childrenNamed(child(xml.root, "cellXfs"), "xf").map((element) => {
    const id = Number(xml.attribute(element, "numFmtId") ?? 0);
    return custom.get(id) ?? builtInFormat(id);
  });
}
