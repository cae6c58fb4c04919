// src/intake/initiative/otherRows.ts: reads every table that is no budget, and checks them against each other.
import type { BeforeAfterRow } from "../../domain/finalReport/beforeAfter";
import type { Assumption } from "../../domain/return/assumptions";
import type { GrantParty } from "../../domain/return/associationGrant";
import type { Contribution } from "../../domain/return/contribution";
import type { CountRow, Goal } from "../../domain/finalReport/goals";
import { comparable, type IncomeSource } from "../../domain/return/incomeSource";
import type { Decimal } from "../../domain/money";
import type { PensionAge } from "../../domain/return/pensionAge";
import { problem, type Problem } from "../../domain/problem";
import type { Asking } from "../../domain/question";
import { NO_SETTINGS, readAssumptions, type Settings } from "./assumptionRows";
import { type CountTable, readBeforeAfter, readPlannedActual } from "./beforeAfterRows";
import type { SetAside } from "../budget/budgetRows";
import { type ClaimRow, readClaims } from "./claimRows";
import { paidTwice, readContributions } from "./contributionRows";
import { foldedKey } from "../fold";
import { readGoals } from "./goalRows";
import type { OtherKind } from "./otherTables";
import { type ParticipantRow, readParticipants } from "./participantRows";
import { type LocatedRows, type ReadRows, RowTable, type Sourced } from "./rowTable";
import { type PayerRow, readSources } from "./sourceRows";

/** Everything read from tables that are no budgets, in the domain's own input types. */
export interface OtherRows {
  readonly contributions: readonly Sourced<Contribution>[];
  /** The members that share the association's grant, where a table lists them without amounts. */
  readonly grantParties: readonly Sourced<GrantParty>[];
  /** In table order. Ongoing, dropped-out and not yet settled participants are here too: the calculation counts them as coverage. */
  readonly participants: readonly ParticipantRow[];
  /** How many participant rows are set aside: they took part and are in no calculation. */
  readonly participantsSetAside: number;
  /** The initiative of each of them; null: not said. */
  readonly setAsideInitiatives: readonly (string | null)[];
  readonly assumptions: readonly Sourced<Assumption>[];
  readonly settings: Settings;
  readonly goals: readonly Sourced<Goal>[];
  readonly claims: readonly ClaimRow[];
  readonly beforeAfter: readonly CountTable<BeforeAfterRow>[];
  readonly plannedActual: readonly CountTable<CountRow>[];
  /** Rows of the user's own tables of who pays which support. */
  readonly payers: readonly Sourced<PayerRow>[];
  /** The table of supports to calculate with: the standard one, with the user's own rows in it. */
  readonly sources: readonly IncomeSource[];
}

export interface OtherContext {
  readonly sources: readonly IncomeSource[];
  readonly pensionAges: readonly PensionAge[];
  /** Values of facts by their labels, for the basis of claims. */
  readonly named: (words: string) => Decimal | null;
  /** What the run asks, and what was answered. */
  readonly asking: Asking;
}

