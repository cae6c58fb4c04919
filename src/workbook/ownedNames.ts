// src/workbook/ownedNames.ts: how our tabs are told from the user's: a hidden defined name `_Samkalkyl.<role>` on each tab's first
// cell, which follows the tab when it is renamed or moved. Both adapters keep to it.
import { factsOf, tabOf } from "../domain/tabKind";
import type { SheetRole } from "../report/sheetModel";

const prefix = "_Samkalkyl.";
const cellPrefix = "Samkalkyl_";

/** A name that says which tab is which, ours or left behind by one that was deleted. */
export function isRoleName(name: string): boolean {
  return name.toLowerCase().startsWith(prefix.toLowerCase());
}

/** `_Samkalkyl.avvikelse.2` for `avvikelse:2`: a name may hold no colon. */
export function nameOfRole(role: SheetRole): string {
  return prefix + role.replace(":", ".");
}

/** The role in such a name; null for any other name. */
export function roleOfName(name: string): SheetRole | null {
  if (!isRoleName(name)) return null;
  const role = name.slice(prefix.length).toLowerCase().replace(".", ":");
  return tabOf(role) === null ? null : (role as SheetRole);
}

/** A snapshot stays as it was saved: no later run writes, removes or is stopped by it. */
export function isKeptRole(role: SheetRole | null): boolean {
  return role !== null && factsOf(role)?.runs === "kept";
}

/** Names of cells in our tabs (assumptions); all of them are written anew with the tabs. */
export function isCellName(name: string): boolean {
  return name.toLowerCase().startsWith(cellPrefix.toLowerCase());
}
