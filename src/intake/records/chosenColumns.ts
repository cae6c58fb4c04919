// src/intake/records/chosenColumns.ts: columns of tables that are no budgets: what each is read as, and what the user says instead.
import type { Grid } from "../grid";
import { type OtherHeader, rolesOfKind, type Span } from "./otherTables";
import { baseRole } from "./roles";
import { kindNamed, type OtherKind } from "./recordKinds";

/** The role that each column is read as; columns without one, and those that are not settled, are left out. */
export function columnRoles({ kind, roles }: OtherHeader): ReadonlyMap<number, string> {
  const { columns } = kindNamed(kind);
  return new Map([...roles].flatMap(([role, column]) => (baseRole(role) in columns ? [[column, baseRole(role)]] : [])));
}

/** Columns in `chosen` have the chosen role and no other, or none at all (null); the others what their headings say. */
export function chosenOtherHeader(
  grid: Grid,
  place: Span,
  kind: OtherKind,
  chosen: ReadonlyMap<number, string | null>,
): OtherHeader {
  const { row, left, right } = place;
  const given = new Set([...chosen.values()].filter((role) => role !== null));
  const natural = [...rolesOfKind(kind, grid, { row, left, right })];
  const roles = new Map(natural.filter(([role, column]) => !chosen.has(column) && !given.has(baseRole(role))));
  for (const [column, role] of chosen) if (role !== null && !roles.has(role)) roles.set(role, column);
  return { kind, row, left, right, roles, settled: new Set(chosen.keys()), guessed: false };
}
