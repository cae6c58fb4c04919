// src/actions/tabs.ts: results → tabs, as data for a preview or written into a workbook through the port.
import { sourceText } from "../text/caveats";
import { monthText } from "../domain/period";
import { finished, inSlices, type Steps, type Work } from "../domain/steps";
import type { FinalReportItem } from "../report/finalReport/finalReportFrame";
import type { ReportedInitiative } from "../report/return/returnFrame";
import type { FinalTabsInput, ReportInput, RunInput } from "../report/run";
import type { SheetModel, SheetRole } from "../report/sheetModel";
import { buildTabs, proposedTabs } from "../report/tabs";
import type { Texts } from "../text/texts";
import type { SheetName, Workbook, Writing } from "../workbook/workbook";
import { noHeadText } from "../domain/roundTrip/headText";
import type { Analysis, InitiativeResult, WorkbookResult } from "./analysis";
import { finalTextsFor, withUserEdits } from "./userEdits";
import type { InitiativeMoneyBack } from "../domain/return/moneyBack";
import { TAB_GROUPS } from "../domain/tabGroup";
import { boardCopyOf } from "../report/board/boardCopy";
import { groupsWritten, type TabGroup } from "./tabGroups";

/** What a run adds to the results: the language, the date it is made (ISO) and who made it. */
export interface TabOptions {
  readonly texts: Texts;
  readonly today: string;
  /** Null: as people filled it in in the tabs. Empty: nobody. */
  readonly drawnUpBy: string | null;
  /** Null, or left out: as people filled it in in the tabs, else a draft. */
  readonly version?: string | null;
  /** Which groups of tabs are written; absent: all but those that the workbook remembers to be left out. */
  readonly groups?: readonly TabGroup[];
  /** A snapshot is saved beside the tabs, under this version. */
  readonly snapshot?: { readonly version: string } | null;
}

/** The tabs under their proposed names: where there is no workbook to write to. */
export function tabsOf(analysis: Analysis, options: TabOptions): readonly SheetModel[] {
  return finished(builtTabs(analysis, options, proposedTabs(runInput(analysis, options, []))));
}

/** The tabs under the names that they will have in this workbook, for a preview before anything is written. Can be given up. */
export async function settledTabsOf(
  analysis: Analysis,
  workbook: Pick<Workbook, "settleNames">,
  options: TabOptions,
  work: Work = {},
): Promise<readonly SheetModel[]> {
  const names = await workbook.settleNames(proposedTabs(runInput(analysis, options, [])));
  return inSlices(builtTabs(analysis, options, names), work);
}

/**
 * Writes the tabs into the workbook and returns them as written. Throws HostError where the host refuses;
 * a refused analysis is never written.
 */
export async function writeTabs(
  analysis: Analysis,
  workbook: Workbook,
  options: TabOptions,
  work: Writing = {},
): Promise<readonly SheetModel[]> {
  if (analysis.refused) throw new Error("a refused analysis must not be written");
  const sheets = await settledTabsOf(analysis, workbook, options, partOf(work, 0));
  await workbook.write(sheets, partOf(work, 1));
  return sheets;
}

/**
 * The board's pages as a workbook of their own that may be sent to it: values and charts, no source, no participants (boardCopy.ts). Written whatever
 * groups are chosen for the workbook itself. Empty where there is no page for the board: no workbook of its own, or nothing computed.
 */
export function boardCopy(analysis: Analysis, options: TabOptions): readonly SheetModel[] {
  if (analysis.refused || wholeOf(analysis) === null) return [];
  const { texts } = options;
  const { copy, deviation } = texts.board;
  // Nothing on the page refers to tabs that the board does not have.
  const words: Texts = {
    ...texts,
    board: {
      ...texts.board,
      holdsPersons: null,
      deviation: {
        ...deviation,
        fromTabs: () => copy.values(options.today),
        longTexts: copy.longTexts,
        othersMarked: copy.othersMarked,
      },
    },
  };
  const sheets = tabsOf(analysis, { ...options, texts: words, groups: TAB_GROUPS, snapshot: null });
  return boardCopyOf(sheets, { ids: participantIds(analysis), mark: copy.participant });
}

