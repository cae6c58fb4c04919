// src/workbook/excel/writeSheets.ts: writes our tabs into the open workbook: look, keep, then write everything in as few round trips as it fits in.
import type { Work } from "../../domain/steps";
import type { SheetModel } from "../../report/sheetModel";
import { constantOperations, formulaOperations } from "./cellWriting";
import { type FormulaOrder, formulaOrder } from "./formulaOrder";
import { officeCode } from "./hostErrors";
import { layoutOperations } from "./layoutWriting";
import { lookOperations } from "./lookWriting";
import { chartOperations, markOperations, tableOperations } from "./objectWriting";
import { type Operation, operation, tripsOf } from "./operation";
import { nameOfRole } from "../ownedNames";
import { rolesBySheet } from "./ownedTabs";
import { type Plan, type Target, lookBefore, planOf } from "./preflight";
import { type BeforeWriting, keepBefore, undone } from "./restore";
import type { Writing } from "../workbook";
import { markUnfinished, unmarkUnfinished } from "./unfinished";

/**
 * Three round trips for tabs of ordinary size (two on a first run); more only where the figures do not fit in one request, or where Excel
 * calculates when it is asked to.
 * Throws HostError before anything is changed where the workbook forbids writing; a refusal half-way is undone as far as can be.
 * It can be given up until the first request that changes something: Excel has no way back that leaves a tab exactly as it was.
 */
export async function writeSheets(
  context: Excel.RequestContext,
  models: readonly SheetModel[],
  work: Writing = {},
): Promise<void> {
  const before = await lookBefore(context);
  const plan = planOf(models, before);
  const kept = await keepBefore(context, plan);
  work.signal?.throwIfAborted();
  work.committed?.();
  await carryOut(context, marked(context, tripsOf(operationsOf(context, plan, kept))), plan, kept, work);
  if (before.calculation === "Manual") {
    await calculateAll(context);
    work.note?.({ code: "manual-calculation", detail: "" });
  }
}

/**
 * The mode belongs to the running Excel, which takes it from the workbook that was opened first; it is asked for and never set (OfficeDev/office-js#6922).
 * The figures of the tabs are right without this; charts and the user's own formulas over our tabs wait for it. Refused, it is for the user to do (F9).
 */
async function calculateAll(context: Excel.RequestContext): Promise<void> {
  try {
    context.application.calculate("Full");
    await context.sync();
  } catch (error) {
    if (officeCode(error) === null) throw error;
  }
}

/** One request is carried out whatever becomes of the pane; between several the pane may be closed. */
function marked(
  context: Excel.RequestContext,
  trips: readonly (readonly Operation[])[],
): readonly (readonly Operation[])[] {
  const [first = [], ...rest] = trips;
  const last = rest.at(-1);
  if (last === undefined) return trips;
  const begin = operation(() => {
    markUnfinished(context);
  });
  const end = operation(() => {
    unmarkUnfinished(context);
  });
  return [[...first, begin], ...rest.slice(0, -1), [...last, end]];
}

async function carryOut(
  context: Excel.RequestContext,
  trips: readonly (readonly Operation[])[],
  plan: Plan,
  kept: BeforeWriting,
  work: Work,
): Promise<void> {
  for (const [index, trip] of trips.entries()) {
    work.progress?.(index, trips.length);
    try {
      await send(context, trip);
    } catch (error) {
      throw await undone(error, plan, kept, index === 0 && refusedWhole.has(officeCode(error) ?? ""));
    }
  }
}

/** Refusals of a request as a whole: none of it has been carried out. */
const refusedWhole: ReadonlySet<string> = new Set([
  "InvalidOperationInCellEditMode",
  "RequestPayloadSizeLimitExceeded",
]);

async function send(context: Excel.RequestContext, trip: readonly Operation[]): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const each of trip) each.run();
  await context.sync();
}

/**
 * All tabs are there before any cell names them, all tables before any formula names them. What can be refused for its content comes
 * before what only dresses it.
 */
