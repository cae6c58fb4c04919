// src/actions/analyse.ts: cells → typed rows → results, for one or several workbooks. Pure: it knows no adapter.
import type { BudgetTable, CostSign, InitiativeFacts } from "../domain/deviation/budget";
import { controlProblem } from "../domain/deviation/controlTotal";
import { recountProblem } from "../domain/deviation/recount";
import type { Comparison } from "../domain/deviation/comparison";
import type { Snapshot } from "../domain/deviation/snapshot";
import { standardLimits } from "../domain/deviation/deviation";
import { followUpOf, type FollowUp } from "../domain/deviation/followUp";
import type { FinalReport } from "../domain/finalReport/finalReport";
import type { Remarks } from "../domain/deviation/remarks";
import { workedUpUnused } from "../domain/deviation/forecast";
import { krText, type Unit } from "../domain/money";
import { monthText } from "../domain/period";
import type { TabGroupName } from "../domain/tabGroup";
import { problem, type Problem } from "../domain/problem";
import type { AnsweredQuestion, GivenAnswer, Question } from "../domain/question";
import { eachInSteps, finished, type Steps } from "../domain/steps";
import type { TableCorrection } from "../domain/tableCorrection";
import { withoutEnding } from "../domain/fileName";
import type { SourceWorkbook } from "../intake/grid";
import { leftOutIn } from "../intake/corrections/tabChoices";
import { type UserEdits, userEditsOf } from "../intake/roundTrip/userEdits";
import { withoutDoubles } from "../intake/doubles";
import { type Intake, readWorkbookInSteps, type SetAside } from "../intake/readWorkbook";
import { economySectionOf, personCountsOf, type PersonCounts } from "./economySection";
import { userEditProblems } from "./userEdits";
import { comparedWith, type SavedSnapshots, savedSnapshots } from "./snapshots";
import { moneyBackOf, standardReturnOptions, type MoneyBack, type ReturnOptions } from "../domain/return/moneyBack";
import { RETURN_REFERENCE } from "../reference/returnReference";
import type { OutsideAccount } from "../intake/sie/ledgerTables";
import type { SieLedger } from "../intake/sie/sieLedger";
import { type UsedArea, usedAreasOf } from "./usedAreas";

/** What the user chose over what the sheet says; null: as read. */
export interface AnalyseOptions {
  readonly unit: Unit | null;
  readonly sign: CostSign | null;
  /** For money in and money back; left out: as the published reports calculate. */
  readonly returns?: ReturnOptions;
  /** The snapshot to compare with, by its number; left out: the latest. */
  readonly snapshot?: number;
  /** What the user says of single tables; absent: what each workbook remembers. */
  readonly corrections?: readonly TableCorrection[];
  /** Answers to questions, over what each workbook remembers; an empty value takes an answer back. */
  readonly answers?: readonly GivenAnswer[];
  /** A SIE file's dimension, by name or number, whose objects are the initiatives; absent: each file is one. */
  readonly dimension?: string;
  /** ISO date of the run; absent: no month is known to lie ahead. */
  readonly today?: string;
}

export interface RowCount {
  readonly seen: number;
  readonly used: number;
  readonly setAside: number;
}

/** One initiative's follow-up with what is known of it and what people wrote about it earlier. */
export interface InitiativeResult {
  readonly followUp: FollowUp;
  readonly facts: InitiativeFacts | null;
  readonly kept: Remarks | null;
  /** Null where the workbook tells of nothing but budget and outcome. */
  readonly finalReport: FinalReport | null;
  /** Against the chosen snapshot of the workbook; null: there is none, or the initiative is not in it. */
  readonly comparison: Comparison | null;
}

/** What belongs to one workbook as a whole rather than to one of its budget tables. */
export interface WorkbookResult {
  /** The file's name where several are read; else null. */
  readonly workbook: string | null;
  readonly facts: InitiativeFacts | null;
  readonly moneyBack: MoneyBack | null;
  readonly persons: PersonCounts | null;
  /** Where there is no budget table; else null, and each table's initiative has its own. */
  readonly finalReport: FinalReport | null;
  /** How many of `results` come from this workbook. */
  readonly tables: number;
  /** Saved by earlier runs, in the order of their numbers. */
  readonly snapshots: readonly Snapshot[];
  /** The highest number of a snapshot there is, also of one that cannot be read; 0: none. */
  readonly lastSnapshot: number;
  /** What people wrote in tabs of ours. */
  readonly writing: UserEdits;
}

