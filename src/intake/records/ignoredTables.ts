// src/intake/records/ignoredTables.ts: tables that are no budgets and that the user does not want used.
import { problem, type Problem } from "../../domain/problem";
import type { SetAside } from "../budget/budgetRows";
import { rangeName } from "../../domain/a1";
import { bodyRowsOf } from "./rowBody";
import type { LocatedRows } from "./rowTable";

/** Tables that the user does not want used: their rows are set aside like all others that are not. */
export function ignoredRows(tables: readonly LocatedRows[]): {
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
} {
  const left = tables.map(({ grid, found }) => {
    const { row: top, left: first, right: last } = found.header;
    const rows = bodyRowsOf(grid, found);
    const at = { sheet: grid.sheet, cell: rangeName(top, first, rows.at(-1) ?? top, last) };
    const setAside = rows.map((row): SetAside => {
      return { sheet: grid.sheet, cell: rangeName(row, first, row, last), reason: "table-ignored", rows: 1 };
    });
    return { setAside, problem: problem("table-ignored", at, {}) };
  });
  return { setAside: left.flatMap(({ setAside }) => setAside), problems: left.map((each) => each.problem) };
}
