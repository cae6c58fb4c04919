// src/intake/initiative/contributionRows.ts: the contributions table: what each agency pays in, in cash and in own time.
import { identityOf } from "../../domain/return/agency";
import { type GrantParty, isAssociation, isMember } from "../../domain/return/associationGrant";
import { type Contribution, contributionsOf, ownTimeOf } from "../../domain/return/contribution";
import { comparable } from "../../domain/return/incomeSource";
import { Decimal, KR_PER_UNIT, sum, toKr } from "../../domain/money";
import { yearOf } from "../../domain/period";
import { problem } from "../../domain/problem";
import { folded } from "../fold";
import { readPeriodCell } from "../periodLabel";
import { readPlainNumber } from "./plainNumber";
import { isBlank } from "./rowBody";
import { statedTotalProblem } from "./statedTotal";
import { type Headings, type LocatedRows, type ReadRows, type Row, RowTable, type Sourced } from "./rowTable";

type Role = "agency" | "year" | "cash" | "ownTime" | "hours" | "hourlyCost" | "share";

export const HEADINGS: Headings<Role> = {
  agency: ["part", "samverkanspart", "myndighet", "finansiar", "party", "agency"],
  year: ["ar", "kalenderar", "period", "year"],
  cash: ["kontant", "kontanta", "kontanter", "kontantinsats", "kontantamedel", "cash"],
  ownTime: ["egentid", "naturainsats", "natura", "naturainsatser", "medfinansieringiegentid", "owntime", "inkind"],
  hours: ["timmar", "antaltimmar", "hours"],
  hourlyCost: ["timkostnad", "kronorpertimme", "hourlycost"],
  share: ["andel", "avtaladandel", "andelenligtoverenskommelse", "fordelning", "share", "agreedshare"],
};

/** A row of the table, a party that shares the association's grant, or a total that the table states. */
type Line =
  | { readonly contribution: Contribution }
  | { readonly party: GrantParty }
  | { readonly total: Readonly<Record<"cash" | "ownTime", Decimal | null>>; readonly row: Row<Role> };

export interface ReadContributions extends ReadRows<Contribution> {
  /** The members that a table lists without amounts: they share the association's grant. Used rows too. */
  readonly grantParties: readonly Sourced<GrantParty>[];
}

/** Amounts in kr. The same agency and year twice with the same kind of money leaves the table out; a row of cash and a row of own time do not. */
export function readContributions(located: LocatedRows): ReadContributions {
  const table = new RowTable(located, HEADINGS);
  const none = { rows: [], grantParties: [], setAside: table.setAside, problems: table.problems };
  if ((["cash", "ownTime"] as const).some((role) => table.has(role) && table.unit(role) === null)) {
    table.block("unit-undecidable", { units: "kr, tkr, Mkr" });
    return none;
  }
  const totals: Extract<Line, { total: unknown }>[] = [];
  const areListed = listsMembers(table);
  const lines = table.read((row) => {
    const line = lineOf(table, row, areListed);
    if (line !== null && "total" in line) totals.push(line);
    return line !== null && "total" in line ? null : line;
  });
  const rows = lines.flatMap(({ value, ...at }) =>
    "contribution" in value ? [{ ...at, value: value.contribution }] : [],
  );
  const grantParties = lines.flatMap(({ value, ...at }) => ("party" in value ? [{ ...at, value: value.party }] : []));
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
  return { rows, grantParties, setAside: table.setAside, problems: table.problems };
}

/** Whether members may stand without amounts: only where none of them has cash, which then is what each has paid. */
function listsMembers(table: RowTable<Role>): boolean {
  const [agency, cash] = [table.column("agency"), table.column("cash")];
  if (agency === null) return false;
  return table.rows.every((row) => {
    const name = table.grid.values[row]?.[agency];
    const isEmpty = cash === null || isBlank(table.grid.values[row]?.[cash]);
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

function lineOf(table: RowTable<Role>, row: Row<Role>, areListed: boolean): Line | null {
  const agency = row.text("agency");
  const cash = krOf(row, "cash");
  const ownTime = krOf(row, "ownTime");
  if (agency !== null && table.isTotal(agency)) {
    row.fail("total-row", "agency", { line: agency });
    return { total: { cash, ownTime }, row };
  }
  const hours = krOf(row, "hours");
  const hourlyCost = krOf(row, "hourlyCost");
  const year = yearIn(row, table.date1904);
  if (row.failed()) return null;
  if (agency === null) return row.fail("missing-key", "agency", { heading: table.heading("agency") });
  for (const [role, amount] of [
    ["cash", cash],
    ["ownTime", ownTime],
    ["hours", hours],
    ["hourlyCost", hourlyCost],
  ] as const) {
    if (amount?.lt(0) === true)
      return row.fail("negative-amount", role, { amount: amount.toString(), heading: table.heading(role) });
  }
  if (cash === null && ownTime === null && (hours === null || hourlyCost === null)) {
    if (hours === null && areListed && isMember(agency)) return listedMember(row, agency);
    if (hours === null) return row.fail("no-amounts", "agency", { line: agency });
    return row.fail("missing-amount", "hourlyCost", { what: agency, heading: table.heading("hourlyCost") });
  }
  if (hours !== null && hourlyCost === null && ownTime === null)
    row.note("hours-without-cost", "hours", { what: agency });
  return { contribution: { agency, year, cash: cash ?? new Decimal(0), ownTime, hours, hourlyCost } };
}

function listedMember(row: Row<Role>, agency: string): Line | null {
  const cell = row.value("share");
  if (cell === null) return { party: { agency, share: null } };
  const number = readPlainNumber(cell, row.format("share"));
  const text = row.text("share");
  if (number === null)
    return row.failed() ? null : row.fail("unreadable-number", "share", { text: text ?? "", heading: "" });
  const share = number.percent || number.value.lte(1) ? number.value : number.value.div(100);
  if (share.lt(0) || share.gt(1)) return row.fail("share-out-of-range", "share", { what: agency, value: text ?? "" });
  return { party: { agency, share } };
}

function krOf(row: Row<Role>, role: Role): Decimal | null {
  const amount = row.amount(role);
  return amount === null ? null : toKr(amount);
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
    const who = identity === null ? comparable(agency) : `${identity.kind}:${identity.key}`;
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

function noteTotals(
  table: RowTable<Role>,
  rows: readonly Sourced<Contribution>[],
  totals: readonly Extract<Line, { total: unknown }>[],
): void {
  const computed = {
    cash: sum(rows.map(({ value }) => value.cash)),
    ownTime: sum(rows.map(({ value }) => ownTimeOf(value))),
  };
  for (const { total, row } of totals) {
    for (const role of ["cash", "ownTime"] as const) {
      const stated = total[role];
      if (stated === null) continue;
      const unit = table.unit(role) ?? "kr";
      const tolerance = unit === "kr" ? new Decimal(0) : new Decimal(KR_PER_UNIT[unit]).div(2).times(rows.length);
      const found = statedTotalProblem(
        { what: table.heading(role), stated, computed: computed[role], tolerance },
        { sheet: table.grid.sheet, cell: row.cell(role) },
      );
      if (found !== null) table.problems.push(found);
    }
  }
}