export interface ReadOthers {
  readonly rows: OtherRows;
  readonly used: number;
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

export function noOtherRows(sources: readonly IncomeSource[]): OtherRows {
  return {
    contributions: [],
    grantParties: [],
    participants: [],
    participantsSetAside: 0,
    setAsideInitiatives: [],
    assumptions: [],
    settings: NO_SETTINGS,
    goals: [],
    claims: [],
    beforeAfter: [],
    plannedActual: [],
    payers: [],
    sources,
  };
}

/** Reads the tables kind by kind. Who pays what comes first, since the names of supports are looked up in it. */
export function readOtherTables(tables: readonly LocatedRows[], context: OtherContext): ReadOthers {
  const of = (kind: OtherKind): readonly LocatedRows[] => tables.filter(({ found }) => found.header.kind === kind);
  let sources = context.sources;
  const payers = of("sources").map((table) => {
    const read = readSources(table, sources);
    sources = read.sources;
    return read;
  });
  const contributions = withoutRepeats(
    of("contributions").map(readContributions),
    ({ value }) => value.agency,
    paidTwice,
  );
  const participants = withoutRepeats(
    of("participants").map((table) => readParticipants(table, { sources, pensionAges: context.pensionAges })),
    ({ value }) => value.id,
    sameParticipant,
  );
  const assumptions = of("assumptions").map((table) => readAssumptions(table, sources));
  const goals = of("goals").map(readGoals);
  const claims = of("claims").map((table) => readClaims(table, context.named));
  const beforeAfter = of("before-after").map(readBeforeAfter);
  const plannedActual = of("counts").map(readPlannedActual);
  const all: readonly ReadRows<unknown>[] = [
    ...payers,
    ...contributions,
    ...participants,
    ...assumptions,
    ...goals,
    ...claims,
    ...beforeAfter,
    ...plannedActual,
  ];
  const setAsideInitiatives = of("participants").flatMap((table, at) =>
    initiativesSetAside(table, participants[at]?.setAside ?? []),
  );
  const rows: OtherRows = {
    contributions: contributions.flatMap((each) => each.rows),
    grantParties: contributions.flatMap((each) => each.grantParties),
    participants: participants.flatMap((each) => each.rows),
    participantsSetAside: setAsideInitiatives.length,
    setAsideInitiatives,
    assumptions: assumptions.flatMap((each) => each.rows),
    settings: assumptions.reduce((settled, { settings }) => merged(settled, settings), NO_SETTINGS),
    goals: goals.flatMap((each) => each.rows),
    claims: claims.flatMap((each) => each.rows),
    beforeAfter: beforeAfter.flatMap(({ table }) => table ?? []),
    plannedActual: plannedActual.flatMap(({ table }) => table ?? []),
    payers: payers.flatMap((each) => each.rows),
    sources,
  };
  return {
    rows,
    used:
      all.reduce((count, each) => count + each.rows.length, 0) +
      contributions.reduce((count, { grantParties }) => count + grantParties.length, 0) +
      assumptions.reduce((count, { settingRows }) => count + settingRows, 0),
    setAside: all.flatMap((each) => each.setAside),
    problems: [
      ...all.flatMap((each) => each.problems),
      ...oneSided(rows, of("participants").length, of("contributions").length),
    ],
  };
}

/** The initiative that each row set aside names; totals are no persons. */
function initiativesSetAside(located: LocatedRows, setAside: readonly SetAside[]): readonly (string | null)[] {
  const persons = setAside.filter(({ reason }) => reason !== "total-row");
  if (persons.length === 0) return [];
  const table = new RowTable(located, {});
  return persons.map(({ cell }) => table.initiativeOf(Number(/\d+/.exec(cell)?.[0] ?? 0) - 1));
}

/** The first setting holds. */
function merged(settled: Settings, next: Settings): Settings {
  return {
    target: settled.target ?? next.target,
    priceYear: settled.priceYear ?? next.priceYear,
    prices: settled.prices ?? next.prices,
    horizon: settled.horizon ?? next.horizon,
    counterfactual: settled.counterfactual ?? next.counterfactual,
  };
}

function sameParticipant(rows: readonly ParticipantRow[]): readonly [ParticipantRow, ParticipantRow] | null {
  const first = new Map<string, ParticipantRow>();
  for (const row of rows) {
    const key = `${comparable(row.value.id)}|${foldedKey(row.initiative ?? "")}`;
    const other = first.get(key);
    if (other !== undefined) return [other, row];
    first.set(key, row);
  }
  return null;
}

/** A table that repeats a row of an earlier one is left out whole, both cells named. */
function withoutRepeats<
  Row extends Sourced<unknown>,
  Read extends ReadRows<unknown> & { readonly rows: readonly Row[] },
>(
  reads: readonly Read[],
  nameOf: (row: Row) => string,
  repeatIn: (rows: readonly Row[]) => readonly [Row, Row] | null,
): readonly Read[] {
  const kept: Row[] = [];
  return reads.map((read) => {
    const repeat = reads.length < 2 ? null : repeatIn([...kept, ...read.rows]);
    if (repeat === null) {
      for (const row of read.rows) kept.push(row);
      return read;
    }
    const [first, second] = repeat;
    const { sheet, cells } = second.origin;
    const said = problem(
      "duplicate-row",
      { sheet, cell: cells },
      { what: nameOf(second), other: `${first.origin.sheet}!${first.origin.cells}` },
    );
    const left = read.rows.map(({ origin }): SetAside => ({
      sheet: origin.sheet,
      cell: origin.cells,
      reason: "duplicate-row",
      rows: 1,
    }));
    return { ...read, rows: [], setAside: [...read.setAside, ...left], problems: [...read.problems, said] };
  });
}

/** Money in without anybody it was for, or the reverse. Where there is a table of persons whose rows are unusable, what follows from it is said. */
function oneSided(
  { contributions, participants }: OtherRows,
  participantTables: number,
  contributionTables: number,
): readonly Problem[] {
  const at = (rows: readonly Sourced<unknown>[]): { sheet: string } | null =>
    rows[0] === undefined ? null : { sheet: rows[0].origin.sheet };
  if (contributions.length > 0 && participantTables === 0)
    return [problem("contributions-without-participants", at(contributions), {})];
  if (contributions.length > 0 && participants.length === 0)
    return [problem("no-usable-participants", at(contributions), {})];
  if (participants.length > 0 && contributionTables === 0)
    return [problem("participants-without-contributions", at(participants), {})];
  return [];
}