function participantIds({ workbooks }: Analysis): readonly string[] {
  return workbooks.flatMap(({ moneyBack }) =>
    moneyBack === null ? [] : moneyBack.result.basis.input.participants.map(({ id }) => id),
  );
}

/** The first or the second half of work that is done in two. */
function partOf(work: Writing, part: 0 | 1): Writing {
  const { progress } = work;
  if (progress === undefined) return work;
  return {
    ...work,
    progress: (done, of) => {
      progress(part * of + done, 2 * of);
    },
  };
}

function* builtTabs(
  analysis: Analysis,
  options: TabOptions,
  names: readonly SheetName[],
): Steps<readonly SheetModel[]> {
  const whole = wholeOf(analysis);
  const tabs = yield* buildTabs(runInput(analysis, withHead(analysis, options), names));
  if (whole === null) return tabs;
  return withUserEdits(tabs, whole.writing, whole.moneyBack?.own ?? null, options.texts);
}

function runInput(analysis: Analysis, options: TabOptions, names: readonly SheetName[]): RunInput {
  const whole = wholeOf(analysis);
  const { texts, today, drawnUpBy, version = null } = options;
  return {
    report: reportInput(analysis, options),
    money: returns(whole, analysis, options) ? returnInput(analysis, whole, options) : null,
    final: finalInput(analysis, options),
    groups: groupsWritten(analysis, options.groups),
    frame: { texts, today, drawnUpBy, version, names: namesOf(names) },
  };
}

function orNothing(text: string | null): string | null {
  return text === "" ? null : text;
}

