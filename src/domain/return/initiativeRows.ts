// src/domain/return/initiativeRows.ts: which initiatives a workbook's participants, contributions and budget tables name, and what belongs to each.
import type { BudgetTable, InitiativeFacts } from "../deviation/budget";
import type { Agency } from "./agency";
import { type Contribution, contributionsOf, statutorySplit } from "./contribution";
import type { PaidFrom } from "./initiativeReturn";
import { type Decimal, toKr, ZERO } from "../money";
import { yearOf } from "../period";
import { lookupKey } from "../lookupKey";
import type { ReturnReference, ReturnRows, Sourced } from "./returnRows";

/** One row of money in, with the cell it came from and the initiative it names. */
export type PaidRow = Sourced<Contribution>;

/** What belongs to one initiative. Indices into the participants and the contributions of the whole. */
export interface InitiativeRows {
  /** Null: the rows that name no initiative. */
  readonly name: string | null;
  /** Index into the workbook's budget tables; null: it has none. */
  readonly table: number | null;
  readonly facts: InitiativeFacts | null;
  readonly participants: ReadonlySet<number>;
  readonly contributions: ReadonlySet<number>;
  readonly paid: readonly Contribution[];
  readonly paidFrom: PaidFrom | null;
  /** M, where the initiative's facts do not say it: its rows, with those set aside. */
  readonly rows: number;
}

/** Parties of the law where no table names any. */
const LAWFUL = ["Försäkringskassan", "Kommunerna", "Regionerna"];

/**
 * What a budget table has booked, by calendar year of its periods, split as the law says (2003:1210 §5; §5a where those named have no region) over the
 * agencies named, else over those of the law. Empty where nothing is booked.
 */
export function bookedContributions(
  table: BudgetTable,
  agencies: readonly Agency[],
  { withRegion, withoutRegion }: ReturnReference["shares"],
): readonly PaidRow[] {
  const named = agencies.filter(({ kind }) => kind !== "other");
  const noRegion = named.length > 0 && named.every(({ kind }) => kind !== "region");
  const parties = named.length > 0 ? named.map(({ name }) => name) : LAWFUL;
  const weighed = parties.map((name) => ({ name, weight: null }));
  const origin = { workbook: null, sheet: table.sheet, cells: table.range };
  return bookedByYear(table).flatMap(([year, amount]) =>
    statutorySplit(amount, noRegion ? withoutRegion : withRegion, weighed).map((part) => ({
      value: { agency: part.name, year, cash: part.amount, ownTime: null, hours: null, hourlyCost: null },
      origin,
      initiative: table.initiative,
    })),
  );
}

/** The same as grants of the association, one a year, before anybody's part is worked out. */
export function bookedGrants(table: BudgetTable): readonly PaidRow[] {
  const origin = { workbook: null, sheet: table.sheet, cells: table.range };
  return bookedByYear(table).map(([year, cash]) => ({
    value: { agency: "", year, cash, ownTime: null, hours: null, hourlyCost: null },
    origin,
    initiative: table.initiative,
  }));
}

/** A table of contributions was found, and nothing of it can be used: what the parties have paid is not known. */
export function contributionsLeftOut({
  contributions,
  grantParties,
  otherTables,
}: Pick<ReturnRows, "contributions" | "grantParties" | "otherTables">): boolean {
  return contributions.length + grantParties.length === 0 && otherTables.some(({ kind }) => kind === "contributions");
}

/** Costs are positive here, whatever sign the source writes them with. A table whose incomes exceed its costs has booked nothing. */
function bookedByYear({ entries, periods, sign }: BudgetTable): readonly (readonly [number, Decimal])[] {
  const years = new Map<number, Decimal>();
  for (const { period, outcome } of entries) {
    const from = periods[period]?.from;
    if (outcome === null || from === undefined) continue;
    const kr = sign === "negative" ? toKr(outcome).negated() : toKr(outcome);
    years.set(yearOf(from), (years.get(yearOf(from)) ?? ZERO).plus(kr));
  }
  const all = [...years].sort(([a], [b]) => a - b);
  const total = all.reduce((sum, [, amount]) => sum.plus(amount), ZERO);
  if (total.lte(0)) return [];
  // Where a year has more credits than costs, the years are not told apart: all is due from the first.
  const [first] = all;
  return first === undefined || all.every(([, amount]) => amount.gte(0)) ? all : [[first[0], total]];
}

