// src/actions/tabs.ts: results → tabs, as data for a preview or written into a workbook through the port.
import { monthText } from "../domain/period";
import { assumptionCellsOf } from "../report/return/assumptionCells";
import { buildFinalTabs, proposedFinalNames, type FinalTabsInput } from "../report/finalReport/finalTabs";
import type { FinalReportItem } from "../report/finalReport/finalReportFrame";
import type { ReturnReportInput } from "../report/return/returnFrame";
import { buildReturnTabs, proposedReturnNames } from "../report/return/returnTabs";
import type { SheetModel, SheetRole } from "../report/sheetModel";
import { buildTabs, proposedNames, type ReportInput } from "../report/tabs";
import type { Texts } from "../text/texts";
import type { SheetName, Workbook } from "../workbook/workbook";
import type { Analysis, InitiativeResult, WorkbookResult } from "./analyse";

/** What a run adds to the results: the language, the date it is made (ISO) and who made it. */
export interface TabOptions {
  readonly texts: Texts;
  readonly today: string;
  readonly drawnUpBy: string | null;
}

/** Results first, then what they rest on, the checks last. */
const readingOrder = [
  "oversikt",
  "avvikelse",
  "parter",
  "minskatstod",
  "kanslighet",
  "slutrapport",
  "foreefter",
  "antaganden",
  "underlag",
  "underlagparter",
  "underlagdeltagare",
  "kontroller",
];

/** The tabs under their proposed names: where there is no workbook to write to. */
export function tabsOf(analysis: Analysis, options: TabOptions): readonly SheetModel[] {
  return builtTabs(analysis, options, proposedTabs(analysis, options));
}

/** The tabs under the names that they will have in this workbook, for a preview before anything is written. */
export async function settledTabsOf(
  analysis: Analysis,
  workbook: Pick<Workbook, "settleNames">,
  options: TabOptions,
): Promise<readonly SheetModel[]> {
  return builtTabs(analysis, options, await workbook.settleNames(proposedTabs(analysis, options)));
}

/**
 * Writes the tabs into the workbook and returns them as written. Throws HostError where the host refuses;
 * a refused analysis is never written.
 */
export async function writeTabs(
  analysis: Analysis,
  workbook: Workbook,
  options: TabOptions,
): Promise<readonly SheetModel[]> {
  if (analysis.refused) throw new Error("a refused analysis must not be written");
  const sheets = await settledTabsOf(analysis, workbook, options);
  await workbook.write(sheets);
  return sheets;
}

function proposedTabs(analysis: Analysis, options: TabOptions): readonly SheetName[] {
  const whole = wholeOf(analysis);
  return inReadingOrder([
    ...proposedNames(reportInput(analysis, options, [])),
    ...(hasReturn(whole) ? proposedReturnNames(options.texts) : []),
    ...proposedFinalNames(finalInput(analysis, options, [], null)),
  ]);
}

function builtTabs(analysis: Analysis, options: TabOptions, names: readonly SheetName[]): readonly SheetModel[] {
  const whole = wholeOf(analysis);
  const returns = hasReturn(whole) ? buildReturnTabs(returnInput(whole, options, names)) : [];
  const assumptions = returns.find(({ role }) => role === "antaganden") ?? null;
  return inReadingOrder([
    ...buildTabs(reportInput(analysis, options, names)),
    ...returns,
    ...buildFinalTabs(finalInput(analysis, options, names, assumptions)),
  ]);
}

function inReadingOrder<T extends { readonly role: SheetRole }>(tabs: readonly T[]): readonly T[] {
  const place = ({ role }: T): number => readingOrder.indexOf(role.replace(/:\d+$/, ""));
  return [...tabs].sort((a, b) => place(a) - place(b));
}

/** The one workbook whose money back and final report get tabs; with several inputs there is an overview of deviations only. */
function wholeOf(analysis: Analysis): WorkbookResult | null {
  return analysis.workbooks.length === 1 ? (analysis.workbooks[0] ?? null) : null;
}

type WithReturn = WorkbookResult & { readonly moneyBack: NonNullable<WorkbookResult["moneyBack"]> };

