// src/intake/records/repeatedRows.ts: rows that stand in two tables of one kind: the later table is left out whole.
import { problem } from "../../domain/problem";
import type { SetAside } from "../budget/budgetRows";
import type { Sourced } from "../../domain/return/returnRows";
import type { ReadRows } from "./rowTable";

/** A table that repeats a row of an earlier one is left out whole, both cells named. */
export function withoutRepeats<
  Row extends Sourced<unknown>,
  Read extends ReadRows<unknown> & { readonly rows: readonly Row[] },
>(
  reads: readonly Read[],
  nameOf: (row: Row) => string,
  repeatIn: (rows: readonly Row[]) => readonly [Row, Row] | null,
): readonly Read[] {
  const kept: Row[] = [];
  return reads.map((read) => {
    const repeat = reads.length < 2 ? null : repeatIn([...kept, ...read.rows]);
    if (repeat === null) {
      for (const row of read.rows) kept.push(row);
      return read;
    }
    const [first, second] = repeat;
    const { sheet, cells } = second.origin;
    const said = problem(
      "duplicate-row",
      { sheet, cell: cells },
      { what: nameOf(second), other: `${first.origin.sheet}!${first.origin.cells}` },
    );
    const left = read.rows.map(({ origin }): SetAside => ({
      sheet: origin.sheet,
      cell: origin.cells,
      reason: "duplicate-row",
      rows: 1,
    }));
    return { ...read, rows: [], setAside: [...read.setAside, ...left], problems: [...read.problems, said] };
  });
}