/** The tables of one workbook where they stand, and what the user says of them. */
export type WorkbookReading = Pick<Intake, "found" | "corrections" | "answers">;

/** The whole result of a run. `refused`: nothing may be written (method.md §7), the reasons stand in `problems`. */
export interface Analysis {
  readonly results: readonly InitiativeResult[];
  /** One per input, in order. */
  readonly workbooks: readonly WorkbookResult[];
  readonly rows: RowCount;
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
  /** What is left out until it is answered; each is also among `problems`. */
  readonly questions: readonly Question[];
  readonly answered: readonly AnsweredQuestion[];
  /** How each workbook's tables are read, also when nothing can be computed; one per input, in order. */
  readonly readings: readonly WorkbookReading[];
  /** Groups of tabs that the workbook remembers to be left out; none with several inputs. */
  readonly leftOut: readonly TabGroupName[];
  /** What the result rests on, in the workbooks. */
  readonly used: readonly UsedArea[];
  /** What SIE files among the inputs hold, in order. */
  readonly ledgers: readonly ReadLedgerFile[];
  readonly refused: boolean;
}

/** A SIE file with its accounts that are on no line. */
export interface ReadLedgerFile {
  readonly ledger: SieLedger;
  readonly unmapped: readonly OutsideAccount[];
}

/**
 * Everything that can be computed from these workbooks, and everything that was wrong with them, all at once.
 * A run is refused when any workbook is refused, or when no table is left after the blocked ones.
 */
export function analyse(workbooks: readonly SourceWorkbook[], options: AnalyseOptions): Analysis {
  return finished(analyseInSteps(workbooks, options));
}

/** As `analyse`, with a stop between sheets, tables and results, and within long tables. */
export function* analyseInSteps(workbooks: readonly SourceWorkbook[], options: AnalyseOptions): Steps<Analysis> {
  const severalInputs = workbooks.length > 1;
  const read = yield* eachInSteps(workbooks, (workbook) => readWorkbookInSteps(workbook, options));
  const intakes = withoutDoubles(read.map((intake, at) => ({ name: workbooks[at]!.name, intake })));
  const runs = workbooks.map((workbook, at) => ({
    workbook,
    intake: intakes[at]!,
    saved: savedSnapshots(workbook, options.snapshot),
    writing: userEditsOf(workbook.grids),
  }));
  const problems = runs.flatMap(({ workbook, intake, saved }) =>
    [...intake.problems, ...saved.problems].map((found) =>
      severalInputs ? { ...found, workbook: workbook.name } : found,
    ),
  );
  const tables = runs.flatMap(({ workbook, intake, writing, saved }) =>
    withComments(
      intake.tables.map((table, at) => named(severalInputs ? withWorkbook(table, workbook.name) : table, intake, at)),
      writing.comments,
    ).map(({ table, kept: comments }, at) => ({
      table,
      kept: comments,
      facts: intake.factsOfTables[at] ?? null,
      intake,
      at,
      saved,
    })),
  );
  const refused =
    runs.every(({ intake }) => !tellsAnything(intake)) || problems.some(({ severity }) => severity === "refuse");
  const results = refused ? [] : yield* eachInSteps(tables, resultOf);
  const returns = options.returns ?? standardReturnOptions;
  const wholes = refused
    ? []
    : yield* eachInSteps(runs, ({ workbook, intake, saved, writing }) =>
        workbookResult(severalInputs ? workbook.name : null, intake, returns, saved, writing),
      );
  return {
    results,
    workbooks: wholes.map(({ result }) => result),
    rows: sumRows(runs.map(({ intake }) => intake.rows)),
    setAside: runs.flatMap(({ intake }) => intake.setAside),
    problems: withoutContradiction([
      ...problems,
      // Without any workbook at all, why it could not be opened is said by whoever tried.
      ...(refused && workbooks.length > 0 && !problems.some(({ severity }) => severity !== "note")
        ? [nothingToCalculate(workbooks)]
        : []),
      ...results.flatMap(computedProblems),
      ...wholes.flatMap((found) => found.problems),
      ...results.flatMap(({ finalReport }) => claimProblems(finalReport)),
      ...wholes.flatMap(({ result }) => claimProblems(result.finalReport)),
    ]),
    questions: runs.flatMap(({ workbook, intake }) =>
      intake.questions.map((asked) => (severalInputs ? { ...asked, workbook: workbook.name } : asked)),
    ),
    answered: runs.flatMap(({ workbook, intake }) =>
      intake.answered.map((each) =>
        severalInputs ? { ...each, question: { ...each.question, workbook: workbook.name } } : each,
      ),
    ),
    readings: intakes.map(({ found, corrections, answers }) => ({ found, corrections, answers })),
    leftOut: severalInputs ? [] : leftOutIn(workbooks[0]?.choices),
    used: intakes.flatMap(usedAreasOf),
    ledgers: workbooks.flatMap(({ ledger }, at) =>
      ledger === undefined ? [] : [{ ledger, unmapped: intakes[at]?.unmapped ?? [] }],
    ),
    refused,
  };
}

