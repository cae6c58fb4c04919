// tests/intake/shown.ts: an intake in a few words, so that a test states what it expects on one line.
import type { BudgetTable } from "../../src/domain/deviation/budget";
import { type Money, toKr } from "../../src/domain/money";
import type { CellValue } from "../../src/intake/grid";
import { type Intake, readWorkbook } from "../../src/intake/readWorkbook";
import { gridOf, type GridOptions, workbookOf } from "./gridOf";

export const asRead = { unit: null, sign: null } as const;

/** Reads one sheet. */
export function readSheet(rows: readonly (readonly CellValue[])[], options: GridOptions = {}): Intake {
  return readWorkbook(workbookOf(gridOf(rows, options)), asRead);
}

const kr = (money: Money | null): string => (money === null ? "none" : toKr(money).toString());

/** `Personal 2024 900/1000`: line, period, outcome and budget in kr, in the order of the source. */
export function entriesOf({ entries, lines, periods }: BudgetTable): readonly string[] {
  return entries.map(
    ({ line, period, outcome, budget }) => `${lines[line]} ${periods[period]?.label} ${kr(outcome)}/${kr(budget)}`,
  );
}

/** Each control total as `budget A+B 2024 1000`. */
export function controlsOf({ controlTotals, lines, periods }: BudgetTable): readonly string[] {
  return controlTotals.map((control) => {
    const of = (names: readonly string[], indices: readonly number[]): string =>
      indices.map((index) => names[index]).join("+");
    return `${control.measure} ${of(lines, control.lines)} ${of(
      periods.map(({ label }) => label),
      control.periods,
    )} ${control.stated.toString()}`;
  });
}

/** `code cell` of every problem. */
export function said({ problems }: Intake): readonly string[] {
  return problems.map(({ code, cell }) => `${code} ${cell}`);
}

/** As `said`, without the notes that most small tables get. */
export function saidBeside(intake: Intake): readonly string[] {
  return said(intake).filter((text) => !/^(?:sign-inferred|unit-assumed)/u.test(text));
}
