// src/workbook/excel/writeSheets.ts: writes our tabs into the open workbook: look, keep, then write everything in as few round trips as it fits in.
import type { Work } from "../../domain/steps";
import type { SheetModel } from "../../report/sheetModel";
import { constantOperations, formulaOperations } from "./cellWriting";
import { type FormulaOrder, formulaOrder } from "./formulaOrder";
import { hostErrorOf, officeCode } from "./hostErrors";
import { layoutOperations, viewOperations } from "./layoutWriting";
import { lookOperations } from "./lookWriting";
import { chartOperations, markOperations, tableOperations } from "./objectWriting";
import { type Operation, operation, tripsOf } from "./operation";
import { nameOfRole } from "../ownedNames";
import { rolesBySheet } from "./ownedTabs";
import { isNameInTheWay, NameInTheWay, steppedAside } from "./namesInTheWay";
import { type Before, type Plan, type Target, lookBefore, planOf } from "./preflight";
import { type BeforeWriting, keepBefore, undone } from "./restore";
import { HostError, type Writing } from "../workbook";
import { markUnfinished, unmarkUnfinished } from "./unfinished";

/**
 * Figures in one request and looks in another, after one or two that look and keep; more only where the figures do not fit in one request, or where
 * Excel calculates when it is asked to. Throws HostError before anything is changed where the workbook forbids writing; figures that are refused
 * half-way are undone as far as can be. Refused looks leave the figures standing, and are told (`note`).
 * It can be given up until the first request that changes something: Excel has no way back that leaves a tab exactly as it was.
 */
export async function writeSheets(
  context: Excel.RequestContext,
  models: readonly SheetModel[],
  work: Writing = {},
): Promise<void> {
  const before = await lookBefore(context);
  try {
    await written(context, models, before, work);
  } catch (error) {
    if (!(error instanceof NameInTheWay)) throw error;
    // What was begun is undone, with another sheet at the front.
    await written(context, models, await lookBefore(context), work);
    await error.toFront();
  }
  if (before.calculation === "Manual") {
    await calculateAll(context);
    work.note?.({ code: "manual-calculation", detail: "" });
  }
}

async function written(
  context: Excel.RequestContext,
  models: readonly SheetModel[],
  before: Before,
  work: Writing,
): Promise<void> {
  const plan = planOf(models, before);
  const kept = await keepBefore(context, plan);
  work.signal?.throwIfAborted();
  work.committed?.();
  const { figures, looks } = operationsOf(context, plan, kept);
  const figureTrips = marked(context, tripsOf(figures));
  const lookTrips = tripsOf(looks);
  const all = figureTrips.length + lookTrips.length;
  await carryOut(context, figureTrips, plan, kept, { ...work, progress: (done) => work.progress?.(done, all) });
  try {
    for (const [index, trip] of lookTrips.entries()) {
      work.progress?.(figureTrips.length + index, all);
      await send(context, trip);
    }
  } catch (error) {
    const refused = hostErrorOf(error);
    if (officeCode(error) === null || !(refused instanceof HostError)) throw error;
    work.note?.({ code: "looks-refused", detail: refused.detail });
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
      const inTheWay = isNameInTheWay(error) ? await steppedAside(context) : null;
      const refusal = await undone(error, plan, kept, index === 0 && refusedWhole.has(officeCode(error) ?? ""));
      throw inTheWay ?? refusal;
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
function operationsOf(context: Excel.RequestContext, plan: Plan, kept: BeforeWriting): Operations {
  removeStaleNames(plan);
  const tabs = plan.targets.map((target): Tab => ({ model: target.model, sheet: sheetFor(context, target) }));
  const order = formulaOrder(plan.targets.map(({ model }) => model));
  const all = (of: (sheet: Excel.Worksheet, model: SheetModel) => readonly Operation[]): readonly Operation[] =>
    tabs.flatMap(({ sheet, model }) => of(sheet, model));
  const figures = [
    operation(
      () => {
        removeOld(plan, kept);
      },
      500 * (plan.tables.length + kept.ownCharts.length),
    ),
    ...all(nameOperations(context)),
    ...tabs.flatMap((tab, at) => contentOperations(tab, plan.targets[at]?.existing !== null)),
    ...inRounds(tabs, order, 0, order.beforeTables),
    ...all((sheet, model) => formulaOperations(sheet, model, (row, column) => order.isTwice(model, row, column))),
    ...all(tableOperations),
    ...inRounds(tabs, order, order.beforeTables, order.rounds),
  ];
  const looks = [
    ...all(markOperations),
    ...all(chartOperations),
    ...all(lookOperations),
    ...all(layoutOperations),
    // From here on what Excel refuses while another workbook is at the front.
    ...all(viewOperations),
    operation(() => {
      removeStale(plan);
    }, 500 * plan.stale.length),
  ];
  return { figures, looks };
}

interface Operations {
  readonly figures: readonly Operation[];
  readonly looks: readonly Operation[];
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

/** Last of all, and the marks after the tabs: until then a tab that the run no longer has is as it was, and known as ours. */
function removeStale({ stale, staleNames }: Plan): void {
  const gone = new Set(stale.map(({ name }) => name));
  for (const sheet of stale) sheet.delete();
  for (const item of staleNames) if (marksOneOf(item, gone)) item.delete();
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
  return (_sheet: Excel.Worksheet, { name: sheet, names = [] }: SheetModel): Operation[] =>
    names.map(({ name, cell }) => operation(() => void workbook.names.add(name, referenceTo(sheet, cell)), 300));
}

/**
 * New tabs go last, in the order of the models; those there are stay where the user has put them. Each is marked as ours at once, by a name that
 * is there before it, so that it is known wherever writing stops. Names are given by text: while another workbook is at the front, one given by a range takes Excel down with it
 * (OfficeDev/office-js#2078).
 */
function sheetFor({ workbook }: Excel.RequestContext, { existing, model: { name, role } }: Target): Excel.Worksheet {
  if (existing !== null) return existing;
  const mark = workbook.names.add(nameOfRole(role), "=0");
  const sheet = workbook.worksheets.add(name);
  mark.formula = referenceTo(name, "A1");
  mark.visible = false;
  return sheet;
}

/** `='Min flik'!$B$2:$C$3` for `B2:C3`. */
function referenceTo(sheet: string, address: string): string {
  return `='${sheet.replaceAll("'", "''")}'!${address.replace(/([A-Z]+)([0-9]+)/gu, "$$$1$$$2")}`;
}

function removeStaleNames({ stale, staleNames }: Plan): void {
  const later = new Set(stale.map(({ name }) => name));
  for (const item of staleNames) if (!marksOneOf(item, later)) item.delete();
}

/** What would stand in the way of the new content. The user's own charts stay. */
function removeOld({ tables }: Plan, { ownCharts }: BeforeWriting): void {
  for (const { table } of tables) table.convertToRange();
  for (const chart of ownCharts) chart.delete();
}

function empty(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.conditionalFormats.clearAll();
  all.clear();
  all.rowHidden = false;
  all.columnHidden = false;
  all.format.useStandardHeight = true;
}
