// src/workbook/excel/restore.ts: what was in our tabs before, kept while they are written, and put back when Excel stops half-way:
// Excel carries out a batch action by action and does not take back what it has done.
import { cellName } from "../../domain/a1";
import { HostError } from "../workbook";
import { safeText } from "./cellWriting";
import { hostErrorOf, inExcel, officeCode } from "./hostErrors";
import { isCellName, isRoleName } from "../ownedNames";
import { isOwnChart } from "./objectWriting";
import type { Plan, Target } from "./preflight";
import { isUnfinishedName } from "./unfinished";

/** The cells of one tab as they were. */
export interface Backup {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  /** As entered: formulas with `=`, text with an apostrophe. */
  readonly formulas: readonly (readonly unknown[])[];
  /** What the formulas gave. */
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** What of the existing tabs must be known before they are cleared. */
export interface BeforeWriting {
  readonly backups: readonly Backup[];
  readonly tables: readonly { readonly sheet: string; readonly name: string; readonly address: string }[];
  /** Names of cells (`='Antaganden'!$E$12`), and the marks of tabs that go. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly ownCharts: readonly Excel.Chart[];
}

type Existing = Target & { readonly existing: Excel.Worksheet };

/** A table of source rows beyond this is not kept: it may be larger than what Excel gives at once, and each run makes it anew. */
const mostCells = 10_000;

/** One round trip, none on a first run. */
export async function keepBefore(
  context: Excel.RequestContext,
  { targets, tables, staleNames }: Plan,
): Promise<BeforeWriting> {
  const existing = targets.filter((target): target is Existing => target.existing !== null);
  if (existing.length === 0) return { backups: [], tables: [], names: [], ownCharts: [] };
  const charts = existing.map((target) => target.existing.charts.load("items/name"));
  const ranges = existing.filter(isKept).map((target) => ({
    sheet: target.existing.name,
    range: target.existing.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,values,formulas,numberFormat"),
  }));
  const areas = tables.map(({ table, name, sheet }) => ({ name, sheet, range: table.getRange().load("address") }));
  await context.sync();
  return {
    backups: ranges.filter(({ range }) => !range.isNullObject).map(({ sheet, range }) => backupOf(sheet, range)),
    tables: areas.map(({ name, sheet, range }) => ({ name, sheet, address: range.address.replace(/^.*!/u, "") })),
    names: staleNames
      .map(({ name, formula }) => ({ name, formula: String(formula) }))
      .filter(({ formula }) => !formula.includes("#REF!")),
    ownCharts: charts.flatMap(({ items }) => items.filter(({ name }) => isOwnChart(name))),
  };
}

function isKept({ model: { rows, columns, tables } }: Existing): boolean {
  return tables.length === 0 || rows.length * columns.length <= mostCells;
}

function backupOf(sheet: string, range: Excel.Range): Backup {
  const { rowIndex: top, columnIndex: left, values, numberFormat: formats } = range;
  const formulas = range.formulas.map((row: unknown[], i) =>
    row.map((formula, j) => asEntered(formula, values[i]?.[j])),
  );
  return { sheet, top, left, formulas, values, formats };
}

/** Text that was entered with an apostrophe comes without it; it is text, not a formula, when value and formula are the same. */
function asEntered(formula: unknown, value: unknown): unknown {
  return typeof formula === "string" && formula === value ? safeText(formula) : formula;
}

/**
 * After a refusal in the middle of writing. Removes the tabs that were begun; puts figures, formulas and texts back into those that were
 * there before, or their values where Excel refuses the formulas. Gives the error to throw: the refusal itself where the workbook is as
 * it was, else "half-written".
 */
export async function undone(
  refusal: unknown,
  { targets }: Plan,
  kept: BeforeWriting,
  nothingDone: boolean,
): Promise<unknown> {
  const cause = hostErrorOf(refusal);
  if (nothingDone) return cause;
  const reason = officeCode(refusal) ?? (cause instanceof Error ? cause.name : "");
  const before = targets.flatMap(({ existing, model }) => (existing === null ? [] : [model.name]));
  const created = targets.flatMap(({ existing, model }) => (existing === null ? [model.name] : []));
  const restored = kept.backups.map(({ sheet }) => sheet);
  const lost = before.filter((name) => !restored.includes(name));
  const said = (how: string): HostError =>
    new HostError(
      "half-written",
      [
        reason,
        ...(restored.length > 0 ? [`${how}: ${restored.join(", ")}`] : []),
        ...(lost.length > 0 ? [`not restored: ${lost.join(", ")}`] : []),
      ].join("; "),
    );
  const removed = await succeeds((context) => removeCreated(context, created));
  const put = await succeeds(async (context) => {
    putBack(context, kept, await foundIn(context));
  });
  const values =
    !put &&
    (await succeeds((context) => {
      putBackValues(context, kept);
      return Promise.resolve();
    }));
  if (put && removed) return before.length === 0 ? cause : said("restored without looks");
  if (!put && !values)
    return new HostError(
      "half-written",
      `${reason}; not put right: ${[...before, ...(removed ? [] : created)].join(", ")}`,
    );
  const half = said(put ? "restored without looks" : "restored as values");
  return removed ? half : new HostError("half-written", `${half.detail}; not put right: ${created.join(", ")}`);
}

interface Found {
  readonly names: readonly Excel.NamedItem[];
  readonly tables: readonly Excel.Table[];
}

async function succeeds(act: (context: Excel.RequestContext) => Promise<unknown>): Promise<boolean> {
  try {
    await inExcel(async (context) => {
      await act(context);
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}

/** Tabs first and marks last: a tab that Excel does not let go of stays known as ours, and the next write makes it whole. */
async function removeCreated(context: Excel.RequestContext, created: readonly string[]): Promise<void> {
  const sheets = context.workbook.worksheets.load("items/name");
  const names = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const gone = new Set(created);
  for (const sheet of sheets.items) if (gone.has(sheet.name)) sheet.delete();
  const there = new Set(sheets.items.flatMap(({ name }) => (gone.has(name) ? [] : [name])));
  for (const item of names.items) {
    const ours = isRoleName(item.name) || isCellName(item.name);
    if (ours && (!there.has(sheetNamed(item)) || isUnfinishedName(item.name))) item.delete();
  }
}

/** What there is of names and tables. */
async function foundIn(context: Excel.RequestContext): Promise<Found> {
  const names = context.workbook.names.load("items/name,items/formula");
  const tables = context.workbook.tables.load("items/name,items/worksheet/name");
  await context.sync();
  return {
    names: names.items.filter(({ name }) => isRoleName(name) || isCellName(name)),
    tables: tables.items,
  };
}

function sheetNamed({ formula }: Excel.NamedItem): string {
  return String(formula)
    .replace(/^=|![^!]*$/g, "")
    .replace(/^'|'$/g, "")
    .replaceAll("''", "'");
}

/** Constants, then the tables and names that formulas need, then the formulas. */
function putBack(context: Excel.RequestContext, { backups, tables, names }: BeforeWriting, found: Found): void {
  const sheets = new Set(backups.map(({ sheet }) => sheet));
  for (const table of found.tables) if (sheets.has(table.worksheet.name)) table.convertToRange();
  for (const item of found.names) if (isCellName(item.name)) item.delete();
  for (const backup of backups) {
    putConstants(context, backup, (formula) => (isFormula(formula) ? "" : formula));
  }
  for (const { sheet, name, address } of tables) {
    if (sheets.has(sheet)) context.workbook.worksheets.getItem(sheet).tables.add(address, true).name = name;
  }
  const marks = new Set(found.names.filter(({ name }) => isRoleName(name)).map(({ name }) => name));
  for (const { name, formula } of names) {
    if (isCellName(name)) context.workbook.names.add(name, formula);
    else if (!marks.has(name)) context.workbook.names.add(name, formula).visible = false;
  }
  for (const backup of backups) {
    if (!backup.formulas.some((row) => row.some(isFormula))) continue;
    rangeOf(context, backup).formulas = backup.formulas.map((row) =>
      row.map((formula) => (isFormula(formula) ? formula : null)),
    );
  }
}

/** The figures as they were, without what made them. */
function putBackValues(context: Excel.RequestContext, { backups }: BeforeWriting): void {
  for (const backup of backups) {
    putConstants(context, backup, (formula, row, column) => {
      const value = backup.values[row]?.[column];
      if (!isFormula(formula)) return formula;
      return typeof value === "string" ? safeText(value) : value;
    });
  }
}

function putConstants(
  context: Excel.RequestContext,
  backup: Backup,
  entered: (formula: unknown, row: number, column: number) => unknown,
): void {
  context.workbook.worksheets.getItem(backup.sheet).getRange().clear();
  const range = rangeOf(context, backup);
  range.numberFormat = backup.formats.map((row) => [...row]);
  range.values = backup.formulas.map((row, i) => row.map((formula, j) => entered(formula, i, j)));
}

function isFormula(entered: unknown): boolean {
  return typeof entered === "string" && entered.startsWith("=");
}

function rangeOf({ workbook }: Excel.RequestContext, { sheet, top, left, formulas }: Backup): Excel.Range {
  const last = cellName(top + formulas.length - 1, left + (formulas[0]?.length ?? 1) - 1);
  return workbook.worksheets.getItem(sheet).getRange(`${cellName(top, left)}:${last}`);
}
