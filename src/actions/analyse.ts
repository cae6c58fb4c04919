// src/actions/analyse.ts: cells → typed rows → results, for one or several workbooks. Pure: it knows no adapter.
import type { BudgetTable, CostSign, InitiativeFacts } from "../domain/deviation/budget";
import { controlProblem } from "../domain/deviation/controlTotal";
import { standardLimits } from "../domain/deviation/deviation";
import { followUpOf, type FollowUp } from "../domain/deviation/followUp";
import type { FinalReport } from "../domain/finalReport/finalReport";
import type { Kept } from "../domain/deviation/kept";
import type { Unit } from "../domain/money";
import { problem, type Problem } from "../domain/problem";
import type { SourceWorkbook } from "../intake/grid";
import { readKept } from "../intake/budget/keptText";
import { readWorkbook, type Intake, type SetAside } from "../intake/readWorkbook";
import { economySectionOf, personCountsOf, type PersonCounts } from "./economySection";
import { moneyBackOf, standardReturnOptions, type MoneyBack, type ReturnOptions } from "./moneyBack";

/** What the user chose over what the sheet says; null: as read. */
export interface AnalyseOptions {
  readonly unit: Unit | null;
  readonly sign: CostSign | null;
  /** For money in and money back; left out: as the published reports calculate. */
  readonly returns?: ReturnOptions;
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
  readonly kept: Kept | null;
  /** Null where the workbook tells of nothing but budget and outcome. */
  readonly finalReport: FinalReport | null;
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
}

/** The whole result of a run. `refused`: nothing may be written (method.md §7), the reasons stand in `problems`. */
export interface Analysis {
  readonly results: readonly InitiativeResult[];
  /** One per input, in order. */
  readonly workbooks: readonly WorkbookResult[];
  readonly rows: RowCount;
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
  readonly refused: boolean;
}

/**
 * Everything that can be computed from these workbooks, and everything that was wrong with them, all at once.
 * A run is refused when any workbook is refused, or when no table is left after the blocked ones.
 */
export function analyse(workbooks: readonly SourceWorkbook[], options: AnalyseOptions): Analysis {
  const severalInputs = workbooks.length > 1;
  const runs = workbooks.map((workbook) => ({
    workbook,
    intake: readWorkbook(workbook, options),
    kept: workbook.grids.filter((grid) => grid.role?.startsWith("avvikelse") === true).map(readKept),
  }));
  const problems = runs.flatMap(({ workbook, intake }) =>
    intake.problems.map((found) => (severalInputs ? { ...found, workbook: workbook.name } : found)),
  );
  const tables = runs.flatMap(({ workbook, intake, kept }) =>
    withComments(
      intake.tables.map((table, at) => named(severalInputs ? withWorkbook(table, workbook.name) : table, intake, at)),
      kept,
    ).map(({ table, kept: comments }, at) => ({
      table,
      kept: comments,
      facts: intake.factsOfTables[at] ?? null,
      intake,
    })),
  );
  const refused =
    runs.every(({ intake }) => !tellsAnything(intake)) || problems.some(({ severity }) => severity === "refuse");
  const results = refused ? [] : tables.map(resultOf);
  const returns = options.returns ?? standardReturnOptions;
  const wholes = refused
    ? []
    : runs.map(({ workbook, intake }) => workbookResult(severalInputs ? workbook.name : null, intake, returns));
  return {
    results,
    workbooks: wholes.map(({ result }) => result),
    rows: sumRows(runs.map(({ intake }) => intake.rows)),
    setAside: runs.flatMap(({ intake }) => intake.setAside),
    problems: [...problems, ...results.flatMap(computedProblems), ...wholes.flatMap((found) => found.problems)],
    refused,
  };
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
  readonly kept: Kept | null;
  readonly intake: Intake;
}): InitiativeResult {
  const { table, facts, kept, intake } = read;
  const followUp = followUpOf(table, facts, kept?.limits ?? standardLimits);
  return { followUp, facts, kept, finalReport: economySectionOf(intake, facts, followUp) };
}

function workbookResult(
  workbook: string | null,
  intake: Intake,
  options: ReturnOptions,
): { readonly result: WorkbookResult; readonly problems: readonly Problem[] } {
  const { moneyBack, problems } = moneyBackOf(intake, options);
  return {
    result: {
      workbook,
      facts: intake.facts,
      moneyBack,
      persons: personCountsOf(intake),
      finalReport: intake.tables.length > 0 ? null : economySectionOf(intake, intake.facts, null),
      tables: intake.tables.length,
    },
    problems: problems.map((found) => ({ ...found, workbook })),
  };
}

/** What is only known once everything is computed: totals in the source that do not add up, and budgets that were shared out. */
function computedProblems({ followUp }: InitiativeResult): Problem[] {
  const { table, controls, budgetParts } = followUp;
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
  return [...shared, ...controls.filter(({ agrees }) => !agrees).map((check) => controlProblem(check, table))];
}

/** A table without a name of its own bears the initiative's; where several stand side by side, its sheet's. */
function named(table: BudgetTable, intake: Intake, at: number): BudgetTable {
  const alone = intake.tables.length === 1;
  const name = table.initiative ?? intake.factsOfTables[at]?.name ?? (alone ? fileName(table.workbook) : table.sheet);
  return { ...table, initiative: name };
}

function fileName(workbook: string | null): string | null {
  return workbook?.replace(/\.xls[xm]$/i, "") ?? null;
}

/**
 * Each table with what people wrote about it. Comments follow the initiative's name; with one table and one tab they belong
 * together whatever the name. Comments on an initiative that is gone go to the first table's, marked with the initiative:
 * they are shown at the end and never dropped.
 */
function withComments(
  tables: readonly BudgetTable[],
  kept: readonly Kept[],
): { table: BudgetTable; kept: Kept | null }[] {
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
