// src/workbook/excel/unfinished.ts: the sign that tabs are being written in more than one request, so that a pane that was closed
// meanwhile can tell when it is opened again. A hidden name of ours: the next run takes it away with the rest.

const unfinishedName = "_Samkalkyl.skrivs";

export function isUnfinishedName(name: string): boolean {
  return name.toLowerCase() === unfinishedName.toLowerCase();
}

/** Goes with the first request. */
export function markUnfinished({ workbook }: Excel.RequestContext): void {
  workbook.names.add(unfinishedName, "=TRUE").visible = false;
}

/** Goes with the last request. */
export function unmarkUnfinished({ workbook }: Excel.RequestContext): void {
  workbook.names.getItem(unfinishedName).delete();
}
