// src/intake/records/beforeAfterRows.ts: tables of persons: before and after per support, and planned against actual.
import type { BeforeAfterRow } from "../../domain/finalReport/beforeAfter";
import type { CountRow } from "../../domain/finalReport/goals";
import { Decimal } from "../../domain/money";
import { folded, lookupKey, plainSpaces } from "../../domain/lookupKey";
import { isCellError } from "../grid";
import { readPlainNumber } from "./plainNumber";
import { isBlank } from "./rowBody";
import { readKind, type RecordColumn, type RecordKind } from "./recordKind";
import type { Sourced } from "../../domain/return/returnRows";
import { duplicates, type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";
import { statedTotalProblem } from "./statedTotal";

/** A table of persons: its rows, and how many persons it says that it is about. */
export interface CountTable<T> {
  readonly sheet: string;
  /** The header and the body in A1. */
  readonly range: string;
  readonly initiative: string | null;
  /** The two headings as the source writes them, such as `Före` and `Efter`. */
  readonly headings: readonly [string, string];
  readonly rows: readonly Sourced<T>[];
  /** From a row `Antal personer` / `Bas` under the table; null: not said. */
  readonly base: number | null;
}

export interface ReadCounts<T> extends ReadRows<T> {
  /** Null when the table is left out or has no usable row. */
  readonly table: CountTable<T> | null;
}

const BEFORE_AFTER_COLUMNS = {
  name: {
    holds: "text",
    sv: ["Försörjning", "Försörjningskälla", "Inkomstkälla", "Insats", "Projekt"],
    en: ["Support", "Initiative"],
  },
  first: { holds: "number", sv: ["Före", "Antal före", "Vid start", "Start", "Vid inskrivning"], en: ["Before"] },
  second: { holds: "number", sv: ["Efter", "Antal efter", "Vid slut", "Slut", "Vid avslut"], en: ["After"] },
} as const satisfies Readonly<Record<string, RecordColumn>>;
const COUNT_COLUMNS = {
  name: {
    holds: "any",
    sv: ["Insats", "Projekt", "Mått", "Uppgift", "Grupp", "Målgrupp", "Åldersgrupp", "Deltagare"],
    en: ["Initiative", "Measure", "Group", "Item", "Participants"],
  },
  first: {
    holds: "number",
    sv: ["Planerat", "Planerat antal", "Beräknat", "Beräknat antal", "Plan"],
    en: ["Planned"],
  },
  second: { holds: "number", sv: ["Utfall", "Faktiskt", "Verkligt", "Antal"], en: ["Outcome", "Actual"] },
} as const satisfies Readonly<Record<string, RecordColumn>>;
type Role = keyof typeof BEFORE_AFTER_COLUMNS;
/** Headings of tables of money. */
const MONEY = ["Budget", "Kostnadsslag", "Kostnadspost", "Konto"] as const;
const BASE = /^(?:bas|antal personer|antal avslutade|base|persons)$/u;

interface Counted {
  readonly name: string;
  readonly first: number | null;
  readonly second: number | null;
}

/** Persons per support before and after. A missing count is not 0: the row is set aside. */
export function readBeforeAfter(located: LocatedRows): ReadCounts<BeforeAfterRow> {
  return readCounted(
    located,
    (counted, row, table) => {
      if (counted.first === null)
        return row.fail("missing-amount", "first", { what: counted.name, heading: table.heading("first") });
      if (counted.second === null)
        return row.fail("missing-amount", "second", { what: counted.name, heading: table.heading("second") });
      return { source: counted.name, before: counted.first, after: counted.second };
    },
    (row) => ({ name: row.source, first: row.before, second: row.after }),
  );
}

/** Persons planned and actual, per initiative or group. A missing count stays missing. */
export function readPlannedActual(located: LocatedRows): ReadCounts<CountRow> {
  return readCounted(
    located,
    (counted, row) => {
      if (counted.first === null && counted.second === null)
        return row.fail("no-amounts", "name", { line: counted.name });
      return { name: counted.name, planned: counted.first, actual: counted.second };
    },
    (row) => ({ name: row.name, first: row.planned, second: row.actual }),
  );
}

function readCounted<T>(
  located: LocatedRows,
  rowOf: (counted: Counted, row: Row<Role>, table: RowTable<Role>) => T | null,
  countedOf: (row: T) => Counted,
): ReadCounts<T> {
  const table = new RowTable<Role>(located);
  const nameColumns = nameColumnsOf(table);
  const totals: { counted: Counted; row: Row<Role> }[] = [];
  let base: number | null = null;
  const rows = table.read((row) => {
    const name = nameIn(table, row, nameColumns);
    const counted = { first: countIn(table, row, "first"), second: countIn(table, row, "second") };
    if (row.failed()) return null;
    if (name === null) return row.fail("missing-key", "name", { heading: table.heading("name") });
    if (BASE.test(folded(name)) && (counted.second === null || counted.first === counted.second)) {
      base = counted.first;
      return row.fail("total-row", "name", { line: name });
    }
    if (table.isTotal(name)) {
      totals.push({ counted: { name, ...counted }, row });
      return row.fail("total-row", "name", { line: name });
    }
    return rowOf({ name, ...counted }, row, table);
  });
  const [pair] = duplicates(
    rows,
    ({ value, initiative }) => `${lookupKey(countedOf(value).name)}|${folded(initiative ?? "")}`,
  );
  if (pair !== undefined)
    table.block(
      "duplicate-row",
      { what: countedOf(pair[1].value).name, other: pair[0].origin.cells },
      pair[1].origin.cells,
    );
  const kept = pair === undefined ? rows : [];
  if (pair === undefined)
    noteTotals(
      table,
      rows.map(({ value }) => countedOf(value)),
      totals,
    );
  const result = { rows: kept, setAside: table.setAside, problems: table.problems };
  if (kept.length === 0) return { ...result, table: null };
  const { grid, range } = table;
  return {
    ...result,
    table: {
      sheet: grid.sheet,
      range,
      initiative: located.initiative,
      headings: [table.heading("first"), table.heading("second")],
      rows: kept,
      base,
    },
  };
}

/** The columns of text left of the counts: `18–30 · Män` is one group. */
function nameColumnsOf(table: RowTable<Role>): readonly number[] {
  const counts = Math.min(table.column("first") ?? Infinity, table.column("second") ?? Infinity);
  const named = table.column("name");
  const texts = table.otherColumns.filter(
    (column) =>
      column < counts &&
      column !== table.initiativeAt &&
      table.rows.some((row) => typeof table.grid.values[row]?.[column] === "string"),
  );
  return [...(named === null ? [] : [named]), ...texts].sort((a, b) => a - b);
}

function nameIn(table: RowTable<Role>, row: Row<Role>, columns: readonly number[]): string | null {
  if (table.has("name") && isCellError(row.value("name"))) return row.text("name");
  const parts = columns.flatMap((column) => {
    const value = table.grid.values[row.row]?.[column];
    return value === null || value === undefined || isBlank(value) || isCellError(value)
      ? []
      : [plainSpaces(String(value))];
  });
  return parts.length === 0 ? null : parts.join(", ");
}

/** A whole number of persons, or null when empty. */
function countIn(table: RowTable<Role>, row: Row<Role>, role: Role): number | null {
  const value = row.value(role);
  if (value === null) return null;
  const number = readPlainNumber(value, row.format(role));
  if (
    number !== null &&
    !number.percent &&
    number.value.isInteger() &&
    !number.value.isNegative() &&
    number.value.lt(1e9)
  )
    return number.value.toNumber();
  const text = row.text(role);
  return row.failed() ? null : row.fail("not-a-count", role, { text: text ?? "", heading: table.heading(role) });
}

function noteTotals(
  table: RowTable<Role>,
  rows: readonly Counted[],
  totals: readonly { counted: Counted; row: Row<Role> }[],
): void {
  for (const { counted, row } of totals) {
    for (const role of ["first", "second"] as const) {
      const stated = counted[role];
      if (stated === null) continue;
      const computed = new Decimal(rows.reduce((all, each) => all + (each[role] ?? 0), 0));
      const at = { sheet: table.grid.sheet, cell: row.cell(role) };
      const found = statedTotalProblem(
        { what: table.heading(role), stated: new Decimal(stated), computed, tolerance: new Decimal(0) },
        at,
      );
      if (found !== null) table.problems.push(found);
    }
  }
}

export const BEFORE_AFTER: RecordKind<
  "before-after",
  Role,
  { readonly beforeAfter: readonly CountTable<BeforeAfterRow>[] }
> = {
  name: "before-after",
  columns: BEFORE_AFTER_COLUMNS,
  shapes: [{ needs: [["name"], ["first"], ["second"]], without: MONEY }],
  totalled: "name",
  none: { beforeAfter: [] },
  read: (tables) => {
    const read = tables.map(readBeforeAfter);
    return readKind(read, { beforeAfter: read.flatMap(({ table }) => table ?? []) });
  },
};

/** Persons planned against actual. The name may stand in columns whose headings nobody knows. */
export const COUNTS: RecordKind<"counts", Role, { readonly plannedActual: readonly CountTable<CountRow>[] }> = {
  name: "counts",
  columns: COUNT_COLUMNS,
  shapes: [{ needs: [["first"], ["second"]], without: [...MONEY, "Mål", "Goal", "Avvikelse"] }],
  totalled: "name",
  none: { plannedActual: [] },
  read: (tables) => {
    const read = tables.map(readPlannedActual);
    return readKind(read, { plannedActual: read.flatMap(({ table }) => table ?? []) });
  },
};
