// src/intake/records/contributionRows.ts: the contributions table: what each agency pays in, in cash and in own time.
import { identityOf } from "../../domain/return/agency";
import { type GrantParty, isAssociation, isMember } from "../../domain/return/associationGrant";
import { type Contribution, contributionsOf, ownTimeOf } from "../../domain/return/contribution";
import { folded, lookupKey } from "../../domain/lookupKey";
import { Decimal, KR_PER_UNIT, sum, toKr } from "../../domain/money";
import { yearOf } from "../../domain/period";
import { problem } from "../../domain/problem";
import { cellName } from "../../domain/a1";
import type { CellValue } from "../grid";
import { readPeriodCell } from "../periodLabel";
import { baseRole, yearOfRole } from "./roles";
import { readPlainNumber } from "./plainNumber";
import { isBlank } from "./rowBody";
import { statedTotalProblem } from "./statedTotal";
import { combined, readKind, type RecordColumn, type RecordKind, type UnsureColumn } from "./recordKind";
import { withoutRepeats } from "./repeatedRows";
import type { Sourced } from "../../domain/return/returnRows";
import { type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";

/** Headings of parties that also stand over other lists of them. */
const PLAIN_AGENCIES = [
  "Kommun",
  "Kommuner",
  "Medlem",
  "Medlemmar",
  "Förbundsmedlem",
  "Organisation",
  "Aktör",
] as const;

const COLUMNS = {
  agency: {
    holds: "text",
    sv: [
      "Part",
      "Parter",
      "Samverkanspart",
      "Samverkansparter",
      "Samverkande part",
      "Myndighet",
      "Myndigheter",
      "Finansiär",
      "Finansiärer",
      "Bidragsgivare",
      "Huvudman",
      "Huvudmän",
      ...PLAIN_AGENCIES,
    ],
    en: ["Party", "Agency", "Financier", "Funder"],
  },
  year: { holds: "any", sv: ["År", "Kalenderår", "Period", "Bidragsår"], en: ["Year"] },
  cash: {
    holds: "money",
    sv: [
      "Kontant",
      "Kontanta",
      "Kontanter",
      "Kontant insats",
      "Kontantinsats",
      "Kontanta medel",
      "Kontantmedel",
      "Kontant bidrag",
      "Kontanta bidrag",
      "Kontantbidrag",
      "Kontant medfinansiering",
      "Kontant finansiering",
      "Kontanta insatser",
    ],
    en: ["Cash", "Cash contribution"],
  },
  ownTime: {
    holds: "money",
    sv: [
      "Egen tid",
      "Naturainsats",
      "Natura",
      "Naturainsatser",
      "In natura",
      "Medfinansiering i egen tid",
      "Medfinansiering egen tid",
      "Medfinansiering i tid",
      "Medfinansiering i arbetstid",
      "Egen arbetstid",
      "Arbetstid",
      "Nedlagd tid",
      "Insats i egen tid",
      "Egen insats i tid",
      "Personaltid",
      "Egen personal",
    ],
    en: ["Own time", "In kind"],
  },
  hours: {
    holds: "number",
    sv: [
      "Timmar",
      "Antal timmar",
      "Nedlagda timmar",
      "Arbetade timmar",
      ...combined(["Egen tid", "Arbetstid", "Egen arbetstid", "Nedlagd tid", "Personaltid"], ["timmar", "tim", "h"]),
    ],
    en: ["Hours"],
  },
  hourlyCost: {
    holds: "money",
    sv: ["Timkostnad", "Kronor per timme", "Kr per timme", "Kr/timme", "Kr/tim", "Timpris", "Kostnad per timme"],
    en: ["Hourly cost"],
  },
  share: {
    holds: "any",
    sv: ["Andel", "Avtalad andel", "Andel enligt överenskommelse", "Fördelning", "Fördelning %"],
    en: ["Share", "Agreed share"],
  },
} as const satisfies Readonly<Record<string, RecordColumn>>;
/** `cash:2023`: the column of a year. */
type Role = keyof typeof COLUMNS | `${"cash" | "ownTime" | "hours"}:${number}`;

/** Amounts of which the heading does not say what they are. Alone they are what the party has paid in; beside own time it may be either or both. */
const UNSURE: Readonly<Record<string, UnsureColumn>> = {
  amount: {
    holds: "money",
    sv: [
      "Belopp",
      "Bidrag",
      "Finansiering",
      "Medfinansiering",
      "Satsat",
      "Satsat belopp",
      "Satsade medel",
      "Inbetalt",
      "Inbetalt belopp",
      "Inbetalda medel",
      "Utbetalt",
      "Tillskott",
      "Medel",
      "Pengar",
      "Kronor",
      "Kr",
    ],
    en: ["Amount", "Contribution", "Funding", "Paid in"],
    roles: ["cash", "ownTime"],
    beside: (has) => (has("cash") || has("ownTime") || has("hours") ? "ask" : "cash"),
  },
};
/** Without these it is no table of budget and outcome, and no list of shares of something else. */
const BUDGET_WORDS = ["Budget", "Kostnadsslag", "Kostnadspost", "Konto", "Utfall", "Avvikelse"] as const;

function plainText(value: CellValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** What one row says: a contribution a year, a party that shares the association's grant, or a total that the table states. */
interface Line {
  readonly contributions: readonly Contribution[];
  readonly party: GrantParty | null;
}
interface Total {
  readonly row: Row<Role>;
  readonly stated: readonly { readonly role: Role; readonly value: Decimal }[];
}

export interface ReadContributions extends ReadRows<Contribution> {
  /** The members that a table lists without amounts of cash: they share the association's grant. */
  readonly grantParties: readonly Sourced<GrantParty>[];
  /** Rows that are only such a member. */
  readonly onlyParties: number;
  /** No member has an amount of cash, not even 0. */
  readonly cashUnstated: boolean;
}

/** Amounts in kr. The same agency and year twice with the same kind of money leaves the table out; a row of cash and a row of own time do not. */
export function readContributions(located: LocatedRows): ReadContributions {
  const table = new RowTable<Role>(located);
  const none = {
    rows: [],
    grantParties: [],
    onlyParties: 0,
    cashUnstated: false,
    setAside: table.setAside,
    problems: table.problems,
  };
  const money = table.roles.filter((role) => ["cash", "ownTime"].includes(baseRole(role)));
  if (money.some((role) => table.unit(role) === null)) {
    table.block("unit-undecidable", { units: "kr, tkr, Mkr" });
    return none;
  }
  const contradicting = contradictingYear(table);
  if (contradicting !== null) {
    table.block("years-contradict", contradicting.params, contradicting.cell);
    return none;
  }
  const totals: Total[] = [];
  const areListed = listsMembers(table);
  const lines = table.read((row) => lineOf(table, row, areListed, totals));
  const rows = lines.flatMap(({ value, ...at }) => value.contributions.map((each) => ({ ...at, value: each })));
  const grantParties = partiesOf(lines);
  const sharesWrong = wrongShares(grantParties);
  if (sharesWrong !== null) {
    table.block("shares-not-one", { what: table.heading("share"), sum: sharesWrong.toString() });
    return none;
  }
  const twice = paidTwice(rows);
  if (twice !== null) {
    const [first, second] = twice;
    table.block("duplicate-row", { what: keyText(second.value), other: first.origin.cells }, second.origin.cells);
    return none;
  }
  noteUnknown(table, rows);
  noteTotals(table, rows, totals);
  const onlyParties = grantParties.filter(
    ({ origin }) => !rows.some((row) => row.origin.cells === origin.cells),
  ).length;
  return {
    rows,
    grantParties,
    onlyParties,
    cashUnstated: areListed,
    setAside: table.setAside,
    problems: table.problems,
  };
}

/**
 * The members of the grant: those listed without any amounts, and with them those that only have own time, which is no cash. Own time alone
 * makes a list where it is the state's and a municipality's; one party's alone says nothing of the others.
 */
function partiesOf(lines: readonly Sourced<Line>[]): readonly Sourced<GrantParty>[] {
  const parties = lines.flatMap(({ value: { party, contributions }, ...at }) =>
    party === null ? [] : [{ ...at, value: party, isBare: contributions.length === 0 || party.share !== null }],
  );
  const kinds = new Set(parties.map(({ value }) => identityOf(value.agency)?.kind));
  const isList = parties.some(({ isBare }) => isBare) || (kinds.has("state") && kinds.has("municipality"));
  return isList ? parties.map(({ value, origin, initiative }) => ({ value, origin, initiative })) : [];
}

/** The years of the columns that name one; a single null where none does. */
function yearsOf(table: RowTable<Role>): readonly (number | null)[] {
  const years = table.roles.flatMap((role) => yearOfRole(role) ?? []);
  return years.length === 0 ? [null] : [...new Set(years)].sort((a, b) => a - b);
}

/** A year in a heading beside a column of years that says otherwise; null: none, or they agree. */
function contradictingYear(
  table: RowTable<Role>,
): { readonly params: { readonly heading: string; readonly year: string }; readonly cell: string } | null {
  const named = table.roles.filter((role) => yearOfRole(role) !== null);
  const column = table.column("year");
  if (named.length === 0 || column === null) return null;
  const years = new Set(named.map(yearOfRole));
  for (const at of table.rows) {
    const text = plainText(table.grid.values[at]?.[column]);
    const year = /^\d{4}/u.exec(text)?.[0];
    if (text === "" || (year !== undefined && years.size === 1 && years.has(Number(year)))) continue;
    const [first] = named;
    const cell = cellName(at, column);
    return { params: { heading: first === undefined ? "" : table.heading(first), year: text }, cell };
  }
  return null;
}

/** Whether members may stand without cash: only where none of them has any, which then is what each has paid. */
function listsMembers(table: RowTable<Role>): boolean {
  const agency = table.column("agency");
  const cash = table.roles.filter((role) => baseRole(role) === "cash").flatMap((role) => table.column(role) ?? []);
  if (agency === null) return false;
  return table.rows.every((row) => {
    const name = table.grid.values[row]?.[agency];
    const isEmpty = cash.every((column) => isBlank(table.grid.values[row]?.[column]));
    return typeof name !== "string" || isEmpty || table.isTotal(name) || !isMember(name);
  });
}

/** The sum of the shares where they are given and do not sum to 1; null: nothing is wrong. */
function wrongShares(parties: readonly Sourced<GrantParty>[]): Decimal | null {
  const shares = parties.flatMap(({ value }) => value.share ?? []);
  const total = sum(shares);
  return shares.length === 0 || (shares.length === parties.length && total.eq(1)) ? null : total;
}

function keyText({ agency, year }: Contribution): string {
  return year === null ? agency : `${agency} ${year}`;
}

function lineOf(table: RowTable<Role>, row: Row<Role>, areListed: boolean, totals: Total[]): Line | null {
  const agency = row.text("agency");
  const named = yearsOf(table);
  const amounts = named.map((year) => amountsIn(table, row, year));
  if (agency !== null && table.isTotal(agency)) {
    row.fail("total-row", "agency", { line: agency });
    const stated = amounts.flatMap(({ stated: all }) => all);
    totals.push({ row, stated: stated.filter(({ role }) => ["cash", "ownTime"].includes(baseRole(role))) });
    return null;
  }
  const hourlyCost = krOf(row, "hourlyCost");
  const rowYear = yearIn(row, table.date1904);
  const isPaid = amounts.some(({ stated }) => stated.length > 0);
  if (rowYear === null && isPaid && !row.failed() && lacksItsYear(table))
    row.fail("unreadable-period", "year", { text: "" });
  if (row.failed()) return null;
  if (agency === null) return row.fail("missing-key", "agency", { heading: table.heading("agency") });
  const negative = [
    ...amounts.flatMap(({ stated }) => stated),
    ...(hourlyCost === null ? [] : [{ role: "hourlyCost" as Role, value: hourlyCost }]),
  ].find(({ value }) => value.lt(0));
  if (negative !== undefined)
    return row.fail("negative-amount", negative.role, {
      amount: negative.value.toString(),
      heading: table.heading(negative.role),
    });
  const contributions: Contribution[] = [];
  for (const { year, cash, ownTime, hours } of amounts) {
    if (cash === null && ownTime === null && (hours === null || hourlyCost === null)) continue;
    if (hours !== null && !hours.isZero() && hourlyCost === null && ownTime === null)
      row.note("hours-without-cost", "hours", { what: agency });
    contributions.push({
      agency,
      year: year ?? rowYear,
      cash: cash ?? new Decimal(0),
      ownTime,
      hours,
      hourlyCost: hours === null ? null : hourlyCost,
    });
  }
  const hasHours = amounts.some(({ hours }) => hours !== null);
  if (contributions.length === 0 && hasHours)
    return row.fail("missing-amount", "hourlyCost", { what: agency, heading: table.heading("hourlyCost") });
  // Own time is no cash: who gives it has a part in the grant all the same.
  if (areListed && isMember(agency)) {
    const party = listedMember(row, agency);
    return party === null ? null : { contributions, party };
  }
  return contributions.length === 0
    ? row.fail("no-amounts", "agency", { line: agency })
    : { contributions, party: null };
}

interface Amounts {
  readonly year: number | null;
  readonly cash: Decimal | null;
  readonly ownTime: Decimal | null;
  readonly hours: Decimal | null;
  readonly stated: readonly { readonly role: Role; readonly value: Decimal }[];
}

/** What a row has of a year: from the columns that name it, or, where only one year is named, from those that name none. */
function amountsIn(table: RowTable<Role>, row: Row<Role>, year: number | null): Amounts {
  const isOnly = yearsOf(table).length === 1;
  const stated: { role: Role; value: Decimal }[] = [];
  const of = (base: "cash" | "ownTime" | "hours"): Decimal | null => {
    const own: Role = year === null ? base : `${base}:${year}`;
    const role = table.has(own) || !isOnly ? own : base;
    const value = table.has(role) ? krOf(row, role) : null;
    if (value !== null) stated.push({ role, value });
    return value;
  };
  return { year, cash: of("cash"), ownTime: of("ownTime"), hours: of("hours"), stated };
}

function listedMember(row: Row<Role>, agency: string): GrantParty | null {
  const cell = row.value("share");
  if (cell === null) return { agency, share: null };
  const number = readPlainNumber(cell, row.format("share"));
  const text = row.text("share");
  if (number === null)
    return row.failed() ? null : row.fail("unreadable-number", "share", { text: text ?? "", heading: "" });
  const share = number.percent || number.value.lte(1) ? number.value : number.value.div(100);
  if (share.lt(0) || share.gt(1)) return row.fail("share-out-of-range", "share", { what: agency, value: text ?? "" });
  return { agency, share };
}

function krOf(row: Row<Role>, role: Role): Decimal | null {
  const amount = row.amount(role);
  return amount === null ? null : toKr(amount);
}

/** A column of years with a year on other rows: one that has none lacks it. */
function lacksItsYear(table: RowTable<Role>): boolean {
  const column = table.column("year");
  return column !== null && table.rows.some((row) => !isBlank(table.grid.values[row]?.[column]));
}

/** The calendar year; a month or a part of a year counts to its year; null when empty. */
function yearIn(row: Row<Role>, date1904: boolean): number | null {
  const value = row.value("year");
  if (value === null) return null;
  const reading = readPeriodCell(value, row.format("year"), date1904, null);
  if (reading.kind === "year-out-of-range") return row.fail("year-out-of-range", "year", { text: reading.text });
  if (reading.kind === "unreadable" || yearOf(reading.period.from) !== yearOf(reading.period.to)) {
    const text = row.text("year");
    return row.failed() ? null : row.fail("unreadable-period", "year", { text: text ?? "" });
  }
  return yearOf(reading.period.from);
}

/** The first two rows that state the same kind of money of the same agency in the same year. */
export function paidTwice(
  rows: readonly Sourced<Contribution>[],
): readonly [Sourced<Contribution>, Sourced<Contribution>] | null {
  const first = new Map<string, Sourced<Contribution>>();
  for (const row of rows) {
    const { agency, year, cash } = row.value;
    const identity = identityOf(agency);
    const who = identity === null ? lookupKey(agency) : `${identity.kind}:${identity.key}`;
    const kinds = [...(cash.isZero() ? [] : ["cash"]), ...(ownTimeOf(row.value).isZero() ? [] : ["own"])];
    for (const kind of kinds) {
      const key = `${kind}|${who}|${year ?? ""}|${folded(row.initiative ?? "")}`;
      const other = first.get(key);
      if (other !== undefined) return [other, row];
      first.set(key, row);
    }
  }
  return null;
}

function noteUnknown(table: RowTable<Role>, rows: readonly Sourced<Contribution>[]): void {
  for (const name of contributionsOf(rows.map(({ value }) => value)).unknown) {
    if (isAssociation(name)) continue;
    const cell = rows.find(({ value }) => value.agency === name)?.origin.cells ?? table.range;
    table.problems.push(problem("unknown-agency", { sheet: table.grid.sheet, cell }, { text: name }));
  }
}

function noteTotals(table: RowTable<Role>, rows: readonly Sourced<Contribution>[], totals: readonly Total[]): void {
  for (const { row, stated } of totals) {
    for (const { role, value } of stated) {
      const year = yearOfRole(role);
      const own = year === null ? rows : rows.filter((each) => each.value.year === year);
      const computed = sum(own.map((each) => (baseRole(role) === "cash" ? each.value.cash : ownTimeOf(each.value))));
      const unit = table.unit(role) ?? "kr";
      const tolerance = unit === "kr" ? new Decimal(0) : new Decimal(KR_PER_UNIT[unit]).div(2).times(own.length);
      const found = statedTotalProblem(
        { what: table.heading(role), stated: value, computed, tolerance },
        { sheet: table.grid.sheet, cell: row.cell(role) },
      );
      if (found !== null) table.problems.push(found);
    }
  }
}

interface Fields {
  readonly contributions: readonly Sourced<Contribution>[];
  /** The members that share the association's grant, where a table lists them without amounts. */
  readonly grantParties: readonly Sourced<GrantParty>[];
  /** There are tables of what the parties pay in, and no member has any amount of cash in them, not even 0. */
  readonly cashUnstated: boolean;
}

export const CONTRIBUTIONS: RecordKind<"contributions", keyof typeof COLUMNS, Fields> = {
  name: "contributions",
  columns: COLUMNS,
  unsure: UNSURE,
  yearly: ["cash", "ownTime", "hours", "amount"],
  asksFor: (has) => (["cash", "ownTime"] as const).filter((role) => !has(role)),
  mainMoney: "cash",
  provenBy: { role: "agency", sortOf: (text) => identityOf(text)?.kind ?? null },
  known: /^(?:budget|avtal|beslut|bevilj|plan|prognos|andel|total|summa|ackumul|kvar|saldo)/u,
  shapes: [
    { needs: [["agency"], ["cash", "ownTime"]] },
    { needs: [["agency"], ["share"]], without: BUDGET_WORDS.slice(0, 4), tooPlain: PLAIN_AGENCIES },
    { needs: [["agency"], ["hours"], ["hourlyCost"]] },
    { needs: [["agency"], ["amount"]], without: BUDGET_WORDS, tooPlain: PLAIN_AGENCIES },
  ],
  withMoney: { needs: [["agency"]], without: BUDGET_WORDS, tooPlain: PLAIN_AGENCIES },
  totalled: "agency",
  none: { contributions: [], grantParties: [], cashUnstated: false },
  read: (tables) => {
    const read = withoutRepeats(tables.map(readContributions), ({ value }) => value.agency, paidTwice);
    const grantParties = read.flatMap((each) => each.grantParties);
    return readKind(
      read,
      {
        contributions: read.flatMap(({ rows }) => rows),
        grantParties,
        cashUnstated: read.length > 0 && read.every((each) => each.cashUnstated),
      },
      { used: read.reduce((count, { onlyParties }) => count + onlyParties, 0) },
    );
  },
};