/** The head's fields as the user gives them now, else as they stand in the tabs. */
export function withHead(analysis: Analysis, options: TabOptions): TabOptions {
  const whole = wholeOf(analysis);
  const head = whole === null ? noHeadText : whole.writing.head;
  return {
    ...options,
    drawnUpBy: orNothing(options.drawnUpBy ?? head.drawnUpBy),
    version: orNothing(options.version ?? head.version),
  };
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

/** There is money back, and its tabs are among those written. */
function returns(whole: WorkbookResult | null, analysis: Analysis, options: TabOptions): whole is WithReturn {
  return hasReturn(whole) && groupsWritten(analysis, options.groups).has("return");
}

function namesOf(names: readonly SheetName[]): (role: SheetRole) => string {
  const settled = new Map<SheetRole, string>(names.map(({ role, name }) => [role, name]));
  return (role) => settled.get(role) ?? role;
}

function reportInput(analysis: Analysis, options: TabOptions): ReportInput {
  const whole = wholeOf(analysis);
  return {
    followUps: analysis.results.map(({ followUp }) => followUp),
    facts: analysis.results.map(({ facts }) => facts),
    kept: analysis.results.map(({ kept }) => kept),
    problems: analysis.problems,
    questions: analysis.questions,
    answered: analysis.answered,
    rows: analysis.rows,
    budgetRows: analysis.readings
      .flatMap(({ found }) => found)
      .reduce((all, { kind, used }) => all + (kind === "budget" ? used : 0), 0),
    whole: whole === null ? null : { initiative: nameOf(whole, options), period: periodOf(whole) },
    setAside: analysis.setAside,
    holdsParticipants: participantIds(analysis).length > 0,
    // A snapshot's tab is in the workbook that it was read from: with several inputs the report has none to refer to.
    comparisons: whole === null ? [] : analysis.results.map(({ comparison }) => comparison),
    snapshot: options.snapshot == null ? null : { ...options.snapshot, number: (whole?.lastSnapshot ?? 0) + 1 },
  };
}

function returnInput(analysis: Analysis, whole: WithReturn, options: TabOptions): NonNullable<RunInput["money"]> {
  const { result, avoided, origins, initiatives, targetWithout, formWithout, uncertainty } = whole.moneyBack;
  return {
    result,
    targetWithout,
    formWithout,
    avoided,
    origins,
    initiative: nameOf(whole, options),
    initiatives: initiatives.map((each) => ({ ...each, booked: bookedLines(each, analysis.results) })),
    period: periodOf(whole),
    boardHorizon: uncertainty.horizon,
  };
}

/** The lines of Underlag with an initiative's booked outcome, where its money in stands nowhere else. They are numbered from one table to the next. */
function bookedLines(
  { table, paidFrom, contributions }: InitiativeMoneyBack,
  results: readonly InitiativeResult[],
): ReportedInitiative["booked"] {
  const own = table === null ? undefined : results[table]?.followUp.table;
  if (table === null || own === undefined || paidFrom !== "booked" || contributions.size > 0) return null;
  const from = firstLineOf(results, table);
  return { from, to: from + own.lines.length - 1, sign: own.sign };
}

/** LinjeNr of the first line of a table. */
function firstLineOf(results: readonly InitiativeResult[], table: number): number {
  return 1 + results.slice(0, table).reduce((lines, { followUp }) => lines + followUp.table.lines.length, 0);
}

function finalInput(analysis: Analysis, options: TabOptions): FinalTabsInput {
  const whole = wholeOf(analysis);
  const moneyBack = returns(whole, analysis, options) ? whole.moneyBack : null;
  const written = groupsWritten(analysis, options.groups).has("finalReport");
  return {
    sensitivity:
      moneyBack === null
        ? null
        : {
            uncertainty: moneyBack.uncertainty,
            tornado: moneyBack.tornado,
            distribution: moneyBack.distribution,
            caveats: moneyBack.result.caveats,
            notUsed: moneyBack.notUsed,
            assumptionCell: null,
          },
    reports: whole === null || !written ? [] : reportItems(analysis, whole, options),
    beforeAfter: written ? (whole?.persons ?? null) : null,
    initiative: whole === null ? "" : nameOf(whole, options),
    period: whole === null ? "" : periodOf(whole),
  };
}

/** One final report for each initiative that tells enough for one; the workbook's own where it has no budget table. */
function reportItems(analysis: Analysis, whole: WorkbookResult, options: TabOptions): readonly FinalReportItem[] {
  const { results } = analysis;
  const items = (results.length > 0 ? results : [null]).map((initiative, at) =>
    reportItemOf(whole, initiative, options, firstLineOf(results, at)),
  );
  return items
    .flatMap((item) => item ?? [])
    .map((item, at) => ({ ...item, role: at === 0 ? ("slutrapport" as const) : (`slutrapport:${at + 1}` as const) }));
}

/** The final report of one initiative, or of the workbook where there is no budget table; null: there is none. `firstLine`: LinjeNr of its first line. */
export function reportItemOf(
  whole: WorkbookResult,
  initiative: InitiativeResult | null,
  options: TabOptions,
  firstLine = 1,
): FinalReportItem | null {
  const report = initiative?.finalReport ?? whole.finalReport;
  if (report === null) return null;
  const table = initiative?.followUp.table ?? null;
  const name = table?.initiative ?? nameOf(whole, options);
  const alone = whole.tables <= 1;
  return {
    role: "slutrapport",
    name,
    kept: finalTextsFor(whole.writing, name, alone),
    orphanedEdit: alone ? whole.writing.earlier.filter(({ role }) => role === "slutrapport") : [],
    period: spanOf(initiative?.facts == null ? whole : initiative),
    report,
    assumed: (whole.moneyBack?.result.caveats.sources ?? []).map((each) => sourceText(each, options.texts.returnTabs)),
    table:
      table === null || initiative === null
        ? null
        : {
            unit: table.unit,
            decimals: table.decimals,
            sign: table.sign,
            limits: initiative.followUp.limits,
            firstLine,
          },
  };
}

function nameOf({ facts, workbook, moneyBack }: WorkbookResult, { texts }: TabOptions): string {
  const named = (moneyBack?.initiatives ?? []).filter(({ name }) => name !== null).length;
  return facts?.name ?? (named > 1 ? texts.tabs.head.severalInitiatives(named) : (workbook ?? texts.tabs.head.unnamed));
}

function spanOf({ facts }: Pick<WorkbookResult, "facts">): { readonly from: number; readonly to: number } | null {
  return facts?.from == null || facts.to === null ? null : { from: facts.from, to: facts.to };
}

function periodOf(whole: WorkbookResult): string {
  const span = spanOf(whole);
  return span === null ? "" : `${monthText(span.from)} – ${monthText(span.to)}`;
}