/** A workbook that says nothing wrong and nothing that can be calculated, such as an initiative's name alone. */
function nothingToCalculate(workbooks: readonly SourceWorkbook[]): Problem {
  const sheets = workbooks.flatMap(({ grids }) => grids.filter(({ role }) => role === null)).length;
  return problem("no-recognised-table", null, { sheets, seen: "" });
}

/** Where the money in was split as the law says, there is something to set the participants against after all. */
function withoutContradiction(problems: readonly Problem[]): readonly Problem[] {
  const split = new Set(problems.flatMap(({ code, workbook }) => (code === "statutory-split" ? [workbook] : [])));
  return problems.filter(({ code, workbook }) => code !== "participants-without-contributions" || !split.has(workbook));
}

/** Whether anything can be computed from a workbook; with nothing but blocked tables it cannot. */
function tellsAnything(intake: Intake): boolean {
  const { tables, contributions, participants, goals, claims, beforeAfter, plannedActual, facts } = intake;
  const rows = [tables, contributions, participants, goals, claims, beforeAfter, plannedActual];
  return rows.some(({ length }) => length > 0) || facts?.granted != null || facts?.used != null;
}

function resultOf(read: {
  readonly table: BudgetTable;
  readonly facts: InitiativeFacts | null;
  readonly kept: Remarks | null;
  readonly intake: Intake;
  readonly at: number;
  readonly saved: SavedSnapshots;
}): InitiativeResult {
  const { table, facts, kept, intake, at, saved } = read;
  const followUp = followUpOf(table, facts, kept?.limits ?? standardLimits);
  const comparison = comparedWith(saved, followUp, facts, intake.tables.length === 1);
  return { followUp, facts, kept, finalReport: economySectionOf(intake, facts, followUp, at), comparison };
}

/** Claims that the figures contradict: they are remarks wherever remarks are shown, not on the page of claims alone. */
function claimProblems(report: FinalReport | null): readonly Problem[] {
  return (report?.claims ?? []).flatMap(({ claim, known, stated, computed, reconciles, shownAs }) =>
    reconciles !== false || computed === null
      ? []
      : [
          problem("claim-differs", null, {
            claim,
            known,
            stated: stated.value.toString(),
            computed: computed.toDecimalPlaces(6).toString(),
            percent: shownAs === "percent",
          }),
        ],
  );
}

function workbookResult(
  workbook: string | null,
  intake: Intake,
  options: ReturnOptions,
  { snapshots, lastNumber }: SavedSnapshots,
  writing: UserEdits,
): { readonly result: WorkbookResult; readonly problems: readonly Problem[] } {
  const tables = intake.tables.map((table, at) => named(table, intake, at));
  const { moneyBack, problems } = moneyBackOf(intake, tables, RETURN_REFERENCE, options, writing.assumptions);
  return {
    result: {
      workbook,
      facts: intake.facts,
      moneyBack,
      persons: personCountsOf(intake),
      finalReport: intake.tables.length > 0 ? null : economySectionOf(intake, intake.facts, null),
      tables: intake.tables.length,
      snapshots,
      lastSnapshot: lastNumber,
      writing,
    },
    problems: [...problems, ...userEditProblems(writing, moneyBack?.own ?? null)].map((found) => ({
      ...found,
      workbook,
    })),
  };
}