/** Without participants there is nothing to get back, and without contributions nothing to set it against but the amounts. */
function hasReturn(whole: WorkbookResult | null): whole is WithReturn {
  return whole?.moneyBack != null && whole.moneyBack.result.basis.ready.length > 0;
}

function namesOf(names: readonly SheetName[]): (role: SheetRole) => string {
  const settled = new Map<SheetRole, string>(names.map(({ role, name }) => [role, name]));
  return (role) => settled.get(role) ?? role;
}

function reportInput(analysis: Analysis, options: TabOptions, names: readonly SheetName[]): ReportInput {
  return {
    followUps: analysis.results.map(({ followUp }) => followUp),
    facts: analysis.results.map(({ facts }) => facts),
    kept: analysis.results.map(({ kept }) => kept),
    problems: analysis.problems,
    rows: analysis.rows,
    setAside: analysis.setAside,
    names: namesOf(names),
    ...options,
  };
}

function returnInput(whole: WithReturn, options: TabOptions, names: readonly SheetName[]): ReturnReportInput {
  const { result, avoided, origins } = whole.moneyBack;
  return {
    result,
    avoided,
    origins,
    initiative: nameOf(whole, options),
    period: periodOf(whole),
    boardHorizon: "5",
    names: namesOf(names),
    ...options,
  };
}

function finalInput(
  analysis: Analysis,
  options: TabOptions,
  names: readonly SheetName[],
  assumptions: SheetModel | null,
): FinalTabsInput {
  const whole = wholeOf(analysis);
  const moneyBack = hasReturn(whole) ? whole.moneyBack : null;
  return {
    sensitivity:
      moneyBack === null
        ? null
        : {
            uncertainty: moneyBack.uncertainty,
            tornado: moneyBack.tornado,
            distribution: moneyBack.distribution,
            caveats: moneyBack.result.caveats,
            // The cells of Antaganden hold the scenario shown; another set of assumptions has its values on the tab itself.
            assumptionCell:
              assumptions !== null && moneyBack.uncertainty.scenario === moneyBack.result.scenario
                ? assumptionCellsOf(assumptions, moneyBack.result.scenario, options.texts)
                : null,
          },
    reports: whole === null ? [] : reportItems(analysis, whole, options),
    beforeAfter: whole?.persons ?? null,
    initiative: whole === null ? "" : nameOf(whole, options),
    period: whole === null ? "" : periodOf(whole),
    names: namesOf(names),
    ...options,
  };
}

/** One final report: several initiatives in one workbook are followed up, not reported together. */
function reportItems(analysis: Analysis, whole: WorkbookResult, options: TabOptions): readonly FinalReportItem[] {
  const item = analysis.results.length > 1 ? null : reportItemOf(whole, analysis.results[0] ?? null, options);
  return item === null ? [] : [item];
}

/** The final report of one initiative, or of the workbook where there is no budget table; null: there is none. */
export function reportItemOf(
  whole: WorkbookResult,
  initiative: InitiativeResult | null,
  options: TabOptions,
): FinalReportItem | null {
  const report = initiative?.finalReport ?? whole.finalReport;
  if (report === null) return null;
  const table = initiative?.followUp.table ?? null;
  return {
    role: "slutrapport",
    name: table?.initiative ?? nameOf(whole, options),
    period: spanOf(initiative?.facts == null ? whole : initiative),
    report,
    table:
      table === null || initiative === null
        ? null
        : {
            unit: table.unit,
            decimals: table.decimals,
            sign: table.sign,
            limits: initiative.followUp.limits,
            firstLine: 1,
          },
  };
}

function nameOf({ facts, workbook }: WorkbookResult, { texts }: TabOptions): string {
  return facts?.name ?? workbook ?? texts.tabs.head.unnamed;
}

function spanOf({ facts }: Pick<WorkbookResult, "facts">): { readonly from: number; readonly to: number } | null {
  return facts?.from == null || facts.to === null ? null : { from: facts.from, to: facts.to };
}

function periodOf(whole: WorkbookResult): string {
  const span = spanOf(whole);
  return span === null ? "" : `${monthText(span.from)} – ${monthText(span.to)}`;
}
