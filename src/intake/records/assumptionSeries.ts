// src/intake/records/assumptionSeries.ts: a given series instead of one rate: price levels, or shares still off the support, year by year.
// Written in columns headed År 1, År 2 … (or from År 0), or in Bas with semicolons between: `100 %; 85 %; 70 %`.
import type { AssumptionKind } from "../../domain/return/assumptions";
import type { Decimal } from "../../domain/money";
import { YEARS } from "../../domain/return/yearFactors";
import { folded } from "../../domain/lookupKey";
import { type PlainNumber, readPlainNumber } from "./plainNumber";
import type { Row, RowTable } from "./rowTable";
import { isBlank } from "./rowBody";

interface YearColumn {
  readonly column: number;
  readonly year: number;
}

function yearsIn<Role extends string>(table: RowTable<Role>): readonly YearColumn[] {
  const years = table.otherColumns.flatMap((column) => {
    const year = /^(?:ar|year) ?(?:k ?= ?)?(\d{1,2})$/u.exec(folded(table.headingAt(column)))?.[1];
    return year === undefined ? [] : [{ column, year: Number(year) }];
  });
  return years.sort((a, b) => a.year - b.year);
}

/** The first heading of a year under which the row says something; null: it says nothing there. */
export function yearSaid<Role extends string>(table: RowTable<Role>, row: Row<Role>): string | null {
  const said = yearsIn(table).find(({ column }) => !isBlank(table.grid.values[row.row]?.[column] ?? null));
  return said === undefined ? null : table.headingAt(said.column);
}

/** Columns of years, in order; the first is each person's first twelve months. Empty: the table has none, or they have gaps. */
export function yearColumns<Role extends string>(table: RowTable<Role>): readonly number[] {
  const years = yearsIn(table);
  const [first] = years;
  const isWhole = first !== undefined && first.year <= 1 && years.every(({ year }, at) => year === first.year + at);
  return isWhole && years.length <= YEARS ? years.map(({ column }) => column) : [];
}

/**
 * The series of a row: of uprating as levels in relation to the first year's, whatever they are counted in (kr, an index, per cent); of persistence as
 * shares. Null where the row has none, or failed. `percent`: the row's unit is per cent.
 */
export function seriesOf<Role extends string>(
  table: RowTable<Role>,
  row: Row<Role>,
  { kind, columns, base, percent }: { kind: AssumptionKind; columns: readonly number[]; base: Role; percent: boolean },
): readonly Decimal[] | null {
  const inBase = row.value(base);
  const listed = typeof inBase === "string" && inBase.includes(";") ? inBase.split(";") : null;
  const cells = columns.map((column) => table.grid.values[row.row]?.[column] ?? null);
  while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
  if (listed === null && cells.length === 0) return null;
  const numbers = (listed ?? cells).map((cell, at) =>
    cell === null || isBlank(cell)
      ? null
      : readPlainNumber(cell, listed === null ? table.grid.format(row.row, columns[at] ?? 0) : "General"),
  );
  const wrong = numbers.findIndex((number) => number === null);
  if (wrong >= 0 || numbers.length > YEARS) {
    const cell = (listed ?? cells)[Math.max(0, wrong)];
    const text = typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
    const heading = listed === null ? table.headingAt(columns[Math.max(0, wrong)] ?? 0) : table.heading(base);
    return row.fail("unreadable-number", base, { text: text.trim(), heading });
  }
  const values = numbers.flatMap((number) => (number === null ? [] : [settled(number, kind, percent)]));
  const [first] = values;
  if (kind === "persistence" || first === undefined || first.isZero()) return values;
  return values.map((value) => value.div(first));
}

/** Shares of 1; levels are set in relation to the first anyway. */
function settled({ value, percent }: PlainNumber, kind: AssumptionKind, unit: boolean): Decimal {
  return kind === "persistence" && unit && !percent ? value.div(100) : value;
}
