// src/workbook/ownedNames.ts: how our tabs are told from the user's: a hidden defined name `_Samkalkyl.<role>` on each tab's first
// cell, which follows the tab when it is renamed or moved. Both adapters keep to it.
import type { SheetRole } from "../report/sheetModel";

const prefix = "_Samkalkyl.";
const cellPrefix = "Samkalkyl_";

type RoleKind = SheetRole extends infer Role ? (Role extends `${infer Kind}:${number}` ? Kind : Role) : never;

/** Every kind of tab there is: the compiler asks for each. A name with another kind is not ours to touch. */
const kinds: Readonly<Record<RoleKind, true>> = {
  underlag: true,
  avvikelse: true,
  kontroller: true,
  oversikt: true,
  parter: true,
  minskatstod: true,
  antaganden: true,
  underlagparter: true,
  underlagdeltagare: true,
  kanslighet: true,
  slutrapport: true,
  foreefter: true,
  styrelseavvikelse: true,
  styrelseparter: true,
  jamforelse: true,
  ogonblick: true,
};

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
  const kind = /^([a-z]+)(?::\d+)?$/.exec(role)?.[1] ?? "";
  return Object.hasOwn(kinds, kind) ? (role as SheetRole) : null;
}

/** A snapshot stays as it was saved: no later run writes, removes or is stopped by it. */
export function isKeptRole(role: SheetRole | null): boolean {
  return role?.startsWith("ogonblick:") === true;
}

/** Names of cells in our tabs (assumptions); all of them are written anew with the tabs. */
export function isCellName(name: string): boolean {
  return name.toLowerCase().startsWith(cellPrefix.toLowerCase());
}
