// src/intake/records/otherRows.ts: reads every table that is no budget, kind by kind, and checks them against each other.
import type { IncomeSource } from "../../domain/return/incomeSource";
import { problem, type Problem } from "../../domain/problem";
import type { SetAside } from "../budget/budgetRows";
import type { RecordContext } from "./recordKind";
import { NO_RECORDS, type OtherKind, RECORD_KINDS, type RecordFields } from "./recordKinds";
import type { Sourced } from "../../domain/return/returnRows";
import type { LocatedRows } from "./rowTable";
import { settledTable } from "./settledColumns";

/** Everything read from tables that are no budgets, in the domain's own input types. */
export type OtherRows = RecordFields & {
  /** The table of supports to calculate with: the standard one, with the user's own rows in it. */
  readonly sources: readonly IncomeSource[];
};

export interface ReadOthers {
  readonly rows: OtherRows;
  readonly used: number;
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
  /** The tables given, with every column as it was read. */
  readonly tables: readonly LocatedRows[];
  /** Those that are tables of their kind, used or left out. */
  readonly found: readonly { readonly kind: OtherKind; readonly sheet: string; readonly row: number }[];
}

export function noOtherRows(sources: readonly IncomeSource[]): OtherRows {
  return { ...NO_RECORDS, sources };
}

/** Reads the tables kind by kind; a table with a column that must be asked about is left out until it is answered. */
export function readOtherTables(tables: readonly LocatedRows[], given: RecordContext): ReadOthers {
  const settled = tables.map((table) => settledTable(table, given.asking));
  let context = given;
  let fields: RecordFields = NO_RECORDS;
  let used = 0;
  const setAside = settled.flatMap((each) => each.setAside);
  const problems: Problem[] = [];
  for (const kind of [...RECORD_KINDS].sort((a, b) => Number(b.comesFirst ?? false) - Number(a.comesFirst ?? false))) {
    const own = settled.filter(({ state, table }) => state === "settled" && table.found.header.kind === kind.name);
    const read = kind.read(
      own.map(({ table }) => table),
      context,
    );
    if (read.sources !== undefined) context = { ...context, sources: read.sources };
    fields = { ...fields, ...read.fields };
    used += read.used;
    setAside.push(...read.setAside);
    problems.push(...read.problems);
  }
  const of = (kind: string): number =>
    settled.filter(({ state, table }) => state !== "none" && table.found.header.kind === kind).length;
  return {
    rows: { ...fields, sources: context.sources },
    used,
    setAside,
    problems: [
      ...settled.flatMap((each) => each.problems),
      ...problems,
      ...oneSided(fields, of("participants"), of("contributions")),
    ],
    tables: settled.map(({ table }) => table),
    found: settled.flatMap(({ state, table: { grid, found } }) =>
      state === "none" ? [] : [{ kind: found.header.kind, sheet: grid.sheet, row: found.header.row }],
    ),
  };
}

/** Money in without anybody it was for, or the reverse. Where there is a table of persons whose rows are unusable, what follows from it is said. */
function oneSided(
  { contributions, participants }: RecordFields,
  participantTables: number,
  contributionTables: number,
): readonly Problem[] {
  const at = (rows: readonly Sourced<unknown>[]): { sheet: string } | null =>
    rows[0] === undefined ? null : { sheet: rows[0].origin.sheet };
  if (contributions.length > 0 && participantTables === 0)
    return [problem("contributions-without-participants", at(contributions), {})];
  if (contributions.length > 0 && participants.length === 0)
    return [problem("no-usable-participants", at(contributions), {})];
  if (participants.length > 0 && contributionTables === 0)
    return [problem("participants-without-contributions", at(participants), {})];
  return [];
}
