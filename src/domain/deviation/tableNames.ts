// src/domain/deviation/tableNames.ts: what a budget table goes by among others, and whose workbook its cells are in.
import { withoutEnding } from "../fileName";
import type { BudgetTable, Fact, InitiativeFacts, Origin } from "./budget";

/** `tables` as they are told apart: one without a name of its own bears its initiative's, else the only one its file's, and one of several its sheet's. */
export function namedTables({
  tables,
  factsOfTables,
}: {
  readonly tables: readonly BudgetTable[];
  readonly factsOfTables: readonly (InitiativeFacts | null)[];
}): readonly BudgetTable[] {
  const alone = tables.length === 1;
  return tables.map((table, at) => {
    const fileName = table.workbook === null ? null : withoutEnding(table.workbook);
    const name = table.initiative ?? factsOfTables[at]?.name ?? (alone ? fileName : table.sheet);
    return { ...table, initiative: name };
  });
}

/** With several inputs each origin names its workbook, so that links and messages lead to the right file. */
export function withWorkbook(table: BudgetTable, workbook: string): BudgetTable {
  const named = <Of extends Placed>(of: Of): Of => inWorkbook(of, workbook);
  const { equity } = table;
  return {
    ...table,
    workbook,
    entries: table.entries.map(named),
    controlTotals: table.controlTotals.map(named),
    results: table.results.map(named),
    equity:
      equity === null
        ? null
        : {
            opening: equity.opening && named(equity.opening),
            change: equity.change && named(equity.change),
            closing: equity.closing && named(equity.closing),
            decided: equity.decided && named(equity.decided),
          },
    seriesBreaks: table.seriesBreaks.map(named),
  };
}

/** The same of the facts about an initiative: each count stands in a cell. */
export function factsInWorkbook(facts: InitiativeFacts, workbook: string): InitiativeFacts {
  const named = (fact: Fact | null): Fact | null => fact && inWorkbook(fact, workbook);
  return {
    ...facts,
    participants: named(facts.participants),
    closed: named(facts.closed),
    toWorkOrStudies: named(facts.toWorkOrStudies),
    plannedParticipants: named(facts.plannedParticipants),
    plannedParticipantsPerYear: named(facts.plannedParticipantsPerYear),
    plannedClosed: named(facts.plannedClosed),
    plannedClosedPerYear: named(facts.plannedClosedPerYear),
    plannedToWorkOrStudies: named(facts.plannedToWorkOrStudies),
    plannedToWorkOrStudiesPerYear: named(facts.plannedToWorkOrStudiesPerYear),
  };
}

interface Placed {
  readonly origin: Origin;
}

function inWorkbook<Of extends Placed>(of: Of, workbook: string): Of {
  // What stands in another file than the table's own says so already.
  return { ...of, origin: { ...of.origin, workbook: of.origin.workbook ?? workbook } };
}
