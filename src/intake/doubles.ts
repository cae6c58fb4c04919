// src/intake/doubles.ts: tables that hold the same as an earlier one, in whatever layout or workbook: counted once, and said.
import type { BudgetTable } from "../domain/deviation/budget";
import { type Money, toKr } from "../domain/money";
import { problem, type Problem } from "../domain/problem";
import { ExactSums } from "../domain/exactSums";
import { folded } from "../domain/lookupKey";
import type { Intake, SetAside } from "./readWorkbook";

/** A workbook's name with what was read from it. */
export interface NamedIntake {
  readonly name: string;
  readonly intake: Intake;
}

/** Fewest line × periods that are no chance. */
const FEWEST = 2;

/**
 * The intakes, those of the same content after the first without it: every row of a double is set aside. Two initiatives that are
 * named apart are both kept, for they may be planned alike; outcomes that agree to the öre are said all the same.
 */
export function withoutDoubles(read: readonly NamedIntake[]): readonly Intake[] {
  if (read.reduce((count, { intake }) => count + intake.tables.length, 0) < 2) return read.map(({ intake }) => intake);
  const seen = new Map<string, { readonly table: BudgetTable; readonly file: string }>();
  return read.map(({ name, intake }) => {
    const doubled = new Map<number, Problem>();
    const told: Problem[] = [];
    intake.tables.forEach((table, at) => {
      const key = contentOf(table);
      const first = key === null ? undefined : seen.get(key);
      if (key === null || first === undefined) {
        if (key !== null) seen.set(key, { table, file: name });
        return;
      }
      const where = { sheet: table.sheet, cell: table.range };
      const params = { other: first.table.sheet, workbook: first.file === name ? "" : first.file };
      const apart =
        table.initiative !== null && first.table.initiative !== null && table.initiative !== first.table.initiative;
      if (apart) told.push(problem("tables-alike", where, params));
      else doubled.set(at, problem("table-twice", where, params));
    });
    return doubled.size + told.length === 0 ? intake : without(intake, doubled, told);
  });
}

function without(intake: Intake, doubled: ReadonlyMap<number, Problem>, told: readonly Problem[]): Intake {
  const left = intake.tables.filter((_, at) => doubled.has(at));
  const aside = left.flatMap(({ entries }) =>
    entries.map(({ origin }): SetAside => ({
      sheet: origin.sheet,
      cell: origin.cells,
      reason: "table-twice",
      rows: 1,
    })),
  );
  const { seen, used, setAside } = intake.rows;
  return {
    ...intake,
    tables: intake.tables.filter((_, at) => !doubled.has(at)),
    factsOfTables: intake.factsOfTables.filter((_, at) => !doubled.has(at)),
    rows: { seen, used: used - aside.length, setAside: setAside + aside.length },
    setAside: [...intake.setAside, ...aside],
    problems: [...doubled.values(), ...told, ...intake.problems],
  };
}

/** Lines and periods with their amounts, the same for every layout and order; null: too little, or nothing booked. */
function contentOf({ lines, periods, entries }: BudgetTable): string | null {
  const keys = entries.map(({ line, period }) => {
    const { from, to } = periods[period] ?? { from: 0, to: 0 };
    return `${folded(lines[line] ?? "")}|${from}-${to}`;
  });
  const order = [...new Set(keys)].sort();
  if (order.length < FEWEST) return null;
  const slot = new Map(order.map((key, at) => [key, at]));
  const sums = { outcome: new ExactSums(order.length), budget: new ExactSums(order.length) };
  if (!entries.some(({ outcome }) => outcome !== null && !toKr(outcome).isZero())) return null;
  entries.forEach((entry, at) => {
    for (const measure of ["outcome", "budget"] as const) {
      const amount: Money | null = entry[measure];
      if (amount === null) continue;
      sums[measure].add(slot.get(keys[at]!)!, amount);
    }
  });
  return order
    .map((key, at) => `${key}|${sums.outcome.total(at).toString()}|${sums.budget.total(at).toString()}`)
    .join("\n");
}
