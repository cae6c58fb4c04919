// src/intake/foundPlaces.ts: every table that was found, with where it stands and how its columns and rows are read.
import type { FoundColumn, FoundPlace, FoundRow } from "../domain/tableCorrection";
import { amountColumns, lineColumnOf } from "./budget/budgetBody";
import type { BudgetHeader } from "./budget/header";
import type { SetAside } from "./budget/budgetRows";
import type { ReadTable } from "./budget/budgetTable";
import type { KeyRole } from "./budget/heading";
import { headingText } from "./corrections/headingStem";
import { cellName, rangeName } from "../domain/a1";
import type { Grid } from "./grid";
import { columnRoles } from "./records/chosenColumns";
import type { SheetFacts } from "./records/initiative";
import type { OtherHeader } from "./records/otherTables";
import { bodyRowsOf } from "./records/rowBody";
import { isTotalIn } from "./records/rowTable";
import type { FoundTable } from "./recognise";

interface Table<Header extends BudgetHeader | OtherHeader> {
  readonly grid: Grid;
  readonly found: FoundTable<Header>;
}

type Place = Pick<FoundPlace, "sheet" | "range" | "row" | "left" | "right" | "columns" | "correction">;

function placeOf<Header extends BudgetHeader | OtherHeader>(
  { grid, found }: Table<Header>,
  top: number,
  rows: readonly number[],
  roles: ReadonlyMap<number, string>,
): Place {
  const { row, left, right } = found.header;
  const columns: FoundColumn[] = [];
  for (let column = left; column <= right; column++)
    columns.push({ column, heading: headingText(grid.values[row]?.[column]), role: roles.get(column) ?? null });
  const range = rangeName(top, left, rows.at(-1) ?? row, right);
  return { sheet: grid.sheet, range, row, left, right, columns, correction: found.correction };
}

/** `rows`: the table's body; `read`: what came of it. */
export function budgetPlace(table: Table<BudgetHeader>, rows: readonly number[], read: ReadTable): FoundPlace {
  const { header } = table.found;
  return {
    kind: "budget",
    ...placeOf(table, header.top, rows, budgetRoles(table.grid, header, rows)),
    rows: read.lines,
    used: read.tables.reduce((sum, { entries }) => sum + entries.length, 0),
    setAside: read.setAside.length,
  };
}

function budgetRoles(grid: Grid, header: BudgetHeader, rows: readonly number[]): ReadonlyMap<number, string> {
  const roles = new Map<number, string>();
  for (const { outcome, budget, deviation, versions } of header.groups) {
    versions.forEach((column, at) => {
      const kind = header.versions[at]?.kind;
      if (column !== undefined && kind !== undefined) roles.set(column, kind);
    });
    for (const [role, column] of Object.entries({ outcome, budget, deviation })) roles.set(column, role);
  }
  for (const { version, column } of header.wholeVersions)
    roles.set(column, header.versions[version]?.kind ?? "forecast");
  for (const role of Object.keys(header.keys) as KeyRole[]) roles.set(header.keys[role], role);
  if (header.keys.line < 0 && amountColumns(header).length > 0) {
    const line = lineColumnOf(grid, header, rows);
    if (!roles.has(line) || line === header.keys.account) roles.set(line, "line");
  }
  return roles;
}

/** `setAside`: of all tables; the table's own are those that stand in it. */
export function otherPlace(table: Table<OtherHeader>, setAside: readonly SetAside[]): FoundPlace {
  const { grid, found } = table;
  const body = bodyRowsOf(grid, found);
  const own = new Set(body.map((row) => row + 1));
  const left = setAside.filter(
    ({ sheet, cell }) =>
      sheet === grid.sheet && own.has(Number(/\d+/u.exec(cell)?.[0])) && isWithin(cell, found.header),
  ).length;
  return {
    kind: found.header.kind,
    ...placeOf(table, found.header.row, body, columnRoles(found.header)),
    rows: namedRows(table, body),
    used: body.length - left,
    setAside: left,
  };
}

/** Kinds of tables in which a row may be the total of the others, and the role of the column that names its rows. */
const TOTALLED = { contributions: "agency", "before-after": "name", counts: "name" } as const;

/** The rows by name, each name once, where some may be totals. */
function namedRows({ grid, found }: Table<OtherHeader>, body: readonly number[]): readonly FoundRow[] {
  const { kind } = found.header;
  const role = kind in TOTALLED ? TOTALLED[kind as keyof typeof TOTALLED] : null;
  const column = [...columnRoles(found.header)].find(([, each]) => each === role)?.[0];
  if (column === undefined) return [];
  const rows = new Map<string, FoundRow>();
  for (const row of body) {
    const label = headingText(grid.values[row]?.[column]);
    if (label === "") continue;
    const cell = rows.has(label) ? null : cellName(row, column);
    rows.set(label, { label, is: isTotalIn(label, found) ? "total" : "line", cell });
  }
  return [...rows.values()];
}

function isWithin(cell: string, { left, right }: { readonly left: number; readonly right: number }): boolean {
  const letters = /^[A-Z]+/u.exec(cell)?.[0] ?? "A";
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column >= left && column <= right;
}

/** The fields of an initiative on one sheet. */
export function factsPlace({ sheet, rows, origins }: SheetFacts): FoundPlace {
  const lines = [...rows].sort((a, b) => a - b);
  const top = lines[0] ?? 0;
  const bottom = lines.at(-1) ?? top;
  const ends = Object.values(origins).map(({ cells }) => cells.replace(/\d+/gu, ""));
  const range = `A${top + 1}:${[...ends].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).at(-1) ?? "B"}${bottom + 1}`;
  const none = { row: top, left: 0, right: 0, columns: [], rows: [], correction: null };
  return { kind: "initiative", sheet, range, ...none, used: 0, setAside: 0 };
}
