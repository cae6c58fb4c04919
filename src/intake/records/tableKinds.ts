// src/intake/records/tableKinds.ts: what a table and each of its columns may be chosen to be: budget tables, and every kind of the registry.
import { BUDGET_ROLES, type TableKind } from "../../domain/tableCorrection";
import { isRecordKind, kindNamed, RECORD_KINDS } from "./recordKinds";

/** In the order in which people choose among them. */
export const TABLE_KINDS: readonly TableKind[] = ["budget", ...RECORD_KINDS.map(({ name }) => name)];

/** The roles of a kind's columns; the first names the row. Empty: there is no such kind. */
export function tableRoles(kind: TableKind): readonly string[] {
  if (kind === "budget") return BUDGET_ROLES;
  return isRecordKind(kind) ? Object.keys(kindNamed(kind).columns) : [];
}