function operationsOf(context: Excel.RequestContext, plan: Plan, kept: BeforeWriting): readonly Operation[] {
  const tabs = plan.targets.map((target) => ({ model: target.model, sheet: sheetFor(context, target) }));
  const order = formulaOrder(plan.targets.map(({ model }) => model));
  const all = (of: (sheet: Excel.Worksheet, model: SheetModel) => readonly Operation[]): readonly Operation[] =>
    tabs.flatMap(({ sheet, model }) => of(sheet, model));
  return [
    operation(
      () => {
        removeOld(plan, kept);
      },
      500 * (plan.tables.length + kept.ownCharts.length + plan.staleNames.length),
    ),
    ...all((sheet, model) => [
      operation(() => {
        own(context, sheet, model, plan);
      }),
    ]),
    ...all(nameOperations(context)),
    ...tabs.flatMap((tab, at) => contentOperations(tab, plan.targets[at]?.existing !== null)),
    ...inRounds(tabs, order, 0, order.beforeTables),
    ...all((sheet, model) => formulaOperations(sheet, model, (row, column) => order.isTwice(model, row, column))),
    ...all(tableOperations),
    ...inRounds(tabs, order, order.beforeTables, order.rounds),
    ...all(markOperations),
    ...all(chartOperations),
    ...all(lookOperations),
    ...all(layoutOperations),
    operation(() => {
      removeStale(plan);
    }, 500 * plan.stale.length),
  ];
}

interface Tab {
  readonly model: SheetModel;
  readonly sheet: Excel.Worksheet;
}

/** Round by round, so that each formula finds what it reads, also where Excel calculates nothing but what is entered. */
function inRounds(tabs: readonly Tab[], { roundOf }: FormulaOrder, from: number, to: number): Operation[] {
  return Array.from({ length: to - from }, (_, at) => from + at).flatMap((round) =>
    tabs.flatMap(({ sheet, model }) =>
      formulaOperations(sheet, model, (row, column) => roundOf(model, row, column) === round),
    ),
  );
}

/** Last of all: until then a tab that the run no longer has is as it was, and known as ours. */
function removeStale({ stale, staleNames }: Plan): void {
  const gone = new Set(stale.map(({ name }) => name));
  for (const item of staleNames) if (marksOneOf(item, gone)) item.delete();
  for (const sheet of stale) sheet.delete();
}

function marksOneOf(item: Excel.NamedItem, sheets: ReadonlySet<string>): boolean {
  return [...rolesBySheet([item]).keys()].some((sheet) => sheets.has(sheet));
}

/**
 * A tab is emptied in the request that fills it again, so that what people wrote in it is there whenever writing stops. Only tables of source
 * rows, which nobody writes in, may be too large for that.
 */
function contentOperations({ sheet, model }: Tab, isThere: boolean): readonly Operation[] {
  const fills = constantOperations(sheet, model);
  if (!isThere) return fills;
  const clearing = operation(() => {
    empty(sheet);
  });
  if (model.tables.length > 0) return [clearing, ...fills];
  const together = [clearing, ...fills];
  return [
    operation(
      () => {
        for (const each of together) each.run();
      },
      together.reduce((size, each) => size + each.size, 0),
    ),
  ];
}

/** Names come before any formula that uses them. */
function nameOperations({ workbook }: Excel.RequestContext) {
  return (sheet: Excel.Worksheet, { names = [] }: SheetModel): Operation[] =>
    names.map(({ name, cell }) => operation(() => void workbook.names.add(name, sheet.getRange(cell)), 300));
}

/** New tabs go last, in the order of the models; those there are stay where the user has put them. */
function sheetFor(context: Excel.RequestContext, { existing, model }: Target): Excel.Worksheet {
  return existing ?? context.workbook.worksheets.add(model.name);
}

/** What would stand in the way of the new content. The user's own charts stay. */
function removeOld({ tables, stale, staleNames }: Plan, { ownCharts }: BeforeWriting): void {
  const later = new Set(stale.map(({ name }) => name));
  for (const item of staleNames) if (!marksOneOf(item, later)) item.delete();
  for (const { table } of tables) table.convertToRange();
  for (const chart of ownCharts) chart.delete();
}

function empty(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  sheet.freezePanes.unfreeze();
  all.conditionalFormats.clearAll();
  all.clear();
  all.rowHidden = false;
  all.columnHidden = false;
  all.format.useStandardHeight = true;
}

function own(context: Excel.RequestContext, sheet: Excel.Worksheet, model: SheetModel, { targets }: Plan): void {
  if (targets.some((target) => target.model === model && target.existing !== null)) return;
  context.workbook.names.add(nameOfRole(model.role), sheet.getRange("A1")).visible = false;
}
