// src/intake/records/otherTables.ts: tables that are known by their headings but hold no budget: finds their headers, and which column is what.
import { folded, lookupKey, plainSpaces } from "../../domain/lookupKey";
import { unitsIn } from "../unitText";
import type { Grid } from "../grid";
import { FIRST_YEAR, LAST_YEAR } from "../periodLabel";
import { type ColumnContent, contentUnder, looksLikeMoney, mayHold } from "./columnContent";
import { headingNames, isNear } from "./headingNames";
import type { RecordColumn, RecordKind, Shape } from "./recordKind";
import { isTotalLine } from "../budget/heading";
import { baseRole } from "./roles";
import { INITIATIVE, kindNamed, type OtherKind, RECORD_KINDS } from "./recordKinds";

export type { OtherKind };

/** A recognised header: which column is what. */
export interface OtherHeader {
  readonly kind: OtherKind;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  /** A role that stands once a year is `cash:2023`; a heading that may mean several is its name among the unsure ones. */
  readonly roles: ReadonlyMap<string, number>;
  /** Columns that the user said something of: nothing is asked about them. */
  readonly settled: ReadonlySet<number>;
  /** Only taken for its kind because a heading is near one of the kind's. */
  readonly guessed: boolean;
}

export interface Span {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

const LONGEST_HEADING = 80;

/** The headers in this row: of each run of headings side by side, or of the whole row when none of the runs is one. */
export function otherHeadersAt(grid: Grid, row: number, guess = false): readonly OtherHeader[] {
  const cells = grid.values[row];
  if (cells === undefined) return [];
  const runs = runsOf(cells);
  const at = (left: number, right: number): OtherHeader | null => headerIn(grid, { row, left, right }, guess);
  const found = runs.flatMap(({ left, right, texts }) => (texts ? (at(left, right) ?? []) : []));
  const [first] = runs;
  const last = runs.at(-1);
  const [only] = found;
  if (found.length === 1 && only !== undefined && last !== undefined && last.right > only.right) {
    // Past a blank column the same table may go on: with more of its columns and none of another's.
    const wider = at(only.left, last.right);
    const isOne = wider?.kind === only.kind && wider.roles.size > only.roles.size;
    if (isOne && runs.filter(({ left }) => left > only.right).every(({ texts }) => texts)) return [wider];
  }
  if (
    found.length > 0 ||
    runs.length < 2 ||
    first === undefined ||
    last === undefined ||
    !runs.every(({ texts }) => texts)
  )
    return found;
  const whole = at(first.left, last.right);
  return whole === null ? [] : [whole];
}

/** A year in a heading's place. */
function isYear(cell: unknown): cell is number {
  return typeof cell === "number" && Number.isInteger(cell) && cell >= FIRST_YEAR && cell <= LAST_YEAR;
}

/** Filled cells side by side; headings are texts and years alone, which spares most rows of a body a closer look. */
export function runsOf(
  cells: Grid["values"][number],
): readonly { readonly left: number; readonly right: number; readonly texts: boolean }[] {
  const runs: { left: number; right: number; texts: boolean }[] = [];
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell === null || cell === undefined || cell === "") continue;
    const last = runs.at(-1);
    const text = typeof cell === "string" || (isYear(cell) && last?.right === column - 1);
    if (last?.right === column - 1) {
      last.right = column;
      last.texts &&= text;
    } else runs.push({ left: column, right: column, texts: text });
  }
  return runs;
}

/** A column with a heading. `names`: the fullest first; `year`: the one in its heading, or in the row above. */
interface HeadingColumn {
  readonly column: number;
  readonly names: readonly string[];
  readonly year: number | null;
  readonly isYear: boolean;
}

function headingColumns(grid: Grid, { row, left, right }: Span): readonly HeadingColumn[] {
  const cells = grid.values[row] ?? [];
  const columns: HeadingColumn[] = [];
  const labels = labelsAbove(grid, { row, left, right });
  for (let column = left; column <= right; column++) {
    const cell = cells[column];
    if (isYear(cell)) columns.push({ column, names: [], year: cell, isYear: true });
    if (typeof cell !== "string" || plainSpaces(cell).length > LONGEST_HEADING) continue;
    const { names, year } = headingNames(cell);
    const above = labels?.get(column);
    const own = year ?? above?.year ?? null;
    const withLabel = above === undefined || above.names.length === 0 ? [] : composed(names[0], above.names[0]);
    const bare = names.every((name) => /^(?:ar)?\d{4}$/u.test(name));
    columns.push({ column, names: [...names, ...withLabel], year: own, isYear: bare && year !== null });
  }
  return columns;
}

