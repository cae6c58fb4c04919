// src/workbook/excel/restore.ts: what was in our tabs before, kept while they are written, and put back when Excel stops half-way:
// Excel carries out a batch action by action and does not take back what it has done.
import { cellName } from "../../intake/grid";
import { HostError } from "../workbook";
import { safeText } from "./cellWriting";
import { hostErrorOf, inExcel, officeCode } from "./hostErrors";
import { isCellName, isRoleName } from "../ownedNames";
import { isOwnChart } from "./objectWriting";
import type { Plan, Target } from "./preflight";

/** The cells of one tab as they were. */
export interface Backup {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** What of the existing tabs must be known before they are cleared. */
export interface Kept {
  readonly backups: readonly Backup[];
  readonly ownCharts: readonly Excel.Chart[];
}

type Existing = Target & { readonly existing: Excel.Worksheet };

/**
 * One round trip, none on a first run. Underlag is not kept: nobody writes in it, it can be large, and each run makes it anew.
 */
export async function keepBefore(context: Excel.RequestContext, { targets }: Plan): Promise<Kept> {
  const existing = targets.filter((target): target is Existing => target.existing !== null);
  if (existing.length === 0) return { backups: [], ownCharts: [] };
  const charts = existing.map((target) => target.existing.charts.load("items/name"));
  const ranges = existing
    .filter(({ model }) => model.role !== "underlag")
    .map((target) => ({
      sheet: target.existing.name,
      range: target.existing.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,values,formulas,numberFormat"),
    }));
  await context.sync();
  return {
    backups: ranges.filter(({ range }) => !range.isNullObject).map(({ sheet, range }) => backupOf(sheet, range)),
    ownCharts: charts.flatMap(({ items }) => items.filter(({ name }) => isOwnChart(name))),
  };
}

function backupOf(sheet: string, range: Excel.Range): Backup {
  const { rowIndex: top, columnIndex: left, values, numberFormat: formats } = range;
  const formulas = range.formulas.map((row: unknown[], i) =>
    row.map((formula, j) => asEntered(formula, values[i]?.[j])),
  );
  return { sheet, top, left, formulas, formats };
}

/** Text that was entered with an apostrophe comes without it; it is text, not a formula, when value and formula are the same. */
function asEntered(formula: unknown, value: unknown): unknown {
  return typeof formula === "string" && formula === value ? safeText(formula) : formula;
}

/**
 * After a refusal in the middle of writing. Removes the tabs that were begun; puts figures, formulas and texts back into those that were
 * there before. Gives the error to throw: the refusal itself where the workbook is as it was, else "half-written".
 */
export async function undone(
  refusal: unknown,
  { targets, stale }: Plan,
  { backups }: Kept,
  nothingDone: boolean,
): Promise<unknown> {
  const cause = hostErrorOf(refusal);
  if (nothingDone) return cause;
  const reason = officeCode(refusal) ?? (cause instanceof Error ? cause.name : "");
  const before = [
    ...targets.flatMap(({ existing, model }) => (existing === null ? [] : [model.name])),
    ...stale.map(({ name }) => name),
  ];
  const created = targets.flatMap(({ existing, model }) => (existing === null ? [model.name] : []));
  try {
    await inExcel(async (context) => {
      await removeCreated(context, created);
      putBack(context, backups);
      await context.sync();
    });
  } catch {
    return new HostError("half-written", `${reason}; not put right: ${[...before, ...created].join(", ")}`);
  }
  if (before.length === 0) return cause;
  const restored = new Set(backups.map(({ sheet }) => sheet));
  const lost = before.filter((name) => !restored.has(name));
  const parts = [
    ...(restored.size > 0 ? [`restored without looks: ${[...restored].join(", ")}`] : []),
    ...(lost.length > 0 ? [`not restored: ${lost.join(", ")}`] : []),
  ];
  return new HostError("half-written", [reason, ...parts].join("; "));
}

async function removeCreated(context: Excel.RequestContext, created: readonly string[]): Promise<void> {
  const sheets = context.workbook.worksheets.load("items/name");
  const names = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const gone = new Set(created);
  for (const item of names.items)
    if ((isRoleName(item.name) || isCellName(item.name)) && gone.has(sheetNamed(item))) item.delete();
  for (const sheet of sheets.items) if (gone.has(sheet.name)) sheet.delete();
}

function sheetNamed({ formula }: Excel.NamedItem): string {
  return String(formula)
    .replace(/^=|![^!]*$/g, "")
    .replace(/^'|'$/g, "")
    .replaceAll("''", "'");
}

function putBack(context: Excel.RequestContext, backups: readonly Backup[]): void {
  for (const { sheet, top, left, formulas, formats } of backups) {
    const tab = context.workbook.worksheets.getItem(sheet);
    tab.getRange().clear();
    const last = cellName(top + formulas.length - 1, left + (formulas[0]?.length ?? 1) - 1);
    const range = tab.getRange(`${cellName(top, left)}:${last}`);
    range.numberFormat = formats.map((row) => [...row]);
    range.formulas = formulas.map((row) => [...row]);
  }
}
