// src/actions/analyse.ts: the pipeline: cells → typed rows → results, for one or several workbooks. Pure: it knows no adapter.
import type { BudgetTable, InitiativeFacts } from "../domain/deviation/budget";
import { computedProblems } from "../domain/deviation/computedProblems";
import { standardLimits } from "../domain/deviation/deviation";
import { followUpOf } from "../domain/deviation/followUp";
import { type Remarks, withRemarks } from "../domain/deviation/remarks";
import { factsInWorkbook, namedTables, withWorkbook } from "../domain/deviation/tableNames";
import { claimProblems } from "../domain/finalReport/claimProblems";
import { economySectionOf, personCountsOf } from "../domain/finalReport/economySection";
import { problem, type Problem } from "../domain/problem";
import { moneyBackOf, type ReturnOptions, standardReturnOptions } from "../domain/return/moneyBack";
import { eachInSteps, finished, type Steps } from "../domain/steps";
import { leftOutIn } from "../intake/corrections/tabChoices";
import { withoutDoubles } from "../intake/doubles";
import type { SourceWorkbook } from "../intake/grid";
import { joinedFiles } from "../intake/joined/joinFiles";
import { type Intake, readWorkbookInSteps } from "../intake/readWorkbook";
import { type UserEdits, userEditsOf } from "../intake/roundTrip/userEdits";
import { RETURN_REFERENCE } from "../reference/returnReference";
import type { Analysis, AnalyseOptions, InitiativeResult, RowCount, WorkbookResult } from "./analysis";
import { comparedWith, type SavedSnapshots, savedSnapshots } from "./snapshots";
import { usedAreasOf } from "./usedAreas";
import { userEditProblems } from "./userEdits";

/** One workbook and everything that was read of it. */
interface Run {
  readonly workbook: SourceWorkbook;
  /** The file's name where several are read; else null. */
  readonly name: string | null;
  readonly intake: Intake;
  readonly saved: SavedSnapshots;
  readonly writing: UserEdits;
}

/** One budget table with what belongs to it. */
interface TableRun {
  readonly table: BudgetTable;
  readonly kept: Remarks | null;
  readonly facts: InitiativeFacts | null;
  readonly run: Run;
  readonly at: number;
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
  const runs = yield* readInSteps(workbooks, options);
  const problems = runs.flatMap((run) => inWorkbook(run, [...run.intake.problems, ...run.saved.problems]));
  const refused =
    runs.every(({ intake }) => !tellsAnything(intake)) || problems.some(({ severity }) => severity === "refuse");
  const results = refused ? [] : yield* eachInSteps(runs.flatMap(tablesOf), resultOf);
  const returns = options.returns ?? standardReturnOptions;
  const wholes = refused ? [] : yield* eachInSteps(runs, (run) => workbookResult(run, returns));
  return {
    results,
    workbooks: wholes.map(({ result }) => result),
    rows: sumRows(runs.map(({ intake }) => intake.rows)),
    setAside: runs.flatMap((run) => run.intake.setAside.map((row) => ({ ...row, workbook: run.name }))),
    problems: withoutContradiction([
      ...problems,
      // Without any workbook at all, why it could not be opened is said by whoever tried.
      ...(refused && workbooks.length > 0 && !problems.some(({ severity }) => severity !== "note")
        ? [nothingToCalculate(workbooks)]
        : []),
      ...results.flatMap(({ followUp }) => computedProblems(followUp)),
      ...wholes.flatMap((found) => found.problems),
      ...results.flatMap(({ finalReport }) => claimProblems(finalReport)),
      ...wholes.flatMap(({ result }) => claimProblems(result.finalReport)),
    ]),
    questions: runs.flatMap((run) => inWorkbook(run, run.intake.questions)),
    answered: runs.flatMap((run) =>
      run.intake.answered.map((each) => ({ ...each, question: inWorkbook(run, [each.question])[0]! })),
    ),
    readings: runs.map(({ intake: { found, corrections, answers } }) => ({ found, corrections, answers })),
    leftOut: workbooks.length > 1 ? [] : leftOutIn(workbooks[0]?.choices),
    used: runs.flatMap(({ intake }) => usedAreasOf(intake)),
    ledgers: runs.flatMap(({ intake: { ledger, unmapped } }) =>
      ledger === undefined ? [] : [{ ledger, unmapped: unmapped ?? [] }],
    ),
    refused,
  };
}

/** Cells → typed rows, and what earlier runs and people left in tabs of ours. */
function* readInSteps(workbooks: readonly SourceWorkbook[], options: AnalyseOptions): Steps<readonly Run[]> {
  const read = yield* eachInSteps(workbooks, (workbook) => readWorkbookInSteps(workbook, options));
  const joined = yield* joinedFiles(
    read.map((intake, at) => ({ workbook: workbooks[at]!, intake })),
    options,
  );
  const intakes = withoutDoubles(joined.map((intake, at) => ({ name: workbooks[at]!.name, intake })));
  return workbooks.map((workbook, at) => ({
    workbook,
    name: workbooks.length > 1 ? workbook.name : null,
    intake: intakes[at]!,
    saved: savedSnapshots(workbook, options.snapshot),
    writing: userEditsOf(workbook.grids),
  }));
}

/** With several inputs each message names its workbook. */
function inWorkbook<T>({ name }: Run, said: readonly T[]): readonly T[] {
  return name === null ? said : said.map((each) => ({ ...each, workbook: name }));
}

function tablesOf(run: Run): readonly TableRun[] {
  const { name, intake, writing } = run;
  const tables = name === null ? intake.tables : intake.tables.map((table) => withWorkbook(table, name));
  return withRemarks(namedTables({ ...intake, tables }), writing.comments).map(({ table, kept }, at) => ({
    table,
    kept,
    facts: factsOf(intake.factsOfTables[at] ?? null, name),
    run,
    at,
  }));
}

function factsOf(facts: InitiativeFacts | null, workbook: string | null): InitiativeFacts | null {
  return facts === null || workbook === null ? facts : factsInWorkbook(facts, workbook);
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

function resultOf({ table, facts, kept, at, run: { intake, saved } }: TableRun): InitiativeResult {
  const followUp = followUpOf(table, facts, kept?.limits ?? standardLimits);
  const comparison = comparedWith(saved, followUp, facts, intake.tables.length === 1);
  return { followUp, facts, kept, finalReport: economySectionOf(intake, facts, followUp, at), comparison };
}

function workbookResult(
  { name, intake, saved, writing }: Run,
  options: ReturnOptions,
): { readonly result: WorkbookResult; readonly problems: readonly Problem[] } {
  const { moneyBack, problems } = moneyBackOf(
    intake,
    namedTables(intake),
    RETURN_REFERENCE,
    options,
    writing.assumptions,
  );
  return {
    result: {
      workbook: name,
      facts: intake.facts,
      moneyBack,
      persons: personCountsOf(intake),
      finalReport: intake.tables.length > 0 ? null : economySectionOf(intake, intake.facts, null),
      tables: intake.tables.length,
      snapshots: saved.snapshots,
      lastSnapshot: saved.lastNumber,
      writing,
    },
    problems: [...problems, ...userEditProblems(writing, moneyBack?.own ?? null)].map((found) => ({
      ...found,
      workbook: name,
    })),
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
