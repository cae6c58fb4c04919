// tests/intake/statement/judge.ts: a proof against what is known of the table.
import type { Proof, Reading, StatementTable } from "../../../src/intake/statement/statement";

export type Verdict = "exact" | "asked" | "asked without it" | "WRONG";
export type Wanted = readonly { readonly row: number; readonly favour: 1 | -1 }[];

/** Exact where every line that holds something is counted, nothing else is, and each deviation goes the right way. */
export function verdictOf(table: StatementTable, wanted: Wanted, proof: Proof): Verdict {
  if (proof.kind === "read") return isRight(table, wanted, proof.reading) ? "exact" : "WRONG";
  return proof.readings.some((reading) => isRight(table, wanted, reading)) ? "asked" : "asked without it";
}

export function isRight(table: StatementTable, wanted: Wanted, reading: Reading): boolean {
  const main = table.columns.flatMap(({ measure }, at) => (measure === "outcome" || measure === "budget" ? [at] : []));
  // Figures within the rounding of the sums above them cannot be told from nothing.
  const holds = (row: number): boolean => main.some((column) => Math.abs(table.rows[row]?.figures[column] ?? 0) > 3);
  const expected = wanted.filter(({ row }) => holds(row)).map(({ row, favour }) => `${row}:${favour}`);
  const found = reading.rows.flatMap((role, row) => {
    if (role.role !== "line" || !holds(row)) return [];
    const plain = reading.sign === "negative" ? 1 : -1;
    return [`${row}:${reading.orientation === "all-positive" && role.kind === "income" ? -plain : plain}`];
  });
  return expected.join(" ") === found.join(" ");
}