/** What is only known once everything is computed: totals and rows in the source that do not add up, and budgets that were shared out. */
function computedProblems({ followUp }: InitiativeResult): Problem[] {
  const { table, controls, recounts, budgetParts, forecast } = followUp;
  const shared = budgetParts.flatMap((part, at): Problem[] => {
    if (part === null) return [];
    const params = {
      period: table.periods[at]!.label,
      source: table.periods[part.source]!.label,
      months: part.months,
      of: part.of,
    };
    return [
      { ...problem("budget-shared-out", { sheet: table.sheet, cell: table.range }, params), workbook: table.workbook },
    ];
  });
  const unused = workedUpUnused(table, forecast);
  const other = followUp.unitCosts?.otherMonths ?? null;
  const { unit, decimals } = table;
  const at = { sheet: table.sheet, cell: table.range };
  return [
    ...shared,
    ...(other === null
      ? []
      : [
          {
            ...problem("volumes-of-other-months", at, {
              from: monthText(other.volumes),
              costs: monthText(other.costs),
            }),
            workbook: table.workbook,
          },
        ]),
    ...(unused.isZero()
      ? []
      : [
          {
            ...problem(
              "worked-up-unused",
              { sheet: table.sheet, cell: table.range },
              { amount: krText(unused), unit, decimals },
            ),
            workbook: table.workbook,
          },
        ]),
    ...controls.filter(({ agrees }) => !agrees).map((check) => controlProblem(check, table)),
    ...recounts.filter(({ agrees }) => !agrees).map((check) => recountProblem(check, table)),
  ];
}

/** A table without a name of its own bears the initiative's; where several stand side by side, its sheet's. */
function named(table: BudgetTable, intake: Intake, at: number): BudgetTable {
  const alone = intake.tables.length === 1;
  const name = table.initiative ?? intake.factsOfTables[at]?.name ?? (alone ? fileName(table.workbook) : table.sheet);
  return { ...table, initiative: name };
}

function fileName(workbook: string | null): string | null {
  return workbook === null ? null : withoutEnding(workbook);
}

/**
 * Each table with what people wrote about it. Comments follow the initiative's name; with one table and one tab they belong
 * together whatever the name. Comments on an initiative that is gone go to the first table's, marked with the initiative:
 * they are shown at the end and never dropped.
 */
function withComments(
  tables: readonly BudgetTable[],
  kept: readonly Remarks[],
): { table: BudgetTable; kept: Remarks | null }[] {
  const only = tables.length === 1 && kept.length === 1 ? kept[0] : undefined;
  const own = tables.map((table) => only ?? kept.find(({ initiative }) => initiative === table.initiative) ?? null);
  const homeless = kept
    .filter((tab) => !own.includes(tab))
    .flatMap((tab) => tab.rows.map((row) => ({ ...row, line: `${tab.initiative ?? tab.role}: ${row.line}` })));
  return tables.map((table, at) => {
    const found = own[at] ?? null;
    if (at > 0 || homeless.length === 0) return { table, kept: found };
    const base = found ?? { role: "avvikelse", initiative: table.initiative, rows: [], limits: null };
    return { table, kept: { ...base, rows: [...base.rows, ...homeless] } };
  });
}

/** With several inputs each origin names its workbook, so that links and messages lead to the right file. */
function withWorkbook(table: BudgetTable, workbook: string): BudgetTable {
  return {
    ...table,
    workbook,
    entries: table.entries.map((entry) => ({ ...entry, origin: { ...entry.origin, workbook } })),
    controlTotals: table.controlTotals.map((control) => ({ ...control, origin: { ...control.origin, workbook } })),
    seriesBreaks: table.seriesBreaks.map((found) => ({ ...found, origin: { ...found.origin, workbook } })),
  };
}

function sumRows(counts: readonly RowCount[]): RowCount {
  return counts.reduce(
    (all, rows) => ({
      seen: all.seen + rows.seen,
      used: all.used + rows.used,
      setAside: all.setAside + rows.setAside,
    }),
    { seen: 0, used: 0, setAside: 0 },
  );
}
