// src/domain/finalReport/economySection.ts: the economy section of the final report, and persons before and after, of one workbook.
import { beforeAfterOf, type BeforeAfter, type BeforeAfterRow } from "./beforeAfter";
import type { BudgetTable, InitiativeFacts } from "../deviation/budget";
import { type ClaimBasis, claimBasisOf, computedOf, figures, statedClaim, type StatedClaim } from "./claims";
import { finalReportOf, type FinalReport } from "./finalReport";
import type { FollowUp } from "../deviation/followUp";
import type { Claim } from "./reconcile";
import type { CountRow, Goal } from "./goals";
import { lookupKey } from "../lookupKey";
import type { Decimal } from "../money";
import type { Sourced } from "../return/returnRows";
import { countsPersons, sharesPersons } from "./countedPersons";

interface CountTable<T> {
  readonly initiative: string | null;
  readonly rows: readonly Sourced<T>[];
}

/** What of a workbook the section is made of. */
export interface ReportRows {
  readonly tables: readonly BudgetTable[];
  /** Per budget table: the facts of its own initiative. */
  readonly factsOfTables: readonly (InitiativeFacts | null)[];
  readonly goals: readonly Sourced<Goal>[];
  /** `basis`: the underlying figures as written; null: an empty cell. */
  readonly claims: readonly (Sourced<Claim> & { readonly basis: string | null })[];
  /** `base`: how many persons the table says that it is about; null: not said. */
  readonly beforeAfter: readonly (CountTable<BeforeAfterRow> & { readonly base: number | null })[];
  readonly plannedActual: readonly CountTable<CountRow>[];
}

/** Persons per support before and after, and persons planned against actual or at the start against the end. */
export interface PersonCounts {
  readonly tables: readonly { readonly title: string | null; readonly result: BeforeAfter }[];
  readonly counts: readonly {
    readonly title: string | null;
    readonly kind: "plan" | "start-end";
    readonly rows: readonly CountRow[];
  }[];
}

/**
 * The section of one initiative; null where the workbook tells of nothing but budget and outcome, which is a follow-up and no
 * final report. Goals and claims belong to the initiative they name, else to the first there is, with the name they bear: none is left out.
 * `at`: which of the workbook's budget tables this is.
 */
export function economySectionOf(
  from: ReportRows,
  facts: InitiativeFacts | null,
  followUp: FollowUp | null,
  at = 0,
): FinalReport | null {
  const names =
    followUp === null
      ? [facts?.name ?? null]
      : from.tables.map(({ initiative, sheet }, index) => initiative ?? from.factsOfTables[index]?.name ?? sheet);
  const own = <T extends { readonly initiative: string | null }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ initiative }) => {
      const place = initiative === null ? -1 : names.findIndex((name) => isSame(name, initiative));
      return Math.max(0, place) === at;
    });
  const marked = (name: string, initiative: string | null): string =>
    initiative === null || names.some((each) => isSame(each, initiative)) ? name : `${initiative}: ${name}`;
  const goals = own(from.goals);
  const claims = own(from.claims);
  if (facts === null && goals.length === 0 && claims.length === 0) return null;
  return finalReportOf({
    facts,
    followUp,
    goals: goals.map(({ value, initiative }) => ({ ...value, name: marked(value.name, initiative) })),
    claims: claims.map(({ value, basis: typed, initiative }): StatedClaim => {
      const { claim, stated, computed } = value;
      const basis = basisOf(computed, typed);
      const isShare = stated.decimals >= 2 && stated.value.abs().lte(1);
      const typedFigures = [...(basis?.parts ?? []), ...(basis?.whole ?? [])].map((figure) => figure.value);
      const persons = isShare
        ? sharesPersons(claim, basis?.whole == null ? [] : typedFigures)
        : basis?.whole == null && countsPersons(claim, [stated.value, ...typedFigures]);
      return statedClaim(marked(claim, initiative), stated, basis, {
        shownAs: isShare ? "percent" : "number",
        persons,
      });
    }),
  });
}

/** The figures as they were typed where that is what gave the value (`3/11`), else the value. */
function basisOf(computed: Decimal | null, typed: string | null): ClaimBasis | null {
  if (computed === null) return null;
  const basis = typed === null ? null : claimBasisOf(typed);
  const gives = computedOf(basis);
  return gives?.toFixed(9) === computed.toFixed(9) ? basis : { parts: figures(computed), whole: null };
}

function isSame(name: string | null, other: string): boolean {
  return name !== null && lookupKey(name) === lookupKey(other);
}

/** Null where the workbook has no such table. */
export function personCountsOf({
  beforeAfter,
  plannedActual,
}: Pick<ReportRows, "beforeAfter" | "plannedActual">): PersonCounts | null {
  if (beforeAfter.length + plannedActual.length === 0) return null;
  return {
    tables: beforeAfter.map(({ initiative, rows, base }) => ({
      title: initiative,
      result: beforeAfterOf(
        rows.map(({ value }) => value),
        base,
      ),
    })),
    counts: plannedActual.map(({ initiative, rows }) => ({
      title: initiative,
      kind: "plan" as const,
      rows: rows.map(({ value }) => value),
    })),
  };
}
