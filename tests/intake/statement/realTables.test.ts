// tests/intake/statement/realTables.test.ts: tables as municipalities and associations publish them, judged row by row.
import { proveStatement } from "../../../src/intake/statement/prove";
import type { Reading, StatementTable } from "../../../src/intake/statement/statement";
import { type StatementCase, statementCases } from "./statementCases";

const telling = (table: StatementTable, row: number): boolean =>
  table.columns.some(
    ({ measure }, column) => /outcome|budget/u.test(measure) && (table.rows[row]?.figures[column] ?? 0) !== 0,
  );

/** Name and kind of the lines that hold something, as read. Kinds are only asked of income and costs. */
function linesRead({ table, lines }: StatementCase, { rows }: Reading): readonly string[] {
  const kinds = new Map(lines);
  return rows.flatMap((role, row) => {
    const name = table.rows[row]?.name ?? "";
    if (role.role !== "line" || !telling(table, row)) return [];
    return [kinds.get(name) === "net" ? name : `${name}: ${role.kind === "net" ? "cost" : role.kind}`];
  });
}

function linesWanted({ table, lines }: StatementCase): readonly string[] {
  return lines.flatMap(([name, kind]) => {
    const row = table.rows.findIndex((each) => each.name === name);
    return telling(table, row) ? [kind === "net" ? name : `${name}: ${kind}`] : [];
  });
}

/** Favourable, in the table's smallest step, from the published figures alone. */
function deviationWanted({ table, lines, mode }: StatementCase): number {
  const column = (measure: string): number => table.columns.findIndex((each) => each.measure === measure);
  return lines.reduce((sum, [name, kind]) => {
    const figures = table.rows.find((each) => each.name === name)?.figures ?? [];
    const difference = (figures[column("outcome")] ?? 0) - (figures[column("budget")] ?? 0);
    const turned = mode === "cost-pos" || (mode === "unsigned" && kind !== "income");
    return sum + (turned ? -difference : difference);
  }, 0);
}

test.each(statementCases.map((each) => [each.id, each] as const))("%s", (_, each) => {
  const proof = proveStatement(each.table);
  if (proof.kind !== "read") throw new Error(`asked: ${JSON.stringify(proof.doubt)}`);
  expect(linesRead(each, proof.reading)).toEqual(linesWanted(each));
  expect(proof.reading.deviation).toBe(deviationWanted(each));
  const { stated, explained } = proof.reading.explained;
  expect(explained).toBe(stated);
});