function composed(own: string | undefined, above: string | undefined): readonly string[] {
  return own === undefined || above === undefined ? [] : [own + above, above + own];
}

/** Labels of groups in the row above (`2023 | | 2024`, `Före | | Efter`), each over its column and the blank ones after it; null: that row has none. */
function labelsAbove(
  grid: Grid,
  { row, left, right }: Span,
): ReadonlyMap<number, { readonly names: readonly string[]; readonly year: number | null }> | null {
  const above = grid.values[row - 1];
  const own = (grid.values[row] ?? [])
    .slice(left, right + 1)
    .filter((cell) => typeof cell === "string")
    .map(lookupKey);
  // Groups repeat their headings; a title over a table does not make it do so.
  if (above === undefined || new Set(own).size === own.length) return null;
  const labels = new Map<number, { names: readonly string[]; year: number | null }>();
  let label: { names: readonly string[]; year: number | null } | null = null;
  for (let column = left; column <= right; column++) {
    const cell = above[column];
    if (isYear(cell)) label = { names: [], year: cell };
    else if (typeof cell === "string" && plainSpaces(cell) !== "" && cell.length <= LONGEST_HEADING) {
      const { names, year } = headingNames(cell);
      label = { names: year === null ? names : [], year };
    } else if (typeof cell === "number") return null;
    if (label !== null) labels.set(column, label);
  }
  return labels.size === 0 ? null : labels;
}

type Content = (column: number) => ColumnContent;

/** What is under each column, looked at once and only where it is asked for. */
function contentsOf(grid: Grid, span: Span): Content {
  const known = new Map<number, ColumnContent>();
  return (column) => {
    const content = known.get(column) ?? contentUnder(grid, span.row, column, span.left, span.right);
    known.set(column, content);
    return content;
  };
}

