// src/workbook/file/calcChain.ts: Excel's list of formula cells in the order it calculates them. Ours are never put there, but Excel
// puts them there when it saves; a line about a cell that has no formula any more makes Excel call the file damaged.
import type { OpcPackage } from "./opcPackage";
import { XmlEdits, childrenNamed } from "./xmlTree";

/** Takes the cells of these sheets off the list. Returns the part's path when nothing is left and it was removed, else null. */
export function withoutSheets(pkg: OpcPackage, workbookPath: string, sheetIds: ReadonlySet<number>): string | null {
  const path = sheetIds.size === 0 ? null : pkg.related(workbookPath, "calcChain");
  if (path === null || !pkg.has(path)) return null;
  const xml = pkg.xml(path);
  const edits = new XmlEdits(xml);
  // A cell without `i` is on the sheet of the cell before it.
  let sheet = 0;
  let previousStayed = 0;
  let stayed = 0;
  for (const cell of childrenNamed(xml.root, "c")) {
    sheet = Number(xml.attribute(cell, "i") ?? sheet);
    if (sheetIds.has(sheet)) {
      edits.remove(cell);
      continue;
    }
    if (sheet !== previousStayed) edits.setAttribute(cell, "i", String(sheet));
    previousStayed = sheet;
    stayed++;
  }
  if (stayed === xml.root.children.length) return null;
  if (stayed > 0) {
    pkg.set(path, edits.apply());
    return null;
  }
  pkg.remove(path);
  return path;
}
