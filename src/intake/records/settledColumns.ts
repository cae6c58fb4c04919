// src/intake/records/settledColumns.ts: columns whose headings are not understood: settled by the columns beside them, asked about, or said; never dropped.
import { problem, type Problem } from "../../domain/problem";
import { answer, type Answer, type Asking, question } from "../../domain/question";
import type { SetAside } from "../budget/budgetRows";
import { folded, plainSpaces } from "../../domain/lookupKey";
import { cellName, rangeName } from "../../domain/a1";
import { contentOf, looksLikeMoney } from "./columnContent";
import { isBlank as isBlankCell } from "../grid";
import { kindNamed } from "./recordKinds";
import { columnOf, nearRoles, unknownMoney } from "./otherTables";
import { unitOfFormat } from "../numberFormat";
import { unitsIn } from "../unitText";
import { baseRole, yearOfRole } from "./roles";
import { bodyRowsOf } from "./rowBody";
import type { LocatedRows } from "./rowTable";

/** A table with every column settled, or left out until somebody has answered. */
export interface SettledTable {
  readonly table: LocatedRows;
  /** `open`: left out until somebody has answered; `none`: by the answers it is no table of its kind. */
  readonly state: "settled" | "open" | "none";
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

/** What may be chosen for a column, and what it would be otherwise. */
interface Doubt {
  readonly column: number;
  readonly roles: readonly string[];
  readonly otherwise: "not-used" | "end-of-participation";
  /** The year that its heading names; null: none. */
  readonly year: number | null;
}

export function settledTable(located: LocatedRows, asking: Asking): SettledTable {
  const { grid, found } = located;
  const { header } = found;
  const rows = bodyRowsOf(grid, found).filter((row) => !isTotalRow(located, row));
  const roles = new Map(header.roles);
  const problems: Problem[] = [];
  const open: number[] = [];
  const notUsed = (column: number): void => {
    problems.push(problem("money-column-not-used", placeOf(located, column), { heading: headingAt(located, column) }));
  };
  const decide = (doubt: Doubt): void => {
    const given = ask(located, doubt, asking);
    const role = given === null || doubt.year === null ? given : `${given}:${doubt.year}`;
    if (given === null || role === null) open.push(doubt.column);
    else if (doubt.roles.includes(given) && roles.has(role)) notUsed(doubt.column);
    else if (doubt.roles.includes(given)) roles.set(role, doubt.column);
  };
  const doubts = [...unsureDoubts(located, roles, rows), ...nearDoubts(located, roles)];
  const doubted = new Set(doubts.map(({ column }) => column));
  const money = unknownMoney(grid, header, new Set([...roles.values(), ...doubted, ...header.settled]), (column) =>
    contentOf(grid, column, rows),
  );
  const has = (role: string): boolean => [...roles.keys()].some((each) => baseRole(each) === role);
  const wanted = kindNamed(header.kind).asksFor?.(has) ?? [];
  for (const doubt of doubts) decide(doubt);
  for (const column of money) {
    const heading = headingAt(located, column);
    const isKnown = kindNamed(header.kind).known?.test(folded(heading)) ?? false;
    // What is known for a plan or a total tells nothing where the money itself is not there.
    const isAsked = wanted.length > 0 && (!isKnown || wanted.includes(kindNamed(header.kind).mainMoney ?? ""));
    if (isAsked) decide({ column, roles: wanted, otherwise: "not-used", year: null });
    else notUsed(column);
  }
  for (const column of strayMoney(located, rows)) notUsed(column);
  const settled = { ...located, found: { ...found, header: { ...header, roles } } };
  const gained = [...roles.keys()].some((role) => !header.roles.has(role));
  const state = open.length > 0 ? "open" : header.guessed && !gained ? "none" : "settled";
  if (state === "settled") return { table: settled, state, setAside: [], problems };
  const reason = state === "open" ? "question" : "table-ignored";
  const setAside = bodyRowsOf(grid, found).map((row): SetAside => {
    return { sheet: grid.sheet, cell: rangeName(row, header.left, row, header.right), reason, rows: 1 };
  });
  return { table: settled, state, setAside, problems };
}

/** Money without a heading right beside the table, on most of its rows: whoever removed the heading may not know it. */
function strayMoney({ grid, found: { header } }: LocatedRows, rows: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const column of [header.left - 1, header.right + 1]) {
    if (column < 0 || !isBlankCell(grid.values[header.row]?.[column])) continue;
    if (looksLikeMoney(contentOf(grid, column, rows), false)) found.push(column);
  }
  return found;
}