interface Names {
  readonly kind: RecordKind;
  /** Roles by folded name; several where a heading fits more than one. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly of: ReadonlyMap<string, readonly string[]>;
}

/** Headings of counts and codes, whatever the figures under them. */
const COUNTED =
  /\b(?:antal|invanare|befolkning|st|personer|deltagare|timmar|dagar|manader|ar|nr|nummer|konto|kod|telefon|postnr|procent|andel|alder|org\.?nr)\b|%/u;
const MONEY_WORDS =
  /\b(?:kr|kronor|belopp|kostnad|medel|bidrag|lon|pengar|satsat|inbetal\p{L}*|utbetal\p{L}*|avgift|amount|cost|money)/u;

const NAMES = new Map<OtherKind, Names>();

/** Built when it is first asked for: the kinds themselves are read through tables. */
function namesOf(name: OtherKind): Names {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  const kind = kindNamed(name);
  const roles = new Map<string, string[]>();
  const of = new Map<string, readonly string[]>();
  const all: Readonly<Record<string, RecordColumn>> = { ...kind.columns, ...kind.unsure, initiative: INITIATIVE };
  for (const [role, { sv, en }] of Object.entries(all)) {
    const keys = [...new Set([...sv, ...en].map(lookupKey))];
    of.set(role, keys);
    for (const key of keys) roles.set(key, [...(roles.get(key) ?? []), role]);
  }
  const names = { kind, roles, of };
  NAMES.set(name, names);
  return names;
}

/** The columns of a kind that a role is known by, unsure ones and Insats too. */
export function columnOf(kind: OtherKind, role: string): RecordColumn | null {
  if (role === "initiative") return INITIATIVE;
  const { columns, unsure } = kindNamed(kind);
  const all: Readonly<Record<string, RecordColumn>> = { ...columns, ...unsure };
  return all[baseRole(role)] ?? null;
}

/** Which column is what, by the headings that are written as the kind knows them. */
function rolesIn(
  { kind, roles, of }: Names,
  columns: readonly HeadingColumn[],
  contentAt: Content,
): ReadonlyMap<string, number> {
  const yearly = new Set(kind.yearly ?? []);
  const byName = new Map<string, HeadingColumn[]>();
  // A heading is what its fullest known name says: `Egen tid (timmar)` is no money, whatever `Egen tid` is.
  const best = new Map(columns.map((each) => [each, each.names.findIndex((name) => roles.has(name))]));
  // A full name goes before another column's shortened one.
  const most = Math.max(0, ...columns.map(({ names }) => names.length));
  for (let rank = 0; rank < most; rank++) {
    for (const column of columns) {
      const name = column.names[rank];
      const isSame =
        name !== undefined && sameRoles(roles.get(name), roles.get(column.names[best.get(column) ?? 0] ?? ""));
      if (name !== undefined && isSame) byName.set(name, [...(byName.get(name) ?? []), column]);
    }
  }
  const taken = new Set<number>();
  const found = new Map<string, number>();
  for (const [role, names] of of) {
    const holds = columnOf(kind.name as OtherKind, role)?.holds ?? "any";
    const fits = ({ column }: HeadingColumn, name: string): boolean =>
      !taken.has(column) && ((roles.get(name)?.length ?? 0) < 2 || mayHold(holds, contentAt(column)));
    const wanted = names.flatMap((name) => (byName.get(name) ?? []).filter((column) => fits(column, name)));
    const [first] = wanted;
    if (first === undefined) continue;
    const years = yearly.has(role) ? [...new Map(wanted.map((each) => [each.column, each])).values()] : [];
    if (years.length > 0 && years.every(({ year }) => year !== null)) {
      for (const { column, year } of years) {
        if (found.has(`${role}:${year}`)) continue;
        taken.add(column);
        found.set(`${role}:${year}`, column);
      }
    } else {
      taken.add(first.column);
      found.set(role, first.column);
    }
  }
  return found;
}

function sameRoles(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.some((role) => b.includes(role));
}

/** Columns headed by a year alone, where the kind may have its amounts so: the role `amount`. */
function withYears(
  { kind }: Names,
  columns: readonly HeadingColumn[],
  found: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (!(kind.yearly ?? []).includes("amount")) return found;
  const years = columns.filter(({ isYear, year }) => isYear && year !== null);
  if (years.length === 0 || new Set(years.map(({ year }) => year)).size < years.length) return found;
  return new Map([...found, ...years.map(({ column, year }): [string, number] => [`amount:${year}`, column])]);
}

/** For each column that nothing is known of: the roles of the kind whose headings are near its own and that may hold what stands there. */
export function nearRoles(
  kind: OtherKind,
  grid: Grid,
  span: Span,
  roles: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly string[]> {
  const names = namesOf(kind);
  const contentAt = contentsOf(grid, span);
  const taken = new Set(roles.values());
  const near = new Map<number, readonly string[]>();
  for (const { column, names: own } of headingColumns(grid, span)) {
    if (taken.has(column)) continue;
    const content = contentAt(column);
    if (content.amounts + content.texts + content.dates + content.percents === 0) continue;
    const likely = [...names.of].flatMap(([role, keys]) => {
      if (names.kind.unsure?.[role] !== undefined) return [];
      const holds = columnOf(kind, role)?.holds ?? "any";
      return mayHold(holds, content) && keys.some((key) => own.some((name) => isNear(name, key))) ? [role] : [];
    });
    if (likely.length > 0) near.set(column, likely);
  }
  return near;
}

function satisfies(
  { needs, without = [], tooPlain = [] }: Shape,
  roles: ReadonlySet<string>,
  names: ReadonlySet<string>,
  plain: (role: string, tooPlain: readonly string[]) => boolean,
): boolean {
  return (
    needs.every((group) => group.some((role) => roles.has(role) && !plain(role, tooPlain))) &&
    !without.some((name) => names.has(lookupKey(name)))
  );
}

/** The kind whose headings these are; `guess`: also where all but one group of them are, and the rest is near. */
function headerIn(grid: Grid, span: Span, guess: boolean): OtherHeader | null {
  if (span.right <= span.left) return null;
  const columns = headingColumns(grid, span);
  if (columns.length < 2) return null;
  const words = new Set(columns.flatMap(({ names }) => names));
  const contentAt = contentsOf(grid, span);
  for (const kind of RECORD_KINDS) {
    const name = kind.name as OtherKind;
    const names = namesOf(name);
    if (!guess && ![...words].some((word) => names.roles.has(word))) continue;
    const known = withYears(names, columns, rolesIn(names, columns, contentAt));
    const dated = withBareYears(names, grid, span, known, contentAt);
    const roles = guess ? withProven(names, grid, span, dated) : dated;
    if (roles.size === 0) continue;
    const has = new Set([...roles.keys()].map(baseRole));
    const plain = (role: string, tooPlain: readonly string[]): boolean => {
      const own = columns.find(({ column }) => column === roles.get(role))?.names ?? [];
      return tooPlain.length > 0 && tooPlain.some((each) => own.includes(lookupKey(each)));
    };
    const found = { kind: name, ...span, roles, settled: new Set<number>() };
    if (kind.shapes.some((shape) => satisfies(shape, has, words, plain))) return { ...found, guessed: false };
    if (!guess) continue;
    const near = [...nearRoles(name, grid, span, roles).values()].flat();
    const both = new Set([...has, ...near]);
    const isLikely = kind.shapes.some(
      (shape) =>
        satisfies(shape, both, words, plain) && shape.needs.some((group) => group.some((role) => has.has(role))),
    );
    const { withMoney } = kind;
    const isMoney = withMoney !== undefined && satisfies(withMoney, has, words, plain);
    if (near.length > 0 && isLikely) return { ...found, guessed: true };
    if (isMoney && unknownMoney(grid, span, new Set(roles.values()), contentAt).length > 0)
      return { ...found, guessed: true };
  }
  return null;
}

/** A column of nothing but years without a heading is the years, where the kind has such a column and no other is it. */
function withBareYears(
  { kind }: Names,
  grid: Grid,
  { row, left, right }: Span,
  roles: ReadonlyMap<string, number>,
  contentAt: Content,
): ReadonlyMap<string, number> {
  if (roles.size === 0 || !("year" in kind.columns) || roles.has("year")) return roles;
  const taken = new Set(roles.values());
  for (let column = left; column <= right; column++) {
    const heading = grid.values[row]?.[column];
    if (taken.has(column) || (heading !== null && heading !== undefined && heading !== "")) continue;
    const { years, texts, dates, percents } = contentAt(column);
    if (years && texts + dates + percents === 0) return new Map([...roles, ["year", column]]);
  }
  return roles;
}

const PROVEN_ROWS = 60;

/** A column whose texts are of two sorts or more, and nothing else, is what the kind knows by them. */
function withProven(
  { kind }: Names,
  grid: Grid,
  { row, left, right }: Span,
  roles: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (kind.provenBy === undefined || roles.has(kind.provenBy.role)) return roles;
  const { role, sortOf } = kind.provenBy;
  const taken = new Set(roles.values());
  for (let column = left; column <= right; column++) {
    if (taken.has(column)) continue;
    const sorts: (string | null)[] = [];
    for (let at = row + 1; at < Math.min(grid.values.length, row + PROVEN_ROWS); at++) {
      const cell = grid.values[at]?.[column];
      if (cell === null || cell === undefined || cell === "") break;
      if (typeof cell === "string" && isTotalLine(cell)) continue;
      sorts.push(typeof cell === "string" ? sortOf(cell) : null);
    }
    if (sorts.length > 1 && !sorts.includes(null) && new Set(sorts).size > 1)
      return new Map([...roles, [role, column]]);
  }
  return roles;
}

/** Columns of money beside those that are known. */
export function unknownMoney(
  grid: Grid,
  { row, left, right }: Span,
  known: ReadonlySet<number>,
  contentAt: Content,
): readonly number[] {
  const columns: number[] = [];
  for (let column = left; column <= right; column++) {
    if (known.has(column)) continue;
    const cell = grid.values[row]?.[column];
    const heading = typeof cell === "string" ? folded(cell) : "";
    const isUnit = unitsIn(heading).size > 0;
    if (COUNTED.test(heading) && !isUnit) continue;
    if (looksLikeMoney(contentAt(column), isUnit || MONEY_WORDS.test(heading))) columns.push(column);
  }
  return columns;
}

/** The roles of a header whose kind is known. */
export function rolesOfKind(kind: OtherKind, grid: Grid, span: Span): ReadonlyMap<string, number> {
  const names = namesOf(kind);
  const columns = headingColumns(grid, span);
  return withYears(names, columns, rolesIn(names, columns, contentsOf(grid, span)));
}

/** The kind that a row of headings comes nearest to: what it has of it, and the one thing that is missing; null: nothing alike. */
export function nearestKind(
  grid: Grid,
  span: Span,
): { readonly kind: OtherKind; readonly has: readonly string[]; readonly missing: readonly string[] } | null {
  const columns = headingColumns(grid, span);
  const contentAt = contentsOf(grid, span);
  let best: { kind: OtherKind; has: readonly string[]; missing: readonly string[] } | null = null;
  for (const kind of RECORD_KINDS) {
    const name = kind.name as OtherKind;
    const names = namesOf(name);
    // What tells the kind from others: a column that any table may have says nothing.
    const telling = new Set(kind.shapes.flatMap(({ needs }) => needs.flat()));
    const [naming = ""] = Object.keys(kind.columns);
    const roles = [...rolesIn(names, columns, contentAt).keys()].map(baseRole).filter((role) => telling.has(role));
    // A kind that is known by general words alone (Plan, Utfall) is no advice to give: followed, amounts would be read as persons.
    if (!telling.has(naming) || roles.length === 0 || roles.length <= (best?.has.length ?? 0)) continue;
    const missing = kind.shapes
      .map(({ needs }) =>
        needs.filter((group) => !group.some((role) => roles.includes(role))).map(([role]) => role ?? ""),
      )
      .sort((a, b) => a.length - b.length)[0];
    if (missing !== undefined && missing.length > 0) best = { kind: name, has: roles, missing };
  }
  return best;
}
