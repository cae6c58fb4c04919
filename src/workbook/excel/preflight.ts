// src/workbook/excel/preflight.ts: what the workbook is before writing, and all the reasons not to begin, found before anything is changed.
import type { SheetModel, SheetRole } from "../../report/sheetModel";
import { HostError } from "../workbook";
import { isCellName, isKeptRole, isRoleName } from "../ownedNames";
import { freeTableNames, withTableNames } from "../tableNames";
import { rolesBySheet } from "./ownedTabs";

/** What was found in the open workbook. */
export interface Before {
  readonly sheets: readonly Excel.Worksheet[];
  readonly names: readonly Excel.NamedItem[];
  readonly tables: readonly { readonly table: Excel.Table; readonly name: string; readonly sheet: string }[];
  /** By the sheet's present name. */
  readonly roles: ReadonlyMap<string, SheetRole>;
  readonly structureProtected: boolean;
  readonly calculation: Excel.Application["calculationMode"];
}

/** A tab to write: into the sheet that is ours already, or into a new one. */
export interface Target {
  readonly model: SheetModel;
  readonly existing: Excel.Worksheet | null;
}

export interface Plan {
  readonly targets: readonly Target[];
  /** Tabs of ours from an earlier run that this run no longer has. */
  readonly stale: readonly Excel.Worksheet[];
  /** Names of ours whose tab is gone or goes, and all names of cells, which are made anew. */
  readonly staleNames: readonly Excel.NamedItem[];
  readonly tables: Before["tables"];
}

/** One round trip. */
export async function lookBefore(context: Excel.RequestContext): Promise<Before> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name,items/protection/protected");
  const names = workbook.names.load("items/name,items/formula");
  const tables = workbook.tables.load("items/name,items/worksheet/name");
  workbook.protection.load("protected");
  workbook.application.load("calculationMode");
  await context.sync();
  return {
    sheets: sheets.items,
    names: names.items,
    tables: tables.items.map((table) => ({ table, name: table.name, sheet: table.worksheet.name })),
    roles: rolesBySheet(names.items),
    structureProtected: workbook.protection.protected,
    calculation: workbook.application.calculationMode,
  };
}

/** Throws HostError: "sheet-protected" or "workbook-protected". Our tables take names that are free. */
export function planOf(proposed: readonly SheetModel[], before: Before): Plan {
  const renamed = freeTableNames(proposed, takenNames(before));
  const models = proposed.map((model) => withTableNames(model, renamed));
  const targets = models.map((model) => targetOf(model, models, before));
  const kept = new Set(targets.flatMap(({ existing }) => (existing === null ? [] : [existing.name])));
  // Snapshots stay as they are, and may well be protected.
  const owned = before.sheets.filter(
    ({ name }) => before.roles.has(name) && !isKeptRole(before.roles.get(name) ?? null),
  );
  const stale = owned.filter(({ name }) => !kept.has(name));
  const locked = owned.find(({ protection }) => protection.protected);
  if (locked !== undefined) throw new HostError("sheet-protected", locked.name);
  if (before.structureProtected && (stale.length > 0 || kept.size < targets.length))
    throw new HostError("workbook-protected");
  const roles = new Set([
    ...targets.flatMap(({ model, existing }) => (existing === null ? [] : [model.role])),
    ...[...before.roles.values()].filter(isKeptRole),
  ]);
  return {
    targets,
    stale,
    staleNames: before.names.filter(
      (item) => isCellName(item.name) || (isRoleName(item.name) && !leadsTo(item, roles)),
    ),
    tables: before.tables.filter(({ sheet }) => kept.has(sheet)),
  };
}

function targetOf(model: SheetModel, models: readonly SheetModel[], before: Before): Target {
  if (models.some((other) => other !== model && other.role === model.role))
    throw new RangeError(`two sheets of role ${model.role}`);
  const owned = [...before.roles].find(([, role]) => role === model.role)?.[0];
  if (owned === undefined) {
    const taken = before.sheets.some(({ name }) => name.toLowerCase() === model.name.toLowerCase());
    if (taken) throw new RangeError(`sheet "${model.name}": its name was not settled`);
    return { model, existing: null };
  }
  if (isKeptRole(model.role))
    throw new RangeError(`${model.role} is there already, and a snapshot is never overwritten`);
  // Formulas in the other tabs were built with the settled name: a tab renamed since then would leave them without a target.
  if (owned !== model.name) throw new HostError("sheet-missing", model.name);
  return { model, existing: before.sheets.find(({ name }) => name === owned) ?? null };
}

function leadsTo(item: Excel.NamedItem, roles: ReadonlySet<SheetRole>): boolean {
  return [...rolesBySheet([item]).values()].some((role) => roles.has(role));
}

/** What the user has called something already, in lower case. Names of ours that tell the tabs apart are called as no table is. */
function takenNames(before: Before): ReadonlySet<string> {
  return new Set([
    ...before.names.flatMap(({ name }) => (isRoleName(name) ? [] : [name.toLowerCase()])),
    ...before.tables.flatMap(({ name, sheet }) => (before.roles.has(sheet) ? [] : [name.toLowerCase()])),
  ]);
}