/** Headings that fit several columns: as the columns beside them say, else open. Roles are put right in place. */
function unsureDoubts(located: LocatedRows, roles: Map<string, number>, rows: readonly number[]): readonly Doubt[] {
  const { unsure = {} } = kindNamed(located.found.header.kind);
  return Object.entries(unsure).flatMap(([key, { beside, roles: likely, otherwise }]) => {
    const own = [...roles].filter(([role]) => baseRole(role) === key);
    if (own.length === 0) return [];
    for (const [role] of own) roles.delete(role);
    const beyond = beside((role) => [...roles.keys()].some((each) => baseRole(each) === role));
    const is = own.some(([role]) => isBareYear(located, role, roles)) && !isMoney(located, own, rows) ? "ask" : beyond;
    if (is === "unused") return [];
    if (is === "ask")
      return own.map(([name, column]) => ({
        column,
        year: yearOfRole(name),
        roles: likely.filter((role) => !roles.has(role)),
        otherwise: otherwise ?? "not-used",
      }));
    for (const [role, column] of own) roles.set(role.replace(key, is), column);
    return [];
  });
}

/** A column headed by a year alone, which may be persons as well as money. */
function isBareYear(located: LocatedRows, role: string, roles: ReadonlyMap<string, number>): boolean {
  const agency = roles.get("agency");
  const who = agency === undefined ? "" : folded(headingAt(located, agency));
  return yearOfRole(role) !== null && !/^(?:finansiar|bidragsgivare|financier|funder)/u.test(who);
}

const SURELY_MONEY = 10_000;

/** Amounts that are too large for persons, or a unit of money over the table or in its cells. */
function isMoney(
  { grid, found: { titles } }: LocatedRows,
  columns: readonly (readonly [string, number])[],
  rows: readonly number[],
): boolean {
  if (titles.some((title) => unitsIn(title).size > 0)) return true;
  return columns.some(([, column]) => {
    const isWritten = rows.some((row) => unitOfFormat(grid.format(row, column)) !== null);
    return isWritten || contentOf(grid, column, rows).largest >= SURELY_MONEY;
  });
}

/** Headings near one that is not there; where the column itself is there, a second one like it. */
function nearDoubts({ grid, found: { header } }: LocatedRows, roles: ReadonlyMap<string, number>): readonly Doubt[] {
  const has = new Set([...roles.keys()].map(baseRole));
  return [...nearRoles(header.kind, grid, header, roles)].flatMap(([column, likely]) => {
    if (header.settled.has(column)) return [];
    const free = likely.filter((role) => !has.has(role));
    return free.length === 0 ? [] : [{ column, roles: free, otherwise: "not-used" as const, year: null }];
  });
}

function isTotalRow({ grid, found }: LocatedRows, row: number): boolean {
  const { left, right } = found.header;
  return (grid.values[row] ?? [])
    .slice(left, right + 1)
    .some((cell) => typeof cell === "string" && /^(?:summa|totalt?|sum)\b/u.test(folded(cell)));
}

function headingAt({ grid, found: { header } }: LocatedRows, column: number): string {
  const cell = grid.values[header.row]?.[column];
  return typeof cell === "string" || typeof cell === "number" ? plainSpaces(String(cell)) : "";
}

function placeOf({ grid, found: { header } }: LocatedRows, column: number): { sheet: string; cell: string } {
  return { sheet: grid.sheet, cell: cellName(header.row, column) };
}

/** The chosen role, the other answer's value, or null while it stands open. */
function ask(located: LocatedRows, { column, roles, otherwise }: Doubt, asking: Asking): string | null {
  const { kind } = located.found.header;
  const heading = headingAt(located, column);
  const answers: readonly Answer[] = [
    ...roles.map((role) => {
      const { sv, en } = columnOf(kind, role) ?? { sv: [role], en: [role] };
      return answer(role, "column-is", { sv: sv[0], en: en[0] }, null);
    }),
    answer(otherwise, otherwise === "not-used" ? "column-not-used" : "end-of-participation", {}, null),
  ];
  return asking.ask(
    question(
      "column-means",
      placeOf(located, column),
      { heading, column: cellName(0, column).replace(/\d+/u, "") },
      answers,
      [kind, heading === "" ? String(column) : heading],
    ),
  );
}