interface Found {
  readonly name: string | null;
  readonly table: number | null;
  readonly participants: Set<number>;
  readonly contributions: Set<number>;
  rows: number;
}

/**
 * The initiatives of a workbook, those with a budget table first, the rows that name none last. Empty where the rows do not tell initiatives apart:
 * they name none, or the only one there is.
 */
export function initiativesOf(
  from: ReturnRows,
  tables: readonly BudgetTable[],
  paid: readonly PaidRow[],
  shares: ReturnReference["shares"],
): readonly InitiativeRows[] {
  const found = new Map<string, Found>();
  const into = (initiative: string | null): Found => {
    const key = lookupKey(initiative ?? "");
    const known = found.get(key);
    if (known !== undefined) return known;
    const table = key === "" ? -1 : tables.findIndex(({ initiative: of }) => lookupKey(of ?? "") === key);
    const name = key === "" ? null : (tables[table]?.initiative ?? initiative);
    const group: Found = {
      name,
      table: table < 0 ? null : table,
      participants: new Set(),
      contributions: new Set(),
      rows: 0,
    };
    found.set(key, group);
    return group;
  };
  from.participants.forEach(({ initiative }, index) => {
    const group = into(initiative);
    group.participants.add(index);
    group.rows += 1;
  });
  for (const initiative of from.setAsideInitiatives) into(initiative).rows += 1;
  const common = commonName(from, found);
  paid.forEach(({ initiative }, index) => {
    const isCommon = common !== null && lookupKey(initiative ?? "") === common;
    into(isCommon ? null : initiative).contributions.add(index);
  });
  const groups = [...found.values()].sort((a, b) => place(a) - place(b));
  const named = groups.filter(({ name }) => name !== null);
  const oneOfSeveralTables = tables.length > 1 && named.some(({ table }) => table !== null);
  const toldApart =
    named.length > 1 || (named.length === 1 && (groups.filter(hasPeople).length > 1 || oneOfSeveralTables));
  if (!toldApart) return [];
  return groups.map((group) => withMoney(group, from, tables, paid, shares));
}

function hasPeople({ rows }: Found): boolean {
  return rows > 0;
}

function place({ name, table }: Found): number {
  return name === null ? Infinity : (table ?? Number.MAX_SAFE_INTEGER);
}

/** The workbook's own name, where participants name others than it: contributions that inherit it belong to all of them. */
function commonName({ facts }: ReturnRows, found: ReadonlyMap<string, Found>): string | null {
  const key = lookupKey(facts?.name ?? "");
  return key === "" || found.has(key) ? null : key;
}

function withMoney(
  { name, table, participants, contributions, rows }: Found,
  from: ReturnRows,
  tables: readonly BudgetTable[],
  paid: readonly PaidRow[],
  shares: ReturnReference["shares"],
): InitiativeRows {
  const stated = [...contributions].flatMap((index) => paid[index] ?? []);
  const budget = table === null ? undefined : tables[table];
  const agencies = contributionsOf(paid.map(({ value }) => value)).agencies.map(({ agency }) => agency);
  const isKnown = stated.length > 0 || budget === undefined || contributionsLeftOut(from);
  const settled = isKnown ? stated : bookedContributions(budget, agencies, shares);
  const isBooked = stated.length === 0 || from.contributions.length === 0;
  return {
    name,
    table,
    facts: name === null ? null : factsNamed(name, table, from),
    participants,
    contributions,
    paid: settled.map(({ value }) => value),
    paidFrom: settled.length === 0 ? null : isBooked ? "booked" : "contributions",
    rows,
  };
}

/** The facts of a budget table or of the workbook, where they bear the initiative's own name. */
function factsNamed(name: string, table: number | null, { facts, factsOfTables }: ReturnRows): InitiativeFacts | null {
  const candidates = [table === null ? null : (factsOfTables[table] ?? null), facts];
  return candidates.find((each) => each?.name != null && lookupKey(each.name) === lookupKey(name)) ?? null;
}
