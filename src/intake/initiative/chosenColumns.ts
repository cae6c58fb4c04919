// src/intake/initiative/chosenColumns.ts: columns of tables that are no budgets: what each is read as, and what the user says instead.
import type { RoleOf } from "../../domain/tableCorrection";
import { foldedKey } from "../fold";
import type { Grid } from "../grid";
import { HEADINGS as ASSUMPTIONS } from "./assumptionRows";
import { BEFORE_AFTER, PLANNED_ACTUAL } from "./beforeAfterRows";
import { HEADINGS as CLAIMS } from "./claimRows";
import { HEADINGS as CONTRIBUTIONS } from "./contributionRows";
import { HEADINGS as GOALS } from "./goalRows";
import { namesOfColumns, type OtherHeader, type OtherKind } from "./otherTables";
import { HEADINGS as PARTICIPANTS } from "./participantColumns";
import type { Headings } from "./rowTable";
import { HEADINGS as SOURCES } from "./sourceRows";

/** The headings of every role; the compiler sees that each role that can be chosen has some. */
const NAMES: { readonly [Kind in OtherKind]: Headings<RoleOf<Kind>> } = {
  contributions: CONTRIBUTIONS,
  participants: PARTICIPANTS,
  goals: GOALS,
  claims: CLAIMS,
  assumptions: ASSUMPTIONS,
  "before-after": BEFORE_AFTER,
  counts: PLANNED_ACTUAL,
  sources: SOURCES,
};

function rolesOf(kind: OtherKind): readonly (readonly [role: string, names: readonly string[]])[] {
  return Object.entries(NAMES[kind]);
}

/** The role that each column is read as; columns without one are left out. */
export function columnRoles({ kind, columns }: OtherHeader): ReadonlyMap<number, string> {
  const roles = new Map<number, string>();
  for (const [role, names] of rolesOf(kind)) {
    const column = names.map((name) => columns.get(foldedKey(name))).find((each) => each !== undefined);
    if (column !== undefined && !roles.has(column)) roles.set(column, role);
  }
  return roles;
}

/** Columns in `chosen` bear the name of the chosen role and no other, or none at all (null); the others what their headings say. */
export function chosenOtherHeader(
  grid: Grid,
  place: { readonly row: number; readonly left: number; readonly right: number },
  kind: OtherKind,
  chosen: ReadonlyMap<number, string | null>,
): OtherHeader {
  const { row, left, right } = place;
  const named = namesOfColumns(grid.values[row] ?? [], left, right);
  const columns = new Map([...named].filter(([, column]) => !chosen.has(column)));
  for (const [role, names] of rolesOf(kind)) {
    const [column] = [...chosen].find(([, each]) => each === role) ?? [];
    const [name] = names;
    if (column === undefined || name === undefined) continue;
    for (const other of names) columns.delete(foldedKey(other));
    columns.set(foldedKey(name), column);
  }
  return { kind, row, left, right, columns };
}
