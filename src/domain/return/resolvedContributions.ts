// src/domain/return/resolvedContributions.ts: money in as the calculation takes it: the parties' own rows, and the association's grant as its members' money.
import type { BudgetTable, InitiativeFacts, Origin } from "../deviation/budget";
import type { ReturnBasis } from "./agencyReturn";
import { grantSplit, type GrantSplit, isAssociation, isMember } from "./associationGrant";
import { ownTimeOf } from "./contribution";
import { type Decimal, krText, sum } from "../money";
import { yearOf } from "../period";
import { problem, type Problem } from "../problem";
import { bookedGrants, contributionsLeftOut, type PaidRow } from "./initiativeRows";
import type { ReturnReference, ReturnRows } from "./returnRows";

export interface ResolvedContributions {
  readonly rows: readonly PaidRow[];
  readonly problems: readonly Problem[];
}

/**
 * The rows given, with each grant of the association split between its members; where no member's money is given, the funds used or what was booked
 * is the grant. What was split, and how, is said.
 */
export function resolvedContributions(
  from: ReturnRows,
  tables: readonly BudgetTable[],
  shares: ReturnReference["shares"],
): ResolvedContributions {
  const { contributions, grantParties } = from;
  const isGrant = ({ value }: PaidRow): boolean => isAssociation(value.agency);
  const own = contributions.filter((row) => !isGrant(row));
  const members = own.flatMap(({ value }) => (isMember(value.agency) ? [value.agency] : []));
  const split = grantSplit(
    grantParties.map(({ value }) => value),
    members,
    shares,
  );
  const stated = contributions.filter(isGrant);
  if (stated.length > 0) return splitRows(stated, own, split);
  const isListed = grantParties.length > 0;
  if (contributions.length > 0 && !isListed && !from.cashUnstated) return { rows: contributions, problems: [] };
  // What a table that is left out says cannot be put in its place by what the law says.
  if (contributionsLeftOut(from)) return { rows: own, problems: [] };
  const single = tables.length < 2;
  const used = single ? grantOfFacts(from) : null;
  if (used !== null) return splitRows([used], own, split);
  const booked = tables.flatMap(bookedGrants);
  if (booked.length === 0) return { rows: own, problems: [] };
  const { rows, problems } = splitRows(booked, own, split);
  return { rows, problems: single ? problems : problems.map((each) => ({ ...each, sheet: null, cell: null })) };
}

/** The grants' parts come after the parties' own rows. */
function splitRows(grants: readonly PaidRow[], own: readonly PaidRow[], split: GrantSplit): ResolvedContributions {
  const parts = grants.flatMap((grant): readonly PaidRow[] => {
    const time = split.of(ownTimeOf(grant.value));
    return split.of(grant.value.cash).map(({ name, amount }, at) => {
      const ownTime = time[at]?.amount ?? null;
      return {
        ...grant,
        value: {
          agency: name,
          year: grant.value.year,
          cash: amount,
          ownTime: ownTime?.isZero() === false ? ownTime : null,
          hours: null,
          hourlyCost: null,
        },
      };
    });
  });
  const total = sum(grants.map(({ value }) => value.cash.plus(ownTimeOf(value))));
  const [first] = grants;
  const at = first === undefined ? null : { sheet: first.origin.sheet, cell: first.origin.cells };
  return { rows: [...own, ...parts], problems: [splitSaid(split.basis, total, at)] };
}

function splitSaid(basis: GrantSplit["basis"], total: Decimal, at: { sheet: string; cell: string } | null): Problem {
  const params = { total: krText(total) };
  if (basis === "agreement") return problem("agreed-split", at, params);
  return problem(basis === "with-region" ? "statutory-split" : "statutory-split-without-region", at, params);
}

/** The funds used, paid in the last year of the initiative. */
function grantOfFacts({ facts, factOrigins }: ReturnRows): PaidRow | null {
  if (facts?.used == null) return null;
  const origin: Origin = factOrigins.used ?? { workbook: null, sheet: "", cells: "" };
  const year = facts.to === null ? null : yearOf(facts.to);
  return {
    value: { agency: "", year, cash: facts.used, ownTime: null, hours: null, hourlyCost: null },
    origin,
    initiative: null,
  };
}

/**
 * The "1 kr" is what was booked: contributions that do not sum to the funds used are pointed out. Funds used may be the association's alone, beside
 * another financier's.
 */
export function fundsProblems({ contributions }: ReturnBasis, facts: InitiativeFacts | null): readonly Problem[] {
  const cashOf = (agencies: ReturnBasis["contributions"]["agencies"]): Decimal => sum(agencies.map(({ cash }) => cash));
  const cash = cashOf(contributions.agencies);
  const members = cashOf(contributions.agencies.filter(({ agency }) => agency.kind !== "other"));
  if (facts?.used == null || cash.isZero() || cash.eq(facts.used) || members.eq(facts.used)) return [];
  return [problem("contributions-differ-from-used", null, { contributions: krText(cash), used: krText(facts.used) })];
}
