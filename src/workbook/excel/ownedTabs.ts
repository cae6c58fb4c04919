// src/workbook/excel/ownedTabs.ts: which tabs are ours. A hidden name, `_Samkalkyl.<role>`, refers to A1 of the tab: it follows
// the tab when people rename or move it. The .xlsx adapter keeps the same names.
import type { SheetRole } from "../../report/sheetModel";
import { roleOfName } from "../ownedNames";

/** What was loaded of a defined name. */
export interface LoadedName {
  readonly name: string;
  readonly formula: unknown;
}

/** The role of each sheet of ours, by the sheet's present name. A name whose sheet was deleted (`#REF!`) leads nowhere. */
export function rolesBySheet(names: readonly LoadedName[]): ReadonlyMap<string, SheetRole> {
  const roles = new Map<string, SheetRole>();
  for (const { name, formula } of names) {
    const role = roleOfName(name);
    const sheet = role === null ? null : sheetIn(String(formula));
    if (role !== null && sheet !== null && !roles.has(sheet)) roles.set(sheet, role);
  }
  return roles;
}

/** `Min flik` in `='Min flik'!$A$1`; null where the reference is lost. */
function sheetIn(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?A\$?1$/i.exec(formula);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? null;
  return sheet === "#REF" ? null : sheet;
}
